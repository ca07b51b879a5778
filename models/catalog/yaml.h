// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <vector>

namespace callboard::catalog {

/// A place in a text; both count from 1. Columns count UTF-16 code units, as npm's `yaml` does.
struct Position {
    int line = 1;
    int column = 1;

    bool operator==(const Position &) const = default;
};

/// Bounds on what one text may cost; each is a clear error when passed.
struct YamlLimits {
    qsizetype maxBytes = 10 * 1024 * 1024;
    int maxDepth = 100;
    int maxAliasExpansion = 100'000; ///< Nodes that aliases may add to one document.
};

struct YamlError {
    QString message; ///< What is wrong and what to write instead.
    Position at;

    bool operator==(const YamlError &) const = default;
};

/// Where everything of a document stands. Kept as hashes of JSON pointers, 16 bytes a node: no
/// strings are made for documents that nobody asks about.
class YamlPlaces final {
public:
    void add(quint64 pointerHash, Position at) { m_entries.push_back({pointerHash, at}); }
    Position find(QStringView pointer, Position root) const;
    size_t size() const { return m_entries.size(); }
    void truncate(size_t size) { m_entries.resize(size); }
    /// Calls with the hash of each pointer and its place, in the order of the text; of equal hashes the last counts.
    template<class Visitor>
    void each(Visitor visitor) const
    {
        for (const Entry &entry : m_entries)
            visitor(entry.pointerHash, entry.at);
    }

    static constexpr quint64 root = 0xcbf29ce484222325ULL;
    static quint64 child(quint64 parent, QStringView key);
    static quint64 child(quint64 parent, quint32 index);

private:
    struct Entry {
        quint64 pointerHash = 0;
        Position at;
    };
    std::vector<Entry> m_entries;
};

/// One document of a stream: a value with the place of every key and item, or an error.
class YamlDocument final {
public:
    QJsonValue value = QJsonValue(QJsonValue::Undefined); ///< As `document.toJSON()` gives it; undefined when there is an error.
    std::optional<YamlError> error;
    Position start; ///< Where the content begins, or for an empty document its marker.
    /// Nothing but comments, or a null: Backstage passes over such a document in silence.
    bool isEmpty() const { return !error && (value.isUndefined() || value.isNull()); }

    /// The place of what a JSON pointer names: the key for a member, the value for an item. For one
    /// that is missing, the nearest ancestor that is there.
    Position at(QStringView pointer) const { return places.find(pointer, start); }

    YamlPlaces places;
};

/// Reads a stream of YAML documents as npm's `yaml` 2 does (YAML 1.2 core schema): no merge keys,
/// timestamps are strings, duplicate keys are errors, a `%YAML 1.1` directive switches the schema.
/// An error belongs to its document and leaves its neighbours alone. A text without documents gives
/// an empty vector. Linear in time and memory; never throws; thread-safe. See docs/yaml.md.
std::vector<YamlDocument> readYaml(QByteArrayView text, const YamlLimits &limits = {});

} // namespace callboard::catalog
