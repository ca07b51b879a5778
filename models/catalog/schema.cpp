// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/schema.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace callboard::catalog {

using namespace Qt::StringLiterals;
using Rule = SchemaError::Rule;

namespace schema {

SchemaPtr text()
{
    static const auto shared = std::make_shared<const Schema>(Schema { .types = { u"string"_s }, .minLength = 1 });
    return shared;
}

SchemaPtr anyText()
{
    return ofTypes({ u"string"_s });
}

SchemaPtr ofTypes(const QStringList &types)
{
    return std::make_shared<const Schema>(Schema { .types = types });
}

SchemaPtr textList()
{
    static const SchemaPtr shared = listOf(text());
    return shared;
}

SchemaPtr listOf(SchemaPtr items, std::optional<int> minItems)
{
    return std::make_shared<const Schema>(
        Schema { .types = { u"array"_s }, .minItems = minItems, .items = std::move(items) });
}

SchemaPtr values(const QStringList &allowed)
{
    Schema made;
    made.oneOfValues.assign(allowed.begin(), allowed.end());
    return std::make_shared<const Schema>(std::move(made));
}

SchemaPtr textValues(const QStringList &allowed)
{
    Schema made { .types = { u"string"_s } };
    made.oneOfValues.assign(allowed.begin(), allowed.end());
    return std::make_shared<const Schema>(std::move(made));
}

SchemaPtr object(const QStringList &required, SchemaProperties properties)
{
    return std::make_shared<const Schema>(
        Schema { .types = { u"object"_s }, .required = required, .properties = std::move(properties) });
}

} // namespace schema

