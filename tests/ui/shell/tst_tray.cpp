// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/workspaces.h"
#include "tests/ui/panes/world.h"
#include "ui/kit/banner.h"
#include "ui/kit/paneframe.h"
#include "ui/kit/style.h"
#include "ui/panes/panes.h"
#include "ui/shell/desktop.h"
#include "ui/shell/documents.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/offlinenotice.h"
#include "ui/shell/palettebox.h"
#include "ui/shell/preferences.h"
#include "ui/shell/settingspages.h"
#include "ui/shell/synccommands.h"
#include "ui/shell/tray.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QUrl>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

using State = Standing::State;
using Condition = sync::NetworkState::Condition;

namespace {

Standing standing(State state)
{
    Standing one;
    one.state = state;
    one.sources = 3;
    one.asOf = QDateTime(QDate::currentDate(), QTime(0, 1));
    return one;
}

QDateTime today(int hour, int minute) { return QDateTime(QDate::currentDate(), QTime(hour, minute)); }

} // namespace

class TestTray final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        m_theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(m_theme);
    }
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }

    void init()
    {
        m_world = std::make_unique<testkit::World>();
        m_world->fill(testkit::World::company());
        QObject::disconnect(&m_world->focus(), &Focus::openRequested, &m_world->focus(), nullptr);
        m_preferences = std::make_unique<Preferences>(nullptr, m_theme, m_world->commands());
    }
    void cleanup()
    {
        m_desktop.reset();
        m_started.clear();
        m_starts = true;
        m_window.reset();
        m_preferences.reset();
        m_world.reset();
    }

    void signIsTheWorstOfAll_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("forLong");
        QTest::addColumn<TraySign>("sign");
        QTest::newRow("well") << State::Well << false << TraySign::Ok;
        QTest::newRow("no sources") << State::NoSources << false << TraySign::Ok;
        QTest::newRow("reading") << State::Reading << false << TraySign::Ok;
        QTest::newRow("reading for long") << State::Reading << true << TraySign::Syncing;
        QTest::newRow("paused") << State::Paused << false << TraySign::Paused;
        QTest::newRow("offline") << State::Offline << false << TraySign::Offline;
        QTest::newRow("failing") << State::Failing << true << TraySign::Failing;
    }
    void signIsTheWorstOfAll()
    {
        QFETCH(State, state);
        QFETCH(bool, forLong);
        QFETCH(TraySign, sign);
        QCOMPARE(traySign(standing(state), forLong), sign);
    }

    // A colour-blind eye must tell them apart: the shapes differ, not only the colours.
    void signsDifferInShape()
    {
        const QList<TraySign> signs { TraySign::Ok, TraySign::Syncing, TraySign::Failing, TraySign::Offline, TraySign::Paused, TraySign::Running, TraySign::Waiting };
        for (const bool dark : { false, true }) {
            for (const int size : { 16, 22, 24, 32, 44, 48 }) {
                QList<QImage> shapes;
                for (const TraySign sign : signs) {
                    const QPixmap pixmap = trayPixmap(sign, dark, size);
                    QCOMPARE(pixmap.size(), QSize(size, size));
                    shapes.append(pixmap.toImage().convertToFormat(QImage::Format_Alpha8));
                }
                for (qsizetype a = 0; a < shapes.size(); ++a) {
                    for (qsizetype b = a + 1; b < shapes.size(); ++b) {
                        int different = 0;
                        for (int y = 0; y < size; ++y) {
                            for (int x = 0; x < size; ++x)
                                different += std::abs(shapes.at(a).pixelColor(x, y).alpha() - shapes.at(b).pixelColor(x, y).alpha()) > 96;
                        }
                        QVERIFY2(different > size * size / 50, qPrintable(u"%1 and %2 at %3 px: %4"_s.arg(a).arg(b).arg(size).arg(different)));
                    }
                }
            }
        }
        QCOMPARE(trayIcon(TraySign::Ok, false).availableSizes().size(), 6);
    }

    void wordsSayHowItStands_data()
    {
        QTest::addColumn<Standing>("standing");
        QTest::addColumn<QString>("text");
        Standing one = standing(State::Well);
        one.asOf = today(0, 5);
        QTest::newRow("well") << one << u"3 sources · as of 00:05"_s;
        one.state = State::Offline;
        one.condition = Condition::Offline;
        one.since = today(0, 7);
        QTest::newRow("offline") << one << u"Offline since 00:07, all data as of 00:05"_s;
        one.condition = Condition::WorkOffline;
        QTest::newRow("work offline") << one << u"Working offline, all data as of 00:05"_s;
        one.asOf = {};
        QTest::newRow("nothing yet") << one << u"Working offline, nothing was read yet"_s;
        QTest::newRow("none") << standing(State::NoSources) << u"No sources yet"_s;
        one = standing(State::Failing);
        one.asOf = today(0, 5);
        one.failed = 1;
        QTest::newRow("failing") << one << u"3 sources · 1 failed · as of 00:05"_s;
    }
    void wordsSayHowItStands()
    {
        QFETCH(Standing, standing);
        QFETCH(QString, text);
        // Without a translation file English plurals are not made.
        QCOMPARE(standingText(standing).replace(u"source(s)"_s, u"sources"_s), text);
    }

    void menuIsMadeOfCommands()
    {
        makeDesktop();
        Tray tray(m_world->context(), TrayGround::Light);
        const auto has = [&](const QString &id) { return tray.menu().actions().contains(m_world->commands().action(id)); };
        for (const QString &id : { u"app.show"_s, u"go.palette"_s, u"sync.now"_s, u"sync.pauseAll"_s, u"sync.offline"_s, u"app.settings"_s, u"program.quit"_s })
            QVERIFY2(has(id), qPrintable(id));
        QVERIFY(tray.toolTip().startsWith(u"Callboard, "));
        QVERIFY(!m_window);
    }

    void offlineAndPauseAreCommands()
    {
        registerSyncCommands(m_world->context(), &m_world->commands());
        auto &workspace = m_world->context().workspace;
        QAction *offline = m_world->commands().action(u"sync.offline"_s);
        QVERIFY(!offline->isChecked());
        offline->trigger();
        QCOMPARE(workspace.network().condition(), Condition::WorkOffline);
        QVERIFY(offline->isChecked());
        QCOMPARE(standingOf(workspace).condition, Condition::WorkOffline);
        offline->trigger();
        QVERIFY(workspace.network().mayUse());
        QAction *pause = m_world->commands().action(u"sync.pauseAll"_s);
        pause->trigger();
        QVERIFY(workspace.isAllPaused());
        QVERIFY(pause->isChecked());
    }

    void hiddenWithoutTrayIsShown()
    {
        makeDesktop();
        m_desktop->begin(true);
        QTRY_VERIFY(m_window && m_window->isVisible());
        QVERIFY(!m_desktop->hasTray());
    }

    void linksOnlyNavigate()
    {
        makeDesktop();
        const QString ref = someRef();
        m_desktop->open(linkTo(ref), {});
        QCOMPARE(m_window->documents().currentRef(), ref);
        const int pages = m_window->documents().count();
        for (const QString &bad : { u"callboard://entity/vessel/default/nowhere"_s, u"callboard://entity/../../x"_s, u"callboard://x"_s }) {
            m_desktop->open(bad, {});
            QCOMPARE(m_window->documents().count(), pages);
            QCOMPARE(m_window->documents().currentRef(), ref);
        }
        m_desktop->open(u"callboard://search?q=%3Equit"_s, {});
        QCOMPARE(m_window->openPalette(u"x"_s).isVisible(), true);
        QVERIFY(m_window->isVisible());
    }

    void linksOpenInTheWorkspaceThatTheyName()
    {
        makeDesktop();
        const QString name = u"Elsewhere %1"_s.arg(QCoreApplication::applicationPid());
        const auto made = sync::createWorkspace(name);
        QVERIFY(made);
        const auto removed = qScopeGuard([&] { QDir(*made).removeRecursively(); });
        const QString link = linkTo(someRef()) + u"?workspace="_s + QString::fromLatin1(QUrl::toPercentEncoding(name));
        m_desktop->open(link, "token-1");
        QCOMPARE(m_started, (QList<QStringList> { { u"--workspace"_s, name, link } }));
        QCOMPARE(m_activation, QByteArray("token-1"));
        QVERIFY(!m_window); // It is the other one that comes to the front.

        // This one by another name is still this one.
        const QString alias = QString(name + u" too"_s);
        const QString at = QDir(sync::workspacesFolder()).filePath(alias);
        QVERIFY(QFile::link(m_world->folder(), at));
        const auto unlinked = qScopeGuard([&] { QFile::remove(at); });
        m_desktop->open(QString(linkTo(someRef()) + u"?workspace="_s + QString::fromLatin1(QUrl::toPercentEncoding(alias))), {});
        QCOMPARE(m_started.size(), 1);
        QCOMPARE(m_window->documents().currentRef(), someRef());

        m_starts = false;
        m_desktop->open(link, {});
        QVERIFY2(told().contains(QString(u"“"_s + name + u"” could not be opened"_s)), qPrintable(told()));
    }

    /// Whoever made a link chooses among the workspaces that are there, and makes none.
    void linksToNoWorkspaceSaySo()
    {
        makeDesktop();
        m_desktop->open(linkTo(u"component:default/nowhere"_s), {});
        const int pages = m_window->documents().count();
        m_desktop->open(QString(linkTo(someRef()) + u"?workspace=Nowhere%20at%20all"_s), {});
        QVERIFY2(told().contains(u"There is no workspace “Nowhere at all” here"_s), qPrintable(told()));
        for (const QString &query :
            { u"?workspace=/tmp"_s, u"?workspace=..%2F..%2Ftmp"_s, u"?workspace=a&workspace=b"_s, u"?workspace="_s }) {
            m_desktop->open(QString(linkTo(someRef()) + query), {});
            QVERIFY2(told().contains(u"leads nowhere"_s), qPrintable(query));
        }
        QCOMPARE(m_window->documents().count(), pages);
        QVERIFY(m_started.isEmpty());
        QVERIFY(!sync::isKnownWorkspace(u"Nowhere at all"_s));
    }

    void closingWithoutTrayQuits()
    {
        makeDesktop();
        m_desktop->begin(false);
        QVERIFY(m_window->isVisible());
        m_window->close();
        QVERIFY(!m_window->isVisible());
    }

    void preferencesAreKept()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        {
            QSettings settings(path, QSettings::IniFormat);
            Preferences preferences(&settings, m_theme, m_world->commands());
            QCOMPARE(preferences.closing(), Closing::Ask);
            preferences.setClosing(Closing::Tray);
            preferences.setTrayGround(TrayGround::Dark);
            preferences.setShowsTray(false);
            preferences.setNetworkPolicy({ sync::Background::ByHand, sync::Background::AsUsual });
        }
        QSettings settings(path, QSettings::IniFormat);
        const Preferences again(&settings, m_theme, m_world->commands());
        QCOMPARE(again.closing(), Closing::Tray);
        QCOMPARE(again.trayGround(), TrayGround::Dark);
        QVERIFY(!again.showsTray());
        QCOMPARE(again.networkPolicy(), (sync::NetworkState::Policy { sync::Background::ByHand, sync::Background::AsUsual }));
    }

    void bannerOnlyWhenSomebodyAsked()
    {
        Banner banner;
        const OfflineNotice notice(m_world->context(), &banner);
        auto &workspace = m_world->context().workspace;
        workspace.setWorkOffline(true);
        QCoreApplication::processEvents();
        QVERIFY(!banner.isVisible());
        Q_EMIT workspace.networkWanted(u"portal-1"_s);
        QTRY_VERIFY(banner.isVisible());
        Q_EMIT banner.pressed();
        QVERIFY(!workspace.network().isWorkingOffline());
        QVERIFY(!banner.isVisible());
    }

private:
    void makeDesktop()
    {
        m_desktop = std::make_unique<Desktop>(Desktop::Parts { m_world->context(), *m_preferences, [this]() -> MainWindow & {
            m_window = std::make_unique<MainWindow>(MainWindow::Parts { m_world->context(), m_theme, *m_preferences, panes::allPanes(), {} });
            return *m_window;
        }, [this](const QStringList &arguments, const QByteArray &activation) {
            m_started.append(arguments);
            m_activation = activation;
            return m_starts;
        } });
    }
    /// What the window's lines say.
    QString told() const
    {
        QStringList lines;
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible())
                lines.append(label->text());
        }
        return lines.join(u'\n');
    }
    QString someRef() const
    {
        const auto &snapshot = m_world->index().snapshot();
        for (mirror::Row row = 0; row < snapshot.size(); ++row) {
            if (snapshot.kind(row) == u"Component")
                return snapshot.ref(row).toString();
        }
        return {};
    }

    Theme m_theme;
    std::unique_ptr<testkit::World> m_world;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Desktop> m_desktop;
    QList<QStringList> m_started; ///< The program, with these arguments.
    QByteArray m_activation;
    bool m_starts = true;
};

QTEST_MAIN(TestTray)
#include "tst_tray.moc"
