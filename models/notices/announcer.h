// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices/inbox.h"

namespace callboard::notices {

/// One notification for the desktop.
struct Announcement {
    std::vector<Item> items; ///< One, or those that it counts, the latest first.
    bool isSummary = false;  ///< Replaces the summary before it, where that is still shown.
    int count = 1;           ///< Of a summary: with what the one it replaces counted.
    bool sound = false;
};

/// Decides when the desktop is told: at once, but not one by one. Pure: whoever has it tells it the time.
class Announcer final {
public:
    static constexpr std::chrono::milliseconds company { 400 }; ///< What arrives together is told together.
    static constexpr int mostAlone = 3;                         ///< Of one moment; more become a summary.
    static constexpr int mostAMinute = 6;                       ///< Notifications of their own; then summaries only.

    /// Nothing is shown until then, in UTC; what comes is told in one summary afterwards. Invalid: no rest.
    void setQuietUntil(const QDateTime &until) { m_quietUntil = until; }
    QDateTime quietUntil() const { return m_quietUntil; }
    void setQuietHours(const QuietHours &hours) { m_hours = hours; }
    bool isQuiet(const QDateTime &now) const;

    /// `late`: they waited in an earlier run of the program already, and are told together.
    void offer(const std::vector<Item> &items, const QDateTime &now, bool late = false);
    /// What is to be shown now. `isStillNews` is asked for what had to wait: what was read meanwhile is not told.
    std::vector<Announcement> due(const QDateTime &now, const std::function<bool(const Item &)> &isStillNews);
    /// When to ask `due` again; invalid when nothing waits.
    QDateTime nextDue(const QDateTime &now) const;
    bool isWaiting() const { return !m_waiting.empty(); }

private:
    Announcement summary(const QDateTime &now, std::vector<Item> items);

    QuietHours m_hours;
    QDateTime m_quietUntil;
    std::vector<Item> m_waiting;
    QDateTime m_firstAt; ///< When the first of those that wait came.
    bool m_held = false; ///< They waited for the end of a rest.
    std::vector<QDateTime> m_alone; ///< When notifications of their own were shown.
    QDateTime m_summaryAt;
    int m_summaryCount = 0;
};

} // namespace callboard::notices
