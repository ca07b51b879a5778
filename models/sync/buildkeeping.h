// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "models/sync/hostcontext.h"

namespace callboard::sync {

/// The feed that details of builds are kept under: no integration declares it, and nothing pulls it.
inline constexpr QLatin1StringView buildDetailsFeed("builds.details");

/// What calls that keep details have in common.
struct BuildTurns {
    std::mutex mutex;    ///< One writes at a time.
    QSet<QString> swept; ///< Connections whose details of runs that are gone were forgotten since the program began.
};

/// Keeps what was asked of a connection about its builds, as a pull that brings one change. On the thread of the call, whose
/// context has the key of that feed.
class BuildKeeping final {
public:
    BuildKeeping(HostContext &host, mirror::Mirror &mirror, QString principal, BuildTurns &turns);

    /// Keeps it, with the logs and commits that are known. Returns what was kept.
    domain::Result<domain::BuildDetail> keep(domain::BuildDetail detail);
    /// Notes what changed since the commit of a good run. Returns it.
    domain::Result<std::vector<domain::BuildCommit>> keepCommits(
        const domain::BuildRun &run, const QString &since, std::vector<domain::BuildCommit> commits);
    /// Makes a blob of a finished log and notes it at its job. Returns its key.
    domain::Result<QString> keepLog(const domain::BuildRun &run, const domain::BuildJob &job, const QString &path);

private:
    domain::Result<void> write(const domain::BuildDetail &detail);
    std::optional<domain::BuildDetail> known(const QString &runKey, const QStringList &entityRefs) const;
    /// What is known, or else a detail with nothing in it.
    domain::BuildDetail knownOf(const domain::BuildRun &run) const;
    void forgetGone();

    HostContext &m_host;
    mirror::Mirror &m_mirror;
    QString m_principal;
    BuildTurns &m_turns;
};

} // namespace callboard::sync
