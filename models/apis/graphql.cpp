// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The type system of GraphQL, October 2021, section 3: https://spec.graphql.org/October2021/#sec-Type-System
#include "models/apis/graphqllexer.h"
#include "models/apis/graphqltypes.h"

#include <algorithm>
#include <array>

namespace callboard::apis {

using namespace Qt::StringLiterals;
using graphql::Field;
using graphql::Kind;
using graphql::Type;

namespace {

struct Directives {
    bool deprecated = false;
    QString reason;
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
        if (m_system.types.empty() && m_system.directives.empty() && m_definition.problems.empty())
            m_collector.problem(u"There are no types in this schema"_s, {});
        graphql::Builder(m_system, m_collector).run();
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
        static constexpr std::pair<QByteArrayView, Kind> kinds[] { { "scalar", Kind::Scalar }, { "type", Kind::Object },
            { "interface", Kind::Interface }, { "union", Kind::Union }, { "enum", Kind::Enum }, { "input", Kind::Input } };
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
                m_system.roots[0] = type;
            else if (operation == "mutation"_L1)
                m_system.roots[1] = type;
            else if (operation == "subscription"_L1)
                m_system.roots[2] = type;
        }
        expect('}');
    }

    void directive(const QString &text, Place at)
    {
        expect('@');
        graphql::Directive read;
        Item &item = read.item;
        item.kind = ItemKind::Directive;
        item.name = u'@' + name();
        item.id = "directive "_L1 + item.name;
        item.description = text;
        item.at = at;
        if (take('('))
            arguments(read.arguments);
        takeWord("repeatable");
        if (!takeWord("on"))
            fail(u"`on` and where the directive may stand are missing before %1"_s.arg(found()));
        take('|');
        do {
            item.words.append(name());
        } while (take('|'));
        if (!m_failed)
            m_system.directives.push_back(std::move(read));
    }

    void type(Kind kind, const QString &text, Place at, bool isExtension)
    {
        Type read;
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
        if (kind == Kind::Union && take('=')) {
            take('|');
            do {
                read.members.append(name());
            } while (take('|'));
        } else if (take('{')) {
            while (!isOver() && !m_lexer.is('}'))
                kind == Kind::Enum ? enumValue(read) : field(read, kind == Kind::Input);
            expect('}');
        }
        if (!read.name.isEmpty())
            merge(std::move(read));
    }

    void merge(Type read)
    {
        const auto known = m_indexOf.constFind(read.name);
        if (known == m_indexOf.cend()) {
            m_indexOf.insert(read.name, m_system.types.size());
            m_system.types.push_back(std::move(read));
            return;
        }
        Type &type = m_system.types[*known];
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

    void enumValue(Type &type)
    {
        EnumValue value;
        value.description = description();
        value.name = name();
        value.deprecated = directives().deprecated;
        if (!m_failed)
            type.values.push_back(std::move(value));
    }

    void field(Type &type, bool isInput)
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

    GraphQlLexer m_lexer;
    const ApiLimits &m_limits;
    ApiDefinition &m_definition;
    Collector m_collector;
    qsizetype m_tokens = 0;
    bool m_failed = false;
    int m_column = 1; ///< Where the definition that is read begins.
    graphql::TypeSystem m_system;
    QHash<QString, size_t> m_indexOf;
};

} // namespace

void readGraphQl(QByteArrayView text, const ApiLimits &limits, ApiDefinition &definition)
{
    GraphQlReader(text, limits, definition).run();
}

} // namespace callboard::apis
