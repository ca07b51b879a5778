// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/bitbucket/bitbucketconnection.h"

#include "plugins/bitbucket/pullrequests.h"

#include <QCoreApplication>

namespace callboard::bitbucket {

using namespace Qt::StringLiterals;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Bitbucket)
};
}

BitbucketConnection::BitbucketConnection(const QJsonObject &settings)
    : m_host(settings)
    , m_builds(m_host)
{
}

std::unique_ptr<sdk::Feed> BitbucketConnection::feed(const QString &feedId)
{
    if (feedId == "builds"_L1)
        return std::make_unique<sdk::ProjectBuildsFeed>(m_builds);
    if (feedId == "reviews"_L1)
        return std::make_unique<PullRequests>(m_host);
    return nullptr;
}

sdk::Result<QString> BitbucketConnection::principal(sdk::PullContext &context)
{
    return m_host.principal(context);
}

sdk::Result<std::vector<sdk::SignInMethod>> BitbucketConnection::signInMethods(sdk::PullContext &)
{
    return m_host.signInMethods();
}

sdk::Result<sdk::ProbeReport> BitbucketConnection::probe(sdk::PullContext &context)
{
    const auto person = m_host.person(context);
    if (!person)
        return std::unexpected(person.error());
    sdk::ProbeReport report { person->nickname, {}, {}, {} };
    if (person->uuid.isEmpty()) {
        report.summary = Words::tr("The token of a workspace or repository at bitbucket.org.");
        report.missing.append(Words::tr("It belongs to nobody: which pull requests wait for you cannot be told. An API token of your own, with your e-mail, can."));
    } else {
        report.summary = Words::tr("%1 at bitbucket.org.").arg(person->name.isEmpty() ? person->nickname : person->name);
    }
    return report;
}

sdk::Result<sdk::ActionAnswer> BitbucketConnection::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return bitbucket::act(m_host, request, context);
}

sdk::Result<sdk::Permission> BitbucketConnection::mayAct(const sdk::ActionRequest &request, sdk::PullContext &)
{
    return bitbucket::mayAct(request);
}

sdk::Result<std::vector<sdk::FormField>> BitbucketConnection::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return bitbucket::actionForm(m_host, request, context);
}

sdk::Result<domain::BuildDetail> BitbucketConnection::buildDetail(const domain::BuildRun &run, sdk::PullContext &context)
{
    return bitbucket::buildDetail(m_host, run, context);
}

sdk::Result<std::vector<domain::BuildCommit>> BitbucketConnection::commitsBetween(
    const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context)
{
    return bitbucket::commitsBetween(m_host, good, run, context);
}

sdk::Result<bool> BitbucketConnection::buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    return bitbucket::buildLog(m_host, run, job, from, onData, context);
}

} // namespace callboard::bitbucket
