// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace callboard::sync {

/// What one request has brought so far: filled by the network thread, waited for by the caller's. Waits end with the stop
/// token at once; the request itself is then to be abandoned.
class Exchange final {
public:
    using Clock = std::chrono::steady_clock;

    struct Head {
        int status = 0;
        sdk::Headers headers; ///< Names in lower case.
        qint64 bytes = 0;     ///< As far as they are known.
    };
    struct Failure {
        domain::Error error;
        bool transient = false; ///< The connection broke: the same may work at once.
    };

    // For the network thread.
    void putHead(Head head);
    void putData(QByteArray data);
    void finish(std::optional<Failure> failure = {});
    qint64 queued() const; ///< Bytes not taken yet.

    // For the caller.
    std::expected<Head, Failure> head(Clock::time_point until, const std::stop_token &stop);
    /// The next bytes; none when all have been taken.
    std::expected<QByteArray, Failure> next(Clock::time_point until, const std::stop_token &stop);
    qint64 received() const; ///< Of the body, encoded.

private:
    std::optional<Failure> waitFor(std::unique_lock<std::mutex> &lock, Clock::time_point until, const std::stop_token &stop,
        const std::function<bool()> &ready);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<Head> m_head;
    std::deque<QByteArray> m_data;
    qint64 m_queued = 0, m_received = 0;
    bool m_finished = false;
    std::optional<Failure> m_failure;
};

} // namespace callboard::sync
