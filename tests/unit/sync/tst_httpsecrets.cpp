// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears a credential, and through what: redirects, TLS, proxies, and what is written down.
#include "models/sync/httpclient.h"
#include "models/sync/proxylogins.h"
#include "tests/kit/loopbackproxy.h"
#include "tests/kit/memorykeychain.h"
#include "tests/kit/scriptedserver.h"
#include "tests/kit/socksproxy.h"
#include "tests/kit/testcertificates.h"
#include "tests/unit/sync/httpkit.h"

#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

const sdk::Headers secrets { { "Authorization", "Bearer planted-secret" }, { "PRIVATE-TOKEN", "planted-secret" }, { "Cookie", "session=planted-secret" },
    { "X-Api-Key", "planted-secret" }, { "X-Vault-Token", "planted-secret" } };

} // namespace

class TestHttpSecrets final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(certificates.isValid(), qPrintable(certificates.problem())); }

    void redirectsKeepCredentialsAtHome_data()
    {
        QTest::addColumn<QString>("otherAddress");
        QTest::addColumn<int>("status");
        for (const int status : { 301, 302, 303, 307, 308 }) {
            QTest::addRow("another port, %d", status) << u"127.0.0.1"_s << status;
            QTest::addRow("another address, %d", status) << u"127.0.0.2"_s << status;
        }
    }

    void redirectsKeepCredentialsAtHome()
    {
        QFETCH(const QString, otherAddress);
        QFETCH(const int, status);
        QUrl home;
        ScriptedServer other([&](const Received &request) {
            // And back again: what was left at the door is not handed out at the way back.
            return request.path() == "/back" ? Reply::redirect(302, home.toEncoded() + "end") : Reply::json("{\"at\": \"the other\"}");
        }, { .address = QHostAddress(otherAddress) });
        ScriptedServer server([&](const Received &request) {
            if (request.path() == "/away")
                return Reply::redirect(status, other.url(u"/there?from=home"_s).toEncoded());
            if (request.path() == "/round")
                return Reply::redirect(status, other.url(u"/back"_s).toEncoded());
            if (request.path() == "/here")
                return Reply::redirect(status, "/end");
            return Reply::answer(200, "{}", { { "Set-Cookie", "set=by-server; Path=/" } });
        });
        home = server.url(u"/"_s);
        HttpClient client({});
        const auto http = client.forCall({}, Urgency::Person, {});
        const auto away = http->get(server.url(u"/away"_s), secrets);
        QVERIFY2(away, qPrintable(why(away)));
        QCOMPARE(away->body, "{\"at\": \"the other\"}"_ba);
        QVERIFY(http->get(server.url(u"/round"_s), secrets));
        QVERIFY(other.received().size() == 2);
        QVERIFY2(!other.everything().contains("planted-secret"), other.everything().constData());
        QVERIFY(!server.received().back().raw.contains("planted-secret"));
        // At home they stay, and no cookie is kept that nobody asked to keep.
        QVERIFY(http->get(server.url(u"/here"_s), secrets));
        QCOMPARE(server.received().back().header("private-token"), "planted-secret"_ba);
        QVERIFY(http->get(server.url(u"/end"_s)));
        QVERIFY(server.received().back().header("cookie").isEmpty());
    }

    void aPostIsNotSentElsewhere()
    {
        ScriptedServer other([&](const Received &) { return Reply::json("{}"); });
        ScriptedServer server([&](const Received &) { return Reply::redirect(307, other.url(u"/there"_s).toEncoded()); });
        HttpClient client({});
        const auto answer = client.forCall({}, Urgency::Person, {})->send({ .method = "POST", .url = server.url(u"/"_s), .headers = secrets, .body = "planted-body" });
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::BadResponse);
        QVERIFY(other.received().empty());
    }

    void tls_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<bool>("works");
        QTest::newRow("known authority") << certificates.server() << certificates.serverKey() << certificates.authority() << true;
        QTest::newRow("unknown authority") << certificates.server() << certificates.serverKey() << QString() << false;
        QTest::newRow("another's name") << certificates.otherName() << certificates.otherNameKey() << certificates.authority() << false;
    }

    void tls()
    {
        QFETCH(const QString, certificate);
        QFETCH(const QString, key);
        QFETCH(const QString, authority);
        QFETCH(const bool, works);
        ScriptedServer server([](const Received &) { return Reply::json("{}"); }, { .certificate = certificate, .key = key });
        HttpClient client({});
        const auto http = client.forCall({ .connectionId = u"c"_s, .caFile = authority }, Urgency::Person, {});
        const auto answer = http->get(server.url(u"/"_s), secrets);
        if (works) {
            QVERIFY2(answer, qPrintable(why(answer)));
            return;
        }
        QVERIFY(!answer);
        QVERIFY2(answer.error().code == ErrorCode::Tls, qPrintable(why(answer)));
        QVERIFY2(answer.error().detail.contains(u"certificate"_s, Qt::CaseInsensitive), qPrintable(why(answer)));
        QVERIFY(server.received().empty());
        // The same of a web socket and of a stream.
        const auto socket = http->openSocket(server.url(u"/"_s), { "planted-secret" }, 5s);
        QVERIFY(!socket);
        QVERIFY2(socket.error().code == ErrorCode::Tls, qPrintable(why(socket)));
        const auto stream = http->stream({ .url = server.url(u"/"_s) }, [](QByteArrayView) { return true; }, 5s);
        QVERIFY(!stream);
        QVERIFY2(stream.error().code == ErrorCode::Tls, qPrintable(why(stream)));
        QVERIFY(server.received().empty());
    }

    void clientCertificates()
    {
        ScriptedServer server([](const Received &) { return Reply::json("{}"); },
            { .certificate = certificates.server(), .key = certificates.serverKey(), .clientAuthority = certificates.authority() });
        HttpClient client({});
        const ConnectionNetwork with { .connectionId = u"c"_s, .caFile = certificates.authority(), .clientCertificate = certificates.client(), .clientKey = certificates.clientKey() };
        ConnectionNetwork without = with;
        without.clientCertificate = without.clientKey = QString();
        const auto known = client.forCall(with, Urgency::Person, {})->get(server.url(u"/"_s));
        QVERIFY2(known, qPrintable(why(known)));
        const auto unknown = client.forCall(without, Urgency::Person, {})->get(server.url(u"/"_s));
        QVERIFY(!unknown); // Not over the connection of the other, either.
        QCOMPARE(server.received().size(), size_t(1));
    }

    // A certificate says who asks, as a header does: who is led to another host is nobody there.
    void clientCertificatesStayAtHome()
    {
        const auto asking = [](const QString &certificate, const QString &key, const QString &clientAuthority) {
            return ScriptedServer::Options { .certificate = certificate, .key = key, .clientAuthority = clientAuthority };
        };
        const ScriptedServer::Options wanting = asking(certificates.server(), certificates.serverKey(), certificates.authority());
        ScriptedServer wantsOne([](const Received &) { return Reply::json("{}"); }, wanting);
        ScriptedServer wantsNone([](const Received &) { return Reply::json("{\"at\": \"the other\"}"); },
            asking(certificates.server(), certificates.serverKey(), {}));
        ScriptedServer home([&](const Received &request) {
            if (request.path() == "/here")
                return Reply::json("{}");
            return Reply::redirect(302, (request.path() == "/asked" ? wantsOne : wantsNone).url(u"/there"_s).toEncoded());
        }, wanting);
        HttpClient client({});
        const ConnectionNetwork network { .connectionId = u"c"_s, .caFile = certificates.authority(), .clientCertificate = certificates.client(), .clientKey = certificates.clientKey() };
        const auto http = client.forCall(network, Urgency::Person, {});
        QVERIFY(http->get(wantsOne.url(u"/"_s))); // So that a connection is open that knows it.
        const auto asked = http->get(home.url(u"/asked"_s));
        QVERIFY(!asked);
        QCOMPARE(wantsOne.received().size(), size_t(1));
        // The authority of the connection counts there too, and at home nothing has changed.
        const auto led = http->get(home.url(u"/led"_s));
        QVERIFY2(led, qPrintable(why(led)));
        QCOMPARE(led->body, "{\"at\": \"the other\"}"_ba);
        QVERIFY(http->get(home.url(u"/here"_s)));
    }

    void settingsThatCannotBeUsed_data()
    {
        QTest::addColumn<ConnectionNetwork>("network");
        const QString garbage = directory.filePath(u"garbage.pem"_s);
        QFile file(garbage);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("-----BEGIN CERTIFICATE-----\nnot really\n-----END CERTIFICATE-----\n");
        file.close();
        QTest::newRow("no file") << ConnectionNetwork { .connectionId = u"c"_s, .caFile = directory.filePath(u"none.pem"_s) };
        QTest::newRow("no certificate") << ConnectionNetwork { .connectionId = u"c"_s, .caFile = garbage };
        QTest::newRow("a folder") << ConnectionNetwork { .connectionId = u"c"_s, .caFile = directory.path() };
        QTest::newRow("a key as certificate") << ConnectionNetwork { .connectionId = u"c"_s, .clientCertificate = certificates.clientKey() };
        QTest::newRow("no key") << ConnectionNetwork { .connectionId = u"c"_s, .clientCertificate = certificates.client() };
        QTest::newRow("a key alone") << ConnectionNetwork { .connectionId = u"c"_s, .clientKey = certificates.clientKey() };
        QTest::newRow("no proxy") << ConnectionNetwork { .connectionId = u"c"_s, .proxy = u"proxy.example"_s };
        QTest::newRow("a proxy of another kind") << ConnectionNetwork { .connectionId = u"c"_s, .proxy = u"ftp://proxy.example:1"_s };
        QTest::newRow("a proxy with a password") << ConnectionNetwork { .connectionId = u"c"_s, .proxy = u"http://me:planted-secret@proxy.example:1"_s };
    }

    void settingsThatCannotBeUsed()
    {
        QFETCH(const ConnectionNetwork, network);
        HttpClient client({});
        const auto answer = client.forCall(network, Urgency::Person, {})->get(QUrl(u"https://127.0.0.1:9/"_s));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Invalid);
        QVERIFY(!answer.error().detail.isEmpty() && !answer.error().source.isEmpty());
        QVERIFY(!answer.error().detail.contains(u"planted"_s));
    }

    void goesThroughTheProxyItWasGiven()
    {
        ScriptedServer proxy([](const Received &) { return Reply::json("{\"by\": \"the proxy\"}"); });
        ScriptedServer server([](const Received &) { return Reply::json("{}"); });
        HttpClient client({});
        const QString address = u"http://127.0.0.1:%1"_s.arg(proxy.port());
        const auto answer = client.forCall({ .connectionId = u"c"_s, .proxy = address }, Urgency::Person, {})->get(server.url(u"/x"_s));
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(answer->body, "{\"by\": \"the proxy\"}"_ba);
        QCOMPARE(proxy.received()[0].target, server.url(u"/x"_s).toEncoded()); // RFC 9112 section 3.2.2.
        QVERIFY(server.received().empty());
        QVERIFY(client.forCall({ .connectionId = u"c"_s, .proxy = u"none"_s }, Urgency::Person, {})->get(server.url(u"/x"_s)));
        QCOMPARE(server.received().size(), size_t(1));
    }

    void aProxyThatAsksIsToldWhatIsKept()
    {
        LoopbackProxy proxy("mira", "planted-secret");
        ScriptedServer server([](const Received &) { return Reply::json("{}"); });
        const auto keychain = std::make_shared<testkit::MemoryKeychain>();
        const auto logins = std::make_shared<ProxyLogins>(keychain);
        HttpClient client({ .proxyLogins = logins });
        const ConnectionNetwork network { .connectionId = u"c"_s, .proxy = proxy.address() };
        const auto get = [&] { return client.forCall(network, Urgency::Person, {})->get(server.url(u"/x"_s)); };
        auto answer = get();
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Offline); // The host was not reached.
        QCOMPARE(proxyThatAsks(answer.error()), proxy.address());
        QVERIFY(server.received().empty());

        // Told once, also where it was looked up.
        ProxyLogins(keychain).set(proxy.address(), { u"mira"_s, u"kept, and wrong"_s });
        HttpClient other({ .proxyLogins = std::make_shared<ProxyLogins>(keychain) });
        const int before = proxy.refused();
        for (int time = 0; time < 3; ++time)
            QCOMPARE(proxyThatAsks(other.forCall(network, Urgency::Person, {})->get(server.url(u"/x"_s)).error()), proxy.address());
        QCOMPARE(proxy.refused() - before, 4); // Of each time the one without, and the wrong one.

        logins->set(proxy.address(), { u"mira"_s, u"wrong"_s });
        answer = get();
        QCOMPARE(proxyThatAsks(answer.error()), proxy.address());
        logins->set(proxy.address(), { u"mira"_s, u"planted-secret"_s });
        answer = get();
        QVERIFY2(answer, qPrintable(why(answer)));
        QVERIFY(get());
        QCOMPARE(server.count("/x"), 2);
        // It is the proxy's alone, and kept in the keychain alone.
        QVERIFY(!server.everything().toLower().contains("proxy-authorization"));
        QVERIFY(keychain->values().value(u"#proxy/"_s + proxy.address()).contains(u"planted-secret"_s));
        for (const RequestLine &line : client.requestLog())
            QVERIFY(!line.url.contains(u"planted"_s));

        // Another run of the program looks it up when the proxy asks, a body that goes once included.
        HttpClient next({ .proxyLogins = std::make_shared<ProxyLogins>(keychain) });
        const auto posted = next.forCall(network, Urgency::Person, {})->send({ .method = "POST", .url = server.url(u"/post"_s), .body = "once" });
        QVERIFY2(posted, qPrintable(why(posted)));
        QCOMPARE(server.count("/post"), 1);
        QCOMPARE(server.received().back().body, "once"_ba);
        logins->set(proxy.address(), {});
        QCOMPARE(proxyThatAsks(get().error()), proxy.address());
        QVERIFY(!keychain->values().contains(u"#proxy/"_s + proxy.address()));
    }

    /// Through a tunnel the proxy sees the host alone; streams go the same ways.
    void tunnelsAndStreamsTellTheProxyToo()
    {
        LoopbackProxy proxy("mira", "planted-secret");
        ScriptedServer plain([](const Received &) { return Reply::answer(200, "line\n").end(Reply::End::Close); });
        ScriptedServer server([](const Received &) { return Reply::answer(200, "line\n").end(Reply::End::Close); },
            { .certificate = certificates.server(), .key = certificates.serverKey() });
        const auto logins = std::make_shared<ProxyLogins>(std::make_shared<testkit::MemoryKeychain>());
        HttpClient client({ .proxyLogins = logins });
        const ConnectionNetwork network { .connectionId = u"c"_s, .proxy = proxy.address(), .caFile = certificates.authority() };
        const auto http = [&] { return client.forCall(network, Urgency::Person, {}); };
        const auto stream = [&](const QUrl &url) { return http()->stream({ .url = url }, [](QByteArrayView) { return true; }, 5s); };
        QCOMPARE(proxyThatAsks(http()->get(server.url(u"/x"_s)).error()), proxy.address());
        QCOMPARE(proxyThatAsks(stream(plain.url(u"/x"_s)).error()), proxy.address());
        QCOMPARE(proxyThatAsks(stream(server.url(u"/x"_s)).error()), proxy.address());
        logins->set(proxy.address(), { u"mira"_s, u"planted-secret"_s });
        const auto answer = http()->get(server.url(u"/x"_s));
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(proxy.served().last(), "CONNECT 127.0.0.1:" + QByteArray::number(server.port()) + " HTTP/1.1");
        QVERIFY(stream(server.url(u"/stream"_s)));
        QVERIFY(stream(plain.url(u"/stream"_s)));
        QVERIFY(!server.everything().toLower().contains("proxy-authorization"));
        QVERIFY(!plain.everything().toLower().contains("proxy-authorization"));
        logins->set(proxy.address(), { u"mira"_s, u"other"_s });
        QCOMPARE(proxyThatAsks(http()->get(server.url(u"/x"_s)).error()), proxy.address());
    }

    // A server that speaks as a proxy would: nobody is asked to sign in to a proxy, and the proxy's login stays what it is.
    void aServerThatSaysItIsAProxy()
    {
        const auto asks = [](const Received &) { return Reply::answer(407, "{}", { { "Proxy-Authenticate", "Basic realm=\"your company\"" } }); };
        ScriptedServer plain(asks);
        ScriptedServer encrypted(asks, { .certificate = certificates.server(), .key = certificates.serverKey() });
        LoopbackProxy proxy("mira", "planted-secret");
        const auto logins = std::make_shared<ProxyLogins>(std::make_shared<testkit::MemoryKeychain>());
        logins->set(proxy.address(), { u"mira"_s, u"planted-secret"_s });
        HttpClient client({ .proxyLogins = logins });
        const auto direct = client.forCall({ .connectionId = u"c"_s }, Urgency::Person, {})->get(plain.url(u"/x"_s));
        QVERIFY2(direct, qPrintable(why(direct)));
        QCOMPARE(direct->status, 407);
        const ConnectionNetwork network { .connectionId = u"c"_s, .proxy = proxy.address(), .caFile = certificates.authority() };
        for (int time = 0; time < 2; ++time) {
            const auto tunnelled = client.forCall(network, Urgency::Person, {})->get(encrypted.url(u"/x"_s));
            QVERIFY2(tunnelled, qPrintable(why(tunnelled)));
            QCOMPARE(tunnelled->status, 407);
            QVERIFY(logins->known(proxy.address()));
        }
        QVERIFY(!plain.everything().toLower().contains("proxy-authorization"));
        QVERIFY(!encrypted.everything().toLower().contains("proxy-authorization"));
    }

    void aSocksProxyIsToldWhatIsKept()
    {
        SocksProxy proxy("mira", "planted-secret");
        ScriptedServer plain([](const Received &) { return Reply::answer(200, "line\n").end(Reply::End::Close); });
        ScriptedServer server([](const Received &) { return Reply::answer(200, "line\n").end(Reply::End::Close); },
            { .certificate = certificates.server(), .key = certificates.serverKey() });
        const auto keychain = std::make_shared<testkit::MemoryKeychain>();
        ProxyLogins(keychain).set(proxy.address(), { u"mira"_s, u"planted-secret"_s });
        HttpClient client({ .proxyLogins = std::make_shared<ProxyLogins>(keychain) });
        const ConnectionNetwork network { .connectionId = u"c"_s, .proxy = proxy.address(), .caFile = certificates.authority() };
        const auto http = [&] { return client.forCall(network, Urgency::Person, {}); };
        // It asks; then the login is looked up. A body that goes once is no hindrance: no host has seen it.
        const auto posted = http()->send({ .method = "POST", .url = plain.url(u"/post"_s), .body = "once" });
        QVERIFY2(posted, qPrintable(why(posted)));
        QCOMPARE(plain.received().back().body, "once"_ba);
        QCOMPARE(proxy.turnedAway(), 1);
        QCOMPARE(proxy.logins(), QList<QByteArray> { "mira:planted-secret" });
        QCOMPARE(proxy.served(), QList<QByteArray> { "127.0.0.1:" + QByteArray::number(plain.port()) });
        // From then on it is told at once, for what is encrypted and for streams as well.
        const auto encrypted = http()->get(server.url(u"/x"_s));
        QVERIFY2(encrypted, qPrintable(why(encrypted)));
        QVERIFY(http()->stream({ .url = plain.url(u"/stream"_s) }, [](QByteArrayView) { return true; }, 5s));
        QCOMPARE(proxy.turnedAway(), 1);
        for (const QByteArray &told : proxy.logins())
            QCOMPARE(told, "mira:planted-secret"_ba);
        QVERIFY(!plain.everything().contains("planted") && !server.everything().contains("planted"));
        for (const RequestLine &line : client.requestLog())
            QVERIFY(!line.url.contains(u"planted"_s));
    }

    /// A directory locks the account of who tries again and again: what is not taken goes out once, wherever it came from.
    void aSocksProxyIsToldAWrongPasswordOnce_data()
    {
        QTest::addColumn<bool>("fromKeychain");
        QTest::newRow("looked up") << true;
        QTest::newRow("just given") << false;
    }
    void aSocksProxyIsToldAWrongPasswordOnce()
    {
        QFETCH(bool, fromKeychain);
        SocksProxy proxy("mira", "planted-secret");
        ScriptedServer server([](const Received &) { return Reply::json("{}"); });
        const auto keychain = std::make_shared<testkit::MemoryKeychain>();
        const auto logins = std::make_shared<ProxyLogins>(keychain);
        (fromKeychain ? std::make_shared<ProxyLogins>(keychain) : logins)->set(proxy.address(), { u"mira"_s, u"expired"_s });
        HttpClient client({ .proxyLogins = logins });
        const auto get = [&] { return client.forCall({ .connectionId = u"c"_s, .proxy = proxy.address() }, Urgency::Person, {})->get(server.url(u"/x"_s)); };
        for (int time = 0; time < 3; ++time) {
            const auto answer = get();
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, ErrorCode::Offline); // The host was not reached.
            QCOMPARE(proxyThatAsks(answer.error()), proxy.address());
            QCOMPARE(proxy.logins(), QList<QByteArray> { "mira:expired" });
        }
        QVERIFY(server.received().empty());
        logins->set(proxy.address(), { u"mira"_s, u"planted-secret"_s });
        const auto answer = get();
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(proxy.logins().last(), "mira:planted-secret"_ba);
    }

    void aSocksProxyWithoutALogin()
    {
        SocksProxy wanting("mira", "planted-secret"), open;
        ScriptedServer server([](const Received &) { return Reply::json("{}"); });
        HttpClient client({ .proxyLogins = std::make_shared<ProxyLogins>(std::make_shared<testkit::MemoryKeychain>()) });
        const auto get = [&](const SocksProxy &proxy) {
            return client.forCall({ .connectionId = u"c"_s, .proxy = proxy.address() }, Urgency::Person, {})->get(server.url(u"/x"_s));
        };
        QCOMPARE(proxyThatAsks(get(wanting).error()), wanting.address());
        QVERIFY(wanting.logins().isEmpty());
        QVERIFY(server.received().empty());
        const auto answer = get(open);
        QVERIFY2(answer, qPrintable(why(answer)));
        QVERIFY(open.logins().isEmpty());
        QCOMPARE(open.served().size(), 1);
    }

    /// The host is not asked again in vain, and the keychain is what has to be opened.
    void aLockedKeychainIsSaidForAProxyToo()
    {
        LoopbackProxy proxy("mira", "planted-secret");
        ScriptedServer server([](const Received &) { return Reply::json("{}"); });
        const auto keychain = std::make_shared<testkit::MemoryKeychain>();
        ProxyLogins(keychain).set(proxy.address(), { u"mira"_s, u"planted-secret"_s });
        keychain->setState(SecretStore::State::Locked);
        HttpClient client({ .proxyLogins = std::make_shared<ProxyLogins>(keychain) });
        const auto get = [&] { return client.forCall({ .connectionId = u"c"_s, .proxy = proxy.address() }, Urgency::Person, {})->get(server.url(u"/x"_s)); };
        const auto locked = get();
        QVERIFY(!locked);
        QCOMPARE(locked.error().code, ErrorCode::Forbidden);
        QCOMPARE(locked.error().source, u"keychain"_s);
        keychain->setState(SecretStore::State::Available);
        const auto open = get();
        QVERIFY2(open, qPrintable(why(open)));
    }

    /// A keychain that says no, or fails, is not asked at each 407: its dialog would come back for ever. What the person gives counts.
    void aKeychainThatFailsIsAskedOnceForAProxy()
    {
        LoopbackProxy proxy("mira", "planted-secret");
        ScriptedServer server([](const Received &) { return Reply::json("{}"); });
        const auto keychain = std::make_shared<testkit::MemoryKeychain>();
        ProxyLogins(keychain).set(proxy.address(), { u"mira"_s, u"planted-secret"_s });
        keychain->setState(SecretStore::State::Refused);
        const auto logins = std::make_shared<ProxyLogins>(keychain);
        HttpClient client({ .proxyLogins = logins });
        const auto get = [&] { return client.forCall({ .connectionId = u"c"_s, .proxy = proxy.address() }, Urgency::Person, {})->get(server.url(u"/x"_s)); };
        QVERIFY(!logins->isUnread(proxy.address()));
        for (int time = 0; time < 3; ++time)
            QCOMPARE(proxyThatAsks(get().error()), proxy.address());
        QCOMPARE(keychain->reads(), 1);
        QVERIFY(logins->isUnread(proxy.address()));
        logins->set(proxy.address(), { u"mira"_s, u"planted-secret"_s });
        QVERIFY(!logins->isUnread(proxy.address()));
        const auto given = get();
        QVERIFY2(given, qPrintable(why(given)));
    }

    /// The environment names a proxy: it is asked, but not for this machine itself.
    void theSystemsProxy()
    {
        ScriptedServer proxy([](const Received &) { return Reply::json("{\"by\": \"the proxy\"}"); });
        ScriptedServer server([](const Received &) { return Reply::json("{}"); });
        qputenv("http_proxy", u"http://127.0.0.1:%1"_s.arg(proxy.port()).toLatin1());
        const auto undo = qScopeGuard([] { qunsetenv("http_proxy"); });
        HttpClient client({});
        const auto http = client.forCall({}, Urgency::Person, {});
        const auto far = http->get(QUrl(u"http://far.invalid/x"_s));
        QVERIFY2(far, qPrintable(why(far)));
        QCOMPARE(far->body, "{\"by\": \"the proxy\"}"_ba);
        QVERIFY(http->get(server.url(u"/near"_s)));
        QCOMPARE(server.count("/near"), 1);
    }

    void theLogHoldsNoSecret()
    {
        ScriptedServer server([](const Received &request) { return request.path() == "/drop" ? Reply::raw({}) : Reply::json("{}"); });
        HttpClient client({});
        const auto http = client.forCall({ .connectionId = u"one"_s }, Urgency::Person, {});
        QVERIFY(http->send({ .method = "POST", .url = server.url(u"/token?code=planted-secret&limit=5&client_secret=planted-secret"_s), .headers = secrets, .body = "planted-secret" }));
        QVERIFY(!http->send({ .method = "POST", .url = server.url(u"/drop?access_token=planted-secret"_s), .body = "x" }));
        QVERIFY(client.forCall({ .connectionId = u"two"_s }, Urgency::Person, {})->get(server.url(u"/x"_s)));
        const auto lines = client.requestLog(u"one"_s);
        QCOMPARE(lines.size(), size_t(2));
        QCOMPARE(lines[0].method, "POST"_ba);
        QCOMPARE(lines[0].status, 200);
        QVERIFY(!lines[0].error && lines[0].wireBytes > 0);
        QCOMPARE(lines[0].url, server.url(u"/token?code=…&limit=5&client_secret=…"_s).toString());
        QCOMPARE(lines[1].status, 0);
        QCOMPARE(lines[1].error, ErrorCode::Offline);
        for (const RequestLine &line : client.requestLog())
            QVERIFY(!line.url.contains(u"planted"_s));
        QCOMPARE(client.requestLog().size(), size_t(3));
    }

    void theLogIsBounded()
    {
        ScriptedServer server([](const Received &) { return Reply::json("{}"); });
        HttpClient client({});
        const auto http = client.forCall({ .connectionId = u"one"_s }, Urgency::Person, {});
        for (int i = 0; i < 510; ++i)
            QVERIFY(http->get(server.url(u"/?page=%1"_s.arg(i))));
        const auto lines = client.requestLog();
        QCOMPARE(lines.size(), size_t(500));
        QVERIFY(lines.back().url.endsWith(u"page=509"_s));
        const auto traffic = client.traffic();
        QCOMPARE(traffic.size(), size_t(1));
        QCOMPARE(traffic[0].host, u"127.0.0.1:%1"_s.arg(server.port()));
        QCOMPARE(traffic[0].requestsToday, 510);
        QVERIFY(traffic[0].bytesToday > 510 * 100);
    }

private:
    TestCertificates certificates;
    QTemporaryDir directory;
};

QTEST_GUILESS_MAIN(TestHttpSecrets)
#include "tst_httpsecrets.moc"
