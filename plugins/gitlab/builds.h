// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/gitlab/host.h"

namespace callboard::gitlab {

/// Pipelines and deployments of projects.
class Builds final : public sdk::HostBuilds<Host> {
public:
    using HostBuilds::HostBuilds;

    sdk::Result<sdk::ProjectBuilds> builds(
        const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context) override;
    sdk::Result<QStringList> active(const QDateTime &since, sdk::PullContext &context) override;

    sdk::Result<domain::BuildDetail> buildDetail(const domain::BuildRun &run, sdk::PullContext &context) override;
    sdk::Result<std::vector<domain::BuildCommit>> commitsBetween(
        const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context) override;
    sdk::Result<bool> buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
        const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context) override;
    sdk::Result<sdk::ActionAnswer> act(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    /// Whether it makes sense for the record as it stands; the server has the last word. Asks it whether deployments wait.
    sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    /// What .gitlab-ci.yml asks for at the ref that was typed, for "dispatch": the inputs of its header, and variables that it or what it
    /// includes describes. Ids are "input/TYPE/NAME" and "variable/NAME"; "more" takes other variables.
    sdk::Result<std::vector<sdk::FormField>> actionForm(const sdk::ActionRequest &request, sdk::PullContext &context) override;
};

} // namespace callboard::gitlab
