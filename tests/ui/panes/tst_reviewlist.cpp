// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/export.h"
#include "tests/ui/panes/somereviews.h"
#include "tests/ui/panes/world.h"
#include "ui/kit/style.h"
#include "ui/panes/common/columnchoice.h"
#include "ui/panes/reviews/reviewspane.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QTreeView>

using namespace callboard;
using namespace callboard::testkit;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::Review;
using items::ReviewsModel;
using Columns = ReviewsModel::Columns;

namespace {

Review withEverything()
{
    Review one = review(u"7"_s, u"Seven"_s);
    one.verdict = Review::Verdict::Approved;
    one.approvals = 2;
    one.checks = BuildState::Failed;
    one.hasConflicts = true;
    one.additions = 12;
    one.deletions = 3;
    one.changedFiles = 4;
    one.comments = 5;
    one.reviewers = { u"mira.k"_s, u"ines.v"_s };
    one.labels = { u"urgent"_s };
    return one;
}

/// As a pull of the connection brings it.
void bring(testkit::World &world, const QString &connection, const Review &review)
{
    auto pull = world.mirror().beginPull(connection, u"reviews"_s, u"tester"_s);
    QVERIFY(pull);
    (*pull)->put(review.toRecord());
    QVERIFY((*pull)->complete());
}

QStringList idsOf(const ReviewsModel &model)
{
    QStringList ids;
    for (int group = 0; group < model.rowCount(); ++group) {
        for (int row = 0; row < model.rowCount(model.index(group, 0)); ++row)
            ids += model.reviewAt(model.index(row, 0, model.index(group, 0)))->review.id;
    }
    return ids;
}

} // namespace

