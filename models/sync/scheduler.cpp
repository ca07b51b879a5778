// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/scheduler.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace callboard::sync {

namespace {
// What is looked at again within this time is not asked for again.
constexpr auto interestRest = 15s;
constexpr auto firstBackOff = 30s;
constexpr auto longestBackOff = 30min;
// How much longer than its interval a feed waits when it pulls rarely.
constexpr int rarely = 5;
// When many feeds may start again, the first begins at once and the last within this.
constexpr auto spread = 20s;
constexpr auto spreadOnScreen = 2s;
}

Scheduler::Scheduler(const Clock &clock, quint32 seed, int maxRunning)
    : m_clock(clock)
    , m_random(seed)
    , m_maxRunning(maxRunning)
{
}

void Scheduler::add(const Feed &feed)
{
    State state;
    state.feed = feed;
    state.dueAt = m_clock.now() + feed.firstDelay;
    state.paused = m_paused.contains(feed.key.connectionId);
    m_feeds.insert(feed.key, state);
}

void Scheduler::removeConnection(const QString &connectionId)
{
    m_feeds.removeIf([&](const auto &entry) {
        if (entry.key().connectionId != connectionId)
            return false;
        m_running -= entry.value().running;
        return true;
    });
    m_paused.remove(connectionId);
    m_shut.remove(connectionId);
    m_interest.remove(connectionId);
}

void Scheduler::setPaused(const QString &connectionId, bool paused)
{
    if (paused)
        m_paused.insert(connectionId);
    else
        m_paused.remove(connectionId);
    for (State &state : m_feeds) {
        if (state.feed.key.connectionId == connectionId)
            state.paused = paused;
    }
}

void Scheduler::setShut(const QString &connectionId, bool shut)
{
    if (shut)
        m_shut.insert(connectionId);
    else
        m_shut.remove(connectionId);
}

void Scheduler::setHold(Hold hold)
{
    const Hold before = std::exchange(m_hold, hold);
    for (State &state : m_feeds) {
        if (!state.feed.network)
            continue;
        if (hold == Hold::All)
            state.interrupted = state.interrupted || state.running;
        if (hold >= before || state.running)
            continue;
        const auto now = m_clock.now();
        const bool missed = state.feed.live && hold == Hold::None;
        if (state.offline || state.interrupted || missed)
            state.dueAt = std::min(state.dueAt, now);
        state.offline = state.interrupted = false;
        if (dueOf(state) > now)
            continue;
        const auto most = m_interest.contains(state.feed.key.connectionId) ? spreadOnScreen : spread;
        const auto later = std::uniform_int_distribution<qint64>(0, std::chrono::milliseconds(most).count())(m_random);
        state.dueAt += now + std::chrono::milliseconds(later) - dueOf(state);
    }
}

bool Scheduler::goesByClock(const State &state) const
{
    return !state.paused && !m_allPaused && !isShut(state.feed.key.connectionId) && !(state.feed.network && m_hold >= Hold::ByHand);
}

std::chrono::milliseconds Scheduler::dueOf(const State &state) const
{
    // What somebody looks at is not kept from them.
    if (state.feed.perEntity && m_interest.contains(state.feed.key.connectionId))
        return state.dueAt;
    int longer = state.feed.network && m_hold == Hold::Rarely ? rarely : 0;
    if (state.feed.sharesIdle && state.lastStart >= 0ms)
        longer += m_hosts - 1;
    return state.dueAt + longer * state.feed.interval;
}

void Scheduler::requestNow(const FeedKey &key)
{
    if (const auto it = m_feeds.find(key); it != m_feeds.end())
        it->requested = true;
}

void Scheduler::setInterest(const QSet<QString> &connectionIds)
{
    m_interest = connectionIds;
    const auto now = m_clock.now();
    for (State &state : m_feeds) {
        const bool rested = state.lastStart < 0ms || now - state.lastStart >= interestRest;
        if (state.feed.perEntity && rested && state.failures == 0 && m_interest.contains(state.feed.key.connectionId))
            state.dueAt = std::min(state.dueAt, now);
    }
}

void Scheduler::dropRequests(const QString &connectionId, const QString &feedId)
{
    for (State &state : m_feeds) {
        const FeedKey &key = state.feed.key;
        if ((connectionId.isEmpty() || key.connectionId == connectionId) && (feedId.isEmpty() || key.feedId == feedId))
            state.requested = false;
    }
}

