// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_html.h"

#include "models/docs/markdown_patterns.h"

#include <QRegularExpression>

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &startTagRegex()
{
    static const QRegularExpression regex(uR"((*LIMIT_MATCH=2000000)<[a-zA-Z][^`\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['"\s/])[^`\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^`>\s]*)(?:\s*,)*)?(?:\s|/(?!>))*)*)?\s*)"_s);
    return regex;
}

const QRegularExpression &attributeRegex()
{
    static const QRegularExpression regex(
        uR"(((?<=['"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*)"_s);
    return regex;
}

qsizetype nameEnd(QStringView text, qsizetype at)
{
    while (at < text.size() && !u"\t\n\r\f />"_s.contains(text[at]) && !text[at].isNull())
        ++at;
    return at;
}

} // namespace

void HtmlScanner::feed(const QString &text)
{
    m_raw += text;
    run(false);
}

void HtmlScanner::finish()
{
    run(true);
    if (!m_raw.isEmpty())
        data(std::exchange(m_raw, {}));
}

void HtmlScanner::move(qsizetype from, qsizetype to)
{
    if (m_commentOpen) {
        // The "<" of a comment without an end was text: one character was used.
        m_commentOpen = false;
        ++m_offset;
        return;
    }
    const QStringView moved = QStringView(m_raw).sliced(from, to - from);
    const qsizetype lines = moved.count(u'\n');
    m_line += lines;
    m_offset = lines ? to - (from + moved.lastIndexOf(u'\n') + 1) : m_offset + moved.size();
}

qsizetype HtmlScanner::lineStart() const
{
    while (qsizetype(m_lineStarts.size()) < m_line) {
        const qsizetype end = m_raw.indexOf(u'\n', m_lineStarts.back());
        m_lineStarts.push_back((end < 0 ? m_raw.size() : end) + 1);
    }
    return m_lineStarts[size_t(m_line - 1)];
}

bool HtmlScanner::atLineStart() const
{
    if (m_offset == 0)
        return true;
    if (m_offset > 3)
        return false;
    const qsizetype start = std::min(lineStart(), m_raw.size());
    return isBlank(QStringView(m_raw).sliced(start, std::min(m_offset, m_raw.size() - start)));
}

QStringView HtmlScanner::restBehind(qsizetype length) const
{
    return QStringView(m_raw).sliced(std::min(lineStart() + m_offset + length, m_raw.size()));
}

QString HtmlScanner::endTagText(const QString &tag) const
{
    const qsizetype start = lineStart() + m_offset;
    const qsizetype end = start > m_raw.size() ? -1 : m_raw.indexOf(u'>', start);
    return end < 0 ? u"</"_s + tag + u'>' : m_raw.sliced(start, end + 1 - start);
}

qsizetype HtmlScanner::find(qsizetype from) const
{
    if (m_script.isEmpty()) {
        while (from < m_raw.size() && m_raw[from] != u'&' && m_raw[from] != u'<')
            ++from;
        return from < m_raw.size() ? from : -1;
    }
    for (qsizetype at = m_raw.indexOf("</"_L1, from); at >= 0; at = m_raw.indexOf("</"_L1, at + 2)) {
        qsizetype name = at + 2;
        while (name < m_raw.size() && isSpace(m_raw[name]))
            ++name;
        qsizetype end = name + m_script.size();
        if (QStringView(m_raw).sliced(name).startsWith(m_script, Qt::CaseInsensitive)) {
            while (end < m_raw.size() && isSpace(m_raw[end]))
                ++end;
            if (end < m_raw.size() && m_raw[end] == u'>')
                return at;
        }
    }
    return -1;
}

/// Where the last comment could be closed: "--", white space, ">".
qsizetype HtmlScanner::lastCommentEnd() const
{
    for (qsizetype close = m_raw.lastIndexOf(u'>'); close >= 2; close = m_raw.lastIndexOf(u'>', close - 1)) {
        qsizetype at = close;
        while (at > 0 && isSpace(m_raw[at - 1]))
            --at;
        if (at >= 2 && m_raw[at - 1] == u'-' && m_raw[at - 2] == u'-')
            return at - 2;
    }
    return -1;
}

void HtmlScanner::run(bool end)
{
    m_lastClose = m_raw.lastIndexOf(u'>');
    m_lastComment = lastCommentEnd();
    qsizetype at = 0;
    const qsizetype size = m_raw.size();
    while (at < size) {
        qsizetype next = find(at);
        if (next < 0) {
            if (!m_script.isEmpty())
                break;
            next = size;
        }
        if (at < next)
            data(QStringView(m_raw).sliced(at, next - at));
        move(at, next);
        at = next;
        if (at == size)
            break;
        if (m_raw[at] == u'&') {
            bool stop = false;
            if (!reference(at, end, stop) && stop)
                break;
            continue;
        }
        const qsizetype behind = markup(at, end);
        if (behind < 0)
            break;
        const bool one = m_commentOpen;
        move(at, behind);
        at = one ? at + 1 : behind;
    }
    if (end && at < size) {
        data(QStringView(m_raw).sliced(at));
        move(at, size);
        at = size;
    }
    m_raw = m_raw.sliced(at);
}

