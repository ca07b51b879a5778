// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/compareschemas.h"

#include <algorithm>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostDifferences = 200; ///< Of one item.
constexpr qsizetype mostCompared = 20'000; ///< Pairs of schemas of one item.

QString nameOf(const Property &property)
{
    return property.name;
}

QString placeOf(const Parameter &parameter)
{
    return parameter.in + u' ' + parameter.name;
}

/// Whether every value of `narrow` is one of `wide`.
bool isWithin(const QString &narrow, const QString &wide)
{
    if (narrow == wide || wide.isEmpty())
        return true;
    if (narrow.isEmpty())
        return false;
    const QStringList all = wide.split(u'|');
    return std::ranges::all_of(narrow.split(u'|'),
        [&](const QString &one) { return all.contains(one) || (one == "integer"_L1 && all.contains("number"_L1)); });
}

/// "minimum 3" → its word and number.
struct Limit {
    QStringView word;
    QStringView value;
    explicit Limit(QStringView text) : word(text.first(std::max<qsizetype>(0, text.indexOf(u' ')))), value(text.sliced(text.indexOf(u' ') + 1))
    {
        if (word.isEmpty())
            word = text;
    }
};

/// Whether a changed limit lets less through than before: 1 it does, -1 it lets more through, 0 nobody knows.
int tightened(const Limit &before, const Limit &after)
{
    bool isNumber = false, wasNumber = false;
    const double was = before.value.toDouble(&wasNumber), is = after.value.toDouble(&isNumber);
    if (!isNumber || !wasNumber || was == is)
        return 0;
    const bool isLower = after.word.startsWith(u"min") || after.word == u"exclusiveMinimum";
    const bool isUpper = after.word.startsWith(u"max") || after.word == u"exclusiveMaximum";
    if (isLower)
        return is > was ? 1 : -1;
    return isUpper ? (is < was ? 1 : -1) : 0;
}

QString joined(const QString &where, const QString &name)
{
    return where.isEmpty() ? name : QString(where + u'.' + name);
}

} // namespace

void SchemaComparer::add(Change change, bool breaking, const QString &where, const QString &subject, const QString &before, const QString &after)
{
    Difference found { change, where, subject, before, after, breaking };
    if (m_differences.size() < mostDifferences && std::ranges::find(m_differences, found) == m_differences.end())
        m_differences.push_back(std::move(found));
}

void SchemaComparer::gather(const ApiDefinition &definition, SchemaId id, Whole &whole, QSet<SchemaId> &seen)
{
    const Schema *schema = definition.resolved(id);
    if (!schema)
        return;
    const auto index = SchemaId(schema - definition.schemas.data());
    constexpr qsizetype enough = 200;
    if (seen.contains(index) || seen.size() > enough)
        return;
    seen.insert(index);
    const auto take = [](auto &mine, const auto &theirs, bool isEmpty) {
        if (isEmpty)
            mine = theirs;
    };
    take(whole.type, schema->type, whole.type.isEmpty());
    take(whole.format, schema->format, whole.format.isEmpty());
    take(whole.items, schema->items, whole.items == noSchema);
    take(whole.additional, schema->additional, whole.additional == noSchema);
    take(whole.byDefault, schema->byDefault, whole.byDefault.isEmpty());
    whole.nullable = whole.nullable || schema->nullable;
    whole.limits += schema->limits;
    for (const EnumValue &value : schema->values)
        whole.values.append(value.name);
    if (!schema->constant.isEmpty())
        whole.values.append(schema->constant);
    for (const Property &property : schema->properties) {
        if (!whole.names.contains(property.name)) {
            whole.names.insert(property.name);
            whole.properties.push_back(property);
        }
    }
    for (const auto *variants : { &schema->oneOf, &schema->anyOf })
        whole.variants.insert(whole.variants.end(), variants->begin(), variants->end());
    for (const SchemaId part : schema->allOf)
        gather(definition, part, whole, seen);
}

