// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <ctime>

namespace callboard::sync {

/// Time as the scheduler sees it; tests bring their own.
class Clock {
public:
    virtual ~Clock() = default;
    virtual std::chrono::milliseconds now() const = 0; ///< Since any fixed moment; never goes back.
};

/// Goes on while the machine sleeps, unlike std::chrono::steady_clock: what became due in the night is due in the morning.
class SteadyClock final : public Clock {
public:
    std::chrono::milliseconds now() const override
    {
        timespec time {};
        clock_gettime(CLOCK_BOOTTIME, &time);
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
    }
};

} // namespace callboard::sync
