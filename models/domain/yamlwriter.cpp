// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/yamlwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace callboard::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr int step = 2;

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

bool isNested(const QJsonValue &value)
{
    return (value.isObject() && !value.toObject().isEmpty()) || (value.isArray() && !value.toArray().isEmpty());
}

/// Whether a text can stand as a literal block and be read as the same: several lines of what YAML calls printable,
/// the first of them without an indentation of its own, none of spaces alone (YAML 1.2, 5.1 and 8.1).
bool isBlock(const QString &text)
{
    const auto isPrintable = [](QChar c) {
        const char16_t u = c.unicode();
        return u == u'\n' || u == u'\t' || (u >= 0x20 && u <= 0x7e)
            || (u >= 0xa0 && u != 0x2028 && u != 0x2029 && u != 0xfeff && u < 0xfffe);
    };
    if (text.indexOf(u'\n') < 0 || text.front().isSpace() || !text.isValidUtf16() || !std::ranges::all_of(text, isPrintable))
        return false;
    const auto lines = QStringView(text).split(u'\n');
    return std::ranges::none_of(lines, [](QStringView line) { return !line.isEmpty() && line.trimmed().isEmpty(); });
}

void appendBlock(QString &out, const QString &text, int indent)
{
    const bool ends = text.endsWith(u'\n');
    out += ends ? (text.endsWith("\n\n"_L1) ? u" |+\n"_s : u" |\n"_s) : u" |-\n"_s;
    QStringList lines = text.split(u'\n');
    if (ends)
        lines.removeLast();
    for (const QString &line : std::as_const(lines)) {
        if (!line.isEmpty())
            out += QString(indent, u' ') + line;
        out += u'\n';
    }
}

void append(QString &out, const QJsonValue &value, int indent);

/// What comes after `key:` or `-`.
void appendMember(QString &out, const QJsonValue &value, int indent)
{
    if (isNested(value)) {
        out += u'\n';
        append(out, value, indent);
    } else if (value.isString() && isBlock(value.toString())) {
        appendBlock(out, value.toString(), indent);
    } else {
        out += u' ';
        append(out, value, 0);
    }
}

void append(QString &out, const QJsonValue &value, int indent)
{
    const QString margin(indent, u' ');
    if (value.isObject() && isNested(value)) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            out += margin + scalar(it.key()) + u':';
            appendMember(out, it.value(), indent + step);
        }
    } else if (isNested(value)) {
        for (const QJsonValue &item : value.toArray()) {
            if (isNested(item) && item.isObject()) {
                // The first member beside the dash.
                const qsizetype begin = out.size();
                append(out, item, indent + step);
                out[begin + indent] = u'-';
            } else {
                out += margin + u'-';
                appendMember(out, item, indent + step);
            }
        }
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

} // namespace callboard::domain
