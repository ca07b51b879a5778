// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/definition.h"

namespace callboard::apis {

/// What is different about an item. Whether it breaks who uses the API depends on the direction as well: Difference says so.
enum class Change {
    Deprecated,
    ParameterAdded,
    ParameterRemoved,
    ParameterRequired, ///< It was optional.
    ParameterOptional,
    BodyAdded,
    BodyRemoved,
    BodyRequired,
    MediaTypeAdded,
    MediaTypeRemoved,
    ResponseAdded,
    ResponseRemoved,
    PropertyAdded,
    PropertyRemoved,
    PropertyRequired,
    PropertyOptional,
    TypeChanged,
    FormatChanged,
    NullAllowed,
    NullRefused,
    ValueAdded, ///< Of an enumeration.
    ValueRemoved,
    VariantAdded, ///< Of oneOf and anyOf, of a union, of the interfaces of a type.
    VariantRemoved,
    LimitAdded,
    LimitRemoved,
    LimitChanged,
    DefaultChanged,
    SecurityAdded, ///< It was open to everybody.
    SecurityChanged,
    StreamingChanged,
    NumberChanged, ///< Of a field or value of protobuf.
    NumberReused, ///< By another field.
};

/// The stable, untranslated name of a change ("parameterAdded"), for JSON.
QLatin1StringView name(Change change);

struct Difference {
    Change change = Change::TypeChanged;
    QString where; ///< "request", "response 200", "query limit", and from there the way to a property: "request.amount.currency".
    QString subject; ///< What it is about: a parameter, a property, a value.
    QString before;
    QString after;
    bool breaking = false;

    bool operator==(const Difference &) const = default;
};

/// What became of one item.
struct ItemChange {
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString id; ///< In the later definition, of a removed one in the earlier.
    ItemKind itemKind = ItemKind::Operation;
    QString name;
    std::vector<Difference> differences; ///< Of a changed one; at most some hundred.
    bool breaking = false;
};

struct Comparison {
    std::vector<ItemChange> changes; ///< In the order of the later definition; removed ones first.
    /// The two are in different languages, so that nothing can be said beside that.
    bool isIncomparable = false;

    qsizetype count(ItemChange::Kind kind) const;
    qsizetype breaking() const; ///< Items with a breaking change, removed ones included.
};

/// What changed from one version to the next, and what of it breaks those who use the API: something removed; more demanded
/// of what is sent (a parameter or property required, a type narrowed, a value refused); less promised of what is
/// received (a property or response gone, a value that nobody expects). After the rules of oasdiff for OpenAPI, of graphql-js's
/// findBreakingChanges, of `buf breaking` for protobuf. Any thread; bounded in time for circles of any kind.
Comparison compare(const ApiDefinition &before, const ApiDefinition &after);

} // namespace callboard::apis
