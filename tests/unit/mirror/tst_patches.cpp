// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/mirror/mirrortest.h"

#include <SQLiteCpp/Database.h>

#include <QRandomGenerator>

using namespace callboard;
using namespace callboard::mirror;
using namespace callboard::mirror::test;

/// Pulls that bring only what changed.
class TestPatches final : public MirrorTest {
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotPutStaysAndCountsAsSeenAgain()
    {
        pull({ u"a"_s, u"b"_s, u"c"_s });
        const QDateTime before = m_mirror->asOf();
        const qint64 changed = m_mirror->snapshot()->changedAt(0);
        waitUntilAfter(before);
        patch({});
        const SnapshotPtr snapshot = m_mirror->snapshot();
        QCOMPARE(refs(*snapshot), refsOf({ u"a"_s, u"b"_s, u"c"_s }));
        QVERIFY(m_mirror->asOf() > before);
        for (Row row = 0; row < snapshot->size(); ++row) {
            QCOMPARE(snapshot->seenAt(row), m_mirror->asOf().toMSecsSinceEpoch());
            QCOMPARE(snapshot->changedAt(row), changed);
        }
        const auto provenance = m_mirror->provenance(u"component:default/b").value();
        QCOMPARE(provenance.generation, 2);
        QCOMPARE(provenance.seenAt, m_mirror->asOf());
        QCOMPARE(m_mirror->history(u"component:default/b")->size(), 1u);
        QCOMPARE(m_mirror->feedStates()->front().generation, 2);

        reopen();
        QCOMPARE(m_mirror->snapshot()->seenAt(1), snapshot->seenAt(1));
        QCOMPARE(m_mirror->provenance(u"component:default/b")->generation, 2);
    }

    void changesAddsAndRemoves()
    {
        pull({ u"a"_s, u"b"_s, u"c"_s });
        auto running = begin();
        running->bringOnlyChanges();
        running->put(entity(u"Component"_s, u"b"_s, {}, {}, u"New title"_s));
        running->put(entity(u"Component"_s, u"d"_s));
        running->remove(u"Entity"_s, u"Component:default/C"_s); // Refs are compared without case.
        running->remove(u"Entity"_s, u"component:default/never-there"_s);
        QVERIFY(running->complete());
        m_mirror->flush();
        const SnapshotPtr snapshot = m_mirror->snapshot();
        QCOMPARE(refs(*snapshot), refsOf({ u"a"_s, u"b"_s, u"d"_s }));
        QCOMPARE(snapshot->title(snapshot->find(u"component:default/b")), u"New title");
        QCOMPARE(m_mirror->entity(u"component:default/c").error().code, domain::ErrorCode::NotFound);
        QCOMPARE(story(u"a"_s), QStringList { u"body"_s });
        QCOMPARE(story(u"b"_s), (QStringList { u"body"_s, u"body"_s }));
        QCOMPARE(story(u"c"_s), (QStringList { u"body"_s, u"removed"_s }));
        QCOMPARE(story(u"never-there"_s), QStringList());

        patch({}, { u"c"_s }); // Gone already: no second farewell.
        QCOMPARE(story(u"c"_s), (QStringList { u"body"_s, u"removed"_s }));
        patch({ u"c"_s });
        QCOMPARE(story(u"c"_s), (QStringList { u"body"_s, u"removed"_s, u"body"_s }));
        QCOMPARE(names(), (QStringList { u"a"_s, u"b"_s, u"c"_s, u"d"_s }));
    }

    void recordsAreRemovedByTypeAndKey()
    {
        const QString hash = m_mirror->putBlob("page").value();
        QSignalSpy changed(m_mirror.get(), &Mirror::recordsChanged);
        auto first = begin();
        for (const QString &key : { u"1"_s, u"2"_s, u"3"_s })
            first->put(domain::Record { u"Page"_s, key, {}, { { u"n"_s, key } } });
        first->put(domain::Record { u"Clone"_s, u"1"_s, {}, { { u"blob"_s, hash } } });
        QVERIFY(first->complete());
        QTRY_COMPARE(changed.size(), 2);
        changed.clear();
        auto second = begin();
        second->bringOnlyChanges();
        second->remove(u"Clone"_s, u"1"_s);
        second->remove(u"Page"_s, u"2"_s);
        second->put(domain::Record { u"Page"_s, u"3"_s, {}, { { u"n"_s, u"three"_s } } });
        QVERIFY(second->complete());
        QVERIFY(m_mirror->records(u"Clone")->empty());
        QVERIFY(!m_mirror->blob(hash));
        const auto pages = m_mirror->records(u"Page").value();
        QCOMPARE(pages.size(), 2u);
        QCOMPARE(pages[1].body["n"_L1].toString(), u"three"_s);
        QTRY_COMPARE(changed.size(), 3); // The batch's Page, then what was removed.
    }

