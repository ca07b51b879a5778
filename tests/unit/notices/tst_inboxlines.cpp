// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/sqlite.h"
#include "models/mirror/storefile.h"
#include "models/notices/buildlook.h"
#include "models/notices/noticewatch.h"
#include "tests/unit/notices/someinbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::notices;
using test::SomeInbox;

namespace {

const QString pull = u"https://github.com/acme/ledger/pull/7"_s;

/// A host's notification about a review, and what the program tells of the same.
Entry hostsWord(const SomeInbox &inbox, const QString &connection, const QString &link, int minutesAgo)
{
    Entry entry = inbox.entry(connection, u"h7"_s, minutesAgo);
    entry.notice.kind = u"host"_s;
    entry.notice.about = u"acme/ledger!7"_s;
    entry.notice.link = link;
    return entry;
}

Entry ownWord(const SomeInbox &inbox, int minutesAgo)
{
    Entry entry = inbox.own(u"review|gh-1|acme/ledger!7|1"_s, u"review"_s, topic::reviewAsked, minutesAgo);
    entry.notice.about = u"acme/ledger!7"_s;
    entry.notice.link = pull;
    return entry;
}

/// A build that broke, and a host that tells of it too, later.
std::pair<Entry, Entry> brokenBuild(const SomeInbox &inbox)
{
    Entry own = inbox.own(u"build|ci-1|p|main|CI|1.1.broke"_s, u"build"_s, topic::broke, 10);
    own.notice.about = u"p#1"_s;
    Entry host = inbox.entry(u"host-1"_s, u"h1"_s, 5);
    host.notice.kind = u"build"_s;
    host.notice.about = u"p#1"_s;
    return { own, host };
}

QByteArray allKept(const mirror::Mirror &mirror)
{
    QByteArray all;
    for (const QString &key : { u"told"_s, u"kept"_s, u"marks"_s, u"mutes"_s, u"announced"_s, u"builds"_s, u"catalog"_s })
        all += QJsonDocument(QJsonArray { mirror.value(u"notices."_s + key) }).toJson();
    return all;
}

} // namespace

