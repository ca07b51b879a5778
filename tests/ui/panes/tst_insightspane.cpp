// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagelog.h"
#include "tests/ui/panes/world.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/insights/behinddialog.h"
#include "ui/panes/insights/dashboard.h"
#include "ui/panes/insights/insightscards.h"
#include "ui/panes/insights/insightspane.h"
#include "ui/panes/insights/keptpage.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <cmath>

using namespace callboard;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using namespace Qt::StringLiterals;
using insights::UsageDeed;

namespace {

const QString ledger = u"component:default/ledger-api"_s;

insights::UsageEvent did(int daysAgo, UsageDeed deed, const QString &what, const QString &about = {}, qint64 hits = -1)
{
    insights::UsageEvent one;
    one.at = QDateTime::currentDateTimeUtc().addDays(-daysAgo).toMSecsSinceEpoch();
    one.deed = deed;
    one.what = what;
    one.about = about;
    one.hits = hits;
    return one;
}

} // namespace

class TestInsightsPane final : public QObject {
    Q_OBJECT

    Theme m_theme;

    /// Ten things done in the last weeks, and the company's catalog.
    static void fill(testkit::World &world)
    {
        world.fill(testkit::World::company());
        auto &log = insights::UsageLog::of(world.mirror());
        for (int at = 0; at < 5; ++at)
            log.record(did(at * 7, UsageDeed::OpenedEntity, u"catalog"_s, ledger));
        for (int at = 0; at < 3; ++at)
            log.record(did(at, UsageDeed::Searched, u"berth fees"_s, {}, 0));
        log.record(did(1, UsageDeed::OpenedPane, u"docs"_s));
        log.record(did(300, UsageDeed::OpenedPane, u"map"_s));
        log.flush();
    }
    static void waitFor(InsightsPane &pane)
    {
        QTRY_VERIFY_WITH_TIMEOUT(!pane.isBusy() && pane.answer().state, 60'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(m_theme);
    }
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }

    void showsWhatWasDone()
    {
        testkit::World world;
        fill(world);
        InsightsPane pane(world.context());
        pane.resize(1000, 700);
        pane.show();
        waitFor(pane);
        QTRY_VERIFY_WITH_TIMEOUT(pane.answer().hasOwn(), 60'000);
        auto *entities = pane.dashboard(InsightsSection::Own).card(u"own.entities"_s);
        QCOMPARE(entities->table().rowCount(), 1);
        QCOMPARE(entities->table().value(0, 0), 5.0);
        auto *nothing = pane.dashboard(InsightsSection::Own).card(u"own.nothing"_s);
        QCOMPARE(nothing->table().index(0, 0).data().toString(), u"berth fees"_s);
        QCOMPARE(nothing->table().value(0, 0), 3.0);
        // What was done longer ago than is asked for does not count, until it is asked for.
        QCOMPARE(pane.dashboard(InsightsSection::Own).card(u"own.panes"_s)->table().rowCount(), 1);
        InsightsQuestion question = pane.question();
        question.days = 1'095;
        pane.setQuestion(question);
        QTRY_COMPARE_WITH_TIMEOUT(pane.dashboard(InsightsSection::Own).card(u"own.panes"_s)->table().rowCount(), 2, 60'000);
        // Nobody tells of the organisation, and the catalog is what was put there.
        QVERIFY(!pane.dashboard(InsightsSection::Organisation).card(u"organisation.active"_s)->chart().isDrawn());
        const ChartTable &growth = pane.dashboard(InsightsSection::Catalog).card(u"catalog.growth"_s)->table();
        QCOMPARE(growth.value(growth.rowCount() - 1, 0), double(testkit::World::company().size()));
    }

    /// While nobody sees it nothing is counted, and what it holds is not read for it; shown again, it has caught up.
    void restsWhileHidden()
    {
        testkit::World world;
        fill(world);
        InsightsPane pane(world.context());
        pane.show();
        waitFor(pane);
        const auto opened = [&] { return pane.dashboard(InsightsSection::Own).card(u"own.entities"_s)->table().value(0, 0); };
        QTRY_COMPARE_WITH_TIMEOUT(opened(), 5.0, 60'000);
        waitFor(pane);
        pane.hide();
        auto &live = insights::LiveInsights::of(world.mirror());
        const auto before = live.state(), answered = pane.answer().state;
        auto &log = insights::UsageLog::of(world.mirror());
        log.record(did(0, UsageDeed::OpenedEntity, u"catalog"_s, ledger));
        InsightsQuestion question = pane.question();
        question.days = 365;
        pane.setQuestion(question);
        log.flush();
        QVERIFY(!pane.isBusy());
        // Somebody else wants to know.
        {
            QObject other;
            live.want(&other);
            QTRY_VERIFY_WITH_TIMEOUT(live.state() != before && live.state()->own.index->size() == 11, 60'000);
            QVERIFY(!pane.isBusy());
            QCOMPARE(pane.answer().state, answered);
        }
        pane.show();
        QVERIFY(pane.isBusy());
        QTRY_COMPARE_WITH_TIMEOUT(opened(), 6.0, 60'000);
        QCOMPARE(pane.dashboard(InsightsSection::Own).card(u"own.panes"_s)->table().rowCount(), 2);
    }

    /// A portal that counts by itself tells runs; what each saves, the catalog's templates say.
    void timeSavedIsOfThePortalsCounts()
    {
        auto state = std::make_shared<insights::InsightsState>();
        state->own.minutesSaved = std::make_shared<const QHash<QString, qint64>>(QHash<QString, qint64> { { u"template:default/go-service"_s, 30 } });
        const QDate today(2026, 11, 28);
        insights::UsageSource source;
        source.tables = { { u"templates"_s, today.addDays(-27), today, domain::UsageStep::Day,
            { { {}, u"template:default/go-service"_s, {}, 4, 0, 0, {} }, { {}, u"template:default/says-nothing"_s, {}, 9, 0, 0, {} } } } };
        state->sources.push_back(source);
        InsightsAnswer answer;
        answer.state = state;
        answer.source = 0;
        answer.question.days = 28;
        const auto cards = insightsCards();
        const auto card = std::ranges::find(cards, u"organisation.saved"_s, &CardSpec::id);
        QVERIFY(card != cards.end());
        const CardContent content = card->make(answer);
        QCOMPARE(content.chart.rows.size(), 1u);
        QCOMPARE(content.chart.rows[0].key, u"template:default/go-service"_s);
        QCOMPARE(content.chart.series[0].values[0], 120.0 * 60'000);
        QVERIFY2(content.note.contains(u"28"_s), qPrintable(content.note));
        QCOMPARE(content.total, u"2 h in all"_s);
        QCOMPARE(card->all(answer).rows.size(), 1u);
    }

    /// A portal that counts by itself tells days; they are shown in the steps and the time that are asked for.
    void searchesAreOfThePortalsCounts()
    {
        auto state = std::make_shared<insights::InsightsState>();
        const QDate monday(2026, 11, 23), today = monday.addDays(4);
        insights::UsageSource source;
        source.tables = { { u"searches"_s, today.addDays(-364), today, domain::UsageStep::Day,
            { { monday.addDays(-30), {}, {}, 50, 0, 0, {} }, { monday.addDays(-3), {}, {}, 4, 0, 0, {} }, { monday, {}, {}, 2, 0, 0, {} }, { monday.addDays(1), {}, {}, 5, 0, 0, {} } } } };
        state->sources.push_back(source);
        InsightsAnswer answer;
        answer.state = state;
        answer.source = 0;
        answer.question.days = 12;
        answer.organisationQuestion.time = { monday.addDays(-7), today, domain::UsageStep::Week };
        const auto cards = insightsCards();
        const auto card = std::ranges::find(cards, u"organisation.searches"_s, &CardSpec::id);
        QVERIFY(card != cards.end());
        const CardContent content = card->make(answer);
        QCOMPARE(content.chart.series.size(), 1u); // What found nothing is not told.
        QCOMPARE(content.chart.series[0].values, (std::vector<double> { 4, 7 }));
        const BehindList list = card->behind(answer, content.chart.rows[1].key, u"searches"_s);
        QCOMPARE(list.rows.size(), 2u);
        QCOMPARE(list.rows[1].cells[1], QLocale().toString(5));
        QVERIFY(!list.note.isEmpty()); // No words behind it.
        // Nobody tells of it: the card says so.
        state->sources[0].tables.clear();
        const CardContent nothing = card->make(answer);
        QVERIFY(nothing.chart.rows.empty() && !nothing.headline.isEmpty());
    }

    /// The portal counts by day, week and month of a year: shown are the steps and the time that are asked for, and who may come at all.
    void activePeopleAreInTheTimeAskedFor()
    {
        auto state = std::make_shared<insights::InsightsState>();
        const QDate monday(2026, 11, 23), today = monday.addDays(4);
        using domain::UsageStep;
        insights::UsageSource source;
        const QDate from = today.addDays(-364);
        source.tables = { { u"activePeople"_s, from, today, UsageStep::Day, { { monday.addDays(-30), {}, {}, 8, 1, 7, {} }, { monday, {}, {}, 3, 1, 2, {} } } },
            { u"activePeople"_s, from, today, UsageStep::Week, { { monday.addDays(-70), {}, {}, 9, 9, 0, {} }, { monday, {}, {}, 6, 2, 4, {} } } },
            { u"people"_s, today.addDays(-27), today, UsageStep::Day, { { {}, {}, {}, 11, 250, 0, {} } } },
            { u"people"_s, today.addDays(-6), today, UsageStep::Day, { { {}, {}, {}, 7, 250, 0, {} } } } };
        state->sources.push_back(source);
        InsightsAnswer answer;
        answer.state = state;
        answer.source = 0;
        const auto cards = insightsCards();
        const auto card = std::ranges::find(cards, u"organisation.active"_s, &CardSpec::id);
        QVERIFY(card != cards.end());
        const auto shown = [&](int days, const insights::UsageTime &time) {
            answer.question.days = days;
            answer.organisationQuestion.time = time;
            return card->make(answer);
        };
        CardContent content = shown(5, { monday, today, UsageStep::Day });
        QCOMPARE(content.chart.series[0].values, (std::vector<double> { 3, 0, 0, 0, 0 }));
        QCOMPARE(content.chart.series[2].values[0], 2.0);
        QVERIFY2(content.note.contains(u"250"_s) && content.note.contains(u"7"_s) && !content.note.contains(u"28"_s), qPrintable(content.note));
        content = shown(28, { monday.addDays(-21), today, UsageStep::Week });
        QCOMPARE(content.chart.series[0].values, (std::vector<double> { 0, 0, 0, 6 }));
        // After it ended, nobody has counted: that is not none.
        content = shown(7, { monday, today.addDays(2), UsageStep::Day });
        QCOMPARE(content.chart.series[0].values[4], 0.0);
        QVERIFY(std::isnan(content.chart.series[0].values[5]) && std::isnan(content.chart.series[0].values[6]));
        // Before it counts, nothing is known; without such steps, those that there are.
        content = shown(1'095, { from.addDays(-14), today, UsageStep::Month });
        QVERIFY(content.chart.rows.size() > 300); // By day.
        QVERIFY(std::isnan(content.chart.series[0].values[0]));
        QCOMPARE(content.chart.series[0].values.back(), 0.0);
    }

    /// What a portal counted is of everybody: it is told apart where its rows say of what, and says so where it is not.
    void whatCannotBeFilteredSaysSo()
    {
        auto state = std::make_shared<insights::InsightsState>();
        const QDate today(2026, 11, 28);
        insights::UsageSource source;
        const auto row = [](const QString &subject, qint64 count) { return domain::UsageTable::Row { {}, subject, {}, count, 0, 0, {} }; };
        source.tables = { { u"entities"_s, today.addDays(-27), today, domain::UsageStep::Day, { row(ledger, 9), row(u"api:default/books"_s, 4) } },
            { u"plugins"_s, today.addDays(-27), today, domain::UsageStep::Day, { row(u"catalog"_s, 30) } } };
        state->sources.push_back(source);
        InsightsAnswer answer;
        answer.state = state;
        answer.source = 0;
        answer.question.days = 28;
        const auto cards = insightsCards();
        const auto shown = [&](const QString &id) { return std::ranges::find(cards, id, &CardSpec::id)->make(answer); };
        const QString before = shown(u"organisation.entities"_s).note;
        QCOMPARE(shown(u"organisation.entities"_s).chart.rows.size(), 2u);
        QCOMPARE(shown(u"organisation.plugins"_s).note, before);
        answer.organisationQuestion.kind = u"api"_s;
        const CardContent apis = shown(u"organisation.entities"_s);
        QCOMPARE(apis.chart.rows.size(), 1u);
        QCOMPARE(apis.chart.rows[0].key, u"api:default/books"_s);
        QCOMPARE(apis.note, before);
        const CardContent plugins = shown(u"organisation.plugins"_s);
        QCOMPARE(plugins.chart.rows.size(), 1u);
        QVERIFY2(plugins.note.contains(u"all kinds"_s), qPrintable(plugins.note));
        answer.organisationQuestion.team = u"group:default/ledger"_s;
        QVERIFY(shown(u"organisation.entities"_s).note.contains(u"all teams"_s));
    }

    void modelsHold()
    {
        testkit::World world;
        fill(world);
        InsightsPane pane(world.context());
        for (const InsightsSection section : { InsightsSection::Own, InsightsSection::Organisation, InsightsSection::Catalog }) {
            for (const QString &id : pane.dashboard(section).order())
                new QAbstractItemModelTester(&pane.dashboard(section).card(id)->table(), QAbstractItemModelTester::FailureReportingMode::QtTest, &pane);
        }
        new QAbstractItemModelTester(&pane.keptPage().model(), QAbstractItemModelTester::FailureReportingMode::QtTest, &pane);
        pane.show();
        waitFor(pane);
        pane.sections()->setCurrentIndex(3);
        QTRY_COMPARE_WITH_TIMEOUT(pane.keptPage().model().rowCount(), 10, 60'000);
        for (const int days : { 7, 28, 365 }) {
            InsightsQuestion question = pane.question();
            question.days = days;
            question.kind = u"component"_s;
            pane.setQuestion(question);
            waitFor(pane);
        }
    }

    /// The journey of somebody without a mouse: to a chart, along it, to the list behind a value, to the entity in it.
    void keyboardReachesTheList()
    {
        testkit::World world;
        fill(world);
        InsightsPane pane(world.context());
        pane.resize(1000, 700);
        pane.show();
        waitFor(pane);
        QTRY_VERIFY_WITH_TIMEOUT(pane.answer().hasOwn(), 60'000);
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        ChartCard *entities = pane.dashboard(InsightsSection::Own).card(u"own.entities"_s);
        entities->chart().setFocus();
        QTest::keyClick(&entities->chart(), Qt::Key_Down);
        QTest::keyClick(&entities->chart(), Qt::Key_Return);
        QPointer dialog = pane.findChild<BehindDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isFilled(), 60'000);
        QAbstractItemModelTester tester(&dialog->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(dialog->model().rowCount(), 5);
        QTest::keyClick(dialog->view(), Qt::Key_Return);
        QCOMPARE(world.focus().target().ref, ledger);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, 60'000);
        // And to the list behind the number of all.
        QCOMPARE(entities->total().text(), u"1 in all"_s);
        QVERIFY(entities->total().focusPolicy() & Qt::TabFocus);
        QTest::keyClick(&entities->total(), Qt::Key_Space);
        dialog = pane.findChild<BehindDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isFilled(), 60'000);
        QCOMPARE(dialog->model().rowCount(), 1);
        QCOMPARE(dialog->model().index(0, 1).data().toString(), u"5"_s);
    }

    /// As many in the list as the number says, for every value of every card.
    void everyNumberHasItsList()
    {
        testkit::World world;
        fill(world);
        InsightsPane pane(world.context());
        pane.show();
        waitFor(pane);
        QTRY_VERIFY_WITH_TIMEOUT(pane.answer().hasOwn(), 60'000);
        const InsightsAnswer &answer = pane.answer();
        int compared = 0;
        for (const CardSpec &card : insightsCards()) {
            const ChartContent chart = card.make(answer).chart;
            if (chart.unit != ChartUnit::Count || card.id.endsWith("unopened"_L1))
                continue;
            for (const ChartSeries &series : chart.series) {
                for (size_t row = 0; row < chart.rows.size(); ++row) {
                    if (row >= series.values.size() || std::isnan(series.values[row]))
                        continue;
                    const BehindList list = card.behind(answer, chart.rows[row].key, series.key);
                    QVERIFY2(double(list.rows.size()) == series.values[row],
                        qPrintable(u"%1, %2, %3: %4 for %5"_s.arg(card.id, chart.rows[row].key, series.key).arg(list.rows.size()).arg(series.values[row])));
                    ++compared;
                }
            }
        }
        QVERIFY2(compared > 30, qPrintable(QString::number(compared)));
    }

    void arrangementIsKept()
    {
        testkit::World world;
        QJsonObject state;
        QStringList order;
        {
            InsightsPane pane(world.context());
            pane.resize(1000, 700);
            pane.show();
            Dashboard &own = pane.dashboard(InsightsSection::Own);
            const QString first = own.order()[0], second = own.order()[1];
            QVERIFY(QTest::qWaitForWindowActive(&pane));
            own.card(first)->chart().setFocus();
            QTest::keyClick(&own.card(first)->chart(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
            QCOMPARE(own.order()[0], second);
            QCOMPARE(own.order()[1], first);
            own.move(second, -1); // Beyond the end.
            QCOMPARE(own.order()[0], second);
            own.setHidden(u"own.actions"_s, true);
            QVERIFY(!own.card(u"own.actions"_s)->isVisible());
            own.card(first)->setShowsTable(true);
            InsightsQuestion question = pane.question();
            question.days = 182;
            pane.setQuestion(question);
            pane.sections()->setCurrentIndex(2);
            order = own.order();
            state = pane.saveState();
        }
        // What another version knew, or somebody wrote, does no harm.
        QJsonObject own = state[u"own"].toObject();
        QJsonArray ids = own[u"order"].toArray();
        ids.prepend(u"no.such"_s);
        ids.append(ids[1]);
        own[u"order"] = ids;
        state[u"own"] = own;
        InsightsPane pane(world.context());
        pane.restoreState(state);
        QCOMPARE(pane.dashboard(InsightsSection::Own).order(), order);
        QVERIFY(pane.dashboard(InsightsSection::Own).isHidden(u"own.actions"_s));
        QVERIFY(pane.dashboard(InsightsSection::Own).card(order[1])->showsTable());
        QCOMPARE(pane.question().days, 182);
        QCOMPARE(pane.sections()->currentIndex(), 2);
    }

    /// A row of cards with a bar or two does not take the room of a chart; shown as a table, a card has it all.
    void cardsAreAsHighAsWhatTheyHold()
    {
        testkit::World world;
        InsightsPane pane(world.context());
        pane.resize(500, 700); // One column.
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        Dashboard &own = pane.dashboard(InsightsSection::Own);
        ChartCard *line = own.card(u"own.active"_s), *bars = own.card(u"own.entities"_s), *below = own.card(u"own.panes"_s);
        QVERIFY(line && bars && below);
        const int whole = line->height();
        QVERIFY(bars->height() < whole);
        QCOMPARE(below->y(), bars->geometry().bottom() + 1 + bars->y() - line->geometry().bottom() - 1);
        bars->setShowsTable(true);
        QCOMPARE(bars->height(), whole);
        QVERIFY(below->y() > bars->geometry().bottom());
    }

    void aCardIsDraggedByItsTitle()
    {
        testkit::World world;
        InsightsPane pane(world.context());
        pane.resize(1000, 700);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        Dashboard &own = pane.dashboard(InsightsSection::Own);
        ChartCard *first = own.card(own.order()[0]), *third = own.card(own.order()[2]);
        const QString id = own.order()[0];
        const QPoint to = third->mapTo(&pane, third->rect().center());
        QTest::mousePress(first, Qt::LeftButton, {}, QPoint(60, 10));
        QMouseEvent moved(QEvent::MouseMove, first->mapFrom(&pane, to), pane.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(first, &moved);
        QTest::mouseRelease(first, Qt::LeftButton, {}, QPoint(60, 10));
        QCOMPARE(own.order().indexOf(id), 2);
    }

    void whatIsKeptCanBeErasedAndEnded()
    {
        testkit::World world;
        fill(world);
        InsightsPane pane(world.context());
        pane.resize(1000, 700);
        pane.sections()->setCurrentIndex(3);
        pane.show();
        KeptPage &kept = pane.keptPage();
        QTRY_COMPARE_WITH_TIMEOUT(kept.model().rowCount(), 10, 60'000);
        QVERIFY(!kept.eraseSelectedButton()->isEnabled());
        kept.view()->selectRow(0);
        QVERIFY(kept.eraseSelectedButton()->isEnabled());
        // What is recorded meanwhile moves what is selected down, and takes nothing from it.
        const qint64 selected = kept.model().row(0).id;
        insights::UsageLog::of(world.mirror()).record(UsageDeed::OpenedPane, u"builds"_s);
        QTRY_COMPARE_WITH_TIMEOUT(kept.model().rowCount(), 11, 60'000);
        QCOMPARE(kept.view()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(kept.model().row(kept.view()->selectionModel()->selectedRows().front().row()).id, selected);
        kept.eraseSelectedButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(kept.model().rowCount(), 10, 60'000);
        auto &log = insights::UsageLog::of(world.mirror());
        QVERIFY(kept.recordSwitch()->isChecked());
        kept.recordSwitch()->click();
        QVERIFY(!log.options().enabled);
        log.record(UsageDeed::OpenedPane, u"docs"_s);
        log.flush();
        QSignalSpy counted(&kept.model(), &KeptModel::counted);
        kept.model().reload();
        QTRY_VERIFY_WITH_TIMEOUT(!counted.isEmpty(), 60'000);
        QCOMPARE(kept.model().rowCount(), 10); // Nothing was recorded.
        kept.eraseAllButton()->click(); // Once asks.
        QVERIFY(log.newest() > 0 && !log.options().enabled);
        QCOMPARE(log.page(0, 100)->size(), size_t(10));
        kept.eraseAllButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(kept.model().rowCount(), 0, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!kept.eraseAllButton()->isEnabled(), 60'000);
    }

    void reportIsAPdf()
    {
        testkit::World world;
        fill(world);
        InsightsPane pane(world.context());
        pane.resize(1000, 700);
        pane.show();
        waitFor(pane);
        QTRY_VERIFY_WITH_TIMEOUT(pane.answer().hasOwn(), 60'000);
        QSignalSpy reported(&pane, &InsightsPane::reported);
        const QString name = world.folder() + u"/report.pdf"_s;
        pane.dashboard(InsightsSection::Own).card(u"own.entities"_s)->setShowsTable(true);
        const auto parts = pane.reportParts();
        const auto part = [&parts](QStringView title) {
            return std::ranges::find_if(parts, [title](const auto &one) { return one.content.title == title; });
        };
        QVERIFY(part(u"Entities you opened") != parts.end() && part(u"Entities you opened")->asTable);
        QVERIFY(part(u"Panes you used") != parts.end() && !part(u"Panes you used")->asTable);
        pane.writeReport(name);
        QTRY_COMPARE_WITH_TIMEOUT(reported.size(), 1, 60'000);
        QVERIFY2(reported.first().first().toBool(), qPrintable(reported.first().last().toString()));
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-") && bytes.trimmed().endsWith("%%EOF"));
        QVERIFY(bytes.contains("/Type /Page\n"));
        pane.writeReport(world.folder() + u"/no/such/report.pdf"_s);
        QTRY_COMPARE_WITH_TIMEOUT(reported.size(), 2, 60'000);
        QVERIFY(!reported.last().first().toBool());
        QVERIFY(!reported.last().last().toString().isEmpty());
    }
};

QTEST_MAIN(TestInsightsPane)
#include "tst_insightspane.moc"
