// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a pull of builds asks, and when: ProjectBuildsFeed.
#include "plugins/sdk/projectstate.h"
#include "tests/unit/hosts/scriptedsource.h"

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::BuildState;

class TestProjectTurns final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void anHourOfAnIdleEstate_data();
    void anHourOfAnIdleEstate();
    void whatAPersonWantsIsAskedNow();
    void manyOnScreenTakeTurns();
    void aRoundIsTold();
    void whatRunsIsAskedEachTime();
    void whatAnErrorHidIsAskedForAgain();
    void whereSomethingHappenedIsAskedUntilItIsTold();
    void aHintMeansProjectsByEitherName();
    void aHostWithoutHintsIsSeldomAskedForOne();
    void whatChangesSeldomIsAskedForOnceADay();
    void aHostThatRefusesAllIsARefusal();
    void oneThatIsRefusedIsNoRefusalOfTheHost();
    void creditIsUsedUpOnce();
    void rightsThatAreLostAreSoonSaid();
    void rightsThatComeBackAreFound();
};

void TestProjectTurns::anHourOfAnIdleEstate_data()
{
    QTest::addColumn<int>("hosts");
    for (const int hosts : { 1, 2, 5 })
        QTest::addRow("one of %d hosts", hosts) << hosts;
}

void TestProjectTurns::anHourOfAnIdleEstate()
{
    QFETCH(int, hosts);
    QDateTime now = morning();
    ScriptedSource source;
    source.projectsThere = 500;
    for (int i = 0; i < 500; ++i)
        source.runs[u"p%1"_s.arg(i)] = { run(u"1"_s, BuildState::Passed, now.addDays(-1)) };
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    HostContext context;
    context.share = 1.0 / hosts;
    for (int minute = 0; minute < 10; ++minute, now = now.addSecs(60))
        QVERIFY(context.pull(feed).has_value());
    QCOMPARE(source.asked.size(), 500); // All are known after ten pulls.
    source.requests = 0;
    source.asked.clear();
    for (int minute = 0; minute < 60; ++minute, now = now.addSecs(60))
        QVERIFY(context.pull(feed).has_value());
    // 90 in turn, and twelve to learn where something happened. Of the 200 that all feeds of a host may cost.
    const int hints = 12 / hosts;
    QVERIFY2(source.requests <= sdk::ProjectBuildsFeed::idleAnHour / hosts + hints + 1, qPrintable(QString::number(source.requests)));
    QVERIFY(source.requests >= (sdk::ProjectBuildsFeed::idleAnHour - 5) / hosts);
    QVERIFY2(std::abs(source.requests - hints - source.asked.size()) <= 1, qPrintable(QString::number(source.asked.size()))); // Nobody twice.
    QCOMPARE(context.records.size(), 500);
}

void TestProjectTurns::whatAPersonWantsIsAskedNow()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.projectsThere = 200;
    for (int i = 100; i < 120; ++i)
        source.kept.insert(u"p%1"_s.arg(i));
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    HostContext context;
    const auto pull = [&](int seconds) {
        now = now.addSecs(seconds);
        source.requests = 0;
        source.asked.clear();
        source.hints.clear();
        return context.pull(feed).has_value();
    };
    const auto keptAsked = [&source] {
        return std::ranges::count_if(source.kept, [&source](const QString &name) { return source.asked.value(name) == 1; });
    };
    for (int i = 0; i < 5; ++i)
        QVERIFY(pull(60));
    QVERIFY(pull(60));
    QVERIFY(keptAsked() < 5); // By their turns.
    context.wanted = true;
    QVERIFY(pull(35));
    QCOMPARE(source.hints.size(), size_t(1)); // Where something happened, whose soever it is.
    QVERIFY(keptAsked() >= 15); // Those that were not asked a moment ago.
    QVERIFY(pull(5));
    QCOMPARE(source.hints.size(), size_t(0));
    QVERIFY(source.requests < 10);
    // However often the key is pressed, it is within what idle ones may cost.
    int pressed = 0;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(pull(31));
        pressed += source.requests - int(source.hints.size());
    }
    QVERIFY2(pressed < sdk::ProjectBuildsFeed::wantedAtOnce + 20 * 31 * sdk::ProjectBuildsFeed::idleAnHour / 3600 + 2, qPrintable(QString::number(pressed)));
    // It is paid back.
    context.wanted = false;
    int anHour = 0;
    for (int i = 0; i < 60; ++i) {
        QVERIFY(pull(60));
        anHour += source.requests - int(source.hints.size());
    }
    QVERIFY2(anHour > 20 && anHour < 70, qPrintable(QString::number(anHour)));
}

