// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"

namespace callboard::domain {

namespace recordtype {
inline constexpr QLatin1StringView review("Review"); ///< Key: `Review::key()`.
}

/// A pull or merge request.
struct Review {
    enum class State { Open, Merged, Closed };
    enum class Verdict { None, Commented, Approved, ChangesRequested };

    QString id;      ///< For people and within `project`: the number.
    QString project; ///< "acme/ledger"
    QStringList entityRefs; ///< Canonical; may be empty.
    QString title;
    QString author;  ///< Login.
    QString branch, targetBranch;
    QString commit;  ///< Head of `branch`.
    QString cloneUrl; ///< Of the repository `branch` lives in, for a check-out; empty: the project's own.
    State state = State::Open;
    bool isDraft = false;
    bool isMine = false;       ///< Its author is the connection's person.
    bool waitsForMe = false;   ///< That person's review is asked for, and not given since.
    Verdict verdict = Verdict::None; ///< Of all reviews together: changes requested counts before approvals.
    QStringList reviewers;     ///< Logins asked.
    int approvals = 0;
    BuildState checks = BuildState::Unknown; ///< Of `commit`, all checks together.
    bool hasConflicts = false;
    bool conflictsUnsure = false; ///< The host is still working out whether it conflicts: what it says meanwhile is no news.
    int additions = 0, deletions = 0, changedFiles = 0, comments = 0;
    QStringList labels;
    QDateTime createdAt, updatedAt; ///< UTC
    QString url;

    bool operator==(const Review &) const = default;
    QString key() const; ///< project + '!' + id
    Record toRecord() const;
    static Review fromRecord(const Record &record);
};

/// "changes-requested": as it is stored, and typed in a filter.
QString verdictName(Review::Verdict verdict);

} // namespace callboard::domain
