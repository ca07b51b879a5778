// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/entitylisting.h"

#include <algorithm>

namespace callboard::items {

using search::Code;
using search::Field;
using search::Hit;
using search::Row;

namespace {

search::Order orderOf(int column)
{
    return column >= 0 && column < search::orderCount ? search::Order(column) : search::Order::Name;
}

std::vector<Row> rowsInOrder(const ListingRequest &request, const std::vector<quint8> &shown, Row count)
{
    const std::vector<Row> &order = request.index->order(orderOf(request.sortColumn));
    // One more: the place that is written to without moving on. No branch, for in this order it would be guessed wrong half the time.
    std::vector<Row> rows(size_t(count) + 1);
    Row *next = rows.data();
    const auto take = [&](Row row) {
        *next = row;
        next += shown[row];
    };
    if (request.sortOrder == Qt::AscendingOrder)
        std::for_each(order.begin(), order.end(), take);
    else
        std::for_each(order.rbegin(), order.rend(), take);
    rows.pop_back();
    return rows;
}

std::vector<Row> rowsByRelevance(const ListingRequest &request, const search::FilterResult &result)
{
    std::vector<Hit> hits;
    std::copy_if(result.hits.begin(), result.hits.end(), std::back_inserter(hits), [&](const Hit &hit) { return result.shown[hit.row] != 0; });
    const size_t all = hits.size();
    hits = search::best(std::move(hits), *request.index, request.context.personal.get(), all);
    std::vector<Row> rows(hits.size());
    std::transform(hits.begin(), hits.end(), rows.begin(), [](const Hit &hit) { return hit.row; });
    return rows;
}

/// Without words, what one was at lately is ordered by when.
std::vector<Row> rowsByRecency(const ListingRequest &request, const search::FilterResult &result)
{
    std::vector<Row> rows;
    rows.reserve(result.count);
    for (Row row = 0; row < result.shown.size(); ++row) {
        if (result.shown[row])
            rows.push_back(row);
    }
    const std::vector<quint8> &recency = request.context.personal->recency;
    const std::vector<quint32> &names = request.index->nameRanks();
    std::ranges::sort(rows, {}, [&](Row row) { return std::pair(-recency[row], names[row]); });
    return rows;
}

std::vector<Row> rowsAsAsked(const ListingRequest &request, const search::FilterResult &result)
{
    if (request.sortColumn == EntityTableModel::byRelevance) {
        if (!result.hits.empty())
            return rowsByRelevance(request, result);
        if (request.filter.scope == search::Filter::Scope::Recent && request.context.personal)
            return rowsByRecency(request, result);
    }
    return rowsInOrder(request, result.shown, result.count);
}

/// Puts the rows into groups by their code, keeping their order within each.
void group(EntityListing &listing, Field field)
{
    listing.groupedBy = field;
    const search::CatalogIndex &index = *listing.index;
    const std::vector<Code> &codes = index.column(field).codes;
    std::vector<quint32> counts(index.column(field).size(), 0);
    for (const Row row : listing.rows)
        ++counts[codes[row]];
    std::vector<quint32> next(counts.size(), 0);
    quint32 begin = 0;
    for (const Code code : index.codesByLabel(field)) {
        if (counts[code] == 0)
            continue;
        next[code] = begin;
        listing.groups.push_back({ code, begin, begin + counts[code] });
        begin += counts[code];
    }
    std::vector<Row> rows(listing.rows.size());
    for (const Row row : listing.rows)
        rows[next[codes[row]]++] = row;
    listing.rows = std::move(rows);
}

/// Only the order or the grouping is another.
bool canTakeOver(const ListingRequest &request)
{
    const EntityListing *last = request.last.get();
    return last && last->index == request.index && last->filter == request.filter && last->personal == request.context.personal
        && (last->hasScores || !request.context.wantScores) && (last->hasCounts || !request.context.wantCounts) && !request.context.readBodies && !last->result.skippedBodies;
}

} // namespace

quint32 EntityListing::placeOf(const QString &ref) const
{
    const Row row = index->snapshot().find(ref);
    return row == search::noRow ? search::noRow : places[row];
}

int EntityListing::groupOf(quint32 place) const
{
    if (!isGrouped())
        return -1;
    const auto after = std::upper_bound(groups.begin(), groups.end(), place, [](quint32 at, const Group &group) { return at < group.begin; });
    return int(after - groups.begin()) - 1;
}

std::optional<Field> fieldOf(EntityTableModel::Grouping grouping)
{
    switch (grouping) {
    case EntityTableModel::Grouping::None: return std::nullopt;
    case EntityTableModel::Grouping::Owner: return Field::Owner;
    case EntityTableModel::Grouping::System: return Field::System;
    case EntityTableModel::Grouping::Kind: return Field::Kind;
    case EntityTableModel::Grouping::Lifecycle: return Field::Lifecycle;
    case EntityTableModel::Grouping::Repository: return Field::Repository;
    }
    return std::nullopt;
}

bool isPrepared(const ListingRequest &request)
{
    const std::optional<Field> field = fieldOf(request.grouping);
    return request.index->isReady(orderOf(request.sortColumn)) && (!field || request.index->isReady(*field));
}

std::shared_ptr<const EntityListing> makeListing(const ListingRequest &request, search::FilterEngine &engine, std::stop_token stop)
{
    auto listing = std::make_shared<EntityListing>();
    listing->index = request.index;
    listing->personal = request.context.personal;
    listing->filter = request.filter;
    listing->hasScores = request.context.wantScores;
    listing->hasCounts = request.context.wantCounts;
    listing->result = canTakeOver(request) ? request.last->result : engine.run(request.index, request.filter, request.context, stop);
    const search::FilterResult &result = listing->result;
    if (result.cancelled)
        return nullptr;
    listing->rows = rowsAsAsked(request, result);
    if (const std::optional<Field> field = fieldOf(request.grouping))
        group(*listing, *field);
    listing->places.assign(request.index->size(), search::noRow);
    for (quint32 place = 0; place < listing->rows.size(); ++place)
        listing->places[listing->rows[place]] = place;
    return listing;
}

} // namespace callboard::items
