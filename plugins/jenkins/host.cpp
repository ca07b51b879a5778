// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/jenkins/host.h"

#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>

namespace callboard::jenkins {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using Identity = sdk::HostApi::Identity;

namespace {

struct HostWords {
    Q_DECLARE_TR_FUNCTIONS(Jenkins)
};

QString userIn(const QJsonObject &settings) { return settings.value("user"_L1).toString().trimmed(); }

/// A token without a user signs nobody in.
sdk::HostSignIn::Identify identifyBy(const QString &user)
{
    return [user](const QString &token, bool) {
        return user.isEmpty() ? Identity {} : Identity { { "authorization", "Basic " + (user + u':' + token).toUtf8().toBase64() }, {}, false };
    };
}

} // namespace

Host::Host(const QJsonObject &settings)
    : sdk::Host(settings, { .web = sdk::hostAddress(settings.value("url"_L1).toString(), {}), .identify = identifyBy(userIn(settings)),
          .guests = sdk::HostSignIn::Guests::Welcome })
    , m_user(userIn(settings))
    , m_instance(settings.value("instance"_L1).toString().trimmed())
{
}

sdk::Result<QString> Host::principal(sdk::PullContext &)
{
    return m_user.isEmpty() ? u"anonymous"_s : m_user;
}

// Source: https://www.jenkins.io/doc/book/using/remote-access-api/
sdk::Result<sdk::ProbeReport> Host::probe(sdk::PullContext &context)
{
    const sdk::HostApi &api = this->api();
    const auto who = api.json({ .route = u"/me/api/json"_s, .query = { { u"tree"_s, u"id,fullName"_s } } }, context);
    if (!who && !sdk::isAbsent(who.error()))
        return std::unexpected(who.error());
    const auto jobs = api.json({ .route = u"/api/json"_s, .query = { { u"tree"_s, u"jobs[name]"_s } } }, context);
    if (!jobs)
        return std::unexpected(jobs.error());
    if (!(*jobs)["jobs"_L1].isArray())
        return fail(ErrorCode::BadResponse, u"there is no Jenkins at this address"_s, api.name());
    sdk::ProbeReport report { who ? sdk::textOf((*who)["id"_L1], 200) : QString(), {}, {}, {} };
    report.summary = HostWords::tr("%n job(s) and folder(s) at %1.", nullptr, int((*jobs)["jobs"_L1].toArray().size())).arg(api.name());
    if (report.who.isEmpty())
        report.missing.append(HostWords::tr("Nobody is signed in: builds cannot be started or stopped."));
    return report;
}

// Source: https://backstage.io/docs/features/software-catalog/well-known-annotations#jenkinsiojob-full-name: "folder/job", or
// "instance:folder/job". A job may be named by an entity of a connection with another name for it.
QString Host::projectOf(const sdk::AskedEntity &entity) const
{
    const QString typed = entity.annotations.value("jenkins.io/job-full-name"_L1).toString().trimmed().left(1000);
    const QString instance = typed.contains(u':') ? typed.section(u':', 0, 0) : QString();
    const QString name = typed.contains(u':') ? typed.section(u':', 1) : typed;
    const bool isHere = instance.isEmpty() ? m_instance.isEmpty() || m_instance == "default"_L1
                                           : instance == m_instance || (instance == "default"_L1 && m_instance.isEmpty()) || sdk::isInstance(instance, web());
    return isHere ? name : QString();
}

} // namespace callboard::jenkins
