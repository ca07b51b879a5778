// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices/reviewchanges.h"

namespace callboard::notices {

/// How the person's work stands, for the icon in the tray: the worst first. Someone else's red build is none of it.
struct Situation {
    struct Line {
        enum class Kind { Failing, Approval, Review, Running };
        Kind kind = Kind::Failing;
        QString text;      ///< A short sentence.
        QString entityRef; ///< Where it leads to, if anywhere here.
        QString url;       ///< Where it leads to otherwise; may be empty.
        QString connectionId;
        QString about;     ///< Key of the run or review; empty of several.
        QDateTime since;   ///< UTC; may be invalid.
        bool operator==(const Line &) const = default;
    };
    int failing = 0;   ///< Default branches of what is mine that are broken.
    int running = 0;   ///< Runs of what is mine.
    int approvals = 0; ///< Runs that wait for an approval.
    int reviews = 0;   ///< Reviews that are asked of the person.
    std::vector<Line> lines; ///< The worst, each failing branch by itself; at most `most`.

    static constexpr size_t most = 5;
    bool operator==(const Situation &) const = default;
};

/// Pure; any thread.
Situation situationOf(const std::vector<SeenRun> &runs, const std::vector<SeenReview> &reviews);

} // namespace callboard::notices
