// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figures.h"
#include "tests/bench/rundelay.h"
#include "tests/bench/stolentime.h"

#include <QAbstractEventDispatcher>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace callboard::test {

/// How the event loop of the thread that makes this fares until `stop`: how long an event that another thread posts every two
/// milliseconds is kept waiting, and how much work one turn of the loop is.
class LoopProbe final {
public:
    LoopProbe()
        : m_thread([this](const std::stop_token &stop) { ask(stop); })
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
        if (!m_thread.joinable())
            return;
        m_thread.join();
        QObject::disconnect(m_turning);
        m_stolen.stop();
        for (const Wait &wait : m_all) {
            // What was stolen while a thread was in the queue is in that time already; how much, nobody knows: all of it, then.
            const double stolen = std::max(0.0, m_stolen.between(wait.asked, wait.answered) - wait.queued);
            m_ours.add(std::max(0.0, wait.unqueued - stolen));
        }
    }

    const bench::Samples &clock() const { return m_clock; } ///< Waits as they were, with what others did to the machine.
    const bench::Samples &waits() const { return m_waits; } ///< Without the time in which both threads had work and no processor.
    const bench::Samples &ours() const { return m_ours; }   ///< Without what the machine's host took, too. After `stop`.
    const bench::Samples &turns() const { return m_turns; } ///< Processor time.
    const bench::StolenTime &stolen() const { return m_stolen; } ///< After `stop`.
    bool knowsTheMachine() const { return m_main.isKnown(); }

private:
    using Clock = std::chrono::steady_clock;
    struct Wait {
        Clock::time_point asked, answered;
        double queued = 0, unqueued = 0;
    };

    void ask(const std::stop_token &stop)
    {
        const bench::RunDelay own;
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any never;
        while (!stop.stop_requested()) {
            const double before = m_main.milliseconds(), ownBefore = own.milliseconds();
            const auto asked = Clock::now();
            auto ownDelay = std::make_shared<std::atomic<double>>(0);
            QMetaObject::invokeMethod(&m_receiver, [this, asked, before, ownDelay] {
                const auto answered = Clock::now();
                const double waited = std::chrono::duration<double, std::milli>(answered - asked).count();
                const double queued = m_main.milliseconds() - before + ownDelay->load();
                const double unqueued = std::max(0.0, waited - queued);
                m_clock.add(waited);
                m_waits.add(unqueued);
                m_all.push_back({ asked, answered, queued, unqueued });
            }, Qt::QueuedConnection);
            ownDelay->store(own.milliseconds() - ownBefore);
            never.wait_for(lock, stop, std::chrono::milliseconds(2), [] { return false; });
        }
    }

    const bench::RunDelay m_main; ///< Of the thread that made this.
    QObject m_receiver;
    QMetaObject::Connection m_turning;
    bench::Samples m_clock, m_waits, m_ours, m_turns;
    std::vector<Wait> m_all;
    bench::StolenTime m_stolen;
    std::optional<double> m_turnBegan;
    std::jthread m_thread;
};

} // namespace callboard::test
