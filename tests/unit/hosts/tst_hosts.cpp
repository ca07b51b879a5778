// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the integrations of hosts share: addresses, pages, and whom a pull asks.
#include "plugins/sdk/hostapi.h"
#include "plugins/sdk/hostjson.h"
#include "plugins/sdk/projectbuilds.h"
#include "tests/unit/hosts/hostcontext.h"

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::BuildState;

namespace {

class ScriptedSource final : public sdk::ProjectSource {
public:
    int projectsThere = 1;
    QString onScreen;
    QSet<QString> listed, kept; ///< On screen too; the person's own.
    QStringList activeOnes;
    QMap<QString, std::vector<domain::BuildRun>> runs;
    QMap<QString, int> asked;
    QMap<QString, QDateTime> since; ///< Of the last ask.
    QString broken; ///< Answered with an error.
    QSet<QString> refused, missing; ///< Answered with 403, with 404.
    QJsonObject note, noted; ///< Told, and handed over the last time.
    bool isUnchanged = false; ///< As the last time: nothing is told.
    bool tellsSingleRuns = false;
    QMap<QString, domain::BuildRun> byId; ///< What is told of single runs; the others are gone.
    QStringList askedById;
    int requests = 0;
    std::vector<QDateTime> hints; ///< Since when it was asked where something happened, each time.
    bool tellsNoHints = false;

    void forgetAsks()
    {
        requests = 0;
        asked.clear();
        askedById.clear();
        hints.clear();
    }
    std::vector<sdk::HostedProject> projects(sdk::PullContext &) override
    {
        std::vector<sdk::HostedProject> all;
        for (int i = 0; i < projectsThere; ++i) {
            const QString name = u"p%1"_s.arg(i);
            all.push_back({ name, { u"component:default/"_s + name }, name == onScreen || listed.contains(name), kept.contains(name) });
        }
        return all;
    }
    sdk::Result<sdk::ProjectBuilds> builds(const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &) override
    {
        ++requests;
        ++asked[project.name];
        since[project.name] = memory.since;
        noted = memory.note;
        if (project.name == broken)
            return domain::fail(domain::ErrorCode::BadResponse, u"500"_s);
        if (refused.contains(project.name))
            return domain::fail(domain::ErrorCode::Forbidden, u"403 of "_s + project.name, u"git.example.org"_s);
        if (missing.contains(project.name))
            return domain::fail(domain::ErrorCode::NotFound, u"404"_s);
        return sdk::ProjectBuilds { isUnchanged ? std::vector<domain::BuildRun>() : runs.value(project.name), {}, note, isUnchanged };
    }
    sdk::Result<domain::BuildRun> run(
        const sdk::HostedProject &, const QString &id, const sdk::ProjectMemory &, sdk::PullContext &) override
    {
        if (!tellsSingleRuns)
            return domain::fail(domain::ErrorCode::Unsupported, u"no single runs"_s);
        ++requests;
        askedById.append(id);
        if (!byId.contains(id))
            return domain::fail(domain::ErrorCode::NotFound, u"404"_s);
        return byId.value(id);
    }
    sdk::Result<QStringList> active(const QDateTime &from, sdk::PullContext &) override
    {
        ++requests;
        hints.push_back(from);
        if (tellsNoHints)
            return domain::fail(domain::ErrorCode::Forbidden, u"403"_s);
        return activeOnes;
    }
};

domain::BuildRun run(const QString &id, BuildState state, const QDateTime &queued)
{
    domain::BuildRun one;
    one.id = id;
    one.state = state;
    one.queuedAt = queued;
    return one;
}

/// When the days of these tests begin.
QDateTime morning() { return QDateTime::fromString(u"2026-01-01T08:00:00Z"_s, Qt::ISODate); }

/// Pulls once a minute, each time as after a start of the program where no feed is `kept`; of what was asked, that of these minutes is left.
bool pullMinutes(int count, QDateTime &now, ScriptedSource &source, HostContext &context, sdk::ProjectBuildsFeed *kept = nullptr)
{
    source.forgetAsks();
    for (int minute = 0; minute < count; ++minute) {
        now = now.addSecs(60);
        sdk::ProjectBuildsFeed fresh(source, [&now] { return now; });
        if (!context.pull(kept ? *kept : fresh))
            return false;
    }
    return true;
}

} // namespace