/// A reference; true when it was one or its "&" was text. `stop`: this run ends here.
bool HtmlScanner::reference(qsizetype &at, bool end, bool &stop)
{
    const auto use = [&](qsizetype behind) {
        move(at, behind);
        at = behind;
        return true;
    };
    qsizetype to = at + 1;
    if (to < m_raw.size() && m_raw[to] == u'#') {
        ++to;
        const bool hex = to < m_raw.size() && (m_raw[to] == u'x' || m_raw[to] == u'X');
        to += hex ? 1 : 0;
        const qsizetype first = to;
        while (to < m_raw.size() && (hex ? isHexDigit(m_raw[to]) : isAsciiDigit(m_raw[to])))
            ++to;
        // A number needs something behind it that is no digit of any kind.
        if (to > first && to < m_raw.size() && !isHexDigit(m_raw[to])) {
            special(m_raw.sliced(at, to - at) + u';', false);
            return use(m_raw[to] == u';' ? to + 1 : to);
        }
        if (m_raw.indexOf(u';', at) >= 0) {
            data(QStringView(m_raw).sliced(at, 2));
            use(at + 2);
        }
        stop = true;
        return false;
    }
    if (to < m_raw.size() && isAsciiLetter(m_raw[to])) {
        while (to < m_raw.size() && (isAsciiLetter(m_raw[to]) || isAsciiDigit(m_raw[to]) || m_raw[to] == u'-' || m_raw[to] == u'.'))
            ++to;
        if (to < m_raw.size() && m_raw[to] == u';') {
            special(m_raw.sliced(at, to + 1 - at), false);
            return use(to + 1);
        }
    }
    if (at + 1 < m_raw.size()) {
        data(u"&"_s);
        return use(at + 1);
    }
    Q_UNUSED(end)
    stop = true;
    return false;
}

qsizetype HtmlScanner::markup(qsizetype at, bool end)
{
    const QStringView rest = QStringView(m_raw).sliced(at);
    qsizetype behind = -1;
    if (rest.size() > 1 && isAsciiLetter(rest[1])) {
        behind = readStartTag(at);
    } else if (rest.startsWith("</"_L1)) {
        behind = readEndTag(at);
    } else if (rest.startsWith("<!--"_L1)) {
        behind = readComment(at);
    } else if (rest.startsWith("<?"_L1)) {
        behind = readInstruction(at);
    } else if (rest.startsWith("<!"_L1)) {
        behind = readDeclaration(at);
    } else if (rest.size() > 1 || end) {
        data(rest.first(1));
        behind = at + 1;
    }
    return behind < 0 && end ? unfinished(at) : behind;
}

/// What has no end: all of the rest belongs to it.
qsizetype HtmlScanner::unfinished(qsizetype at)
{
    const QStringView rest = QStringView(m_raw).sliced(at);
    if (rest.startsWith("</"_L1)) {
        if (rest.size() == 2)
            data(rest);
        else if (!isAsciiLetter(rest[2]))
            m_commentOpen = true;
    } else if (rest.startsWith("<!--"_L1) || rest.startsWith("<![CDATA["_L1) || rest.startsWith("<?"_L1)) {
        m_commentOpen = rest.startsWith("<!--"_L1);
        if (!m_commentOpen)
            special(rest.toString() + (rest.startsWith("<?"_L1) ? u"?>"_s : u"]]>"_s), true);
    } else if (rest.startsWith("<!doctype"_L1, Qt::CaseInsensitive)) {
        special(rest.toString() + u'>', true);
    } else if (rest.startsWith("<!"_L1)) {
        m_commentOpen = true;
    }
    if (m_commentOpen)
        data(rest.first(1));
    return m_raw.size();
}

