// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Protobuf 2, 3 and editions: https://protobuf.dev/reference/protobuf/edition-2023-spec/
#include "models/apis/protocursor.h"
#include "models/apis/prototypes.h"

#include <algorithm>
#include <array>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

class ProtobufReader final : private ProtoCursor {
public:
    ProtobufReader(QByteArrayView text, const ApiLimits &limits, ApiDefinition &definition)
        : ProtoCursor(text, limits, definition)
        , m_definition(definition)
    {
    }

    void run()
    {
        m_definition.format = ApiFormat::Protobuf;
        m_definition.language = u"proto2"_s; // what a file without a word about it is
        while (m_lexer.token() != ProtoToken::End && m_tokens < m_limits.maxNodes) {
            m_failed = false;
            statement();
            if (m_failed)
                recover(0);
        }
        if (m_tokens >= m_limits.maxNodes)
            m_collector.problem(u"More than %1 words: the rest is left out"_s.arg(m_limits.maxNodes), m_lexer.place());
        if (m_definition.items.empty() && m_definition.problems.empty())
            m_collector.problem(u"There are no services, messages or enums in this file"_s, {}, false);
        if (m_definition.title.isEmpty())
            m_definition.title = m_definition.package;
        m_types.lookUp();
    }

private:
    // Statements

    void statement()
    {
        const QString comment = m_lexer.comment();
        const Place at = m_lexer.place();
        if (take(';'))
            return;
        if (takeWord("syntax") || takeWord("edition")) {
            expect('=');
            const QString said = string();
            m_definition.language = said.startsWith("proto"_L1) ? said : "protobuf edition "_L1 + said;
            m_definition.description = comment;
            expect(';');
        } else if (takeWord("import")) {
            if (!takeWord("public") && !takeWord("weak"))
                takeWord("option");
            m_collector.import(string());
            expect(';');
        } else if (takeWord("package")) {
            m_definition.package = name();
            if (m_definition.description.isEmpty())
                m_definition.description = comment;
            expect(';');
        } else if (takeWord("option")) {
            option();
        } else if (takeWord("service")) {
            service(comment, at);
        } else if (!typeStatement(m_definition.package, comment, at, 0)) {
            fail(u"%1 begins no statement"_s.arg(found()));
        }
    }

    /// message, enum and extend: at the top, and within messages.
    bool typeStatement(const QString &scope, const QString &comment, Place at, int depth)
    {
        if (m_lexer.isName("export") || m_lexer.isName("local")) // edition 2024
            advance();
        if (takeWord("message"))
            message(scope, comment, at, depth);
        else if (takeWord("enum"))
            enumeration(scope, comment, at);
        else if (takeWord("extend"))
            extend(scope, depth);
        else
            return false;
        return true;
    }

    QString shortName(const QString &full) const
    {
        const QString &package = m_definition.package;
        return !package.isEmpty() && full.startsWith(package + u'.') ? full.sliced(package.size() + 1) : full;
    }

    /// `option name = value;`, of which the strings are kept: paths of google.api.http are words to be found by.
    void option(QStringList *strings = nullptr)
    {
        optionName();
        expect('=');
        optionValue(strings, 0);
        expect(';');
    }
    void optionName()
    {
        do {
            if (take('(')) {
                name();
                expect(')');
            } else {
                name();
            }
            while (!m_failed && m_lexer.token() == ProtoToken::Name && m_lexer.text().startsWith('.'))
                advance();
        } while (take('.'));
    }
    void optionValue(QStringList *strings, int depth)
    {
        if (depth > m_limits.maxDepth)
            return fail(u"Values are nested too deep here"_s);
        if (m_lexer.is('{') || m_lexer.is('[') || m_lexer.is('<')) {
            const char close = m_lexer.is('{') ? '}' : m_lexer.is('[') ? ']' : '>';
            advance();
            while (!isOver() && !m_lexer.is(close)) {
                if (!take(';')) // parts fields there, as a comma does
                    optionValue(strings, depth + 1);
            }
            expect(close);
        } else if (m_lexer.token() == ProtoToken::String) {
            const QString text = string();
            constexpr qsizetype enough = 50;
            if (strings && strings->size() < enough && text.size() < 200)
                strings->append(text);
        } else if (!m_failed && m_lexer.token() != ProtoToken::End && m_lexer.token() != ProtoToken::Bad && !m_lexer.is(';') && !m_lexer.is('}')) {
            const bool isSign = m_lexer.is('-') || m_lexer.is('+');
            advance();
            if (isSign && (m_lexer.token() == ProtoToken::Number || m_lexer.token() == ProtoToken::Name))
                advance();
        } else {
            fail(u"A value is missing before %1"_s.arg(found()));
        }
    }

