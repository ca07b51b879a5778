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

struct HostWords {
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

QUrl apiAddress(QUrl web)
{
    web.setPath(web.path() + u"/api/v4"_s);
    return web;
}

} // namespace

QString projectRoute(const QString &project, const QString &rest)
{
    return u"/projects/"_s + sdk::pathPart(project) + rest;
}

Host::Host(const QJsonObject &settings)
    : sdk::Host(settings,
          { .web = sdk::hostAddress(settings.value("url"_L1).toString(), u"https://gitlab.com"_s), .api = apiAddress, .client = clientAt, .identify = identityOf })
{
}

sdk::Result<Identity> Host::signIn(sdk::PullContext &context, const QByteArray &refused) const
{
    if (way().choice() != "glab"_L1)
        return way().identity(context, refused);
    const auto login = glabLogin(sdk::hostName(web()));
    return login ? identityOf(login->token, login->isOAuth) : fail(ErrorCode::Unauthorised, login.error().detail, login.error().source);
}

std::vector<sdk::SignInMethod> Host::methods() const
{
    std::vector<sdk::SignInMethod> others;
    if (const auto login = glabLogin(sdk::hostName(web()))) {
        const QString name = login->user.isEmpty() ? HostWords::tr("With what glab holds on this machine")
                                                   : HostWords::tr("As %1, with what glab holds on this machine").arg(login->user);
        others.push_back({ u"glab"_s, name, Kind::Guest, {}, {}, {} });
    }
    const sdk::SignInWords words { HostWords::tr("Sign in with the browser"), HostWords::tr("With an access token"),
        HostWords::tr("It needs the id of an application that is registered at this GitLab: type it first.") };
    return way().methods(words, std::move(others));
}

sdk::Result<Person> Host::person(sdk::PullContext &context)
{
    return m_person.of(api().identity(context), [&]() -> sdk::Result<Person> {
        const auto served = api().json({ .route = u"/user"_s }, context);
        if (!served)
            return std::unexpected(served.error());
        Person person { sdk::idOf((*served)["id"_L1]), sdk::textOf((*served)["username"_L1], 200), sdk::textOf((*served)["name"_L1], 200) };
        if (person.id.isEmpty() || person.username.isEmpty())
            return fail(ErrorCode::BadResponse, u"there is no GitLab at this address, or it does not say who we are"_s, api().name());
        return person;
    });
}

sdk::Result<QString> Host::principal(sdk::PullContext &context)
{
    const auto person = this->person(context);
    if (!person)
        return std::unexpected(person.error());
    return person->username + u'@' + api().name();
}

sdk::Result<sdk::ProbeReport> Host::probe(sdk::PullContext &context)
{
    const auto person = this->person(context);
    if (!person)
        return std::unexpected(person.error());
    sdk::ProbeReport report { person->username, {}, {}, {} };
    const auto scopes = this->scopes(context);
    if (!scopes && scopes.error().code == ErrorCode::Cancelled)
        return std::unexpected(scopes.error());
    if (scopes && !scopes->contains("api"_L1)) {
        report.missing.append(scopes->contains("read_api"_L1)
                ? HostWords::tr("The token may only read: pipelines cannot be started or cancelled, and to-dos not be marked as done. It would need the scope “api”.")
                : HostWords::tr("The token may not read pipelines, merge requests and to-dos: it needs the scope “read_api” or “api”."));
    }
    report.summary = HostWords::tr("%1 at %2.").arg(person->name.isEmpty() ? person->username : person->name, api().name());
    return report;
}

// Sources: https://docs.gitlab.com/api/personal_access_tokens/ ("self"), https://docs.gitlab.com/api/oauth2/ (token/info).
sdk::Result<QStringList> Host::scopes(sdk::PullContext &context) const
{
    const auto identity = api().identity(context);
    if (!identity)
        return std::unexpected(identity.error());
    QStringList scopes;
    if (identity->header.first == "private-token") {
        const auto served = api().json({ .route = u"/personal_access_tokens/self"_s }, context);
        if (!served)
            return std::unexpected(served.error());
        for (const QJsonValue scope : (*served)["scopes"_L1].toArray())
            scopes.append(sdk::textOf(scope, 100));
        return scopes;
    }
    const sdk::HostApi root(web(), [identity](sdk::PullContext &, const QByteArray &) { return *identity; });
    const auto served = root.json({ .route = u"/oauth/token/info"_s }, context);
    if (!served)
        return std::unexpected(served.error());
    for (const QJsonValue scope : (*served)["scope"_L1].toArray())
        scopes.append(sdk::textOf(scope, 100));
    return scopes;
}

QString Host::projectOf(const sdk::AskedEntity &entity) const
{
    const QString instance = entity.annotations.value("gitlab.com/instance"_L1).toString();
    const QString here = sdk::projectOfSource(entity, sdk::HostType::GitLab, web());
    for (const QString &key : { u"gitlab.com/project-slug"_s, u"gitlab.com/project-id"_s }) {
        const QJsonValue value = entity.annotations.value(key);
        if (!value.isString() || value.toString().trimmed().isEmpty())
            continue;
        if (!instance.isEmpty())
            return sdk::isInstance(instance, web()) ? value.toString().trimmed() : QString();
        const auto project = sdk::withoutInstance(value.toString(), web());
        if (!project)
            return {};
        // An entity whose source lies elsewhere means the GitLab of that place, or gitlab.com.
        const bool isPlain = *project == value.toString().trimmed();
        const QString source = entity.annotations.value("backstage.io/source-location"_L1).toString();
        const bool isElsewhere = here.isEmpty() && source.startsWith("url:"_L1) && web().host() != "gitlab.com"_L1;
        return isPlain && isElsewhere ? QString() : *project;
    }
    return instance.isEmpty() || sdk::isInstance(instance, web()) ? here : QString();
}

} // namespace callboard::gitlab
