// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "plugins/sdk/hostjson.h"

namespace callboard::azure {

/// `status` of what has not ended and `result` of what has: BuildStatus and BuildResult, TimelineRecordState and TaskResult of
/// https://learn.microsoft.com/rest/api/azure/devops/build/.
std::span<const sdk::StateWord> buildStates();

/// One of the list of builds. Empty id where it is none.
domain::BuildRun readBuild(const QJsonObject &served, const QString &defaultBranch);
/// A build's timeline: its jobs with their tasks as steps, and what these said, of lines of the code or of the whole; what a stage says is of no job.
void readTimeline(domain::BuildDetail &detail, const QJsonObject &timeline);
/// Why a build could not begin: what is wrong with its file.
void readValidation(domain::BuildDetail &detail, const QJsonObject &build);
/// The number of a job's log and whether the job has ended. NotFound: it has none yet, or there is no such job.
domain::Result<std::pair<qint64, bool>> logOf(const QJsonObject &timeline, const QString &jobId);

/// One of the list of test runs, without its failures.
domain::TestSuite readTestRun(const QJsonObject &served);
/// Those of a list of results that failed.
std::vector<domain::TestSuite::Case> readTestFailures(const QJsonArray &results);

} // namespace callboard::azure