SchemaComparer::Whole SchemaComparer::wholeOf(const ApiDefinition &definition, SchemaId id)
{
    Whole whole;
    QSet<SchemaId> seen;
    gather(definition, id, whole, seen);
    if (whole.type.isEmpty() && !whole.properties.empty())
        whole.type = u"object"_s;
    return whole;
}

void SchemaComparer::compare(SchemaId before, SchemaId after, Direction direction, const QString &where)
{
    const Schema *was = m_before.resolved(before);
    const Schema *is = m_after.resolved(after);
    if (!was || !is) {
        if (was != is)
            add(Change::TypeChanged, was && direction == Direction::Received, where, {}, m_before.typeText(before), m_after.typeText(after));
        return;
    }
    const auto pair = std::pair(quint64(was - m_before.schemas.data()) << 32 | quint64(is - m_after.schemas.data()), int(direction));
    if (m_seen.contains(pair) || m_seen.size() >= mostCompared || m_differences.size() >= mostDifferences)
        return;
    m_seen.insert(pair);
    const Whole a = wholeOf(m_before, before);
    const Whole b = wholeOf(m_after, after);
    compareTypes(a, b, direction, where);
    compareValues(a.values, b.values, direction, where);
    compareLimits(a.limits, b.limits, direction, where);
    compareProperties(a, b, direction, where);
    compareVariants(a, b, direction, where);
    if (a.items != noSchema && b.items != noSchema)
        compare(a.items, b.items, direction, where + "[]"_L1);
    if (a.additional != noSchema && b.additional != noSchema)
        compare(a.additional, b.additional, direction, where + ".*"_L1);
}

void SchemaComparer::compareTypes(const Whole &before, const Whole &after, Direction direction, const QString &where)
{
    const bool isSent = direction == Direction::Sent;
    if (before.type != after.type) {
        const bool isSafe = isSent ? isWithin(before.type, after.type) : isWithin(after.type, before.type);
        add(Change::TypeChanged, !isSafe, where, {}, before.type, after.type);
    } else if (before.format != after.format) {
        // A format that came narrows what may be sent, one that went widens what is received.
        const bool breaks = isSent ? !after.format.isEmpty() : !before.format.isEmpty();
        add(Change::FormatChanged, breaks, where, {}, before.format, after.format);
    }
    if (before.nullable != after.nullable && !before.type.isEmpty() && !after.type.isEmpty())
        add(after.nullable ? Change::NullAllowed : Change::NullRefused, after.nullable != isSent, where);
    if (before.byDefault != after.byDefault)
        add(Change::DefaultChanged, false, where, {}, before.byDefault, after.byDefault);
}

void SchemaComparer::compareValues(const QStringList &before, const QStringList &after, Direction direction, const QString &where)
{
    if (before == after)
        return;
    const bool isSent = direction == Direction::Sent;
    if (before.isEmpty() || after.isEmpty()) { // any value, on one side
        add(after.isEmpty() ? Change::ValueRemoved : Change::ValueAdded, before.isEmpty() == isSent, where, after.isEmpty() ? before.join(u", ") : after.join(u", "));
        return;
    }
    const QSet<QString> was(before.begin(), before.end());
    const QSet<QString> is(after.begin(), after.end());
    for (const QString &value : before) {
        if (!is.contains(value))
            add(Change::ValueRemoved, isSent, where, value);
    }
    for (const QString &value : after) {
        if (!was.contains(value))
            add(Change::ValueAdded, !isSent, where, value);
    }
}

void SchemaComparer::compareLimits(const QStringList &before, const QStringList &after, Direction direction, const QString &where)
{
    const bool isSent = direction == Direction::Sent;
    const auto sameWord = [](const QStringList &all, const Limit &limit) {
        const auto found = std::ranges::find_if(all, [&](const QString &other) { return Limit(other).word == limit.word; });
        return found == all.end() ? nullptr : &*found;
    };
    for (const QString &text : before) {
        const Limit limit(text);
        const QString *now = sameWord(after, limit);
        if (!now) {
            add(Change::LimitRemoved, false, where, text);
        } else if (*now != text) {
            const int tighter = tightened(limit, Limit(*now));
            add(Change::LimitChanged, isSent ? tighter > 0 || (tighter == 0 && limit.word == u"pattern") : false, where, limit.word.toString(), limit.value.toString(),
                Limit(*now).value.toString());
        }
    }
    for (const QString &text : after) {
        if (!sameWord(before, Limit(text)))
            add(Change::LimitAdded, isSent, where, text);
    }
}

