// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graph/boxrule.h"

#include <map>

namespace callboard::graph {

/// Puts nodes, edges and counts of a map together, for maps of an entity and of the whole estate.
class MapMaker final {
public:
    MapMaker(const Relations &relations, const MapOptions &options);

    MapGraph graph;

    /// A node with all that the snapshot says of an entity, or of a ref that nothing answers to.
    MapGraph::Node node(StringId ref, Row row) const;
    bool isOld(Row row) const;
    void countKind(StringId ref);
    /// One relation between two nodes, which may be one and the same.
    void addRelation(const Relation &relation, int from, int to);
    /// Edges and counts as the map has them, colours, and nothing more to add.
    MapGraph finish();

private:
    QString nameOf(StringId ref) const;
    void colour();

    const Relations &m_relations;
    const MapOptions &m_options;
    struct Bundle {
        int weight = 0;
        bool allOld = true;
    };
    std::map<std::tuple<int, int, TypeIndex, bool>, Bundle> m_bundles;
    QHash<QString, int> m_kinds;
    std::vector<int> m_types;
};

/// The whole estate rolled up to systems or domains.
MapGraph buildEstate(const Relations &relations, const MapOptions &options);

} // namespace callboard::graph
