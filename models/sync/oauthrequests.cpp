// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/oauthrequests.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

constexpr qint64 largestAnswer = 256 << 10;
constexpr auto deadline = 30s;
// Of what a token lives, this part is left when it is renewed, but no more than the second figure.
constexpr qint64 partLeft = 10;
constexpr qint64 mostLeft = 60;

sdk::HttpRequest request(const QByteArray &method, const QUrl &url)
{
    sdk::HttpRequest request;
    request.method = method;
    request.url = url;
    request.headers = { { "Accept", "application/json" } };
    request.deadline = deadline;
    request.maxBytes = largestAnswer;
    request.remember = false;
    return request;
}

/// application/x-www-form-urlencoded, where QUrl would leave a plus as it is.
QByteArray formEncoded(const QString &text) { return QUrl::toPercentEncoding(text); }

} // namespace

bool SignIn::isFor(const sdk::OAuthClient &client) const
{
    const bool sameClient = client.clientId.isEmpty() ? registered : clientId == client.clientId;
    const bool sameServer = client.issuer.isEmpty() ? server.token == client.token : QUrl(server.issuer) == client.issuer;
    return sameClient && sameServer;
}

void SignIn::take(const TokenAnswer &answer, const QDateTime &now)
{
    accessToken = answer.accessToken;
    if (!answer.refreshToken.isEmpty())
        refreshToken = answer.refreshToken;
    lifetime = answer.lifetime.value_or(0);
    expiresAt = answer.lifetime ? std::optional(now.toSecsSinceEpoch() + *answer.lifetime) : std::nullopt;
}

bool SignIn::isDue(const QDateTime &now) const
{
    return expiresAt && now.toSecsSinceEpoch() >= *expiresAt - std::min(mostLeft, lifetime / partLeft);
}

bool SignIn::isOver(const QDateTime &now) const
{
    return expiresAt && now.toSecsSinceEpoch() >= *expiresAt;
}

QString SignIn::toText() const
{
    QJsonObject object {
        { u"issuer"_s, server.issuer },
        { u"token"_s, server.token.toString(QUrl::FullyEncoded) },
        { u"revocation"_s, server.revocation.toString(QUrl::FullyEncoded) },
        { u"client"_s, clientId },
        { u"clientSecret"_s, clientSecret },
        { u"secretInHeader"_s, secretInHeader },
        { u"registered"_s, registered },
        { u"access"_s, accessToken },
        { u"refresh"_s, refreshToken },
        { u"lifetime"_s, lifetime },
    };
    if (expiresAt)
        object.insert(u"expires"_s, *expiresAt);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<SignIn> SignIn::fromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    SignIn kept;
    kept.server.issuer = object["issuer"_L1].toString();
    kept.server.token = QUrl(object["token"_L1].toString(), QUrl::StrictMode);
    kept.server.revocation = QUrl(object["revocation"_L1].toString(), QUrl::StrictMode);
    kept.clientId = object["client"_L1].toString();
    kept.clientSecret = object["clientSecret"_L1].toString();
    kept.secretInHeader = object["secretInHeader"_L1].toBool();
    kept.registered = object["registered"_L1].toBool();
    kept.accessToken = object["access"_L1].toString();
    kept.refreshToken = object["refresh"_L1].toString();
    kept.lifetime = object["lifetime"_L1].toInteger();
    if (object.contains("expires"_L1))
        kept.expiresAt = object["expires"_L1].toInteger();
    if (!isGoodEndpoint(kept.server.token) || kept.clientId.isEmpty() || (kept.accessToken.isEmpty() && kept.refreshToken.isEmpty()))
        return std::nullopt;
    return kept;
}

