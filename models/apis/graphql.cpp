// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The type system of GraphQL, October 2021, section 3: https://spec.graphql.org/October2021/#sec-Type-System
#include "models/apis/graphqllexer.h"
#include "models/apis/readers.h"

#include <algorithm>
#include <array>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

enum class Definition { Scalar, Object, Interface, Union, Enum, Input };

struct Directives {
    bool deprecated = false;
    QString reason;
};

struct Field {
    Property property;
    QString type; ///< "[User!]!"
    QString named; ///< "User"
    std::vector<Field> arguments;
    QString byDefault;
};

struct TypeDefinition {
    Definition kind = Definition::Scalar;
    QString name;
    QString description;
    std::vector<Field> fields;
    QStringList interfaces;
    QStringList members; ///< Of a union.
    std::vector<EnumValue> values;
    Place at;
    bool isExtensionOnly = false;
};

class GraphQlReader final {
public:
    GraphQlReader(QByteArrayView text, const ApiLimits &limits, ApiDefinition &definition)
        : m_lexer(text)
        , m_limits(limits)
        , m_definition(definition)
        , m_collector(limits, definition)
    {
    }

    void run()
    {
        m_definition.format = ApiFormat::GraphQl;
        m_definition.language = u"GraphQL"_s;
        while (m_lexer.token() != GraphQlToken::End && m_tokens < m_limits.maxNodes) {
            m_failed = false;
            definition();
            if (m_failed)
                recover();
        }
        if (m_tokens >= m_limits.maxNodes)
            m_collector.problem(u"More than %1 words: the rest is left out"_s.arg(m_limits.maxNodes), m_lexer.place());
        if (m_types.empty() && m_directives.empty() && m_definition.problems.empty())
            m_collector.problem(u"There are no types in this schema"_s, {});
        build();
    }

private:
    // Tokens

    void advance()
    {
        ++m_tokens;
        m_lexer.advance();
    }
    void fail(const QString &message)
    {
        if (!m_failed)
            m_collector.problem(message, m_lexer.place());
        m_failed = true;
    }
    bool take(char punctuator)
    {
        if (m_failed || !m_lexer.is(punctuator))
            return false;
        advance();
        return true;
    }
    bool expect(char punctuator)
    {
        if (take(punctuator))
            return true;
        fail(u"`%1` is missing before %2"_s.arg(QLatin1Char(punctuator)).arg(found()));
        return false;
    }
    bool takeWord(QByteArrayView word)
    {
        if (m_failed || !m_lexer.isName(word))
            return false;
        advance();
        return true;
    }
    QString found() const
    {
        return m_lexer.token() == GraphQlToken::End ? u"the end"_s : u"`%1`"_s.arg(QString::fromUtf8(m_lexer.text().first(std::min<qsizetype>(40, m_lexer.text().size()))));
    }
    QString name()
    {
        if (m_failed)
            return {};
        if (m_lexer.token() != GraphQlToken::Name) {
            fail(u"A name is missing before %1"_s.arg(found()));
            return {};
        }
        const QString text = QString::fromLatin1(m_lexer.text());
        advance();
        return text;
    }
    QString description()
    {
        if (m_failed || !m_lexer.isString())
            return {};
        const QString text = m_lexer.string();
        advance();
        return text;
    }
    bool isOver() const { return m_failed || m_lexer.token() == GraphQlToken::End || m_tokens >= m_limits.maxNodes; }

    /// To the next definition: as far to the left as this one began, so that a field called `type` is none.
    void recover()
    {
        static constexpr std::array<QByteArrayView, 11> words { "schema", "scalar", "type", "interface", "union", "enum", "input", "directive", "extend", "query", "fragment" };
        do {
            advance();
        } while (m_lexer.token() != GraphQlToken::End && m_tokens < m_limits.maxNodes
            && !(m_lexer.isAtLineStart() && m_lexer.token() == GraphQlToken::Name && std::ranges::find(words, m_lexer.text()) != words.end()
                && m_lexer.place().column <= m_column));
    }

