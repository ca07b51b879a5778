// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sample/samplebuilds.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace callboard;
using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;

/// The imaginary company's builds at some moments.
class TestSampleBuilds final : public QObject {
    Q_OBJECT

    static std::optional<BuildRun> running(const QDateTime &now)
    {
        const auto runs = sample::buildRuns(now);
        const auto found = std::ranges::find(runs, BuildState::Running, &BuildRun::state);
        return found == runs.end() ? std::nullopt : std::optional(*found);
    }

private Q_SLOTS:
    void everyMomentShowsEverything_data()
    {
        QTest::addColumn<QDateTime>("now");
        for (int hour : { 0, 5, 11, 17, 23 })
            QTest::addRow("%d h", hour) << QDateTime(QDate(2026, 11, 20 + hour % 7), QTime(hour, 13), QTimeZone::UTC);
    }
    void everyMomentShowsEverything()
    {
        QFETCH(QDateTime, now);
        const auto runs = sample::buildRuns(now);
        QVERIFY2(runs.size() > 2000 && runs.size() < 10'000, qPrintable(QString::number(runs.size())));
        QSet<QString> keys, entities;
        QSet<BuildState> states;
        for (const BuildRun &run : runs) {
            keys.insert(run.key());
            entities.insert(run.entityRefs.value(0));
            states.insert(run.state);
            QVERIFY(run.queuedAt <= now && run.queuedAt > now.addDays(-93));
            QVERIFY(!run.startedAt.isValid() || run.startedAt >= run.queuedAt);
            QCOMPARE(run.finishedAt.isValid(), isFinished(run.state));
            QVERIFY(!run.finishedAt.isValid() || (run.finishedAt > run.startedAt && run.finishedAt <= now));
        }
        QCOMPARE(keys.size(), qsizetype(runs.size()));
        QVERIFY(entities.size() >= 20);
        for (const BuildState state : { BuildState::Waiting, BuildState::Passed, BuildState::Failed, BuildState::Errored, BuildState::Cancelled })
            QVERIFY2(states.contains(state), qPrintable(domain::buildStateName(state)));
        QCOMPARE(sample::buildRuns(now), runs); // The same, whoever asks.
    }

    void oneTestIsFlaky()
    {
        QHash<QString, QSet<BuildState>> byCommit;
        for (const BuildRun &run : sample::buildRuns(QDateTime(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC)))
            byCommit[run.commit].insert(run.state);
        QVERIFY(std::ranges::any_of(byCommit, [](const auto &states) { return states.contains(BuildState::Passed) && states.contains(BuildState::Failed); }));
    }

    void whatRunsGoesOn()
    {
        const QDateTime now(QDate(2026, 11, 20), QTime(3, 5), QTimeZone::UTC);
        const auto run = running(now);
        QVERIFY(run);
        const auto detail = sample::buildDetail(*run, now);
        const auto job = std::ranges::find(detail.jobs, BuildState::Running, &domain::BuildJob::state);
        QVERIFY(job != detail.jobs.end());
        const QByteArray log = sample::buildLog(*run, *job, now);
        const QByteArray later = sample::buildLog(*run, *job, now.addSecs(30));
        QVERIFY(!log.isEmpty() && later.size() > log.size() && later.startsWith(log));
    }

    void aFailedRunSaysWhere()
    {
        const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC);
        int failed = 0;
        for (const BuildRun &run : sample::buildRuns(now)) {
            const auto detail = sample::buildDetail(run, now);
            QSet<QString> ids;
            for (const domain::BuildJob &job : detail.jobs)
                ids.insert(job.id);
            for (const domain::BuildJob &job : detail.jobs) {
                QVERIFY(std::ranges::all_of(job.needs, [&](const QString &id) { return ids.contains(id); }));
                QVERIFY(!job.finishedAt.isValid() || job.finishedAt <= run.finishedAt || run.state != BuildState::Failed);
            }
            if (run.state != BuildState::Failed || ++failed > 20)
                continue;
            const auto culprit = std::ranges::find(detail.jobs, BuildState::Failed, &domain::BuildJob::state);
            QVERIFY(culprit != detail.jobs.end());
            QVERIFY(!detail.annotations.empty() && detail.annotations[0].jobId == culprit->id);
            QVERIFY(sample::buildLog(run, *culprit, now).contains("##[error]"));
        }
        QVERIFY(failed > 20);
    }

    void deploymentsFollowTheirBuilds()
    {
        const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC);
        QHash<QString, QDateTime> built;
        for (const BuildRun &run : sample::buildRuns(now))
            built.insert(run.commit, run.finishedAt);
        QSet<QString> environments;
        for (const auto &one : sample::deployments(now)) {
            QVERIFY(one.createdAt > built.value(one.commit) && one.finishedAt < now);
            environments.insert(one.environment);
        }
        QCOMPARE(environments, (QSet<QString> { u"staging"_s, u"production"_s }));
    }
};

QTEST_GUILESS_MAIN(TestSampleBuilds)
#include "tst_samplebuilds.moc"