void TestProjectTurns::manyOnScreenTakeTurns()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.projectsThere = 200;
    for (int i = 0; i < 20; ++i)
        source.listed.insert(u"p%1"_s.arg(i));
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    HostContext context;
    const auto pull = [&](int seconds) {
        now = now.addSecs(seconds);
        return context.pull(feed).has_value();
    };
    for (int i = 0; i < 5; ++i)
        QVERIFY(pull(60));
    // What was not asked for long is asked at once, when a list shows it.
    source.asked.clear();
    QVERIFY(pull(1801));
    for (const QString &name : std::as_const(source.listed))
        QCOMPARE(source.asked.value(name), 1);
    source.asked.clear();
    const int before = source.requests;
    for (int minute = 0; minute < 60; ++minute)
        QVERIFY(pull(60));
    int all = 0;
    for (const QString &name : std::as_const(source.listed)) {
        QVERIFY2(source.asked.value(name) >= 3, qPrintable(name));
        all += source.asked.value(name);
    }
    QVERIFY(all <= 60 * sdk::ProjectBuildsFeed::onScreenAtOnce + 20);
    QVERIFY(source.asked.size() > 100); // The others have their turns all the same.
    QVERIFY2(source.requests - before <= 165, qPrintable(QString::number(source.requests - before))); // One on screen each minute, idle ones and hints.
}

void TestProjectTurns::aRoundIsTold()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.projectsThere = 50;
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    HostContext context;
    context.share = 0.5;
    QVERIFY(context.pull(feed).has_value());
    QVERIFY(context.pull(feed).has_value());
    const auto told = context.round;
    QVERIFY(std::chrono::abs(told - std::chrono::seconds(50 * 3600 / (sdk::ProjectBuildsFeed::idleAnHour / 2))) <= std::chrono::seconds(1));
    // It is true.
    source.asked.clear();
    for (std::chrono::seconds passed { 0 }; passed < told + std::chrono::minutes(2); passed += std::chrono::minutes(1)) {
        now = now.addSecs(60);
        QVERIFY(context.pull(feed).has_value());
    }
    QCOMPARE(source.asked.size(), 50);
    // What the person works on comes more often, so that the others take longer.
    source.kept = { u"p1"_s, u"p2"_s };
    QVERIFY(context.pull(feed).has_value());
    QVERIFY(std::chrono::abs(context.round - std::chrono::seconds((50 + 14) * 3600 / (sdk::ProjectBuildsFeed::idleAnHour / 2))) <= std::chrono::seconds(1));
}

void TestProjectTurns::whatRunsIsAskedEachTime()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.projectsThere = 20;
    source.runs[u"p3"_s] = { run(u"1"_s, BuildState::Running, now) };
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    HostContext context;
    QVERIFY(context.pull(feed).has_value());
    source.asked.clear();
    source.runs[u"p3"_s].clear(); // The host tells changes only, and there is none.
    source.onScreen = u"p4"_s;
    for (int pull = 0; pull < 5; ++pull) {
        now = now.addSecs(1);
        QVERIFY(context.pull(feed).has_value());
    }
    QCOMPARE(source.asked, (QMap<QString, int> { { u"p3"_s, 5 }, { u"p4"_s, 5 } }));
    source.runs[u"p3"_s] = { run(u"1"_s, BuildState::Passed, now) };
    source.onScreen.clear();
    now = now.addSecs(1);
    QVERIFY(context.pull(feed).has_value());
    source.asked.clear();
    now = now.addSecs(1);
    QVERIFY(context.pull(feed).has_value());
    QCOMPARE(source.asked, (QMap<QString, int>()));
    source.activeOnes = { u"p9"_s };
    now = now.addSecs(301);
    QVERIFY(context.pull(feed).has_value());
    QCOMPARE(source.asked.value(u"p9"_s), 1);
}

