// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/syncreport.h"
#include "models/sync/systemnetwork.h"
#include "models/sync/workspace.h"
#include "models/sync/workspaces.h"
#include "tests/unit/sync/fakenetwork.h"

#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Reach = NetworkFacts::Reach;
using Condition = NetworkState::Condition;

/// What is known of the network, what the person says to it, and what feeds do then.
class TestNetworkState final : public QObject {
    Q_OBJECT

    std::unique_ptr<Workspace> open()
    {
        Workspace::Options options;
        options.directory = directory.path() + u'/' + QString::fromLatin1(QTest::currentTestFunction());
        options.pluginDirs = { QStringLiteral(FIXTURES "/overnetwork") };
        options.network = [this] {
            auto made = std::make_unique<FakeNetwork>(facts);
            fake = made.get();
            return made;
        };
        auto workspace = Workspace::open(options);
        return workspace ? std::move(*workspace) : nullptr;
    }
    static QString connectTo(Workspace &workspace, const QString &url)
    {
        return workspace.addConnection(u"overnetwork"_s, u"portal"_s, { { u"url"_s, url } }).value_or(QString());
    }

private Q_SLOTS:
    void init() { facts = { .reach = Reach::Online }; }

    void conditionIsTheWorstOfAll()
    {
        auto source = std::make_unique<FakeNetwork>();
        FakeNetwork &machine = *source;
        NetworkState state(std::move(source));
        QSignalSpy changed(&state, &NetworkState::changed);
        QCOMPARE(state.condition(), Condition::Online);
        state.begin();
        state.begin();
        QCOMPARE(machine.begun, 1);
        QVERIFY(!state.since().isValid());
        machine.say([](auto &f) { f.reach = Reach::Offline; });
        QCOMPARE(state.condition(), Condition::Offline);
        const QDateTime since = state.since();
        QVERIFY(since.isValid());
        state.setWorkOffline(true);
        QCOMPARE(state.condition(), Condition::WorkOffline);
        QCOMPARE(state.since(), since);
        machine.say([](auto &f) { f.reach = Reach::Online; });
        QCOMPARE(state.condition(), Condition::WorkOffline);
        state.setWorkOffline(false);
        QVERIFY(state.mayUse());
        QVERIFY(!state.since().isValid());
        machine.say([](auto &f) { f.reach = Reach::Portal; });
        QCOMPARE(state.condition(), Condition::Portal);
        machine.say([](auto &f) { f.suspending = true; });
        QCOMPARE(state.condition(), Condition::Suspended);
        QCOMPARE(changed.size(), 5);
    }

    void personKnowsBetterUntilTheMachineSaysSomethingElse()
    {
        auto source = std::make_unique<FakeNetwork>(NetworkFacts { .reach = Reach::Offline });
        FakeNetwork &machine = *source;
        NetworkState state(std::move(source));
        state.begin();
        QVERIFY(!state.mayUse());
        state.tryAllTheSame();
        QVERIFY(state.mayUse());
        machine.say([](auto &f) { f.metered = true; });
        QVERIFY(state.mayUse());
        machine.say([](auto &f) { f.reach = Reach::Online; });
        machine.say([](auto &f) { f.reach = Reach::Offline; });
        QVERIFY(!state.mayUse());
    }

    void policySaysHowFreely_data()
    {
        QTest::addColumn<bool>("metered");
        QTest::addColumn<bool>("saver");
        QTest::addColumn<Background>("expected");
        QTest::newRow("neither") << false << false << Background::AsUsual;
        QTest::newRow("metered") << true << false << Background::ByHand;
        QTest::newRow("saver") << false << true << Background::Rarely;
        QTest::newRow("both") << true << true << Background::ByHand;
    }
    void policySaysHowFreely()
    {
        QFETCH(bool, metered);
        QFETCH(bool, saver);
        QFETCH(Background, expected);
        NetworkState state(std::make_unique<FakeNetwork>(NetworkFacts { Reach::Online, metered, saver, false }));
        state.setPolicy({ Background::ByHand, Background::Rarely });
        state.begin();
        QCOMPARE(state.background(), expected);
    }

