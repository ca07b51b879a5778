// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/synthetic.h"
#include "tests/unit/mirror/entities.h"

using namespace callboard;
using namespace callboard::mirror;
using namespace callboard::mirror::test;

class TestMirror final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsWhatWasPulled()
    {
        const testkit::Synthetic catalog(1200);
        {
            const auto mirror = open(path());
            QVERIFY(mirror);
            QCOMPARE(mirror->snapshot()->size(), 0u);
            auto pull = mirror->beginPull(u"c"_s, u"catalog"_s, u"me"_s);
            QVERIFY(pull);
            for (quint32 i = 0; i < catalog.size(); ++i)
                (*pull)->put(catalog.entity(i));
            QVERIFY((*pull)->complete());
            mirror->flush();
            compare(*mirror, catalog);
        }
        const auto again = open(path());
        QVERIFY(again);
        compare(*again, catalog);
        QVERIFY(again->asOf().secsTo(QDateTime::currentDateTimeUtc()) < 60);
    }

    /// Of a hundred thousand entities a new snapshot costs half a second, and feeds of builds or notices end all the time.
    void aPullWithoutEntitiesMakesNoSnapshot()
    {
        const auto mirror = open(path());
        pull(*mirror, { entity(u"Component"_s, u"a"_s) });
        const quint64 revision = mirror->snapshot()->revision();
        auto other = mirror->beginPull(u"c"_s, u"builds"_s, u"me"_s);
        (*other)->put(domain::Record { u"Page"_s, u"1"_s, {}, {} });
        QVERIFY((*other)->complete());
        mirror->flush();
        QCOMPARE(mirror->snapshot()->revision(), revision);
        auto again = mirror->beginPull(u"c"_s, u"catalog"_s, u"me"_s);
        (*again)->bringOnlyChanges();
        QVERIFY((*again)->complete()); // Nothing changed, but all was seen again.
        mirror->flush();
        QVERIFY(mirror->snapshot()->revision() > revision);
    }

    void servesRelationsFromBothEnds()
    {
        const auto mirror = open(path());
        pull(*mirror, { entity(u"Component"_s, u"a"_s, { { u"ownedBy"_s, u"group:default/g"_s } }),
            entity(u"Group"_s, u"g"_s) });
        const auto group = mirror->entity(u"Group:default/G");
        QVERIFY(group);
        QCOMPARE(group->relations.size(), 1u);
        QCOMPARE(group->relations.front(), (domain::Relation { u"ownerOf"_s, u"component:default/a"_s }));
    }

    void readsOnlyTheBodiesThatAreWanted()
    {
        const auto mirror = open(path());
        pull(*mirror, { entity(u"Component"_s, u"a"_s), entity(u"Component"_s, u"b"_s), entity(u"Component"_s, u"c"_s) });
        QHash<QString, qint64> bodies;
        const auto note = [&](qint64 body, const domain::Entity &found) {
            bodies.insert(found.ref().name, body);
            return true;
        };
        QVERIFY(mirror->forEachBody([](qint64, QByteArrayView) { return true; }, note));
        QCOMPARE(bodies.size(), 3);
        // Of those that were read, a change in one is another body; relations and marks are none.
        const auto before = bodies;
        const QSet<qint64> known(before.begin(), before.end());
        pull(*mirror, { entity(u"Component"_s, u"a"_s), entity(u"Component"_s, u"b"_s, {}, { { u"type"_s, u"other"_s } }),
            entity(u"Component"_s, u"c"_s, { { u"ownedBy"_s, u"group:default/g"_s } }) });
        bodies.clear();
        QVERIFY(mirror->forEachBody([&](qint64 body, QByteArrayView) { return !known.contains(body); }, note));
        QCOMPARE(bodies.keys(), QStringList { u"b"_s });
        // Another connection has it too: what shows is read, once.
        pull(*mirror, { entity(u"Component"_s, u"a"_s, {}, { { u"type"_s, u"theirs"_s } }) }, u"d"_s);
        int seen = 0;
        QVERIFY(mirror->forEachBody([&](qint64 body, QByteArrayView) { seen += body == before[u"a"_s]; return false; }, note));
        QCOMPARE(seen, 1);
        bodies.clear();
        QVERIFY(mirror->forEachBody([](qint64, QByteArrayView) { return true; }, [&](qint64, const domain::Entity &found) { bodies.insert(found.ref().name, 0); return false; }));
        QCOMPARE(bodies.size(), 1);
    }

    void missingEntityIsNotFound()
    {
        const auto mirror = open(path());
        QCOMPARE(mirror->entity(u"component:default/none").error().code, domain::ErrorCode::NotFound);
        QCOMPARE(mirror->provenance(u"component:default/none").error().code, domain::ErrorCode::NotFound);
        QCOMPARE(mirror->versionBody(17).error().code, domain::ErrorCode::NotFound);
        QCOMPARE(mirror->blob(QString(64, u'0')).error().code, domain::ErrorCode::NotFound);
        QCOMPARE(mirror->blob(u"../../etc/passwd"_s).error().code, domain::ErrorCode::Invalid);
    }

    void announcesWhatChanged()
    {
        const auto mirror = open(path());
        QSignalSpy swapped(mirror.get(), &Mirror::snapshotChanged);
        QSignalSpy records(mirror.get(), &Mirror::recordsChanged);
        QSignalSpy feeds(mirror.get(), &Mirror::feedStateChanged);
        auto running = mirror->beginPull(u"c"_s, u"catalog"_s, u"me"_s);
        (*running)->put(entity(u"Component"_s, u"a"_s));
        // Seen without `complete`, once its batch lands.
        QTRY_COMPARE(mirror->snapshot()->size(), 1u);
        (*running)->put(domain::Record { u"Clone"_s, u"/x"_s, {}, { { u"path"_s, u"/x"_s } } });
        QVERIFY((*running)->complete());
        QTRY_VERIFY(!swapped.isEmpty());
        QTRY_COMPARE(records.size(), 1);
        QCOMPARE(records.front().front().toString(), u"Clone"_s);
        QTRY_COMPARE(feeds.size(), 1);
    }

    /// What failed once need not wait for the next change.
    void aCatalogThatCouldNotBeReadIsReadAgain()
    {
        const auto mirror = open(path());
        const QString file = path() + u"/mirror.sqlite"_s;
        QVERIFY(QFile::rename(file, file + u".away"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^mirror: the catalog cannot be read"_s));
        pull(*mirror, { entity(u"Component"_s, u"a"_s) });
        QCOMPARE(mirror->snapshot()->size(), 0u);
        QVERIFY(QFile::rename(file + u".away"_s, file));
        QTRY_COMPARE_WITH_TIMEOUT(mirror->snapshot()->size(), 1u, 60'000);
    }

    void recordsAreFoundByWhatTheyAreAbout()
    {
        const auto mirror = open(path());
        auto running = mirror->beginPull(u"c"_s, u"catalog"_s, u"me"_s);
        const domain::Record mine { u"Problem"_s, u"k1"_s, u"component:default/a"_s, { { u"rule"_s, u"x"_s } } };
        const domain::Record other { u"Problem"_s, u"k2"_s, {}, { { u"rule"_s, u"y"_s } } };
        (*running)->put(entity(u"Component"_s, u"a"_s));
        (*running)->put(entity(u"Component"_s, u"b"_s));
        (*running)->put(mine);
        (*running)->put(other);
        QVERIFY((*running)->complete());
        mirror->flush();
        QCOMPARE(mirror->records(u"Problem").value(), (std::vector { mine, other }));
        QCOMPARE(mirror->records(u"Problem", u"Component:default/A"_s).value(), std::vector { mine });
        QCOMPARE(mirror->records(u"Problem", {}, u"d"_s).value().size(), 0u);
        QCOMPARE(mirror->records(u"Clone").value().size(), 0u);
        const SnapshotPtr snapshot = mirror->snapshot();
        QCOMPARE(snapshot->flags(snapshot->find(u"component:default/a")), quint16(Snapshot::HasProblems));
        QCOMPARE(snapshot->flags(snapshot->find(u"component:default/b")), quint16(0));
    }

    void historyKeepsBodiesAndEdgesApart()
    {
        const auto mirror = open(path());
        const auto one = entity(u"Component"_s, u"a"_s, {}, { { u"type"_s, u"one"_s } });
        auto related = one;
        related.relations = { { u"ownedBy"_s, u"group:default/g"_s } };
        // An etag moves with relations, and alone says nothing.
        auto newEtag = related;
        QJsonObject metadata = newEtag.metadata();
        metadata.insert(u"etag"_s, u"abc"_s);
        newEtag.body.insert(u"metadata"_s, metadata);
        auto two = newEtag;
        two.body.insert(u"spec"_s, QJsonObject { { u"type"_s, u"two"_s } });

        pull(*mirror, { one });
        const qint64 changed = mirror->snapshot()->changedAt(0);
        pull(*mirror, { one });
        pull(*mirror, { related });
        pull(*mirror, { newEtag });
        QCOMPARE(mirror->snapshot()->changedAt(0), changed);
        QCOMPARE(mirror->entity(u"component:default/a")->body, newEtag.body);
        QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > changed);
        pull(*mirror, { two });
        QVERIFY(mirror->snapshot()->changedAt(0) > changed);
        pull(*mirror, {});
        pull(*mirror, { two });

        const auto history = mirror->history(u"component:default/a").value();
        QCOMPARE(history.size(), 5u);
        QCOMPARE(flagsOf(history[0]), u"body"_s);
        QCOMPARE(flagsOf(history[1]), u"relations"_s);
        QCOMPARE(flagsOf(history[2]), u"body"_s);
        QCOMPARE(flagsOf(history[3]), u"removed"_s);
        QCOMPARE(flagsOf(history[4]), u"body"_s);
        // Of versions that mean the same, the last is kept.
        QCOMPARE(mirror->versionBody(history[0].id)->body, newEtag.body);
        QVERIFY(mirror->versionBody(history[0].id)->relations.empty());
        QCOMPARE(mirror->versionBody(history[1].id)->relations, related.relations);
        QCOMPARE(mirror->versionBody(history[2].id)->body, two.body);
        QCOMPARE(mirror->versionBody(history[4].id)->relations, related.relations);
        QCOMPARE(history[4].connectionId, u"c"_s);
    }

    void fullTextFollowsThePull()
    {
        const auto mirror = open(path());
        QVERIFY(mirror->textIndexedAll());
        QSignalSpy progress(mirror.get(), &Mirror::textIndexProgress);
        auto paid = entity(u"API"_s, u"ledger"_s, {}, { { u"definition"_s, u"Buchungen für Übersee"_s } });
        pull(*mirror, { paid, entity(u"Component"_s, u"book-keeper"_s, {}, {}, u"Ledger pages"_s) });
        QTRY_VERIFY(mirror->textIndexedAll());
        QTRY_VERIFY(!progress.isEmpty());
        QCOMPARE(mirror->fullText({ u"ubersee"_s, u"buch"_s }, 10).value(), QStringList { u"api:default/ledger"_s });
        QCOMPARE(mirror->fullText({ u"ledg"_s }, 10).value(),
            (QStringList { u"api:default/ledger"_s, u"component:default/book-keeper"_s }));
        QCOMPARE(mirror->fullText({ u"ledg"_s }, 1).value().size(), 1);
        QCOMPARE(mirror->fullText({ u"\"*:(NEAR"_s }, 10).value(), QStringList());
        QCOMPARE(mirror->fullText({}, 10).value(), QStringList());

        paid.body.insert(u"spec"_s, QJsonObject { { u"definition"_s, u"nothing"_s } });
        pull(*mirror, { paid });
        QTRY_VERIFY(mirror->textIndexedAll());
        QCOMPARE(mirror->fullText({ u"ubersee"_s }, 10).value(), QStringList());
        QCOMPARE(mirror->fullText({ u"ledg"_s }, 10).value(), QStringList { u"api:default/ledger"_s });
    }

    void valuesSurvive()
    {
        const QJsonArray starred { u"component:default/a"_s };
        {
            const auto mirror = open(path());
            QVERIFY(mirror->value(u"starred"_s).isUndefined() || mirror->value(u"starred"_s).isNull());
            QVERIFY(mirror->setValue(u"starred"_s, starred));
            QVERIFY(mirror->setValue(u"n"_s, 3.5));
            QVERIFY(mirror->setValue(u"gone"_s, u"x"_s));
            QVERIFY(mirror->setValue(u"gone"_s, QJsonValue()));
            QCOMPARE(mirror->value(u"starred"_s).toArray(), starred);
        }
        const auto mirror = open(path());
        QCOMPARE(mirror->value(u"starred"_s).toArray(), starred);
        QCOMPARE(mirror->value(u"n"_s).toDouble(), 3.5);
        QVERIFY(mirror->value(u"gone"_s).isNull());
    }

    void filesAreTheUsersAlone()
    {
        const QString folder = path() + u"/deep/er"_s;
        const auto mirror = open(folder);
        pull(*mirror, { entity(u"Component"_s, u"a"_s) });
        const QString hash = mirror->putBlob("page").value();
        QCOMPARE(mirror->blob(hash).value(), "page");
        QCOMPARE(int(QFileInfo(folder).permissions() & 0x77), 0);
        QDirIterator files(folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        int count = 0;
        for (; files.hasNext(); ++count) {
            const QFileInfo info = files.nextFileInfo();
            QVERIFY2((info.permissions() & 0x77) == 0, qPrintable(info.filePath()));
        }
        QVERIFY(count >= 6); // Database, -wal, -shm, lock, blobs, its folder, the blob.
        QVERIFY(mirror->bytesOnDisk() > 4096);
    }

    void secondWriterIsRefusedAndReadersAreNot()
    {
        const auto mirror = open(path());
        pull(*mirror, { entity(u"Component"_s, u"a"_s) });
        const auto second = Mirror::open(path(), {});
        QVERIFY(!second);
        QCOMPARE(second.error().code, domain::ErrorCode::Conflict);
        QVERIFY(second.error().detail.contains(QString::number(QCoreApplication::applicationPid())));
        const auto reader = Mirror::open(path(), { .readOnly = true });
        QVERIFY(reader);
        QCOMPARE((*reader)->snapshot()->size(), 1u);
        QVERIFY((*reader)->entity(u"component:default/a"));
        QVERIFY(!(*reader)->beginPull(u"c"_s, u"catalog"_s, u"me"_s));
        QVERIFY(!(*reader)->setValue(u"k"_s, 1));
        QVERIFY(!(*reader)->putBlob("x"));
        QVERIFY(!(*reader)->removeConnection(u"c"_s));
        (*reader)->flush();
        pull(*mirror, { entity(u"Component"_s, u"b"_s) });
    }

    void readingWhereNothingIsSaysSo()
    {
        const auto reader = Mirror::open(path() + u"/none"_s, { .readOnly = true });
        QCOMPARE(reader.error().code, domain::ErrorCode::NotFound);
        QVERIFY(!QFileInfo::exists(path() + u"/none"_s));
    }

    void entitiesAreVisitedUntilTheVisitorHasEnough()
    {
        const testkit::Synthetic catalog(50);
        const auto mirror = open(path());
        std::vector<domain::Entity> entities;
        for (quint32 i = 0; i < catalog.size(); ++i)
            entities.push_back(catalog.entity(i));
        pull(*mirror, entities);
        int visited = 0;
        QVERIFY(mirror->forEachEntity({}, [&](const domain::Entity &) { return ++visited < 20; }));
        QCOMPARE(visited, 20);
        visited = 0;
        QVERIFY(mirror->forEachEntity({}, [&](const domain::Entity &) { return ++visited > 0; }));
        QCOMPARE(visited, 50);
        QStringList seen;
        QVERIFY(mirror->forEachEntity({ catalog.ref(3), u"component:default/none"_s, catalog.ref(9) },
            [&](const domain::Entity &entity) { seen.append(entity.ref().canonical()); return true; }));
        QCOMPARE(seen, (QStringList { catalog.ref(3), catalog.ref(9) }));
    }

private:
    QString path() const { return m_folder->path() + u"/workspace"_s; }

    static void pull(Mirror &mirror, const std::vector<domain::Entity> &entities, const QString &connection = u"c"_s)
    {
        auto running = mirror.beginPull(connection, u"catalog"_s, u"me"_s);
        QVERIFY(running);
        for (const domain::Entity &entity : entities)
            (*running)->put(entity);
        QVERIFY((*running)->complete());
        mirror.flush();
    }

    static void compare(const Mirror &mirror, const testkit::Synthetic &catalog)
    {
        const SnapshotPtr snapshot = mirror.snapshot();
        QCOMPARE(snapshot->size(), catalog.size());
        for (quint32 i = 0; i < catalog.size(); i += 7) {
            const domain::Entity expected = catalog.entity(i);
            const auto stored = mirror.entity(catalog.ref(i));
            QVERIFY(stored);
            QCOMPARE(stored->body, expected.body);
            QVERIFY(std::ranges::includes(stored->relations, expected.relations));
            const auto provenance = mirror.provenance(catalog.ref(i));
            QVERIFY(provenance);
            QCOMPARE(provenance->connectionId, u"c"_s);
            QCOMPARE(provenance->principal, u"me"_s);
            QCOMPARE(provenance->generation, 1);
            const Row row = snapshot->find(catalog.ref(i));
            QCOMPARE(snapshot->string(snapshot->connectionId(row)), u"c");
            QCOMPARE(provenance->seenAt.toMSecsSinceEpoch(), snapshot->seenAt(row));
        }
    }

    static QString flagsOf(const Version &version)
    {
        return version.removed ? u"removed"_s : version.relationsOnly ? u"relations"_s : u"body"_s;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestMirror)
#include "tst_mirror.moc"
