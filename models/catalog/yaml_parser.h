// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/yaml_tree.h"

#include <vector>

namespace callboard::catalog::yaml {

class Composer;

/// Makes syntax trees of tokens and hands each document over when it is whole. It accepts anything:
/// what is wrong is found when the tree is composed, or told to the composer as an error.
class Parser final {
public:
    Parser(const Text &text, Composer &composer, Arena &arena);

    void token(TokenType type, qsizetype offset, qsizetype length);
    /// The text of a plain or block scalar; it may be empty.
    void scalar(qsizetype offset, qsizetype length);
    void end();

private:
    void step();
    void pop();
    void attach(SyntaxNode *node);
    void attachError(const char *message);
    void handUpTrailingSpace(SyntaxNode *top, SyntaxNode *node);
    void push(SyntaxNode *node);
    void popAndStep();

    void inStream();
    void inDocument(SyntaxNode *document);
    void inScalar(SyntaxNode *scalar);
    void inBlockScalar(SyntaxNode *scalar);
    void inBlockMap(SyntaxNode *map);
    bool inBlockMapSpace(SyntaxNode *map);
    bool inBlockMapItem(SyntaxNode *map);
    void inBlockMapProperty(SyntaxNode *map, TokenList start, bool isNextItem);
    void inBlockMapExplicitKey(SyntaxNode *map, TokenList start, bool isNextItem);
    void inBlockMapValue(SyntaxNode *map, TokenList start, bool isNextItem);
    void inBlockMapExplicitValue(SyntaxNode *map, TokenList start, bool isNextItem);
    void inBlockMapScalar(SyntaxNode *map, const TokenList &start, bool isNextItem);
    bool inBlockMapBlock(SyntaxNode *map, const TokenList &start, bool isAtIndent);
    void inBlockSequence(SyntaxNode *sequence);
    void inFlowCollection(SyntaxNode *flow);
    bool inOpenFlowCollection(SyntaxNode *flow);
    void inClosedFlowCollection(SyntaxNode *flow);
    void inDocumentEnd(SyntaxNode *documentEnd);
    void lineEnd(SyntaxNode *node);

    SyntaxNode *startBlockValue(SyntaxNode *parent);
    SyntaxNode *makeNode(SyntaxKind kind);
    SyntaxNode *makeScalar();
    SyntaxNode *makeMap(const SyntaxItem &item);
    SyntaxItem valueItem(const TokenList &start);
    void pushItem(SyntaxNode *collection, const SyntaxItem &item) { collection->items.push(m_arena, item); }
    void pushStart(SyntaxNode *collection);
    void keyIs(SyntaxItem &item, SyntaxNode *key);
    bool takeIndentedComment(SyntaxNode *collection);
    TokenList takeFirstKeyStart(TokenList *previous);
    TokenList *previousProperties(SyntaxNode *parent);
    TokenList takeNextItemStart(SyntaxItem &item, int indent);
    void mendFlowSequence(SyntaxNode *flow);
    bool isOverLimits();

    Token token() const { return {m_offset, m_length, m_indent, m_type}; }
    SyntaxNode *top(size_t depth = 1) const { return m_stack.size() < depth ? nullptr : m_stack[m_stack.size() - depth]; }

    const Text &m_text;
    Composer &m_composer;
    Arena &m_arena;
    std::vector<SyntaxNode *> m_stack;
    uint32_t m_offset = 0;
    uint32_t m_length = 0;
    int32_t m_indent = 0;
    TokenType m_type = TokenType::Unknown;
    bool m_atNewLine = true; ///< Spaces and indicators count as indentation.
    bool m_onKeyLine = false; ///< On the line of a key of a block mapping.
    bool m_isSkipping = false; ///< This document passed a limit: leave the rest of it out.
};

} // namespace callboard::catalog::yaml
