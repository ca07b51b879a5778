// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/circleci/host.h"

namespace callboard::circleci {

/// The jobs of a workflow with their steps, what CircleCI says of those that failed, and tests once it has ended.
sdk::Result<domain::BuildDetail> buildDetail(Host &host, const domain::BuildRun &run, sdk::PullContext &context);
/// The outputs of a job's steps, one after another. While it runs: those of its first machine, up to the step that it is in.
sdk::Result<bool> buildLog(Host &host, const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context);
/// As CircleCI serves the jobs of a workflow.
sdk::Result<QJsonArray> jobsOf(const sdk::HostApi &api, const domain::BuildRun &run, sdk::PullContext &context);

} // namespace callboard::circleci
