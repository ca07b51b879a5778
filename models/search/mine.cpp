// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/mine.h"

#include <array>

namespace callboard::search {

using namespace mirror;

namespace {

/// The person, and the groups they are themselves a member of.
std::vector<Row> joinedBy(const Snapshot &snapshot, Row person)
{
    std::vector<Row> joined { person };
    const StringId memberOf = snapshot.findString(u"memberOf");
    for (const Snapshot::Edge &edge : snapshot.edges(person)) {
        if (edge.type == memberOf && memberOf != 0 && edge.row != noRow)
            joined.push_back(edge.row);
    }
    return joined;
}

} // namespace

void askForMine(ChangesQuery &asked, const Snapshot &snapshot, Row person)
{
    for (const Row row : joinedBy(snapshot, person))
        asked.owners.append(snapshot.ref(row).toString());
    const std::array self { person };
    for (const Row row : snapshot.withGroups(self))
        asked.ownersAlone.append(snapshot.ref(row).toString());
}

std::vector<bool> mineOf(const Snapshot &snapshot, Row person)
{
    std::vector<bool> mine = snapshot.ownedBy(joinedBy(snapshot, person), true);
    const std::array self { person };
    const std::vector<bool> above = snapshot.ownedBy(snapshot.withGroups(self), false);
    for (size_t row = 0; row < mine.size(); ++row)
        mine[row] = mine[row] || above[row];
    return mine;
}

} // namespace callboard::search
