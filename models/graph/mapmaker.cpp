// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/mapmaker.h"

#include <algorithm>

namespace callboard::graph {

using namespace Qt::StringLiterals;
using Node = MapGraph::Node;

MapMaker::MapMaker(const Relations &relations, const MapOptions &options)
    : m_relations(relations)
    , m_options(options)
    , m_types(size_t(relations.types().size()))
{
}

QString MapMaker::nameOf(StringId ref) const
{
    const Snapshot &snapshot = m_relations.snapshot();
    const Row row = snapshot.rowOf(ref);
    return row == noRow ? nameOfRef(snapshot.string(ref)).toString() : snapshot.displayName(row).toString();
}

bool MapMaker::isOld(Row row) const
{
    return row != noRow && m_options.isOld && m_options.isOld(m_relations.snapshot(), row);
}

Node MapMaker::node(StringId ref, Row row) const
{
    const Snapshot &snapshot = m_relations.snapshot();
    Node node;
    node.ref = snapshot.string(ref).toString();
    node.name = nameOf(ref);
    node.entityKind = kindOfRef(node.ref).toString();
    if (row == noRow) {
        node.kind = Node::Kind::Missing;
        return node;
    }
    node.type = snapshot.type(row).toString();
    node.lifecycle = snapshot.lifecycle(row).toString();
    if (const StringId owner = snapshot.ownerId(row); owner != 0)
        node.owner = nameOf(owner);
    node.isOld = isOld(row);
    node.hasProblems = snapshot.flags(row) & Snapshot::HasProblems;
    return node;
}

void MapMaker::countKind(StringId ref)
{
    ++m_kinds[kindOfRef(m_relations.snapshot().string(ref)).toString()];
    ++graph.entities;
}

void MapMaker::addRelation(const Relation &relation, int from, int to)
{
    ++graph.relations;
    if (!relation.implied)
        ++m_types[relation.type];
    Node &node = graph.nodes[size_t(from)];
    if (from == to && (node.kind == Node::Kind::Fold || node.kind == Node::Kind::Rolled)) {
        ++node.inner;
        return;
    }
    const Snapshot &snapshot = m_relations.snapshot();
    const Row row = snapshot.rowOf(relation.from);
    Bundle &bundle = m_bundles[{ from, to, relation.type, relation.implied }];
    ++bundle.weight;
    bundle.allOld = bundle.allOld && isOld(row != noRow ? row : snapshot.rowOf(relation.to));
}

void MapMaker::colour()
{
    if (m_options.colour == MapOptions::Colour::None)
        return;
    const bool byTeam = m_options.colour == MapOptions::Colour::Team;
    const auto valueOf = [byTeam](const Node &node) { return byTeam ? node.owner : node.lifecycle; };
    QHash<QString, int> counts;
    for (const Node &node : graph.nodes) {
        if (const QString value = valueOf(node); !value.isEmpty())
            ++counts[value];
    }
    graph.groups = counts.keys();
    std::ranges::sort(graph.groups, [&](const QString &a, const QString &b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    for (Node &node : graph.nodes)
        node.group = int(graph.groups.indexOf(valueOf(node)));
}

MapGraph MapMaker::finish()
{
    for (const auto &[key, bundle] : m_bundles) {
        const auto [from, to, type, implied] = key;
        graph.edges.push_back({ from, to, m_relations.types()[type], bundle.weight, bundle.allOld, implied });
    }
    for (size_t i = 0; i < m_types.size(); ++i) {
        if (m_types[i] > 0)
            graph.types.push_back({ m_relations.types()[qsizetype(i)], m_types[i] });
    }
    for (auto kind = m_kinds.cbegin(); kind != m_kinds.cend(); ++kind)
        graph.kinds.push_back({ kind.key(), kind.value() });
    std::ranges::sort(graph.kinds, [](const auto &a, const auto &b) { return a.count != b.count ? a.count > b.count : a.name < b.name; });
    colour();
    return std::move(graph);
}

} // namespace callboard::graph
