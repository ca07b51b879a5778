// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/bitbucket/host.h"

#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>

namespace callboard::bitbucket {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using Identity = sdk::HostApi::Identity;

QString repoRoute(const QString &project, const QString &rest)
{
    return u"/repositories/"_s + sdk::pathPart(project.section(u'/', 0, 0)) + u'/' + sdk::pathPart(project.section(u'/', 1)) + rest;
}

bool isAbsent(const domain::Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::Forbidden;
}

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Bitbucket)
};

// Source: https://support.atlassian.com/bitbucket-cloud/docs/using-api-tokens/: a person's API token goes with the e-mail of the account;
// the token of a repository, project or workspace goes alone.
sdk::HostSignIn::Identify identifyBy(const QString &email)
{
    return [email](const QString &typed, bool isOAuth) -> sdk::Result<Identity> {
        const auto token = sdk::tokenOf(typed);
        if (!token)
            return std::unexpected(token.error());
        if (isOAuth)
            return Identity { { "authorization", "Bearer " + *token }, "oauth", false };
        if (email.isEmpty())
            return Identity { { "authorization", "Bearer " + *token }, {}, false };
        return Identity { { "authorization", "Basic " + QByteArray(email.toUtf8() + ':' + *token).toBase64() }, {}, false };
    };
}

// Sources: https://developer.atlassian.com/cloud/bitbucket/oauth-2/ (no client without a secret, so none that could come with this program: the
// person's workspace has its own), https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/ (an address to come back to
// has to begin as the consumer's, port included; what may be done is set at the consumer, not asked for).
sdk::OAuthClient consumer()
{
    sdk::OAuthClient client;
    client.authorization = QUrl(u"https://bitbucket.org/site/oauth2/authorize"_s);
    client.token = QUrl(u"https://bitbucket.org/site/oauth2/access_token"_s);
    client.redirectPort = 28417;
    client.secretField = u"clientSecret"_s;
    return client;
}

} // namespace

Host::Host(const QJsonObject &settings)
    : m_signIn(settings, u"bitbucket.org"_s, consumer(), identifyBy(settings.value("email"_L1).toString().trimmed()))
    , m_api(QUrl(u"https://api.bitbucket.org/2.0"_s),
          [this](sdk::PullContext &context, const QByteArray &refused) { return m_signIn.identity(context, refused); })
{
}

std::vector<sdk::SignInMethod> Host::signInMethods() const
{
    return m_signIn.methods({ Words::tr("Sign in with the browser"), Words::tr("With a token"),
        Words::tr("It needs an OAuth consumer of your workspace: type its key and secret first.") });
}

// Source: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-users/.
sdk::Result<Person> Host::person(sdk::PullContext &context)
{
    const auto identity = m_signIn.identity(context, {});
    if (!identity)
        return std::unexpected(identity.error());
    const QByteArray of = sdk::ownerOf(*identity);
    {
        const std::lock_guard lock(m_mutex);
        if (m_person && m_personOf == of)
            return *m_person;
    }
    Person person;
    const auto served = m_api.json({ .route = u"/user"_s }, context);
    if (!served && !isAbsent(served.error()))
        return std::unexpected(served.error());
    if (served) {
        person = { sdk::textOf((*served)["uuid"_L1], 100), sdk::textOf((*served)["nickname"_L1], 200), sdk::textOf((*served)["display_name"_L1], 200) };
        if (person.uuid.isEmpty())
            return fail(ErrorCode::BadResponse, u"Bitbucket does not say who we are"_s, m_api.name());
    }
    const std::lock_guard lock(m_mutex);
    m_person = person;
    m_personOf = of;
    return person;
}

sdk::Result<QString> Host::principal(sdk::PullContext &context)
{
    const auto person = this->person(context);
    if (!person)
        return std::unexpected(person.error());
    if (!person->uuid.isEmpty())
        return (person->nickname.isEmpty() ? person->uuid : person->nickname) + u"@bitbucket.org"_s;
    const std::lock_guard lock(m_mutex);
    return u"token:"_s + QString::fromLatin1(m_personOf.first(6).toHex());
}

std::vector<sdk::HostedProject> Host::projects(sdk::PullContext &context) const
{
    const QUrl pages(u"https://bitbucket.org"_s);
    return sdk::hostedProjects(context.entities(), [&pages](const sdk::AskedEntity &entity) {
        const QString slug = entity.annotations.value("bitbucket.org/project-slug"_L1).toString().trimmed();
        if (slug.isEmpty())
            return sdk::projectOfSource(entity, sdk::HostType::BitbucketCloud, pages);
        const auto project = sdk::withoutInstance(slug, pages);
        return project && project->count(u'/') == 1 ? *project : QString();
    });
}

} // namespace callboard::bitbucket
