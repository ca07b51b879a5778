// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/processmemory.h"
#include "models/insights/usagelog.h"
#include "models/insights/usagereport.h"
#include "tests/bench/figures.h"
#include "tests/unit/insights/randomusage.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::insights;

namespace {

constexpr double drawn = 200; // Milliseconds from asking to all that a dashboard shows, issue 5, section 7.5.
constexpr int people = 4000, entities = 20'000;

UsageEstate estateOfYear(quint32 size, const QDate &from, bench::Report &report)
{
    UsageIndexBuilder builder;
    builder.reserve(size);
    const double before = domain::proportionalMegabytes();
    bench::Samples building;
    const qint64 begin = from.startOfDay(QTimeZone::UTC).toMSecsSinceEpoch();
    constexpr quint32 part = 100'000;
    for (quint32 done = 0; done < size; done += part) {
        const auto events = testing::randomUsage(std::min(part, size - done), people, entities, done + 1, begin, begin + 365LL * 86'400'000);
        building.add(bench::measured([&] {
            for (const UsageEvent &event : events)
                builder.add(event);
        }));
    }
    UsageIndexPtr index;
    bench::Samples finishing;
    finishing.add(bench::measured([&] { index = builder.finish(); }));
    report.samples(u"100,000 events added"_s, size, building);
    report.samples(u"index sorted and finished"_s, size, finishing);
    report.value(u"memory of the events"_s, size, u"mb"_s, domain::proportionalMegabytes() - before);
    auto docs = std::make_shared<std::vector<KnownDoc>>();
    for (int i = 0; i < 2000; ++i)
        docs->push_back({ u"component:default/thing-%1"_s.arg(i * 7 + 1), u"Thing %1"_s.arg(i) });
    return { std::move(index), mirror::SnapshotBuilder().finish(1), std::move(docs), std::make_shared<QHash<QString, qint64>>() };
}

void benchReport(quint32 size, int rounds, bench::Report &report)
{
    const QDate from(2025, 11, 1);
    const UsageEstate estate = estateOfYear(size, from, report);
    UsageQuestion year;
    year.zone = QTimeZone::UTC;
    year.time = { from, from.addDays(364), UsageStep::Week };
    UsageQuestion days = year, month = year, kind = year;
    days.time.step = UsageStep::Day;
    month.time.from = from.addDays(335);
    kind.kind = u"api"_s;
    bench::Samples whole, byDay, one, filtered, behind;
    for (int round = 0; round < rounds; ++round) {
        UsageReport made;
        whole.add(bench::measured([&] { made = reportOf(estate, year); }));
        byDay.add(bench::measured([&] { std::ignore = reportOf(estate, days); }));
        one.add(bench::measured([&] { std::ignore = reportOf(estate, month); }));
        filtered.add(bench::measured([&] { std::ignore = reportOf(estate, kind); }));
        const QString top = made.ranking(UsageRanking::Docs).front().subject;
        behind.add(bench::measured([&] { std::ignore = rowsBehind(estate, year, { UsageRanking::Docs, top, {}, {}, 10'000 }); }));
    }
    report.samples(u"a year by weeks, all measures"_s, size, whole, drawn);
    report.samples(u"a year by days, all measures"_s, size, byDay, drawn);
    report.samples(u"the last month, all measures"_s, size, one, drawn);
    report.samples(u"a year, one kind"_s, size, filtered, drawn);
    report.samples(u"rows behind a number"_s, size, behind, drawn);
}

/// What the GUI thread pays for telling what was done.
void benchLog(int rounds, bench::Report &report)
{
    const QTemporaryDir folder;
    UsageLog log(folder.path());
    bench::Samples told, page;
    for (int i = 0; i < rounds * 200; ++i)
        told.add(bench::milliseconds([&] { log.record(UsageDeed::OpenedEntity, u"catalog"_s, u"component:default/thing-%1"_s.arg(i % 97)); }));
    log.flush();
    for (int i = 0; i < rounds * 5; ++i)
        page.add(bench::milliseconds([&] { std::ignore = log.page(0, 200); }));
    report.samples(u"a use recorded"_s, quint32(told.size()), told, 0.5);
    report.samples(u"200 kept rows read"_s, quint32(told.size()), page, 16);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({ { u"sizes"_s, u"Events, with commas."_s, u"sizes"_s, u"500000,5000000"_s }, { u"rounds"_s, u"How often."_s, u"rounds"_s, u"15"_s },
        { u"strict"_s, u"Exit 1 when a budget is not met."_s } });
    parser.process(application);
    bench::Report report;
    const int rounds = std::max(1, parser.value(u"rounds"_s).toInt());
    for (const QString &size : parser.value(u"sizes"_s).split(u','))
        benchReport(size.toUInt(), rounds, report);
    benchLog(rounds, report);
    return parser.isSet(u"strict"_s) && !report.allMet() ? 1 : 0;
}
