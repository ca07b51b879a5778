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

struct Words {
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

/// https://acme.visualstudio.com is what https://dev.azure.com/acme was called before.
QUrl withoutOldName(QUrl address)
{
    if (!address.host().endsWith(".visualstudio.com"_L1))
        return address;
    return QUrl(u"https://dev.azure.com/"_s + address.host().section(u'.', 0, 0));
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
    : m_address(sdk::hostAddress(settings.value("url"_L1).toString(), {}))
{
    if (m_address)
        m_address = withoutOldName(*m_address);
    if (m_address && organisation().isEmpty())
        m_address = fail(ErrorCode::Invalid, u"the address names no organisation: https://dev.azure.com/organisation"_s);
    if (!m_address)
        return;
    m_signIn.emplace(settings, sdk::hostName(*m_address), clientOf(settings), identityOf);
    // Otherwise a token that has ended is answered with the way to a page to sign in.
    m_api.emplace(*m_address, [this](sdk::PullContext &context, const QByteArray &refused) { return m_signIn->identity(context, refused); },
        sdk::Headers { { "x-tfs-fedauthredirect", "Suppress" } });
}

sdk::Result<const sdk::HostApi *> Host::api() const
{
    return m_api ? sdk::Result<const sdk::HostApi *>(&*m_api) : std::unexpected(m_address.error());
}

QString Host::organisation() const
{
    return m_address ? m_address->path().section(u'/', -1) : QString();
}

sdk::Result<std::vector<sdk::SignInMethod>> Host::signInMethods() const
{
    if (!m_address)
        return std::unexpected(m_address.error());
    return m_signIn->methods({ Words::tr("Sign in with the browser"), Words::tr("With a personal access token"),
        Words::tr("It needs the id of an application that is registered in your Microsoft Entra: type it first.") });
}

QString Host::pullRequestPage(const QString &project, const QString &repository, const QString &id) const
{
    return m_address->toString(QUrl::FullyEncoded) + u'/' + sdk::pathPart(project) + u"/_git/"_s + sdk::pathPart(repository) + u"/pullrequest/"_s
        + sdk::pathPart(id);
}

// Source: https://learn.microsoft.com/rest/api/azure/devops/, connectionData, which every client of Microsoft's begins with.
sdk::Result<Person> Host::person(sdk::PullContext &context)
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
        if (m_person && m_personOf == of)
            return *m_person;
    }
    const auto served = (*api)->json({ .route = u"/_apis/connectionData"_s, .query = { { u"api-version"_s, u"7.1-preview"_s } } }, context);
    if (!served)
        return std::unexpected(served.error());
    const QJsonValue user = (*served)["authenticatedUser"_L1];
    Person person { sdk::textOf(user["id"_L1], 100), sdk::textOf(user["properties"_L1]["Account"_L1]["$value"_L1], 200) };
    if (person.account.isEmpty())
        person.account = sdk::textOf(user["providerDisplayName"_L1], 200);
    if (person.account.isEmpty())
        return fail(ErrorCode::BadResponse, u"there is no Azure DevOps at this address, or it does not say who we are"_s, (*api)->name());
    const std::lock_guard lock(m_mutex);
    m_person = person;
    m_personOf = of;
    return person;
}

// Annotations: https://github.com/backstage/community-plugins, workspaces/azure-devops ("dev.azure.com/…").
QString Host::placeOf(const sdk::AskedEntity &entity) const
{
    if (!m_address)
        return {};
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
    QUrl root = *m_address;
    root.setPath(root.path().section(u'/', 0, -2)); // What is above the organisation: nothing, but on a server of one's own.
    const QString source = sdk::projectOfSource(entity, sdk::HostType::Azure, root);
    if (source.section(u'/', 0, 0).compare(organisation(), Qt::CaseInsensitive) != 0)
        return {};
    return Place { source.section(u'/', 1, 1), source.section(u'/', 2), {} }.name();
}

std::vector<sdk::HostedProject> Host::projects(sdk::PullContext &context) const
{
    return sdk::hostedProjects(context.entities(), [this](const sdk::AskedEntity &entity) { return placeOf(entity); });
}

sdk::Result<void> Host::patchList(const QString &route, const QJsonArray &body, sdk::PullContext &context) const
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    const auto identity = m_signIn->identity(context, {});
    if (!identity)
        return std::unexpected(identity.error());
    sdk::HttpRequest request;
    request.method = "PATCH";
    request.url = QUrl(m_address->toString(QUrl::FullyEncoded) + route + u"?api-version="_s + version);
    request.headers = { { "accept", "application/json" }, { "content-type", "application/json" }, identity->header };
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.remember = false;
    const auto answer = context.http().send(request);
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->status < 200 || answer->status > 299)
        return std::unexpected(sdk::errorOf(*answer, (*api)->name()));
    return {};
}

} // namespace callboard::azure
