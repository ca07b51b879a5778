// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sample/buildorders.h"
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

    /// The state that `key` has at `at`, with what was done.
    static BuildRun at(const sample::BuildOrders &orders, const QString &key, const QDateTime &at)
    {
        const auto runs = orders.applied(sample::buildRuns(at), at);
        const auto found = std::ranges::find(runs, key, &BuildRun::key);
        return found == runs.end() ? BuildRun() : *found;
    }
    static sdk::ActionRequest request(const QString &action, const BuildRun &run, const QJsonObject &values = {})
    {
        sdk::ActionRequest request;
        request.actionId = action;
        request.values = values;
        request.record = run.toRecord();
        return request;
    }
    static BuildRun oneThat(BuildState state, const QString &entity)
    {
        const auto runs = sample::buildRuns(noon);
        const auto found = std::ranges::find_if(runs, [&](const BuildRun &run) { return run.state == state && run.entityRefs.contains(entity); });
        return found == runs.end() ? BuildRun() : *found;
    }
    static inline const QDateTime noon { QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC };

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

    /// Services that share a repository have a pipeline each: what broke one of them since when is not what broke another.
    void aPipelineIsOfOneService()
    {
        QMap<QStringList, QStringList> services;
        for (const BuildRun &run : sample::buildRuns(noon)) {
            auto known = services.insert({ run.project, run.pipeline }, services.value({ run.project, run.pipeline }, run.entityRefs));
            QCOMPARE(run.entityRefs, *known);
        }
        QVERIFY(services.size() > 20);
    }

    void oneTestIsFlaky()
    {
        QHash<QString, QSet<BuildState>> byCommit;
        for (const BuildRun &run : sample::buildRuns(QDateTime(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC)))
            byCommit[run.commit].insert(run.state);
        QVERIFY(std::ranges::any_of(byCommit, [](const auto &states) { return states.contains(BuildState::Passed) && states.contains(BuildState::Failed); }));
    }

    void whatChangedSinceIsNamed()
    {
        const auto runs = sample::buildRuns(QDateTime(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC));
        int compared = 0;
        for (const BuildRun &run : runs) {
            const auto good = std::ranges::find_if(runs, [&](const BuildRun &one) {
                return one.project == run.project && one.branch == run.branch && one.queuedAt < run.queuedAt && one.state == BuildState::Passed;
            });
            if (run.state != BuildState::Failed || good == runs.end() || good->commit == run.commit || ++compared > 20)
                continue;
            const auto commits = sample::commitsBetween(*good, run, runs);
            QVERIFY(std::ranges::contains(commits, run.commit, &domain::BuildCommit::id));
            QVERIFY(!std::ranges::contains(commits, good->commit, &domain::BuildCommit::id));
            QVERIFY(std::ranges::is_sorted(commits, std::ranges::greater(), &domain::BuildCommit::at));
            QVERIFY(std::ranges::none_of(commits, [](const domain::BuildCommit &commit) { return commit.author.isEmpty() || commit.subject.isEmpty(); }));
        }
        QVERIFY(compared > 0);
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

    void whatRunsAgainIsQueuedThenRunsThenEnds_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("all of it") << u"rerun"_s;
        QTest::newRow("what failed") << u"rerunFailed"_s;
    }
    void whatRunsAgainIsQueuedThenRunsThenEnds()
    {
        QFETCH(QString, action);
        sample::BuildOrders orders;
        const BuildRun failed = oneThat(BuildState::Failed, u"component:default/ticket-web"_s);
        QVERIFY(!failed.id.isEmpty());
        const auto answer = orders.act(request(action, failed), noon);
        QVERIFY(answer);
        QCOMPARE(answer->touchedFeeds, QStringList { u"builds"_s });
        const BuildRun queued = at(orders, failed.key(), noon.addSecs(1));
        QCOMPARE(queued.state, BuildState::Queued);
        QCOMPARE(queued.attempt, 2);
        QCOMPARE(queued.commit, failed.commit);
        QCOMPARE(queued.earlier, (std::vector<domain::BuildAttempt> { { 1, BuildState::Failed } }));
        QVERIFY(!queued.startedAt.isValid() && !queued.finishedAt.isValid());
        const BuildRun running = at(orders, failed.key(), noon.addSecs(20));
        QCOMPARE(running.state, BuildState::Running);
        QVERIFY(!orders.act(request(u"rerun"_s, running), noon.addSecs(20))); // It has not ended.
        const BuildRun ended = at(orders, failed.key(), noon.addSecs(90));
        QCOMPARE(ended.state, BuildState::Passed);
        QVERIFY(ended.finishedAt > ended.startedAt && ended.finishedAt <= noon.addSecs(90));
        const auto detail = orders.detailOf(ended, noon.addSecs(90));
        const auto begun = std::ranges::count_if(detail.jobs, [](const domain::BuildJob &job) { return job.startedAt.isValid(); });
        QCOMPARE(int(begun), int(detail.jobs.size())); // What was kept has begun before.
        // And after a start of the program, however often it is read.
        sample::BuildOrders later;
        later.addFromCursor(orders.toCursor(noon));
        later.addFromCursor(orders.toCursor(noon));
        QCOMPARE(at(later, failed.key(), noon.addSecs(90)), ended);
        QCOMPARE(later.toCursor(noon), orders.toCursor(noon));
        QCOMPARE(orders.toCursor(noon.addDays(10)), QByteArray("[]"));
    }

    /// Of a run whose failed jobs run again, the others have the times and the log of the attempt in which they ran.
    void whatIsKeptHasItsLog()
    {
        sample::BuildOrders orders;
        const BuildRun failed = oneThat(BuildState::Failed, u"component:default/ticket-web"_s);
        const auto first = orders.detailOf(failed, noon);
        QVERIFY(orders.act(request(u"rerunFailed"_s, failed), noon));
        for (const int after : { 2, 20, 90 }) {
            const QDateTime later = noon.addSecs(after);
            const BuildRun again = at(orders, failed.key(), later);
            const auto detail = orders.detailOf(again, later);
            int kept = 0;
            for (size_t i = 0; i < detail.jobs.size(); ++i) {
                const domain::BuildJob &job = detail.jobs[i];
                QCOMPARE(job.id, first.jobs[i].id);
                if (job.name == "package"_L1 || first.jobs[i].state == BuildState::Failed)
                    continue;
                ++kept;
                QCOMPARE(job, first.jobs[i]);
                const QByteArray log = orders.logOf(again, job, later);
                QVERIFY(!log.isEmpty());
                QCOMPARE(log, sample::buildLog(failed, first.jobs[i], noon));
            }
            QCOMPARE(kept, 3); // lint, compile, and the tests that passed.
        }
        // What was run again has a new log, which tells of now.
        const QDateTime later = noon.addSecs(90);
        const BuildRun again = at(orders, failed.key(), later);
        const auto detail = orders.detailOf(again, later);
        const QByteArray log = orders.logOf(again, detail.jobs.back(), later);
        QVERIFY2(log.startsWith("2026-11-20T12:"), log.left(40).constData());
        // Once more: the attempt before has kept jobs itself.
        BuildRun failedAgain = again;
        failedAgain.state = BuildState::Failed;
        QVERIFY(orders.act(request(u"rerunFailed"_s, failedAgain), later));
        const BuildRun third = at(orders, failed.key(), later.addSecs(90));
        QCOMPARE(third.attempt, 3);
        const auto thirdDetail = orders.detailOf(third, later.addSecs(90));
        QCOMPARE(thirdDetail.jobs.front(), first.jobs.front());
        QCOMPARE(orders.logOf(third, thirdDetail.jobs.front(), later.addSecs(90)), sample::buildLog(failed, first.jobs.front(), noon));
    }

    void whatIsBrokenStaysBroken()
    {
        sample::BuildOrders orders;
        const BuildRun broken = oneThat(BuildState::Failed, u"component:default/fare-engine"_s);
        BuildRun onMain = broken;
        onMain.isDefaultBranch = true;
        QVERIFY(orders.act(request(u"rerun"_s, onMain), noon));
        QCOMPARE(at(orders, broken.key(), noon.addSecs(90)).state, BuildState::Failed);
    }

    void anApprovalLetsItGoOn()
    {
        sample::BuildOrders orders, rejecting;
        const BuildRun waiting = oneThat(BuildState::Waiting, u"component:default/payout-router"_s);
        QVERIFY(!waiting.id.isEmpty());
        QCOMPARE(orders.detailOf(waiting, noon).jobs.back().state, BuildState::Waiting);
        QVERIFY(orders.act(request(u"approve"_s, waiting), noon));
        QCOMPARE(at(orders, waiting.key(), noon.addSecs(5)).state, BuildState::Running);
        // Also when the next one waits already.
        const BuildRun done = at(orders, waiting.key(), noon.addSecs(10 * 3600));
        QCOMPARE(done.state, BuildState::Passed);
        const domain::BuildJob deploy = orders.detailOf(done, noon.addSecs(60)).jobs.back();
        QCOMPARE(deploy.state, BuildState::Passed);
        QCOMPARE(deploy.startedAt, noon);
        QVERIFY(!orders.act(request(u"approve"_s, done), noon));
        QVERIFY(rejecting.act(request(u"reject"_s, waiting), noon));
        QCOMPARE(at(rejecting, waiting.key(), noon.addSecs(5)).state, BuildState::Failed);
    }

    void whatRunsIsCancelled()
    {
        sample::BuildOrders orders;
        const auto run = running(noon.addSecs(300));
        QVERIFY(run);
        QVERIFY(orders.act(request(u"cancel"_s, *run), noon.addSecs(300)));
        const BuildRun cancelled = at(orders, run->key(), noon.addSecs(301));
        QCOMPARE(cancelled.state, BuildState::Cancelled);
        QCOMPARE(cancelled.finishedAt, noon.addSecs(300));
        QVERIFY(!orders.act(request(u"cancel"_s, cancelled), noon.addSecs(302)));
    }

    void aWorkflowStartsWithItsInputs()
    {
        sample::BuildOrders orders;
        const BuildRun like = oneThat(BuildState::Passed, u"component:default/ticket-web"_s);
        const size_t before = sample::buildRuns(noon).size();
        QVERIFY(orders.act(request(u"dispatch"_s, like, { { u"ref"_s, u"try-it"_s }, { u"environment"_s, u"staging"_s }, { u"slowTests"_s, true } }), noon));
        const auto runs = orders.applied(sample::buildRuns(noon), noon);
        QCOMPARE(runs.size(), before + 1);
        const BuildRun &begun = runs.back();
        QCOMPARE(begun.state, BuildState::Queued);
        QCOMPARE(begun.branch, u"try-it"_s);
        QCOMPARE(begun.pipeline, like.pipeline); // As its form says.
        QVERIFY(!begun.isDefaultBranch && begun.key() != like.key());
        QVERIFY2(begun.title.contains("environment=staging, slowTests=true"_L1), qPrintable(begun.title));
        QCOMPARE(at(orders, begun.key(), noon.addSecs(90)).state, BuildState::Passed);
        QCOMPARE(orders.act(request(u"explode"_s, like), noon).error().code, sdk::ErrorCode::Unsupported);
        QCOMPARE(orders.act(request(u"rerun"_s, BuildRun()), noon).error().code, sdk::ErrorCode::Invalid);
        QVERIFY(!orders.act(request(u"dispatch"_s, oneThat(BuildState::Waiting, u"component:default/payout-router"_s)), noon));
    }

    void whoWaitsIsToldOfEachStep()
    {
        sample::BuildOrders orders;
        const BuildRun failed = oneThat(BuildState::Failed, u"component:default/ticket-web"_s);
        std::stop_source stop;
        // It was given so long ago that it starts now.
        QVERIFY(orders.act(request(u"rerun"_s, failed), QDateTime::currentDateTimeUtc().addMSecs(-5900)));
        QVERIFY(orders.waitForStep(stop.get_token()));
        stop.request_stop();
        QVERIFY(!orders.waitForStep(stop.get_token()));
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
