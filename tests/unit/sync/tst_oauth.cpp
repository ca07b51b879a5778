// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-ins against an authorization server in memory; a real one is in tests/peers/oidc.
#include "models/sync/oauthkeeper.h"
#include "models/sync/oauthmessages.h"
#include "tests/kit/authorizationserver.h"
#include "tests/kit/fakehttp.h"
#include "tests/kit/memorykeychain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

#include <future>
#include <latch>
#include <thread>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::testkit;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

const QUrl issuer(u"https://id.example.org/tenant"_s);
const QString connectionId = u"portal-1"_s;
const QString keychainKey = u"portal-1/#sign-in"_s;

sdk::OAuthClient desktop()
{
    sdk::OAuthClient client;
    client.issuer = issuer;
    client.clientId = u"desktop"_s;
    client.scopes = { u"openid"_s, u"offline_access"_s };
    return client;
}

/// A keeper, its server, and a clock that stands still until it is set.
struct World {
    AuthorizationServer server { issuer };
    std::shared_ptr<MemoryKeychain> keychain = std::make_shared<MemoryKeychain>();
    std::mutex mutex;
    QDateTime now = QDateTime::fromSecsSinceEpoch(1'795'294'282, QTimeZone::UTC);
    std::vector<std::chrono::milliseconds> rests;
    std::function<void(const sdk::HttpRequest &)> beforeAnswer;
    std::optional<domain::Error> network; ///< What every request meets.
    FakeHttp http { [this](const sdk::HttpRequest &request) { return answer(request); } };
    std::unique_ptr<OAuthKeeper> keeper = makeKeeper();

    sdk::Result<sdk::HttpResponse> answer(const sdk::HttpRequest &request)
    {
        if (beforeAnswer)
            beforeAnswer(request);
        if (network)
            return std::unexpected(*network);
        return server.answer(request);
    }
    std::unique_ptr<OAuthKeeper> makeKeeper()
    {
        return std::make_unique<OAuthKeeper>(keychain,
            OAuthKeeper::Time {
                [this] {
                    const std::lock_guard lock(mutex);
                    return now;
                },
                [this](std::chrono::milliseconds length, std::stop_token) {
                    rests.push_back(length);
                    now = now.addMSecs(length.count());
                } });
    }
    void later(qint64 seconds)
    {
        const std::lock_guard lock(mutex);
        now = now.addSecs(seconds);
    }
    OAuthKeeper::MakeHttp makeHttp()
    {
        return [this](std::stop_token) { return std::make_unique<FakeHttp>([this](const sdk::HttpRequest &request) { return answer(request); }); };
    }
    domain::Result<QString> token(const QString &refused = {}, const sdk::OAuthClient &client = desktop(), std::stop_token stop = {})
    {
        return keeper->accessToken(connectionId, client, makeHttp(), refused, stop);
    }
    domain::Result<void> signIn(const std::function<void(const SignInPrompt &)> &person, const sdk::OAuthClient &client = desktop(),
        std::stop_token stop = {}, bool device = false)
    {
        return keeper->signIn(connectionId, client, http, person, stop, device);
    }
    /// By somebody who says yes.
    domain::Result<void> signIn(const sdk::OAuthClient &client = desktop())
    {
        return signIn([this](const SignInPrompt &prompt) { visit(server.redirectOf(prompt.url)); }, client);
    }
};

QUrl withValue(const QUrl &url, const QString &name, const QString &value)
{
    QUrlQuery query(url);
    query.removeAllQueryItems(name);
    if (!value.isNull())
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    QUrl changed = url;
    changed.setQuery(query);
    return changed;
}

ErrorCode codeOf(const auto &result) { return result ? ErrorCode::Internal : result.error().code; }

} // namespace

