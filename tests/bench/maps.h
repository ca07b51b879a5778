// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graph/graph.h"

#include <random>

namespace callboard::bench {

/// A map as large as asked for, in the shape of a real one: few things that many depend on, systems of some twelve.
inline graph::MapGraph largeMap(quint32 nodes, quint32 edges)
{
    using namespace Qt::StringLiterals;
    std::mt19937 dice(11);
    graph::MapGraph map;
    for (quint32 i = 0; i < nodes; ++i) {
        graph::MapGraph::Node node;
        node.name = u"component-%1"_s.arg(i);
        node.ref = u"component:default/"_s + node.name;
        node.entityKind = i % 5 == 0 ? u"api"_s : i % 7 == 0 ? u"resource"_s : u"component"_s;
        node.owner = u"team-%1"_s.arg(i / 40);
        node.isFocus = i == 0;
        map.nodes.push_back(node);
    }
    const QStringList types { u"dependsOn"_s, u"dependsOn"_s, u"consumesApi"_s, u"providesApi"_s };
    while (map.edges.size() < edges) {
        const double far = double(dice() % 10'000) / 10'000;
        const int from = int(dice() % nodes), to = int(double(nodes) * far * far * far);
        if (from != to)
            map.edges.push_back({ from, to, types[qsizetype(dice() % 4)] });
    }
    map.entities = int(nodes);
    map.relations = int(edges);
    return map;
}

} // namespace callboard::bench
