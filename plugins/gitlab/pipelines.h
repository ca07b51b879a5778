// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "plugins/sdk/hostjson.h"

#include <QHash>

namespace callboard::gitlab {

/// States of a pipeline and of a job, as https://docs.gitlab.com/api/pipelines/ and …/api/jobs/ name them.
std::span<const sdk::StateWord> pipelineStates();
/// States of a deployment: https://docs.gitlab.com/api/deployments/.
std::span<const sdk::StateWord> deploymentStates();
/// A failed job whose `failure_reason` blames the machinery (Ci::Build's failure reasons) is Errored.
domain::BuildState jobState(const QJsonObject &job);

/// Of one answer of the list, or of the single pipeline, which says more. Empty id where it is none.
domain::BuildRun readPipeline(const QJsonObject &served, const QString &defaultBranch);
/// Takes over what only the single pipeline says: times, who, errors in .gitlab-ci.yml.
void readPipelineDetails(domain::BuildRun &run, const QJsonObject &served);
/// Subjects by commit id, of a list of commits.
QHash<QString, QString> readSubjects(const QJsonArray &commits);
/// Percent, which a job has as a number and a pipeline as text; nothing where it has none.
std::optional<double> coverageOf(const QJsonValue &told);
/// Jobs and, from the other list, trigger jobs; in the order they were made. Jobs that were retried, where they are among them, stand
/// before what took their place.
std::vector<domain::BuildJob> readJobs(const QJsonArray &jobs, const QJsonArray &bridges);
/// A pipeline that a trigger job started in the same project: a part of the one that has the trigger job.
struct ChildPipeline {
    QString id;
    QString trigger; ///< Name of the job, and its stage.
    QString stage;
};
/// Those of other projects are pipelines of their own. The newest first, as served: taken in one after another, they stand in their order.
std::vector<ChildPipeline> readChildren(const QJsonArray &bridges);
/// Takes a child's jobs in behind the stage that started it. Their stages then say whose they are: "trigger: test".
void takeIn(std::vector<domain::BuildJob> &all, const ChildPipeline &child, std::vector<domain::BuildJob> jobs);
/// Whether any of the jobs, as served, left a test report, as far as they tell.
bool mayHaveTests(const QJsonArray &jobs);
/// `before` comes before the name of each suite.
std::vector<domain::TestSuite> readTestReport(const QJsonObject &report, const QString &before = {});
std::vector<domain::Deployment> readDeployments(const QJsonArray &list);

} // namespace callboard::gitlab
