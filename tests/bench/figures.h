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
#include <vector>

namespace callboard::bench {

/// Milliseconds of one operation at one size.
class Samples {
public:
    void add(double milliseconds) { m_all.push_back(milliseconds); }
    bool isEmpty() const { return m_all.empty(); }
    size_t size() const { return m_all.size(); }

    double at(double part) const
    {
        if (m_all.empty())
            return 0;
        std::vector<double> sorted = m_all;
        std::sort(sorted.begin(), sorted.end());
        return sorted[std::min(sorted.size() - 1, size_t(part * double(sorted.size())))];
    }

private:
    std::vector<double> m_all;
};

/// Runs something and returns how long it took.
template<typename Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Writes one JSON line for each operation and size, with the growth against the size before.
class Report {
public:
    void samples(const QString &operation, quint32 size, const Samples &samples, double budget = 0)
    {
        QJsonObject line { { QStringLiteral("operation"), operation }, { QStringLiteral("entities"), qint64(size) },
            { QStringLiteral("samples"), qint64(samples.size()) }, { QStringLiteral("p50_ms"), samples.at(0.5) },
            { QStringLiteral("p95_ms"), samples.at(0.95) }, { QStringLiteral("max_ms"), samples.at(1) } };
        if (budget > 0) {
            line.insert(QStringLiteral("budget_p95_ms"), budget);
            const bool met = samples.at(0.95) <= budget;
            line.insert(QStringLiteral("met"), met);
            m_allMet = m_allMet && met;
        }
        addGrowth(line, operation, size, samples.at(0.5));
        write(line);
    }

    void value(const QString &operation, quint32 size, const QString &unit, double value)
    {
        QJsonObject line { { QStringLiteral("operation"), operation }, { QStringLiteral("entities"), qint64(size) }, { unit, value } };
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
