// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/azure/host.h"
#include "plugins/sdk/projectbuilds.h"

namespace callboard::azure {

/// Builds of repositories and pipelines.
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
/// What the run has and an earlier one has not, the newest first.
sdk::Result<std::vector<domain::BuildCommit>> commitsBetween(
    Host &host, const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context);
sdk::Result<bool> buildLog(Host &host, const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context);
/// What can be done at Azure Pipelines, by the ids of integration.json.
sdk::Result<sdk::ActionAnswer> act(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context);
/// What the pipeline's file asks for at the branch that was typed, for "dispatch".
sdk::Result<std::vector<sdk::FormField>> actionForm(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context);
sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request);

} // namespace callboard::azure
