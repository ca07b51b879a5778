// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which runs of a project are kept, and asked for by their ids: ProjectBuildsFeed.
#include "tests/unit/hosts/scriptedsource.h"

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::BuildState;

class TestProjectRuns final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatIsListedNoMoreIsAskedForByItsId();
    void whatIsListedNoMoreIsAskedForWithinBounds();
    void whatWaitsForDaysIsAskedForSlowly();
    void whatIsLookedForInListsIsChargedWhole();
    void onlySoManyRunsAreKept();
    void howARunEndedBeforeIsKept();
};

void TestProjectRuns::whatIsListedNoMoreIsAskedForByItsId()
{
    const QDateTime began = morning();
    QDateTime now = began;
    ScriptedSource source;
    source.tellsSingleRuns = true;
    HostContext context;
    const auto pull = [&] { return pullMinutes(1, now, source, context); };
    const auto state = [&] { return domain::BuildRun::fromRecord(context.records.value(u"BuildRun p0#1"_s)).state; };
    source.runs[u"p0"_s] = { run(u"1"_s, BuildState::Running, began) };
    QVERIFY(pull());
    source.isUnchanged = true; // It is listed as before.
    QVERIFY(pull());
    QCOMPARE(source.askedById, QStringList());
    // Sixty newer ones, of which the host lists fifty.
    source.isUnchanged = false;
    std::vector<domain::BuildRun> newest;
    for (int i = 60; i > 10; --i)
        newest.push_back(run(QString::number(100 + i), BuildState::Passed, began.addSecs(i)));
    source.runs[u"p0"_s] = newest;
    source.byId[u"1"_s] = run(u"1"_s, BuildState::Running, began);
    for (const bool isUnchanged : { false, false, true }) {
        source.isUnchanged = isUnchanged;
        QVERIFY(pull());
        QCOMPARE(source.askedById, QStringList { u"1"_s });
        QCOMPARE(state(), BuildState::Running);
    }
    // An answer that is none leaves it for the next time.
    source.byId[u"1"_s] = run(u"2"_s, BuildState::Passed, began);
    QVERIFY(pull());
    QCOMPARE(state(), BuildState::Running);
    QVERIFY(!context.records.contains(u"BuildRun p0#2"_s));
    source.byId[u"1"_s] = run(u"1"_s, BuildState::Failed, began);
    QVERIFY(pull());
    QCOMPARE(state(), BuildState::Failed);
    source.onScreen = u"p0"_s;
    QVERIFY(pull());
    QCOMPARE(source.askedById, QStringList());
    QCOMPARE(state(), BuildState::Failed);
}

void TestProjectRuns::whatIsListedNoMoreIsAskedForWithinBounds()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.onScreen = u"p0"_s;
    source.tellsSingleRuns = true;
    HostContext context;
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    const auto pulls = [&](int count) { return pullMinutes(count, now, source, context, &feed); };
    const auto asked = [&] { return QSet<QString>(source.askedById.cbegin(), source.askedById.cend()); };
    for (int i = 0; i < 12; ++i) {
        const QString id = QString::number(i);
        source.byId[id] = run(id, BuildState::Running, now);
        source.runs[u"p0"_s].push_back(source.byId[id]);
    }
    QVERIFY(pulls(1));
    source.runs[u"p0"_s] = { run(u"99"_s, BuildState::Passed, now) };
    QVERIFY(pulls(1));
    QCOMPARE(source.askedById.size(), sdk::ProjectBuildsFeed::byIdAtOnce);
    QVERIFY(pulls(3)); // Each has its turn.
    QCOMPARE(source.askedById.size(), 3 * sdk::ProjectBuildsFeed::byIdAtOnce);
    QCOMPARE(asked().size(), 12);
    // What is gone is forgotten.
    source.byId.remove(u"3"_s);
    QVERIFY(pulls(3));
    QVERIFY(!context.records.contains(u"BuildRun p0#3"_s) && context.records.contains(u"BuildRun p0#4"_s));
    QVERIFY(pulls(3));
    QVERIFY(!asked().contains(u"3"_s));
    QCOMPARE(asked().size(), 11);
    // A host that cannot be asked so loses none.
    source.tellsSingleRuns = false;
    QVERIFY(pulls(3));
    QCOMPARE(source.askedById, QStringList());
    QCOMPARE(context.records.size(), 12);
    // After a day they are asked for more slowly, of two days every two hours, and none is given up.
    source.tellsSingleRuns = true;
    now = now.addDays(2);
    QVERIFY(pulls(3));
    QCOMPARE(asked().size(), 11);
    QVERIFY(pulls(60));
    QCOMPARE(source.askedById, QStringList());
    QVERIFY(pulls(70));
    QCOMPARE(source.askedById.size(), 11);
    QCOMPARE(asked().size(), 11);
}