void TestProjectTurns::whatAnErrorHidIsAskedForAgain()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.onScreen = u"p0"_s;
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    HostContext context;
    QVERIFY(context.pull(feed).has_value());
    QVERIFY(!source.since[u"p0"_s].isValid());
    const QDateTime answered = now;
    source.broken = { u"p0"_s };
    for (int pull = 0; pull < 3; ++pull) {
        now = now.addSecs(3600);
        QVERIFY(context.pull(feed).has_value());
    }
    source.broken.clear();
    now = now.addSecs(60);
    QVERIFY(context.pull(feed).has_value());
    // From the last answer on, a little overlapping; not from the last ask, which told nothing.
    QCOMPARE(source.since[u"p0"_s], answered.addSecs(-300));
    now = now.addSecs(60);
    QVERIFY(context.pull(feed).has_value());
    QCOMPARE(source.since[u"p0"_s], now.addSecs(-360));
}

void TestProjectTurns::whereSomethingHappenedIsAskedUntilItIsTold()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.projectsThere = 20;
    HostContext context;
    const auto pull = [&](int seconds) {
        now = now.addSecs(seconds);
        sdk::ProjectBuildsFeed feed(source, [&now] { return now; }); // As after a start of the program.
        return context.pull(feed).has_value();
    };
    QVERIFY(pull(0));
    // The hint comes once; the ask that followed it failed.
    source.activeOnes = { u"p9"_s };
    source.broken = { u"p9"_s };
    QVERIFY(pull(301));
    source.activeOnes.clear();
    source.broken.clear();
    source.asked.clear();
    QVERIFY(pull(1));
    QCOMPARE(source.asked, (QMap<QString, int> { { u"p9"_s, 1 } }));
    QVERIFY(pull(1));
    QCOMPARE(source.asked.value(u"p9"_s), 1);
    // Not for ever: one that cannot be read waits for its turn.
    source.activeOnes = { u"p9"_s };
    source.broken = { u"p9"_s };
    QVERIFY(pull(301));
    source.activeOnes.clear();
    source.asked.clear();
    for (int i = 0; i < 20; ++i)
        QVERIFY(pull(1));
    QCOMPARE(source.asked.value(u"p9"_s), 2);
}

void TestProjectTurns::aHintMeansProjectsByEitherName()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.projectsThere = 50;
    source.note = { { u"repository"_s, u"a-77"_s } };
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    HostContext context;
    QVERIFY(context.pull(feed).has_value());
    const auto askedAfter = [&](const QStringList &told) {
        source.activeOnes = told;
        source.asked.clear();
        now = now.addSecs(301);
        return context.pull(feed) ? source.asked.keys() : QStringList();
    };
    const QStringList before = askedAfter({}); // Those whose turn it is.
    const QStringList asked = askedAfter({ u"P40"_s, u"elsewhere"_s });
    QVERIFY(asked.contains(u"p40"_s) && !before.contains(u"p40"_s));
    QVERIFY(asked.size() < 15);
    QCOMPARE(askedAfter({ u"A-77"_s }).size(), 50);
}

void TestProjectTurns::aHostWithoutHintsIsSeldomAskedForOne()
{
    const QDateTime began = morning();
    QDateTime now = began;
    ScriptedSource source;
    HostContext context;
    const auto minutes = [&](int count) { return pullMinutes(count, now, source, context); };
    QVERIFY(minutes(2));
    QCOMPARE(source.hints.size(), size_t(1));
    const QDateTime told = now;
    source.tellsNoHints = true;
    QVERIFY(minutes(5 + 60 * 3));
    QCOMPARE(source.hints.size(), size_t(4)); // Each hour.
    for (const QDateTime &since : source.hints)
        QCOMPARE(since, told.addSecs(-300)); // What it would have told meanwhile is still to be told.
    source.tellsNoHints = false;
    QVERIFY(minutes(70));
    QVERIFY(source.hints.size() > 1);
    QCOMPARE(source.hints.front(), told.addSecs(-300));
    QVERIFY(source.hints.back() > told);
}

