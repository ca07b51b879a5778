// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The text of scalars: folding, escapes and chomping (YAML 1.2, chapters 7.3 and 8.1).
#include "models/catalog/yaml_composer.h"

#include <algorithm>

namespace callboard::catalog::yaml {

using namespace Qt::StringLiterals;

namespace {

std::string_view trimmedEnd(std::string_view text)
{
    const size_t last = text.find_last_not_of(" \t");
    return text.substr(0, last + 1);
}

std::string_view trimmedStart(std::string_view text)
{
    return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

std::string_view withoutReturn(std::string_view line)
{
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// Appends a code point as UTF-8, a surrogate as three bytes of its own; two that make a pair are joined.
void appendCodePoint(std::string &text, uint32_t code)
{
    const size_t size = text.size();
    if (code >= 0xDC00 && code <= 0xDFFF && size >= 3 && uchar(text[size - 3]) == 0xED && uchar(text[size - 2]) >= 0xA0
        && uchar(text[size - 2]) <= 0xAF) {
        const uint32_t high = 0xD000u | uint32_t(uchar(text[size - 2]) & 0x3F) << 6 | uint32_t(uchar(text[size - 1]) & 0x3F);
        text.resize(size - 3);
        code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00);
    }
    if (code < 0x80) {
        text += char(code);
    } else if (code < 0x800) {
        text += char(0xC0 | code >> 6);
        text += char(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        text += char(0xE0 | code >> 12);
        text += char(0x80 | (code >> 6 & 0x3F));
        text += char(0x80 | (code & 0x3F));
    } else {
        text += char(0xF0 | code >> 18);
        text += char(0x80 | (code >> 12 & 0x3F));
        text += char(0x80 | (code >> 6 & 0x3F));
        text += char(0x80 | (code & 0x3F));
    }
}

/// What one character behind a backslash stands for; -1 when it stands for nothing.
int32_t escapedCharacter(char c)
{
    switch (c) {
    case '0': return 0;
    case 'a': return 7;
    case 'b': return 8;
    case 'e': return 0x1B;
    case 'f': return 0x0C;
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return 0x0B;
    case 'N': return 0x85;
    case '_': return 0xA0;
    case 'L': return 0x2028;
    case 'P': return 0x2029;
    case ' ':
    case '"':
    case '/':
    case '\\':
    case '\t': return c;
    default: return -1;
    }
}

size_t skipBlanks(std::string_view source, size_t i)
{
    while (i < source.size() && isBlank(uchar(source[i])))
        ++i;
    return i;
}

/// Behind a line end in double quotes: one is a space, n + 1 are n. Returns where the text goes on.
size_t foldLineEnds(std::string_view source, size_t i, std::string &text)
{
    size_t folded = 0;
    for (++i; i < source.size() && isSpaceOrEnd(uchar(source[i])); ++i) {
        if (source[i] == '\r' && (i + 1 >= source.size() || source[i + 1] != '\n'))
            break;
        folded += source[i] == '\n';
    }
    if (folded == 0)
        text += ' ';
    else
        text.append(folded, '\n');
    return i;
}

} // namespace

std::string_view DocumentComposer::scalarText(const SyntaxNode *syntax)
{
    const std::string_view source = m_text.view(syntax->sourceOffset, syntax->sourceLength);
    if (syntax->kind == SyntaxKind::SingleQuoted)
        return singleQuoted(syntax, source);
    if (syntax->kind == SyntaxKind::DoubleQuoted)
        return doubleQuoted(syntax, source);
    if (!source.empty() && std::string_view("\t,%|>@`").contains(source.front()))
        fail(syntax->offset, u"A plain value cannot start with %1: put the value in quotes"_s.arg(
            source.front() == '\t' ? u"a tab"_s : u"`%1`"_s.arg(QLatin1Char(source.front()))));
    return unfolded(source);
}

/// Line ends of plain and single-quoted text: one is a space, n + 1 are n.
std::string_view DocumentComposer::unfolded(std::string_view source)
{
    size_t lineEnd = source.find('\n');
    if (lineEnd == std::string_view::npos)
        return source;
    m_buffer.assign(trimmedEnd(withoutReturn(source.substr(0, lineEnd))));
    char separator = ' ';
    size_t begin = lineEnd + 1;
    for (lineEnd = source.find('\n', begin); lineEnd != std::string_view::npos; lineEnd = source.find('\n', begin)) {
        const std::string_view line = trimmedStart(trimmedEnd(withoutReturn(source.substr(begin, lineEnd - begin))));
        begin = lineEnd + 1;
        if (!line.empty()) {
            m_buffer += separator;
            m_buffer += line;
            separator = ' ';
        } else if (separator == '\n') {
            m_buffer += separator;
        } else {
            separator = '\n';
        }
    }
    m_buffer += separator;
    m_buffer += trimmedStart(source.substr(begin));
    return m_arena.copy(m_buffer);
}

std::string_view DocumentComposer::singleQuoted(const SyntaxNode *syntax, std::string_view source)
{
    if (source.size() == 1 || source.back() != '\'')
        fail(syntax->offset + syntax->sourceLength, u"The closing ' is missing"_s);
    const std::string_view text = unfolded(source.substr(1, std::max<size_t>(source.size(), 2) - 2));
    if (!text.contains('\''))
        return text;
    std::string single;
    for (size_t i = 0; i < text.size(); ++i) {
        single += text[i];
        i += text[i] == '\'' && i + 1 < text.size() && text[i + 1] == '\'';
    }
    return m_arena.copy(single);
}

std::string_view DocumentComposer::doubleQuoted(const SyntaxNode *syntax, std::string_view source)
{
    if (source.size() == 1 || source.back() != '"')
        fail(syntax->offset + syntax->sourceLength, u"The closing \" is missing"_s);
    const std::string_view inner = source.substr(1, std::max<size_t>(source.size(), 2) - 2);
    if (inner.find_first_of("\\\n") == std::string_view::npos)
        return inner;
    m_buffer.clear();
    for (size_t i = 0; i < inner.size();) {
        const char c = inner[i];
        if (c == '\r' && i + 1 < inner.size() && inner[i + 1] == '\n') {
            ++i;
        } else if (c == '\n') {
            i = foldLineEnds(inner, i, m_buffer);
        } else if (c == '\\') {
            i = escape(syntax, inner, i + 1);
        } else if (isBlank(uchar(c))) {
            const size_t end = skipBlanks(inner, i); // blanks before a line end are left out
            const std::string_view behind = inner.substr(end);
            if (!behind.starts_with('\n') && !behind.starts_with("\r\n"))
                m_buffer.append(inner.substr(i, end - i));
            i = end;
        } else {
            m_buffer += c;
            ++i;
        }
    }
    return m_arena.copy(m_buffer);
}

/// What follows a backslash. Returns where the text goes on.
size_t DocumentComposer::escape(const SyntaxNode *syntax, std::string_view source, size_t at)
{
    const char c = at < source.size() ? source[at] : 0;
    const int32_t code = at < source.size() ? escapedCharacter(c) : -1;
    if (code >= 0) {
        appendCodePoint(m_buffer, uint32_t(code));
        return at + 1;
    }
    if (c == '\n')
        return skipBlanks(source, at + 1);
    if (c == '\r' && at + 1 < source.size() && source[at + 1] == '\n')
        return skipBlanks(source, at + 2);
    if (c == 'x' || c == 'u' || c == 'U')
        return escapedCode(syntax, source, at + 1, c == 'x' ? 2 : c == 'u' ? 4 : 8);
    fail(syntax->offset + uint32_t(at), u"There is no such escape in double quotes: write `\\\\` for a backslash, or use single quotes"_s);
    return at + 1;
}

size_t DocumentComposer::escapedCode(const SyntaxNode *syntax, std::string_view source, size_t at, size_t length)
{
    uint32_t code = 0;
    bool isValid = at + length <= source.size();
    for (size_t i = at; isValid && i < at + length; ++i) {
        const char c = source[i];
        isValid = isHexDigit(uchar(c));
        code = code << 4 | uint32_t(isDigit(uchar(c)) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    if (isValid && code <= 0x10FFFF) {
        appendCodePoint(m_buffer, code);
        return at + length;
    }
    fail(syntax->offset + uint32_t(at) - 1, u"This escape is no character: write \\x41, \\u0041 or \\U00000041, with so many digits"_s);
    return std::min(at + length, source.size());
}

Node *DocumentComposer::blockScalar(const SyntaxNode *syntax)
{
    const BlockHeader header = blockHeader(syntax);
    Node *result = m_arena.make<Node>();
    result->style = header.isFolded ? ScalarStyle::Folded : ScalarStyle::Literal;
    result->text = blockText(syntax, header);
    result->start = syntax->offset;
    result->end = syntax->offset + header.length + syntax->sourceLength;
    return result;
}

DocumentComposer::BlockHeader DocumentComposer::blockHeader(const SyntaxNode *syntax)
{
    BlockHeader header;
    const Token &indicator = syntax->start[0];
    const std::string_view source = m_text.view(indicator.offset, indicator.length);
    header.isFolded = source.front() == '>';
    for (size_t i = 1; i < source.size(); ++i) {
        const char c = source[i];
        if (!header.chomp && (c == '-' || c == '+'))
            header.chomp = c;
        else if (!header.indent && c >= '1' && c <= '9')
            header.indent = uint32_t(c - '0');
        else
            fail(syntax->offset + uint32_t(i), u"Behind `|` or `>` there can be one of `+` and `-` and a digit from 1 to 9: "
                                               "begin the text on the next line"_s);
    }
    bool hasSpace = false;
    for (const Token &token : syntax->start) {
        if (token.type == TokenType::Space)
            hasSpace = true;
        else if (token.type == TokenType::Comment && !hasSpace)
            fail(&token, u"A comment must be separated from what is before it: write a space before `#`"_s);
        else if (token.type == TokenType::Unknown)
            fail(&token, u"The text of a block scalar begins on the line after `|` or `>`"_s);
        header.length += token.length;
    }
    return header;
}

void DocumentComposer::splitLines(std::string_view source)
{
    m_lines.clear();
    for (size_t begin = 0; begin <= source.size();) {
        const size_t end = std::min(source.find('\n', begin), source.size());
        const std::string_view line = source.substr(begin, end - begin);
        const size_t indent = std::min(line.find_first_not_of(' '), line.size());
        m_lines.push_back({line.substr(0, indent), line.substr(indent)});
        begin = end + 1;
    }
}

/// How many spaces to take off every line, and which line is the first with text in it.
size_t DocumentComposer::blockIndent(const SyntaxNode *syntax, const BlockHeader &header, size_t chompStart,
    size_t &contentStart)
{
    size_t trim = size_t(syntax->indent) + header.indent;
    uint32_t offset = syntax->offset + header.length;
    for (size_t i = 0; i < chompStart; ++i) {
        const auto &[indent, content] = m_lines[i];
        if (content.empty() || content == "\r") {
            if (header.indent == 0)
                trim = std::max(trim, indent.size());
            offset += uint32_t(indent.size() + content.size() + 1);
            continue;
        }
        if (indent.size() < trim)
            fail(offset + uint32_t(indent.size()), u"The empty lines above are indented further than the text: take the spaces out of "
                                                   "them, or write the indentation behind `|` or `>`, as in `|2`"_s);
        if (header.indent == 0)
            trim = indent.size();
        contentStart = i;
        if (trim == 0 && !m_isRoot)
            fail(offset, u"The text of a block scalar must be indented further than its key"_s);
        break;
    }
    return trim;
}

/// Lays one line behind what there is of the text.
void DocumentComposer::appendBlockLine(const BlockHeader &header, BlockLine line, size_t trim)
{
    const std::string_view furtherIndent = line.indent.substr(std::min(trim, line.indent.size()));
    if (!header.isFolded) {
        m_buffer.append(m_separator).append(furtherIndent).append(line.content);
        m_separator = "\n";
    } else if (line.indent.size() > trim || line.content.starts_with('\t')) {
        if (m_separator == " ")
            m_separator = "\n";
        else if (!m_wasMoreIndented && m_separator == "\n")
            m_separator = "\n\n";
        m_buffer.append(m_separator).append(furtherIndent).append(line.content);
        m_separator = "\n";
        m_wasMoreIndented = true;
    } else if (line.content.empty()) {
        if (m_separator == "\n")
            m_buffer += '\n';
        else
            m_separator = "\n";
    } else {
        m_buffer.append(m_separator).append(line.content);
        m_separator = " ";
        m_wasMoreIndented = false;
    }
}

std::string_view DocumentComposer::blockText(const SyntaxNode *syntax, const BlockHeader &header)
{
    m_lines.clear();
    if (syntax->sourceLength > 0)
        splitLines(m_text.view(syntax->sourceOffset, syntax->sourceLength));
    const auto isEmptyLine = [](const BlockLine &line) { return line.content.empty() || line.content == "\r"; };
    size_t chompStart = m_lines.size();
    while (chompStart > 0 && isEmptyLine(m_lines[chompStart - 1]))
        --chompStart;
    m_buffer.clear();
    if (chompStart == 0) {
        if (header.chomp == '+' && !m_lines.empty())
            m_buffer.append(std::max<size_t>(1, m_lines.size() - 1), '\n');
        return m_arena.copy(m_buffer);
    }
    size_t contentStart = 0;
    const size_t trim = blockIndent(syntax, header, chompStart, contentStart);
    for (size_t i = m_lines.size(); i > chompStart; --i) {
        if (m_lines[i - 1].indent.size() > trim)
            chompStart = i;
    }
    uint32_t offset = syntax->offset + header.length;
    for (size_t i = 0; i < contentStart; ++i) {
        const auto &[indent, content] = m_lines[i];
        m_buffer.append(indent.substr(std::min(trim, indent.size()))) += '\n';
        offset += uint32_t(indent.size() + content.size() + 1);
    }
    m_separator.clear();
    m_wasMoreIndented = false;
    for (size_t i = contentStart; i < chompStart; ++i) {
        BlockLine line = m_lines[i];
        if (line.content.ends_with('\r'))
            line.content.remove_suffix(1);
        if (!line.content.empty() && line.indent.size() < trim) {
            fail(offset + uint32_t(line.indent.size()), u"This line is indented less than the text of its block scalar: indent it as far as the first"_s);
            line.indent = {};
        }
        appendBlockLine(header, line, trim);
        offset += uint32_t(m_lines[i].indent.size() + m_lines[i].content.size() + 1);
    }
    if (header.chomp == '+') {
        for (size_t i = chompStart; i < m_lines.size(); ++i) {
            const std::string_view indent = m_lines[i].indent;
            m_buffer += '\n';
            m_buffer += indent.substr(std::min(trim, indent.size()));
        }
        if (!m_buffer.ends_with('\n'))
            m_buffer += '\n';
    } else if (header.chomp != '-') {
        m_buffer += '\n';
    }
    return m_arena.copy(m_buffer);
}

} // namespace callboard::catalog::yaml
