// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/tree.h"

#include <QSet>

namespace callboard::apis {

// One for each language. They fill in all but `uses`, and trust that the size of the text is within the limits.
void readOpenApi(const Tree &tree, const ApiLimits &limits, ApiDefinition &definition);
void readAsyncApi(const Tree &tree, const ApiLimits &limits, ApiDefinition &definition);
void readGraphQl(QByteArrayView text, const ApiLimits &limits, ApiDefinition &definition);
/// The `__schema` of what a server answered to an introspection query, whole or its `data`; none for anything else.
Tree::Id introspectedSchema(const Tree &tree);
void readIntrospection(const Tree &tree, const ApiLimits &limits, ApiDefinition &definition);
void readProtobuf(QByteArrayView text, const ApiLimits &limits, ApiDefinition &definition);
void readMcp(const Tree &tree, const ApiLimits &limits, ApiDefinition &definition);

/// Adds items, each with an id of its own, and problems, up to the limits.
class Collector {
public:
    Collector(const ApiLimits &limits, ApiDefinition &definition) : m_limits(limits), m_definition(definition) { }

    /// Makes the id unique; null where there are too many items already, which is then a problem.
    Item *add(Item item);
    void problem(const QString &message, Place at, bool isError = true);
    /// Groups keep the order in which they were first named.
    void group(const QString &name, const QString &description = {});
    void import(const QString &address);
    /// A new schema; none where there are too many already.
    SchemaId newSchema(Place at);
    Schema &schema(SchemaId id) { return m_definition.schemas[size_t(id)]; }
    ApiDefinition &definition() { return m_definition; }
    const ApiLimits &limits() const { return m_limits; }

private:
    const ApiLimits &m_limits;
    ApiDefinition &m_definition;
    QHash<QString, int> m_ids; ///< How often each was asked for.
    QSet<QString> m_groups;
    QSet<QString> m_imports;
    bool m_isFull = false;
};

/// Fills in `uses` and `usedBy`, and the words of each item with the names of what it uses.
void linkUses(ApiDefinition &definition);

/// Words that a name is found by: "getUserById" → get, user, by, id.
QStringList wordsOf(const QString &name);

} // namespace callboard::apis
