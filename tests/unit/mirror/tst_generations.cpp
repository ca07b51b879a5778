// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/mirror/mirrortest.h"

using namespace callboard;
using namespace callboard::mirror;
using namespace callboard::mirror::test;

class TestGenerations final : public MirrorTest {
    Q_OBJECT
private Q_SLOTS:
    void onlyACompletedPullRemoves()
    {
        pull(u"c"_s, u"me"_s, { u"a"_s, u"b"_s });
        {
            auto running = begin(u"c"_s, u"me"_s);
            running->put(entity(u"Component"_s, u"c"_s));
        } // Ended early.
        QCOMPARE(names(), (QStringList { u"a"_s, u"b"_s, u"c"_s }));
        auto failed = begin(u"c"_s, u"me"_s);
        failed->abandon({ domain::ErrorCode::Offline, u"no network"_s, 0, std::nullopt, u"host"_s });
        QCOMPARE(names(), (QStringList { u"a"_s, u"b"_s, u"c"_s }));
        const FeedState state = m_mirror->feedStates()->front();
        QCOMPARE(state.lastError->code, domain::ErrorCode::Offline);
        QCOMPARE(state.lastError->detail, u"no network"_s);
        QVERIFY(state.lastSuccess.isValid());
        QCOMPARE(state.generation, 1);
        pull(u"c"_s, u"me"_s, { u"b"_s });
        QCOMPARE(names(), QStringList { u"b"_s });
        QVERIFY(!m_mirror->feedStates()->front().lastError);
        QVERIFY(!m_mirror->entity(u"component:default/a"));
    }

    void whatAnAbandonedPullBroughtIsRemovedByTheNext()
    {
        pull(u"c"_s, u"me"_s, { u"a"_s });
        {
            auto running = begin(u"c"_s, u"me"_s);
            running->put(entity(u"Component"_s, u"half"_s));
        }
        QCOMPARE(names(), (QStringList { u"a"_s, u"half"_s }));
        pull(u"c"_s, u"me"_s, { u"a"_s });
        QCOMPARE(names(), QStringList { u"a"_s });
    }

    void generationsGoOnAfterAReopen()
    {
        pull(u"c"_s, u"me"_s, { u"a"_s, u"b"_s });
        {
            auto running = begin(u"c"_s, u"me"_s);
            running->put(entity(u"Component"_s, u"half"_s));
        }
        reopen();
        QCOMPARE(names(), (QStringList { u"a"_s, u"b"_s, u"half"_s }));
        QCOMPARE(m_mirror->feedStates()->front().lastError->code, domain::ErrorCode::Cancelled);
        pull(u"c"_s, u"me"_s, { u"b"_s });
        QCOMPARE(names(), QStringList { u"b"_s });
        reopen();
        QCOMPARE(names(), QStringList { u"b"_s });
        QCOMPARE(m_mirror->feedStates()->front().generation, 3);
    }

    void anotherPrincipalErasesNothing()
    {
        pull(u"c"_s, u"admin"_s, { u"open"_s, u"secret"_s });
        pull(u"c"_s, u"guest"_s, { u"open"_s });
        QCOMPARE(names(), (QStringList { u"open"_s, u"secret"_s }));
        QCOMPARE(m_mirror->provenance(u"component:default/open")->principal, u"guest"_s);
        pull(u"c"_s, u"admin"_s, { u"open"_s });
        QCOMPARE(names(), QStringList { u"open"_s });
        QCOMPARE(m_mirror->provenance(u"component:default/open")->principal, u"admin"_s);
    }

    void anotherFeedErasesNothing()
    {
        pull(u"c"_s, u"me"_s, { u"a"_s });
        pull(u"c"_s, u"me"_s, { u"b"_s }, u"people"_s);
        QCOMPARE(names(), (QStringList { u"a"_s, u"b"_s }));
        pull(u"c"_s, u"me"_s, {}, u"people"_s);
        QCOMPARE(names(), QStringList { u"a"_s });
    }

