// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entitytablemodel.h"

namespace callboard::items {

/// What a list shows: rows of one index in order, in groups where there are any. A value, made on any thread.
struct EntityListing {
    struct Group {
        search::Code code = 0; ///< Of the value that its rows share.
        quint32 begin = 0;     ///< In `rows`.
        quint32 end = 0;

        quint32 size() const { return end - begin; }
    };

    search::IndexPtr index;
    search::PersonalPtr personal;
    std::vector<search::Row> rows;
    std::vector<Group> groups;
    std::optional<search::Field> groupedBy;
    std::vector<quint32> places; ///< By row: its place in `rows`; noRow where not shown.
    search::Filter filter;
    bool hasScores = false;
    bool hasCounts = false; ///< Of facets.
    search::FilterResult result;

    quint32 placeOf(const QString &ref) const;
    bool isGrouped() const { return groupedBy.has_value(); }
    int groupOf(quint32 place) const; ///< -1 when flat.
    QStringView keyOf(const Group &group) const { return index->value(*groupedBy, group.code); }
    QString labelOf(const Group &group) const { return index->label(*groupedBy, group.code); }
};

/// All that a listing is made from.
struct ListingRequest {
    search::IndexPtr index;
    search::Filter filter;
    search::FilterContext context;
    EntityTableModel::Grouping grouping = EntityTableModel::Grouping::None;
    int sortColumn = 0;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    std::shared_ptr<const EntityListing> last; ///< What it filtered is taken over when nothing of that changed.
};

/// Null when stopped.
std::shared_ptr<const EntityListing> makeListing(
    const ListingRequest &request, search::FilterEngine &engine, std::stop_token stop = {});

std::optional<search::Field> fieldOf(EntityTableModel::Grouping grouping);

/// Are the order and the groups that it asks for made already?
bool isPrepared(const ListingRequest &request);

} // namespace callboard::items
