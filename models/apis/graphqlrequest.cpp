// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/request.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 2;     ///< Levels of objects that are asked for.
constexpr int mostFields = 200; ///< In one query.

/// The fields of a type as a selection: "{ id name owner { id } }", over several lines.
class Selection final {
public:
    explicit Selection(const ApiDefinition &definition) : m_definition(definition) { }

    /// Empty where the type has no fields: a scalar or an enum.
    QString of(const Schema *type, int depth)
    {
        if (!type || (type->properties.empty() && type->oneOf.empty()))
            return {};
        const QString indent((depth + 2) * 2, u' ');
        QStringList lines;
        if (!type->oneOf.empty() || type->type == "interface"_L1)
            lines.append(indent + u"__typename"_s);
        for (const SchemaId member : type->oneOf) {
            const Schema *one = m_definition.resolved(member);
            if (const QString fields = depth < deepest ? of(one, depth + 1) : QString(); one && !fields.isEmpty())
                lines.append(indent + u"... on %1 %2"_s.arg(one->name, fields));
        }
        for (const Property &property : type->properties) {
            if (m_count >= mostFields)
                break;
            if (const QString field = fieldOf(property, depth); !field.isEmpty())
                lines.append(indent + field);
        }
        // An object of objects alone is asked for its name, as GraphQL wants something.
        if (lines.isEmpty())
            lines.append(indent + u"__typename"_s);
        return u"{\n"_s + lines.join(u'\n') + u'\n' + QString((depth + 1) * 2, u' ') + u'}';
    }

private:
    QString fieldOf(const Property &property, int depth)
    {
        if (property.deprecated || std::ranges::any_of(property.arguments, &Parameter::required))
            return {};
        const Schema *type = m_definition.resolved(property.schema);
        const bool hasFields = type && (!type->properties.empty() || !type->oneOf.empty());
        if (hasFields && depth >= deepest)
            return {};
        ++m_count;
        return hasFields ? QString(property.name + u' ' + of(type, depth + 1)) : property.name;
    }

    const ApiDefinition &m_definition;
    int m_count = 0;
};

/// A value of a type, with what is required in it.
class Sample final {
public:
    explicit Sample(const ApiDefinition &definition) : m_definition(definition) { }

    QJsonValue of(SchemaId id, int depth = 0) const
    {
        constexpr int levels = 6;
        const Schema *reference = id == noSchema ? nullptr : &m_definition.schemas[size_t(id)];
        if (!reference || depth > levels)
            return QJsonValue::Null;
        QStringView text = reference->type;
        int lists = 0;
        for (; text.startsWith(u'['); text = text.sliced(1))
            ++lists;
        const QStringView named = text.first(std::min({ text.size(), at(text, u'!'), at(text, u']') }));
        QJsonValue value = ofNamed(named, m_definition.resolved(id), depth);
        for (; lists > 0; --lists)
            value = QJsonArray { value };
        return value;
    }

private:
    static qsizetype at(QStringView text, QChar c)
    {
        const qsizetype found = text.indexOf(c);
        return found < 0 ? text.size() : found;
    }

    QJsonValue ofNamed(QStringView name, const Schema *type, int depth) const
    {
        if (name == "Int"_L1 || name == "Float"_L1)
            return 0;
        if (name == "Boolean"_L1)
            return true;
        if (type && !type->values.empty())
            return type->values.front().name;
        if (!type || type->type != "input"_L1)
            return QString();
        QJsonObject object;
        for (const Property &property : type->properties) {
            if (property.required)
                object.insert(property.name, of(property.schema, depth + 1));
        }
        return object;
    }

    const ApiDefinition &m_definition;
};

} // namespace

RequestForm::GraphQl graphQlRequest(const ApiDefinition &definition, const Item &operation)
{
    QStringList declared, passed;
    QJsonObject variables;
    const Sample sample(definition);
    for (const Parameter &argument : operation.parameters) {
        const QString type = argument.schema == noSchema ? QString() : definition.schemas[size_t(argument.schema)].type;
        if (type.isEmpty())
            continue;
        declared.append(u"$%1: %2"_s.arg(argument.name, type));
        passed.append(u"%1: $%1"_s.arg(argument.name));
        if (argument.required)
            variables.insert(argument.name, sample.of(argument.schema));
    }
    const QString called = declared.isEmpty() ? QString() : u'(' + declared.join(u", "_s) + u')';
    const QString arguments = passed.isEmpty() ? QString() : u'(' + passed.join(u", "_s) + u')';
    const QString fields = Selection(definition).of(definition.resolved(operation.schema), 0);
    RequestForm::GraphQl request;
    request.query = u"%1 %2%3 {\n  %2%4%5\n}"_s.arg(operation.action, operation.name, called, arguments, fields.isEmpty() ? QString() : u' ' + fields);
    if (!variables.isEmpty())
        request.variables = QString::fromUtf8(QJsonDocument(variables).toJson(QJsonDocument::Indented)).trimmed();
    return request;
}

} // namespace callboard::apis
