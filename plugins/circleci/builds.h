// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/circleci/host.h"

namespace callboard::circleci {

/// A run is a workflow of a pipeline. Workflows are told of one pipeline by a request, so what is known of one is kept in the note: see builds.cpp.
class Builds final : public sdk::HostBuilds<Host> {
public:
    using HostBuilds::HostBuilds;

    sdk::Result<sdk::ProjectBuilds> builds(
        const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context) override;
    sdk::Result<domain::BuildRun> run(const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &memory,
        sdk::PullContext &context) override;
    int requestsOfRun() const override { return m_requestsOfRun; }
    sdk::Result<QStringList> active(const QDateTime &since, sdk::PullContext &context) override;

    /// The jobs of a workflow with their steps, what CircleCI says of those that failed, and tests once it has ended.
    sdk::Result<domain::BuildDetail> buildDetail(const domain::BuildRun &run, sdk::PullContext &context) override;
    /// Unsupported: what came between two commits CircleCI does not tell.
    sdk::Result<std::vector<domain::BuildCommit>> commitsBetween(
        const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context) override;
    /// The outputs of a job's steps, one after another. While it runs: those of its first machine, up to the step that it is in.
    sdk::Result<bool> buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
        const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context) override;
    sdk::Result<sdk::ActionAnswer> act(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    /// For "dispatch" the parameters that the config asks for, for "approve" what waits.
    sdk::Result<std::vector<sdk::FormField>> actionForm(const sdk::ActionRequest &request, sdk::PullContext &context) override;

private:
    /// A pipeline that is listed no more, as it was last told.
    struct Older {
        QJsonObject pipeline;
        QJsonArray workflows;
        QDateTime asked;
        int turn = 0; ///< 0: never asked.
    };
    /// Empty where that is not known.
    QString pipelineOf(const QString &runId) const;
    /// Told for another run of it just now, or it waits and has been asked for lately.
    bool isKnown(const Older &older, const sdk::HostedProject &project, sdk::PullContext &context) const;
    sdk::Result<Older> older(const sdk::HostedProject &project, const QString &pipelineId, sdk::PullContext &context);

    // For the pull's thread alone.
    QHash<QString, Older> m_older; ///< By the pipeline's id.
    int m_turn = 1; ///< Of a project that is asked.
    int m_requestsOfRun = 1;
};

/// As CircleCI serves the jobs of a workflow.
sdk::Result<QJsonArray> jobsOf(const sdk::HostApi &api, const domain::BuildRun &run, sdk::PullContext &context);

} // namespace callboard::circleci
