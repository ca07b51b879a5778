// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stays open: event streams and web sockets.
#include "models/sync/httpclient.h"
#include "models/sync/proxylogins.h"
#include "tests/kit/loopbackproxy.h"
#include "tests/kit/scriptedserver.h"
#include "tests/kit/socksproxy.h"
#include "tests/unit/sync/httpkit.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <QWebSocket>
#include <QWebSocketServer>

#include <future>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

/// A real web socket server on a thread of its own: greets with the sub-protocol, and sends back what it is sent.
class EchoServer final {
public:
    EchoServer()
    {
        std::promise<quint16> ready;
        auto port = ready.get_future();
        m_thread.reset(QThread::create([this, &ready] {
            QWebSocketServer server(u"echo"_s, QWebSocketServer::NonSecureMode);
            server.setSupportedSubprotocols({ u"a.token-of_mine"_s });
            server.setMaxPendingConnections(100);
            QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&server] {
                QWebSocket *socket = server.nextPendingConnection();
                socket->setParent(&server);
                socket->sendTextMessage("protocol "_L1 + socket->subprotocol());
                QObject::connect(socket, &QWebSocket::textMessageReceived, socket, [socket](const QString &text) {
                    if (text == u"close")
                        socket->close();
                    else if (text == u"much")
                        socket->sendTextMessage(QString(5 << 20, u'm'));
                    else
                        socket->sendTextMessage("echo "_L1 + text);
                });
            });
            server.listen(QHostAddress::LocalHost);
            ready.set_value(server.serverPort());
            QEventLoop loop;
            m_loop.store(&loop);
            loop.exec();
        }));
        m_thread->start();
        m_port = port.get();
    }
    ~EchoServer()
    {
        while (!m_loop.load())
            QThread::yieldCurrentThread();
        m_loop.load()->quit(); // Thread-safe.
        m_thread->wait();
    }
    QUrl url() const { return QUrl(u"ws://127.0.0.1:%1/signals"_s.arg(m_port)); }

private:
    std::unique_ptr<QThread> m_thread;
    std::atomic<QEventLoop *> m_loop = nullptr;
    quint16 m_port = 0;
};

/// RFC 6455 section 1.3.
QByteArray upgrade(const Received &request)
{
    const QByteArray key = request.header("sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const QByteArray accept = QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64();
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accept + "\r\n\r\n";
}

} // namespace