    void aFullPullAfterwardsRemovesWhatItDoesNotBring()
    {
        pull({ u"a"_s, u"b"_s });
        patch({ u"c"_s });
        patch({});
        pull({ u"a"_s, u"c"_s });
        QCOMPARE(names(), (QStringList { u"a"_s, u"c"_s }));
        QCOMPARE(m_mirror->provenance(u"component:default/c")->generation, 4);
        patch({}, { u"a"_s });
        pull({ u"c"_s, u"b"_s });
        QCOMPARE(names(), (QStringList { u"b"_s, u"c"_s }));
        QCOMPARE(story(u"b"_s), (QStringList { u"body"_s, u"removed"_s, u"body"_s }));
    }

    void aFailedOneRemovesAndConfirmsNothing()
    {
        pull({ u"a"_s, u"b"_s });
        const QDateTime asOf = m_mirror->asOf();
        waitUntilAfter(asOf);
        {
            auto lost = begin();
            lost->bringOnlyChanges();
            lost->put(entity(u"Component"_s, u"half"_s));
            lost->remove(u"Entity"_s, u"component:default/a"_s);
        }
        reopen();
        QCOMPARE(names(), (QStringList { u"a"_s, u"b"_s, u"half"_s }));
        QCOMPARE(m_mirror->asOf(), asOf);
        QVERIFY(m_mirror->snapshot()->seenAt(0) <= asOf.toMSecsSinceEpoch());
        QCOMPARE(story(u"a"_s), QStringList { u"body"_s });
        patch({});
        QCOMPARE(names(), (QStringList { u"a"_s, u"b"_s, u"half"_s })); // A delta says nothing of what it does not name.
        pull({ u"a"_s, u"b"_s });
        QCOMPARE(names(), (QStringList { u"a"_s, u"b"_s }));
    }

    void removalsAreOfTheSamePrincipal()
    {
        pull({ u"open"_s, u"secret"_s }, u"admin"_s);
        pull({ u"open"_s }, u"guest"_s);
        patch({}, { u"open"_s, u"secret"_s }, u"guest"_s);
        QCOMPARE(names(), (QStringList { u"open"_s, u"secret"_s }));
        QCOMPARE(m_mirror->provenance(u"component:default/open")->principal, u"admin"_s);
        const QDateTime seen = m_mirror->provenance(u"component:default/secret")->seenAt;
        waitUntilAfter(seen);
        patch({}, {}, u"guest"_s);
        QCOMPARE(m_mirror->provenance(u"component:default/secret")->seenAt, seen); // Not for the guest to confirm.
        patch({}, { u"open"_s }, u"admin"_s);
        QCOMPARE(names(), QStringList { u"secret"_s });
        QVERIFY(m_mirror->provenance(u"component:default/secret")->seenAt > seen);
    }

    void keepOnlyNarrowsRemovalsAndWhatIsConfirmed()
    {
        auto first = begin();
        first->put(entity(u"Component"_s, u"a"_s));
        first->put(entity(u"API"_s, u"b"_s));
        first->put(entity(u"API"_s, u"c"_s));
        QVERIFY(first->complete());
        m_mirror->flush();
        const auto seenAt = [this](const QString &ref) { return m_mirror->provenance(ref)->seenAt; };
        const QDateTime before = seenAt(u"component:default/a"_s);
        waitUntilAfter(m_mirror->asOf());
        auto second = begin();
        second->bringOnlyChanges();
        second->keepOnly(u"api:"_s);
        second->remove(u"Entity"_s, u"component:default/a"_s);
        second->remove(u"Entity"_s, u"api:default/b"_s);
        QVERIFY(second->complete());
        QCOMPARE(names(), (QStringList { u"a"_s, u"c"_s }));
        QCOMPARE(seenAt(u"component:default/a"_s), before);
        QVERIFY(seenAt(u"api:default/c"_s) > before);
        const SnapshotPtr snapshot = m_mirror->snapshot();
        QCOMPARE(snapshot->seenAt(snapshot->find(u"component:default/a")), before.toMSecsSinceEpoch());
        QCOMPARE(snapshot->seenAt(snapshot->find(u"api:default/c")), seenAt(u"api:default/c"_s).toMSecsSinceEpoch());
        patch({});
        QVERIFY(seenAt(u"component:default/a"_s) > before);
    }

    void manyPrefixesStayFew()
    {
        pull({ u"a"_s });
        for (int i = 0; i < 80; ++i) {
            auto running = begin();
            running->bringOnlyChanges();
            running->keepOnly(u"component:default/%1-"_s.arg(i));
            QVERIFY(running->complete());
        }
        QVERIFY(count("SELECT count(*) FROM confirmations") <= 64);
        patch({});
        QCOMPARE(count("SELECT count(*) FROM confirmations"), 1);
        pull({ u"a"_s });
        QCOMPARE(count("SELECT count(*) FROM confirmations"), 0);
    }

    void theLastWordHolds()
    {
        pull({ u"a"_s, u"b"_s });
        auto running = begin();
        running->bringOnlyChanges();
        running->remove(u"Entity"_s, u"component:default/a"_s);
        running->put(entity(u"Component"_s, u"A"_s));
        running->put(entity(u"Component"_s, u"b"_s));
        running->remove(u"Entity"_s, u"component:default/b"_s);
        QVERIFY(running->complete());
        QCOMPARE(names(), QStringList { u"A"_s });
    }