    // Definitions

    void definition()
    {
        m_column = m_lexer.place().column;
        const QString text = description();
        const bool isExtension = takeWord("extend");
        const Place at = m_lexer.place();
        if (takeWord("schema"))
            return schema(text);
        if (takeWord("directive"))
            return directive(text, at);
        static constexpr std::pair<QByteArrayView, Definition> kinds[] { { "scalar", Definition::Scalar }, { "type", Definition::Object },
            { "interface", Definition::Interface }, { "union", Definition::Union }, { "enum", Definition::Enum }, { "input", Definition::Input } };
        for (const auto &[word, kind] : kinds) {
            if (takeWord(word))
                return type(kind, text, at, isExtension);
        }
        if (m_lexer.isName("query") || m_lexer.isName("mutation") || m_lexer.isName("subscription") || m_lexer.isName("fragment") || m_lexer.is('{'))
            return executable();
        fail(u"%1 begins no definition"_s.arg(found()));
    }

    /// Operations and fragments are of clients: passed over.
    void executable()
    {
        m_collector.problem(u"This is a request of a client, and no part of a schema"_s, m_lexer.place(), false);
        int depth = 0;
        do {
            if (m_lexer.is('{'))
                ++depth;
            else if (m_lexer.is('}'))
                --depth;
            advance();
        } while (!isOver() && (depth > 0 || !m_lexer.isAtLineStart()));
    }

    void schema(const QString &text)
    {
        if (!text.isEmpty())
            m_definition.description = text;
        directives();
        if (!take('{'))
            return;
        while (!isOver() && !m_lexer.is('}')) {
            const QString operation = name();
            expect(':');
            const QString type = name();
            directives();
            if (operation == "query"_L1)
                m_roots[0] = type;
            else if (operation == "mutation"_L1)
                m_roots[1] = type;
            else if (operation == "subscription"_L1)
                m_roots[2] = type;
        }
        expect('}');
    }

    void directive(const QString &text, Place at)
    {
        expect('@');
        Item item;
        item.kind = ItemKind::Directive;
        item.name = u'@' + name();
        item.id = "directive "_L1 + item.name;
        item.description = text;
        item.at = at;
        m_directiveArguments.emplace_back();
        if (take('('))
            arguments(m_directiveArguments.back());
        takeWord("repeatable");
        if (!takeWord("on"))
            fail(u"`on` and where the directive may stand are missing before %1"_s.arg(found()));
        take('|');
        do {
            item.words.append(name());
        } while (take('|'));
        if (m_failed)
            m_directiveArguments.pop_back();
        else
            m_directives.push_back(std::move(item));
    }

    void type(Definition kind, const QString &text, Place at, bool isExtension)
    {
        TypeDefinition read;
        read.kind = kind;
        read.description = text;
        read.at = at;
        read.isExtensionOnly = isExtension;
        read.name = name();
        if (takeWord("implements")) {
            take('&');
            // Before 2018, names stood beside each other.
            do {
                read.interfaces.append(name());
            } while (take('&') || (!m_failed && m_lexer.token() == GraphQlToken::Name && !m_lexer.isAtLineStart()));
        }
        directives();
        if (kind == Definition::Union && take('=')) {
            take('|');
            do {
                read.members.append(name());
            } while (take('|'));
        } else if (take('{')) {
            while (!isOver() && !m_lexer.is('}'))
                kind == Definition::Enum ? enumValue(read) : field(read, kind == Definition::Input);
            expect('}');
        }
        if (!read.name.isEmpty())
            merge(std::move(read));
    }