    void offlineStartsNothingAndBlamesNobody()
    {
        facts.reach = Reach::Offline;
        const auto workspace = open();
        QVERIFY(workspace);
        QCOMPARE(fake->begun, 0); // Nothing needs the network yet: nobody was asked.
        QSignalSpy started(workspace.get(), &Workspace::pullStarted);
        QSignalSpy wanted(workspace.get(), &Workspace::networkWanted);
        const QString id = connectTo(*workspace, u"https://portal.example/"_s);
        QVERIFY(!id.isEmpty());
        QCOMPARE(fake->begun, 1);
        QVERIFY(workspace->needsNetwork(id));
        workspace->pullNow(id);
        QTRY_VERIFY(!wanted.isEmpty());
        QCoreApplication::processEvents();
        QCOMPARE(started.size(), 0);
        const auto states = workspace->mirror().feedStates();
        QVERIFY(states);
        for (const auto &state : *states)
            QVERIFY(!state.lastError);
        // What was asked for meanwhile begins when there is a network.
        fake->say([](auto &f) { f.reach = Reach::Online; });
        QTRY_COMPARE(started.size(), 1);
    }

    void syncThatWaitsForTheNetworkIsNotWaitedFor()
    {
        facts.reach = Reach::Offline;
        const auto workspace = open();
        const QString id = connectTo(*workspace, u"https://portal.example/"_s);
        std::optional<domain::Result<QJsonObject>> report;
        workspace->pullAndReport(id, this, [&](const auto &told) { report = told; });
        QTRY_VERIFY(report);
        QVERIFY(*report);
        QVERIFY(!SyncReport::isGood(**report));
        QCOMPARE((**report)[u"feeds"].toArray().size(), 1);
        QCOMPARE((**report)[u"feeds"][0][u"error"][u"code"].toString(), u"Offline"_s);
    }

    void syncThatIsStoppedInTheWindowSaysSo()
    {
        const auto workspace = open();
        QSignalSpy started(workspace.get(), &Workspace::pullStarted);
        const QString id = connectTo(*workspace, u"https://endless.example/"_s);
        std::optional<domain::Result<QJsonObject>> report;
        workspace->pullAndReport(id, this, [&](const auto &told) { report = told; });
        QTRY_VERIFY(!started.isEmpty());
        workspace->cancelPulls(id);
        QTRY_VERIFY(report);
        QVERIFY(*report);
        QVERIFY(!SyncReport::isGood(**report));
        QCOMPARE((**report)[u"feeds"][0][u"error"][u"code"].toString(), u"Cancelled"_s);
    }

    void portalOnThisMachineIsNotHeld()
    {
        facts.reach = Reach::Offline;
        const auto workspace = open();
        QSignalSpy started(workspace.get(), &Workspace::pullStarted);
        const QString id = connectTo(*workspace, u"http://127.0.0.1:7007/"_s);
        QVERIFY(!workspace->needsNetwork(id));
        QTRY_COMPARE(started.size(), 1);
    }

    void workOfflineIsKept()
    {
        {
            const auto workspace = open();
            workspace->setWorkOffline(true);
            workspace->setAllPaused(true);
        }
        const auto workspace = open();
        QCOMPARE(workspace->network().condition(), Condition::WorkOffline);
        QVERIFY(workspace->isAllPaused());
        QSignalSpy started(workspace.get(), &Workspace::pullStarted);
        connectTo(*workspace, u"https://portal.example/"_s);
        QCoreApplication::processEvents();
        QCOMPARE(started.size(), 0);
        workspace->setWorkOffline(false);
        QTRY_COMPARE(started.size(), 1);
    }

    void sleepStopsPullsAndWakingPullsAgain()
    {
        const auto workspace = open();
        QSignalSpy started(workspace.get(), &Workspace::pullStarted);
        QSignalSpy finished(workspace.get(), &Workspace::pullFinished);
        // The fixture's pull of this address goes on until it is stopped.
        connectTo(*workspace, u"https://endless.example/"_s);
        QTRY_COMPARE(started.size(), 1);
        QCOMPARE(fake->ready, 0);
        fake->say([](auto &f) { f.suspending = true; });
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(fake->ready, 1);
        QCOMPARE(started.size(), 1);
    }

