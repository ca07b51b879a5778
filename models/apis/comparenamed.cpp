// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// GraphQL after graphql-js (utilities/findBreakingChanges), protobuf after `buf breaking` (FILE and WIRE_JSON rules).
#include "models/apis/compareschemas.h"

#include <algorithm>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

/// Whether a field that gave `before` may give `after`: what is promised may only grow.
bool isSafeReceived(QStringView before, QStringView after)
{
    if (before.endsWith(u'!'))
        return after.endsWith(u'!') && isSafeReceived(before.chopped(1), after.chopped(1));
    if (after.endsWith(u'!'))
        after.chop(1);
    if (before.startsWith(u'[') && after.startsWith(u'['))
        return isSafeReceived(before.sliced(1).chopped(1), after.sliced(1).chopped(1));
    return before == after;
}

/// Whether what took `before` may take `after`: what is demanded may only shrink.
bool isSafeSent(QStringView before, QStringView after)
{
    if (after.endsWith(u'!'))
        return before.endsWith(u'!') && isSafeSent(before.chopped(1), after.chopped(1));
    if (before.endsWith(u'!'))
        before.chop(1);
    if (before.startsWith(u'[') && after.startsWith(u'['))
        return isSafeSent(before.sliced(1).chopped(1), after.sliced(1).chopped(1));
    return before == after;
}

QString nameOfProperty(const Property &property)
{
    return property.name;
}

QString numberOf(const Property &property)
{
    return QString::number(property.number);
}

QString nameOfValue(const EnumValue &value)
{
    return value.name;
}

} // namespace

void SchemaComparer::compareGraphQlType(const QString &before, const QString &after, Direction direction, const QString &where, const QString &subject)
{
    if (before != after)
        add(Change::TypeChanged, !(direction == Direction::Sent ? isSafeSent(before, after) : isSafeReceived(before, after)), where, subject, before, after);
}

void SchemaComparer::compareNamed(SchemaId before, SchemaId after, ItemKind kind)
{
    if (before == noSchema || after == noSchema)
        return;
    const Schema &was = m_before.schemas[size_t(before)];
    const Schema &is = m_after.schemas[size_t(after)];
    const bool isProtobuf = m_after.format == ApiFormat::Protobuf;
    const ByName<EnumValue> earlier(was.values, nameOfValue), later(is.values, nameOfValue);
    for (const EnumValue &value : was.values) {
        const EnumValue *now = later.same(value);
        if (!earlier.isFirst(value))
            continue;
        if (!now)
            add(Change::ValueRemoved, true, {}, value.name);
        else if (now->number != value.number)
            add(Change::NumberChanged, true, {}, value.name, QString::number(value.number), QString::number(now->number));
    }
    for (const EnumValue &value : is.values) {
        if (!earlier.same(value))
            add(Change::ValueAdded, false, {}, value.name); // both languages want readers to expect what they do not know
    }
    if (isProtobuf)
        return compareProtobufFields(was, is);
    compareGraphQlFields(was, is, kind);
    compareNames(was.oneOf, is.oneOf, true);
    compareNames(was.allOf, is.allOf, true);
}

void SchemaComparer::compareNames(const std::vector<SchemaId> &before, const std::vector<SchemaId> &after, bool removalBreaks)
{
    const auto names = [](const ApiDefinition &definition, const std::vector<SchemaId> &all) {
        QStringList texts;
        for (const SchemaId id : all)
            texts.append(definition.typeText(id));
        return texts;
    };
    const QStringList was = names(m_before, before);
    const QStringList is = names(m_after, after);
    for (const QString &one : was) {
        if (!is.contains(one))
            add(Change::VariantRemoved, removalBreaks, {}, one);
    }
    for (const QString &one : is) {
        if (!was.contains(one))
            add(Change::VariantAdded, false, {}, one);
    }
}

void SchemaComparer::compareGraphQlFields(const Schema &before, const Schema &after, ItemKind kind)
{
    const Direction direction = kind == ItemKind::Input ? Direction::Sent : Direction::Received;
    const ByName<Property> earlier(before.properties, nameOfProperty), later(after.properties, nameOfProperty);
    for (const Property &was : before.properties) {
        const Property *is = later.same(was);
        if (!earlier.isFirst(was))
            continue;
        if (!is) {
            add(Change::PropertyRemoved, true, {}, was.name);
            continue;
        }
        compareGraphQlType(m_before.typeText(was.schema), m_after.typeText(is->schema), direction, {}, was.name);
        compareParameters(was.arguments, is->arguments, was.name);
        if (!was.deprecated && is->deprecated)
            add(Change::Deprecated, false, {}, was.name);
    }
    for (const Property &is : after.properties) {
        if (!earlier.same(is))
            add(Change::PropertyAdded, kind == ItemKind::Input && is.required, {}, is.name);
    }
}

void SchemaComparer::compareProtobufFields(const Schema &before, const Schema &after)
{
    const ByName<Property> earlier(before.properties, nameOfProperty), later(after.properties, nameOfProperty);
    const ByName<Property> earlierNumbers(before.properties, numberOf), laterNumbers(after.properties, numberOf);
    for (const Property &was : before.properties) {
        const Property *is = later.same(was);
        const Property *sameNumber = laterNumbers.same(was);
        if (!earlier.isFirst(was))
            continue;
        if (!is) {
            if (sameNumber)
                add(Change::NumberReused, true, {}, was.name, QString::number(was.number), sameNumber->name);
            else
                add(Change::PropertyRemoved, true, {}, was.name);
            continue;
        }
        if (was.number != is->number)
            add(Change::NumberChanged, true, {}, was.name, QString::number(was.number), QString::number(is->number));
        const QString type = m_before.typeText(was.schema), now = m_after.typeText(is->schema);
        // `optional` of protobuf 3 only says whether a field was set: the bytes are the same.
        const auto bare = [](const QString &text) { return text.startsWith("optional "_L1) ? text.sliced(9) : text; };
        if (bare(type) != bare(now))
            add(Change::TypeChanged, true, {}, was.name, type, now);
        else if (type != now)
            add(Change::TypeChanged, false, {}, was.name, type, now);
        if (was.required != is->required)
            add(is->required ? Change::PropertyRequired : Change::PropertyOptional, true, {}, was.name);
        if (!was.deprecated && is->deprecated)
            add(Change::Deprecated, false, {}, was.name);
    }
    for (const Property &is : after.properties) {
        if (!earlier.same(is) && !earlierNumbers.same(is))
            add(Change::PropertyAdded, is.required, {}, is.name);
    }
}

} // namespace callboard::apis