    void keepOnlyNarrowsWhatIsRemoved()
    {
        auto first = begin(u"c"_s, u"me"_s);
        first->put(entity(u"Component"_s, u"a"_s));
        first->put(entity(u"API"_s, u"b"_s));
        for (const QString &key : { u"one/1"_s, u"one/2"_s, u"two/1"_s })
            first->put(domain::Record { u"Clone"_s, key, {}, {} });
        QVERIFY(first->complete());
        auto second = begin(u"c"_s, u"me"_s);
        second->keepOnly(u"api:"_s);
        second->keepOnly(u"one/"_s);
        second->put(domain::Record { u"Clone"_s, u"one/2"_s, {}, {} });
        QVERIFY(second->complete());
        QCOMPARE(names(), QStringList { u"a"_s });
        QStringList keys;
        const auto records = m_mirror->records(u"Clone").value();
        for (const domain::Record &record : records)
            keys.append(record.key);
        QCOMPARE(keys, (QStringList { u"one/2"_s, u"two/1"_s }));
    }

    void theFirstConnectionShowsAndTheOtherComesBack()
    {
        pull(u"first"_s, u"me"_s, { u"a"_s }, u"catalog"_s, u"from first"_s);
        pull(u"second"_s, u"me"_s, { u"a"_s, u"b"_s }, u"catalog"_s, u"from second"_s);
        const auto shown = [this] {
            const SnapshotPtr snapshot = m_mirror->snapshot();
            return snapshot->title(snapshot->find(u"component:default/a")).toString();
        };
        QCOMPARE(shown(), u"from first"_s);
        QCOMPARE(m_mirror->provenance(u"component:default/a")->connectionId, u"first"_s);
        QCOMPARE(m_mirror->entity(u"component:default/a")->displayName(), u"from first"_s);
        QStringList visited;
        QVERIFY(m_mirror->forEachEntity({}, [&](const domain::Entity &entity) {
            visited.append(entity.displayName());
            return true;
        }));
        QCOMPARE(visited, (QStringList { u"from first"_s, u"from second"_s }));
        pull(u"first"_s, u"me"_s, {});
        QCOMPARE(shown(), u"from second"_s);
        pull(u"first"_s, u"me"_s, { u"a"_s }, u"catalog"_s, u"from first"_s);
        QCOMPARE(shown(), u"from first"_s);
        QVERIFY(m_mirror->removeConnection(u"first"_s));
        m_mirror->flush();
        QCOMPARE(shown(), u"from second"_s);
        QCOMPARE(m_mirror->entity(u"component:default/a")->displayName(), u"from second"_s);
    }

    void removingAConnectionErasesAllOfIt()
    {
        const QString shared = m_mirror->putBlob("shared").value();
        const QString own = m_mirror->putBlob("unmistakable-blob").value();
        auto mine = begin(u"gone"_s, u"me"_s);
        mine->put(entity(u"Component"_s, u"unmistakable-name"_s, {}, { { u"type"_s, u"unmistakable-body"_s } }));
        mine->put(domain::Record { u"Page"_s, u"1"_s, {}, { { u"blob"_s, own }, { u"more"_s, QJsonArray { shared } } } });
        QVERIFY(mine->complete());
        auto other = begin(u"stays"_s, u"me"_s);
        other->put(domain::Record { u"Page"_s, u"1"_s, {}, { { u"blob"_s, shared } } });
        other->put(entity(u"Component"_s, u"kept"_s));
        QVERIFY(other->complete());
        pull(u"gone"_s, u"me"_s, { u"unmistakable-second"_s }); // The first is history now.
        // A pull that no longer brings a record lets go of its blob too.
        QVERIFY(!m_mirror->blob(own));
        QTRY_VERIFY(m_mirror->textIndexedAll());

        QVERIFY(m_mirror->removeConnection(u"gone"_s));
        m_mirror->flush();
        QCOMPARE(names(), QStringList { u"kept"_s });
        QVERIFY(m_mirror->history(u"component:default/unmistakable-name")->empty());
        QVERIFY(m_mirror->fullText({ u"unmistakable"_s }, 10)->isEmpty());
        QCOMPARE(m_mirror->records(u"Page")->size(), 1u);
        QCOMPARE(m_mirror->feedStates()->size(), 1u);
        QVERIFY(m_mirror->blob(shared));
        m_mirror.reset();
        QFile file(m_folder->path() + u"/mirror.sqlite"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("unmistakable"));
        reopen();
        QCOMPARE(names(), QStringList { u"kept"_s });
    }