domain::Result<OAuthServer> discover(const sdk::OAuthClient &client, sdk::Http &http)
{
    const bool complete = client.token.isValid() && !client.token.isEmpty()
        && (!client.authorization.isEmpty() || !client.deviceAuthorization.isEmpty());
    if (complete) {
        OAuthServer given { client.issuer.toString(QUrl::FullyEncoded), client.authorization, client.token, client.revocation,
            client.deviceAuthorization, client.registration, false };
        for (const QUrl *url : { &given.authorization, &given.token, &given.revocation, &given.deviceAuthorization, &given.registration }) {
            if (!url->isEmpty() && !isGoodEndpoint(*url))
                return fail(ErrorCode::Invalid, u"an address for signing in is no http or https address"_s, url->host());
        }
        return given;
    }
    if (!isGoodEndpoint(client.issuer))
        return fail(ErrorCode::Invalid, u"it is not known where to sign in"_s, client.issuer.host());
    domain::Error last { ErrorCode::Unsupported, u"it does not say how to sign in"_s, 0, std::nullopt, client.issuer.host() };
    for (const QUrl &place : metadataPlaces(client.issuer)) {
        const auto answer = http.send(request("GET", place));
        if (!answer)
            return std::unexpected(answer.error());
        if (answer->status != 200)
            continue;
        const auto server = readMetadata(answer->body, client.issuer);
        if (server)
            return server;
        last = server.error();
    }
    return std::unexpected(last);
}

sdk::OAuthClient onOtherDevice(sdk::OAuthClient client, const OAuthServer &server)
{
    client.authorization.clear();
    client.token = server.token;
    client.revocation = server.revocation;
    client.deviceAuthorization = server.deviceAuthorization;
    client.registration = server.registration;
    return client;
}

std::vector<sdk::SignInMethod> withOtherDevices(std::vector<sdk::SignInMethod> methods, sdk::Http &http)
{
    std::vector<sdk::SignInMethod> all;
    for (sdk::SignInMethod &method : methods) {
        const bool mayBe = method.kind == sdk::SignInMethod::Kind::OAuth && method.unavailable.isEmpty();
        const auto server = mayBe ? discover(method.oauth, http) : domain::Result<OAuthServer>();
        if (!server || server->deviceAuthorization.isEmpty()) {
            all.push_back(std::move(method));
            continue;
        }
        sdk::SignInMethod other = method;
        other.oauth = onOtherDevice(method.oauth, *server);
        if (!server->authorization.isEmpty())
            all.push_back(std::move(method));
        all.push_back(std::move(other));
    }
    return all;
}

domain::Result<Registration> registerClient(
    const OAuthServer &server, const sdk::OAuthClient &client, const QList<QUrl> &redirects, bool device, sdk::Http &http)
{
    QJsonArray uris;
    for (const QUrl &redirect : redirects)
        uris.append(redirect.toString(QUrl::FullyEncoded));
    QJsonArray grants { u"refresh_token"_s };
    grants.prepend(device ? u"urn:ietf:params:oauth:grant-type:device_code"_s : u"authorization_code"_s);
    // RFC 7591, section 2: a native program keeps no secret from the person who runs it.
    QJsonObject metadata {
        { u"client_name"_s, u"Callboard"_s },
        { u"application_type"_s, u"native"_s },
        { u"redirect_uris"_s, uris },
        { u"grant_types"_s, grants },
        { u"response_types"_s, device ? QJsonArray() : QJsonArray { u"code"_s } },
        { u"token_endpoint_auth_method"_s, u"none"_s },
    };
    if (!client.scopes.isEmpty())
        metadata.insert(u"scope"_s, client.scopes.join(u' '));
    sdk::HttpRequest asked = request("POST", server.registration);
    asked.headers.emplace_back("Content-Type", "application/json");
    asked.body = QJsonDocument(metadata).toJson(QJsonDocument::Compact);
    const auto answer = http.send(asked);
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->status != 200 && answer->status != 201)
        return std::unexpected(errorOf(*answer, server.registration));
    return readRegistration(answer->body);
}

domain::Result<sdk::HttpResponse> postForm(const QUrl &url, const SignIn &client, FormFields fields, sdk::Http &http)
{
    sdk::HttpRequest asked = request("POST", url);
    asked.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    if (!client.clientSecret.isEmpty() && client.secretInHeader) {
        // RFC 6749, section 2.3.1: both are form-encoded first.
        const QByteArray pair = formEncoded(client.clientId) + ':' + formEncoded(client.clientSecret);
        asked.headers.emplace_back("Authorization", "Basic " + pair.toBase64());
    } else {
        fields.emplace_back("client_id", client.clientId);
        if (!client.clientSecret.isEmpty())
            fields.emplace_back("client_secret", client.clientSecret);
    }
    for (const auto &[name, value] : fields) {
        if (!asked.body.isEmpty())
            asked.body += '&';
        asked.body += name + '=' + formEncoded(value);
    }
    return http.send(asked);
}

} // namespace callboard::sync
