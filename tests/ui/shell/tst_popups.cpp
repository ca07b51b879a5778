// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/world.h"
#include "ui/kit/style.h"
#include "ui/shell/noticepopups.h"
#include "ui/shell/noticerulesform.h"
#include "ui/shell/tray.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDBusContext>
#include <QDBusMessage>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

/// A notification service as the specification has it (Desktop Notifications 1.2), that keeps what it is told.
class FakeService final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown {
        QString title, body;
        QStringList actions;
        QVariantMap hints;
    };
    QMap<uint, Shown> open;
    QStringList capabilities { u"actions"_s, u"body"_s, u"body-markup"_s };
    uint last = 0;
    int notified = 0;

public Q_SLOTS:
    QStringList GetCapabilities() const { return capabilities; }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body, const QStringList &actions, const QVariantMap &hints, int)
    {
        ++notified;
        const uint id = replaces != 0 && open.contains(replaces) ? replaces : ++last;
        open.insert(id, { title, body, actions, hints });
        return id;
    }
    void CloseNotification(uint id)
    {
        if (open.remove(id) > 0)
            Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void NotificationClosed(uint id, uint reason);
    void ActionInvoked(uint id, const QString &action);
    void ActivationToken(uint id, const QString &token);
};

class TestPopups final : public QObject {
    Q_OBJECT

    Theme m_theme;
    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<testkit::World> m_world;

