// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/livewatch.h"
#include "models/sync/metadata.h"
#include "models/sync/pluginhost.h"
#include "models/sync/workspace.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace callboard;
using namespace callboard::sync;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using State = IntegrationInfo::State;

namespace {

QString fixture(const QString &id)
{
    return QStringLiteral(FIXTURES) + u'/' + id;
}

Workspace::Options optionsFor(const QString &directory, const QStringList &fixtures)
{
    Workspace::Options options;
    options.directory = directory;
    options.schedule = false;
    for (const QString &id : fixtures)
        options.pluginDirs.append(fixture(id));
    return options;
}

/// What a child process does: uses one fixture in one workspace, and may not survive it.
int useFixture(const QString &directory, const QString &id)
{
    auto workspace = Workspace::open(optionsFor(directory, { id }));
    if (!workspace)
        return 3;
    if ((*workspace)->connections().empty())
        (void)(*workspace)->addConnection(id, id, {});
    else
        (*workspace)->pullNow();
    return (*workspace)->waitForIdle(10s) ? 0 : 4;
}

struct Died {
    bool crashed;
    int code;
    QByteArray said; ///< On standard error.
};

Died runChild(const QString &directory, const QString &id)
{
    QProcess child;
    // Under AddressSanitizer a crash must still be a crash, and reach the program's own handler.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ASAN_OPTIONS"_s, u"handle_segv=0:handle_sigbus=0:handle_abort=0:handle_sigill=0"_s);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), { u"--use-fixture"_s, directory, id });
    child.waitForFinished(30'000);
    return Died { child.exitStatus() == QProcess::CrashExit, child.exitCode(), child.readAllStandardError() };
}

} // namespace

class TestPluginHost final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsMetadataWithoutLoading()
    {
        const PluginHost host({ { fixture(u"good"_s), fixture(u"crashesatload"_s) }, state.path(), false });
        const auto good = host.integration(u"good"_s);
        QVERIFY(good);
        QCOMPARE(good->state, State::Available);
        QCOMPARE(good->name, u"Fixture good"_s);
        QCOMPARE(good->version, u"1.0"_s);
        QCOMPARE(good->sdkMajor, sdk::sdkMajor);
        QCOMPARE(good->feeds.size(), size_t(1));
        QCOMPARE(good->feeds[0].intervalSeconds, 60);
        QCOMPARE(good->fields[0].defaultValue.toString(), u"here"_s);
        QCOMPARE(good->fields[1].type, IntegrationInfo::Field::Type::Secret);
        // It would have ended this process, had it been loaded.
        QVERIFY(host.integration(u"crashesatload"_s));
    }

    void namesAreTranslated()
    {
        const auto info = readIntegration(fixture(u"good"_s) + u"/good.so"_s, QLocale(QLocale::French, QLocale::Canada));
        QCOMPARE(info.name, u"Montage good"_s);
    }

    void refusesWithAReason_data()
    {
        QTest::addColumn<QStringList>("fixtures");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("reason");
        QTest::newRow("other major") << QStringList { u"othermajor"_s } << u"othermajor"_s
            << u"it is built for version %1 of the integration interface; this program has version %2"_s.arg(sdk::sdkMajor + 1).arg(sdk::sdkMajor);
        QTest::newRow("circle") << QStringList { u"circlea"_s, u"circleb"_s } << u"circlea"_s
            << u"it needs itself in a circle: circlea → circleb → circlea"_s;
        QTest::newRow("needs what is not here") << QStringList { u"lonely"_s } << u"lonely"_s
            << u"it needs the integration \"nowhere\", which is not here"_s;
    }

