// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/livewatch.h"

#include "models/sync/waker.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::ErrorCode;

namespace {

// A feed that reports change after change is not listened to more often than this.
constexpr auto shortestWait = 50ms;
constexpr auto waitAfterError = 30s;

void rest(std::stop_token stop, std::chrono::milliseconds time)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
}

} // namespace

struct LiveWatch::Changes {
    explicit Changes(std::function<void()> wake)
        : waker(std::move(wake))
    {
    }

    void add(const FeedKey &key)
    {
        {
            const std::lock_guard lock(mutex);
            keys.push_back(key);
        }
        waker.wake();
    }

    std::mutex mutex;
    std::vector<FeedKey> keys;
    Waker waker;
};

/// An integration's feed is told to stop, and takes a moment for it: whoever watches it next waits for that. Held by those who
/// listen or wait for it, each of whom holds the feed as well.
struct LiveWatch::Turns {
    std::mutex mutex;
    std::condition_variable_any changed;
    bool taken = false;

    bool take(const std::stop_token &stop)
    {
        std::unique_lock lock(mutex);
        if (!changed.wait(lock, stop, [this] { return !taken; }) || stop.stop_requested())
            return false;
        taken = true;
        return true;
    }
    void giveBack()
    {
        const std::lock_guard lock(mutex);
        taken = false;
        changed.notify_all();
    }
};

LiveWatch::LiveWatch(HostServices services, std::function<void()> wake)
    : m_services(std::move(services))
    , m_changes(std::make_shared<Changes>(std::move(wake)))
    , m_workers({})
{
}

LiveWatch::~LiveWatch() = default;

void LiveWatch::watch(const FeedKey &key, std::shared_ptr<ConnectionHandle> handle, std::function<void(const QString &)> log)
{
    if (m_watched.contains(key))
        return;
    auto context = std::make_shared<HostContext>(HostContext::Setup { .key = key, .connectionId = key.connectionId, .settings = handle->info().settings, .services = m_services, .onLog = std::move(log) });
    m_watched.insert(key, context);
    auto turns = turnsOf(key, handle);
    m_workers.start(context, [key, handle = std::move(handle), turns = std::move(turns), context, changes = m_changes] {
        if (!turns->take(context->stopToken()))
            return PullOutcome { key, {}, {}, {} };
        const auto ended = qScopeGuard([&] { turns->giveBack(); });
        while (!context->stopRequested()) {
            const auto feed = handle->feed(key.feedId);
            if (!feed)
                return PullOutcome { key, std::unexpected(feed.error()), {}, {} };
            const auto began = std::chrono::steady_clock::now();
            context->tellListening(true); // Until it says otherwise.
            const auto changed = callIntegration<void>(
                *handle->host(), handle->info().integrationId, [&] { return (*feed)->waitForChange(*context); });
            if (context->stopRequested() || (!changed && changed.error().code == ErrorCode::Unsupported))
                break;
            context->tellListening(changed.has_value());
            if (changed)
                changes->add(key);
            else
                context->log(u"waiting for changes failed: %1: %2"_s.arg(domain::name(changed.error().code), changed.error().detail));
            if (!changed)
                rest(context->stopToken(), waitAfterError);
            else if (std::chrono::steady_clock::now() - began < shortestWait)
                rest(context->stopToken(), shortestWait);
        }
        return PullOutcome { key, {}, {}, {} };
    });
}

std::shared_ptr<LiveWatch::Turns> LiveWatch::turnsOf(const FeedKey &key, const std::shared_ptr<ConnectionHandle> &handle)
{
    std::erase_if(m_turns, [](const auto &entry) { return entry.second.expired(); });
    auto &kept = m_turns[{ handle.get(), key.feedId }];
    auto turns = kept.lock();
    if (!turns) {
        turns = std::make_shared<Turns>();
        kept = turns;
    }
    return turns;
}

void LiveWatch::stop(const QString &connectionId)
{
    m_watched.removeIf([&](const auto &entry) {
        if (entry.key().connectionId != connectionId)
            return false;
        entry.value()->close();
        return true;
    });
}

bool LiveWatch::isWatching(const FeedKey &key) const
{
    if (const auto watched = m_watched.constFind(key); watched == m_watched.cend() || !watched.value()->isListening())
        return false;
    return std::ranges::any_of(m_workers.progress(),
        [&](const PullProgress &one) { return one.connectionId == key.connectionId && one.feedId == key.feedId; });
}

std::vector<FeedKey> LiveWatch::take()
{
    m_workers.take();
    const std::lock_guard lock(m_changes->mutex);
    return std::exchange(m_changes->keys, {});
}

void LiveWatch::requestStop()
{
    m_workers.requestStop([](const FeedKey &) { return true; });
}

void LiveWatch::stopAll(std::chrono::milliseconds limit)
{
    m_changes->waker.silence();
    m_workers.stopAll(limit);
    m_watched.clear();
}

} // namespace callboard::sync