/// What the Reviews pane shows of reviews, and has their hosts do.
class TestReviewList final : public QObject {
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(m_theme);
    }
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }

    void groupsByWhatIsToBeDone()
    {
        using Group = ReviewsModel::Group;
        Review one = review(u"1"_s, u"One"_s);
        QCOMPARE(ReviewsModel::groupOf(one, now), Group::Others);
        one.updatedAt = now.addDays(-14);
        QCOMPARE(ReviewsModel::groupOf(one, now), Group::Stale);
        one.waitsForMe = true;
        QCOMPARE(ReviewsModel::groupOf(one, now), Group::WaitsForMe);
        one.waitsForMe = false;
        one.isMine = true;
        one.updatedAt = now;
        QCOMPARE(ReviewsModel::groupOf(one, now), Group::MineWaits);
        one.checks = BuildState::Failed;
        QCOMPARE(ReviewsModel::groupOf(one, now), Group::MineFailing);
        one.hasConflicts = true; // What fails is mended first.
        QCOMPARE(ReviewsModel::groupOf(one, now), Group::MineFailing);
        one.checks = BuildState::Passed;
        QCOMPARE(ReviewsModel::groupOf(one, now), Group::MineToMend);

        ReviewsModel model({});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Review merged = review(u"2"_s, u"Two"_s);
        merged.state = Review::State::Merged;
        Review waits = review(u"3"_s, u"Three"_s);
        waits.waitsForMe = true;
        model.setReviews({ { u"h"_s, one, false, false }, { u"h"_s, merged, false, false }, { u"h"_s, waits, false, false } }, now);
        QCOMPARE(model.reviewCount(), 2);
        QCOMPARE(model.index(0, 0, model.index(0, 0)).data().toString(), u"Three"_s);
        // Its host tells no size; then it has none, and not one of nothing.
        const int size = int(ReviewsModel::Columns::Size);
        QCOMPARE(model.index(0, size, model.index(0, 0)).data().toString(), QString());
        waits.additions = 12;
        model.setReviews({ { u"h"_s, one, false, false }, { u"h"_s, waits, false, false } }, now);
        QCOMPARE(model.index(0, size, model.index(0, 0)).data().toString(), u"+12 −0"_s);
        model.setText(u"tobin one"_s);
        QCOMPARE(model.reviewCount(), 1);
        QCOMPARE(model.count(Group::WaitsForMe), 1);
    }

    /// Whatever columns there is room for, all is in the tool tip, and is read out.
    void theTipHasAllOfIt()
    {
        ReviewsModel model({ [](const QString &) { return u"Ledger API"_s; }, [](const QString &) { return u"Team Ledger"_s; } });
        model.setReviews({ { u"h"_s, withEverything(), false, false } }, now);
        const QModelIndex title = model.index(0, 0, model.index(0, 0));
        const QString tip = title.data(Qt::ToolTipRole).toString(), read = title.data(Qt::AccessibleDescriptionRole).toString();
        for (const QString &fact : { u"acme/ledger!7"_s, u"tobin"_s, u"feature"_s, u"Checks: failed, conflicts"_s, u"Verdict: approved by 2"_s, u"Size: +12 −3, 4 file"_s,
                 u"Entity: Ledger API"_s, u"Owner: Team Ledger"_s, u"Reviewers: mira.k, ines.v"_s, u"Labels: urgent"_s }) {
            QVERIFY2(tip.contains(fact), qPrintable(QString(fact + u" in "_s + tip)));
            QVERIFY2(read.contains(fact), qPrintable(QString(fact + u" in "_s + read)));
        }
        QVERIFY(tip.startsWith("Seven\n"_L1));
    }

    void aNarrowPaneSaysItBelow()
    {
        testkit::World world;
        world.fill(testkit::World::company());
        const QString connection = world.workspace().addConnection(u"folder"_s, u"Host"_s, { { u"folder"_s, world.folder() } }).value_or(QString());
        ReviewsPane pane(world.context());
        pane.resize(345, 300);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        bring(world, connection, withEverything());
        QTRY_COMPARE_WITH_TIMEOUT(pane.model().reviewCount(), 1, 20'000);
        const auto title = [&pane] { return pane.model().index(0, 0, pane.model().index(0, 0)); };
        const auto height = [&pane](const QModelIndex &index) { return pane.view()->visualRect(index).height(); };
        const QStringList below = pane.secondLine(title()).split(u" · "_s);
        QCOMPARE(below.size(), 8);
        QCOMPARE(below.first(2), (QStringList { u"approved by 2"_s, u"+12 −3"_s }));
        QCOMPARE(below.last(4), (QStringList { u"asked: mira.k, ines.v"_s, u"urgent"_s, u"acme/ledger!7"_s, u"tobin"_s }));
        // All rows are of one height, so that none is measured when the filter changes.
        const int oneLine = Theme::of(&pane).rowHeight();
        QVERIFY(pane.view()->uniformRowHeights());
        QCOMPARE(height(title()), oneLine + Theme::of(&pane).lineHeight(TextRole::Caption));
        QCOMPARE(height(pane.model().index(0, 0)), height(title()));
        // With room for them they are columns, and the row is one line.
        pane.resize(1600, 300);
        QTRY_COMPARE(pane.secondLine(title()), QString());
        for (int column = 0; column < pane.model().columnCount(); ++column) {
            QVERIFY2(!pane.view()->isColumnHidden(column), qPrintable(pane.model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
            QCOMPARE(pane.model().headerData(column, Qt::Horizontal, Qt::TextAlignmentRole),
                title().siblingAtColumn(column).data(Qt::TextAlignmentRole));
        }
        QCOMPARE(height(title()), oneLine);
    }

    /// Each pull makes the list anew, and so does each key of the filter.
    void aGroupThatWasClosedStaysClosed()
    {
        testkit::World world;
        world.fill(testkit::World::company());
        ReviewsPane pane(world.context());
        pane.resize(900, 400);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        Review asks = review(u"2"_s, u"two"_s);
        asks.waitsForMe = true;
        const std::vector<notices::SeenReview> some { { u"h"_s, review(u"1"_s, u"one"_s), false, false }, { u"h"_s, asks, false, false } };
        ReviewsModel &model = pane.model();
        QTreeView &view = *pane.view();
        model.setReviews(some, now);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(view.isExpanded(model.index(0, 0)) && view.isExpanded(model.index(1, 0)));
        view.setCurrentIndex(model.index(0, 0, model.index(0, 0)));
        view.collapse(model.index(1, 0));
        model.setReviews(some, now);
        QVERIFY(view.isExpanded(model.index(0, 0)) && !view.isExpanded(model.index(1, 0)));
        QCOMPARE(view.currentIndex(), model.index(0, 0, model.index(0, 0)));
        // Even the one around the current row; and one that was opened again stays open.
        view.expand(model.index(1, 0));
        view.collapse(model.index(0, 0));
        model.setReviews(some, now);
        QVERIFY(!view.isExpanded(model.index(0, 0)) && view.isExpanded(model.index(1, 0)));
    }

    void filtersTellThemApart_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("fails") << u"checks:failed"_s << QStringList { u"1"_s };
        QTest::newRow("fails in any way") << u"checks:failed,errored"_s << QStringList { u"1"_s, u"2"_s };
        QTest::newRow("conflicts") << u"checks:conflicts"_s << QStringList { u"2"_s, u"3"_s };
        QTest::newRow("changes wanted") << u"verdict:changes"_s << QStringList { u"4"_s };
        QTest::newRow("not approved") << u"-verdict:approved"_s << QStringList { u"1"_s, u"2"_s, u"4"_s };
        QTest::newRow("reviewer") << u"reviewer:mira"_s << QStringList { u"4"_s };
        QTest::newRow("a word") << u"mira"_s << QStringList { u"4"_s };
    }
    void filtersTellThemApart()
    {
        QFETCH(const QString, filter);
        QFETCH(const QStringList, ids);
        ReviewsModel model({});
        std::vector<notices::SeenReview> all;
        for (const QString &id : { u"1"_s, u"2"_s, u"3"_s, u"4"_s })
            all.push_back({ u"h"_s, review(id, u"Title"_s), false, false });
        all[0].review.checks = BuildState::Failed;
        all[1].review.checks = BuildState::Errored;
        all[1].review.hasConflicts = true;
        all[2].review.hasConflicts = true;
        all[2].review.verdict = Review::Verdict::Approved;
        all[3].review.verdict = Review::Verdict::ChangesRequested;
        all[3].review.reviewers = { u"mira.k"_s };
        model.setReviews(all, now);
        model.setText(filter);
        QStringList found;
        for (int row = 0; row < model.rowCount(model.index(0, 0)); ++row)
            found += model.reviewAt(model.index(row, 0, model.index(0, 0)))->review.id;
        QCOMPARE(found, ids);
    }

    void approvesAtItsHost()
    {
        testkit::World world({ QStringLiteral(FIXTURES "/folderportal") });
        world.fill(testkit::World::company());
        const QTemporaryDir portal;
        const QString connection = world.workspace().addConnection(u"folderportal"_s, u"Host"_s, { { u"folder"_s, portal.path() } }).value_or(QString());
        QVERIFY(world.workspace().waitForIdle(std::chrono::seconds(20)));
        ReviewsPane pane(world.context());
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        QAction *approve = pane.headerActions().first();
        QVERIFY(!approve->isEnabled());
        Review one = review(u"7"_s, u"Seven"_s);
        bring(world, connection, one);
        QTRY_COMPARE_WITH_TIMEOUT(pane.model().reviewCount(), 1, 20'000);
        pane.reveal(connection, one.key());
        QVERIFY(approve->isEnabled());
        QCOMPARE(approve->text(), u"Approve…"_s);
        const auto menu = pane.menu();
        QVERIFY(menu->actions().contains(approve) && menu->findChild<QAction *>(u"act.label"_s) && !menu->findChild<QAction *>(u"act.approveReview"_s));
        // The key asks first; what was said yes to reaches the host with the review's record.
        auto &actions = EntityActions::of(world.context());
        QSignalSpy asks(&actions, &EntityActions::asksFirst);
        QSignalSpy answers(&actions, &EntityActions::answered);
        pane.view()->setFocus();
        QTest::keyClick(pane.view(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(asks.size(), 1);
        const auto offer = asks[0][0].value<EntityActions::Offer>();
        QCOMPARE(offer.record, one.toRecord());
        QCOMPARE(offer.connectionId, connection);
        actions.run(offer, { offer.action.id, offer.entityRef, {}, false, offer.record });
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, 20'000);
        QFile done(portal.filePath(u"asked"_s));
        QVERIFY(done.open(QIODevice::ReadOnly));
        QCOMPARE(done.readAll().trimmed(), QByteArray("approveReview component:default/ledger-api"));
        // A host that forbids it says why, in the button.
        QFile denied(portal.filePath(u"denied"_s));
        QVERIFY(denied.open(QIODevice::WriteOnly) && denied.write("approveReview\nlabel\n") > 0 && denied.flush());
        one.commit = QString(40, u'1');
        bring(world, connection, one);
        QTRY_VERIFY_WITH_TIMEOUT(!approve->isEnabled(), 20'000);
        QVERIFY(approve->text().contains("Only owners may do this."_L1));
        // A menu that is open follows.
        auto *label = menu->findChild<QAction *>(u"act.label"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!label->isEnabled(), 20'000);
        QVERIFY(label->text().contains("Only owners may do this."_L1));
        QTest::keyClick(pane.view(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(asks.size(), 1);
    }

    void whyItCannotBeApprovedNow()
    {
        testkit::World world({ QStringLiteral(FIXTURES "/overnetwork") });
        world.fill(testkit::World::company());
        const QString connection = world.workspace().addConnection(u"overnetwork"_s, u"Far"_s, {}).value_or(QString());
        QVERIFY(world.workspace().waitForIdle(std::chrono::seconds(20)));
        ReviewsPane pane(world.context());
        const Review asked = review(u"7"_s, u"Seven"_s);
        bring(world, connection, asked);
        QTRY_COMPARE_WITH_TIMEOUT(pane.model().reviewCount(), 1, 20'000);
        pane.reveal(connection, asked.key());
        QAction *approve = pane.headerActions().first();
        QVERIFY(approve->isEnabled());
        world.workspace().setWorkOffline(true);
        QTRY_VERIFY(!approve->isEnabled());
        QVERIFY(approve->text().contains("You work offline."_L1));
        world.workspace().setWorkOffline(false);
        QTRY_VERIFY(approve->isEnabled());
    }

    void sortsWithinGroups_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QStringList>("ascending");
        QTest::newRow("title") << int(Columns::Title) << QStringList { u"2"_s, u"3"_s, u"1"_s };
        QTest::newRow("checks: what wants eyes first") << int(Columns::Checks) << QStringList { u"3"_s, u"2"_s, u"1"_s };
        QTest::newRow("verdict") << int(Columns::Verdict) << QStringList { u"2"_s, u"1"_s, u"3"_s };
        QTest::newRow("size, not its text") << int(Columns::Size) << QStringList { u"1"_s, u"3"_s, u"2"_s };
        QTest::newRow("age") << int(Columns::Age) << QStringList { u"3"_s, u"2"_s, u"1"_s };
    }
    void sortsWithinGroups()
    {
        QFETCH(const int, column);
        QFETCH(const QStringList, ascending);
        std::vector<notices::SeenReview> all { { u"h"_s, review(u"1"_s, u"cc"_s), false, false }, { u"h"_s, review(u"2"_s, u"aa"_s), false, false },
            { u"h"_s, review(u"3"_s, u"bb"_s), false, false }, { u"h"_s, review(u"4"_s, u"zz"_s), false, false } };
        for (int at = 0; at < 3; ++at)
            all[size_t(at)].review.createdAt = now.addSecs(-at);
        all[0].review.checks = BuildState::Passed;
        all[0].review.additions = 9;
        all[1].review.hasConflicts = true;
        all[1].review.additions = 100;
        all[1].review.verdict = Review::Verdict::ChangesRequested;
        all[2].review.checks = BuildState::Failed;
        all[2].review.deletions = 20;
        all[2].review.verdict = Review::Verdict::Approved;
        all[3].review.waitsForMe = true; // A group of its own, which stays first.
        ReviewsModel model({});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReviews(all, now);
        model.sort(column, Qt::AscendingOrder);
        QCOMPARE(idsOf(model), QStringList { u"4"_s } + ascending);
        model.sort(column, Qt::DescendingOrder);
        QCOMPARE(idsOf(model), (QStringList { u"4"_s, ascending[2], ascending[1], ascending[0] }));
        model.sort(-1);
        QCOMPARE(idsOf(model), (QStringList { u"4"_s, u"3"_s, u"2"_s, u"1"_s })); // What waits longest.
    }

    void exportsWhatProgramsRead()
    {
        ReviewsModel model({ [](const QString &) { return u"Ledger API"_s; }, [](const QString &) { return u"Team Ledger"_s; } });
        model.setReviews({ { u"h"_s, withEverything(), false, false } }, now);
        const QByteArray json = items::exportModel(model, items::ExportFormat::Json, { int(Columns::Title), int(Columns::Checks), int(Columns::Verdict), int(Columns::Size), int(Columns::Age), int(Columns::Number) });
        for (const QByteArray &member : { R"("title": "Seven")"_ba, R"("checks": "failed, conflicts")"_ba, R"("verdict": "approved")"_ba, R"("size": "12/3")"_ba,
                 R"("created": "2026-11-25T12:00:00Z")"_ba, R"("number": "acme/ledger!7")"_ba })
            QVERIFY2(json.contains(member), QByteArray(member + " in " + json).constData());
    }

    void columnsAreChosenAndStaySo()
    {
        testkit::World world;
        QJsonObject state;
        {
            ReviewsPane pane(world.context());
            pane.resize(345, 300);
            pane.show();
            QVERIFY(QTest::qWaitForWindowExposed(&pane));
            const auto isHidden = [&pane](Columns column) { return pane.view()->isColumnHidden(int(column)); };
            QVERIFY(isHidden(Columns::Labels) && isHidden(Columns::Owner) && !isHidden(Columns::Age));
            // Whoever asks for one has it, however narrow the pane; whoever does not want one never has it.
            pane.columns().setWanted(int(Columns::Labels), true);
            pane.columns().setWanted(int(Columns::Owner), false);
            QVERIFY(!isHidden(Columns::Labels));
            pane.resize(1600, 300);
            QTRY_VERIFY(!isHidden(Columns::Author));
            QVERIFY(isHidden(Columns::Owner));
            // Sorted by the menu as by the head.
            const auto sortBy = [&pane](const QString &text) {
                QMenu menu;
                pane.columns().fillSortMenu(menu);
                for (QAction *by : menu.actions()) {
                    if (by->text() == text)
                        by->trigger();
                }
                return pane.view()->header()->sortIndicatorSection();
            };
            QCOMPARE(sortBy(u"Age"_s), int(Columns::Age));
            QCOMPARE(sortBy(u"As it comes"_s), -1);
            const auto menu = pane.menu();
            QVERIFY(std::ranges::any_of(menu->actions(), [](const QAction *sub) { return sub->menu() && sub->text() == "Sort by"_L1; }));
            QCOMPARE(sortBy(u"Size"_s), int(Columns::Size));
            state = pane.saveState();
        }
        ReviewsPane pane(world.context());
        pane.resize(345, 300);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        pane.restoreState(state);
        QVERIFY(!pane.view()->isColumnHidden(int(Columns::Labels)) && pane.view()->isColumnHidden(int(Columns::Verdict)));
        QCOMPARE(pane.view()->header()->sortIndicatorSection(), int(Columns::Size));
        QVERIFY(!pane.columns().wanted().contains(int(Columns::Owner)) && pane.columns().wanted().contains(int(Columns::Verdict))); // There is no room: exported all the same.
        QMenu usual;
        pane.columns().fillMenu(usual);
        usual.actions().constLast()->trigger();
        QVERIFY(pane.columns().wanted().contains(int(Columns::Owner)) && pane.view()->isColumnHidden(int(Columns::Labels)));
        QCOMPARE(pane.view()->header()->sortIndicatorSection(), -1); // As it was made.
    }
};

QTEST_MAIN(TestReviewList)
#include "tst_reviewlist.moc"
