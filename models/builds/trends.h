// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/runlisting.h"

#include <QDate>
#include <QHash>
#include <QSet>

namespace callboard::builds {

/// What runs did in a time. Counted in the time in which they finished; cancelled and skipped ones say nothing and are left out.
/// Durations in milliseconds, -1 where there is nothing to count.
struct TrendPoint {
    QDate from;         ///< The first day, in the person's time zone.
    int passed = 0;
    int broken = 0;     ///< Failed and errored.
    qint64 took50 = -1, took95 = -1; ///< From start to end; the smallest that half, and 95 %, of the runs do not exceed.
    qint64 waited50 = -1;            ///< From being queued to the start, where both are told.
    int repairs = 0;                 ///< Default branches that passed again.
    qint64 repaired50 = -1;          ///< From the end of the first broken run to that of the next that passed.
    int runs() const { return passed + broken; }
    double success() const { return runs() > 0 ? double(passed) / runs() : -1; }
    bool operator==(const TrendPoint &) const = default;
};
struct Trend {
    std::vector<TrendPoint> points; ///< Every day or week from the first to the last, empty ones too.
    TrendPoint total;
};
enum class TrendStep { Day, Week };

struct TrendTime {
    QDate from, to; ///< Both days count.
    TrendStep step = TrendStep::Day;
    std::vector<QDate> steps() const; ///< Their first days; weeks begin on Mondays.
};
/// Of these rows, in which runs of one line come the newest first.
Trend trendOf(const RunIndex &index, std::span<const RunRow> rows, const TrendTime &time);

/// The smallest value that at least this part of them does not exceed (nearest rank); -1 of none. Reorders.
qint64 percentile(std::vector<qint64> &values, double part);

/// The four measures of DORA, as far as deployments tell them (https://dora.dev/guides/dora-metrics-four-keys/).
struct DoraMeasures {
    QDate from;                ///< The first day, in the person's time zone.
    int deployments = 0;       ///< That succeeded.
    double perDay = 0;         ///< Deployment frequency, of the days that count.
    qint64 lead50 = -1;        ///< Lead time: from the first run of the deployed commit, as nobody tells when it was pushed, to the deployment.
    int led = 0;               ///< Deployments of which that is known.
    int failed = 0;
    double failureRate = -1;   ///< Failed ones among all that ended.
    qint64 restore50 = -1;     ///< From a failed deployment to the next to the same place that succeeded.
    int restored = 0;
    bool operator==(const DoraMeasures &) const = default;
};
struct DoraTrend {
    std::vector<DoraMeasures> points; ///< Every day or week from the first to the last, empty ones too.
    DoraMeasures total;
    bool ofProduction = false; ///< Only production's count; false where no environment is named like one, and all do.
    bool operator==(const DoraTrend &) const = default;
};
bool isProduction(QStringView environment);

/// Deployments that ended, ready to be measured: all, or those of a group. Looks once at every run, for when a commit was first built.
class DeploymentRecord final {
public:
    /// Of them, the oldest first.
    using Numbers = std::vector<quint32>;
    /// `deployments` outlive it.
    DeploymentRecord(const RunIndex &index, std::span<const domain::Deployment> deployments);
    Numbers all() const;
    Numbers ofEntities(const QSet<QString> &refs) const; ///< Canonical refs.
    /// By the key of the group that a listing has their runs in: of its service or owner, or a branch on which the deployed commit was built.
    QHash<QString, Numbers> byGroup(const RunEstate &estate, RunGrouping grouping) const;
    DoraTrend trendOf(std::span<const quint32> deployments, const TrendTime &time) const;

private:
    struct Ended {
        const domain::Deployment *of = nullptr;
        qint64 at = 0;       ///< Milliseconds since the epoch, as all times here.
        qint64 firstRun = 0; ///< Of its commit; 0: not known.
        quint32 place = 0;   ///< Project and environment, as a number.
        bool isProduction = false;
    };
    void findFirstRuns(const RunIndex &index);
    std::vector<QStringList> branchesOf(const RunIndex &index) const;
    std::vector<Ended> m_ended;
};

} // namespace callboard::builds
