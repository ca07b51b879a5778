// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mappings and lists: from syntax to meaning, with all that can be wrong about them.
#include "models/catalog/yaml_composer.h"

#include <cmath>
#include <unordered_set>

namespace callboard::catalog::yaml {

using namespace Qt::StringLiterals;

namespace {

/// A key as two keys are compared: by type and value. `1` and `"1"` differ, `1` and `0x1` do not.
std::optional<std::string> comparable(const Node *key)
{
    switch (key->kind) {
    case ValueKind::Null:
        return std::string("n");
    case ValueKind::Bool:
        return std::string(key->boolean ? "t" : "f");
    case ValueKind::Number: {
        if (std::isnan(key->number))
            return {};
        const double number = key->number + 0.0; // -0 is 0
        std::string result("#");
        return result.append(reinterpret_cast<const char *>(&number), sizeof number);
    }
    case ValueKind::String:
        return std::string("s").append(key->text);
    default:
        return {}; // never equal to another
    }
}

bool isEqual(const Node *a, const Node *b)
{
    if (a->kind == ValueKind::String && b->kind == ValueKind::String)
        return a->text == b->text;
    if (a->kind != b->kind)
        return false;
    const auto key = comparable(a);
    return key && key == comparable(b);
}

constexpr uint32_t fewKeys = 12;

} // namespace

/// The keys of one mapping so far. Few are compared one by one, many by hash.
struct DocumentComposer::KeySet {
    Sequence<const Node *> few;
    std::unordered_set<std::string> many;