    void merge(TypeDefinition read)
    {
        const auto known = m_indexOf.constFind(read.name);
        if (known == m_indexOf.cend()) {
            m_indexOf.insert(read.name, m_types.size());
            m_types.push_back(std::move(read));
            return;
        }
        TypeDefinition &type = m_types[*known];
        if (!read.isExtensionOnly) {
            if (!type.isExtensionOnly)
                m_collector.problem(u"There is a type %1 already"_s.arg(read.name), read.at);
            type.isExtensionOnly = false;
            type.at = read.at;
            type.kind = read.kind;
        }
        if (type.description.isEmpty())
            type.description = read.description;
        std::ranges::move(read.fields, std::back_inserter(type.fields));
        std::ranges::move(read.values, std::back_inserter(type.values));
        type.interfaces += read.interfaces;
        type.members += read.members;
    }

    void enumValue(TypeDefinition &type)
    {
        EnumValue value;
        value.description = description();
        value.name = name();
        value.deprecated = directives().deprecated;
        if (!m_failed)
            type.values.push_back(std::move(value));
    }

    void field(TypeDefinition &type, bool isInput)
    {
        Field read = isInput ? inputValue() : outputField();
        if (!m_failed)
            type.fields.push_back(std::move(read));
    }

    Field outputField()
    {
        Field read;
        read.property.description = description();
        read.property.at = m_lexer.place();
        read.property.name = name();
        if (take('('))
            arguments(read.arguments);
        expect(':');
        typeReference(read);
        read.property.required = read.type.endsWith(u'!');
        deprecate(read);
        return read;
    }

    Field inputValue()
    {
        Field read;
        read.property.description = description();
        read.property.at = m_lexer.place();
        read.property.name = name();
        expect(':');
        typeReference(read);
        if (take('=')) {
            const qsizetype from = m_lexer.start();
            value(0);
            read.byDefault = QString::fromUtf8(m_lexer.slice(from, std::max(from, m_lexer.previousEnd())));
        }
        read.property.required = read.type.endsWith(u'!') && read.byDefault.isEmpty();
        deprecate(read);
        return read;
    }

    void deprecate(Field &read)
    {
        const Directives found = directives();
        read.property.deprecated = found.deprecated;
        if (!found.reason.isEmpty())
            read.property.description += (read.property.description.isEmpty() ? QString() : u"\n"_s) + found.reason;
    }

    void arguments(std::vector<Field> &all)
    {
        while (!isOver() && !m_lexer.is(')'))
            all.push_back(inputValue());
        expect(')');
    }

    void typeReference(Field &read)
    {
        int depth = 0;
        while (take('[')) {
            read.type += u'[';
            if (++depth > m_limits.maxDepth)
                return fail(u"Lists are nested too deep here"_s);
        }
        read.named = name();
        read.type += read.named;
        if (take('!'))
            read.type += u'!';
        for (; depth > 0 && expect(']'); --depth) {
            read.type += u']';
            if (take('!'))
                read.type += u'!';
        }
    }

    Directives directives()
    {
        Directives all;
        while (take('@')) {
            const bool isDeprecated = m_lexer.isName("deprecated");
            name();
            all.deprecated = all.deprecated || isDeprecated;
            if (!take('('))
                continue;
            while (!isOver() && !m_lexer.is(')')) {
                const bool isReason = m_lexer.isName("reason");
                name();
                expect(':');
                if (isDeprecated && isReason && m_lexer.isString())
                    all.reason = m_lexer.string();
                value(0);
            }
            expect(')');
        }
        return all;
    }

    void value(int depth)
    {
        if (m_failed)
            return;
        if (depth > m_limits.maxDepth)
            return fail(u"Values are nested too deep here"_s);
        if (take('[')) {
            while (!isOver() && !m_lexer.is(']'))
                value(depth + 1);
            expect(']');
        } else if (take('{')) {
            while (!isOver() && !m_lexer.is('}')) {
                name();
                expect(':');
                value(depth + 1);
            }
            expect('}');
        } else if (take('$')) {
            name();
        } else if (m_lexer.token() == GraphQlToken::Name || m_lexer.token() == GraphQlToken::Number || m_lexer.isString()) {
            advance();
        } else {
            fail(u"A value is missing before %1"_s.arg(found()));
        }
    }

