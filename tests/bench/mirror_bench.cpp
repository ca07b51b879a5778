// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/processmemory.h"
#include "models/mirror/mirror.h"
#include "models/mirror/narrow.h"
#include "tests/bench/figures.h"
#include "tests/kit/synthetic.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::mirror;

namespace {

constexpr quint32 chunk = 20'000; ///< Entities made ahead, so that making them is not timed.
constexpr int lookups = 2000;

std::unique_ptr<Mirror> opened(const QString &directory, bool readOnly = false)
{
    auto mirror = Mirror::open(directory, { .readOnly = readOnly, .inMemoryIndexOnly = true });
    if (!mirror)
        qFatal("%s", qUtf8Printable(mirror.error().detail));
    return *std::move(mirror);
}

/// Of all threads of this process. On a busy machine it says more than the clock does.
double processorMilliseconds()
{
    timespec time {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// On the clock and of all threads, since opening is the work of two.
template<typename Work>
bench::Cost measuredWhole(Work work)
{
    const double before = processorMilliseconds();
    const double clock = bench::milliseconds(work);
    return { clock, processorMilliseconds() - before };
}

/// What several rounds took.
template<typename Work>
void benchRounds(const QString &operation, quint32 size, int rounds, double budget, bench::Report &report, Work work)
{
    bench::Samples samples;
    for (int round = 0; round < rounds; ++round)
        samples.add(measuredWhole(work));
    report.samples(operation, size, samples, budget);
}

/// Rows as the narrow table has them, into a snapshot: what opening does without SQLite.
void benchBuild(const testkit::Synthetic &catalog, int rounds, bench::Report &report)
{
    std::vector<std::pair<QString, QByteArray>> rows;
    for (quint32 i = 0; i < catalog.size(); ++i)
        rows.emplace_back(catalog.ref(i), pack(NarrowEntity::from(catalog.entity(i), {})));
    std::ranges::sort(rows);
    std::vector<PackedRow> packed;
    for (const auto &[ref, row] : rows)
        packed.push_back({ row, 0, 0, 1, 1 });
    benchRounds(u"snapshot from rows"_s, catalog.size(), rounds, 0, report, [&] {
        SnapshotBuilder builder(catalog.size());
        for (size_t i = 0; i < packed.size(); i += 1024)
            builder.addPacked(std::span(packed).subspan(i, std::min<size_t>(1024, packed.size() - i)));
        builder.finish(1);
    });
}

/// Milliseconds of a whole pull, making the entities left out.
double pull(Mirror &mirror, const testkit::Synthetic &catalog)
{
    auto pull = mirror.beginPull(u"bench-1"_s, u"catalog"_s, u"me"_s);
    double total = 0;
    for (quint32 begin = 0; begin < catalog.size(); begin += chunk) {
        std::vector<domain::Entity> entities;
        for (quint32 i = begin; i < std::min(begin + chunk, catalog.size()); ++i)
            entities.push_back(catalog.entity(i));
        total += bench::milliseconds([&] {
            for (domain::Entity &entity : entities)
                (*pull)->put(std::move(entity));
            mirror.flush();
        });
    }
    total += bench::milliseconds([&] {
        if (const auto completed = (*pull)->complete(); !completed)
            qFatal("%s", qUtf8Printable(completed.error().detail));
        mirror.flush();
    });
    return total;
}

/// Pulls that bring only changes, from `begin` to `complete`; the snapshot follows on a thread of its own. `cursor` is
/// as large as the page state of a portal's catalog.
bench::Samples patchPulls(Mirror &mirror, const testkit::Synthetic &catalog, int changes, const QByteArray &cursor)
{
    bench::Samples samples;
    for (int round = 0; round < 20; ++round) {
        std::vector<domain::Entity> changed;
        for (int i = 0; i < changes; ++i) {
            changed.push_back(catalog.entity(quint32(i) * (catalog.size() / quint32(changes))));
            QJsonObject spec = changed.back().spec();
            spec.insert(u"round"_s, round);
            changed.back().body.insert(u"spec"_s, spec);
        }
        samples.add(bench::milliseconds([&] {
            auto pull = mirror.beginPull(u"bench-1"_s, u"catalog"_s, u"me"_s);
            std::ignore = (*pull)->cursor();
            (*pull)->bringOnlyChanges();
            for (domain::Entity &entity : changed)
                (*pull)->put(std::move(entity));
            (*pull)->setCursor(cursor);
            if (const auto completed = (*pull)->complete(); !completed)
                qFatal("%s", qUtf8Printable(completed.error().detail));
        }));
        mirror.flush();
    }
    return samples;
}

qint64 journalBytes(const QString &directory) { return QFileInfo(directory + u"/mirror.sqlite-wal"_s).size(); }

void benchPatches(const QString &directory, const testkit::Synthetic &catalog, bench::Report &report)
{
    const QByteArray cursor(qsizetype(catalog.size()) * 30, 'c');
    {
        const auto mirror = opened(directory);
        patchPulls(*mirror, catalog, 0, cursor);
    }
    const auto mirror = opened(directory); // With an empty journal.
    report.samples(u"patch pull, nothing changed"_s, catalog.size(), patchPulls(*mirror, catalog, 0, cursor));
    report.value(u"patch pull, nothing changed, written"_s, catalog.size(), u"kb"_s, double(journalBytes(directory)) / 20 / 1024);
    report.samples(u"patch pull, 10 changed"_s, catalog.size(), patchPulls(*mirror, catalog, 10, cursor));
}

/// Questions for what changed, over some thousand changes; the first pull's versions lie before them.
void benchHistory(const QString &directory, const testkit::Synthetic &catalog, int rounds, bench::Report &report)
{
    const auto mirror = opened(directory);
    const QDateTime begun = QDateTime::currentDateTimeUtc();
    std::ignore = patchPulls(*mirror, catalog, int(std::min<quint32>(catalog.size() / 4, 500)), {});
    const auto ask = [&](const QString &what, const ChangesQuery &asked, double budget) {
        qsizetype found = 0;
        benchRounds(what, catalog.size(), rounds, budget, report, [&] { found = mirror->changes(asked).value().total(); });
        report.value(what + u", found"_s, catalog.size(), u"changes"_s, double(found));
    };
    ChangesQuery since, team, one;
    since.since = team.since = begun;
    const SnapshotPtr snapshot = mirror->snapshot();
    for (Row row = 0; row < snapshot->size() && team.owners.isEmpty(); ++row) {
        if (snapshot->ownerId(row) != 0)
            team.owners = { snapshot->string(snapshot->ownerId(row)).toString() };
    }
    one.refs = { catalog.ref(0) };
    ask(u"changes since, everything"_s, since, 100);
    ask(u"changes since, of a team"_s, team, 300);
    ask(u"changes of all time"_s, {}, 500);
    ask(u"changes of one entity"_s, one, 1);
}

void benchPulls(const QString &directory, const testkit::Synthetic &catalog, bench::Report &report)
{
    const auto mirror = opened(directory);
    const double before = processorMilliseconds();
    const double first = pull(*mirror, catalog);
    report.value(u"first pull, processor time with making the entities"_s, catalog.size(), u"ms"_s,
        processorMilliseconds() - before);
    report.value(u"first pull until shown"_s, catalog.size(), u"ms"_s, first);
    report.value(u"first pull, each entity"_s, catalog.size(), u"us"_s, first * 1000 / catalog.size());
    report.value(u"on disk"_s, catalog.size(), u"mb"_s, double(mirror->bytesOnDisk()) / 1024 / 1024);
    report.value(u"unchanged pull until shown"_s, catalog.size(), u"ms"_s, pull(*mirror, catalog));
}

void benchOpen(const QString &directory, quint32 size, int rounds, bench::Report &report)
{
    std::vector<std::unique_ptr<Mirror>> kept; // Closing is not timed.
    benchRounds(u"open to snapshot"_s, size, rounds, size == 100'000 ? 150 : 0, report, [&] {
        kept.push_back(opened(directory, true));
        if (kept.back()->snapshot()->size() != size)
            qFatal("opened with %u of %u entities", kept.back()->snapshot()->size(), size);
    });
    kept.clear();
    report.value(u"open for writing"_s, size, u"ms"_s, bench::milliseconds([&] { kept.push_back(opened(directory)); }));
}

void benchReads(const QString &directory, const testkit::Synthetic &catalog, bench::Report &report)
{
    const auto mirror = opened(directory);
    const SnapshotPtr snapshot = mirror->snapshot();
    bench::Samples entity, find, owned;
    quint64 state = 1;
    for (int i = 0; i < lookups; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const QString ref = catalog.ref(quint32((state >> 33) % catalog.size()));
        entity.add(bench::measured([&] {
            if (!mirror->entity(ref))
                qFatal("lost %s", qUtf8Printable(ref));
        }));
        find.add(bench::measured([&] {
            if (snapshot->find(ref) == noRow)
                qFatal("lost %s", qUtf8Printable(ref));
        }));
    }
    const Row me[] = { snapshot->find(catalog.ref(catalog.size() / 20)) };
    for (int i = 0; i < 20; ++i)
        owned.add(bench::measured([&] { snapshot->ownedBy(snapshot->withGroups(me)); }));
    report.samples(u"entity() lookup"_s, catalog.size(), entity, 1);
    report.samples(u"find() lookup"_s, catalog.size(), find);
    report.samples(u"mine through groups"_s, catalog.size(), owned, catalog.size() <= 100'000 ? 16 : 0);
}

void benchText(const QString &directory, quint32 size, bench::Report &report)
{
    auto mirror = Mirror::open(directory, {});
    QEventLoop loop;
    QObject::connect(mirror->get(), &Mirror::textIndexProgress, &loop, [&](int done, int total) {
        if (done == total)
            loop.quit();
    });
    report.value(u"text index of all"_s, size, u"ms"_s, bench::milliseconds([&] {
        while (!(*mirror)->textIndexedAll())
            loop.exec();
    }));
    bench::Samples samples;
    for (int i = 0; i < 20; ++i)
        samples.add(bench::measured([&] { std::ignore = (*mirror)->fullText({ u"ledger"_s, u"finance"_s }, 50); }));
    report.samples(u"full text query"_s, size, samples);
}

/// In a process of its own, whose heap nothing else has touched.
void benchMemory(const QString &directory, quint32 size, bench::Report &report)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), { u"--memory"_s, directory });
    process.waitForFinished(-1);
    report.value(u"memory of an open mirror"_s, size, u"mb"_s, process.readAllStandardOutput().trimmed().toDouble());
}

