// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/runquery.h"

namespace callboard::builds {

/// All runs of an estate, group by group: a listing is what shows of it, found in one pass over memory that lies in a row. Immutable.
struct RunArrangement {
    struct Group {
        QString key, name; ///< As those of a `RunGroup`.
        bool isEntity = false;
        quint32 begin = 0, others = 0, end = 0; ///< Into the entries: default branches up to `others`, then others; the newest first.
    };
    /// What a listing needs of a run.
    struct Entry {
        qint64 changedAt = 0;
        RunRow row = 0;
        quint32 line = 0;
        Flakiness::Number flake = Flakiness::none; ///< Recent ones.
        BuildState state = BuildState::Unknown;
    };
    RunArrangement(const RunEstate &estate, RunGrouping grouping);

    std::vector<Group> groups;
    std::vector<Entry> entries; ///< One of several entities is in several groups.
};

} // namespace callboard::builds
