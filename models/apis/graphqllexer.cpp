// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/graphqllexer.h"

#include <QStringList>

#include <algorithm>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

/// "BlockStringValue()" of the specification, section 2.9.4.
QString blockValue(QString raw)
{
    raw.replace("\\\"\"\""_L1, "\"\"\""_L1).replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QStringList lines = raw.split(u'\n');
    const auto indentOf = [](QStringView line) {
        qsizetype indent = 0;
        while (indent < line.size() && (line[indent] == u' ' || line[indent] == u'\t'))
            ++indent;
        return indent;
    };
    qsizetype common = -1;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype indent = indentOf(lines[i]);
        if (indent < lines[i].size() && (common < 0 || indent < common))
            common = indent;
    }
    for (qsizetype i = 1; i < lines.size() && common > 0; ++i)
        lines[i] = lines[i].sliced(std::min(common, lines[i].size()));
    const auto isBlank = [&](const QString &line) { return indentOf(line) == line.size(); };
    const auto first = std::ranges::find_if_not(lines, isBlank);
    lines.erase(lines.begin(), first);
    while (!lines.isEmpty() && isBlank(lines.last()))
        lines.removeLast();
    return lines.join(u'\n');
}

QString unescaped(const QString &raw)
{
    if (!raw.contains(u'\\'))
        return raw;
    QString result;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != u'\\' || i + 1 == raw.size()) {
            result += raw[i];
            continue;
        }
        const QChar c = raw[++i];
        switch (c.unicode()) {
        case u'b': result += u'\b'; break;
        case u'f': result += u'\f'; break;
        case u'n': result += u'\n'; break;
        case u'r': result += u'\r'; break;
        case u't': result += u'\t'; break;
        case u'u': {
            bool good = false;
            const bool isBraced = raw.size() > i + 1 && raw[i + 1] == u'{';
            const qsizetype begin = i + (isBraced ? 2 : 1);
            const qsizetype end = isBraced ? raw.indexOf(u'}', begin) : std::min(begin + 4, raw.size());
            const uint code = end > begin && end - begin <= 8 ? QStringView(raw).sliced(begin, end - begin).toUInt(&good, 16) : 0;
            if (!good || code > 0x10FFFF) {
                result += u'\uFFFD';
                break;
            }
            if (code <= 0xFFFF) {
                result += QChar(char16_t(code));
            } else {
                result += QChar(QChar::highSurrogate(code));
                result += QChar(QChar::lowSurrogate(code));
            }
            i = end - (isBraced ? 0 : 1);
            break;
        }
        default: result += c;
        }
    }
    return result;
}

} // namespace

GraphQlLexer::GraphQlLexer(QByteArrayView text) : m_source(text)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        m_end = 3;
    advance();
}

QString GraphQlLexer::string() const
{
    if (m_token == GraphQlToken::BlockString)
        return blockValue(QString::fromUtf8(slice(m_start + 3, std::max(m_start + 3, m_end - 3))));
    return unescaped(QString::fromUtf8(slice(m_start + 1, std::max(m_start + 1, m_end - 1))));
}

bool GraphQlLexer::isAtLineStart() const
{
    qsizetype at = m_start;
    while (at > 0 && (m_source.at(at - 1) == ' ' || m_source.at(at - 1) == '\t'))
        --at;
    return at == 0 || m_source.at(at - 1) == '\n' || m_source.at(at - 1) == '\r';
}

void GraphQlLexer::skipIgnored()
{
    while (true) {
        const int c = m_source.at(m_start);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',') {
            ++m_start;
        } else if (c == '#') {
            while (m_source.at(m_start) != '\n' && m_source.at(m_start) != '\r' && m_source.at(m_start) >= 0)
                ++m_start;
        } else {
            return;
        }
    }
}

void GraphQlLexer::advance()
{
    m_previousEnd = m_end;
    m_start = m_end;
    skipIgnored();
    m_end = m_start + 1;
    const int c = m_source.at(m_start);
    if (c < 0) {
        m_token = GraphQlToken::End;
        m_end = m_start;
    } else if (Source::isNameStart(c)) {
        m_token = GraphQlToken::Name;
        while (Source::isNamePart(m_source.at(m_end)))
            ++m_end;
    } else if (Source::isDigit(c) || c == '-') {
        m_token = GraphQlToken::Number;
        while (Source::isDigit(m_source.at(m_end)) || m_source.at(m_end) == '.' || m_source.at(m_end) == 'e' || m_source.at(m_end) == 'E'
            || ((m_source.at(m_end) == '+' || m_source.at(m_end) == '-') && (m_source.at(m_end - 1) == 'e' || m_source.at(m_end - 1) == 'E')))
            ++m_end;
    } else if (c == '"') {
        lexString();
    } else if (c == '.' && m_source.at(m_start + 1) == '.' && m_source.at(m_start + 2) == '.') {
        m_token = GraphQlToken::Punctuator;
        m_end = m_start + 3;
    } else {
        m_token = QByteArrayView("!$&():=@[]{|}").contains(char(c)) ? GraphQlToken::Punctuator : GraphQlToken::Bad;
    }
}

void GraphQlLexer::lexString()
{
    const QByteArrayView all = m_source.text();
    if (all.sliced(m_start).startsWith("\"\"\"")) {
        m_token = GraphQlToken::BlockString;
        qsizetype close = all.indexOf("\"\"\"", m_start + 3);
        while (close > 0 && all[close - 1] == '\\')
            close = all.indexOf("\"\"\"", close + 3);
        if (close < 0)
            m_token = GraphQlToken::Bad;
        m_end = close < 0 ? all.size() : close + 3;
        return;
    }
    m_token = GraphQlToken::String;
    while (m_source.at(m_end) != '"') {
        if (m_source.at(m_end) == '\\')
            ++m_end;
        if (m_source.at(m_end) < 0 || m_source.at(m_end) == '\n') {
            m_token = GraphQlToken::Bad;
            m_end = std::min(m_end, all.size());
            return;
        }
        ++m_end;
    }
    ++m_end;
}

} // namespace callboard::apis
