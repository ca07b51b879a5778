// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the real window's event loop fares while fifty feeds pull again and again from servers that stall, lie, flood and break off.
// The servers are a process of their own. `feeds_bench --help`; one JSON line for each phase: figures, no verdict.
#include "models/domain/processmemory.h"
#include "models/items/userstate.h"
#include "models/search/liveindex.h"
#include "models/sync/workspace.h"
#include "tests/bench/eventwatch.h"
#include "tests/kit/scriptedserver.h"
#include "tests/kit/synthetic.h"
#include "tests/unit/sync/httpkit.h"
#include "tests/unit/sync/loopprobe.h"
#include "ui/kit/commands.h"
#include "ui/kit/focus.h"
#include "ui/kit/outward.h"
#include "ui/kit/style.h"
#include "ui/panes/panes.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/panehost.h"
#include "ui/shell/preferences.h"
#include "ui/shell/tray.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <iostream>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace callboard;

namespace {

constexpr int feeds = 50;
/// As of tst_misbehaving, where what becomes of each is looked at.
const QStringList ways { u"good"_s, u"packed"_s, u"stall"_s, u"stallbody"_s, u"drip"_s, u"drop"_s, u"reset"_s, u"truncate"_s, u"chunkcut"_s,
    u"chunkgarbage"_s, u"headers"_s, u"headerline"_s, u"garbage"_s, u"gzipcut"_s, u"brotli"_s, u"huge"_s, u"hugeclose"_s, u"hugelie"_s, u"bomb"_s,
    u"nogzip"_s, u"429"_s, u"500"_s, u"503"_s, u"utf8"_s, u"deep"_s, u"circle"_s };

QByteArray notes(int count)
{
    QJsonArray all;
    for (int i = 0; i < count; ++i)
        all.append(QJsonObject { { u"id"_s, QString::number(i) }, { u"text"_s, u"a note of some length, as notes are"_s } });
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

/// The other process: two servers, one of them busy with sending, until nobody holds its input any more.
int serve()
{
    const QByteArray some = notes(500), packed = test::gzip(some);
    const auto script = [&](const test::Received &request) {
        if (request.path() == "/good")
            return test::Reply::json(some);
        if (request.path() == "/packed")
            return test::Reply::answer(200, packed, { { "Content-Encoding", "gzip" } });
        return test::misbehave(request);
    };
    const test::ScriptedServer server(script, { .address = QHostAddress::AnyIPv4 }), flood(script, { .address = QHostAddress::AnyIPv4 });
    std::cout << server.port() << ' ' << flood.port() << std::endl;
    std::cin.get();
    return 0;
}

/// The program without its command line: what its composition root makes, in that order.
class Program final {
public:
    explicit Program(ui::Theme &theme)
        : m_workspace(open(m_folder.path()))
        , m_index(m_workspace->mirror())
        , m_user(&m_workspace->mirror())
        , m_preferences(nullptr, theme, m_commands)
        , m_window({ context(), theme, m_preferences, ui::panes::allPanes(), {} })
        , m_tray(context(), ui::TrayGround::Light)
    {
        m_window.resize(1920, 1080);
        m_window.show();
        m_window.panes().show(u"sources"_s);
    }

    sync::Workspace &workspace() { return *m_workspace; }
    ui::MainWindow &window() { return m_window; }

    /// As a portal's feed would: on a thread that is not the window's.
    void syncWhole(quint32 entities, const QString &description)
    {
        auto pull = m_workspace->mirror().beginPull(u"company-1"_s, u"entities"_s, u"somebody"_s);
        if (!pull)
            qFatal("no pull: %s", qPrintable(pull.error().detail));
        const testkit::Synthetic synthetic(entities);
        for (quint32 i = 0; i < entities; ++i) {
            domain::Entity entity = synthetic.entity(i);
            QJsonObject metadata = entity.body["metadata"_L1].toObject();
            metadata.insert(u"description"_s, description);
            entity.body.insert(u"metadata"_s, metadata);
            (*pull)->put(std::move(entity));
        }
        if (const auto done = (*pull)->complete(); !done)
            qFatal("the pull failed: %s", qPrintable(done.error().detail));
        m_workspace->mirror().flush();
    }

private:
    static std::unique_ptr<sync::Workspace> open(const QString &directory)
    {
        sync::Workspace::Options options;
        options.directory = directory;
        options.pluginDirs = { QStringLiteral(FIXTURES) + u"/reader"_s };
        options.secrets = std::make_shared<sync::RunSecrets>();
        auto workspace = sync::Workspace::open(options);
        if (!workspace)
            qFatal("no workspace: %s", qPrintable(workspace.error().detail));
        return std::move(*workspace);
    }
    ui::PaneContext context() { return { *m_workspace, m_commands, m_focus, m_index, m_user, m_outward }; }

    QTemporaryDir m_folder;
    std::unique_ptr<sync::Workspace> m_workspace;
    search::LiveIndex m_index;
    items::UserState m_user;
    ui::Commands m_commands;
    ui::Focus m_focus;
    ui::Outward m_outward;
    ui::Preferences m_preferences;
    ui::MainWindow m_window;
    ui::Tray m_tray;
};

QJsonObject percentiles(const bench::Samples &samples)
{
    return { { u"p50"_s, samples.clockAt(0.5) }, { u"p99"_s, samples.clockAt(0.99) }, { u"p99.9"_s, samples.clockAt(0.999) }, { u"max"_s, samples.clockAt(1) } };
}

/// Watches the event loop until `mayEnd` says so, asked every tenth of a second.
void watch(bench::WatchedApplication &app, const QString &phase, const std::function<bool()> &mayEnd, const std::function<QJsonObject()> &more = {})
{
    QEventLoop loop;
    QTimer asking;
    QElapsedTimer since;
    since.start();
    QObject::connect(&asking, &QTimer::timeout, &loop, [&] {
        if (mayEnd())
            loop.quit();
    });
    asking.start(100ms);
    app.begin();
    test::LoopProbe probe;
    loop.exec();
    probe.stop();
    app.end();
    QJsonArray slowest;
    for (const auto &slow : app.slowest())
        slowest.append(QJsonObject { { u"ms"_s, slow.milliseconds }, { u"work_ms"_s, slow.work }, { u"event"_s, slow.what } });
    QJsonObject line { { u"operation"_s, phase }, { u"seconds"_s, double(since.elapsed()) / 1000 }, { u"posted"_s, qint64(probe.ours().size()) },
        { u"latency_ms"_s, percentiles(probe.ours()) }, { u"latency_with_stolen_ms"_s, percentiles(probe.waits()) },
        { u"latency_with_other_processes_ms"_s, percentiles(probe.clock()) },
        { u"stolen"_s, QJsonObject { { u"times"_s, qint64(probe.stolen().times()) }, { u"longest_ms"_s, probe.stolen().longest() } } },
        { u"event_ms"_s, percentiles(app.events()) }, { u"turn_work_ms"_s, percentiles(probe.turns()) }, { u"slowest"_s, slowest } };
    if (more) {
        const QJsonObject facts = more();
        for (auto it = facts.begin(); it != facts.end(); ++it)
            line.insert(it.key(), it.value());
    }
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/// Connects fifty feeds, one in each turn of the loop as nobody makes them all at once, and asks each again when it has ended.
class Feeding final : public QObject {
public:
    Feeding(sync::Workspace &workspace, int port, int floodPort)
        : m_workspace(workspace)
    {
        connect(&m_adding, &QTimer::timeout, this, [this, port, floodPort] { add(port, floodPort); });
        connect(&workspace, &sync::Workspace::pullFinished, this, [this](const QString &id) {
            ++pulls;
            QTimer::singleShot(500ms, this, [this, id] { m_workspace.pullNow(id); });
        });
        m_adding.start(0ms);
    }
    bool isWhole() const { return m_added == feeds; }
    qsizetype running() const { return qsizetype(m_workspace.running().size()); }
    qint64 pulls = 0;

private:
    void add(int port, int floodPort)
    {
        if (isWhole())
            return m_adding.stop();
        const QString way = ways[m_added % ways.size()];
        // A host of its own for each: what one does is not held against another.
        const QString url = u"http://127.0.7.%1:%2/%3"_s.arg(m_added + 1).arg(way.startsWith(u'h') ? floodPort : port).arg(way);
        if (const auto id = m_workspace.addConnection(u"reader"_s, way, { { u"url"_s, url }, { u"seconds"_s, 2 } }); !id)
            qFatal("no connection: %s", qPrintable(id.error().detail));
        ++m_added;
    }

    sync::Workspace &m_workspace;
    QTimer m_adding;
    int m_added = 0;
};

} // namespace

int main(int argc, char **argv)
{
    if (QByteArrayView(argc > 1 ? argv[1] : "") == "--serve") {
        QCoreApplication app(argc, argv);
        return serve();
    }
    domain::arrangeHeaps(); // As the program.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    bench::WatchedApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Watches the window's event loop: at rest, with 50 feeds against servers that misbehave, and with a full sync beside them."_s);
    parser.addHelpOption();
    const QCommandLineOption entities(u"entities"_s, u"Size of the catalog."_s, u"COUNT"_s, u"10000"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"How long each phase lasts."_s, u"COUNT"_s, u"30"_s);
    parser.addOptions({ entities, seconds });
    parser.process(app);
    const quint32 size = parser.value(entities).toUInt();
    const qint64 phase = parser.value(seconds).toLongLong() * 1000;

    QProcess servers;
    servers.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    servers.start(QCoreApplication::applicationFilePath(), { u"--serve"_s });
    if (!servers.waitForReadyRead(30'000))
        qFatal("no servers");
    const auto ports = servers.readLine().simplified().split(' ');

    ui::Theme theme;
    ui::CallboardStyle::install(theme);
    Program program(theme);
    program.syncWhole(size, u"as it was"_s);
    const auto forSeconds = [phase] {
        return [since = std::chrono::steady_clock::now(), phase] { return std::chrono::steady_clock::now() - since >= std::chrono::milliseconds(phase); };
    };
    QEventLoop settling;
    QTimer::singleShot(2s, &settling, &QEventLoop::quit); // The first frames are no part of this.
    settling.exec();
    watch(app, u"at rest"_s, forSeconds());

    Feeding feeding(program.workspace(), ports[0].toInt(), ports.value(1).toInt());
    qsizetype most = 0;
    const auto facts = [&] { return QJsonObject { { u"pulls"_s, feeding.pulls }, { u"most_running"_s, most } }; };
    const auto counting = [&](std::function<bool()> mayEnd) {
        return [&, mayEnd = std::move(mayEnd)] {
            most = std::max(most, feeding.running());
            return feeding.isWhole() && mayEnd();
        };
    };
    watch(app, u"50 feeds connected and pulling"_s, counting(forSeconds()), facts);
    std::atomic<bool> synced = false;
    std::jthread syncing([&] {
        program.syncWhole(size, u"as it is now"_s);
        synced = true;
    });
    watch(app, u"50 feeds, and a full sync of %1 entities that all changed"_s.arg(size), counting([&, last = forSeconds()] { return synced && last(); }), facts);
    syncing.join();
    servers.closeWriteChannel();
    servers.waitForFinished(10'000);
    return 0;
}
