// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are kept with their ETag: whose they are, how much there is of them, what lies on the disk.
#include "models/sync/http/answercache.h"
#include "models/sync/httpclient.h"
#include "tests/kit/scriptedserver.h"
#include "tests/unit/sync/httpkit.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const ConnectionNetwork connection { u"portal-1"_s, {}, {}, {}, {} };

/// Knows an ETag when it sees one again, and says for whom the body is.
Reply etagged(const Received &request)
{
    if (request.header("if-none-match") == "\"v1\"")
        return Reply::answer(304, {}, { { "ETag", "\"v1\"" } });
    return Reply::answer(200, "for " + request.header("authorization") + QByteArray(50'000, ' '), { { "ETag", "\"v1\"" }, { "X-Kept", "yes" } });
}

QStringList filesIn(const QString &directory)
{
    QStringList files;
    QDirIterator it(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    return files;
}

} // namespace

class TestHttpCache final : public QObject {
    Q_OBJECT

    static sdk::HttpRequest request(const QUrl &url, const QByteArray &token, const QByteArray &as = {})
    {
        return { .url = url, .headers = { { "Authorization", token } }, .rememberAs = as };
    }

private Q_SLOTS:
    void init() { directory = std::make_unique<QTemporaryDir>(); }

    void whatHasNotChangedCostsAHead()
    {
        ScriptedServer server(etagged);
        for (int run = 0; run < 2; ++run) { // The second run is another program over the same files.
            HttpClient client({ .cacheDirectory = directory->path() });
            const auto http = client.forCall(connection, Urgency::Background, {});
            for (int i = 0; i < 3; ++i) {
                const auto answer = http->send(request(server.url(u"/a"_s), "Bearer one"));
                QVERIFY2(answer, qPrintable(why(answer)));
                const bool first = run == 0 && i == 0;
                QCOMPARE(answer->notModified, !first);
                QCOMPARE(answer->status, 200);
                QCOMPARE(answer->header("x-kept"), "yes"_ba);
                QVERIFY(answer->body.startsWith("for Bearer one"));
                QVERIFY(first ? answer->wireBytes > 50'000 : answer->wireBytes < 500);
            }
        }
        QCOMPARE(server.received().size(), size_t(6));
    }

    void nobodySeesWhatIsAnothers()
    {
        ScriptedServer server(etagged);
        HttpClient client({ .cacheDirectory = directory->path() });
        const auto http = client.forCall(connection, Urgency::Background, {});
        QVERIFY(http->send(request(server.url(u"/a"_s), "Bearer one"))->body.startsWith("for Bearer one"));
        const auto other = http->send(request(server.url(u"/a"_s), "Bearer two"));
        QVERIFY(!other->notModified && other->body.startsWith("for Bearer two"));
        QVERIFY(server.received()[1].header("if-none-match").isEmpty());
        const auto nobody = http->get(server.url(u"/a"_s));
        QVERIFY(!nobody->notModified && nobody->body.startsWith("for  "));
        ConnectionNetwork second = connection;
        second.connectionId = u"portal-2"_s;
        QVERIFY(!client.forCall(second, Urgency::Background, {})->send(request(server.url(u"/a"_s), "Bearer one"))->notModified);
        for (const QByteArray &header : { "X-Api-Key"_ba, "PRIVATE-TOKEN"_ba, "Cookie"_ba }) {
            QVERIFY(!http->get(server.url(u"/b"_s), { { header, "one" } })->notModified);
            QVERIFY(!http->get(server.url(u"/b"_s), { { header, "two" } })->notModified);
            QVERIFY(http->get(server.url(u"/b"_s), { { header, "two" } })->notModified);
        }
    }

    /// Tokens that live for an hour are not another person each.
    void oneOwnerOfManyTokens()
    {
        ScriptedServer server(etagged);
        HttpClient client({ .cacheDirectory = directory->path() });
        const auto http = client.forCall(connection, Urgency::Background, {});
        QVERIFY(!http->send(request(server.url(u"/a"_s), "Bearer one", "user:default/mira"))->notModified);
        QVERIFY(http->send(request(server.url(u"/a"_s), "Bearer two", "user:default/mira"))->notModified);
        QVERIFY(!http->send(request(server.url(u"/a"_s), "Bearer two", "user:default/other"))->notModified);
    }

    void otherRepresentationsAreApart()
    {
        ScriptedServer server(etagged);
        HttpClient client({ .cacheDirectory = directory->path() });
        const auto http = client.forCall(connection, Urgency::Background, {});
        QVERIFY(!http->get(server.url(u"/a"_s), { { "Accept", "application/json" } })->notModified);
        QVERIFY(!http->get(server.url(u"/a"_s), { { "Accept", "text/html" } })->notModified);
        QVERIFY(http->get(server.url(u"/a"_s), { { "Accept", "application/json" } })->notModified);
        QVERIFY(!http->get(server.url(u"/a?x=1"_s), { { "Accept", "application/json" } })->notModified);
    }

    void whatIsNotKept_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("remember");
        QTest::newRow("POST") << "POST"_ba << 200 << "X"_ba << "y"_ba << true;
        QTest::newRow("404") << "GET"_ba << 404 << "X"_ba << "y"_ba << true;
        QTest::newRow("no-store") << "GET"_ba << 200 << "Cache-Control"_ba << "private, No-Store"_ba << true;
        QTest::newRow("vary by all") << "GET"_ba << 200 << "Vary"_ba << "*"_ba << true;
        QTest::newRow("not wanted") << "GET"_ba << 200 << "X"_ba << "y"_ba << false;
    }

    void whatIsNotKept()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const int, status);
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, value);
        QFETCH(const bool, remember);
        ScriptedServer server([&](const Received &) { return Reply::answer(status, "body", { { "ETag", "\"v1\"" }, { header, value } }); });
        HttpClient client({ .cacheDirectory = directory->path() });
        const auto http = client.forCall(connection, Urgency::Background, {});
        for (int i = 0; i < 2; ++i)
            QVERIFY(http->send({ .method = method, .url = server.url(u"/"_s), .remember = remember }));
        QVERIFY(server.received()[1].header("if-none-match").isEmpty());
    }

    void whoAsksByConditionsOfItsOwnGetsThe304()
    {
        ScriptedServer server(etagged);
        HttpClient client({ .cacheDirectory = directory->path() });
        const auto http = client.forCall(connection, Urgency::Background, {});
        const auto answer = http->get(server.url(u"/"_s), { { "If-None-Match", "\"v1\"" } });
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(answer->status, 304);
        QVERIFY(!answer->notModified && answer->body.isEmpty());
    }

    /// Each byte of a kept answer changed in turn: it is asked for anew, and kept anew.
    void damageIsNotFatal()
    {
        AnswerCache cache(directory->path(), 1 << 20);
        const auto asked = request(QUrl(u"https://a.example/"_s), "Bearer one");
        const QString key = cache.keyOf(u"c"_s, asked);
        const AnswerCache::Answer answer { "\"e\"", 200, { { "a", "b" } }, "body of it" };
        cache.keep(key, answer);
        const QString path = directory->filePath(key);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        int found = 0;
        const auto tryWith = [&](const QByteArray &bytes) {
            QFile damaged(path);
            if (!damaged.open(QIODevice::WriteOnly))
                return;
            damaged.write(bytes);
            damaged.close();
            const auto read = cache.find(key);
            found += read.has_value();
            if (read)
                QCOMPARE(read->body, answer.body); // A bit that means nothing.
            else
                QVERIFY(!QFile::exists(path));
        };
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray changed = whole;
            changed[at] = char(changed[at] ^ 0x55);
            tryWith(changed);
        }
        for (qsizetype size = 0; size < whole.size(); ++size)
            tryWith(whole.first(size));
        QVERIFY2(found <= 2, qPrintable(QString::number(found)));
        cache.keep(key, answer);
        QCOMPARE(cache.find(key)->body, answer.body);
    }

    void filesTellNothingAndAreOnlyOurs()
    {
        ScriptedServer server(etagged);
        {
            HttpClient client({ .cacheDirectory = directory->filePath(u"http"_s) });
            const auto http = client.forCall(connection, Urgency::Background, {});
            QVERIFY(http->send(request(server.url(u"/a-secret-address"_s), "Bearer planted-secret")));
        }
        const auto files = filesIn(directory->path());
        QCOMPARE(files.size(), 2); // The salt, and one answer.
        for (const QString &path : files) {
            QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
            QVERIFY(!path.contains(u"portal"_s) && !path.contains(u"secret"_s));
        }
        for (const QString &folder : { directory->filePath(u"http"_s), QFileInfo(files[0]).path(), QFileInfo(files[1]).path() })
            QCOMPARE(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther), QFile::Permissions());
    }

    void forgetsAConnection()
    {
        ScriptedServer server(etagged);
        HttpClient client({ .cacheDirectory = directory->path() });
        ConnectionNetwork second = connection;
        second.connectionId = u"portal-2"_s;
        const auto ask = [&](const ConnectionNetwork &network) {
            return client.forCall(network, Urgency::Background, {})->send(request(server.url(u"/a"_s), "Bearer one"))->notModified;
        };
        ask(connection);
        ask(second);
        QVERIFY(ask(connection) && ask(second));
        client.forget(connection.connectionId);
        QTRY_COMPARE(filesIn(directory->path()).size(), 2);
        QVERIFY(ask(second));
        QVERIFY(!ask(connection));
    }

    void staysWithinItsBound()
    {
        AnswerCache cache(directory->path(), 2 << 20);
        QRandomGenerator random(1);
        QString first;
        for (int i = 0; i < 100; ++i) {
            QByteArray body(100'000, Qt::Uninitialized); // Random, so that it does not shrink.
            random.fillRange(reinterpret_cast<quint32 *>(body.data()), body.size() / 4);
            const QString key = cache.keyOf(u"c"_s, request(QUrl(u"https://a.example/%1"_s.arg(i)), "t"));
            cache.keep(key, { "\"e\"", 200, {}, body });
            if (i == 0)
                first = key;
            else
                QVERIFY2(cache.find(first), qPrintable(QString::number(i))); // What is used stays.
        }
        QVERIFY(cache.bytes() <= 2 << 20);
        qint64 onDisk = 0;
        for (const QString &path : filesIn(directory->path()))
            onDisk += QFileInfo(path).size();
        QVERIFY2(onDisk <= (2 << 20) + 100, qPrintable(QString::number(onDisk)));
        QVERIFY(onDisk > 1 << 20);
    }

    void thousandsAreCheap()
    {
        constexpr int entries = 2'000;
        const auto ask = [](int i) { return request(QUrl(u"https://a.example/page/%1"_s.arg(i)), "t"); };
        QByteArray body;
        for (int i = 0; body.size() < 100'000; ++i)
            body += "{\"kind\":\"Component\",\"metadata\":{\"name\":\"service-" + QByteArray::number(i * 7919) + "\"}},";
        QElapsedTimer timer;
        timer.start();
        {
            AnswerCache cache(directory->path(), 256 << 20);
            for (int i = 0; i < entries; ++i)
                cache.keep(cache.keyOf(u"c"_s, ask(i)), { "\"e\"", 200, {}, body });
        }
        const qint64 written = timer.restart();
        AnswerCache cache(directory->path(), 256 << 20);
        const QString key = cache.keyOf(u"c"_s, ask(0));
        const qint64 opened = timer.restart();
        for (int i = 0; i < entries; ++i)
            QVERIFY(cache.find(cache.keyOf(u"c"_s, ask(i))));
        qInfo("%d answers of %lld kB: %lld ms to write, %lld ms to open, %lld ms to read, %lld kB on disk", entries, static_cast<long long>(body.size() / 1000),
            static_cast<long long>(written), static_cast<long long>(opened), static_cast<long long>(timer.elapsed()), static_cast<long long>(cache.bytes() / 1000));
        QVERIFY(!key.isEmpty());
        QVERIFY(written + opened < 60'000);
    }

private:
    std::unique_ptr<QTemporaryDir> directory;
};

QTEST_GUILESS_MAIN(TestHttpCache)
#include "tst_httpcache.moc"
