// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagecsv.h"
#include "models/insights/usagereport.h"
#include "tests/unit/insights/randomusage.h"
#include "tests/unit/mirror/entities.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::insights;

namespace {

/// Counted as the definitions say it, one event after the other, with nothing clever.
struct Naive {
    const std::vector<UsageEvent> &events;
    const UsageQuestion &question;
    QSet<QString> team;     ///< Persons.
    QSet<QString> ownedRefs;

    QDate dayOf(const UsageEvent &event) const { return QDateTime::fromMSecsSinceEpoch(event.at, question.zone).date(); }
    bool passes(const UsageEvent &event) const
    {
        const QDate day = dayOf(event);
        if (day < question.time.from || day > question.time.to)
            return false;
        if (!question.kind.isEmpty() && event.about.section(u':', 0, 0) != question.kind)
            return false;
        if (question.team.isEmpty())
            return true;
        return question.teamOf == UsageQuestion::TeamOf::People ? team.contains(event.person) : ownedRefs.contains(event.about);
    }
    QDate firstDay(const QString &person) const
    {
        QDate first;
        for (const UsageEvent &event : events) {
            if (event.person == person && (!first.isValid() || dayOf(event) < first))
                first = dayOf(event);
        }
        return first;
    }
    static std::pair<UsageRanking, QString> subjectOf(const UsageEvent &event)
    {
        switch (event.deed) {
        case UsageDeed::OpenedPane: return { UsageRanking::Panes, event.what };
        case UsageDeed::OpenedEntity: return { UsageRanking::Entities, event.about };
        case UsageDeed::OpenedDoc: return { UsageRanking::Docs, event.about };
        case UsageDeed::Searched: return { UsageRanking::Searches, event.what.simplified().toCaseFolded() };
        case UsageDeed::RanTemplate: return { UsageRanking::Templates, event.about };
        default: return { UsageRanking::Actions, event.what };
        }
    }
};

mirror::SnapshotPtr catalog()
{
    using mirror::test::entity;
    using mirror::test::narrow;
    mirror::SnapshotBuilder builder;
    const auto add = [&](const domain::Entity &one) { builder.add(narrow(one)); };
    add(entity(u"Group"_s, u"crew"_s));
    add(entity(u"Group"_s, u"deck"_s, { { u"childOf"_s, u"group:default/crew"_s } }));
    add(entity(u"Group"_s, u"shore"_s));
    for (int i = 0; i < 40; ++i)
        add(entity(u"User"_s, u"person-%1"_s.arg(i), { { u"memberOf"_s, i % 3 ? u"group:default/deck"_s : u"group:default/shore"_s } }));
    for (int i = 0; i < 30; ++i)
        add(entity(i % 7 ? u"Component"_s : u"API"_s, u"thing-%1"_s.arg(i), { { u"ownedBy"_s, i % 2 ? u"group:default/deck"_s : u"group:default/shore"_s } }, {},
            i == 3 ? u"The third"_s : QString()));
    return builder.finish(1);
}

} // namespace

