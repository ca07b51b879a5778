// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <QHash>
#include <QJsonValue>
#include <QStringList>

#include <vector>

namespace callboard::catalog {

/// The rows by which a Backstage backend finds an entity: every leaf path with its value, both lower case.
/// Source: @backstage/plugin-catalog-backend 4.0, `buildEntitySearch`.
class SearchRows final {
public:
    struct Value {
        QString folded;   ///< Lower case; what conditions compare with.
        QString original; ///< As written; what facets count.
        bool isNull = false; ///< Longer than 200 characters, or null: the path exists without a value.
    };

    /// An entity whose paths differ only by case is Invalid, as there.
    static domain::Result<SearchRows> of(const QJsonObject &served);

    bool has(const QString &key) const { return m_rows.contains(key); }
    const std::vector<Value> &values(const QString &foldedKey) const;
    const QHash<QString, std::vector<Value>> &all() const { return m_rows; }

private:
    void add(const QString &key, const QJsonValue &value);
    QHash<QString, std::vector<Value>> m_rows;
};

/// A condition on an entity, whichever way it was written.
struct Predicate {
    enum class Op { All, Any, Not, Exists, Missing, In, HasPrefix };

    Op op = Op::All;
    QString key;        ///< Lower case.
    QStringList values; ///< Lower case; In: any of them, HasPrefix: one.
    std::vector<Predicate> children;

    bool matches(const SearchRows &rows) const;
    bool operator==(const Predicate &) const = default;
};

/// `filter=` parameters: `a=b,c` is AND within one, OR between several, OR of the values of a repeated key; a bare key
/// asks for presence. Without any condition: matches all. Source: `parseEntityFilterParams`.
domain::Result<Predicate> parseFilterParams(const QStringList &filters);

/// The body of `POST entities/by-query`: { $all | $any | $not | field: value | {$exists, $in, $hasPrefix, $contains} }.
/// Total; nesting is bounded. Source: @backstage/filter-predicates 0.1, `applyPredicateEntityFilterToQuery`.
domain::Result<Predicate> parsePredicate(const QJsonValue &predicate);

/// The predicate in the notation of `parsePredicate`.
QJsonObject toJson(const Predicate &predicate);

} // namespace callboard::catalog
