// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/pulljob.h"

#include <map>

namespace callboard::sync {

/// Waits for changes in live feeds, each on a thread of its own outside the cap of pulls, so that they starve nobody.
class LiveWatch final {
public:
    /// `wake` is called from a watching thread whenever there is something to take; `log` with what went wrong.
    LiveWatch(HostServices services, std::function<void()> wake);
    ~LiveWatch();
    Q_DISABLE_COPY_MOVE(LiveWatch)

    /// Does nothing for a feed that is watched already.
    void watch(const FeedKey &key, std::shared_ptr<ConnectionHandle> handle, std::function<void(const QString &)> log);
    void stop(const QString &connectionId);
    /// False also where the feed turned out not to be able to wait, and while it has lost who tells it.
    bool isWatching(const FeedKey &key) const;
    /// Feeds in which something changed since the last call.
    std::vector<FeedKey> take();
    void requestStop();
    void stopAll(std::chrono::milliseconds limit);

private:
    struct Changes;
    HostServices m_services;
    std::shared_ptr<Changes> m_changes;
    struct Turns;
    std::shared_ptr<Turns> turnsOf(const FeedKey &key, const std::shared_ptr<ConnectionHandle> &handle);

    QHash<FeedKey, std::shared_ptr<HostContext>> m_watched;
    std::map<std::pair<ConnectionHandle *, QString>, std::weak_ptr<Turns>> m_turns; ///< Of each feed's object: by its handle and id.
    Workers m_workers;
};

} // namespace callboard::sync