    /// `[deprecated = true, default = 5]`
    void fieldOptions(Property &property, SchemaId schema)
    {
        if (!take('['))
            return;
        while (!isOver()) {
            const bool isDeprecated = m_lexer.isName("deprecated");
            const bool isDefault = m_lexer.isName("default");
            optionName();
            expect('=');
            if (isDeprecated && m_lexer.isName("true"))
                property.deprecated = true;
            if (isDefault && schema != noSchema)
                m_collector.schema(schema).byDefault = QString::fromUtf8(m_lexer.text());
            optionValue(nullptr, 0);
            if (!take(','))
                break;
        }
        expect(']');
    }

    void message(const QString &scope, const QString &comment, Place at, int depth)
    {
        const QString simple = name();
        if (m_failed)
            return;
        messageBody(ProtoTypes::scoped(scope, simple), comment, at, depth);
    }

    SchemaId messageBody(const QString &full, const QString &comment, Place at, int depth)
    {
        const SchemaId id = m_collector.newSchema(at);
        Item item;
        item.kind = ItemKind::Message;
        item.name = shortName(full);
        item.id = "message "_L1 + full;
        item.description = comment;
        item.at = at;
        item.schema = id;
        // Listed before what is nested in it; filled in when its end is reached.
        const bool isListed = m_collector.add(std::move(item)) != nullptr;
        const size_t index = m_definition.items.size() - 1;
        if (id == noSchema)
            return fail(u"There are too many types"_s), id;
        m_types.define(full, id, at);
        m_collector.schema(id).name = shortName(full);
        m_collector.schema(id).type = u"message"_s;
        m_collector.schema(id).description = comment;
        if (depth > m_limits.maxDepth / 2)
            return fail(u"Messages are nested too deep here"_s), id;
        std::vector<Property> fields;
        bool deprecated = false;
        block(full, fields, {}, depth, &deprecated);
        if (isListed) {
            constexpr qsizetype enough = 200;
            Item &listed = m_definition.items[index];
            listed.deprecated = deprecated;
            for (const Property &field : fields) {
                if (listed.words.size() < enough)
                    listed.words.append(field.name);
            }
        }
        m_collector.schema(id).deprecated = deprecated;
        m_collector.schema(id).properties = std::move(fields);
        return id;
    }

    /// The statements between braces of a message, a oneof, a group or an extend.
    void block(const QString &scope, std::vector<Property> &fields, const QString &oneOf, int depth, bool *deprecated)
    {
        if (depth > m_limits.maxDepth)
            return fail(u"Blocks are nested too deep here"_s);
        expect('{');
        while (!m_failed && m_lexer.token() != ProtoToken::End && !m_lexer.is('}') && m_tokens < m_limits.maxNodes) {
            member(scope, fields, oneOf, depth, deprecated);
            if (m_failed) {
                recover(depth + 1);
                m_failed = false;
            }
        }
        expect('}');
    }

    void member(const QString &scope, std::vector<Property> &fields, const QString &oneOf, int depth, bool *deprecated)
    {
        const QString comment = m_lexer.comment();
        const Place at = m_lexer.place();
        if (take(';'))
            return;
        // Every word of the language may also be the name of a type: it is a statement where its own next token follows.
        const QByteArray word = m_lexer.token() == ProtoToken::Name ? m_lexer.text().toByteArray() : QByteArray();
        if (word == "option") {
            advance();
            const bool isDeprecated = m_lexer.isName("deprecated");
            optionName();
            expect('=');
            if (isDeprecated && m_lexer.isName("true") && deprecated)
                *deprecated = true;
            optionValue(nullptr, 0);
            expect(';');
        } else if (word == "oneof" && oneOf.isEmpty()) {
            advance();
            const QString group = name();
            if (!m_failed)
                block(scope, fields, group, depth + 1, nullptr);
        } else if (word == "extensions" || word == "reserved") {
            while (!isOver() && !m_lexer.is(';') && !m_lexer.is('}'))
                advance();
            expect(';');
        } else if (word == "message" || word == "enum" || word == "extend" || word == "export" || word == "local") {
            typeStatement(scope, comment, at, depth + 1);
        } else if (word == "map") {
            advance();
            m_lexer.is('<') ? mapField(scope, fields, comment, at) : plainField(scope, fields, oneOf, comment, at, u"map"_s, {}, depth);
        } else {
            QString label;
            for (const QByteArrayView known : { "optional", "required", "repeated" }) {
                if (word == known) {
                    label = QString::fromLatin1(known);
                    advance();
                }
            }
            if (!label.isEmpty() && m_lexer.isName("group")) {
                advance();
                return group(scope, fields, oneOf, comment, at, label, depth);
            }
            if (label.isEmpty() && !oneOf.isEmpty() && word == "group") {
                advance();
                return group(scope, fields, oneOf, comment, at, label, depth);
            }
            const QString type = name();
            plainField(scope, fields, oneOf, comment, at, type, label, depth);
        }
    }

