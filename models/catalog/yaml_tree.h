// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/yaml_text.h"

namespace callboard::catalog::yaml {

enum class TokenType : uint8_t {
    Space,
    Comment,
    Newline,
    DocumentStart,
    DocumentEnd,
    DocumentMode, ///< No text: the next token is the content of a document.
    FlowErrorEnd, ///< No text: a flow collection that its indentation ends.
    SequenceItem,
    ExplicitKey,
    MapValue,
    FlowMapStart,
    FlowMapEnd,
    FlowSequenceStart,
    FlowSequenceEnd,
    Comma,
    Anchor,
    Tag,
    Alias,
    Plain,
    SingleQuoted,
    DoubleQuoted,
    BlockHeader,
    Directive,
    ByteOrderMark,
    Unknown,
};

struct Token {
    uint32_t offset = 0;
    uint32_t length = 0;
    int32_t indent = 0;
    TokenType type = TokenType::Unknown;

    uint32_t end() const { return offset + length; }
};

/// Tokens beside a node, with a set of the types in it: whether a list holds a type is asked for
/// every token, and some lists are as long as the text.
class TokenList final {
public:
    bool isEmpty() const { return m_tokens.isEmpty(); }
    uint32_t size() const { return m_tokens.size(); }
    const Token &operator[](size_t index) const { return m_tokens[index]; }
    const Token &last() const { return m_tokens.last(); }
    const Token *begin() const { return m_tokens.begin(); }
    const Token *end() const { return m_tokens.end(); }
    bool has(TokenType type) const { return m_types & bit(type); }
    /// Whether there is nothing in it but what is named.
    template<class... Types>
    bool hasOnly(Types... types) const
    {
        return !(m_types & ~(bit(types) | ...));
    }
    void push(Arena &arena, const Token &token)
    {
        m_tokens.push(arena, token);
        m_types |= bit(token.type);
    }
    void append(Arena &arena, const TokenList &other)
    {
        for (const Token &token : other)
            push(arena, token);
    }
    /// Takes off everything from `index` on.
    TokenList split(Arena &arena, uint32_t index);

private:
    static uint32_t bit(TokenType type) { return 1u << uint32_t(type); }

    Sequence<Token> m_tokens;
    uint32_t m_types = 0;
};

struct SyntaxNode;

/// A pair of a mapping, or an item of a sequence (then only `start` and `value`).
struct SyntaxItem {
    TokenList start; ///< Before the key or value.
    TokenList sep; ///< Between key and value.
    SyntaxNode *key = nullptr;
    SyntaxNode *value = nullptr;
    bool hasSep = false; ///< Key and value are told apart already; `sep` may still be empty.
    bool isExplicitKey = false;
};

enum class SyntaxKind : uint8_t {
    Alias,
    Plain,
    SingleQuoted,
    DoubleQuoted,
    BlockScalar,
    BlockMap,
    BlockSequence,
    FlowCollection,
    Document,
    DocumentEnd,
    Error,
};

/// What the text says, before it is asked what it means.
struct SyntaxNode {
    SyntaxKind kind = SyntaxKind::Error;
    bool hasEnd = false;
    bool isFlowMap = false; ///< Of a flow collection: `{` rather than `[`.
    int8_t spansLines = -1; ///< Remembered by containsNewline(); -1 is not known yet.
    int32_t indent = 0;
    uint32_t offset = 0;
    uint32_t sourceOffset = 0; ///< Of the text of a scalar; for block scalars behind the header.
    uint32_t sourceLength = 0;
    TokenList end; ///< What follows on the line; for flow collections from the closing bracket on.
    TokenList start; ///< Of a document: its properties. Of a block scalar: its header.
    Sequence<SyntaxItem> items;
    SyntaxNode *value = nullptr; ///< Of a document.
    const char *message = nullptr; ///< Of an error.
};

inline bool isBlockCollection(const SyntaxNode *node)
{
    return node && (node->kind == SyntaxKind::BlockMap || node->kind == SyntaxKind::BlockSequence);
}

/// Whether a key reaches over a line's end: then it must be explicit.
bool containsNewline(const Text &text, SyntaxNode *node);

} // namespace callboard::catalog::yaml
