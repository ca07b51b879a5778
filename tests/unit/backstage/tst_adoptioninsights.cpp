// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/backstageconnection.h"
#include "plugins/backstage/usagefeed.h"
#include "tests/unit/backstage/fakeportal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>

using namespace callboard;
using namespace callboard::backstage;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::UsageStep;
using domain::UsageTable;

/// The shapes of adoption-insights-backend 1.0.2 over PostgreSQL and SQLite.
class TestAdoptionInsights final : public QObject {
    Q_OBJECT

    static UsageAsk ask(const QString &measure, UsageStep step = UsageStep::Day)
    {
        return { u"any"_s, { measure, QDate(2025, 11, 22), QDate(2026, 11, 21), step, {} } };
    }
    static std::vector<UsageTable::Row> rows(const UsageAsk &asked, const QByteArray &body)
    {
        const auto read = readUsage(asked, body);
        return read ? read->rows : std::vector<UsageTable::Row> { { {}, u"failed"_s, read.error().detail, 0, 0, 0, {} } };
    }

    std::unique_ptr<FakePortal> portal;
    std::unique_ptr<FakeContext> context;
    std::unique_ptr<BackstageConnection> connection;
    std::unique_ptr<sdk::Feed> feed;
    QStringList asked;
    QString endpoint;
    int status = 200;
    QByteArray body = R"({"data":[]})";

    void connectWith(const QString &analytics)
    {
        context->form.insert(u"analytics"_s, analytics);
        connection = std::make_unique<BackstageConnection>(context->form);
        feed = connection->feed(u"usage"_s);
    }

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void init()
    {
        asked.clear();
        endpoint = u"/api/adoption-insights/events"_s;
        status = 200;
        body = R"({"data":[]})";
        portal = std::make_unique<FakePortal>();
        portal->token = jwt(u"user:default/mira.k"_s, QDateTime::currentDateTimeUtc().addSecs(3600));
        context = std::make_unique<FakeContext>(*portal);
        context->form = { { u"url"_s, u"https://portal.example.org"_s }, { u"signIn"_s, u"token"_s } };
        context->secrets = { { u"token"_s, QString::fromLatin1(portal->token) } };
        portal->before = [this](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (request.url.path() != endpoint)
                return std::nullopt;
            asked.append(QString::fromLatin1(request.method) + u' ' + request.url.query());
            return FakePortal::Answer { status, body };
        };
        connection = std::make_unique<BackstageConnection>(context->form);
        feed = connection->feed(u"usage"_s);
        QVERIFY(feed);
    }

