// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/runquery.h"

namespace callboard::builds {

/// One group of a listing: the runs of its default branches first, then those of other branches and pull requests; the newest first.
struct RunGroup {
    QString key;  ///< Canonical ref, branch, or a project's name where a run has no entity; empty: of nobody.
    QString name; ///< For people; empty: of nobody.
    bool isEntity = false;
    quint32 begin = 0, others = 0, end = 0; ///< Into the listing's rows: default branches up to `others`.
    quint32 flakyBegin = 0, flakyEnd = 0;   ///< Into the listing's flaky parts.
    int broken = 0;       ///< Lines whose latest verdict is broken, of those that show.
    int brokenDefault = 0; ///< The same, of default branches.
    int active = 0;       ///< Runs that are queued, wait or run.
    qint64 changedAt = 0; ///< The latest change of a state.
    quint32 size() const { return end - begin; }
    /// The worst that needs eyes: a broken default branch, then what runs, then another broken branch, else the latest.
    BuildState state = BuildState::Unknown;
    bool operator==(const RunGroup &) const = default;
};

/// Something that was flaky recently in the runs of a group.
struct FlakyPart {
    Flakiness::Number part = Flakiness::none;
    int commits = 0;       ///< On which it was.
    RunRow latest = noRun; ///< The newest run of the group on one of them.
    bool operator==(const FlakyPart &) const = default;
};

/// What shows of an index, in groups: broken default branches on top, then the newest change first.
struct RunListing {
    std::vector<RunGroup> groups;
    std::vector<RunRow> rows;
    std::vector<FlakyPart> flaky; ///< Of each group the most flaky first.
    std::span<const FlakyPart> flakyOf(const RunGroup &group) const { return std::span(flaky).subspan(group.flakyBegin, group.flakyEnd - group.flakyBegin); }
    RunRow shown = 0; ///< Runs; one of several entities is in several groups.
    std::array<RunRow, size_t(BuildState::Skipped) + 1> byState {}; ///< Of the shown runs.
    bool operator==(const RunListing &) const = default;
};
RunListing listRuns(const RunEstate &estate, const std::vector<quint8> &shown, RunGrouping grouping);

/// The last runs of a group for its sparkline, the oldest first: of its default branches, where it has any.
struct RunSpark {
    struct Bar {
        BuildState state = BuildState::Unknown;
        qint64 took = 0; ///< Milliseconds; 0: not known.
    };
    std::vector<Bar> bars;
    qint64 usual = -1; ///< The median of those that passed; -1: none did.
};
RunSpark sparkOf(const RunIndex &index, const RunListing &listing, const RunGroup &group, qint64 now, size_t most = 30);

/// How an entity stands: the newest run of each of its pipelines on a default branch, what is broken first, then what runs or waits elsewhere;
/// without either, its newest run.
std::vector<RunRow> standingOf(const RunIndex &index, QStringView entity, size_t most);

} // namespace callboard::builds
