// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitlab/host.h"

#include "plugins/gitlab/glab.h"
#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace callboard::gitlab {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using Identity = sdk::HostApi::Identity;
using Kind = sdk::SignInMethod::Kind;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GitLab)
};

// Source: https://docs.gitlab.com/api/rest/authentication/.
sdk::Result<Identity> tokenIdentity(const QString &typed)
{
    const auto token = sdk::tokenOf(typed);
    if (!token)
        return std::unexpected(token.error());
    return Identity { { "private-token", *token }, {}, false };
}

Identity bearer(const QByteArray &token, bool renewable)
{
    return { { "authorization", "Bearer " + token }, "oauth", renewable };
}

} // namespace

QString projectRoute(const QString &project, const QString &rest)
{
    return u"/projects/"_s + sdk::pathPart(project) + rest;
}

Host::Host(const QJsonObject &settings)
    : m_choice(settings.value("signIn"_L1).toString(u"auto"_s))
    , m_clientId(settings.value("clientId"_L1).toString().trimmed())
    , m_address(sdk::hostAddress(settings.value("url"_L1).toString(), u"https://gitlab.com"_s))
{
    if (!m_address)
        return;
    QUrl api = *m_address;
    api.setPath(api.path() + u"/api/v4"_s);
    m_api.emplace(api, [this](sdk::PullContext &context, const QByteArray &refused) { return signIn(context, refused); });
}

sdk::Result<const sdk::HostApi *> Host::api() const
{
    return m_api ? sdk::Result<const sdk::HostApi *>(&*m_api) : std::unexpected(m_address.error());
}

// Source: https://docs.gitlab.com/api/oauth2/; the device grant is there since 17.2.
sdk::OAuthClient Host::client() const
{
    const auto endpoint = [this](const QString &route) { return QUrl(m_address->toString() + route); };
    sdk::OAuthClient client;
    client.authorization = endpoint(u"/oauth/authorize"_s);
    client.token = endpoint(u"/oauth/token"_s);
    client.revocation = endpoint(u"/oauth/revoke"_s);
    client.deviceAuthorization = endpoint(u"/oauth/authorize_device"_s);
    client.clientId = m_clientId;
    client.scopes = { u"api"_s };
    return client;
}

sdk::Result<Identity> Host::signIn(sdk::PullContext &context, const QByteArray &refused) const
{
    if (m_choice == "glab"_L1) {
        const auto login = glabLogin(sdk::hostName(*m_address));
        if (!login)
            return fail(ErrorCode::Unauthorised, login.error().detail, login.error().source);
        const auto token = sdk::tokenOf(login->token);
        if (!token)
            return std::unexpected(token.error());
        return login->isOAuth ? bearer(*token, false) : tokenIdentity(login->token);
    }
    if (m_choice != "oauth"_L1) {
        const auto typed = context.secret(u"token"_s);
        if (typed && !typed->trimmed().isEmpty())
            return tokenIdentity(*typed);
        if (!typed && typed.error().code != ErrorCode::NotFound && typed.error().code != ErrorCode::Unsupported)
            return std::unexpected(typed.error());
        if (m_clientId.isEmpty() || m_choice == "token"_L1)
            return fail(ErrorCode::Unauthorised, u"no access token was given"_s, sdk::hostName(*m_address));
    }
    if (m_clientId.isEmpty())
        return fail(ErrorCode::Unauthorised, u"the sign-in with the browser needs the id of an application"_s, sdk::hostName(*m_address));
    const QString last = refused.startsWith("Bearer ") ? QString::fromLatin1(refused.mid(7)) : QString();
    const auto token = context.accessToken(client(), last);
    if (!token)
        return std::unexpected(token.error());
    return bearer(token->toLatin1(), true);
}

sdk::Result<std::vector<sdk::SignInMethod>> Host::signInMethods() const
{
    if (!m_address)
        return std::unexpected(m_address.error());
    std::vector<sdk::SignInMethod> methods;
    if (!m_clientId.isEmpty())
        methods.push_back({ u"oauth"_s, Words::tr("Sign in with the browser"), Kind::OAuth, {}, client(), {} });
    methods.push_back({ u"token"_s, Words::tr("With an access token"), Kind::Token, u"token"_s, {}, {} });
    if (const auto login = glabLogin(sdk::hostName(*m_address))) {
        const QString name = login->user.isEmpty() ? Words::tr("With what glab holds on this machine")
                                                   : Words::tr("As %1, with what glab holds on this machine").arg(login->user);
        methods.push_back({ u"glab"_s, name, Kind::Guest, {}, {}, {} });
    }
    if (m_clientId.isEmpty()) {
        methods.push_back({ u"oauth"_s, Words::tr("Sign in with the browser"), Kind::OAuth, {}, {},
            Words::tr("It needs the id of an application that is registered at this GitLab: type it first.") });
    }
    return methods;
}