    void realServices();
    void absentBusIsNoDrama();

    void namesAndFoldersOfWorkspaces()
    {
        const QString folder = directory.filePath(u"workspaces"_s);
        QVERIFY(createWorkspace(u"Quayline"_s, folder));
        QCOMPARE(createWorkspace(u"Quayline"_s, folder).error().code, domain::ErrorCode::Conflict);
        for (const QString &bad : { QString(), u".."_s, u".hidden"_s, u"a/b"_s, u" a"_s, u"a\nb"_s, QString(61, u'x') })
            QCOMPARE(createWorkspace(bad, folder).error().code, domain::ErrorCode::Invalid);
        Workspace::Options options;
        options.directory = folder + u"/Quayline"_s;
        options.schedule = false;
        auto workspace = Workspace::open(options);
        QVERIFY(workspace);
        QVERIFY(listWorkspaces(folder).front().isOpen);
        const auto second = Workspace::open(options);
        QVERIFY(!second);
        QCOMPARE(second.error().code, domain::ErrorCode::Conflict);
        QVERIFY(listWorkspaces(folder).front().bytes > 0);
        QCOMPARE(renameWorkspace(u"Quayline"_s, u"Docks"_s, folder).error().code, domain::ErrorCode::Conflict);
        workspace->reset();
        QVERIFY(renameWorkspace(u"Quayline"_s, u"Docks"_s, folder));
        QCOMPARE(listWorkspaces(folder).front().name, u"Docks"_s);
        QVERIFY(!listWorkspaces(folder).front().isOpen);
        QCOMPARE(*workspaceDirectoryOf(u"./here"_s), QDir::current().absoluteFilePath(u"here"_s));
        QVERIFY(workspaceDirectoryOf(u"Docks"_s)->endsWith(u"/workspaces/Docks"));
        QVERIFY(!workspaceDirectoryOf(u".x"_s));
    }

private:
    QTemporaryDir directory;
    NetworkFacts facts;
    FakeNetwork *fake = nullptr;
};

namespace {

/// A system bus of our own with python3-dbusmock's services on it, as far as they are installed.
struct MockBus {
    QProcess daemon;
    QList<QProcess *> services;
    QByteArray before = qgetenv("DBUS_SYSTEM_BUS_ADDRESS");

    bool start()
    {
        daemon.start(u"dbus-daemon"_s, { u"--session"_s, u"--nofork"_s, u"--print-address=1"_s });
        if (!daemon.waitForStarted() || !daemon.waitForReadyRead())
            return false;
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", daemon.readLine().trimmed());
        return true;
    }
    bool serve(const QString &name, const QStringList &arguments)
    {
        auto *process = new QProcess(&daemon);
        services.append(process);
        process->start(u"python3"_s, QStringList { u"-m"_s, u"dbusmock"_s, u"--system"_s } + arguments);
        const QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus, u"mock-control"_s);
        return process->waitForStarted()
            && QTest::qWaitFor([&] { return process->state() != QProcess::Running || QDBusReply<bool>(QDBusInterface(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, bus).call(u"NameHasOwner"_s, name)).value(); }, 15'000)
            && process->state() == QProcess::Running;
    }
    static void set(const QString &service, const QString &path, const QString &interface, const QString &name, const QVariant &value)
    {
        const QDBusConnection bus(u"mock-control"_s);
        QDBusInterface(service, path, u"org.freedesktop.DBus.Mock"_s, bus)
            .call(u"UpdateProperties"_s, interface, QVariantMap { { name, value } });
    }
    ~MockBus()
    {
        QDBusConnection::disconnectFromBus(u"mock-control"_s);
        for (QProcess *process : std::as_const(services)) {
            process->kill();
            process->waitForFinished();
        }
        daemon.kill();
        daemon.waitForFinished();
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", before);
    }
};

} // namespace

