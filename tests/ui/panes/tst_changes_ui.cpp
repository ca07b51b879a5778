// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/world.h"

#include "ui/kit/difftext.h"
#include "ui/kit/diffview.h"
#include "ui/kit/filterbox.h"
#include "ui/panes/changes/changespane.h"
#include "ui/panes/entity/celltable.h"
#include "ui/panes/entity/changestab.h"
#include "ui/panes/entity/entitypage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDateEdit>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using testkit::World;

namespace {

const QString ledger = u"component:default/ledger-api"_s;

/// The company after one more pull: the ledger has another lifecycle, one component is gone, one is new.
std::vector<domain::Entity> laterCompany(const QString &lifecycle = u"deprecated"_s)
{
    std::vector<domain::Entity> entities = World::company();
    std::erase_if(entities, [](const domain::Entity &entity) { return entity.ref().canonical() == "component:default/ledger-replay"_L1; });
    for (domain::Entity &entity : entities) {
        if (entity.ref().canonical() != ledger)
            continue;
        QJsonObject spec = entity.spec();
        spec.insert(u"lifecycle"_s, lifecycle);
        entity.body.insert(u"spec"_s, spec);
    }
    domain::Entity fresh = World::entity(R"({"apiVersion":"backstage.io/v1alpha1","kind":"Component","metadata":{"name":"fresh"},"spec":{}})");
    entities.push_back(fresh);
    return entities;
}

} // namespace

class ChangesUiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_world.fill(World::company());
        m_world.fill(laterCompany());
    }

    void theTabComparesTheLatestVersion()
    {
        EntityPage page(m_world.context(), ledger);
        page.resize(1000, 800);
        page.show();
        page.showTab(u"changes"_s);
        auto *tab = page.findChild<ChangesTab *>();
        QVERIFY(tab);
        QSignalSpy compared(tab, &ChangesTab::compared);
        QTRY_VERIFY(!compared.isEmpty());
        QCOMPARE(tab->versions()->rowTotal(), 2);
        // Said in a sentence, once it was read.
        QTRY_VERIFY(tab->versions()->cells().index(0, 0).data().toString().contains(u"lifecycle"_s));
        QTRY_COMPARE(tab->diff()->diff().hunks().size(), 1u);
        QCOMPARE(tab->diff()->diff().added(), 1);
        QCOMPARE(tab->diff()->diff().removed(), 1);
        QVERIFY(tab->diff()->isSideBySide());
        QVERIFY(tab->diff()->beforeText()->toPlainText().contains(u"- "_s));
        QVERIFY(tab->diff()->afterText()->toPlainText().contains(u"+   lifecycle: deprecated"_s));
        QVERIFY(!tab->diff()->afterText()->accessibleName().isEmpty());
    }

    void anyTwoVersionsCanBeChosen()
    {
        ChangesTab tab(m_world.workspace());
        tab.resize(900, 700);
        tab.show();
        tab.show(ledger, m_world.mirror().history(ledger).value());
        QSignalSpy compared(&tab, &ChangesTab::compared);
        QTRY_VERIFY(!compared.isEmpty());
        compared.clear();
        // The first version by itself: all of it is new.
        tab.versions()->selectRow(1);
        QTRY_VERIFY(!compared.isEmpty());
        QCOMPARE(tab.diff()->diff().removed(), 0);
        QVERIFY(tab.diff()->diff().added() > 5);
        compared.clear();
        tab.versions()->selectionModel()->select(tab.versions()->model()->index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTRY_VERIFY(!compared.isEmpty());
        QTRY_COMPARE(tab.diff()->diff().removed(), 1);
    }

    // A pull brings a version more, or the sentences of all have been read: who compares the first with the last goes on doing so.
    void whatIsComparedStaysSo()
    {
        World world;
        world.fill(World::company());
        world.fill(laterCompany());
        world.fill(laterCompany(u"retired"_s));
        ChangesTab tab(world.workspace());
        tab.resize(900, 700);
        tab.show();
        tab.show(ledger, world.mirror().history(ledger).value());
        QCOMPARE(tab.versions()->rowTotal(), 3);
        QItemSelectionModel *selection = tab.versions()->selectionModel();
        const auto comparesFirstWithLast = [&] {
            const QString before = tab.diff()->beforeText()->toPlainText();
            return selection->selectedRows().size() == 2 && !before.contains(u"deprecated"_s) && tab.diff()->diff().removed() == 1
                && tab.diff()->afterText()->toPlainText().contains(u"+   lifecycle: retired"_s);
        };
        selection->select(tab.versions()->model()->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTRY_VERIFY(comparesFirstWithLast());
        QTRY_VERIFY(tab.versions()->cells().index(0, 0).data().toString().contains(u"lifecycle"_s)); // Said: the rows were made anew.
        QTRY_VERIFY(!tab.isBusy() && comparesFirstWithLast());
        world.fill(laterCompany(u"back again"_s));
        tab.show(ledger, world.mirror().history(ledger).value());
        QCOMPARE(tab.versions()->rowTotal(), 4);
        QTRY_VERIFY(tab.versions()->cells().index(0, 0).data().toString().contains(u"lifecycle"_s));
        QTRY_VERIFY(!tab.isBusy() && comparesFirstWithLast());
        QCOMPARE(selection->selectedRows().first().row() + selection->selectedRows().last().row(), 1 + 3);
    }

    void keysGoFromChangeToChange()
    {
        DiffView view;
        view.resize(900, 400);
        view.setDiff(domain::LineDiff::of(u"a\nb\nc\nd\ne\n"_s, u"a\nB\nc\nd\nE\n"_s), u"old"_s, u"new"_s);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.isSideBySide());
        QTest::keyClick(view.afterText(), Qt::Key_F8);
        QCOMPARE(view.currentChange(), 0);
        QTest::keyClick(view.afterText(), Qt::Key_F8);
        QCOMPARE(view.currentChange(), 1);
        QCOMPARE(view.afterText()->textCursor().blockNumber(), 4);
        QTest::keyClick(view.afterText(), Qt::Key_F8);
        QCOMPARE(view.currentChange(), 0);
        QTest::keyClick(view.beforeText(), Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(view.currentChange(), 1);
        view.setSideBySide(false);
        QVERIFY(!view.isSideBySide());
        QCOMPARE(view.inlineText()->toPlainText(), u"  a\n- b\n+ B\n  c\n  d\n- e\n+ E"_s);
        view.setSideBySide(true);
        view.resize(400, 400); // No room.
        QVERIFY(!view.isSideBySide());
        const auto *choice = view.findChild<QCheckBox *>();
        QVERIFY(!choice->isEnabled() && !choice->isChecked());
        view.resize(900, 400); // What was chosen comes back.
        QVERIFY(choice->isEnabled() && choice->isChecked());
        QVERIFY(view.isSideBySide());
        QVERIFY(view.patch().startsWith(u"--- old\n+++ new\n@@ -1,5 +1,5 @@\n"_s));
    }

    void howVersionsAreComparedIsRemembered()
    {
        const auto sides = [](EntityPage &page) {
            page.resize(1000, 800);
            page.show();
            page.showTab(u"changes"_s);
            return page.findChild<ChangesTab *>()->diff();
        };
        EntityPage page(m_world.context(), ledger);
        DiffView *diff = sides(page);
        QTRY_VERIFY(diff->isSideBySide());
        diff->findChild<QCheckBox *>()->click();
        QVERIFY(!diff->isSideBySide());
        EntityPage other(m_world.context(), u"component:default/fx-rates"_s);
        DiffView *again = sides(other);
        QTRY_VERIFY(again->findChild<QCheckBox *>()->isEnabled()); // There is room.
        QVERIFY(!again->isSideBySide());
        again->findChild<QCheckBox *>()->click();
        QVERIFY(again->isSideBySide());
    }

    void sidesScrollTogether()
    {
        QString before, after;
        for (int i = 0; i < 300; ++i) {
            before += u"line %1\n"_s.arg(i);
            after += u"line %1\n"_s.arg(i % 7 == 0 ? i + 1000 : i);
        }
        DiffView view;
        view.resize(900, 300);
        view.setDiff(domain::LineDiff::of(before, after), u"old"_s, u"new"_s);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.step(-1);
        QCOMPARE(view.beforeText()->firstVisibleLine(), view.afterText()->firstVisibleLine());
        QVERIFY(view.afterText()->firstVisibleLine() > 200);
    }

    void thePaneListsWhatChanged()
    {
        ChangesPane pane(m_world.context());
        pane.resize(700, 300);
        pane.show();
        QTRY_COMPARE(pane.model().entityCount(), 3);
        QTRY_COMPARE(pane.status(), PaneStatus {});
        QCOMPARE(pane.model().rowCount(), 1);
        QVERIFY(pane.view()->isExpanded(pane.model().index(0, 0)));
        QSignalSpy opened(&m_world.focus(), &Focus::changesRequested);
        const QModelIndex row = rowOf(pane, ledger);
        QVERIFY(row.isValid());
        pane.view()->setCurrentIndex(row);
        QTest::keyClick(pane.view(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toString(), ledger);
        QVERIFY(opened[0][1].toLongLong() > 0);
        QTest::keyClick(pane.view(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(ledger));

        pane.filterBox()->setText(u"nothing of it"_s);
        QTRY_COMPARE(pane.status().state, PaneStatus::State::Empty);
        QVERIFY(QMetaObject::invokeMethod(&pane, "statusActionTriggered"));
        QTRY_COMPARE(pane.model().entityCount(), 3);
    }

    void thePaneFollowsTheFocus()
    {
        ChangesPane pane(m_world.context());
        pane.show();
        QTRY_COMPARE(pane.model().entityCount(), 3);
        pane.setTarget({ FocusTarget::Kind::Entity, ledger });
        QTRY_COMPARE(pane.model().entityCount(), 1);
        QCOMPARE(pane.subject(), u"ledger-api"_s);
        pane.setTarget({ FocusTarget::Kind::Entity, u"component:default/fx-rates"_s });
        QTRY_COMPARE(pane.model().entityCount(), 0);
        QTRY_COMPARE(pane.status().state, PaneStatus::State::Empty);
        QVERIFY(!pane.status().headline.isEmpty() && !pane.status().detail.isEmpty());
        pane.setTarget({ FocusTarget::Kind::Mine, {} });
        QTRY_COMPARE(pane.status().state, PaneStatus::State::Empty); // Nobody has said who they are.
        pane.setTarget({});
        QTRY_COMPARE(pane.model().entityCount(), 3);
    }

    void thePeriodIsKept()
    {
        ChangesPane pane(m_world.context());
        pane.show();
        pane.setPeriod(ChangesPane::Period::Date);
        QVERIFY(pane.dateEdit()->isVisible());
        pane.dateEdit()->setDate(QDate(2026, 1, 2));
        ChangesPane other(m_world.context());
        other.restoreState(pane.saveState());
        QCOMPARE(other.period(), ChangesPane::Period::Date);
        QCOMPARE(other.dateEdit()->date(), QDate(2026, 1, 2));
        const QDate today(2026, 11, 26);
        QCOMPARE(ChangesPane::beginOf(ChangesPane::Period::Yesterday, today, {}), QDate(2026, 11, 25).startOfDay().toUTC());
        QCOMPARE(ChangesPane::beginOf(ChangesPane::Period::Week, today, {}), QDate(2026, 11, 19).startOfDay().toUTC());
        QVERIFY(!ChangesPane::beginOf(ChangesPane::Period::Ever, today, {}).isValid());
    }

    void whatIsGoneStillHasItsHistory()
    {
        const QString gone = u"component:default/ledger-replay"_s;
        EntityPage page(m_world.context(), gone);
        page.resize(1000, 800);
        page.show();
        const auto history = m_world.mirror().history(gone).value();
        page.showChanges(history.back().id);
        auto *tab = page.findChild<ChangesTab *>();
        QVERIFY(tab);
        QTRY_VERIFY(tab->diff()->diff().removed() > 5);
        QCOMPARE(tab->diff()->diff().added(), 0);
    }

    void newChangesComeByThemselves()
    {
        ChangesPane pane(m_world.context());
        pane.show();
        QTRY_COMPARE(pane.model().entityCount(), 3);
        std::vector<domain::Entity> entities = laterCompany();
        entities.push_back(World::entity(R"({"apiVersion":"backstage.io/v1alpha1","kind":"Component","metadata":{"name":"newest"},"spec":{}})"));
        m_world.fill(entities);
        QTRY_COMPARE(pane.model().entityCount(), 4);
    }

private:
    static QModelIndex rowOf(const ChangesPane &pane, const QString &ref)
    {
        const auto &model = const_cast<ChangesPane &>(pane).model();
        const QModelIndex day = model.index(0, 0);
        for (int row = 0; row < model.rowCount(day); ++row) {
            if (model.index(row, 0, day).data(items::RefRole).toString() == ref)
                return model.index(row, 0, day);
        }
        return {};
    }

    World m_world;
};

QTEST_MAIN(ChangesUiTest)
#include "tst_changes_ui.moc"
