// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graph/boxrule.h"

#include <QSet>

namespace callboard::graph {

/// All that lies within the depth of a map, before anything is folded.
class Reach final {
public:
    struct Item {
        StringId ref;
        Row row;
        int depth;
        int parent; ///< The item it was first met from; -1 at the focus.
    };

    Reach(const Relations &relations, const MapOptions &options, const BoxRule &rule, StringId focus);

    const std::vector<Item> &items() const { return m_items; } ///< By depth.
    const std::vector<Relation> &relationsAmong() const { return m_among; } ///< Each once, sorted.
    int indexOf(StringId ref) const { return m_index.value(ref, -1); }
    int hidden() const { return int(m_hidden.size()); }

private:
    bool isHiddenKind(StringId ref) const;
    bool isShown(const Relation &relation) const;
    template<typename Use>
    void eachShown(StringId ref, Use &&use) const;
    bool add(StringId ref, int depth, int parent);
    void addSeeds(StringId container);
    void walk(int depth);
    void gather();

    const Relations &m_relations;
    const MapOptions &m_options;
    const BoxRule &m_rule;
    StringId m_focus;
    std::vector<bool> m_hiddenTypes; ///< By TypeIndex.
    QSet<QString> m_hiddenKinds;
    std::vector<Item> m_items;
    QHash<StringId, int> m_index;
    QSet<StringId> m_hidden;
    std::vector<Relation> m_among;
};

} // namespace callboard::graph
