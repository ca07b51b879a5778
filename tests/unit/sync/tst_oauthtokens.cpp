// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/oauthworld.h"

#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::testkit;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

class TestOAuthTokens final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTokensOwnWordCounts_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("clockIsOffBy");
        QTest::newRow("no date") << QByteArray() << 0;
        QTest::newRow("both clocks right") << QByteArray("Sat, 21 Nov 2026 20:51:22 GMT") << 0;
        QTest::newRow("our clock is an hour ahead") << QByteArray("Sat, 21 Nov 2026 20:51:22 GMT") << 3600;
        QTest::newRow("our clock is an hour behind") << QByteArray("Sat, 21 Nov 2026 20:51:22 GMT") << -3600;
        QTest::newRow("our clock is an hour ahead, and no date") << QByteArray() << 3600;
    }
    void theTokensOwnWordCounts()
    {
        QFETCH(QByteArray, date);
        QFETCH(int, clockIsOffBy);
        OAuthWorld world;
        // A real Backstage's answer: "expires_in" says 3600, the token lives for 600 seconds from its "iat" 1795294281 on.
        world.server.behaviour.accessToken = "eyJ0eXAiOiJ2bmQuYmFja3N0YWdlLnVzZXIiLCJhbGciOiJFUzI1NiIsImtpZCI6ImJlMGJjODZlLWMzNGItNDMwZS04MWRhLWI0NmU1NTdhZDBmYiJ9."
            "eyJpc3MiOiJodHRwOi8vbG9jYWxob3N0OjcwMDgvYXBpL2F1dGgiLCJzdWIiOiJ1c2VyOmRlZmF1bHQvZ3Vlc3QiLCJhdWQiOiJiYWNrc3RhZ2UiLCJpYXQiOjE3OTUyOTQyODEsImV4cCI6MTc5NTI5NDg4MX0.c2lnbmF0dXJl";
        world.server.behaviour.date = date;
        world.later(clockIsOffBy);
        QVERIFY(world.signIn());
        world.later(530);
        QVERIFY(world.token());
        QCOMPARE(world.server.requests("/token"), 1);
        world.later(65); // Five seconds before its end.
        QVERIFY(world.token());
        QCOMPARE(world.server.requests("/token"), 2);
    }

    void opaqueTokensGoByExpiresIn()
    {
        OAuthWorld world;
        world.server.behaviour.lifetime = 300;
        QVERIFY(world.signIn());
        world.later(260);
        QVERIFY(world.token());
        QCOMPARE(world.server.requests("/token"), 1);
        world.later(15);
        QVERIFY(world.token());
        QCOMPARE(world.server.requests("/token"), 2);
    }

    void manyThreadsRenewOnce()
    {
        OAuthWorld world;
        QVERIFY(world.signIn());
        world.later(4000);
        constexpr int threads = 16;
        std::latch ready(threads);
        world.beforeAnswer = [&](const sdk::HttpRequest &) { ready.wait(); }; // All are there when it is answered.
        std::vector<std::future<domain::Result<QString>>> all;
        for (int i = 0; i < threads; ++i) {
            all.push_back(std::async(std::launch::async, [&] {
                ready.count_down();
                return world.token();
            }));
        }
        for (auto &one : all) {
            const auto token = one.get();
            QVERIFY(token);
            QCOMPARE(*token, world.server.accessTokens().last());
        }
        QCOMPARE(world.server.requests("/token"), 2);
    }

    void manyThreadsFailOnce()
    {
        OAuthWorld world;
        QVERIFY(world.signIn());
        world.later(4000);
        world.server.endAllSignIns();
        constexpr int threads = 8;
        std::latch ready(threads);
        world.beforeAnswer = [&](const sdk::HttpRequest &) { ready.wait(); };
        std::vector<std::future<domain::Result<QString>>> all;
        for (int i = 0; i < threads; ++i) {
            all.push_back(std::async(std::launch::async, [&] {
                ready.count_down();
                return world.token();
            }));
        }
        for (auto &one : all)
            QCOMPARE(codeOf(one.get()), ErrorCode::Unauthorised);
        QCOMPARE(world.server.requests("/token"), 2);
    }

    void theNextRefreshTokenIsKeptBeforeItIsUsed()
    {
        OAuthWorld world;
        QVERIFY(world.signIn());
        for (int i = 0; i < 3; ++i) {
            world.later(4000);
            QVERIFY(world.token());
            QVERIFY(world.keychain->values().value(keychainKey).contains(world.server.refreshTokens().last()));
        }
        QCOMPARE(world.server.refreshTokens().size(), 4);
    }

    void anEndedSignInIsForgotten()
    {
        OAuthWorld world;
        QVERIFY(world.signIn());
        world.later(4000);
        world.server.endAllSignIns();
        QCOMPARE(codeOf(world.token()), ErrorCode::Unauthorised);
        QVERIFY(world.keychain->values().isEmpty());
        QVERIFY(!world.keeper->isSignedIn(connectionId));
        QCOMPARE(codeOf(world.token()), ErrorCode::Unauthorised);
        QCOMPARE(world.server.requests("/token"), 2);
    }

    void troubleOnTheWayEndsNothing()
    {
        OAuthWorld world;
        QVERIFY(world.signIn());
        world.network = domain::Error { ErrorCode::Offline, u"no network"_s, 0, std::nullopt, {} };
        world.later(3590); // Due, and not over.
        QCOMPARE(*world.token(), world.server.accessTokens().last());
        world.later(60);
        QCOMPARE(codeOf(world.token()), ErrorCode::Offline);
        QVERIFY(world.keeper->isSignedIn(connectionId));
        world.network.reset();
        QVERIFY(world.token());
        QCOMPARE(world.server.accessTokens().size(), 2);
    }

    void aRefusedTokenIsRenewedOnce()
    {
        OAuthWorld world;
        QVERIFY(world.signIn());
        const QString first = *world.token();
        const QString second = *world.token(first);
        QVERIFY(first != second);
        QCOMPARE(*world.token(first), second); // Another thread's that was refused as well.
        QCOMPARE(codeOf(world.token(second)), ErrorCode::Unauthorised);
        QCOMPARE(world.server.requests("/token"), 2);
        world.later(120);
        QVERIFY(world.token(second));
        QCOMPARE(world.server.requests("/token"), 3);
    }

    void withoutARefreshTokenARefusalIsTheEnd()
    {
        OAuthWorld world;
        world.server.behaviour.refreshTokens = false;
        QVERIFY(world.signIn());
        const QString token = *world.token();
        world.later(3595);
        QCOMPARE(*world.token(), token); // To the last second: there is no other.
        QCOMPARE(codeOf(world.token(token)), ErrorCode::Unauthorised);
        QCOMPARE(world.server.requests("/token"), 1);
    }

    void tokensGoToNoOtherServer_data()
    {
        QTest::addColumn<sdk::OAuthClient>("client");
        auto client = desktop();
        client.issuer = QUrl(u"https://evil.example.org/tenant"_s);
        QTest::newRow("another issuer") << client;
        client = desktop();
        client.issuer.clear();
        client.token = QUrl(u"https://evil.example.org/token"_s);
        client.authorization = QUrl(u"https://evil.example.org/authorize"_s);
        QTest::newRow("another endpoint") << client;
        client = desktop();
        client.clientId = u"another"_s;
        QTest::newRow("another client") << client;
    }
    void tokensGoToNoOtherServer()
    {
        QFETCH(sdk::OAuthClient, client);
        OAuthWorld world;
        QVERIFY(world.signIn());
        world.later(4000);
        int requests = 0;
        world.beforeAnswer = [&](const sdk::HttpRequest &) { ++requests; };
        QCOMPARE(codeOf(world.token({}, client)), ErrorCode::Unauthorised);
        QCOMPARE(requests, 0);
    }

    void anotherRunOfTheProgramMayHaveRenewed()
    {
        OAuthWorld world;
        QVERIFY(world.signIn());
        auto window = world.makeKeeper();
        const auto ask = [&] { return window->accessToken(connectionId, desktop(), world.makeHttp(), {}, {}); };
        QVERIFY(ask());
        world.later(4000);
        QVERIFY(world.token()); // The command line's.
        QCOMPARE(world.server.requests("/token"), 2);
        QCOMPARE(*ask(), world.server.accessTokens().last());
        QCOMPARE(world.server.requests("/token"), 2);
    }

    void aCancelledPullLosesNoToken()
    {
        OAuthWorld world;
        QVERIFY(world.signIn());
        world.later(4000);
        std::promise<void> asked, answerNow;
        std::once_flag once;
        world.beforeAnswer = [&](const sdk::HttpRequest &) {
            std::call_once(once, [&] {
                asked.set_value();
                answerNow.get_future().wait();
            });
        };
        std::stop_source stop;
        auto pull = std::async(std::launch::async, [&] { return world.token({}, desktop(), stop.get_token()); });
        asked.get_future().wait();
        stop.request_stop();
        QCOMPARE(codeOf(pull.get()), ErrorCode::Cancelled);
        answerNow.set_value();
        const QString renewed = *world.token();
        QCOMPARE(renewed, world.server.accessTokens().last());
        QCOMPARE(world.server.requests("/token"), 2);
    }

    void signingOutRevokesAndForgets()
    {
        OAuthWorld world;
        QVERIFY(world.signIn());
        const auto out = world.keeper->signOut(connectionId, world.http);
        QVERIFY(out && !out->untold);
        QCOMPARE(world.server.revoked(), QList<QByteArray> { world.server.refreshTokens().last().toLatin1() });
        QVERIFY(world.keychain->values().isEmpty());
        QCOMPARE(codeOf(world.token()), ErrorCode::Unauthorised);
    }

    void signingOutForgetsWithoutANetworkToo()
    {
        OAuthWorld world;
        QVERIFY(world.signIn());
        world.network = domain::Error { ErrorCode::Offline, u"no network"_s, 0, std::nullopt, {} };
        const auto out = world.keeper->signOut(connectionId, world.http);
        QVERIFY(world.keychain->values().isEmpty());
        // Who can renew it may do so for as long as the server likes.
        QVERIFY(out && out->untold);
        QCOMPARE(out->untold->code, ErrorCode::Offline);
        QVERIFY(!out->goodUntil.isValid());
    }

    void aServerThatWasNotToldIsSaidWithTheEndOfTheToken()
    {
        OAuthWorld world;
        world.server.behaviour.refreshTokens = false;
        world.server.behaviour.metadataChanges = { { u"revocation_endpoint"_s, QString() } };
        QVERIFY(world.signIn());
        const auto out = world.keeper->signOut(connectionId, world.http);
        QVERIFY(out && out->untold);
        QCOMPARE(out->untold->code, ErrorCode::Unsupported);
        QCOMPARE(out->goodUntil, world.now.addSecs(3600));
        const domain::Notice notice = untoldNotice(u"Quayline"_s, *out);
        QVERIFY(notice.title.contains(u"Quayline"_s));
        QVERIFY(notice.description.contains(QLocale().toString(out->goodUntil.toLocalTime(), QLocale::ShortFormat)));
        // Nobody was signed in: there is nothing to tell.
        const auto again = world.keeper->signOut(connectionId, world.http);
        QVERIFY(again && !again->untold);
    }

    void aLockedKeychainIsNoSignOut()
    {
        OAuthWorld world;
        QVERIFY(world.signIn());
        world.keeper = world.makeKeeper();
        world.keychain->setState(SecretStore::State::Locked);
        const auto locked = world.token();
        QCOMPARE(codeOf(locked), ErrorCode::Forbidden);
        QCOMPARE(locked.error().source, u"keychain"_s);
        world.keychain->setState(SecretStore::State::Available);
        QCOMPARE(*world.token(), world.server.accessTokens().last());
        QCOMPARE(world.server.requests("/token"), 1);
    }

    void signingInWithALockedKeychainLastsForThisRun()
    {
        OAuthWorld world;
        world.keychain->setState(SecretStore::State::Refused);
        QVERIFY(world.signIn());
        QVERIFY(world.token());
        world.later(4000);
        const QString renewed = *world.token();
        QCOMPARE(renewed, world.server.accessTokens().last());
        QVERIFY(world.keychain->values().isEmpty());
    }

    void hostileTokenAnswers_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
        row("empty", "");
        row("no object", "[1]");
        row("no token", R"({"token_type":"Bearer"})");
        row("a token that is none", R"({"access_token":{"a":1},"token_type":"Bearer"})");
        row("a header within", "{\"access_token\":\"a\\r\\nX-Evil: 1\",\"token_type\":\"Bearer\"}");
        row("a space within", R"({"access_token":"a b","token_type":"Bearer"})");
        row("beyond ASCII", R"({"access_token":"\u00e9\u00e9","token_type":"Bearer"})");
        row("too long", R"({"access_token":")" + QByteArray(70'000, 'a') + R"(","token_type":"Bearer"})");
        row("of another type", R"({"access_token":"a","token_type":"mac"})");
        row("of no type", R"({"access_token":"a"})");
        row("a broken refresh token", "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"refresh_token\":\"b\\n\"}");
        row("deep", QByteArray(10'000, '['));
    }
    void hostileTokenAnswers()
    {
        QFETCH(QByteArray, body);
        sdk::HttpResponse response;
        response.status = 200;
        response.body = body;
        const auto answer = readTokenAnswer(response, QDateTime::currentDateTimeUtc());
        QCOMPARE(codeOf(answer), ErrorCode::BadResponse);
        QVERIFY(!answer.error().detail.contains(u"Evil"));
    }

    void lifetimesStayWithinReason_data()
    {
        QTest::addColumn<QByteArray>("expires");
        QTest::addColumn<qint64>("lifetime"); // -1: nobody said.
        QTest::newRow("a number") << QByteArray("600") << 600LL;
        QTest::newRow("as text") << QByteArray("\"600\"") << 600LL;
        QTest::newRow("none") << QByteArray("null") << -1LL;
        QTest::newRow("less than a second") << QByteArray("0.5") << -1LL;
        QTest::newRow("negative") << QByteArray("-5") << -1LL;
        QTest::newRow("endless") << QByteArray("1e300") << 366LL * 86'400;
        QTest::newRow("no number") << QByteArray("\"nan\"") << -1LL;
    }
    void lifetimesStayWithinReason()
    {
        QFETCH(QByteArray, expires);
        QFETCH(qint64, lifetime);
        sdk::HttpResponse response;
        response.body = R"({"access_token":"a","token_type":"bearer","expires_in":)" + expires + "}";
        QCOMPARE(readTokenAnswer(response, QDateTime::currentDateTimeUtc())->lifetime.value_or(-1), lifetime);
    }

    void refusalsRepeatNothing()
    {
        sdk::HttpResponse response;
        response.status = 400;
        response.body = R"({"error":"refresh-1-Yt5mR","error_description":"refresh-1-Yt5mR is used"})";
        const auto error = errorOf(response, issuer);
        QCOMPARE(error.code, ErrorCode::BadResponse);
        QVERIFY(!error.detail.contains(u"Yt5mR"));
    }

    void placesOfTheMetadata()
    {
        // RFC 8414, section 3.1, and OpenID Connect Discovery, section 4.1: their own examples.
        const auto places = metadataPlaces(QUrl(u"https://example.com/issuer1"_s));
        QVERIFY(places.contains(QUrl(u"https://example.com/.well-known/oauth-authorization-server/issuer1"_s)));
        QVERIFY(places.contains(QUrl(u"https://example.com/issuer1/.well-known/openid-configuration"_s)));
        QVERIFY(metadataPlaces(QUrl(u"https://example.com"_s)).contains(QUrl(u"https://example.com/.well-known/oauth-authorization-server"_s)));
    }

    void browsersThatSayNothingAreNoHindrance()
    {
        OAuthWorld world;
        std::vector<std::unique_ptr<QTcpSocket>> silent;
        QByteArray tooLong;
        const auto done = world.signIn([&](const SignInPrompt &prompt) {
            const QUrl redirect = world.server.redirectOf(prompt.url);
            for (int i = 0; i < 8; ++i) {
                silent.push_back(std::make_unique<QTcpSocket>());
                silent.back()->connectToHost(redirect.host(), quint16(redirect.port()));
                QVERIFY(silent.back()->waitForConnected());
            }
            tooLong = visit(withValue(redirect, u"code"_s, QString(100'000, u'a')));
            visit(redirect);
        });
        QVERIFY(done);
        QVERIFY(tooLong.isEmpty() || tooLong.startsWith("HTTP/1.1 431"));
    }

};

QTEST_GUILESS_MAIN(TestOAuthTokens)
#include "tst_oauthtokens.moc"
