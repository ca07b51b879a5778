// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a server answers to an introspection query, GraphQL, October 2021, section 4: https://spec.graphql.org/October2021/#sec-Introspection
#include "models/apis/graphqltypes.h"

#include <algorithm>

namespace callboard::apis {

using namespace Qt::StringLiterals;
using graphql::Field;
using graphql::Kind;
using graphql::Type;

namespace {

class IntrospectionReader final {
public:
    IntrospectionReader(const Tree &tree, const ApiLimits &limits, ApiDefinition &definition)
        : m_tree(tree)
        , m_limits(limits)
        , m_definition(definition)
        , m_collector(limits, definition)
    {
    }

    void run()
    {
        m_definition.format = ApiFormat::GraphQl;
        m_definition.language = u"GraphQL, introspection"_s;
        const Tree::Id schema = introspectedSchema(m_tree);
        m_definition.description = text(schema, "description"_L1);
        static constexpr QLatin1StringView roots[] { "queryType"_L1, "mutationType"_L1, "subscriptionType"_L1 };
        for (size_t i = 0; i < std::size(roots); ++i)
            m_system.roots[i] = text(m_tree.member(schema, roots[i]), "name"_L1);
        for (const Tree::Id type : m_tree.children(m_tree.member(schema, "types"_L1)))
            readType(type);
        for (const Tree::Id directive : m_tree.children(m_tree.member(schema, "directives"_L1)))
            readDirective(directive);
        if (m_system.types.empty() && m_definition.problems.empty())
            m_collector.problem(u"There are no types in this schema"_s, m_tree.at(schema));
        graphql::Builder(m_system, m_collector).run();
    }

private:
    /// A server says null of what there is not.
    QString text(Tree::Id map, QLatin1StringView key) const
    {
        const Tree::Id member = m_tree.member(map, key);
        return m_tree.isString(member) ? m_tree.text(member) : QString();
    }

    void readType(Tree::Id node)
    {
        static constexpr std::pair<QLatin1StringView, Kind> kinds[] { { "SCALAR"_L1, Kind::Scalar }, { "OBJECT"_L1, Kind::Object },
            { "INTERFACE"_L1, Kind::Interface }, { "UNION"_L1, Kind::Union }, { "ENUM"_L1, Kind::Enum }, { "INPUT_OBJECT"_L1, Kind::Input } };
        const QString word = text(node, "kind"_L1);
        const auto kind = std::ranges::find(kinds, word, [](const auto &known) { return known.first; });
        Type type;
        type.name = text(node, "name"_L1);
        // What describes the introspection itself, and what every schema has, is no part of this one.
        if (type.name.startsWith("__"_L1) || (word == "SCALAR"_L1 && graphql::isBuiltInScalar(type.name)))
            return;
        if (kind == std::end(kinds) || type.name.isEmpty()) {
            m_collector.problem(u"A type needs a name and one of the kinds that GraphQL has"_s, m_tree.at(node));
            return;
        }
        if (m_names.contains(type.name)) {
            m_collector.problem(u"There is a type %1 already"_s.arg(type.name), m_tree.at(node));
            return;
        }
        m_names.insert(type.name);
        type.kind = kind->second;
        type.at = m_tree.at(node);
        type.description = text(node, "description"_L1);
        for (const Tree::Id field : m_tree.children(m_tree.member(node, "fields"_L1)))
            type.fields.push_back(readField(field));
        for (const Tree::Id field : m_tree.children(m_tree.member(node, "inputFields"_L1)))
            type.fields.push_back(readInput(field));
        for (const Tree::Id other : m_tree.children(m_tree.member(node, "interfaces"_L1)))
            type.interfaces.append(text(other, "name"_L1));
        // An interface lists who implements it, which those say themselves.
        if (type.kind == Kind::Union) {
            for (const Tree::Id member : m_tree.children(m_tree.member(node, "possibleTypes"_L1)))
                type.members.append(text(member, "name"_L1));
        }
        for (const Tree::Id value : m_tree.children(m_tree.member(node, "enumValues"_L1)))
            type.values.push_back({ text(value, "name"_L1), text(value, "description"_L1), 0, m_tree.truth(value, "isDeprecated"_L1) });
        m_system.types.push_back(std::move(type));
    }