void TestProjectTurns::whatChangesSeldomIsAskedForOnceADay()
{
    const QDateTime begin = QDateTime::fromString(u"2026-08-12T00:00:00Z"_s, Qt::ISODate);
    QDateTime now = begin;
    ScriptedSource source;
    source.onScreen = u"p0"_s;
    source.note = { { u"branch"_s, u"main"_s }, { u"by"_s, u"status"_s }, { u"id"_s, u"7"_s } };
    source.runs[u"p0"_s] = { run(u"commit-1"_s, BuildState::Passed, begin) };
    HostContext host;
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    QVERIFY(host.pull(feed).has_value());
    now = begin.addSecs(23 * 3600);
    QVERIFY(host.pull(feed).has_value());
    QCOMPARE(source.noted, source.note);
    // An ask that fails learns nothing: the next one is to.
    now = begin.addSecs(25 * 3600);
    source.broken = { u"p0"_s };
    QVERIFY(host.pull(feed).has_value());
    source.broken.clear();
    source.note[u"branch"_s] = u"trunk"_s;
    source.note[u"by"_s] = u"runs"_s;
    source.runs[u"p0"_s] = { run(u"90"_s, BuildState::Passed, begin) };
    QVERIFY(host.pull(feed).has_value());
    QCOMPARE(source.noted, QJsonObject({ { u"id"_s, u"7"_s } }));
    // What was asked in another way has ids of another kind.
    QCOMPARE(host.records.keys(), QStringList { u"BuildRun p0#90"_s });
    // Runs of before are judged by another branch: all are brought anew.
    QVERIFY(host.pull(feed).has_value());
    QVERIFY(!source.since[u"p0"_s].isValid());
    QCOMPARE(source.noted, source.note);
    QVERIFY(host.pull(feed).has_value());
    QVERIFY(source.since[u"p0"_s].isValid());
    QCOMPARE(source.noted, source.note);
}

// Its message and its host are told, as of any pull that fails; and nothing is taken away.
void TestProjectTurns::aHostThatRefusesAllIsARefusal()
{
    QDateTime now = QDateTime::fromString(u"2026-08-12T00:00:00Z"_s, Qt::ISODate);
    ScriptedSource source;
    source.projectsThere = 3;
    source.refused = { u"p0"_s, u"p1"_s };
    source.missing = { u"p2"_s }; // What is not there says nothing for the host.
    HostContext host;
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    for (int pull = 0; pull < 5; ++pull) {
        const auto pulled = host.pull(feed);
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().code, domain::ErrorCode::Forbidden);
        QCOMPARE(pulled.error().source, u"git.example.org"_s);
        now = now.addSecs(20); // Not everybody has a turn in each; and it stays a refusal.
    }
    // A host with projects that are all gone is none that refuses.
    source.refused.clear();
    source.missing = { u"p0"_s, u"p1"_s, u"p2"_s };
    sdk::ProjectBuildsFeed another(source, [&now] { return now; });
    QVERIFY(host.pull(another));
}

void TestProjectTurns::oneThatIsRefusedIsNoRefusalOfTheHost()
{
    QDateTime now = QDateTime::fromString(u"2026-08-12T00:00:00Z"_s, Qt::ISODate);
    ScriptedSource source;
    source.projectsThere = 5;
    source.refused = { u"p3"_s };
    HostContext host;
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    // Also where it alone has its turn.
    for (int minute = 0; minute < 60; ++minute) {
        QVERIFY(host.pull(feed));
        now = now.addSecs(60);
    }
    QVERIFY(source.asked[u"p3"_s] > 5);
    QVERIFY2(source.requests <= sdk::ProjectBuildsFeed::idleAnHour + 5 + 12, qPrintable(QString::number(source.requests))); // The first time, and hints.
}

