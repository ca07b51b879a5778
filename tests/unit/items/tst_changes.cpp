// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/yaml.h"
#include "models/domain/yamlwriter.h"
#include "models/items/changesmodel.h"
#include "models/items/changewording.h"
#include "models/items/export.h"
#include "models/mirror/codec.h"
#include "tests/kit/synthetic.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::items;

class TestChanges final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    /// Read by the catalog's own reader, which reads as npm's `yaml` does.
    void writtenYamlReadsBackAsItself()
    {
        const QJsonArray odd { u"plain"_s, u"yes"_s, u"1.10"_s, u""_s, u"a: b"_s, u"two\nlines\n"_s, u"two\nlines"_s,
            u"ends\n\n\n"_s, u" begins\nwith a space"_s, u"\nbegins empty"_s, u"spaces\n   \nbetween"_s, u"trailing \nspace "_s,
            u"\ttab\nfirst"_s, u"a\n\ttab inside\n"_s, u"# no comment\nhere"_s, u"---\nno document\n"_s, u"a\r\nb"_s,
            u"emoji \U0001F600\nand é\n"_s, QString(QChar(0x2028) + u"\nx"_s), u"%YAML 1.1\nx"_s, u"- a\n- b\n"_s, QJsonArray(),
            QJsonObject(), QJsonArray { QJsonArray { 1, u"x\ny"_s }, QJsonObject { { u"k"_s, u"v\nw\n"_s }, { u"l"_s, 2 } } },
            1.5, true, QJsonValue::Null };
        const QJsonObject whole { { u"odd"_s, odd }, { u"a key: with"_s, u"x\ny"_s }, { u"true"_s, odd } };
        const auto documents = catalog::readYaml(domain::toYaml(whole).toUtf8());
        QCOMPARE(documents.size(), 1u);
        QVERIFY2(!documents[0].error, documents[0].error ? qPrintable(documents[0].error->message) : "");
        QCOMPARE(documents[0].value.toObject(), whole);
    }

    void whatIsComparedReadsBackAsTheEntity()
    {
        const testkit::Synthetic catalog(300);
        for (quint32 i = 0; i < catalog.size(); i += 7) {
            const domain::Entity entity = catalog.entity(i);
            const auto documents = catalog::readYaml(comparableText(&entity).toUtf8());
            QCOMPARE(documents.size(), 1u);
            QJsonObject read = documents[0].value.toObject();
            read.remove("relations"_L1);
            QCOMPARE(read, mirror::meaningOf(entity.body));
        }
    }

    void saysWhichFieldsDiffer()
    {
        const auto before = entity({ { u"owner"_s, u"team-a"_s }, { u"type"_s, u"service"_s }, { u"x/y~z"_s, 1 } }, { u"java"_s, u"web"_s });
        auto after = entity({ { u"owner"_s, u"team-b"_s }, { u"type"_s, u"service"_s }, { u"lifecycle"_s, u"production"_s } }, { u"web"_s, u"rust"_s });
        after.relations = { { u"dependsOn"_s, u"component:default/b"_s }, { u"ownedBy"_s, u"group:default/team-b"_s } };
        const EntityDiff diff = EntityDiff::of(&before, &after);
        using Kind = FieldChange::Kind;
        const QJsonValue none(QJsonValue::Undefined);
        QCOMPARE(diff.fields,
            (std::vector<FieldChange> { { Kind::Removed, u"/metadata/tags"_s, u"java"_s, none },
                { Kind::Added, u"/metadata/tags"_s, none, u"rust"_s }, { Kind::Added, u"/spec/lifecycle"_s, none, u"production"_s },
                { Kind::Changed, u"/spec/owner"_s, u"team-a"_s, u"team-b"_s }, { Kind::Removed, u"/spec/x~1y~0z"_s, 1, none } }));
        QCOMPARE(diff.relationsAdded, after.relations);
        QCOMPARE(dottedPath(u"/spec/x~1y~0z"_s), u"spec.x/y~z"_s);
        QCOMPARE(dottedPath(u"/metadata/annotations/backstage.io~1view-url"_s), u"metadata.annotations.\"backstage.io/view-url\""_s);
        const QString said = ChangeWording::summary(EntityDiff::summaryOf(&before, &after), 4);
        QVERIFY2(said.contains(u"spec.owner: team-a → team-b"_s), qPrintable(said));
        QVERIFY2(said.contains(u"2 relation"_s), qPrintable(said));
        QCOMPARE(diff.text.appliedTo(comparableText(&before).split(u'\n', Qt::SkipEmptyParts)).size(),
            comparableText(&after).split(u'\n', Qt::SkipEmptyParts).size());
    }

    void serversOwnFieldsAreNoDifference()
    {
        auto before = entity({ { u"owner"_s, u"a"_s } }, {});
        auto after = before;
        QJsonObject metadata = after.metadata();
        metadata.insert(u"etag"_s, u"1"_s);
        metadata.insert(u"uid"_s, u"2"_s);
        after.body.insert(u"metadata"_s, metadata);
        QVERIFY(EntityDiff::of(&before, &after).isEmpty());
        QVERIFY(EntityDiff::of(&before, &after).text.isEmpty());
    }

    void comingAndGoingIsOfTheWhole()
    {
        const auto one = entity({ { u"owner"_s, u"a"_s } }, {});
        const EntityDiff come = EntityDiff::of(nullptr, &one);
        QVERIFY(come.fields.empty());
        QVERIFY(come.text.added() > 3);
        QCOMPARE(come.text.removed(), 0);
        QCOMPARE(EntityDiff::of(&one, nullptr).text.removed(), come.text.added());
        QVERIFY(EntityDiff::of(nullptr, nullptr).isEmpty());
    }

    void hostileBodiesStayBounded()
    {
        QJsonObject wide;
        for (int i = 0; i < 5000; ++i)
            wide.insert(u"field-%1"_s.arg(i), i);
        QJsonValue deep = u"end"_s, deeper = u"other end"_s;
        for (int i = 0; i < 300; ++i) {
            deep = QJsonObject { { u"d"_s, deep } };
            deeper = QJsonObject { { u"d"_s, deeper } };
        }
        const auto before = entity({ { u"deep"_s, deep } }, {});
        auto after = entity({ { u"deep"_s, deeper }, { u"wide"_s, 1 } }, {});
        EntityDiff diff = EntityDiff::of(&before, &after);
        QCOMPARE(diff.fields.size(), 2u);
        const auto none = entity({}, {}), many = entity(wide, {});
        diff = EntityDiff::of(&none, &many);
        QCOMPARE(diff.fields.size(), EntityDiff::mostFields);
        QVERIFY(diff.moreFields);
        QVERIFY(shortValue(QString(100'000, u'x')).size() <= 60);
    }

    void theModelGroupsByDayAndEntity()
    {
        ChangesModel model(nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QDateTime noon = QDate::currentDate().startOfDay().addSecs(12 * 3600);
        mirror::Changes changes;
        using mirror::ChangeKind;
        changes.list = { { u"component:default/a"_s, ChangeKind::Body, noon, u"c"_s, 9 },
            { u"component:default/b"_s, ChangeKind::Removed, noon.addSecs(-60), u"c"_s, 8 },
            { u"component:default/a"_s, ChangeKind::Relations, noon.addSecs(-120), u"d"_s, 7 },
            { u"component:default/a"_s, ChangeKind::Added, noon.addDays(-1), u"c"_s, 6 } };
        const mirror::Snapshot nothing;
        model.setDays(changesByDay(nullptr, changes, nothing, 10));
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex today = model.index(0, 0), yesterday = model.index(1, 0);
        QCOMPARE(model.rowCount(today), 2);
        QCOMPARE(model.rowCount(yesterday), 1);
        for (int column = 0; column < model.columnCount(); ++column)
            QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole),
                model.index(0, 0, today).siblingAtColumn(column).data(Qt::TextAlignmentRole));
        QCOMPARE(model.entityCount(), 3);
        QCOMPARE(today.data().toString(), u"Today"_s);
        QCOMPARE(today.data(CountRole).toInt(), 2);
        const ChangedEntity *a = model.entityAt(model.index(0, 0, today));
        QVERIFY(a);
        QCOMPARE(a->times, 2);
        QCOMPARE(a->version, 9);
        QCOMPARE(a->connections, (QStringList { u"c"_s, u"d"_s }));
        QVERIFY(model.index(1, int(ChangesModel::Columns::Change), today).data().toString().startsWith(u"Removed"_s));
        model.setConnectionNames({ { u"c"_s, u"Portal"_s } });
        QCOMPARE(model.index(0, int(ChangesModel::Columns::Source), today).data().toString(), u"Portal, d"_s);

        model.setText(u"removed"_s);
        QCOMPARE(model.entityCount(), 1);
        QCOMPARE(model.allCount(), 3);
        model.setText({});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setDays(changesByDay(nullptr, changes, nothing, 10));
        QCOMPARE(reset.size(), 0); // The same again.
        const QJsonArray exported = QJsonDocument::fromJson(exportModel(model, ExportFormat::Json)).array();
        QCOMPARE(exported.size(), 3);
    }

    void theModelReadsTheMirror()
    {
        const QTemporaryDir folder;
        const auto mirror = mirror::Mirror::open(folder.path(), {}).value();
        const auto pull = [&](const std::vector<domain::Entity> &entities) {
            auto running = mirror->beginPull(u"c"_s, u"catalog"_s, u"me"_s).value();
            for (const domain::Entity &each : entities)
                running->put(each);
            QVERIFY(running->complete());
            mirror->flush();
        };
        pull({ entity({ { u"owner"_s, u"team-a"_s } }, {}) });
        ChangesModel model(mirror.get());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy loaded(&model, &ChangesModel::loaded);
        model.load({});
        QVERIFY(model.isLoading());
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(model.entityCount(), 0);
        QCOMPARE(model.facts().arrivals.size(), 1u);
        pull({ entity({ { u"owner"_s, u"team-b"_s } }, {}) });
        model.load({});
        model.load({}); // The last question is the one that is answered.
        QTRY_COMPARE(model.entityCount(), 1);
        QVERIFY(!model.failure());
        const ChangedEntity *changed = model.entityAt(model.index(0, 0, model.index(0, 0)));
        QVERIFY(changed);
        QCOMPARE(changed->summary, u"spec.owner: team-a → team-b"_s);
        QVERIFY(changed->before > 0 && changed->before < changed->version);
    }

private:
    static domain::Entity entity(const QJsonObject &spec, const QStringList &tags)
    {
        QJsonObject metadata { { u"name"_s, u"a"_s } };
        if (!tags.isEmpty())
            metadata.insert(u"tags"_s, QJsonArray::fromStringList(tags));
        domain::Entity made;
        made.body = { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"Component"_s }, { u"metadata"_s, metadata }, { u"spec"_s, spec } };
        return made;
    }
};

QTEST_MAIN(TestChanges)
#include "tst_changes.moc"
