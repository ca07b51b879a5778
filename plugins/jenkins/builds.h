// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/jenkins/host.h"
#include "plugins/sdk/logparts.h"

#include <atomic>

namespace callboard::jenkins {

/// Builds of jobs, and of the branches of multibranch jobs.
class Builds final : public sdk::HostBuilds<Host> {
public:
    using HostBuilds::HostBuilds;

    sdk::Result<sdk::ProjectBuilds> builds(
        const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context) override;
    sdk::Result<domain::BuildRun> run(const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &memory,
        sdk::PullContext &context) override;
    sdk::Result<QStringList> active(const QDateTime &since, sdk::PullContext &context) override;

    sdk::Result<domain::BuildDetail> buildDetail(const domain::BuildRun &run, sdk::PullContext &context) override;
    sdk::Result<std::vector<domain::BuildCommit>> commitsBetween(
        const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context) override;
    sdk::Result<bool> buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
        const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context) override;
    sdk::Result<sdk::ActionAnswer> act(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    sdk::Result<std::vector<sdk::FormField>> actionForm(const sdk::ActionRequest &request, sdk::PullContext &context) override;

private:
    sdk::Result<std::vector<domain::BuildJob>> stages(const domain::BuildRun &run, sdk::PullContext &context) const;
    sdk::Result<void> addSteps(const domain::BuildRun &run, domain::BuildDetail &detail, sdk::PullContext &context) const;

    std::atomic_bool m_hasManyJobs = false; ///< When each was last built is more than it may tell at once.
    sdk::LogLengths m_lengths; ///< Of the steps of stages, by their routes.
};

} // namespace callboard::jenkins