/// It stays known, without making its project one that is asked each time.
void TestProjectRuns::whatWaitsForDaysIsAskedForSlowly()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.projectsThere = 20;
    source.tellsSingleRuns = true;
    source.byId[u"1"_s] = run(u"1"_s, BuildState::Waiting, now.addDays(-3));
    source.runs[u"p3"_s] = { source.byId[u"1"_s] };
    HostContext context;
    const auto minutes = [&](int count) { return pullMinutes(count, now, source, context); };
    const auto state = [&] { return domain::BuildRun::fromRecord(context.records.value(u"BuildRun p3#1"_s)).state; };
    QVERIFY(minutes(1));
    QCOMPARE(state(), BuildState::Waiting);
    source.runs[u"p3"_s] = { run(u"2"_s, BuildState::Passed, now) }; // And it is listed no more.
    QVERIFY(minutes(60));
    QCOMPARE(source.askedById, QStringList { u"1"_s });
    QVERIFY2(source.asked.value(u"p3"_s) >= 3 && source.asked.value(u"p3"_s) <= 8, qPrintable(QString::number(source.asked.value(u"p3"_s))));
    QVERIFY2(source.requests <= sdk::ProjectBuildsFeed::idleAnHour + 13, qPrintable(QString::number(source.requests)));
    QCOMPARE(state(), BuildState::Waiting);
    // Somebody decides, on the fourth day.
    source.byId[u"1"_s].state = BuildState::Passed;
    QVERIFY(minutes(4 * 60));
    QCOMPARE(source.askedById, QStringList { u"1"_s });
    QCOMPARE(state(), BuildState::Passed);
    QVERIFY(minutes(24 * 60));
    QCOMPARE(source.askedById, QStringList());
}

/// A host that cannot be asked for a single run reads several pages for it: they are part of what an idle estate may cost.
void TestProjectRuns::whatIsLookedForInListsIsChargedWhole()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.projectsThere = 20;
    source.tellsSingleRuns = true;
    source.requestsEach = 5;
    HostContext context;
    const auto minutes = [&](int count) { return pullMinutes(count, now, source, context); };
    for (int i = 0; i < source.projectsThere; ++i) {
        const QString id = QString::number(i);
        source.byId[id] = run(id, BuildState::Waiting, now.addDays(-2));
        source.runs[u"p"_s + id] = { source.byId[id] };
    }
    QVERIFY(minutes(1));
    QCOMPARE(source.asked.size(), source.projectsThere);
    for (std::vector<domain::BuildRun> &listed : source.runs)
        listed = { run(u"new"_s, BuildState::Passed, now) };
    QVERIFY(minutes(60));
    QVERIFY2(source.askedById.size() >= 10, qPrintable(QString::number(source.askedById.size())));
    const auto cost = source.requests - int(source.hints.size());
    QVERIFY2(cost <= sdk::ProjectBuildsFeed::idleAnHour + 8, qPrintable(QString::number(cost)));
}

void TestProjectRuns::onlySoManyRunsAreKept()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.onScreen = u"p0"_s;
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    HostContext context;
    for (int i = 0; i < sdk::ProjectBuildsFeed::keptRuns + 20; ++i) {
        now = now.addSecs(60);
        source.runs[u"p0"_s] = { run(QString::number(i), BuildState::Passed, now) };
        QVERIFY(context.pull(feed).has_value());
    }
    QCOMPARE(context.records.size(), sdk::ProjectBuildsFeed::keptRuns);
    QVERIFY(!context.records.contains(u"BuildRun p0#19"_s) && context.records.contains(u"BuildRun p0#20"_s));
    source.projectsThere = 0;
    QVERIFY(context.pull(feed).has_value());
    QVERIFY(context.records.isEmpty());
}

/// Of a host that runs it again under its id, and does not say that it did.
void TestProjectRuns::howARunEndedBeforeIsKept()
{
    using Attempts = std::vector<domain::BuildAttempt>;
    QDateTime now = morning();
    ScriptedSource source;
    source.onScreen = u"p0"_s;
    HostContext context;
    const auto earlierOnce = [&](const domain::BuildRun &told) {
        now = now.addSecs(60);
        source.runs[u"p0"_s] = { told };
        sdk::ProjectBuildsFeed feed(source, [&now] { return now; }); // As after a start of the program.
        return context.pull(feed) ? domain::BuildRun::fromRecord(context.records[u"BuildRun p0#"_s + told.id]).earlier : Attempts { { -1, BuildState::Unknown } };
    };
    const auto earlier = [&](BuildState state, int attempt = 1) {
        domain::BuildRun told = run(u"1"_s, state, now);
        told.attempt = attempt;
        return earlierOnce(told);
    };
    QCOMPARE(earlier(BuildState::Running), Attempts());
    QCOMPARE(earlier(BuildState::Failed), Attempts());
    QCOMPARE(earlier(BuildState::Failed), Attempts());
    QCOMPARE(earlier(BuildState::Running), (Attempts { { 1, BuildState::Failed } }));
    QCOMPARE(earlier(BuildState::Passed), (Attempts { { 1, BuildState::Failed } }));
    QCOMPARE(earlier(BuildState::Passed), (Attempts { { 1, BuildState::Failed } }));
    QCOMPARE(earlier(BuildState::Running, 2), (Attempts { { 1, BuildState::Failed }, { 1, BuildState::Passed } }));
    // What the host tells counts.
    domain::BuildRun told = run(u"1"_s, BuildState::Passed, now);
    told.attempt = 3;
    told.earlier = { { 1, BuildState::Failed }, { 2, BuildState::Cancelled } };
    QCOMPARE(earlierOnce(told), told.earlier);
    // One that always passed has none.
    domain::BuildRun good = run(u"2"_s, BuildState::Passed, now);
    QCOMPARE(earlierOnce(good), Attempts());
    good.state = BuildState::Running;
    QCOMPARE(earlierOnce(good), Attempts());
}

QTEST_GUILESS_MAIN(TestProjectRuns)
#include "tst_projectruns.moc"