    void plainField(const QString &scope, std::vector<Property> &fields, const QString &oneOf, const QString &comment, Place at, const QString &type,
        const QString &label, int)
    {
        Property field;
        field.name = name();
        field.description = comment;
        field.at = at;
        field.group = oneOf;
        field.required = label == "required"_L1;
        expect('=');
        field.number = number();
        if (m_failed)
            return;
        field.schema = m_types.typed(type, label.isEmpty() || label == "required"_L1 ? type : QString(label + u' ' + type), scope, at);
        if (label == "repeated"_L1 && field.schema != noSchema)
            m_collector.schema(field.schema).format = u"repeated"_s;
        fieldOptions(field, field.schema);
        expect(';');
        if (!m_failed)
            fields.push_back(std::move(field));
    }

    void mapField(const QString &scope, std::vector<Property> &fields, const QString &comment, Place at)
    {
        expect('<');
        const QString key = name();
        expect(',');
        const QString value = name();
        expect('>');
        Property field;
        field.name = name();
        field.description = comment;
        field.at = at;
        expect('=');
        field.number = number();
        if (m_failed)
            return;
        field.schema = m_types.typed(value, u"map<%1, %2>"_s.arg(key, value), scope, at);
        fieldOptions(field, noSchema);
        expect(';');
        if (!m_failed)
            fields.push_back(std::move(field));
    }

    /// Of protobuf 2: a message and a field of its type in one.
    void group(const QString &scope, std::vector<Property> &fields, const QString &oneOf, const QString &comment, Place at, const QString &label, int depth)
    {
        const QString type = name();
        Property field;
        field.name = type.toLower();
        field.description = comment;
        field.at = at;
        field.group = oneOf;
        field.required = label == "required"_L1;
        expect('=');
        field.number = number();
        fieldOptions(field, noSchema);
        if (m_failed)
            return;
        messageBody(ProtoTypes::scoped(scope, type), comment, at, depth + 1);
        field.schema = m_types.typed(type, label.isEmpty() ? type : QString(label + u' ' + type), scope, at);
        fields.push_back(std::move(field));
    }

    void extend(const QString &scope, int depth)
    {
        name();
        std::vector<Property> fields;
        if (!m_failed)
            block(scope, fields, {}, depth + 1, nullptr);
    }

    void enumeration(const QString &scope, const QString &comment, Place at)
    {
        const QString full = ProtoTypes::scoped(scope, name());
        if (m_failed)
            return;
        const SchemaId id = m_collector.newSchema(at);
        Item item;
        item.kind = ItemKind::Enum;
        item.name = shortName(full);
        item.id = "enum "_L1 + full;
        item.description = comment;
        item.at = at;
        item.schema = id;
        std::vector<EnumValue> values;
        bool deprecated = false;
        expect('{');
        while (!isOver() && !m_lexer.is('}')) {
            enumMember(values, deprecated);
            if (m_failed) {
                recover(1);
                m_failed = false;
            }
        }
        expect('}');
        constexpr qsizetype enough = 200;
        for (const EnumValue &value : values) {
            if (item.words.size() < enough)
                item.words.append(value.name);
        }
        item.deprecated = deprecated;
        m_collector.add(std::move(item));
        if (id == noSchema)
            return;
        m_types.define(full, id, at);
        Schema &schema = m_collector.schema(id);
        schema.name = shortName(full);
        schema.type = u"enum"_s;
        schema.description = comment;
        schema.values = std::move(values);
        schema.deprecated = deprecated;
    }

    void enumMember(std::vector<EnumValue> &values, bool &deprecated)
    {
        const QString comment = m_lexer.comment();
        if (take(';'))
            return;
        if (m_lexer.isName("reserved")) {
            advance();
            if (!m_lexer.is('=')) {
                while (!isOver() && !m_lexer.is(';') && !m_lexer.is('}'))
                    advance();
                expect(';');
                return;
            }
            return enumValue(values, u"reserved"_s, comment);
        }
        const QString first = name();
        if (first == "option"_L1 && !m_lexer.is('=')) {
            const bool isDeprecated = m_lexer.isName("deprecated");
            optionName();
            expect('=');
            deprecated = deprecated || (isDeprecated && m_lexer.isName("true"));
            optionValue(nullptr, 0);
            expect(';');
            return;
        }
        enumValue(values, first, comment);
    }

