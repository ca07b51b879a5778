// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/commands.h"
#include "ui/kit/focus.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {
const QKeySequence ctrlM(u"Ctrl+M"_s);
const QKeySequence ctrlJ(u"Ctrl+J"_s);

FocusTarget entity(const QString &name)
{
    return { FocusTarget::Kind::Entity, u"component:default/"_s + name };
}
} // namespace

class TestCommands final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void actionRunsAndIsKeptById()
    {
        Commands commands;
        int runs = 0;
        QAction *action = commands.add({ u"focus.mine"_s, u"&Mine"_s, u"go"_s, u"user"_s, { ctrlM }, u"Help"_s }, this, [&] { ++runs; });
        action->trigger();
        QCOMPARE(runs, 1);
        QCOMPARE(commands.action(u"focus.mine"_s), action);
        QCOMPARE(action->shortcut(), ctrlM);
        // The same id again is the same command.
        QCOMPARE(commands.add({ u"focus.mine"_s, u"Other"_s, {}, {}, {}, {} }, this, [] {}), action);
        QCOMPARE(commands.all().size(), size_t(1));
    }

    void shortcutsChangeAndSurvive()
    {
        Commands commands;
        commands.add({ u"a"_s, u"A"_s, {}, {}, { ctrlM }, {} }, this, [] {});
        QSignalSpy changed(&commands, &Commands::shortcutsChanged);
        commands.setShortcuts(u"a"_s, { ctrlJ });
        QCOMPARE(changed.count(), 1);

        Commands later;
        later.restoreShortcuts(commands.saveShortcuts());
        QAction *restored = later.add({ u"a"_s, u"A"_s, {}, {}, { ctrlM }, {} }, this, [] {});
        QCOMPARE(restored->shortcut(), ctrlJ);
        later.resetShortcuts(u"a"_s);
        QCOMPARE(restored->shortcut(), ctrlM);
        QVERIFY(later.saveShortcuts().isEmpty());
    }

    void conflictsAreFound()
    {
        Commands commands;
        commands.add({ u"a"_s, u"A"_s, {}, {}, { ctrlM }, {} }, this, [] {});
        commands.add({ u"b"_s, u"B"_s, {}, {}, { ctrlJ }, {} }, this, [] {});
        QCOMPARE(commands.conflicts(u"b"_s, { ctrlM }), QStringList { u"a"_s });
        QVERIFY(commands.conflicts(u"a"_s, { ctrlM }).isEmpty());
    }

    /// A local command acts where the keyboard is, by keys that can be changed, and goes before the window's there.
    void localCommandsActWhereTheKeyboardIs()
    {
        Commands commands;
        int copied = 0, ofWindow = 0, starred = 0;
        QWidget window;
        QTableWidget list(2, 2, &window);
        QLineEdit edit(&window);
        QAction *star = commands.add({ u"entity.star"_s, u"Star"_s, {}, {}, { ctrlJ }, {} }, this, [&] { ++ofWindow; });
        window.addAction(star);
        const Commands::Command copy { u"list.copy"_s, u"Copy"_s, {}, {}, { QKeySequence(Qt::CTRL | Qt::Key_C) }, {}, false, true };
        QAction *bound = commands.bind(copy, &list, [&] { ++copied; });
        commands.bind({ u"entity.star"_s, {}, {}, {}, { QKeySequence(Qt::Key_F4) }, {} }, &list, [&] { ++starred; });
        QCOMPARE(commands.all().size(), size_t(2)); // The second one is the window's.
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));

        list.setFocus();
        QVERIFY(commands.action(u"list.copy"_s)->isEnabled());
        QTest::keyClick(&list, Qt::Key_C, Qt::ControlModifier); // The view has a use for it too, and does not get it.
        QCOMPARE(copied, 1);
        QTest::keyClick(&list, Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(starred, 1);
        QCOMPARE(ofWindow, 0);
        commands.action(u"list.copy"_s)->trigger(); // As the palette and the menu do.
        QCOMPARE(copied, 2);

        commands.setShortcuts(u"list.copy"_s, { ctrlM });
        QCOMPARE(bound->shortcut(), ctrlM);
        QTest::keyClick(&list, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied, 2);
        QTest::keyClick(&list, Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(copied, 3);
        bound->setEnabled(false);
        QTest::keyClick(&list, Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(copied, 3);
        bound->setEnabled(true);

        edit.setFocus();
        QVERIFY(!commands.action(u"list.copy"_s)->isEnabled());
        QTest::keyClick(&edit, Qt::Key_M, Qt::ControlModifier);
        QTest::keyClick(&edit, Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(copied, 3);
        QCOMPARE(ofWindow, 1);
    }

    /// Signs that a layout has behind Shift are meant by themselves; of letters and named keys Shift is part.
    void shiftedSigns_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<bool>("acts");
        const auto row = [](const char *name, const char *keys, int key, Qt::KeyboardModifiers modifiers, bool acts) {
            QTest::newRow(name) << QString::fromLatin1(keys) << key << int(modifiers.toInt()) << acts;
        };
        row("behind shift", "?", Qt::Key_Question, Qt::ShiftModifier, true);
        row("not behind it", "?", Qt::Key_Question, Qt::NoModifier, true);
        row("dollar", "$", Qt::Key_Dollar, Qt::ShiftModifier, true);
        row("percent", "Ctrl+%", Qt::Key_Percent, Qt::ControlModifier | Qt::ShiftModifier, true);
        row("said with shift", "Shift+?", Qt::Key_Question, Qt::ShiftModifier, true);
        row("a digit behind shift", "5", Qt::Key_5, Qt::ShiftModifier, true);
        row("behind another level", "@", Qt::Key_At, Qt::GroupSwitchModifier, true);
        row("on the keypad", "+", Qt::Key_Plus, Qt::KeypadModifier, true);
        row("another modifier", "?", Qt::Key_Question, Qt::ControlModifier | Qt::ShiftModifier, false);
        row("a letter", "M", Qt::Key_M, Qt::ShiftModifier, false);
        row("a named key", "F8", Qt::Key_F8, Qt::ShiftModifier, false);
        row("space", "Space", Qt::Key_Space, Qt::ShiftModifier, false);
    }

    void shiftedSigns()
    {
        QFETCH(QString, keys);
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(bool, acts);
        Commands commands;
        int runs = 0;
        QWidget list;
        list.setFocusPolicy(Qt::StrongFocus);
        commands.bind({ u"list.do"_s, u"Do"_s, {}, {}, { QKeySequence(keys) }, {}, false, true }, &list, [&] { ++runs; });
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        list.setFocus();
        QTest::keyClick(&list, Qt::Key(key), Qt::KeyboardModifiers::fromInt(modifiers));
        QCOMPARE(runs, int(acts));
    }

    void sameKeysAtOtherPlacesAreNoConflict()
    {
        Commands commands;
        QWidget one, other;
        const auto local = [](const QString &id) { return Commands::Command { id, id, {}, {}, { ctrlM }, {}, false, true }; };
        commands.add({ u"focus.mine"_s, u"Mine"_s, {}, {}, { ctrlM }, {} }, this, [] {});
        commands.bind(local(u"notice.later"_s), &one, [] {});
        commands.bind(local(u"notice.done"_s), &one, [] {});
        commands.bind(local(u"review.diff"_s), &other, [] {});
        QCOMPARE(commands.conflicts(u"notice.later"_s, { ctrlM }), QStringList { u"notice.done"_s });
        QVERIFY(commands.conflicts(u"review.diff"_s, { ctrlM }).isEmpty());
        QVERIFY(commands.conflicts(u"focus.mine"_s, { ctrlM }).isEmpty());
        commands.bind(local(u"list.copy"_s), &one, [] {}); // Of all lists.
        QCOMPARE(commands.conflicts(u"review.diff"_s, { ctrlM }), QStringList { u"list.copy"_s });
    }

    /// What was changed before it is registered counts from the first key on.
    void boundCommandsTakeTheKeysThatWereKept()
    {
        Commands commands;
        commands.restoreShortcuts({ { u"list.copy"_s, QJsonArray { u"Ctrl+J"_s } } });
        QWidget list;
        QAction *bound = commands.bind({ u"list.copy"_s, u"Copy"_s, {}, {}, { ctrlM }, {}, false, true }, &list, [] {});
        QCOMPARE(bound->shortcut(), ctrlJ);
        commands.restoreShortcuts({ { u"list.copy"_s, QJsonArray { u"Ctrl+M"_s } } });
        QCOMPARE(bound->shortcut(), ctrlM);
    }

    void removedCommandsAreGone()
    {
        Commands commands;
        commands.add({ u"a"_s, u"A"_s, {}, {}, {}, {} }, this, [] {});
        QSignalSpy removed(&commands, &Commands::removed);
        commands.remove(u"a"_s);
        QCOMPARE(removed.count(), 1);
        QVERIFY(!commands.action(u"a"_s));
        QVERIFY(commands.all().empty());
    }

    void focusWalksItsHistory()
    {
        Focus focus;
        QSignalSpy changed(&focus, &Focus::changed);
        QVERIFY(!focus.canGoBack());
        focus.go(entity(u"a"_s));
        focus.go(entity(u"a"_s));
        QCOMPARE(changed.count(), 1);
        focus.go(entity(u"b"_s));
        focus.back();
        QCOMPARE(focus.target(), entity(u"a"_s));
        QVERIFY(focus.canGoForward());
        focus.forward();
        QCOMPARE(focus.target(), entity(u"b"_s));
        focus.back();
        focus.go(entity(u"c"_s));
        QVERIFY(!focus.canGoForward());
        focus.back();
        focus.back();
        QCOMPARE(focus.target(), FocusTarget {});
        focus.back();
        QCOMPARE(focus.target(), FocusTarget {});
    }

    void historyIsBounded()
    {
        Focus focus;
        for (int i = 0; i < 1000; ++i)
            focus.go(entity(QString::number(i)));
        QVERIFY(focus.history().size() <= 200);
        QCOMPARE(focus.target(), entity(u"999"_s));
        QVERIFY(focus.canGoBack());
        QVERIFY(!focus.canGoForward());
    }
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
