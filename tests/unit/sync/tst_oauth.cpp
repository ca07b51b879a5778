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

class TestOAuth final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCodeFlow()
    {
        OAuthWorld world;
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
        OAuthWorld world;
        world.server.behaviour.oidcPlace = false;
        QVERIFY(world.signIn());
    }

    void othersRedirectsEndNothing()
    {
        OAuthWorld world;
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

    // A page of the web can have its own name lead to this machine: even with everything right it gets no answer that it could use.
    void pagesThatLeadTheirNameHereAreToldNothing()
    {
        OAuthWorld world;
        QByteArrayList told;
        QByteArray byName;
        const auto done = world.signIn([&](const SignInPrompt &prompt) {
            const QUrl right = world.server.redirectOf(prompt.url);
            const QByteArray port = ':' + QByteArray::number(right.port());
            for (const QByteArray &host : { QByteArray("rebound.example.net" + port), QByteArray("127.0.0.1"), QByteArray("127.0.0.1:1"),
                     QByteArray("127.0.0.1" + port + "\r\nHost: rebound.example.net" + port) })
                told.append(visit(right, "GET", host));
            byName = visit(right, "GET", "LocalHost" + port);
        });
        QVERIFY(done);
        QCOMPARE(told.size(), 4);
        for (const QByteArray &answer : std::as_const(told))
            QVERIFY2(answer.startsWith("HTTP/1.1 404"), answer.constData());
        QVERIFY(byName.startsWith("HTTP/1.1 200"));
        QCOMPARE(world.server.requests("/token"), 1);
    }

    void onlyAWrongStateIsNoSignIn()
    {
        OAuthWorld world;
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
        OAuthWorld world;
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
        OAuthWorld world;
        const auto done = world.signIn([&](const SignInPrompt &prompt) { visit(withValue(world.server.redirectOf(prompt.url), u"iss"_s, iss)); });
        QCOMPARE(codeOf(done), ErrorCode::BadResponse);
        QCOMPARE(world.server.requests("/token"), 0);
    }

    void thePersonSaysNo()
    {
        OAuthWorld world;
        const auto done = world.signIn([&](const SignInPrompt &prompt) {
            visit(withValue(withValue(world.server.redirectOf(prompt.url), u"code"_s, QString()), u"error"_s, u"access_denied"_s));
        });
        QCOMPARE(codeOf(done), ErrorCode::Forbidden);
    }

    void cancelledWhileThePersonThinks()
    {
        OAuthWorld world;
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
        OAuthWorld world;
        world.server.behaviour.metadataChanges = changes;
        bool prompted = false;
        QCOMPARE(int(codeOf(world.signIn([&](const SignInPrompt &) { prompted = true; }))), code);
        QVERIFY(!prompted);
    }

    void theDeviceFlow()
    {
        OAuthWorld world;
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
        OAuthWorld world;
        world.server.behaviour.authorizationEndpoint = false;
        QVERIFY(world.signIn([](const SignInPrompt &) { }));
        QCOMPARE(world.server.requests("/device"), 1);
    }

    void aServerThatAsksForPatienceIsTold()
    {
        OAuthWorld world;
        world.server.behaviour.deviceAnswers = { "authorization_pending", "slow_down", "slow_down" };
        std::vector<SignInPrompt> shown;
        QVERIFY(world.signIn([&](const SignInPrompt &prompt) { shown.push_back(prompt); }, desktop(), {}, true));
        QCOMPARE(shown.size(), size_t(2)); // Once is enough.
        QVERIFY(!shown[0].slower && shown[1].slower);
        QCOMPARE(shown[1].userCode, shown[0].userCode);
    }

    void otherDevicesAreOfferedWhereTheServerHasThem()
    {
        OAuthWorld world;
        sdk::SignInMethod browser;
        browser.id = u"oauth"_s;
        browser.kind = sdk::SignInMethod::Kind::OAuth;
        browser.oauth = desktop();
        sdk::SignInMethod token;
        token.kind = sdk::SignInMethod::Kind::Token;
        const auto offered = [&] { return withOtherDevices({ browser, token }, world.http); };
        auto both = offered();
        QCOMPARE(both.size(), size_t(3));
        QVERIFY(!isOnOtherDevice(both[0]) && isOnOtherDevice(both[1]) && !isOnOtherDevice(both[2]));
        QCOMPARE(both[1].id, u"oauth"_s);
        // What is signed in by it counts for the integration, which asks for its own client.
        QVERIFY(world.signIn([](const SignInPrompt &) { }, both[1].oauth));
        QCOMPARE(world.server.requests("/device"), 1);
        QVERIFY(world.token());

        world.server.behaviour.authorizationEndpoint = false;
        both = offered();
        QCOMPARE(both.size(), size_t(2));
        QVERIFY(isOnOtherDevice(both[0]));
        world.server.behaviour.metadataChanges = { { u"device_authorization_endpoint"_s, QString() } };
        world.server.behaviour.authorizationEndpoint = true;
        QCOMPARE(offered().size(), size_t(2));
        world.network = domain::Error { ErrorCode::Offline, {}, 0, {}, {} };
        QCOMPARE(offered().size(), size_t(2));
        QVERIFY(!isOnOtherDevice(offered()[0]));
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
        OAuthWorld world;
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
        OAuthWorld world;
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

    // A server without clients that anybody may be: the person has one of their own, with its secret, and has told the whole address to come back to.
    void aClientWithASecretOfItsOwn()
    {
        OAuthWorld world;
        world.server.behaviour.secretMethod = "client_secret_basic";
        world.server.behaviour.knownSecret = "a secret+with %signs";
        sdk::OAuthClient client = desktop();
        client.secretField = u"clientSecret"_s;
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        client.redirectPort = free.serverPort();
        const auto sayYes = [&world](const SignInPrompt &prompt) { visit(world.server.redirectOf(prompt.url)); };
        const auto signIn = [&](const QString &secret) { return world.signIn(sayYes, client, {}, false, secret); };
        const QString secret = u"a secret+with %signs"_s;
        // Another program is there.
        const auto taken = signIn(secret);
        QCOMPARE(taken.error().code, ErrorCode::Internal);
        QVERIFY(taken.error().detail.contains(QString::number(client.redirectPort)));
        free.close();
        QUrl redirect;
        const auto done = world.signIn([&](const SignInPrompt &prompt) {
            redirect = QUrl(QUrlQuery(prompt.url).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
            QVERIFY(!prompt.url.toString(QUrl::FullyDecoded).contains("secret"_L1));
            sayYes(prompt);
        }, client, {}, false, secret);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QCOMPARE(redirect, QUrl(u"http://127.0.0.1:%1/callback"_s.arg(client.redirectPort)));
        // The secret lies with the tokens: a renewal needs it, too.
        world.later(3590);
        world.keeper = world.makeKeeper();
        QVERIFY(world.token({}, client));
        QCOMPARE(world.server.accessTokens().size(), 2);
        // Without it nobody is asked; with a wrong one the server says no.
        const int asked = world.server.requests("/token");
        QCOMPARE(signIn({}).error().code, ErrorCode::Invalid);
        QCOMPARE(world.server.requests("/token"), asked);
        QVERIFY(!signIn(u"wrong"_s));
    }
};

QTEST_GUILESS_MAIN(TestOAuth)
#include "tst_oauth.moc"
