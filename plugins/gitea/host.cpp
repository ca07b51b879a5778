// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitea/host.h"

#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace callboard::gitea {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using Identity = sdk::HostApi::Identity;
using Kind = sdk::SignInMethod::Kind;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Gitea)
};
}

QString repoRoute(const QString &project, const QString &rest)
{
    return u"/repos/"_s + sdk::pathPart(project.section(u'/', 0, 0)) + u'/' + sdk::pathPart(project.section(u'/', 1)) + rest;
}

bool isAbsent(const domain::Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::Forbidden;
}

Host::Host(const QJsonObject &settings)
    : m_choice(settings.value("signIn"_L1).toString(u"auto"_s))
    , m_clientId(settings.value("clientId"_L1).toString().trimmed())
    , m_address(sdk::hostAddress(settings.value("url"_L1).toString(), {}))
{
    if (!m_address)
        return;
    QUrl api = *m_address;
    api.setPath(api.path() + u"/api/v1"_s);
    m_api.emplace(api, [this](sdk::PullContext &context, const QByteArray &refused) { return signIn(context, refused); });
}

sdk::Result<const sdk::HostApi *> Host::api() const
{
    return m_api ? sdk::Result<const sdk::HostApi *>(&*m_api) : std::unexpected(m_address.error());
}

// Sources: https://docs.gitea.com/development/oauth2-provider, https://docs.gitea.com/development/api-usage.
sdk::OAuthClient Host::client() const
{
    sdk::OAuthClient client;
    client.authorization = QUrl(m_address->toString() + u"/login/oauth/authorize"_s);
    client.token = QUrl(m_address->toString() + u"/login/oauth/access_token"_s);
    client.clientId = m_clientId;
    client.scopes = { u"write:repository"_s, u"write:notification"_s, u"write:issue"_s, u"read:user"_s };
    return client;
}

sdk::Result<Identity> Host::signIn(sdk::PullContext &context, const QByteArray &refused) const
{
    const QString name = sdk::hostName(*m_address);
    if (m_choice != "oauth"_L1) {
        const auto typed = context.secret(u"token"_s);
        if (typed && !typed->trimmed().isEmpty()) {
            const auto token = sdk::tokenOf(*typed);
            if (!token)
                return std::unexpected(token.error());
            return Identity { { "authorization", "token " + *token }, {}, false };
        }
        if (!typed && typed.error().code != ErrorCode::NotFound && typed.error().code != ErrorCode::Unsupported)
            return std::unexpected(typed.error());
        if (m_clientId.isEmpty() || m_choice == "token"_L1)
            return fail(ErrorCode::Unauthorised, u"no access token was given"_s, name);
    }
    if (m_clientId.isEmpty())
        return fail(ErrorCode::Unauthorised, u"the sign-in with the browser needs the id of an application"_s, name);
    const QString last = refused.startsWith("Bearer ") ? QString::fromLatin1(refused.mid(7)) : QString();
    const auto token = context.accessToken(client(), last);
    if (!token)
        return std::unexpected(token.error());
    return Identity { { "authorization", "Bearer " + token->toLatin1() }, "oauth", true };
}

sdk::Result<std::vector<sdk::SignInMethod>> Host::signInMethods() const
{
    if (!m_address)
        return std::unexpected(m_address.error());
    std::vector<sdk::SignInMethod> methods { { u"token"_s, Words::tr("With an access token"), Kind::Token, u"token"_s, {}, {} } };
    sdk::SignInMethod browser { u"oauth"_s, Words::tr("Sign in with the browser"), Kind::OAuth, {}, client(), {} };
    if (m_clientId.isEmpty()) {
        browser.oauth = {};
        browser.unavailable = Words::tr("It needs the id of an application that is registered at this server: type it first.");
        methods.push_back(browser);
    } else {
        methods.insert(methods.begin(), browser);
    }
    return methods;
}

sdk::Result<QString> Host::login(sdk::PullContext &context)
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    const auto identity = signIn(context, {});
    if (!identity)
        return std::unexpected(identity.error());
    const QByteArray of = identity->renewable
        ? QByteArray("oauth")
        : QCryptographicHash::hash(identity->header.second, QCryptographicHash::Sha256);
    {
        const std::lock_guard lock(m_mutex);
        if (!m_login.isEmpty() && m_loginOf == of)
            return m_login;
    }
    const auto served = (*api)->json({ .route = u"/user"_s }, context);
    if (!served)
        return std::unexpected(served.error());
    const QString login = sdk::textOf((*served)["login"_L1], 200);
    if (login.isEmpty())
        return fail(ErrorCode::BadResponse, u"there is no Gitea or Forgejo at this address, or it does not say who we are"_s, (*api)->name());
    const std::lock_guard lock(m_mutex);
    m_login = login;
    m_loginOf = of;
    return login;
}

QString Host::projectOf(const sdk::AskedEntity &entity) const
{
    if (!m_address)
        return {};
    for (const QString &key : { u"gitea.io/project-slug"_s, u"gitea.com/project-slug"_s, u"forgejo.org/project-slug"_s }) {
        const QString slug = entity.annotations.value(key).toString().trimmed();
        if (slug.isEmpty())
            continue;
        const auto project = sdk::withoutInstance(slug, *m_address);
        return project && project->count(u'/') == 1 ? *project : QString();
    }
    return sdk::projectOfSource(entity, sdk::HostType::Gitea, *m_address);
}

std::vector<sdk::HostedProject> Host::projects(sdk::PullContext &context) const
{
    return sdk::hostedProjects(context.entities(), [this](const sdk::AskedEntity &entity) { return projectOf(entity); });
}

} // namespace callboard::gitea
