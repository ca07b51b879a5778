// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/readers.h"

#include <array>

namespace callboard::apis::graphql {

enum class Kind { Scalar, Object, Interface, Union, Enum, Input };

struct Field {
    Property property;
    QString type;  ///< "[User!]!"
    QString named; ///< "User"
    std::vector<Field> arguments;
    QString byDefault;
};

struct Type {
    Kind kind = Kind::Scalar;
    QString name;
    QString description;
    std::vector<Field> fields;
    QStringList interfaces;
    QStringList members; ///< Of a union.
    std::vector<EnumValue> values;
    Place at;
    bool isExtensionOnly = false;
};

struct Directive {
    Item item;
    std::vector<Field> arguments;
};

bool isBuiltInScalar(const QString &name);

/// A type system as it was read, in whichever of its notations.
struct TypeSystem {
    std::array<QString, 3> roots { QStringLiteral("Query"), QStringLiteral("Mutation"), QStringLiteral("Subscription") };
    std::vector<Type> types; ///< Each name once.
    std::vector<Directive> directives;
};

/// Makes items and schemas of a type system; types that are named and not there are problems.
class Builder final {
public:
    Builder(const TypeSystem &system, Collector &collector) : m_system(system), m_collector(collector) { }
    void run();

private:
    SchemaId reference(const Field &field);
    Parameter parameter(const Field &field);
    std::vector<SchemaId> references(const QStringList &names, Place at);
    void fillSchema(const Type &type);
    void addRootFields(const Type &type, int root);
    void addType(const Type &type);

    const TypeSystem &m_system;
    Collector &m_collector;
    QHash<QString, SchemaId> m_schemaOf;
    QSet<QString> m_unknown;
};

} // namespace callboard::apis::graphql
