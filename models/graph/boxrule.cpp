// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/boxrule.h"

#include <algorithm>

namespace callboard::graph {

using namespace Qt::StringLiterals;
using Kind = MapGraph::Box::Kind;

namespace {
    constexpr int deepestDomain = 6;
}

BoxRule::BoxRule(const Relations &relations, const MapOptions &options)
    : m_relations(relations)
    , m_systems(options.systemBoxes)
    , m_domains(options.domainBoxes)
    , m_teams(options.teamBoxes)
{
}

void BoxRule::addDomains(std::vector<Named> &chain, Row row) const
{
    std::vector<Named> found; // Innermost first.
    StringId domain = m_relations.domainOf(row);
    while (domain != 0 && found.size() < deepestDomain) {
        if (std::ranges::contains(found, domain, &Named::ref) || domain == m_relations.snapshot().findString(m_relations.snapshot().ref(row)))
            break; // Domains that are part of each other.
        found.push_back({ Kind::Domain, domain });
        const Row above = m_relations.snapshot().rowOf(domain);
        domain = above == noRow ? 0 : m_relations.partOfKind(above, "domain"_L1);
    }
    chain.insert(chain.end(), found.rbegin(), found.rend());
}

std::vector<BoxRule::Named> BoxRule::chain(Row row) const
{
    std::vector<Named> chain;
    if (row == noRow)
        return chain;
    if (m_domains)
        addDomains(chain, row);
    const Snapshot &snapshot = m_relations.snapshot();
    const StringId system = snapshot.systemId(row);
    if (m_systems && system != 0 && snapshot.rowOf(system) != row)
        chain.push_back({ Kind::System, system });
    if (const StringId team = snapshot.ownerId(row); m_teams && team != 0)
        chain.push_back({ Kind::Team, team });
    return chain;
}

bool BoxRule::isBoxed(const Relation &relation) const
{
    if (relation.type != type::partOf && relation.type != type::ownedBy)
        return false;
    return std::ranges::any_of(chain(m_relations.snapshot().rowOf(relation.from)), [&](const Named &box) {
        return box.ref == relation.to && (box.kind == Kind::Team) == (relation.type == type::ownedBy);
    });
}

int BoxMaker::boxOf(Row row)
{
    int box = -1;
    for (const BoxRule::Named &named : m_rule.chain(row))
        box = add(named, box);
    return box;
}

int BoxMaker::add(const BoxRule::Named &named, int parent)
{
    const auto found = m_known.constFind({ parent, named.ref });
    if (found != m_known.constEnd())
        return *found;
    const Snapshot &snapshot = m_relations.snapshot();
    const Row row = snapshot.rowOf(named.ref);
    MapGraph::Box box;
    box.kind = named.kind;
    box.ref = snapshot.string(named.ref).toString();
    box.name = row == noRow ? nameOfRef(box.ref).toString() : snapshot.displayName(row).toString();
    box.parent = parent;
    box.isFocus = named.ref == m_focus;
    box.isMissing = row == noRow;
    m_boxes.push_back(std::move(box));
    const int index = int(m_boxes.size()) - 1;
    m_known.insert({ parent, named.ref }, index);
    return index;
}

} // namespace callboard::graph
