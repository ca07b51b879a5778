// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_text.h"

#include "models/docs/markdown_entities.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

QStringView leftStripped(QStringView text)
{
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    return text;
}

QStringView rightStripped(QStringView text)
{
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

QStringView stripped(QStringView text)
{
    return leftStripped(rightStripped(text));
}

QStringView leftStripped(QStringView text, QChar of)
{
    while (!text.isEmpty() && text.front() == of)
        text = text.sliced(1);
    return text;
}

QStringView rightStripped(QStringView text, QChar of)
{
    while (!text.isEmpty() && text.back() == of)
        text.chop(1);
    return text;
}

QStringView stripped(QStringView text, QChar of)
{
    return leftStripped(rightStripped(text, of), of);
}

bool isBlank(QStringView text)
{
    for (const QChar c : text) {
        if (!isSpace(c))
            return false;
    }
    return true;
}

qsizetype countOf(QStringView text, QChar c, qsizetype from)
{
    qsizetype count = 0;
    while (from + count < text.size() && text[from + count] == c)
        ++count;
    return count;
}

bool indented(QStringView text, qsizetype spaces)
{
    return text.size() >= spaces && countOf(text.first(spaces), u' ') == spaces;
}

QString folded(QStringView text)
{
    QString out;
    bool gap = false;
    for (const QChar c : text) {
        if (isSpace(c)) {
            gap = true;
            continue;
        }
        if (gap && !out.isEmpty())
            out += u' ';
        gap = false;
        out += c;
    }
    return out;
}

QString expandTabs(QStringView text, int width)
{
    QString out;
    out.reserve(text.size());
    qsizetype column = 0;
    for (const QChar c : text) {
        if (c == u'\t') {
            const qsizetype blanks = width - column % width;
            out += QString(blanks, u' ');
            column += blanks;
            continue;
        }
        out += c;
        // A character outside of the basic plane is two units and one column.
        if (c == u'\n' || c == u'\r')
            column = 0;
        else if (!c.isLowSurrogate())
            ++column;
    }
    return out;
}

void eachLine(QStringView text, const std::function<bool(QStringView, qsizetype)> &visit)
{
    for (qsizetype at = 0;;) {
        const qsizetype end = text.indexOf(u'\n', at);
        if (!visit(text.sliced(at, (end < 0 ? text.size() : end) - at), at) || end < 0)
            return;
        at = end + 1;
    }
}

QString capitalized(QStringView text)
{
    return text.isEmpty() ? QString() : text.first(1).toString().toUpper() + text.sliced(1).toString().toLower();
}

namespace {

/// The character of a number in `&#…;`, as HTML has it.
void appendCode(uint code, QString &out)
{
    // https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state
    static constexpr char16_t windows[] = u"\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d"
                                          u"\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d"
                                          u"\u017e\u0178";
    if (code >= 0x80 && code <= 0x9f)
        out += windows[code - 0x80];
    else if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        out += QChar::ReplacementCharacter;
    else
        out += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
}

/// Reads the reference behind a "&" at `at`; how many units it has, 0 for none.
qsizetype readReference(QStringView text, qsizetype at, QString &out)
{
    qsizetype end = at + 1;
    if (end < text.size() && text[end] == u'#') {
        ++end;
        const bool hex = end < text.size() && (text[end] == u'x' || text[end] == u'X');
        end += hex ? 1 : 0;
        const qsizetype first = end;
        uint code = 0;
        for (; end < text.size() && (hex ? isHexDigit(text[end]) : isAsciiDigit(text[end])); ++end) {
            const uint digit = uint(isAsciiDigit(text[end]) ? text[end].unicode() - u'0' : (text[end].unicode() | 0x20) - u'a' + 10);
            code = code > 0x10ffff ? code : code * (hex ? 16 : 10) + digit;
        }
        if (end == first)
            return 0;
        appendCode(code, out);
        return end + (end < text.size() && text[end] == u';' ? 1 : 0) - at;
    }
    while (end < text.size() && (isAsciiLetter(text[end]) || isAsciiDigit(text[end])) && end - at <= 32)
        ++end;
    if (end == at + 1 || end >= text.size() || text[end] != u';')
        return 0;
    const QString value = namedEntity(text.sliced(at + 1, end - at - 1));
    if (value.isEmpty())
        return 0;
    out += value;
    return end + 1 - at;
}

} // namespace

QString htmlUnescaped(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype used = text[i] == u'&' ? readReference(text, i, out) : 0;
        if (used == 0)
            out += text[i];
        i += used == 0 ? 1 : used;
    }
    return out;
}

QString unescaped(const QString &text)
{
    if (!text.contains(stx))
        return text;
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        qsizetype end = i + 1;
        if (text[i] == stx) {
            while (end < text.size() && isAsciiDigit(text[end]))
                ++end;
        }
        if (text[i] == stx && end > i + 1 && end < text.size() && text[end] == etx && end - i < 9) {
            const uint code = QStringView(text).sliced(i + 1, end - i - 1).toUInt();
            out += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
            i = end;
        } else {
            out += text[i];
        }
    }
    return out;
}

QString stripTags(const QString &html)
{
    QString out;
    qsizetype at = 0;
    const auto drop = [&](QLatin1StringView open, QLatin1StringView close, const QString &text) {
        out.clear();
        at = 0;
        for (;;) {
            const qsizetype start = text.indexOf(open, at);
            const qsizetype end = start < 0 ? -1 : text.indexOf(close, start);
            if (end < 0)
                break;
            out += QStringView(text).sliced(at, start - at);
            at = end + close.size();
        }
        out += QStringView(text).sliced(at);
    };
    drop("<!--"_L1, "-->"_L1, html);
    const QString withoutComments = out;
    drop("<"_L1, ">"_L1, withoutComments);
    return folded(out);
}

} // namespace callboard::docs::markdown
