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
struct HostWords {
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

QUrl apiAddress(QUrl web)
{
    web.setPath(web.path() + u"/api/v1"_s);
    return web;
}

} // namespace

QString repoRoute(const QString &project, const QString &rest)
{
    return u"/repos/"_s + sdk::pathPart(project.section(u'/', 0, 0)) + u'/' + sdk::pathPart(project.section(u'/', 1)) + rest;
}

Host::Host(const QJsonObject &settings)
    : sdk::Host(settings,
          { .web = sdk::hostAddress(settings.value("url"_L1).toString(), {}), .api = apiAddress, .client = clientAt, .identify = identityOf })
{
}

std::vector<sdk::SignInMethod> Host::methods() const
{
    return way().methods({ HostWords::tr("Sign in with the browser"), HostWords::tr("With an access token"),
        HostWords::tr("It needs the id of an application that is registered at this server: type it first.") });
}

sdk::Result<QString> Host::login(sdk::PullContext &context)
{
    return m_login.of(api().identity(context), [&]() -> sdk::Result<QString> {
        const auto served = api().json({ .route = u"/user"_s }, context);
        if (!served)
            return std::unexpected(served.error());
        const QString login = sdk::textOf((*served)["login"_L1], 200);
        if (login.isEmpty())
            return fail(ErrorCode::BadResponse, u"there is no Gitea or Forgejo at this address, or it does not say who we are"_s, api().name());
        return login;
    });
}

sdk::Result<QString> Host::principal(sdk::PullContext &context)
{
    const auto login = this->login(context);
    if (!login)
        return std::unexpected(login.error());
    return *login + u'@' + api().name();
}

// A token does not tell its scopes; what it lacks shows by asking.
sdk::Result<sdk::ProbeReport> Host::probe(sdk::PullContext &context)
{
    const auto login = this->login(context);
    if (!login)
        return std::unexpected(login.error());
    const sdk::HostApi &api = this->api();
    sdk::ProbeReport report { *login, {}, {}, {} };
    const auto version = api.json({ .route = u"/version"_s }, context);
    if (!version && version.error().code == ErrorCode::Cancelled)
        return std::unexpected(version.error());
    const QString number = version ? sdk::textOf((*version)["version"_L1], 60) : QString();
    report.summary = number.isEmpty() ? HostWords::tr("%1 at %2.").arg(*login, api.name()) : HostWords::tr("%1 at %2, version %3.").arg(*login, api.name(), number);
    const auto notifications = api.answerTo({ .route = u"/notifications"_s, .query = { { u"limit"_s, u"1"_s } } }, context);
    if (notifications && notifications->status == 403)
        report.missing.append(HostWords::tr("The token may not read notifications: it needs “write:notification”."));
    const auto pulls = api.answerTo({ .route = u"/repos/issues/search"_s, .query = { { u"type"_s, u"pulls"_s }, { u"limit"_s, u"1"_s } } }, context);
    if (pulls && pulls->status == 403)
        report.missing.append(HostWords::tr("The token may not read pull requests: it needs “read:issue” and “read:repository”."));
    return report;
}

QString Host::projectOf(const sdk::AskedEntity &entity) const
{
    for (const QString &key : { u"gitea.io/project-slug"_s, u"gitea.com/project-slug"_s, u"forgejo.org/project-slug"_s }) {
        const QString slug = entity.annotations.value(key).toString().trimmed();
        if (slug.isEmpty())
            continue;
        const auto project = sdk::withoutInstance(slug, web());
        return project && project->count(u'/') == 1 ? *project : QString();
    }
    return sdk::projectOfSource(entity, sdk::HostType::Gitea, web());
}

} // namespace callboard::gitea
