// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the parser that has a block mapping open: where most of YAML's subtlety lives.
#include "models/catalog/yaml_composer.h"
#include "models/catalog/yaml_parser.h"

namespace callboard::catalog::yaml {

namespace {

bool isInline(const SyntaxNode *node)
{
    return node && node->kind != SyntaxKind::BlockScalar && node->kind != SyntaxKind::Error && !isBlockCollection(node);
}

} // namespace

void Parser::inBlockMap(SyntaxNode *map)
{
    if (inBlockMapSpace(map))
        return;
    if (m_indent >= map->indent && inBlockMapItem(map))
        return;
    popAndStep();
}

bool Parser::inBlockMapSpace(SyntaxNode *map)
{
    const bool isNewline = m_type == TokenType::Newline;
    if (!isNewline && m_type != TokenType::Space && m_type != TokenType::Comment)
        return false;
    if (isNewline)
        m_onKeyLine = false;
    SyntaxItem &item = map->items.last();
    if (item.value) {
        if (isNewline && item.value->hasEnd && !item.value->end.isEmpty()
            && item.value->end.last().type == TokenType::Comment)
            item.value->end.push(m_arena, token());
        else
            pushStart(map);
    } else if (item.hasSep) {
        item.sep.push(m_arena, token());
    } else if (isNewline || !takeIndentedComment(map)) {
        item.start.push(m_arena, token());
    }
    return true;
}

/// What follows an empty value over two line ends, and not further indented, is the next item's.
TokenList Parser::takeNextItemStart(SyntaxItem &item, int indent)
{
    uint32_t second = 0;
    int newlines = 0;
    for (uint32_t i = 0; i < item.sep.size(); ++i) {
        const Token &token = item.sep[i];
        if (token.type == TokenType::Newline) {
            if (++newlines == 2)
                second = i;
        } else if (token.type != TokenType::Space && (token.type != TokenType::Comment || token.indent > indent)) {
            newlines = 0;
        }
    }
    return newlines >= 2 ? item.sep.split(m_arena, second) : TokenList{};
}

bool Parser::inBlockMapItem(SyntaxNode *map)
{
    SyntaxItem &item = map->items.last();
    const bool isAtIndent = !m_onKeyLine && m_indent == map->indent;
    const bool isNextItem = isAtIndent && (item.hasSep || item.isExplicitKey) && m_type != TokenType::SequenceItem;
    TokenList start;
    if (isNextItem && item.hasSep && !item.value)
        start = takeNextItemStart(item, map->indent);
    switch (m_type) {
    case TokenType::Anchor:
    case TokenType::Tag:
        inBlockMapProperty(map, start, isNextItem);
        return true;
    case TokenType::ExplicitKey:
        inBlockMapExplicitKey(map, start, isNextItem);
        return true;
    case TokenType::MapValue:
        if (item.isExplicitKey)
            inBlockMapExplicitValue(map, start, isNextItem);
        else
            inBlockMapValue(map, start, isNextItem);
        m_onKeyLine = true;
        return true;
    case TokenType::Alias:
    case TokenType::Plain:
    case TokenType::SingleQuoted:
    case TokenType::DoubleQuoted:
        inBlockMapScalar(map, start, isNextItem);
        return true;
    default:
        return inBlockMapBlock(map, start, isAtIndent);
    }
}

void Parser::inBlockMapProperty(SyntaxNode *map, TokenList start, bool isNextItem)
{
    SyntaxItem &item = map->items.last();
    if (isNextItem || item.value) {
        SyntaxItem next;
        next.start = start;
        next.start.push(m_arena, token());
        pushItem(map, next);
        m_onKeyLine = true;
    } else {
        (item.hasSep ? item.sep : item.start).push(m_arena, token());
    }
}

void Parser::inBlockMapExplicitKey(SyntaxNode *map, TokenList start, bool isNextItem)
{
    SyntaxItem &item = map->items.last();
    m_onKeyLine = true;
    if (!item.hasSep && !item.isExplicitKey) {
        item.start.push(m_arena, token());
        item.isExplicitKey = true;
        return;
    }
    SyntaxItem next;
    next.isExplicitKey = true;
    if (isNextItem || item.value) {
        next.start = start;
        next.start.push(m_arena, token());
        pushItem(map, next);
    } else {
        next.start.push(m_arena, token());
        push(makeMap(next));
    }
}

/// A `:` behind `? …`.
void Parser::inBlockMapExplicitValue(SyntaxNode *map, TokenList start, bool)
{
    SyntaxItem &item = map->items.last();
    if (!item.hasSep) {
        if (item.start.has(TokenType::Newline)) {
            keyIs(item, nullptr);
            item.sep.push(m_arena, token());
        } else {
            push(makeMap(valueItem(takeFirstKeyStart(&item.start))));
        }
    } else if (item.value) {
        pushItem(map, valueItem({}));
    } else if (item.sep.has(TokenType::MapValue)) {
        push(makeMap(valueItem(start)));
    } else if (isInline(item.key) && !item.sep.has(TokenType::Newline)) {
        SyntaxItem inner; // the explicit key is itself a mapping
        inner.start = takeFirstKeyStart(&item.start);
        inner.key = item.key;
        inner.sep = item.sep;
        inner.sep.push(m_arena, token());
        inner.hasSep = true;
        item.key = nullptr;
        item.sep = {};
        item.hasSep = false;
        push(makeMap(inner));
    } else {
        item.sep.append(m_arena, start);
        item.sep.push(m_arena, token());
    }
}

void Parser::inBlockMapValue(SyntaxNode *map, TokenList start, bool isNextItem)
{
    SyntaxItem &item = map->items.last();
    if (!item.hasSep) {
        keyIs(item, nullptr);
        item.sep.push(m_arena, token());
    } else if (item.value || isNextItem) {
        pushItem(map, valueItem(start));
    } else if (item.sep.has(TokenType::MapValue)) {
        push(makeMap(valueItem({})));
    } else {
        item.sep.push(m_arena, token());
    }
}

void Parser::inBlockMapScalar(SyntaxNode *map, const TokenList &start, bool isNextItem)
{
    SyntaxItem &item = map->items.last();
    SyntaxNode *scalar = makeScalar();
    if (isNextItem || item.value) {
        SyntaxItem next;
        next.start = start;
        keyIs(next, scalar);
        pushItem(map, next);
        m_onKeyLine = true;
    } else if (item.hasSep) {
        push(scalar);
    } else {
        keyIs(item, scalar);
        m_onKeyLine = true;
    }
}

bool Parser::inBlockMapBlock(SyntaxNode *map, const TokenList &start, bool isAtIndent)
{
    SyntaxNode *value = startBlockValue(map);
    if (!value)
        return false;
    const SyntaxItem &item = map->items.last();
    if (value->kind == SyntaxKind::BlockSequence) {
        if (!item.isExplicitKey && item.hasSep && !item.sep.has(TokenType::Newline)) {
            attachError("A list may not begin on the line of its key: put the `- ` on a line of its own");
            return true;
        }
    } else if (isAtIndent) {
        SyntaxItem next;
        next.start = start;
        pushItem(map, next);
    }
    push(value);
    return true;
}

} // namespace callboard::catalog::yaml
