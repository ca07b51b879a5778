// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitea/giteaconnection.h"

#include "plugins/gitea/notifications.h"
#include "plugins/gitea/pulls.h"
#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>

namespace callboard::gitea {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Gitea)
};
}

GiteaConnection::GiteaConnection(const QJsonObject &settings)
    : m_host(settings)
    , m_builds(m_host)
{
}

std::unique_ptr<sdk::Feed> GiteaConnection::feed(const QString &feedId)
{
    if (feedId == "builds"_L1)
        return std::make_unique<sdk::ProjectBuildsFeed>(m_builds);
    if (feedId == "reviews"_L1)
        return std::make_unique<Pulls>(m_host);
    if (feedId == "notices"_L1)
        return std::make_unique<Notifications>(m_host);
    return nullptr;
}

sdk::Result<QString> GiteaConnection::principal(sdk::PullContext &context)
{
    const auto login = m_host.login(context);
    if (!login)
        return std::unexpected(login.error());
    return *login + u'@' + (*m_host.api())->name();
}

sdk::Result<std::vector<sdk::SignInMethod>> GiteaConnection::signInMethods(sdk::PullContext &)
{
    return m_host.signInMethods();
}

// A token does not tell its scopes; what it lacks shows by asking.
sdk::Result<sdk::ProbeReport> GiteaConnection::probe(sdk::PullContext &context)
{
    const auto login = m_host.login(context);
    if (!login)
        return std::unexpected(login.error());
    const sdk::HostApi &api = **m_host.api();
    sdk::ProbeReport report { *login, {}, {}, {} };
    const auto version = api.json({ .route = u"/version"_s }, context);
    if (!version && version.error().code == ErrorCode::Cancelled)
        return std::unexpected(version.error());
    const QString number = version ? sdk::textOf((*version)["version"_L1], 60) : QString();
    report.summary = number.isEmpty() ? Words::tr("%1 at %2.").arg(*login, api.name()) : Words::tr("%1 at %2, version %3.").arg(*login, api.name(), number);
    const auto notifications = api.answerTo({ .route = u"/notifications"_s, .query = { { u"limit"_s, u"1"_s } } }, context);
    if (notifications && notifications->status == 403)
        report.missing.append(Words::tr("The token may not read notifications: it needs “write:notification”."));
    const auto pulls = api.answerTo({ .route = u"/repos/issues/search"_s, .query = { { u"type"_s, u"pulls"_s }, { u"limit"_s, u"1"_s } } }, context);
    if (pulls && pulls->status == 403)
        report.missing.append(Words::tr("The token may not read pull requests: it needs “read:issue” and “read:repository”."));
    return report;
}

sdk::Result<sdk::ActionAnswer> GiteaConnection::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return gitea::act(m_host, request, context);
}

sdk::Result<sdk::Permission> GiteaConnection::mayAct(const sdk::ActionRequest &request, sdk::PullContext &)
{
    return gitea::mayAct(request);
}

sdk::Result<std::vector<sdk::FormField>> GiteaConnection::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return gitea::actionForm(m_host, request, context);
}

sdk::Result<domain::BuildDetail> GiteaConnection::buildDetail(const domain::BuildRun &run, sdk::PullContext &context)
{
    return gitea::buildDetail(m_host, run, context);
}

sdk::Result<std::vector<domain::BuildCommit>> GiteaConnection::commitsBetween(
    const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context)
{
    return gitea::commitsBetween(m_host, good, run, context);
}

sdk::Result<bool> GiteaConnection::buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    return gitea::buildLog(m_host, run, job, from, onData, context);
}

} // namespace callboard::gitea
