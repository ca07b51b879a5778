// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/trends.h"
#include "tests/unit/runs/randomruns.h"
#include "tests/unit/runs/someruns.h"

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
        const DeploymentRecord record(*index, deployments);
        QCOMPARE(record.all().size(), 6u); // One has not ended.
        const DoraTrend trend = record.trendOf(record.all(), time);
        const DoraMeasures &measures = trend.total;
        QVERIFY(trend.ofProduction);
        QCOMPARE(measures.from, time.from);
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
        const DoraTrend none = record.trendOf({}, time);
        QCOMPARE(none.total.failureRate, -1.0);
        QCOMPARE(none.points.size(), 10u);
    }

    void theFourMeasuresOverTime()
    {
        const RunIndexPtr index = callboard::testing::indexOf({});
        const auto zone = [](QDate day, int hour) { return QDateTime(day, QTime(hour, 0)); };
        const auto at = [&](const QString &id, BuildState state, QDate day, int hour) {
            Deployment made = deployment(id, state, 0);
            made.finishedAt = zone(day, hour).toUTC();
            return made;
        };
        // Wednesday 18 to Wednesday 25 November 2026: two weeks in part, of five and three days.
        const std::vector<Deployment> deployments { at(u"1"_s, BuildState::Passed, { 2026, 11, 18 }, 9), at(u"2"_s, BuildState::Failed, { 2026, 11, 22 }, 12),
            at(u"3"_s, BuildState::Failed, { 2026, 11, 23 }, 1), at(u"4"_s, BuildState::Passed, { 2026, 11, 23 }, 6), at(u"5"_s, BuildState::Passed, { 2026, 11, 25 }, 23) };
        const DeploymentRecord record(*index, deployments);
        const TrendTime weeks { QDate(2026, 11, 18), QDate(2026, 11, 25), TrendStep::Week };
        const DoraTrend byWeek = record.trendOf(record.all(), weeks);
        QCOMPARE(byWeek.points.size(), 2u);
        QCOMPARE(byWeek.points[0].from, QDate(2026, 11, 16));
        QCOMPARE(byWeek.points[0].deployments, 1);
        QCOMPARE(byWeek.points[0].perDay, 1.0 / 5);
        QCOMPARE(byWeek.points[0].failureRate, 0.5);
        QCOMPARE(byWeek.points[0].restored, 0);
        QCOMPARE(byWeek.points[1].deployments, 2);
        QCOMPARE(byWeek.points[1].perDay, 2.0 / 3);
        QCOMPARE(byWeek.points[1].failed, 1);
        // Counted where it was restored, from the first failure: the week before.
        QCOMPARE(byWeek.points[1].restored, 1);
        QCOMPARE(byWeek.points[1].restore50, 18 * 3'600'000);
        QCOMPARE(byWeek.total.deployments, 3);
        QCOMPARE(byWeek.total.perDay, 3.0 / 8);
        const DoraTrend byDay = record.trendOf(record.all(), { weeks.from, weeks.to, TrendStep::Day });
        QCOMPARE(byDay.points.size(), 8u);
        QCOMPARE(byDay.points[5].from, QDate(2026, 11, 23));
        QCOMPARE(byDay.points[5].failureRate, 0.5);
        QCOMPARE(byDay.points[6].failureRate, -1.0);
        QCOMPARE(byDay.total, byWeek.total);
    }

    void deploymentsAreOfAServiceAnOwnerAndABranch()
    {
        BuildRun main = callboard::testing::runOf(u"1"_s, BuildState::Passed, 60, u"main"_s, QString(40, u'a'));
        BuildRun topic = callboard::testing::runOf(u"2"_s, BuildState::Passed, 90, u"topic"_s, QString(40, u'b'));
        BuildRun again = callboard::testing::runOf(u"3"_s, BuildState::Passed, 30, u"main"_s, QString(40, u'b'));
        again.project = u"acme/fares"_s;
        again.entityRefs = { u"component:default/fares"_s };
        const RunIndexPtr index = callboard::testing::indexOf({ main, topic, again });
        const RunEstate estate(index, [](const QString &ref) {
            return EntityFacts { ref, ref.endsWith("ledger"_L1) ? u"group:default/payments"_s : QString(), {}, false };
        });
        std::vector<Deployment> deployments { deployment(u"1"_s, BuildState::Passed, 3, u"production"_s, main.commit), deployment(u"2"_s, BuildState::Passed, 2, u"production"_s, topic.commit),
            deployment(u"3"_s, BuildState::Passed, 1) };
        deployments[0].entityRefs = deployments[1].entityRefs = { u"component:default/ledger"_s };
        deployments[2].entityRefs.clear();
        deployments[2].project = u"acme/tool"_s;
        const DeploymentRecord record(*index, deployments);
        using Numbers = DeploymentRecord::Numbers;
        const auto services = record.byGroup(estate, RunGrouping::Service);
        QCOMPARE(services.size(), 2);
        QCOMPARE(services.value(u"component:default/ledger"_s), (Numbers { 0, 1 }));
        QCOMPARE(services.value(u"acme/tool"_s), Numbers { 2 });
        const auto owners = record.byGroup(estate, RunGrouping::Owner);
        QCOMPARE(owners.value(u"group:default/payments"_s), (Numbers { 0, 1 }));
        QCOMPARE(owners.value(QString()), Numbers { 2 });
        const auto branches = record.byGroup(estate, RunGrouping::Branch);
        QCOMPARE(branches.value(u"main"_s), (Numbers { 0, 1 }));
        QCOMPARE(branches.value(u"topic"_s), Numbers { 1 });
        QCOMPARE(record.ofEntities({ u"component:default/ledger"_s }), (Numbers { 0, 1 }));
        QCOMPARE(record.ofEntities({ u"component:default/fares"_s }), Numbers());
    }
};

QTEST_GUILESS_MAIN(TrendsTest)
#include "tst_trends.moc"
