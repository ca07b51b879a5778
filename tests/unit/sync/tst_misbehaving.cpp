// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fifty feeds of one workspace against servers that do all that servers can do wrong, while the main thread lives on.
#include "models/sync/hostcontext.h"
#include "models/sync/httpclient.h"
#include "models/sync/workspace.h"
#include "tests/kit/scriptedserver.h"
#include "tests/unit/sync/httpkit.h"
#include "tests/unit/sync/loopprobe.h"

#include <QDirIterator>
#include <QEventLoop>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <future>
#include <semaphore>
#include <thread>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

struct Behaviour {
    QString path;
    std::optional<ErrorCode> error; ///< Nothing: it works.
};

/// One of each; all of them twice.
const std::vector<Behaviour> behaviours {
    { u"/good"_s, {} }, { u"/packed"_s, {} }, { u"/stall"_s, ErrorCode::Timeout }, { u"/stallbody"_s, ErrorCode::Timeout },
    { u"/drip"_s, ErrorCode::Timeout }, { u"/drop"_s, ErrorCode::Offline }, { u"/reset"_s, ErrorCode::Offline },
    { u"/truncate"_s, ErrorCode::BadResponse }, { u"/chunkcut"_s, ErrorCode::BadResponse }, { u"/chunkgarbage"_s, ErrorCode::BadResponse },
    { u"/headers"_s, ErrorCode::Timeout }, { u"/headerline"_s, ErrorCode::Timeout }, { u"/garbage"_s, ErrorCode::Offline }, { u"/gzipcut"_s, ErrorCode::BadResponse }, { u"/brotli"_s, ErrorCode::BadResponse },
    { u"/huge"_s, ErrorCode::BadResponse }, { u"/hugeclose"_s, ErrorCode::BadResponse }, { u"/hugelie"_s, ErrorCode::BadResponse },
    { u"/bomb"_s, ErrorCode::BadResponse }, { u"/nogzip"_s, ErrorCode::BadResponse }, { u"/429"_s, ErrorCode::RateLimited },
    { u"/500"_s, ErrorCode::BadResponse }, { u"/503"_s, ErrorCode::RateLimited }, { u"/utf8"_s, ErrorCode::BadResponse },
    { u"/deep"_s, ErrorCode::BadResponse }, { u"/elsewhere"_s, {} }, { u"/circle"_s, ErrorCode::BadResponse },
};

