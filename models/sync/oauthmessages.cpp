// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/oauthmessages.h"

#include "plugins/sdk/jwt.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTimeZone>
#include <QUrlQuery>

#include <array>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::Error;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr qsizetype longestToken = 64 << 10;
constexpr qsizetype longestCode = 4096;
constexpr qint64 longestLifetime = 366LL * 24 * 3600;

// RFC 6749 (4.1.2.1, 5.2), RFC 7009 (2.2.1), RFC 7591 (3.2.2), RFC 8628 (3.5), OpenID Connect Core (3.1.2.6). Others are not
// repeated: a text of the server's choice could hold what was sent to it.
constexpr std::array knownRefusals {
    "access_denied", "account_selection_required", "authorization_pending", "consent_required", "expired_token",
    "interaction_required", "invalid_client", "invalid_client_metadata", "invalid_grant", "invalid_redirect_uri",
    "invalid_request", "invalid_scope", "invalid_target", "invalid_token", "login_required", "server_error", "slow_down",
    "temporarily_unavailable", "unauthorized_client", "unsupported_grant_type", "unsupported_response_type",
    "unsupported_token_type",
};

std::optional<QJsonObject> objectOf(const QByteArray &document)
{
    const QJsonDocument parsed = QJsonDocument::fromJson(document);
    return parsed.isObject() ? std::optional(parsed.object()) : std::nullopt;
}

QUrl urlIn(const QJsonObject &object, QLatin1StringView name)
{
    const QString text = object.value(name).toString();
    const QUrl url(text, QUrl::StrictMode);
    return text.size() <= 4096 && isGoodEndpoint(url) ? url : QUrl();
}