    void anUnchangedOneWritesTheSameForAnySize()
    {
        QStringList some;
        for (int i = 0; i < 3000; ++i)
            some.append(u"component-%1"_s.arg(i));
        QByteArray cursor(2 << 20, Qt::Uninitialized); // Of random bytes: compresses to nothing less.
        QRandomGenerator(7).fillRange(reinterpret_cast<quint32 *>(cursor.data()), cursor.size() / 4);
        auto first = begin();
        for (const QString &name : some)
            first->put(entity(u"Component"_s, name, {}, {}, QString(600, u't')));
        first->setCursor(cursor);
        QVERIFY(first->complete());
        QVERIFY(m_mirror->finishIndexing());
        reopen(); // Empties the journal.
        const auto journal = [this] { return QFileInfo(m_folder->path() + u"/mirror.sqlite-wal"_s).size(); };
        std::array<qint64, 5> written;
        for (qint64 &bytes : written) {
            const qint64 before = journal();
            auto running = begin();
            QCOMPARE(running->cursor(), cursor);
            running->bringOnlyChanges();
            running->setCursor(cursor);
            QVERIFY(running->complete());
            bytes = journal() - before;
        }
        // A feed's row and its confirmation, some three pages of 4,120 bytes; marks alone would be 60 kB, the cursor 2 MB. What the
        // indexes tidy when they are idle goes to the same journal, beside some of the five; what a pull writes itself is in each.
        std::ranges::sort(written);
        QVERIFY2(written[4] > 0 && written[0] <= 8 * 4120, qPrintable(u"%1 %2 %3"_s.arg(written[0]).arg(written[2]).arg(written[4])));
        QCOMPARE(m_mirror->provenance(u"component:default/component-7")->generation, 6);
    }

    void cursorsAreOfTheirPrincipalAndReplaced()
    {
        const auto save = [this](const QString &principal, const QByteArray &cursor) {
            auto running = begin(principal);
            running->bringOnlyChanges();
            running->setCursor(cursor);
            QVERIFY(running->complete());
        };
        save(u"me"_s, QByteArray(4 << 20, 'x'));
        save(u"you"_s, "other");
        save(u"me"_s, "page 8");
        reopen();
        QCOMPARE(begin()->cursor(), "page 8");
        QCOMPARE(begin(u"you"_s)->cursor(), "other");
        save(u"me"_s, QByteArray());
        QCOMPARE(begin()->cursor(), QByteArray());
        QVERIFY(m_mirror->removeConnection(u"c"_s));
        QCOMPARE(count("SELECT count(*) FROM cursors"), 0);
        QCOMPARE(count("SELECT count(*) FROM confirmations"), 0);
    }

private:
    std::unique_ptr<Pull> begin(const QString &principal = u"me"_s)
    {
        auto pull = m_mirror->beginPull(u"c"_s, u"catalog"_s, principal);
        return pull ? *std::move(pull) : nullptr;
    }

    void pull(const QStringList &names, const QString &principal = u"me"_s)
    {
        const auto running = begin(principal);
        for (const QString &name : names)
            running->put(entity(u"Component"_s, name));
        QVERIFY(running->complete());
        m_mirror->flush();
    }

    void patch(const QStringList &put, const QStringList &removed = {}, const QString &principal = u"me"_s)
    {
        const auto running = begin(principal);
        running->bringOnlyChanges();
        for (const QString &name : put)
            running->put(entity(u"Component"_s, name));
        for (const QString &name : removed)
            running->remove(u"Entity"_s, u"component:default/"_s + name);
        QVERIFY(running->complete());
        m_mirror->flush();
    }

    static void waitUntilAfter(const QDateTime &time)
    {
        QTRY_VERIFY(QDateTime::currentDateTimeUtc().toMSecsSinceEpoch() > time.toMSecsSinceEpoch());
    }

    QStringList names()
    {
        m_mirror->flush();
        QStringList all;
        const SnapshotPtr snapshot = m_mirror->snapshot();
        for (Row row = 0; row < snapshot->size(); ++row)
            all.append(snapshot->name(row).toString());
        all.sort();
        return all;
    }

    static QStringList refsOf(const QStringList &names)
    {
        QStringList refs;
        for (const QString &name : names)
            refs.append(u"component:default/"_s + name);
        return refs;
    }

    QStringList story(const QString &name)
    {
        QStringList kinds;
        const auto versions = m_mirror->history(QString(u"component:default/"_s + name)).value();
        for (const Version &version : versions)
            kinds.append(version.removed ? u"removed"_s : version.relationsOnly ? u"relations"_s : u"body"_s);
        return kinds;
    }

    qint64 count(const char *sql)
    {
        m_mirror->flush();
        SQLite::Database database(QFile::encodeName(m_folder->path() + u"/mirror.sqlite"_s).toStdString());
        return database.execAndGet(sql).getInt64();
    }

    void reopen()
    {
        m_mirror.reset();
        m_mirror = open(m_folder->path());
        QVERIFY(m_mirror);
    }
};

QTEST_GUILESS_MAIN(TestPatches)
#include "tst_patches.moc"
