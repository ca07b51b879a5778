// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/flakyquestions.h"
#include "models/builds/liveruns.h"
#include "models/builds/runlisting.h"
#include "models/mirror/mirror.h"
#include "tests/unit/runs/randomruns.h"
#include "tests/unit/runs/someruns.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::builds;
using callboard::testing::noon;
using callboard::testing::runOf;
using domain::BuildRun;

namespace {

JobOutcomes jobsOf(const QString &id, const std::vector<std::pair<QString, BuildState>> &jobs)
{
    domain::BuildDetail detail;
    detail.runKey = u"acme/ledger#"_s + id;
    for (const auto &[name, state] : jobs) {
        const auto before = std::ranges::count(detail.jobs, name, &domain::BuildJob::name);
        detail.jobs.emplace_back();
        detail.jobs.back().name = name;
        detail.jobs.back().state = state;
        detail.jobs.back().attempt = int(before) + 1;
    }
    return JobOutcomes::of(detail, u"ci-1"_s);
}

} // namespace

/// What passed and failed on one commit: how it is found, named and forgotten.
class FlakinessTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void flakyIsBothOnOneCommit()
    {
        const RunIndexPtr index = callboard::testing::indexOf({ runOf(u"1"_s, BuildState::Passed, 60, u"main"_s, u"aa"_s), runOf(u"2"_s, BuildState::Failed, 50, u"main"_s, u"aa"_s),
            runOf(u"3"_s, BuildState::Errored, 40, u"main"_s, u"bb"_s), runOf(u"4"_s, BuildState::Passed, 30, u"main"_s, u"bb"_s), runOf(u"5"_s, BuildState::Failed, 20) });
        const auto flaky = [&](const Flakiness &found) {
            QStringList names;
            for (RunRow row = 0; row < index->size(); ++row) {
                if (found.isFlaky(row))
                    names += index->text(index->run(row).id).toString();
            }
            return names;
        };
        // Machinery that breaks says nothing of the code, and without a commit nothing is known.
        const Flakiness pipelines(*index, {});
        QCOMPARE(flaky(pipelines), QStringList({ u"2"_s, u"1"_s }));
        QCOMPARE(pipelines.flakeCount(), 1u);
        QVERIFY(pipelines.flake(0).isOfPipeline && pipelines.flake(0).isRecent);
        QCOMPARE(pipelines.flake(0).parts.size(), 1u);
        QCOMPARE(pipelines.part(pipelines.flake(0).parts[0]).job, QString());
        QCOMPARE(index->text(pipelines.part(0).pipeline), u"CI"_s);
        QVERIFY(pipelines.jobsBeside(*index, 0).empty());
        // Where jobs are known they are named; another connection's run of that name is another run.
        std::vector<JobOutcomes> jobs { jobsOf(u"1"_s, { { u"unit"_s, BuildState::Passed }, { u"browser"_s, BuildState::Passed } }),
            jobsOf(u"2"_s, { { u"unit"_s, BuildState::Passed }, { u"browser"_s, BuildState::Failed } }) };
        jobs.push_back(jobsOf(u"1"_s, { { u"unit"_s, BuildState::Failed } }));
        jobs.back().connection = u"ci-2"_s;
        jobs.push_back(jobsOf(u"77"_s, { { u"unit"_s, BuildState::Failed } }));
        const Flakiness named(*index, jobs);
        QCOMPARE(flaky(named), QStringList({ u"2"_s, u"1"_s }));
        QCOMPARE(named.partCount(), 1u);
        QCOMPARE(named.part(0).job, u"browser"_s);
        QCOMPARE(named.jobsBeside(*index, index->findKey(u"acme/ledger#5")), std::vector<Flakiness::Number> { 0 });
        // Jobs that took turns in failing: the pipeline never passed, they did.
        const Flakiness turns(*index, std::vector { jobsOf(u"3"_s, { { u"a"_s, BuildState::Failed }, { u"b"_s, BuildState::Passed }, { u"c"_s, BuildState::Errored } }),
                                          jobsOf(u"4"_s, { { u"a"_s, BuildState::Passed }, { u"b"_s, BuildState::Failed }, { u"c"_s, BuildState::Passed } }) });
        QCOMPARE(flaky(turns), QStringList({ u"4"_s, u"3"_s, u"2"_s, u"1"_s }));
        QVERIFY(!turns.flake(turns.flakeOf(index->findKey(u"acme/ledger#4"))).isOfPipeline);
        QCOMPARE(turns.flake(turns.flakeOf(index->findKey(u"acme/ledger#4"))).parts.size(), 2u);
        // A job that ran again within its run.
        const JobOutcomes both = jobsOf(u"4"_s, { { u"unit"_s, BuildState::Failed }, { u"unit"_s, BuildState::Passed } });
        const Flakiness again(*index, std::vector { both });
        const Flakiness::Flake &flake = again.flake(again.flakeOf(index->findKey(u"acme/ledger#4")));
        QVERIFY(!flake.isOfPipeline);
        QCOMPARE(again.part(flake.parts.at(0)).job, u"unit"_s);
    }

    /// Each stage may have a job of that name, and some hosts let several of one stage have it.
    void jobsOfOneNameAreNotOneJob()
    {
        const RunIndexPtr index = callboard::testing::indexOf({ runOf(u"1"_s, BuildState::Failed, 60, u"main"_s, u"aa"_s) });
        const auto isFlaky = [&](const QString &stage, const QString &other, int attempt) {
            domain::BuildDetail detail;
            detail.runKey = u"acme/ledger#1"_s;
            detail.jobs.resize(2);
            for (domain::BuildJob &job : detail.jobs)
                job.name = u"unit"_s;
            detail.jobs[0].stage = stage;
            detail.jobs[0].state = BuildState::Failed;
            detail.jobs[1].stage = other;
            detail.jobs[1].state = BuildState::Passed;
            detail.jobs[1].attempt = attempt;
            return Flakiness(*index, std::vector { JobOutcomes::of(detail, u"ci-1"_s) }).isFlaky(0);
        };
        QVERIFY(!isFlaky(u"linux"_s, u"macos"_s, 1));
        QVERIFY(!isFlaky(u"test"_s, u"test"_s, 1));
        QVERIFY(isFlaky(u"test"_s, u"test"_s, 2));
    }

    void whatToAskSoThatAFlakyJobHasItsName()
    {
        using namespace std::chrono_literals;
        std::vector<BuildRun> runs;
        for (int commit = 0; commit < 6; ++commit) {
            const QString id = QString::number(commit), of = QString(40, QChar(u'a' + commit));
            runs.push_back(runOf(id + u"old", BuildState::Failed, 1'000 + commit, u"main"_s, of));
            runs.push_back(runOf(id + u"failed", BuildState::Failed, 100 + commit, u"main"_s, of));
            runs.push_back(runOf(id + u"passed", BuildState::Passed, 50 + commit, u"main"_s, of));
        }
        BuildRun again = runOf(u"again"_s, BuildState::Passed, 10, u"main"_s, QString(40, u'z'));
        again.earlier = { { 1, BuildState::Failed } }; // One run: it tells of its last attempt alone.
        runs.push_back(again);
        const RunIndexPtr index = callboard::testing::indexOf(runs);
        const auto idOf = [&](RunRow row) { return index->text(index->run(row).id).toString(); };
        const auto asked = [&](FlakyQuestions &questions, const Flakiness &flakiness, FlakyQuestions::Clock::time_point now, auto isWanted) {
            QStringList ids;
            for (const RunRow row : questions.next(*index, flakiness, isWanted, now))
                ids += idOf(row);
            return ids;
        };
        // Of the second commit one run's jobs are known already, of the third both: neither was the job's fault.
        const Flakiness flakiness(*index, std::vector { jobsOf(u"1failed"_s, { { u"unit"_s, BuildState::Failed } }), jobsOf(u"2failed"_s, { { u"unit"_s, BuildState::Passed } }), jobsOf(u"2passed"_s, {}) });
        const auto all = [](RunRow) { return true; };
        const FlakyQuestions::Clock::time_point now {};
        FlakyQuestions questions;
        QCOMPARE(asked(questions, flakiness, now, [&](RunRow row) { return idOf(row).startsWith(u'5'); }), (QStringList { u"5passed"_s, u"5failed"_s }));
        QVERIFY(!questions.more());
        // The newest first, and no more than an hour may have; each once.
        QCOMPARE(asked(questions, flakiness, now + 1min, all), (QStringList { u"0passed"_s, u"0failed"_s, u"1passed"_s, u"3passed"_s, u"3failed"_s }));
        QCOMPARE(questions.more(), std::optional(now + 1h));
        QCOMPARE(asked(questions, flakiness, now + 59min, all), QStringList());
        QCOMPARE(asked(questions, flakiness, now + 1h, all), (QStringList { u"4passed"_s, u"4failed"_s }));
        QVERIFY(!questions.more());
        QCOMPARE(asked(questions, flakiness, now + 5h, all), QStringList());
    }

    /// Hosts that run a run again under its id tell of one run only.
    void flakyIsAlsoOneRunThatWasRunAgain_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("now");
        QTest::addColumn<bool>("flaky");
        const auto row = [](const char *name, BuildState before, BuildState now, bool flaky) { QTest::newRow(name) << int(before) << int(now) << flaky; };
        row("failed, passed", BuildState::Failed, BuildState::Passed, true);
        row("passed, failed", BuildState::Passed, BuildState::Failed, true);
        row("failed twice", BuildState::Failed, BuildState::Failed, false);
        row("failed, runs again", BuildState::Failed, BuildState::Running, false);
        row("machinery broke", BuildState::Errored, BuildState::Passed, false);
        row("cancelled", BuildState::Cancelled, BuildState::Passed, false);
    }
    void flakyIsAlsoOneRunThatWasRunAgain()
    {
        QFETCH(int, before);
        QFETCH(int, now);
        QFETCH(bool, flaky);
        BuildRun run = runOf(u"1"_s, BuildState(now), 60, u"main"_s, u"aa"_s);
        run.attempt = 2;
        run.earlier = { { 1, BuildState(before) } };
        const Flakiness found(*testing::indexOf({ run }), {});
        QCOMPARE(found.isFlaky(0), flaky);
        QCOMPARE(found.flakeCount(), size_t(flaky));
        QVERIFY(!flaky || found.flake(0).isOfPipeline);
    }

    void groupsNameWhatIsFlaky_data()
    {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<QString>("filter");
        for (const auto &[name, grouping] : { std::pair { "service", RunGrouping::Service }, std::pair { "branch", RunGrouping::Branch }, std::pair { "owner", RunGrouping::Owner } }) {
            QTest::newRow(name) << int(grouping) << QString();
            QTest::addRow("%s, filtered", name) << int(grouping) << u"is:default part 3"_s;
        }
    }
    /// The same, counted slowly over the records.
    void groupsNameWhatIsFlaky()
    {
        QFETCH(int, grouping);
        QFETCH(QString, filter);
        auto runs = callboard::testing::randomRuns(3'000, 15, 13, noon);
        using Commit = std::tuple<QString, QString, QString>; // Project, pipeline, commit.
        std::map<Commit, QSet<BuildState>> states;
        std::map<std::pair<QString, QString>, QDateTime> newestOf;
        std::map<Commit, QDateTime> newest;
        const auto commitOf = [](const BuildRun &run) { return Commit(run.project, run.pipeline, run.commit); };
        for (const BuildRun &run : runs) {
            states[commitOf(run)].insert(run.state);
            QDateTime &ofPipeline = newestOf[{ run.project, run.pipeline }];
            ofPipeline = ofPipeline.isValid() ? std::max(ofPipeline, run.queuedAt) : run.queuedAt;
            QDateTime &ofCommit = newest[commitOf(run)];
            ofCommit = ofCommit.isValid() ? std::max(ofCommit, run.queuedAt) : run.queuedAt;
        }
        const RunIndexPtr index = callboard::testing::indexOf(runs);
        const RunEstate estate(index, callboard::testing::factsOf);
        const auto shown = filterRuns(estate, { RunQuestion::Scope::All, {}, filter });
        const RunListing listing = listRuns(estate, shown, RunGrouping(grouping));
        QHash<QString, const BuildRun *> byKey;
        for (const BuildRun &run : runs)
            byKey.insert(run.key(), &run);
        int flaky = 0;
        for (const RunGroup &group : listing.groups) {
            std::map<std::pair<QString, QString>, QSet<QString>> expected; // By project and pipeline, commits.
            for (quint32 at = group.begin; at < group.end; ++at) {
                const BuildRun &run = *byKey.value(index->key(listing.rows[at]));
                const auto &said = states[commitOf(run)];
                if (said.contains(BuildState::Passed) && said.contains(BuildState::Failed)
                    && newest[commitOf(run)].msecsTo(newestOf[{ run.project, run.pipeline }]) <= Flakiness::recently)
                    expected[{ run.project, run.pipeline }].insert(run.commit);
            }
            const auto found = listing.flakyOf(group);
            QCOMPARE(found.size(), expected.size());
            int most = INT_MAX;
            for (const FlakyPart &one : found) {
                const Flakiness::Part &part = estate.flakiness().part(one.part);
                QCOMPARE(one.commits, int(expected[std::pair(index->text(part.project).toString(), index->text(part.pipeline).toString())].size()));
                QVERIFY(one.commits > 0 && one.commits <= most);
                most = one.commits;
                QVERIFY(estate.flakiness().isFlaky(one.latest));
                QVERIFY(std::ranges::find(listing.rows.begin() + group.begin, listing.rows.begin() + group.end, one.latest) != listing.rows.begin() + group.end);
            }
            flaky += int(found.size());
        }
        QVERIFY(flaky > 3);
    }

    void whatWasFlakyLongAgoIsNotSaid()
    {
        constexpr int day = 24 * 60;
        const RunIndexPtr index = callboard::testing::indexOf({ runOf(u"1"_s, BuildState::Failed, 40 * day, u"main"_s, u"aa"_s), runOf(u"2"_s, BuildState::Passed, 40 * day - 9, u"main"_s, u"aa"_s),
            runOf(u"3"_s, BuildState::Failed, 29 * day, u"main"_s, u"bb"_s), runOf(u"4"_s, BuildState::Passed, 29 * day - 9, u"main"_s, u"bb"_s), runOf(u"5"_s, BuildState::Passed, 10) });
        const RunEstate estate(index, callboard::testing::factsOf);
        const auto all = filterRuns(estate, {});
        const RunListing listing = listRuns(estate, all, RunGrouping::Service);
        QCOMPARE(listing.flakyOf(listing.groups[0]).size(), 1u);
        QCOMPARE(listing.flakyOf(listing.groups[0])[0].commits, 1);
        QCOMPARE(index->key(listing.flakyOf(listing.groups[0])[0].latest), u"acme/ledger#4"_s);
        // The filter finds all of them.
        QCOMPARE(std::ranges::count(filterRuns(estate, { RunQuestion::Scope::All, {}, u"is:flaky"_s }), 1), 4);
    }

    void jobsAreKnownOnceARunWasOpened()
    {
        QTemporaryDir folder;
        auto mirror = mirror::Mirror::open(folder.path(), {}).value();
        const auto put = [&](const QString &feed, const std::vector<domain::Record> &records) {
            auto pull = mirror->beginPull(u"ci-1"_s, feed, u"me"_s).value();
            for (const domain::Record &record : records)
                pull->put(record);
            QVERIFY(pull->complete());
            mirror->flush();
        };
        const auto detail = [](const QString &id, BuildState state, const QString &log) {
            domain::BuildDetail made;
            made.runKey = u"acme/ledger#"_s + id;
            made.jobs.resize(1);
            made.jobs[0].id = made.jobs[0].name = u"browser"_s;
            made.jobs[0].state = state;
            made.jobs[0].url = log;
            return made.toRecord();
        };
        put(u"builds"_s, { runOf(u"1"_s, BuildState::Passed, 60, u"main"_s, u"aa"_s).toRecord(), runOf(u"2"_s, BuildState::Failed, 50, u"main"_s, u"aa"_s).toRecord() });
        QCoreApplication::processEvents(); // What was put is told before anybody listens.
        LiveRuns &live = LiveRuns::of(*mirror);
        QVERIFY(live.flakiness());
        QTRY_VERIFY(live.hasLoaded());
        const RunIndexPtr index = live.index();
        QVERIFY(live.flakiness()->isFlaky(0));
        QVERIFY(live.flakiness()->jobsBeside(*index, 0).empty());
        QSignalSpy told(&live, &LiveRuns::flakinessChanged);
        put(u"details"_s, { detail(u"1"_s, BuildState::Passed, {}), detail(u"2"_s, BuildState::Failed, {}) });
        QTRY_COMPARE(live.flakiness()->jobsBeside(*index, 0).size(), 1u);
        QCOMPARE(live.flakiness()->part(live.flakiness()->jobsBeside(*index, 0)[0]).job, u"browser"_s);
        QCOMPARE(live.index(), index); // Runs were not read again.
        QVERIFY(!told.isEmpty());
        const FlakinessPtr before = live.flakiness();
        // Another address of the job's page is nothing to find anew; what comes of a run after it is.
        put(u"details"_s, { detail(u"1"_s, BuildState::Passed, u"https://ci.example.com/1"_s), detail(u"2"_s, BuildState::Failed, {}) });
        put(u"details"_s, { detail(u"1"_s, BuildState::Passed, u"https://ci.example.com/1"_s), detail(u"2"_s, BuildState::Passed, {}) });
        QTRY_VERIFY(live.flakiness()->jobsBeside(*index, 0).empty());
        QVERIFY(live.flakiness()->isFlaky(0)); // The pipeline still is.
        QVERIFY(live.flakiness() != before);
    }
};

QTEST_GUILESS_MAIN(FlakinessTest)
#include "tst_flakiness.moc"