/// Which notices are one line of the inbox, and what stays of them.
class TestInboxLines final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    /// Hosts call theirs "host" whatever they are about.
    void aReviewAndItsNotificationAreOneLine()
    {
        SomeInbox inbox;
        const Entry host = hostsWord(inbox, u"gh-1"_s, pull, 1), own = ownWord(inbox, 3);
        inbox->setEntries({}, { { u"gh-1"_s, u"gitea-1"_s } });
        inbox->setEntries({ host });
        QCOMPARE(inbox->takeFresh().size(), 0u); // The calm rules do not announce what hosts say.
        inbox->tell({ own }, {}, {});
        QCOMPARE(inbox->items().size(), 1u);
        const Item item = inbox->items()[0];
        QCOMPARE(item.key, own.key());
        QCOMPARE(item.keys, (QStringList { host.key(), own.key() }));
        QCOMPARE(item.what, What::ReviewAsked);
        QCOMPARE(item.notice.title, own.notice.title);
        QCOMPARE(item.notice.createdAt, host.notice.createdAt);
        // That somebody else told of it first does not keep it from being announced.
        const auto fresh = inbox->takeFresh();
        QCOMPARE(fresh.size(), 1u);
        QCOMPARE(fresh[0].key, own.key());
        // Another host may have a project of that name.
        inbox->setEntries({ host, hostsWord(inbox, u"gitea-1"_s, u"https://git.example.org/acme/ledger/pulls/7"_s, 2) });
        QCOMPARE(inbox->items().size(), 2u);
        // Read here, it is read there.
        QSignalSpy wanted(&*inbox, &Inbox::wanted);
        inbox->setRead({ own.key() }, true);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"gh-1"_s);
    }

    void aMutedSourceDoesNotSilenceTheOthers()
    {
        SomeInbox inbox;
        inbox.announceAll();
        auto [own, host] = brokenBuild(inbox);
        inbox->setEntries({ host });
        inbox->tell({ own }, {}, {});
        inbox->setMuted({ Mute::Of::Source, u"host-1"_s }, true, u"Host"_s);
        QCOMPARE(inbox.keysIn(Folder::Inbox), QStringList { own.key() });
        inbox->setRead({ own.key() }, true);
        std::ignore = inbox->takeFresh();
        // What it says further makes nothing of it unread, and pops nothing up.
        Entry further = host;
        further.notice.id = u"h2"_s;
        further.notice.createdAt = inbox.now;
        inbox->setEntries({ host, further });
        QCOMPARE(inbox->items().size(), 1u);
        QVERIFY(inbox->items()[0].isRead);
        QCOMPARE(inbox->takeFresh().size(), 0u);
        // Alone it is muted.
        inbox->tell({}, { own.notice.id }, {});
        QCOMPARE(inbox.keysIn(Folder::Inbox), QStringList());
        QCOMPARE(inbox.keysIn(Folder::Muted).size(), 1);
    }

    /// An entity that any of them names.
    void aMutedEntityIsMutedWhoeverTells()
    {
        SomeInbox inbox;
        auto [own, host] = brokenBuild(inbox);
        own.notice.entityRef = u"component:default/ledger"_s;
        inbox->setEntries({ host });
        inbox->tell({ own }, {}, {});
        QCOMPARE(inbox.keysIn(Folder::Inbox).size(), 1);
        inbox->setMuted({ Mute::Of::Entity, u"component:default/ledger"_s }, true, u"ledger"_s);
        QCOMPARE(inbox.keysIn(Folder::Inbox), QStringList());
    }

    /// GitHub lists what is not read only: what is read there, as it was here, is gone from its list.
    void whatAHostNoLongerTellsIsKept()
    {
        SomeInbox inbox;
        const Entry a = inbox.entry(u"gh-1"_s, u"a"_s, 1), b = inbox.entry(u"gh-1"_s, u"b"_s, 2), c = inbox.entry(u"gh-1"_s, u"c"_s, 3);
        inbox->setEntries({ a, b, c });
        inbox->setSaved({ a.key() }, true);
        inbox->setRead({ a.key() }, true);
        inbox->setDone({ b.key() }, true);
        inbox->setEntries({ c });
        QCOMPARE(inbox.keysIn(Folder::Saved), QStringList { a.key() });
        QCOMPARE(inbox.keysIn(Folder::Done), QStringList { b.key() });
        inbox->undo();
        QCOMPARE(inbox.keysIn(Folder::Inbox), (QStringList { a.key(), b.key(), c.key() }));
        QVERIFY(!inbox->find(b.key())->isRead);
        // What can no longer be taken back is gone with this run; what is saved is not, with no network either.
        inbox.reopen();
        QCOMPARE(inbox.keysIn(Folder::Saved), QStringList { a.key() });
        inbox->setEntries({ c });
        QCOMPARE(inbox.keysIn(Folder::Inbox), (QStringList { a.key(), c.key() }));
        QVERIFY(inbox->find(a.key())->isSaved && inbox->find(a.key())->isRead);
        QCOMPARE(inbox->find(a.key())->notice, a.notice);
        inbox->setSaved({ a.key() }, false);
        inbox.reopen();
        inbox->setEntries({ c });
        QCOMPARE(inbox.keysIn(Folder::Inbox), QStringList { c.key() });
    }

    /// A thread goes on: it is told of again, and what was read of it was what it said before.
    void whatIsSaidFurtherIsNotRead()
    {
        SomeInbox inbox;
        inbox.announceAll();
        Entry thread = inbox.entry(u"gh-1"_s, u"a"_s, 20);
        inbox->setEntries({ thread });
        inbox->setRead({ thread.key() }, true);
        inbox->setEntries({});
        inbox.reopen();
        inbox->setEntries({});
        QCOMPARE(inbox->items().size(), 0u);
        inbox->setEntries({ thread });
        QVERIFY(inbox->items()[0].isRead); // An older answer.
        std::ignore = inbox->takeFresh();
        thread.notice.createdAt = inbox.now;
        inbox->setEntries({ thread });
        QVERIFY(!inbox->items()[0].isRead);
        QCOMPARE(inbox->takeFresh().size(), 1u);
        inbox->setRead({ thread.key() }, true);
        QVERIFY(inbox->items()[0].isRead);
        inbox->undo();
        QVERIFY(!inbox->items()[0].isRead);
    }

    void whatSleepsIsNotDroppedForRoom()
    {
        SomeInbox inbox;
        std::vector<Entry> many;
        for (int at = 0; at < int(Inbox::mostTold) + 20; ++at)
            many.push_back(inbox.own(u"build|ci-1|p%1|main||1"_s.arg(at), u"build"_s, topic::broke, at));
        inbox->tell({ many.back() }, {}, {});
        inbox->snooze({ many.back().key() }, inbox.now.addDays(3));
        inbox->tell(many, {}, {});
        QCOMPARE(inbox.keysIn(Folder::Snoozed), QStringList { many.back().key() });
        QCOMPARE(qsizetype(inbox->items().size()), Inbox::mostTold);
    }

    void whatIsDoneCanBePutAside()
    {
        SomeInbox inbox;
        const Entry a = inbox.entry(u"portal-1"_s, u"a"_s);
        inbox->setEntries({ a });
        inbox->setDone({ a.key() }, true);
        inbox->snooze({ a.key() }, inbox.now.addSecs(60));
        QCOMPARE(inbox.keysIn(Folder::Snoozed), QStringList { a.key() });
        inbox->undo();
        QCOMPARE(inbox.keysIn(Folder::Done), QStringList { a.key() });
        inbox->snoozeUntilChange({ a.key() });
        QCOMPARE(inbox.keysIn(Folder::Snoozed), QStringList { a.key() });
        // And what was put aside can be done with: brought back it does not sleep on.
        inbox->setDone({ a.key() }, true);
        inbox->setDone({ a.key() }, false);
        QCOMPARE(inbox.keysIn(Folder::Inbox), QStringList { a.key() });
    }

    /// It is told when it changes, however long ago it began: that was asked for.
    void whatChangedInItsSleepIsAnnounced()
    {
        SomeInbox inbox;
        inbox.announceAll();
        Entry a = inbox.entry(u"portal-1"_s, u"a"_s, 60 * 24 * 9);
        inbox->setEntries({ a });
        inbox->snoozeUntilChange({ a.key() });
        a.notice.description = u"It goes on."_s;
        inbox->setEntries({ a });
        QCOMPARE(inbox.keysIn(Folder::Inbox), QStringList { a.key() });
        QCOMPARE(inbox->takeFresh().size(), 1u);
    }

    void whatIsDoneWithNoticesIsTold()
    {
        SomeInbox inbox;
        Entry a = inbox.entry(u"portal-1"_s, u"a"_s), b = inbox.entry(u"portal-1"_s, u"b"_s, 2);
        a.notice.entityRef = u"component:default/ledger"_s;
        inbox->setEntries({ a, b });
        QSignalSpy acted(&*inbox, &Inbox::actedOn);
        const auto told = [&acted] {
            QStringList all;
            for (const QList<QVariant> &one : std::as_const(acted))
                all.append(one[0].toString() + u' ' + one[1].toString());
            acted.clear();
            return all;
        };
        inbox->setRead({ a.key() }, true);
        inbox->setSaved({ b.key() }, true);
        inbox->setSaved({ b.key() }, false);
        QCOMPARE(told(), QStringList { u"save "_s });
        inbox->setDone({ a.key(), b.key() }, true);
        QCOMPARE(told(), (QStringList { u"done component:default/ledger"_s, u"done "_s }));
        inbox->undo();
        inbox->snooze({ a.key() }, inbox.now.addSecs(60));
        inbox->setMuted({ Mute::Of::Entity, u"component:default/ledger"_s }, true, u"ledger"_s);
        inbox->setMuted({ Mute::Of::Source, u"portal-1"_s }, true, u"Portal"_s);
        QCOMPARE(told(), (QStringList { u"later component:default/ledger"_s, u"mute component:default/ledger"_s, u"mute "_s }));
    }

    /// With a connection goes all that was kept because of it.
    void removedConnectionsAreForgotten()
    {
        SomeInbox inbox;
        inbox.announceAll();
        auto [own, host] = brokenBuild(inbox);
        const Entry other = inbox.entry(u"portal-1"_s, u"a"_s);
        inbox->setEntries({ host, other });
        inbox->tell({ own }, {}, {});
        inbox->setSaved({ own.key(), other.key() }, true);
        inbox->setDone({ host.key() }, true);
        inbox->setMuted({ Mute::Of::Source, u"host-1"_s }, true, u"Host"_s);
        inbox->setMuted({ Mute::Of::What, nameOf(What::BuildBroke) }, true, u"Builds"_s);
        QVERIFY(allKept(inbox.mirror()).contains("host-1") && allKept(inbox.mirror()).contains("ci-1"));
        inbox->forget({ u"host-1"_s, u"ci-1"_s });
        inbox->undo(); // Takes the kind back, and brings no source again.
        QVERIFY(inbox->mutes().empty());
        QVERIFY(!allKept(inbox.mirror()).contains("host-1") && !allKept(inbox.mirror()).contains("ci-1"));
        QVERIFY(allKept(inbox.mirror()).contains("portal-1"));
        // What a look still had of it when it went does not stay for the sake of what could be taken back.
        inbox->setEntries({ host, other });
        inbox->setEntries({ other });
        QCOMPARE(inbox->items().size(), 1u);
        inbox.reopen();
        inbox->setEntries({ other });
        QCOMPARE(inbox->items().size(), 1u);
        QVERIFY(inbox->items()[0].isSaved);
    }

    void branchesOfRemovedConnectionsAreForgotten()
    {
        SomeInbox inbox;
        const auto known = [](const QStringList &keys) {
            QJsonObject branches;
            for (const QString &key : keys)
                branches.insert(key, QJsonObject { { u"id"_s, u"1"_s }, { u"state"_s, u"passed"_s } });
            return QJsonObject { { u"branches"_s, branches }, { u"waiting"_s, QJsonArray() } };
        };
        BuildLook look;
        const auto answer = look.look(inbox.mirror().directory(), { u"ci-1"_s }, {}, known({ u"ci-1|p|main|CI"_s, u"ci-2|p|main|CI"_s }), inbox.now);
        QVERIFY(answer);
        QCOMPARE(answer->told.known[u"branches"].toObject().keys(), QStringList { u"ci-1|p|main|CI"_s });
    }

    /// A disk that fails for a moment takes nothing away, and has nothing told twice.
    void whatCannotBeReadIsNotGone()
    {
        SomeInbox inbox;
        inbox.announceAll();
        {
            auto put = inbox.mirror().beginPull(u"portal-1"_s, u"notices"_s, u"me"_s);
            QVERIFY(put);
            (*put)->put(inbox.entry(u"portal-1"_s, u"a"_s).notice.toRecord());
            QVERIFY((*put)->complete());
            inbox.mirror().flush();
        }
        NoticeWatch watch(inbox.mirror(), *inbox, { [] { return NoticeWatch::Person(); }, [] { return QStringList { u"portal-1"_s }; } }, [&inbox] { return inbox.now; });
        watch.setDelay(std::chrono::milliseconds(0));
        QTRY_COMPARE(inbox->items().size(), 1u);
        QTRY_VERIFY(!watch.isBusy());
        std::ignore = inbox->takeFresh();
        mirror::Connection beside(mirror::StorePaths { inbox.mirror().directory() }.database(), mirror::Connection::Access::ReadWrite);
        const auto lookAgain = [&] {
            QSignalSpy looked(&watch, &NoticeWatch::looked);
            Q_EMIT inbox.mirror().recordsChanged(u"Notice"_s);
            QTRY_COMPARE(looked.size(), 1);
        };
        beside.exec("ALTER TABLE records RENAME TO away");
        lookAgain();
        QCOMPARE(inbox->items().size(), 1u);
        beside.exec("ALTER TABLE away RENAME TO records");
        lookAgain();
        QCOMPARE(inbox->items().size(), 1u);
        QCOMPARE(inbox->takeFresh().size(), 0u);
    }
};

QTEST_GUILESS_MAIN(TestInboxLines)
#include "tst_inboxlines.moc"
