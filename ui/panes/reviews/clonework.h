// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/review.h"

#include <QString>

#include <vector>

namespace callboard::ui::panes {

/// What can be done with a review in a clone on this machine. Blocking; any thread but the window's. Nothing here goes over the network: what
/// is not in the clone has to be fetched first (clonefetch.h).

/// The clone of the repository that a review is of; an empty path where there is none.
QString cloneOf(const domain::Review &review, const std::vector<domain::CloneState> &clones);

/// Whether the clone has the commit that the review is at.
bool hasHead(const QString &clone, const domain::Review &review);

/// Checks the review's branch out in a clone; answers the name of the local branch. Never over uncommitted work: Conflict, where a
/// tracked file differs, an untracked or ignored one is in the way, a merge or rebase is under way, or a local branch of that name has
/// commits of its own: its detail says which, for people. NotFound: the commit is not in the clone yet.
domain::Result<QString> checkOut(const QString &clone, const domain::Review &review);

struct ReviewDiff {
    QString text;       ///< A patch.
    bool isCut = false; ///< There was more of it.
};
inline constexpr qsizetype longestReviewDiff = 4 << 20; ///< Bytes

/// What the review changes against its target branch. NotFound as above.
domain::Result<ReviewDiff> diffOf(const QString &clone, const domain::Review &review);

} // namespace callboard::ui::panes
