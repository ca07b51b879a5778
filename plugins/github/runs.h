// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "plugins/sdk/hostjson.h"

namespace callboard::github {

/// `status` and `conclusion` of a workflow run, job or step: https://docs.github.com/en/rest/actions/workflow-runs.
std::span<const sdk::StateWord> statuses();
std::span<const sdk::StateWord> conclusions();
/// `state` of a deployment's latest status: https://docs.github.com/en/rest/deployments/statuses.
std::span<const sdk::StateWord> deploymentStates();
/// Of both words together.
domain::BuildState stateOf(const QJsonObject &served);

/// A workflow run; an empty id where it is none.
domain::BuildRun readRun(const QJsonObject &served, const QString &defaultBranch);
/// The path of a run's workflow, ".github/workflows/ci.yml"; may be empty.
QString workflowFileOf(const QJsonObject &served);
/// The jobs of one attempt, with their steps.
std::vector<domain::BuildJob> readJobs(const QJsonArray &jobs);
std::vector<domain::BuildAnnotation> readAnnotations(const QJsonArray &annotations, const QString &jobId);
/// What a check run has as its `output`, as an error of the run; nothing where it says nothing.
std::optional<domain::BuildAnnotation> readOutput(const QJsonValue &output);
/// A deployment with the latest of its statuses, which may be empty.
domain::Deployment readDeployment(const QJsonObject &served, const QJsonObject &status);

} // namespace callboard::github
