// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/reach.h"

#include <algorithm>

namespace callboard::graph {

using Direction = MapOptions::Direction;

Reach::Reach(const Relations &relations, const MapOptions &options, const BoxRule &rule, StringId focus)
    : m_relations(relations)
    , m_options(options)
    , m_rule(rule)
    , m_focus(focus)
    , m_hiddenKinds(options.hiddenKinds.begin(), options.hiddenKinds.end())
{
    for (const QString &type : relations.types())
        m_hiddenTypes.push_back(options.hiddenTypes.contains(type));
    addSeeds(focus);
    if (m_items.empty())
        add(focus, 0, -1);
    walk(std::clamp(options.depth, 1, 5));
    gather();
}

bool Reach::isHiddenKind(StringId ref) const
{
    return ref != m_focus && m_hiddenKinds.contains(kindOfRef(m_relations.snapshot().string(ref)).toString());
}

bool Reach::isShown(const Relation &relation) const
{
    return !m_hiddenTypes[relation.type] && !m_rule.isBoxed(relation);
}

template<typename Use>
void Reach::eachShown(StringId ref, Use &&use) const
{
    const auto pass = [&](const Relation &relation) {
        if (isShown(relation))
            use(relation);
    };
    m_relations.each(ref, pass);
    if (m_options.implied)
        m_relations.eachImplied(ref, pass);
}

bool Reach::add(StringId ref, int depth, int parent)
{
    if (m_index.contains(ref))
        return false;
    m_index.insert(ref, int(m_items.size()));
    m_items.push_back({ ref, m_relations.snapshot().rowOf(ref), depth, parent });
    return true;
}

/// A focus that is drawn as a box is what is in it: of a domain, the parts of its systems too.
void Reach::addSeeds(StringId container)
{
    std::vector<StringId> open { container };
    QSet<StringId> seen { container };
    for (size_t i = 0; i < open.size(); ++i) {
        bool hasParts = false;
        m_relations.each(open[i], [&](const Relation &relation) {
            if (relation.to != open[i] || !m_rule.isBoxed(relation) || seen.contains(relation.from))
                return;
            hasParts = true;
            seen.insert(relation.from);
            open.push_back(relation.from);
        });
        if (!hasParts && open[i] != m_focus && !isHiddenKind(open[i]))
            add(open[i], 0, -1);
    }
}

void Reach::walk(int depth)
{
    for (size_t i = 0; i < m_items.size(); ++i) {
        const Item item = m_items[i];
        if (item.depth == depth)
            break;
        eachShown(item.ref, [&](const Relation &relation) {
            const bool out = relation.from == item.ref;
            if ((m_options.direction == Direction::Out && !out) || (m_options.direction == Direction::In && out))
                return;
            const StringId other = out ? relation.to : relation.from;
            if (m_index.contains(other))
                return;
            if (isHiddenKind(other))
                m_hidden.insert(other);
            else
                add(other, item.depth + 1, int(i));
        });
    }
}

void Reach::gather()
{
    for (const Item &item : m_items) {
        eachShown(item.ref, [&](const Relation &relation) {
            if (relation.from == item.ref && m_index.contains(relation.to))
                m_among.push_back(relation);
        });
    }
    std::ranges::sort(m_among);
    const auto rest = std::ranges::unique(m_among);
    m_among.erase(rest.begin(), rest.end());
}

} // namespace callboard::graph
