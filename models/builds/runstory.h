// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/runindex.h"

#include <optional>

namespace callboard::builds {

/// How a line stands: what its latest run that says so says, and since when.
struct LineStory {
    BuildState verdict = BuildState::Unknown; ///< Passed, Failed or Errored; Unknown: no run says.
    RunRow latest = noRun;      ///< The run that says it.
    RunRow brokenSince = noRun; ///< The first broken run of those in a row; noRun while it is good.
    RunRow lastGood = noRun;    ///< The latest run that passed; of a broken line, the one before it broke.
    int brokenRuns = 0;         ///< In a row.
    bool operator==(const LineStory &) const = default;
};
LineStory storyOfLine(const RunIndex &index, quint32 line);
/// The same as it was seen from this run: what was before it.
LineStory storyBefore(const RunIndex &index, RunRow row);
/// The latest run that passed on the run's own line, or else on a default branch of its pipeline, begun before it.
RunRow lastGoodBefore(const RunIndex &index, RunRow row);

/// A run whose state is another one than before, or that was not there before.
struct RunChange {
    QString key; ///< `BuildRun::key`
    QString connection;
    std::optional<BuildState> before; ///< Nothing: it is new.
    BuildState after = BuildState::Unknown;
    RunRow row = noRun; ///< In the later index.
    bool operator==(const RunChange &) const = default;
};
/// In the order of the later index. Runs that are gone are no change: nobody keeps them for ever.
std::vector<RunChange> changesBetween(const RunIndex &before, const RunIndex &after);

/// A line that broke, healed, or is known for the first time.
struct LineChange {
    BuildState before = BuildState::Unknown; ///< Its verdict then; Unknown: it had none.
    BuildState after = BuildState::Unknown;
    RunRow row = noRun; ///< The run that says so, in the later index.
    bool isDefaultBranch = false;
    bool operator==(const LineChange &) const = default;
};
/// Only lines with a verdict in `after` that differs from the one in `before`, broken kinds counting as one.
std::vector<LineChange> lineChangesBetween(const RunIndex &before, const RunIndex &after);

} // namespace callboard::builds
