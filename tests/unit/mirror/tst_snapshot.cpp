// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/stringtable.h"
#include "tests/kit/synthetic.h"
#include "tests/unit/mirror/entities.h"

#include <QRandomGenerator>

#include <algorithm>
#include <iterator>

using namespace callboard;
using namespace callboard::mirror;
using namespace callboard::mirror::test;

namespace {

SnapshotPtr built(const std::vector<domain::Entity> &entities)
{
    SnapshotBuilder builder;
    for (const domain::Entity &entity : entities)
        builder.add(narrow(entity));
    return builder.finish(1);
}

QStringList edgesOf(const Snapshot &snapshot, QStringView ref)
{
    QStringList edges;
    for (const Snapshot::Edge &edge : snapshot.edges(snapshot.find(ref))) {
        edges.append(snapshot.string(edge.type) + u" "_s + snapshot.string(edge.target)
            + (edge.row == noRow ? u" ?"_s : u""_s));
    }
    return edges;
}

QStringList refsOf(const Snapshot &snapshot, const std::vector<Row> &rows)
{
    QStringList refs;
    for (const Row row : rows)
        refs.append(snapshot.ref(row).toString());
    refs.sort();
    return refs;
}

QStringList ownedBy(const Snapshot &snapshot, QStringView owner, bool transitive)
{
    const Row owners[] = { snapshot.find(owner) };
    const std::vector<bool> owned = snapshot.ownedBy(owners, transitive);
    QStringList refs;
    for (Row row = 0; row < snapshot.size(); ++row) {
        if (owned[row])
            refs.append(snapshot.ref(row).toString());
    }
    refs.sort();
    return refs;
}

/// All that a snapshot says of its entities, by texts alone.
QStringList told(const Snapshot &snapshot)
{
    QStringList lines;
    for (Row row = 0; row < snapshot.size(); ++row) {
        QStringList tags;
        for (const StringId tag : snapshot.tagIds(row))
            tags.append(snapshot.string(tag).toString());
        lines.append(QStringList { snapshot.ref(row).toString(), snapshot.kind(row).toString(), snapshot.ns(row).toString(),
            snapshot.name(row).toString(), snapshot.title(row).toString(), snapshot.type(row).toString(), snapshot.lifecycle(row).toString(),
            snapshot.string(snapshot.ownerId(row)).toString(), snapshot.string(snapshot.systemId(row)).toString(),
            snapshot.string(snapshot.repositoryId(row)).toString(), snapshot.description(row), tags.join(u','),
            edgesOf(snapshot, snapshot.ref(row)).join(u',') }.join(u'|'));
    }
    return lines;
}

SnapshotPtr built(const std::vector<NarrowEntity> &entities, SnapshotPtr previous)
{
    SnapshotBuilder builder(Row(entities.size()), std::move(previous));
    for (const NarrowEntity &entity : entities)
        builder.add(entity);
    return builder.finish(1);
}

} // namespace

