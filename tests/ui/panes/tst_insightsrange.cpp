// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagelog.h"
#include "tests/ui/panes/world.h"
#include "ui/kit/chartexport.h"
#include "ui/kit/style.h"
#include "ui/panes/insights/dashboard.h"
#include "ui/panes/insights/insightscards.h"
#include "ui/panes/insights/insightspane.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace callboard;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using namespace Qt::StringLiterals;
using domain::UsageStep;
using domain::UsageTable;
using insights::UsageDeed;

namespace {

const QDate from(2026, 3, 2), to(2026, 3, 29); // A Monday, and a Sunday.

UsageTable table(const QString &measure, const QDate &first, const QDate &last, bool chosen, const std::vector<UsageTable::Row> &rows, UsageStep step = UsageStep::Day)
{
    return { measure, first, last, step, rows, chosen };
}

UsageTable::Row ranked(const QString &subject, qint64 count) { return { {}, subject, {}, count, 0, 0, {} }; }

/// A portal that counts by itself, asked about the time above.
InsightsAnswer answerWith(const std::vector<UsageTable> &tables)
{
    auto state = std::make_shared<insights::InsightsState>();
    insights::UsageSource source;
    source.tables = tables;
    state->sources.push_back(source);
    InsightsAnswer answer;
    answer.state = state;
    answer.source = 0;
    answer.question.choose(from, to);
    answer.organisationQuestion.time = answer.ownQuestion.time = answer.question.time(QDate(2026, 11, 28));
    return answer;
}

CardContent shown(const QString &card, const InsightsAnswer &answer)
{
    const auto cards = insightsCards();
    const auto found = std::ranges::find(cards, card, &CardSpec::id);
    return found == cards.end() ? CardContent {} : found->make(answer);
}

} // namespace

/// The time between two days that somebody chose, wherever insights ask about a time.
class TestInsightsRange final : public QObject {
    Q_OBJECT

    Theme m_theme;

