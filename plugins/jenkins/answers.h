// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "plugins/sdk/hostjson.h"
#include "plugins/sdk/integration.h"

#include <QUrlQuery>

namespace callboard::jenkins {

/// `result` of a build (hudson.model.Result).
std::span<const sdk::StateWord> results();
/// `status` of a stage, of the Pipeline: Stage View plugin (StatusExt).
std::span<const sdk::StateWord> stageStatuses();
/// Of Blue Ocean's two words, `state` and `result`.
domain::BuildState nodeState(const QJsonObject &node);

/// Which fields of a build are asked for: Jenkins would send everything it has.
QString treeOfBuild();
/// The same of a job's builds, and of those of its first `mostBranches` branches.
QString treeOfJob();
inline constexpr qsizetype mostBranches = 60;
inline constexpr QLatin1StringView namelessPrefix("stage:");
/// Of all jobs, this many folders deep, when each was last built.
QString treeOfLatest(int depth);
/// The full names of those that were built since, and of the folder or multibranch job that each lies in.
QStringList readActive(const QJsonObject &root, const QDateTime &since);
/// The same of what `activeQuery` asks for; BadResponse for anything else.
sdk::Result<QStringList> readActive(const QByteArray &xml);
/// Has the server pick out what was built since, where telling of all jobs would be too much: names alone, as XML.
QUrlQuery activeQuery(int depth, const QDateTime &since);
/// The runs of a job, or of all branches of a multibranch job; an id is the build's number, or "branch/number" with the branch as
/// Jenkins writes it in addresses.
std::vector<domain::BuildRun> readJob(const QJsonObject &job, const QString &pipeline, const QString &defaultBranch);
/// The branch that counts as the job's default one, which Jenkins does not tell: of a multibranch job the first that it has of those that mostly
/// are; of any other the one that all its builds are of, else likewise. Empty: none is known.
QString defaultBranchOf(const QJsonObject &job);
/// One of them. `id`: which one was asked for; a run with another id, or none, where the answer is another build. `defaultBranch` as above.
domain::BuildRun readBuild(const QJsonObject &build, const QString &id, const QString &pipeline, const QString &defaultBranch);
/// Stages as Blue Ocean tells them, with what comes after what. Their ids begin with "blue:". Of stages that have not begun it tells what the
/// last good build had: they are still to come, or where the build has ended, they never will.
std::vector<domain::BuildJob> readNodes(const QJsonArray &nodes, bool hasEnded);
/// The steps of one of them.
std::vector<domain::BuildStep> readSteps(const QJsonArray &steps);
/// Stages as the Stage View plugin tells them. One that has no id gets one with `namelessPrefix`, by which nobody can be asked for it.
std::vector<domain::BuildJob> readStages(const QJsonObject &run);
/// What that plugin says of one stage: its steps, and what went wrong in them.
void readStage(domain::BuildJob &job, std::vector<domain::BuildAnnotation> &annotations, const QJsonObject &described);
/// Which fields of a build say how each configuration of a matrix went, and those, of this build alone. Their ids are "matrix:" and the
/// configuration, "ARCH=arm,OS=linux".
QString treeOfMatrix();
std::vector<domain::BuildJob> readMatrix(const QJsonObject &build, qint64 number);
QString treeOfTests();
/// Of a matrix or of Maven's modules too, which have a report each.
std::vector<domain::TestSuite> readTests(const QJsonObject &report);
/// Which fields of a job's builds say what changed in them; the newest hundred.
QString treeOfChanges();
/// What the builds after `good` up to `number` brought, the newest first.
std::vector<domain::BuildCommit> readChanges(const QJsonObject &job, qint64 good, qint64 number);
/// What a job asks for before a build; a file cannot be given from here, and is left out.
std::vector<sdk::FormField> readParameters(const QJsonObject &job);

} // namespace callboard::jenkins