sdk::Result<Person> Host::person(sdk::PullContext &context)
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    const auto identity = signIn(context, {});
    if (!identity)
        return std::unexpected(identity.error());
    // A token that was renewed belongs to the same person; another that was typed perhaps not.
    const QByteArray of = identity->renewable
        ? QByteArray("oauth")
        : QCryptographicHash::hash(identity->header.second, QCryptographicHash::Sha256);
    {
        const std::lock_guard lock(m_mutex);
        if (m_person && m_personOf == of)
            return *m_person;
    }
    const auto served = (*api)->json({ .route = u"/user"_s }, context);
    if (!served)
        return std::unexpected(served.error());
    Person person { sdk::idOf((*served)["id"_L1]), sdk::textOf((*served)["username"_L1], 200), sdk::textOf((*served)["name"_L1], 200) };
    if (person.id.isEmpty() || person.username.isEmpty())
        return fail(ErrorCode::BadResponse, u"there is no GitLab at this address, or it does not say who we are"_s, (*api)->name());
    const std::lock_guard lock(m_mutex);
    m_person = person;
    m_personOf = of;
    return person;
}

// Sources: https://docs.gitlab.com/api/personal_access_tokens/ ("self"), https://docs.gitlab.com/api/oauth2/ (token/info).
sdk::Result<QStringList> Host::scopes(sdk::PullContext &context) const
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    const auto identity = signIn(context, {});
    if (!identity)
        return std::unexpected(identity.error());
    QStringList scopes;
    if (identity->header.first == "private-token") {
        const auto served = (*api)->json({ .route = u"/personal_access_tokens/self"_s }, context);
        if (!served)
            return std::unexpected(served.error());
        for (const QJsonValue scope : (*served)["scopes"_L1].toArray())
            scopes.append(sdk::textOf(scope, 100));
        return scopes;
    }
    const sdk::HostApi root(*m_address, [identity](sdk::PullContext &, const QByteArray &) { return *identity; });
    const auto served = root.json({ .route = u"/oauth/token/info"_s }, context);
    if (!served)
        return std::unexpected(served.error());
    for (const QJsonValue scope : (*served)["scope"_L1].toArray())
        scopes.append(sdk::textOf(scope, 100));
    return scopes;
}

QString Host::projectOf(const sdk::AskedEntity &entity) const
{
    if (!m_address)
        return {};
    const QString instance = entity.annotations.value("gitlab.com/instance"_L1).toString();
    const QString here = sdk::projectOfSource(entity, sdk::HostType::GitLab, *m_address);
    for (const QString &key : { u"gitlab.com/project-slug"_s, u"gitlab.com/project-id"_s }) {
        const QJsonValue value = entity.annotations.value(key);
        if (!value.isString() || value.toString().trimmed().isEmpty())
            continue;
        if (!instance.isEmpty())
            return sdk::isInstance(instance, *m_address) ? value.toString().trimmed() : QString();
        const auto project = sdk::withoutInstance(value.toString(), *m_address);
        if (!project)
            return {};
        // An entity whose source lies elsewhere means the GitLab of that place, or gitlab.com.
        const bool isPlain = *project == value.toString().trimmed();
        const QString source = entity.annotations.value("backstage.io/source-location"_L1).toString();
        const bool isElsewhere = here.isEmpty() && source.startsWith("url:"_L1) && m_address->host() != "gitlab.com"_L1;
        return isPlain && isElsewhere ? QString() : *project;
    }
    return instance.isEmpty() || sdk::isInstance(instance, *m_address) ? here : QString();
}

std::vector<sdk::HostedProject> Host::projects(sdk::PullContext &context) const
{
    return sdk::hostedProjects(context.entities(), [this](const sdk::AskedEntity &entity) { return projectOf(entity); });
}

} // namespace callboard::gitlab
