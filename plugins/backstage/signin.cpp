// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/portal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using Kind = sdk::SignInMethod::Kind;

namespace {

struct SignInWords {
    Q_DECLARE_TR_FUNCTIONS(Backstage)
};

sdk::Result<QJsonObject> document(const Address &address, const QString &route, sdk::PullContext &context)
{
    const auto answer = askPlainly(address, { .route = route }, {}, context);
    if (!answer)
        return std::unexpected(answer.error());
    return answer->status == 200 ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
}

/// What the backend says it grants of what we want; all where it does not say.
QStringList scopesOf(const QJsonObject &configuration)
{
    QStringList scopes { u"openid"_s, u"offline_access"_s };
    if (const QJsonArray offered = configuration["scopes_supported"_L1].toArray(); !offered.isEmpty())
        scopes.removeIf([&](const QString &scope) { return !offered.contains(scope); });
    return scopes;
}

bool sameOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return one.scheme() == other.scheme() && one.host() == other.host() && port(one) == port(other);
}

/// Whether a portal may have people sign in there. One that named somebody else's server would be handed what that one's users agreed to:
/// the code (RFC 9700 section 4.4), or the token with each request (section 4.9.1). A backend derives all of them from its baseUrl.
bool isOfPortal(const Address &address, const sdk::OAuthClient &client)
{
    const auto isThere = [&](const QUrl &endpoint) { return endpoint.isEmpty() || sameOrigin(endpoint, client.issuer); };
    return sameSite(address.url(u"/"_s), client.issuer) && isThere(client.authorization) && isThere(client.token) && isThere(client.revocation)
        && isThere(client.deviceAuthorization) && isThere(client.registration);
}

} // namespace

// Source: @backstage/plugin-auth-backend 0.30, OidcRouter: discovery, client-id metadata documents and the built-in client of its own
// command line, which is there as soon as such documents are enabled; dynamic registration is deprecated there.
sdk::Result<std::optional<sdk::OAuthClient>> findOAuthClient(
    const Address &address, const QString &clientId, sdk::PullContext &context)
{
    const auto configuration = document(address, u"/api/auth/.well-known/openid-configuration"_s, context);
    if (!configuration)
        return std::unexpected(configuration.error());
    const auto endpoint = [&](QLatin1StringView name) { return QUrl((*configuration)[name].toString()); };
    sdk::OAuthClient client;
    client.authorization = endpoint("authorization_endpoint"_L1);
    if (client.authorization.isEmpty())
        return std::nullopt; // Every backend serves the document; only an OAuth server names this endpoint.
    client.issuer = endpoint("issuer"_L1);
    client.token = endpoint("token_endpoint"_L1);
    client.revocation = endpoint("revocation_endpoint"_L1);
    client.deviceAuthorization = endpoint("device_authorization_endpoint"_L1);
    client.registration = endpoint("registration_endpoint"_L1);
    if (!isOfPortal(address, client))
        return fail(ErrorCode::Unsupported, u"it has people sign in at another place than its own (%1), or unencrypted"_s.arg(client.issuer.host()), address.name());
    client.scopes = scopesOf(*configuration);
    client.clientId = clientId;
    if (!client.clientId.isEmpty())
        return client;
    const auto builtIn = document(address, u"/api/auth/.well-known/oauth-client/cli.json"_s, context);
    if (!builtIn)
        return std::unexpected(builtIn.error());
    client.clientId = (*builtIn)["client_id"_L1].toString();
    // A backend that calls itself http refuses its own client's document, unless it runs in development (CimdClient, validateCimdUrl).
    if (QUrl(client.clientId).scheme() != "https"_L1 && !client.registration.isEmpty())
        client.clientId.clear();
    if (client.clientId.isEmpty() && client.registration.isEmpty())
        return std::nullopt;
    return client;
}

sdk::Result<std::vector<sdk::SignInMethod>> findSignInMethods(
    const Address &address, const QString &clientId, sdk::PullContext &context)
{
    const auto client = findOAuthClient(address, clientId, context);
    const bool isElsewhere = !client && client.error().code == ErrorCode::Unsupported;
    if (!client && !isElsewhere)
        return std::unexpected(client.error());
    const bool isOffered = client && *client;
    std::vector<sdk::SignInMethod> methods;
    const auto add = [&methods](Kind kind, const QString &id, const QString &name) -> sdk::SignInMethod & {
        sdk::SignInMethod method;
        method.kind = kind;
        method.id = id;
        method.name = name;
        return methods.emplace_back(std::move(method));
    };
    if (isOffered)
        add(Kind::OAuth, u"oauth"_s, SignInWords::tr("Sign in with the browser")).oauth = **client;
    const auto guest = askPlainly(address, { .method = "POST", .route = u"/api/auth/guest/refresh"_s }, {}, context);
    if (!guest)
        return std::unexpected(guest.error());
    if (guest->status == 200)
        add(Kind::Guest, u"guest"_s, SignInWords::tr("As a guest"));
    const HttpAsk catalog { .route = u"/api/catalog/entities"_s, .query = { { u"limit"_s, u"1"_s }, { u"fields"_s, u"kind"_s } } };
    const auto open = askPlainly(address, catalog, {}, context);
    if (open && open->status == 200)
        add(Kind::Nobody, u"auto"_s, SignInWords::tr("Without signing in"));
    add(Kind::Token, u"token"_s, SignInWords::tr("With an access token")).tokenField = u"token"_s;
    if (!isOffered) {
        add(Kind::OAuth, u"oauth"_s, SignInWords::tr("Sign in with the browser")).unavailable = isElsewhere
            ? SignInWords::tr("This portal names a sign-in at another address than this one, or an unencrypted one. Its backend.baseUrl is the address to connect to.")
            : SignInWords::tr("This portal offers programs no sign-in of its own. Its administrators can switch it on: "
                        "auth.clientIdMetadataDocuments.enabled.");
    }
    return methods;
}

} // namespace callboard::backstage
