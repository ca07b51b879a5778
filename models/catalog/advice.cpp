// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/advice.h"

#include "models/catalog/kinds.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace callboard::catalog {

using namespace Qt::StringLiterals;
using Rule = SchemaError::Rule;

namespace {

/// "spec.steps[2].id" of "/spec/steps/2/id".
QString readable(const QString &pointer)
{
    QString out;
    for (QString part : pointer.split(u'/', Qt::SkipEmptyParts)) {
        part.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        const bool number = std::all_of(part.begin(), part.end(), [](QChar c) { return c.isDigit(); });
        if (number)
            out += u'[' + part + u']';
        else
            out += (out.isEmpty() ? QString() : u"."_s) + part;
    }
    return out.isEmpty() ? u"the document"_s : out;
}

/// A line that would be right, for the members that every kind has.
QString example(const QString &member)
{
    static const QHash<QString, QString> lines {
        { u"apiVersion"_s, u"apiVersion: backstage.io/v1alpha1"_s },
        { u"kind"_s, u"kind: Component"_s },
        { u"metadata"_s, u"metadata: with a name under it"_s },
        { u"spec"_s, u"spec: with the fields of the kind under it"_s },
        { u"name"_s, u"name: my-service"_s },
        { u"type"_s, u"type: service"_s },
        { u"lifecycle"_s, u"lifecycle: production (or experimental, deprecated)"_s },
        { u"owner"_s, u"owner: my-team"_s },
        { u"definition"_s, u"definition: with the text of the API, or $text: ./openapi.yaml under it"_s },
        { u"children"_s, u"children: []"_s },
        { u"memberOf"_s, u"memberOf: []"_s },
        { u"steps"_s, u"steps: with a list of actions under it"_s },
        { u"action"_s, u"action: fetch:template (or another action)"_s },
        { u"url"_s, u"url: https://example.com"_s },
    };
    const QString line = lines.value(member);
    return line.isEmpty() ? u"%1: …"_s.arg(member) : line;
}

QString typeName(const QString &type)
{
    if (type == u"string")
        return u"text"_s;
    if (type == u"array")
        return u"a list"_s;
    if (type == u"object")
        return u"a map"_s;
    return type == u"boolean" ? u"true or false"_s : type;
}

QString typeNames(const QStringList &types)
{
    QStringList names;
    for (const QString &type : types)
        names.append(typeName(type));
    return names.join(u" or "_s);
}

QString valueName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return u"empty"_s;
    case QJsonValue::Bool:
        return u"the word %1"_s.arg(value.toBool() ? u"true" : u"false");
    case QJsonValue::Double:
        return u"the number %1"_s.arg(value.toVariant().toString());
    case QJsonValue::String:
        return u"the text \"%1\""_s.arg(value.toString().left(40));
    case QJsonValue::Array:
        return u"a list"_s;
    case QJsonValue::Object:
        return u"a map"_s;
    }
    return {};
}

QJsonValue valueAt(const QJsonValue &root, const QString &pointer)
{
    QJsonValue value = root;
    for (QString part : pointer.split(u'/', Qt::SkipEmptyParts)) {
        part.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        value = value.isArray() ? value.toArray().at(part.toLongLong()) : value.toObject().value(part);
    }
    return value;
}

/// How many letters were left out, put in, changed or swapped between neighbours, to get from one word to another.
int slips(const QString &from, const QString &to)
{
    const qsizetype width = to.size() + 1;
    std::vector<int> table(size_t((from.size() + 1) * width));
    const auto at = [&](qsizetype row, qsizetype column) -> int & { return table[size_t(row * width + column)]; };
    for (qsizetype row = 0; row <= from.size(); ++row) {
        for (qsizetype column = 0; column <= to.size(); ++column) {
            if (row == 0 || column == 0) {
                at(row, column) = int(row + column);
                continue;
            }
            const int changed = from[row - 1].toLower() == to[column - 1].toLower() ? 0 : 1;
            int best = std::min({ at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + changed });
            const bool swapped = row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
            if (swapped)
                best = std::min(best, at(row - 2, column - 2) + 1);
            at(row, column) = best;
        }
    }
    return at(from.size(), to.size());
}

/// The word that somebody who wrote this may have meant; empty where none is near. Names are short.
QString nearest(const QString &written, const QStringList &words)
{
    QString best;
    int fewest = written.size() < 5 ? 2 : 3;
    for (const QString &word : words) {
        if (word.size() > 63 || written.size() > 63)
            continue;
        if (const int found = slips(written, word); found < fewest) {
            best = word;
            fewest = found;
        }
    }
    return best;
}

QString remedyForMissing(const SchemaError &error, const QJsonValue &among)
{
    const QString near = nearest(error.property, among.toObject().keys());
    if (!near.isEmpty())
        return u"write \"%1\" instead of \"%2\""_s.arg(error.property, near);
    return u"add \"%1\""_s.arg(example(error.property));
}

/// `{{ name }}` without quotes: a map in a map.
bool isTemplated(const QJsonValue &value)
{
    const QJsonObject map = value.toObject();
    return map.size() == 1 && map.begin().key().startsWith(u'{');
}