    Field readNamed(Tree::Id node)
    {
        Field field;
        field.property.name = text(node, "name"_L1);
        field.property.at = m_tree.at(node);
        field.property.description = text(node, "description"_L1);
        field.property.deprecated = m_tree.truth(node, "isDeprecated"_L1);
        if (const QString reason = text(node, "deprecationReason"_L1); !reason.isEmpty())
            field.property.description += (field.property.description.isEmpty() ? QString() : u"\n"_s) + reason;
        readReference(m_tree.member(node, "type"_L1), field, 0);
        return field;
    }

    Field readField(Tree::Id node)
    {
        Field field = readNamed(node);
        field.property.required = field.type.endsWith(u'!');
        for (const Tree::Id argument : m_tree.children(m_tree.member(node, "args"_L1)))
            field.arguments.push_back(readInput(argument));
        return field;
    }

    Field readInput(Tree::Id node)
    {
        Field field = readNamed(node);
        field.byDefault = text(node, "defaultValue"_L1);
        field.property.required = field.type.endsWith(u'!') && field.byDefault.isEmpty();
        return field;
    }

    /// NON_NULL and LIST wrap what they are of.
    void readReference(Tree::Id node, Field &field, int depth)
    {
        const QString kind = text(node, "kind"_L1);
        if (depth > m_limits.maxDepth || (kind != "NON_NULL"_L1 && kind != "LIST"_L1)) {
            field.named = text(node, "name"_L1);
            field.type += field.named;
            // A query that asks for too few levels ends within a wrapper.
            if (field.named.isEmpty())
                m_collector.problem(u"The type of %1 is not told to its end"_s.arg(field.property.name), field.property.at, false);
            return;
        }
        if (kind == "LIST"_L1)
            field.type += u'[';
        readReference(m_tree.member(node, "ofType"_L1), field, depth + 1);
        field.type += kind == "LIST"_L1 ? u']' : u'!';
    }

    void readDirective(Tree::Id node)
    {
        static const QStringList builtIn { u"skip"_s, u"include"_s, u"deprecated"_s, u"specifiedBy"_s, u"oneOf"_s };
        const QString name = text(node, "name"_L1);
        if (name.isEmpty() || builtIn.contains(name))
            return;
        graphql::Directive directive;
        directive.item.kind = ItemKind::Directive;
        directive.item.name = u'@' + name;
        directive.item.id = "directive "_L1 + directive.item.name;
        directive.item.description = text(node, "description"_L1);
        directive.item.at = m_tree.at(node);
        directive.item.words = m_tree.texts(m_tree.member(node, "locations"_L1));
        for (const Tree::Id argument : m_tree.children(m_tree.member(node, "args"_L1)))
            directive.arguments.push_back(readInput(argument));
        m_system.directives.push_back(std::move(directive));
    }

    const Tree &m_tree;
    const ApiLimits &m_limits;
    ApiDefinition &m_definition;
    Collector m_collector;
    graphql::TypeSystem m_system;
    QSet<QString> m_names;
};

} // namespace

Tree::Id introspectedSchema(const Tree &tree)
{
    const Tree::Id bare = tree.member(tree.root(), "__schema"_L1);
    return bare != Tree::none ? bare : tree.member(tree.member(tree.root(), "data"_L1), "__schema"_L1);
}

void readIntrospection(const Tree &tree, const ApiLimits &limits, ApiDefinition &definition)
{
    IntrospectionReader(tree, limits, definition).run();
}

} // namespace callboard::apis
