// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/bitbucket/host.h"
#include "plugins/sdk/hostjson.h"

namespace callboard::bitbucket {

/// Names of a pipeline's or step's state, of its stage while it is in progress, and of its result.
std::span<const sdk::StateWord> pipelineStates();
/// What a state, a result or a stage is called; where only its type is told, the word of the table that this ends with. Empty: nothing
/// says so.
QString wordOf(const QJsonValue &named, std::span<const sdk::StateWord> table);
domain::BuildRun readPipeline(const QJsonObject &served, const QString &project, const QString &mainBranch);
std::vector<domain::BuildJob> readSteps(const QJsonArray &steps);
/// How a step's tests went; nothing counted where it has no report.
domain::TestSuite readTestReport(const QJsonObject &report, const QString &step);
std::vector<domain::TestSuite::Case> readTestFailures(const QJsonArray &cases);

/// Pipelines of repositories.
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
    /// What the pipeline's file asks for at the branch that was typed, for "dispatch".
    sdk::Result<std::vector<sdk::FormField>> actionForm(const sdk::ActionRequest &request, sdk::PullContext &context) override;
};

} // namespace callboard::bitbucket