// A screen that shows the one that is refused asks for it each time, and others whether they answer: they may have errors of their own.
void TestProjectTurns::creditIsUsedUpOnce()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.projectsThere = 200;
    HostContext host;
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    QVERIFY(pullMinutes(5, now, source, host, &feed));
    source.onScreen = u"p3"_s;
    source.refused = { u"p3"_s };
    for (int i = 0; i < 200; ++i)
        source.broken.insert(u"p%1"_s.arg(i));
    source.broken.remove(u"p3"_s);
    QVERIFY(pullMinutes(60, now, source, host, &feed));
    QCOMPARE(source.asked.value(u"p3"_s), 60);
    const int ofOthers = source.requests - 60 - int(source.hints.size());
    QVERIFY2(ofOthers > 60 && ofOthers <= sdk::ProjectBuildsFeed::wantedAtOnce + sdk::ProjectBuildsFeed::idleAnHour + int(sdk::projectstate::mostSaved),
        qPrintable(QString::number(ofOthers)));
    // Once they answer, they have their turns again within the hour.
    source.broken.clear();
    QVERIFY(pullMinutes(60, now, source, host, &feed));
    QVERIFY2(source.asked.size() > 20, qPrintable(QString::number(source.asked.size())));
    // However much was owed by a version that knew no bounds.
    sdk::projectstate::State state;
    state.saved = -5000;
    QCOMPARE(sdk::projectstate::State::load(state.save()).saved, -sdk::projectstate::mostOwed);
}

void TestProjectTurns::rightsThatAreLostAreSoonSaid()
{
    QDateTime now = QDateTime::fromString(u"2026-08-12T00:00:00Z"_s, Qt::ISODate);
    ScriptedSource source;
    source.projectsThere = 40;
    for (int i = 0; i < 40; ++i)
        source.runs[u"p%1"_s.arg(i)] = { run(u"1"_s, BuildState::Passed, now) };
    HostContext host;
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    QVERIFY(host.pull(feed));
    QCOMPARE(host.records.size(), 40);
    for (int i = 0; i < 40; ++i)
        source.refused.insert(u"p%1"_s.arg(i));
    int pulls = 0;
    bool isRefused = false;
    while (!isRefused && pulls < 60) {
        now = now.addSecs(60);
        ++pulls;
        isRefused = !host.pull(feed);
    }
    QVERIFY2(isRefused && pulls <= 3, qPrintable(QString::number(pulls)));
    QCOMPARE(host.records.size(), 40);
    // And it costs no more than before, however long it lasts.
    const int before = source.requests;
    for (int minute = 0; minute < 60; ++minute) {
        now = now.addSecs(60);
        QVERIFY(!host.pull(feed));
    }
    const int cost = source.requests - before;
    // Erased, as the person may decide, it is as a host that was never asked: all is brought anew once it answers again.
    host.forgetCursors();
    host.records.clear();
    source.refused.clear();
    QVERIFY(host.pull(feed));
    QCOMPARE(host.records.size(), 40);
    for (const QDateTime &since : std::as_const(source.since))
        QVERIFY(!since.isValid());
    QVERIFY2(cost > 40 && cost <= sdk::ProjectBuildsFeed::idleAnHour + 20, qPrintable(QString::number(cost)));
}

void TestProjectTurns::rightsThatComeBackAreFound()
{
    QDateTime now = QDateTime::fromString(u"2026-08-12T00:00:00Z"_s, Qt::ISODate);
    ScriptedSource source;
    source.projectsThere = 30;
    for (int i = 0; i < 30; ++i)
        source.refused.insert(u"p%1"_s.arg(i));
    HostContext host;
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    QVERIFY(!host.pull(feed));
    // Of one alone, whichever it is: each has its turn although no pull was completed.
    source.refused.remove(u"p17"_s);
    source.runs[u"p17"_s] = { run(u"1"_s, BuildState::Passed, now) };
    bool isGood = false;
    for (int minute = 0; minute < 60 && !isGood; ++minute) {
        now = now.addSecs(60);
        isGood = host.pull(feed).has_value();
    }
    QVERIFY(isGood);
    QCOMPARE(host.records.keys(), QStringList { u"BuildRun p17#1"_s });
}

QTEST_GUILESS_MAIN(TestProjectTurns)
#include "tst_projectturns.moc"