    QDBusConnection bus(const QString &name) const { return QDBusConnection::connectToBus(m_address, name); }
    static notices::Item item(const QString &id, const QString &title, notices::Level level = notices::Level::Normal)
    {
        notices::Item one;
        one.key = u"|"_s + id;
        one.keys = { one.key };
        one.notice.id = id;
        one.notice.title = title;
        one.level = level;
        one.effects = { true, true, false };
        return one;
    }
    notices::Inbox &inbox() { return panes::NoticeDesk::of(m_world->context()).inbox(); }
    void tell(int count, QLatin1StringView topic = notices::topic::broke) { tell(inbox(), count, topic); }
    static void tell(notices::Inbox &inbox, int count, QLatin1StringView topic = notices::topic::broke)
    {
        std::vector<notices::Entry> entries;
        for (int at = 0; at < count; ++at) {
            notices::Entry entry { {}, item(u"build|callboard|p%1|main||1"_s.arg(at), u"Build %1 fails"_s.arg(at)).notice, true, false };
            entry.notice.kind = u"build"_s;
            entry.notice.topic = topic;
            entry.notice.createdAt = QDateTime::currentDateTimeUtc().addSecs(-at);
            entries.push_back(entry);
        }
        inbox.tell(entries, {}, {});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(m_theme);
        const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (program.isEmpty())
            QSKIP("needs dbus-daemon");
        m_daemon.start(program, { u"--session"_s, u"--nofork"_s, u"--print-address=1"_s });
        QVERIFY(m_daemon.waitForStarted());
        QVERIFY(QTest::qWaitFor([this] { return m_daemon.canReadLine(); }, 20'000));
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    void cleanupTestCase()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
        QApplication::setStyle(u"fusion"_s);
    }
    void init()
    {
        m_service = std::make_unique<FakeService>();
        QDBusConnection daemon = bus(u"daemon"_s);
        QVERIFY(daemon.registerObject(u"/org/freedesktop/Notifications"_s, m_service.get(), QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(daemon.registerService(u"org.freedesktop.Notifications"_s));
        m_world = std::make_unique<testkit::World>();
        m_world->fill(testkit::World::company());
        // What is there from the beginning is known and not announced.
        notices::Entry first { {}, item(u"first|x"_s, u"First"_s).notice, true, false };
        first.notice.createdAt = QDateTime::currentDateTimeUtc().addDays(-3);
        inbox().tell({ first }, {}, {});
    }
    void cleanup()
    {
        m_world.reset();
        bus(u"daemon"_s).unregisterService(u"org.freedesktop.Notifications"_s);
        bus(u"daemon"_s).unregisterObject(u"/org/freedesktop/Notifications"_s);
        m_service.reset();
    }

    void bodyIsTextWhateverTheServiceUnderstands()
    {
        DesktopNotifier notifier(bus(u"client"_s));
        const Popup popup { u"<b>Title</b>\nx"_s, u"<img src='http://example.org/x'> & more\u202E"_s, Popup::Urgency::Critical, true, { { u"default"_s, u"Open"_s } } };
        notifier.show(u"a"_s, popup);
        QTRY_COMPARE(m_service->open.size(), 1);
        QCOMPARE(m_service->open.first().title, u"<b>Title</b> x"_s); // A title is never markup.
        QCOMPARE(m_service->open.first().body, u"&lt;img src='http://example.org/x'&gt; &amp; more "_s);
        QCOMPARE(m_service->open.first().hints[u"urgency"_s].toUInt(), 2u);
        QVERIFY(m_service->open.first().hints.contains(u"sound-name"_s));
        QCOMPARE(m_service->open.first().actions, (QStringList { u"default"_s, u"Open"_s }));
    }

    void plainServiceGetsPlainText()
    {
        m_service->capabilities = { u"body"_s };
        DesktopNotifier notifier(bus(u"client"_s));
        notifier.show(u"a"_s, { u"T"_s, u"a < b"_s, Popup::Urgency::Normal, false, { { u"default"_s, u"Open"_s } } });
        QTRY_COMPARE(m_service->open.size(), 1);
        QCOMPARE(m_service->open.first().body, u"a < b"_s);
        QVERIFY(m_service->open.first().actions.isEmpty());
        QVERIFY(m_service->open.first().hints[u"suppress-sound"_s].toBool());
    }

    void oneNameIsOneNotification()
    {
        DesktopNotifier notifier(bus(u"client"_s));
        for (int at = 0; at < 5; ++at)
            notifier.show(u"summary"_s, { QString::number(at), {}, Popup::Urgency::Normal, false, {} });
        QTRY_VERIFY(!m_service->open.isEmpty() && m_service->open.first().title == "4"_L1);
        QCOMPARE(m_service->open.size(), 1);
        notifier.withdraw(u"summary"_s);
        QTRY_VERIFY(m_service->open.isEmpty());
        QVERIFY(notifier.shown().isEmpty());
    }

    void actionsComeBackWithTheTokenOfTheDesktop()
    {
        DesktopNotifier notifier(bus(u"client"_s));
        QSignalSpy invoked(&notifier, &DesktopNotifier::invoked);
        notifier.show(u"a"_s, { u"T"_s, {}, Popup::Urgency::Normal, false, { { u"later"_s, u"Later"_s } } });
        QTRY_COMPARE(m_service->open.size(), 1);
        const uint id = m_service->open.firstKey();
        Q_EMIT m_service->ActionInvoked(id + 77, u"later"_s); // Another program's.
        Q_EMIT m_service->ActivationToken(id, u"token-1"_s);
        Q_EMIT m_service->ActionInvoked(id, u"later"_s);
        QTRY_COMPARE(invoked.size(), 1);
        QCOMPARE(invoked[0][0].toString(), u"a"_s);
        QCOMPARE(invoked[0][1].toString(), u"later"_s);
        QCOMPARE(invoked[0][2].toByteArray(), QByteArray("token-1"));
    }

    void withoutABusItIsSaid()
    {
        DesktopNotifier notifier(QDBusConnection(u"no bus of that name"_s));
        QSignalSpy failed(&notifier, &DesktopNotifier::failed);
        notifier.show(u"a"_s, { u"T"_s, {}, Popup::Urgency::Normal, false, {} });
        QCOMPARE(failed.size(), 1);
        QVERIFY(notifier.shown().isEmpty());
    }

    void aBrokenBuildPopsUpAndIsPutAside()
    {
        const NoticePopups popups(panes::NoticeDesk::of(m_world->context()), bus(u"client"_s));
        tell(1);
        QTRY_COMPARE(m_service->open.size(), 1);
        QCOMPARE(m_service->open.first().title, u"Build 0 fails"_s);
        QVERIFY(m_service->open.first().actions.contains(u"later"_s));
        QVERIFY(!m_service->open.first().actions.contains(u"rerun"_s)); // No CI system here could.
        Q_EMIT m_service->ActionInvoked(m_service->open.firstKey(), u"later"_s);
        QTRY_COMPARE(inbox().count(notices::Folder::Snoozed), 1);
        QTRY_VERIFY(m_service->open.isEmpty());
    }

    void whatWasReadIsTakenBack()
    {
        const NoticePopups popups(panes::NoticeDesk::of(m_world->context()), bus(u"client"_s));
        tell(1);
        QTRY_COMPARE(m_service->open.size(), 1);
        inbox().setRead({ inbox().items()[0].key }, true);
        QTRY_VERIFY(m_service->open.isEmpty());
    }

    void aStormIsOneNotification()
    {
        NoticePopups popups(panes::NoticeDesk::of(m_world->context()), bus(u"client"_s));
        QSignalSpy opened(&popups, &NoticePopups::openRequested);
        tell(300);
        QTRY_COMPARE(m_service->open.size(), 1);
        QCOMPARE(m_service->notified, 1);
        QVERIFY(m_service->open.first().title.contains(u"300"_s));
        Q_EMIT m_service->ActionInvoked(m_service->open.firstKey(), u"default"_s);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toString(), QString());
    }

    /// It stays while something that it tells of is not read. What heals is told and not counted: that nothing counted is unread takes no
    /// notification of it back.
    void whatASummaryTellsKeepsIt()
    {
        const NoticePopups popups(panes::NoticeDesk::of(m_world->context()), bus(u"client"_s));
        tell(10, notices::topic::healed);
        QTRY_COMPARE(m_service->open.size(), 1);
        inbox().setRead({ u"|first|x"_s }, true);
        QCOMPARE(inbox().unread(), 0);
        tell(11, notices::topic::healed);
        QTRY_COMPARE(m_service->notified, 2);
        QCOMPARE(m_service->last, 1u); // The same notification, which was there all the time.
        QStringList keys;
        for (const notices::Item &one : inbox().items())
            keys.append(one.key);
        const QString last = keys.takeAt(keys.indexOf(u"|build|callboard|p3|main||1"_s)); // One of the first ten.
        inbox().setRead(keys, true);
        // Anything sent before has arrived with this.
        DesktopNotifier notifier(bus(u"client"_s));
        notifier.show(u"after"_s, { u"After"_s, {}, Popup::Urgency::Normal, false, {} });
        QTRY_VERIFY(!m_service->open.isEmpty() && m_service->open.last().title == "After"_L1);
        QCOMPARE(m_service->open.size(), 2);
        inbox().setRead({ last }, true);
        QTRY_COMPARE(m_service->open.size(), 1);
    }

    void quietIsQuiet()
    {
        auto &desk = panes::NoticeDesk::of(m_world->context());
        const NoticePopups popups(desk, bus(u"client"_s));
        QSignalSpy announced(&desk, &panes::NoticeDesk::announced);
        desk.setQuietUntil(QDateTime::currentDateTimeUtc().addSecs(600));
        tell(2);
        QCOMPARE(inbox().unread(), 3);
        // Taken back, all of it is told in one: so that before nothing was is known without waiting for it.
        desk.setQuietUntil({});
        QTRY_COMPARE(announced.size(), 1);
        QTRY_COMPARE(m_service->open.size(), 1);
    }

    /// What came in a rest is told once, as one, when it is over; also where the program ended in between.
    void whatWaitsInQuietIsToldAfterARestart()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!panes::NoticeDesk::of(m_world->context()).watch().isBusy(), 20'000);
        const auto context = [this](Commands &commands) {
            return PaneContext { m_world->workspace(), commands, m_world->focus(), m_world->index(), m_world->user(), m_world->outward() };
        };
        const auto untold = [this] { return m_world->mirror().value(u"notices.announced"_s)[u"untold"_s].toArray().size(); };
        {
            Commands first;
            auto &desk = panes::NoticeDesk::of(context(first));
            QTRY_VERIFY_WITH_TIMEOUT(!desk.watch().isBusy(), 20'000);
            desk.setQuietUntil(QDateTime::currentDateTimeUtc().addSecs(600));
            tell(desk.inbox(), 2);
            QCOMPARE(untold(), 2);
        }
        {
            Commands second;
            auto &desk = panes::NoticeDesk::of(context(second));
            QSignalSpy announced(&desk, &panes::NoticeDesk::announced);
            QTRY_VERIFY_WITH_TIMEOUT(!desk.watch().isBusy(), 20'000);
            QVERIFY(announced.isEmpty() && desk.isQuiet());
            QCOMPARE(untold(), 2);
            desk.setQuietUntil({});
            QTRY_COMPARE(announced.size(), 1);
            const auto told = announced[0][0].value<std::vector<notices::Announcement>>();
            QCOMPARE(told.size(), 1u);
            QVERIFY(told[0].isSummary);
            QCOMPARE(told[0].count, 2);
            QCOMPARE(untold(), 0);
        }
        Commands third;
        auto &desk = panes::NoticeDesk::of(context(third));
        QSignalSpy fresh(&desk.inbox(), &notices::Inbox::freshArrived);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.watch().isBusy(), 20'000);
        QCOMPARE(fresh.size(), 0);
        QCOMPARE(desk.inbox().items().size(), 3u);
    }

    void quietHoldsOverARestartAndEnds()
    {
        auto &desk = panes::NoticeDesk::of(m_world->context());
        QSignalSpy changed(&desk, &panes::NoticeDesk::quietChanged);
        const QDateTime later = QDateTime::currentDateTimeUtc().addSecs(600);
        desk.setQuietUntil(later);
        QCOMPARE(changed.size(), 1);
        {
            Commands again;
            PaneContext context { m_world->workspace(), again, m_world->focus(), m_world->index(), m_world->user(), m_world->outward() };
            QCOMPARE(panes::NoticeDesk::of(context).quietUntil(), later);
        }
        // Who shows it is told that it is over, though nothing came that waits for it.
        desk.setQuietUntil(QDateTime::currentDateTimeUtc().addMSecs(20));
        QTRY_COMPARE(changed.size(), 3);
        QVERIFY(!desk.quietUntil().isValid() && !desk.isQuiet());
        // The quiet hours are not what somebody asked for.
        notices::NoticeRules rules = inbox().rules();
        rules.quiet = { true, QTime(0, 0), QTime(23, 59, 59), { 1, 2, 3, 4, 5, 6, 7 }, true };
        inbox().setRules(rules);
        QVERIFY(!desk.quietUntil().isValid());
    }

    void rulesFormChangesTheRules()
    {
        NoticeRulesForm form(inbox().rules());
        QSignalSpy edited(&form, &NoticeRulesForm::edited);
        const int before = form.rowCount();
        const auto firstByTab = [&form] {
            QWidget *next = form.nextInFocusChain();
            while (!(next->focusPolicy() & Qt::TabFocus))
                next = next->nextInFocusChain();
            return next->accessibleName();
        };
        QCOMPARE(firstByTab(), u"When, rule 1"_s);
        form.findChildren<QPushButton *>()[0]->click();
        QCOMPARE(form.rowCount(), before + 1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // The rows of before.
        QCOMPARE(firstByTab(), u"When, rule 1"_s);
        const QPushButton *add = form.findChildren<QPushButton *>()[0];
        QWidget *above = add->previousInFocusChain();
        while (!(above->focusPolicy() & Qt::TabFocus))
            above = above->previousInFocusChain();
        QCOMPARE(above->accessibleName(), u"Take rule %1 away"_s.arg(form.rowCount()));
        QCOMPARE(edited.size(), 1);
        inbox().setRules(form.rules());
        QCOMPARE(inbox().rules(), form.rules());
        form.findChildren<QPushButton *>()[1]->click();
        QCOMPARE(form.rules().rules, notices::NoticeRules::calm());
        for (QComboBox *box : form.findChildren<QComboBox *>())
            QVERIFY(!box->accessibleName().isEmpty());
        const auto box = [&form](const QString &text) {
            for (QCheckBox *one : form.findChildren<QCheckBox *>()) {
                if (one->text().startsWith(text))
                    return one;
            }
            return static_cast<QCheckBox *>(nullptr);
        };
        QVERIFY(box(u"Quiet hours"_s) && box(u"All of Saturday"_s));
        QVERIFY(!box(u"All of Saturday"_s)->isEnabled());
        box(u"Quiet hours"_s)->click();
        QVERIFY(form.rules().quiet.on);
        box(u"All of Saturday"_s)->click();
        QVERIFY(form.rules().quiet.wholeWeekend);
    }

    void trayTellsOfTheWork_data()
    {
        QTest::addColumn<notices::Situation>("situation");
        QTest::addColumn<TraySign>("sign");
        const auto with = [](int failing, int running, int approvals, int reviews) { return notices::Situation { failing, running, approvals, reviews, {} }; };
        QTest::newRow("nothing") << with(0, 0, 0, 0) << TraySign::Ok;
        QTest::newRow("running") << with(0, 2, 0, 0) << TraySign::Running;
        QTest::newRow("waiting") << with(0, 2, 0, 1) << TraySign::Waiting;
        QTest::newRow("approval") << with(0, 0, 1, 0) << TraySign::Waiting;
        QTest::newRow("failing") << with(1, 2, 1, 1) << TraySign::Failing;
    }
    void trayTellsOfTheWork()
    {
        QFETCH(notices::Situation, situation);
        QFETCH(TraySign, sign);
        Standing well;
        well.state = Standing::State::Well;
        QCOMPARE(traySign(well, false, situation), sign);
        QCOMPARE(situationText(situation).isEmpty(), sign == TraySign::Ok);
        Standing offline;
        offline.state = Standing::State::Offline;
        QCOMPARE(traySign(offline, false, situation), situation.failing > 0 ? TraySign::Failing : TraySign::Offline);
        QCOMPARE(trayToolTip(u"Quayline"_s, well, false, situation).contains(u'\n'), true);
        // Plasma reads it as markup: a server must not have the desktop load a picture.
        Standing told = well;
        told.worst = u"Portal: <img src='https://evil.example/p.png'> & more"_s;
        QVERIFY(trayToolTip(u"Quayline"_s, told, false, situation).contains(u"Portal: ‹img src='https://evil.example/p.png'› & more"_s));
        Standing reading;
        reading.state = Standing::State::Reading;
        QVERIFY(trayToolTip(u"Quayline"_s, reading, true, situation).contains(u"Reading the sources"_s));
        QVERIFY(!trayToolTip(u"Quayline"_s, reading, false, situation).contains(u"Reading the sources"_s));
    }
};

QTEST_MAIN(TestPopups)
#include "tst_popups.moc"
