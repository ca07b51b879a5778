// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "models/domain/result.h"

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
    bool operator==(const Project &) const = default;
};

inline constexpr qsizetype mostProjects = 20'000;

/// Reads the file. BadResponse for what is none: no XML, a document type (and with it entities), too many or nothing of it.
domain::Result<std::vector<Project>> readProjects(const QByteArray &xml);

/// The last run that is over, and the one that runs, if one does: it has no number yet.
std::vector<domain::BuildRun> runsOf(const Project &project);

} // namespace callboard::cctray
