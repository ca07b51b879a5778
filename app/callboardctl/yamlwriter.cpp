// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/yamlwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

/// JSON's own text of a value. A string of it is also a double-quoted string of YAML.
QString json(const QJsonValue &value)
{
    const QString list = QString::fromUtf8(QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact));
    return list.mid(1, list.size() - 2);
}

QString scalar(const QString &text)
{
    // Letters first, and nothing inside that means something: then only a few words could be taken for another type.
    static const QRegularExpression plain(uR"(^[A-Za-z][A-Za-z0-9_./@-]*(?:[:][A-Za-z0-9_./@-]+)*$)"_s);
    static const QRegularExpression word(uR"(^(?:true|false|yes|no|on|off|null|y|n)$)"_s, QRegularExpression::CaseInsensitiveOption);
    return plain.match(text).hasMatch() && !word.match(text).hasMatch() ? text : json(text);
}

void append(QString &out, const QJsonValue &value, int indent);

void appendMember(QString &out, const QString &lead, const QJsonValue &value, int indent)
{
    const bool nested = (value.isObject() && !value.toObject().isEmpty()) || (value.isArray() && !value.toArray().isEmpty());
    out += lead;
    if (nested) {
        out += u'\n';
        append(out, value, indent);
    } else {
        out += u' ';
        append(out, value, 0);
    }
}

void append(QString &out, const QJsonValue &value, int indent)
{
    const QString margin(indent, u' ');
    if (value.isObject() && !value.toObject().isEmpty()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            appendMember(out, margin + scalar(it.key()) + u':', it.value(), indent + 2);
    } else if (value.isArray() && !value.toArray().isEmpty()) {
        for (const QJsonValue &item : value.toArray())
            appendMember(out, margin + u'-', item, indent + 2);
    } else {
        out += (value.isString() ? scalar(value.toString()) : json(value)) + u'\n';
    }
}

} // namespace

QString toYaml(const QJsonValue &value)
{
    QString out;
    append(out, value, 0);
    return out;
}

} // namespace callboard::ctl