/// VSCHAR of RFC 6749, appendix A, without the space: nothing that could break out of a header.
bool isToken(const QString &text, qsizetype longest)
{
    return !text.isEmpty() && text.size() <= longest && std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

std::optional<qint64> numberIn(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    // Some servers write numbers as strings.
    const double number = value.isString() ? value.toString().toDouble() : value.toDouble(-1);
    if (!(number >= 1)) // Half a second is none, and a NaN is no number.
        return std::nullopt;
    return static_cast<qint64>(std::min(number, double(longestLifetime)));
}

std::optional<qint64> lifetimeOf(const QString &token, const QJsonObject &answer, const QByteArray &date, const QDateTime &now)
{
    if (const auto jwt = sdk::readJwt(token.toLatin1()); jwt && jwt->expiresAt) {
        // IMF-fixdate of RFC 9110, section 5.6.7.
        QDateTime theirs = QLocale::c().toDateTime(QString::fromLatin1(date), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        theirs.setTimeZone(QTimeZone::UTC);
        const qint64 left = *jwt->expiresAt - (theirs.isValid() ? theirs : now).toSecsSinceEpoch();
        if (left > 0)
            return std::min(left, longestLifetime);
        // Over before it was handed out: one of the clocks is wrong. The length of its life does not depend on them.
        if (jwt->issuedAt && *jwt->expiresAt > *jwt->issuedAt)
            return std::min(*jwt->expiresAt - *jwt->issuedAt, longestLifetime);
    }
    return numberIn(answer, "expires_in"_L1);
}

} // namespace

bool isGoodEndpoint(const QUrl &url)
{
    const bool http = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return url.isValid() && http && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasFragment();
}

QList<QUrl> metadataPlaces(const QUrl &issuer)
{
    QString path = issuer.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    const auto at = [&](const QString &place) {
        QUrl url = issuer;
        url.setQuery(QString());
        url.setPath(place, QUrl::StrictMode);
        return url;
    };
    QList<QUrl> places { at(path + u"/.well-known/openid-configuration"_s), at(u"/.well-known/oauth-authorization-server"_s + path) };
    if (!path.isEmpty())
        places.append(at(u"/.well-known/openid-configuration"_s + path));
    return places;
}

domain::Result<OAuthServer> readMetadata(const QByteArray &document, const QUrl &issuer)
{
    const QString host = issuer.host();
    const auto object = objectOf(document);
    if (!object)
        return fail(ErrorCode::BadResponse, u"what it says of signing in is no JSON object"_s, host);
    // Identical, says RFC 8414, section 3.3: or somebody else's endpoints would be sent what is meant for this one.
    const QUrl named(object->value("issuer"_L1).toString(), QUrl::StrictMode);
    if (!named.isValid() || named != issuer)
        return fail(ErrorCode::BadResponse, u"what it says of signing in is of another issuer"_s, host);
    OAuthServer server;
    server.issuer = object->value("issuer"_L1).toString();
    server.authorization = urlIn(*object, "authorization_endpoint"_L1);
    server.token = urlIn(*object, "token_endpoint"_L1);
    server.revocation = urlIn(*object, "revocation_endpoint"_L1);
    server.deviceAuthorization = urlIn(*object, "device_authorization_endpoint"_L1);
    server.registration = urlIn(*object, "registration_endpoint"_L1);
    server.namesItself = object->value("authorization_response_iss_parameter_supported"_L1).toBool();
    if (!server.token.isValid())
        return fail(ErrorCode::BadResponse, u"it names no place to get tokens from"_s, host);
    for (const QUrl *url : { &server.authorization, &server.token, &server.revocation, &server.deviceAuthorization, &server.registration }) {
        if (issuer.scheme() == "https"_L1 && !url->isEmpty() && url->scheme() != "https"_L1)
            return fail(ErrorCode::BadResponse, u"it would have secrets sent unencrypted"_s, host);
    }
    const QJsonValue methods = object->value("code_challenge_methods_supported"_L1);
    if (methods.isArray() && !methods.toArray().contains("S256"_L1))
        return fail(ErrorCode::Unsupported, u"it does not protect sign-ins of native programs (PKCE with S256)"_s, host);
    return server;
}

domain::Result<TokenAnswer> readTokenAnswer(const sdk::HttpResponse &response, const QDateTime &now)
{
    const auto object = objectOf(response.body);
    if (!object)
        return fail(ErrorCode::BadResponse, u"the token answer is no JSON object"_s);
    TokenAnswer answer { object->value("access_token"_L1).toString(), object->value("refresh_token"_L1).toString(), std::nullopt };
    if (!isToken(answer.accessToken, longestToken))
        return fail(ErrorCode::BadResponse, u"the token answer holds no usable token"_s);
    if (object->value("token_type"_L1).toString().compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        return fail(ErrorCode::BadResponse, u"the token is of a type other than Bearer"_s);
    if (!answer.refreshToken.isEmpty() && !isToken(answer.refreshToken, longestToken))
        return fail(ErrorCode::BadResponse, u"the token answer holds no usable refresh token"_s);
    answer.lifetime = lifetimeOf(answer.accessToken, *object, response.header("date"), now);
    return answer;
}

QByteArray refusalOf(const sdk::HttpResponse &response)
{
    const auto object = objectOf(response.body);
    const QByteArray named = object ? object->value("error"_L1).toString().toLatin1() : QByteArray();
    return std::ranges::any_of(knownRefusals, [&](const char *known) { return named == known; }) ? named : QByteArray();
}

Error errorOf(const sdk::HttpResponse &response, const QUrl &asked)
{
    const QByteArray refusal = refusalOf(response);
    Error error { ErrorCode::BadResponse, QString::fromLatin1(refusal), response.status, std::nullopt, asked.host() };
    if (error.detail.isEmpty())
        error.detail = u"the server refused, and says no more"_s;
    if (refusal == "access_denied")
        error.code = ErrorCode::Forbidden;
    else if (refusal == "expired_token")
        error.code = ErrorCode::Timeout;
    else if (refusal == "invalid_grant" || refusal == "invalid_client" || refusal == "unauthorized_client")
        error.code = ErrorCode::Unauthorised;
    else if (response.status == 404)
        error.code = ErrorCode::NotFound;
    else if (response.status == 429) {
        error.code = ErrorCode::RateLimited;
        bool isNumber = false;
        const int seconds = response.header("retry-after").toInt(&isNumber);
        if (isNumber && seconds >= 0)
            error.retryAfter = std::chrono::seconds(std::min(seconds, 86'400));
    }
    return error;
}

domain::Result<DeviceAnswer> readDeviceAnswer(const QByteArray &document)
{
    const auto object = objectOf(document);
    DeviceAnswer answer;
    if (object) {
        answer.deviceCode = object->value("device_code"_L1).toString();
        answer.userCode = object->value("user_code"_L1).toString();
        answer.verification = urlIn(*object, "verification_uri"_L1);
        // As Google spelt it before the RFC.
        if (!answer.verification.isValid())
            answer.verification = urlIn(*object, "verification_url"_L1);
        answer.directVerification = urlIn(*object, "verification_uri_complete"_L1);
    }
    const bool codeIsGood = !answer.userCode.isEmpty() && answer.userCode.size() <= 64
        && std::ranges::all_of(answer.userCode, [](QChar c) { return c.isPrint(); });
    if (!isToken(answer.deviceCode, longestCode) || !codeIsGood || !answer.verification.isValid() || answer.verification.isEmpty())
        return fail(ErrorCode::BadResponse, u"the answer to a device's sign-in is incomplete"_s);
    if (const auto interval = numberIn(*object, "interval"_L1))
        answer.interval = std::chrono::seconds(std::clamp<qint64>(*interval, 1, 60));
    if (const auto expires = numberIn(*object, "expires_in"_L1))
        answer.expiresIn = std::chrono::seconds(std::clamp<qint64>(*expires, 1, 3600));
    return answer;
}

domain::Result<Registration> readRegistration(const QByteArray &document)
{
    const auto object = objectOf(document);
    Registration registration;
    if (object) {
        registration.clientId = object->value("client_id"_L1).toString();
        registration.clientSecret = object->value("client_secret"_L1).toString();
    }
    if (!isToken(registration.clientId, longestCode) || registration.clientSecret.size() > longestCode)
        return fail(ErrorCode::BadResponse, u"the registration holds no usable client id"_s);
    // A public client was asked for; a server that does not say otherwise took it as asked, also where it hands out a secret.
    const QString method = object->value("token_endpoint_auth_method"_L1).toString();
    registration.secretInHeader = method == "client_secret_basic"_L1;
    if (!registration.secretInHeader && method != "client_secret_post"_L1)
        registration.clientSecret.clear();
    return registration;
}

RedirectAnswer readRedirect(QByteArrayView target, const ExpectedRedirect &expected)
{
    using Kind = RedirectAnswer::Kind;
    const qsizetype mark = target.indexOf('?');
    if (mark < 0 || target.first(mark) != expected.path)
        return {};
    // A form's encoding (RFC 6749, appendix B): a plus is a space.
    QByteArray query = target.sliced(mark + 1).toByteArray();
    query.replace('+', "%20");
    QMap<QString, QString> values;
    const auto items = QUrlQuery(QString::fromLatin1(query)).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (values.contains(name)) // RFC 6749, section 3.1: none more than once.
            return {};
        values.insert(name, value);
    }
    if (expected.state.isEmpty() || values.value(u"state"_s).toLatin1() != expected.state)
        return { Kind::WrongState, {}, {} };
    const auto wrong = [](Kind kind, ErrorCode code, const QString &detail) {
        return RedirectAnswer { kind, {}, Error { code, detail, 0, std::nullopt, {} } };
    };
    const bool issuerIsWrong = values.contains(u"iss"_s) ? values.value(u"iss"_s) != expected.issuer : expected.issuerRequired;
    if (issuerIsWrong && !expected.issuer.isEmpty())
        return wrong(Kind::WrongIssuer, ErrorCode::BadResponse, u"the answer to the sign-in came from another server"_s);
    if (const QString code = values.value(u"code"_s); !values.contains(u"error"_s) && isToken(code, longestCode))
        return { Kind::Code, code, {} };
    sdk::HttpResponse refusal;
    refusal.status = 400;
    refusal.body = QJsonDocument(QJsonObject { { u"error"_s, values.value(u"error"_s) } }).toJson();
    Error error = errorOf(refusal, {});
    error.httpStatus = 0;
    return { Kind::Refused, {}, error };
}

} // namespace callboard::sync
