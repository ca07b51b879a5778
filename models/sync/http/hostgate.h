// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/http/rateheaders.h"
#include "models/sync/httpclient.h"

#include <QHash>

#include <condition_variable>
#include <list>
#include <map>
#include <mutex>
#include <random>
#include <set>

namespace callboard::sync {

/// Where requests wait for their host. Thread-safe; waits block the caller, and end with its stop token.
///
/// Four ordinary requests of the background run at once, and two more of persons: HTTP/1.1 gets six connections a host, and
/// a person must not wait for a stalled background. Persons go first, and have the last tenth of a host's rate budget.
class HostGate final {
public:
    using Clock = std::chrono::steady_clock;

    struct Ask {
        QString host;
        QByteArray who; ///< Stands for the credentials: budgets are theirs.
        Urgency urgency = Urgency::Background;
        std::chrono::milliseconds patience { 0 }; ///< How long a rest that the host asked for may take.
    };

    /// A place in the host's traffic, given back when destroyed.
    class Pass {
    public:
        Pass(HostGate &gate, QString host, std::chrono::milliseconds rested);
        Pass(Pass &&other) noexcept;
        Pass &operator=(Pass &&) = delete;
        ~Pass();
        /// How much of the wait was a rest of the host's, not a queue of ours.
        std::chrono::milliseconds rested() const { return m_rested; }

    private:
        HostGate *m_gate;
        QString m_host;
        std::chrono::milliseconds m_rested;
    };

    /// Waits for a place. RateLimited, or what the host failed with, when its rest outlasts the patience; Cancelled.
    domain::Result<Pass> enter(const Ask &ask, const std::stop_token &stop);
    /// The same for what takes no place: an error when the host rests from answering these credentials.
    domain::Result<void> mayOpen(const Ask &ask);

    /// An answer came. Returns how long these credentials rest from now on.
    std::chrono::milliseconds heard(const QString &host, const QByteArray &who, int status, const RateNote &note);
    /// No answer came: the host rests a little, longer each time.
    void failed(const QString &host, domain::ErrorCode code);
    void count(const QString &host, qint64 bytes, qint64 requests);
    /// A request of this connection goes out to the host, however it ends. With an empty id it is nobody's, and nothing is noted.
    void asked(const QString &host, const QString &connectionId);
    /// The connection is gone, or is for other hosts now.
    void forget(const QString &connectionId);

    std::vector<HostTraffic> traffic() const;

private:
    struct Waiter {
        QByteArray who;
        Urgency urgency;
    };
    struct Budget {
        std::optional<qint64> limit, remaining;
        Clock::time_point resetAt {};
        Clock::time_point restsUntil {};
        int refusals = 0;
    };
    struct Host {
        int running = 0;
        std::list<Waiter> waiters; ///< Persons first, then by arrival.
        QHash<QByteArray, Budget> budgets;
        Clock::time_point restsUntil {};    ///< As the host asked, of everybody.
        Clock::time_point recoversAt {};    ///< After failures.
        int failures = 0;
        domain::ErrorCode failure = domain::ErrorCode::Offline;
        qint64 bytesToday = 0, requestsToday = 0;
        QDate today;
        std::set<QString> askedBy; ///< Ids of connections.
        std::condition_variable_any changed;
        quint64 changes = 0;
    };
    struct Rest {
        Clock::time_point until {};
        bool failure = false;
    };

    Host &at(const QString &host);
    void prune();
    static Rest restOf(const Host &host, const Waiter &waiter, Clock::time_point now);
    static bool isNext(const Host &host, const Waiter &waiter, Clock::time_point now);
    static std::optional<domain::Error> refusal(const Host &host, const Ask &ask, const Rest &rest, std::chrono::milliseconds patience, Clock::time_point now);
    void leave(const QString &host);
    std::chrono::milliseconds backOff(int failures, std::chrono::milliseconds first, std::chrono::milliseconds most);
    void fail(Host &host, domain::ErrorCode code, Clock::time_point now);
    static void wake(Host &host);

    mutable std::mutex m_mutex;
    std::map<QString, std::unique_ptr<Host>> m_hosts;
    std::mt19937 m_random { std::random_device {}() };
};

} // namespace callboard::sync