void TestNetworkState::realServices()
{
    const bool hasMock = QStandardPaths::findExecutable(u"dbus-daemon"_s).size() > 0
        && QProcess::execute(u"python3"_s, { u"-c"_s, u"import dbusmock"_s }) == 0;
    if (!hasMock)
        QSKIP("needs dbus-daemon and python3-dbusmock");
    const QString manager = u"org.freedesktop.NetworkManager"_s;
    const QString managerPath = u"/org/freedesktop/NetworkManager"_s;
    MockBus bus;
    QVERIFY(bus.start());
    QVERIFY(bus.serve(manager, { u"--template"_s, u"networkmanager"_s }));
    QVERIFY(bus.serve(u"org.freedesktop.login1"_s, { u"--template"_s, u"logind"_s }));
    QVERIFY(bus.serve(u"net.hadess.PowerProfiles"_s, { u"--template"_s, u"power_profiles_daemon"_s }));

    NetworkFacts seen;
    int told = 0;
    {
        SystemNetwork network;
        connect(&network, &NetworkSource::told, this, [&](const NetworkFacts &facts) {
            seen = facts;
            ++told;
        });
        network.begin();
        QTRY_VERIFY(told > 0);
        QCOMPARE(seen.reach, Reach::Online); // NM_STATE_CONNECTED_GLOBAL is the template's default.

        MockBus::set(manager, managerPath, manager, u"State"_s, uint(20)); // NM_STATE_DISCONNECTED
        QTRY_COMPARE(seen.reach, Reach::Offline);
        MockBus::set(manager, managerPath, manager, u"State"_s, uint(70));
        MockBus::set(manager, managerPath, manager, u"Connectivity"_s, uint(2)); // NM_CONNECTIVITY_PORTAL
        QTRY_COMPARE(seen.reach, Reach::Portal);
        MockBus::set(manager, managerPath, manager, u"Connectivity"_s, uint(4));
        QTRY_COMPARE(seen.reach, Reach::Online);

        MockBus::set(u"net.hadess.PowerProfiles"_s, u"/net/hadess/PowerProfiles"_s, u"net.hadess.PowerProfiles"_s, u"ActiveProfile"_s, u"power-saver"_s);
        QTRY_VERIFY(seen.powerSaver);

        const QDBusConnection control(u"mock-control"_s);
        // Of anybody else on the bus it is not believed. What is set after it is seen after it.
        const QString loginPath = u"/org/freedesktop/login1"_s, loginManager = u"org.freedesktop.login1.Manager"_s;
        QDBusMessage forged = QDBusMessage::createSignal(loginPath, loginManager, u"PrepareForSleep"_s);
        forged << true;
        QVERIFY(control.send(forged));
        MockBus::set(manager, managerPath, manager, u"State"_s, uint(20));
        QTRY_COMPARE(seen.reach, Reach::Offline);
        QVERIFY(!seen.suspending);
        QDBusInterface login(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.DBus.Mock"_s, control);
        login.call(u"EmitSignal"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, u"b"_s, QVariant(QVariantList { true }));
        QTRY_VERIFY(seen.suspending);
        network.readyToSleep();
        login.call(u"EmitSignal"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, u"b"_s, QVariant(QVariantList { false }));
        QTRY_VERIFY(!seen.suspending);

        // A manager that dies takes what it said with it.
        const int before = told;
        bus.services.first()->kill();
        QTRY_VERIFY(told > before);
    }
}

void TestNetworkState::absentBusIsNoDrama()
{
    const QByteArray before = qgetenv("DBUS_SYSTEM_BUS_ADDRESS");
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    {
        SystemNetwork network;
        QSignalSpy told(&network, &NetworkSource::told);
        network.begin();
        QTRY_VERIFY(!told.isEmpty());
        QVERIFY(!told.last().first().value<NetworkFacts>().powerSaver);
    }
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", before);
}

QTEST_GUILESS_MAIN(TestNetworkState)
#include "tst_networkstate.moc"
