// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <stop_token>
#include <thread>
#include <vector>

namespace callboard::catalog {

/// Calls `work(i)` for each i below `count`, on up to `threads` threads, the caller's among them. Returns when all are done or
/// the stop was asked for. Work must not throw.
template<typename Work>
void forEachInParallel(size_t count, int threads, std::stop_token stop, const Work &work)
{
    std::atomic<size_t> next = 0;
    const auto run = [&] {
        for (size_t i = next++; i < count && !stop.stop_requested(); i = next++)
            work(i);
    };
    std::vector<std::jthread> helpers;
    const size_t wanted = std::min<size_t>(count, size_t(std::max(1, threads)));
    for (size_t i = 1; i < wanted; ++i)
        helpers.emplace_back(run);
    run();
}

} // namespace callboard::catalog
