// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_blocks.h"

#include <QRegularExpression>

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

bool isTokenChar(QChar c)
{
    return c != u' ' && c != u'=' && c != u'}';
}

/// `key="value"`, `key='value'`, `key=value` or `word`; how far it reaches, 0 for none.
qsizetype readToken(QStringView text, qsizetype at, AttributeList &list)
{
    qsizetype end = at;
    while (end < text.size() && isTokenChar(text[end]))
        ++end;
    if (end == at)
        return 0;
    const QString key = text.sliced(at, end - at).toString();
    if (end + 1 < text.size() && text[end] == u'=') {
        const QChar quote = text[end + 1];
        if (quote == u'"' || quote == u'\'') {
            // "." there is no line's end.
            const qsizetype close = text.indexOf(quote, end + 2);
            const qsizetype line = text.indexOf(u'\n', end + 2);
            if (close >= 0 && (line < 0 || close < line)) {
                const QStringView value = text.sliced(end + 1, close - end);
                list.attributes.emplace_back(key, stripped(value, quote).toString());
                return close + 1 - at;
            }
        }
        qsizetype value = end + 1;
        while (value < text.size() && isTokenChar(text[value]))
            ++value;
        if (value > end + 1) {
            list.attributes.emplace_back(key, text.sliced(end + 1, value - end - 1).toString());
            return value - at;
        }
    }
    if (key.startsWith(u'.'))
        list.attributes.emplace_back(u"."_s, key.mid(1));
    else if (key.startsWith(u'#'))
        list.attributes.emplace_back(u"id"_s, key.mid(1));
    else
        list.attributes.emplace_back(key, key);
    return end - at;
}

QString sanitizedName(const QString &name)
{
    static const QRegularExpression forbidden(
        uR"([^A-Z_a-z\x{c0}-\x{d6}\x{d8}-\x{f6}\x{f8}-\x{2ff}\x{370}-\x{37d}\x{37f}-\x{1fff}\x{200c}-\x{200d}\x{2070}-\x{218f}\x{2c00}-\x{2fef}\x{3001}-\x{d7ff}\x{f900}-\x{fdcf}\x{fdf0}-\x{fffd}:\-.0-9\x{b7}\x{300}-\x{36f}\x{203f}-\x{2040}]+)"_s);
    return QString(name).replace(forbidden, u"_"_s);
}

/// Whether the list can be taken; with `strict` not when a brace is left over, which is handed back.
std::optional<QString> assign(Element *element, const QString &text, bool strict)
{
    const AttributeList list = readAttributeList(text);
    if (strict && !list.remainder.isEmpty())
        return {};
    for (const auto &[name, value] : list.attributes) {
        if (name == "."_L1) {
            const QString before = element->attribute("class"_L1);
            element->set(u"class"_s, before.isEmpty() ? value : before + u' ' + value);
        } else {
            element->set(sanitizedName(name), value);
        }
    }
    return list.remainder;
}

bool isHeading(const Element *element)
{
    return element->tag.size() == 2 && element->tag[0] == u'h' && element->tag[1] >= u'1' && element->tag[1] <= u'6';
}

struct Found {
    qsizetype start = -1;
    qsizetype end = -1;
    QString list;
};

/// `{…}` that begins at `at`: `\{\:?[ ]*([^\}\n ][^\n]*)[ ]*\}`, which takes the last brace of its line.
Found braces(QStringView text, qsizetype at, qsizetype lineEnd)
{
    qsizetype first = at + 1;
    if (first < lineEnd && text[first] == u':')
        ++first;
    first += countOf(text, u' ', first);
    if (first >= lineEnd || text[first] == u'}')
        return {};
    const qsizetype close = text.first(lineEnd).lastIndexOf(u'}');
    if (close <= first)
        return {};
    return {at, close + 1, text.sliced(first, close - first).toString()};
}

/// At the end of a block's text: on a line of its own, or behind blanks where the block is one line.
Found atEnd(QStringView text, bool sameLine)
{
    const QStringView trimmed = rightStripped(text, u' ');
    if (!trimmed.endsWith(u'}'))
        return {};
    const qsizetype line = trimmed.lastIndexOf(u'\n');
    if (!sameLine) {
        const qsizetype open = line + 1 + countOf(trimmed, u' ', line + 1);
        if (line < 0 || open >= trimmed.size() || trimmed[open] != u'{')
            return {};
        Found found = braces(trimmed, open, trimmed.size());
        found.start = found.start < 0 ? -1 : line;
        return found;
    }
    // The first brace behind a blank from which the pattern holds up to the end.
    for (qsizetype open = trimmed.indexOf(u" {", line + 1); open >= 0; open = trimmed.indexOf(u" {", open + 1)) {
        Found found = braces(trimmed, open + 1, trimmed.size());
        if (found.start >= 0) {
            while (open > line + 1 && trimmed[open - 1] == u' ')
                --open;
            found.start = open;
            return found;
        }
    }
    return {};
}

void cutAtEnd(Element *element, QString &text, bool sameLine, bool heading)
{
    const Found found = atEnd(text, sameLine);
    if (found.start < 0 || !assign(element, found.list, true))
        return;
    text.truncate(found.start);
    if (heading)
        text = rightStripped(rightStripped(text, u'#')).toString();
}

void applyToBlock(Element *element)
{
    const bool heading = isHeading(element);
    const bool sameLine = heading || element->is("dt"_L1) || element->is("td"_L1) || element->is("th"_L1);
    auto &children = element->children;
    if (!children.empty() && element->is("li"_L1)) {
        const auto list = std::ranges::find_if(children, [](const Element *child) { return child->isList(); });
        if (list == children.end()) {
            if (!children.back()->tail.isEmpty())
                cutAtEnd(element, children.back()->tail, sameLine, false);
        } else if (list != children.begin() && !(*(list - 1))->tail.isEmpty()) {
            cutAtEnd(element, (*(list - 1))->tail, sameLine, false);
        } else if (!element->text.isEmpty()) {
            cutAtEnd(element, element->text, sameLine, false);
        }
    } else if (!children.empty() && !children.back()->tail.isEmpty()) {
        cutAtEnd(element, children.back()->tail, sameLine, heading);
    } else if (!element->text.isEmpty()) {
        cutAtEnd(element, element->text, sameLine, heading);
    }
}

void applyToInline(Element *element)
{
    if (!element->tail.startsWith(u'{'))
        return;
    const qsizetype line = element->tail.indexOf(u'\n');
    const Found found = braces(element->tail, 0, line < 0 ? element->tail.size() : line);
    if (found.start < 0)
        return;
    const std::optional<QString> remainder = assign(element, found.list, false);
    element->tail = element->tail.mid(found.end) + *remainder;
}

} // namespace

AttributeList readAttributeList(QStringView text)
{
    AttributeList list;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at] == u' ') {
            ++at;
            continue;
        }
        const qsizetype used = readToken(text, at, list);
        if (used == 0)
            break;
        at += used;
    }
    const QStringView rest = text.sliced(at);
    const qsizetype brace = rest.indexOf(u'}');
    if (brace >= 0)
        list.remainder = rest.sliced(brace).toString();
    return list;
}

void applyAttributeLists(Element *root)
{
    for (Element *element : walk(root)) {
        if (isBlockLevel(element->tag))
            applyToBlock(element);
        else
            applyToInline(element);
    }
}

} // namespace callboard::docs::markdown
