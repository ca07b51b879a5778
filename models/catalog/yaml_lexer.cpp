// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/yaml_lexer.h"

#include "models/catalog/yaml_parser.h"

#include <algorithm>
#include <array>

namespace callboard::catalog::yaml {

namespace {

TokenType indicatorType(int c)
{
    switch (c) {
    case '-': return TokenType::SequenceItem;
    case '?': return TokenType::ExplicitKey;
    case ':': return TokenType::MapValue;
    case '{': return TokenType::FlowMapStart;
    case '}': return TokenType::FlowMapEnd;
    case '[': return TokenType::FlowSequenceStart;
    case ']': return TokenType::FlowSequenceEnd;
    case ',': return TokenType::Comma;
    default: return TokenType::Unknown;
    }
}

/// What a stretch of text behind a block scalar's header is taken for; mostly nothing good.
TokenType typeOf(std::string_view source)
{
    if (source.size() == 1 && indicatorType(source[0]) != TokenType::Unknown)
        return indicatorType(source[0]);
    if (source == "---")
        return TokenType::DocumentStart;
    if (source == "...")
        return TokenType::DocumentEnd;
    switch (source.front()) {
    case '#': return TokenType::Comment;
    case '%': return TokenType::Directive;
    case '*': return TokenType::Alias;
    case '&': return TokenType::Anchor;
    case '!': return TokenType::Tag;
    case '\'': return TokenType::SingleQuoted;
    case '"': return TokenType::DoubleQuoted;
    case '|':
    case '>': return TokenType::BlockHeader;
    default: return TokenType::Unknown;
    }
}

bool isTagCharacter(int c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || (c > 0 && std::string_view("-#;/?:@&=+$_.!~*'()").contains(char(c)));
}

/// Bytes at which the end of a plain scalar has to be looked for.
constexpr auto plainStops = [] {
    std::array<bool, 256> stops{};
    for (const char c : std::string_view(" \t\r\n:,[]{}"))
        stops[uchar(c)] = true;
    return stops;
}();

} // namespace

void Lexer::run()
{
    State state = State::Stream;
    while (m_pos < m_text.size())
        state = next(state);
    m_parser.end();
}

Lexer::State Lexer::next(State state)
{
    switch (state) {
    case State::Stream: return stream();
    case State::LineStart: return lineStart();
    case State::BlockStart: return blockStart();
    case State::Document: return document();
    case State::Flow: return flow();
    }
    Q_UNREACHABLE_RETURN(State::Stream);
}

Lexer::State Lexer::stream()
{
    if (m_text.hasByteOrderMarkAt(m_pos)) {
        m_parser.token(TokenType::ByteOrderMark, m_pos, 3);
        m_pos += 3;
    }
    const qsizetype end = lineEnd();
    if (at(0) == '%' && m_pos < end) {
        directive(end);
        return State::Stream;
    }
    if (isAtLineEnd()) {
        emitSpaces(true);
        if (m_pos < end)
            emitTo(end);
        emitNewline();
        return State::Stream;
    }
    m_parser.token(TokenType::DocumentMode, m_pos, 0);
    return lineStart();
}

void Lexer::directive(qsizetype lineEnd)
{
    qsizetype end = lineEnd;
    for (qsizetype i = m_pos + 1; i < lineEnd; ++i) {
        if (m_text.at(i) == '#' && isBlank(m_text.at(i - 1))) {
            end = i - 1;
            break;
        }
    }
    while (isBlank(m_text.at(end - 1)))
        --end;
    m_parser.token(TokenType::Directive, m_pos, end - m_pos);
    m_pos = end;
    emitSpaces(true);
    if (m_pos < lineEnd)
        emitTo(lineEnd);
}

Lexer::State Lexer::lineStart()
{
    if (isDocumentMarker(m_pos)) {
        const bool isStart = at(0) == '-';
        m_parser.token(isStart ? TokenType::DocumentStart : TokenType::DocumentEnd, m_pos, 3);
        m_pos += 3;
        m_indent = 0;
        m_indentNext = 0;
        return isStart ? State::Document : State::Stream;
    }
    m_indent = emitSpaces(false);
    if (m_indentNext > m_indent && !isSpaceOrEnd(at(1)))
        m_indentNext = m_indent;
    return blockStart();
}

Lexer::State Lexer::blockStart()
{
    const int c = at(0);
    if ((c == '-' || c == '?' || c == ':') && isSpaceOrEnd(at(1))) {
        const qsizetype begin = m_pos;
        m_parser.token(indicatorType(c), m_pos, 1);
        ++m_pos;
        emitSpaces(true);
        m_indentNext = m_indent + 1;
        m_indent += m_pos - begin;
        return State::BlockStart;
    }
    return State::Document;
}

Lexer::State Lexer::document()
{
    emitSpaces(true);
    const qsizetype end = lineEnd();
    emitIndicators();
    const int c = m_pos < end ? at(0) : -1;
    switch (c) {
    case '#':
        emitTo(end);
        [[fallthrough]];
    case -1:
        emitNewline();
        return lineStart();
    case '{':
    case '[':
        m_parser.token(indicatorType(c), m_pos++, 1);
        m_flowKey = false;
        m_flowLevel = 1;
        return State::Flow;
    case '}':
    case ']':
        m_parser.token(indicatorType(c), m_pos++, 1);
        return State::Document;
    case '*':
        emitName();
        return State::Document;
    case '"':
    case '\'':
        return quoted();
    case '|':
    case '>':
        blockHeader(end);
        return blockScalar();
    default:
        return plain();
    }
}

/// A closing bracket may stand as far left as the line that opened it: wrong, but common.
bool Lexer::endsFlow(qsizetype indent, qsizetype lineEnd) const
{
    if (indent == -1)
        return false;
    const int c = m_pos < lineEnd ? at(0) : -1;
    const bool isOutdented = indent < m_indentNext && c != '#';
    if (!isOutdented && !(indent == 0 && isDocumentMarker(m_pos)))
        return false;
    return indent != m_indentNext - 1 || m_flowLevel != 1 || (c != ']' && c != '}');
}

Lexer::State Lexer::flow()
{
    qsizetype indent = -1;
    for (bool moved = true; moved;) {
        moved = emitNewline() > 0;
        if (moved)
            m_indent = indent = emitSpaces(false);
        moved = emitSpaces(true) > 0 || moved;
    }
    const qsizetype end = lineEnd();
    if (endsFlow(indent, end)) {
        m_flowLevel = 0;
        m_parser.token(TokenType::FlowErrorEnd, m_pos, 0);
        return lineStart();
    }
    while (m_pos < end && at(0) == ',') {
        m_parser.token(TokenType::Comma, m_pos++, 1);
        emitSpaces(true);
        m_flowKey = false;
    }
    emitIndicators();
    const int c = m_pos < end ? at(0) : -1;
    switch (c) {
    case -1:
        return State::Flow;
    case '#':
        emitTo(end);
        return State::Flow;
    case '{':
    case '[':
        m_parser.token(indicatorType(c), m_pos++, 1);
        m_flowKey = false;
        ++m_flowLevel;
        return State::Flow;
    case '}':
    case ']':
        m_parser.token(indicatorType(c), m_pos++, 1);
        m_flowKey = true;
        --m_flowLevel;
        return afterScalar();
    case '*':
        emitName();
        return State::Flow;
    case '"':
    case '\'':
        m_flowKey = true;
        return quoted();
    case ':':
        if (m_flowKey || isSpaceOrEnd(at(1)) || at(1) == ',') {
            m_flowKey = false;
            m_parser.token(TokenType::MapValue, m_pos++, 1);
            emitSpaces(true);
            return State::Flow;
        }
        [[fallthrough]];
    default:
        m_flowKey = false;
        return plain();
    }
}

qsizetype Lexer::closingQuote(int quote) const
{
    qsizetype end = m_text.find(char(quote), m_pos + 1);
    if (quote == '\'') {
        while (end != -1 && m_text.at(end + 1) == '\'')
            end = m_text.find('\'', end + 2);
        return end;
    }
    while (end != -1) {
        qsizetype slashes = 0;
        while (m_text.at(end - 1 - slashes) == '\\')
            ++slashes;
        if (slashes % 2 == 0)
            break;
        end = m_text.find('"', end + 1);
    }
    return end;
}

Lexer::State Lexer::quoted()
{
    const int quote = at(0);
    qsizetype end = closingQuote(quote);
    // A quote that is never closed takes the rest of the text; one that is closed ends early where a
    // line is indented too little.
    qsizetype newline = end == -1 ? -1 : m_text.find('\n', m_pos, end);
    while (newline != -1) {
        const qsizetype resumed = continueScalar(newline + 1);
        if (resumed == -1) {
            end = newline - (m_text.at(newline - 1) == '\r' ? 2 : 1);
            break;
        }
        newline = m_text.find('\n', resumed, end);
    }
    if (end == -1)
        end = m_text.size();
    end = std::min(end + 1, m_text.size());
    if (end > m_pos)
        m_parser.token(quote == '"' ? TokenType::DoubleQuoted : TokenType::SingleQuoted, m_pos, end - m_pos);
    m_pos = std::max(m_pos, end);
    return afterScalar();
}

void Lexer::blockHeader(qsizetype lineEnd)
{
    m_blockIndent = -1;
    m_blockKeep = false;
    for (qsizetype i = m_pos + 1;; ++i) {
        const int c = m_text.at(i);
        if (c == '+')
            m_blockKeep = true;
        else if (c > '0' && c <= '9')
            m_blockIndent = c - '0' - 1;
        else if (c != '-')
            break;
    }
    qsizetype end = m_pos;
    while (!isSpaceOrEnd(m_text.at(end)) && m_text.at(end) != '#')
        ++end;
    m_parser.token(TokenType::BlockHeader, m_pos, end - m_pos);
    m_pos = end;
    emitSpaces(true);
    if (m_pos < lineEnd)
        emitTo(lineEnd);
    emitNewline();
}

qsizetype Lexer::blockScalarContentEnd(qsizetype newline, qsizetype indent)
{
    if (indent < m_indentNext)
        return newline;
    if (m_blockIndent == -1)
        m_indentNext = indent;
    else
        m_indentNext = m_blockIndent + (m_indentNext == 0 ? 1 : m_indentNext);
    while (newline != -1) {
        const qsizetype resumed = continueScalar(newline + 1);
        if (resumed == -1)
            break;
        newline = m_text.find('\n', resumed);
    }
    return newline == -1 ? m_text.size() : newline;
}

/// Leaves off trailing lines that are empty and no further indented than the content.
qsizetype Lexer::blockScalarTrimmed(qsizetype newline, qsizetype indent) const
{
    for (;;) {
        qsizetype i = newline - 1;
        if (m_text.at(i) == '\r')
            --i;
        const qsizetype lastCharacter = i;
        while (m_text.at(i) == ' ')
            --i;
        if (m_text.at(i) != '\n' || i < m_pos || i + 1 + indent <= lastCharacter)
            return newline;
        newline = i;
    }
}

Lexer::State Lexer::blockScalar()
{
    qsizetype newline = m_pos - 1;
    qsizetype indent = 0;
    for (qsizetype i = m_pos;; ++i) {
        const int c = m_text.at(i);
        if (c == ' ') {
            ++indent;
        } else if (c == '\n') {
            newline = i;
            indent = 0;
        } else if (c != '\r' || m_text.at(i + 1) != '\n') {
            break;
        }
    }
    newline = blockScalarContentEnd(newline, indent);
    // Tabs that stand where indentation should are taken in, so that they are found to be wrong.
    qsizetype i = newline + 1;
    while (m_text.at(i) == ' ')
        ++i;
    if (m_text.at(i) == '\t') {
        while (m_text.at(i) != -1 && isSpaceOrEnd(m_text.at(i)))
            ++i;
        newline = i - 1;
    } else if (!m_blockKeep) {
        newline = blockScalarTrimmed(newline, indent);
    }
    emitScalarTo(newline + 1);
    return lineStart();
}

Lexer::State Lexer::plain()
{
    const bool inFlow = m_flowLevel > 0;
    qsizetype end = m_pos - 1;
    for (qsizetype i = m_pos;; ++i) {
        int c = m_text.at(i);
        if (c == -1)
            break;
        if (!plainStops[size_t(c)]) {
            end = i;
        } else if (c == ':') {
            const int following = m_text.at(i + 1);
            if (isSpaceOrEnd(following) || (inFlow && isFlowIndicator(following)))
                break;
            end = i;
        } else if (isFlowIndicator(c)) {
            if (inFlow)
                break;
            end = i;
        } else {
            int following = m_text.at(i + 1);
            if (c == '\r' && following == '\n') {
                c = '\n';
                following = m_text.at(++i + 1);
            } else if (c == '\r') {
                end = i;
            }
            if (following == '#' || (inFlow && isFlowIndicator(following)))
                break;
            if (c == '\n') {
                const qsizetype resumed = continueScalar(i + 1);
                if (resumed == -1)
                    break;
                i = std::max(i, resumed - 2); // so that " #" is still seen
            }
        }
    }
    emitScalarTo(end + 1);
    return afterScalar();
}

bool Lexer::isAtLineEnd() const
{
    qsizetype i = 0;
    while (isBlank(at(i)))
        ++i;
    const int c = at(i);
    return c == -1 || c == '#' || c == '\n' || (c == '\r' && at(i + 1) == '\n');
}

bool Lexer::isDocumentMarker(qsizetype offset) const
{
    const int c = m_text.at(offset);
    return (c == '-' || c == '.') && m_text.at(offset + 1) == c && m_text.at(offset + 2) == c
        && isSpaceOrEnd(m_text.at(offset + 3));
}

/// Where the line's text ends, before LF or CRLF.
qsizetype Lexer::lineEnd()
{
    if (m_newline == -2 || (m_newline != -1 && m_newline < m_pos))
        m_newline = m_text.find('\n', m_pos);
    if (m_newline == -1)
        return m_text.size();
    return m_newline > m_pos && m_text.at(m_newline - 1) == '\r' ? m_newline - 1 : m_newline;
}

/// Whether a scalar goes on in the line that begins here: where to read on, or -1.
qsizetype Lexer::continueScalar(qsizetype offset) const
{
    if (m_indentNext == 0)
        return isDocumentMarker(offset) ? -1 : offset;
    qsizetype indent = 0;
    while (m_text.at(offset + indent) == ' ')
        ++indent;
    const int c = m_text.at(offset + indent);
    if (c == '\r' && m_text.at(offset + indent + 1) == '\n')
        return offset + indent + 1;
    return c == '\n' || indent >= m_indentNext ? offset + indent : -1;
}

void Lexer::emitTo(qsizetype end)
{
    m_parser.token(typeOf(m_text.view(m_pos, end - m_pos)), m_pos, end - m_pos);
    m_pos = end;
}

void Lexer::emitScalarTo(qsizetype end)
{
    end = std::clamp(end, m_pos, m_text.size());
    m_parser.scalar(m_pos, end - m_pos);
    m_pos = end;
}

qsizetype Lexer::emitSpaces(bool withTabs)
{
    qsizetype end = m_pos;
    while (m_text.at(end) == ' ' || (withTabs && m_text.at(end) == '\t'))
        ++end;
    const qsizetype count = end - m_pos;
    if (count > 0) {
        m_parser.token(TokenType::Space, m_pos, count);
        m_pos = end;
    }
    return count;
}

qsizetype Lexer::emitNewline()
{
    const qsizetype length = at(0) == '\n' ? 1 : at(0) == '\r' && at(1) == '\n' ? 2 : 0;
    if (length > 0) {
        m_parser.token(TokenType::Newline, m_pos, length);
        m_pos += length;
    }
    return length;
}

/// Tags, anchors and the indicators `-`, `?` and `:` wherever they stand: the parser says which are wrong.
void Lexer::emitIndicators()
{
    for (;;) {
        const int c = at(0);
        if (c == '!') {
            emitTag();
        } else if (c == '&') {
            emitName();
        } else if (c == '-' || c == '?' || c == ':') {
            const bool inFlow = m_flowLevel > 0;
            if (!isSpaceOrEnd(at(1)) && !(inFlow && isFlowIndicator(at(1))))
                return;
            if (!inFlow)
                m_indentNext = m_indent + 1;
            else
                m_flowKey = false;
            m_parser.token(indicatorType(c), m_pos++, 1);
        } else {
            return;
        }
        emitSpaces(true);
    }
}

void Lexer::emitTag()
{
    qsizetype end = m_pos + 1;
    if (m_text.at(end) == '<') {
        while (!isSpaceOrEnd(m_text.at(end)) && m_text.at(end) != '>')
            ++end;
        end += m_text.at(end) == '>';
    } else {
        for (;;) {
            if (isTagCharacter(m_text.at(end)))
                ++end;
            else if (m_text.at(end) == '%' && isHexDigit(m_text.at(end + 1)) && isHexDigit(m_text.at(end + 2)))
                end += 3;
            else
                break;
        }
    }
    m_parser.token(TokenType::Tag, m_pos, end - m_pos);
    m_pos = end;
}

/// An anchor or an alias.
void Lexer::emitName()
{
    qsizetype end = m_pos;
    while (!isSpaceOrEnd(m_text.at(end)) && !isFlowIndicator(m_text.at(end)))
        ++end;
    m_parser.token(at(0) == '&' ? TokenType::Anchor : TokenType::Alias, m_pos, end - m_pos);
    m_pos = end;
}

} // namespace callboard::catalog::yaml
