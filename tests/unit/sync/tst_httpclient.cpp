// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One request at a time: what is an answer, what is an error and which, what ends it and how soon.
#include "models/sync/httpclient.h"
#include "models/sync/proxylogins.h"
#include "tests/kit/scriptedserver.h"
#include "tests/kit/socksproxy.h"
#include "tests/unit/sync/httpkit.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkProxy>
#include <QTest>

#include <future>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

/// The most that this process has ever held in memory, in bytes (proc(5), VmHWM).
qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

} // namespace

class TestHttpClient final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksAndAnswers()
    {
        ScriptedServer server([](const Received &) {
            return Reply::answer(200, "hello", { { "X-One", "1" }, { "Content-Type", "text/plain" } });
        });
        HttpClient client({});
        const auto answer = client.forCall({}, Urgency::Person, {})->get(server.url(u"/a?b=c%20d"_s), { { "X-Asked", "yes" } });
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "hello"_ba);
        QCOMPARE(answer->header("x-one"), "1"_ba);
        QVERIFY(!answer->notModified);
        QVERIFY(answer->wireBytes > 5);
        const auto received = server.received();
        QCOMPARE(received.size(), size_t(1));
        QCOMPARE(received[0].method, "GET"_ba);
        QCOMPARE(received[0].target, "/a?b=c%20d"_ba);
        QCOMPARE(received[0].header("x-asked"), "yes"_ba);
        QCOMPARE(received[0].header("user-agent"), "Callboard"_ba);
        QCOMPARE(received[0].header("accept-encoding"), "gzip"_ba);
        QVERIFY(received[0].header("cookie").isEmpty());
    }

    void sendsABody_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char *method : { "POST", "PUT", "PATCH", "DELETE" })
            QTest::newRow(method) << QByteArray(method);
    }

    void sendsABody()
    {
        QFETCH(const QByteArray, method);
        ScriptedServer server([](const Received &) { return Reply::answer(201, "made"); });
        HttpClient client({});
        const auto answer = client.forCall({}, Urgency::Person, {})->send(
            { .method = method, .url = server.url(u"/x"_s), .headers = { { "Content-Type", "application/json" } }, .body = "{\"a\":1}" });
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(answer->status, 201);
        QCOMPARE(server.received()[0].method, method);
        QCOMPARE(server.received()[0].body, "{\"a\":1}"_ba);
        QCOMPARE(server.received()[0].header("content-type"), "application/json"_ba);
    }

    /// Whatever status arrives is an answer, with its body.
    void anyStatusIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : { 200, 203, 400, 401, 403, 404, 405, 409, 410, 418, 422, 451, 500, 501, 505, 599 })
            QTest::addRow("%d", status) << status;
    }

    void anyStatusIsAnAnswer()
    {
        QFETCH(const int, status);
        ScriptedServer server([status](const Received &) {
            return Reply::answer(status, "{\"why\":1}", { { "WWW-Authenticate", "Basic realm=\"x\"" } });
        });
        HttpClient client({});
        const auto answer = client.forCall({}, Urgency::Person, {})->get(server.url(u"/"_s), { { "Authorization", "Bearer a" } });
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->body, "{\"why\":1}"_ba);
        QCOMPARE(server.received().size(), size_t(1));
    }

    void headHasNoBody()
    {
        ScriptedServer server([](const Received &) { return Reply::raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", Reply::End::KeepAlive); });
        HttpClient client({});
        const auto answer = client.forCall({}, Urgency::Person, {})->send({ .method = "HEAD", .url = server.url(u"/"_s) });
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(answer->header("content-length"), "99999999999"_ba);
        QVERIFY(answer->body.isEmpty());
    }

    void readsGzip()
    {
        const QByteArray plain = QByteArray("{\"a\": \"some text\"}\n").repeated(5'000);
        const QByteArray packed = gzip(plain.first(40'000)) + gzip(plain.sliced(40'000)); // Two members are one body (RFC 1952).
        ScriptedServer server([&](const Received &) { return Reply::answer(200, packed, { { "Content-Encoding", "gzip" } }); });
        HttpClient client({});
        const auto answer = client.forCall({}, Urgency::Person, {})->get(server.url(u"/"_s));
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(answer->body, plain);
        QVERIFY(answer->wireBytes < packed.size() + 300);
    }

    void whatIsBrokenHasItsError_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("stalls before the head") << u"/stall"_s << ErrorCode::Timeout;
        QTest::newRow("stalls within the head") << u"/stallhead"_s << ErrorCode::Timeout;
        QTest::newRow("stalls within the body") << u"/stallbody"_s << ErrorCode::Timeout;
        QTest::newRow("drips") << u"/drip"_s << ErrorCode::Timeout;
        QTest::newRow("drops") << u"/drop"_s << ErrorCode::Offline;
        QTest::newRow("resets") << u"/reset"_s << ErrorCode::Offline;
        QTest::newRow("truncated") << u"/truncate"_s << ErrorCode::BadResponse;
        QTest::newRow("truncated by a reset") << u"/truncatereset"_s << ErrorCode::BadResponse;
        QTest::newRow("truncated chunks of gzip") << u"/chunkgzipcut"_s << ErrorCode::BadResponse;
        QTest::newRow("no HTTP") << u"/garbage"_s << ErrorCode::Offline; // Qt tells no more than that there was no answer.
        QTest::newRow("endless header line") << u"/headerline"_s << ErrorCode::Timeout;
        QTest::newRow("endless headers") << u"/headers"_s << ErrorCode::Timeout;
        QTest::newRow("two gigabytes, announced") << u"/huge"_s << ErrorCode::BadResponse;
        QTest::newRow("two gigabytes, not announced") << u"/hugeclose"_s << ErrorCode::BadResponse;
        QTest::newRow("two gigabytes, announced as less") << u"/hugelie"_s << ErrorCode::BadResponse;
        QTest::newRow("gzip bomb") << u"/bomb"_s << ErrorCode::BadResponse;
        QTest::newRow("gzip that is none") << u"/nogzip"_s << ErrorCode::BadResponse;
        QTest::newRow("gzip that breaks off") << u"/gzipcut"_s << ErrorCode::BadResponse;
        QTest::newRow("another coding") << u"/brotli"_s << ErrorCode::BadResponse;
        QTest::newRow("redirects in a circle") << u"/circle"_s << ErrorCode::BadResponse;
        QTest::newRow("redirects to a file") << u"/tofile"_s << ErrorCode::BadResponse;
    }

    void whatIsBrokenHasItsError()
    {
        QFETCH(const QString, path);
        QFETCH(const ErrorCode, code);
        ScriptedServer server(misbehave);
        HttpClient client({});
        QElapsedTimer timer;
        timer.start();
        const qint64 before = peakMemory();
        const auto answer = client.forCall({}, Urgency::Person, {})->send({ .url = server.url(path), .deadline = 1'500ms, .maxBytes = 32 << 20 });
        if (answer && path == u"/hugelie") { // What was announced is the answer; the rest is nobody's.
            QCOMPARE(answer->body.size(), qsizetype(1000));
            return;
        }
        QVERIFY2(!answer, "this is no answer");
        QVERIFY2(answer.error().code == code, qPrintable(why(answer)));
        QVERIFY(!answer.error().detail.isEmpty());
        QCOMPARE(answer.error().source, u"127.0.0.1:%1"_s.arg(server.port()));
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        // Thrice the limit is far from two gigabytes; sanitizers hold on to what was freed.
        const qint64 grown = peakMemory() - before;
        if (path.startsWith(u"/h"_s))
            qInfo("%s: %lld MB more at the peak", qPrintable(path), static_cast<long long>(grown >> 20));
        QVERIFY2(underSanitizer || grown < 100 << 20, qPrintable(QString::number(grown >> 20)));
        // Nothing is left running behind it: where the answer came to its end, the connection waits for another request, and
        // Qt leaves one open whose headers it has stopped to read.
        const bool whole = QStringList { u"/bomb"_s, u"/nogzip"_s, u"/gzipcut"_s, u"/brotli"_s, u"/circle"_s, u"/tofile"_s, u"/headers"_s, u"/headerline"_s }.contains(path);
        QTRY_VERIFY(server.open() <= (whole ? 1 : 0));
    }

    /// Qt takes chunks that break off, or that are none, for the end of the body. What came is handed over, and whoever parses
    /// it sees that it is no JSON; packed bodies say themselves where they end (above).
    void whatQtTakesForAnEnd_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("truncated chunks") << u"/chunkcut"_s;
        QTest::newRow("chunked garbage") << u"/chunkgarbage"_s;
    }

    void whatQtTakesForAnEnd()
    {
        QFETCH(const QString, path);
        ScriptedServer server(misbehave);
        HttpClient client({});
        const auto answer = client.forCall({}, Urgency::Person, {})->send({ .url = server.url(path), .deadline = 3s });
        QVERIFY(!answer || answer->body.size() <= 100);
        QVERIFY(answer || answer.error().code == ErrorCode::BadResponse);
    }

    void theLimitIsOfTheBodyUnpacked()
    {
        const QByteArray plain = QByteArray(100'000, 'x');
        ScriptedServer server([&](const Received &) { return Reply::answer(200, gzip(plain), { { "Content-Encoding", "gzip" } }); });
        HttpClient client({});
        const auto http = client.forCall({}, Urgency::Person, {});
        const auto fits = http->send({ .url = server.url(u"/"_s), .maxBytes = 100'000 });
        QVERIFY2(fits, qPrintable(why(fits)));
        QCOMPARE(fits->body.size(), plain.size());
        const auto larger = http->send({ .url = server.url(u"/"_s), .maxBytes = 99'999 });
        QVERIFY(!larger);
        QCOMPARE(larger.error().code, ErrorCode::BadResponse);
    }

    void nobodyListens()
    {
        quint16 port = 0;
        {
            ScriptedServer server([](const Received &) { return Reply::stall(); });
            port = server.port();
        }
        HttpClient client({});
        const auto answer = client.forCall({}, Urgency::Person, {})->get(QUrl(u"http://127.0.0.1:%1/"_s.arg(port)));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Offline);
    }

    void noSuchHost()
    {
        HttpClient client({});
        // RFC 6761 section 6.4: "invalid" is no host, anywhere.
        const auto answer = client.forCall({}, Urgency::Person, {})->send({ .url = QUrl(u"http://callboard.invalid/"_s), .deadline = 30s });
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Offline);
    }

    void aSocksProxyLooksNamesUp_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("socks5") << u"socks5"_s;
        QTest::newRow("socks5h") << u"socks5h"_s;
    }
    void aSocksProxyLooksNamesUp()
    {
        QFETCH(QString, scheme);
        SocksProxy proxy;
        ScriptedServer server([](const Received &) { return Reply::json("{}"); });
        const QString address = proxy.address().replace(u"socks5"_s, scheme);
        const auto read = readProxy(address);
        QVERIFY2(read && *read, qPrintable(why(read)));
        QCOMPARE(proxyName(**read), proxy.address()); // One proxy, and one login.
        HttpClient client({});
        QUrl url = server.url(u"/x"_s);
        url.setHost(u"localhost"_s);
        const auto answer = client.forCall({ .connectionId = u"c"_s, .proxy = address }, Urgency::Person, {})->get(url);
        QVERIFY2(answer, qPrintable(why(answer)));
        // Looked up here, it would be asked for a number.
        QCOMPARE(proxy.served(), QList<QByteArray> { "localhost:" + QByteArray::number(server.port()) });
    }

    void refusesToAsk_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("file") << u"file:///etc/passwd"_s << "A"_ba << "b"_ba;
        QTest::newRow("ftp") << u"ftp://example.org/"_s << "A"_ba << "b"_ba;
        QTest::newRow("no host") << u"http:///x"_s << "A"_ba << "b"_ba;
        QTest::newRow("empty") << u""_s << "A"_ba << "b"_ba;
        QTest::newRow("user") << u"http://me@127.0.0.1/"_s << "A"_ba << "b"_ba;
        QTest::newRow("password") << u"http://me:secret@127.0.0.1/"_s << "A"_ba << "b"_ba;
        QTest::newRow("a line in a header") << u"http://127.0.0.1/"_s << "A"_ba << "b\r\nHost: evil"_ba;
        QTest::newRow("a line in a name") << u"http://127.0.0.1/"_s << "A: b\r\nC"_ba << "b"_ba;
        QTest::newRow("a zero in a header") << u"http://127.0.0.1/"_s << "A"_ba << QByteArray("b\0c", 3);
        QTest::newRow("length of its own") << u"http://127.0.0.1/"_s << "Content-Length"_ba << "5"_ba;
        QTest::newRow("host of its own") << u"http://127.0.0.1/"_s << "host"_ba << "x"_ba;
        QTest::newRow("chunks of its own") << u"http://127.0.0.1/"_s << "Transfer-Encoding"_ba << "chunked"_ba;
    }

    void refusesToAsk()
    {
        QFETCH(const QString, url);
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, value);
        HttpClient client({});
        const auto answer = client.forCall({}, Urgency::Person, {})->get(QUrl(url), { { header, value } });
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Invalid);
        QVERIFY(!answer.error().detail.contains(u"secret"));
    }

    void stopsWithinFiftyMilliseconds_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("before the head") << u"/stall"_s;
        QTest::newRow("within the body") << u"/stallbody"_s;
        QTest::newRow("while bytes pour in") << u"/hugeclose"_s;
    }

    void stopsWithinFiftyMilliseconds()
    {
        QFETCH(const QString, path);
        ScriptedServer server(misbehave);
        HttpClient client({});
        std::vector<qint64> took;
        for (int i = 0; i < 10; ++i) {
            std::stop_source stop;
            const int before = server.count(path.toLatin1());
            QElapsedTimer timer;
            auto call = std::async(std::launch::async, [&] {
                auto answer = client.forCall({}, Urgency::Person, stop.get_token())->send({ .url = server.url(path), .maxBytes = qint64(3) << 30 });
                return std::pair(answer ? ErrorCode::Internal : answer.error().code, timer.nsecsElapsed());
            });
            QTRY_VERIFY(server.count(path.toLatin1()) > before);
            timer.start();
            stop.request_stop();
            const auto [code, nanoseconds] = call.get();
            QCOMPARE(code, ErrorCode::Cancelled);
            took.push_back(nanoseconds / 1000);
        }
        std::ranges::sort(took);
        qInfo("cancelled after %lld µs in the middle, %lld µs at most", static_cast<long long>(took[5]), static_cast<long long>(took.back()));
        QVERIFY2(took[5] < 50'000, qPrintable(QString::number(took[5]))); // The middle one: a busy machine delays any thread.
        QTRY_COMPARE(server.open(), 0); // And the connection is closed, not left to bring what nobody reads.
    }

    void theDeadlineIsOfTheWholeAnswer()
    {
        ScriptedServer server(misbehave);
        HttpClient client({});
        QElapsedTimer timer;
        timer.start();
        const auto answer = client.forCall({}, Urgency::Person, {})->send({ .url = server.url(u"/slowredirects"_s), .deadline = 500ms });
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Timeout);
        QVERIFY2(timer.elapsed() >= 490 && timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
    }

    void aConnectionIsUsedAgain()
    {
        ScriptedServer server([](const Received &) { return Reply::json("{}"); });
        HttpClient client({});
        const auto http = client.forCall({}, Urgency::Background, {});
        for (int i = 0; i < 20; ++i)
            QVERIFY(http->get(server.url(u"/"_s)));
        QCOMPARE(server.open(), 1);
    }

    /// A call that outlives its client, as HostContext makes one where the host lends none.
    void aCallKeepsItsClientAlive()
    {
        ScriptedServer server([](const Received &) { return Reply::json("{}"); });
        const auto http = HttpClient({}).forCall({}, Urgency::Background, {});
        QVERIFY(http->get(server.url(u"/"_s)));
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
