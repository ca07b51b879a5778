// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/azure/host.h"

#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace callboard::azure {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using Identity = sdk::HostApi::Identity;

namespace {

const QString version = u"7.1"_s;

struct HostWords {
    Q_DECLARE_TR_FUNCTIONS(Azure)
};

// Source: https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate: Basic, with an empty name.
sdk::Result<Identity> identityOf(const QString &typed, bool isOAuth)
{
    const auto token = sdk::tokenOf(typed);
    if (!token)
        return std::unexpected(token.error());
    if (isOAuth)
        return Identity { { "authorization", "Bearer " + *token }, "oauth", false };
    return Identity { { "authorization", "Basic " + QByteArray(':' + *token).toBase64() }, {}, false };
}

// Sources: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow, …/v2-oauth2-device-code; the first scope is Azure
// DevOps' own: https://learn.microsoft.com/azure/devops/integrate/get-started/authentication/entra-oauth.
sdk::OAuthClient clientOf(const QJsonObject &settings)
{
    static const QRegularExpression name(u"^[A-Za-z0-9][A-Za-z0-9.-]{0,200}$"_s);
    QString tenant = settings.value("tenant"_L1).toString().trimmed();
    if (!name.match(tenant).hasMatch())
        tenant = u"organizations"_s;
    const QString root = u"https://login.microsoftonline.com/"_s + tenant + u"/oauth2/v2.0/"_s;
    sdk::OAuthClient client;
    client.authorization = QUrl(root + u"authorize"_s);
    client.token = QUrl(root + u"token"_s);
    client.deviceAuthorization = QUrl(root + u"devicecode"_s);
    client.scopes = { u"499b84ac-1321-427f-aa17-267ca6975798/user_impersonation"_s, u"offline_access"_s };
    return client;
}

QString organisationOf(const QUrl &address) { return address.path().section(u'/', -1); }

/// https://acme.visualstudio.com is what https://dev.azure.com/acme was called before.
QUrl withoutOldName(QUrl address)
{
    if (!address.host().endsWith(".visualstudio.com"_L1))
        return address;
    return QUrl(u"https://dev.azure.com/"_s + address.host().section(u'.', 0, 0));
}

sdk::Result<QUrl> addressOf(const QJsonObject &settings)
{
    auto address = sdk::hostAddress(settings.value("url"_L1).toString(), {}).transform(withoutOldName);
    if (address && organisationOf(*address).isEmpty())
        return fail(ErrorCode::Invalid, u"the address names no organisation: https://dev.azure.com/organisation"_s);
    return address;
}

} // namespace

Place Place::fromName(const QString &name)
{
    if (const qsizetype bar = name.indexOf(u'|'); bar > 0)
        return { name.left(bar), {}, name.mid(bar + 1) };
    return { name.section(u'/', 0, 0), name.section(u'/', 1), {} };
}

QString Place::name() const
{
    return definition.isEmpty() ? project + u'/' + repository : project + u'|' + definition;
}

sdk::HostAsk askOf(const QString &route, QUrlQuery query)
{
    query.addQueryItem(u"api-version"_s, version);
    return { .route = route, .query = query };
}

QString buildsRoute(const QString &project, const QString &rest)
{
    return u'/' + sdk::pathPart(project) + u"/_apis/build/builds"_s + rest;
}

QString pullsRoute(const Place &place, const QString &rest)
{
    return u'/' + sdk::pathPart(place.project) + u"/_apis/git/repositories/"_s + sdk::pathPart(place.repository) + u"/pullRequests"_s + rest;
}

bool isAbsent(const domain::Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::Forbidden || error.code == ErrorCode::Unauthorised;
}

Host::Host(const QJsonObject &settings)
    // Without that header a token that has ended is answered with the way to a page to sign in.
    : sdk::Host(settings, { .web = addressOf(settings), .client = [&settings](const QUrl &) { return clientOf(settings); }, .identify = identityOf,
          .always = { { "x-tfs-fedauthredirect", "Suppress" } } })
{
}

QString Host::organisation() const
{
    return organisationOf(web());
}

