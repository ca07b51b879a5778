// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/azure/azureconnection.h"

#include "plugins/azure/pullrequests.h"

#include <QCoreApplication>

namespace callboard::azure {

using namespace Qt::StringLiterals;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Azure)
};
}

AzureConnection::AzureConnection(const QJsonObject &settings)
    : m_host(settings)
    , m_builds(m_host)
{
}

std::unique_ptr<sdk::Feed> AzureConnection::feed(const QString &feedId)
{
    if (feedId == "builds"_L1)
        return std::make_unique<sdk::ProjectBuildsFeed>(m_builds);
    if (feedId == "reviews"_L1)
        return std::make_unique<PullRequests>(m_host);
    return nullptr;
}

sdk::Result<QString> AzureConnection::principal(sdk::PullContext &context)
{
    const auto person = m_host.person(context);
    if (!person)
        return std::unexpected(person.error());
    return person->account + u'@' + (*m_host.api())->name() + u'/' + m_host.organisation();
}

sdk::Result<std::vector<sdk::SignInMethod>> AzureConnection::signInMethods(sdk::PullContext &)
{
    return m_host.signInMethods();
}

sdk::Result<sdk::ProbeReport> AzureConnection::probe(sdk::PullContext &context)
{
    const auto person = m_host.person(context);
    if (!person)
        return std::unexpected(person.error());
    sdk::ProbeReport report { person->account, Words::tr("%1 in %2.").arg(person->account, m_host.organisation()), {}, {} };
    const auto projects = (*m_host.api())->answerTo(askOf(u"/_apis/projects"_s, { { u"$top"_s, u"1"_s } }), context);
    if (!projects && projects.error().code != domain::ErrorCode::Unauthorised)
        return std::unexpected(projects.error());
    if (!projects || projects->status != 200)
        report.missing.append(Words::tr("The token may not read projects: it needs “Project and Team (read)”, “Code (read)” and “Build (read)”."));
    return report;
}

sdk::Result<sdk::ActionAnswer> AzureConnection::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return azure::act(m_host, request, context);
}

sdk::Result<sdk::Permission> AzureConnection::mayAct(const sdk::ActionRequest &request, sdk::PullContext &)
{
    return azure::mayAct(request);
}

sdk::Result<std::vector<sdk::FormField>> AzureConnection::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return azure::actionForm(m_host, request, context);
}

sdk::Result<domain::BuildDetail> AzureConnection::buildDetail(const domain::BuildRun &run, sdk::PullContext &context)
{
    return azure::buildDetail(m_host, run, context);
}

sdk::Result<std::vector<domain::BuildCommit>> AzureConnection::commitsBetween(
    const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context)
{
    return azure::commitsBetween(m_host, good, run, context);
}

sdk::Result<bool> AzureConnection::buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    return azure::buildLog(m_host, run, job, from, onData, context);
}

} // namespace callboard::azure
