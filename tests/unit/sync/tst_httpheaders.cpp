// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What needs no network: rate headers, addresses, redirects, content codings.
#include "models/sync/http/address.h"
#include "models/sync/http/bodydecoder.h"
#include "models/sync/http/rateheaders.h"
#include "tests/kit/scriptedserver.h"
#include "tests/unit/sync/httpkit.h"

#include <QTest>
#include <QTimeZone>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using OptMs = std::optional<std::chrono::milliseconds>;
using OptCount = std::optional<qint64>;
Q_DECLARE_METATYPE(OptMs)
Q_DECLARE_METATYPE(OptCount)
Q_DECLARE_METATYPE(callboard::sdk::Headers)

class TestHttpHeaders final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rateHeaders_data()
    {
        QTest::addColumn<sdk::Headers>("headers");
        QTest::addColumn<OptMs>("retryAfter");
        QTest::addColumn<OptCount>("limit");
        QTest::addColumn<OptCount>("remaining");
        QTest::addColumn<OptMs>("resetIn");
        // RFC 9110 section 10.2.3 has both forms; the answer's own clock counts.
        QTest::newRow("seconds") << sdk::Headers { { "retry-after", "120" } } << OptMs(120s) << OptCount() << OptCount() << OptMs();
        QTest::newRow("date") << sdk::Headers { { "date", "Fri, 31 Dec 1999 23:58:00 GMT" }, { "retry-after", "Fri, 31 Dec 1999 23:59:59 GMT" } }
                              << OptMs(119s) << OptCount() << OptCount() << OptMs();
        QTest::newRow("date gone by") << sdk::Headers { { "date", "Fri, 31 Dec 1999 23:59:59 GMT" }, { "retry-after", "Fri, 31 Dec 1999 23:58:00 GMT" } }
                                      << OptMs(0s) << OptCount() << OptCount() << OptMs();
        QTest::newRow("for ever") << sdk::Headers { { "retry-after", "999999999999" } } << OptMs(1h) << OptCount() << OptCount() << OptMs();
        QTest::newRow("nonsense") << sdk::Headers { { "retry-after", "soon" }, { "x-ratelimit-remaining", "-5" }, { "ratelimit", ";;=,r" } }
                                  << OptMs() << OptCount() << OptCount() << OptMs();
        // docs.github.com, "Rate limits for the REST API".
        QTest::newRow("github") << sdk::Headers { { "date", "Thu, 01 Jan 2026 00:00:00 GMT" }, { "x-ratelimit-limit", "5000" },
            { "x-ratelimit-remaining", "4987" }, { "x-ratelimit-reset", "1767225720" }, { "x-ratelimit-resource", "core" } }
                                << OptMs() << OptCount(5000) << OptCount(4987) << OptMs(120s);
        QTest::newRow("github search") << sdk::Headers { { "x-ratelimit-limit", "30" }, { "x-ratelimit-remaining", "3" }, { "x-ratelimit-resource", "search" } }
                                       << OptMs() << OptCount() << OptCount() << OptMs();
        // docs.gitlab.com, "Rate limits": RateLimit-Reset is a point in time there.
        QTest::newRow("gitlab") << sdk::Headers { { "date", "Thu, 01 Jan 2026 00:00:00 GMT" }, { "ratelimit-limit", "60" },
            { "ratelimit-remaining", "0" }, { "ratelimit-reset", "1767225600" }, { "retry-after", "30" } }
                                << OptMs(30s) << OptCount(60) << OptCount(0) << OptMs(0s);
        // draft-ietf-httpapi-ratelimit-headers: sections of the examples in -06, -07 and -10.
        QTest::newRow("ietf 06") << sdk::Headers { { "ratelimit-limit", "100, 100;w=60" }, { "ratelimit-remaining", "50" }, { "ratelimit-reset", "50" } }
                                 << OptMs() << OptCount(100) << OptCount(50) << OptMs(50s);
        QTest::newRow("ietf 07") << sdk::Headers { { "ratelimit", "limit=100, remaining=50, reset=5" }, { "ratelimit-policy", "100;w=60" } }
                                 << OptMs() << OptCount(100) << OptCount(50) << OptMs(5s);
        QTest::newRow("ietf 10") << sdk::Headers { { "ratelimit-policy", "\"default\";q=100;w=10" }, { "ratelimit", "\"default\";r=50;t=30" } }
                                 << OptMs() << OptCount(100) << OptCount(50) << OptMs(30s);
        QTest::newRow("discord") << sdk::Headers { { "x-ratelimit-limit", "5" }, { "x-ratelimit-remaining", "0" }, { "x-ratelimit-reset-after", "1.5" } }
                                 << OptMs() << OptCount(5) << OptCount(0) << OptMs(1s);
    }

    void rateHeaders()
    {
        QFETCH(const sdk::Headers, headers);
        const RateNote note = readRateHeaders(headers, QDateTime(QDate(2026, 1, 1), QTime(), QTimeZone::utc()));
        QTEST(OptMs(note.retryAfter), "retryAfter");
        QTEST(OptCount(note.limit), "limit");
        QTEST(OptCount(note.remaining), "remaining");
        QTEST(OptMs(note.resetIn), "resetIn");
    }

    void whatMeansTooMany()
    {
        QVERIFY(RateNote {}.refuses(429));
        QVERIFY(!RateNote {}.refuses(403));
        QVERIFY((RateNote { .remaining = 0 }.refuses(403)));
        QVERIFY((RateNote { .retryAfter = 5s }.refuses(403)));
        QVERIFY((!RateNote { .retryAfter = 5s }.refuses(503)));
    }

    void redirects_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("to"); ///< Empty: an error.
        QTest::addColumn<QByteArray>("then");
        QTest::addColumn<bool>("withCredentials");
        const auto same = u"https://a.example/x"_s;
        QTest::newRow("relative") << "GET"_ba << 302 << "/x"_ba << same << "GET"_ba << true;
        QTest::newRow("same host, port spelled") << "GET"_ba << 301 << "https://A.example:443/x"_ba << u"https://a.example:443/x"_s << "GET"_ba << true;
        QTest::newRow("no scheme") << "GET"_ba << 308 << "//b.example/x"_ba << u"https://b.example/x"_s << "GET"_ba << false;
        QTest::newRow("other host") << "GET"_ba << 302 << "https://b.example/x"_ba << u"https://b.example/x"_s << "GET"_ba << false;
        QTest::newRow("other port") << "GET"_ba << 307 << "https://a.example:8443/x"_ba << u"https://a.example:8443/x"_s << "GET"_ba << false;
        QTest::newRow("subdomain") << "GET"_ba << 307 << "https://x.a.example/x"_ba << u"https://x.a.example/x"_s << "GET"_ba << false;
        QTest::newRow("to http") << "GET"_ba << 302 << "http://a.example/x"_ba << QString() << ""_ba << false;
        QTest::newRow("to a file") << "GET"_ba << 302 << "file:///etc/passwd"_ba << QString() << ""_ba << false;
        QTest::newRow("to data") << "GET"_ba << 302 << "data:text/plain,x"_ba << QString() << ""_ba << false;
        QTest::newRow("with a password") << "GET"_ba << 302 << "https://u:p@a.example/"_ba << QString() << ""_ba << false;
        QTest::newRow("POST, 301") << "POST"_ba << 301 << "/x"_ba << same << "GET"_ba << true;
        QTest::newRow("POST, 303") << "POST"_ba << 303 << "/x"_ba << same << "GET"_ba << true;
        QTest::newRow("POST, 307") << "POST"_ba << 307 << "/x"_ba << same << "POST"_ba << true;
        QTest::newRow("POST, 307, other host") << "POST"_ba << 307 << "https://b.example/x"_ba << QString() << ""_ba << false;
        QTest::newRow("POST, 308, other port") << "POST"_ba << 308 << "https://a.example:1/x"_ba << QString() << ""_ba << false;
        QTest::newRow("POST, 303, other host") << "POST"_ba << 303 << "https://b.example/x"_ba << u"https://b.example/x"_s << "GET"_ba << false;
        QTest::newRow("DELETE, 302, other host") << "DELETE"_ba << 302 << "https://b.example/x"_ba << QString() << ""_ba << false;
        QTest::newRow("DELETE, 302") << "DELETE"_ba << 302 << "/x"_ba << same << "DELETE"_ba << true;
    }

    void redirects()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const int, status);
        QFETCH(const QByteArray, location);
        QFETCH(const QString, to);
        QFETCH(const QByteArray, then);
        QFETCH(const bool, withCredentials);
        sdk::HttpRequest request { .method = method, .url = QUrl(u"https://a.example/start"_s), .headers = { { "Accept", "application/json" }, { "If-None-Match", "\"e\"" } }, .body = "b" };
        const QByteArrayList credentials { "Authorization", "PRIVATE-TOKEN", "Cookie", "Sec-WebSocket-Protocol", "X-Vault-Token", "X-API-Key",
            "Proxy-Authorization", "JOB-TOKEN", "Circle-Token", "X-Something-New", "DD-APPLICATION-KEY" };
        for (const QByteArray &name : credentials)
            request.headers.append({ name, "secret" });
        const auto next = redirected(request, status, location);
        if (to.isEmpty()) {
            QVERIFY(!next);
            QCOMPARE(next.error().code, domain::ErrorCode::BadResponse);
            return;
        }
        QVERIFY2(next && *next, qPrintable(why(next)));
        QCOMPARE((*next)->url, QUrl(to));
        QCOMPARE((*next)->method, then);
        QCOMPARE((*next)->body, then == method ? "b"_ba : ""_ba);
        int secrets = 0;
        for (const auto &[name, value] : (*next)->headers)
            secrets += value == "secret";
        QCOMPARE(secrets, withCredentials ? credentials.size() : 0);
        QVERIFY((*next)->headers.contains(sdk::Header { "Accept", "application/json" }));
        QVERIFY(!(*next)->headers.contains(sdk::Header { "If-None-Match", "\"e\"" })); // Of another address.
    }

    void noRedirect()
    {
        const sdk::HttpRequest request { .url = QUrl(u"https://a.example/"_s) };
        for (const int status : { 200, 300, 304, 305, 404 })
            QVERIFY(!*redirected(request, status, "/x"));
        QVERIFY(!*redirected(request, 302, {}));
    }

    void addressesWithoutSecrets_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"https://a.example/api/catalog/entities/by-query?limit=500&cursor=eyJhIjoxfQ"_s
                               << u"https://a.example/api/catalog/entities/by-query?limit=500&cursor=…"_s;
        QTest::newRow("port and fragment") << u"http://a.example:8080/x#token"_s << u"http://a.example:8080/x"_s;
        QTest::newRow("user") << u"https://me:pw@a.example/x"_s << u"https://a.example/x"_s;
        for (const QString &name : { u"token"_s, u"code"_s, u"client_secret"_s, u"access_token"_s, u"sig"_s, u"state"_s, u"X-Amz-Signature"_s, u"key"_s, u"anything"_s })
            QTest::addRow("%s", qPrintable(name)) << u"https://a.example/x?%1=hush&page=2"_s.arg(name) << u"https://a.example/x?%1=…&page=2"_s.arg(name);
        QTest::newRow("a key as a name") << u"https://a.example/x?ghp_0123456789abcdefghijABCDEFGHIJ012345"_s << u"https://a.example/x?…"_s;
        QTest::newRow("a key in a harmless one") << u"https://a.example/x?limit=%00%01secret"_s << u"https://a.example/x?limit=…"_s;
        QTest::newRow("a key in the path") << u"https://hooks.example/services/T00000000/B00000000/XXXXxxxx0000XXXXxxxx0000"_s
                                           << u"https://hooks.example/services/T00000000/B00000000/…"_s;
        QTest::newRow("ids in the path") << u"https://a.example/by-uid/3b8e2ac1-5a1f-4b6e-9d39-1df4ac0a6b1c/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567"_s
                                         << u"https://a.example/by-uid/3b8e2ac1-5a1f-4b6e-9d39-1df4ac0a6b1c/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567"_s;
    }

    void addressesWithoutSecrets()
    {
        QFETCH(const QString, url);
        QTEST(harmlessAddress(QUrl(url)), "shown");
    }

    void decodesAnySplit()
    {
        const QByteArray plain = QByteArray("some text that repeats ").repeated(1000);
        const QByteArray packed = gzip(plain);
        for (const qsizetype step : { 1, 7, 100, 100'000 }) {
            QByteArray out;
            const auto decoder = BodyDecoder::forCoding("GZIP");
            QVERIFY(decoder);
            for (qsizetype at = 0; at < packed.size(); at += step) {
                const auto more = (*decoder)->decode(packed.sliced(at, std::min(step, packed.size() - at)), [&](QByteArrayView piece) -> domain::Result<bool> {
                    out.append(piece);
                    return true;
                });
                QVERIFY(more && *more);
            }
            QVERIFY((*decoder)->finish());
            QCOMPARE(out, plain);
        }
    }

    void aBombStopsEarly()
    {
        const QByteArray bomb = gzipOfZeros(qint64(1) << 30);
        const auto decoder = BodyDecoder::forCoding("gzip");
        qint64 out = 0;
        domain::Result<bool> more = true;
        for (qsizetype at = 0; at < bomb.size() && more; at += 16'384)
            more = (*decoder)->decode(bomb.sliced(at, std::min<qsizetype>(16'384, bomb.size() - at)), [&](QByteArrayView piece) -> domain::Result<bool> {
                out += piece.size();
                return true;
            });
        QVERIFY(!more);
        QCOMPARE(more.error().code, domain::ErrorCode::BadResponse);
        QVERIFY2(out <= 20 << 20, qPrintable(QString::number(out)));
    }

    void onlyWhatWasAskedForIsDecoded()
    {
        for (const char *coding : { "br", "zstd", "deflate", "gzip, gzip", "compress" })
            QVERIFY(!BodyDecoder::forCoding(coding));
        QVERIFY(BodyDecoder::forCoding(""));
        QVERIFY(BodyDecoder::forCoding("identity"));
        QVERIFY(BodyDecoder::forCoding("x-gzip"));
    }
};

QTEST_GUILESS_MAIN(TestHttpHeaders)
#include "tst_httpheaders.moc"
