// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/announcer.h"
#include "tests/unit/notices/someinbox.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::notices;
using test::SomeInbox;

namespace {

QStringList keysOf(const std::vector<Item> &items)
{
    QStringList keys;
    for (const Item &item : items)
        keys.append(item.key);
    return keys;
}

/// One notice that is known, and one that came while nothing may pop up: it was taken to be told, and was not told.
std::vector<Entry> waitingIn(SomeInbox &inbox)
{
    inbox.announceAll();
    std::vector<Entry> entries { inbox.entry(u"portal-1"_s, u"known"_s, 60) };
    inbox->setEntries(entries);
    entries.push_back(inbox.entry(u"portal-1"_s, u"new"_s));
    inbox->setEntries(entries);
    [&] { QCOMPARE(keysOf(inbox->takeFresh()), QStringList { u"portal-1|new"_s }); }();
    return entries;
}

} // namespace

/// What waits to be announced, over the end of the program.
class TestAnnouncing final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void whatWaitedIsToldOnceAfterARestart()
    {
        SomeInbox inbox;
        const auto entries = waitingIn(inbox);
        // Also over several of them, as long as nothing was said.
        for (int start = 0; start < 2; ++start) {
            inbox.reopen();
            QSignalSpy arrived(&*inbox, &Inbox::freshArrived);
            QCOMPARE(inbox->takeLate().size(), 0u); // Nobody knows yet what is there still.
            inbox->setEntries(entries);
            QCOMPARE(arrived.size(), 1);
            QCOMPARE(keysOf(inbox->takeFresh()), QStringList());
            QCOMPARE(keysOf(inbox->takeLate()), QStringList { u"portal-1|new"_s });
            QCOMPARE(keysOf(inbox->takeLate()), QStringList());
        }
        inbox->noteTold();
        inbox.reopen();
        QSignalSpy arrived(&*inbox, &Inbox::freshArrived);
        inbox->setEntries(entries);
        QCOMPARE(arrived.size(), 0);
        QCOMPARE(keysOf(inbox->takeLate()), QStringList());
    }

    void whatIsNoNewsAnyMoreIsNotTold_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : { "read", "gone", "done", "muted", "asleep", "rules" })
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void whatIsNoNewsAnyMoreIsNotTold()
    {
        QFETCH(QString, what);
        SomeInbox inbox;
        auto entries = waitingIn(inbox);
        const QString key = u"portal-1|new"_s;
        if (what == "read"_L1)
            entries[1].notice.readAt = inbox.now;
        else if (what == "gone"_L1)
            entries.pop_back();
        else if (what == "done"_L1)
            inbox->setDone({ key }, true);
        else if (what == "muted"_L1)
            inbox->setMuted({ Mute::Of::Source, u"portal-1"_s }, true, u"Portal"_s);
        else if (what == "asleep"_L1)
            inbox->snooze({ key }, inbox.now.addSecs(3600));
        else if (what == "rules"_L1)
            inbox->setRules(NoticeRules());
        inbox.reopen();
        inbox->setEntries(entries);
        QCOMPARE(keysOf(inbox->takeLate()), QStringList());
        QCOMPARE(keysOf(inbox->takeFresh()), QStringList());
    }

    /// All that waited is told as one: so none before it is known what is there of the others.
    void ownNoticesWaitForTheOthers()
    {
        SomeInbox inbox;
        const auto entries = waitingIn(inbox);
        inbox->tell({ inbox.own(u"build|ci-1|p|main|CI|1.1.broke"_s, u"build"_s, topic::broke) }, {}, {});
        QCOMPARE(inbox->takeFresh().size(), 1u);
        inbox.reopen();
        inbox->tell({ inbox.own(u"build|ci-1|q|main|CI|1.1.broke"_s, u"build"_s, topic::broke) }, {}, {});
        QCOMPARE(inbox->takeFresh().size(), 1u); // It is new, and told now.
        QCOMPARE(inbox->takeLate().size(), 0u);
        inbox->noteTold(); // Of what was taken.
        inbox->setEntries(entries);
        QCOMPARE(inbox->takeLate().size(), 2u);
        QCOMPARE(inbox->takeFresh().size(), 0u);
    }

    /// Who brings something back by hand knows of it.
    void whatWasBroughtBackIsNotTold()
    {
        SomeInbox inbox;
        const auto entries = waitingIn(inbox);
        inbox->snooze({ u"portal-1|new"_s }, inbox.now.addSecs(3600));
        inbox->undo();
        inbox.reopen();
        inbox->setEntries(entries);
        QCOMPARE(keysOf(inbox->takeLate()), QStringList());
    }

    void lateOnesAreOneNotification()
    {
        Announcer announcer;
        SomeInbox inbox;
        const auto yes = [](const Item &) { return true; };
        std::vector<Item> items(2);
        items[0].key = u"a"_s;
        items[1].key = u"b"_s;
        announcer.offer(items, inbox.now, true);
        QVERIFY(announcer.isWaiting());
        const auto due = announcer.due(inbox.now, yes);
        QCOMPARE(due.size(), 1u);
        QVERIFY(due[0].isSummary && !announcer.isWaiting());
        QCOMPARE(due[0].count, 2);
        // While it is quiet still, they wait on.
        announcer.setQuietUntil(inbox.now.addSecs(600));
        announcer.offer(items, inbox.now, true);
        QVERIFY(announcer.due(inbox.now.addSecs(1), yes).empty() && announcer.isWaiting());
        QCOMPARE(announcer.due(inbox.now.addSecs(600), yes).size(), 1u);
        // What is no news any more waits for nothing.
        announcer.offer(items, inbox.now.addSecs(700));
        QVERIFY(announcer.due(inbox.now.addSecs(800), [](const Item &) { return false; }).empty());
        QVERIFY(!announcer.isWaiting());
    }

    /// Told behind a write, so that the file never says less than what was seen.
    void afterItIsWritten()
    {
        SomeInbox inbox;
        bool written = false, ofNobody = false;
        auto *gone = new QObject;
        std::ignore = inbox.mirror().setValue(u"a"_s, 1);
        inbox.mirror().whenWritten(this, [&written] { written = true; });
        inbox.mirror().whenWritten(gone, [&ofNobody] { ofNobody = true; });
        delete gone;
        QVERIFY(!written);
        QTRY_VERIFY(written);
        QVERIFY(!ofNobody);
    }
};

QTEST_GUILESS_MAIN(TestAnnouncing)
#include "tst_announcing.moc"
