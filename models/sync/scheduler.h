// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sync/clock.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <algorithm>
#include <random>
#include <vector>

namespace callboard::sync {

/// One feed of one connection.
struct FeedKey {
    QString connectionId;
    QString feedId;

    bool operator==(const FeedKey &) const = default;
    friend size_t qHash(const FeedKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.connectionId, key.feedId);
    }
};

/// Decides which feed pulls when. Holds no threads and no timers: it is asked what is due, and told how it went.
class Scheduler final {
public:
    struct Feed {
        FeedKey key;
        std::chrono::milliseconds interval { 600'000 };
        bool perEntity = false;
        std::chrono::milliseconds firstDelay { 0 }; ///< Until its first pull.
        bool network = false; ///< Asks hosts over the network: held with it.
        bool live = false;    ///< Watched for changes, which nobody does while it is held.
        bool sharesIdle = false; ///< Of a host of CI: with several of them it pulls less often while nobody looks.
    };
    struct Outcome {
        bool ok = true;
        bool cancelled = false;
        std::optional<std::chrono::seconds> retryAfter; ///< As the server asked.
        bool offline = false; ///< The other side could not be reached: it is asked again as soon as the network comes back.
    };

    /// What feeds over the network may do.
    enum class Hold {
        None,
        Rarely, ///< By the clock at a sixth of the pace.
        ByHand, ///< By requests only.
        All,    ///< Nothing; requests wait.
    };

    Scheduler(const Clock &clock, quint32 seed, int maxRunning = 4);

    void add(const Feed &feed);
    void removeConnection(const QString &connectionId);
    void setPaused(const QString &connectionId, bool paused);
    /// Nothing of it begins while it is shut, paused or not, asked for or not: requests wait. For the program's own use, beside what the
    /// person has paused.
    void setShut(const QString &connectionId, bool shut);
    bool isShut(const QString &connectionId) const { return m_shut.contains(connectionId); }

    /// Everything that goes by the clock waits, of whatever connection.
    void setAllPaused(bool paused) { m_allPaused = paused; }
    /// When it gets looser, what is due by then starts spread over some seconds: not all at once.
    void setHold(Hold hold);
    /// Of CI. All together ask as often as one alone would.
    void setHosts(int count) { m_hosts = std::max(1, count); }
    Hold hold() const { return m_hold; }

    /// Pulls as soon as there is room, paused or not; one that runs now is pulled once more after it.
    void requestNow(const FeedKey &key);
    /// Connections that hold what is on screen go first; their per-entity feeds become due at once.
    void setInterest(const QSet<QString> &connectionIds);
    void dropRequests(const QString &connectionId = {}, const QString &feedId = {}); ///< Of all, with empty ids.

    /// What to start now, most urgent first; all of it counts as running until `finished`.
    std::vector<FeedKey> takeDue(bool byClock = true);
    void finished(const FeedKey &key, const Outcome &outcome);

    bool isRunning(const FeedKey &key) const;
    bool isWaiting(const FeedKey &key) const; ///< Asked for, and not held.
    bool isNetworkRunning() const; ///< Any feed that is held with the network.
    int runningCount() const { return m_running; }
    bool hasRequests() const; ///< That are not held.
    bool hasRoom() const { return m_running < m_maxRunning; }
    struct Next {
        FeedKey key;
        std::optional<std::chrono::milliseconds> in; ///< Nothing while it runs, and while it is paused.
        bool requested = false;
        int failures = 0; ///< In a row, until now.
    };
    /// Every feed and when it pulls next, ordered by its key.
    std::vector<Next> next() const;
    /// Until the clock makes the next feed due; nothing when none waits for the clock.
    std::optional<std::chrono::milliseconds> untilNext() const;

private:
    struct State {
        Feed feed;
        std::chrono::milliseconds dueAt { 0 };
        std::chrono::milliseconds lastStart { -1 };
        int failures = 0;
        bool running = false;
        bool requested = false;
        bool paused = false;
        bool offline = false;     ///< Its last pull did not reach the other side.
        bool interrupted = false; ///< It ran when it was held.
    };
    bool isHeld(const State &state) const { return (state.feed.network && m_hold == Hold::All) || isShut(state.feed.key.connectionId); }
    bool goesByClock(const State &state) const;
    std::chrono::milliseconds dueOf(const State &state) const;
    std::chrono::milliseconds jittered(std::chrono::milliseconds interval);
    std::chrono::milliseconds backOff(const State &state) const;
    bool moreUrgent(const State &a, const State &b) const;

    const Clock &m_clock;
    std::mt19937 m_random;
    int m_maxRunning;
    int m_running = 0;
    Hold m_hold = Hold::None;
    int m_hosts = 1;
    bool m_allPaused = false;
    QHash<FeedKey, State> m_feeds;
    QSet<QString> m_interest;
    QSet<QString> m_paused;
    QSet<QString> m_shut;
};

} // namespace callboard::sync
