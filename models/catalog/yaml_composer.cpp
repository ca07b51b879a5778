// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/yaml_composer.h"

#include "models/catalog/yaml_json.h"

namespace callboard::catalog::yaml {

using namespace Qt::StringLiterals;

namespace {

/// Syntax and meaning of one document; npm's `yaml` takes several times this for the same text.
constexpr size_t maxMemory = size_t(384) * 1024 * 1024;

bool isScalarSyntax(SyntaxKind kind)
{
    return kind == SyntaxKind::Plain || kind == SyntaxKind::SingleQuoted || kind == SyntaxKind::DoubleQuoted
        || kind == SyntaxKind::BlockScalar;
}

} // namespace

Composer::Composer(const Text &text, const YamlLimits &limits, std::vector<YamlDocument> &documents, Arena &arena)
    : m_text(text)
    , m_limits(limits)
    , m_documents(documents)
    , m_arena(arena)
{
}

void Composer::directive(const Token &token)
{
    m_directives.add(m_text.view(token.offset, token.length), [&](uint32_t offset, const QString &message) {
        m_errors.report(token.offset + offset, message);
    });
    m_atDirectives = true;
}

void Composer::streamError(const Token &token, const char *message)
{
    if (m_atDirectives || m_documents.empty())
        m_errors.report(token.offset, QString::fromUtf8(message));
    else
        spoil(m_documents.back(), {QString::fromUtf8(message), m_text.position(token.offset)});
}

void Composer::take(SyntaxNode *node)
{
    if (node->kind == SyntaxKind::Document)
        takeDocument(node);
    else if (node->kind == SyntaxKind::DocumentEnd)
        takeDocumentEnd(node);
    else
        m_errors.report(node->offset, u"This does not belong here"_s);
}

void Composer::takeDocument(SyntaxNode *node)
{
    const Directives directives = m_directives.atDocument();
    YamlDocument &document = m_documents.emplace_back();
    document.start = m_text.position(node->value ? node->value->offset : node->offset);
    if (auto error = m_limitError.take(m_text)) {
        m_errors.take(m_text);
        document.error = std::move(error);
        m_atDirectives = false;
        return;
    }
    DocumentComposer composer(m_text, m_arena, directives, m_errors);
    const Node *root = composer.compose(node);
    document.start = m_text.position(root->start);
    if (m_atDirectives && !composer.hasStartMarker())
        m_errors.report(node->offset, u"A `---` line must stand between the directives (%) and the document"_s);
    m_atDirectives = false;
    document.error = m_errors.take(m_text);
    if (!document.error)
        toJson(document, root, m_text, m_limits, directives.isVersion11());
}

void Composer::takeDocumentEnd(const SyntaxNode *node)
{
    if (m_documents.empty()) {
        m_errors.report(node->offset, u"There is no document that `...` could end: leave it out"_s);
        return;
    }
    DocumentComposer::checkEnd(node->end, node->offset + node->sourceLength, true, m_errors);
    giveErrorsToLast();
}

void Composer::giveErrorsToLast()
{
    if (auto error = m_errors.take(m_text); error && !m_documents.empty())
        spoil(m_documents.back(), std::move(*error));
}

void Composer::spoil(YamlDocument &document, YamlError error)
{
    if (document.error)
        return;
    document.error = std::move(error);
    document.value = QJsonValue(QJsonValue::Undefined);
    document.places = {};
}

bool Composer::isOverLimits(size_t depth, uint32_t offset)
{
    if (depth > size_t(m_limits.maxDepth)) {
        m_limitError.report(offset, u"Nested more than %1 levels deep: write it flatter"_s.arg(m_limits.maxDepth));
        return true;
    }
    if (m_arena.used() > maxMemory) {
        m_limitError.report(offset, u"This document holds too many values to be read: split it with `---`"_s);
        return true;
    }
    return false;
}

void Composer::finish()
{
    giveErrorsToLast();
}

DocumentComposer::DocumentComposer(const Text &text, Arena &arena, const Directives &directives, FirstError &errors)
    : m_text(text)
    , m_arena(arena)
    , m_directives(directives)
    , m_errors(errors)
    , m_isVersion11(directives.isVersion11())
{
}

Node *DocumentComposer::compose(SyntaxNode *document)
{
    SyntaxNode *value = document->value;
    const Properties found = properties(document->start,
        {.indicator = TokenType::DocumentStart, .next = Following(value, document->end), .offset = document->offset,
         .startsOnNewline = true});
    if (found.found) {
        m_hasStartMarker = true;
        if (isBlockCollection(value) && !found.hasNewline)
            fail(found.end, u"A mapping or list may not begin on the line of `---`: begin it on the next line"_s);
    }
    Node *root = value ? node(value, found) : emptyNode(found.end, &document->start, found);
    checkEnd(document->end, root->end, false, m_errors);
    return root;
}

uint32_t DocumentComposer::checkEnd(const TokenList &end, uint32_t offset, bool needsSpace, FirstError &errors)
{
    bool hasSpace = false;
    for (const Token &token : end) {
        switch (token.type) {
        case TokenType::Space:
        case TokenType::Newline:
            hasSpace = true;
            break;
        case TokenType::Comment:
            if (needsSpace && !hasSpace)
                errors.report(token.offset, u"A comment must be separated from what is before it: write a space before `#`"_s);
            break;
        default:
            errors.report(token.offset, u"Nothing but a comment may follow a complete value: quote the whole value, or begin a new line"_s);
        }
        offset += token.length;
    }
    return offset;
}

Following::Following(const SyntaxNode *node)
    : exists(node)
{
    if (!node)
        return;
    isBlock = isBlockCollection(node);
    isFlow = node->kind == SyntaxKind::FlowCollection;
    mayTouch = node->kind == SyntaxKind::Plain && node->sourceLength == 0;
    offset = node->offset;
}

Following::Following(const SyntaxNode *node, const TokenList &tokens)
    : Following(node)
{
    if (node || tokens.isEmpty())
        return;
    const Token &token = tokens[0];
    exists = true;
    mayTouch = token.type == TokenType::Space || token.type == TokenType::Newline || token.type == TokenType::Comma;
    offset = token.offset;
}

Node *DocumentComposer::node(SyntaxNode *syntax, const Properties &found)
{
    Node *result = nullptr;
    if (syntax->kind == SyntaxKind::Alias) {
        result = alias(syntax);
        if (found.anchor || found.tag)
            fail(syntax->offset, u"An alias (*) cannot have an anchor or a tag: put them where the anchor (&) is"_s);
    } else if (isScalarSyntax(syntax->kind)) {
        result = scalar(syntax, found.tag);
        setAnchor(result, found.anchor);
    } else if (syntax->kind == SyntaxKind::Error) {
        fail(syntax->offset, QString::fromUtf8(syntax->message));
        result = emptyNode(syntax->offset, nullptr, found);
    } else {
        result = collection(syntax, found);
        setAnchor(result, found.anchor);
    }
    return result;
}

/// The place of a value that is not written: behind what is there, before the line's end.
Node *DocumentComposer::emptyNode(uint32_t offset, const TokenList *before, const Properties &found)
{
    for (uint32_t i = before ? before->size() : 0; i > 0; --i) {
        const Token &token = (*before)[i - 1];
        if (token.type != TokenType::Space && token.type != TokenType::Comment && token.type != TokenType::Newline) {
            for (uint32_t k = i; k < before->size() && (*before)[k].type == TokenType::Space; ++k)
                offset += (*before)[k].length;
            break;
        }
        offset -= token.length;
    }
    SyntaxNode *syntax = m_arena.make<SyntaxNode>();
    syntax->kind = SyntaxKind::Plain;
    syntax->offset = syntax->sourceOffset = offset;
    Node *result = scalar(syntax, found.tag);
    setAnchor(result, found.anchor);
    if (found.hasComment)
        result->end = found.end;
    return result;
}

void DocumentComposer::setAnchor(Node *node, const Token *anchor)
{
    if (!anchor)
        return;
    node->anchor = m_text.view(anchor->offset + 1, anchor->length - 1);
    if (node->anchor.empty())
        fail(anchor, u"An anchor needs a name: write it directly behind `&`, or quote the value"_s);
}

Node *DocumentComposer::alias(const SyntaxNode *syntax)
{
    Node *result = m_arena.make<Node>();
    result->kind = ValueKind::Alias;
    result->text = m_text.view(syntax->sourceOffset + 1, syntax->sourceLength - 1);
    if (result->text.empty())
        fail(syntax->offset, u"An alias needs a name: write it directly behind `*`, or quote the value"_s);
    result->start = syntax->offset;
    result->end = checkEnd(syntax->end, syntax->offset + syntax->sourceLength, true, m_errors);
    return result;
}

std::string DocumentComposer::tagName(const Token *tag)
{
    if (!tag)
        return {};
    return m_directives.tagName(m_text.view(tag->offset, tag->length), [&](const QString &message) { fail(tag, message); });
}

Node *DocumentComposer::scalar(const SyntaxNode *syntax, const Token *tag)
{
    const bool isBlock = syntax->kind == SyntaxKind::BlockScalar;
    Node *result = isBlock ? blockScalar(syntax) : m_arena.make<Node>();
    if (!isBlock) {
        result->style = syntax->kind == SyntaxKind::SingleQuoted ? ScalarStyle::SingleQuoted
            : syntax->kind == SyntaxKind::DoubleQuoted ? ScalarStyle::DoubleQuoted : ScalarStyle::Plain;
        result->text = scalarText(syntax);
        result->start = syntax->offset;
        result->end = checkEnd(syntax->end, syntax->offset + syntax->sourceLength, true, m_errors);
    }
    result->kind = ValueKind::String;
    const std::string name = tagName(tag);
    if (name.empty()) {
        if (syntax->kind == SyntaxKind::Plain)
            resolvePlain(*result, m_isVersion11, m_isKey);
        return result;
    }
    result->tag = m_arena.copy(name);
    if (name != "!" && !resolveTagged(*result, name, m_isVersion11, m_arena))
        fail(tag, u"The tag does not fit the value: write a date as 2026-01-31, or leave the tag out"_s);
    return result;
}

Properties DocumentComposer::properties(const TokenList &tokens, const PropertiesQuery &query)
{
    Properties result;
    bool atNewline = query.startsOnNewline;
    bool hasSpace = query.startsOnNewline;
    bool needsSpace = false;
    const Token *tab = nullptr;
    const Token *first = nullptr;
    const auto touching = u"An anchor or a tag must be followed by a space"_s;
    const auto tabbed = u"Tabs are not allowed as indentation: use spaces"_s;
    for (const Token &token : tokens) {
        if (needsSpace) {
            if (token.type != TokenType::Space && token.type != TokenType::Newline && token.type != TokenType::Comma)
                fail(token.offset, touching);
            needsSpace = false;
        }
        if (tab) {
            if (atNewline && token.type != TokenType::Comment && token.type != TokenType::Newline)
                fail(tab, tabbed);
            tab = nullptr;
        }
        switch (token.type) {
        case TokenType::Space:
            if (!query.flow && (query.indicator != TokenType::DocumentStart || !query.next.isFlow)
                && m_text.view(token.offset, token.length).contains('\t'))
                tab = &token;
            hasSpace = true;
            continue;
        case TokenType::Comment:
            if (!hasSpace)
                fail(&token, u"A comment must be separated from what is before it: write a space before `#`"_s);
            result.hasComment = true;
            atNewline = false;
            continue;
        case TokenType::Newline:
            atNewline = true;
            result.hasNewline = true;
            if (result.anchor || result.tag)
                result.newlineAfter = &token;
            hasSpace = true;
            continue;
        case TokenType::Anchor:
        case TokenType::Tag: {
            const bool isTag = token.type == TokenType::Tag;
            const Token *&place = isTag ? result.tag : result.anchor;
            if (place)
                fail(&token, isTag ? u"A value can have one tag (!): take one out"_s : u"A value can have one anchor (&): take one out"_s);
            place = &token;
            if (!first)
                first = &token;
            needsSpace = true;
            break;
        }
        default:
            indicatorProperty(token, query, result);
            atNewline = token.type == query.indicator
                && (query.indicator == TokenType::SequenceItem || query.indicator == TokenType::ExplicitKey);
            hasSpace = false;
            continue;
        }
        atNewline = false;
        hasSpace = false;
    }
    result.end = tokens.isEmpty() ? query.offset : tokens.last().end();
    result.start = first ? first->offset : result.end;
    if (needsSpace && query.next.exists && !query.next.mayTouch)
        fail(query.next.offset, touching);
    if (tab && ((atNewline && tab->indent <= query.parentIndent) || query.next.isBlock))
        fail(tab, tabbed);
    return result;
}

void DocumentComposer::indicatorProperty(const Token &token, const PropertiesQuery &query, Properties &result)
{
    const auto source = [&] { return QString::fromUtf8(m_text.view(token.offset, token.length)); };
    if (token.type == query.indicator) {
        if (result.anchor || result.tag)
            fail(&token, u"Anchors and tags must stand behind the `%1`"_s.arg(source()));
        if (result.found)
            fail(&token, u"There is one `%1` too many here"_s.arg(source()));
        result.found = &token;
    } else if (token.type == TokenType::Comma && query.flow) {
        if (result.comma)
            fail(&token, u"There is one `,` too many here"_s);
        result.comma = &token;
    } else if (token.type == TokenType::Comma || token.type == TokenType::Unknown) {
        fail(&token, u"This does not belong here: quote the value"_s);
    } else {
        fail(&token, u"`%1` does not belong here: quote the value if it is text"_s.arg(source()));
    }
}

} // namespace callboard::catalog::yaml
