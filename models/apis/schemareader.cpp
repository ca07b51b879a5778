// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/schemareader.h"

#include <QUrl>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

/// Keywords that narrow a value, of JSON Schema Validation 2020-12, section 6; those of draft 4 have the same names.
constexpr QLatin1StringView limitWords[] { "minimum"_L1, "exclusiveMinimum"_L1, "maximum"_L1, "exclusiveMaximum"_L1, "multipleOf"_L1, "minLength"_L1,
    "maxLength"_L1, "pattern"_L1, "minItems"_L1, "maxItems"_L1, "uniqueItems"_L1, "minProperties"_L1, "maxProperties"_L1, "contentEncoding"_L1,
    "contentMediaType"_L1, "collectionFormat"_L1 };

constexpr qsizetype longestExample = 8 * 1024;
constexpr qsizetype mostExamples = 16;

} // namespace

SchemaId SchemaReader::readNamed(Tree::Id node, const QString &name)
{
    const SchemaId id = read(node);
    if (id != noSchema)
        m_collector.schema(id).name = name;
    return id;
}

SchemaId SchemaReader::read(Tree::Id node)
{
    const Tree::Type type = m_tree.type(node);
    if (type != Tree::Type::Map && type != Tree::Type::Bool) // a truth is a schema since JSON Schema draft 6
        return noSchema;
    if (const auto known = m_known.constFind(node); known != m_known.cend())
        return *known;
    const SchemaId id = m_collector.newSchema(m_tree.at(node));
    if (id == noSchema)
        return id;
    m_known.insert(node, id);
    if (type == Tree::Type::Map)
        fill(node, id);
    else if (!m_tree.truth(node))
        m_collector.schema(id).type = u"never"_s;
    return id;
}

void SchemaReader::fill(Tree::Id node, SchemaId id)
{
    fillType(node, id);
    fillProperties(node, id);
    fillParts(node, id);
    if (!m_collector.schema(id).reference.isEmpty())
        m_pending.push_back(id);
}

void SchemaReader::fillType(Tree::Id node, SchemaId id)
{
    Schema &schema = m_collector.schema(id);
    if (m_tree.isString(m_tree.member(node, "$ref"_L1)))
        schema.reference = m_tree.text(node, "$ref"_L1);
    QStringList types = m_tree.texts(m_tree.member(node, "type"_L1));
    schema.nullable = m_tree.truth(node, "nullable"_L1) || m_tree.truth(node, "x-nullable"_L1);
    if (types.size() > 1 && types.removeAll("null"_L1) > 0)
        schema.nullable = true;
    schema.type = types.join(u'|');
    schema.format = m_tree.text(node, "format"_L1);
    schema.title = m_tree.text(node, "title"_L1);
    schema.description = m_tree.text(node, "description"_L1);
    schema.deprecated = m_tree.truth(node, "deprecated"_L1);
    schema.readOnly = m_tree.truth(node, "readOnly"_L1);
    schema.writeOnly = m_tree.truth(node, "writeOnly"_L1);
    const Tree::Id discriminator = m_tree.member(node, "discriminator"_L1);
    schema.discriminator = m_tree.isMap(discriminator) ? m_tree.text(discriminator, "propertyName"_L1) : m_tree.text(discriminator);
    fillLimits(node, schema);
    fillValues(node, schema);
}

void SchemaReader::fillLimits(Tree::Id node, Schema &schema) const
{
    for (const QLatin1StringView word : limitWords) {
        const Tree::Id limit = m_tree.member(node, word);
        if (limit == Tree::none)
            continue;
        // Of draft 4, `exclusiveMinimum` is a truth beside `minimum`.
        if (m_tree.type(limit) == Tree::Type::Bool) {
            if (m_tree.truth(limit))
                schema.limits.append(word);
        } else {
            schema.limits.append(word + u' ' + m_tree.text(limit));
        }
    }
}

void SchemaReader::fillValues(Tree::Id node, Schema &schema) const
{
    for (const Tree::Id value : m_tree.children(m_tree.member(node, "enum"_L1))) {
        if (m_tree.type(value) == Tree::Type::Null)
            schema.nullable = true;
        schema.values.push_back({ m_tree.isString(value) ? m_tree.text(value) : m_tree.json(value, longestExample), {}, 0, false });
    }
    schema.constant = m_tree.json(m_tree.member(node, "const"_L1), longestExample);
    schema.byDefault = m_tree.json(m_tree.member(node, "default"_L1), longestExample);
    for (const QLatin1StringView word : { "example"_L1, "x-example"_L1 }) {
        if (const Tree::Id example = m_tree.member(node, word); example != Tree::none)
            schema.examples.append(m_tree.indentedJson(example, longestExample));
    }
    const Tree::Id examples = m_tree.member(node, "examples"_L1);
    for (const Tree::Id example : m_tree.children(m_tree.isList(examples) ? examples : Tree::none)) {
        if (schema.examples.size() < mostExamples)
            schema.examples.append(m_tree.indentedJson(example, longestExample));
    }
}

