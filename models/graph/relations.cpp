// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/relations.h"

#include <array>

namespace callboard::graph {

using namespace Qt::StringLiterals;

namespace {

    struct Pair {
        QLatin1StringView forward, backward;
    };
    // In the order of namespace type.
    constexpr std::array<Pair, type::known> pairs { {
        { "dependsOn"_L1, "dependencyOf"_L1 },
        { "consumesApi"_L1, "apiConsumedBy"_L1 },
        { "providesApi"_L1, "apiProvidedBy"_L1 },
        { "partOf"_L1, "hasPart"_L1 },
        { "ownedBy"_L1, "ownerOf"_L1 },
        { "memberOf"_L1, "hasMember"_L1 },
        { "childOf"_L1, "parentOf"_L1 },
    } };

} // namespace

Relations::Relations(SnapshotPtr snapshot)
    : m_snapshot(std::move(snapshot))
{
    for (size_t i = 0; i < pairs.size(); ++i) {
        m_types.append(pairs[i].forward);
        if (const StringId id = m_snapshot->findString(QString(pairs[i].forward)); id != 0)
            m_senses.insert(id, { TypeIndex(i), true });
        if (const StringId id = m_snapshot->findString(QString(pairs[i].backward)); id != 0)
            m_senses.insert(id, { TypeIndex(i), false });
    }
    for (Row row = 0; row < m_snapshot->size(); ++row) {
        const bool dangles = m_snapshot->flags(row) & Snapshot::Dangling;
        StringId last = 0; // Edges are sorted by type.
        Sense sense;
        for (const Snapshot::Edge &edge : m_snapshot->edges(row)) {
            if (edge.type != last) {
                learn(edge.type);
                last = edge.type;
                sense = m_senses.value(edge.type);
            }
            const bool isMissing = dangles && edge.row == noRow;
            const bool hasNoInverse = sense.type >= type::known && edge.row != row;
            if (!isMissing && !hasNoInverse)
                continue;
            const StringId self = m_snapshot->findString(m_snapshot->ref(row));
            m_further.insert({ edge.target,
                sense.forward ? Relation { self, edge.target, sense.type } : Relation { edge.target, self, sense.type } });
        }
    }
}

void Relations::learn(StringId type)
{
    if (m_senses.contains(type))
        return;
    m_senses.insert(type, { TypeIndex(m_types.size()), true });
    m_types.append(m_snapshot->string(type).toString());
}

StringId Relations::partOfKind(Row row, QLatin1StringView kind) const
{
    for (const Snapshot::Edge &edge : m_snapshot->edges(row)) {
        const Sense sense = m_senses.value(edge.type);
        if (sense.type == type::partOf && sense.forward && kindOfRef(m_snapshot->string(edge.target)) == kind)
            return edge.target;
    }
    return 0;
}

StringId Relations::domainOf(Row row) const
{
    const StringId system = m_snapshot->systemId(row);
    const Row systemRow = system == 0 ? noRow : m_snapshot->rowOf(system);
    const StringId ofSystem = systemRow == noRow ? 0 : partOfKind(systemRow, "domain"_L1);
    return ofSystem != 0 ? ofSystem : partOfKind(row, "domain"_L1);
}

QStringView kindOfRef(QStringView canonicalRef)
{
    const qsizetype colon = canonicalRef.indexOf(u':');
    return colon < 0 ? QStringView() : canonicalRef.first(colon);
}

QStringView nameOfRef(QStringView canonicalRef)
{
    return canonicalRef.sliced(canonicalRef.lastIndexOf(u'/') + 1);
}

} // namespace callboard::graph