class TestOAuth final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCodeFlow()
    {
        World world;
        QByteArray shown;
        QUrl asked;
        const auto done = world.signIn([&](const SignInPrompt &prompt) {
            asked = prompt.url;
            shown = visit(world.server.redirectOf(prompt.url));
        });
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QCOMPARE(asked.host(), u"id.example.org"_s);
        QCOMPARE(QUrlQuery(asked).queryItemValue(u"scope"_s, QUrl::FullyDecoded), u"openid offline_access"_s);
        QVERIFY(shown.startsWith("HTTP/1.1 200"));
        QVERIFY(shown.contains("Callboard"));
        QCOMPARE(*world.token(), world.server.accessTokens().last());
        QVERIFY(world.keeper->isSignedIn(connectionId));
        // After a restart of the program the keychain has it; nothing is asked of the server.
        world.keeper = world.makeKeeper();
        QCOMPARE(*world.token(), world.server.accessTokens().last());
        QCOMPARE(world.server.requests("/token"), 1);
    }

    void rfc8414sPlaceIsFoundToo()
    {
        World world;
        world.server.behaviour.oidcPlace = false;
        QVERIFY(world.signIn());
    }

    void othersRedirectsEndNothing()
    {
        World world;
        QByteArray wrongState, noState, wrongPath, post, twice;
        const auto done = world.signIn([&](const SignInPrompt &prompt) {
            const QUrl right = world.server.redirectOf(prompt.url);
            wrongState = visit(withValue(right, u"state"_s, u"guessed"_s));
            noState = visit(withValue(right, u"state"_s, QString()));
            QUrl elsewhere = right;
            elsewhere.setPath(u"/callback2"_s);
            wrongPath = visit(elsewhere);
            post = visit(right, "POST");
            QUrl doubled = right;
            doubled.setQuery(right.query() + u"&code=another"_s);
            twice = visit(doubled);
            visit(right);
        });
        QVERIFY(done);
        QVERIFY(wrongState.startsWith("HTTP/1.1 400"));
        QVERIFY(noState.startsWith("HTTP/1.1 400"));
        QVERIFY(wrongPath.startsWith("HTTP/1.1 404"));
        QVERIFY(post.startsWith("HTTP/1.1 404"));
        QVERIFY(twice.startsWith("HTTP/1.1 404"));
        QCOMPARE(world.server.requests("/token"), 1);
    }

    void onlyAWrongStateIsNoSignIn()
    {
        World world;
        std::stop_source stop;
        const auto done = world.signIn(
            [&](const SignInPrompt &prompt) {
                visit(withValue(world.server.redirectOf(prompt.url), u"state"_s, u"guessed"_s));
                stop.request_stop();
            },
            desktop(), stop.get_token());
        QCOMPARE(codeOf(done), ErrorCode::Cancelled);
        QCOMPARE(world.server.requests("/token"), 0);
        QCOMPARE(codeOf(world.token()), ErrorCode::Unauthorised);
    }

    void aRedirectCountsOnce()
    {
        World world;
        QUrl redirect;
        QVERIFY(world.signIn([&](const SignInPrompt &prompt) { visit(redirect = world.server.redirectOf(prompt.url)); }));
        QVERIFY(visit(redirect).isEmpty()); // Nobody listens any more.
        QCOMPARE(world.server.requests("/token"), 1);
    }

    void redirectsOfAnotherServer_data()
    {
        QTest::addColumn<QString>("iss");
        QTest::newRow("another") << u"https://evil.example.org"_s;
        QTest::newRow("none, though it promised one") << QString();
    }
    void redirectsOfAnotherServer()
    {
        QFETCH(QString, iss);
        World world;
        const auto done = world.signIn([&](const SignInPrompt &prompt) { visit(withValue(world.server.redirectOf(prompt.url), u"iss"_s, iss)); });
        QCOMPARE(codeOf(done), ErrorCode::BadResponse);
        QCOMPARE(world.server.requests("/token"), 0);
    }

    void thePersonSaysNo()
    {
        World world;
        const auto done = world.signIn([&](const SignInPrompt &prompt) {
            visit(withValue(withValue(world.server.redirectOf(prompt.url), u"code"_s, QString()), u"error"_s, u"access_denied"_s));
        });
        QCOMPARE(codeOf(done), ErrorCode::Forbidden);
    }

    void cancelledWhileThePersonThinks()
    {
        World world;
        std::stop_source stop;
        std::chrono::steady_clock::time_point asked;
        std::jthread canceller;
        const auto done = world.signIn(
            [&](const SignInPrompt &) {
                canceller = std::jthread([&] {
                    asked = std::chrono::steady_clock::now();
                    stop.request_stop();
                });
            },
            desktop(), stop.get_token());
        QCOMPARE(codeOf(done), ErrorCode::Cancelled);
        canceller.join();
        QVERIFY(std::chrono::steady_clock::now() - asked < 1s);
    }

    void metadataThatMayNotBeBelieved_data()
    {
        QTest::addColumn<QJsonObject>("changes");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QJsonObject &changes, ErrorCode code) { QTest::newRow(name) << changes << int(code); };
        row("another issuer", { { u"issuer"_s, u"https://evil.example.org/tenant"_s } }, ErrorCode::BadResponse);
        row("a longer issuer", { { u"issuer"_s, u"https://id.example.org/tenant/"_s } }, ErrorCode::BadResponse);
        row("no issuer", { { u"issuer"_s, 7 } }, ErrorCode::BadResponse);
        row("tokens unencrypted", { { u"token_endpoint"_s, u"http://id.example.org/token"_s } }, ErrorCode::BadResponse);
        row("a page unencrypted", { { u"authorization_endpoint"_s, u"http://id.example.org/authorize"_s } }, ErrorCode::BadResponse);
        row("tokens from a file", { { u"token_endpoint"_s, u"file:///etc/passwd"_s } }, ErrorCode::BadResponse);
        row("tokens with a password", { { u"token_endpoint"_s, u"https://a:b@id.example.org/token"_s } }, ErrorCode::BadResponse);
        row("PKCE in plain only", { { u"code_challenge_methods_supported"_s, QJsonArray { u"plain"_s } } }, ErrorCode::Unsupported);
        // Not http, so as good as absent; and without a page and a device flow there is no way in.
        row("a page that is a program", { { u"authorization_endpoint"_s, u"ms-settings:"_s }, { u"device_authorization_endpoint"_s, 0 } }, ErrorCode::Unsupported);
    }
    void metadataThatMayNotBeBelieved()
    {
        QFETCH(QJsonObject, changes);
        QFETCH(int, code);
        World world;
        world.server.behaviour.metadataChanges = changes;
        bool prompted = false;
        QCOMPARE(int(codeOf(world.signIn([&](const SignInPrompt &) { prompted = true; }))), code);
        QVERIFY(!prompted);
    }

    void theDeviceFlow()
    {
        World world;
        world.server.behaviour.deviceAnswers = { "authorization_pending", "slow_down", "authorization_pending" };
        SignInPrompt shown;
        const auto done = world.signIn([&](const SignInPrompt &prompt) { shown = prompt; }, desktop(), {}, true);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QCOMPARE(shown.userCode, u"WDJB-MJHT"_s);
        QCOMPARE(shown.url, QUrl(u"https://id.example.org/tenant/device"_s));
        QCOMPARE(shown.directUrl, QUrl(u"https://id.example.org/tenant/device?user_code=WDJB-MJHT"_s));
        // RFC 8628, section 3.5: slow_down makes the interval five seconds longer from then on.
        QCOMPARE(world.rests, (std::vector<std::chrono::milliseconds> { 5s, 5s, 10s, 10s }));
        QCOMPARE(*world.token(), world.server.accessTokens().last());
    }

    void theDeviceFlowIsTakenWhereThereIsNoPage()
    {
        World world;
        world.server.behaviour.authorizationEndpoint = false;
        QVERIFY(world.signIn([](const SignInPrompt &) { }));
        QCOMPARE(world.server.requests("/device"), 1);
    }

    void endsOfTheDeviceFlow_data()
    {
        QTest::addColumn<QList<QByteArray>>("answers");
        QTest::addColumn<int>("code");
        QTest::newRow("no") << QList<QByteArray> { "access_denied" } << int(ErrorCode::Forbidden);
        QTest::newRow("over, says the server") << QList<QByteArray> { "expired_token" } << int(ErrorCode::Timeout);
        QTest::newRow("over, says the clock") << QList<QByteArray>(1000, "authorization_pending") << int(ErrorCode::Timeout);
    }
    void endsOfTheDeviceFlow()
    {
        QFETCH(QList<QByteArray>, answers);
        QFETCH(int, code);
        World world;
        world.server.behaviour.deviceAnswers = answers;
        QCOMPARE(int(codeOf(world.signIn([](const SignInPrompt &) { }, desktop(), {}, true))), code);
        QVERIFY(world.server.requests("/token") <= 1800 / 5);
    }

    void registersWhereItIsNotKnown_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("as a public client") << QByteArray();
        QTest::newRow("with a secret in the header") << QByteArray("client_secret_basic");
        QTest::newRow("with a secret in the form") << QByteArray("client_secret_post");
    }
    void registersWhereItIsNotKnown()
    {
        QFETCH(QByteArray, method);
        World world;
        world.server.behaviour.secretMethod = method;
        sdk::OAuthClient client = desktop();
        client.clientId.clear();
        QVERIFY(world.signIn(client));
        QCOMPARE(world.server.requests("/register"), 1);
        world.later(3590);
        const QString renewed = *world.token({}, client);
        QCOMPARE(renewed, world.server.accessTokens().last());
        QCOMPARE(world.server.accessTokens().size(), 2);
    }

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
        World world;
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
        World world;
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
        World world;
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
        World world;
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
        World world;
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
        World world;
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
        World world;
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
        World world;
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
        World world;
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
        World world;
        QVERIFY(world.signIn());
        world.later(4000);
        int requests = 0;
        world.beforeAnswer = [&](const sdk::HttpRequest &) { ++requests; };
        QCOMPARE(codeOf(world.token({}, client)), ErrorCode::Unauthorised);
        QCOMPARE(requests, 0);
    }

    void anotherRunOfTheProgramMayHaveRenewed()
    {
        World world;
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
        World world;
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
        World world;
        QVERIFY(world.signIn());
        QVERIFY(world.keeper->signOut(connectionId, world.http));
        QCOMPARE(world.server.revoked(), QList<QByteArray> { world.server.refreshTokens().last().toLatin1() });
        QVERIFY(world.keychain->values().isEmpty());
        QCOMPARE(codeOf(world.token()), ErrorCode::Unauthorised);
    }

    void signingOutForgetsWithoutANetworkToo()
    {
        World world;
        QVERIFY(world.signIn());
        world.network = domain::Error { ErrorCode::Offline, u"no network"_s, 0, std::nullopt, {} };
        QVERIFY(world.keeper->signOut(connectionId, world.http));
        QVERIFY(world.keychain->values().isEmpty());
    }

    void aLockedKeychainIsNoSignOut()
    {
        World world;
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
        World world;
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
        World world;
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

QTEST_GUILESS_MAIN(TestOAuth)
#include "tst_oauth.moc"
