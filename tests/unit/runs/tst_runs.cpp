// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/commits.h"
#include "models/builds/gantt.h"
#include "models/builds/liveruns.h"
#include "models/builds/runlisting.h"
#include "models/builds/runstory.h"
#include "models/mirror/mirror.h"
#include "tests/unit/runs/randomruns.h"
#include "tests/unit/runs/someruns.h"

#include <QProcess>
#include <QRegularExpression>
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

/// What the filter box promises, said slowly over the records themselves.
bool fits(const BuildRun &run, const RunTerm &term)
{
    using Key = RunTerm::Key;
    const auto has = [](const QString &text, const QString &value) { return text.contains(value, Qt::CaseInsensitive); };
    const auto is = [](const QString &text, const QString &value) { return text.compare(value, Qt::CaseInsensitive) == 0; };
    const QString value = term.values.first();
    switch (term.key) {
    case Key::Word: {
        bool holds = has(run.title, value) || has(run.branch, value) || has(run.pipeline, value) || has(run.project, value) || has(run.actor, value);
        for (const QString &ref : run.entityRefs)
            holds = holds || has(ref, value);
        static const QRegularExpression hex(u"^[0-9a-fA-F]{4,}$"_s);
        const bool isHex = hex.match(value).hasMatch();
        return holds || QString::number(run.number) == value || u'#' + QString::number(run.number) == value || (isHex && run.commit.startsWith(value, Qt::CaseInsensitive));
    }
    case Key::State: return std::ranges::any_of(term.values, [&](const QString &state) { return buildStateName(run.state) == state; });
    case Key::Branch: return is(run.branch, value);
    case Key::By: return is(run.actor, value);
    case Key::Trigger: return is(run.trigger, value);
    case Key::PullRequest: return is(run.pullRequest, value);
    case Key::Commit: return run.commit.startsWith(value, Qt::CaseInsensitive);
    case Key::Owner: return std::ranges::any_of(run.entityRefs, [&](const QString &ref) { return callboard::testing::factsOf(ref).owner.section(u'/', 1) == value; });
    case Key::Is:
        return std::ranges::any_of(term.values, [&](const QString &what) {
            return (what == "default"_L1 && run.isDefaultBranch) || (what == "pr"_L1 && !run.pullRequest.isEmpty()) || (what == "broken"_L1 && isBroken(run.state));
        });
    default: return false;
    }
}

} // namespace

class RunsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void queriesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("negated");
        QTest::addColumn<QStringList>("values");
        using Key = RunTerm::Key;
        QTest::newRow("word") << u"ledger"_s << int(Key::Word) << false << QStringList { u"ledger"_s };
        QTest::newRow("values") << u"state:failed,errored"_s << int(Key::State) << false << QStringList { u"failed"_s, u"errored"_s };
        QTest::newRow("negated") << u"-branch:main"_s << int(Key::Branch) << true << QStringList { u"main"_s };
        QTest::newRow("quoted") << u"title:\"a b\""_s << int(Key::Word) << false << QStringList { u"title:a b"_s };
        QTest::newRow("half typed") << u"owner:"_s << int(Key::Owner) << false << QStringList();
        QTest::newRow("half typed is") << u"is:def"_s << int(Key::Is) << false << QStringList();
    }
    void queriesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, values);
        const auto terms = parseRunQuery(text);
        QCOMPARE(terms.size(), 1u);
        QTEST(int(terms[0].key), "key");
        QTEST(terms[0].negated, "negated");
        QCOMPARE(terms[0].values, values);
    }

    void filtersAgreeWithTheRecords_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : { "", "deploy", "part 3", "service-12", "person-7", "#77", "state:failed,errored", "-state:passed", "branch:main", "is:default",
                 "is:pr -state:passed", "owner:team-3", "is:broken owner:team-1 ci", "MAIN", "-owner:team-2 branch:work-3", "by:person-7", "trigger:push -by:person-1", "pr:12", "part 3 -ci",
                 "commit:00000000000000000000000000000000000aae", "00000000000000000000000000000000000AAE", "service-1 change 12", "t 1" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void filtersAgreeWithTheRecords()
    {
        QFETCH(QString, text);
        const auto runs = callboard::testing::randomRuns(3'000, 40, 7, noon);
        const RunIndexPtr index = callboard::testing::indexOf(runs);
        const RunEstate estate(index, callboard::testing::factsOf);
        QHash<QString, const BuildRun *> byKey;
        for (const BuildRun &run : runs)
            byKey.insert(run.key(), &run);
        const auto shown = filterRuns(estate, { RunQuestion::Scope::All, {}, text });
        const auto terms = parseRunQuery(text);
        int count = 0;
        for (RunRow row = 0; row < index->size(); ++row) {
            const BuildRun &run = *byKey.value(index->key(row));
            const bool expected = std::ranges::all_of(terms, [&](const RunTerm &term) { return fits(run, term) != term.negated; });
            QVERIFY2(bool(shown[row]) == expected, qPrintable(run.title + u' ' + run.branch));
            count += expected;
        }
        QVERIFY(count > 0);
    }

    void scopesAreMineAndAnEntity()
    {
        const auto runs = callboard::testing::randomRuns(2'000, 30, 3, noon);
        const RunIndexPtr index = callboard::testing::indexOf(runs);
        const RunEstate estate(index, callboard::testing::factsOf);
        const auto count = [&](const RunQuestion &question) { return std::ranges::count(filterRuns(estate, question), 1); };
        const auto among = [&](auto test) { return std::ranges::count_if(runs, [&](const BuildRun &run) { return std::ranges::any_of(run.entityRefs, test); }); };
        QCOMPARE(count({ RunQuestion::Scope::Mine, {}, {} }), among([](const QString &ref) { return callboard::testing::factsOf(ref).mine; }));
        QCOMPARE(count({ RunQuestion::Scope::Entity, u"component:default/service-4"_s, {} }), among([](const QString &ref) { return ref == "component:default/service-4"_L1; }));
        QCOMPARE(count({ RunQuestion::Scope::Entity, u"group:default/team-2"_s, {} }), among([](const QString &ref) { return ref.section(u'-', -1).toInt() % 7 == 2; }));
    }

    void groupsHoldEveryRunInOrder_data()
    {
        QTest::addColumn<int>("grouping");
        QTest::newRow("service") << int(RunGrouping::Service);
        QTest::newRow("branch") << int(RunGrouping::Branch);
        QTest::newRow("owner") << int(RunGrouping::Owner);
    }
    void groupsHoldEveryRunInOrder()
    {
        QFETCH(int, grouping);
        const auto runs = callboard::testing::randomRuns(4'000, 25, 11, noon);
        const RunIndexPtr index = callboard::testing::indexOf(runs);
        const RunEstate estate(index, callboard::testing::factsOf);
        const RunListing listing = listRuns(estate, std::vector<quint8>(index->size(), 1), RunGrouping(grouping));
        std::map<QString, int> expected;
        for (const BuildRun &run : runs) {
            QSet<QString> keys;
            for (const QString &ref : run.entityRefs)
                keys.insert(grouping == int(RunGrouping::Service) ? ref : callboard::testing::factsOf(ref).owner);
            if (grouping == int(RunGrouping::Branch))
                keys = { run.branch };
            else if (keys.isEmpty())
                keys = { grouping == int(RunGrouping::Service) ? run.project : QString() };
            for (const QString &key : std::as_const(keys))
                ++expected[key];
        }
        std::map<QString, int> found;
        int rank = 0;
        for (const RunGroup &group : listing.groups) {
            QVERIFY(!found.contains(group.key));
            found[group.key] = int(group.size());
            const int ranked = group.brokenDefault > 0 ? 0 : group.broken > 0 ? 1 : group.active > 0 ? 2 : 3;
            QVERIFY(ranked >= rank);
            rank = ranked;
            for (quint32 at = group.begin; at < group.end; ++at) {
                const auto &run = index->run(listing.rows[at]);
                QCOMPARE(run.isDefaultBranch, at < group.others);
                if (at != group.begin && at != group.others)
                    QVERIFY(index->run(listing.rows[at - 1]).begunAt() >= run.begunAt());
            }
            // Judged by the newest run of each line that says something.
            QSet<quint32> judged;
            int broken = 0;
            for (quint32 at = group.begin; at < group.end; ++at) {
                const auto &run = index->run(listing.rows[at]);
                if (isVerdict(run.state) && !judged.contains(run.line)) {
                    judged.insert(run.line);
                    broken += isBroken(run.state);
                }
            }
            QCOMPARE(group.broken, broken);
        }
        QCOMPARE(found, expected);
        QCOMPARE(listing.shown, RunRow(runs.size()));
    }

    void sparklinesAreOfTheDefaultBranch()
    {
        std::vector<BuildRun> runs;
        for (int i = 0; i < 40; ++i) {
            runs.push_back(runOf(QString::number(i), i % 3 == 0 ? BuildState::Failed : BuildState::Passed, 100 - i));
            runs.back().startedAt = runs.back().queuedAt;
            runs.back().finishedAt = runs.back().startedAt.addMSecs(1'000 * (i + 1));
        }
        runs.push_back(runOf(u"other"_s, BuildState::Errored, 1, u"work"_s));
        const RunIndexPtr index = callboard::testing::indexOf(runs);
        const RunEstate estate(index, callboard::testing::factsOf);
        const RunListing listing = listRuns(estate, std::vector<quint8>(index->size(), 1), RunGrouping::Service);
        QCOMPARE(listing.groups.size(), 1u);
        const RunSpark spark = sparkOf(*index, listing, listing.groups[0], noon.toMSecsSinceEpoch());
        QCOMPARE(spark.bars.size(), 30u);
        QCOMPARE(spark.bars.front().took, 11'000);
        QCOMPARE(spark.bars.back().took, 40'000);
        QCOMPARE(int(spark.bars.back().state), int(BuildState::Failed));
        // 20 of the last 30 passed (11, 12, 14, 15, 17, 18, 20, 21, 23, 24, … s): of the middle two the lower.
        QCOMPARE(spark.usual, 24'000);
        QCOMPARE(listing.groups[0].brokenDefault, 1);
        QCOMPARE(listing.groups[0].broken, 2);
    }

    void anEntityStandsByItsDefaultBranches()
    {
        const auto other = [](BuildRun run, const QString &pipeline) {
            run.pipeline = pipeline;
            return run;
        };
        const RunIndexPtr index = testing::indexOf({ runOf(u"1"_s, BuildState::Passed, 10), runOf(u"2"_s, BuildState::Failed, 60),
            other(runOf(u"3"_s, BuildState::Failed, 90), u"Release"_s), runOf(u"4"_s, BuildState::Failed, 5, u"work"_s),
            runOf(u"5"_s, BuildState::Running, 4, u"more"_s), other(runOf(u"6"_s, BuildState::Passed, 400), u"Release"_s) });
        const auto ids = [&](size_t most) {
            QStringList all;
            for (const RunRow row : standingOf(*index, u"component:default/ledger", most))
                all += index->text(index->run(row).id).toString();
            return all;
        };
        // The broken pipeline, the one that passed last, and what runs on a branch; a branch that failed is its author's.
        QCOMPARE(ids(9), QStringList({ u"3"_s, u"1"_s, u"5"_s }));
        QCOMPARE(ids(1), QStringList { u"3"_s });
        QVERIFY(standingOf(*index, u"component:default/nobody", 9).empty());
        const RunIndexPtr branches = testing::indexOf({ runOf(u"7"_s, BuildState::Failed, 9, u"work"_s), runOf(u"8"_s, BuildState::Passed, 90, u"work"_s) });
        QCOMPARE(standingOf(*branches, u"component:default/ledger", 9).size(), 1u);
        QCOMPARE(branches->text(branches->run(standingOf(*branches, u"component:default/ledger", 9)[0]).id), u"7"_s);
    }

    void storiesSaySinceWhen()
    {
        const RunIndexPtr index = callboard::testing::indexOf({ runOf(u"1"_s, BuildState::Passed, 60), runOf(u"2"_s, BuildState::Failed, 50),
            runOf(u"3"_s, BuildState::Cancelled, 40), runOf(u"4"_s, BuildState::Errored, 30), runOf(u"5"_s, BuildState::Running, 20),
            runOf(u"6"_s, BuildState::Failed, 10, u"work"_s) });
        const LineStory story = storyOfLine(*index, index->run(index->findKey(u"acme/ledger#4")).line);
        QCOMPARE(int(story.verdict), int(BuildState::Errored));
        QCOMPARE(index->key(story.brokenSince), u"acme/ledger#2"_s);
        QCOMPARE(index->key(story.lastGood), u"acme/ledger#1"_s);
        QCOMPARE(story.brokenRuns, 2);
        QCOMPARE(lastGoodBefore(*index, index->findKey(u"acme/ledger#4")), index->findKey(u"acme/ledger#1"));
        // A branch that never passed is compared with what it began from.
        QCOMPARE(lastGoodBefore(*index, index->findKey(u"acme/ledger#6")), index->findKey(u"acme/ledger#1"));
        QCOMPARE(lastGoodBefore(*index, index->findKey(u"acme/ledger#1")), noRun);
    }

    void twoMomentsAreCompared()
    {
        const RunIndexPtr before = callboard::testing::indexOf({ runOf(u"1"_s, BuildState::Passed, 60), runOf(u"2"_s, BuildState::Running, 50), runOf(u"7"_s, BuildState::Failed, 40, u"work"_s) });
        const RunIndexPtr after = callboard::testing::indexOf({ runOf(u"1"_s, BuildState::Passed, 60), runOf(u"2"_s, BuildState::Failed, 50), runOf(u"3"_s, BuildState::Queued, 5),
            runOf(u"7"_s, BuildState::Failed, 40, u"work"_s), runOf(u"8"_s, BuildState::Errored, 4, u"work"_s) });
        const auto changes = changesBetween(*before, *after);
        QCOMPARE(changes.size(), 3u);
        QCOMPARE(changes[0].key, u"acme/ledger#8"_s);
        QVERIFY(!changes[0].before);
        QCOMPARE(changes[1].key, u"acme/ledger#3"_s);
        QCOMPARE(changes[2].key, u"acme/ledger#2"_s);
        QCOMPARE(int(*changes[2].before), int(BuildState::Running));
        QCOMPARE(int(changes[2].after), int(BuildState::Failed));
        // The line of main broke; that of work was broken, and is.
        const auto lines = lineChangesBetween(*before, *after);
        QCOMPARE(lines.size(), 1u);
        QCOMPARE(int(lines[0].before), int(BuildState::Passed));
        QVERIFY(lines[0].isDefaultBranch);
        QCOMPARE(after->key(lines[0].row), u"acme/ledger#2"_s);
        QVERIFY(changesBetween(*after, *after).empty());
    }

    void theCriticalPathGoesByNeeds()
    {
        domain::BuildDetail detail;
        const auto job = [&](const QString &id, int begin, int end, const QStringList &needs) {
            domain::BuildJob made;
            made.id = id;
            made.needs = needs;
            made.state = BuildState::Passed;
            made.queuedAt = noon;
            made.startedAt = noon.addSecs(begin);
            made.finishedAt = noon.addSecs(end);
            detail.jobs.push_back(made);
        };
        job(u"lint"_s, 2, 30, {});
        job(u"build"_s, 1, 60, {});
        job(u"test"_s, 62, 100, { u"build"_s });
        job(u"docs"_s, 62, 80, { u"build"_s });
        job(u"publish"_s, 101, 120, { u"test"_s, u"lint"_s });
        const Gantt gantt = ganttOf(detail, 0);
        QCOMPARE(gantt.length, 120'000);
        QVERIFY(!gantt.pathIsGuessed);
        const bool expected[] { false, true, true, false, true };
        for (size_t i = 0; i < detail.jobs.size(); ++i)
            QCOMPARE(gantt.jobs[i].critical, expected[i]);
        QCOMPARE(gantt.jobs[2].begin, 62'000);
        // A circle of needs ends too.
        detail.jobs[1].needs = { u"publish"_s };
        QVERIFY(ganttOf(detail, 0).jobs[1].critical);
    }

    void aJobThatRanAgainWaitedForItself()
    {
        domain::BuildDetail detail;
        const auto job = [&](const QString &name, const QString &stage, int attempt, int begin, int end) {
            domain::BuildJob made;
            made.id = QString::number(detail.jobs.size());
            made.name = name;
            made.stage = stage;
            made.attempt = attempt;
            made.state = BuildState::Passed;
            made.startedAt = noon.addSecs(begin);
            made.finishedAt = noon.addSecs(end);
            detail.jobs.push_back(made);
        };
        job(u"compile"_s, u"build"_s, 1, 0, 20);
        job(u"unit"_s, u"test"_s, 1, 20, 60);
        job(u"unit"_s, u"test"_s, 2, 61, 90);
        job(u"lint"_s, u"test"_s, 1, 20, 80);
        const Gantt gantt = ganttOf(detail, 0);
        const bool expected[] { true, true, true, false };
        for (size_t i = 0; i < detail.jobs.size(); ++i)
            QCOMPARE(gantt.jobs[i].critical, expected[i]);
    }

    void whatAnEarlierAttemptDidHasNoBar()
    {
        domain::BuildDetail detail;
        const auto job = [&](const QString &id, int begin, int end) {
            domain::BuildJob made;
            made.id = id;
            made.state = BuildState::Passed;
            made.startedAt = noon.addSecs(begin);
            made.finishedAt = noon.addSecs(end);
            detail.jobs.push_back(made);
        };
        job(u"compile"_s, -86'400, -86'300);
        job(u"test"_s, 5, 40);
        job(u"publish"_s, 41, 45);
        const Gantt gantt = ganttOf(detail, 0, noon.toMSecsSinceEpoch());
        QCOMPARE(gantt.length, 40'000);
        QVERIFY(gantt.jobs[0].isKept && !gantt.jobs[0].critical && !gantt.jobs[1].isKept);
        QCOMPARE(gantt.jobs[0].begin, -1);
        QCOMPARE(gantt.jobs[1].begin, 0);
        QVERIFY(gantt.jobs[1].critical && gantt.jobs[2].critical);
        QCOMPARE(ganttOf(detail, 0).length, 86'445'000); // All of the first attempt.
    }

    void readingTakesOverWhatIsTheSame()
    {
        QTemporaryDir folder;
        auto mirror = mirror::Mirror::open(folder.path(), {}).value();
        const auto put = [&](const std::vector<BuildRun> &runs) {
            auto pull = mirror->beginPull(u"ci-1"_s, u"runs"_s, u"me"_s).value();
            for (const BuildRun &run : runs)
                pull->put(run.toRecord());
            QVERIFY(pull->complete());
            mirror->flush();
        };
        auto runs = callboard::testing::randomRuns(300, 10, 5, noon);
        put(runs);
        LiveRuns &live = LiveRuns::of(*mirror);
        QCOMPARE(&LiveRuns::of(*mirror), &live);
        QSignalSpy changed(&live, &LiveRuns::changed);
        QTRY_COMPARE(live.index()->size(), RunRow(300));
        const RunIndexPtr before = live.index();
        runs.erase(runs.begin());
        runs[0].state = runs[0].state == BuildState::Passed ? BuildState::Failed : BuildState::Passed;
        runs[0].title = u"Another title"_s;
        put(runs);
        QTRY_COMPARE(live.index()->size(), RunRow(299));
        // The same as read from nothing.
        const RunIndexPtr fresh = readRuns(folder.path()).value();
        for (RunRow row = 0; row < fresh->size(); ++row) {
            QCOMPARE(live.index()->key(row), fresh->key(row));
            QCOMPARE(live.index()->text(live.index()->run(row).title), fresh->text(fresh->run(row).title));
            QCOMPARE(int(live.index()->state(row)), int(fresh->state(row)));
            QCOMPARE(live.index()->connection(row), u"ci-1"_s);
        }
        const auto changes = changesBetween(*before, *live.index());
        QCOMPARE(changes.size(), 1u);
        QCOMPARE(changes[0].key, runs[0].key());
    }

    void commitsComeFromTheClone()
    {
        QTemporaryDir folder;
        const auto git = [&](const QStringList &arguments) {
            QProcess process;
            process.setWorkingDirectory(folder.path());
            process.start(u"git"_s, QStringList { u"-c"_s, u"user.name=Mira K"_s, u"-c"_s, u"user.email=mira@example.com"_s, u"-c"_s, u"commit.gpgsign=false"_s } + arguments);
            process.waitForFinished();
            return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
        };
        git({ u"init"_s, u"-q"_s });
        QStringList ids;
        for (int i = 0; i < 4; ++i) {
            QFile file(folder.filePath(u"file-%1"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.close();
            git({ u"add"_s, u"."_s });
            git({ u"commit"_s, u"-q"_s, u"-m"_s, u"Commit %1"_s.arg(i) });
            ids.append(git({ u"rev-parse"_s, u"HEAD"_s }));
        }
        const auto commits = commitsBetween(folder.path(), ids[1], ids[3]);
        QVERIFY(commits);
        const QStringList expected = git({ u"log"_s, u"--format=%H"_s, ids[1] + u".."_s + ids[3] }).split(u'\n');
        QCOMPARE(commits->size(), size_t(expected.size()));
        for (qsizetype i = 0; i < expected.size(); ++i)
            QCOMPARE((*commits)[size_t(i)].id, expected[i]);
        QCOMPARE((*commits)[0].author, u"Mira K"_s);
        QCOMPARE((*commits)[0].subject, u"Commit 3"_s);
        QCOMPARE((*commits)[0].paths, QStringList { u"file-3"_s });
        QCOMPARE(commitsBetween(folder.path(), QString(40, u'1'), ids[3]).error().code, domain::ErrorCode::NotFound);
        QCOMPARE(commitsBetween(folder.path(), u"main; rm"_s, ids[3]).error().code, domain::ErrorCode::Invalid);
    }

    void pagesOfHostsAreKnown_data()
    {
        QTest::addColumn<QString>("run");
        QTest::addColumn<QString>("compare");
        QTest::addColumn<QString>("commit");
        const QString a(40, u'a'), b(40, u'b');
        const QString github = u"https://github.com/acme/ledger"_s, gitlab = u"https://gitlab.com/acme/sub/ledger"_s;
        const QString bitbucket = u"https://bitbucket.org/acme/ledger"_s;
        QTest::newRow("github") << QString(github + u"/actions/runs/12"_s) << QString(github + u"/compare/%1...%2"_s.arg(a, b))
                                << QString(github + u"/commit/"_s + b);
        QTest::newRow("gitlab") << QString(gitlab + u"/-/pipelines/9"_s) << QString(gitlab + u"/-/compare/%1...%2"_s.arg(a, b))
                                << QString(gitlab + u"/-/commit/"_s + b);
        QTest::newRow("bitbucket") << QString(bitbucket + u"/pipelines/results/9"_s)
                                   << QString(bitbucket + u"/branches/compare/"_s + b + u"%0D"_s + a)
                                   << QString(bitbucket + u"/commits/"_s + b);
        QTest::newRow("other") << u"https://ci.example.com/job/ledger/9/"_s << QString() << QString();
        QTest::newRow("hostile") << u"javascript:alert(1)/actions/runs/12"_s << QString() << QString();
    }
    void pagesOfHostsAreKnown()
    {
        QFETCH(QString, run);
        QTEST(compareUrl(run, QString(40, u'a'), QString(40, u'b')).toString(), "compare");
        QTEST(commitUrl(run, QString(40, u'b')).toString(), "commit");
        QVERIFY(commitUrl(run, u"main/../.."_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(RunsTest)
#include "tst_runs.moc"