    static void waitFor(InsightsPane &pane) { QTRY_VERIFY_WITH_TIMEOUT(!pane.isBusy() && pane.answer().state, 60'000); }
    static QComboBox *period(InsightsPane &pane)
    {
        for (QComboBox *box : pane.findChildren<QComboBox *>()) {
            if (box->accessibleName() == "Period"_L1)
                return box;
        }
        return nullptr;
    }
    static QDateEdit *day(InsightsPane &pane, const QString &name)
    {
        for (QDateEdit *edit : pane.findChildren<QDateEdit *>()) {
            if (edit->accessibleName() == name)
                return edit;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(m_theme);
    }
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }

    void aTimeIsJustThat()
    {
        const QDate today(2026, 11, 28);
        InsightsQuestion question;
        question.choose(to, from); // In whatever order.
        QCOMPARE(question.time(today), (insights::UsageTime { from, to, UsageStep::Day }));
        question.choose(QDate(2026, 1, 7), QDate(2026, 5, 9)); // No whole weeks: nothing beside it counts.
        QCOMPARE(question.time(today), (insights::UsageTime { QDate(2026, 1, 7), QDate(2026, 5, 9), UsageStep::Week }));
        question.choose(QDate(2024, 1, 7), QDate(2026, 5, 9));
        QCOMPARE(question.time(today).step, UsageStep::Month);
        question.choose(today, today);
        QCOMPARE(question.time(today), (insights::UsageTime { today, today, UsageStep::Day }));
        question.choose(today, today.addDays(30)); // Days to come are none.
        QCOMPARE(question.time(today), (insights::UsageTime { today, today, UsageStep::Day }));
        question.choose(QDate(1, 1, 1), QDate(9999, 12, 31));
        QCOMPARE(question.from.daysTo(question.to) + 1, 3'660);
        question.choose(from, to);
        QCOMPARE(InsightsQuestion::fromJson(question.toJson()), question);
        QJsonObject odd = question.toJson();
        odd[u"from"] = u"the day before yesterday"_s;
        QVERIFY(!InsightsQuestion::fromJson(odd).isChosen());
        QVERIFY(!InsightsQuestion::fromJson({}).isChosen());
    }

    /// What the portal counted of that time, and not of the last days, be they as many.
    void portalsAreShownAsCountedForIt()
    {
        const QDate today(2026, 11, 28);
        auto tables = std::vector { table(u"plugins"_s, today.addDays(-27), today, false, { ranked(u"catalog"_s, 30) }) };
        // As long as it was not asked about it.
        CardContent plugins = shown(u"organisation.plugins"_s, answerWith(tables));
        QVERIFY(plugins.chart.rows.empty());
        QCOMPARE(plugins.headline, u"Not counted yet"_s);
        QCOMPARE(shown(u"organisation.searched"_s, answerWith(tables)).headline, u"Nobody tells of this"_s); // Nor ever will.
        QCOMPARE(shown(u"organisation.plugins"_s, answerWith({})).headline, u"Nobody tells of this"_s);
        tables.push_back(table(u"plugins"_s, from.addDays(1), to, true, { ranked(u"catalog"_s, 5) })); // Of another time.
        QVERIFY(shown(u"organisation.plugins"_s, answerWith(tables)).chart.rows.empty());
        tables.push_back(table(u"plugins"_s, from, to, true, { ranked(u"catalog"_s, 7) }));
        plugins = shown(u"organisation.plugins"_s, answerWith(tables));
        QCOMPARE(plugins.chart.series[0].values, std::vector<double> { 7 });
        QVERIFY2(plugins.note.contains(QLocale().toString(from, QLocale::ShortFormat)), qPrintable(plugins.note));
        QCOMPARE(plugins.chart.time, u"2026-03-02/2026-03-29"_s);
        // And the last days are not that time.
        InsightsAnswer lately = answerWith(tables);
        lately.question = {};
        lately.question.days = 28;
        QCOMPARE(shown(u"organisation.plugins"_s, lately).chart.series[0].values, std::vector<double> { 30 });
    }

    /// Days that are known anyway need not be waited for; weeks of people would be other weeks.
    void daysAreTrueOfEachTime()
    {
        const QDate today(2026, 11, 28), begun = today.addDays(-364);
        const auto searches = table(u"searches"_s, begun, today, false, { { from.addDays(1), {}, {}, 4, 0, 0, {} }, { to.addDays(1), {}, {}, 9, 0, 0, {} } });
        const auto people = [&](UsageStep step, const QDate &first, const QDate &last, bool chosen, qint64 count) {
            return table(u"activePeople"_s, first, last, chosen, { { from, {}, {}, count, 1, count - 1, {} } }, step);
        };
        std::vector<UsageTable> tables { searches, people(UsageStep::Day, begun, today, false, 3), people(UsageStep::Week, begun, today, false, 11) };
        InsightsAnswer answer = answerWith(tables);
        CardContent content = shown(u"organisation.searches"_s, answer);
        QCOMPARE(content.chart.rows.size(), 28u);
        QCOMPARE(content.chart.series[0].values[1], 4.0);
        QCOMPARE(std::accumulate(content.chart.series[0].values.begin(), content.chart.series[0].values.end(), 0.0), 4.0);
        content = shown(u"organisation.active"_s, answer);
        QCOMPARE(content.chart.series[0].values[0], 3.0);
        QCOMPARE(content.chart.rows.size(), 28u);
        // In weeks: those of the time itself.
        const QDate later = from.addDays(60);
        answer.question.choose(from, later);
        answer.organisationQuestion.time = answer.question.time(today);
        QCOMPARE(answer.organisationQuestion.time.step, UsageStep::Week);
        QVERIFY(shown(u"organisation.active"_s, answer).chart.rows.empty());
        tables.push_back(people(UsageStep::Week, from, later, true, 8));
        answer = answerWith(tables);
        answer.question.choose(from, later);
        answer.organisationQuestion.time = answer.question.time(today);
        content = shown(u"organisation.active"_s, answer);
        QCOMPARE(content.chart.series[0].values[0], 8.0);
        QCOMPARE(content.chart.rows.size(), 9u);
    }

    void filesSayTheTime()
    {
        ChartTable chart;
        ChartContent content { u"Plugins"_s, u"Plugin"_s, ChartUnit::Count, { { u"catalog"_s, {}, {}, {} } }, { { u"times"_s, { 7 }, {} } } };
        chart.setContent(content);
        QVERIFY(chartCsv(chart).startsWith("Plugin,times\r\n"));
        content.time = chartTime(from, to);
        chart.setContent(content);
        QCOMPARE(chartCsv(chart), QByteArray("Plugin (2026-03-02/2026-03-29),times\r\ncatalog,7\r\n"));
    }

    /// From the box to the days and through them, with nothing but keys; kept with the pane's layout, and told to who counts.
    void isChosenByKeyboardAndKept()
    {
        testkit::World world;
        world.fill(testkit::World::company());
        auto &log = insights::UsageLog::of(world.mirror());
        const QDate today = QDate::currentDate();
        const auto did = [&](int daysAgo) {
            log.record({ today.addDays(-daysAgo).startOfDay().addSecs(12 * 3'600).toMSecsSinceEpoch(), UsageDeed::OpenedPane, u"docs"_s, {}, {}, -1 });
        };
        for (const int daysAgo : { 20, 19, 10, 3 })
            did(daysAgo);
        log.flush();
        QJsonObject state;
        {
            InsightsPane pane(world.context());
            pane.resize(1000, 700);
            pane.show();
            QVERIFY(QTest::qWaitForWindowActive(&pane));
            waitFor(pane);
            QTRY_VERIFY_WITH_TIMEOUT(pane.answer().hasOwn(), 60'000);
            QComboBox *box = period(pane);
            QDateEdit *first = day(pane, u"First day"_s), *last = day(pane, u"Last day"_s);
            QVERIFY(box && first && last);
            QVERIFY(!first->isVisible() && !last->isVisible());
            box->setFocus();
            QTest::keyClick(box, Qt::Key_End); // The last of its choices.
            QTRY_VERIFY(first->isVisible() && last->isVisible());
            QTest::keyClick(box, Qt::Key_Tab);
            QVERIFY(first->hasFocus());
            QCOMPARE(last->date(), today); // It begins with what was shown.
            const QDate fifteenth = QDate(today.year(), today.month(), 15).addMonths(-1);
            last->setDate(fifteenth);
            last->setFocus();
            last->setCurrentSection(QDateTimeEdit::DaySection);
            QTest::keyClick(last, Qt::Key_Down);
            QCOMPARE(last->date(), fifteenth.addDays(-1));
            QCOMPARE(pane.question().to, fifteenth.addDays(-1));
            last->setDate(today.addDays(-15));
            first->setDate(today.addDays(-19));
            waitFor(pane);
            const ChartTable &panes = pane.dashboard(InsightsSection::Own).card(u"own.panes"_s)->table();
            QTRY_COMPARE_WITH_TIMEOUT(panes.value(0, 0), 1.0, 60'000); // Of twenty days ago one is out, of ten as well.
            QCOMPARE(panes.content().time, chartTime(today.addDays(-19), today.addDays(-15)));
            const ChartTable &done = pane.dashboard(InsightsSection::Own).card(u"own.active"_s)->table();
            QCOMPARE(done.rowCount(), 5);
            const ChartTable &growth = pane.dashboard(InsightsSection::Catalog).card(u"catalog.growth"_s)->table();
            QCOMPARE(growth.rowCount(), 5);
            QVERIFY(std::isnan(growth.value(4, 0))); // Nothing was known then.
            // One day gives way to the other.
            last->setDate(today.addDays(-30));
            QCOMPARE(first->date(), today.addDays(-30));
            first->setDate(today.addDays(-19));
            QCOMPARE(last->date(), today.addDays(-19));
            QTRY_COMPARE_WITH_TIMEOUT(world.mirror().value(u"usage.time"_s)[u"to"_s].toString(), today.addDays(-19).toString(Qt::ISODate), 20'000);
            state = pane.saveState();
            // Back to the last days: nobody is asked about that time any more.
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Home);
            QTRY_VERIFY(!first->isVisible());
            QCOMPARE(pane.question().days, 7);
            QTRY_VERIFY_WITH_TIMEOUT(world.mirror().value(u"usage.time"_s).toObject().isEmpty(), 20'000);
        }
        InsightsPane pane(world.context());
        pane.restoreState(state);
        QCOMPARE(pane.question().from, today.addDays(-19));
        QCOMPARE(pane.question().to, today.addDays(-19));
        pane.show();
        waitFor(pane);
        QTRY_COMPARE_WITH_TIMEOUT(pane.dashboard(InsightsSection::Own).card(u"own.panes"_s)->table().value(0, 0), 1.0, 60'000);
        QVERIFY(day(pane, u"First day"_s)->isVisible());
    }
};

QTEST_MAIN(TestInsightsRange)
#include "tst_insightsrange.moc"