    /// False when there is such a key already.
    bool add(Arena &arena, const Node *key)
    {
        if (few.size() < fewKeys) {
            for (const Node *other : few) {
                if (isEqual(other, key))
                    return false;
            }
            few.push(arena, key);
            if (few.size() == fewKeys) {
                for (const Node *other : few)
                    remember(other);
            }
            return true;
        }
        return remember(key);
    }

private:
    bool remember(const Node *key)
    {
        auto text = comparable(key);
        return !text || many.insert(std::move(*text)).second;
    }
};

/// A `:` may stand at most 1024 characters behind the beginning of its key (YAML 1.2, 7.4.2).
bool DocumentComposer::isLongKey(uint32_t start, uint32_t indicator) const
{
    return indicator > start && indicator - start > 1024 && m_text.utf16Length(start, indicator) > 1024;
}

Node *DocumentComposer::collection(SyntaxNode *syntax, const Properties &found)
{
    const std::string name = tagName(found.tag);
    const Token *last = found.anchor && found.tag ? (found.anchor->offset > found.tag->offset ? found.anchor : found.tag)
                                                  : (found.anchor ? found.anchor : found.tag);
    if (syntax->kind == SyntaxKind::BlockSequence && last
        && (!found.newlineAfter || found.newlineAfter->offset < last->offset))
        fail(last, u"A list must begin on a line of its own behind its anchor or tag"_s);
    Node *result = plainCollection(syntax);
    if (name.empty() || name == "!")
        return result;
    result->tag = m_arena.copy(name);
    const bool isMap = result->kind == ValueKind::Map;
    if (isMap && name == std::string(tagPrefix) + "set")
        applyRole(result, CollectionRole::Set, found.tag);
    else if (!isMap && name == std::string(tagPrefix) + "omap")
        applyRole(result, CollectionRole::OrderedMap, found.tag);
    else if (!isMap && name == std::string(tagPrefix) + "pairs")
        applyRole(result, CollectionRole::Pairs, found.tag);
    return result;
}

Node *DocumentComposer::plainCollection(SyntaxNode *syntax)
{
    switch (syntax->kind) {
    case SyntaxKind::BlockMap: return blockMap(syntax);
    case SyntaxKind::BlockSequence: return blockSequence(syntax);
    default: return flowCollection(syntax);
    }
}

void DocumentComposer::applyRole(Node *node, CollectionRole role, const Token *tag)
{
    node->role = role;
    if (role != CollectionRole::Set)
        return checkPairs(node, role == CollectionRole::OrderedMap, tag);
    for (const Pair &pair : node->pairs) {
        if (pair.value && (pair.value->kind != ValueKind::Null || !pair.value->tag.empty())) {
            fail(tag, u"The keys of a !!set must not have values"_s);
            return;
        }
    }
}

void DocumentComposer::checkPairs(Node *node, bool isOrderedMap, const Token *tag)
{
    std::unordered_set<std::string> seen;
    for (const Node *item : node->items) {
        if (item->kind == ValueKind::Map && item->role != CollectionRole::Set && item->pairs.size() > 1)
            fail(tag, u"Each item of !!pairs or !!omap must be one `key: value`"_s);
        if (!isOrderedMap)
            continue;
        const Node empty;
        const Node *key = item->kind != ValueKind::Map ? item : item->pairs.isEmpty() ? &empty : item->pairs[0].key;
        if (auto text = key->isScalar() ? comparable(key) : std::nullopt; text && !seen.insert(*text).second)
            fail(tag, u"The keys of an !!omap must differ"_s);
    }
}

Node *DocumentComposer::blockMap(SyntaxNode *map)
{
    Node *result = m_arena.make<Node>();
    result->kind = ValueKind::Map;
    m_isRoot = false;
    KeySet keys;
    uint32_t offset = map->offset;
    uint32_t commentEnd = 0;
    for (SyntaxItem &item : map->items)
        blockMapItem(map, item, result, keys, offset, commentEnd);
    if (commentEnd && commentEnd < offset)
        fail(commentEnd, u"A comment may not stand between the parts of a mapping here: move it above them"_s);
    result->start = map->offset;
    result->end = commentEnd ? commentEnd : offset;
    return result;
}

/// False when there is no key at all, only comments.
bool DocumentComposer::checkBlockMapKey(SyntaxNode *map, SyntaxItem &item, const Properties &key, uint32_t offset,
    uint32_t &commentEnd)
{
    const auto misaligned = u"All keys of a mapping must start in the same column: line this one up with the others"_s;
    if (key.found) {
        if (key.found->indent != map->indent)
            fail(offset, misaligned);
        return true;
    }
    if (item.key) {
        if (item.key->kind == SyntaxKind::BlockSequence)
            fail(offset, u"A list cannot be a key: indent its `- ` under the key that it belongs to, or take out what follows it"_s);
        else if (item.key->kind != SyntaxKind::Error && item.key->indent != map->indent)
            fail(offset, misaligned);
    }
    if (!key.anchor && !key.tag && !item.hasSep) {
        commentEnd = key.end;
        return false;
    }
    if (key.newlineAfter || containsNewline(m_text, item.key))
        fail(item.key ? item.key->offset : item.start.last().offset,
            u"A key must be on one line and be followed by `:`: write `key: value`"_s);
    return true;
}

void DocumentComposer::blockMapItem(SyntaxNode *map, SyntaxItem &item, Node *result, KeySet &keys, uint32_t &offset,
    uint32_t &commentEnd)
{
    const Properties key = properties(item.start,
        {.indicator = TokenType::ExplicitKey, .next = Following(item.key, item.sep), .offset = offset,
         .parentIndent = map->indent, .startsOnNewline = true});
    if (!checkBlockMapKey(map, item, key, offset, commentEnd))
        return;
    m_isKey = true;
    Node *keyNode = item.key ? node(item.key, key) : emptyNode(key.end, &item.start, key);
    m_isKey = false;
    if (!keys.add(m_arena, keyNode))
        fail(key.end, u"The keys of a mapping must be unique: remove or rename one of the two"_s);

    const Properties value = properties(item.sep,
        {.indicator = TokenType::MapValue, .next = Following(item.value), .offset = keyNode->end,
         .parentIndent = map->indent, .startsOnNewline = !item.key || item.key->kind == SyntaxKind::BlockScalar});
    offset = value.end;
    if (!value.found) {
        if (!key.found)
            fail(keyNode->start, u"A key must be followed by `:` and a value: write `key: value`"_s);
        result->pairs.push(m_arena, {keyNode, nullptr});
        return;
    }
    if (!key.found) {
        if (item.value && item.value->kind == SyntaxKind::BlockMap && !value.hasNewline)
            fail(offset, u"There can be one `key: value` in a line: quote the value if the second colon is part of it"_s);
        if (isLongKey(key.start, value.found->offset))
            fail(keyNode->start, u"A key may be 1024 characters long: write `? ` before a longer one"_s);
    }
    Node *valueNode = item.value ? node(item.value, value) : emptyNode(offset, &item.sep, value);
    offset = valueNode->end;
    result->pairs.push(m_arena, {keyNode, valueNode});
}

Node *DocumentComposer::blockSequence(SyntaxNode *sequence)
{
    Node *result = m_arena.make<Node>();
    result->kind = ValueKind::Sequence;
    m_isRoot = false;
    m_isKey = false;
    uint32_t offset = sequence->offset;
    uint32_t commentEnd = 0;
    for (SyntaxItem &item : sequence->items) {
        const Properties found = properties(item.start,
            {.indicator = TokenType::SequenceItem, .next = Following(item.value), .offset = offset,
             .parentIndent = sequence->indent, .startsOnNewline = true});
        if (!found.found) {
            if (!found.anchor && !found.tag && !item.value) {
                commentEnd = found.end;
                continue;
            }
            if (item.value && item.value->kind == SyntaxKind::BlockSequence)
                fail(found.end, u"All items of a list must start in the same column: line this `-` up with the others"_s);
            else
                fail(offset, u"An item of a list must begin with `- `"_s);
        }
        Node *valueNode = item.value ? node(item.value, found) : emptyNode(found.end, &item.start, found);
        offset = valueNode->end;
        result->items.push(m_arena, valueNode);
    }
    result->start = sequence->offset;
    result->end = commentEnd ? commentEnd : offset;
    return result;
}

Node *DocumentComposer::flowCollection(SyntaxNode *flow)
{
    Node *result = m_arena.make<Node>();
    result->kind = flow->isFlowMap ? ValueKind::Map : ValueKind::Sequence;
    const bool wasRoot = m_isRoot;
    m_isRoot = false;
    m_isKey = false;
    KeySet keys;
    uint32_t offset = flow->offset + 1;
    for (size_t i = 0; i < flow->items.size(); ++i)
        flowItem(flow, i, result, keys, offset);
    closeFlow(flow, result, offset, wasRoot);
    return result;
}

/// False when there is nothing in the item but comments and commas.
bool DocumentComposer::checkFlowItem(SyntaxNode *flow, size_t index, const Properties &found, uint32_t &offset)
{
    const SyntaxItem &item = flow->items[index];
    const auto extraComma = u"There is one `,` too many here"_s;
    if (!found.found) {
        if (!found.anchor && !found.tag && !item.hasSep && !item.value) {
            if (index == 0 && found.comma)
                fail(found.comma, extraComma);
            else if (index + 1 < flow->items.size())
                fail(found.start, extraComma);
            offset = found.end;
            return false;
        }
        if (!flow->isFlowMap && containsNewline(m_text, item.key))
            fail(item.key->offset, u"A key in a `[…]` list must be on one line"_s);
    }
    if (index == 0 && found.comma)
        fail(found.comma, extraComma);
    if (index > 0 && !found.comma)
        fail(found.start, u"A `,` is missing between two values in brackets: write one, or quote the whole value"_s);
    return true;
}

void DocumentComposer::flowItem(SyntaxNode *flow, size_t index, Node *result, KeySet &keys, uint32_t &offset)
{
    SyntaxItem &item = flow->items[index];
    const Properties found = properties(item.start,
        {.indicator = TokenType::ExplicitKey, .next = Following(item.key, item.sep), .offset = offset,
         .parentIndent = flow->indent, .flow = flow->isFlowMap ? "flow map" : "flow sequence"});
    if (!checkFlowItem(flow, index, found, offset))
        return;
    if (flow->isFlowMap || item.hasSep || found.found)
        return flowPair(flow, item, found, result, keys, offset);
    Node *valueNode = item.value ? node(item.value, found) : emptyNode(found.end, nullptr, found);
    result->items.push(m_arena, valueNode);
    offset = valueNode->end;
    if (isBlockCollection(item.value))
        fail(valueNode->start, u"Within brackets there can only be values in brackets: write `[a, b]` or `{key: value}`"_s);
}

void DocumentComposer::flowPair(SyntaxNode *flow, SyntaxItem &item, const Properties &key, Node *result, KeySet &keys,
    uint32_t &offset)
{
    const auto blockInFlow = u"Within brackets there can only be values in brackets: write `[a, b]` or `{key: value}`"_s;
    m_isKey = true;
    Node *keyNode = item.key ? node(item.key, key) : emptyNode(key.end, &item.start, key);
    if (isBlockCollection(item.key))
        fail(keyNode->start, blockInFlow);
    m_isKey = false;
    const Properties value = properties(item.sep,
        {.indicator = TokenType::MapValue, .next = Following(item.value), .offset = keyNode->end,
         .parentIndent = flow->indent, .flow = flow->isFlowMap ? "flow map" : "flow sequence"});
    checkFlowSeparator(flow, item, key, value);
    Node *valueNode = nullptr;
    if (item.value)
        valueNode = node(item.value, value);
    else if (value.found)
        valueNode = emptyNode(value.end, &item.sep, value);
    if (isBlockCollection(item.value))
        fail(valueNode->start, blockInFlow);
    if (flow->isFlowMap) {
        if (!keys.add(m_arena, keyNode))
            fail(key.end, u"The keys of a mapping must be unique: remove or rename one of the two"_s);
        result->pairs.push(m_arena, {keyNode, valueNode});
    } else {
        Node *single = m_arena.make<Node>();
        single->kind = ValueKind::Map;
        single->start = keyNode->start;
        single->end = (valueNode ? valueNode : keyNode)->end;
        single->pairs.push(m_arena, {keyNode, valueNode});
        result->items.push(m_arena, single);
    }
    offset = valueNode ? valueNode->end : value.end;
}

void DocumentComposer::checkFlowSeparator(const SyntaxNode *flow, const SyntaxItem &item, const Properties &key,
    const Properties &value)
{
    if (!value.found) {
        if (!item.value)
            return;
        const SyntaxNode *node = item.value;
        const bool isText = node->kind != SyntaxKind::FlowCollection && !isBlockCollection(node);
        if (isText && node->sourceLength > 0 && m_text.at(node->sourceOffset) == ':')
            fail(node->offset, u"A space is missing behind `:`"_s);
        else
            fail(value.start, u"A `,` or `:` is missing between two values in brackets: write one, or quote the whole value"_s);
        return;
    }
    if (flow->isFlowMap || key.found)
        return;
    for (const Token &token : item.sep) {
        if (&token == value.found)
            break;
        if (token.type == TokenType::Newline) {
            fail(&token, u"A key in a `[…]` list must be on one line"_s);
            break;
        }
    }
    if (isLongKey(key.start, value.found->offset))
        fail(value.found, u"A key may be 1024 characters long: write `? ` before a longer one"_s);
}

void DocumentComposer::closeFlow(SyntaxNode *flow, Node *result, uint32_t offset, bool wasRoot)
{
    const int bracket = flow->isFlowMap ? '}' : ']';
    const QString expected = flow->isFlowMap ? u"}"_s : u"]"_s;
    uint32_t end = offset;
    if (!flow->end.isEmpty() && m_text.at(flow->end[0].offset) == bracket)
        end = flow->end[0].end();
    else if (wasRoot)
        fail(offset, u"The closing `%1` is missing: write it, or quote the value if the bracket is text"_s.arg(expected));
    else
        fail(offset, u"The closing `%1` is missing, or a line before it is indented too little: write it, or quote the "
                     "value if the bracket is text"_s.arg(expected));
    TokenList behind;
    for (size_t i = 1; i < flow->end.size(); ++i)
        behind.push(m_arena, flow->end[i]);
    result->start = flow->offset;
    result->end = behind.isEmpty() ? end : checkEnd(behind, end, true, m_errors);
}

} // namespace callboard::catalog::yaml