QString pointerSegment(const QString &key)
{
    QString out = key;
    return out.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

QString SchemaError::field() const
{
    const bool member = rule == Rule::Required || rule == Rule::Additional;
    return member ? QString(pointer + u'/' + pointerSegment(property)) : pointer;
}

namespace {

bool isOfType(const QJsonValue &value, const QString &type)
{
    switch (value.type()) {
    case QJsonValue::String:
        return type == u"string";
    case QJsonValue::Object:
        return type == u"object";
    case QJsonValue::Array:
        return type == u"array";
    case QJsonValue::Bool:
        return type == u"boolean";
    case QJsonValue::Double:
        return type == u"number";
    case QJsonValue::Null:
        return type == u"null";
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

/// Whether `.+` of a JavaScript pattern spans the whole key.
bool matchesAnyLine(const QString &key)
{
    return !key.isEmpty() && std::none_of(key.begin(), key.end(), [](QChar c) {
        return c == u'\n' || c == u'\r' || c == QChar(0x2028) || c == QChar(0x2029);
    });
}

class Checker final {
public:
    explicit Checker(const SchemaContext &context)
        : m_context(context)
    {
    }

    std::vector<SchemaError> errors;

    // Ajv's rule groups, in its order: string, any type, array, object. Where a schema names one type and has rules of that
    // type's group, the type error comes from the group's place; else it comes first.
    void visit(const Schema &schema, const QJsonValue &value)
    {
        const bool hasText = schema.minLength || schema.maxLength || schema.wordPattern;
        const bool hasArray = schema.minItems || schema.items;
        const bool hasObject = !schema.required.isEmpty() || schema.closed || schema.additional
            || !schema.properties.empty() || schema.everyProperty;
        const QString single = schema.types.size() == 1 ? schema.types.first() : QString();
        const bool inGroup = (single == u"string" && hasText) || (single == u"array" && hasArray)
            || (single == u"object" && hasObject);
        if (!inGroup)
            checkType(schema, value);
        if (hasText && value.isString())
            checkText(schema, value.toString());
        else if (hasText && single == u"string")
            checkType(schema, value);
        checkAny(schema, value);
        if (hasArray && value.isArray())
            checkArray(schema, value.toArray());
        else if (hasArray && single == u"array")
            checkType(schema, value);
        if (hasObject && value.isObject())
            checkObject(schema, value.toObject());
        else if (hasObject && single == u"object")
            checkType(schema, value);
    }

private:
    QString pointer() const
    {
        QString out;
        for (const QString &segment : m_path)
            out += u'/' + pointerSegment(segment);
        return out;
    }

    SchemaError &report(Rule rule)
    {
        errors.push_back({ rule, pointer(), {}, {}, 0 });
        return errors.back();
    }

    void checkType(const Schema &schema, const QJsonValue &value)
    {
        const bool fits = schema.types.isEmpty() || std::any_of(schema.types.begin(), schema.types.end(),
            [&](const QString &type) { return isOfType(value, type); });
        if (!fits)
            report(Rule::Type).expected = schema.types;
    }

    void checkText(const Schema &schema, const QString &value)
    {
        const auto length = [&] {
            return std::count_if(value.begin(), value.end(), [](QChar c) { return !c.isLowSurrogate(); });
        };
        if (schema.maxLength && length() > *schema.maxLength)
            report(Rule::MaxLength).limit = *schema.maxLength;
        if (schema.minLength && length() < *schema.minLength)
            report(Rule::MinLength).limit = *schema.minLength;
        static const QRegularExpression word(u"^\\w+\\z"_s);
        if (schema.wordPattern && !word.match(value).hasMatch())
            report(Rule::Pattern);
    }

    void checkAny(const Schema &schema, const QJsonValue &value)
    {
        if (schema.constant && value != *schema.constant)
            report(Rule::Const).expected = { schema.constant->toVariant().toString() };
        if (!schema.oneOfValues.empty()
            && std::find(schema.oneOfValues.begin(), schema.oneOfValues.end(), value) == schema.oneOfValues.end()) {
            SchemaError &error = report(Rule::Enum);
            for (const QJsonValue &allowed : schema.oneOfValues)
                error.expected.append(allowed.toString());
        }
        checkOneOf(schema, value);
        for (const SchemaPtr &part : schema.allOf)
            visit(*part, value);
    }

    void checkOneOf(const Schema &schema, const QJsonValue &value)
    {
        if (schema.oneOf.empty())
            return;
        const size_t before = errors.size();
        int passed = 0;
        for (const SchemaPtr &part : schema.oneOf) {
            const size_t start = errors.size();
            visit(*part, value);
            passed += errors.size() == start ? 1 : 0;
        }
        if (passed == 1)
            errors.resize(before);
        else
            report(Rule::OneOf);
    }

    void checkArray(const Schema &schema, const QJsonArray &value)
    {
        if (schema.minItems && value.size() < *schema.minItems)
            report(Rule::MinItems).limit = *schema.minItems;
        if (!schema.items)
            return;
        for (qsizetype i = 0; i < value.size(); ++i) {
            m_path.append(QString::number(i));
            visit(*schema.items, value.at(i));
            m_path.removeLast();
        }
    }

    void checkObject(const Schema &schema, const QJsonObject &value)
    {
        for (const QString &name : schema.required) {
            if (!value.contains(name))
                report(Rule::Required).property = name;
        }
        if (schema.closed || schema.additional)
            checkAdditional(schema, value);
        for (const auto &[name, part] : schema.properties) {
            if (const auto found = value.constFind(name); found != value.constEnd())
                visitMember(*part, name, *found);
        }
        if (schema.everyProperty)
            checkEvery(*schema.everyProperty, value);
    }

    void visitMember(const Schema &schema, const QString &name, const QJsonValue &value)
    {
        m_path.append(name);
        visit(schema, value);
        m_path.removeLast();
    }

    QStringList keysAsWritten(const QJsonObject &value) const
    {
        QStringList keys = value.keys();
        if (m_context.order)
            m_context.order(pointer(), keys);
        return keys;
    }

    void checkAdditional(const Schema &schema, const QJsonObject &value)
    {
        const auto declared = [&](const QString &key) {
            return std::any_of(schema.properties.begin(), schema.properties.end(),
                [&](const auto &property) { return property.first == key; });
        };
        QStringList foreign = value.keys();
        foreign.removeIf(declared);
        if (foreign.isEmpty())
            return;
        if (m_context.order && foreign.size() > 1)
            m_context.order(pointer(), foreign);
        for (const QString &key : std::as_const(foreign)) {
            if (schema.closed)
                report(Rule::Additional).property = key;
            else
                visitMember(*schema.additional, key, value.value(key));
        }
    }

    void checkEvery(const Schema &schema, const QJsonObject &value)
    {
        const size_t before = errors.size();
        visitEvery(schema, value, value.keys());
        // The order of keys matters only where more than one is wrong.
        if (errors.size() < before + 2 || !m_context.order)
            return;
        errors.resize(before);
        visitEvery(schema, value, keysAsWritten(value));
    }

    void visitEvery(const Schema &schema, const QJsonObject &value, const QStringList &keys)
    {
        for (const QString &key : keys) {
            if (matchesAnyLine(key))
                visitMember(schema, key, value.value(key));
        }
    }

    const SchemaContext &m_context;
    QStringList m_path;
};

} // namespace

std::vector<SchemaError> check(const Schema &schema, const QJsonValue &value, const SchemaContext &context)
{
    Checker checker(context);
    checker.visit(schema, value);
    return std::move(checker.errors);
}

} // namespace callboard::catalog
