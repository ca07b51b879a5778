// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/listingdiff.h"

#include <algorithm>

namespace callboard::items {

using search::Row;

namespace {

bool haveSameGroups(const EntityListing &before, const EntityListing &after)
{
    const bool isSameIndex = before.index == after.index;
    return before.groupedBy == after.groupedBy
        && std::equal(before.groups.begin(), before.groups.end(), after.groups.begin(), after.groups.end(),
            [&](const EntityListing::Group &a, const EntityListing::Group &b) {
                return isSameIndex ? a.code == b.code : before.keyOf(a) == after.keyOf(b);
            });
}

/// Walks both listings side by side.
class Walk {
public:
    Walk(const EntityListing &before, const EntityListing &after)
        : m_before(before)
        , m_after(after)
        , m_isSameIndex(before.index == after.index)
    {
    }

    /// False when it does not come down to few blocks.
    bool range(int group, EntityListing::Group old, EntityListing::Group next)
    {
        // A list that was empty, as at the start, or becomes so: nothing has to be looked for.
        if (old.begin == old.end || next.begin == next.end) {
            if (old.begin < old.end)
                m_steps.removed.push_back({ group, 0, old.end - old.begin });
            if (next.begin < next.end)
                m_steps.inserted.push_back({ group, 0, next.end - next.begin });
            return m_steps.size() <= mostSteps;
        }
        quint32 i = old.begin;
        quint32 j = next.begin;
        while (i < old.end || j < next.end) {
            if (i < old.end && j < next.end && isSame(i, j)) {
                ++i;
                ++j;
            } else if (i < old.end && !isKept(i, next)) {
                add(m_steps.removed, group, i++ - old.begin);
            } else if (j < next.end && !wasThere(j, old)) {
                add(m_steps.inserted, group, j++ - next.begin);
            } else {
                return false;
            }
            if (m_steps.size() > mostSteps)
                return false;
        }
        return true;
    }

    ListingSteps take() { return std::move(m_steps); }

private:
    QStringView oldRef(quint32 place) const { return m_before.index->snapshot().ref(m_before.rows[place]); }
    QStringView newRef(quint32 place) const { return m_after.index->snapshot().ref(m_after.rows[place]); }

    bool isSame(quint32 i, quint32 j) const
    {
        return m_isSameIndex ? m_before.rows[i] == m_after.rows[j] : oldRef(i) == newRef(j);
    }

    static bool isWithin(quint32 place, const EntityListing::Group &range)
    {
        return place != search::noRow && place >= range.begin && place < range.end;
    }

    bool isKept(quint32 i, const EntityListing::Group &next) const
    {
        const Row row = m_isSameIndex ? m_before.rows[i] : m_after.index->snapshot().find(oldRef(i));
        return row != search::noRow && isWithin(m_after.places[row], next);
    }

    bool wasThere(quint32 j, const EntityListing::Group &old) const
    {
        const Row row = m_isSameIndex ? m_after.rows[j] : m_before.index->snapshot().find(newRef(j));
        return row != search::noRow && isWithin(m_before.places[row], old);
    }

    static void add(std::vector<RowBlock> &blocks, int group, quint32 at)
    {
        if (!blocks.empty() && blocks.back().group == group && blocks.back().first + blocks.back().count == at)
            ++blocks.back().count;
        else
            blocks.push_back({ group, at, 1 });
    }

    const EntityListing &m_before;
    const EntityListing &m_after;
    bool m_isSameIndex;
    ListingSteps m_steps;
};

} // namespace

std::optional<ListingSteps> stepsBetween(const EntityListing &before, const EntityListing &after)
{
    if (!haveSameGroups(before, after))
        return std::nullopt;
    Walk walk(before, after);
    if (!before.isGrouped()) {
        const EntityListing::Group old { 0, 0, quint32(before.rows.size()) };
        const EntityListing::Group next { 0, 0, quint32(after.rows.size()) };
        if (!walk.range(-1, old, next))
            return std::nullopt;
    }
    for (size_t group = 0; group < before.groups.size(); ++group) {
        if (!walk.range(int(group), before.groups[group], after.groups[group]))
            return std::nullopt;
    }
    return walk.take();
}

bool isReordered(const EntityListing &before, const EntityListing &after)
{
    if (before.index != after.index || before.rows.size() != after.rows.size() || !haveSameGroups(before, after))
        return false;
    for (size_t group = 0; group < before.groups.size(); ++group) {
        if (before.groups[group].size() != after.groups[group].size())
            return false;
    }
    return std::all_of(before.rows.begin(), before.rows.end(), [&](Row row) { return after.places[row] != search::noRow; });
}

} // namespace callboard::items
