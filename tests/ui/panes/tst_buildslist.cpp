// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/someruns.h"
#include "tests/ui/panes/world.h"

#include "models/items/buildwording.h"
#include "ui/kit/chartcard.h"
#include "ui/kit/filterbox.h"
#include "ui/panes/builds/buildspane.h"
#include "ui/panes/builds/logpanel.h"
#include "ui/panes/builds/runtree.h"
#include "ui/panes/builds/runview.h"
#include "ui/panes/builds/trendsview.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using domain::BuildRun;
using domain::BuildState;
using items::BuildsModel;
using testkit::buildRun;
using testkit::World;

/// The list of the CI pane and its trends: what one does with rows, and what is counted of them.
class BuildsListTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_world.fill(World::company());
        QVERIFY(bring(m_world, u"ci-1"_s, { buildRun(11, BuildState::Passed, 400, u"ledger-api"_s), buildRun(14, BuildState::Failed, 10, u"ledger-api"_s),
            buildRun(13, BuildState::Failed, 60, u"ledger-api"_s), buildRun(20, BuildState::Passed, 5, u"ledger-replay"_s),
            buildRun(21, BuildState::Running, 2, u"ledger-replay"_s, u"fx-async"_s) }));
    }

    void trendsHaveTheirTable()
    {
        BuildsPane pane(m_world.context());
        pane.resize(1'200, 700);
        pane.show();
        QTRY_COMPARE(pane.model().rowCount(), 2);
        QSignalSpy counted(&pane.trends(), &TrendsView::counted);
        pane.trendsAction()->trigger();
        QTRY_VERIFY(!counted.isEmpty()); // Once or, if the sync just brought something, again.
        using Measure = TrendsView::Measure;
        ChartCard &success = pane.trends().card(Measure::Success);
        QCOMPARE(success.table().rowCount(), 30);
        QVERIFY(!success.accessibleDescription().isEmpty()); // What is counted.
        // All four ended within the last hours: of today, or of yesterday too. Other days have a gap.
        int told = 0;
        for (int row = 0; row < 30; ++row)
            told += int(!std::isnan(success.table().value(row, 0)));
        QVERIFY(told >= 1 && told <= 2);
        QCOMPARE(pane.trends().card(Measure::Duration).table().content().series.size(), 2u);
        QTemporaryDir folder;
        QString why;
        for (const QString &name : { u"a.png"_s, u"a.csv"_s })
            QVERIFY2(pane.trends().card(Measure::Duration).writeFile(folder.filePath(name), &why), qPrintable(why));
        // All, and each of the two services.
        QCOMPARE(pane.trends().groups()->model()->rowCount(), 3);
        QCOMPARE(pane.trends().groups()->model()->index(0, 1).data().toString(), u"4"_s);
        QCOMPARE(pane.trends().groups()->model()->index(0, 2).data().toString(), items::BuildWording::percent(0.5));
        QCOMPARE(pane.trends().dora(TrendsView::Dora::Frequency), u"not known"_s); // Nothing was deployed.
        // A column says what it counts, as the chart of the same.
        QTRY_COMPARE(pane.trends().groups()->header()->length(), pane.trends().groups()->viewport()->width());
        const QAbstractItemModel &totals = *pane.trends().groups()->model();
        const auto meaning = [&totals](int column) { return totals.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString(); };
        QCOMPARE(meaning(2), success.toolTip());
        QCOMPARE(meaning(7), pane.trends().card(Measure::Repair).toolTip());
        QVERIFY(meaning(11).startsWith("Time to restore"_L1));
        QCOMPARE(totals.headerData(2, Qt::Horizontal, Qt::AccessibleDescriptionRole).toString(), meaning(2));
        QVERIFY(!pane.grab().isNull());
    }

    void theChartsAreOfTheChosenGroup()
    {
        BuildsPane pane(m_world.context());
        pane.resize(1'200, 700);
        pane.show();
        QTRY_COMPARE(pane.model().rowCount(), 2);
        pane.trendsAction()->trigger();
        TrendsView &trends = pane.trends();
        QTreeView &groups = *trends.groups();
        QTRY_COMPARE(groups.model()->rowCount(), 3);
        QTRY_VERIFY(!pane.isBusy());
        const auto runsOf = [&] { return trends.card(TrendsView::Measure::Success).table().content(); };
        const auto ended = [&] { // The last two days have all of them; every known value is one of those.
            double least = 1;
            const auto content = runsOf();
            for (const double value : content.series[0].values)
                least = std::isnan(value) ? least : std::min(least, value);
            return least;
        };
        QCOMPARE(groups.currentIndex().row(), 0); // All that shows.
        QVERIFY(!runsOf().title.contains(u'·'));
        QVERIFY(groups.isVisible());
        groups.setFocus();
        QTest::keyClick(&groups, Qt::Key_Down);
        const QString first = groups.model()->index(1, 0).data().toString(), second = groups.model()->index(2, 0).data().toString();
        QTRY_VERIFY2(runsOf().title.endsWith(first), qPrintable(runsOf().title));
        QVERIFY(ended() < 1); // Two of its three failed.
        QTest::keyClick(&groups, Qt::Key_Down);
        QTRY_VERIFY2(runsOf().title.endsWith(second), qPrintable(runsOf().title));
        QCOMPARE(ended(), 1.0); // Its only one passed.
        // It stays over another step, and is forgotten with the list that had it.
        trends.step()->setCurrentIndex(1);
        QTRY_COMPARE(runsOf().rowHeader, u"Week"_s);
        QVERIFY(runsOf().title.endsWith(second));
        QCOMPARE(groups.currentIndex().row(), 2);
        QTest::keyClick(&groups, Qt::Key_Home);
        QTRY_VERIFY(!runsOf().title.contains(u'·'));
        QTest::keyClick(&groups, Qt::Key_End);
        QTRY_VERIFY(runsOf().title.endsWith(second));
        pane.filterBox()->setText(u"service:ledger-api"_s);
        QTRY_COMPARE(groups.model()->rowCount(), 2);
        QTRY_VERIFY(!runsOf().title.contains(u'·'));
        QCOMPARE(groups.currentIndex().row(), 0);
    }

    void deploymentsOverTimeAndByGroup()
    {
        const auto deploy = [](int number, BuildState state, int daysAgo) {
            domain::Deployment deployment;
            deployment.id = QString::number(number);
            deployment.project = u"acme/ledger-api"_s;
            deployment.entityRefs = { u"component:default/ledger-api"_s };
            deployment.environment = u"production"_s;
            deployment.commit = QString(40, u'f'); // That of #11.
            deployment.state = state;
            deployment.createdAt = deployment.finishedAt = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
            return deployment;
        };
        QVERIFY(putDeployments({ deploy(1, BuildState::Failed, 3), deploy(2, BuildState::Passed, 1), deploy(3, BuildState::Passed, 0) }));
        BuildsPane pane(m_world.context());
        pane.resize(1'200, 700);
        pane.show();
        QTRY_COMPARE(pane.model().rowCount(), 2);
        pane.trendsAction()->trigger();
        TrendsView &trends = pane.trends();
        using Dora = TrendsView::Dora;
        QTRY_COMPARE(trends.dora(Dora::Failures), items::BuildWording::percent(1.0 / 3));
        QVERIFY(!trends.card(Dora::Restore).isHidden());
        const ChartTable &frequency = trends.card(Dora::Frequency).table();
        QCOMPARE(frequency.rowCount(), 30);
        double deployed = 0;
        for (int row = 0; row < 30; ++row)
            deployed += frequency.value(row, 0);
        QCOMPARE(deployed, 2);
        QCOMPARE(trends.card(Dora::Restore).table().knownValues(), 1);
        QCOMPARE(trends.card(Dora::Failures).table().knownValues(), 3); // Days on which nothing was deployed have a gap.
        QTemporaryDir folder;
        QString why;
        for (const QString &name : { u"lead.png"_s, u"lead.csv"_s })
            QVERIFY2(trends.card(Dora::Failures).writeFile(folder.filePath(name), &why), qPrintable(why));
        // The groups have them as well, and so has what is exported of them.
        const QAbstractItemModel &groups = *trends.groups()->model();
        QCOMPARE(groups.columnCount(), 12);
        QVERIFY(!trends.groups()->isColumnHidden(11));
        QCOMPARE(groups.index(1, 10).data().toString(), items::BuildWording::percent(1.0 / 3)); // The API, which is broken, is the first.
        QVERIFY(groups.index(2, 10).data().toString().isEmpty());
        QVERIFY(putDeployments({}));
        QTRY_COMPARE(trends.dora(Dora::Frequency), u"not known"_s);
        QVERIFY(trends.card(Dora::Restore).isHidden());
        QVERIFY(trends.groups()->isColumnHidden(11));
    }

    void rowsHaveAMenuAndTheKeysOfARun()
    {
        QTemporaryDir folder;
        World world({ QStringLiteral(FIXTURES) + u"/folderci"_s });
        world.fill(World::company());
        const auto connection = world.workspace().addConnection(u"folderci"_s, u"CI"_s, { { u"folder"_s, folder.path() } });
        QVERIFY(connection && world.workspace().waitForIdle(std::chrono::seconds(20)));
        QVERIFY(bring(world, *connection, { buildRun(14, BuildState::Failed, 10, u"ledger-api"_s), buildRun(13, BuildState::Passed, 60, u"ledger-api"_s) }));
        BuildsPane pane(world.context());
        pane.resize(1'200, 700);
        pane.show();
        QTRY_COMPARE(pane.model().rowCount(), 1);
        const QModelIndex group = pane.model().index(0, 0);
        const auto texts = [](const QMenu &menu) {
            QStringList said;
            for (const QAction *action : menu.actions())
                said += action->text();
            said.removeAll(QString());
            return said;
        };
        pane.view()->setFocus();
        pane.view()->setCurrentIndex(group);
        QCOMPARE(texts(*pane.menu()), (QStringList { u"Close the group"_s, u"Open its page"_s, u"Columns"_s, u"Export what is shown…"_s }));
        pane.view()->setCurrentIndex(pane.model().index(0, 0, group));
        const auto menu = pane.menu();
        QCOMPARE(texts(*menu), (QStringList { u"Open"_s, u"Run again"_s, u"Open in the browser"_s, u"Copy the row"_s, u"Copy the commit"_s, u"Columns"_s, u"Export what is shown…"_s }));
        const auto trigger = [&](const QString &text) {
            for (QAction *action : menu->actions()) {
                if (action->text() == text)
                    action->trigger();
            }
        };
        trigger(u"Copy the commit"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), buildRun(14, BuildState::Failed, 10, u"ledger-api"_s).commit);
        trigger(u"Open in the browser"_s);
        QCOMPARE(world.opened().size(), 1);
        const auto acted = [&] {
            QFile file(folder.filePath(u"acted"_s));
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        trigger(u"Run again"_s);
        QTRY_COMPARE(acted(), u"rerun acme/ledger-api#14"_s);
        // With the keys of an opened run, of the one that is current; a slip of the finger there starts nothing.
        QSignalSpy asks(&EntityActions::of(world.context()), &EntityActions::asksFirst);
        pane.view()->setCurrentIndex(pane.model().index(1, 0, group));
        QTest::keyClick(pane.view(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(asks.size(), 1);
        QCOMPARE(acted(), u"rerun acme/ledger-api#14"_s);
        const auto offer = asks[0][0].value<EntityActions::Offer>();
        QVERIFY(!offer.action.about.isEmpty());
        EntityActions::of(world.context()).run(offer, { offer.action.id, offer.entityRef, {}, false, offer.record });
        QTRY_COMPARE(acted(), u"rerun acme/ledger-api#13"_s);
        trigger(u"Open"_s);
        QCOMPARE(pane.run().key(), u"acme/ledger-api#13"_s);
    }

    void columnsAreChosen()
    {
        BuildsPane pane(m_world.context());
        pane.resize(1'200, 700);
        pane.show();
        QTRY_COMPARE(pane.model().rowCount(), 2);
        RunTree &view = *pane.view();
        const auto toggle = [](RunTree &tree, int at) {
            QMenu menu;
            tree.fillColumnMenu(&menu);
            menu.actions().at(at)->trigger();
        };
        const auto column = [](BuildsModel::Columns which) { return int(which); };
        QVERIFY(!view.isColumnHidden(column(BuildsModel::Columns::By)));
        toggle(view, column(BuildsModel::Columns::Took));
        QVERIFY(view.isColumnHidden(column(BuildsModel::Columns::Took)));
        // Who set it off gives way to room, unless it was asked for.
        pane.resize(420, 700);
        QTRY_VERIFY(view.isColumnHidden(column(BuildsModel::Columns::By)));
        toggle(view, column(BuildsModel::Columns::By));
        QVERIFY(!view.isColumnHidden(column(BuildsModel::Columns::By)));
        pane.resize(410, 700);
        QVERIFY(!view.isColumnHidden(column(BuildsModel::Columns::By)));
        toggle(view, column(BuildsModel::Columns::Run)); // Says which run it is.
        QVERIFY(!view.isColumnHidden(column(BuildsModel::Columns::Run)));
        QCOMPARE(pane.saveState().value("columns"_L1).toObject(), (QJsonObject { { u"took"_s, false }, { u"by"_s, true } }));
        BuildsPane other(m_world.context());
        other.restoreState(pane.saveState());
        other.resize(410, 700);
        other.show();
        QVERIFY(other.view()->isColumnHidden(column(BuildsModel::Columns::Took)));
        QVERIFY(!other.view()->isColumnHidden(column(BuildsModel::Columns::By)));
        toggle(*other.view(), column(BuildsModel::Columns::Count) + 1); // The usual ones, below the line.
        QVERIFY(!other.view()->isColumnHidden(column(BuildsModel::Columns::Took)));
        QVERIFY(other.view()->isColumnHidden(column(BuildsModel::Columns::By)));
    }

    /// Rows over all columns are painted by hand: from where one begins to read.
    void rowsOverAllColumnsFollowTheDirection_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("from the left") << Qt::LeftToRight;
        QTest::newRow("from the right") << Qt::RightToLeft;
    }
    void rowsOverAllColumnsFollowTheDirection()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        BuildsPane pane(m_world.context());
        pane.resize(1'200, 700);
        pane.show();
        QTRY_COMPARE(pane.model().rowCount(), 2);
        const Theme &theme = Theme::of(pane.view());
        const QColor ground = theme.colours().board, broken = theme.colours().status(Status::Failed).glyph;
        const QModelIndex group = pane.model().index(0, 0);
        QCOMPARE(BuildState(group.data(BuildsModel::StateRole).toInt()), BuildState::Failed);
        const RunDelegate delegate;
        // Of pixels that are wanted, those in the half where a row begins, and in the other.
        const auto halves = [&](const auto &paint, const auto &isWanted) {
            QImage image(290, 24, QImage::Format_RGB32);
            image.fill(ground);
            QPainter painter(&image);
            paint(&painter, image.rect());
            painter.end();
            int begin = 0, end = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (isWanted(image.pixelColor(x, y)))
                        ++((x < image.width() / 2) == (direction == Qt::LeftToRight) ? begin : end);
                }
            }
            return std::pair(begin, end);
        };
        const auto heading = halves([&](QPainter *painter, const QRect &area) { delegate.paintHeading(painter, area, u"main"_s, theme, ground, direction); },
            [&](const QColor &pixel) { return pixel != ground; });
        QVERIFY(heading.first > 0);
        QCOMPARE(heading.second, 0);
        const auto glyph = halves([&](QPainter *painter, const QRect &area) { delegate.paintGroup(painter, area, pane.model(), group, theme, ground, direction); },
            [&](const QColor &pixel) { return pixel == broken; });
        QVERIFY(glyph.first > 0);
        QCOMPARE(glyph.second, 0);
    }

    void trendsAndTheOpenedRunComeBack()
    {
        QJsonObject state;
        {
            BuildsPane pane(m_world.context());
            pane.resize(1'200, 700);
            pane.show();
            QTRY_COMPARE(pane.model().rowCount(), 2);
            pane.openRun(u"acme/ledger-api#13"_s);
            pane.trendsAction()->trigger();
            pane.trends().step()->setCurrentIndex(1);
            pane.trends().period()->setCurrentIndex(2);
            state = pane.saveState();
        }
        {
            // Not looked at before the next restart: nothing is forgotten, nothing is made, and nobody is asked.
            BuildsPane pane(m_world.context());
            pane.restoreState(state);
            QCOMPARE(pane.saveState().value("run"_L1).toString(), u"acme/ledger-api#13"_s);
            QVERIFY(pane.findChildren<RunView *>().isEmpty());
            state = pane.saveState();
        }
        BuildsPane pane(m_world.context());
        pane.restoreState(state);
        pane.resize(1'200, 700);
        pane.show();
        QVERIFY(pane.trendsAction()->isChecked());
        QVERIFY(pane.trends().isVisible());
        QCOMPARE(pane.trends().step()->currentIndex(), 1);
        QCOMPARE(pane.trends().period()->currentIndex(), 2);
        QTRY_COMPARE(pane.run().key(), u"acme/ledger-api#13"_s);
        QVERIFY(pane.trendsAction()->isChecked()); // The run waits behind them.
        pane.trendsAction()->trigger();
        QVERIFY(pane.run().isVisible());
        // In a narrow pane it takes the place of the list, and the keyboard with it.
        state.insert(u"trends"_s, false);
        BuildsPane narrow(m_world.context());
        narrow.restoreState(state);
        narrow.resize(500, 700);
        narrow.view()->setFocus();
        narrow.show();
        QTRY_COMPARE(narrow.run().key(), u"acme/ledger-api#13"_s);
        QVERIFY(!narrow.view()->isVisible());
        QCOMPARE(narrow.focusWidget(), narrow.run().parts());
        // One that is gone is no trouble, and what was closed stays so.
        state.insert(u"run"_s, u"acme/nowhere#1"_s);
        BuildsPane other(m_world.context());
        other.restoreState(state);
        other.resize(1'200, 700);
        other.show();
        QTRY_COMPARE(other.model().rowCount(), 2);
        QCOMPARE(other.saveState().value("run"_L1).toString(), QString());
        QCOMPARE(other.saveState().value("trendsOf"_L1), state.value("trendsOf"_L1));
    }

    void jobsOfAFlakyPipelineAreAskedForUnasked()
    {
        QTemporaryDir folder;
        QFile failed(folder.filePath(u"failed"_s));
        QVERIFY(failed.open(QIODevice::WriteOnly) && failed.write("acme/ledger-api#14\nacme/ledger-replay#24\n") > 0);
        failed.close();
        World world({ QStringLiteral(FIXTURES) + u"/folderci"_s });
        world.fill(World::company());
        const auto connection = world.workspace().addConnection(u"folderci"_s, u"CI"_s, { { u"folder"_s, folder.path() } });
        QVERIFY(connection && world.workspace().waitForIdle(std::chrono::seconds(20)));
        std::vector<BuildRun> runs { buildRun(14, BuildState::Failed, 10, u"ledger-api"_s), buildRun(15, BuildState::Passed, 4, u"ledger-api"_s),
            buildRun(24, BuildState::Failed, 10, u"ledger-replay"_s), buildRun(25, BuildState::Passed, 4, u"ledger-replay"_s) };
        for (BuildRun &run : runs)
            run.commit = QString(40, u'a');
        QVERIFY(bring(world, *connection, runs));
        const auto told = [&] {
            QFile file(folder.filePath(u"told"_s));
            QStringList keys = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts) : QStringList();
            keys.sort();
            return keys;
        };
        BuildsPane pane(world.context());
        pane.setTarget({ FocusTarget::Kind::Entity, u"component:default/ledger-api"_s });
        pane.resize(1'200, 700);
        pane.show();
        const auto flaky = [&](int row) { return pane.model().index(row, 0).data(BuildsModel::FlakyRole).toString(); };
        QTRY_COMPARE(flaky(0), u"compile"_s);
        // What is nobody's, and not on screen, was not asked about.
        QCOMPARE(told(), (QStringList { u"acme/ledger-api#14"_s, u"acme/ledger-api#15"_s }));
        pane.setTarget({});
        QTRY_VERIFY(pane.model().rowCount() == 2 && flaky(0) == "compile"_L1 && flaky(1) == "compile"_L1);
        QCOMPARE(told().size(), 4);
        QVERIFY(world.workspace().mayAskInPassing(*connection));
        world.workspace().setAllPaused(true);
        QVERIFY(!world.workspace().mayAskInPassing(*connection));
    }

    void anOpenedRunMovesOn()
    {
        QTemporaryDir folder;
        const auto write = [&](const QString &name, const QByteArray &text) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        const auto asked = [&](const QByteArray &key) {
            QFile file(folder.filePath(u"told"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n').count(key) : 0;
        };
        const QByteArray one = "acme/ledger-replay#21", two = "acme/ledger-replay#22";
        QVERIFY(write(u"running"_s, one + '\n' + two + '\n'));
        World world({ QStringLiteral(FIXTURES) + u"/folderci"_s });
        world.fill(World::company());
        const auto connection = world.workspace().addConnection(u"folderci"_s, u"CI"_s, { { u"folder"_s, folder.path() } });
        QVERIFY(connection && world.workspace().waitForIdle(std::chrono::seconds(20)));
        QVERIFY(bring(world, *connection,
            { buildRun(21, BuildState::Running, 2, u"ledger-replay"_s), buildRun(22, BuildState::Running, 1, u"ledger-replay"_s) }));
        RunView run(world.context()), other(world.context());
        for (RunView *view : { &run, &other }) {
            view->setPace(std::chrono::milliseconds(10));
            view->resize(900, 500);
        }
        run.show();
        run.open(QString::fromLatin1(one), *connection);
        const auto state = [&] { return BuildState(run.model().index(0, 0).data(items::RunPartsModel::StateRole).toInt()); };
        QTRY_VERIFY(run.model().rowCount() == 1 && state() == BuildState::Running);
        QVERIFY(!run.log().view().document().isOpen());
        // The run runs on, and of its jobs one ends and has a log from then on.
        QVERIFY(write(u"log"_s, "done\n") && write(u"ended"_s, {}) && write(u"running"_s, two + '\n'));
        QTRY_COMPARE(state(), BuildState::Passed);
        QTRY_VERIFY(run.log().view().document().isWhole());
        // What nobody sees is asked about once somebody does.
        run.hide();
        QTRY_VERIFY(!run.isBusy());
        const qsizetype before = asked(one);
        other.show();
        other.open(QString::fromLatin1(two), *connection);
        QTRY_COMPARE_GE(asked(two), 4);
        QCOMPARE(asked(one), before);
        run.show();
        QTRY_COMPARE_GT(asked(one), before);
    }

private:
    static bool bring(World &world, const QString &connection, const std::vector<BuildRun> &runs)
    {
        auto pull = world.mirror().beginPull(connection, u"brought"_s, u"me"_s).value();
        for (const BuildRun &run : runs)
            pull->put(run.toRecord());
        const bool isKept = pull->complete().has_value();
        world.mirror().flush();
        return isKept;
    }

    bool putDeployments(const std::vector<domain::Deployment> &deployments)
    {
        auto pull = m_world.mirror().beginPull(u"ci-1"_s, u"deployments"_s, u"me"_s).value();
        for (const domain::Deployment &deployment : deployments)
            pull->put(deployment.toRecord());
        const bool isKept = pull->complete().has_value();
        m_world.mirror().flush();
        return isKept;
    }

    World m_world;
};

QTEST_MAIN(BuildsListTest)
#include "tst_buildslist.moc"
