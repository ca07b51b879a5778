// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/circleci/host.h"

#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>

namespace callboard::circleci {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ErrorCode;
using domain::fail;
using Identity = sdk::HostApi::Identity;

namespace {

struct HostWords {
    Q_DECLARE_TR_FUNCTIONS(CircleCI)
};

constexpr auto touchedFor = 1min;
constexpr qsizetype mostKeptJobs = 500;

// Source: https://circleci.com/docs/guides/toolkit/api-developers-guide/: the API v2 takes personal tokens alone.
sdk::Result<Identity> identityOf(const QString &typed, bool)
{
    const auto token = sdk::tokenOf(typed);
    if (!token)
        return std::unexpected(token.error());
    return Identity { { "circle-token", *token }, {}, false };
}

/// What people see in the browser lies at a name of its own.
QUrl addressOf(QUrl typed)
{
    if (typed.host() == "app.circleci.com"_L1 || typed.host() == "www.circleci.com"_L1) {
        typed.setHost(u"circleci.com"_s);
        typed.setPath({});
    }
    return typed;
}

QUrl apiAddress(QUrl web)
{
    web.setPath(web.path() + u"/api"_s);
    return web;
}

} // namespace

// Sources: https://circleci.com/docs/api/v2/ ("project-slug"); https://backstage.io/docs/features/software-catalog/well-known-annotations#circlecicomproject-slug:
// without a source control manager, Bitbucket is meant.
QString slugOf(const QString &written)
{
    static const QHash<QString, QString> providers { { u"gh"_s, u"gh"_s }, { u"github"_s, u"gh"_s }, { u"bb"_s, u"bb"_s },
        { u"bitbucket"_s, u"bb"_s }, { u"circleci"_s, u"circleci"_s } };
    QStringList parts = written.trimmed().split(u'/');
    if (parts.size() == 2)
        parts.prepend(u"bb"_s);
    parts[0] = providers.value(parts[0].toLower());
    return parts.size() != 3 || parts.contains(QString()) ? QString() : parts.join(u'/');
}

QString organisationOf(const QString &slug)
{
    return slug.section(u'/', 0, 1);
}

QString projectRoute(const QString &slug, const QString &rest)
{
    return u"/v2/project/"_s + sdk::pathOf(slug) + rest;
}

Host::Host(const QJsonObject &settings)
    : sdk::Host(settings, { .web = sdk::hostAddress(settings.value("url"_L1).toString(), u"https://circleci.com"_s).transform(addressOf),
          .api = apiAddress, .identify = identityOf })
{
}

std::vector<sdk::SignInMethod> Host::methods() const
{
    return std::vector { sdk::SignInMethod { u"token"_s, HostWords::tr("With a personal API token"), sdk::SignInMethod::Kind::Token, u"token"_s, {}, {} } };
}

bool Host::isCloud() const
{
    return web().host() == "circleci.com"_L1;
}

QString Host::pages() const
{
    return isCloud() ? u"https://app.circleci.com/pipelines/"_s : QString();
}

// Source: https://circleci.com/docs/api/v2/ (getCurrentUser).
sdk::Result<Person> Host::person(sdk::PullContext &context)
{
    return m_person.of(api().identity(context), [&]() -> sdk::Result<Person> {
        const auto served = api().json({ .route = u"/v2/me"_s }, context);
        if (!served)
            return std::unexpected(served.error());
        Person person { sdk::textOf((*served)["id"_L1], 100), sdk::textOf((*served)["login"_L1], 200), sdk::textOf((*served)["name"_L1], 200) };
        if (person.id.isEmpty())
            return fail(ErrorCode::BadResponse, u"there is no CircleCI at this address, or it does not say who we are"_s, api().name());
        if (person.login.isEmpty()) // Of somebody who signed up with an address of e-mail.
            person.login = person.name.isEmpty() ? person.id : person.name;
        return person;
    });
}

sdk::Result<QString> Host::principal(sdk::PullContext &context)
{
    return person(context).transform([this](const Person &person) { return QString(person.login + u'@' + api().name()); });
}

sdk::Result<sdk::ProbeReport> Host::probe(sdk::PullContext &context)
{
    const auto person = this->person(context);
    if (!person)
        return std::unexpected(person.error());
    const QString name = person->name.isEmpty() ? person->login : person->name;
    return sdk::ProbeReport { person->login, HostWords::tr("%1 at %2.").arg(name, api().name()), {}, {} };
}

QString Host::projectOf(const sdk::AskedEntity &entity) const
{
    const QString written = entity.annotations.value("circleci.com/project-slug"_L1).toString().trimmed();
    if (!written.isEmpty()) {
        const auto slug = sdk::withoutInstance(written, web());
        return slug ? slugOf(*slug) : QString();
    }
    // Which GitHub a server builds is for its annotations to say.
    if (!isCloud())
        return {};
    if (const QString found = sdk::projectOfSource(entity, sdk::HostType::GitHub, QUrl(u"https://github.com"_s)); !found.isEmpty())
        return slugOf(u"gh/"_s + found);
    const QString found = sdk::projectOfSource(entity, sdk::HostType::BitbucketCloud, QUrl(u"https://bitbucket.org"_s));
    return found.isEmpty() ? QString() : slugOf(u"bb/"_s + found);
}

void Host::touch(const QString &project, const QString &runId)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const std::lock_guard lock(m_mutex);
    m_touched.removeIf([&](const Touch &one) { return one.at.addDuration(touchedFor) < now || (one.project == project && one.runId == runId); });
    m_touched.append({ project, runId, now });
}

QStringList Host::touched(const QString &project) const
{
    const QDateTime since = QDateTime::currentDateTimeUtc().addDuration(-touchedFor);
    QStringList ids;
    const std::lock_guard lock(m_mutex);
    for (const Touch &one : m_touched) {
        if (one.project == project && one.at >= since)
            ids.append(one.runId);
    }
    return ids;
}

QStringList Host::touchedProjects() const
{
    const QDateTime since = QDateTime::currentDateTimeUtc().addDuration(-touchedFor);
    QStringList names;
    const std::lock_guard lock(m_mutex);
    for (const Touch &one : m_touched) {
        if (one.at >= since && !names.contains(one.project))
            names.append(one.project);
    }
    return names;
}

std::optional<domain::BuildJob> Host::keptJob(const QString &key) const
{
    const std::lock_guard lock(m_mutex);
    const auto kept = m_jobs.constFind(key);
    return kept == m_jobs.cend() ? std::nullopt : std::optional(*kept);
}

void Host::keepJob(const QString &key, const domain::BuildJob &job)
{
    const std::lock_guard lock(m_mutex);
    if (m_jobs.size() >= mostKeptJobs)
        m_jobs.clear();
    m_jobs.insert(key, job);
}

} // namespace callboard::circleci
