// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/relationtable.h"

#include <algorithm>

namespace callboard::catalog {

quint32 RelationTable::idOf(const QString &name)
{
    if (const auto known = m_ids.constFind(name); known != m_ids.cend())
        return *known;
    const quint32 id = quint32(m_names.size());
    m_ids.insert(name, id);
    m_names.push_back(name);
    return id;
}

void RelationTable::add(const QString &source, const QString &type, const QString &target)
{
    m_rows.push_back({ idOf(source), idOf(type), idOf(target) });
}

void RelationTable::settle()
{
    m_rows.shrink_to_fit();
    std::ranges::sort(m_rows, {}, &Row::source);
}

std::vector<domain::Relation> RelationTable::of(const QString &source) const
{
    std::vector<domain::Relation> relations;
    const auto id = m_ids.constFind(source);
    if (id == m_ids.cend())
        return relations;
    for (const Row &row : std::ranges::equal_range(m_rows, *id, {}, &Row::source))
        relations.push_back({ m_names[row.type], m_names[row.target] });
    std::ranges::sort(relations);
    relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
    return relations;
}

} // namespace callboard::catalog
