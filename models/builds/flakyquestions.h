// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/flakiness.h"

#include <QSet>

#include <chrono>
#include <deque>
#include <functional>
#include <optional>

namespace callboard::builds {

/// Which runs to ask about, so that a flaky job has its name although nobody opened the runs: the two of a commit, once while the program runs, and few in
/// an hour, since hosts count requests and nobody waits for it.
class FlakyQuestions final {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr size_t commitsAnHour = 4; ///< With two runs each, and some requests a run.

    /// Runs to ask about now; they count as asked. `isWanted` says whether a run is any business of the person's.
    std::vector<RunRow> next(const RunIndex &index, const Flakiness &flakiness, const std::function<bool(RunRow)> &isWanted, Clock::time_point now);
    /// When there is more to ask, of what there was the last time; none: nothing was left.
    std::optional<Clock::time_point> more() const { return m_more; }

private:
    QSet<QString> m_asked; ///< Keys of runs, with their connection.
    std::deque<Clock::time_point> m_when; ///< Within the last hour, the oldest first.
    std::optional<Clock::time_point> m_more;
};

} // namespace callboard::builds