class TestHosts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void addresses_data();
    void addresses();
    void linksLeadToTheNextPage_data();
    void linksLeadToTheNextPage();
    void listsAreReadToTheirEnd();
    void listsWithoutLinksAreReadToTheirEnd();
    void listsThatNameATokenAreReadToTheirEnd();
    void anHourOfAnIdleEstate_data();
    void anHourOfAnIdleEstate();
    void whatAPersonWantsIsAskedNow();
    void manyOnScreenTakeTurns();
    void aRoundIsTold();
    void whatRunsIsAskedEachTime();
    void whatIsListedNoMoreIsAskedForByItsId();
    void whatIsListedNoMoreIsAskedForWithinBounds();
    void whatWaitsForDaysIsAskedForSlowly();
    void whatAnErrorHidIsAskedForAgain();
    void whereSomethingHappenedIsAskedUntilItIsTold();
    void aHintMeansProjectsByEitherName();
    void aHostWithoutHintsIsSeldomAskedForOne();
    void largestGroupsComeFirst();
    void whatChangesSeldomIsAskedForOnceADay();
    void onlySoManyRunsAreKept();
    void howARunEndedBeforeIsKept();
    void timesThatAreNone();
    void aHostThatRefusesAllIsARefusal();
    void oneThatIsRefusedIsNoRefusalOfTheHost();
    void rightsThatAreLostAreSoonSaid();
    void rightsThatComeBackAreFound();
};

void TestHosts::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    QTest::newRow("plain") << u"https://git.example.org"_s << u"https://git.example.org"_s;
    QTest::newRow("slash") << u" https://git.example.org/ "_s << u"https://git.example.org"_s;
    QTest::newRow("without a scheme") << u"git.example.org:3000"_s << u"https://git.example.org:3000"_s;
    QTest::newRow("below a path") << u"http://example.org/gitea/?tab=a#b"_s << u"http://example.org/gitea"_s;
    QTest::newRow("nothing") << QString() << u"https://default.example.org"_s;
    QTest::newRow("password") << u"https://me:secret@git.example.org"_s << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
}

void TestHosts::addresses()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, address);
    const auto read = sdk::hostAddress(typed, u"https://default.example.org"_s);
    QCOMPARE(read ? read->toString() : QString(), address);
}

void TestHosts::linksLeadToTheNextPage_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QString>("query");
    // The first is GitLab's of its own page on pagination, the second a real Gitea's.
    QTest::newRow("gitlab") << QByteArray("<https://gitlab.example.com/api/v4/projects/8/issues/8/notes?page=1&per_page=3>; rel=\"prev\", "
                                          "<https://gitlab.example.com/api/v4/projects/8/issues/8/notes?page=3&per_page=3>; rel=\"next\", "
                                          "<https://gitlab.example.com/api/v4/projects/8/issues/8/notes?page=1&per_page=3>; rel=\"first\"")
                            << u"page=3&per_page=3"_s;
    QTest::newRow("gitea") << QByteArray("<http://127.0.0.1:3300/api/v1/repos/acme/web/issues?limit=2&page=2>; rel=\"next\","
                                         "<http://127.0.0.1:3300/api/v1/repos/acme/web/issues?limit=2&page=3>; rel=\"last\"")
                           << u"limit=2&page=2"_s;
    QTest::newRow("last") << QByteArray("<https://x.example/a?page=1>; rel=\"first\"") << QString();
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("broken") << QByteArray("<<<>; rel=next, rel=\"next\"") << QString();
}

void TestHosts::linksLeadToTheNextPage()
{
    QFETCH(const QByteArray, link);
    QFETCH(const QString, query);
    const auto next = sdk::nextPage({ 200, { { "link", link } }, {} });
    QCOMPARE(next ? next->toString() : QString(), query);
}

