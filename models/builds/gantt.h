// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"

namespace callboard::builds {

/// When a job waited and worked, in milliseconds from the run's beginning.
struct GanttBar {
    qint64 queued = -1; ///< -1: not told, or not begun.
    qint64 begin = -1;
    qint64 end = -1;    ///< Of one that runs: now.
    bool isKept = false;   ///< It ended before: an earlier attempt did it, and this one takes what came of it. It has no times here.
    bool critical = false; ///< Had it been faster, the run would have been.
    bool operator==(const GanttBar &) const = default;
};
struct Gantt {
    qint64 start = 0;  ///< Milliseconds since the epoch.
    qint64 length = 0; ///< Of the whole, milliseconds.
    std::vector<GanttBar> jobs; ///< As the detail's.
    bool pathIsGuessed = false; ///< Nobody told what waits for what: by times alone.
};
/// The critical path goes back from the job that ended last, each time to that among those it waited for which ended last: to its own
/// attempt before, by `needs`, else by the stage before, else the job that ended last before it began. `since`: when this attempt of the
/// run began, where it is not the first; jobs that ended before it are not of it. `now`, `since`: milliseconds since the epoch.
Gantt ganttOf(const domain::BuildDetail &detail, qint64 now, qint64 since = 0);

} // namespace callboard::builds
