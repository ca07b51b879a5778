// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "models/domain/result.h"

#include <QSet>

namespace callboard::cctray {

/// One project of a cctray.xml. Source: https://cctray.org/v1/
struct Project {
    QString name;
    domain::BuildState last = domain::BuildState::Unknown; ///< Of the last run that ended.
    QString lastWord;
    bool isBuilding = false; ///< Another one runs now.
    QString label;           ///< Of the last run; may be empty.
    QDateTime lastTime;      ///< UTC: when that ended; invalid where not told.
    QString url;             ///< http(s); may be empty.
    QString breakers;        ///< Who is said to have broken it; may be empty.
    bool operator==(const Project &) const = default;
};

inline constexpr qsizetype mostProjects = 20'000;

/// Reads the file. BadResponse for what is none: no XML, a document type (and with it entities), too many or nothing of it.
domain::Result<std::vector<Project>> readProjects(const QByteArray &xml);

/// The last run that is over, and the one that runs, if one does: it has no number yet.
std::vector<domain::BuildRun> runsOf(const Project &project);
/// Of a run that stands for another: one that runs is over under its own label.
bool isPlaceholder(const QString &runId);

/// "pipeline :: stage" of GoCD's "pipeline :: stage :: job", where the file has that stage too: such a project is a part of the stage's runs and
/// has none of its own. Empty for any other name: TeamCity's groups of projects are none themselves.
QString stageOf(const QString &name, const QSet<QString> &names);
QSet<QString> namesOf(const std::vector<Project> &projects);
/// The jobs of a stage's run as far as the file tells: of the last one, and of the one that runs. Nothing for an older one, or where no job is told.
std::vector<domain::BuildJob> jobsOf(const domain::BuildRun &run, const std::vector<Project> &projects);

} // namespace callboard::cctray
