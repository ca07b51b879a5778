// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/review.h"

#include <stop_token>

namespace callboard::ui::panes {

/// What of a review git is asked for.
struct ReviewHead {
    QString from; ///< A remote of the clone, or the address of the fork that the branch lives in.
    QString ref;  ///< "refs/pull/7/head", "refs/merge-requests/7/head", or "refs/heads/…" where the host has neither.
    bool operator==(const ReviewHead &) const = default;
};

/// Where the review's head is, as the clone knows its remotes. NotFound: none of them is the review's repository. Invalid: it names nothing
/// that could be fetched. Nothing goes over the network. Any thread.
domain::Result<ReviewHead> headOf(const QString &clone, const domain::Review &review);

/// Fetches it by git, as the person would: with their remotes, credential helper and SSH agent, of which nothing is known here; nobody is asked in a
/// terminal. No file of the work tree and no local branch changes. Ends with git's children when stopped. Blocking; not for the window's
/// thread. Unsupported: there is no git. Unauthorised, NotFound, Offline, as far as git's words tell; BadResponse otherwise.
domain::Result<void> fetchReview(const QString &clone, const domain::Review &review, const std::stop_token &stop);

} // namespace callboard::ui::panes
