// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/yaml_parser.h"

#include "models/catalog/yaml_composer.h"

namespace callboard::catalog::yaml {

namespace {

SyntaxKind scalarKind(TokenType type)
{
    switch (type) {
    case TokenType::Alias: return SyntaxKind::Alias;
    case TokenType::SingleQuoted: return SyntaxKind::SingleQuoted;
    case TokenType::DoubleQuoted: return SyntaxKind::DoubleQuoted;
    default: return SyntaxKind::Plain;
    }
}

} // namespace

TokenList TokenList::split(Arena &arena, uint32_t index)
{
    TokenList rest;
    const Sequence<Token> all = m_tokens;
    m_tokens.truncate(index);
    m_types = 0;
    for (const Token &token : m_tokens)
        m_types |= bit(token.type);
    for (uint32_t i = index; i < all.size(); ++i)
        rest.push(arena, all[i]);
    return rest;
}

Parser::Parser(const Text &text, Composer &composer, Arena &arena)
    : m_text(text)
    , m_composer(composer)
    , m_arena(arena)
{
}

void Parser::token(TokenType type, qsizetype offset, qsizetype length)
{
    m_type = type;
    m_offset = uint32_t(offset);
    m_length = uint32_t(length);
    if (isOverLimits())
        return;
    if (type == TokenType::Unknown) {
        attachError("This does not belong here: the text of a block scalar begins on the line after `|` or `>`");
        return;
    }
    step();
    switch (type) {
    case TokenType::Newline:
        m_atNewLine = true;
        m_indent = 0;
        break;
    case TokenType::Space:
        if (m_atNewLine && m_text.at(offset) == ' ')
            m_indent += int32_t(length);
        break;
    case TokenType::ExplicitKey:
    case TokenType::MapValue:
    case TokenType::SequenceItem:
        if (m_atNewLine)
            m_indent += int32_t(length);
        break;
    case TokenType::DocumentMode:
    case TokenType::FlowErrorEnd:
        break;
    default:
        m_atNewLine = false;
    }
}

void Parser::scalar(qsizetype offset, qsizetype length)
{
    m_type = TokenType::Plain;
    m_offset = uint32_t(offset);
    m_length = uint32_t(length);
    m_atNewLine = false;
    if (!isOverLimits()) {
        step();
    } else if (length > 0 && m_text.at(offset + length - 1) == '\n') {
        m_atNewLine = true; // as inBlockScalar() would have left it
        m_indent = 0;
    }
}

void Parser::end()
{
    while (!m_stack.empty())
        pop();
}

/// A document that is too deep or too large is left out up to the next marker; its neighbours are read.
bool Parser::isOverLimits()
{
    if (!m_isSkipping && m_stack.size() > 1) {
        const bool isInScalar = m_stack.back()->items.isEmpty() && m_stack.back()->kind != SyntaxKind::FlowCollection;
        m_isSkipping = m_composer.isOverLimits(m_stack.size() - (isInScalar ? 2 : 1), m_offset);
    }
    if (!m_isSkipping)
        return false;
    if (m_type != TokenType::DocumentStart && m_type != TokenType::DocumentEnd) {
        if (m_type == TokenType::Newline)
            m_indent = 0;
        m_atNewLine = m_type == TokenType::Newline;
        return true;
    }
    end();
    m_isSkipping = false;
    return false;
}

void Parser::step()
{
    SyntaxNode *current = top();
    if (m_type == TokenType::DocumentEnd && (!current || current->kind != SyntaxKind::DocumentEnd)) {
        end();
        push(makeNode(SyntaxKind::DocumentEnd));
        return;
    }
    if (!current)
        return inStream();
    switch (current->kind) {
    case SyntaxKind::Document: return inDocument(current);
    case SyntaxKind::Alias:
    case SyntaxKind::Plain:
    case SyntaxKind::SingleQuoted:
    case SyntaxKind::DoubleQuoted: return inScalar(current);
    case SyntaxKind::BlockScalar: return inBlockScalar(current);
    case SyntaxKind::BlockMap: return inBlockMap(current);
    case SyntaxKind::BlockSequence: return inBlockSequence(current);
    case SyntaxKind::FlowCollection: return inFlowCollection(current);
    case SyntaxKind::DocumentEnd: return inDocumentEnd(current);
    case SyntaxKind::Error: return pop();
    }
}

void Parser::popAndStep()
{
    pop();
    step();
}

void Parser::push(SyntaxNode *node)
{
    m_stack.push_back(node);
}

void Parser::pop()
{
    SyntaxNode *node = m_stack.back();
    m_stack.pop_back();
    attach(node);
}

void Parser::attachError(const char *message)
{
    if (m_stack.empty()) {
        m_composer.streamError(token(), message);
        return;
    }
    SyntaxNode *error = makeNode(SyntaxKind::Error);
    error->message = message;
    attach(error);
}

/// Gives a finished node to the collection that is open around it.
void Parser::attach(SyntaxNode *node)
{
    SyntaxNode *parent = top();
    if (!parent) {
        m_composer.take(node);
        return;
    }
    if (node->kind == SyntaxKind::BlockScalar)
        node->indent = parent->kind == SyntaxKind::Document || parent->kind == SyntaxKind::DocumentEnd ? 0 : parent->indent;
    else if (node->kind == SyntaxKind::FlowCollection && parent->kind == SyntaxKind::Document)
        node->indent = 0;
    if (node->kind == SyntaxKind::FlowCollection)
        mendFlowSequence(node);
    switch (parent->kind) {
    case SyntaxKind::Document:
        parent->value = node;
        break;
    case SyntaxKind::BlockScalar:
        parent->start.push(m_arena, {node->offset, node->sourceLength, node->indent, TokenType::Unknown});
        break;
    case SyntaxKind::BlockMap: {
        SyntaxItem &item = parent->items.last();
        if (item.value) {
            SyntaxItem next;
            keyIs(next, node);
            pushItem(parent, next);
            m_onKeyLine = true;
            return;
        }
        if (!item.hasSep) {
            keyIs(item, node);
            m_onKeyLine = !item.isExplicitKey;
            return;
        }
        item.value = node;
        break;
    }
    case SyntaxKind::BlockSequence:
        if (parent->items.last().value) {
            SyntaxItem next;
            next.value = node;
            pushItem(parent, next);
        } else {
            parent->items.last().value = node;
        }
        break;
    case SyntaxKind::FlowCollection:
        if (parent->items.isEmpty() || parent->items.last().value) {
            SyntaxItem next;
            keyIs(next, node);
            pushItem(parent, next);
        } else if (parent->items.last().hasSep) {
            parent->items.last().value = node;
        } else {
            keyIs(parent->items.last(), node);
        }
        return;
    default:
        pop();
        attach(node);
        parent = nullptr;
    }
    if (parent && isBlockCollection(node)
        && (parent->kind == SyntaxKind::Document || isBlockCollection(parent)))
        handUpTrailingSpace(parent, node);
}

/// Comments and empty lines at the end of a collection belong to the one around it.
void Parser::handUpTrailingSpace(SyntaxNode *parent, SyntaxNode *node)
{
    if (node->items.isEmpty())
        return;
    const SyntaxItem &last = node->items.last();
    if (last.hasSep || last.value || last.start.isEmpty()
        || !last.start.hasOnly(TokenType::Space, TokenType::Comment, TokenType::Newline))
        return;
    if (node->indent != 0 && last.start.has(TokenType::Comment)) {
        for (const Token &token : last.start) {
            if (token.type == TokenType::Comment && token.indent >= node->indent)
                return;
        }
    }
    if (parent->kind == SyntaxKind::Document) {
        parent->end = last.start;
        parent->hasEnd = true;
    } else {
        SyntaxItem next;
        next.start = last.start;
        pushItem(parent, next);
    }
    node->items.truncate(node->items.size() - 1);
}

void Parser::inStream()
{
    switch (m_type) {
    case TokenType::Directive:
        m_composer.directive(token());
        return;
    case TokenType::ByteOrderMark:
    case TokenType::Space:
    case TokenType::Comment:
    case TokenType::Newline:
        return;
    case TokenType::DocumentMode:
    case TokenType::DocumentStart: {
        SyntaxNode *document = makeNode(SyntaxKind::Document);
        if (m_type == TokenType::DocumentStart)
            document->start.push(m_arena, token());
        push(document);
        return;
    }
    default:
        m_composer.streamError(token(), "Nothing but comments may follow `...`: begin the next document with `---`");
    }
}

void Parser::inDocument(SyntaxNode *document)
{
    if (document->value)
        return lineEnd(document);
    switch (m_type) {
    case TokenType::DocumentStart:
        if (!document->start.hasOnly(TokenType::Space, TokenType::Comment, TokenType::Newline))
            return popAndStep();
        document->start.push(m_arena, token());
        return;
    case TokenType::Anchor:
    case TokenType::Tag:
    case TokenType::Space:
    case TokenType::Comment:
    case TokenType::Newline:
        document->start.push(m_arena, token());
        return;
    default:
        break;
    }
    if (SyntaxNode *value = startBlockValue(document))
        push(value);
    else
        m_composer.streamError(token(), "This does not belong here: a bracket is closed that was never opened");
}

void Parser::inScalar(SyntaxNode *scalar)
{
    if (m_type != TokenType::MapValue)
        return lineEnd(scalar);
    SyntaxItem item;
    item.start = takeFirstKeyStart(previousProperties(top(2)));
    item.sep = scalar->end;
    item.sep.push(m_arena, token());
    item.key = scalar;
    item.hasSep = true;
    scalar->end = {};
    scalar->hasEnd = false;
    SyntaxNode *map = makeMap(item);
    map->offset = scalar->offset;
    map->indent = scalar->indent;
    m_onKeyLine = true;
    m_stack.back() = map;
}

void Parser::inBlockScalar(SyntaxNode *scalar)
{
    switch (m_type) {
    case TokenType::Space:
    case TokenType::Comment:
    case TokenType::Newline:
        scalar->start.push(m_arena, token());
        return;
    case TokenType::Plain:
        scalar->sourceOffset = m_offset;
        scalar->sourceLength = m_length;
        m_atNewLine = true; // the text of a block scalar takes its last line feed with it
        m_indent = 0;
        return pop();
    default:
        popAndStep();
    }
}

void Parser::inBlockSequence(SyntaxNode *sequence)
{
    SyntaxItem &item = sequence->items.last();
    switch (m_type) {
    case TokenType::Newline:
        if (!item.value)
            item.start.push(m_arena, token());
        else if (item.value->hasEnd && !item.value->end.isEmpty() && item.value->end.last().type == TokenType::Comment)
            item.value->end.push(m_arena, token());
        else
            pushStart(sequence);
        return;
    case TokenType::Space:
    case TokenType::Comment:
        if (item.value)
            pushStart(sequence);
        else if (!takeIndentedComment(sequence))
            item.start.push(m_arena, token());
        return;
    case TokenType::Anchor:
    case TokenType::Tag:
        if (item.value || m_indent <= sequence->indent)
            break;
        item.start.push(m_arena, token());
        return;
    case TokenType::SequenceItem:
        if (m_indent != sequence->indent)
            break;
        if (item.value || item.start.has(TokenType::SequenceItem))
            pushStart(sequence);
        else
            item.start.push(m_arena, token());
        return;
    default:
        break;
    }
    if (m_indent > sequence->indent) {
        if (SyntaxNode *value = startBlockValue(sequence))
            return push(value);
    }
    popAndStep();
}

void Parser::inDocumentEnd(SyntaxNode *documentEnd)
{
    if (m_type == TokenType::DocumentMode)
        return;
    documentEnd->end.push(m_arena, token());
    if (m_type == TokenType::Newline)
        pop();
}

/// Behind a complete value: what is not white space or a comment ends it, or is wrong.
void Parser::lineEnd(SyntaxNode *node)
{
    switch (m_type) {
    case TokenType::Comma:
    case TokenType::DocumentStart:
    case TokenType::DocumentEnd:
    case TokenType::FlowSequenceEnd:
    case TokenType::FlowMapEnd:
    case TokenType::MapValue:
        return popAndStep();
    case TokenType::Newline:
        m_onKeyLine = false;
        [[fallthrough]];
    default:
        node->end.push(m_arena, token());
        node->hasEnd = true;
        if (m_type == TokenType::Newline)
            pop();
    }
}

SyntaxNode *Parser::makeNode(SyntaxKind kind)
{
    SyntaxNode *node = m_arena.make<SyntaxNode>();
    node->kind = kind;
    node->offset = node->sourceOffset = m_offset;
    node->sourceLength = m_length;
    node->indent = m_indent;
    return node;
}

SyntaxNode *Parser::makeScalar()
{
    return makeNode(scalarKind(m_type));
}

SyntaxNode *Parser::makeMap(const SyntaxItem &item)
{
    SyntaxNode *map = makeNode(SyntaxKind::BlockMap);
    map->items.push(m_arena, item);
    return map;
}

/// A pair whose key is empty: it begins with the `:` that is the current token.
SyntaxItem Parser::valueItem(const TokenList &start)
{
    SyntaxItem item;
    item.start = start;
    item.hasSep = true;
    item.sep.push(m_arena, token());
    return item;
}

void Parser::pushStart(SyntaxNode *collection)
{
    SyntaxItem item;
    item.start.push(m_arena, token());
    pushItem(collection, item);
}

void Parser::keyIs(SyntaxItem &item, SyntaxNode *key)
{
    item.key = key;
    item.hasSep = true;
    item.sep = {};
}

SyntaxNode *Parser::startBlockValue(SyntaxNode *parent)
{
    switch (m_type) {
    case TokenType::Alias:
    case TokenType::Plain:
    case TokenType::SingleQuoted:
    case TokenType::DoubleQuoted:
        return makeScalar();
    case TokenType::BlockHeader: {
        SyntaxNode *scalar = makeNode(SyntaxKind::BlockScalar);
        scalar->start.push(m_arena, token());
        scalar->sourceLength = 0;
        return scalar;
    }
    case TokenType::FlowMapStart:
    case TokenType::FlowSequenceStart: {
        SyntaxNode *flow = makeNode(SyntaxKind::FlowCollection);
        flow->isFlowMap = m_type == TokenType::FlowMapStart;
        flow->hasEnd = true;
        return flow;
    }
    case TokenType::SequenceItem: {
        SyntaxNode *sequence = makeNode(SyntaxKind::BlockSequence);
        pushStart(sequence);
        return sequence;
    }
    case TokenType::ExplicitKey: {
        m_onKeyLine = true;
        SyntaxItem item;
        item.start = takeFirstKeyStart(previousProperties(parent));
        item.start.push(m_arena, token());
        item.isExplicitKey = true;
        return makeMap(item);
    }
    case TokenType::MapValue:
        m_onKeyLine = true;
        return makeMap(valueItem(takeFirstKeyStart(previousProperties(parent))));
    default:
        return nullptr;
    }
}

TokenList *Parser::previousProperties(SyntaxNode *parent)
{
    switch (parent->kind) {
    case SyntaxKind::Document:
        return &parent->start;
    case SyntaxKind::BlockMap:
        return parent->items.last().hasSep ? &parent->items.last().sep : &parent->items.last().start;
    case SyntaxKind::BlockSequence:
        return &parent->items.last().start;
    default:
        return nullptr;
    }
}

/// Anchors and tags on the line of a mapping's first key are the key's, not the mapping's.
TokenList Parser::takeFirstKeyStart(TokenList *previous)
{
    if (!previous || previous->isEmpty())
        return {};
    uint32_t i = previous->size();
    while (i > 0) {
        const TokenType type = (*previous)[i - 1].type;
        if (type == TokenType::DocumentStart || type == TokenType::ExplicitKey || type == TokenType::MapValue
            || type == TokenType::SequenceItem || type == TokenType::Newline)
            break;
        --i;
    }
    while (i < previous->size() && (*previous)[i].type == TokenType::Space)
        ++i;
    return i < previous->size() ? previous->split(m_arena, i) : TokenList{};
}

/// A comment that is indented further than the collection belongs to the item before it.
bool Parser::takeIndentedComment(SyntaxNode *collection)
{
    SyntaxItem &item = collection->items.last();
    if (m_type != TokenType::Comment || m_indent <= collection->indent
        || !item.start.hasOnly(TokenType::Newline, TokenType::Space) || collection->items.size() < 2)
        return false;
    SyntaxNode *previous = collection->items[collection->items.size() - 2].value;
    if (!previous || !previous->hasEnd)
        return false;
    previous->end.append(m_arena, item.start);
    previous->end.push(m_arena, token());
    collection->items.truncate(collection->items.size() - 1);
    return true;
}

} // namespace callboard::catalog::yaml
