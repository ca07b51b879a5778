// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/querypredicate.h"

#include <QUrlQuery>

#include <functional>
#include <optional>
#include <span>

namespace callboard::catalog {

struct OrderField {
    QString field; ///< Lower case.
    bool descending = false;

    bool operator==(const OrderField &) const = default;
};

/// A question as `entities/by-query` takes it.
struct QueryRequest {
    Predicate filter;
    std::vector<OrderField> order; ///< Only the first counts; entities without the field are left out.
    QString fullTextTerm;          ///< A substring, lower case.
    QStringList fullTextFields;    ///< Lower case; none: the order's field, else metadata.uid.
    QStringList fields;            ///< What to keep of each entity; none: all.
    qsizetype limit = 200;
    qsizetype offset = 0;
};

/// Reads the parameters of a GET, or of a command line: filter, query (JSON predicate), orderField, fullTextFilterTerm, fullTextFilterFields,
/// fields, limit, offset. Source: `parseQueryEntitiesParams`.
domain::Result<QueryRequest> parseQueryRequest(const QUrlQuery &query);
/// Reads the body of a POST: query, orderBy, fullTextFilter, fields, limit, offset.
domain::Result<QueryRequest> parseQueryRequest(const QJsonObject &body);

struct QueryResponse {
    QJsonArray items;
    qsizetype totalItems = 0;
};

/// Answers over served entities. Ties, and all when there is no order, are in the order of `metadata.uid`, then as
/// given. As there, an entity with several values of the order's field comes once for each.
/// Source: `DefaultEntitiesCatalog.queryEntities`.
domain::Result<QueryResponse> answer(const QueryRequest &request, std::span<const QJsonObject> served);

/// Keeps `fields` (dotted paths; dots within keys are found too) of an entity. A path with `[` is Invalid.
domain::Result<QJsonObject> pruneFields(const QJsonObject &served, const QStringList &fields);

struct FacetValue {
    QString value;
    qsizetype count = 0;

    bool operator==(const FacetValue &) const = default;
};

/// How often each value of a field occurs among the entities that match, by value.
domain::Result<QHash<QString, std::vector<FacetValue>>> facets(
    const Predicate &filter, const QStringList &fields, std::span<const QJsonObject> served);

} // namespace callboard::catalog
