// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitlab/gitlabconnection.h"

#include "plugins/gitlab/actions.h"
#include "plugins/gitlab/mergerequests.h"
#include "plugins/gitlab/todos.h"

#include <QCoreApplication>

namespace callboard::gitlab {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(GitLab)
};
}

GitLabConnection::GitLabConnection(const QJsonObject &settings)
    : m_host(settings)
    , m_builds(m_host)
{
}

std::unique_ptr<sdk::Feed> GitLabConnection::feed(const QString &feedId)
{
    if (feedId == "builds"_L1)
        return std::make_unique<sdk::ProjectBuildsFeed>(m_builds);
    if (feedId == "reviews"_L1)
        return std::make_unique<MergeRequests>(m_host);
    if (feedId == "notices"_L1)
        return std::make_unique<Todos>(m_host);
    return nullptr;
}

sdk::Result<QString> GitLabConnection::principal(sdk::PullContext &context)
{
    const auto person = m_host.person(context);
    if (!person)
        return std::unexpected(person.error());
    return person->username + u'@' + (*m_host.api())->name();
}

sdk::Result<std::vector<sdk::SignInMethod>> GitLabConnection::signInMethods(sdk::PullContext &)
{
    return m_host.signInMethods();
}

sdk::Result<sdk::ProbeReport> GitLabConnection::probe(sdk::PullContext &context)
{
    const auto person = m_host.person(context);
    if (!person)
        return std::unexpected(person.error());
    sdk::ProbeReport report { person->username, {}, {}, {} };
    const auto scopes = m_host.scopes(context);
    if (!scopes && scopes.error().code == ErrorCode::Cancelled)
        return std::unexpected(scopes.error());
    if (scopes && !scopes->contains("api"_L1)) {
        report.missing.append(scopes->contains("read_api"_L1)
                ? Words::tr("The token may only read: pipelines cannot be started or cancelled, and to-dos not be marked as done. It would need the scope “api”.")
                : Words::tr("The token may not read pipelines, merge requests and to-dos: it needs the scope “read_api” or “api”."));
    }
    report.summary = Words::tr("%1 at %2.").arg(person->name.isEmpty() ? person->username : person->name, (*m_host.api())->name());
    return report;
}

sdk::Result<sdk::ActionAnswer> GitLabConnection::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return gitlab::act(m_host, request, context);
}

sdk::Result<sdk::Permission> GitLabConnection::mayAct(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return gitlab::mayAct(m_host, request, context);
}

sdk::Result<std::vector<sdk::FormField>> GitLabConnection::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return gitlab::actionForm(m_host, request, context);
}

sdk::Result<domain::BuildDetail> GitLabConnection::buildDetail(const domain::BuildRun &run, sdk::PullContext &context)
{
    return gitlab::buildDetail(m_host, run, context);
}

sdk::Result<std::vector<domain::BuildCommit>> GitLabConnection::commitsBetween(
    const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context)
{
    return gitlab::commitsBetween(m_host, good, run, context);
}

sdk::Result<bool> GitLabConnection::buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    return gitlab::buildLog(m_host, run, job, from, onData, context);
}

} // namespace callboard::gitlab