class TestHttpStreams final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsOverAsItComes()
    {
        ScriptedServer server([](const Received &) {
            return Reply::raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n").send("data: 1\n\n").pause(150ms).send("data: 2\n\n").pause(150ms).send("data: 3\n\n");
        });
        HttpClient client({});
        QByteArray all;
        std::vector<qint64> at;
        QElapsedTimer timer;
        timer.start();
        const auto answer = client.forCall({}, Urgency::Background, {})->stream({ .url = server.url(u"/"_s), .deadline = 5s }, [&](QByteArrayView data) {
            all.append(data);
            at.push_back(timer.elapsed());
            return true;
        }, 5s);
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->header("content-type"), "text/event-stream"_ba);
        QCOMPARE(all, "data: 1\n\ndata: 2\n\ndata: 3\n\n"_ba);
        QVERIFY(at.size() >= 2); // Not all at once, in the end.
        qInfo("%zu pieces, the first after %lld ms, the last after %lld ms", at.size(), static_cast<long long>(at.front()), static_cast<long long>(at.back()));
        QVERIFY(at.back() - at.front() >= 100);
    }

    void endsWhenItHasEnough()
    {
        ScriptedServer server([](const Received &) { return Reply::raw("HTTP/1.1 200 OK\r\n\r\n").repeat("data: x\n\n", 1 << 30); });
        HttpClient client({});
        qint64 got = 0;
        const auto answer = client.forCall({}, Urgency::Background, {})->stream({ .url = server.url(u"/"_s) }, [&](QByteArrayView data) { return (got += data.size()) < 1000; }, 5s);
        QVERIFY2(answer, qPrintable(why(answer)));
        QTRY_COMPARE(server.open(), 0);
    }

    /// A slow reader slows the sender down, instead of filling the memory.
    void isReadNoFasterThanItIsWanted()
    {
        ScriptedServer server([](const Received &) { return Reply::raw("HTTP/1.1 200 OK\r\n\r\n").repeat(QByteArray(1 << 16, 's'), qint64(1) << 30); });
        HttpClient client({});
        std::stop_source stop;
        std::atomic<bool> first = false;
        std::promise<void> go;
        auto wait = go.get_future();
        auto call = std::async(std::launch::async, [&] {
            return client.forCall({}, Urgency::Background, stop.get_token())->stream({ .url = server.url(u"/"_s) }, [&](QByteArrayView) {
                if (!first.exchange(true))
                    wait.wait();
                return true;
            }, 5s);
        });
        QTRY_VERIFY(first.load());
        qint64 before = -1; // Until nothing more is taken.
        QTRY_VERIFY_WITH_TIMEOUT(std::exchange(before, server.sent()) == server.sent() && server.sent() > 0, 10'000);
        QTest::qWait(300);
        // What sockets hold on both sides is the system's affair: some megabytes.
        QVERIFY2(server.sent() < 64 << 20, qPrintable(QString::number(server.sent())));
        const qint64 held = server.sent();
        go.set_value();
        QTRY_VERIFY(server.sent() > held + (64 << 20)); // And it goes on.
        stop.request_stop();
        QCOMPARE(call.get().error().code, ErrorCode::Cancelled);
    }

    void readsGzip()
    {
        const QByteArray plain = QByteArray("data: something\n\n").repeated(100'000);
        ScriptedServer server([&](const Received &) { return Reply::answer(200, gzip(plain), { { "Content-Encoding", "gzip" } }); });
        HttpClient client({});
        QByteArray all;
        // More than maxBytes: nothing of it is held.
        const auto answer = client.forCall({}, Urgency::Background, {})->stream({ .url = server.url(u"/"_s), .maxBytes = 1000 }, [&](QByteArrayView data) {
            all.append(data);
            return true;
        }, 5s);
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(all, plain);
        QVERIFY(answer->body.isEmpty());
    }

    void whatGoesWrong_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no head") << u"/stall"_s << ErrorCode::Timeout;
        QTest::newRow("silence") << u"/stallbody"_s << ErrorCode::Timeout;
        QTest::newRow("no answer") << u"/drop"_s << ErrorCode::Offline;
        QTest::newRow("broken off") << u"/truncate"_s << ErrorCode::Offline;
        QTest::newRow("reset") << u"/truncatereset"_s << ErrorCode::Offline;
        QTest::newRow("a bomb") << u"/bomb"_s << ErrorCode::BadResponse;
        QTest::newRow("too many") << u"/429"_s << ErrorCode::RateLimited;
    }

    void whatGoesWrong()
    {
        QFETCH(const QString, path);
        ScriptedServer server(misbehave);
        HttpClient client({});
        const auto answer = client.forCall({}, Urgency::Background, {})->stream({ .url = server.url(path), .deadline = 700ms }, [](QByteArrayView) { return true; }, 700ms);
        QVERIFY(!answer);
        QTEST(answer.error().code, "code");
        QVERIFY(server.received().size() == 1 || path == u"/drop"); // Where nothing has been answered, Qt asks once more.
        QTRY_VERIFY(path == u"/429" || path == u"/bomb" || path == u"/drop" || server.open() == 0);
    }

    void anotherStatusIsAnAnswer()
    {
        ScriptedServer server([](const Received &) { return Reply::answer(404, QByteArray(200'000, 'n')); });
        HttpClient client({});
        bool called = false;
        const auto answer = client.forCall({}, Urgency::Background, {})->stream({ .url = server.url(u"/"_s) }, [&](QByteArrayView) { return called = true; }, 5s);
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(answer->status, 404);
        QVERIFY(answer->body.size() <= 65'536);
        QVERIFY(!called);
    }

    /// Streams are outside of the gate: twenty of them keep nobody waiting.
    void keepsNobodyWaiting()
    {
        ScriptedServer server([](const Received &request) {
            return request.path() == "/stream" ? Reply::raw("HTTP/1.1 200 OK\r\n\r\ndata: 1\n\n", Reply::End::Stall) : Reply::json("{}");
        });
        HttpClient client({});
        std::stop_source stop;
        std::vector<std::future<ErrorCode>> streams;
        for (int i = 0; i < 20; ++i) {
            streams.push_back(std::async(std::launch::async, [&] {
                const auto answer = client.forCall({}, Urgency::Background, stop.get_token())->stream({ .url = server.url(u"/stream"_s) }, [](QByteArrayView) { return true; }, 60s);
                return answer ? ErrorCode::Internal : answer.error().code;
            }));
        }
        QTRY_COMPARE(server.count("/stream"), 20);
        const auto answer = client.forCall({}, Urgency::Background, {})->send({ .url = server.url(u"/"_s), .deadline = 5s });
        QVERIFY2(answer, qPrintable(why(answer)));
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        for (auto &one : streams)
            QCOMPARE(one.get(), ErrorCode::Cancelled);
        QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
        QTRY_VERIFY(server.open() <= 1);
    }

    void webSocketsTellTheProxyToo()
    {
        LoopbackProxy proxy("mira", "planted-secret");
        EchoServer server;
        const auto logins = std::make_shared<ProxyLogins>(std::make_shared<RunSecrets>());
        HttpClient client({ .proxyLogins = logins });
        const auto open = [&] {
            return client.forCall({ .connectionId = u"c"_s, .proxy = proxy.address() }, Urgency::Person, {})->openSocket(server.url(), { "a.token-of_mine" }, 5s);
        };
        const auto refused = open();
        QVERIFY(!refused);
        QCOMPARE(proxyThatAsks(refused.error()), proxy.address());
        // A password that is not taken is told once: a directory locks the account of who tries it again and again.
        logins->set(proxy.address(), { u"mira"_s, u"expired"_s });
        QCOMPARE(proxyThatAsks(open().error()), proxy.address());
        QVERIFY(!logins->known(proxy.address()));
        QCOMPARE(proxyThatAsks(open().error()), proxy.address());
        QVERIFY(!logins->known(proxy.address()));
        logins->set(proxy.address(), { u"mira"_s, u"planted-secret"_s });
        const auto socket = open();
        QVERIFY2(socket, qPrintable(why(socket)));
        const auto greeting = (*socket)->receive(5s);
        QVERIFY(greeting && *greeting);
        QCOMPARE(**greeting, "protocol a.token-of_mine"_ba);
        QVERIFY(proxy.served().last().startsWith("CONNECT "));
    }

    void webSocketsGoThroughSocks()
    {
        SocksProxy proxy("mira", "planted-secret");
        EchoServer server;
        const auto logins = std::make_shared<ProxyLogins>(std::make_shared<RunSecrets>());
        HttpClient client({ .proxyLogins = logins });
        const auto open = [&] {
            return client.forCall({ .connectionId = u"c"_s, .proxy = proxy.address() }, Urgency::Person, {})->openSocket(server.url(), { "a.token-of_mine" }, 5s);
        };
        QCOMPARE(proxyThatAsks(open().error()), proxy.address());
        logins->set(proxy.address(), { u"mira"_s, u"expired"_s });
        for (int time = 0; time < 2; ++time)
            QCOMPARE(proxyThatAsks(open().error()), proxy.address());
        QCOMPARE(proxy.logins(), QList<QByteArray> { "mira:expired" });
        logins->set(proxy.address(), { u"mira"_s, u"planted-secret"_s });
        const auto socket = open();
        QVERIFY2(socket, qPrintable(why(socket)));
        const auto greeting = (*socket)->receive(5s);
        QVERIFY(greeting && *greeting);
        QCOMPARE(**greeting, "protocol a.token-of_mine"_ba);
    }

    void socketsTalk()
    {
        EchoServer server;
        HttpClient client({});
        const auto http = client.forCall({}, Urgency::Background, {});
        auto socket = http->openSocket(server.url(), { "a.token-of_mine" }, 5s);
        QVERIFY2(socket, qPrintable(why(socket)));
        auto message = (*socket)->receive(5s);
        QVERIFY(message && *message);
        QCOMPARE(**message, "protocol a.token-of_mine"_ba);
        for (int i = 0; i < 100; ++i)
            QVERIFY((*socket)->send("nr " + QByteArray::number(i)));
        for (int i = 0; i < 100; ++i) {
            message = (*socket)->receive(5s);
            QVERIFY(message && *message);
            QCOMPARE(**message, "echo nr " + QByteArray::number(i));
        }
        message = (*socket)->receive(20ms);
        QVERIFY(message && !*message); // Nothing came: no error.
        QVERIFY((*socket)->send("close"));
        const auto closed = (*socket)->receive(5s);
        QVERIFY(!closed);
        QCOMPARE(closed.error().code, ErrorCode::Offline);
        QVERIFY(!(*socket)->send("x"));
        const auto lines = client.requestLog();
        QCOMPARE(lines.size(), size_t(1));
        QCOMPARE(lines[0].status, 101);
    }

    void aMessageThatIsTooLarge()
    {
        EchoServer server;
        HttpClient client({});
        auto socket = client.forCall({}, Urgency::Background, {})->openSocket(server.url(), { "a.token-of_mine" }, 5s);
        QVERIFY2(socket, qPrintable(why(socket)));
        QVERIFY((*socket)->receive(5s));
        QVERIFY((*socket)->send("much"));
        const auto message = (*socket)->receive(10s);
        QVERIFY(!message);
        QVERIFY2(message.error().code == ErrorCode::BadResponse, qPrintable(why(message)));
    }

    void refusedSockets_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("401") << 401 << ErrorCode::Unauthorised; // With a challenge; without one in the next test.
        QTest::newRow("403") << 403 << ErrorCode::Forbidden;
        QTest::newRow("404") << 404 << ErrorCode::NotFound;
        QTest::newRow("429") << 429 << ErrorCode::RateLimited;
        QTest::newRow("500") << 500 << ErrorCode::BadResponse;
        QTest::newRow("302") << 302 << ErrorCode::BadResponse;
    }

    void refusedSockets()
    {
        QFETCH(const int, status);
        ScriptedServer server([&](const Received &) { return Reply::answer(status, "no", { { "Location", "/elsewhere" }, { "WWW-Authenticate", "Bearer" } }); });
        HttpClient client({});
        const auto socket = client.forCall({}, Urgency::Background, {})->openSocket(server.url(u"/"_s), { "planted-secret" }, 5s);
        QVERIFY(!socket);
        QTEST(socket.error().code, "code");
        QCOMPARE(socket.error().httpStatus, status);
        QVERIFY(!socket.error().detail.contains(u"planted"_s));
        QCOMPARE(server.received().size(), size_t(1));
    }

    void refusedWithoutAChallenge()
    {
        ScriptedServer server([&](const Received &) { return Reply::answer(401, "no"); });
        HttpClient client({});
        const auto socket = client.forCall({}, Urgency::Background, {})->openSocket(server.url(u"/"_s), { "planted-secret" }, 5s);
        QVERIFY(!socket);
        QVERIFY2(socket.error().code == ErrorCode::Unauthorised, qPrintable(why(socket)));
    }

    void socketsThatDoNotOpen_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("stall");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("silence") << ""_ba << true << ErrorCode::Timeout;
        QTest::newRow("half a head") << "HTTP/1.1 101 Swit"_ba << true << ErrorCode::Timeout;
        QTest::newRow("dropped") << ""_ba << false << ErrorCode::Offline;
        QTest::newRow("another key") << "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: AAAA\r\n\r\n"_ba << true << ErrorCode::BadResponse;
        QTest::newRow("a plain answer") << "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"_ba << true << ErrorCode::BadResponse;
        QTest::newRow("no HTTP") << "what is this\r\n\r\n"_ba << true << ErrorCode::BadResponse;
    }

    void socketsThatDoNotOpen()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, stall);
        ScriptedServer server([&](const Received &) { return Reply::raw(bytes, stall ? Reply::End::Stall : Reply::End::Close); });
        HttpClient client({});
        const auto socket = client.forCall({}, Urgency::Background, {})->openSocket(server.url(u"/"_s), { "t" }, 700ms);
        QVERIFY(!socket);
        QTEST(socket.error().code, "code");
        QTRY_COMPARE(server.open(), 0);
    }

    void aDeadPeerIsNoticed()
    {
        ScriptedServer server([](const Received &request) { return Reply::raw(upgrade(request) + "\x81\x02hi", Reply::End::Stall); });
        HttpClient client({ .socketPing = 200ms, .socketPong = 300ms });
        auto socket = client.forCall({}, Urgency::Background, {})->openSocket(server.url(u"/"_s), {}, 5s);
        QVERIFY2(socket, qPrintable(why(socket)));
        QCOMPARE(**(*socket)->receive(5s), "hi"_ba);
        QElapsedTimer timer;
        timer.start();
        const auto nothing = (*socket)->receive(20s);
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, ErrorCode::Offline);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        QTRY_COMPARE(server.open(), 0);
    }

    /// One that answers pings is not dead, however little it has to say.
    void aSilentPeerLives()
    {
        EchoServer server;
        HttpClient client({ .socketPing = 50ms, .socketPong = 2'000ms });
        auto socket = client.forCall({}, Urgency::Background, {})->openSocket(server.url(), { "a.token-of_mine" }, 5s);
        QVERIFY2(socket, qPrintable(why(socket)));
        QVERIFY((*socket)->receive(5s));
        const auto nothing = (*socket)->receive(600ms);
        QVERIFY2(nothing && !*nothing, qPrintable(why(nothing)));
        QVERIFY((*socket)->send("there?"));
        QCOMPARE(**(*socket)->receive(5s), "echo there?"_ba);
    }

    void messagesThatAreNone()
    {
        // A reserved opcode, and text that is no UTF-8 (RFC 6455 section 8.1): the connection ends.
        for (const QByteArray &frame : { "\x8b\x02hi"_ba, "\x81\x02\xff\xfe"_ba }) {
            ScriptedServer server([&](const Received &request) { return Reply::raw(upgrade(request) + frame, Reply::End::Stall); });
            HttpClient client({});
            auto socket = client.forCall({}, Urgency::Background, {})->openSocket(server.url(u"/"_s), {}, 5s);
            QVERIFY2(socket, qPrintable(why(socket)));
            const auto message = (*socket)->receive(5s);
            QVERIFY(!message);
            QVERIFY2(message.error().code == ErrorCode::BadResponse || message.error().code == ErrorCode::Offline, qPrintable(why(message)));
        }
    }

    void socketsAreCancelled()
    {
        ScriptedServer server([](const Received &request) { return request.path() == "/open" ? Reply::raw(upgrade(request), Reply::End::Stall) : Reply::stall(); });
        HttpClient client({});
        for (const QString &path : { u"/open"_s, u"/handshake"_s }) {
            std::stop_source stop;
            QElapsedTimer timer;
            const int before = server.count(path.toLatin1());
            auto call = std::async(std::launch::async, [&] {
                auto socket = client.forCall({}, Urgency::Background, stop.get_token())->openSocket(server.url(path), {}, 60s);
                if (!socket)
                    return socket.error().code;
                const auto message = (*socket)->receive(60s);
                return message ? ErrorCode::Internal : message.error().code;
            });
            QTRY_VERIFY(server.count(path.toLatin1()) > before);
            timer.start();
            stop.request_stop();
            QCOMPARE(call.get(), ErrorCode::Cancelled);
            QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
            QTRY_COMPARE(server.open(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpStreams)
#include "tst_httpstreams.moc"
