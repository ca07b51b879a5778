// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/processmemory.h"
#include "tests/bench/areas.h"
#include "tests/unit/search/catalogs.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace callboard;

namespace {

void run(quint32 size, int rounds, bench::Report &report)
{
    const double before = domain::proportionalMegabytes();
    const mirror::SnapshotPtr snapshot = testing::syntheticSnapshot(size);
    report.value(u"memory of the snapshot"_s, size, u"mb"_s, domain::proportionalMegabytes() - before);
    const double withSnapshot = domain::proportionalMegabytes();
    bench::benchIndex(snapshot, rounds, report);
    const search::IndexPtr index = search::CatalogIndex::build(snapshot);
    index->nameRanks();
    report.value(u"memory of the index"_s, size, u"mb"_s, double(index->bytes()) / 1024 / 1024);
    bench::benchPalette(index, rounds, report);
    bench::benchCatalogList(snapshot, rounds, report);
    bench::benchRelations(snapshot, rounds, report);
    report.value(u"memory with models"_s, size, u"mb"_s, domain::proportionalMegabytes() - withSnapshot);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Times matching, filtering and models over made-up catalogs; one JSON line each."_s);
    parser.addHelpOption();
    const QCommandLineOption sizes(u"sizes"_s, u"Entities, comma separated."_s, u"list"_s, u"1000,10000,100000"_s);
    const QCommandLineOption million(u"million"_s, u"A million entities too."_s);
    const QCommandLineOption rounds(u"rounds"_s, u"How often each is done."_s, u"count"_s, u"5"_s);
    const QCommandLineOption strict(u"strict"_s, u"Exit 1 when a budget is not met."_s);
    parser.addOptions({ sizes, million, rounds, strict });
    parser.process(application);

    QStringList list = parser.value(sizes).split(u',', Qt::SkipEmptyParts);
    if (parser.isSet(million))
        list.append(u"1000000"_s);
    bench::Report report;
    for (const QString &size : std::as_const(list))
        run(size.toUInt(), std::max(1, parser.value(rounds).toInt()), report);
    return parser.isSet(strict) && !report.allMet() ? 1 : 0;
}
