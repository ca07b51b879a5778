// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/world.h"
#include "tests/unit/runs/randomruns.h"

#include "models/items/buildwording.h"
#include "ui/kit/chartcard.h"
#include "ui/kit/filterbox.h"
#include "ui/panes/builds/buildsdesk.h"
#include "ui/panes/builds/buildspane.h"
#include "ui/panes/builds/logpanel.h"
#include "ui/panes/builds/runtree.h"
#include "ui/panes/builds/runview.h"
#include "ui/panes/builds/trendsview.h"
#include "ui/panes/entity/celltable.h"
#include "ui/panes/entity/entitypage.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using domain::BuildDetail;
using domain::BuildRun;
using domain::BuildState;
using items::BuildsModel;
using testkit::World;

namespace {

BuildRun runOf(int number, BuildState state, int minutesAgo, const QString &entity, const QString &branch = u"main"_s)
{
    BuildRun run;
    run.id = QString::number(number);
    run.number = number;
    run.project = u"acme/"_s + entity;
    run.entityRefs = { u"component:default/"_s + entity };
    run.pipeline = u"CI"_s;
    run.title = u"Compare legs before balances"_s;
    run.branch = branch;
    run.isDefaultBranch = branch == "main"_L1;
    run.commit = QString(40, QChar(u'a' + number % 6));
    run.actor = u"mira.k"_s;
    run.state = state;
    run.queuedAt = QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo);
    run.startedAt = run.queuedAt.addSecs(4);
    if (domain::isFinished(state))
        run.finishedAt = run.startedAt.addSecs(100 + number);
    run.url = u"https://github.com/acme/%1/actions/runs/%2"_s.arg(entity).arg(number);
    return run;
}

} // namespace

class BuildsUiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_world.fill(World::company());
        m_log = "2026-11-26T10:00:00.0000000Z ##[group]Set up\n2026-11-26T10:00:01.0000000Z ready\n2026-11-26T10:00:02.0000000Z ##[endgroup]\n";
        for (int i = 0; i < 200; ++i)
            m_log += "2026-11-26T10:00:03.0000000Z \x1b[32mok\x1b[0m test " + QByteArray::number(i) + '\n';
        m_log += "2026-11-26T10:00:34.0000000Z ##[error]balance differs\n2026-11-26T10:00:34.0000000Z done\n";
        BuildDetail detail;
        detail.runKey = u"acme/ledger-api#14"_s;
        detail.entityRefs = { u"component:default/ledger-api"_s };
        const QDateTime begin = QDateTime::currentDateTimeUtc().addSecs(-600);
        for (const auto &[name, state] : { std::pair { u"build"_s, BuildState::Passed }, std::pair { u"integration tests"_s, BuildState::Failed } }) {
            domain::BuildJob job;
            job.id = name;
            job.name = name;
            job.state = state;
            job.startedAt = begin.addSecs(name == "build"_L1 ? 0 : 60);
            job.finishedAt = job.startedAt.addSecs(50);
            job.steps = { { u"run"_s, state, job.startedAt, job.finishedAt } };
            job.logBlob = m_world.mirror().putBlob(m_log).value();
            detail.jobs.push_back(job);
        }
        detail.annotations = { { domain::Severity::Error, u"integration tests"_s, u"balance.go"_s, 88, u"balance differs"_s, u"want 50, got 46"_s } };
        detail.since = QString(40, u'f');
        detail.commits = { { QString(40, u'c'), u"Compare legs"_s, u"Mira K."_s, begin, {} }, { QString(40, u'b'), u"Round"_s, u"Jan"_s, begin, {} } };
        detail.tests = { { u"replay"_s, 10, 1, 0, 0, 4.5, { { u"lock_boundary"_s, u"balance differs"_s, 4.0 } } } };
        put({ runOf(11, BuildState::Passed, 400, u"ledger-api"_s), runOf(14, BuildState::Failed, 10, u"ledger-api"_s), runOf(13, BuildState::Failed, 60, u"ledger-api"_s),
                runOf(20, BuildState::Passed, 5, u"ledger-replay"_s), runOf(21, BuildState::Running, 2, u"ledger-replay"_s, u"fx-async"_s) },
            detail);
    }

    void brokenServicesComeFirst()
    {
        BuildsPane pane(m_world.context());
        pane.resize(1'200, 700);
        pane.show();
        QTRY_COMPARE(pane.model().rowCount(), 2);
        QCOMPARE(pane.model().index(0, 0).data(items::GroupKeyRole).toString(), u"component:default/ledger-api"_s);
        QCOMPARE(pane.count(), 1);
        QVERIFY(pane.view()->isExpanded(pane.model().index(0, 0)));
        pane.filterBox()->setText(u"state:running"_s);
        QCOMPARE(pane.model().rowCount(), 1);
        pane.filterBox()->setText(u"nothing like this"_s);
        QCOMPARE(int(pane.status().state), int(PaneStatus::State::Empty));
        pane.filterBox()->clear();
        pane.setTarget({ FocusTarget::Kind::Entity, u"component:default/ledger-replay"_s });
        QCOMPARE(pane.model().rowCount(), 1);
        pane.setTarget({});
        // What a person closed stays closed over a change.
        pane.view()->collapse(pane.model().index(0, 0));
        pane.grouping()->setCurrentIndex(1);
        pane.grouping()->setCurrentIndex(0);
        QVERIFY(!pane.view()->isExpanded(pane.model().index(0, 0)));
        QVERIFY(pane.view()->isExpanded(pane.model().index(1, 0)));
    }

    void whatIsInViewIsAskedAbout()
    {
        sync::Workspace &workspace = m_world.workspace();
        const QString api = u"component:default/ledger-api"_s, replay = u"component:default/ledger-replay"_s;
        {
            BuildsPane pane(m_world.context());
            pane.resize(1'200, 700);
            QCOMPARE(workspace.listed(), QStringList()); // Nobody sees it yet.
            pane.show();
            QTRY_COMPARE(workspace.listed(), (QStringList { api, replay }));
            pane.filterBox()->setText(u"service:replay"_s);
            QTRY_COMPARE(workspace.listed(), QStringList { replay });
            pane.grouping()->setCurrentIndex(1); // By branch: the runs say whose they are.
            pane.filterBox()->clear();
            QTRY_COMPARE(workspace.listed().size(), 2);
            pane.grouping()->setCurrentIndex(0);
            QTRY_COMPARE(pane.model().rowCount(), 2);
            // What lies below the lower edge is not in view.
            pane.resize(1'200, pane.height() - pane.view()->viewport()->height() + 10);
            QTRY_COMPARE(workspace.listed(), QStringList { api });
            BuildsPane other(m_world.context());
            other.setTarget({ FocusTarget::Kind::Entity, replay });
            other.resize(1'200, 700);
            other.show();
            QTRY_COMPARE(workspace.listed().size(), 2); // Each window's list counts.
            pane.hide();
            QCOMPARE(workspace.listed(), QStringList { replay });
        }
        QCOMPARE(workspace.listed(), QStringList());
    }

    void panesShareWhatTheCatalogSaysOfRuns()
    {
        BuildsPane one(m_world.context()), two(m_world.context());
        for (BuildsPane *pane : { &one, &two }) {
            pane->show();
            QTRY_COMPARE(pane->model().rowCount(), 2);
        }
        const auto before = one.model().estate();
        QCOMPARE(two.model().estate(), before);
        QCOMPARE(BuildsDesk::of(m_world.context()).estate(), before);
        items::UserState &user = m_world.context().user;
        const QString me = user.me();
        user.setMe(u"user:default/mira"_s);
        QTRY_VERIFY(one.model().estate() != before);
        QTRY_COMPARE(two.model().estate(), one.model().estate());
        user.setMe(me);
    }

    void aRunOpensWithItsLogAtTheFailure()
    {
        BuildsPane pane(m_world.context());
        pane.resize(1'200, 700);
        pane.show();
        QTRY_COMPARE(pane.model().rowCount(), 2);
        pane.view()->setFocus();
        pane.view()->setCurrentIndex(pane.model().index(0, 0, pane.model().index(0, 0)));
        const qsizetype opened = m_world.opened().size();
        QTest::keyClick(pane.view(), Qt::Key_Return, Qt::AltModifier); // Its page in the browser, and nothing else.
        QVERIFY(pane.run().key().isEmpty());
        QCOMPARE(m_world.opened().size(), opened + 1);
        QTest::keyClick(pane.view(), Qt::Key_Return);
        QCOMPARE(pane.run().key(), u"acme/ledger-api#14"_s);
        QVERIFY(pane.run().headline().contains(u"#14"_s));
        QVERIFY(pane.run().story().contains(u"#13"_s));
        QVERIFY(pane.run().story().contains(u"#11"_s));
        LogView &log = pane.run().log().view();
        QTRY_VERIFY(log.document().isWhole());
        // The group is folded, and the failing line is in front.
        QTRY_COMPARE(log.currentLine(), 203u);
        QCOMPARE(log.lineText(203), u"balance differs"_s);
        QCOMPARE(log.document().folds().rowCount(), log.document().lineCount() - 2);
        QVERIFY(log.accessibleDescription().contains(u"balance differs"_s));
        pane.run().log().findEdit()->setText(u"test 19"_s);
        QTRY_COMPARE(log.document().hits().size(), 11u);
        QTest::keyClick(pane.run().log().findEdit(), Qt::Key_Return);
        QCOMPARE(log.currentLine(), 22u); // Round the end: "test 19".
        QCOMPARE(log.hitNumber(), 1);
        log.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"ok test 19"_s);
        log.setFocus();
        QTest::keyClick(&log, Qt::Key_Home);
        QCOMPARE(log.currentLine(), 0u);
        QTest::keyClick(&log, Qt::Key_Space);
        QVERIFY(!log.document().folds().isFolded(0));
        QTest::keyClick(&log, Qt::Key_F8);
        QCOMPARE(log.currentLine(), 203u);
        // Painted in every theme's way without a warning; narrow, there is a way back.
        pane.resize(600, 500);
        QVERIFY(!pane.view()->isVisible());
        QTest::keyClick(&pane.run(), Qt::Key_Escape);
        QVERIFY(pane.view()->isVisible());
        QVERIFY(!pane.grab().isNull());
    }

    /// As its host told it once: there is no clone of it, and nobody to ask.
    void whatChangedSinceTheLastPassIsThereOffline()
    {
        BuildsPane pane(m_world.context());
        pane.resize(1'200, 700);
        pane.show();
        QTRY_COMPARE(pane.model().rowCount(), 2);
        pane.openRun(u"acme/ledger-api#14"_s);
        QTreeView *commits = pane.run().commits();
        QTRY_VERIFY(commits->isVisible());
        QCOMPARE(commits->model()->rowCount(), 2);
        QCOMPARE(commits->model()->index(0, 0).data().toString(), u"ccccccccc"_s);
        QCOMPARE(commits->model()->index(1, 1).data().toString(), u"Round"_s);
        QCOMPARE(commits->model()->index(1, 2).data().toString(), u"Jan"_s);
        QVERIFY(commits->isColumnHidden(3)); // It did not tell which files.
    }

    void anEntitysPageLeadsToItsBuilds()
    {
        EntityPage page(m_world.context(), u"component:default/ledger-api"_s);
        page.resize(900, 900);
        page.show();
        CellTable *card = nullptr;
        const auto find = [&] {
            for (auto *table : page.findChildren<CellTable *>()) {
                if (table->cells().rowCount() > 0 && table->cells().cell(table->cells().index(0, 0)).text == "CI #14"_L1)
                    card = table;
            }
            return card && card->isVisible();
        };
        QTRY_VERIFY(find());
        QCOMPARE(card->cells().rowCount(), 1); // One pipeline, one default branch: its newest run.
        QCOMPARE(*card->cells().cell(card->cells().index(0, 0)).glyph, Status::Failed);
        BuildsPane pane(m_world.context());
        pane.resize(1'200, 700);
        pane.show();
        QTRY_COMPARE(pane.model().rowCount(), 2);
        card->setFocus();
        card->setCurrentIndex(card->cells().index(0, 0));
        QTest::keyClick(card, Qt::Key_Return);
        QCOMPARE(pane.run().key(), u"acme/ledger-api#14"_s);
        // Asked for before there was a pane, it is opened once there is one.
        BuildsDesk::of(m_world.context()).takeWanted();
        pane.hide();
        BuildsDesk::of(m_world.context()).open(u"acme/ledger-replay#20"_s);
        QCOMPARE(pane.run().key(), u"acme/ledger-replay#20"_s);
        QVERIFY(BuildsDesk::of(m_world.context()).takeWanted().isEmpty());
        QVERIFY(BuildsDesk::runOf(QUrl(u"https://example.org/acme"_s)).isEmpty());
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
            for (const double value : runsOf().series[0].values)
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

    void whatAPersonChoseComesBack()
    {
        BuildsPane pane(m_world.context());
        pane.resize(1'200, 700);
        pane.show();
        QTRY_COMPARE(pane.model().rowCount(), 2);
        pane.filterBox()->setText(u"ledger"_s);
        QTRY_COMPARE(pane.model().rowCount(), 2);
        pane.view()->collapse(pane.model().index(0, 0));
        pane.view()->header()->resizeSection(1, 137);
        BuildsPane other(m_world.context());
        other.restoreState(pane.saveState());
        other.resize(1'200, 700);
        other.show();
        QTRY_COMPARE(other.model().rowCount(), 2);
        QCOMPARE(other.filterBox()->text(), u"ledger"_s);
        QCOMPARE(other.view()->header()->sectionSize(1), 137);
        QVERIFY(!other.view()->isExpanded(other.model().index(0, 0)));
        QVERIFY(other.view()->isExpanded(other.model().index(1, 0)));
        QCOMPARE(other.saveState().value("closed"_L1), pane.saveState().value("closed"_L1));
        pane.grouping()->setCurrentIndex(2);
        BuildsPane third(m_world.context());
        third.restoreState(pane.saveState());
        QCOMPARE(third.grouping()->currentIndex(), 2);
    }

    void branchesHaveMoreRoomInAWidePane()
    {
        BuildsPane pane(m_world.context());
        const auto width = [&pane] { return pane.view()->header()->sectionSize(1); };
        pane.resize(500, 700);
        pane.show();
        const int narrow = width();
        pane.resize(1'200, 700);
        QTRY_COMPARE_GT(width(), narrow);
        pane.resize(500, 700);
        QTRY_COMPARE(width(), narrow);
        // Whoever sized it keeps it.
        pane.view()->header()->resizeSection(1, 137);
        pane.resize(1'200, 700);
        QCOMPARE(width(), 137);
    }

    void aRefreshLeavesPartsAsTheyAre()
    {
        RunView run(m_world.context());
        run.resize(1'000, 600);
        run.show();
        run.open(u"acme/ledger-api#14"_s, u"ci-1"_s);
        QTreeView &parts = *run.parts();
        items::RunPartsModel &model = run.model();
        QCOMPARE(model.rowCount(), 4); // Two jobs, annotations, tests.
        QCOMPARE(parts.currentIndex(), model.index(1, 0));
        QVERIFY(!parts.isExpanded(model.index(0, 0)));
        QVERIFY(parts.isExpanded(model.index(1, 0)));
        QVERIFY(parts.isExpanded(model.index(0, 0, model.index(3, 0))));
        parts.expand(model.index(0, 0));
        parts.setCurrentIndex(model.index(0, 0, model.index(0, 0)));
        parts.collapse(model.index(1, 0));
        parts.collapse(model.index(2, 0));
        BuildDetail more = model.detail();
        more.annotations.push_back(more.annotations.front());
        domain::BuildJob job = more.jobs.back();
        job.id = job.name = u"deploy"_s;
        job.logBlob.clear();
        more.jobs.push_back(job);
        model.setDetail(more, 0);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(parts.currentIndex(), model.index(0, 0, model.index(0, 0)));
        QVERIFY(parts.isExpanded(model.index(0, 0)));
        QVERIFY(!parts.isExpanded(model.index(1, 0)));
        QVERIFY(parts.isExpanded(model.index(2, 0))); // New, and failed.
        QVERIFY(!parts.isExpanded(model.index(3, 0)));
        QVERIFY(parts.isExpanded(model.index(4, 0)));
        // Even where the current row lies in what is closed.
        parts.collapse(model.index(0, 0));
        more.jobs.pop_back();
        model.setDetail(more, 0);
        QVERIFY(!parts.isExpanded(model.index(0, 0)));
    }

    /// What a program said is read from left to right, whatever the language of the window.
    void logsAreNotMirrored()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"log"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("--- FAIL: refund (0.80s)\n\x1b[32mPASS\x1b[0m case_1 (93 ms).\n");
        file.close();
        const auto painted = [&](Qt::LayoutDirection direction) {
            QGuiApplication::setLayoutDirection(direction);
            const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
            LogView view;
            view.resize(500, 100);
            view.show();
            view.document().grow(file.fileName(), file.size(), true);
            [&] { QTRY_VERIFY(view.document().isWhole()); }();
            return view.viewport()->grab().toImage();
        };
        QCOMPARE(painted(Qt::RightToLeft), painted(Qt::LeftToRight));
    }

    void placesFoundLieWhereTheyAre()
    {
        const QString line = u"needle"_s + QString(40, u'.') + u"needle"_s + QString(3'000, u'.') + u"needle"_s;
        QTemporaryDir folder;
        QFile file(folder.filePath(u"log"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(line.toLatin1() + '\n');
        file.close();
        LogView view;
        view.resize(900, 200);
        view.show();
        view.document().grow(file.fileName(), file.size(), true);
        QTRY_VERIFY(view.document().isWhole());
        view.document().search(u"Needle"_s);
        QTRY_COMPARE(view.document().hits().size(), 1u);
        const Theme &theme = Theme::of(&view);
        const QFontMetricsF metrics(theme.font(TextRole::Mono));
        /// Where marked pixels begin, just below the upper edge of the first row.
        const auto begins = [&] {
            const QImage image = view.viewport()->grab().toImage();
            std::vector<int> found;
            for (int x = 1; x < image.width(); ++x) {
                const auto isMark = [&](int at) { return image.pixelColor(at, 1).rgb() == theme.colours().textMark.rgb(); };
                if (isMark(x) && !isMark(x - 1))
                    found.push_back(x);
            }
            return found;
        };
        const std::vector<int> first = begins();
        QCOMPARE(first.size(), 2u);
        QVERIFY(std::abs(first[1] - first[0] - metrics.horizontalAdvance(line.first(46))) <= 1.5);
        // Scrolled to the end there is the third.
        QTRY_VERIFY(view.horizontalScrollBar()->maximum() > 0);
        const int moved = view.horizontalScrollBar()->maximum();
        view.horizontalScrollBar()->setValue(moved);
        const std::vector<int> last = begins();
        QCOMPARE(last.size(), 1u);
        QVERIFY(std::abs(last[0] + moved - first[0] - metrics.horizontalAdvance(line.first(3'052))) <= 3);
    }

    void aFlakyJobIsNamedInItsGroup()
    {
        BuildRun failed = runOf(14, BuildState::Failed, 10, u"ledger-api"_s);
        BuildRun again = runOf(15, BuildState::Passed, 4, u"ledger-api"_s);
        again.commit = failed.commit;
        failed.pipeline = again.pipeline = u"<b>CI</b>"_s;
        BuildDetail detail;
        detail.runKey = again.key();
        detail.jobs.resize(2);
        detail.jobs[0].id = detail.jobs[0].name = u"build"_s;
        detail.jobs[1].id = detail.jobs[1].name = u"integration tests"_s;
        for (domain::BuildJob &job : detail.jobs)
            job.state = BuildState::Passed;
        put({ failed, again, runOf(20, BuildState::Passed, 5, u"ledger-replay"_s) }, detail);
        BuildsPane pane(m_world.context());
        pane.resize(1'200, 700);
        pane.show();
        // Which job it was is not known while only one of the two runs is.
        const auto group = [&] {
            for (int row = 0; row < pane.model().rowCount(); ++row) {
                if (pane.model().index(row, 0).data(items::GroupKeyRole).toString() == "component:default/ledger-api"_L1)
                    return pane.model().index(row, 0);
            }
            return QModelIndex();
        };
        QTRY_COMPARE(group().data(BuildsModel::FlakyRole).toString(), u"<b>CI</b>"_s);
        const auto warnings = [&] {
            const QRect row(QPoint(0, pane.view()->visualRect(group()).top()), QSize(pane.view()->viewport()->width(), pane.view()->visualRect(group()).height()));
            const QImage image = pane.view()->viewport()->grab(row).toImage();
            const QRgb wanted = Theme::of(&pane).colours().warning.glyph.rgb();
            int count = 0;
            for (int x = 0; x < image.width(); ++x)
                count += int(image.pixelColor(x, image.height() / 2).rgb() == wanted);
            return count;
        };
        QVERIFY(warnings() > 0);
        detail.runKey = failed.key();
        detail.jobs[1].state = BuildState::Failed;
        auto pull = m_world.mirror().beginPull(u"ci-1"_s, u"builds.details"_s, u"me"_s).value();
        pull->put(detail.toRecord());
        QVERIFY(pull->complete());
        m_world.mirror().flush();
        QTRY_COMPARE(group().data(BuildsModel::FlakyRole).toString(), u"integration tests"_s);
        // What a host calls it is text, and nothing else.
        const auto toolTip = [&](const QModelIndex &index) {
            const QRect at = pane.view()->visualRect(index);
            QHelpEvent help(QEvent::ToolTip, at.center(), pane.view()->viewport()->mapToGlobal(at.center()));
            QCoreApplication::sendEvent(pane.view()->viewport(), &help);
            return QToolTip::text();
        };
        const QString ofGroup = toolTip(group());
        QVERIFY2(ofGroup.contains("integration tests in <b>CI</b>"_L1) && !Qt::mightBeRichText(ofGroup), qPrintable(ofGroup));
        const QString ofRun = toolTip(pane.model().index(0, 0, group()));
        QVERIFY2(ofRun.contains("&lt;b&gt;CI"_L1), qPrintable(ofRun));
        QToolTip::hideText();
        pane.openRun(failed.key());
        QVERIFY2(pane.run().story().contains(u"flaky jobs: integration tests"_s), qPrintable(pane.run().story()));
        // With little room there is still the mark.
        pane.resize(420, 700);
        QTest::keyClick(&pane.run(), Qt::Key_Escape);
        QTRY_VERIFY(pane.view()->isVisible());
        QVERIFY(warnings() > 0);
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
        auto pull = world.mirror().beginPull(*connection, u"brought"_s, u"me"_s).value();
        for (BuildRun run : { runOf(14, BuildState::Failed, 10, u"ledger-api"_s), runOf(15, BuildState::Passed, 4, u"ledger-api"_s),
                 runOf(24, BuildState::Failed, 10, u"ledger-replay"_s), runOf(25, BuildState::Passed, 4, u"ledger-replay"_s) }) {
            run.commit = QString(40, u'a');
            pull->put(run.toRecord());
        }
        QVERIFY(pull->complete());
        world.mirror().flush();
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

private:
    void put(const std::vector<BuildRun> &runs, const BuildDetail &detail)
    {
        auto pull = m_world.mirror().beginPull(u"ci-1"_s, u"runs"_s, u"me"_s).value();
        for (const BuildRun &run : runs)
            pull->put(run.toRecord());
        pull->put(detail.toRecord());
        QVERIFY(pull->complete());
        m_world.mirror().flush();
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
    QByteArray m_log;
};

QTEST_MAIN(BuildsUiTest)
#include "tst_builds_ui.moc"
