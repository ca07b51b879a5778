// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/github/host.h"
#include "plugins/sdk/projectbuilds.h"

namespace callboard::github {

/// Workflow runs and deployments of repositories.
class Builds final : public sdk::ProjectSource {
public:
    explicit Builds(Host &host);

    std::vector<sdk::HostedProject> projects(sdk::PullContext &context) override;
    sdk::Result<sdk::ProjectBuilds> builds(
        const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context) override;
    sdk::Result<domain::BuildRun> run(const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &memory,
        sdk::PullContext &context) override;
    sdk::Result<QStringList> active(const QDateTime &since, sdk::PullContext &context) override;

private:
    Host &m_host;
};

sdk::Result<domain::BuildDetail> buildDetail(Host &host, const domain::BuildRun &run, sdk::PullContext &context);
/// GitHub gives a log only once its job has ended: until then there is more to come, and nothing yet.
/// What the run has and an earlier one has not, the newest first.
sdk::Result<std::vector<domain::BuildCommit>> commitsBetween(
    Host &host, const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context);
sdk::Result<bool> buildLog(Host &host, const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context);

} // namespace callboard::github
