// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/connectionhandle.h"

#include <condition_variable>
#include <deque>
#include <list>
#include <thread>

namespace callboard::sync {

/// How one pull went.
struct PullOutcome {
    FeedKey key;
    domain::Result<void> result;
    QString suggestedMe; ///< From the connection's first probe.
    std::function<void()> deliver; ///< For whoever takes the outcome to call; may be empty.
    std::optional<PullReport> report = {}; ///< Of pulls.
};

/// One pull from load to completion, on the thread that calls `run`.
struct PullJob {
    IntegrationInfo::Feed feed;
    QString integrationId;
    std::shared_ptr<ConnectionHandle> handle;
    std::vector<std::shared_ptr<ConnectionHandle>> others; ///< Whose readers are asked when the own one does not know.
    QStringList claimedAnnotations;
    QStringList onScreen;
    QList<std::pair<QString, QString>> docInterest; ///< Sites and pages that somebody wants to read, the latest first.
    QSet<QString> networkConnections;               ///< Whose documentation can be fetched again, and may go for room.
    bool probeForMe = false;
    QString suggestedMe;

    domain::Result<void> run(HostContext &context, mirror::Mirror &mirror);

private:
    domain::Result<QString> principal(HostContext &context) const;
    domain::Result<void> pullAndIngest(HostContext &context, mirror::Mirror &mirror);
    domain::Result<void> gatherAsked(HostContext &context, const mirror::Mirror &mirror) const;
    bool bringsDocs() const;
    bool rendersDocs() const;
};

/// Threads that run calls into integrations, and a queue of what came of them. What is started begins at once, on a thread that rests from
/// another or on a new one: whoever starts it may be the window, and making a thread waits for all that the program's memory is
/// being changed by. Joins what ends in time when destroyed, and leaves behind what does not: a call that ignores the stop must not hold up
/// the program's end.
class Workers final {
public:
    using Work = std::function<PullOutcome()>;
    /// `wake` is called from a worker thread whenever there is something to take.
    explicit Workers(std::function<void()> wake);
    ~Workers();
    Q_DISABLE_COPY_MOVE(Workers)

    void start(std::shared_ptr<HostContext> context, Work work);
    std::vector<PullOutcome> take();
    /// Waits until there is something to take; false when `deadline` passed.
    bool waitForOutcome(std::chrono::steady_clock::time_point deadline);
    void requestStop(const std::function<bool(const FeedKey &)> &which);
    std::vector<std::shared_ptr<HostContext>> contextsOf(const QString &connectionId) const; ///< Of those that run.
    std::vector<PullProgress> progress() const;
    void forEach(const std::function<void(HostContext &)> &visit) const; ///< Those that run.
    /// Asks all to stop, waits up to `limit`, closes the rest. Number of threads left behind.
    int stopAll(std::chrono::milliseconds limit);

private:
    struct Shared;
    struct Worker {
        std::shared_ptr<HostContext> context;
        std::shared_ptr<std::atomic<bool>> ended;
    };
    struct Seat;
    struct Thread {
        std::shared_ptr<Seat> seat;
        std::thread thread;
        std::optional<std::chrono::steady_clock::time_point> endSeen = {};
    };
    void reap();

    std::shared_ptr<Shared> m_shared;
    std::list<Worker> m_workers;
    std::list<Thread> m_threads;
};

} // namespace callboard::sync
