// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entitylisting.h"

#include <optional>
#include <vector>

namespace callboard::items {

/// Neighbouring rows of one group (or of the flat list) that come or go together.
struct RowBlock {
    int group = -1;      ///< -1: the flat list.
    quint32 first = 0;   ///< Within its group: of the old listing when removed, of the new one when inserted.
    quint32 count = 0;
};

/// How one listing becomes another by removing blocks, then inserting blocks; the rest keeps its order.
struct ListingSteps {
    std::vector<RowBlock> removed;  ///< Ascending; places of the old listing.
    std::vector<RowBlock> inserted; ///< Ascending; places of the new listing.

    size_t size() const { return removed.size() + inserted.size(); }
};

/// Above this a model changes as one step: row signals cost a view more than they save.
inline constexpr size_t mostSteps = 30;

/// None when the groups differ, rows changed places, or it would take more than `mostSteps`.
std::optional<ListingSteps> stepsBetween(const EntityListing &before, const EntityListing &after);

/// The same rows in the same groups of the same index, in another order.
bool isReordered(const EntityListing &before, const EntityListing &after);

} // namespace callboard::items
