// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/github/host.h"

#include "plugins/github/ghlogin.h"
#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>

namespace callboard::github {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using Identity = sdk::HostApi::Identity;
using Kind = sdk::SignInMethod::Kind;

namespace {

struct HostWords {
    Q_DECLARE_TR_FUNCTIONS(GitHub)
};

// Sources: https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api; …/enterprise-server/rest (…/api/v3);
// …/admin/data-residency: API below "api." of ghe.com.
QUrl apiAddress(const QUrl &web, const QString &pathOfServer)
{
    QUrl api = web;
    const QString host = web.host();
    if (host == "github.com"_L1 || host == "www.github.com"_L1)
        api.setHost(u"api.github.com"_s);
    else if (host.endsWith(".ghe.com"_L1))
        api.setHost(u"api."_s + host);
    else
        api.setPath(web.path() + pathOfServer);
    return api;
}

QUrl restAddress(const QUrl &web) { return apiAddress(web, u"/api/v3"_s); }
QUrl graphQlAddress(const QUrl &web) { return apiAddress(web, u"/api"_s); }

sdk::Headers always()
{
    return { { "accept", "application/vnd.github+json, application/json;q=0.9" }, { "x-github-api-version", "2022-11-28" },
        { "user-agent", "Callboard" } };
}

sdk::Result<Identity> bearer(const QString &typed)
{
    const auto token = sdk::tokenOf(typed);
    if (!token)
        return std::unexpected(token.error());
    // An ETag of GitHub's depends on the token: what is remembered is never shared between two.
    return Identity { { "authorization", "Bearer " + *token }, {}, false };
}

// Source: https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#device-flow. Its web flow wants a client's
// secret, which a program on somebody's machine cannot keep.
sdk::OAuthClient clientAt(const QUrl &web)
{
    const auto endpoint = [&web](const QString &route) { return QUrl(web.toString() + route); };
    sdk::OAuthClient client;
    client.token = endpoint(u"/login/oauth/access_token"_s);
    client.deviceAuthorization = endpoint(u"/login/device/code"_s);
    client.scopes = { u"repo"_s, u"notifications"_s, u"read:org"_s };
    return client;
}

} // namespace

QString repoRoute(const QString &project, const QString &rest)
{
    return u"/repos/"_s + sdk::pathPart(project.section(u'/', 0, 0)) + u'/' + sdk::pathPart(project.section(u'/', 1)) + rest;
}

Host::Host(const QJsonObject &settings)
    : sdk::Host(settings, { .web = sdk::hostAddress(settings.value("url"_L1).toString(), u"https://github.com"_s), .api = restAddress, .client = clientAt,
          .identify = [](const QString &token, bool) { return bearer(token); }, .always = always() })
    , m_graphQl(apiAt(graphQlAddress, always()))
{
}

sdk::Result<QJsonObject> Host::graphQl(const QString &query, const QJsonObject &variables, sdk::PullContext &context) const
{
    const auto answer = m_graphQl.json({ .method = "POST", .route = u"/graphql"_s,
        .body = QJsonObject { { u"query"_s, query }, { u"variables"_s, variables } } }, context);
    if (!answer)
        return std::unexpected(answer.error());
    const QJsonValue data = (*answer)["data"_L1];
    if (!data.isObject())
        return fail(ErrorCode::BadResponse, u"GitHub refused the query: %1"_s.arg(sdk::lineOf((*answer)["errors"_L1][0]["message"_L1])), m_graphQl.name());
    return data.toObject();
}

sdk::Result<Identity> Host::signIn(sdk::PullContext &context, const QByteArray &refused) const
{
    if (way().choice() != "gh"_L1)
        return way().identity(context, refused);
    const QString name = sdk::hostName(web());
    const auto login = ghLogin(name);
    return login ? bearer(login->token) : fail(ErrorCode::Unauthorised, login.error().detail, name);
}

std::vector<sdk::SignInMethod> Host::methods() const
{
    std::vector<sdk::SignInMethod> others;
    if (const auto login = ghUser(sdk::hostName(web()))) {
        const QString name = login->user.isEmpty() ? HostWords::tr("With what gh holds on this machine")
                                                   : HostWords::tr("As %1, with what gh holds on this machine").arg(login->user);
        others.push_back({ u"gh"_s, name, Kind::Guest, {}, {}, {} });
    }
    const sdk::SignInWords words { HostWords::tr("Sign in with the browser"), HostWords::tr("With an access token"),
        HostWords::tr("It needs the client id of an OAuth app of your organisation with the device flow switched on: type it first.") };
    return way().methods(words, std::move(others));
}

sdk::Result<Person> Host::person(sdk::PullContext &context)
{
    return m_person.of(api().identity(context), [&]() -> sdk::Result<Person> {
        const auto served = api().send({ .route = u"/user"_s }, context);
        if (!served)
            return std::unexpected(served.error());
        const QJsonObject user = QJsonDocument::fromJson(served->body).object();
        Person person { sdk::textOf(user["login"_L1], 200), sdk::textOf(user["name"_L1], 200), {}, false };
        if (person.login.isEmpty())
            return fail(ErrorCode::BadResponse, u"there is no GitHub at this address, or it does not say who we are"_s, api().name());
        // Fine-grained tokens and those of apps have permissions, which GitHub does not tell.
        const QByteArray scopes = served->header("x-oauth-scopes");
        person.tellsScopes = !scopes.isEmpty();
        for (const QByteArray &scope : scopes.left(2000).split(','))
            person.scopes.append(QString::fromLatin1(scope.trimmed()));
        return person;
    });
}

sdk::Result<QString> Host::principal(sdk::PullContext &context)
{
    const auto person = this->person(context);
    if (!person)
        return std::unexpected(person.error());
    return person->login + u'@' + api().name();
}

sdk::Result<sdk::ProbeReport> Host::probe(sdk::PullContext &context)
{
    const auto person = this->person(context);
    if (!person)
        return std::unexpected(person.error());
    sdk::ProbeReport report { person->login, {}, {}, {} };
    if (person->tellsScopes && !person->scopes.contains("repo"_L1))
        report.missing.append(HostWords::tr("The token may not read private repositories, nor start or cancel runs: it would need the scope “repo”."));
    const bool readsNotices = person->scopes.contains("notifications"_L1) || person->scopes.contains("repo"_L1);
    if (!readsNotices)
        report.missing.append(HostWords::tr("Notifications cannot be read: GitHub gives them to classic tokens with the scope “notifications” only."));
    report.summary = HostWords::tr("%1 at %2.").arg(person->name.isEmpty() ? person->login : person->name, sdk::hostName(web()));
    return report;
}

// Source: https://backstage.io/docs/features/software-catalog/well-known-annotations#githubcomproject-slug
QString Host::projectOf(const sdk::AskedEntity &entity) const
{
    const QString here = sdk::projectOfSource(entity, sdk::HostType::GitHub, web());
    const QString typed = entity.annotations.value("github.com/project-slug"_L1).toString().trimmed();
    if (typed.isEmpty())
        return here;
    const auto project = sdk::withoutInstance(typed, web());
    if (!project || project->count(u'/') != 1)
        return {};
    // The annotation names no host: where the source lies elsewhere it is of that place, and github.com where nothing is known.
    const bool isPlain = *project == typed;
    const QString source = entity.annotations.value("backstage.io/source-location"_L1).toString();
    const bool isElsewhere = here.isEmpty() && (source.startsWith("url:"_L1) || web().host() != "github.com"_L1);
    return isPlain && isElsewhere ? QString() : *project;
}

} // namespace callboard::github
