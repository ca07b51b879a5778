// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/backstageconnection.h"
#include "plugins/backstage/notificationsfeed.h"
#include "tests/unit/backstage/fakeportal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace callboard;
using namespace callboard::backstage;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

/// Where Red Hat Developer Hub answers otherwise than a plain backend. Its answers are as its sources make them, not recorded: the backend of
/// redhat-developer/rhdh, @backstage-community/plugin-rbac-backend 7, @backstage/plugin-permission-backend, oauth2-proxy.
class TestDeveloperHub final : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePortal> portal;
    std::unique_ptr<FakeContext> context;
    std::unique_ptr<BackstageConnection> connection;
    QMap<QString, FakePortal::Answer> routes; ///< "POST /api/…" to what it answers.
    QMap<QString, QString> decisions;         ///< Permission to "ALLOW", "DENY" or "CONDITIONAL"; RBAC denies what no role names.

    FakePortal::Answer authorize(const QByteArray &body) const
    {
        QJsonArray items;
        for (const QJsonValue item : QJsonDocument::fromJson(body)["items"_L1].toArray()) {
            const QString name = item["permission"_L1]["name"_L1].toString();
            QJsonObject decided { { u"id"_s, item["id"_L1] }, { u"result"_s, decisions.value(name, u"DENY"_s) } };
            if (decided["result"_L1] == "CONDITIONAL"_L1) {
                decided.insert(u"pluginId"_s, u"catalog"_s);
                decided.insert(u"resourceType"_s, u"catalog-entity"_s);
                decided.insert(u"conditions"_s, QJsonObject { { u"anyOf"_s, QJsonArray { QJsonObject { { u"rule"_s, u"IS_ENTITY_OWNER"_s }, { u"resourceType"_s, u"catalog-entity"_s }, { u"params"_s, QJsonObject { { u"claims"_s, QJsonArray { u"group:default/web"_s } } } } } } } });
            }
            items.append(decided);
        }
        return { 200, QJsonDocument(QJsonObject { { u"items"_s, items } }).toJson() };
    }
    void signInAs(const QString &ref)
    {
        portal->token = jwt(ref, QDateTime::currentDateTimeUtc().addSecs(3600));
        context->secrets.insert(u"token"_s, QString::fromLatin1(portal->token));
    }
    sdk::Permission may(const QString &action) const { return connection->mayAct({ action, u"component:default/x"_s, {}, false }, *context).value(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        portal = std::make_unique<FakePortal>();
        context = std::make_unique<FakeContext>(*portal);
        context->form = { { u"url"_s, u"https://developer-hub.example.org"_s } };
        connection = std::make_unique<BackstageConnection>(context->form);
        routes.clear();
        decisions.clear();
        portal->before = [this](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            const QString path = request.url.path();
            if (path == "/api/permission/authorize"_L1 && !routes.contains(u"POST /api/permission/authorize"_s))
                return authorize(request.body);
            const auto known = routes.constFind(QString::fromLatin1(request.method) + u' ' + path);
            return known == routes.cend() ? std::nullopt : std::optional(*known);
        };
    }

    // Its backend is started with `auth.environment: production`, and newer ones have a provider only where its plugin is installed.
    void guestsAreNotLetIn_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no such plugin") << 404 << QByteArray(R"({"error":{"name":"NotFoundError","message":"Unknown auth provider 'guest'"},"request":{"method":"POST","url":"/api/auth/guest/refresh"},"response":{"statusCode":404}})");
        QTest::newRow("production") << 403 << QByteArray(R"({"error":{"name":"NotAllowedError","message":"The guest provider is NOT recommended for use outside of a development environment."},"response":{"statusCode":403}})");
    }
    void guestsAreNotLetIn()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        routes.insert(u"POST /api/auth/guest/refresh"_s, { status, body });
        // Every auth backend serves the document; without `clientIdMetadataDocuments` it names no endpoint to authorize at.
        const QByteArray document = R"({"issuer":"https://developer-hub.example.org/api/auth","response_types_supported":["id_token"]})";
        routes.insert(u"GET /api/auth/.well-known/openid-configuration"_s, { 200, document });
        context->secrets.clear();
        const auto who = connection->principal(*context);
        QVERIFY(!who);
        QCOMPARE(who.error().code, ErrorCode::Unauthorised);
        QVERIFY(who.error().detail.contains(u"no guests"_s));
        const auto methods = connection->signInMethods(*context);
        QVERIFY(methods);
        QCOMPARE(methods->size(), size_t(2));
        QCOMPARE(methods->front().id, u"token"_s);
        QVERIFY(!methods->back().unavailable.isEmpty());
    }

    void rolesDecideWhatIsOffered()
    {
        signInAs(u"user:default/mira"_s);
        for (const QString &action : { u"refresh"_s, u"register"_s, u"unregister"_s }) {
            QVERIFY(!may(action).allowed);
            QVERIFY(may(action).reason.contains(u"user:default/mira"_s));
        }
        decisions = { { u"catalog.entity.refresh"_s, u"ALLOW"_s }, { u"catalog.location.create"_s, u"ALLOW"_s } };
        QVERIFY(may(u"refresh"_s).allowed);
        QVERIFY(may(u"register"_s).allowed);
        QVERIFY(!may(u"unregister"_s).allowed);
    }

    // Roles change between the offer and the deed. Source: AuthorizedRefreshService of plugin-catalog-backend throws a NotAllowedError without words.
    void whatARoleDoesNotAllowIsRefusedByTheBackendToo()
    {
        signInAs(u"user:default/mira"_s);
        routes.insert(u"POST /api/catalog/refresh"_s, FakePortal::error(403, "NotAllowedError", ""));
        const auto refreshed = connection->act({ u"refresh"_s, u"component:default/x"_s, {}, false }, *context);
        QVERIFY(!refreshed);
        QCOMPARE(refreshed.error().code, ErrorCode::Forbidden);
    }

    // Whoever may not read locations is answered with an empty list of them: what is registered could not be found.
    void takingAwayNeedsToSeeLocationsToo()
    {
        signInAs(u"user:default/mira"_s);
        decisions = { { u"catalog.location.delete"_s, u"ALLOW"_s } };
        QVERIFY(!may(u"unregister"_s).allowed);
        decisions.insert(u"catalog.location.read"_s, u"ALLOW"_s);
        QVERIFY(may(u"unregister"_s).allowed);
    }

    // Permissions are asked of persons only: a service's token is refused there, and has other rights.
    void aServiceIsNotAskedAbout()
    {
        routes.insert(u"POST /api/permission/authorize"_s, FakePortal::error(403, "NotAllowedError", "This endpoint does not allow 'service' credentials"));
        QVERIFY(may(u"register"_s).allowed);
        QVERIFY(connection->probe(*context)->missing.size() == 1); // That it has no stars and no notifications.
    }

    void anEmptyCatalogIsExplained_data()
    {
        QTest::addColumn<QString>("decision");
        QTest::addColumn<bool>("isSaid");
        QTest::newRow("no role") << u"DENY"_s << true;
        QTest::newRow("owners see theirs") << u"CONDITIONAL"_s << false;
        QTest::newRow("nothing there") << u"ALLOW"_s << false;
    }
    void anEmptyCatalogIsExplained()
    {
        QFETCH(QString, decision);
        QFETCH(bool, isSaid);
        signInAs(u"user:default/mira"_s);
        decisions = { { u"catalog.entity.read"_s, decision } };
        const auto tells = [this] {
            const auto report = connection->probe(*context);
            return report && std::ranges::any_of(report->missing, [](const QString &line) { return line.contains(u"any entity"_s); });
        };
        QCOMPARE(tells(), isSaid);
        portal->put(u"Component"_s, u"x"_s);
        QVERIFY(!tells());
    }

    // Rights that shrink, or a backend that begins anew: an empty catalog erases nothing at once. Releases on `backend-defaults` before 0.4
    // (1.1 has 0.2.13) have no route that says whether they are ready.
    void anEmptyCatalogErasesNothingAtOnce_data()
    {
        QTest::addColumn<int>("readiness");
        QTest::newRow("1.1, without the route") << 404;
        QTest::newRow("1.3 and later, ready") << 200;
        QTest::newRow("1.3 and later, starting") << 503;
    }
    void anEmptyCatalogErasesNothingAtOnce()
    {
        QFETCH(int, readiness);
        signInAs(u"user:default/mira"_s);
        for (int i = 0; i < 30; ++i)
            portal->put(u"Component"_s, u"service-%1"_s.arg(i));
        const auto catalog = connection->feed(u"catalog"_s);
        QVERIFY(context->pull(*catalog));
        QCOMPARE(context->mirror.size(), 30);
        routes.insert(u"GET /.backstage/health/v1/readiness"_s, { readiness, readiness == 404 ? QByteArray() : QByteArray("{}") });
        portal->entities.clear();
        QVERIFY(!context->pull(*catalog));
        QCOMPARE(context->mirror.size(), 30);
    }

    // What Red Hat adds to a backend (the list of its dynamic plugins, RBAC's roles, its extensions) is for its own pages. Whoever has a right to the
    // catalog has none to those: a portal is read, with nothing missing, where they are refused.
    void nothingOfItsOwnIsAskedFor()
    {
        signInAs(u"user:default/mira"_s);
        decisions = { { u"catalog.entity.read"_s, u"ALLOW"_s } };
        for (int i = 0; i < 30; ++i)
            portal->put(u"Component"_s, u"service-%1"_s.arg(i));
        QVERIFY(context->pull(*connection->feed(u"catalog"_s)));
        QCOMPARE(context->mirror.size(), 30);
        for (const QString &feed : { u"starred"_s, u"notifications"_s })
            (void)context->pull(*connection->feed(feed));
        QVERIFY(connection->probe(*context));
        QVERIFY(connection->signInMethods(*context));
        (void)may(u"register"_s);
        static const QByteArrayList plain { "catalog", "auth", "permission", "user-settings", "notifications", "signals" };
        QVERIFY(portal->log.size() > 5);
        for (const QByteArray &asked : std::as_const(portal->log)) {
            const QByteArrayList parts = asked.split('/');
            QVERIFY2(parts.value(1) != "api" || plain.contains(parts.value(2)), asked.constData());
        }
    }

    // Both plugins are there to be switched on; neither is at first.
    void withoutNotificationsAndSignals()
    {
        signInAs(u"user:default/mira"_s);
        decisions = { { u"catalog.entity.read"_s, u"ALLOW"_s } };
        const auto notices = connection->feed(u"notifications"_s);
        QVERIFY(context->pull(*notices));
        const auto told = notices->waitForChange(*context);
        QVERIFY(!told);
        QCOMPARE(told.error().code, ErrorCode::Unsupported);
        routes.insert(u"GET /api/user-settings/buckets/starredEntities/keys/entityRefs"_s, FakePortal::error(404, "NotFoundError", "Unable to find 'entityRefs' in bucket 'starredEntities'"));
        QCOMPARE(connection->probe(*context)->missing, QStringList { u"This portal sends no notifications."_s });
        // Newer ones have no user settings where browsers shall keep them.
        routes.insert(u"GET /api/user-settings/buckets/starredEntities/keys/entityRefs"_s, { 404, {}, {}, {}, {} });
        QCOMPARE(connection->probe(*context)->missing.size(), 2);
    }

    // Its sign-in page "oauth2Proxy" means that such a proxy is in front of everything, and knows no token of the backend's.
    void aProxyInFrontIsNamed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("asked for JSON") << 401 << QByteArray("application/json") << QByteArray("{}") << ErrorCode::Unauthorised;
        QTest::newRow("a page") << 401 << QByteArray("text/html") << QByteArray("<html>Sign in</html>") << ErrorCode::Unauthorised;
        QTest::newRow("its own page") << 403 << QByteArray("text/html") << QByteArray("<html>Sign in with OpenID Connect</html>") << ErrorCode::Forbidden;
    }
    void aProxyInFrontIsNamed()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(ErrorCode, code);
        portal->before = [&](const sdk::HttpRequest &) { return std::optional(FakePortal::Answer { status, body, {}, {}, type }); };
        for (const bool hasToken : { true, false }) {
            if (!hasToken)
                context->secrets.clear();
            connection = std::make_unique<BackstageConnection>(context->form);
            const auto report = connection->probe(*context);
            QVERIFY(!report);
            QCOMPARE(report.error().code, code);
            QCOMPARE(report.error().detail.contains(u"OAuth2 proxy"_s), status == 401);
        }
    }

    // Its page carries whole pictures in the configuration, before it says where the backend is.
    void itsPageNamesTheBackend()
    {
        const QByteArray picture = "data:image/svg+xml,%3Csvg%20" + QByteArray(200'000, 'M') + "%3C%2Fsvg%3E";
        QCOMPARE(backendNamedByPage("<script type=\"backstage.io/config\">[{\"context\":\"app-config.yaml\",\"data\":{\"app\":{\"branding\":{\"fullLogo\":{\"light\":\""
                     + picture + "\"}}},\"backend\":{\"baseUrl\":\"https://developer-hub.example.org\"}}}]</script>"),
            u"https://developer-hub.example.org"_s);
    }
};

QTEST_APPLESS_MAIN(TestDeveloperHub)
#include "tst_developerhub.moc"