    void refusesWithAReason()
    {
        QFETCH(const QStringList, fixtures);
        QFETCH(const QString, id);
        QFETCH(const QString, reason);
        PluginHost host({ {}, state.path(), false });
        QStringList directories;
        for (const QString &one : fixtures)
            directories.append(fixture(one));
        PluginHost filled({ directories, state.path(), false });
        QCOMPARE(filled.integration(id)->state, State::Refused);
        QCOMPARE(filled.integration(id)->reason, reason);
        const auto loaded = filled.load(id);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, domain::ErrorCode::Unsupported);
    }

    void refusesWhatIsNoPlugin()
    {
        QTemporaryDir directory;
        QFile garbage(directory.filePath(u"garbage.so"_s));
        QVERIFY(garbage.open(QIODevice::WriteOnly));
        garbage.write(QByteArray("\x7f" "ELF not really, only so that it begins like one"));
        garbage.close();
        const PluginHost host({ { directory.path() }, state.path(), false });
        QCOMPARE(host.integrations().size(), size_t(1));
        QCOMPARE(host.integrations()[0].id, u"garbage"_s);
        QCOMPARE(host.integrations()[0].state, State::Refused);
        QVERIFY(host.integrations()[0].reason.startsWith(u"it is not an integration"_s));
    }

    void theFirstOfOneIdIsKept()
    {
        QTemporaryDir directory;
        QVERIFY(QFile::copy(fixture(u"good"_s) + u"/good.so"_s, directory.filePath(u"good.so"_s)));
        const PluginHost host({ { fixture(u"good"_s), directory.path() }, state.path(), false });
        QCOMPARE(host.integrations().size(), size_t(2));
        QCOMPARE(host.integration(u"good"_s)->state, State::Available);
        const auto second = host.integration(u"good#2"_s);
        QVERIFY(second);
        QCOMPARE(second->state, State::Refused);
        QVERIFY(second->reason.contains(fixture(u"good"_s)));
    }

    void choiceAndObservationAreApart()
    {
        QTemporaryDir directory;
        const PluginHost::Options options { { fixture(u"good"_s) }, directory.path(), false };
        {
            PluginHost host(options);
            host.setEnabled(u"good"_s, false);
            QCOMPARE(host.integration(u"good"_s)->state, State::DisabledByUser);
            QVERIFY(!host.load(u"good"_s));
        }
        PluginHost again(options);
        QVERIFY(!again.integration(u"good"_s)->enabled);
        again.setEnabled(u"good"_s, true);
        QVERIFY(again.load(u"good"_s));
        QCOMPARE(again.integration(u"good"_s)->state, State::Loaded);
    }

    void safeModeLoadsNothing()
    {
        PluginHost host({ { fixture(u"good"_s) }, state.path(), true });
        const auto loaded = host.load(u"good"_s);
        QVERIFY(!loaded);
        QVERIFY(loaded.error().detail.contains(u"safe mode"_s));
    }

    void aCrashIsPutToTheIntegrationThatCrashed_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("while loaded") << u"crashesatload"_s;
        QTest::newRow("in its first pull") << u"crashesatpull"_s;
    }

    void aCrashIsPutToTheIntegrationThatCrashed()
    {
        QFETCH(const QString, id);
        QTemporaryDir directory;
        const Died died = runChild(directory.path(), id);
        QVERIFY(died.crashed);
        // It says where.
        QVERIFY2(died.said.contains("callboard has crashed:\n"), died.said.constData());
        QVERIFY2(died.said.count('\n') > 5, died.said.constData());
        {
            auto workspace = Workspace::open(optionsFor(directory.path(), { id }));
            QVERIFY(workspace);
            QCOMPARE((*workspace)->suspectedIntegrations(), QStringList { id });
            QCOMPARE((*workspace)->integrations()[0].reason, u"the program crashed inside it"_s);
            // Not silently loaded again: this process lives on.
            QSignalSpy finished((*workspace).get(), &Workspace::pullFinished);
            (*workspace)->pullNow();
            QVERIFY((*workspace)->waitForIdle(10s));
            QCOMPARE(finished.size(), 1);
            QVERIFY(!finished[0][2].toBool());
        }
        {
            auto workspace = Workspace::open(optionsFor(directory.path(), { id }));
            QCOMPARE((*workspace)->suspectedIntegrations(), QStringList { id });
            (*workspace)->forgiveSuspicion(id);
            QVERIFY((*workspace)->suspectedIntegrations().isEmpty());
            QCOMPARE((*workspace)->integrations()[0].state, State::Available);
        }
        QVERIFY(runChild(directory.path(), id).crashed); // Forgiven, so loaded again, and caught again.
        QCOMPARE(PluginHost({ { fixture(id) }, directory.path(), false }).suspected(), QStringList { id });
    }

    void aKillLeavesTheFirstPullSuspected()
    {
        QTemporaryDir directory;
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), { u"--use-fixture"_s, directory.path(), u"endless"_s });
        QVERIFY(child.waitForStarted());
        const QString running = directory.filePath(u"running"_s);
        QTRY_VERIFY(!QDir(running).entryList(QDir::Files).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            QFile file(QDir(running).filePath(QDir(running).entryList(QDir::Files).value(0)));
            return file.open(QIODevice::ReadOnly) && file.readAll().contains("pulled for the first time");
        }(), 10'000);
        // A program that runs is nobody's crash, also seen from another one.
        QVERIFY(PluginHost({ { fixture(u"endless"_s) }, directory.path(), false }).suspected().isEmpty());
        child.kill();
        child.waitForFinished();
        const PluginHost host({ { fixture(u"endless"_s) }, directory.path(), false });
        QCOMPARE(host.suspected(), QStringList { u"endless"_s });
        QCOMPARE(host.integration(u"endless"_s)->reason, u"it was being pulled for the first time when the program died"_s);
    }

    void anExceptionIsAnError()
    {
        QTemporaryDir directory;
        auto workspace = Workspace::open(optionsFor(directory.path(), { u"throws"_s }));
        QVERIFY(workspace);
        const auto id = (*workspace)->addConnection(u"throws"_s, u"T"_s, {});
        QVERIFY(id);
        QVERIFY((*workspace)->waitForIdle(10s));
        const auto states = (*workspace)->mirror().feedStates();
        QVERIFY(states && states->size() == 1);
        QVERIFY(states->front().lastError);
        QCOMPARE(states->front().lastError->code, domain::ErrorCode::Internal);
        QVERIFY(states->front().lastError->detail.contains(u"thrown on purpose"_s));
        QVERIFY(!(*workspace)->log(*id).isEmpty());
    }

    void aPullThatIgnoresTheStopHoldsNothingUp()
    {
        QTemporaryDir directory;
        auto workspace = Workspace::open(optionsFor(directory.path(), { u"endless"_s }));
        QVERIFY(workspace);
        QVERIFY((*workspace)->addConnection(u"endless"_s, u"E"_s, {}));
        QVERIFY(!(*workspace)->waitForIdle(300ms));
        QCOMPARE((*workspace)->running().size(), size_t(1));
        QElapsedTimer timer;
        timer.start();
        workspace->reset();
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }

    void settingsAreCompletedAndSecretsLeftOut()
    {
        QTemporaryDir directory;
        {
            auto workspace = Workspace::open(optionsFor(directory.path(), { u"good"_s }));
            QVERIFY(workspace);
            QVERIFY((*workspace)->addConnection(u"good"_s, u"G"_s, { { u"token"_s, u"hush"_s } }));
            QVERIFY((*workspace)->waitForIdle(10s));
            (*workspace)->mirror().flush();
            const auto notes = (*workspace)->mirror().records(u"Note"_s);
            QVERIFY(notes && notes->size() == 1);
            QCOMPARE(notes->front().body, (QJsonObject { { u"place"_s, u"here"_s } }));
        }
        QFile stored(directory.filePath(u"connections.json"_s));
        QVERIFY(stored.open(QIODevice::ReadOnly));
        QVERIFY(!stored.readAll().contains("hush"));
        QCOMPARE(stored.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
    }

    /// What a feed keeps between two waits belongs to one thread.
    void aFeedIsListenedToOnceAtATime()
    {
        const auto host = std::make_shared<PluginHost>(PluginHost::Options { { fixture(u"listens"_s) }, state.path(), false });
        ConnectionInfo info;
        info.id = u"listens-1"_s;
        info.integrationId = u"listens"_s;
        const auto handle = std::make_shared<ConnectionHandle>(info, host, true);
        std::mutex mutex;
        QStringList logged;
        const auto log = [&](const QString &line) {
            const std::lock_guard lock(mutex);
            logged.append(line);
        };
        const auto lines = [&] {
            const std::lock_guard lock(mutex);
            return logged;
        };
        LiveWatch live({}, [] { });
        const FeedKey key { info.id, u"notes"_s };
        live.watch(key, handle, log);
        QTRY_COMPARE(lines(), QStringList { u"listens"_s });
        QVERIFY(live.isWatching(key));
        for (int again = 0; again < 2; ++again) { // Paused and resumed twice, before the first one has noticed.
            live.stop(info.id);
            live.watch(key, handle, log);
        }
        QTRY_COMPARE(lines(), (QStringList { u"listens"_s, u"listens"_s }));
        live.stopAll(10s);
    }

    /// Whoever reads "live" believes to be told at once.
    void whoHasNobodyToTellItIsNotCalledLive()
    {
        const auto host = std::make_shared<PluginHost>(PluginHost::Options { { fixture(u"listens"_s) }, state.path(), false });
        ConnectionInfo info;
        info.id = u"listens-1"_s;
        info.integrationId = u"listens"_s;
        info.settings = { { u"deaf"_s, true } };
        std::atomic<int> said = 0;
        LiveWatch live({}, [] { });
        const FeedKey key { info.id, u"notes"_s };
        live.watch(key, std::make_shared<ConnectionHandle>(info, host, true), [&](const QString &) { ++said; });
        QTRY_COMPARE(said.load(), 1);
        QVERIFY(!live.isWatching(key));
        live.stopAll(10s);
    }

    void probesOnAThreadOfItsOwn()
    {
        QTemporaryDir directory;
        auto workspace = Workspace::open(optionsFor(directory.path(), { u"good"_s }));
        QVERIFY(workspace);
        QString summary;
        (*workspace)->probe(u"good"_s, {}, {}, this, [&](domain::Result<sdk::ProbeReport> report) {
            summary = report ? report->summary : report.error().detail;
        });
        QTRY_COMPARE(summary, u"NotFound Offline"_s); // No secret is kept, and nobody listens on the discard port.
    }

private:
    QTemporaryDir state;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--use-fixture")
        return useFixture(arguments.value(2), arguments.value(3));
    TestPluginHost test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pluginhost.moc"