void TestHosts::listsAreReadToTheirEnd()
{
    HostContext host;
    host.on("GET", u"/api/items"_s, [](const sdk::HttpRequest &request) {
        const int page = std::max(1, QUrlQuery(request.url).queryItemValue(u"page"_s).toInt());
        HostContext::Reply reply { 200, "[" + QByteArray::number(page * 10) + ',' + QByteArray::number(page * 10 + 1) + "]" };
        if (page < 3) // To another host: only its query counts.
            reply.headers = { { "link", "<https://evil.example/steal?page=" + QByteArray::number(page + 1) + ">; rel=\"next\"" } };
        return reply;
    });
    const sdk::HostApi api(QUrl(u"https://git.example.org/api"_s),
        [](sdk::PullContext &, const QByteArray &) { return sdk::HostApi::Identity { { "authorization", "token t" }, {}, false }; });
    const auto all = api.list({ .route = u"/items"_s }, host, 100);
    QCOMPARE(*all, QJsonArray({ 10, 11, 20, 21, 30, 31 }));
    for (const sdk::HttpRequest &request : host.requests)
        QCOMPARE(request.url.host(), u"git.example.org"_s);
    QCOMPARE(api.list({ .route = u"/items"_s }, host, 3)->size(), 3);
    host.on("GET", u"/api/items"_s, "{\"message\":\"no list\"}");
    QCOMPARE(api.list({ .route = u"/items"_s }, host, 3).error().code, domain::ErrorCode::BadResponse);
    host.stop = true;
    QCOMPARE(api.list({ .route = u"/items"_s }, host, 3).error().code, domain::ErrorCode::Cancelled);
}

void TestHosts::listsWithoutLinksAreReadToTheirEnd()
{
    HostContext host;
    // As Gitea's ListJobs before it wrote links: a page and how many there are in all.
    const auto serve = [&](int there, int total) {
        host.requests.clear();
        host.on("GET", u"/jobs"_s, [there, total](const sdk::HttpRequest &request) {
            const QUrlQuery query(request.url);
            const int page = std::max(1, query.queryItemValue(u"page"_s).toInt()), limit = query.queryItemValue(u"limit"_s).toInt();
            QJsonArray jobs;
            for (int i = (page - 1) * limit; i < std::min(there, page * limit); ++i)
                jobs.append(i);
            return HostContext::Reply { 200, QJsonDocument(QJsonObject { { u"total_count"_s, total }, { u"jobs"_s, jobs } }).toJson() };
        });
        const sdk::HostApi api(QUrl(u"https://git.example.org"_s), [](sdk::PullContext &, const QByteArray &) { return sdk::HostApi::Identity {}; });
        return api.list({ .route = u"/jobs"_s, .query = { { u"limit"_s, u"50"_s } } }, host, 500, u"jobs"_s).value();
    };
    const QJsonArray all = serve(120, 120);
    QCOMPARE(all.size(), 120);
    QCOMPARE(all.last().toInt(), 119);
    QCOMPARE(host.requests.size(), size_t(3));
    QCOMPARE(serve(50, 50).size(), 50);
    QCOMPARE(host.requests.size(), size_t(1));
    // A count that is not true ends with the pages.
    QCOMPARE(serve(70, 1'000'000).size(), 70);
    QCOMPARE(host.requests.size(), size_t(2));
}

// As CircleCI does it: https://circleci.com/docs/api/v2/ (next_page_token, page-token).
void TestHosts::listsThatNameATokenAreReadToTheirEnd()
{
    HostContext host;
    bool isEndless = false;
    host.on("GET", u"/items"_s, [&isEndless](const sdk::HttpRequest &request) {
        const QUrlQuery query(request.url);
        const QString token = query.queryItemValue(u"page-token"_s, QUrl::FullyDecoded);
        const bool isFirst = token.isEmpty();
        const QJsonValue next = isFirst || isEndless ? QJsonValue(u"AARLwwX/+7_ =&x"_s) : QJsonValue();
        const QJsonArray items { isFirst ? u"first"_s : token, query.queryItemValue(u"branch"_s) };
        return HostContext::Reply { 200, QJsonDocument(QJsonObject { { u"items"_s, items }, { u"next_page_token"_s, next } }).toJson() };
    });
    const sdk::HostApi api(QUrl(u"https://ci.example.org"_s), [](sdk::PullContext &, const QByteArray &) { return sdk::HostApi::Identity {}; });
    const sdk::HostAsk ask { .route = u"/items"_s, .query = { { u"branch"_s, u"main"_s } } };
    QCOMPARE(api.list(ask, host, 100, u"items"_s).value(), QJsonArray({ u"first"_s, u"main"_s, u"AARLwwX/+7_ =&x"_s, u"main"_s }));
    QCOMPARE(host.requests.size(), size_t(2));
    // Not further than what is wanted, nor round and round.
    host.requests.clear();
    QCOMPARE(api.list(ask, host, 2, u"items"_s)->size(), 2);
    QCOMPARE(host.requests.size(), size_t(1));
    isEndless = true;
    QCOMPARE(api.list(ask, host, 100, u"items"_s)->size(), 4);
}