int printMemory(const QString &directory)
{
    const double before = domain::proportionalMegabytes();
    const auto mirror = opened(directory, true);
    std::printf("%f\n", domain::proportionalMegabytes() - before);
    return 0;
}

void run(quint32 size, int rounds, bench::Report &report)
{
    const testkit::Synthetic catalog(size);
    const QTemporaryDir folder;
    benchBuild(catalog, rounds, report);
    benchPulls(folder.path(), catalog, report);
    benchPatches(folder.path(), catalog, report);
    benchHistory(folder.path(), catalog, rounds, report);
    benchOpen(folder.path(), size, rounds, report);
    benchReads(folder.path(), catalog, report);
    benchMemory(folder.path(), size, report);
    benchText(folder.path(), size, report);
}

/// Leaves a mirror with a made-up catalog for the program itself to be started on.
void fill(const QString &directory, quint32 size)
{
    const auto mirror = opened(directory);
    pull(*mirror, testkit::Synthetic(size));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Times the mirror over made-up catalogs; one JSON line each."_s);
    parser.addHelpOption();
    const QCommandLineOption sizes(u"sizes"_s, u"Entities, comma separated."_s, u"list"_s, u"1000,10000,100000"_s);
    const QCommandLineOption million(u"million"_s, u"A million entities too."_s);
    const QCommandLineOption rounds(u"rounds"_s, u"How often each is done."_s, u"count"_s, u"9"_s);
    const QCommandLineOption strict(u"strict"_s, u"Exit 1 when a budget is not met."_s);
    const QCommandLineOption memoryOf(u"memory"_s, u"Print the megabytes that opening this mirror takes."_s, u"directory"_s);
    const QCommandLineOption filled(u"fill"_s, u"Make a mirror of the first size in this directory, and end."_s, u"directory"_s);
    parser.addOptions({ sizes, million, rounds, strict, memoryOf, filled });
    parser.process(application);
    if (parser.isSet(memoryOf))
        return printMemory(parser.value(memoryOf));

    QStringList list = parser.value(sizes).split(u',', Qt::SkipEmptyParts);
    if (parser.isSet(filled)) {
        fill(parser.value(filled), list.value(0).toUInt());
        return 0;
    }
    if (parser.isSet(million))
        list.append(u"1000000"_s);
    bench::Report report;
    for (const QString &size : std::as_const(list))
        run(size.toUInt(), std::max(1, parser.value(rounds).toInt()), report);
    return parser.isSet(strict) && !report.allMet() ? 1 : 0;
}
