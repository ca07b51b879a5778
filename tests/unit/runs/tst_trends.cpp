// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/trends.h"
#include "tests/unit/runs/randomruns.h"

#include <QTest>

#include <map>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::builds;
using domain::BuildRun;
using domain::Deployment;

namespace {

const QDateTime noon(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);

/// Nearest rank over a sorted list, counted out.
qint64 slowPercentile(std::vector<qint64> values, double part)
{
    if (values.empty())
        return -1;
    std::ranges::sort(values);
    for (size_t i = 0; i < values.size(); ++i) {
        if (double(i + 1) >= part * double(values.size()))
            return values[i];
    }
    return values.back();
}

Deployment deployment(const QString &id, BuildState state, int hoursAgo, const QString &environment = u"production"_s, const QString &commit = {})
{
    Deployment made;
    made.id = id;
    made.project = u"acme/ledger"_s;
    made.environment = environment;
    made.commit = commit;
    made.state = state;
    made.createdAt = noon.addSecs(-3600 * hoursAgo);
    made.finishedAt = made.createdAt;
    return made;
}

} // namespace

class TrendsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void percentilesAreByNearestRank()
    {
        // The example of the method: 15, 20, 35, 40, 50.
        std::vector<qint64> values { 40, 15, 50, 35, 20 };
        QCOMPARE(percentile(values, 0.3), 20);
        QCOMPARE(percentile(values, 0.4), 20);
        QCOMPARE(percentile(values, 0.5), 35);
        QCOMPARE(percentile(values, 1), 50);
        values.clear();
        QCOMPARE(percentile(values, 0.5), -1);
    }

    void trendsAgreeWithTheRecords_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("days") << int(TrendStep::Day);
        QTest::newRow("weeks") << int(TrendStep::Week);
    }
    void trendsAgreeWithTheRecords()
    {
        QFETCH(int, step);
        const auto runs = callboard::testing::randomRuns(5'000, 12, 21, noon);
        const RunIndexPtr index = callboard::testing::indexOf(runs);
        std::vector<RunRow> rows(index->size());
        std::iota(rows.begin(), rows.end(), RunRow(0));
        const TrendTime time { QDate(2026, 9, 10), QDate(2026, 11, 20), TrendStep(step) };
        const Trend trend = trendOf(*index, rows, time);

        struct Slow {
            int passed = 0, broken = 0;
            std::vector<qint64> took, waited, repaired;
        };
        std::map<QDate, Slow> slow;
        const auto stepOf = [&](QDate day) { return step == int(TrendStep::Week) ? day.addDays(1 - day.dayOfWeek()) : day; };
        auto sorted = runs;
        std::ranges::stable_sort(sorted, [](const BuildRun &a, const BuildRun &b) { return std::pair(a.queuedAt, a.number) < std::pair(b.queuedAt, b.number); });
        std::map<QStringList, QDateTime> brokenSince;
        for (const BuildRun &run : sorted) {
            if (!isVerdict(run.state))
                continue;
            const QDate day = run.finishedAt.toLocalTime().date();
            const bool within = day >= time.from && day <= time.to;
            Slow &at = slow[stepOf(day)];
            if (within) {
                ++(run.state == BuildState::Passed ? at.passed : at.broken);
                at.took.push_back(run.startedAt.msecsTo(run.finishedAt));
                at.waited.push_back(run.queuedAt.msecsTo(run.startedAt));
            }
            const QStringList line { run.project, run.pipeline, run.branch, run.pullRequest };
            if (!run.isDefaultBranch)
                continue;
            if (isBroken(run.state)) {
                brokenSince.try_emplace(line, run.finishedAt);
            } else if (const auto since = brokenSince.find(line); since != brokenSince.end()) {
                if (within && run.finishedAt >= since->second)
                    at.repaired.push_back(since->second.msecsTo(run.finishedAt));
                brokenSince.erase(since);
            }
        }
        QDate day = stepOf(time.from);
        int all = 0;
        for (const TrendPoint &point : trend.points) {
            QCOMPARE(point.from, day);
            const Slow &at = slow[day];
            QCOMPARE(point.passed, at.passed);
            QCOMPARE(point.broken, at.broken);
            QCOMPARE(point.took50, slowPercentile(at.took, 0.5));
            QCOMPARE(point.took95, slowPercentile(at.took, 0.95));
            QCOMPARE(point.waited50, slowPercentile(at.waited, 0.5));
            QCOMPARE(point.repairs, int(at.repaired.size()));
            QCOMPARE(point.repaired50, slowPercentile(at.repaired, 0.5));
            all += point.runs();
            day = day.addDays(step == int(TrendStep::Week) ? 7 : 1);
        }
        QVERIFY(all > 1'000);
        QCOMPARE(trend.total.runs(), all);
    }

    void theFourMeasuresAreCountedFromDeployments()
    {
        BuildRun run;
        run.id = u"1"_s;
        run.project = u"acme/ledger"_s;
        run.commit = QString(40, u'a');
        run.queuedAt = noon.addSecs(-10 * 3600);
        BuildRun earlier = run;
        earlier.id = u"2"_s;
        earlier.queuedAt = noon.addSecs(-12 * 3600);
        const RunIndexPtr index = callboard::testing::indexOf({ run, earlier });
        const TrendTime time { QDate(2026, 11, 17), QDate(2026, 11, 26), TrendStep::Day };
        const std::vector<Deployment> deployments { deployment(u"1"_s, BuildState::Passed, 9, u"production"_s, run.commit), deployment(u"2"_s, BuildState::Failed, 6),
            deployment(u"3"_s, BuildState::Errored, 5), deployment(u"4"_s, BuildState::Passed, 2), deployment(u"5"_s, BuildState::Failed, 1, u"staging"_s),
            deployment(u"6"_s, BuildState::Passed, 24 * 40), deployment(u"7"_s, BuildState::Running, 1) };
        const DoraMeasures measures = doraOf(*index, deployments, time);
        QVERIFY(measures.ofProduction);
        QCOMPARE(measures.deployments, 2);
        QCOMPARE(measures.perDay, 0.2);
        QCOMPARE(measures.failed, 2);
        QCOMPARE(measures.failureRate, 0.5);
        QCOMPARE(measures.led, 1);
        QCOMPARE(measures.lead50, 3 * 3'600'000); // From the first run of the commit.
        QCOMPARE(measures.restored, 1);
        QCOMPARE(measures.restore50, 4 * 3'600'000); // From the first failure in a row.
        QVERIFY(isProduction(u"prod-eu"));
        QVERIFY(!isProduction(u"reproduction"));
        QCOMPARE(doraOf(*index, {}, time).failureRate, -1.0);
    }
};

QTEST_GUILESS_MAIN(TrendsTest)
#include "tst_trends.moc"