qsizetype HtmlScanner::readStartTag(qsizetype at)
{
    // Without a ">" behind it there is no tag, and looking for its end would be a walk to the text's end for each "<".
    if (at > m_lastClose) {
        data(QStringView(m_raw).sliced(at, 1));
        return at + 1;
    }
    const QRegularExpressionMatch match
        = startTagRegex().match(m_raw, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption | uncheckedMatch);
    qsizetype end = match.hasMatch() ? match.capturedEnd() : at + 1;
    const QStringView next = QStringView(m_raw).sliced(end);
    if (next.startsWith(u'>')) {
        end += 1;
    } else if (next.startsWith("/>"_L1)) {
        end += 2;
    } else if (next.isEmpty() || next[0] == u'/' || next[0] == u'=' || isAsciiLetter(next[0])) {
        data(QStringView(m_raw).sliced(at, 1));
        return at + 1;
    }
    m_tagText = m_raw.sliced(at, end - at);
    qsizetype place = nameEnd(m_raw, at + 1);
    const QString tag = m_raw.sliced(at + 1, place - at - 1).toLower();
    while (place < end && (isSpace(m_raw[place]) || (m_raw[place] == u'/' && place + 1 < m_raw.size() && m_raw[place + 1] != u'>')))
        ++place;
    Attributes attributes;
    while (place < end) {
        const QRegularExpressionMatch found = attributeRegex().match(
            m_raw, place, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption | uncheckedMatch);
        if (!found.hasMatch() || found.capturedLength() == 0)
            break;
        std::optional<QString> value;
        if (!found.captured(2).isEmpty()) {
            QString text = found.captured(3);
            if (text.size() > 1 && (text[0] == u'"' || text[0] == u'\'') && text.back() == text[0])
                text = text.mid(1, text.size() - 2);
            value = htmlUnescaped(text);
        }
        attributes.emplace_back(found.captured(1).toLower(), value);
        place = found.capturedEnd();
    }
    const QStringView close = place < end ? stripped(QStringView(m_raw).sliced(place, end - place)) : QStringView();
    if (close != u">" && close != u"/>") {
        data(m_tagText);
        return end;
    }
    if (close == u"/>") {
        emptyTag(tag, attributes);
    } else {
        if (tag == "script"_L1 || tag == "style"_L1)
            m_script = tag;
        startTag(tag, attributes);
    }
    return end;
}

qsizetype HtmlScanner::readEndTag(qsizetype at)
{
    const qsizetype close = m_raw.indexOf(u'>', at + 1);
    if (close < 0)
        return -1;
    static const QRegularExpression tagRegex(uR"(</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>)"_s);
    const QRegularExpressionMatch match
        = tagRegex.match(m_raw, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption | uncheckedMatch);
    if (match.hasMatch()) {
        const QString tag = match.captured(1).toLower();
        if (!m_script.isEmpty() && tag != m_script) {
            data(QStringView(m_raw).sliced(at, close + 1 - at));
            return close + 1;
        }
        endTag(tag);
        m_script.clear();
        return match.capturedEnd();
    }
    if (!m_script.isEmpty()) {
        data(QStringView(m_raw).sliced(at, close + 1 - at));
        return close + 1;
    }
    if (at + 2 >= m_raw.size() || !isAsciiLetter(m_raw[at + 2])) {
        if (m_raw[at + 2] == u'>')
            return at + 3;
        special(m_raw.sliced(at, close + 1 - at), false);
        return close + 1;
    }
    const qsizetype end = nameEnd(m_raw, at + 2);
    endTag(m_raw.sliced(at + 2, end - at - 2).toLower());
    return m_raw.indexOf(u'>', end) + 1;
}

qsizetype HtmlScanner::readComment(qsizetype at)
{
    if (at + 4 > m_lastComment)
        return -1;
    static const QRegularExpression closeRegex(uR"(--\s*>)"_s);
    const QRegularExpressionMatch match = closeRegex.match(m_raw, at + 4, QRegularExpression::NormalMatch, uncheckedMatch);
    if (!match.hasMatch())
        return -1;
    // Only "-->" closes a comment for Markdown: with something between, its "<" is text.
    if (match.capturedLength() != 3) {
        data(QStringView(m_raw).sliced(at, 1));
        m_commentOpen = true;
        return match.capturedEnd();
    }
    special(m_raw.sliced(at, match.capturedEnd() - at), true);
    return match.capturedEnd();
}

qsizetype HtmlScanner::readInstruction(qsizetype at)
{
    if (!mayBeSpecial()) {
        data(QStringView(m_raw).sliced(at, 2));
        return at + 2;
    }
    const qsizetype end = m_raw.indexOf("?>"_L1, at + 2);
    if (end < 0)
        return -1;
    special(m_raw.sliced(at, end + 2 - at), true);
    return end + 2;
}

qsizetype HtmlScanner::readDeclaration(qsizetype at)
{
    if (!mayBeSpecial()) {
        data(QStringView(m_raw).sliced(at, 2));
        return at + 2;
    }
    const QStringView rest = QStringView(m_raw).sliced(at);
    if (rest.startsWith("<![CDATA["_L1)) {
        const qsizetype end = m_raw.indexOf("]]>"_L1, at + 9);
        if (end < 0)
            return -1;
        special(m_raw.sliced(at, end + 3 - at), true);
        return end + 3;
    }
    const qsizetype end = m_raw.indexOf(u'>', at + 2);
    if (end < 0)
        return -1;
    special(m_raw.sliced(at, end + 1 - at), rest.startsWith("<!doctype"_L1, Qt::CaseInsensitive));
    return end + 1;
}

} // namespace callboard::docs::markdown
