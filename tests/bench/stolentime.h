// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/rundelay.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

#include <pthread.h>
#include <sched.h>

namespace callboard::bench {

/// When a processor of this machine stood still, because its host had other plans: the share of a virtual machine was used up. The system counts
/// such time neither as work nor as waiting for a processor. A thread bound to each processor sleeps a millisecond at a time: what it wakes
/// too late, without its own wait in the queue, was taken. Where that queue is long it misses some, and never makes any up.
class StolenTime final {
public:
    using Clock = std::chrono::steady_clock;

    StolenTime()
    {
        cpu_set_t usable;
        if (::sched_getaffinity(0, sizeof usable, &usable) != 0)
            return;
        for (int processor = 0; processor < CPU_SETSIZE; ++processor) {
            if (CPU_ISSET(processor, &usable))
                m_threads.emplace_back([this, processor](const std::stop_token &stop) { watch(processor, stop); });
        }
    }
    ~StolenTime() { stop(); }
    Q_DISABLE_COPY_MOVE(StolenTime)

    /// What follows is for after this.
    void stop()
    {
        m_threads.clear();
        std::ranges::sort(m_gaps, {}, &Gap::from);
        std::vector<Gap> joined;
        for (const Gap &gap : m_gaps) {
            if (joined.empty() || gap.from > joined.back().to)
                joined.push_back(gap);
            else
                joined.back().to = std::max(joined.back().to, gap.to);
        }
        m_gaps = std::move(joined);
    }
    /// Of that time, in milliseconds, while a processor stood still.
    double between(Clock::time_point from, Clock::time_point to) const
    {
        double all = 0;
        const auto first = std::ranges::upper_bound(m_gaps, from, {}, &Gap::to);
        for (auto gap = first; gap != m_gaps.end() && gap->from < to; ++gap)
            all += milliseconds(std::min(to, gap->to) - std::max(from, gap->from));
        return all;
    }
    size_t times() const { return m_gaps.size(); }
    double longest() const
    {
        double most = 0;
        for (const Gap &gap : m_gaps)
            most = std::max(most, milliseconds(gap.to - gap.from));
        return most;
    }

private:
    struct Gap {
        Clock::time_point from, to;
    };
    static constexpr auto pause = std::chrono::milliseconds(1);
    static constexpr double least = 1.5; ///< Less is a late timer.

    static double milliseconds(Clock::duration length) { return std::chrono::duration<double, std::milli>(length).count(); }

    void watch(int processor, const std::stop_token &stop)
    {
        cpu_set_t only;
        CPU_ZERO(&only);
        CPU_SET(processor, &only);
        const RunDelay delay;
        if (::pthread_setaffinity_np(::pthread_self(), sizeof only, &only) != 0 || !delay.isKnown())
            return;
        while (!stop.stop_requested()) {
            const double waitedBefore = delay.milliseconds();
            const auto due = Clock::now() + pause;
            std::this_thread::sleep_until(due);
            const double taken = milliseconds(Clock::now() - due) - (delay.milliseconds() - waitedBefore);
            if (taken < least)
                continue;
            const std::lock_guard lock(m_mutex);
            m_gaps.push_back({ due, due + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double, std::milli>(taken)) });
        }
    }

    std::mutex m_mutex;
    std::vector<Gap> m_gaps;
    std::vector<std::jthread> m_threads; ///< Last: they use the above.
};

} // namespace callboard::bench
