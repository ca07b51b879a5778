// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/yaml_node.h"
#include "models/catalog/yaml_schema.h"
#include "models/catalog/yaml_tree.h"

#include <string>

namespace callboard::catalog::yaml {

/// Makes documents of what the parser hands over, and gives each error to the document it is of.
class Composer final {
public:
    Composer(const Text &text, const YamlLimits &limits, std::vector<YamlDocument> &documents, Arena &arena);

    void directive(const Token &token);
    void streamError(const Token &token, const char *message);
    /// A document or the end of one.
    void take(SyntaxNode *node);
    bool isOverLimits(size_t depth, uint32_t offset);
    void finish();

private:
    void takeDocument(SyntaxNode *node);
    void takeDocumentEnd(const SyntaxNode *node);
    void giveErrorsToLast();
    void spoil(YamlDocument &document, YamlError error);

    const Text &m_text;
    const YamlLimits &m_limits;
    std::vector<YamlDocument> &m_documents;
    Arena &m_arena;
    Directives m_directives;
    FirstError m_errors;
    FirstError m_limitError;
    bool m_atDirectives = false;
};

/// What stands beside a node: its properties, and where they end.
struct Properties {
    const Token *found = nullptr; ///< The indicator that was looked for.
    const Token *comma = nullptr;
    const Token *anchor = nullptr;
    const Token *tag = nullptr;
    const Token *newlineAfter = nullptr;
    bool hasNewline = false;
    bool hasComment = false;
    uint32_t start = 0;
    uint32_t end = 0;
};

/// What comes behind properties.
struct Following {
    Following() = default;
    explicit Following(const SyntaxNode *node);
    /// The node, or when there is none the first token of a list.
    Following(const SyntaxNode *node, const TokenList &tokens);

    bool exists = false;
    bool isBlock = false;
    bool isFlow = false;
    bool mayTouch = false; ///< May directly follow an anchor or a tag.
    uint32_t offset = 0;
};

struct PropertiesQuery {
    TokenType indicator;
    Following next;
    uint32_t offset;
    int parentIndent = 0;
    bool startsOnNewline = false;
    const char *flow = nullptr; ///< "flow map" or "flow sequence" in one.
};

/// Makes the meaning of one document of its syntax tree.
class DocumentComposer final {
public:
    DocumentComposer(const Text &text, Arena &arena, const Directives &directives, FirstError &errors);

    Node *compose(SyntaxNode *document);
    bool hasStartMarker() const { return m_hasStartMarker; }
    /// Checks white space and comments behind a value; returns where they end.
    static uint32_t checkEnd(const TokenList &end, uint32_t offset, bool needsSpace, FirstError &errors);

private:
    Properties properties(const TokenList &tokens, const PropertiesQuery &query);
    void indicatorProperty(const Token &token, const PropertiesQuery &query, Properties &result);

    Node *node(SyntaxNode *syntax, const Properties &properties);
    Node *emptyNode(uint32_t offset, const TokenList *before, const Properties &properties);
    Node *alias(const SyntaxNode *syntax);
    Node *scalar(const SyntaxNode *syntax, const Token *tag);
    Node *collection(SyntaxNode *syntax, const Properties &properties);
    Node *plainCollection(SyntaxNode *syntax);
    void applyRole(Node *node, CollectionRole role, const Token *tag);
    void checkPairs(Node *node, bool isOrderedMap, const Token *tag);
    std::string tagName(const Token *tag);
    void setAnchor(Node *node, const Token *anchor);

    struct KeySet;
    Node *blockMap(SyntaxNode *map);
    void blockMapItem(SyntaxNode *map, SyntaxItem &item, Node *result, KeySet &keys, uint32_t &offset, uint32_t &commentEnd);
    bool checkBlockMapKey(SyntaxNode *map, SyntaxItem &item, const Properties &key, uint32_t offset, uint32_t &commentEnd);
    Node *blockSequence(SyntaxNode *sequence);
    Node *flowCollection(SyntaxNode *flow);
    bool checkFlowItem(SyntaxNode *flow, size_t index, const Properties &item, uint32_t &offset);
    void flowItem(SyntaxNode *flow, size_t index, Node *result, KeySet &keys, uint32_t &offset);
    void flowPair(SyntaxNode *flow, SyntaxItem &item, const Properties &key, Node *result, KeySet &keys, uint32_t &offset);
    void checkFlowSeparator(const SyntaxNode *flow, const SyntaxItem &item, const Properties &key, const Properties &value);
    void closeFlow(SyntaxNode *flow, Node *result, uint32_t offset, bool wasRoot);
    bool isLongKey(uint32_t start, uint32_t indicator) const;

    std::string_view scalarText(const SyntaxNode *syntax);
    std::string_view unfolded(std::string_view source);
    std::string_view singleQuoted(const SyntaxNode *syntax, std::string_view source);
    std::string_view doubleQuoted(const SyntaxNode *syntax, std::string_view source);
    size_t escape(const SyntaxNode *syntax, std::string_view source, size_t at);
    size_t escapedCode(const SyntaxNode *syntax, std::string_view source, size_t at, size_t length);
    Node *blockScalar(const SyntaxNode *syntax);

    struct BlockHeader {
        bool isFolded = false;
        uint32_t indent = 0;
        char chomp = 0;
        uint32_t length = 0;
    };
    struct BlockLine {
        std::string_view indent;
        std::string_view content;
    };
    BlockHeader blockHeader(const SyntaxNode *syntax);
    void splitLines(std::string_view source);
    std::string_view blockText(const SyntaxNode *syntax, const BlockHeader &header);
    size_t blockIndent(const SyntaxNode *syntax, const BlockHeader &header, size_t chompStart, size_t &contentStart);
    void appendBlockLine(const BlockHeader &header, BlockLine line, size_t trim);

    void fail(uint32_t offset, const QString &message) { m_errors.report(offset, message); }
    void fail(const Token *token, const QString &message) { m_errors.report(token->offset, message); }

    const Text &m_text;
    Arena &m_arena;
    const Directives &m_directives;
    FirstError &m_errors;
    bool m_isVersion11;
    bool m_isKey = false;
    bool m_isRoot = true;
    bool m_hasStartMarker = false;
    std::string m_buffer; ///< Where the text of one scalar is put together.
    std::string m_separator;
    bool m_wasMoreIndented = false;
    std::vector<BlockLine> m_lines;
};

} // namespace callboard::catalog::yaml
