// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/yaml_text.h"

#include <optional>

namespace callboard::catalog::yaml {

enum class ValueKind : uint8_t {
    Null,
    Bool,
    Number,
    String,
    Bytes,
    Date,
    MergeKey,
    Map,
    Sequence,
    Alias,
};

enum class ScalarStyle : uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded };

/// What a tag made of a collection. A set and an ordered map come out of `toJSON()` as JavaScript's
/// Set and Map, of which JSON makes `{}`; pairs as a list of objects with one member.
enum class CollectionRole : uint8_t { Ordinary, Set, OrderedMap, Pairs };

struct Node;

struct Pair {
    Node *key = nullptr;
    Node *value = nullptr; ///< None is null.
};

/// What a document means.
struct Node {
    ValueKind kind = ValueKind::Null;
    ScalarStyle style = ScalarStyle::Plain;
    CollectionRole role = CollectionRole::Ordinary;
    bool boolean = false;
    uint32_t start = 0;
    uint32_t end = 0; ///< Behind what follows on the line: comments, the line's end.
    double number = 0; ///< Of a date: milliseconds since 1970.
    std::string_view text; ///< A string's or bytes' value, an alias's target; else as it was written.
    std::string_view anchor;
    std::string_view tag;
    Sequence<Pair> pairs;
    Sequence<Node *> items;

    bool isScalar() const { return kind < ValueKind::Map; }
    bool isCollection() const { return kind == ValueKind::Map || kind == ValueKind::Sequence; }
};

/// The first of a document's errors; the others mostly follow from it.
class FirstError final {
public:
    void report(uint32_t offset, const QString &message)
    {
        if (!m_error)
            m_error = Found{offset, message};
    }
    bool isSet() const { return m_error.has_value(); }
    std::optional<YamlError> take(const Text &text)
    {
        if (!m_error)
            return {};
        const YamlError error{m_error->message, text.position(m_error->offset)};
        m_error.reset();
        return error;
    }

private:
    struct Found {
        uint32_t offset;
        QString message;
    };
    std::optional<Found> m_error;
};

/// A string as it is stored: UTF-8 in which a lone surrogate (from `\ud800`) may stand as three bytes.
QString toQString(std::string_view text);

} // namespace callboard::catalog::yaml
