// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <mutex>

namespace callboard::sync {

/// Tells somebody, the window mostly, that there is something to take. Not to be called under the lock that taking needs: on a busy machine who was
/// told runs at once in place of who told, and would wait for that lock until the other has a processor again.
class Waker final {
public:
    explicit Waker(std::function<void()> tell)
        : m_tell(std::move(tell))
    {
    }

    /// For any thread.
    void wake()
    {
        const std::lock_guard lock(m_mutex);
        if (m_tell)
            m_tell();
    }
    /// Nobody is told any more; who is being told now has been when this returns.
    void silence()
    {
        const std::lock_guard lock(m_mutex);
        m_tell = nullptr;
    }

private:
    std::mutex m_mutex;
    std::function<void()> m_tell;
};

} // namespace callboard::sync