void SchemaReader::fillProperties(Tree::Id node, SchemaId id)
{
    const QStringList requiredNames = m_tree.texts(m_tree.member(node, "required"_L1));
    const QSet<QString> required(requiredNames.begin(), requiredNames.end());
    for (const auto &word : { "properties"_L1, "patternProperties"_L1 }) {
        const Tree::Id properties = m_tree.member(node, word);
        if (!m_tree.isMap(properties))
            continue;
        for (const Tree::Id member : m_tree.children(properties)) {
            Property property;
            property.name = m_tree.key(member);
            property.at = m_tree.at(member);
            property.required = required.contains(property.name);
            property.schema = read(member);
            if (property.schema != noSchema) {
                property.description = m_collector.schema(property.schema).description;
                property.deprecated = m_collector.schema(property.schema).deprecated;
            }
            m_collector.schema(id).properties.push_back(std::move(property));
        }
    }
    const Tree::Id additional = m_tree.member(node, "additionalProperties"_L1);
    if (m_tree.type(additional) == Tree::Type::Bool && !m_tree.truth(additional)) {
        m_collector.schema(id).closed = true;
    } else if (m_tree.isMap(additional)) {
        const SchemaId values = read(additional);
        m_collector.schema(id).additional = values;
    }
}

void SchemaReader::fillParts(Tree::Id node, SchemaId id)
{
    const Tree::Id items = m_tree.member(node, "items"_L1);
    const SchemaId item = m_tree.isList(items) ? read(m_tree.first(items)) : read(items);
    auto allOf = readAll(m_tree.member(node, "allOf"_L1));
    auto oneOf = readAll(m_tree.member(node, "oneOf"_L1));
    auto anyOf = readAll(m_tree.member(node, "anyOf"_L1));
    const SchemaId negated = read(m_tree.member(node, "not"_L1));
    Schema &schema = m_collector.schema(id); // only now: reading makes the list grow
    schema.items = item;
    schema.allOf = std::move(allOf);
    schema.oneOf = std::move(oneOf);
    schema.anyOf = std::move(anyOf);
    schema.negated = negated;
}

std::vector<SchemaId> SchemaReader::readAll(Tree::Id list)
{
    std::vector<SchemaId> all;
    if (!m_tree.isList(list))
        return all;
    for (const Tree::Id child : m_tree.children(list)) {
        if (const SchemaId id = read(child); id != noSchema)
            all.push_back(id);
    }
    return all;
}

void SchemaReader::finish()
{
    while (!m_pending.empty()) {
        const SchemaId id = m_pending.back();
        m_pending.pop_back();
        const QString reference = m_collector.schema(id).reference;
        const SchemaId meant = read(target(reference, m_collector.schema(id).at));
        if (meant == noSchema || meant == id)
            continue;
        m_collector.schema(id).target = meant;
        Schema &named = m_collector.schema(meant);
        if (named.name.isEmpty() && reference.contains(u'/'))
            named.name = reference.section(u'/', -1);
    }
}

Tree::Id SchemaReader::target(const QString &reference, Place at)
{
    if (!reference.startsWith(u'#')) {
        m_collector.import(reference);
        return Tree::none;
    }
    QString pointer = reference.sliced(1);
    if (pointer.contains(u'%'))
        pointer = QUrl::fromPercentEncoding(pointer.toUtf8());
    const Tree::Id found = m_tree.pointer(pointer);
    if (found == Tree::none && !m_missing.contains(reference)) {
        m_missing.insert(reference);
        m_collector.problem(u"There is no %1 in this definition"_s.arg(reference), at);
    }
    return found;
}

Tree::Id SchemaReader::followed(Tree::Id node)
{
    constexpr int farEnough = 32;
    for (int hops = 0; hops < farEnough; ++hops) {
        const Tree::Id reference = m_tree.member(node, "$ref"_L1);
        if (!m_tree.isString(reference))
            return node;
        node = target(m_tree.text(reference), m_tree.at(reference));
    }
    m_collector.problem(u"References go round in a circle here"_s, m_tree.at(node));
    return Tree::none;
}

} // namespace callboard::apis
