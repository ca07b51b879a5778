// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/world.h"

#include "ui/kit/filterbox.h"
#include "ui/kit/paneframe.h"
#include "ui/kit/widgets.h"
#include "models/domain/docs.h"
#include "models/domain/review.h"
#include "ui/panes/common/freshness.h"
#include "ui/panes/panes.h"
#include "ui/panes/plugins/pluginspane.h"
#include "ui/panes/problems/problemspane.h"
#include "ui/panes/relations/relationspane.h"
#include "ui/panes/sources/sourcespane.h"

#include <QAction>
#include <QLineEdit>
#include <QSet>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui::panes;
using testkit::World;

class PanesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    /// The hourly documentation, and details that nobody pulls anew, do not make the catalog old.
    void howOldRecordsAreOnlyTheirOwnFeedsSay()
    {
        testkit::World world;
        auto &workspace = world.workspace();
        QVERIFY(workspace.addConnection(u"folder"_s, u"Here"_s, { { u"folder"_s, world.folder() } }));
        const QString id = workspace.connections().front().id;
        const auto asOf = [&](QLatin1StringView type) { return Freshness(workspace, type).asOf(); };
        QTRY_VERIFY(asOf(domain::recordtype::entity).isValid() && asOf(domain::recordtype::clone).isValid() && asOf(domain::recordtype::docSite).isValid());
        QVERIFY(workspace.setPaused(id, true));
        QTRY_VERIFY(workspace.running().empty());
        auto details = workspace.mirror().beginPull(id, u"builds.details"_s, u"tester"_s);
        QVERIFY(details && (*details)->complete());

        QHash<QString, QDateTime> pulled;
        const auto states = workspace.mirror().feedStates().value();
        for (const mirror::FeedState &state : states)
            pulled.insert(state.feedId, state.lastSuccess);
        QCOMPARE(pulled.size(), 4);
        QCOMPARE(asOf(domain::recordtype::entity), pulled.value(u"catalog"_s));
        QCOMPARE(asOf(domain::recordtype::clone), pulled.value(u"clones"_s));
        QCOMPARE(asOf(domain::recordtype::docSite), pulled.value(u"docs"_s));
        QVERIFY(!asOf(domain::recordtype::review).isValid());
        QVERIFY(!Freshness(workspace).isOverdue());
    }

    void everyPaneHasIdNameAndIcon()
    {
        World world;
        QSet<QString> ids;
        for (const ui::PaneFactory &factory : allPanes()) {
            const std::unique_ptr<ui::Pane> pane(factory.make(world.context()));
            QCOMPARE(pane->id(), factory.id);
            QCOMPARE(pane->title(), factory.title);
            QCOMPARE(pane->iconName(), factory.iconName);
            QVERIFY(!ids.contains(factory.id));
            ids += factory.id;
            QVERIFY(pane->focusWidgetOfPane());
            pane->restoreState(pane->saveState());
            pane->restoreState({ { u"header"_s, u"!!"_s } });
        }
        QCOMPARE(size_t(ids.size()), allPanes().size());
    }

    void emptyWorkspaceIsSaidHonestly()
    {
        World world;
        for (const ui::PaneFactory &factory : allPanes()) {
            if (factory.id == u"plugins"_s)
                continue; // What is installed is not the workspace's.
            const std::unique_ptr<ui::Pane> pane(factory.make(world.context()));
            QTRY_COMPARE(pane->status().state, ui::PaneStatus::State::Empty);
            QVERIFY2(!pane->status().headline.isEmpty(), qPrintable(factory.id));
            QVERIFY2(!pane->status().detail.isEmpty(), qPrintable(factory.id));
        }
    }

    void relationsOfTheFocus()
    {
        World world;
        world.fill(World::company());
        RelationsPane pane(world.context());
        pane.setTarget({ ui::FocusTarget::Kind::Entity, u"component:default/ledger-api"_s });
        QCOMPARE(pane.subject(), u"ledger-api"_s);
        QVERIFY(pane.secondary().contains(u"1 missing"));
        QVERIFY(texts(*pane.tree()).contains(u"ledger-grpc"_s));
        QVERIFY(texts(*pane.tree()).contains(u"ledger-replay"_s)); // The other direction.
        pane.filterBox()->setText(u"grpc"_s);
        Q_EMIT pane.filterBox()->textChanged(u"grpc"_s);
        QCOMPARE(texts(*pane.tree()), QStringList { u"ledger-grpc"_s });
        Q_EMIT pane.filterBox()->textChanged(u"kind:api -grpc"_s);
        QVERIFY(texts(*pane.tree()).contains(u"ledger-events"_s));
        QVERIFY(!texts(*pane.tree()).contains(u"ledger-grpc"_s) && !texts(*pane.tree()).contains(u"ledger-replay"_s));
        Q_EMIT pane.filterBox()->textChanged(u"grpc"_s);
        QSignalSpy opened(&world.focus(), &ui::Focus::openRequested);
        const QModelIndex group = pane.tree()->model()->index(0, 0);
        pane.tree()->setCurrentIndex(pane.tree()->model()->index(0, 0, group));
        QTest::keyClick(pane.tree(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toString(), u"api:default/ledger-grpc"_s);
    }

    void problemsOpenTheirPlace()
    {
        World world;
        world.fill(World::company());
        domain::Problem first;
        first.message = u"name is bad"_s;
        first.rule = u"FieldFormat"_s;
        first.path = u"/clones/a/catalog-info.yaml"_s;
        first.location = u"file:/clones/a/catalog-info.yaml"_s;
        first.line = 3;
        first.entityRef = u"component:default/ledger-api"_s;
        domain::Problem second = first;
        second.line = 9;
        second.field = u"/spec/owner"_s;
        second.message = u"owner is missing"_s;
        second.entityRef = u"component:default/fx-rates"_s;
        world.putProblems({ first, second });
        ProblemsPane pane(world.context());
        QTRY_COMPARE(pane.table()->model()->rowCount(), 2);
        QCOMPARE(pane.count(), 2);
        QSignalSpy places(&world.focus(), &ui::Focus::placeRequested);
        world.commands().action(u"problem.next"_s)->trigger();
        world.commands().action(u"problem.next"_s)->trigger();
        world.commands().action(u"problem.next"_s)->trigger(); // Around the end.
        world.commands().action(u"problem.previous"_s)->trigger();
        QCOMPARE(places.size(), 4);
        QCOMPARE(places[0][0].toString(), first.path);
        QCOMPARE(places[0][1].toInt(), 3);
        QCOMPARE(places[0][2].toString(), first.entityRef);
        QCOMPARE(places[1][1].toInt(), 9);
        QCOMPARE(places[2][1].toInt(), 3);
        QCOMPARE(places[3][1].toInt(), 9);
        QTest::keyClick(pane.table(), Qt::Key_Return);
        QCOMPARE(places.size(), 5);
        QTest::keyClick(pane.table(), Qt::Key_O);
        QTest::keyClicks(pane.filterBox()->edit(), u"wner"_s);
        QCOMPARE(pane.table()->model()->rowCount(), 1);
        QTest::keyClick(pane.table(), Qt::Key_Escape);
        QCOMPARE(pane.table()->model()->rowCount(), 2);
        // The plain language, which asks the catalog who owns what.
        const auto left = [&](const QString &text) {
            pane.filterBox()->setText(text);
            Q_EMIT pane.filterBox()->textChanged(text);
            return pane.table()->model()->rowCount();
        };
        QCOMPARE(left(u"lifecycle:deprecated"_s), 1);
        QCOMPARE(left(u"rule:fieldformat kind:component"_s), 2);
        QCOMPARE(left(u"rule:fieldformat -lifecycle:deprecated missing"_s), 0);
    }

    void sourcesFollowTheWorkspace()
    {
        World world;
        SourcesPane pane(world.context());
        QSignalSpy add(&pane, &SourcesPane::addRequested);
        QCOMPARE(pane.status().state, ui::PaneStatus::State::Empty);
        Q_EMIT pane.statusActionTriggered();
        QCOMPARE(add.size(), 1);
    }

    void integrationStatesAreWords()
    {
        using State = sync::IntegrationInfo::State;
        QSet<QString> words;
        for (const State state : { State::Available, State::Loaded, State::DisabledByUser, State::Refused, State::Failed, State::Suspected }) {
            sync::IntegrationInfo info;
            info.state = state;
            words += PluginsPane::stateText(info);
        }
        QCOMPARE(words.size(), 6);
        QVERIFY(!words.contains(QString()));
    }

    /// In a narrow pane, what it is about and the way to filter it are read before how much there is.
    void theSecondFactGivesWay()
    {
        World world;
        world.fill(World::company());
        domain::Problem problem;
        problem.message = u"name is bad"_s;
        problem.path = u"/clones/a/catalog-info.yaml"_s;
        world.putProblems({ problem });
        auto *problems = new ProblemsPane(world.context());
        ui::PaneFrame frame(problems);
        QTRY_VERIFY(problems->secondary().startsWith(u"1 error"_s));
        frame.resize(320, 300);
        frame.show();
        QVERIFY(QTest::qWaitForWindowExposed(&frame));
        QTRY_VERIFY(!secondFact(frame)->isVisible());
        // Some 140; the time beside it is as wide as its digits are at this hour.
        QTRY_VERIFY2(problems->filterBox()->width() >= 125, qPrintable(QString::number(problems->filterBox()->width())));
        frame.resize(700, 300);
        QTRY_VERIFY(secondFact(frame)->isVisible());

        auto *relations = new RelationsPane(world.context());
        ui::PaneFrame other(relations);
        relations->setTarget({ ui::FocusTarget::Kind::Entity, u"component:default/ledger-api"_s });
        other.resize(260, 300);
        other.show();
        QVERIFY(QTest::qWaitForWindowExposed(&other));
        ui::TextLabel *subject = label(other, relations->subject());
        QTRY_VERIFY(subject->width() >= subject->sizeHint().width());
        other.resize(700, 300);
        QTRY_VERIFY(secondFact(other)->isVisible());
    }

    /// A column of which only ends of paths could be read says nothing; the room is the message's.
    void narrowTablesLeaveOutWhatCannotBeRead()
    {
        World world;
        world.fill(World::company());
        ProblemsPane problems(world.context());
        RelationsPane relations(world.context());
        for (QWidget *pane : { static_cast<QWidget *>(&problems), static_cast<QWidget *>(&relations) }) {
            pane->show();
            pane->resize(345, 300);
        }
        const int file = int(items::ProblemsModel::Columns::File), kind = int(items::RelationsModel::Columns::Kind);
        QVERIFY(problems.table()->isColumnHidden(file));
        QVERIFY(relations.tree()->isColumnHidden(kind));
        problems.resize(500, 300);
        relations.resize(500, 300);
        QVERIFY(!problems.table()->isColumnHidden(file));
        QVERIFY(!relations.tree()->isColumnHidden(kind));
    }

    void framesHoldEveryPane()
    {
        World world;
        world.fill(World::company());
        for (const ui::PaneFactory &factory : allPanes()) {
            ui::PaneFrame frame(factory.make(world.context()));
            frame.resize(420, 400);
            frame.show();
            QVERIFY(QTest::qWaitForWindowExposed(&frame));
            frame.focusPane(Qt::TabFocusReason);
            frame.pane().setTarget({ ui::FocusTarget::Kind::Entity, u"component:default/ledger-api"_s });
            QVERIFY(!frame.grab().isNull());
        }
    }

private:
    static ui::TextLabel *label(const ui::PaneFrame &frame, const QString &text)
    {
        const auto labels = frame.findChildren<ui::TextLabel *>();
        const auto found = std::ranges::find(labels, text, &ui::TextLabel::text);
        return found == labels.end() ? nullptr : *found;
    }
    static ui::TextLabel *secondFact(ui::PaneFrame &frame) { return label(frame, frame.pane().secondary()); }
    static QStringList texts(const QTreeView &tree)
    {
        QStringList found;
        for (int row = 0; row < tree.model()->rowCount(); ++row) {
            const QModelIndex group = tree.model()->index(row, 0);
            for (int at = 0; at < tree.model()->rowCount(group); ++at)
                found += tree.model()->index(at, 0, group).data().toString();
        }
        return found;
    }
};

QTEST_MAIN(PanesTest)
#include "tst_panes.moc"
