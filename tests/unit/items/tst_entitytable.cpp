// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/entitytablemodel.h"
#include "models/items/facetmodel.h"
#include "models/items/keyedselection.h"
#include "models/items/userstate.h"
#include "tests/unit/items/drawn.h"
#include "tests/unit/search/catalogs.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace callboard;
using items::EntityTableModel;
using Columns = EntityTableModel::Columns;
using Grouping = EntityTableModel::Grouping;
using testing::drawn;

namespace {

struct List {
    explicit List(const QStringList &lines = testing::companyLines())
        : live(testing::snapshotOf(lines))
        , user(nullptr)
        , model(live, &user)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
    }

    search::LiveIndex live;
    items::UserState user;
    EntityTableModel model;
    QAbstractItemModelTester tester;
};

} // namespace

class EntityTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void flat()
    {
        List list;
        list.model.setText(u"kind:component"_s);
        QCOMPARE(drawn(list.model, { 0, int(Columns::Kind), int(Columns::Owner), int(Columns::Lifecycle), int(Columns::Problems) }), uR"(
Fares Engine | Component | nobody | production | dangling
ledger-api | Component | Ledger Team | production
ledger-replay | Component | Payments | experimental | problem
ledger-worker | Component | Ledger Team | production
seat-map | Component | web | deprecated | orphaned
)"_s);
        QCOMPARE(list.model.shownCount(), 5);
        QCOMPARE(list.model.totalCount(), int(testing::companyLines().size()));
    }

    void grouped()
    {
        List list;
        list.model.setText(u"kind:component"_s);
        list.model.setGrouping(Grouping::Owner);
        QCOMPARE(drawn(list.model), uR"(
Ledger Team (2)
  ledger-api
  ledger-worker
nobody (1)
  Fares Engine
Payments (1)
  ledger-replay
web (1)
  seat-map
)"_s);
        list.model.sort(0, Qt::DescendingOrder);
        QCOMPARE(drawn(list.model).section(u'\n', 2, 3), u"  ledger-worker\n  ledger-api"_s);
        const QModelIndex api = list.model.indexOf(u"component:default/ledger-api"_s);
        QCOMPARE(api.parent().data().toString(), u"Ledger Team"_s);
        QCOMPARE(api.data(items::GroupKeyRole).toString(), u"group:default/ledger-team"_s);
        list.model.setText({});
        list.model.setGrouping(Grouping::Lifecycle);
        QVERIFY(drawn(list.model).contains(u"No lifecycle ("_s));
    }

    void sorting()
    {
        List list;
        list.model.setText(u"kind:component"_s);
        list.model.sort(int(Columns::Changed), Qt::AscendingOrder);
        QCOMPARE(drawn(list.model).section(u'\n', 1, 3), u"ledger-api\nledger-worker\nledger-replay"_s);
        list.model.sort(int(Columns::Problems), Qt::AscendingOrder);
        QCOMPARE(drawn(list.model).section(u'\n', 1, 3), u"ledger-replay\nFares Engine\nseat-map"_s);
        list.model.sort(int(Columns::Type), Qt::AscendingOrder);
        QCOMPARE(drawn(list.model, { 0, int(Columns::Type) }).section(u'\n', 1, 1), u"Fares Engine | library"_s);
        list.model.setText(u"api"_s);
        list.model.sort(EntityTableModel::byRelevance);
        QCOMPARE(list.model.index(0, 0).data().toString(), u"ledger-api"_s);
    }

    void sortingKeepsPersistentIndexes()
    {
        List list;
        QSignalSpy resets(&list.model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex api = list.model.indexOf(u"component:default/ledger-api"_s, 2);
        list.model.sort(int(Columns::Kind), Qt::DescendingOrder);
        QVERIFY(api.isValid());
        QCOMPARE(api.data(items::RefRole).toString(), u"component:default/ledger-api"_s);
        QCOMPARE(api.column(), 2);
        QCOMPARE(resets.count(), 0);
    }

    void fewChangesAreRowSignals()
    {
        List list;
        QSignalSpy resets(&list.model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&list.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&list.model, &QAbstractItemModel::rowsRemoved);
        const QPersistentModelIndex api = list.model.indexOf(u"component:default/ledger-api"_s);
        QStringList lines = testing::companyLines();
        lines.removeIf([](const QString &line) { return line.contains("seat-map"_L1); });
        lines.append(u"Component aardvark type=service"_s);
        list.live.setSnapshot(testing::snapshotOf(lines, 2));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(api.data(items::RefRole).toString(), u"component:default/ledger-api"_s);
        QCOMPARE(list.model.index(0, 0).data().toString(), u"aardvark"_s);
        list.model.setGrouping(Grouping::Kind);
        resets.clear();
        lines.append(u"Component bee type=service"_s);
        list.live.setSnapshot(testing::snapshotOf(lines, 3));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(list.model.indexOf(u"component:default/bee"_s).parent().data().toString(), u"Component"_s);
    }

    void manyChangesAreOneStep()
    {
        QStringList lines;
        for (int i = 0; i < 400; ++i)
            lines.append(u"Component c%1 type=%2"_s.arg(i).arg(i % 2 ? u"odd"_s : u"even"_s));
        List list(lines);
        QSignalSpy removed(&list.model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy resets(&list.model, &QAbstractItemModel::modelReset);
        list.model.setText(u"type:odd"_s);
        QCOMPARE(list.model.shownCount(), 200);
        QCOMPARE(removed.count(), 0);
        QCOMPARE(resets.count(), 1);
    }

    void selectionIsCarriedByKey()
    {
        QStringList lines;
        for (int i = 0; i < 400; ++i)
            lines.append(u"Component c%1 type=%2 owner=group:default/g%3"_s.arg(i).arg(i % 2 ? u"odd"_s : u"even"_s).arg(i % 7));
        List list(lines);
        QItemSelectionModel selection(&list.model);
        QString scrolledTo;
        QStringList expanded { u"group:default/g3"_s };
        items::KeyedSelection keyed(&list.model, &selection,
            { [&] { return list.model.indexOf(u"component:default/c11"_s); },
                [&](const QModelIndex &index) { scrolledTo = index.data(items::RefRole).toString(); },
                [&](const QModelIndex &index) { return expanded.contains(index.data(items::GroupKeyRole).toString()); },
                [&](const QModelIndex &index) { expanded.append(index.data(items::GroupKeyRole).toString()); } });
        keyed.setFinder([&](const QString &ref) { return list.model.indexOf(ref); });
        for (const int number : { 5, 6, 9 }) {
            const QModelIndex at = list.model.indexOf(u"component:default/c%1"_s.arg(number));
            selection.select(at, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        selection.setCurrentIndex(list.model.indexOf(u"component:default/c9"_s, 3), QItemSelectionModel::NoUpdate);
        list.model.setText(u"type:odd"_s);
        QStringList selected;
        for (const QModelIndex &row : selection.selectedRows())
            selected.append(row.data().toString());
        selected.sort();
        QCOMPARE(selected, QStringList({ u"c5"_s, u"c9"_s }));
        QCOMPARE(selection.currentIndex().data(items::RefRole).toString(), u"component:default/c9"_s);
        QCOMPARE(selection.currentIndex().column(), 3);
        QCOMPARE(scrolledTo, u"component:default/c11"_s);
        list.model.setGrouping(Grouping::Owner);
        QCOMPARE(selection.currentIndex().parent().data(items::GroupKeyRole).toString(), u"group:default/g2"_s);
        expanded = { u"group:default/g3"_s };
        for (QString &line : lines)
            line.replace("group:default/g5"_L1, "group:default/g8"_L1); // Other groups: a reset.
        list.live.setSnapshot(testing::snapshotOf(lines, 2));
        QCOMPARE(expanded, QStringList({ u"group:default/g3"_s, u"group:default/g3"_s }));
        QCOMPARE(selection.currentIndex().data(items::RefRole).toString(), u"component:default/c9"_s);
    }

    void personalScopes()
    {
        List list;
        list.user.setStarred(u"component:default/seat-map"_s, true);
        list.model.setScope(search::Filter::Scope::Starred);
        QCOMPARE(list.model.shownRefs(), QStringList { u"component:default/seat-map"_s });
        QVERIFY(list.model.index(0, 0).data(items::StarredRole).toBool());
        list.user.setStarred(u"component:default/seat-map"_s, false);
        QCOMPARE(list.model.shownCount(), 0);
        list.user.setMe(u"user:default/mira"_s);
        list.model.setScope(search::Filter::Scope::Mine);
        QVERIFY(list.model.shownRefs().contains(u"component:default/ledger-replay"_s));
        QVERIFY(list.model.shownRefs().contains(u"component:default/ledger-api"_s)); // Through the sub-group.
        QVERIFY(!list.model.shownRefs().contains(u"component:default/seat-map"_s));
        list.user.visited(u"api:default/fx-quotes"_s);
        list.model.setScope(search::Filter::Scope::Recent);
        QCOMPARE(list.model.shownRefs(), QStringList { u"api:default/fx-quotes"_s });
        list.user.visited(u"system:default/settlement"_s);
        list.user.visited(u"component:default/ledger-api"_s);
        list.model.sort(EntityTableModel::byRelevance);
        QCOMPARE(list.model.shownRefs(), QStringList({ u"component:default/ledger-api"_s, u"system:default/settlement"_s, u"api:default/fx-quotes"_s }));
        list.model.setScope(search::Filter::Scope::Problems);
        QCOMPARE(list.model.shownRefs(), QStringList { u"component:default/ledger-replay"_s });
    }

    void matchesAreToldForHighlighting()
    {
        List list;
        list.model.setText(u"fengine"_s);
        QCOMPARE(list.model.shownCount(), 1);
        QCOMPARE(list.model.index(0, 0).data(items::MatchRole).value<QList<int>>(), (QList<int> { 0, 6, 7, 8, 9, 10, 11 }));
        list.model.setText(u"legder"_s);
        QVERIFY(list.model.isWithTypos());
        QVERIFY(list.model.shownCount() > 0);
    }

    void facets()
    {
        List list;
        items::FacetModel facets(list.model);
        QAbstractItemModelTester tester(&facets, QAbstractItemModelTester::FailureReportingMode::Fatal);
        facets.setTop(3);
        QCOMPARE(drawn(facets, { 0, 1 }).section(u'\n', 1, 5), u"Kind\n  Component | 5\n  Group | 3\n  API | 2\n  4 more"_s);
        const QModelIndex kinds = facets.index(0, 0);
        QVERIFY(facets.setData(facets.index(0, 0, kinds), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(list.model.shownCount(), 5);
        // Kind's own choice does not change its counts; the others' do.
        QCOMPARE(facets.index(1, 1, kinds).data().toInt(), 3);
        QVERIFY(drawn(facets, { 0, 1 }).contains(u"production | 3"_s));
        list.model.setText(u"ledger"_s);
        QVERIFY(drawn(facets, { 0, 1 }).contains(u"production | 2"_s));
        QVERIFY(drawn(facets, { 0, 1 }).contains(u"x Component | 3"_s));
        facets.expand(search::Facet::Kind);
        QCOMPARE(facets.rowCount(kinds), 7);
        facets.clearAll();
        QVERIFY(list.model.filter().selected.isEmpty());
        QVERIFY(!facets.setData(kinds, Qt::Checked, Qt::CheckStateRole));
    }

    void dragsRefs()
    {
        List list;
        const QModelIndex api = list.model.indexOf(u"component:default/ledger-api"_s);
        const std::unique_ptr<QMimeData> data(list.model.mimeData({ api, api.siblingAtColumn(1) }));
        QCOMPARE(data->text(), u"component:default/ledger-api"_s);
    }

    void answersFromAWorker()
    {
        List list;
        list.model.setInlineLimit(3);
        QSignalSpy busy(&list.model, &EntityTableModel::busyChanged);
        list.model.setText(u"kind:api"_s);
        list.model.setText(u"kind:component"_s); // The first answer must not come after the second.
        QVERIFY(list.model.isBusy());
        QTRY_VERIFY(!list.model.isBusy());
        QCOMPARE(list.model.shownCount(), 5);
        QCOMPARE(busy.count(), 2);
    }

    void bodiesAreReadOnAWorker()
    {
        List list;
        QThread *reader = nullptr;
        list.model.setReaders([&](const QStringList &refs, const std::function<bool(const domain::Entity &)> &visit, std::stop_token) {
            reader = QThread::currentThread();
            for (const QString &ref : refs) {
                domain::Entity entity;
                entity.body = { { u"kind"_s, ref.section(u':', 0, 0) }, { u"metadata"_s, QJsonObject { { u"name"_s, ref.section(u'/', -1) }, { u"labels"_s, QJsonObject { { u"tier"_s, ref.contains("seat"_L1) ? u"1"_s : u"2"_s } } } } } };
                if (!visit(entity))
                    return;
            }
        }, [](const QStringList &words, std::stop_token) { return words == QStringList { u"seats"_s } ? QStringList { u"component:default/seat-map"_s } : QStringList(); });
        list.model.setText(u"text:seats"_s);
        QVERIFY(list.model.isBusy());
        QTRY_VERIFY(!list.model.isBusy());
        QCOMPARE(list.model.shownRefs(), QStringList { u"component:default/seat-map"_s });
        list.model.setText(u"kind:component label:tier=1"_s);
        QTRY_VERIFY(!list.model.isBusy());
        QCOMPARE(list.model.shownRefs(), QStringList { u"component:default/seat-map"_s });
        QVERIFY(reader && reader != QThread::currentThread());
    }

    /// The index of all text trails a pull: what it finds later comes into the list by itself, and no other list is made anew.
    void textIsAskedForAgainWhenItsIndexCaughtUp()
    {
        List list;
        std::atomic<bool> indexed = false;
        list.model.setReaders([](const QStringList &, const std::function<bool(const domain::Entity &)> &, std::stop_token) { },
            [&indexed](const QStringList &, std::stop_token) { return indexed ? QStringList { u"component:default/seat-map"_s } : QStringList(); });
        list.model.setText(u"-text:seats"_s);
        QTRY_VERIFY(!list.model.isBusy());
        list.model.setText(u"text:seats"_s);
        QTRY_VERIFY(!list.model.isBusy());
        QCOMPARE(list.model.shownRefs(), QStringList());
        indexed = true;
        list.model.onTextIndexed();
        QTRY_COMPARE(list.model.shownRefs(), QStringList { u"component:default/seat-map"_s });
        QTRY_VERIFY(!list.model.isBusy());
        for (const QString &text : { u"kind:component"_s, u"label:tier"_s, u"text:"_s }) {
            list.model.setText(text);
            QTRY_VERIFY(!list.model.isBusy());
            QSignalSpy updated(&list.model, &EntityTableModel::updated);
            list.model.onTextIndexed();
            QVERIFY(!list.model.isBusy());
            QCOMPARE(updated.count(), 0);
        }
    }

    /// Whatever is done in whatever order, the model is what a plain reading of the catalog gives, the tester is content, and
    /// persistent indexes name what they named.
    void randomOperations_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void randomOperations()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        QStringList lines;
        const auto line = [&](int number) {
            return u"%1 e%2-%3 type=t%4 owner=group:default/g%5 lifecycle=%6 tags=x%7"_s
                .arg(random.bounded(2) ? u"Component"_s : u"API"_s)
                .arg(random.bounded(30)).arg(number).arg(random.bounded(3)).arg(random.bounded(9))
                .arg(random.bounded(2) ? u"production"_s : u"experimental"_s).arg(random.bounded(4));
        };
        for (int i = 0; i < 150; ++i)
            lines.append(line(i));
        List list(lines);
        items::FacetModel facets(list.model);
        QAbstractItemModelTester facetTester(&facets, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QString kind;
        quint64 revision = 1;
        for (int step = 0; step < 120; ++step) {
            std::vector<std::pair<QPersistentModelIndex, QString>> kept;
            const QStringList before = list.model.shownRefs();
            for (int i = 0; i < 5 && !before.isEmpty(); ++i) {
                const QString ref = before[random.bounded(before.size())];
                kept.emplace_back(list.model.indexOf(ref), ref);
            }
            switch (random.bounded(6)) {
            case 0: list.model.sort(int(random.bounded(13)), random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder); break;
            case 1: list.model.setGrouping(Grouping(random.bounded(6))); break;
            case 2:
                kind = random.bounded(2) ? QString() : random.bounded(2) ? u"Component"_s : u"API"_s;
                list.model.setText(kind.isEmpty() ? QString() : u"kind:"_s + kind);
                break;
            case 3: {
                const int changes = random.bounded(2) ? 2 : 60;
                for (int i = 0; i < changes; ++i) {
                    if (random.bounded(2) && lines.size() > 20)
                        lines.removeAt(random.bounded(lines.size()));
                    else
                        lines.append(line(1000 * (step + 1) + i));
                }
                list.live.setSnapshot(testing::snapshotOf(lines, ++revision));
                break;
            }
            case 4: list.user.setStarred(lines[random.bounded(lines.size())].section(u' ', 1, 1), random.bounded(2)); break;
            case 5: facets.expand(search::Facet(random.bounded(8)), random.bounded(2)); break;
            }
            QStringList expected;
            for (const QString &text : std::as_const(lines)) {
                if (kind.isEmpty() || text.startsWith(kind))
                    expected.append(testing::narrow(text).ref);
            }
            QStringList actual = list.model.shownRefs();
            QCOMPARE(actual.size(), expected.size());
            actual.sort();
            expected.sort();
            QCOMPARE(actual, expected);
            for (const auto &[index, ref] : kept) {
                if (index.isValid())
                    QCOMPARE(index.data(items::RefRole).toString(), ref);
            }
            checkOrder(list.model);
        }
    }

private:
    static void checkOrder(const EntityTableModel &model)
    {
        if (model.sortColumn() != int(Columns::Owner) && model.sortColumn() != int(Columns::Kind) && model.sortColumn() != 0)
            return;
        const auto check = [&](const QModelIndex &parent) {
            for (int row = 1; row < model.rowCount(parent); ++row) {
                const QString above = model.index(row - 1, model.sortColumn(), parent).data().toString();
                const QString below = model.index(row, model.sortColumn(), parent).data().toString();
                const int order = search::compareNaturally(above, below);
                QVERIFY2(model.sortOrder() == Qt::AscendingOrder ? order <= 0 : order >= 0, qPrintable(above + u" / " + below));
            }
        };
        if (model.grouping() == Grouping::None)
            check({});
        for (int group = 0; model.grouping() != Grouping::None && group < model.rowCount(); ++group)
            check(model.index(group, 0));
    }
};

QTEST_MAIN(EntityTableTest)
#include "tst_entitytable.moc"
