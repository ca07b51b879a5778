// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/graphqltypes.h"

#include <algorithm>

namespace callboard::apis::graphql {

using namespace Qt::StringLiterals;

bool isBuiltInScalar(const QString &name)
{
    static const QStringList builtIn { u"Int"_s, u"Float"_s, u"String"_s, u"Boolean"_s, u"ID"_s };
    return builtIn.contains(name);
}

void Builder::run()
{
    for (const Type &type : m_system.types) {
        const SchemaId id = m_collector.newSchema(type.at);
        m_schemaOf.insert(type.name, id);
        if (id != noSchema)
            m_collector.schema(id).name = type.name;
    }
    for (const Type &type : m_system.types) {
        fillSchema(type);
        const auto root = std::ranges::find(m_system.roots, type.name);
        if (root != m_system.roots.end() && type.kind == Kind::Object)
            addRootFields(type, int(root - m_system.roots.begin()));
        addType(type);
    }
    for (const Directive &directive : m_system.directives) {
        Item item = directive.item;
        for (const Field &argument : directive.arguments)
            item.parameters.push_back(parameter(argument));
        m_collector.add(std::move(item));
    }
}

SchemaId Builder::reference(const Field &field)
{
    const SchemaId id = m_collector.newSchema(field.property.at);
    if (id == noSchema)
        return id;
    Schema &schema = m_collector.schema(id);
    schema.type = field.type;
    schema.nullable = !field.type.endsWith(u'!');
    schema.byDefault = field.byDefault;
    if (const auto known = m_schemaOf.constFind(field.named); known != m_schemaOf.cend()) {
        schema.reference = field.named;
        schema.target = *known;
    } else if (!isBuiltInScalar(field.named)) {
        schema.reference = field.named;
        if (!m_unknown.contains(field.named))
            m_collector.problem(u"There is no type %1 in this schema"_s.arg(field.named), field.property.at, false);
        m_unknown.insert(field.named);
    }
    return id;
}

Parameter Builder::parameter(const Field &field)
{
    Parameter read;
    read.name = field.property.name;
    read.in = u"argument"_s;
    read.description = field.property.description;
    read.required = field.property.required;
    read.deprecated = field.property.deprecated;
    read.at = field.property.at;
    read.schema = reference(field);
    return read;
}

std::vector<SchemaId> Builder::references(const QStringList &names, Place at)
{
    std::vector<SchemaId> ids;
    for (const QString &one : names) {
        Field named;
        named.type = named.named = one;
        named.property.at = at;
        if (const SchemaId found = reference(named); found != noSchema)
            ids.push_back(found);
    }
    return ids;
}

void Builder::fillSchema(const Type &type)
{
    const SchemaId id = m_schemaOf.value(type.name, noSchema);
    if (id == noSchema)
        return;
    static constexpr QLatin1StringView kinds[] { "scalar"_L1, "object"_L1, "interface"_L1, "union"_L1, "enum"_L1, "input"_L1 };
    std::vector<Property> properties;
    for (const Field &field : type.fields) {
        Property property = field.property;
        property.schema = reference(field);
        for (const Field &argument : field.arguments)
            property.arguments.push_back(parameter(argument));
        properties.push_back(std::move(property));
    }
    auto interfaces = references(type.interfaces, type.at);
    auto members = references(type.members, type.at);
    Schema &schema = m_collector.schema(id);
    schema.type = kinds[size_t(type.kind)];
    schema.description = type.description;
    schema.values = type.values;
    schema.properties = std::move(properties);
    schema.allOf = std::move(interfaces);
    schema.oneOf = std::move(members);
}

void Builder::addRootFields(const Type &type, int root)
{
    static constexpr ItemKind kinds[] { ItemKind::Query, ItemKind::Mutation, ItemKind::Subscription };
    static constexpr QLatin1StringView groups[] { "Queries"_L1, "Mutations"_L1, "Subscriptions"_L1 };
    const SchemaId schema = m_schemaOf.value(type.name, noSchema);
    const auto properties = schema == noSchema ? std::vector<Property>() : m_collector.schema(schema).properties;
    for (const Property &property : properties) {
        Item item;
        item.kind = kinds[root];
        item.name = item.path = property.name;
        item.id = apis::name(item.kind) + u' ' + property.name;
        item.group = groups[root];
        item.action = apis::name(item.kind);
        item.description = property.description;
        item.deprecated = property.deprecated;
        item.at = property.at;
        item.parameters = property.arguments;
        item.schema = property.schema;
        item.words = wordsOf(property.name);
        m_collector.add(std::move(item));
    }
}

void Builder::addType(const Type &type)
{
    static constexpr ItemKind kinds[] { ItemKind::Scalar, ItemKind::Type, ItemKind::Interface, ItemKind::Union, ItemKind::Enum, ItemKind::Input };
    Item item;
    item.kind = kinds[size_t(type.kind)];
    item.name = type.name;
    item.id = apis::name(item.kind) + u' ' + type.name;
    item.description = type.description;
    item.at = type.at;
    item.schema = m_schemaOf.value(type.name, noSchema);
    constexpr qsizetype enough = 200;
    for (const Field &field : type.fields) {
        if (item.words.size() < enough)
            item.words.append(field.property.name);
    }
    for (const EnumValue &value : type.values) {
        if (item.words.size() < enough)
            item.words.append(value.name);
    }
    m_collector.add(std::move(item));
}

} // namespace callboard::apis::graphql