class TestSnapshot final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// A workspace of many connections has their names before it has an entity.
    void reservingForFewLosesNothing()
    {
        StringTable table;
        for (int i = 0; i < 100; ++i)
            table.intern(QByteArray::number(i).toStdString());
        table.reserve(0, 0);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(table.at(table.find(QString::number(i))), QString::number(i));
    }

    void aTableOnAnotherKeepsItsIds()
    {
        auto base = std::make_shared<StringTable>();
        for (int i = 0; i < 500; ++i)
            base->intern(u"größe %1"_s.arg(i).toStdString());
        base->settle();
        StringTable table(base);
        QCOMPARE(table.count(), base->count());
        QCOMPARE(table.at(0), u"");
        QCOMPARE(table.intern("größe 7"), base->find(u"größe 7"));
        for (int i = 400; i < 900; ++i)
            table.intern(u"größe %1"_s.arg(i).toStdString());
        table.settle();
        QCOMPARE(table.count(), 901u);
        for (int i = 0; i < 900; ++i) {
            const StringId id = table.find(u"größe %1"_s.arg(i));
            QCOMPARE(id, StringId(i + 1));
            QCOMPARE(table.at(id), u"größe %1"_s.arg(i));
        }
        QCOMPARE(table.find(u"größe 900"), StringId(0));
        QCOMPARE(base->find(u"größe 800"), StringId(0));
    }

    /// However a catalog changes, a snapshot that rests on the one before it says what one by itself says.
    void aSnapshotOnTheOneBeforeSaysTheSame()
    {
        const testkit::Synthetic catalog(12'000);
        std::vector<NarrowEntity> all;
        for (quint32 i = 0; i < catalog.size(); ++i)
            all.push_back(narrow(catalog.entity(i)));
        QRandomGenerator random(7);
        SnapshotPtr last;
        for (const quint32 size : { 300u, 4500u, 5000u, 5000u, 4900u, 9000u, 9100u, 12'000u, 12'000u, 4500u, 4400u, 300u }) {
            std::vector<NarrowEntity> now;
            std::ranges::sample(all, std::back_inserter(now), size, random);
            for (int changes = 0; changes < 600; ++changes) {
                NarrowEntity &changed = all[random.bounded(quint32(all.size()))];
                changed.description = u"Written anew %1 größer 😀"_s.arg(random.bounded(1000));
                changed.repository = u"https://forge.example.org/%1"_s.arg(random.bounded(50));
            }
            last = built(now, last);
            QCOMPARE(told(*last), told(*built(now, nullptr)));
            for (StringId id = 1; id < last->stringCount(); ++id)
                QCOMPARE(last->findString(last->string(id)), id);
        }
    }

    /// And takes no memory for what is as it was, even when that other one is gone.
    void whatIsAsItWasIsHeldOnce()
    {
        const testkit::Synthetic catalog(5000);
        std::vector<NarrowEntity> entities;
        for (quint32 i = 0; i < catalog.size(); ++i)
            entities.push_back(narrow(catalog.entity(i)));
        SnapshotPtr first = built(entities, nullptr);
        const char *description = first->descriptionUtf8(5).data();
        const char16_t *ref = first->ref(5).utf16();
        entities[7].description = u"Another"_s;
        SnapshotPtr second = built(entities, first);
        first.reset();
        QCOMPARE(static_cast<const void *>(second->descriptionUtf8(5).data()), static_cast<const void *>(description));
        QCOMPARE(second->ref(5).utf16(), ref);
        QCOMPARE(second->description(7), u"Another");
        const SnapshotPtr third = built(entities, second);
        second.reset();
        QCOMPARE(third->ref(5).utf16(), ref);
        QCOMPARE(third->description(7), u"Another");
    }

    /// Many share a place in the table, and hashes are not kept.
    void aSettledTableStillFinds()
    {
        StringTable table;
        for (int i = 0; i < 5000; ++i)
            table.intern(u"größe %1 😀"_s.arg(i).toStdString());
        table.settle();
        for (int i = 0; i < 5000; ++i)
            QCOMPARE(table.at(table.find(u"größe %1 😀"_s.arg(i))), u"größe %1 😀"_s.arg(i));
        QCOMPARE(table.find(u"größe 5000 😀"), StringId(0));
        QCOMPARE(table.find(u""), StringId(0));
    }

    /// More kinds, types and owners than two bytes number, and times too.
    void columnsOfManyValuesKeepThem()
    {
        constexpr Row rows = 70'000;
        SnapshotBuilder builder(rows);
        for (Row row = 0; row < rows; ++row) {
            NarrowEntity entity;
            entity.ref = u"component:default/%1"_s.arg(row);
            entity.kind = u"Component"_s;
            entity.type = u"type %1"_s.arg(row);
            entity.lifecycle = row % 2 ? u"production"_s : u"experimental"_s;
            entity.seenAt = qint64(row);
            entity.changedAt = qint64(row / 2);
            builder.add(entity);
        }
        const SnapshotPtr snapshot = builder.finish(1);
        for (Row row = 0; row < rows; ++row) {
            QCOMPARE(snapshot->type(row), u"type %1"_s.arg(row));
            QCOMPARE(snapshot->lifecycle(row), row % 2 ? u"production"_s : u"experimental"_s);
            QCOMPARE(snapshot->kind(row), u"Component");
            QCOMPARE(snapshot->seenAt(row), qint64(row));
            QCOMPARE(snapshot->changedAt(row), qint64(row / 2));
        }
    }

    void descriptionsAreAsWritten()
    {
        const QStringList texts { u"Books everything"_s, u"Bücht 😀 alles"_s, {} };
        SnapshotBuilder builder;
        for (const QString &text : texts) {
            NarrowEntity entity;
            entity.ref = u"component:default/%1"_s.arg(builder.intern(text));
            entity.kind = u"Component"_s;
            entity.description = text;
            builder.add(entity);
        }
        const SnapshotPtr snapshot = builder.finish(1);
        for (Row row = 0; row < snapshot->size(); ++row) {
            QCOMPARE(snapshot->description(row), texts[row]);
            QCOMPARE(QString::fromUtf8(snapshot->descriptionUtf8(row)), texts[row]);
        }
    }

    void initTestCase() { QTest::failOnWarning(); }

    void emptyHasNothing()
    {
        const SnapshotPtr snapshot = built({});
        QCOMPARE(snapshot->size(), 0u);
        QCOMPARE(snapshot->find(u"component:default/a"), noRow);
        QCOMPARE(snapshot->string(0), QStringView());
        QVERIFY(snapshot->ownedBy({}).empty());
        QCOMPARE(Snapshot().find(u"component:default/a"), noRow);
    }

    void columnsSayWhatTheEntitySays()
    {
        domain::Entity entity = test::entity(u"Component"_s, u"Ledger"_s,
            { { u"ownedBy"_s, u"group:default/zeta"_s }, { u"ownedBy"_s, u"group:default/alpha"_s },
                { u"partOf"_s, u"component:default/whole"_s }, { u"partOf"_s, u"system:default/money"_s } },
            { { u"type"_s, u"service"_s }, { u"lifecycle"_s, u"production"_s } }, u"Das Hauptbuch é 日本 😀"_s);
        QJsonObject metadata = entity.metadata();
        metadata.insert(u"namespace"_s, u"Finance"_s);
        metadata.insert(u"description"_s, QString(u"Books\n  everything "_s + QString(300, u'x')));
        metadata.insert(u"tags"_s, QJsonArray { u"java"_s, u"tier-1"_s });
        metadata.insert(u"annotations"_s,
            QJsonObject { { u"backstage.io/source-location"_s, u"url:https://github.com/acme/books/tree/main/ledger/"_s },
                { u"backstage.io/orphan"_s, u"true"_s } });
        entity.body.insert(u"metadata"_s, metadata);
        entity.statusItems = { QJsonObject { { u"level"_s, u"error"_s } } };

        const SnapshotPtr snapshot = built({ entity });
        const Row row = snapshot->find(u"component:finance/ledger");
        QCOMPARE(row, 0u);
        QCOMPARE(snapshot->find(u"COMPONENT:Finance/LEDGER"), row);
        QCOMPARE(snapshot->kind(row), u"Component");
        QCOMPARE(snapshot->ns(row), u"Finance");
        QCOMPARE(snapshot->name(row), u"Ledger");
        QCOMPARE(snapshot->ref(row), u"component:finance/ledger");
        QCOMPARE(snapshot->title(row), u"Das Hauptbuch é 日本 😀");
        QCOMPARE(snapshot->displayName(row), u"Das Hauptbuch é 日本 😀");
        QCOMPARE(snapshot->type(row), u"service");
        QCOMPARE(snapshot->lifecycle(row), u"production");
        QCOMPARE(snapshot->string(snapshot->ownerId(row)), u"group:default/alpha");
        QCOMPARE(snapshot->string(snapshot->systemId(row)), u"system:default/money");
        QCOMPARE(snapshot->string(snapshot->repositoryId(row)), u"https://github.com/acme/books");
        QCOMPARE(snapshot->string(snapshot->connectionId(row)), u"c");
        QCOMPARE(snapshot->description(row).size(), 160);
        QVERIFY(snapshot->description(row).startsWith(u"Books everything xxx"));
        QCOMPARE(snapshot->tagIds(row).size(), 2u);
        QCOMPARE(snapshot->string(snapshot->tagIds(row)[1]), u"tier-1");
        QCOMPARE(snapshot->flags(row), Snapshot::HasProblems | Snapshot::Orphan | Snapshot::Dangling);
        QCOMPARE(snapshot->seenAt(row), 1000);
        QCOMPARE(snapshot->changedAt(row), 1000);
    }

    void lowerCaseNameNeedsNoCopy()
    {
        const SnapshotPtr snapshot = built({ entity(u"Component"_s, u"a"_s), entity(u"API"_s, u"b"_s) });
        QCOMPARE(snapshot->name(0), u"a");
        QCOMPARE(snapshot->displayName(1), u"b");
        QCOMPARE(snapshot->name(0).utf16() + 1, snapshot->ref(0).utf16() + snapshot->ref(0).size());
    }

    void equalStringsShareAnId()
    {
        const SnapshotPtr snapshot = built({ entity(u"Component"_s, u"a"_s), entity(u"Component"_s, u"b"_s) });
        QCOMPARE(snapshot->kindId(0), snapshot->kindId(1));
        QCOMPARE(snapshot->findString(u"Component"), snapshot->kindId(0));
        QCOMPARE(snapshot->findString(u"Nothing like it"), 0u);
        QCOMPARE(snapshot->findString(u"日本"), 0u);
        QVERIFY(snapshot->kindId(0) < snapshot->stringCount());
    }

    void everyStringIsFoundAgain()
    {
        const testkit::Synthetic catalog(3000);
        SnapshotBuilder builder; // Without a reserve: tables grow on the way.
        for (quint32 i = 0; i < catalog.size(); ++i)
            builder.add(narrow(catalog.entity(i)));
        const SnapshotPtr snapshot = builder.finish(7);
        QCOMPARE(snapshot->size(), 3000u);
        QCOMPARE(snapshot->revision(), 7u);
        for (StringId id = 1; id < snapshot->stringCount(); ++id)
            QCOMPARE(snapshot->findString(snapshot->string(id)), id);
        for (quint32 i = 0; i < catalog.size(); ++i) {
            const Row row = snapshot->find(catalog.ref(i).toUpper());
            QVERIFY(row != noRow);
            QCOMPARE(snapshot->ref(row), catalog.ref(i));
            QCOMPARE(snapshot->name(row), catalog.name(i));
        }
    }

    void edgesGoBothWaysOnce()
    {
        // As a portal serves them: the reverse edge is listed too; a source knows only its own.
        const SnapshotPtr snapshot = built({
            entity(u"Component"_s, u"a"_s, { { u"ownedBy"_s, u"group:default/g"_s }, { u"dependsOn"_s, u"resource:default/r"_s } }),
            entity(u"Component"_s, u"b"_s, { { u"ownedBy"_s, u"group:default/g"_s }, { u"dependsOn"_s, u"resource:default/gone"_s } }),
            entity(u"Group"_s, u"g"_s, { { u"ownerOf"_s, u"component:default/a"_s } }),
            entity(u"Resource"_s, u"r"_s, { { u"customOf"_s, u"component:default/a"_s } }),
        });
        QCOMPARE(edgesOf(*snapshot, u"component:default/a"),
            (QStringList { u"dependsOn resource:default/r"_s, u"ownedBy group:default/g"_s }));
        QCOMPARE(edgesOf(*snapshot, u"component:default/b"),
            (QStringList { u"dependsOn resource:default/gone ?"_s, u"ownedBy group:default/g"_s }));
        QCOMPARE(edgesOf(*snapshot, u"group:default/g"),
            (QStringList { u"ownerOf component:default/a"_s, u"ownerOf component:default/b"_s }));
        QCOMPARE(edgesOf(*snapshot, u"resource:default/r"),
            (QStringList { u"customOf component:default/a"_s, u"dependencyOf component:default/a"_s }));
        QVERIFY(!(snapshot->flags(snapshot->find(u"component:default/a")) & Snapshot::Dangling));
        QVERIFY(snapshot->flags(snapshot->find(u"component:default/b")) & Snapshot::Dangling);
    }

    void edgesDoNotDependOnTheOrderOfEntities()
    {
        const testkit::Synthetic catalog(800);
        std::vector<domain::Entity> entities;
        for (quint32 i = 0; i < catalog.size(); ++i)
            entities.push_back(catalog.entity(i));
        const SnapshotPtr unsorted = built(entities);
        std::ranges::sort(entities, {}, [](const domain::Entity &entity) { return entity.ref().canonical(); });
        const SnapshotPtr sorted = built(entities);
        for (quint32 i = 0; i < catalog.size(); ++i)
            QCOMPARE(edgesOf(*unsorted, catalog.ref(i)), edgesOf(*sorted, catalog.ref(i)));
    }

    void groupsAreFollowedUpwardsAndCyclesEnd()
    {
        const SnapshotPtr snapshot = built({
            entity(u"User"_s, u"mira"_s, { { u"memberOf"_s, u"group:default/leaf"_s } }),
            entity(u"Group"_s, u"leaf"_s, { { u"childOf"_s, u"group:default/mid"_s } }),
            entity(u"Group"_s, u"mid"_s, { { u"childOf"_s, u"group:default/top"_s } }),
            // The parent says so, not the child; and a cycle.
            entity(u"Group"_s, u"top"_s, { { u"parentOf"_s, u"group:default/mid"_s }, { u"childOf"_s, u"group:default/leaf"_s } }),
            entity(u"Group"_s, u"other"_s),
        });
        const Row mira[] = { snapshot->find(u"user:default/mira") };
        QCOMPARE(refsOf(*snapshot, snapshot->withGroups(mira)),
            (QStringList { u"group:default/leaf"_s, u"group:default/mid"_s, u"group:default/top"_s, u"user:default/mira"_s }));
        const Row nobody[] = { noRow };
        QVERIFY(snapshot->withGroups(nobody).empty());
    }

    void whatSubGroupsOwnIsMine()
    {
        const SnapshotPtr snapshot = built({
            entity(u"Group"_s, u"top"_s),
            entity(u"Group"_s, u"mid"_s, { { u"childOf"_s, u"group:default/top"_s } }),
            entity(u"Group"_s, u"leaf"_s, { { u"childOf"_s, u"group:default/mid"_s }, { u"parentOf"_s, u"group:default/top"_s } }),
            entity(u"Group"_s, u"other"_s),
            entity(u"Component"_s, u"at-top"_s, { { u"ownedBy"_s, u"group:default/top"_s } }),
            entity(u"Component"_s, u"at-leaf"_s, { { u"ownedBy"_s, u"group:default/leaf"_s } }),
            entity(u"Component"_s, u"shared"_s, { { u"ownedBy"_s, u"group:default/mid"_s }, { u"ownedBy"_s, u"group:default/other"_s } }),
            entity(u"Component"_s, u"elsewhere"_s, { { u"ownedBy"_s, u"group:default/other"_s } }),
            entity(u"Component"_s, u"nobodys"_s, { { u"ownedBy"_s, u"group:default/gone"_s } }),
        });
        QCOMPARE(ownedBy(*snapshot, u"group:default/top", false), QStringList { u"component:default/at-top"_s });
        QCOMPARE(ownedBy(*snapshot, u"group:default/top", true),
            (QStringList { u"component:default/at-leaf"_s, u"component:default/at-top"_s, u"component:default/shared"_s }));
        QCOMPARE(ownedBy(*snapshot, u"group:default/other", true),
            (QStringList { u"component:default/elsewhere"_s, u"component:default/shared"_s }));
    }

    void ofTwoWithOneRefTheFirstStays()
    {
        const SnapshotPtr snapshot = built({ entity(u"Component"_s, u"a"_s, {}, {}, u"first"_s),
            entity(u"Component"_s, u"A"_s, {}, {}, u"second"_s) });
        QCOMPARE(snapshot->size(), 1u);
        QCOMPARE(snapshot->title(0), u"first");
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
