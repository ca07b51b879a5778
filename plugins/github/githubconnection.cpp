// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/github/githubconnection.h"

#include "plugins/github/actions.h"
#include "plugins/github/notifications.h"
#include "plugins/github/pullrequests.h"

#include <QCoreApplication>

namespace callboard::github {

using namespace Qt::StringLiterals;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(GitHub)
};
}

GitHubConnection::GitHubConnection(const QJsonObject &settings)
    : m_host(settings)
    , m_builds(m_host)
{
}

std::unique_ptr<sdk::Feed> GitHubConnection::feed(const QString &feedId)
{
    if (feedId == "builds"_L1)
        return std::make_unique<sdk::ProjectBuildsFeed>(m_builds);
    if (feedId == "reviews"_L1)
        return std::make_unique<PullRequests>(m_host);
    if (feedId == "notices"_L1)
        return std::make_unique<Notifications>(m_host);
    return nullptr;
}

sdk::Result<QString> GitHubConnection::principal(sdk::PullContext &context)
{
    const auto person = m_host.person(context);
    if (!person)
        return std::unexpected(person.error());
    return person->login + u'@' + (*m_host.api())->name();
}

sdk::Result<std::vector<sdk::SignInMethod>> GitHubConnection::signInMethods(sdk::PullContext &)
{
    return m_host.signInMethods();
}

sdk::Result<sdk::ProbeReport> GitHubConnection::probe(sdk::PullContext &context)
{
    const auto person = m_host.person(context);
    if (!person)
        return std::unexpected(person.error());
    sdk::ProbeReport report { person->login, {}, {}, {} };
    if (person->tellsScopes && !person->scopes.contains("repo"_L1))
        report.missing.append(Words::tr("The token may not read private repositories, nor start or cancel runs: it would need the scope “repo”."));
    const bool readsNotices = person->scopes.contains("notifications"_L1) || person->scopes.contains("repo"_L1);
    if (!readsNotices)
        report.missing.append(Words::tr("Notifications cannot be read: GitHub gives them to classic tokens with the scope “notifications” only."));
    report.summary = Words::tr("%1 at %2.").arg(person->name.isEmpty() ? person->login : person->name, sdk::hostName(m_host.web()));
    return report;
}

sdk::Result<sdk::ActionAnswer> GitHubConnection::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return github::act(m_host, request, context);
}

sdk::Result<sdk::Permission> GitHubConnection::mayAct(const sdk::ActionRequest &request, sdk::PullContext &)
{
    return github::mayAct(request);
}

sdk::Result<std::vector<sdk::FormField>> GitHubConnection::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return github::actionForm(m_host, request, context);
}

sdk::Result<domain::BuildDetail> GitHubConnection::buildDetail(const domain::BuildRun &run, sdk::PullContext &context)
{
    return github::buildDetail(m_host, run, context);
}

sdk::Result<std::vector<domain::BuildCommit>> GitHubConnection::commitsBetween(
    const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context)
{
    return github::commitsBetween(m_host, good, run, context);
}

sdk::Result<bool> GitHubConnection::buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    return github::buildLog(m_host, run, job, from, onData, context);
}

} // namespace callboard::github