void SchemaComparer::compareProperties(const Whole &before, const Whole &after, Direction direction, const QString &where)
{
    const bool isSent = direction == Direction::Sent;
    const ByName<Property> earlier(before.properties, nameOf), later(after.properties, nameOf);
    for (const Property &was : before.properties) {
        const Property *is = later.same(was);
        if (!is) {
            add(Change::PropertyRemoved, true, where, was.name);
            continue;
        }
        if (was.required != is->required)
            add(is->required ? Change::PropertyRequired : Change::PropertyOptional, is->required == isSent, where, was.name);
        compare(was.schema, is->schema, direction, joined(where, was.name));
    }
    for (const Property &is : after.properties) {
        if (!earlier.same(is))
            add(Change::PropertyAdded, isSent && is.required, where, is.name);
    }
}

void SchemaComparer::compareVariants(const Whole &before, const Whole &after, Direction direction, const QString &where)
{
    if (before.variants.empty() && after.variants.empty())
        return;
    const bool isSent = direction == Direction::Sent;
    const auto names = [](const ApiDefinition &definition, const std::vector<SchemaId> &all) {
        QStringList texts;
        for (const SchemaId id : all)
            texts.append(definition.typeText(id));
        return texts;
    };
    const QStringList was = names(m_before, before.variants);
    const QStringList is = names(m_after, after.variants);
    // Several may have the same words ("object"): the first is compared with the first, and so on.
    QHash<QString, QList<qsizetype>> places;
    for (qsizetype i = 0; i < is.size(); ++i)
        places[is[i]].append(i);
    for (qsizetype i = 0; i < was.size(); ++i) {
        QList<qsizetype> &left = places[was[i]];
        if (left.isEmpty())
            add(Change::VariantRemoved, isSent, where, was[i]);
        else
            compare(before.variants[size_t(i)], after.variants[size_t(left.takeFirst())], direction, where);
    }
    for (qsizetype i = 0; i < is.size(); ++i) {
        if (places[is[i]].contains(i))
            add(Change::VariantAdded, !isSent, where, is[i]);
    }
}

void SchemaComparer::compareParameters(const std::vector<Parameter> &before, const std::vector<Parameter> &after, const QString &where)
{
    const auto textOf = [&](const Parameter &parameter) { return joined(where, parameter.in == "argument"_L1 ? parameter.name : QString(parameter.in + u' ' + parameter.name)); };
    const ByName<Parameter> earlier(before, placeOf), later(after, placeOf);
    for (const Parameter &was : before) {
        if (!earlier.isFirst(was))
            continue;
        const Parameter *is = later.same(was);
        if (!is) {
            // Of a path, the name is nobody's business but the definition's.
            if (was.in != "path"_L1)
                add(Change::ParameterRemoved, was.in == "argument"_L1, where, textOf(was));
            continue;
        }
        if (was.required != is->required)
            add(is->required ? Change::ParameterRequired : Change::ParameterOptional, is->required, where, textOf(was));
        if (was.in == "argument"_L1 && was.schema != noSchema && is->schema != noSchema && m_after.format == ApiFormat::GraphQl)
            compareGraphQlType(m_before.typeText(was.schema), m_after.typeText(is->schema), Direction::Sent, where, textOf(was));
        else
            compare(was.schema, is->schema, Direction::Sent, textOf(was));
    }
    for (const Parameter &is : after) {
        if (!earlier.same(is) && later.isFirst(is) && is.in != "path"_L1)
            add(Change::ParameterAdded, is.required, where, textOf(is));
    }
}

} // namespace callboard::apis
