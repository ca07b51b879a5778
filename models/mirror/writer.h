// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/store.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <thread>

namespace callboard::mirror {

/// The one thread that writes. Tasks run in the order in which they were posted; when there are none, the
/// idle work runs slice by slice.
class Writer final {
public:
    using Task = std::move_only_function<void(Store &)>;

    /// `tick` is called at most this often apart while there is nothing else: it sends what is waiting for company.
    Writer(std::unique_ptr<Store> store, std::chrono::milliseconds tickEvery, std::function<void()> tick);
    ~Writer(); ///< Runs what was posted, then stops.

    void post(Task task);
    /// Posts and waits. Not from the writer thread.
    domain::Result<void> run(std::move_only_function<domain::Result<void>(Store &)> task);
    /// Slices until this says that nothing is left; asked again after each task. Set before the first task.
    void setIdleWork(std::move_only_function<bool(Store &)> work);

private:
    void loop();
    bool runNext();

    std::unique_ptr<Store> m_store;
    std::chrono::milliseconds m_tickEvery;
    std::function<void()> m_tick;
    std::move_only_function<bool(Store &)> m_idleWork;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_stopping = false;
    bool m_mayIdle = true;
    std::thread m_thread;
};

} // namespace callboard::mirror