std::vector<sdk::SignInMethod> Host::methods() const
{
    return way().methods({ HostWords::tr("Sign in with the browser"), HostWords::tr("With a personal access token"),
        HostWords::tr("It needs the id of an application that is registered in your Microsoft Entra: type it first.") });
}

QString Host::pullRequestPage(const QString &project, const QString &repository, const QString &id) const
{
    return web().toString(QUrl::FullyEncoded) + u'/' + sdk::pathPart(project) + u"/_git/"_s + sdk::pathPart(repository) + u"/pullrequest/"_s
        + sdk::pathPart(id);
}

// Source: https://learn.microsoft.com/rest/api/azure/devops/, connectionData, which every client of Microsoft's begins with.
sdk::Result<Person> Host::person(sdk::PullContext &context)
{
    return m_person.of(api().identity(context), [&]() -> sdk::Result<Person> {
        const auto served = api().json({ .route = u"/_apis/connectionData"_s, .query = { { u"api-version"_s, u"7.1-preview"_s } } }, context);
        if (!served)
            return std::unexpected(served.error());
        const QJsonValue user = (*served)["authenticatedUser"_L1];
        Person person { sdk::textOf(user["id"_L1], 100), sdk::textOf(user["properties"_L1]["Account"_L1]["$value"_L1], 200) };
        if (person.account.isEmpty())
            person.account = sdk::textOf(user["providerDisplayName"_L1], 200);
        if (person.account.isEmpty())
            return fail(ErrorCode::BadResponse, u"there is no Azure DevOps at this address, or it does not say who we are"_s, api().name());
        return person;
    });
}

sdk::Result<QString> Host::principal(sdk::PullContext &context)
{
    const auto person = this->person(context);
    if (!person)
        return std::unexpected(person.error());
    return person->account + u'@' + api().name() + u'/' + organisation();
}

sdk::Result<sdk::ProbeReport> Host::probe(sdk::PullContext &context)
{
    const auto person = this->person(context);
    if (!person)
        return std::unexpected(person.error());
    sdk::ProbeReport report { person->account, HostWords::tr("%1 in %2.").arg(person->account, organisation()), {}, {} };
    const auto projects = api().answerTo(askOf(u"/_apis/projects"_s, { { u"$top"_s, u"1"_s } }), context);
    if (!projects && projects.error().code != domain::ErrorCode::Unauthorised)
        return std::unexpected(projects.error());
    if (!projects || projects->status != 200)
        report.missing.append(HostWords::tr("The token may not read projects: it needs “Project and Team (read)”, “Code (read)” and “Build (read)”."));
    return report;
}

// Annotations: https://github.com/backstage/community-plugins, workspaces/azure-devops ("dev.azure.com/…").
QString Host::projectOf(const sdk::AskedEntity &entity) const
{
    const auto annotation = [&entity](const char *key) { return entity.annotations.value(QLatin1StringView(key)).toString().trimmed(); };
    // "dev.azure.com/organisation"
    const QString at = annotation("dev.azure.com/host-org");
    if (!at.isEmpty() && at.section(u'/', -1).compare(organisation(), Qt::CaseInsensitive) != 0)
        return {};
    if (const QString both = annotation("dev.azure.com/project-repo"); both.count(u'/') == 1)
        return Place { both.section(u'/', 0, 0), both.section(u'/', 1), {} }.name();
    const QString project = annotation("dev.azure.com/project"), definition = annotation("dev.azure.com/build-definition");
    if (!project.isEmpty() && !definition.isEmpty())
        return Place { project, {}, definition }.name();
    QUrl root = web();
    root.setPath(root.path().section(u'/', 0, -2)); // What is above the organisation: nothing, but on a server of one's own.
    const QString source = sdk::projectOfSource(entity, sdk::HostType::Azure, root);
    if (source.section(u'/', 0, 0).compare(organisation(), Qt::CaseInsensitive) != 0)
        return {};
    return Place { source.section(u'/', 1, 1), source.section(u'/', 2), {} }.name();
}

} // namespace callboard::azure