    void enumValue(std::vector<EnumValue> &values, const QString &valueName, const QString &comment)
    {
        EnumValue value;
        value.name = valueName;
        value.description = comment;
        expect('=');
        value.number = number();
        Property options;
        fieldOptions(options, noSchema);
        value.deprecated = options.deprecated;
        expect(';');
        if (!m_failed)
            values.push_back(std::move(value));
    }

    void service(const QString &comment, Place at)
    {
        const QString simple = name();
        if (m_failed)
            return;
        Item item;
        item.kind = ItemKind::Service;
        item.name = item.group = simple;
        item.path = ProtoTypes::scoped(m_definition.package, simple);
        item.id = "service "_L1 + item.path;
        item.description = comment;
        item.at = at;
        const QString full = item.path;
        const bool isListed = m_collector.add(std::move(item)) != nullptr;
        const size_t index = m_definition.items.size() - 1;
        expect('{');
        while (!m_failed && m_lexer.token() != ProtoToken::End && !m_lexer.is('}') && m_tokens < m_limits.maxNodes) {
            const QString methodComment = m_lexer.comment();
            const Place methodAt = m_lexer.place();
            if (m_lexer.isName("option")) {
                advance();
                const bool isDeprecated = m_lexer.isName("deprecated");
                QStringList strings;
                optionName();
                expect('=');
                if (isDeprecated && isListed && m_lexer.isName("true"))
                    m_definition.items[index].deprecated = true;
                optionValue(&strings, 0);
                expect(';');
                for (const QString &host : std::as_const(strings)) {
                    if (isListed)
                        m_definition.items[index].words.append(host);
                }
            } else if (takeWord("rpc")) {
                method(simple, full, methodComment, methodAt);
            } else if (!take(';')) {
                fail(u"%1 begins nothing that a service holds"_s.arg(found()));
            }
            if (m_failed) {
                recover(1);
                m_failed = false;
            }
        }
        expect('}');
    }

    void method(const QString &service, const QString &fullService, const QString &comment, Place at)
    {
        Item item;
        item.kind = ItemKind::Method;
        const QString simple = name();
        item.name = service + u'.' + simple;
        item.operationId = simple;
        item.id = "method "_L1 + fullService + u'.' + simple;
        item.path = u'/' + fullService + u'/' + simple;
        item.group = service;
        item.description = comment;
        item.at = at;
        item.words = wordsOf(simple);
        bool streamsIn = false, streamsOut = false;
        const SchemaId input = methodType(streamsIn, at);
        if (!takeWord("returns"))
            fail(u"`returns` is missing before %1"_s.arg(found()));
        const SchemaId output = methodType(streamsOut, at);
        item.action = streamsIn && streamsOut ? u"bidirectional streaming"_s : streamsIn ? u"client streaming"_s : streamsOut ? u"server streaming"_s : u"unary"_s;
        item.body.required = true;
        item.body.contents.push_back({ u"protobuf"_s, input, {} });
        item.responses.push_back({ {}, {}, {}, { { u"protobuf"_s, output, {} } }, at });
        if (take('{')) {
            while (!isOver() && !m_lexer.is('}')) {
                methodStatement(item);
                if (m_failed) {
                    recover(1);
                    m_failed = false;
                }
            }
            expect('}');
        } else {
            expect(';');
        }
        // What is known of one that is broken further on is shown.
        if (!simple.isEmpty())
            m_collector.add(std::move(item));
    }

    void methodStatement(Item &item)
    {
        if (take(';'))
            return;
        if (!takeWord("option"))
            return fail(u"%1 begins nothing that a method holds"_s.arg(found()));
        const bool isDeprecated = m_lexer.isName("deprecated");
        optionName();
        expect('=');
        item.deprecated = item.deprecated || (isDeprecated && m_lexer.isName("true"));
        optionValue(&item.words, 0);
        expect(';');
    }

    SchemaId methodType(bool &streams, Place at)
    {
        expect('(');
        QString type = name();
        if (type == "stream"_L1 && !m_lexer.is(')')) {
            streams = true;
            type = name();
        }
        expect(')');
        return m_failed ? noSchema : m_types.typed(type, type, m_definition.package, at);
    }

    ApiDefinition &m_definition;
    ProtoTypes m_types { m_collector };
};

} // namespace

void readProtobuf(QByteArrayView text, const ApiLimits &limits, ApiDefinition &definition)
{
    ProtobufReader(text, limits, definition).run();
}

} // namespace callboard::apis
