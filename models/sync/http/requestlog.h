// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/httpclient.h"

#include <deque>
#include <mutex>

namespace callboard::sync {

/// The last requests of the program. Thread-safe.
class RequestLog final {
public:
    static constexpr size_t mostLines = 500;

    void add(RequestLine line)
    {
        const std::lock_guard lock(m_mutex);
        if (m_lines.size() == mostLines)
            m_lines.pop_front();
        m_lines.push_back(std::move(line));
    }

    /// Of one connection, or of all with an empty id; the latest last.
    std::vector<RequestLine> lines(const QString &connectionId) const
    {
        const std::lock_guard lock(m_mutex);
        std::vector<RequestLine> found;
        for (const RequestLine &line : m_lines) {
            if (connectionId.isEmpty() || line.connectionId == connectionId)
                found.push_back(line);
        }
        return found;
    }

private:
    mutable std::mutex m_mutex;
    std::deque<RequestLine> m_lines;
};

} // namespace callboard::sync
