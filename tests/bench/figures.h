// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

namespace callboard::bench {

/// What one run of an operation took, in milliseconds: on the clock, and of processor time, which a busy machine stretches far
/// less.
struct Cost {
    double clock = 0;
    double work = 0;
};

class Samples {
public:
    void add(Cost cost)
    {
        m_clock.push_back(cost.clock);
        m_work.push_back(cost.work);
    }
    void add(double clock) { m_clock.push_back(clock); }
    size_t size() const { return m_clock.size(); }
    bool hasWork() const { return !m_work.empty(); }
    double clockAt(double part) const { return at(m_clock, part); }
    double workAt(double part) const { return at(m_work, part); }

private:
    static double at(std::vector<double> all, double part)
    {
        if (all.empty())
            return 0;
        std::sort(all.begin(), all.end());
        return all[std::min(all.size() - 1, size_t(part * double(all.size())))];
    }

    std::vector<double> m_clock;
    std::vector<double> m_work;
};

inline double threadMilliseconds()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Runs something and returns how long it took on the clock.
template<typename Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Runs something and returns what it took.
template<typename Work>
Cost measured(Work work)
{
    const double before = threadMilliseconds();
    QElapsedTimer timer;
    timer.start();
    work();
    return { double(timer.nsecsElapsed()) / 1e6, threadMilliseconds() - before };
}

/// Writes one JSON line for each operation and size, with the growth against the size before.
class Report {
public:
    void samples(const QString &operation, quint32 size, const Samples &samples, double budget = 0)
    {
        QJsonObject line { { QStringLiteral("operation"), operation }, { QStringLiteral("entities"), qint64(size) },
            { QStringLiteral("samples"), qint64(samples.size()) }, { QStringLiteral("p50_ms"), samples.clockAt(0.5) },
            { QStringLiteral("p95_ms"), samples.clockAt(0.95) }, { QStringLiteral("max_ms"), samples.clockAt(1) } };
        if (samples.hasWork()) {
            line.insert(QStringLiteral("work_p50_ms"), samples.workAt(0.5));
            line.insert(QStringLiteral("work_p95_ms"), samples.workAt(0.95));
        }
        if (budget > 0) {
            line.insert(QStringLiteral("budget_p95_ms"), budget);
            const bool met = samples.clockAt(0.95) <= budget;
            line.insert(QStringLiteral("met"), met);
            if (samples.hasWork())
                line.insert(QStringLiteral("met_by_work"), samples.workAt(0.95) <= budget);
            m_allMet = m_allMet && met;
        }
        addGrowth(line, operation, size, samples.clockAt(0.5));
        write(line);
    }

    /// `budget`: the most that it may be.
    void value(const QString &operation, quint32 size, const QString &unit, double value, double budget = 0)
    {
        QJsonObject line { { QStringLiteral("operation"), operation }, { QStringLiteral("entities"), qint64(size) }, { unit, value } };
        if (budget > 0) {
            line.insert(QString(QStringLiteral("budget_") + unit), budget);
            line.insert(QStringLiteral("met"), value <= budget);
            m_allMet = m_allMet && value <= budget;
        }
        addGrowth(line, operation, size, value);
        write(line);
    }

    bool allMet() const { return m_allMet; }

private:
    struct Before {
        quint32 size;
        double value;
    };

    /// 1 is linear; below, better.
    void addGrowth(QJsonObject &line, const QString &operation, quint32 size, double value)
    {
        const auto before = m_before.constFind(operation);
        if (before != m_before.constEnd() && before->value > 0)
            line.insert(QStringLiteral("growth"), value / before->value / (double(size) / double(before->size)));
        m_before.insert(operation, { size, value });
    }

    static void write(const QJsonObject &line)
    {
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }

    QHash<QString, Before> m_before;
    bool m_allMet = true;
};

} // namespace callboard::bench
