// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figures.h"

#include <QAbstractEventDispatcher>
#include <QFile>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include <sys/syscall.h>
#include <unistd.h>

namespace callboard::test {

/// How the event loop of the thread that makes this fares until `stop`: how long an event that another thread posts every two
/// milliseconds is kept waiting, and how much work one turn of the loop is.
class LoopProbe final {
public:
    LoopProbe()
        : m_main(delayFile())
        , m_thread([this](const std::stop_token &stop) { ask(stop); })
    {
        // From one turn's wait to the next one's: an event dispatcher may deliver before or after it says that it is awake. While it
        // waits it does no work.
        m_turning = QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, &m_receiver, [this] {
            const double now = bench::threadMilliseconds();
            if (m_turnBegan)
                m_turns.add(now - *m_turnBegan);
            m_turnBegan = now;
        });
    }
    ~LoopProbe() { stop(); }
    Q_DISABLE_COPY_MOVE(LoopProbe)

    void stop()
    {
        m_thread.request_stop();
        if (m_thread.joinable())
            m_thread.join();
        QObject::disconnect(m_turning);
    }

    const bench::Samples &clock() const { return m_clock; } ///< Waits as they were, with what others did to the machine.
    const bench::Samples &waits() const { return m_waits; } ///< Without the time in which both threads had work and no processor.
    const bench::Samples &turns() const { return m_turns; } ///< Processor time.
    static bool knowsTheMachine() { return QFile::exists(delayFile()); }

private:
    using Clock = std::chrono::steady_clock;

    static QString delayFile() { return QStringLiteral("/proc/self/task/%1/schedstat").arg(::syscall(SYS_gettid)); }

    /// How long the thread had work and waited for a processor, since it was made, in milliseconds. Source: Linux,
    /// Documentation/scheduler/sched-stats.rst.
    static double delay(const QString &file)
    {
        QFile stat(file);
        return stat.open(QIODevice::ReadOnly) ? double(stat.readAll().split(' ').value(1).toLongLong()) / 1e6 : 0;
    }

    void ask(const std::stop_token &stop)
    {
        const QString own = delayFile();
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any never;
        while (!stop.stop_requested()) {
            const double before = delay(m_main), ownBefore = delay(own);
            const auto asked = Clock::now();
            auto ownDelay = std::make_shared<std::atomic<double>>(0);
            QMetaObject::invokeMethod(&m_receiver, [this, asked, before, ownDelay] {
                const double waited = std::chrono::duration<double, std::milli>(Clock::now() - asked).count();
                m_clock.add(waited);
                m_waits.add(std::max(0.0, waited - (delay(m_main) - before) - ownDelay->load()));
            }, Qt::QueuedConnection);
            ownDelay->store(delay(own) - ownBefore);
            never.wait_for(lock, stop, std::chrono::milliseconds(2), [] { return false; });
        }
    }

    const QString m_main; ///< Of the thread that made this.
    QObject m_receiver;
    QMetaObject::Connection m_turning;
    bench::Samples m_clock, m_waits, m_turns;
    std::optional<double> m_turnBegan;
    std::jthread m_thread;
};

} // namespace callboard::test
