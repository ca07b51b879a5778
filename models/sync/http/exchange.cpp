// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/exchange.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;

void Exchange::putHead(Head head)
{
    const std::lock_guard lock(m_mutex);
    if (m_head)
        return;
    m_head = std::move(head);
    m_changed.notify_all();
}

void Exchange::putData(QByteArray data)
{
    const std::lock_guard lock(m_mutex);
    m_queued += data.size();
    m_received += data.size();
    m_data.push_back(std::move(data));
    m_changed.notify_all();
}

void Exchange::finish(std::optional<Failure> failure)
{
    const std::lock_guard lock(m_mutex);
    if (m_finished)
        return;
    m_finished = true;
    m_failure = std::move(failure);
    m_changed.notify_all();
}

qint64 Exchange::queued() const
{
    const std::lock_guard lock(m_mutex);
    return m_queued;
}

qint64 Exchange::received() const
{
    const std::lock_guard lock(m_mutex);
    return m_received;
}

std::optional<Exchange::Failure> Exchange::waitFor(std::unique_lock<std::mutex> &lock, Clock::time_point until,
    const std::stop_token &stop, const std::function<bool()> &ready)
{
    const bool done = m_changed.wait_until(lock, stop, until, ready);
    if (stop.stop_requested())
        return Failure { { ErrorCode::Cancelled, u"stopped"_s, 0, std::nullopt, {} }, false };
    if (!done)
        return Failure { { ErrorCode::Timeout, m_head ? u"the answer did not come to its end in time"_s : u"no answer came in time"_s, 0, std::nullopt, {} }, false };
    return std::nullopt;
}

std::expected<Exchange::Head, Exchange::Failure> Exchange::head(Clock::time_point until, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (auto failure = waitFor(lock, until, stop, [this] { return m_head || m_finished; }))
        return std::unexpected(std::move(*failure));
    if (m_head)
        return *m_head;
    return std::unexpected(m_failure.value_or(Failure { { ErrorCode::BadResponse, u"the answer has no head"_s, 0, std::nullopt, {} }, false }));
}

std::expected<QByteArray, Exchange::Failure> Exchange::next(Clock::time_point until, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (auto failure = waitFor(lock, until, stop, [this] { return !m_data.empty() || m_finished; }))
        return std::unexpected(std::move(*failure));
    if (!m_data.empty()) {
        QByteArray data = std::move(m_data.front());
        m_data.pop_front();
        m_queued -= data.size();
        return data;
    }
    if (m_failure)
        return std::unexpected(*m_failure);
    return QByteArray();
}

} // namespace callboard::sync
