// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fifty feeds of one workspace against servers that do all that servers can do wrong, while the main thread lives on.
#include "models/sync/httpclient.h"
#include "models/sync/workspace.h"
#include "tests/bench/figures.h"
#include "tests/kit/scriptedserver.h"
#include "tests/unit/sync/httpkit.h"

#include <QAbstractEventDispatcher>
#include <QDirIterator>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <thread>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

/// How long the main thread keeps an event waiting, and how long it works in one turn of its loop.
class LatencyProbe final {
public:
    LatencyProbe()
        : m_thread([this](const std::stop_token &stop) { ask(stop); })
    {
        auto *loop = QAbstractEventDispatcher::instance();
        QObject::connect(loop, &QAbstractEventDispatcher::awake, &m_receiver, [this] { m_woke = bench::threadMilliseconds(); });
        QObject::connect(loop, &QAbstractEventDispatcher::aboutToBlock, &m_receiver, [this] {
            if (m_woke >= 0)
                m_turns.push_back(bench::threadMilliseconds() - m_woke);
        });
    }
    ~LatencyProbe() { stop(); }

    void stop()
    {
        m_thread.request_stop();
        if (m_thread.joinable())
            m_thread.join();
        m_receiver.disconnect();
    }
    bench::Samples waits() const { return samples(m_waits); }
    bench::Samples turns() const { return samples(m_turns); } ///< Work of the thread: what others do to the machine does not count.

private:
    static bench::Samples samples(const std::vector<double> &all)
    {
        bench::Samples samples;
        for (const double one : all)
            samples.add(one);
        return samples;
    }

    void ask(const std::stop_token &stop)
    {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any never;
        while (!stop.stop_requested()) {
            const auto asked = std::chrono::steady_clock::now();
            QMetaObject::invokeMethod(&m_receiver, [this, asked] {
                m_waits.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - asked).count());
            }, Qt::QueuedConnection);
            never.wait_for(lock, stop, 2ms, [] { return false; });
        }
    }

    QObject m_receiver;
    std::vector<double> m_waits, m_turns;
    double m_woke = -1;
    std::jthread m_thread;
};

struct Behaviour {
    QString path;
    std::optional<ErrorCode> error; ///< Nothing: it works.
};

/// One of each; all of them twice, with two that work beside them.
const std::vector<Behaviour> behaviours {
    { u"/good"_s, {} }, { u"/packed"_s, {} }, { u"/stall"_s, ErrorCode::Timeout }, { u"/stallbody"_s, ErrorCode::Timeout },
    { u"/drip"_s, ErrorCode::Timeout }, { u"/drop"_s, ErrorCode::Offline }, { u"/reset"_s, ErrorCode::Offline },
    { u"/truncate"_s, ErrorCode::BadResponse }, { u"/chunkcut"_s, ErrorCode::BadResponse }, { u"/chunkgarbage"_s, ErrorCode::BadResponse },
    { u"/garbage"_s, ErrorCode::Offline }, { u"/gzipcut"_s, ErrorCode::BadResponse }, { u"/brotli"_s, ErrorCode::BadResponse },
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

} // namespace

class TestMisbehaving final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fiftyFeeds()
    {
        const QByteArray some = notes(500), packed = gzip(some);
        ScriptedServer other([&](const Received &) { return Reply::json(notes(3)); });
        const ScriptedServer flood(misbehave, { .address = QHostAddress::AnyIPv4 }); // On a thread of its own: it is busy with sending.
        ScriptedServer server([&](const Received &request) {
            if (request.path() == "/good")
                return Reply::json(some);
            if (request.path() == "/packed")
                return Reply::answer(200, packed, { { "Content-Encoding", "gzip" } });
            if (request.path() == "/elsewhere")
                return Reply::redirect(302, other.url(u"/notes"_s).toEncoded());
            return misbehave(request);
        }, { .address = QHostAddress::AnyIPv4 });

        QTemporaryDir directory;
        Workspace::Options options;
        options.directory = directory.path();
        options.schedule = false;
        options.pluginDirs = { QStringLiteral(FIXTURES) + u"/reader"_s };
        auto opened = Workspace::open(options);
        QVERIFY2(opened, qPrintable(why(opened)));
        auto workspace = std::move(*opened);

        QSignalSpy finished(workspace.get(), &Workspace::pullFinished);
        LatencyProbe probe;
        QHash<QString, Behaviour> expected;
        for (int i = 0; i < 50; ++i) {
            const Behaviour &behaviour = behaviours[size_t(i) % behaviours.size()];
            // A host of its own for each: what one does is not held against another.
            const bool floods = behaviour.path.startsWith(u"/h"_s);
            const QString url = u"http://127.0.7.%1:%2%3"_s.arg(i + 1).arg(floods ? flood.port() : server.port()).arg(behaviour.path);
            const auto id = workspace->addConnection(u"reader"_s, behaviour.path, { { u"url"_s, url }, { u"seconds"_s, behaviour.error == ErrorCode::Timeout ? 2 : 30 } }, { { u"token"_s, u"planted-secret"_s } });
            QVERIFY2(id, qPrintable(why(id)));
            expected.insert(*id, behaviour);
        }
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY_WITH_TIMEOUT(workspace->waitForIdle(0ms), 180'000);
        QVERIFY2(finished.size() >= 50, qPrintable(QString::number(finished.size())));
        const qint64 took = timer.elapsed();
        probe.stop();

        const QJsonObject line { { u"operation"_s, u"event loop, 50 feeds against misbehaving servers"_s }, { u"samples"_s, qint64(probe.waits().size()) },
            { u"p50_ms"_s, probe.waits().clockAt(0.5) }, { u"p99.9_ms"_s, probe.waits().clockAt(0.999) }, { u"max_ms"_s, probe.waits().clockAt(1) },
            { u"longest_work_ms"_s, probe.turns().clockAt(1) }, { u"all_ms"_s, took } };
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());

        workspace->mirror().flush();
        const auto states = workspace->mirror().feedStates();
        QVERIFY(states);
        QCOMPARE(states->size(), size_t(50));
        for (const mirror::FeedState &state : *states) {
            const Behaviour behaviour = expected.value(state.connectionId);
            const QString found = state.lastError ? QString(domain::name(state.lastError->code)) + u": "_s + state.lastError->detail : u"no error"_s;
            const QString told = behaviour.path + u": "_s + found;
            QVERIFY2(state.lastError.has_value() == behaviour.error.has_value(), qPrintable(told));
            // On a busy machine anything may come too late; that is as clear a state.
            const bool late = behaviour.error && state.lastError->code == ErrorCode::Timeout;
            QVERIFY2(!behaviour.error || late || state.lastError->code == *behaviour.error, qPrintable(told));
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

        QVERIFY2(probe.waits().size() > 20, qPrintable(QString::number(probe.waits().size()))); // Else the figures say nothing.
        QVERIFY2(probe.turns().clockAt(1) < 1'000, qPrintable(QString::number(probe.turns().clockAt(1))));
    }
};

QTEST_GUILESS_MAIN(TestMisbehaving)
#include "tst_misbehaving.moc"
