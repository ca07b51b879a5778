// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/mine.h"
#include "tests/ui/panes/world.h"

#include "models/items/export.h"
#include "ui/kit/filterbox.h"
#include "ui/panes/catalog/catalogpane.h"
#include "ui/panes/catalog/entityview.h"
#include "ui/panes/catalog/facetcolumn.h"
#include "ui/panes/catalog/querysuggestions.h"
#include "ui/panes/catalog/whoareyou.h"
#include "ui/panes/common/tableexport.h"
#include "ui/panes/recent/recentpane.h"
#include "ui/panes/starred/starredpane.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui::panes;
using testkit::World;

namespace {

QStringList shown(EntityListPane &pane)
{
    QStringList refs = pane.model().shownRefs();
    refs.sort();
    return refs;
}

QModelIndex facetValue(items::FacetModel &facets, search::Facet facet, const QString &value)
{
    for (int row = 0; row < facets.rowCount(); ++row) {
        const QModelIndex heading = facets.index(row, 0);
        if (search::Facet(heading.data(items::FacetModel::FacetRole).toInt()) != facet)
            continue;
        for (int at = 0; at < facets.rowCount(heading); ++at)
            if (const QModelIndex index = facets.index(at, 0, heading);
                index.data(items::FacetModel::ValueRole).toString().compare(value, Qt::CaseInsensitive) == 0)
                return index;
    }
    return {};
}

} // namespace

class CatalogPaneTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        m_world = std::make_unique<World>();
        m_world->fill(World::company());
        m_pane = std::make_unique<CatalogPane>(m_world->context());
        m_pane->resize(700, 500);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    void cleanup()
    {
        m_pane.reset();
        m_world.reset();
    }

    void showsEveryEntity()
    {
        QCOMPARE(m_pane->model().totalCount(), int(World::company().size()));
        QCOMPARE(m_pane->model().shownCount(), m_pane->model().totalCount());
    }

    void typingFilters()
    {
        QTest::keyClick(m_pane->list()->view(), Qt::Key_Slash);
        QTRY_VERIFY(m_pane->filterBox()->edit()->hasFocus());
        QTest::keyClicks(m_pane->filterBox()->edit(), u"kind:api "_s);
        QCOMPARE(shown(*m_pane), (QStringList { u"api:default/fx-quotes"_s, u"api:default/ledger-events"_s, u"api:default/ledger-grpc"_s }));
        QTest::keyClicks(m_pane->filterBox()->edit(), u"grpc"_s);
        QCOMPARE(shown(*m_pane), QStringList { u"api:default/ledger-grpc"_s });
        QCOMPARE(m_pane->secondary(), u"1 of %1"_s.arg(m_pane->model().totalCount()));
    }

    void escapeClearsThenLeaves()
    {
        m_pane->setFilterText(u"ledger"_s);
        QVERIFY(m_pane->model().shownCount() < m_pane->model().totalCount());
        m_pane->list()->view()->setFocus();
        QTest::keyClick(m_pane->list()->view(), Qt::Key_Escape);
        QCOMPARE(m_pane->model().shownCount(), m_pane->model().totalCount());
        QCOMPARE(m_pane->filterBox()->text(), QString());
        // With nothing to clear the key goes on to whoever holds the pane.
        QKeyEvent second(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        second.setAccepted(true);
        QApplication::sendEvent(m_pane->list()->view(), &second);
        QVERIFY(!second.isAccepted());
    }

    void facetsNarrowAndCount()
    {
        items::FacetModel &facets = m_pane->facets()->facets();
        const QModelIndex component = facetValue(facets, search::Facet::Kind, u"Component"_s);
        QVERIFY(component.isValid());
        QCOMPARE(component.siblingAtColumn(items::FacetModel::Count).data(items::CountRole).toInt(), 3);
        QVERIFY(facets.setData(component, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(m_pane->model().shownCount(), 3);
        const QModelIndex deprecated = facetValue(facets, search::Facet::Lifecycle, u"deprecated"_s);
        QCOMPARE(deprecated.siblingAtColumn(items::FacetModel::Count).data(items::CountRole).toInt(), 1);
        QVERIFY(facets.setData(deprecated, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(shown(*m_pane), QStringList { u"component:default/fx-rates"_s });
        // Esc takes the facets away too, once there is no text to clear.
        QTest::keyClick(m_pane->list()->view(), Qt::Key_Escape);
        QCOMPARE(m_pane->model().shownCount(), m_pane->model().totalCount());
    }

    void facetsByClick()
    {
        const QModelIndex component = facetValue(m_pane->facets()->facets(), search::Facet::Kind, u"Component"_s);
        const QRect place = m_pane->facets()->visualRect(component);
        QTest::mouseClick(m_pane->facets()->viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(m_pane->model().shownCount(), 3);
    }

    void selectionSurvivesASwap()
    {
        m_pane->list()->selectRef(u"component:default/ledger-api"_s);
        QCOMPARE(m_pane->list()->currentRef(), u"component:default/ledger-api"_s);
        std::vector<domain::Entity> more = World::company();
        for (int at = 0; at < 200; ++at) // Enough for one step instead of row signals.
            more.push_back(World::entity("{\"kind\":\"Component\",\"metadata\":{\"name\":\"a" + QByteArray::number(at)
                + "\"},\"spec\":{\"type\":\"service\",\"owner\":\"team-ledger\",\"lifecycle\":\"production\"}}"));
        m_world->fill(more);
        QTRY_COMPARE(m_pane->model().totalCount(), int(more.size()));
        QCOMPARE(m_pane->list()->currentRef(), u"component:default/ledger-api"_s);
        QCOMPARE(m_pane->list()->selectedRefs(), QStringList { u"component:default/ledger-api"_s });
    }

    /// What a pull brought is found by its text once the index of that has caught up, without another touch of the box.
    void textFollowsItsIndex()
    {
        m_pane->setFilterText(u"text:idempotently"_s);
        QTRY_VERIFY(!m_pane->model().isBusy());
        QCOMPARE(m_pane->model().shownCount(), 0);
        std::vector<domain::Entity> more = World::company();
        more.push_back(World::entity(R"j({"kind":"Component","metadata":{"name":"late","description":"Writes idempotently."},
            "spec":{"type":"service","owner":"team-ledger","lifecycle":"production"}})j"));
        m_world->fill(more);
        QTRY_COMPARE(shown(*m_pane), QStringList { u"component:default/late"_s });
        QTRY_VERIFY(m_world->mirror().textIndexedAll() && !m_pane->model().isBusy());
        // It is the word of the index that the list listens to.
        QSignalSpy updated(&m_pane->model(), &items::EntityTableModel::updated);
        Q_EMIT m_world->mirror().textIndexProgress(1, 1);
        QTRY_VERIFY(!updated.isEmpty());
        m_pane->setFilterText({});
        QTRY_VERIFY(!m_pane->model().isBusy());
    }

    void groups_data()
    {
        QTest::addColumn<QString>("grouping");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("size");
        QTest::newRow("kind") << u"kind"_s << u"API"_s << 3;
        QTest::newRow("lifecycle") << u"lifecycle"_s << u"deprecated"_s << 1;
        QTest::newRow("owner") << u"owner"_s << u"group:default/team-replay"_s << 1;
        QTest::newRow("system") << u"system"_s << u"system:default/settlement"_s << 2;
    }
    void groups()
    {
        QFETCH(QString, grouping);
        QFETCH(QString, key);
        QFETCH(int, size);
        items::EntityTableModel &model = m_pane->model();
        model.setGrouping(items::EntityTableModel::groupingFromName(grouping));
        int found = -1;
        int total = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex group = model.index(row, 0);
            total += model.rowCount(group);
            if (group.data(items::GroupKeyRole).toString() == key)
                found = model.rowCount(group);
        }
        QCOMPARE(found, size);
        QCOMPARE(total, model.totalCount());
        QCOMPARE(m_pane->list()->view()->model(), &model);
    }

    void opensByKeyboard()
    {
        QSignalSpy opened(&m_world->focus(), &ui::Focus::openRequested);
        m_pane->list()->selectRef(u"component:default/ledger-api"_s);
        QTest::keyClick(m_pane->list()->view(), Qt::Key_Return);
        QTest::keyClick(m_pane->list()->view(), Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(m_pane->list()->view(), Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(opened.size(), 3);
        QCOMPARE(opened[0][0].toString(), u"component:default/ledger-api"_s);
        QCOMPARE(opened[0][1].value<ui::Focus::How>(), ui::Focus::How::Here);
        QCOMPARE(opened[1][1].value<ui::Focus::How>(), ui::Focus::How::Beside);
        QCOMPARE(opened[2][1].value<ui::Focus::How>(), ui::Focus::How::Browser);
    }

    void copies()
    {
        m_pane->list()->setVisibleColumns({ u"name"_s, u"owner"_s, u"lifecycle"_s });
        m_pane->list()->selectRef(u"component:default/ledger-api"_s);
        QTest::keyClick(m_pane->list()->view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"ledger-api\tteam-ledger\tproduction"_s);
        QTest::keyClick(m_pane->list()->view(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"component:default/ledger-api"_s);
    }

    void exportsWhatIsShown()
    {
        m_pane->setFilterText(u"kind:api"_s);
        m_pane->list()->setVisibleColumns({ u"name"_s, u"type"_s });
        m_pane->model().sort(int(items::EntityTableModel::Columns::Name));
        QString why;
        const QString csv = m_world->folder() + u"/out.csv"_s;
        QVERIFY2(writeTable(m_pane->model(), m_pane->list()->visibleColumnIndexes(), csv, &why), qPrintable(why));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).trimmed().split(u"\r\n"_s);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], u"Entity ref,Name,Type"_s);
        QCOMPARE(lines[1], u"api:default/fx-quotes,fx-quotes,openapi"_s);
        const QString json = m_world->folder() + u"/out.json"_s;
        QVERIFY(writeTable(m_pane->model(), m_pane->list()->visibleColumnIndexes(), json, &why));
        QFile jsonFile(json);
        QVERIFY(jsonFile.open(QIODevice::ReadOnly));
        const QJsonArray rows = QJsonDocument::fromJson(jsonFile.readAll()).array();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0].toObject().value(u"type"_s).toString(), u"openapi"_s);
        QCOMPARE(rows[0].toObject().value(u"ref"_s).toString(), u"api:default/fx-quotes"_s);
        QVERIFY(!writeTable(m_pane->model(), {}, u"/nowhere/at/all.csv"_s, &why));
        QVERIFY(!why.isEmpty());
    }

    void sortsByKeyboard()
    {
        using Columns = items::EntityTableModel::Columns;
        m_pane->list()->setVisibleColumns({ u"name"_s, u"type"_s });
        QMenu *menu = menuOf(u"catalog.sort"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        QVERIFY(menu->activeAction());
        QVERIFY(menu->activeAction()->isChecked());
        QCOMPARE(menu->activeAction()->text(), u"Name, ascending"_s);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(m_pane->model().sortColumn(), int(Columns::Type));
        QCOMPARE(m_pane->model().sortOrder(), Qt::AscendingOrder);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        // What it is sorted by already, the other way round.
        menu = menuOf(u"catalog.sort"_s);
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(m_pane->model().sortColumn(), int(Columns::Type));
        QCOMPARE(m_pane->model().sortOrder(), Qt::DescendingOrder);
        QCOMPARE(m_pane->list()->header()->sortIndicatorSection(), int(Columns::Type));
        QCOMPARE(m_pane->list()->header()->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void groupsByKeyboard()
    {
        QMenu *menu = menuOf(u"catalog.group"_s);
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(m_pane->model().grouping(), items::EntityTableModel::Grouping::Owner);
    }

    void choosesColumnsByKeyboard()
    {
        QVERIFY(!m_pane->list()->visibleColumns().contains(u"kind"_s));
        QMenu *menu = menuOf(u"catalog.columns"_s);
        QVERIFY(menu);
        menu->setActiveAction(menu->actions().at(int(EntityView::Columns::Kind)));
        QTest::keyClick(menu, Qt::Key_Return);
        QVERIFY(m_pane->list()->visibleColumns().contains(u"kind"_s));
    }

    void mineIsTransitive()
    {
        m_pane->setTarget({ ui::FocusTarget::Kind::Mine, {} });
        QVERIFY(m_pane->whoAreYou()->isVisible());
        QCOMPARE(m_pane->model().shownCount(), 0);
        m_pane->whoAreYou()->choose(u"user:default/mira.k"_s);
        QVERIFY(!m_pane->whoAreYou()->isVisible());
        QCOMPARE(m_world->workspace().me(), u"user:default/mira.k"_s);
        const mirror::Snapshot &snapshot = m_world->index().snapshot();
        const auto mine = search::mineOf(snapshot, snapshot.find(u"user:default/mira.k"));
        QCOMPARE(m_pane->model().shownCount(), int(std::ranges::count(mine, true)));
        QVERIFY(m_pane->model().shownCount() > 0);
        m_pane->setTarget({ ui::FocusTarget::Kind::All, {} });
        QCOMPARE(m_pane->model().shownCount(), m_pane->model().totalCount());
    }

    void savedViewComesBack()
    {
        m_pane->setFilterText(u"owner:team-ledger"_s);
        m_pane->model().setGrouping(items::EntityTableModel::Grouping::Kind);
        m_pane->list()->setVisibleColumns({ u"name"_s, u"tags"_s });
        const int before = m_pane->model().shownCount();
        m_pane->saveViewAs(u"Ledger"_s);
        QVERIFY(m_world->commands().action(u"catalog.view.Ledger"_s));
        m_pane->setFilterText({});
        m_pane->model().setGrouping(items::EntityTableModel::Grouping::None);
        m_pane->list()->setVisibleColumns({ u"name"_s, u"owner"_s });
        m_world->commands().action(u"catalog.view.Ledger"_s)->trigger();
        QCOMPARE(m_pane->model().shownCount(), before);
        QCOMPARE(m_pane->filterBox()->text().trimmed(), u"owner:team-ledger"_s);
        QCOMPARE(m_pane->model().grouping(), items::EntityTableModel::Grouping::Kind);
        QCOMPARE(m_pane->list()->visibleColumns(), (QStringList { u"name"_s, u"tags"_s }));
    }

    void stateSurvivesARestart()
    {
        m_pane->list()->setVisibleColumns({ u"owner"_s, u"name"_s, u"type"_s });
        m_pane->setFilterText(u"ledger"_s);
        const QJsonObject state = m_pane->saveState();
        CatalogPane next(m_world->context());
        next.restoreState(state);
        QCOMPARE(next.list()->visibleColumns(), (QStringList { u"owner"_s, u"name"_s, u"type"_s }));
        QCOMPARE(next.model().shownCount(), m_pane->model().shownCount());
        next.restoreState(QJsonObject { { u"columns"_s, 7 }, { u"facets"_s, u"no"_s } }); // Nothing of it fits: nothing breaks.
        QVERIFY(next.list()->visibleColumns().contains(u"name"_s));
    }

    void starredAndRecent()
    {
        StarredPane starred(m_world->context());
        RecentPane recent(m_world->context());
        QTRY_COMPARE(starred.status().state, ui::PaneStatus::State::Empty);
        m_pane->list()->selectRef(u"component:default/fx-rates"_s);
        QTest::keyClick(m_pane->list()->view(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(starred.model().shownRefs(), QStringList { u"component:default/fx-rates"_s });
        QTest::keyClick(m_pane->list()->view(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(starred.model().shownCount(), 0);
        m_world->focus().open(u"component:default/ledger-api"_s);
        QTest::qWait(5); // Visits are ordered by their time.
        m_world->focus().open(u"component:default/fx-rates"_s);
        QCOMPARE(recent.model().shownRefs(), (QStringList { u"component:default/fx-rates"_s, u"component:default/ledger-api"_s }));
    }

    void emptyStatesNameTheSubject()
    {
        m_pane->setFilterText(u"zzzzqqqq"_s);
        QTRY_COMPARE(m_pane->status().state, ui::PaneStatus::State::Empty);
        QVERIFY(!m_pane->status().headline.isEmpty());
        QVERIFY(!m_pane->status().actionText.isEmpty());
        Q_EMIT m_pane->statusActionTriggered();
        QCOMPARE(m_pane->model().shownCount(), m_pane->model().totalCount());
        QCOMPARE(m_pane->status().state, ui::PaneStatus::State::Filled);
    }

    void suggestsKeysAndValues()
    {
        const search::CatalogIndex &index = *m_world->index().index();
        QVERIFY(suggestionsFor(index, u"own"_s).contains(u"owner:"_s));
        QVERIFY(suggestionsFor(index, u"owner:team-r"_s).contains(u"owner:team-replay"_s));
        QVERIFY(suggestionsFor(index, u"-kind:comp"_s).contains(u"-kind:component"_s));
        QVERIFY(suggestionsFor(index, u"tag:tier"_s).contains(u"tag:tier-1"_s));
        QVERIFY(isQueryToken(u"owner:payments"_s));
        QVERIFY(!isQueryToken(u"ledger"_s));
        QVERIFY(!isQueryToken(u"owner:"_s));
    }

    void readableByScreenReaders()
    {
        QCOMPARE(m_pane->list()->view()->accessibleName(), u"Catalog"_s);
        QCOMPARE(m_pane->filterBox()->edit()->accessibleName(), u"Filter the catalog"_s);
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_pane->list()->view());
        QVERIFY(table && table->tableInterface());
        QCOMPARE(table->tableInterface()->rowCount(), m_pane->model().shownCount());
        const QModelIndex index = m_pane->model().indexOf(u"component:default/ledger-api"_s);
        QAccessibleInterface *cell = table->tableInterface()->cellAt(index.row(), 0);
        QVERIFY(cell);
        QVERIFY2(cell->text(QAccessible::Name).contains(u"ledger-api"), qPrintable(cell->text(QAccessible::Name)));
    }

    void narrowHidesFacets()
    {
        QVERIFY(m_pane->facets()->isVisible());
        m_pane->resize(300, 500);
        QVERIFY(!m_pane->facets()->isVisible());
        m_pane->resize(700, 500);
        QVERIFY(m_pane->facets()->isVisible());
    }

    /// Where there is little room, what every row has alike gives way before names and owners are cut.
    void aNarrowListKeepsNamesAndOwners()
    {
        using Columns = EntityView::Columns;
        const auto list = narrowList();
        const auto isShown = [&](Columns column) { return !list->header()->isSectionHidden(int(column)); };
        list->resize(600, 300);
        QTRY_VERIFY(isShown(Columns::Seen) && isShown(Columns::Lifecycle));
        const int owner = list->header()->sectionSize(int(Columns::Owner));
        list->resize(330, 300);
        QTRY_VERIFY(!isShown(Columns::Seen));
        QVERIFY(isShown(Columns::Lifecycle));
        list->resize(260, 300);
        QTRY_VERIFY(!isShown(Columns::Lifecycle));
        QCOMPARE(list->header()->sectionSize(int(Columns::Owner)), owner);
        QVERIFY(list->visibleColumns().contains(u"lifecycle"_s)); // Still one of its columns: for an export, and a wider pane.
        list->resize(600, 300);
        QTRY_VERIFY(isShown(Columns::Seen) && isShown(Columns::Lifecycle));
    }

    void aColumnAskedForByHandStays()
    {
        const auto list = narrowList();
        list->resize(330, 300);
        const int seen = int(EntityView::Columns::Seen);
        QTRY_VERIFY(list->header()->isSectionHidden(seen));
        QMenu menu;
        list->fillColumnMenu(&menu);
        QVERIFY(!menu.actions().at(seen)->isChecked());
        menu.actions().at(seen)->trigger();
        QVERIFY(!list->header()->isSectionHidden(seen));
        const auto again = narrowList();
        again->restoreState(list->saveState());
        again->resize(300, 300);
        QTRY_VERIFY(again->header()->isSectionHidden(int(EntityView::Columns::Lifecycle)));
        QVERIFY(!again->header()->isSectionHidden(seen));
    }

    /// What was narrow for want of room is not meant to be so narrow.
    void sizingOneColumnLeavesTheOthers()
    {
        const auto list = narrowList();
        QHeaderView *header = list->header();
        const int owner = int(EntityView::Columns::Owner);
        list->resize(600, 300);
        QTRY_VERIFY(!header->isSectionHidden(int(EntityView::Columns::Seen)));
        const int wide = header->sectionSize(owner);
        list->resize(200, 300);
        QTRY_VERIFY(header->sectionSize(owner) < wide);
        header->resizeSection(int(EntityView::Columns::Problems), 40);
        list->resize(600, 300);
        QTRY_COMPARE(header->sectionSize(owner), wide);
        QCOMPARE(header->sectionSize(int(EntityView::Columns::Problems)), 40);
    }

private:
    /// What a command of the palette opens; null when it opens none.
    QMenu *menuOf(const QString &command)
    {
        QAction *action = m_world->commands().action(command);
        if (!action)
            return nullptr;
        action->trigger();
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }

    std::unique_ptr<EntityView> narrowList()
    {
        auto list = std::make_unique<EntityView>(m_pane->model(), u"List"_s);
        list->show();
        return list;
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<CatalogPane> m_pane;
};

QTEST_MAIN(CatalogPaneTest)
#include "tst_catalogpane.moc"
