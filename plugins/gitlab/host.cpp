// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitlab/host.h"

#include "plugins/gitlab/glab.h"
#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>

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
sdk::Result<Identity> identityOf(const QString &typed, bool isOAuth)
{
    const auto token = sdk::tokenOf(typed);
    if (!token)
        return std::unexpected(token.error());
    if (isOAuth)
        return Identity { { "authorization", "Bearer " + *token }, "oauth", false };
    return Identity { { "private-token", *token }, {}, false };
}

// Source: https://docs.gitlab.com/api/oauth2/; the device grant is there since 17.2.
sdk::OAuthClient clientAt(const QUrl &address)
{
    const auto endpoint = [&address](const QString &route) { return QUrl(address.toString() + route); };
    sdk::OAuthClient client;
    client.authorization = endpoint(u"/oauth/authorize"_s);
    client.token = endpoint(u"/oauth/token"_s);
    client.revocation = endpoint(u"/oauth/revoke"_s);
    client.deviceAuthorization = endpoint(u"/oauth/authorize_device"_s);
    client.scopes = { u"api"_s };
    return client;
}

} // namespace

QString projectRoute(const QString &project, const QString &rest)
{
    return u"/projects/"_s + sdk::pathPart(project) + rest;
}

Host::Host(const QJsonObject &settings)
    : m_address(sdk::hostAddress(settings.value("url"_L1).toString(), u"https://gitlab.com"_s))
{
    if (!m_address)
        return;
    m_signIn.emplace(settings, sdk::hostName(*m_address), clientAt(*m_address), identityOf);
    QUrl api = *m_address;
    api.setPath(api.path() + u"/api/v4"_s);
    m_api.emplace(api, [this](sdk::PullContext &context, const QByteArray &refused) { return signIn(context, refused); });
}

sdk::Result<const sdk::HostApi *> Host::api() const
{
    return m_api ? sdk::Result<const sdk::HostApi *>(&*m_api) : std::unexpected(m_address.error());
}

sdk::Result<Identity> Host::signIn(sdk::PullContext &context, const QByteArray &refused) const
{
    if (m_signIn->choice() != "glab"_L1)
        return m_signIn->identity(context, refused);
    const auto login = glabLogin(sdk::hostName(*m_address));
    return login ? identityOf(login->token, login->isOAuth) : fail(ErrorCode::Unauthorised, login.error().detail, login.error().source);
}

sdk::Result<std::vector<sdk::SignInMethod>> Host::signInMethods() const
{
    if (!m_address)
        return std::unexpected(m_address.error());
    std::vector<sdk::SignInMethod> others;
    if (const auto login = glabLogin(sdk::hostName(*m_address))) {
        const QString name = login->user.isEmpty() ? Words::tr("With what glab holds on this machine")
                                                   : Words::tr("As %1, with what glab holds on this machine").arg(login->user);
        others.push_back({ u"glab"_s, name, Kind::Guest, {}, {}, {} });
    }
    const sdk::SignInWords words { Words::tr("Sign in with the browser"), Words::tr("With an access token"),
        Words::tr("It needs the id of an application that is registered at this GitLab: type it first.") };
    return m_signIn->methods(words, std::move(others));
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
    const QByteArray of = sdk::ownerOf(*identity);
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
