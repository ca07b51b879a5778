// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graph/graph.h"

namespace callboard::graph {

/// Which boxes an entity is in. A relation to such a box is drawn by the box, and is no line.
class BoxRule final {
public:
    BoxRule(const Relations &relations, const MapOptions &options);

    struct Named {
        MapGraph::Box::Kind kind;
        StringId ref;
    };
    /// Outermost first.
    std::vector<Named> chain(Row row) const;
    bool isBoxed(const Relation &relation) const;

private:
    void addDomains(std::vector<Named> &chain, Row row) const;

    const Relations &m_relations;
    bool m_systems, m_domains, m_teams;
};

/// The boxes of a map, made as entities are put into them.
class BoxMaker final {
public:
    BoxMaker(const Relations &relations, const BoxRule &rule, StringId focus)
        : m_relations(relations)
        , m_rule(rule)
        , m_focus(focus)
    {
    }
    int boxOf(Row row); ///< The innermost one, -1 for none.
    std::vector<MapGraph::Box> take() { return std::move(m_boxes); }

private:
    int add(const BoxRule::Named &named, int parent);

    const Relations &m_relations;
    const BoxRule &m_rule;
    StringId m_focus;
    std::vector<MapGraph::Box> m_boxes;
    QHash<std::pair<int, StringId>, int> m_known; ///< By parent and ref.
};

} // namespace callboard::graph
