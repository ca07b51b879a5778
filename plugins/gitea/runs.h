// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "plugins/sdk/hostjson.h"

namespace callboard::gitea {

/// "status" of what has not ended, "conclusion" of what has (Gitea), or the one word for both (Gitea's tasks, Forgejo's runs).
std::span<const sdk::StateWord> actionStates();
/// Of a commit status: CommitStatusState in swagger.v1.json.
std::span<const sdk::StateWord> statusStates();

/// How the id of a run begins that is known by its tasks alone: its number follows, which is no run's id.
inline constexpr QLatin1StringView taskRunPrefix("task-");
/// The same for what other systems say of a commit; its hash follows.
inline constexpr QLatin1StringView commitRunPrefix("commit-");

/// One of `actions/runs`, as Gitea (since 1.24) or Forgejo has it. Empty id where it is none.
domain::BuildRun readRun(const QJsonObject &served, const QString &defaultBranch);
/// `actions/tasks` (Gitea since 1.21, Forgejo since 1.21): a task is a job; those of one number are a run.
std::vector<domain::BuildRun> readTasks(const QJsonArray &tasks, const QString &defaultBranch);
/// The jobs among tasks that are of the run of that number.
std::vector<domain::BuildJob> readTaskJobs(const QJsonArray &tasks, qint64 number);
/// The jobs of a run, as Gitea (since 1.24) or Forgejo (since 16) has them.
std::vector<domain::BuildJob> readJobs(const QJsonArray &jobs);
/// Whether jobs, as served, leave it to their tasks to say when they ran.
bool areTimesOfTasks(const QJsonArray &served);
/// Takes over when `jobs`, which were read of `served`, ran: as their tasks say it.
void readTimes(std::vector<domain::BuildJob> &jobs, const QJsonArray &served, const QJsonArray &tasks);
/// What other CI systems said of a commit, as one run; nothing where nobody did.
std::optional<domain::BuildRun> readCombinedStatus(const QJsonObject &combined, const QString &branch);
std::vector<domain::BuildJob> readStatuses(const QJsonArray &statuses);

} // namespace callboard::gitea