QByteArray notes(int count)
{
    QJsonArray all;
    for (int i = 0; i < count; ++i)
        all.append(QJsonObject { { u"id"_s, QString::number(i) }, { u"text"_s, u"a note of some length, as notes are"_s } });
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

void report(const QString &operation, const LoopProbe &probe, qint64 took)
{
    const QJsonObject line { { u"operation"_s, operation }, { u"waits"_s, qint64(probe.waits().size()) }, { u"turns"_s, qint64(probe.turns().size()) },
        { u"clock_p50_ms"_s, probe.clock().clockAt(0.5) }, { u"clock_p99.9_ms"_s, probe.clock().clockAt(0.999) }, { u"clock_max_ms"_s, probe.clock().clockAt(1) },
        { u"ours_p99.9_ms"_s, probe.ours().clockAt(0.999) }, { u"ours_max_ms"_s, probe.ours().clockAt(1) },
        { u"ours_and_stolen_p99.9_ms"_s, probe.waits().clockAt(0.999) }, { u"ours_and_stolen_max_ms"_s, probe.waits().clockAt(1) },
        { u"work_p99.9_ms"_s, probe.turns().clockAt(0.999) }, { u"work_max_ms"_s, probe.turns().clockAt(1) }, { u"all_ms"_s, took } };
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace

#if defined(__has_feature)
#    if __has_feature(address_sanitizer)
/// QNetworkAccessManager waits five seconds for its thread and then leaves it to itself. One that still reads what the flood of
/// headers sent, several times slower here, may be too late for that. Read by LeakSanitizer.
extern "C" const char *__lsan_default_suppressions();
extern "C" const char *__lsan_default_suppressions()
{
    return "leak:QThread::QThread\n";
}
#    endif
#endif

class TestMisbehaving final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A host that failed again and again is left alone for a while by the clock, but not by a person who asks for it.
    void whoAsksIsNotMadeToWait()
    {
        std::atomic<bool> isUp = false;
        ScriptedServer server([&](const Received &) { return isUp ? Reply::json(notes(3)) : Reply::raw({}); });
        QTemporaryDir directory;
        Workspace::Options options;
        options.directory = directory.path();
        options.schedule = false;
        options.pluginDirs = { QStringLiteral(FIXTURES) + u"/reader"_s };
        auto workspace = std::move(*Workspace::open(options));
        const auto id = workspace->addConnection(u"reader"_s, u"R"_s, { { u"url"_s, server.url(u"/notes"_s).toString() } });
        QVERIFY2(id, qPrintable(why(id)));
        const auto error = [&] {
            workspace->mirror().flush();
            const auto states = workspace->mirror().feedStates();
            return states && states->size() == 1 ? states->front().lastError : std::nullopt;
        };
        for (int again = 0; again < 4; ++again) {
            workspace->pullNow();
            QVERIFY(workspace->waitForIdle(60s));
            QVERIFY(error());
            QCOMPARE(error()->code, ErrorCode::Offline);
        }
        isUp = true;
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(60s));
        QVERIFY2(!error(), qPrintable(error() ? error()->detail : QString()));
    }

    /// A pull waits for the disk with what it puts and completes. Whoever shows how far it is does not wait with it.
    void whatIsShownOfAPullWaitsForNothing()
    {
        HostContext context({ .key = { u"reader-1"_s, u"notes"_s }, .asked = { { .ref = u"component:default/x"_s, .annotations = {} } } });
        context.progress(3, 10, u"three"_s);
        std::binary_semaphore inTheMiddle(0), mayEnd(0);
        std::jthread pull([&] {
            context.whileOpen([&](mirror::Mirror *) {
                inTheMiddle.release();
                mayEnd.acquire();
            });
        });
        inTheMiddle.acquire();
        auto shown = std::async(std::launch::async, [&] {
            context.wantPage(u"component:default/x"_s, u"index.md"_s);
            return std::pair(context.currentProgress().done, context.entities().front().pages);
        });
        const bool answered = shown.wait_for(30s) == std::future_status::ready;
        mayEnd.release();
        QVERIFY(answered);
        QCOMPARE(shown.get(), std::pair(qint64(3), QStringList(u"index.md"_s)));
    }

    void fiftyFeeds()
    {
        const QByteArray some = notes(500), packed = gzip(some);
        ScriptedServer other([&](const Received &) { return Reply::json(notes(3)); });
        // On a thread of its own: it is busy with sending.
        auto flood = std::make_unique<ScriptedServer>(misbehave, ScriptedServer::Options { .address = QHostAddress::AnyIPv4 });
        ScriptedServer server([&](const Received &request) {
            if (request.path() == "/good")
                return Reply::json(some);
            if (request.path() == "/packed")
                return Reply::answer(200, packed, { { "Content-Encoding", "gzip" } });
            if (request.path() == "/elsewhere")
                return Reply::redirect(302, other.url(u"/notes"_s).toEncoded());
            return misbehave(request);
        }, { .address = QHostAddress::AnyIPv4 });

        // What the machine does by itself.
        LoopProbe control;
        QEventLoop quiet;
        QTimer::singleShot(4s, &quiet, &QEventLoop::quit);
        quiet.exec();
        control.stop();

        QTemporaryDir directory;
        Workspace::Options options;
        options.directory = directory.path();
        options.schedule = false;
        options.pluginDirs = { QStringLiteral(FIXTURES) + u"/reader"_s };
        auto opened = Workspace::open(options);
        QVERIFY2(opened, qPrintable(why(opened)));
        auto workspace = std::move(*opened);

        QEventLoop loop;
        QSet<QString> finished;
        const auto feeds = 2 * qsizetype(behaviours.size());
        QVERIFY(feeds >= 50);
        connect(workspace.get(), &Workspace::pullFinished, &loop, [&](const QString &connectionId) {
            finished.insert(connectionId);
            if (finished.size() == feeds)
                loop.quit();
        });
        QTimer::singleShot(180s, &loop, [&loop] { loop.exit(1); });
        LoopProbe probe;
        QElapsedTimer timer;
        timer.start();
        QHash<QString, Behaviour> expected;
        // One in each turn of the loop, as nobody makes them all at once.
        QTimer adding;
        connect(&adding, &QTimer::timeout, &loop, [&] {
            const auto i = expected.size();
            if (i == feeds)
                return adding.stop();
            const Behaviour &behaviour = behaviours[size_t(i) % behaviours.size()];
            // A host of its own for each: what one does is not held against another.
            const bool floods = behaviour.path.startsWith(u"/h"_s);
            const QString url = u"http://127.0.7.%1:%2%3"_s.arg(i + 1).arg(floods ? flood->port() : server.port()).arg(behaviour.path);
            const auto id = workspace->addConnection(u"reader"_s, behaviour.path, { { u"url"_s, url }, { u"seconds"_s, behaviour.error == ErrorCode::Timeout ? 2 : 30 } }, { { u"token"_s, u"planted-secret"_s } });
            if (!id)
                loop.exit(2);
            expected.insert(id.value_or(QString()), behaviour);
        });
        adding.start(0ms);
        const bool ended = loop.exec() == 0;
        probe.stop();
        QVERIFY2(ended, qPrintable(u"%1 of %2 feeds ended"_s.arg(finished.size()).arg(feeds)));
        const qint64 took = timer.elapsed();
        flood.reset(); // Qt reads headers that never end, on a thread of its own, until the other side gives up.
        QVERIFY(workspace->waitForIdle(60s));
        report(u"event loop, %1 feeds against misbehaving servers"_s.arg(feeds), probe, took);
        report(u"event loop, nothing to do"_s, control, 4000);

        workspace->mirror().flush();
        const auto states = workspace->mirror().feedStates();
        QVERIFY(states);
        QCOMPARE(states->size(), size_t(feeds));
        for (const mirror::FeedState &state : *states) {
            const Behaviour behaviour = expected.value(state.connectionId);
            const QString found = state.lastError ? QString(domain::name(state.lastError->code)) + u": "_s + state.lastError->detail : u"no error"_s;
            const QString told = behaviour.path + u": "_s + found;
            QVERIFY2(state.lastError.has_value() == behaviour.error.has_value(), qPrintable(told));
            QVERIFY2(!behaviour.error || state.lastError->code == *behaviour.error, qPrintable(told));
            QVERIFY2(!behaviour.error || (!state.lastError->detail.isEmpty() && !state.lastError->source.isEmpty()), qPrintable(told));
            QVERIFY2(state.lastSuccess.isValid() == !behaviour.error, qPrintable(told));
        }
        const auto records = workspace->mirror().records(u"Note"_s);
        QVERIFY(records);
        QCOMPARE(records->size(), size_t(4 * 500 + 2 * 3));

        // The token went where it belongs, and nowhere else.
        QVERIFY(server.everything().contains("planted-secret"));
        QCOMPARE(other.received().size(), size_t(2));
        QVERIFY(!other.everything().contains("planted-secret"));
        for (const RequestLine &line : workspace->requestLog())
            QVERIFY(!line.url.contains(u"planted"_s));
        workspace.reset();
        QDirIterator files(directory.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("planted-secret"), qPrintable(file.fileName()));
        }

        // Under sanitizers, which make everything slower several times over, the figures are reported only.
        if (underSanitizer)
            return;
        QVERIFY(probe.turns().size() > 200 && probe.ours().size() > 200); // Else they say nothing.
        QVERIFY2(probe.turns().clockAt(0.999) <= 16, qPrintable(QString::number(probe.turns().clockAt(0.999))));
        QVERIFY2(probe.turns().clockAt(1) <= 50, qPrintable(QString::number(probe.turns().clockAt(1))));
        if (!probe.knowsTheMachine())
            QSKIP("SKIPPED: this kernel does not tell how long a thread waited for a processor, so waits are not judged");
        QVERIFY2(probe.ours().clockAt(0.999) <= 16, qPrintable(QString::number(probe.ours().clockAt(0.999))));
        QVERIFY2(probe.ours().clockAt(1) <= 50, qPrintable(QString::number(probe.ours().clockAt(1))));
    }
};

QTEST_GUILESS_MAIN(TestMisbehaving)
#include "tst_misbehaving.moc"
