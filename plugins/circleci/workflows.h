// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostjson.h"

/// What CircleCI answers, read.
namespace callboard::circleci {

/// Words for the state of a workflow, a job, a step, and of a pipeline that has no workflow.
std::span<const sdk::StateWord> states();

/// What a pipeline does not say itself.
struct Surroundings {
    QString project;       ///< As the run is to name it: "gh/acme/ledger".
    QString defaultBranch;
    QString pages;         ///< What pages of pipelines lie below; empty: nobody knows.
};

/// Before the id of a run that is a pipeline without a workflow.
inline constexpr QLatin1StringView pipelinePrefix("pipeline/");

/// The runs of a pipeline: its workflows, the oldest first, those of one name as attempts. Where there is none, the pipeline itself while it
/// is on its way, or could not be made anything of.
std::vector<domain::BuildRun> readRuns(const QJsonObject &pipeline, const QJsonArray &workflows, const Surroundings &around);
std::vector<domain::BuildAnnotation> readErrors(const QJsonObject &pipeline);

std::vector<domain::BuildJob> readJobs(const QJsonArray &served, const domain::BuildRun &run);
/// The number that a job of `readJobs` has; 0: it has not begun, or is an approval.
qint64 jobNumber(const QJsonArray &served, const QString &jobId);

/// Adds steps and when it was queued, as the API v1.1 tells of one job.
void readSteps(domain::BuildJob &job, const QJsonObject &served);
/// Adds the runner, and gives what CircleCI has to say of the job, as the API v2 tells of one job.
std::vector<domain::BuildAnnotation> readJobDetails(domain::BuildJob &job, const QJsonObject &served);
domain::TestSuite readTests(const QJsonArray &served, const QString &name);

/// One part of a job's log.
struct Output {
    QString name;
    QString address;       ///< Signed, at another host; empty: it wrote nothing, or not yet.
    bool isBackground = false;
    int machine = 0;       ///< Of several that the job runs on at once, counted from 0.
    bool hasBegun = false, hasEnded = false;
    /// The steps of the first machine come one after another. All else is written beside them, and stands behind them once the job has ended.
    bool isBeside() const { return isBackground || machine > 0; }
};
/// In the order of the log: the steps of each machine, then what ran in the background.
std::vector<Output> readOutputs(const QJsonObject &served);
/// The text of an output, which is a list of messages; any other body is the text itself.
QByteArray readOutputText(const QByteArray &body);

} // namespace callboard::circleci
