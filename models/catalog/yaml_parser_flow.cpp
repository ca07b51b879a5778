// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the parser that is within brackets.
#include "models/catalog/yaml_parser.h"

namespace callboard::catalog::yaml {

namespace {

bool isFlowScalarType(TokenType type)
{
    return type == TokenType::Alias || type == TokenType::Plain || type == TokenType::SingleQuoted
        || type == TokenType::DoubleQuoted;
}

bool isFlowScalar(const SyntaxNode *node)
{
    return node->kind == SyntaxKind::Alias || node->kind == SyntaxKind::Plain
        || node->kind == SyntaxKind::SingleQuoted || node->kind == SyntaxKind::DoubleQuoted;
}

bool isFlowNode(const SyntaxNode *node)
{
    return node && (isFlowScalar(node) || node->kind == SyntaxKind::FlowCollection);
}

} // namespace

void Parser::inFlowCollection(SyntaxNode *flow)
{
    if (m_type == TokenType::FlowErrorEnd) {
        do {
            pop();
        } while (top() && top()->kind == SyntaxKind::FlowCollection);
    } else if (!flow->end.isEmpty()) {
        inClosedFlowCollection(flow);
    } else if (!inOpenFlowCollection(flow)) {
        popAndStep();
    }
}

bool Parser::inOpenFlowCollection(SyntaxNode *flow)
{
    SyntaxItem *item = flow->items.isEmpty() ? nullptr : &flow->items.last();
    switch (m_type) {
    case TokenType::Comma:
    case TokenType::ExplicitKey:
        if (!item || item->hasSep)
            pushStart(flow);
        else
            item->start.push(m_arena, token());
        return true;
    case TokenType::MapValue:
        if (!item || item->value)
            pushItem(flow, valueItem({}));
        else if (item->hasSep)
            item->sep.push(m_arena, token());
        else {
            keyIs(*item, nullptr);
            item->sep.push(m_arena, token());
        }
        return true;
    case TokenType::Space:
    case TokenType::Comment:
    case TokenType::Newline:
    case TokenType::Anchor:
    case TokenType::Tag:
        if (!item || item->value)
            pushStart(flow);
        else if (item->hasSep)
            item->sep.push(m_arena, token());
        else
            item->start.push(m_arena, token());
        return true;
    case TokenType::FlowMapEnd:
    case TokenType::FlowSequenceEnd:
        flow->end.push(m_arena, token());
        return true;
    default:
        break;
    }
    if (isFlowScalarType(m_type)) {
        SyntaxNode *scalar = makeScalar();
        if (!item || item->value) {
            SyntaxItem next;
            keyIs(next, scalar);
            pushItem(flow, next);
        } else if (item->hasSep) {
            push(scalar);
        } else {
            keyIs(*item, scalar);
        }
        return true;
    }
    SyntaxNode *value = startBlockValue(flow);
    if (value)
        push(value);
    return value;
}

void Parser::inClosedFlowCollection(SyntaxNode *flow)
{
    SyntaxNode *parent = top(2);
    const bool isValueInd = m_type == TokenType::MapValue;
    if (parent->kind == SyntaxKind::BlockMap
        && ((isValueInd && parent->indent == flow->indent)
            || (m_type == TokenType::Newline && !parent->items.last().hasSep)))
        return popAndStep();
    if (!isValueInd || parent->kind == SyntaxKind::FlowCollection)
        return lineEnd(flow);
    SyntaxItem item;
    item.start = takeFirstKeyStart(previousProperties(parent));
    mendFlowSequence(flow);
    item.sep = flow->end.split(m_arena, 1);
    item.sep.push(m_arena, token());
    item.key = flow;
    item.hasSep = true;
    SyntaxNode *map = makeMap(item);
    map->offset = flow->offset;
    map->indent = flow->indent;
    m_onKeyLine = true;
    m_stack.back() = map;
}

/// In `[a, b]` what was taken for a key without a value is the value.
void Parser::mendFlowSequence(SyntaxNode *flow)
{
    if (flow->isFlowMap)
        return;
    for (SyntaxItem &item : flow->items) {
        if (!item.hasSep || item.value || item.start.has(TokenType::ExplicitKey) || item.sep.has(TokenType::MapValue))
            continue;
        item.value = item.key;
        item.key = nullptr;
        if (isFlowNode(item.value)) {
            item.value->end.append(m_arena, item.sep);
            item.value->hasEnd = true;
        } else {
            item.start.append(m_arena, item.sep);
        }
        item.hasSep = false;
        item.sep = {};
    }
}

bool containsNewline(const Text &text, SyntaxNode *node)
{
    if (!node)
        return false;
    if (isFlowScalar(node))
        return text.view(node->sourceOffset, node->sourceLength).contains('\n') || node->end.has(TokenType::Newline);
    if (node->kind != SyntaxKind::FlowCollection)
        return true;
    if (node->spansLines < 0) {
        node->spansLines = 0;
        for (SyntaxItem &item : node->items) {
            if (item.start.has(TokenType::Newline) || item.sep.has(TokenType::Newline)
                || containsNewline(text, item.key) || containsNewline(text, item.value)) {
                node->spansLines = 1;
                break;
            }
        }
    }
    return node->spansLines == 1;
}

} // namespace callboard::catalog::yaml