    void aBlobThatARunningPullHasJustPutStays()
    {
        const QByteArray bytes = "wanted again";
        auto first = begin(u"c"_s, u"me"_s);
        const QString hash = m_mirror->putBlob(bytes).value();
        first->put(domain::Record { u"Page"_s, u"1"_s, {}, { { u"blob"_s, hash } } });
        QVERIFY(first->complete());
        auto other = begin(u"d"_s, u"me"_s);
        QCOMPARE(m_mirror->putBlob(bytes).value(), hash);
        pull(u"c"_s, u"me"_s, {}); // Nothing refers to it at this moment.
        other->put(domain::Record { u"Page"_s, u"1"_s, {}, { { u"blob"_s, hash } } });
        QVERIFY(other->complete());
        QCOMPARE(m_mirror->blob(hash).value(), bytes);
    }

    void onePullAFeedAtATime()
    {
        auto running = begin(u"c"_s, u"me"_s);
        QCOMPARE(m_mirror->beginPull(u"c"_s, u"catalog"_s, u"other"_s).error().code, domain::ErrorCode::Conflict);
        QCOMPARE(m_mirror->removeConnection(u"c"_s).error().code, domain::ErrorCode::Conflict);
        QVERIFY(m_mirror->beginPull(u"c"_s, u"people"_s, u"me"_s));
        QVERIFY(running->complete());
        QVERIFY(!running->complete());
        QVERIFY(m_mirror->beginPull(u"c"_s, u"catalog"_s, u"me"_s));
    }

    void cursorsAreOfTheirPrincipalAndOfCompletedPulls()
    {
        auto first = begin(u"c"_s, u"me"_s);
        QVERIFY(first->cursor().isEmpty());
        first->setCursor("page 7");
        QVERIFY(first->complete());
        {
            auto lost = begin(u"c"_s, u"me"_s);
            lost->setCursor("never");
        }
        reopen();
        QCOMPARE(begin(u"c"_s, u"me"_s)->cursor(), "page 7");
        QCOMPARE(begin(u"c"_s, u"else"_s)->cursor(), "");
    }

    void unchangedPutsWriteAlmostNothing()
    {
        QStringList names;
        for (int i = 0; i < 2000; ++i)
            names.append(u"component-%1"_s.arg(i));
        pull(u"c"_s, u"me"_s, names, u"catalog"_s, QString(600, u't'));
        reopen(); // Empties the journal.
        pull(u"c"_s, u"me"_s, names, u"catalog"_s, QString(600, u't'));
        const qint64 journal = QFileInfo(m_folder->path() + u"/mirror.sqlite-wal"_s).size();
        // Rewritten rows would be over 1.4 MB; how often a mark page is written depends on how fast batches come.
        QVERIFY2(journal < 2000 * 300, qPrintable(QString::number(journal)));
        QVERIFY(journal > 0);
        QCOMPARE(m_mirror->history(u"component:default/component-7")->size(), 1u);
        QCOMPARE(m_mirror->provenance(u"component:default/component-7")->generation, 2);
    }

private:
    std::unique_ptr<Pull> begin(const QString &connection, const QString &principal, const QString &feed = u"catalog"_s)
    {
        auto pull = m_mirror->beginPull(connection, feed, principal);
        return pull ? *std::move(pull) : nullptr;
    }

    void pull(const QString &connection, const QString &principal, const QStringList &names,
        const QString &feed = u"catalog"_s, const QString &title = {})
    {
        const auto running = begin(connection, principal, feed);
        for (const QString &name : names)
            running->put(entity(u"Component"_s, name, {}, {}, title));
        QVERIFY(running->complete());
        m_mirror->flush();
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

    void reopen()
    {
        m_mirror.reset();
        m_mirror = open(m_folder->path());
        QVERIFY(m_mirror);
    }
};

QTEST_GUILESS_MAIN(TestGenerations)
#include "tst_generations.moc"
