// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/commands.h"
#include "ui/kit/focus.h"

#include <QSignalSpy>
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