    // What was read, as items and schemas

    void build()
    {
        for (const TypeDefinition &type : m_types) {
            const SchemaId id = m_collector.newSchema(type.at);
            m_schemaOf.insert(type.name, id);
            if (id != noSchema)
                m_collector.schema(id).name = type.name;
        }
        for (const TypeDefinition &type : m_types) {
            fillSchema(type);
            const qsizetype root = m_roots.indexOf(type.name);
            if (root >= 0 && type.kind == Definition::Object)
                rootFields(type, int(root));
            addType(type);
        }
        for (size_t i = 0; i < m_directives.size(); ++i) {
            Item item = std::move(m_directives[i]);
            for (const Field &argument : m_directiveArguments[i])
                item.parameters.push_back(parameter(argument));
            m_collector.add(std::move(item));
        }
    }

    SchemaId reference(const Field &field)
    {
        const SchemaId id = m_collector.newSchema(field.property.at);
        if (id == noSchema)
            return id;
        Schema &schema = m_collector.schema(id);
        schema.type = field.type;
        schema.nullable = !field.type.endsWith(u'!');
        schema.byDefault = field.byDefault;
        static const QStringList builtIn { u"Int"_s, u"Float"_s, u"String"_s, u"Boolean"_s, u"ID"_s };
        if (const auto known = m_schemaOf.constFind(field.named); known != m_schemaOf.cend()) {
            schema.reference = field.named;
            schema.target = *known;
        } else if (!builtIn.contains(field.named)) {
            schema.reference = field.named;
            if (!m_unknown.contains(field.named))
                m_collector.problem(u"There is no type %1 in this schema"_s.arg(field.named), field.property.at, false);
            m_unknown.insert(field.named);
        }
        return id;
    }

    Parameter parameter(const Field &field)
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

    void fillSchema(const TypeDefinition &type)
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
        const auto all = [&](const QStringList &names) {
            std::vector<SchemaId> ids;
            for (const QString &one : names) {
                Field named;
                named.type = named.named = one;
                named.property.at = type.at;
                if (const SchemaId found = reference(named); found != noSchema)
                    ids.push_back(found);
            }
            return ids;
        };
        auto interfaces = all(type.interfaces);
        auto members = all(type.members);
        Schema &schema = m_collector.schema(id);
        schema.type = kinds[size_t(type.kind)];
        schema.description = type.description;
        schema.values = type.values;
        schema.properties = std::move(properties);
        schema.allOf = std::move(interfaces);
        schema.oneOf = std::move(members);
    }

    void rootFields(const TypeDefinition &type, int root)
    {
        static constexpr ItemKind kinds[] { ItemKind::Query, ItemKind::Mutation, ItemKind::Subscription };
        static constexpr QLatin1StringView groups[] { "Queries"_L1, "Mutations"_L1, "Subscriptions"_L1 };
        const auto properties = m_schemaOf.value(type.name, noSchema) == noSchema ? std::vector<Property>() : m_collector.schema(m_schemaOf.value(type.name)).properties;
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

    void addType(const TypeDefinition &type)
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

    GraphQlLexer m_lexer;
    const ApiLimits &m_limits;
    ApiDefinition &m_definition;
    Collector m_collector;
    qsizetype m_tokens = 0;
    bool m_failed = false;
    int m_column = 1; ///< Where the definition that is read begins.
    QStringList m_roots { u"Query"_s, u"Mutation"_s, u"Subscription"_s };
    std::vector<TypeDefinition> m_types;
    QHash<QString, size_t> m_indexOf;
    std::vector<Item> m_directives;
    std::vector<std::vector<Field>> m_directiveArguments;
    QHash<QString, SchemaId> m_schemaOf;
    QSet<QString> m_unknown;
};

} // namespace

void readGraphQl(QByteArrayView text, const ApiLimits &limits, ApiDefinition &definition)
{
    GraphQlReader(text, limits, definition).run();
}

} // namespace callboard::apis
