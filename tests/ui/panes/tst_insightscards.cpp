// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/snapshot.h"
#include "ui/panes/insights/insightscards.h"

#include <QTest>
#include <QTimeZone>

#include <cmath>

using namespace callboard;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using namespace Qt::StringLiterals;
using domain::UsageDeed;

/// The cards of an organisation that tells of its use event by event.
class TestInsightsCards final : public QObject {
    Q_OBJECT

    /// Seven people over a year, the last of them new; each does something else each time.
    static insights::InsightsPtr someUse(const QDate &today)
    {
        insights::UsageIndexBuilder builder;
        for (int at = 0; at < 700; ++at) {
            insights::UsageEvent one;
            const int person = at % 7;
            const int daysAgo = person == 6 ? at % 20 : at / 2;
            one.at = today.startOfDay().addDays(-daysAgo).addSecs(3'600 + at).toMSecsSinceEpoch();
            one.person = u"user:default/p%1"_s.arg(person);
            const QString about = u"component:default/c%1"_s.arg(at % 31);
            switch (at % 5) {
            case 0: one.deed = UsageDeed::OpenedPane, one.what = at % 2 ? u"docs"_s : u"map"_s; break;
            case 1: one.deed = UsageDeed::OpenedEntity, one.what = u"catalog"_s, one.about = about; break;
            case 2: one.deed = UsageDeed::OpenedDoc, one.what = u"index"_s, one.about = about; break;
            case 3: one.deed = UsageDeed::Searched, one.what = u"word %1"_s.arg(at % 3), one.hits = at % 2; break;
            default: one.deed = UsageDeed::RanTemplate, one.what = u"template:default/t%1"_s.arg(at % 3), one.about = one.what;
            }
            builder.add(one);
        }
        auto state = std::make_shared<insights::InsightsState>();
        state->snapshot = mirror::SnapshotBuilder().finish(1);
        insights::UsageSource source;
        source.connectionId = u"portal-1"_s;
        const QHash<QString, qint64> minutes { { u"template:default/t0"_s, 30 }, { u"template:default/t1"_s, 10 } };
        source.estate = { builder.finish(), state->snapshot, {}, std::make_shared<const QHash<QString, qint64>>(minutes) };
        state->sources.push_back(source);
        return state;
    }

private Q_SLOTS:
    /// As many in the list as the number says, for every value of every card, whatever the step.
    void everyNumberHasItsList_data()
    {
        QTest::addColumn<int>("days");
        QTest::newRow("by day") << 28;
        QTest::newRow("by week") << 84;
        QTest::newRow("by month") << 365;
    }
    void everyNumberHasItsList()
    {
        QFETCH(const int, days);
        const QDate today(2026, 11, 28);
        InsightsQuestion question;
        question.days = days;
        const InsightsAnswer answer = answerOf(someUse(today), question, today);
        QVERIFY(answer.hasEvents());
        QSet<QString> compared;
        for (const CardSpec &card : insightsCards()) {
            const ChartContent chart = card.make(answer).chart;
            if (card.section != InsightsSection::Organisation || chart.unit != ChartUnit::Count)
                continue;
            for (const ChartSeries &series : chart.series) {
                for (size_t row = 0; row < series.values.size(); ++row) {
                    if (std::isnan(series.values[row]))
                        continue;
                    const BehindList list = card.behind(answer, chart.rows[row].key, series.key);
                    const QString which = u"%1, %2, %3"_s.arg(card.id, chart.rows[row].key, series.key);
                    QVERIFY2(double(list.rows.size()) == series.values[row],
                        qPrintable(u"%1: %2 for %3"_s.arg(which).arg(list.rows.size()).arg(series.values[row])));
                    if (series.values[row] > 0)
                        compared.insert(card.id + u' ' + series.key);
                }
            }
        }
        for (const QString &one : { u"organisation.active returning"_s, u"organisation.active fresh"_s, u"organisation.entities people"_s,
                 u"organisation.nothing count"_s, u"organisation.searches nothing"_s })
            QVERIFY2(compared.contains(one), qPrintable(one));
    }

    /// Also of more than a chart has room for.
    void everyTotalHasItsList()
    {
        const QDate today(2026, 11, 28);
        InsightsQuestion question;
        question.days = 365;
        InsightsAnswer answer = answerOf(someUse(today), question, today);
        answer.organisationQuestion.limit = 20;
        answer.organisation = insights::reportOf(answer.organisationSource()->estate, answer.organisationQuestion);
        QStringList compared;
        for (const CardSpec &card : insightsCards()) {
            const CardContent content = card.make(answer);
            if (card.section != InsightsSection::Organisation || content.total.isEmpty())
                continue;
            QVERIFY2(card.all, qPrintable(card.id));
            const BehindList list = card.all(answer);
            QCOMPARE(list.heads.size(), qsizetype(content.chart.series.size()) + 1);
            if (content.chart.unit == ChartUnit::Count)
                QVERIFY2(content.total.startsWith(QString::number(list.rows.size()) + u' '), qPrintable(card.id + u": " + content.total));
            else
                QCOMPARE(list.rows.size(), 2u); // Of three templates two say what they save.
            compared.append(card.id);
        }
        const auto rowsOf = [&](const QString &id) {
            const auto cards = insightsCards();
            const auto card = std::ranges::find(cards, id, &CardSpec::id);
            return std::pair(card->make(answer).chart.rows.size(), card->all(answer).rows.size());
        };
        QCOMPARE(rowsOf(u"organisation.entities"_s), std::pair(size_t(20), size_t(31)));
        QVERIFY(compared.contains(u"organisation.plugins"_s) && compared.contains(u"organisation.saved"_s));
    }
};

QTEST_MAIN(TestInsightsCards)
#include "tst_insightscards.moc"
