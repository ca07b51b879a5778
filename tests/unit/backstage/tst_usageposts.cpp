// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/backstageconnection.h"
#include "plugins/backstage/usageshare.h"
#include "tests/unit/backstage/fakeportal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace callboard;
using namespace callboard::backstage;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::UsageDeed;

/// The rules of adoption-insights-backend 1.0.2 for POST /events.
class TestUsagePosts final : public QObject {
    Q_OBJECT

    const QString user = u"user:default/guest"_s;
    const qint64 at = QDateTime(QDate(2026, 11, 21), QTime(22, 7, 4, 640), QTimeZone::UTC).toMSecsSinceEpoch();
    std::unique_ptr<FakePortal> portal;
    std::unique_ptr<FakeContext> context;
    std::unique_ptr<BackstageConnection> connection;
    QList<QByteArray> asked;
    QByteArray sent;
    int health = 200, status = 200;
    int catalog = 0; ///< What it answers; 0: what was asked for.

    static QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }
    QJsonObject value(const QString &deed, const QString &what, const QString &about) const
    {
        return { { u"at"_s, at }, { u"deed"_s, deed }, { u"what"_s, what }, { u"about"_s, about }, { u"hits"_s, -1 } };
    }
    sdk::Result<sdk::ActionAnswer> share(const QJsonArray &events, bool dryRun = false)
    {
        asked.clear();
        sent.clear();
        return connection->act({ shareUsageAction, {}, { { u"events"_s, events } }, dryRun }, *context);
    }
    QJsonArray one() const { return { value(u"openedEntity"_s, u"catalog"_s, u"component:default/x"_s) }; }
    void connectAs(const QByteArray &token)
    {
        portal->token = token;
        context->secrets = { { u"token"_s, QString::fromLatin1(token) } };
        connection = std::make_unique<BackstageConnection>(context->form);
    }

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void init()
    {
        health = status = 200;
        catalog = 0;
        portal = std::make_unique<FakePortal>();
        context = std::make_unique<FakeContext>(*portal);
        context->form = { { u"url"_s, u"https://portal.example.org"_s }, { u"signIn"_s, u"token"_s } };
        portal->before = [this](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            const bool isCatalog = request.url.path() == "/api/catalog/entities/by-refs"_L1;
            if (!isCatalog && !request.url.path().contains("insights"_L1))
                return std::nullopt;
            asked.append(request.method + ' ' + request.url.path().toLatin1());
            if (isCatalog)
                return catalog ? std::optional(FakePortal::Answer { catalog, {} }) : std::nullopt;
            if (request.method == "GET")
                return FakePortal::Answer { health, R"({"status":"ok"})" };
            sent = request.body;
            return FakePortal::Answer { status, R"({"success":true,"message":"Event received"})" };
        };
        connectAs(jwt(user, QDateTime::currentDateTimeUtc().addSecs(3600)));
    }

    /// As Backstage's own pages sent it.
    void isWhatThePagesSend()
    {
        const auto plain = [&](domain::UsageEvent event) {
            QJsonObject made = sharedEvent(event, user).value_or(QJsonObject());
            QJsonObject inner = made["context"_L1].toObject();
            if (inner.take("userId"_L1).toString() != "059572307fbb8223a7ab256ace3d831982d970cb46f9da62ee8b8de6706f4fd4"_L1)
                return QJsonObject();
            made.insert("context"_L1, inner);
            return made;
        };
        QCOMPARE(plain({ at, UsageDeed::OpenedEntity, u"catalog"_s, u"component:default/x"_s, {}, -1 }),
            object(R"({"action":"navigate","subject":"/catalog/default/component/x","attributes":{"namespace":"default","kind":"component","name":"x"},
                "context":{"pluginId":"catalog","extensionId":"page:catalog/entity","userName":"user:default/guest","timestamp":"2026-11-21T22:07:04.640Z"}})"));
        QCOMPARE(plain({ at, UsageDeed::OpenedDoc, u"guide/"_s, u"component:default/x"_s, {}, -1 }),
            object(R"({"action":"navigate","subject":"/docs/default/component/x/guide/","attributes":{"namespace":"default","kind":"component","name":"x"},
                "context":{"pluginId":"techdocs","extensionId":"page:techdocs/reader","userName":"user:default/guest","timestamp":"2026-11-21T22:07:04.640Z"}})"));
        QCOMPARE(plain({ at, UsageDeed::Searched, u"ledger"_s, {}, {}, 4 }),
            object(R"({"action":"search","subject":"ledger","value":4,"attributes":{},
                "context":{"pluginId":"search","extensionId":"page:search","userName":"user:default/guest","timestamp":"2026-11-21T22:07:04.640Z"}})"));
        const QJsonObject run = plain({ at, UsageDeed::RanTemplate, {}, u"template:default/go-service"_s, {}, -1 });
        QCOMPARE(run["action"_L1].toString(), u"click"_s);
        QCOMPARE(run["subject"_L1].toString(), u"Create"_s);
        QCOMPARE(run["context"_L1]["pluginId"_L1].toString(), u"scaffolder"_s);
        QCOMPARE(run["context"_L1]["entityRef"_L1].toString(), u"template:default/go-service"_s);
    }

    void whatThePagesDoNotKnowIsNotSent()
    {
        for (const UsageDeed deed : { UsageDeed::OpenedPane, UsageDeed::RanAction, UsageDeed::ActedOn })
            QVERIFY(!sharedEvent({ at, deed, u"builds"_s, u"component:default/x"_s, {}, -1 }, user));
        QVERIFY(!sharedEvent({ at, UsageDeed::OpenedEntity, {}, u"no ref"_s, {}, -1 }, user));
        QVERIFY(!sharedEvent({ at, UsageDeed::Searched, {}, {}, {}, 0 }, user));
        const auto answer = share({ value(u"openedPane"_s, u"builds"_s, {}), value(u"nothing known"_s, {}, u"component:default/x"_s), 7 });
        QVERIFY(answer);
        QVERIFY(asked.isEmpty());
    }

    void postsOneList()
    {
        const auto answer = share({ value(u"openedEntity"_s, u"catalog"_s, u"component:default/x"_s), value(u"openedPane"_s, u"builds"_s, {}),
            value(u"openedDoc"_s, u"a/"_s, u"component:default/y"_s) });
        QVERIFY(answer);
        QVERIFY(answer->details["taken"_L1].toBool());
        QCOMPARE(asked, (QList<QByteArray> { "POST /api/catalog/entities/by-refs", "GET /api/adoption-insights/health", "POST /api/adoption-insights/events" }));
        const QJsonArray events = QJsonDocument::fromJson(sent).array();
        QCOMPARE(events.size(), 2);
        for (const QJsonValue event : events) {
            QCOMPARE(event["context"_L1]["userName"_L1].toString(), user);
            QCOMPARE(event["context"_L1]["userId"_L1].toString().size(), 64);
        }
    }

    /// As pages do, for which the backend counts each way of writing a name apart.
    void namesAreWrittenAsInTheCatalog()
    {
        portal->put(u"Component"_s, u"Ledger-UI"_s);
        const QJsonArray both { value(u"openedEntity"_s, u"catalog"_s, u"component:default/ledger-ui"_s), value(u"openedDoc"_s, u"a/"_s, u"component:default/gone"_s),
            value(u"searched"_s, u"ledger"_s, {}) };
        const auto names = [&] {
            QStringList told;
            for (const QJsonValue event : QJsonDocument::fromJson(sent).array())
                told.append(event["attributes"_L1]["name"_L1].toString() + u' ' + event["subject"_L1].toString());
            return told;
        };
        QVERIFY(share(both));
        QCOMPARE(names(), (QStringList { u"Ledger-UI /catalog/default/component/Ledger-UI"_s, u"gone /docs/default/component/gone/a/"_s, u" ledger"_s }));
        // A catalog of long ago has no such route.
        catalog = 404;
        QVERIFY(share(both));
        QCOMPARE(names().first(), u"ledger-ui /catalog/default/component/ledger-ui"_s);
    }

    void showsWhatWouldGoAndSendsNothing()
    {
        portal->put(u"Component"_s, u"X"_s);
        const auto answer = share(one(), true);
        QVERIFY(answer);
        // With the catalog's names, as it would go.
        QCOMPARE(answer->details["events"_L1][0]["subject"_L1].toString(), u"/catalog/default/component/X"_s);
        QCOMPARE(asked, (QList<QByteArray> { "POST /api/catalog/entities/by-refs" }));
        const QJsonArray would = answer->details["events"_L1].toArray();
        QVERIFY(share(one()));
        QCOMPARE(QJsonDocument::fromJson(sent).array(), would);
        // To be told where it would go, and as whom, nothing need be done yet.
        const auto terms = share({}, true);
        QVERIFY(terms);
        QCOMPARE(terms->details["user"_L1].toString(), user);
        QCOMPARE(terms->details["address"_L1].toString(), u"https://portal.example.org"_s);
        QVERIFY(asked.isEmpty());
    }

    /// What was agreed for one person and one portal goes for no other.
    void goesOnlyWhereItWasAgreed()
    {
        const auto shareAs = [&](const QString &who, const QString &where) {
            asked.clear();
            return connection->act({ shareUsageAction, {}, { { u"events"_s, one() }, { u"user"_s, who }, { u"address"_s, where } }, false }, *context);
        };
        QVERIFY(shareAs(user, u"https://portal.example.org"_s));
        for (const auto &[who, where] : { std::pair { u"user:default/ben"_s, u"https://portal.example.org"_s }, std::pair { user, u"https://other.example.org"_s } }) {
            const auto answer = shareAs(who, where);
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, ErrorCode::Conflict);
            QVERIFY(asked.isEmpty());
        }
    }

    /// What was agreed for one that counts goes to no other either.
    void goesToTheEndpointThatIsNamed()
    {
        context->form.insert(u"analytics"_s, u"our-insights"_s);
        connection = std::make_unique<BackstageConnection>(context->form);
        QVERIFY(share(one()));
        QCOMPARE(asked, (QList<QByteArray> { "POST /api/catalog/entities/by-refs", "GET /api/our-insights/health", "POST /api/our-insights/events" }));
        const auto terms = share({}, true);
        QCOMPARE(terms->details["address"_L1].toString(), u"https://portal.example.org/api/our-insights"_s);
        const QJsonObject agreed { { u"events"_s, one() }, { u"user"_s, user }, { u"address"_s, u"https://portal.example.org"_s } };
        asked.clear();
        QCOMPARE(connection->act({ shareUsageAction, {}, agreed, false }, *context).error().code, ErrorCode::Conflict);
        context->form.insert(u"analytics"_s, u"../catalog"_s);
        connection = std::make_unique<BackstageConnection>(context->form);
        QCOMPARE(connection->act({ shareUsageAction, {}, agreed, false }, *context).error().code, ErrorCode::Invalid);
        QVERIFY(asked.isEmpty());
    }

    void aServiceSharesNothing()
    {
        connectAs("secret-token");
        const auto answer = share(one());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unsupported);
        QVERIFY(asked.isEmpty());
    }

    void whatIsDownOrAbsentIsNotPostedTo()
    {
        for (const int bad : { 401, 403, 404, 500, 503 }) {
            health = bad;
            QVERIFY(!share(one()));
            QVERIFY(!asked.contains("POST /api/adoption-insights/events"));
        }
    }

    void saysWhetherItWasTaken_data()
    {
        QTest::addColumn<int>("answered");
        QTest::addColumn<bool>("waits");
        QTest::newRow("forbidden") << 403 << true;
        QTest::newRow("unauthorised") << 401 << true;
        QTest::newRow("not there") << 404 << true;
        QTest::newRow("too large") << 413 << true;
        QTest::newRow("too many") << 429 << true;
        // Those before the first that it does not like are taken.
        QTest::newRow("partly taken") << 400 << false;
        QTest::newRow("broken") << 500 << false;
        QTest::newRow("a gateway's") << 502 << false;
        QTest::newRow("a gateway's patience") << 504 << false;
    }
    void saysWhetherItWasTaken()
    {
        QFETCH(const int, answered);
        QFETCH(const bool, waits);
        status = answered;
        const auto answer = share(one());
        QCOMPARE(!answer.has_value(), waits);
        QCOMPARE(asked.count("POST /api/adoption-insights/events"), 1);
        if (answer)
            QVERIFY(answer->details.contains("taken"_L1) && !answer->details["taken"_L1].toBool());
        else
            QCOMPARE(answer.error().httpStatus, answered);
    }

    void whatIsTooLargeIsNotSent()
    {
        QJsonArray many;
        for (int i = 0; i < 100; ++i)
            many.append(value(u"openedDoc"_s, QString(1000, u'x'), u"component:default/x"_s));
        const auto answer = share(many);
        QVERIFY(!answer);
        QCOMPARE(answer.error().httpStatus, 413);
        QVERIFY(asked.isEmpty());
        many.append(one().first());
        QCOMPARE(share(many).error().code, ErrorCode::Invalid);
    }
};

QTEST_GUILESS_MAIN(TestUsagePosts)
#include "tst_usageposts.moc"
