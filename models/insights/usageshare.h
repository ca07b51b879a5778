// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/usagelog.h"

#include <chrono>

namespace callboard::insights {

/// What of the person's use may go to one connection.
struct ShareChoice {
    QString connectionId;
    bool searches = false; ///< What was searched for too; a choice of its own.
    std::function<bool(const QString &ref)> isOfConnection; ///< Whether the connection knows that entity: nothing about others goes there.
    qint64 searchesSince = 0; ///< When `searches` was chosen, in milliseconds since the epoch: what was searched for before never goes.
};

/// What became of events that were handed over. An error says that none was taken, and that they may be handed over again.
enum class Handed {
    Taken,
    Unsure, ///< The answer was lost, or is no clear one.
};
/// Hands events over, one request for all of them. Called on the thread of `shareUsage`.
using HandOver = std::function<domain::Result<Handed>(const std::vector<UsageEvent> &events)>;

struct ShareReport {
    qint64 taken = 0;  ///< Events.
    qint64 unsure = 0; ///< Events that were sent, and will not be again.
    qint64 refused = 0; ///< Events that are each too large for the other side.
};

/// Whether an event may go, now or at all.
enum class MayGo {
    Never,
    Later, ///< Its time has not come: the clock was put back since. It waits, and what was recorded behind it with it.
    Now,
};
/// How far ahead of the clock an event waits for its time. A clock that is put right steps by milliseconds, seldom by minutes; what is
/// farther ahead was recorded by a clock that was wrong (by a day, say), and is passed over: its time is not true, and would hold up all
/// that comes after it.
inline constexpr std::chrono::hours longestAhead { 1 };
/// Whether that event may go there at `now`: opened entities and documentation, templates that were run, searches where chosen. Not those of
/// an earlier month (UTC): adoption-insights over PostgreSQL has a table for the present one only, and loses the events that come with them.
MayGo mayBeShared(const UsageEvent &event, const ShareChoice &choice, const QDateTime &now);

/// From now on, events may go to that connection: what was recorded before never does. Not for the GUI thread.
domain::Result<void> beginSharing(UsageLog &log, const QString &connectionId);
/// At once; a request that is under way is not taken back.
void endSharing(UsageLog &log, const QString &connectionId);
bool isSharing(const UsageLog &log, const QString &connectionId);

/// What would go now.
struct WaitingUse {
    std::vector<UsageEvent> events; ///< The oldest first.
    qint64 more = 0; ///< Behind these.
};
/// `most` of it. Nothing where it is not shared. Not for the GUI thread.
domain::Result<WaitingUse> waitingUse(const UsageLog &log, const ShareChoice &choice, qint64 most, const QDateTime &now, const std::stop_token &stop = {});

/// Hands over all that waits, in batches of which each is noted as sent, on disk, before it goes: no event is counted twice, whatever is lost or killed on
/// the way; those of a lost answer may not be counted at all (the backend knows no resent event from a new one). Nothing where it is not shared. Ends
/// with the first error, whose batch and what is behind it wait, and after the first batch that is unsure. For one thread for each connection; not the GUI's.
domain::Result<ShareReport> shareUsage(
    UsageLog &log, const ShareChoice &choice, const HandOver &handOver, const QDateTime &now, const std::stop_token &stop = {});

} // namespace callboard::insights
