// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/backstageconnection.h"
#include "plugins/backstage/catalogfeed.h"
#include "tests/unit/backstage/fakeportal.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <condition_variable>
#include <thread>

using namespace callboard;
using namespace callboard::backstage;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ErrorCode;

/// Where a portal is and who one is there, over a backend in memory.
class TestBackstageSignIn final : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePortal> portal;
    std::unique_ptr<FakeContext> context;
    std::unique_ptr<BackstageConnection> connection;
    std::unique_ptr<sdk::Feed> catalog;

    void connectWith(const QJsonObject &form)
    {
        context->form = form;
        connection = std::make_unique<BackstageConnection>(form);
        catalog = connection->feed(u"catalog"_s);
    }
    void fill(int count)
    {
        for (int i = 0; i < count; ++i)
            portal->put(u"Component"_s, u"service-%1"_s.arg(i));
    }
    static QByteArray recorded(const QString &name)
    {
        QFile file(QStringLiteral(CALLBOARD_TEST_DATA "/backstage/answers.json"));
        const auto answers = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
        return answers[name]["body"_L1].toString().toUtf8();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        portal = std::make_unique<FakePortal>();
        context = std::make_unique<FakeContext>(*portal);
        connectWith({ { u"url"_s, u"http://portal.example.org"_s } });
    }

    void aSudden401SignsInOnceAgain()
    {
        context->secrets.clear();
        const auto later = QDateTime::currentDateTimeUtc().addSecs(3600);
        int given = 0;
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (request.url.path() != "/api/auth/guest/refresh"_L1)
                return std::nullopt;
            portal->token = jwt(u"user:default/guest"_s, later.addSecs(++given));
            QJsonObject body = QJsonDocument::fromJson(recorded(u"auth-guest-refresh"_s)).object();
            QJsonObject identity = body["backstageIdentity"_L1].toObject();
            identity.insert(u"token"_s, QString::fromLatin1(portal->token));
            body.insert(u"backstageIdentity"_s, identity);
            return FakePortal::Answer { 200, QJsonDocument(body).toJson() };
        };
        fill(5);
        QVERIFY(context->pull(*catalog));
        QCOMPARE(given, 1);
        QCOMPARE(connection->principal(*context).value(), u"user:default/guest@portal.example.org"_s);
        portal->token = "as after a restart";
        QVERIFY(context->pull(*catalog));
        QCOMPARE(given, 2);
        // One that is refused even so is refused.
        const auto onlyGuests = portal->before;
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            const auto answer = onlyGuests(request);
            return answer ? answer : FakePortal::error(401, "AuthenticationError", "No");
        };
        const auto refused = context->pull(*catalog);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unauthorised);
        QCOMPARE(given, 3);
    }

    void aTokenThatEndsSoonIsRenewedBefore()
    {
        context->secrets.clear();
        int given = 0;
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (request.url.path() != "/api/auth/guest/refresh"_L1)
                return std::nullopt;
            // The quirk of its expiresInSeconds: what counts is in the token.
            portal->token = jwt(u"user:default/guest"_s, QDateTime::currentDateTimeUtc().addSecs(30 + ++given));
            return FakePortal::Answer { 200, "{\"backstageIdentity\":{\"token\":\"" + portal->token + "\",\"expiresInSeconds\":3600}}" };
        };
        QVERIFY(context->pull(*catalog));
        const int before = given;
        QVERIFY(context->pull(*catalog));
        QVERIFY(given > before);
    }

    void tokensAreNotWritten()
    {
        fill(3);
        QVERIFY(context->pull(*catalog));
        const QString principal = connection->principal(*context).value();
        QVERIFY(principal.startsWith("service:"_L1));
        QVERIFY(!principal.contains("secret"_L1));
        QVERIFY(!context->savedCursor.contains("secret-token"));
        QVERIFY(!qUncompress(context->savedCursor).contains("secret-token"));
    }

    void addressesAreTakenAsTheyAreCopied_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("backend");
        QTest::newRow("plain") << u"https://portal.example.org"_s << u"https://portal.example.org"_s;
        QTest::newRow("slash") << u"https://portal.example.org/"_s << u"https://portal.example.org"_s;
        QTest::newRow("no scheme") << u" portal.example.org"_s << u"https://portal.example.org"_s;
        QTest::newRow("page") << u"https://portal.example.org/catalog/default/component/x?tab=1#a"_s << u"https://portal.example.org"_s;
        QTest::newRow("below a path") << u"https://example.org/portal/catalog"_s << u"https://example.org/portal"_s;
        QTest::newRow("route") << u"http://localhost:7007/api/catalog/entities"_s << u"http://localhost:7007"_s;
        QTest::newRow("credentials") << u"https://me:secret@portal.example.org"_s << QString();
        QTest::newRow("other scheme") << u"ftp://portal.example.org"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void addressesAreTakenAsTheyAreCopied()
    {
        QFETCH(QString, typed);
        QFETCH(QString, backend);
        const auto address = Address::fromTyped(typed);
        QCOMPARE(address ? address->text() : QString(), backend);
    }

    void aPageNamesItsBackend()
    {
        const QByteArray page = "<html><script type=\"backstage.io/config\">[{\"context\":\"app\",\"deprecatedContext\":\"app\",\"data\":{\"app\":{},"
                                "\"backend\":{\"baseUrl\":\"http://localhost:7007\"}}}]</script>";
        QCOMPARE(backendNamedByPage(page), u"http://localhost:7007"_s);
        fill(4);
        connectWith({ { u"url"_s, u"http://localhost:3000/catalog"_s } });
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (request.url.port() == 3000)
                return FakePortal::Answer { 200, page, {}, {}, "text/html" };
            return std::nullopt;
        };
        QVERIFY(context->pull(*catalog));
        QCOMPARE(context->mirror.size(), 4);
        QVERIFY(sameSite(QUrl(u"https://portal.example.org"_s), QUrl(u"https://api.portal.example.org"_s)));
        QVERIFY(!sameSite(QUrl(u"https://portal.example.org"_s), QUrl(u"https://example.net"_s)));
        QVERIFY(!sameSite(QUrl(u"https://portal.example.org"_s), QUrl(u"http://portal.example.org"_s)));
    }

    void signInsAreFound()
    {
        context->secrets.clear();
        QByteArray calledItself = "https://portal.example.org";
        connectWith({ { u"url"_s, u"https://portal.example.org"_s } });
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (request.url.path() == "/api/auth/.well-known/openid-configuration"_L1)
                return FakePortal::Answer { 200, recorded(u"oauth-openid-configuration"_s).replace("http://localhost:7008", calledItself) };
            if (request.url.path() == "/api/auth/.well-known/oauth-client/cli.json"_L1)
                return FakePortal::Answer { 200, recorded(u"oauth-cli-client-metadata"_s).replace("http://localhost:7008", calledItself) };
            return std::nullopt;
        };
        const auto methods = connection->signInMethods(*context);
        QVERIFY(methods);
        QCOMPARE(methods->size(), 2);
        const sdk::SignInMethod &oauth = methods->front();
        QCOMPARE(oauth.id, u"oauth"_s);
        QCOMPARE(oauth.oauth.clientId, u"https://portal.example.org/api/auth/.well-known/oauth-client/cli.json"_s);
        QCOMPARE(oauth.oauth.issuer, QUrl(u"https://portal.example.org/api/auth"_s));
        QCOMPARE(oauth.oauth.scopes, (QStringList { u"openid"_s, u"offline_access"_s }));
        QCOMPARE(methods->back().id, u"token"_s);
        QCOMPARE(methods->back().tokenField, u"token"_s);
        connectWith({ { u"url"_s, u"http://portal.example.org:7008"_s } });
        calledItself = "http://portal.example.org:7008"; // Then it refuses its own client's document, but lets one register.
        const auto overHttp = connection->signInMethods(*context);
        QVERIFY(overHttp);
        QVERIFY(overHttp->front().oauth.clientId.isEmpty());
        QCOMPARE(overHttp->front().oauth.registration, QUrl(u"http://portal.example.org:7008/api/auth/v1/register"_s));
        portal->before = nullptr;
        const auto fewer = connection->signInMethods(*context);
        QVERIFY(fewer);
        QVERIFY(!fewer->back().unavailable.isEmpty());
    }

    // A portal of somebody's own, that has people sign in at the one they trust, would be sent what they agreed to there.
    void aSignInAtAnothersServerIsNotFollowed_data()
    {
        QTest::addColumn<QByteArray>("changed");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("all of another's") << "https://portal.example.org/api/auth"_ba << "https://victim.example.net/api/auth"_ba;
        QTest::newRow("only the page is another's") << "https://portal.example.org/api/auth/v1/authorize"_ba << "https://victim.example.net/api/auth/v1/authorize"_ba;
        QTest::newRow("only the tokens are another's") << "https://portal.example.org/api/auth/v1/token"_ba << "https://thief.example.net/token"_ba;
        QTest::newRow("another port") << "https://portal.example.org/api/auth/v1/token"_ba << "https://portal.example.org:8443/token"_ba;
        QTest::newRow("unencrypted") << "https://portal.example.org/api/auth"_ba << "http://portal.example.org/api/auth"_ba;
        QTest::newRow("tokens unencrypted") << "https://portal.example.org/api/auth/v1/token"_ba << "http://portal.example.org/api/auth/v1/token"_ba;
        QTest::newRow("no issuer") << "\"issuer\""_ba << "\"issued\""_ba;
    }
    void aSignInAtAnothersServerIsNotFollowed()
    {
        QFETCH(const QByteArray, changed);
        QFETCH(const QByteArray, to);
        context->secrets.clear();
        connectWith({ { u"url"_s, u"https://portal.example.org"_s }, { u"signIn"_s, u"oauth"_s } });
        QByteArray document = recorded(u"oauth-openid-configuration"_s).replace("http://localhost:7008", "https://portal.example.org");
        QVERIFY(document.contains(changed));
        document.replace(changed, to);
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (request.url.path() == "/api/auth/.well-known/openid-configuration"_L1)
                return FakePortal::Answer { 200, document };
            if (request.url.path() == "/api/auth/.well-known/oauth-client/cli.json"_L1)
                return FakePortal::Answer { 200, recorded(u"oauth-cli-client-metadata"_s).replace("http://localhost:7008", "https://portal.example.org") };
            return std::nullopt;
        };
        const auto methods = connection->signInMethods(*context);
        QVERIFY(methods); // The other ways are still offered.
        QCOMPARE(methods->back().kind, sdk::SignInMethod::Kind::OAuth);
        QVERIFY(methods->back().unavailable.contains("backend.baseUrl"_L1));
        QVERIFY(methods->back().oauth.authorization.isEmpty());
        const auto who = connection->principal(*context);
        QVERIFY(!who);
        QCOMPARE(who.error().code, ErrorCode::Unsupported);
    }

    void whoWaitsForAnothersSignInMayGiveUp()
    {
        // One that never answers until it is let go, as a server that stalls.
        std::mutex mutex;
        std::condition_variable changed;
        bool isAsked = false, isLetGo = false;
        context->secrets.clear();
        portal->before = [&](const sdk::HttpRequest &) -> std::optional<FakePortal::Answer> {
            std::unique_lock lock(mutex);
            isAsked = true;
            changed.notify_all();
            changed.wait(lock, [&] { return isLetGo; });
            return FakePortal::error(404, "NotFoundError", "No");
        };
        Session session({ { u"signIn"_s, u"guest"_s } });
        const auto address = Address::fromTyped(u"http://portal.example.org"_s);
        QVERIFY(address);
        std::thread first([&] { (void)session.identity(*address, *context); });
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return isAsked; });
        }
        FakePortal other;
        FakeContext second(other);
        std::optional<ErrorCode> code;
        std::thread waiting([&] {
            const auto who = session.identity(*address, second);
            code = who ? std::nullopt : std::optional(who.error().code);
        });
        QElapsedTimer timer;
        timer.start();
        second.requestStop();
        waiting.join();
        const qint64 took = timer.elapsed();
        {
            const std::lock_guard lock(mutex);
            isLetGo = true;
            changed.notify_all();
        }
        first.join();
        QCOMPARE(code, ErrorCode::Cancelled);
        QVERIFY2(took < 50, qPrintable(QString::number(took)));
    }

    void aStatusIsTheErrorThatItMeans_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("bad request") << 400 << ErrorCode::Invalid;
        QTest::newRow("unauthorised") << 401 << ErrorCode::Unauthorised;
        QTest::newRow("forbidden") << 403 << ErrorCode::Forbidden;
        QTest::newRow("not found") << 404 << ErrorCode::NotFound;
        QTest::newRow("request timeout") << 408 << ErrorCode::Timeout;
        QTest::newRow("conflict") << 409 << ErrorCode::Conflict;
        QTest::newRow("too early") << 425 << ErrorCode::Offline;
        QTest::newRow("too many") << 429 << ErrorCode::RateLimited;
        QTest::newRow("internal") << 500 << ErrorCode::BadResponse;
        QTest::newRow("not implemented") << 501 << ErrorCode::Unsupported;
        QTest::newRow("unavailable") << 503 << ErrorCode::Offline;
    }
    void aStatusIsTheErrorThatItMeans()
    {
        QFETCH(int, status);
        QFETCH(ErrorCode, code);
        sdk::HttpResponse answer;
        answer.status = status;
        QCOMPARE(errorOf(answer, *Address::fromTyped(u"https://portal.example.org"_s)).code, code);
    }
};

QTEST_APPLESS_MAIN(TestBackstageSignIn)
#include "tst_backstagesignin.moc"
