// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/someruns.h"
#include "tests/ui/panes/world.h"

#include "ui/kit/filterbox.h"
#include "ui/kit/widgets.h"
#include "ui/panes/builds/buildsdesk.h"
#include "ui/panes/builds/buildspane.h"
#include "ui/panes/builds/logpanel.h"
#include "ui/panes/builds/runtree.h"
#include "ui/panes/builds/runview.h"
#include "ui/panes/entity/celltable.h"
#include "ui/panes/entity/entitypage.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using domain::BuildDetail;
using domain::BuildRun;
using domain::BuildState;
using items::BuildsModel;
using testkit::buildRun;
using testkit::World;

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
        put({ buildRun(11, BuildState::Passed, 400, u"ledger-api"_s), buildRun(14, BuildState::Failed, 10, u"ledger-api"_s), buildRun(13, BuildState::Failed, 60, u"ledger-api"_s),
                buildRun(20, BuildState::Passed, 5, u"ledger-replay"_s), buildRun(21, BuildState::Running, 2, u"ledger-replay"_s, u"fx-async"_s) },
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

    void aLogHasAMenu()
    {
        BuildsPane pane(m_world.context());
        pane.resize(1'200, 700);
        pane.show();
        QTRY_COMPARE(pane.model().rowCount(), 2);
        pane.openRun(u"acme/ledger-api#14"_s);
        LogPanel &panel = pane.run().log();
        LogView &log = panel.view();
        QTRY_VERIFY(log.document().isWhole());
        QTRY_COMPARE(log.currentLine(), 203u);
        const auto entry = [&](const QString &text) -> QAction * {
            for (QAction *action : panel.menu()->actions()) {
                if (action->text() == text)
                    return action;
            }
            return nullptr;
        };
        // Of the line below the pointer.
        const QPoint at(log.viewport()->width() / 2, 4);
        QTest::mouseClick(log.viewport(), Qt::RightButton, {}, at);
        const quint32 line = log.currentLine();
        QVERIFY(line != 203u);
        QContextMenuEvent asked(QContextMenuEvent::Mouse, at, log.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(log.viewport(), &asked);
        QTRY_VERIFY(panel.menu()->isVisible());
        QVERIFY(entry(u"Next failing line"_s)->isEnabled() && entry(u"Save the log…"_s)->isEnabled());
        entry(u"Copy the selected lines"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), log.lineText(line));
        entry(u"Next failing line"_s)->trigger();
        QCOMPARE(log.currentLine(), 203u);
        panel.menu()->close();
        QSignalSpy find(&log, &LogView::findRequested);
        entry(u"Find in this log"_s)->trigger();
        QCOMPARE(find.size(), 1);
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
        commits->setCurrentIndex(commits->model()->index(1, 1));
        QTest::keyClick(commits, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString(QString(40, u'b') + u"\tRound\tJan"_s));
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
        parts.setCurrentIndex(model.index(0, 0, model.index(2, 0)));
        QTest::keyClick(&parts, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"balance differs\nbalance.go:88\nwant 50, got 46"_s);
        const auto isSaid = [&run](QStringView text) { // Above the log.
            const auto labels = run.log().findChildren<TextLabel *>();
            return std::ranges::any_of(labels, [&](const TextLabel *one) { return one->isVisible() && one->text().contains(text); });
        };
        QVERIFY(isSaid(u"want 50, got 46"));
        parts.setCurrentIndex(model.index(1, 0));
        QVERIFY(!isSaid(u"want 50, got 46"));
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
        BuildRun failed = buildRun(14, BuildState::Failed, 10, u"ledger-api"_s);
        BuildRun again = buildRun(15, BuildState::Passed, 4, u"ledger-api"_s);
        again.commit = failed.commit;
        failed.pipeline = again.pipeline = u"<b>CI</b>"_s;
        BuildDetail detail;
        detail.runKey = again.key();
        detail.jobs.resize(2);
        detail.jobs[0].id = detail.jobs[0].name = u"build"_s;
        detail.jobs[1].id = detail.jobs[1].name = u"integration tests"_s;
        for (domain::BuildJob &job : detail.jobs)
            job.state = BuildState::Passed;
        put({ failed, again, buildRun(20, BuildState::Passed, 5, u"ledger-replay"_s) }, detail);
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
        QVERIFY2(ofGroup.contains("integration tests in <b>CI</b>"_L1), qPrintable(ofGroup));
        const QString ofRun = toolTip(pane.model().index(0, 0, group()));
        QVERIFY2(ofRun.contains("<b>CI"_L1), qPrintable(ofRun)); // As it is: tool tips are plain text.
        QToolTip::hideText();
        pane.openRun(failed.key());
        QVERIFY2(pane.run().story().contains(u"flaky jobs: integration tests"_s), qPrintable(pane.run().story()));
        // With little room there is still the mark.
        pane.resize(420, 700);
        QTest::keyClick(&pane.run(), Qt::Key_Escape);
        QTRY_VERIFY(pane.view()->isVisible());
        QVERIFY(warnings() > 0);
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

    World m_world;
    QByteArray m_log;
};

QTEST_MAIN(BuildsUiTest)
#include "tst_builds_ui.moc"
