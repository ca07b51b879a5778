// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/actions.h"
#include "plugins/backstage/backstageconnection.h"
#include "plugins/backstage/notificationsfeed.h"
#include "plugins/backstage/starredfeed.h"
#include "tests/unit/backstage/fakeportal.h"
#include "tests/unit/backstage/recorded.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace callboard;
using namespace callboard::backstage;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

/// What is a person's at a portal: stars, notices, and what may be done there; recorded answers of a real one are the reference.
class TestPortalPerson final : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePortal> portal;
    std::unique_ptr<FakeContext> context;
    std::unique_ptr<BackstageConnection> connection;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        portal = std::make_unique<FakePortal>();
        context = std::make_unique<FakeContext>(*portal);
        context->form = { { u"url"_s, u"http://portal.example.org"_s } };
        connection = std::make_unique<BackstageConnection>(context->form);
    }

    // Backends are restarted and proxies are set up wrongly: who is thrown out at once comes back later and later, and no pull of the list with it.
    void aSocketThatIsDroppedIsNotOpenedAtOnce()
    {
        class Dropped final : public sdk::WebSocket {
            sdk::Result<void> send(const QByteArray &) override { return {}; }
            sdk::Result<std::optional<QByteArray>> receive(std::chrono::milliseconds) override { return domain::fail(ErrorCode::Offline, u"dropped"_s); }
        };
        portal->token = jwt(u"user:default/mira"_s, QDateTime::currentDateTimeUtc().addSecs(3600));
        context->secrets[u"token"_s] = QString::fromLatin1(portal->token);
        QList<bool> listened; // While it was opened.
        context->makeSocket = [&] {
            listened.append(context->listens);
            return std::make_unique<Dropped>();
        };
        const auto notices = connection->feed(u"notifications"_s);
        QElapsedTimer timer;
        QVERIFY(notices->waitForChange(*context));
        QVERIFY(context->listens);
        timer.start();
        QVERIFY(notices->waitForChange(*context));
        QVERIFY(timer.restart() >= 500);
        QVERIFY(notices->waitForChange(*context));
        QVERIFY(timer.restart() >= 1000);
        QCOMPARE(listened, QList<bool>(3, false)); // Nobody says that a portal would tell while there is no socket.
        QVERIFY(context->listens);
        context->requestStop();
        const auto stopped = notices->waitForChange(*context);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < 1900); // The rest would be two seconds or more.
    }

    void starsGoBothWays()
    {
        portal->token = jwt(u"user:default/mira"_s, QDateTime::currentDateTimeUtc().addSecs(3600));
        context->secrets[u"token"_s] = QString::fromLatin1(portal->token);
        QByteArray stored;
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (request.url.path() != "/api/user-settings/buckets/starredEntities/keys/entityRefs"_L1)
                return std::nullopt;
            if (request.method == "PUT")
                stored = request.body;
            return stored.isEmpty() ? FakePortal::Answer { 404, recorded(u"user-settings-404"_s) } : FakePortal::Answer { 200, stored };
        };
        const auto starred = connection->feed(u"starred"_s);
        QVERIFY(context->pull(*starred));
        QVERIFY(context->records.isEmpty());
        const auto put = connection->act({ u"star"_s, u"Component:default/Payments-Docs"_s, {}, false }, *context);
        QVERIFY(put);
        QCOMPARE(put->touchedFeeds, QStringList { u"starred"_s });
        // The body that the web page itself sends.
        QCOMPARE(QJsonDocument::fromJson(stored)["value"_L1], QJsonDocument::fromJson(recorded(u"starred-put"_s))["value"_L1]);
        QVERIFY(context->pull(*starred));
        QCOMPARE(context->records.keys(), QStringList { u"component:default/payments-docs"_s });
        QVERIFY(put->undo);
        QVERIFY(connection->act(*put->undo, *context));
        QVERIFY(context->pull(*starred));
        QVERIFY(context->records.isEmpty());
    }

    // "No" is no list of none, and a page of some proxy is none either: a pull that completed so would take all stars away,
    // and a star that was added to nothing would replace them.
    void whatIsNoListOfStarsErasesNone_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("sign-in page") << 200 << QByteArray("<html>Sign in</html>");
        QTest::newRow("no value") << 200 << QByteArray("{}");
        QTest::newRow("a text") << 200 << QByteArray(R"({"value":"component:default/a"})");
        QTest::newRow("null") << 200 << QByteArray(R"({"value":null})");
        QTest::newRow("no route") << 404 << QByteArray();
        QTest::newRow("not allowed any more") << 403 << recorded(u"static-user-settings"_s);
    }
    void whatIsNoListOfStarsErasesNone()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        portal->token = jwt(u"user:default/mira"_s, QDateTime::currentDateTimeUtc().addSecs(3600));
        context->secrets[u"token"_s] = QString::fromLatin1(portal->token);
        bool isOdd = false;
        QByteArray stored = R"({"value":["component:default/a",{"odd":true},"Component:default/B"]})";
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (request.url.path() != "/api/user-settings/buckets/starredEntities/keys/entityRefs"_L1)
                return std::nullopt;
            if (request.method == "PUT")
                stored = request.body;
            return isOdd ? FakePortal::Answer { status, body } : FakePortal::Answer { 200, stored };
        };
        const auto starred = connection->feed(u"starred"_s);
        QVERIFY(context->pull(*starred));
        QCOMPARE(context->records.keys(), (QStringList { u"component:default/a"_s, u"component:default/b"_s }));
        isOdd = true;
        const QByteArray before = stored;
        QVERIFY(!context->pull(*starred));
        QVERIFY(!connection->act({ u"star"_s, u"component:default/c"_s, {}, false }, *context));
        QCOMPARE(stored, before);
        isOdd = false;
        QVERIFY(connection->act({ u"unstar"_s, u"component:default/b"_s, {}, false }, *context));
        // What we do not understand is not ours to take away.
        QCOMPARE(QJsonDocument::fromJson(stored)["value"_L1], QJsonValue(QJsonArray { u"component:default/a"_s, QJsonObject { { u"odd"_s, true } } }));
    }

    void servicesHaveNoStarsAndThatIsNoError()
    {
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (request.url.path().startsWith("/api/catalog"_L1))
                return std::nullopt;
            return FakePortal::Answer { 403, recorded(u"static-user-settings"_s) };
        };
        QVERIFY(context->pull(*connection->feed(u"starred"_s)));
        QVERIFY(context->pull(*connection->feed(u"notifications"_s)));
        const auto may = connection->mayAct({ u"star"_s, u"component:default/x"_s, {}, false }, *context);
        QVERIFY(may);
        QVERIFY(!may->allowed);
        QVERIFY(!may->reason.isEmpty());
        const auto report = connection->probe(*context);
        QVERIFY(report);
        QCOMPARE(report->missing.size(), 1);
    }

    void noticesAreRead()
    {
        const auto records = readNotices(recorded(u"notifications-list2"_s));
        QVERIFY(records);
        QCOMPARE(records->size(), 3);
        const auto notice = domain::Notice::fromRecord(records->at(1));
        QCOMPARE(notice.title, u"From static token"_s);
        QCOMPARE(notice.severity, u"high"_s);
        QCOMPARE(notice.topic, u"deploys"_s);
        QCOMPARE(notice.createdAt, QDateTime::fromString(u"2026-11-21T20:48:04.178Z"_s, Qt::ISODateWithMs));
        QVERIFY(!notice.toEverybody);
        QVERIFY(domain::Notice::fromRecord(records->at(0)).toEverybody);
        QCOMPARE(domain::Notice::fromRecord(notice.toRecord()), notice);
        QVERIFY(!readNotices("no JSON"));
        // Some databases tell milliseconds; what is no time is none.
        const auto createdAt = [](const QByteArray &number) {
            const auto read = readNotices(R"([{"id":"a","payload":{"title":"t"},"created":)" + number + "}]");
            return domain::Notice::fromRecord(read->at(0)).createdAt;
        };
        QCOMPARE(createdAt("1795294084178"), notice.createdAt);
        for (const char *number : { "1e300", "-1e300", "253402300800000", "-1" })
            QVERIFY2(!createdAt(number).isValid(), number);
        QVERIFY(tellsOfNotifications("{\"channel\":\"notifications\",\"message\":{\"action\":\"new_notification\",\"notification_id\":\"x\"}}"));
        QVERIFY(!tellsOfNotifications("{\"channel\":\"other\"}"));
        QVERIFY(!tellsOfNotifications("\xff"));
    }

    // The bodies that were recorded of a real portal: peer data of notifications-mark-read and -mark-saved.
    void noticesAreMarkedAtThePortal_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("read") << u"markRead"_s << QByteArray(R"({"ids":["83a0"],"read":true})");
        QTest::newRow("unread") << u"markUnread"_s << QByteArray(R"({"ids":["83a0"],"read":false})");
        QTest::newRow("save") << u"save"_s << QByteArray(R"({"ids":["83a0"],"saved":true})");
        QTest::newRow("unsave") << u"unsave"_s << QByteArray(R"({"ids":["83a0"],"saved":false})");
    }
    void noticesAreMarkedAtThePortal()
    {
        QFETCH(QString, action);
        QFETCH(QByteArray, body);
        QByteArray sent;
        bool isOld = false;
        int status = 200;
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            const QString path = request.url.path();
            if (!path.startsWith("/api/notifications"_L1))
                return std::nullopt;
            if (path != (isOld ? "/api/notifications/update"_L1 : "/api/notifications/notifications/update"_L1) || request.method != "POST")
                return FakePortal::Answer { 404, {} };
            sent = request.body;
            return FakePortal::Answer { status, "[]" };
        };
        sdk::ActionRequest request;
        request.actionId = action;
        request.record.type = u"Notice"_s;
        request.record.key = u"83a0"_s;
        for (const bool old : { false, true }) {
            isOld = old;
            sent.clear();
            const auto answer = connection->act(request, *context);
            QVERIFY(answer);
            QCOMPARE(QJsonDocument::fromJson(sent), QJsonDocument::fromJson(body));
            QCOMPARE(answer->touchedFeeds, QStringList { u"notifications"_s });
        }
        request.values = { { u"ids"_s, QJsonArray { u"a"_s, u"b"_s } } };
        QVERIFY(connection->act(request, *context));
        QCOMPARE(QJsonDocument::fromJson(sent)["ids"_L1].toArray(), (QJsonArray { u"a"_s, u"b"_s }));
        request.values = { { u"ids"_s, QJsonArray { u"a"_s, QJsonValue() } } };
        QCOMPARE(connection->act(request, *context).error().code, ErrorCode::Invalid);
        request.values = {};
        status = 500;
        QVERIFY(!connection->act(request, *context));
    }

    void aLocationIsShownRegisteredAndTakenBack()
    {
        QByteArrayList seen;
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (!request.url.path().startsWith("/api/catalog/locations"_L1))
                return std::nullopt;
            seen.append(request.method + ' ' + request.url.path().toLatin1() + ' ' + request.body);
            if (request.method == "DELETE")
                return FakePortal::Answer { 204, {} };
            if (QUrlQuery(request.url).queryItemValue(u"dryRun"_s) == "true"_L1)
                return FakePortal::Answer { 201, recorded(u"catalog-location-dryrun"_s) };
            return FakePortal::Answer { 201, recorded(u"catalog-location-register"_s) };
        };
        const QJsonObject values { { u"url"_s, u"http://localhost:7999/catalog-info.yaml"_s } };
        const auto shown = connection->act({ u"register"_s, {}, values, true }, *context);
        QVERIFY(shown);
        QVERIFY(shown->details["entities"_L1].toArray().size() >= 2);
        QVERIFY(!shown->undo);
        const auto done = connection->act({ u"register"_s, {}, values, false }, *context);
        QVERIFY(done);
        QVERIFY(done->undo);
        QVERIFY(connection->act(*done->undo, *context));
        QVERIFY(seen.last().startsWith("DELETE /api/catalog/locations/5e490ff9-5466-4a40-b428-2c7f7dd1c00e"));
        const auto wrong = connection->act({ u"register"_s, {}, { { u"url"_s, u"file:///etc/passwd"_s } }, false }, *context);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::Invalid);
    }

    void whatThePolicyDeniesIsSaid()
    {
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (request.url.path() != "/api/permission/authorize"_L1)
                return std::nullopt;
            const bool isRefresh = request.body.contains("catalog.entity.refresh");
            return FakePortal::Answer { 200, isRefresh ? "{\"items\":[{\"id\":\"1\",\"result\":\"ALLOW\"}]}" : "{\"items\":[{\"id\":\"1\",\"result\":\"DENY\"}]}" };
        };
        QVERIFY(connection->mayAct({ u"refresh"_s, u"component:default/x"_s, {}, false }, *context)->allowed);
        const auto denied = connection->mayAct({ u"register"_s, {}, {}, false }, *context);
        QVERIFY(!denied->allowed);
        QVERIFY(!denied->reason.isEmpty());
        portal->before = nullptr; // No permission plugin.
        QVERIFY(connection->mayAct({ u"register"_s, {}, {}, false }, *context)->allowed);
    }
};

QTEST_APPLESS_MAIN(TestPortalPerson)
#include "tst_portalperson.moc"
