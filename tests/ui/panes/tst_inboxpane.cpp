// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagelog.h"
#include "models/mirror/ownnotices.h"
#include "tests/ui/panes/world.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/inbox/inboxpane.h"
#include "ui/panes/inbox/laterdialog.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace callboard;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using namespace Qt::StringLiterals;
using notices::Folder;

class TestInboxPane final : public QObject {
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<testkit::World> m_world;
    std::unique_ptr<InboxPane> m_pane;

    notices::Inbox &inbox() { return NoticeDesk::of(m_world->context()).inbox(); }
    void put(const std::vector<domain::Notice> &all)
    {
        auto &workspace = m_world->workspace();
        if (workspace.connections().empty())
            QVERIFY(workspace.addConnection(u"folder"_s, u"Portal"_s, { { u"folder"_s, m_world->folder() } }));
        auto pull = workspace.mirror().beginPull(workspace.connections().front().id, u"notices"_s, u"tester"_s);
        QVERIFY(pull);
        for (const domain::Notice &notice : all)
            (*pull)->put(notice.toRecord());
        QVERIFY((*pull)->complete());
    }
    static domain::Notice notice(const QString &id, const QString &title, const QString &entity, int minutesAgo)
    {
        domain::Notice one;
        one.id = id;
        one.title = title;
        one.description = u"More on "_s + id;
        one.severity = u"normal"_s;
        one.entityRef = entity;
        one.createdAt = QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo);
        return one;
    }
    QString current() const { return m_pane->view()->currentIndex().siblingAtColumn(0).data().toString(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(m_pane->view(), key, modifiers); }
    QStringList shown() const
    {
        QStringList titles;
        const auto &model = m_pane->model();
        for (int group = 0; group < model.rowCount(); ++group) {
            for (int row = 0; row < model.rowCount(model.index(group, 0)); ++row)
                titles.append(model.index(row, 0, model.index(group, 0)).data().toString());
        }
        return titles;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(m_theme);
    }
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }
    void init()
    {
        m_world = std::make_unique<testkit::World>();
        m_world->fill(testkit::World::company());
        m_pane = std::make_unique<InboxPane>(m_world->context());
        m_pane->resize(600, 300);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        put({ notice(u"a"_s, u"First"_s, u"component:default/ledger-api"_s, 1), notice(u"b"_s, u"Second"_s, u"component:default/ledger-api"_s, 2),
            notice(u"c"_s, u"Third"_s, {}, 3) });
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->model().itemCount(), 3, 20'000);
        m_pane->view()->setFocus();
    }
    void cleanup()
    {
        m_pane.reset();
        m_world.reset();
    }

    void isGroupedByEntity()
    {
        const QAbstractItemModelTester tester(&m_pane->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(m_pane->model().rowCount(), 2);
        QCOMPARE(m_pane->model().index(0, 0).data().toString(), u"ledger-api"_s);
        const QModelIndex when = m_pane->model().index(0, int(items::InboxModel::Columns::At), m_pane->model().index(0, 0));
        QCOMPARE(m_pane->model().headerData(when.column(), Qt::Horizontal, Qt::TextAlignmentRole), when.data(Qt::TextAlignmentRole));
        QCOMPARE(shown(), (QStringList { u"First"_s, u"Second"_s, u"Third"_s }));
        QCOMPARE(m_pane->count(), 3);
        inbox().setRead({ inbox().items()[0].key }, true);
        inbox().setDone({ inbox().items()[1].key }, true);
        QCOMPARE(shown(), (QStringList { u"First"_s, u"Third"_s }));
        QCOMPARE(m_pane->count(), 1);
    }

    /// The keys that the box offers are understood.
    void filtersByTopicAndSource()
    {
        domain::Notice billed = notice(u"d"_s, u"Fourth"_s, {}, 4);
        billed.topic = u"billing"_s;
        put({ notice(u"a"_s, u"First"_s, u"component:default/ledger-api"_s, 1), billed });
        QTRY_COMPARE_WITH_TIMEOUT(shown(), (QStringList { u"First"_s, u"Fourth"_s }), 20'000);
        m_pane->filterBox()->setText(u"topic:billing"_s);
        QTRY_COMPARE(shown(), QStringList { u"Fourth"_s });
        m_pane->filterBox()->setText(u"source:nowhere"_s);
        QTRY_COMPARE(shown(), QStringList());
    }

    void allByKeyboard()
    {
        m_pane->reveal(inbox().items()[0].key);
        QCOMPARE(current(), u"First"_s);
        key(Qt::Key_Delete);
        QCOMPARE(shown(), (QStringList { u"Second"_s, u"Third"_s }));
        QCOMPARE(current(), u"Second"_s); // The next one is where it was.
        key(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(inbox().find(m_pane->view()->currentIndex().data(items::RefRole).toString())->isRead);
        key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(inbox().count(Folder::Saved), 1);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(inbox().count(Folder::Saved), 0);
        key(Qt::Key_Z, Qt::ControlModifier);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown(), (QStringList { u"First"_s, u"Second"_s, u"Third"_s }));
        QCOMPARE(m_pane->count(), 3);
    }

    /// What takes the last step back is named by the key that it has, also when that is another one, or none.
    void undoIsNamedByItsKey()
    {
        const auto facts = [this] {
            for (const ui::TextLabel *label : m_pane->findChildren<ui::TextLabel *>()) {
                if (label->text().endsWith(u"takes it back."_s))
                    return label->text();
            }
            return QString();
        };
        m_pane->reveal(inbox().items()[0].key);
        key(Qt::Key_Delete);
        QVERIFY2(facts().endsWith(u" Ctrl+Z takes it back."_s), qPrintable(facts()));
        m_world->context().commands.setShortcuts(u"notice.undo"_s, { QKeySequence(u"Ctrl+Shift+Y"_s) });
        QVERIFY2(facts().endsWith(u" Ctrl+Shift+Y takes it back."_s), qPrintable(facts()));
        m_world->context().commands.setShortcuts(u"notice.undo"_s, {});
        QVERIFY2(facts().endsWith(u" “Undo” takes it back."_s), qPrintable(facts()));
        // So does what an empty folder says of how it fills.
        m_pane->setFolder(Folder::Saved);
        QVERIFY2(m_pane->status().detail.startsWith(u"Ctrl+S saves"_s), qPrintable(m_pane->status().detail));
        m_world->context().commands.setShortcuts(u"notice.save"_s, { QKeySequence(u"Ctrl+Shift+J"_s) });
        QVERIFY2(m_pane->status().detail.startsWith(u"Ctrl+Shift+J saves"_s), qPrintable(m_pane->status().detail));
        m_world->context().commands.setShortcuts(u"notice.save"_s, {});
        QVERIFY2(m_pane->status().detail.startsWith(u"“Save” saves"_s), qPrintable(m_pane->status().detail));
        m_pane->setFolder(Folder::Inbox);
        inbox().undo();
        QCOMPARE(facts(), QString());
    }

    /// What the program itself tells is marked where it is kept: nobody else would.
    void ownNoticesAreMarkedWhereTheyAre()
    {
        const mirror::OwnNotices own(m_world->mirror());
        domain::Notice watched = notice(u"page-1"_s, u"A page changed"_s, {}, 0);
        QVERIFY(own.tell(watched));
        QTRY_COMPARE(m_pane->model().itemCount(), 4);
        const QString mine = QString(mirror::Mirror::ownConnection) + u"|page-1"_s;
        inbox().setRead({ mine }, true);
        inbox().setSaved({ mine }, true);
        const auto kept = [&] { return own.all().front(); };
        QTRY_VERIFY(kept().readAt.isValid() && kept().savedAt.isValid());
        inbox().setRead({ mine }, false);
        inbox().setSaved({ mine }, false);
        QTRY_VERIFY(!kept().readAt.isValid() && !kept().savedAt.isValid());
    }

    void laterByKeyboard()
    {
        m_pane->reveal(inbox().items()[2].key);
        key(Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_COMPARE(inbox().count(Folder::Snoozed), 1);
        QVERIFY(inbox().nextWake().isValid());
        m_pane->setFolder(Folder::Snoozed);
        QCOMPARE(shown(), QStringList { u"Third"_s });
    }

    void laterAtATimeOfOnesOwn()
    {
        m_pane->reveal(inbox().items()[2].key);
        const auto menu = m_pane->menu();
        QAction *choose = nullptr;
        for (QMenu *sub : menu->findChildren<QMenu *>()) {
            for (QAction *action : sub->actions()) {
                if (action->text() == u"At another time…"_s)
                    choose = action;
            }
        }
        QVERIFY(choose);
        choose->trigger();
        auto *dialog = m_pane->findChild<LaterDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->edit()->dateTime() > QDateTime::currentDateTime());
        const QDateTime friday(QDate::currentDate().addDays(9), QTime(13, 30));
        dialog->edit()->setDateTime(friday);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(inbox().count(Folder::Snoozed), 1);
        QCOMPARE(inbox().nextWake(), friday.toUTC());
        QCOMPARE(shown(), (QStringList { u"First"_s, u"Second"_s }));
        QTRY_VERIFY(!m_pane->findChild<LaterDialog *>());
        // Whoever goes away leaves it where it is.
        choose->trigger();
        m_pane->findChild<LaterDialog *>()->reject();
        QCOMPARE(inbox().count(Folder::Snoozed), 1);
    }

    void enterShowsWhatItIsAbout()
    {
        m_pane->reveal(inbox().items()[1].key);
        key(Qt::Key_Return);
        QCOMPARE(m_world->focus().target().ref, u"component:default/ledger-api"_s);
        QVERIFY(inbox().items()[1].isRead);
    }

    void typingSearches()
    {
        m_pane->view()->setFocus();
        key(Qt::Key_T);
        QCOMPARE(m_pane->filterBox()->text(), u"t"_s);
        QTest::keyClicks(m_pane->filterBox()->edit(), u"hird"_s);
        QTRY_COMPARE(shown(), QStringList { u"Third"_s });
        m_pane->filterBox()->clear();
        QTRY_COMPARE(shown().size(), 3);
    }

    void mutesFromTheMenu()
    {
        m_pane->reveal(inbox().items()[0].key);
        const auto menu = m_pane->menu();
        QAction *mute = nullptr;
        for (QMenu *sub : menu->findChildren<QMenu *>()) {
            for (QAction *action : sub->actions()) {
                if (action->text().contains("ledger-api"_L1))
                    mute = action;
            }
        }
        QVERIFY(mute);
        mute->trigger();
        QCOMPARE(shown(), QStringList { u"Third"_s });
        QCOMPARE(inbox().undoText(), u"Mute ledger-api"_s); // What is taken back is named.
        inbox().undo();
        QCOMPARE(shown().size(), 3);
    }

    /// What was done is kept for the person alone, as the page of what is kept says.
    void whatIsDoneIsRecorded()
    {
        inbox().setDone({ inbox().items()[0].key }, true);
        auto &log = insights::UsageLog::of(m_world->mirror());
        log.flush();
        const auto kept = log.page(0, 10);
        QVERIFY(kept && kept->size() == 1);
        const insights::UsageEvent &event = kept->front().event;
        QCOMPARE(event.deed, insights::UsageDeed::ActedOn);
        QCOMPARE(event.what, u"notice.done"_s);
        QCOMPARE(event.about, u"component:default/ledger-api"_s);
    }

    /// With a source goes what was done with what it told.
    void aRemovedSourceIsForgotten()
    {
        const QString connection = m_world->workspace().connections().front().id;
        inbox().setSaved({ inbox().items()[0].key }, true);
        const auto marks = [this] { return m_world->mirror().value(u"notices.marks"_s).toObject(); };
        QCOMPARE(marks().size(), 1);
        QVERIFY(m_world->workspace().removeConnection(connection));
        QTRY_VERIFY_WITH_TIMEOUT(marks().isEmpty(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->model().itemCount(), 0, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!NoticeDesk::of(m_world->context()).watch().isBusy(), 20'000);
        QCOMPARE(inbox().items().size(), 0u);
    }

    void emptyFoldersLeadBack()
    {
        m_pane->setFolder(Folder::Done);
        QCOMPARE(m_pane->status().state, PaneStatus::State::Empty);
        QVERIFY(!m_pane->status().actionText.isEmpty());
        Q_EMIT m_pane->statusActionTriggered();
        QCOMPARE(m_pane->model().folder(), Folder::Inbox);
        QCOMPARE(m_pane->status().state, PaneStatus::State::Filled);
    }

    void readersHearWhetherItIsRead()
    {
        m_pane->reveal(inbox().items()[0].key);
        const QModelIndex index = m_pane->view()->currentIndex().siblingAtColumn(0);
        const QString before = index.data(Qt::AccessibleTextRole).toString();
        QVERIFY(before.contains(u"First"_s));
        inbox().setRead({ inbox().items()[0].key }, true);
        QVERIFY(m_pane->view()->currentIndex().siblingAtColumn(0).data(Qt::AccessibleTextRole).toString() != before);
        for (const QWidget *widget : { static_cast<QWidget *>(m_pane->view()), static_cast<QWidget *>(m_pane->filterBox()->edit()), static_cast<QWidget *>(m_pane->findChild<QComboBox *>()) })
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
};

QTEST_MAIN(TestInboxPane)
#include "tst_inboxpane.moc"