class TestUsageReport final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void durations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minutes");
        // ISO 8601-1, and what Backstage's documentation of templates shows ("PT4H").
        for (const auto &[text, minutes] : std::initializer_list<std::pair<const char *, qint64>> { { "PT4H", 240 }, { "PT8H", 480 }, { "PT15M", 15 },
                 { "P1D", 1440 }, { "P1DT30M", 1470 }, { "P2W", 20160 }, { "PT90S", 1 }, { "PT1.5S", 0 }, { "P", -1 }, { "PT", -1 }, { "", -1 },
                 { "4h", -1 }, { "P1M", -1 }, { "P1Y", -1 }, { "-PT4H", -1 }, { "PT4H3", -1 }, { "PT999999999999H", -1 }, { "P999999W", -1 } })
            QTest::newRow(text) << QString::fromLatin1(text) << minutes;
    }
    void durations()
    {
        QFETCH(const QString, text);
        QTEST(minutesOfDuration(text), "minutes");
    }

    void stepsAreCalendarSteps()
    {
        const QDate from(2026, 1, 29), to(2026, 3, 2); // A Thursday and a Monday.
        QCOMPARE((UsageTime { from, to, UsageStep::Month }.steps()), (std::vector { QDate(2026, 1, 1), QDate(2026, 2, 1), QDate(2026, 3, 1) }));
        QCOMPARE((UsageTime { from, to, UsageStep::Week }.steps()),
            (std::vector { QDate(2026, 1, 26), QDate(2026, 2, 2), QDate(2026, 2, 9), QDate(2026, 2, 16), QDate(2026, 2, 23), QDate(2026, 3, 2) }));
        QCOMPARE((UsageTime { from, to, UsageStep::Day }.steps().size()), size_t(33));
        QVERIFY((UsageTime { to, from, UsageStep::Day }.steps().empty()));
        QVERIFY((UsageTime {}.steps().empty()));
    }

    void agreesWithANaiveCount_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void agreesWithANaiveCount()
    {
        QFETCH(const int, seed);
        const auto count = size_t(50 * seed * seed);
        const QDateTime begin(QDate(2026, 2, 20), QTime(3, 0), QTimeZone::UTC);
        const auto events = testing::randomUsage(count, 40, 30, quint32(seed), begin.toMSecsSinceEpoch(), begin.addDays(60).toMSecsSinceEpoch());
        UsageIndexBuilder builder;
        for (const UsageEvent &event : events)
            builder.add(event);
        UsageEstate estate { builder.finish(), catalog(), std::make_shared<std::vector<KnownDoc>>(), std::make_shared<QHash<QString, qint64>>(QHash<QString, qint64> { { u"template:default/make-1"_s, 90 } }) };
        QCOMPARE(estate.index->size(), count);

        UsageQuestion question;
        // Summer time begins there on 29 March, and it is not a whole number of hours away.
        question.zone = QTimeZone(seed % 3 == 0 ? "Europe/Berlin" : seed % 3 == 1 ? "Asia/Kolkata" : "UTC");
        question.time = { QDate(2026, 3, 1).addDays(seed), QDate(2026, 4, 10), UsageStep(seed % 3) };
        question.limit = 10'000;
        if (seed % 4 == 1)
            question.kind = u"component"_s;
        if (seed % 4 >= 2) {
            question.team = u"group:default/crew"_s; // Deck is below it.
            question.teamOf = seed % 4 == 2 ? UsageQuestion::TeamOf::People : UsageQuestion::TeamOf::Owned;
        }
        Naive naive { events, question, {}, {} };
        for (int i = 0; i < 40; ++i) {
            if (i % 3)
                naive.team.insert(u"user:default/person-%1"_s.arg(i));
        }
        for (int i = 1; i < 30; i += 2)
            naive.ownedRefs.insert(u"%1:default/thing-%2"_s.arg(i % 7 ? u"component"_s : u"api"_s).arg(i));

        const UsageReport report = reportOf(estate, question);
        compareActive(naive, report, estate);
        compareRankings(naive, report, estate);
    }

    void docsThatNobodyOpened()
    {
        const qint64 day = 86'400'000, at = QDateTime(QDate(2026, 5, 10), QTime(12, 0), QTimeZone::UTC).toMSecsSinceEpoch();
        UsageIndexBuilder builder;
        builder.add({ at, UsageDeed::OpenedDoc, u"x/"_s, u"component:default/thing-1"_s, u"user:default/person-1"_s, -1 });
        builder.add({ at - 40 * day, UsageDeed::OpenedDoc, u"x/"_s, u"component:default/thing-3"_s, u"user:default/person-1"_s, -1 });
        builder.add({ at, UsageDeed::OpenedEntity, u"catalog"_s, u"component:default/thing-2"_s, u"user:default/person-1"_s, -1 });
        const auto docs = std::make_shared<std::vector<KnownDoc>>(std::vector<KnownDoc> {
            { u"component:default/thing-1"_s, u"One"_s }, { u"component:default/thing-2"_s, u"two"_s }, { u"component:default/thing-3"_s, u"The third"_s } });
        const UsageEstate estate { builder.finish(), catalog(), docs, {} };
        UsageQuestion question;
        question.zone = QTimeZone::UTC;
        question.time = { QDate(2026, 5, 1), QDate(2026, 5, 31), UsageStep::Week };
        const UsageReport report = reportOf(estate, question);
        QCOMPARE(report.unopenedDocs.size(), size_t(2));
        QCOMPARE(report.unopenedDocs[0].subject, u"component:default/thing-3"_s);
        QCOMPARE(report.unopenedDocs[0].last.toMSecsSinceEpoch(), at - 40 * day);
        QCOMPARE(report.unopenedDocs[1].subject, u"component:default/thing-2"_s);
        QVERIFY(!report.unopenedDocs[1].last.isValid());
        question.team = u"group:default/shore"_s;
        question.teamOf = UsageQuestion::TeamOf::Owned;
        QCOMPARE(reportOf(estate, question).unopenedDocs.size(), size_t(1)); // Only thing-2 is theirs.
        QCOMPARE(csvOfRanking(report.unopenedDocs),
            QByteArray("subject,title,count,people,minutes_saved,last\r\n"
                       "component:default/thing-3,The third,0,0,,2026-03-31T12:00:00Z\r\n"
                       "component:default/thing-2,two,0,0,,\r\n"));
    }

    void nothingIsNoTrouble()
    {
        const UsageEstate estate { UsageIndexBuilder().finish(), mirror::SnapshotBuilder().finish(1), {}, {} };
        UsageQuestion question;
        QVERIFY(reportOf(estate, question).active.empty());
        question.time = { QDate(2026, 1, 1), QDate(2026, 1, 31), UsageStep::Day };
        const UsageReport report = reportOf(estate, question);
        QCOMPARE(report.active.size(), size_t(31));
        QCOMPARE(report.total.people, 0);
        QVERIFY(rowsBehind(estate, question, {}).empty());
        QVERIFY(peopleBehind(estate, question, { UsageRanking::Searches, u"x"_s, {}, {}, 10 }).empty());
    }

    void impossibleTimesAreLeftOut()
    {
        UsageIndexBuilder builder;
        for (const qint64 at : { std::numeric_limits<qint64>::min(), qint64(-1), std::numeric_limits<qint64>::max(), qint64(4'000'000'000'001) })
            builder.add({ at, UsageDeed::OpenedPane, u"x"_s, {}, {}, -1 });
        builder.add({ 1'790'000'000'000, UsageDeed::Searched, u"x"_s, {}, {}, 1'000'000 });
        const UsageIndexPtr index = builder.finish();
        QCOMPARE(index->size(), 1U);
        QCOMPARE(index->at(0), 1'790'000'000'000);
        QCOMPARE(index->hits(0), 65'000);
    }

    void daysGoThroughRecords()
    {
        const QDateTime begin(QDate(2026, 6, 3), QTime(0, 0), QTimeZone::UTC);
        domain::UsageDay day { begin.date(), testing::randomUsage(500, 9, 20, 3, begin.toMSecsSinceEpoch(), begin.addDays(1).toMSecsSinceEpoch()) };
        std::ranges::stable_sort(day.events, {}, &UsageEvent::at);
        QCOMPARE(domain::UsageDay::fromRecord(day.toRecord()), day);
        // What is damaged is left out, and the rest read.
        domain::Record record = day.toRecord();
        QJsonArray numbers = record.body["events"_L1].toArray();
        numbers[1] = 99;
        numbers[8] = 1'000'000;
        numbers[12] = -4;
        numbers.append(1);
        record.body["events"_L1] = numbers;
        QCOMPARE(domain::UsageDay::fromRecord(record).events.size(), day.events.size() - 3);
        QVERIFY(domain::UsageDay::fromRecord({ u"UsageDay"_s, u"never"_s, {}, record.body }).events.empty());
    }

    void tablesGoThroughRecords()
    {
        const QDateTime last(QDate(2026, 6, 3), QTime(7, 0), QTimeZone::UTC);
        const domain::UsageTable table { u"entities"_s, QDate(2026, 5, 7), QDate(2026, 6, 3), domain::UsageStep::Day,
            { { {}, u"component:default/a"_s, u"A"_s, 12, 0, 0, last }, { QDate(2026, 6, 1), {}, {}, 3, 1, 2, {} } } };
        QCOMPARE(table.key(), u"entities/28/day"_s);
        QCOMPARE(domain::UsageTable::fromRecord(table.toRecord()), table);
    }

private:
    static void compareActive(const Naive &naive, const UsageReport &report, const UsageEstate &estate)
    {
        const UsageTime &time = naive.question.time;
        std::map<QDate, std::pair<QSet<QString>, int>> steps;
        std::map<QDate, std::pair<int, int>> searched; ///< And of these, what found nothing.
        QSet<QString> everybody;
        for (const UsageEvent &event : naive.events) {
            if (!naive.passes(event))
                continue;
            auto &[people, events] = steps[UsageTime::stepOf(naive.dayOf(event), time.step)];
            people.insert(event.person);
            everybody.insert(event.person);
            ++events;
            if (event.deed == UsageDeed::Searched && !Naive::subjectOf(event).second.isEmpty()) {
                auto &[searches, nothing] = searched[UsageTime::stepOf(naive.dayOf(event), time.step)];
                ++searches;
                nothing += event.hits == 0;
            }
        }
        int sum = 0;
        for (const ActivePoint &point : report.active) {
            const auto &[people, events] = steps[point.from];
            QCOMPARE(point.people, int(people.size()));
            QCOMPARE(point.events, events);
            QCOMPARE(point.searches, searched[point.from].first);
            QCOMPARE(point.foundNothing, searched[point.from].second);
            const auto rows = [&](std::optional<UsageRanking> ranking) {
                return int(rowsBehind(estate, naive.question, { ranking, {}, point.from, {}, 100'000 }).size());
            };
            const auto persons = [&](BehindUse::Of of) {
                return int(peopleBehind(estate, naive.question, { {}, {}, point.from, of, 100'000 }).size());
            };
            QCOMPARE(rows(UsageRanking::Searches), point.searches);
            QCOMPARE(rows(UsageRanking::FoundNothing), point.foundNothing);
            const QDate begin = std::max(point.from, time.from);
            const auto fresh = std::ranges::count_if(people, [&](const QString &one) { return naive.firstDay(one) >= begin; });
            QCOMPARE(point.fresh, int(fresh));
            QCOMPARE(rows({}), events);
            QCOMPARE(persons(BehindUse::Of::Everybody), point.people);
            QCOMPARE(persons(BehindUse::Of::Fresh), point.fresh);
            QCOMPARE(persons(BehindUse::Of::Returning), point.returning());
            sum += events;
        }
        QCOMPARE(report.total.people, int(everybody.size()));
        QCOMPARE(report.total.events, sum);
        QCOMPARE(int(rowsBehind(estate, naive.question, {}).size()), sum);
    }

    static void compareRankings(const Naive &naive, const UsageReport &report, const UsageEstate &estate)
    {
        struct Use {
            int count = 0;
            QSet<QString> people;
            qint64 last = 0;
        };
        std::array<std::map<QString, Use>, usageRankings> uses;
        const auto note = [&](UsageRanking ranking, const QString &subject, const UsageEvent &event) {
            Use &use = uses[size_t(ranking)][subject];
            ++use.count;
            use.people.insert(event.person);
            use.last = std::max(use.last, event.at);
        };
        int searches = 0, nothing = 0;
        for (const UsageEvent &event : naive.events) {
            if (!naive.passes(event))
                continue;
            const auto [ranking, subject] = Naive::subjectOf(event);
            note(ranking, subject, event);
            note(UsageRanking::People, event.person, event);
            searches += event.deed == UsageDeed::Searched;
            if (event.deed == UsageDeed::Searched && event.hits == 0) {
                ++nothing;
                note(UsageRanking::FoundNothing, subject, event);
            }
        }
        QCOMPARE(report.searches, searches);
        QCOMPARE(report.searchesFoundNothing, nothing);
        for (size_t ranking = 0; ranking < usageRankings; ++ranking) {
            const auto &rows = report.rankings[ranking];
            QCOMPARE(rows.size(), uses[ranking].size());
            QCOMPARE(size_t(report.distinct[ranking]), rows.size());
            for (size_t place = 0; place < rows.size(); ++place) {
                const RankedUse &row = rows[place];
                const Use &use = uses[ranking].at(row.subject);
                QCOMPARE(row.count, use.count);
                QCOMPARE(row.people, int(use.people.size()));
                QCOMPARE(row.last.toMSecsSinceEpoch(), use.last);
                QVERIFY(place == 0 || rows[place - 1].count > row.count || (rows[place - 1].count == row.count && rows[place - 1].subject < row.subject));
                const BehindUse behind { UsageRanking(ranking), row.subject, {}, {}, 100'000 };
                if (!row.subject.isEmpty())
                    QCOMPARE(int(rowsBehind(estate, naive.question, behind).size()), use.count);
            }
        }
        const auto &templates = uses[size_t(UsageRanking::Templates)];
        int runs = 0;
        for (const auto &[ref, use] : templates)
            runs += use.count;
        const int told = templates.contains(u"template:default/make-1"_s) ? templates.at(u"template:default/make-1"_s).count : 0;
        QCOMPARE(report.templateRuns, runs);
        QCOMPARE(report.minutesSaved, told * 90);
        QCOMPARE(report.templateRunsUntold, runs - told);
    }
};

QTEST_GUILESS_MAIN(TestUsageReport)
#include "tst_usagereport.moc"
