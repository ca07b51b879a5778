// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A collection that is a key becomes a string of YAML, as in npm's `yaml` (stringify/): `{{ x }}`, an
// unquoted template, is the mapping {"{ x }": null}. Comments are left out and long text is not folded.
#include "models/catalog/yaml_json.h"
#include "models/catalog/yaml_numbers.h"
#include "models/catalog/yaml_schema.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace callboard::catalog::yaml {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineWidth = 80;

struct Context {
    QString indent;
    bool isImplicitKey = false;
    bool allNullValues = false;
};

class KeyWriter final {
public:
    explicit KeyWriter(bool isVersion11)
        : m_isVersion11(isVersion11)
    {
    }

    QString write(const Node *node, const Context &context) const
    {
        if (node->kind == ValueKind::Alias)
            return u"*"_s + toQString(node->text) + (context.isImplicitKey ? u" "_s : QString());
        const QString text = node->isCollection() ? writeCollection(node, context) : writeScalar(node, context);
        QStringList properties;
        if (!node->anchor.empty())
            properties += u"&"_s + toQString(node->anchor);
        if (!node->tag.empty())
            properties += writeTag(toQString(node->tag));
        return properties.isEmpty() ? text : QString(properties.join(u' ') + u' ' + text);
    }

    QString writeCollection(const Node *node, Context context) const
    {
        const bool isMap = node->kind == ValueKind::Map;
        if (isMap && !context.allNullValues)
            context.allNullValues = std::all_of(node->pairs.begin(), node->pairs.end(), [](const Pair &pair) { return !pair.value; });
        Context inner = context;
        inner.indent += isMap ? u"  "_s : u"    "_s;
        QStringList lines;
        for (const Pair &pair : node->pairs)
            lines += writePair(pair, inner);
        for (const Node *item : node->items)
            lines += write(item, inner);
        return joined(lines, isMap, context.indent);
    }

private:
    static QString joined(QStringList lines, bool isMap, const QString &indent)
    {
        const QString start = isMap ? u"{"_s : u"["_s;
        const QString end = isMap ? u"}"_s : u"]"_s;
        if (lines.isEmpty())
            return start + end;
        qsizetype length = 2;
        bool isMultiline = false;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            isMultiline = isMultiline || lines[i].contains(u'\n');
            if (i + 1 < lines.size())
                lines[i] += u',';
            length += lines[i].size() + 2;
        }
        if (!isMultiline && length <= lineWidth)
            return start + u' ' + lines.join(u' ') + u' ' + end;
        QString text = start;
        for (const QString &line : lines)
            text += u"\n  "_s + indent + line;
        return text + u'\n' + indent + end;
    }

    static QString writeTag(const QString &tag)
    {
        const QString prefix = QString::fromLatin1("tag:yaml.org,2002:");
        if (tag.startsWith(prefix))
            return u"!!"_s + tag.mid(prefix.size());
        return tag.startsWith(u'!') ? tag : QString(u"!<"_s + tag + u'>');
    }

    QString writePair(const Pair &pair, const Context &context) const
    {
        const bool isExplicit = pair.key->isCollection()
            || (pair.key->isScalar() && (pair.key->style == ScalarStyle::Folded || pair.key->style == ScalarStyle::Literal));
        Context inner{context.indent + u"  "_s, !isExplicit && !context.allNullValues, false};
        QString text = write(pair.key, inner);
        if (context.allNullValues || !pair.value)
            return text.isEmpty() ? u"?"_s : isExplicit ? QString(u"? "_s + text) : text;
        text = isExplicit ? QString(u"? "_s + text + u'\n' + context.indent + u':') : QString(text + u':');
        inner.isImplicitKey = false;
        const QString value = write(pair.value, inner);
        if (!isExplicit && pair.value->isCollection() && value.contains(u'\n'))
            return text + u'\n' + inner.indent + value;
        return value.isEmpty() || value.startsWith(u'\n') ? QString(text + value) : QString(text + u' ' + value);
    }

    QString writeScalar(const Node *node, const Context &context) const
    {
        const QString source = toQString(node->text);
        switch (node->kind) {
        case ValueKind::Null:
        case ValueKind::Bool:
            return source;
        case ValueKind::Number:
            return writeNumber(node, source);
        case ValueKind::Date:
            return timestampToString(node->number).replace(u"T00:00:00.000Z"_s, QString()).remove(u".000Z"_s);
        default:
            return writeString(node, source, context);
        }
    }

    static QString writeNumber(const Node *node, const QString &source)
    {
        if (std::isnan(node->number))
            return u".nan"_s;
        if (std::isinf(node->number))
            return node->number < 0 ? u"-.inf"_s : u".inf"_s;
        if (source.startsWith(u"0x") && node->number < 1e15)
            return u"0x"_s + QString::number(qint64(node->number), 16);
        if (source.startsWith(u"0o") && node->number < 1e15)
            return u"0o"_s + QString::number(qint64(node->number), 8);
        QString text = node->number == 0 && std::signbit(node->number) ? u"-0"_s : numberToString(node->number);
        if (source.contains(u'e', Qt::CaseInsensitive))
            return writeExponential(node->number);
        const qsizetype point = source.indexOf(u'.');
        if (point < 0 || !source.endsWith(u'0') || text.contains(u'e'))
            return text;
        if (!text.contains(u'.'))
            text += u'.';
        const qsizetype digits = source.size() - point - 1;
        return text.leftJustified(text.indexOf(u'.') + 1 + digits, u'0');
    }

    /// As JavaScript's toExponential(): the fewest digits that say the same number.
    static QString writeExponential(double number)
    {
        QString text = QString::number(number, 'e', QLocale::FloatingPointShortest);
        static const QRegularExpression leadingZeros(u"e([+-])0+(?=[0-9])"_s);
        return text.replace(leadingZeros, u"e\\1"_s);
    }

    QString writeString(const Node *node, const QString &value, const Context &context) const
    {
        static const QRegularExpression control(u"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]"_s);
        if (node->style == ScalarStyle::DoubleQuoted || value.contains(control))
            return doubleQuoted(value);
        if (node->style == ScalarStyle::SingleQuoted)
            return singleQuoted(value, context);
        if (node->style != ScalarStyle::Plain)
            return quoted(value, context);
        static const QRegularExpression needsQuotes(
            u"[\\[\\]{},]|^[\\n\\t ,\\[\\]{}#&*!|>'\"%@`]|^[?-]\\z|^[?-][ \\t]|[\\n:][ \\t]|[ \\t]\\n|[\\n\\t ]#|[\\n\\t :]\\z"_s);
        static const QRegularExpression marker(u"^(%|---|\\.\\.\\.)"_s, QRegularExpression::MultilineOption);
        if ((context.isImplicitKey && value.contains(u'\n')) || value.contains(needsQuotes)
            || (context.isImplicitKey && context.indent.size() == 2 && value.contains(marker)) || isTyped(value))
            return quoted(value, context);
        return indented(value, context.indent);
    }

    /// Whether the same text without quotes would be something else than a string.
    bool isTyped(const QString &value) const
    {
        const std::string text = value.toStdString();
        Node probe;
        probe.kind = ValueKind::String;
        probe.text = text;
        resolvePlain(probe, m_isVersion11, true);
        return probe.kind != ValueKind::String;
    }

    QString quoted(const QString &value, const Context &context) const
    {
        return value.contains(u'"') && !value.contains(u'\'') ? singleQuoted(value, context) : doubleQuoted(value);
    }

    QString singleQuoted(const QString &value, const Context &context) const
    {
        static const QRegularExpression spaceAtLineEnd(u"[ \\t]\\n|\\n[ \\t]"_s);
        if ((context.isImplicitKey && value.contains(u'\n')) || value.contains(spaceAtLineEnd))
            return doubleQuoted(value);
        QString text = value;
        text.replace(u"'"_s, u"''"_s);
        return u'\'' + indented(text, context.indent) + u'\'';
    }

    static QString indented(QString text, const QString &indent)
    {
        static const QRegularExpression lineEnds(u"(\\n+)"_s);
        return text.replace(lineEnds, u"\\1\n"_s + indent);
    }

    static QString doubleQuoted(const QString &value)
    {
        QString text = u"\""_s;
        for (qsizetype i = 0; i < value.size(); ++i) {
            const bool isBeforeLineEnd = value[i] == u' ' && i + 1 < value.size() && value[i + 1] == u'\n';
            text += isBeforeLineEnd ? u"\\ "_s : escaped(value[i]);
        }
        return text + u'"';
    }

    static QString escaped(QChar c)
    {
        switch (c.unicode()) {
        case u'"': return u"\\\""_s;
        case u'\\': return u"\\\\"_s;
        case u'\n': return u"\\n"_s;
        case u'\r': return u"\\r"_s;
        case u'\t': return u"\\t"_s;
        case u'\b': return u"\\b"_s;
        case u'\f': return u"\\f"_s;
        case 0: return u"\\0"_s;
        case 7: return u"\\a"_s;
        case 0x0B: return u"\\v"_s;
        case 0x1B: return u"\\e"_s;
        default: break;
        }
        if (c.unicode() < 0x20)
            return u"\\x"_s + QString::number(int(c.unicode()), 16).rightJustified(2, u'0');
        return c;
    }

    const bool m_isVersion11;
};

} // namespace

QString stringifyKey(const Node *key, bool isVersion11)
{
    return KeyWriter(isVersion11).writeCollection(key, {});
}

} // namespace callboard::catalog::yaml
