// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figures.h"

#include <QApplication>
#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <chrono>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace callboard::bench {

/// How long the thread that makes this had work and waited for a processor, so far. Source: Linux,
/// Documentation/scheduler/sched-stats.rst, /proc/<pid>/schedstat.
class RunDelay final {
public:
    RunDelay()
        : m_file(::open(("/proc/self/task/" + std::to_string(::syscall(SYS_gettid)) + "/schedstat").c_str(), O_RDONLY | O_CLOEXEC))
    {
    }
    ~RunDelay()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Q_DISABLE_COPY_MOVE(RunDelay)

    bool isKnown() const { return m_file >= 0; }
    double milliseconds() const
    {
        char text[96];
        const auto size = m_file < 0 ? -1 : ::pread(m_file, text, sizeof text - 1, 0);
        if (size <= 0)
            return 0;
        text[size] = 0;
        unsigned long long ran = 0, waited = 0;
        return std::sscanf(text, "%llu %llu", &ran, &waited) == 2 ? double(waited) / 1e6 : 0;
    }

private:
    int m_file;
};

/// An application that knows what each event of its thread took: on the clock, without the time in which the thread had work and no
/// processor. What is left is ours: work, and waiting for locks and disks.
class WatchedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    struct Slow {
        double milliseconds = 0;
        double work = 0; ///< Of it, processor time.
        QString what;    ///< "QTimer timer of SourcesPane".
    };

    void begin()
    {
        m_samples = {};
        m_slowest.clear();
        m_watching = true;
    }
    void end() { m_watching = false; }
    const Samples &events() const { return m_samples; }
    const std::vector<Slow> &slowest() const { return m_slowest; } ///< Slowest first.

    bool notify(QObject *receiver, QEvent *event) override
    {
        // Those of other threads come this way too.
        if (QThread::currentThread() != thread() || !m_watching || m_depth > 0)
            return QApplication::notify(receiver, event);
        // The receiver may be gone afterwards.
        const QMetaObject *type = receiver->metaObject();
        const QMetaObject *parent = receiver->parent() ? receiver->parent()->metaObject() : nullptr;
        const QEvent::Type kind = event->type();
        ++m_depth;
        const double delayed = m_delay.milliseconds();
        bool result = false;
        const Cost cost = measured([&] { result = QApplication::notify(receiver, event); });
        --m_depth;
        add(std::max(0.0, cost.clock - (m_delay.milliseconds() - delayed)), cost.work, type, parent, kind);
        return result;
    }

private:
    static constexpr size_t kept = 8;

    void add(double ours, double work, const QMetaObject *type, const QMetaObject *parent, QEvent::Type kind)
    {
        m_samples.add({ ours, work });
        if (m_slowest.size() == kept && ours <= m_slowest.back().milliseconds)
            return;
        const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(kind);
        QString what = QLatin1StringView(type->className()) + u' ' + QLatin1StringView(name ? name : "?");
        if (parent)
            what += QStringLiteral(" of ") + QLatin1StringView(parent->className());
        m_slowest.push_back({ ours, work, what });
        std::ranges::sort(m_slowest, std::greater(), &Slow::milliseconds);
        if (m_slowest.size() > kept)
            m_slowest.pop_back();
    }

    const RunDelay m_delay;
    Samples m_samples;
    std::vector<Slow> m_slowest;
    int m_depth = 0;
    bool m_watching = false;
};

} // namespace callboard::bench
