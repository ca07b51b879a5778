// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/compare.h"

#include <QHash>
#include <QSet>

namespace callboard::apis {

/// Elements by their names; of several with one name the first counts, and the others are passed over.
template<class T>
class ByName final {
public:
    ByName(const std::vector<T> &all, auto nameOf) : m_all(all)
    {
        for (const T &one : all) {
            if (const QString name = nameOf(one); !m_first.contains(name))
                m_first.insert(name, &one);
        }
        m_nameOf = nameOf;
    }
    const T *find(const QString &name) const { return m_first.value(name, nullptr); }
    const T *same(const T &other) const { return find(m_nameOf(other)); }
    bool isFirst(const T &one) const { return same(one) == &one; }
    const std::vector<T> &all() const { return m_all; }

private:
    const std::vector<T> &m_all;
    QHash<QString, const T *> m_first;
    QString (*m_nameOf)(const T &) = nullptr;
};

/// Whether those who use the API send a value or receive it.
enum class Direction { Sent, Received };

/// Compares what two versions of an item say of their values, and collects differences.
class SchemaComparer final {
public:
    SchemaComparer(const ApiDefinition &before, const ApiDefinition &after, std::vector<Difference> &differences)
        : m_before(before)
        , m_after(after)
        , m_differences(differences)
    {
    }

    /// JSON Schema, through references.
    void compare(SchemaId before, SchemaId after, Direction direction, const QString &where);
    /// A named type of GraphQL or protobuf, of which references lead to other items.
    void compareNamed(SchemaId before, SchemaId after, ItemKind kind);
    void compareParameters(const std::vector<Parameter> &before, const std::vector<Parameter> &after, const QString &where);
    /// A type in GraphQL's words: "[User!]!".
    void compareGraphQlType(const QString &before, const QString &after, Direction direction, const QString &where, const QString &subject);
    void add(Change change, bool breaking, const QString &where, const QString &subject = {}, const QString &before = {}, const QString &after = {});

private:
    /// What a schema and all of its `allOf` say together.
    struct Whole {
        QString type;
        QString format;
        std::vector<Property> properties;
        QSet<QString> names; ///< Of the properties.
        QStringList values;
        QStringList limits;
        std::vector<SchemaId> variants;
        SchemaId items = noSchema;
        SchemaId additional = noSchema;
        QString byDefault;
        bool nullable = false;
    };
    static void gather(const ApiDefinition &definition, SchemaId id, Whole &whole, QSet<SchemaId> &seen);
    static Whole wholeOf(const ApiDefinition &definition, SchemaId id);

    void compareTypes(const Whole &before, const Whole &after, Direction direction, const QString &where);
    void compareValues(const QStringList &before, const QStringList &after, Direction direction, const QString &where);
    void compareLimits(const QStringList &before, const QStringList &after, Direction direction, const QString &where);
    void compareProperties(const Whole &before, const Whole &after, Direction direction, const QString &where);
    void compareVariants(const Whole &before, const Whole &after, Direction direction, const QString &where);
    void compareGraphQlFields(const Schema &before, const Schema &after, ItemKind kind);
    void compareProtobufFields(const Schema &before, const Schema &after);
    void compareNames(const std::vector<SchemaId> &before, const std::vector<SchemaId> &after, bool removalBreaks);

    const ApiDefinition &m_before;
    const ApiDefinition &m_after;
    std::vector<Difference> &m_differences;
    QSet<std::pair<quint64, int>> m_seen;
};

} // namespace callboard::apis
