// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/drawing.h"
#include "models/graph/paths.h"
#include "tests/bench/figures.h"
#include "tests/bench/maps.h"
#include "tests/unit/search/catalogs.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::graph;

namespace {

template<typename Work>
void time(const QString &what, quint32 size, int rounds, bench::Report &report, double budget, Work work)
{
    bench::Samples samples;
    for (int round = 0; round < rounds; ++round)
        samples.add(bench::measured(work));
    report.samples(what, size, samples, budget);
}

/// Of the processor, by all helpers that have ended.
double helpersMilliseconds()
{
    rusage usage {};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    const auto milliseconds = [](const timeval &time) { return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3; };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

/// The entity with the most relations: the worst that a person can put in the middle.
QString busiest(const Snapshot &snapshot)
{
    Row most = 0;
    for (Row row = 0; row < snapshot.size(); ++row) {
        const bool isComponent = snapshot.ref(row).startsWith(u"component:");
        if (isComponent && (!snapshot.ref(most).startsWith(u"component:") || snapshot.edges(row).size() > snapshot.edges(most).size()))
            most = row;
    }
    return snapshot.ref(most).toString();
}

void benchCatalog(quint32 size, int rounds, bench::Report &report)
{
    const SnapshotPtr snapshot = testing::syntheticSnapshot(size);
    time(u"relations read"_s, size, rounds, report, 0, [&] { Relations relations(snapshot); });
    const Relations relations(snapshot);
    MapOptions options = MapOptions::forFocus(busiest(*snapshot));
    for (const int depth : { 1, 2, 5 }) {
        options.depth = depth;
        time(u"map built, depth %1"_s.arg(depth), size, rounds, report, 0, [&] { std::ignore = buildMap(relations, options); });
    }
    options.focus.clear();
    options.rollUp = MapOptions::RollUp::System;
    time(u"estate rolled up to systems"_s, size, rounds, report, 0, [&] { std::ignore = buildMap(relations, options); });
    const QString far = snapshot->ref(snapshot->size() / 2).toString();
    const QString focus = busiest(*snapshot);
    time(u"shortest path"_s, size, rounds, report, 0, [&] { std::ignore = shortestPath(relations, focus, far, options.hiddenTypes); });
    time(u"what breaks"_s, size, rounds, report, 0, [&] { std::ignore = impactOf(relations, focus); });
    time(u"circles"_s, size, rounds, report, 0, [&] { std::ignore = circles(relations); });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Times the relations map and its layout; one JSON line each."_s);
    parser.addHelpOption();
    const QCommandLineOption sizes(u"sizes"_s, u"Entities, comma separated."_s, u"list"_s, u"10000,100000"_s);
    const QCommandLineOption nodes(u"nodes"_s, u"Nodes to lay out, comma separated; two and a half edges each."_s, u"list"_s, u"100,2000"_s);
    const QCommandLineOption rounds(u"rounds"_s, u"How often each is done."_s, u"count"_s, u"5"_s);
    parser.addOptions({ sizes, nodes, rounds });
    parser.process(application);
    const int count = std::max(1, parser.value(rounds).toInt());

    bench::Report report;
    for (const QString &size : parser.value(sizes).split(u',', Qt::SkipEmptyParts))
        benchCatalog(size.toUInt(), count, report);
    for (const QString &size : parser.value(nodes).split(u',', Qt::SkipEmptyParts)) {
        const quint32 wanted = size.toUInt();
        const MapGraph graph = bench::largeMap(wanted, wanted * 5 / 2);
        std::vector<QSizeF> measured;
        for (const MapGraph::Node &node : graph.nodes)
            measured.push_back(plainSize(node));
        const LayoutRequest request = LayoutRequest::of(graph, measured);
        // The helper's work is not on our thread.
        bench::Samples samples;
        for (int round = 0; round < count; ++round) {
            const double before = helpersMilliseconds();
            const bench::Cost took = bench::measured([&] { std::ignore = lay(request, {}); });
            samples.add({ took.clock, took.work + helpersMilliseconds() - before });
        }
        report.samples(u"laid out"_s, wanted, samples, 2000);
        time(u"laid out without Graphviz"_s, wanted, count, report, 2000, [&] { std::ignore = layOwn(request, {}); });
    }
    return 0;
}
