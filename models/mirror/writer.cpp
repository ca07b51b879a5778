// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/writer.h"

#include <future>

namespace callboard::mirror {

Writer::Writer(std::unique_ptr<Store> store, std::chrono::milliseconds tickEvery, std::function<void()> tick)
    : m_store(std::move(store))
    , m_tickEvery(tickEvery)
    , m_tick(std::move(tick))
    , m_thread([this] { loop(); })
{
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Writer::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

domain::Result<void> Writer::run(std::move_only_function<domain::Result<void>(Store &)> task)
{
    std::promise<domain::Result<void>> promise;
    auto future = promise.get_future();
    post([&promise, &task](Store &store) { promise.set_value(task(store)); });
    return future.get();
}

void Writer::setIdleWork(std::move_only_function<bool(Store &)> work)
{
    const std::lock_guard lock(m_mutex);
    m_idleWork = std::move(work);
    m_mayIdle = true;
}

void Writer::loop()
{
    while (runNext()) { }
}

bool Writer::runNext()
{
    std::unique_lock lock(m_mutex);
    const bool idle = m_tasks.empty() && m_mayIdle && m_idleWork && !m_stopping;
    if (idle) {
        lock.unlock();
        const bool more = m_idleWork(*m_store);
        lock.lock();
        m_mayIdle = more;
        return true;
    }
    if (m_tasks.empty() && !m_stopping)
        m_wake.wait_for(lock, m_tickEvery, [this] { return !m_tasks.empty() || m_stopping; });
    if (m_tasks.empty()) {
        const bool stopping = m_stopping;
        lock.unlock();
        m_tick();
        return !stopping;
    }
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    m_mayIdle = true;
    lock.unlock();
    task(*m_store);
    return true;
}

} // namespace callboard::mirror
