// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/buildkeeping.h"

namespace callboard::sync {

using namespace Qt::StringLiterals;
using domain::BuildDetail;
using domain::BuildJob;

namespace recordtype = domain::recordtype;

namespace {

/// A job that runs again under its old id is another one.
bool isSame(const BuildJob &a, const BuildJob &b)
{
    return a.id == b.id && a.startedAt == b.startedAt;
}

} // namespace

BuildKeeping::BuildKeeping(HostContext &host, mirror::Mirror &mirror, QString principal, BuildTurns &turns)
    : m_host(host)
    , m_mirror(mirror)
    , m_principal(std::move(principal))
    , m_turns(turns)
{
}

std::optional<BuildDetail> BuildKeeping::known(const QString &runKey, const QStringList &entityRefs) const
{
    for (const domain::Record &record : m_host.known(recordtype::buildDetail, entityRefs.value(0))) {
        if (record.key == runKey)
            return BuildDetail::fromRecord(record);
    }
    return std::nullopt;
}

BuildDetail BuildKeeping::knownOf(const domain::BuildRun &run) const
{
    return known(run.key(), run.entityRefs).value_or(BuildDetail { .runKey = run.key(), .entityRefs = run.entityRefs, .jobs = {}, .annotations = {}, .tests = {} });
}

/// Details of runs that their feed no longer has.
void BuildKeeping::forgetGone()
{
    const QString &connectionId = m_host.key().connectionId;
    if (m_turns.swept.contains(connectionId))
        return;
    m_turns.swept.insert(connectionId);
    for (const domain::Record &record : m_host.known(recordtype::buildDetail, {})) {
        bool gone = false;
        m_host.whileOpen([&](mirror::Mirror *mirror) { gone = mirror && !mirror->record(QString(recordtype::buildRun), record.key); });
        if (gone)
            m_host.remove(record.type, record.key);
    }
}

domain::Result<void> BuildKeeping::write(const BuildDetail &detail)
{
    m_host.put(detail.toRecord());
    auto completed = m_host.complete();
    if (!completed)
        m_host.abandon(completed.error());
    return completed;
}

domain::Result<BuildDetail> BuildKeeping::keep(BuildDetail detail)
{
    const std::lock_guard lock(m_turns.mutex);
    if (const auto begun = m_host.begin(m_mirror, m_principal); !begun)
        return std::unexpected(begun.error());
    m_host.bringOnlyChanges();
    forgetGone();
    if (const auto before = known(detail.runKey, detail.entityRefs)) {
        for (BuildJob &job : detail.jobs) {
            const auto same = std::ranges::find_if(before->jobs, [&](const BuildJob &old) { return isSame(old, job); });
            if (same != before->jobs.end())
                job.logBlob = same->logBlob;
        }
        detail.since = before->since;
        detail.commits = before->commits;
    }
    const auto written = write(detail);
    if (!written)
        return std::unexpected(written.error());
    return detail;
}

domain::Result<std::vector<domain::BuildCommit>> BuildKeeping::keepCommits(
    const domain::BuildRun &run, const QString &since, std::vector<domain::BuildCommit> commits)
{
    const std::lock_guard lock(m_turns.mutex);
    if (const auto begun = m_host.begin(m_mirror, m_principal); !begun)
        return std::unexpected(begun.error());
    m_host.bringOnlyChanges();
    BuildDetail detail = knownOf(run);
    detail.since = since;
    detail.commits = std::move(commits);
    const auto written = write(detail);
    if (!written)
        return std::unexpected(written.error());
    return std::move(detail.commits);
}

domain::Result<QString> BuildKeeping::keepLog(const domain::BuildRun &run, const BuildJob &job, const QString &path)
{
    const std::lock_guard lock(m_turns.mutex);
    if (const auto begun = m_host.begin(m_mirror, m_principal); !begun)
        return std::unexpected(begun.error());
    m_host.bringOnlyChanges();
    // After the pull began: what it is for is on its way, and nothing sweeps it away.
    const auto blob = m_host.takeBlobFile(path);
    if (!blob) {
        m_host.abandon(blob.error());
        return blob;
    }
    BuildDetail detail = knownOf(run);
    const auto of = std::ranges::find(detail.jobs, job.id, &BuildJob::id);
    BuildJob &kept = of == detail.jobs.end() ? detail.jobs.emplace_back(job) : *of;
    kept.logBlob = *blob;
    const auto written = write(detail);
    return written ? domain::Result<QString>(blob) : std::unexpected(written.error());
}

} // namespace callboard::sync
