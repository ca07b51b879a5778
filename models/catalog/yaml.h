// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHash>
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

/// One document of a stream: a value with the place of every key and item, or an error.
class YamlDocument final {
public:
    QJsonValue value;               ///< Undefined for an empty document (comments only).
    std::optional<YamlError> error; ///< Then `value` is undefined.
    Position start;                 ///< First line with content, as EXPECTED.json counts it.
    bool isEmpty() const { return !error && value.isUndefined(); }

    /// The place of what a JSON pointer names: the key for a member, the value for an item. For one
    /// that is missing, the nearest ancestor that is there.
    Position at(QStringView pointer) const;

    QHash<QString, Position> positions; ///< By JSON pointer.
};

/// Reads a stream of YAML documents as npm's `yaml` 2 does (YAML 1.2 core schema): no merge keys,
/// timestamps are strings, duplicate keys are errors, a `%YAML 1.1` directive switches the schema.
/// Documents are cut at `---` in column 0: a bad one does not take its neighbours with it.
/// Never throws; thread-safe. See docs/yaml.md for the differences to libfyaml it makes up for.
std::vector<YamlDocument> readYaml(QByteArrayView text, const YamlLimits &limits = {});

} // namespace callboard::catalog