    void readsActivePeople()
    {
        const QByteArray daily = R"({"grouping":"monthly","data":[{"date":"2026-11-20","total_users":6,"new_users":"1","returning_users":5},
            {"date":"2026-11-19","total_users":"4","new_users":4,"returning_users":0}]})";
        QCOMPARE(rows(ask(u"activePeople"_s), daily),
            (std::vector<UsageTable::Row> { { QDate(2026, 11, 19), {}, {}, 4, 4, 0, {} }, { QDate(2026, 11, 20), {}, {}, 6, 1, 5, {} } }));
        // PostgreSQL's weeks, with an offset without minutes, and SQLite's.
        const QByteArray weekly = R"({"data":[{"date":"2026-10-26T00:00:00+00","total_users":3,"new_users":0,"returning_users":3},
            {"date":"2026-11-16","total_users":2,"new_users":2,"returning_users":0}]})";
        QCOMPARE(rows(ask(u"activePeople"_s, UsageStep::Week), weekly),
            (std::vector<UsageTable::Row> { { QDate(2026, 10, 26), {}, {}, 3, 0, 3, {} }, { QDate(2026, 11, 16), {}, {}, 2, 2, 0, {} } }));
        // Of databases to the west and to the east of UTC.
        const QByteArray zones = R"({"data":[{"date":"2026-10-25T20:00:00-04","total_users":3,"new_users":0,"returning_users":3},
            {"date":"2026-11-01T19:00:00-05","total_users":4,"new_users":0,"returning_users":4},
            {"date":"2026-11-09T05:45:00+05:45","total_users":2,"new_users":2,"returning_users":0}]})";
        QCOMPARE(rows(ask(u"activePeople"_s, UsageStep::Week), zones),
            (std::vector<UsageTable::Row> { { QDate(2026, 10, 26), {}, {}, 3, 0, 3, {} }, { QDate(2026, 11, 2), {}, {}, 4, 0, 4, {} }, { QDate(2026, 11, 9), {}, {}, 2, 2, 0, {} } }));
        const QByteArray monthly = R"({"data":[{"date":"2026-10-31T00:00:00+00","total_users":9},{"date":"2026-11-21T00:00:00+00","total_users":8}]})";
        QCOMPARE(rows(ask(u"activePeople"_s, UsageStep::Month), monthly),
            (std::vector<UsageTable::Row> { { QDate(2026, 10, 1), {}, {}, 9, 0, 0, {} }, { QDate(2026, 11, 1), {}, {}, 8, 0, 0, {} } }));
        // SQLite answers months by days.
        const QByteArray broken = R"({"data":[{"date":"2026-11-20","total_users":9},{"date":"2026-11-21","total_users":8}]})";
        QCOMPARE(rows(ask(u"activePeople"_s, UsageStep::Month), broken), std::vector<UsageTable::Row>());
    }

    void readsRankings()
    {
        const QDateTime last(QDate(2026, 11, 21), QTime(14, 19), QTimeZone::UTC);
        QCOMPARE(rows(ask(u"plugins"_s), R"({"data":[{"plugin_id":"catalog","visit_count":33,"trend":[],"trend_percentage":"1550.00"},{"plugin_id":"","visit_count":3}]})"),
            (std::vector<UsageTable::Row> { { {}, u"catalog"_s, {}, 33, 0, 0, {} } }));
        QCOMPARE(rows(ask(u"templates"_s), R"({"data":[{"entityref":"template:Default/Go-Service","count":2,"last_used":"2026-11-21T14:19:00.000Z"},{"entityref":"","count":2}]})"),
            (std::vector<UsageTable::Row> { { {}, u"template:default/go-service"_s, {}, 2, 0, 0, last } }));
        QCOMPARE(rows(ask(u"docs"_s), R"({"data":[{"count":5,"last_used":"2026-11-21T14:19:00.000Z","kind":"component","name":"ledger","namespace":"default","site_name":"The ledger"},
            {"count":9,"kind":"","name":"","namespace":"","site_name":""}]})"),
            (std::vector<UsageTable::Row> { { {}, u"component:default/ledger"_s, u"The ledger"_s, 5, 0, 0, last } }));
        QCOMPARE(rows(ask(u"people"_s), R"({"data":[{"logged_in_users":6,"licensed_users":250}]})"),
            (std::vector<UsageTable::Row> { { {}, {}, {}, 6, 250, 0, {} } }));
    }

    /// Each way of writing it is counted apart.
    void oneEntityIsOneRow()
    {
        const QDateTime first(QDate(2026, 11, 20), QTime(8, 0), QTimeZone::UTC), second(QDate(2026, 11, 21), QTime(14, 19), QTimeZone::UTC);
        QCOMPARE(rows(ask(u"entities"_s), R"({"data":[
            {"plugin_id":"catalog","kind":"component","name":"harbour","namespace":"default","last_used":"2026-11-20T08:00:00.000Z","count":6},
            {"plugin_id":"catalog","kind":"component","name":"Ledger-UI","namespace":"default","last_used":"2026-11-20T08:00:00.000Z","count":5},
            {"plugin_id":"catalog","kind":"component","name":"ledger-ui","namespace":"Default","last_used":"2026-11-21T14:19:00.000Z","count":4}]})"),
            (std::vector<UsageTable::Row> { { {}, u"component:default/ledger-ui"_s, {}, 9, 0, 0, second }, { {}, u"component:default/harbour"_s, {}, 6, 0, 0, first } }));
    }

    void newPeopleOfMonthsAreThoseOfTheirDays()
    {
        const UsageTable days { u"activePeople"_s, {}, {}, UsageStep::Day,
            { { QDate(2026, 10, 3), {}, {}, 3, 2, 1, {} }, { QDate(2026, 10, 31), {}, {}, 4, 1, 3, {} }, { QDate(2026, 11, 1), {}, {}, 4, 0, 4, {} } } };
        UsageTable months { u"activePeople"_s, {}, {}, UsageStep::Month,
            { { QDate(2026, 9, 1), {}, {}, 2, 1, 1, {} }, { QDate(2026, 10, 1), {}, {}, 5, 1, 4, {} }, { QDate(2026, 11, 1), {}, {}, 4, 4, 0, {} } } };
        countNewByDays(months, days);
        QCOMPARE(months.rows, (std::vector<UsageTable::Row> { { QDate(2026, 9, 1), {}, {}, 2, 0, 2, {} }, { QDate(2026, 10, 1), {}, {}, 5, 3, 2, {} },
            { QDate(2026, 11, 1), {}, {}, 4, 0, 4, {} } }));
    }

    void hostileAnswersAreHarmless_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isTable");
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("html") << QByteArray("<!doctype html><title>Portal</title>") << false;
        QTest::newRow("no list") << QByteArray(R"({"data":{"a":1}})") << false;
        QTest::newRow("list of anything") << QByteArray(R"({"data":[1,null,"x",[],{},{"date":7,"count":{}},{"plugin_id":["x"],"visit_count":1}]})") << true;
        QTest::newRow("numbers") << QByteArray(R"({"data":[{"plugin_id":"a","visit_count":-1},{"plugin_id":"b","visit_count":1e300},{"plugin_id":"c","visit_count":"NaN"},{"plugin_id":"d","visit_count":"0x10"}]})") << true;
        QTest::newRow("deep") << QByteArray(R"({"data":)") + QByteArray(100'000, '[') << false;
        QTest::newRow("many") << QByteArray(R"({"data":[)") + QByteArray(R"({"plugin_id":"a","visit_count":1},)").repeated(3000) + "{}]}" << false;
    }
    void hostileAnswersAreHarmless()
    {
        QFETCH(const QByteArray, body);
        for (const QString &measure : { u"plugins"_s, u"activePeople"_s, u"people"_s, u"docs"_s, u"templates"_s, u"searches"_s }) {
            const auto read = readUsage(ask(measure), body);
            QTEST(read.has_value(), "isTable");
            if (read)
                QVERIFY(read->rows.empty());
            else
                QCOMPARE(read.error().code, domain::ErrorCode::BadResponse);
        }
        const auto cut = readUsage(ask(u"plugins"_s), R"({"data":[{"plugin_id":")" + QByteArray(50'000, 'x') + R"(","visit_count":1}]})");
        QCOMPARE(cut->rows.at(0).subject.size(), 300);
    }

    void asksOneAfterTheOther()
    {
        QVERIFY(context->pull(*feed));
        QCOMPARE(asked.size(), 24);
        QCOMPARE(context->records.size(), 24); // Each under a key of its own.
        const QDate today = QDateTime::currentDateTimeUtc().date();
        for (const QString &line : std::as_const(asked)) {
            QVERIFY(line.startsWith("GET "_L1));
            const QUrlQuery query(line.sliced(4));
            QCOMPARE(query.queryItemValue(u"timezone"_s), u"UTC"_s);
            const QDate from = QDate::fromString(query.queryItemValue(u"start_date"_s), Qt::ISODate), to = QDate::fromString(query.queryItemValue(u"end_date"_s), Qt::ISODate);
            QVERIFY(from.isValid() && from < to && to >= today.addDays(-1));
        }
    }

    /// A time that somebody chose is asked about too, and before the rest: they wait for it.
    void asksAboutAChosenTime()
    {
        context->times = { { QDate(2026, 3, 2), QDate(2026, 3, 29) } };
        QVERIFY(context->pull(*feed));
        QCOMPARE(asked.size(), 24 + 9);
        QCOMPARE(context->records.size(), 24 + 9);
        for (int at = 0; at < 9; ++at) {
            const QUrlQuery query(asked[at].sliced(4));
            QCOMPARE(query.queryItemValue(u"start_date"_s), u"2026-03-02"_s);
            QCOMPARE(query.queryItemValue(u"end_date"_s), u"2026-03-29"_s);
        }
        const domain::Record record = context->records.value(u"people/2026-03-02/2026-03-29/day"_s);
        QCOMPARE(record.type, QString(domain::recordtype::usageTable));
        const UsageTable table = UsageTable::fromRecord(record);
        QVERIFY(table.chosen && table.from == QDate(2026, 3, 2) && table.to == QDate(2026, 3, 29));
        QVERIFY(context->records.contains(u"people/28/day"_s)); // As long, and another one.
        // What is not asked about any more goes.
        context->times.clear();
        QVERIFY(context->pull(*feed));
        QCOMPARE(context->records.size(), 24);
    }

    void aTimeThatIsNoneAsksNothing()
    {
        const QDate day(2026, 3, 2);
        context->times = { { day, day.addDays(-1) }, { QDate(), day }, { QDate(1, 1, 1), QDate(9999, 1, 1) } };
        QVERIFY(context->pull(*feed));
        QCOMPARE(asked.size(), 24);
    }

    /// Whatever is wrong with it, the rest is counted.
    void aTimeThatIsRefusedStopsNothing()
    {
        context->times = { { QDate(2026, 3, 2), QDate(2026, 3, 29) } };
        portal->before = [this](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (request.url.path() != endpoint)
                return std::nullopt;
            return FakePortal::Answer { request.url.query().contains(u"2026-03-02"_s) ? 400 : 200, body };
        };
        QVERIFY(context->pull(*feed));
        QCOMPARE(context->records.size(), 24);
    }

    void monthsOfTheBackendAreCountedAnew()
    {
        body = R"({"data":[{"date":"2026-11-20","total_users":6,"new_users":2,"returning_users":4}]})";
        QVERIFY(context->pull(*feed));
        const auto found = std::ranges::find_if(context->records, [](const domain::Record &record) { return record.key == "activePeople/365/month"_L1; });
        QVERIFY(found != context->records.end());
        QCOMPARE(UsageTable::fromRecord(*found).rows, (std::vector<UsageTable::Row> { { QDate(2026, 11, 1), {}, {}, 6, 2, 4, {} } }));
    }

    void aPortalWithoutItBringsNothing()
    {
        status = 404;
        QVERIFY(context->pull(*feed));
        QCOMPARE(asked.size(), 1);
        QVERIFY(context->records.isEmpty());
        status = 403;
        QVERIFY(context->pull(*feed));
        QCOMPARE(asked.size(), 2);
    }

    void anotherEndpointOfThatShape()
    {
        QVERIFY(context->pull(*feed));
        connectWith(u" usage-insights2 "_s);
        endpoint = u"/api/usage-insights2/events"_s;
        asked.clear();
        QVERIFY(context->pull(*feed));
        QCOMPARE(asked.size(), 24);
        QCOMPARE(context->records.size(), 24);
        // What it counted stays when it refuses; another that never told anything brings nothing.
        status = 404;
        QVERIFY(!context->pull(*feed));
        QCOMPARE(context->records.size(), 24);
        connectWith(u"others"_s);
        endpoint = u"/api/others/events"_s;
        QVERIFY(context->pull(*feed));
        QVERIFY(context->records.isEmpty());
        for (const QString &empty : { QString(), u"  "_s }) {
            connectWith(empty);
            endpoint = u"/api/adoption-insights/events"_s;
            asked.clear();
            QVERIFY(context->pull(*feed));
            QCOMPARE(asked.size(), 1);
        }
    }

    void anEndpointIsThePluginsIdAlone()
    {
        for (const QString &wrong : { u"../catalog"_s, u"a/b"_s, u"https://other.example.org"_s, u"Insights"_s, u"a--b"_s, u"a?b"_s, u"-a"_s, u"a\nb"_s, QString(65, u'a') }) {
            connectWith(wrong);
            const auto pulled = context->pull(*feed);
            QVERIFY2(!pulled, qPrintable(wrong));
            QCOMPARE(pulled.error().code, domain::ErrorCode::Invalid);
            QCOMPARE(connection->probe(*context).error().code, domain::ErrorCode::Invalid);
        }
        QVERIFY(asked.isEmpty());
    }

    void whatWasCountedStaysWhenItIsRefused()
    {
        QVERIFY(context->pull(*feed));
        status = 403;
        const auto refused = context->pull(*feed);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, domain::ErrorCode::Forbidden);
        QCOMPARE(context->records.size(), 24);
        status = 500;
        QVERIFY(!context->pull(*feed));
    }
};

QTEST_GUILESS_MAIN(TestAdoptionInsights)
#include "tst_adoptioninsights.moc"
