// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/relationtable.h"

#include <algorithm>

namespace callboard::catalog {

void RelationTable::add(quint32 source, const QString &type, quint32 target)
{
    m_rows.push_back({ source, m_names->idOf(type), target });
}

void RelationTable::settle()
{
    m_rows.shrink_to_fit();
    std::ranges::sort(m_rows, {}, &Row::source);
}

std::vector<domain::Relation> RelationTable::of(const QString &source) const
{
    std::vector<domain::Relation> relations;
    const auto id = m_names->find(source);
    if (!id)
        return relations;
    for (const Row &row : std::ranges::equal_range(m_rows, *id, {}, &Row::source))
        relations.push_back({ m_names->at(row.type), m_names->at(row.target) });
    std::ranges::sort(relations);
    relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
    return relations;
}

} // namespace callboard::catalog