QString remedyForType(const SchemaError &error, const QJsonValue &value)
{
    const QString member = error.pointer.section(u'/', -1);
    if (value.isNull())
        return u"write a value or remove the line"_s;
    if (error.expected.contains(u"string"_s) && (value.isDouble() || value.isBool()))
        return u"put it in quotes: \"%1\""_s.arg(value.toVariant().toString());
    if (error.expected == QStringList { u"string"_s } && value.isArray())
        return u"keep one entry, without the \"- \""_s;
    if (isTemplated(value))
        return u"put a template's placeholder in quotes: \"{%1}\""_s.arg(value.toObject().begin().key());
    if (error.expected == QStringList { u"string"_s } && value.isObject())
        return u"write one line of text"_s;
    if (error.expected == QStringList { u"array"_s } && value.isString())
        return u"write each entry on a line of its own after \"- \", or [%1]"_s.arg(value.toString().left(40));
    if (error.expected == QStringList { u"array"_s })
        return u"write entries that begin with \"- \""_s;
    return member.isEmpty() ? u"write \"key: value\" lines"_s : u"write \"key: value\" lines under %1"_s.arg(member);
}

QString nearRootAdvice(const SchemaError &error)
{
    static const QStringList specFields { u"type"_s, u"lifecycle"_s, u"owner"_s, u"system"_s, u"domain"_s, u"dependsOn"_s,
        u"dependencyOf"_s, u"providesApis"_s, u"consumesApis"_s, u"definition"_s, u"memberOf"_s, u"members"_s, u"children"_s,
        u"parent"_s, u"profile"_s, u"target"_s, u"targets"_s, u"steps"_s, u"parameters"_s, u"output"_s, u"subcomponentOf"_s };
    static const QStringList metadataFields { u"name"_s, u"title"_s, u"description"_s, u"labels"_s, u"annotations"_s,
        u"tags"_s, u"links"_s, u"namespace"_s };
    if (specFields.contains(error.property))
        return u"indent it, so that it stands under spec"_s;
    if (metadataFields.contains(error.property))
        return u"indent it, so that it stands under metadata"_s;
    if (const QString near = nearest(error.property, { u"apiVersion"_s, u"kind"_s, u"metadata"_s, u"spec"_s }); !near.isEmpty())
        return u"write \"%1\" instead"_s.arg(near);
    return u"only apiVersion, kind, metadata and spec may stand there; move or remove it"_s;
}

} // namespace

QString adviceFor(const SchemaError &error, const QJsonValue &entity)
{
    const QString where = readable(error.pointer);
    const QJsonValue value = valueAt(entity, error.pointer);
    switch (error.rule) {
    case Rule::Type:
        return u"%1 must be %2, but is %3; %4"_s.arg(
            where, typeNames(error.expected), valueName(value), remedyForType(error, value));
    case Rule::Required:
        return u"%1 is missing; %2"_s.arg(readable(error.field()), remedyForMissing(error, value));
    case Rule::Additional:
        return u"\"%1\" may not stand %2; %3"_s.arg(error.property,
            error.pointer.isEmpty() ? u"at the top of a descriptor"_s : u"under %1"_s.arg(where),
            error.pointer.isEmpty() ? nearRootAdvice(error) : u"remove it"_s);
    case Rule::MinLength:
        return u"%1 must not be empty; write a value or remove the line"_s.arg(where);
    case Rule::MaxLength:
        return u"%1 is too long; at most %2 characters are allowed"_s.arg(where).arg(error.limit);
    case Rule::MinItems:
        return u"%1 must have an entry; write at least %2"_s.arg(where).arg(error.limit);
    case Rule::Pattern:
        return u"%1 may have letters, digits and _ only"_s.arg(where);
    case Rule::Enum:
    case Rule::Const:
        return u"%1 is %2; write one of: %3"_s.arg(where, valueName(value), error.expected.join(u", "_s));
    case Rule::OneOf:
        return u"%1 fits none of its forms; write a map, or a list of maps"_s.arg(where);
    }
    return {};
}

QString adviceForValue(const QJsonValue &value)
{
    if (value.isString() && value.toString().contains(QChar(u'\0')))
        return u"this is UTF-16, or no text at all; save the file as UTF-8"_s;
    if (value.isArray())
        return u"a descriptor is a map, and this is a list; take out the \"- \" and write \"---\" between entities"_s;
    return u"a descriptor is a map; write \"apiVersion:\", \"kind:\" and \"metadata:\" at the top"_s;
}

QString adviceForKind(const QString &kind, const QString &apiVersion, Model model)
{
    QStringList known;
    for (const KindSchema &schema : kindSchemas(model)) {
        if (schema.kind == kind)
            return u"kind %1 is not known with apiVersion \"%2\"; write \"apiVersion: %3\""_s.arg(
                kind, apiVersion, schema.apiVersions.first());
        if (!known.contains(schema.kind))
            known.append(schema.kind);
    }
    for (const QString &name : std::as_const(known)) {
        if (name.compare(kind, Qt::CaseInsensitive) == 0)
            return u"kind \"%1\" is not known; write \"kind: %2\", capitals matter"_s.arg(kind, name);
    }
    if (const QString near = nearest(kind, known); !near.isEmpty())
        return u"kind \"%1\" is not known; write \"kind: %2\""_s.arg(kind, near);
    known.sort();
    return u"kind \"%1\" is not one that Backstage knows; write one of %2, or allow your own with --allow-kind %1"_s.arg(
        kind, known.join(u", "_s));
}

} // namespace callboard::catalog
