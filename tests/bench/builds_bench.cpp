// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/logdocument.h"
#include "models/builds/runlisting.h"
#include "models/builds/trends.h"
#include "models/domain/processmemory.h"
#include "models/mirror/mirror.h"
#include "models/notices/buildlook.h"
#include "tests/bench/figures.h"
#include "tests/unit/runs/randomruns.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::builds;

namespace {

// Issue 5, section 7.5.
constexpr double frame = 16;        // Milliseconds: what the CI pane may take to open, and for a key in its filter.
constexpr double logOpened = 300;   // Milliseconds until the beginning of a log stands there.
constexpr double logMegabytes = 50; // Of memory, for one of 200 MB that was gone through and searched.

void benchRuns(quint32 size, int rounds, bench::Report &report)
{
    const auto runs = testing::randomRuns(int(size), 500, 1, QDateTime::currentDateTimeUtc());
    const double before = domain::proportionalMegabytes();
    bench::Samples building;
    RunIndexPtr index;
    building.add(bench::measured([&] { index = testing::indexOf(runs); }));
    report.samples(u"runs indexed"_s, size, building);
    report.value(u"memory of the runs"_s, size, u"mb"_s, domain::proportionalMegabytes() - before);
    bench::Samples flaky;
    FlakinessPtr flakiness;
    for (int round = 0; round < rounds; ++round)
        flaky.add(bench::measured([&] { flakiness = std::make_shared<const Flakiness>(*index, std::span<const JobOutcomes>()); }));
    report.samples(u"what is flaky found"_s, size, flaky);
    const auto estate = std::make_shared<RunEstate>(index, testing::factsOf, flakiness);

    bench::Samples opening, typing, grouping, trend;
    const auto list = [&](const QString &text, RunGrouping by) {
        std::ignore = listRuns(*estate, filterRuns(*estate, { RunQuestion::Scope::All, {}, text }), by);
    };
    for (int round = 0; round < rounds; ++round) {
        opening.add(bench::measured([&] { list({}, RunGrouping::Service); }));
        for (const QString &text : { u"service-12"_s, u"part 3"_s, u"branch:main"_s, u"state:failed is:default"_s, u"owner:team-3 change"_s, u"person-7"_s, u"is:flaky"_s, u"00c41e07"_s }) {
            for (qsizetype length = 1; length <= text.size(); ++length)
                typing.add(bench::measured([&] { list(text.first(length), RunGrouping::Service); }));
        }
        for (const RunGrouping by : { RunGrouping::Branch, RunGrouping::Owner, RunGrouping::Service })
            grouping.add(bench::measured([&] { list({}, by); }));
        std::vector<RunRow> rows(index->size());
        std::iota(rows.begin(), rows.end(), RunRow(0));
        const QDate today = QDate::currentDate();
        trend.add(bench::measured([&] { std::ignore = trendOf(*index, rows, { today.addDays(-89), today, TrendStep::Day }); }));
    }
    report.samples(u"CI list opened"_s, size, opening, frame);
    report.samples(u"CI list filtered, each key"_s, size, typing, frame);
    report.samples(u"CI list grouped anew"_s, size, grouping, frame);
    report.samples(u"trend of 90 days"_s, size, trend);
}

/// What notices read of a mirror's runs: all of them once, then those that changed.
void benchNotices(quint32 size, int rounds, bench::Report &report)
{
    QTemporaryDir folder;
    auto opened = mirror::Mirror::open(folder.path(), {});
    if (!opened)
        return;
    mirror::Mirror &mirror = **opened;
    auto runs = testing::randomRuns(int(size), 500, 1, QDateTime::currentDateTimeUtc());
    const auto pull = [&] {
        auto begun = mirror.beginPull(u"ci-1"_s, u"runs"_s, u"me"_s);
        for (const domain::BuildRun &run : runs)
            (*begun)->put(run.toRecord());
        std::ignore = (*begun)->complete();
        mirror.flush();
    };
    notices::BuildLook look;
    QJsonValue known;
    const auto measure = [&](const QString &what, bench::Samples &samples) {
        const qint64 before = look.runsRead();
        samples.add(bench::measured([&] {
            if (const auto answer = look.look(folder.path(), { u"ci-1"_s }, {}, known, QDateTime::currentDateTimeUtc()))
                known = answer->told.known;
        }));
        report.value(u"notices: runs decoded, %1"_s.arg(what), size, u"runs"_s, double(look.runsRead() - before));
    };
    bench::Samples first, later, none;
    pull();
    measure(u"first look"_s, first);
    for (int round = 0; round < rounds; ++round) {
        for (size_t at = 0; at < 3; ++at)
            runs[size_t(round) * 3 + at].title += u" again"_s;
        pull();
        measure(u"3 runs changed"_s, later);
    }
    measure(u"nothing changed"_s, none);
    report.samples(u"notices: first look at the runs"_s, size, first);
    report.samples(u"notices: look after 3 runs changed"_s, size, later);
    report.samples(u"notices: look after nothing changed"_s, size, none);
}

QByteArray someLines(int from)
{
    QByteArray lines;
    for (int i = from; i < from + 1'000; ++i) {
        lines += "2026-11-26T17:49:18.1234567Z \x1b[32mok\x1b[0m " + QByteArray::number(i) + " package/module/test_case_" + QByteArray::number(i % 77) + " took 12 ms\n";
        if (i % 5'000 == 17)
            lines += "2026-11-26T17:49:18.1234567Z ##[error]something broke\n";
    }
    return lines;
}

void benchLog(int megabytes, int rounds, bench::Report &report)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"log"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    for (int i = 0; file.size() < qint64(megabytes) << 20; i += 1'000) {
        file.write(someLines(i));
        file.flush();
    }
    const qint64 bytes = file.size();
    file.close();
    bench::Samples first, whole, reading, searching;
    double memory = 0;
    for (int round = 0; round < rounds; ++round) {
        const double before = domain::proportionalMegabytes();
        LogDocument document;
        const auto until = [](auto test) {
            while (!test())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        };
        QElapsedTimer timer;
        timer.start();
        document.open(path, bytes, true);
        until([&] { return document.lineCount() > 100; });
        const auto shown = document.lines(0, 60);
        first.add(double(timer.nsecsElapsed()) / 1e6);
        until([&] { return document.isWhole(); });
        whole.add(double(timer.nsecsElapsed()) / 1e6);
        for (quint32 line = 0; line + 60 < document.lineCount(); line += std::max(1u, document.lineCount() / 200))
            reading.add(bench::measured([&] { std::ignore = document.lines(line, 60); }));
        searching.add(bench::milliseconds([&] {
            document.search(u"module/test_case_76 took 13"_s);
            until([&] { return !document.isSearching(); });
        }));
        memory = std::max(memory, domain::proportionalMegabytes() - before);
    }
    report.samples(u"log opened, first lines"_s, quint32(megabytes), first, logOpened);
    report.samples(u"log indexed whole"_s, quint32(megabytes), whole);
    report.samples(u"log, a screen of lines"_s, quint32(megabytes), reading, frame);
    report.samples(u"log searched whole"_s, quint32(megabytes), searching);
    report.value(u"memory of the log"_s, quint32(megabytes), u"mb"_s, memory, logMegabytes);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Times the CI pane's list over made-up runs, what notices read of them, and logs; one JSON line each."_s);
    parser.addHelpOption();
    const QCommandLineOption sizes(u"sizes"_s, u"Runs, comma separated."_s, u"list"_s, u"2000,20000,200000"_s);
    const QCommandLineOption log(u"log"_s, u"Megabytes of the log."_s, u"megabytes"_s, u"200"_s);
    const QCommandLineOption rounds(u"rounds"_s, u"How often each is done."_s, u"count"_s, u"5"_s);
    const QCommandLineOption strict(u"strict"_s, u"Exit 1 when a budget is not met."_s);
    parser.addOptions({ sizes, log, rounds, strict });
    parser.process(application);
    bench::Report report;
    for (const QString &size : parser.value(sizes).split(u',', Qt::SkipEmptyParts)) {
        benchRuns(size.toUInt(), std::max(1, parser.value(rounds).toInt()), report);
        benchNotices(size.toUInt(), std::clamp(parser.value(rounds).toInt(), 1, 3), report);
    }
    benchLog(std::max(1, parser.value(log).toInt()), std::max(1, parser.value(rounds).toInt()), report);
    return parser.isSet(strict) && !report.allMet() ? 1 : 0;
}
