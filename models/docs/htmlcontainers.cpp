// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/htmlcode.h"
#include "models/docs/htmlwalk.h"

#include <algorithm>

/// Lists, tables and what an extension of Markdown makes divisions of.
namespace callboard::docs::html {

using namespace Qt::StringLiterals;
using domain::Block;
using domain::Run;
using Kind = Block::Kind;

namespace {

constexpr int mostSpan = 200;

int numberOf(const GumboNode &node, const char *name, int usual)
{
    bool good = false;
    const int number = attribute(node, name).toByteArray().trimmed().toInt(&good);
    return good ? number : usual;
}

Block::Align alignOf(const GumboNode &node)
{
    QByteArray value = attribute(node, "align").toByteArray().toLower();
    if (value.isEmpty()) {
        QByteArray style = attribute(node, "style").toByteArray().left(1000).toLower().replace(' ', "");
        if (const qsizetype at = style.indexOf("text-align:"); at >= 0)
            value = style.sliced(at + 11).split(';').front();
    }
    if (value == "left")
        return Block::Align::Left;
    if (value == "center")
        return Block::Align::Centre;
    return value == "right" ? Block::Align::Right : Block::Align::None;
}

bool isText(const GumboNode &node)
{
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA;
}

const GumboNode *childWithClass(const GumboNode &node, QByteArrayView name)
{
    for (const GumboNode *child : children(node)) {
        if (hasClass(*child, name))
            return child;
    }
    return nullptr;
}

bool isHeadRow(const GumboNode &row)
{
    bool any = false;
    for (const GumboNode *cell : children(row)) {
        if (is(*cell, GUMBO_TAG_TD))
            return false;
        any |= is(*cell, GUMBO_TAG_TH);
    }
    return any;
}

} // namespace

void Walk::list(const GumboNode &node, bool ordered, Flow &flow, Depth depth)
{
    Block block;
    block.kind = Kind::List;
    block.id = anchorOf(text(node, "id"));
    block.ordered = ordered;
    block.start = ordered ? numberOf(node, "start", 1) : 1;
    depth.dom += 1;
    depth.blocks += 1;
    for (const GumboNode *child : children(node)) {
        if (is(*child, GUMBO_TAG_LI)) {
            block.children.push_back(item(*child, depth));
        } else if (isElement(*child) || isText(*child)) {
            // Not allowed here, and shown by browsers all the same.
            Flow stray;
            visit(*child, {}, stray, depth);
            auto blocks = stray.take();
            if (blocks.empty())
                continue;
            if (block.children.empty())
                block.children.emplace_back().kind = Kind::Item;
            auto &last = block.children.back().children;
            std::ranges::move(blocks, std::back_inserter(last));
        }
    }
    if (!block.children.empty())
        flow.add(std::move(block));
}

Block Walk::item(const GumboNode &node, Depth depth)
{
    Flow flow;
    ++depth.blocks;
    into(node, {}, flow, depth);
    Block block;
    block.kind = Kind::Item;
    block.id = anchorOf(text(node, "id"));
    block.runs = flow.takeLooseText();
    block.children = flow.take();
    block.check = flow.check;
    return block;
}

void Walk::definitions(const GumboNode &node, Block &list, Depth depth)
{
    depth.dom += 1;
    depth.blocks += 1;
    for (const GumboNode *child : children(node)) {
        if (is(*child, GUMBO_TAG_DT)) {
            Block term;
            term.kind = Kind::Term;
            term.id = anchorOf(text(*child, "id"));
            term.runs = lineOfRuns(*child, depth);
            list.children.push_back(std::move(term));
        } else if (is(*child, GUMBO_TAG_DD)) {
            Flow flow;
            into(*child, {}, flow, { depth.dom, depth.blocks + 1 });
            Block definition;
            definition.kind = Kind::Definition;
            definition.id = anchorOf(text(*child, "id"));
            auto runs = flow.takeLooseText();
            definition.children = flow.take();
            if (definition.children.empty())
                definition.runs = std::move(runs);
            else if (!runs.empty())
                definition.children.emplace(definition.children.begin())->runs = std::move(runs);
            list.children.push_back(std::move(definition));
        } else if (is(*child, GUMBO_TAG_DIV) && depth.dom < 8) {
            definitions(*child, list, depth);
        }
    }
}

void Walk::table(const GumboNode &node, Flow &flow, Depth depth)
{
    if (auto code = boxedCode(node)) {
        flow.add(*std::move(code));
        return;
    }
    Block block;
    block.kind = Kind::Table;
    block.id = anchorOf(text(node, "id"));
    depth.dom += 1;
    depth.blocks += 1;
    bool inHead = true;
    for (const GumboNode *part : children(node)) {
        if (is(*part, GUMBO_TAG_CAPTION))
            block.title = lineOf(*part);
        const bool head = is(*part, GUMBO_TAG_THEAD);
        for (const GumboNode *child : children(*part)) {
            if (!is(*child, GUMBO_TAG_TR))
                continue;
            inHead = inHead && (head || isHeadRow(*child));
            block.headerRows += inHead ? 1 : 0;
            block.children.push_back(row(*child, depth));
        }
    }
    if (!block.children.empty())
        flow.add(std::move(block));
}

Block Walk::row(const GumboNode &node, Depth depth)
{
    Block block;
    block.kind = Kind::Row;
    block.id = anchorOf(text(node, "id"));
    ++depth.blocks;
    for (const GumboNode *child : children(node)) {
        if (is(*child, GUMBO_TAG_TD) || is(*child, GUMBO_TAG_TH))
            block.children.push_back(cell(*child, depth));
    }
    return block;
}

Block Walk::cell(const GumboNode &node, Depth depth)
{
    Flow flow;
    ++depth.blocks;
    into(node, {}, flow, depth);
    Block block;
    block.kind = Kind::Cell;
    block.id = anchorOf(text(node, "id"));
    block.align = alignOf(node);
    block.columnSpan = std::clamp(numberOf(node, "colspan", 1), 1, mostSpan);
    block.rowSpan = std::clamp(numberOf(node, "rowspan", 1), 1, mostSpan);
    block.children = flow.take();
    if (block.children.size() == 1 && block.children.front().kind == Kind::Paragraph) {
        block.runs = std::move(block.children.front().runs);
        block.children.clear();
    }
    return block;
}

void Walk::admonition(const GumboNode &node, const QString &flavour, Flow &flow, Depth depth)
{
    const GumboNode *title = childWithClass(node, "admonition-title");
    if (!title)
        title = childWithClass(node, "markdown-alert-title");
    Block block;
    block.kind = Kind::Admonition;
    block.id = anchorOf(text(node, "id"));
    block.flavour = flavour;
    block.title = title ? lineOf(*title) : QString();
    block.children = below(node, depth, title);
    flow.add(std::move(block));
}

void Walk::details(const GumboNode &node, Flow &flow, Depth depth)
{
    const GumboNode *summary = firstChild(node, GUMBO_TAG_SUMMARY);
    Block block;
    block.kind = Kind::Details;
    block.id = anchorOf(text(node, "id"));
    const auto names = classes(node);
    block.flavour = names.isEmpty() ? QString() : QString::fromUtf8(names.front()).toLower();
    block.title = summary ? lineOf(*summary) : QString();
    block.open = attribute(node, "open").data() != nullptr;
    block.children = below(node, depth, summary);
    flow.add(std::move(block));
}

void Walk::figure(const GumboNode &node, Flow &flow, Depth depth)
{
    if (auto code = boxedCode(node)) {
        flow.add(*std::move(code));
        return;
    }
    const GumboNode *caption = firstChild(node, GUMBO_TAG_FIGCAPTION);
    Block block;
    block.kind = Kind::Figure;
    block.id = anchorOf(text(node, "id"));
    block.title = caption ? lineOf(*caption) : QString();
    block.children = below(node, depth, caption);
    if (!block.children.empty() || !block.title.isEmpty())
        flow.add(std::move(block));
}

// pymdownx.tabbed in both of its forms: labels and blocks lie beside each other, or apart in two divisions.
bool Walk::tabs(const GumboNode &node, Flow &flow, Depth depth)
{
    if (!hasClass(node, "tabbed-set"))
        return false;
    QStringList labels;
    std::vector<const GumboNode *> contents;
    for (const GumboNode *child : children(node)) {
        if (is(*child, GUMBO_TAG_LABEL))
            labels.append(lineOf(*child));
        for (const GumboNode *inner : children(*child)) {
            if (hasClass(*child, "tabbed-labels") && is(*inner, GUMBO_TAG_LABEL))
                labels.append(lineOf(*inner));
            else if (hasClass(*child, "tabbed-content") && hasClass(*inner, "tabbed-block"))
                contents.push_back(inner);
        }
        if (hasClass(*child, "tabbed-content") && !hasClass(node, "tabbed-alternate"))
            contents.push_back(child);
    }
    if (contents.empty())
        return false;
    Block block;
    block.kind = Kind::Tabs;
    block.id = anchorOf(text(node, "id"));
    depth.dom += 2;
    ++depth.blocks;
    for (size_t i = 0; i < contents.size(); ++i) {
        Block tab;
        tab.kind = Kind::Tab;
        tab.title = labels.value(qsizetype(i));
        tab.children = below(*contents[i], depth);
        block.children.push_back(std::move(tab));
    }
    flow.add(std::move(block));
    return true;
}

bool Walk::footnotes(const GumboNode &node, Flow &flow, Depth depth)
{
    if (!hasClass(node, "footnote") && !hasClass(node, "footnotes"))
        return false;
    const GumboNode *list = firstChild(node, GUMBO_TAG_OL);
    if (!list)
        return false;
    Block block;
    block.kind = Kind::Footnotes;
    depth.dom += 1;
    ++depth.blocks;
    for (const GumboNode *child : children(*list)) {
        if (!is(*child, GUMBO_TAG_LI))
            continue;
        Block note;
        note.kind = Kind::Footnote;
        note.id = anchorOf(text(*child, "id"));
        note.children = below(*child, depth);
        block.children.push_back(std::move(note));
    }
    flow.add(std::move(block));
    return true;
}

} // namespace callboard::docs::html
