// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "models/notices/inbox.h"

namespace callboard::notices {

/// A run with the connection that it came from.
struct SeenRun {
    QString connectionId;
    domain::BuildRun run;
    bool isMine = false, isStarred = false;
};

/// What comes of a look: notices to tell, ids of those that no longer hold, and what is known from now on.
struct Told {
    std::vector<Entry> entries;
    QStringList gone;
    QJsonValue known;
};

/// When a default branch broke or healed, and which runs wait for an approval. A branch is how its latest finished run is; runs that
/// somebody cancelled or that were skipped say nothing. Each change between what was known and what is there now is told
/// once, in its order, also those that were over before anybody looked; the state in which a branch is first seen is no change.
/// `known` is what the last look answered; what a branch was told of is in it, so that nothing is told twice or missed over the
/// end of the program. Pure; any thread.
Told buildChanges(const QJsonValue &known, std::vector<SeenRun> runs, const QDateTime &now);

/// What is known of these connections alone.
QJsonValue knownOf(const QStringList &connections, const QJsonValue &known);

/// Of one default branch and pipeline: its identity in ids of notices.
QString branchKey(const QString &connectionId, const domain::BuildRun &run);
/// Later runs of a branch are larger: by number where both have one, else by time; attempts of one run one after another.
bool isEarlier(const domain::BuildRun &one, const domain::BuildRun &other);

} // namespace callboard::notices
