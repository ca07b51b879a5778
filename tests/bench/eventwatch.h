// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figures.h"
#include "tests/bench/rundelay.h"

#include <QApplication>
#include <QEvent>
#include <QMetaEnum>
#include <QThread>

namespace callboard::bench {

/// An application that knows what each event of its thread took: on the clock, without the time in which the thread had work and no
/// processor. What is left is work, waiting for locks and disks,
/// and what the machine's host took (`StolenTime`).
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