void TestHosts::anHourOfAnIdleEstate_data()
{
    QTest::addColumn<int>("hosts");
    for (const int hosts : { 1, 2, 5 })
        QTest::addRow("one of %d hosts", hosts) << hosts;
}
void TestHosts::anHourOfAnIdleEstate()
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

void TestHosts::whatAPersonWantsIsAskedNow()
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

void TestHosts::manyOnScreenTakeTurns()
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

void TestHosts::aRoundIsTold()
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

void TestHosts::whatRunsIsAskedEachTime()
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

void TestHosts::whatIsListedNoMoreIsAskedForByItsId()
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

void TestHosts::whatIsListedNoMoreIsAskedForWithinBounds()
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
void TestHosts::whatWaitsForDaysIsAskedForSlowly()
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

void TestHosts::whatAnErrorHidIsAskedForAgain()
{
    QDateTime now = morning();
    ScriptedSource source;
    source.onScreen = u"p0"_s;
    sdk::ProjectBuildsFeed feed(source, [&now] { return now; });
    HostContext context;
    QVERIFY(context.pull(feed).has_value());
    QVERIFY(!source.since[u"p0"_s].isValid());
    const QDateTime answered = now;
    source.broken = u"p0"_s;
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

void TestHosts::whereSomethingHappenedIsAskedUntilItIsTold()
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
    source.broken = u"p9"_s;
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
    source.broken = u"p9"_s;
    QVERIFY(pull(301));
    source.activeOnes.clear();
    source.asked.clear();
    for (int i = 0; i < 20; ++i)
        QVERIFY(pull(1));
    QCOMPARE(source.asked.value(u"p9"_s), 2);
}

void TestHosts::aHintMeansProjectsByEitherName()
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

void TestHosts::aHostWithoutHintsIsSeldomAskedForOne()
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

void TestHosts::largestGroupsComeFirst()
{
    std::vector<sdk::HostedProject> projects;
    for (const QString &name : { u"acme/a"_s, u"beta/a"_s, u"acme/b"_s, u"/odd"_s, u"zoo/a"_s, u"alone/a"_s })
        projects.push_back({ name, {}, false, false });
    const auto owner = [](const QString &name) { return name.section(u'/', 0, 0); };
    QCOMPARE(sdk::largestGroups(projects, owner, 3), (QStringList { u"acme"_s, u"alone"_s, u"beta"_s }));
    QCOMPARE(sdk::largestGroups({}, owner, 3), QStringList());
}

void TestHosts::whatChangesSeldomIsAskedForOnceADay()
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
    source.broken = u"p0"_s;
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

void TestHosts::onlySoManyRunsAreKept()
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
void TestHosts::howARunEndedBeforeIsKept()
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

// Its message and its host are told, as of any pull that fails; and nothing is taken away.
void TestHosts::aHostThatRefusesAllIsARefusal()
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

void TestHosts::oneThatIsRefusedIsNoRefusalOfTheHost()
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
    // A screen that shows that one asks for it each time; others are looked at on credit, within what an hour may cost.
    source.onScreen = u"p3"_s;
    QVERIFY(host.pull(feed));
}

void TestHosts::rightsThatAreLostAreSoonSaid()
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

void TestHosts::rightsThatComeBackAreFound()
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

void TestHosts::timesThatAreNone()
{
    QVERIFY(!sdk::timeOf(u"1970-01-01T00:00:00Z"_s).isValid());
    QVERIFY(!sdk::timeOf(u"0001-01-01T00:00:00Z"_s).isValid());
    QVERIFY(!sdk::timeOf(QJsonValue()).isValid());
    QVERIFY(!sdk::timeOf(12).isValid());
    QCOMPARE(sdk::timeOf(u"2026-08-12T12:06:04.561+02:00"_s), QDateTime::fromString(u"2026-08-12T10:06:04.561Z"_s, Qt::ISODateWithMs));
    // Azure writes seven digits.
    QCOMPARE(sdk::timeOf(u"2026-08-12T10:06:04.5612345Z"_s).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s), u"2026-08-12 10:06:04.561"_s);
    QCOMPARE(sdk::webUrlOf(u"javascript:alert(1)"_s), QString());
    QCOMPARE(sdk::webUrlOf(u"https://me:x@evil.example/"_s), QString());
}

QTEST_GUILESS_MAIN(TestHosts)
#include "tst_hosts.moc"
