// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/bitbucket/host.h"
#include "plugins/sdk/hostjson.h"
#include "plugins/sdk/projectbuilds.h"

namespace callboard::bitbucket {

/// Names of a pipeline's or step's state, of its stage while it is in progress, and of its result.
std::span<const sdk::StateWord> pipelineStates();
domain::BuildRun readPipeline(const QJsonObject &served, const QString &project, const QString &mainBranch);
std::vector<domain::BuildJob> readSteps(const QJsonArray &steps);

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
/// What can be done at Bitbucket, by the ids of integration.json.
sdk::Result<sdk::ActionAnswer> act(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context);
/// What the pipeline's file asks for at the branch that was typed, for "dispatch".
sdk::Result<std::vector<sdk::FormField>> actionForm(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context);
sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request);

} // namespace callboard::bitbucket
