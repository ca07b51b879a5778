// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/bitbucket/host.h"

#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace callboard::bitbucket {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using Identity = sdk::HostApi::Identity;

QString repoRoute(const QString &project, const QString &rest)
{
    return u"/repositories/"_s + sdk::pathPart(project.section(u'/', 0, 0)) + u'/' + sdk::pathPart(project.section(u'/', 1)) + rest;
}

namespace {

struct HostWords {
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
    : sdk::Host(settings, { .web = QUrl(u"https://bitbucket.org"_s), .api = [](const QUrl &) { return QUrl(u"https://api.bitbucket.org/2.0"_s); },
          .client = [](const QUrl &) { return consumer(); }, .identify = identifyBy(settings.value("email"_L1).toString().trimmed()) })
    , m_consumer(settings.value("clientId"_L1).toString().trimmed())
{
}

std::vector<sdk::SignInMethod> Host::methods() const
{
    return way().methods({ HostWords::tr("Sign in with the browser"), HostWords::tr("With a token"),
        HostWords::tr("It needs an OAuth consumer of your workspace: type its key and secret first.") });
}

// Source: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-users/.
sdk::Result<Person> Host::person(sdk::PullContext &context)
{
    const auto identity = api().identity(context);
    return m_person.of(identity, [&]() -> sdk::Result<Person> {
        const auto served = api().json({ .route = u"/user"_s }, context);
        if (!served && !sdk::isAbsent(served.error()))
            return std::unexpected(served.error());
        if (!served) {
            // A consumer without the right to the account: its tokens change, and whoever signs in by another one is somebody else.
            const QByteArray owner = identity->renewable ? QCryptographicHash::hash(m_consumer.toUtf8(), QCryptographicHash::Sha256) : sdk::ownerOf(*identity);
            return Person { .principal = u"token:"_s + QString::fromLatin1(owner.left(6).toHex()) };
        }
        Person person { sdk::textOf((*served)["uuid"_L1], 100), sdk::textOf((*served)["nickname"_L1], 200), sdk::textOf((*served)["display_name"_L1], 200) };
        if (person.uuid.isEmpty())
            return fail(ErrorCode::BadResponse, u"Bitbucket does not say who we are"_s, api().name());
        person.principal = (person.nickname.isEmpty() ? person.uuid : person.nickname) + u"@bitbucket.org"_s;
        return person;
    });
}

sdk::Result<QString> Host::principal(sdk::PullContext &context)
{
    return person(context).transform([](const Person &person) { return person.principal; });
}

sdk::Result<sdk::ProbeReport> Host::probe(sdk::PullContext &context)
{
    const auto person = this->person(context);
    if (!person)
        return std::unexpected(person.error());
    sdk::ProbeReport report { person->nickname, {}, {}, {} };
    if (person->uuid.isEmpty()) {
        report.summary = HostWords::tr("The token of a workspace or repository at bitbucket.org.");
        report.missing.append(HostWords::tr("It belongs to nobody: which pull requests wait for you cannot be told. An API token of your own, with your e-mail, can."));
    } else {
        report.summary = HostWords::tr("%1 at bitbucket.org.").arg(person->name.isEmpty() ? person->nickname : person->name);
    }
    return report;
}

QString Host::projectOf(const sdk::AskedEntity &entity) const
{
    const QString slug = entity.annotations.value("bitbucket.org/project-slug"_L1).toString().trimmed();
    if (slug.isEmpty())
        return sdk::projectOfSource(entity, sdk::HostType::BitbucketCloud, web());
    const auto project = sdk::withoutInstance(slug, web());
    return project && project->count(u'/') == 1 ? *project : QString();
}

} // namespace callboard::bitbucket
