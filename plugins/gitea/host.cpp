// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitea/host.h"

#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>

namespace callboard::gitea {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using Identity = sdk::HostApi::Identity;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Gitea)
};

sdk::Result<Identity> identityOf(const QString &typed, bool isOAuth)
{
    const auto token = sdk::tokenOf(typed);
    if (!token)
        return std::unexpected(token.error());
    return isOAuth ? Identity { { "authorization", "Bearer " + *token }, "oauth", false } : Identity { { "authorization", "token " + *token }, {}, false };
}

// Sources: https://docs.gitea.com/development/oauth2-provider, https://docs.gitea.com/development/api-usage.
sdk::OAuthClient clientAt(const QUrl &address)
{
    sdk::OAuthClient client;
    client.authorization = QUrl(address.toString() + u"/login/oauth/authorize"_s);
    client.token = QUrl(address.toString() + u"/login/oauth/access_token"_s);
    client.scopes = { u"write:repository"_s, u"write:notification"_s, u"write:issue"_s, u"read:user"_s };
    return client;
}

} // namespace

QString repoRoute(const QString &project, const QString &rest)
{
    return u"/repos/"_s + sdk::pathPart(project.section(u'/', 0, 0)) + u'/' + sdk::pathPart(project.section(u'/', 1)) + rest;
}

bool isAbsent(const domain::Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::Forbidden;
}

Host::Host(const QJsonObject &settings)
    : m_address(sdk::hostAddress(settings.value("url"_L1).toString(), {}))
{
    if (!m_address)
        return;
    m_signIn.emplace(settings, sdk::hostName(*m_address), clientAt(*m_address), identityOf);
    QUrl api = *m_address;
    api.setPath(api.path() + u"/api/v1"_s);
    m_api.emplace(api, [this](sdk::PullContext &context, const QByteArray &refused) { return m_signIn->identity(context, refused); });
}

sdk::Result<const sdk::HostApi *> Host::api() const
{
    return m_api ? sdk::Result<const sdk::HostApi *>(&*m_api) : std::unexpected(m_address.error());
}

sdk::Result<std::vector<sdk::SignInMethod>> Host::signInMethods() const
{
    if (!m_address)
        return std::unexpected(m_address.error());
    return m_signIn->methods({ Words::tr("Sign in with the browser"), Words::tr("With an access token"),
        Words::tr("It needs the id of an application that is registered at this server: type it first.") });
}

sdk::Result<QString> Host::login(sdk::PullContext &context)
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    const auto identity = m_signIn->identity(context, {});
    if (!identity)
        return std::unexpected(identity.error());
    const QByteArray of = sdk::ownerOf(*identity);
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