std::vector<Scheduler::Next> Scheduler::next() const
{
    std::vector<Next> all;
    for (const State &state : m_feeds) {
        Next next { state.feed.key, {}, state.requested, state.failures };
        if (!state.running && goesByClock(state))
            next.in = std::max(0ms, dueOf(state) - m_clock.now());
        all.push_back(next);
    }
    std::ranges::sort(all, [](const Next &a, const Next &b) {
        return std::tie(a.key.connectionId, a.key.feedId) < std::tie(b.key.connectionId, b.key.feedId);
    });
    return all;
}

bool Scheduler::moreUrgent(const State &a, const State &b) const
{
    if (a.requested != b.requested)
        return a.requested;
    const bool interestA = m_interest.contains(a.feed.key.connectionId);
    const bool interestB = m_interest.contains(b.feed.key.connectionId);
    if (interestA != interestB)
        return interestA;
    if (a.dueAt != b.dueAt)
        return a.dueAt < b.dueAt;
    return std::tie(a.feed.key.connectionId, a.feed.key.feedId) < std::tie(b.feed.key.connectionId, b.feed.key.feedId);
}

std::vector<FeedKey> Scheduler::takeDue(bool byClock)
{
    const auto now = m_clock.now();
    std::vector<State *> due;
    for (State &state : m_feeds) {
        const bool timeHasCome = byClock && goesByClock(state) && dueOf(state) <= now;
        if (!state.running && !isHeld(state) && (state.requested || timeHasCome))
            due.push_back(&state);
    }
    std::ranges::sort(due, [this](const State *a, const State *b) { return moreUrgent(*a, *b); });

    std::vector<FeedKey> taken;
    for (State *state : due) {
        if (m_running >= m_maxRunning)
            break;
        state->running = true;
        state->requested = false;
        state->lastStart = now;
        ++m_running;
        taken.push_back(state->feed.key);
    }
    return taken;
}

void Scheduler::finished(const FeedKey &key, const Outcome &outcome)
{
    const auto it = m_feeds.find(key);
    if (it == m_feeds.end() || !it->running)
        return;
    it->running = false;
    --m_running;
    it->offline = outcome.offline;
    if (outcome.cancelled && it->interrupted) {
        it->dueAt = m_clock.now();
        // Already allowed again? Then this is the moment.
        it->interrupted = isHeld(*it);
        return;
    }
    it->interrupted = false;
    if (outcome.ok || outcome.cancelled) {
        it->failures = 0;
        it->dueAt = m_clock.now() + jittered(it->feed.interval);
        return;
    }
    ++it->failures;
    auto delay = jittered(backOff(*it));
    if (outcome.retryAfter)
        delay = std::max<std::chrono::milliseconds>(delay, *outcome.retryAfter);
    it->dueAt = m_clock.now() + delay;
}

bool Scheduler::isRunning(const FeedKey &key) const
{
    const auto it = m_feeds.find(key);
    return it != m_feeds.end() && it->running;
}

bool Scheduler::isWaiting(const FeedKey &key) const
{
    const auto it = m_feeds.find(key);
    return it != m_feeds.end() && it->requested && !isHeld(*it);
}

bool Scheduler::isNetworkRunning() const
{
    return std::ranges::any_of(m_feeds, [](const State &state) { return state.running && state.feed.network; });
}

bool Scheduler::hasRequests() const
{
    return std::ranges::any_of(m_feeds, [this](const State &state) { return state.requested && !isHeld(state); });
}

std::optional<std::chrono::milliseconds> Scheduler::untilNext() const
{
    std::optional<std::chrono::milliseconds> next;
    for (const State &state : m_feeds) {
        if (state.running || !goesByClock(state))
            continue;
        const auto left = std::max(0ms, dueOf(state) - m_clock.now());
        next = next ? std::min(*next, left) : left;
    }
    return next;
}

// A tenth either way, so that the feeds of many people and connections do not march in step.
std::chrono::milliseconds Scheduler::jittered(std::chrono::milliseconds interval)
{
    const auto spread = interval.count() / 10;
    return interval + std::chrono::milliseconds(std::uniform_int_distribution<qint64>(-spread, spread)(m_random));
}

std::chrono::milliseconds Scheduler::backOff(const State &state) const
{
    const auto interval = state.feed.interval;
    const auto ceiling = std::max<std::chrono::milliseconds>(interval, longestBackOff);
    auto delay = std::min<std::chrono::milliseconds>(interval, firstBackOff);
    for (int i = 1; i < state.failures && delay < ceiling; ++i)
        delay *= 2;
    return std::min(delay, ceiling);
}

} // namespace callboard::sync
