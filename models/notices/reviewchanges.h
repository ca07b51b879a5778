// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/review.h"
#include "models/notices/buildchanges.h"

namespace callboard::notices {

/// A review with the connection that it came from.
struct SeenReview {
    QString connectionId;
    domain::Review review;
    bool isMine = false, isStarred = false; ///< The entity is; whose the review is, it says itself.
};

/// Whether somebody waits for this person's review: a draft does not.
bool waitsForMe(const domain::Review &review);

/// Whether it is this person's, and something is wrong with it that they must mend: its checks fail, changes are wanted, it conflicts.
bool isToMend(const domain::Review &review);

/// Reviews that are asked of the person, and what is wrong with their own: each reason by itself, and of one that is open and no draft. Told when one begins to wait, and again when it does anew; gone when it no longer does. As
/// `buildChanges` otherwise, but for what waits at the first look: that is told.
Told reviewChanges(const QJsonValue &known, const std::vector<SeenReview> &reviews, const QDateTime &now);

} // namespace callboard::notices
