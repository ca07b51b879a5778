// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QStringList>

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace callboard::catalog {

struct Schema;
using SchemaPtr = std::shared_ptr<const Schema>;
using SchemaProperties = std::vector<std::pair<QString, SchemaPtr>>;

/// The part of JSON Schema draft 07 that Backstage's entity schemas use. Built in C++, because the order of
/// properties decides which error is named first, and QJsonObject forgets it.
struct Schema {
    QStringList types = {}; ///< Empty: any.
    std::optional<int> minLength = {};
    std::optional<int> maxLength = {};
    bool wordPattern = false; ///< `pattern: ^\w+$`
    std::vector<QJsonValue> oneOfValues = {}; ///< `enum`
    std::optional<QJsonValue> constant = {};
    std::vector<SchemaPtr> oneOf = {};
    std::vector<SchemaPtr> allOf = {};
    std::optional<int> minItems = {};
    SchemaPtr items = {};
    QStringList required = {};
    bool closed = false; ///< `additionalProperties: false`
    SchemaPtr additional = {}; ///< `additionalProperties: {…}`
    SchemaProperties properties = {};
    SchemaPtr everyProperty = {}; ///< `patternProperties: { "^.+$": … }`
};

namespace schema {
SchemaPtr text(); ///< `{ type: string, minLength: 1 }`
SchemaPtr anyText();
SchemaPtr ofTypes(const QStringList &types);
SchemaPtr textList(); ///< `{ type: array, items: text() }`
SchemaPtr listOf(SchemaPtr items, std::optional<int> minItems = {});
SchemaPtr values(const QStringList &allowed); ///< `{ enum: […] }`
SchemaPtr textValues(const QStringList &allowed); ///< `{ type: string, enum: […] }`
SchemaPtr object(const QStringList &required, SchemaProperties properties);
}

/// One rule of a schema that a value breaks.
struct SchemaError {
    enum class Rule { Type, Required, Additional, MinLength, MaxLength, Pattern, Enum, Const, MinItems, OneOf };
    Rule rule = Rule::Type;
    QString pointer;  ///< Of the value that breaks it, as Ajv's instancePath.
    QString property; ///< Required, Additional: the member's name.
    QStringList expected; ///< Types or values.
    int limit = 0;

    /// The JSON pointer of what is wrong: of a missing or foreign member itself, else `pointer`.
    QString field() const;
};

struct SchemaContext {
    /// Sorts the keys of the object at a pointer as they were written; unset: by name.
    std::function<void(const QString &pointer, QStringList &keys)> order;
};

/// All errors, in the order in which Ajv 8 reports them with `allErrors`.
std::vector<SchemaError> check(const Schema &schema, const QJsonValue &value, const SchemaContext &context = {});

/// `~` and `/` escaped as JSON pointers have it.
QString pointerSegment(const QString &key);

} // namespace callboard::catalog
