// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/htmlwalk.h"

#include "models/docs/htmlcode.h"

#include <algorithm>
#include <array>
#include <optional>

namespace callboard::docs::html {

using namespace Qt::StringLiterals;
using domain::Block;
using domain::Run;
using Kind = Block::Kind;

namespace {

// A tree as deep as the parser lets through is no reason to run out of stack; below this, there is text only.
constexpr int deepestWalk = 256;
// `Document::fromJson` drops what is deeper than 64.
constexpr int deepestBlock = 48;

bool isAnyOf(const GumboNode &node, std::span<const GumboTag> tags)
{
    return isElement(node) && std::ranges::find(tags, node.v.element.tag) != tags.end();
}

/// What is not text, runs, asks, embeds, or is not shown by a browser either.
bool vanishes(const GumboNode &node)
{
    static constexpr std::array tags { GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_HEAD, GUMBO_TAG_TITLE, GUMBO_TAG_META, GUMBO_TAG_LINK,
        GUMBO_TAG_BASE, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_APPLET, GUMBO_TAG_FRAME, GUMBO_TAG_FRAMESET,
        GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_TEMPLATE, GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_SOURCE,
        GUMBO_TAG_TRACK, GUMBO_TAG_CANVAS, GUMBO_TAG_MAP, GUMBO_TAG_AREA, GUMBO_TAG_PARAM, GUMBO_TAG_INPUT, GUMBO_TAG_BUTTON,
        GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_DATALIST, GUMBO_TAG_PROGRESS, GUMBO_TAG_METER, GUMBO_TAG_RP, GUMBO_TAG_DIALOG };
    if (node.type == GUMBO_NODE_TEMPLATE || isAnyOf(node, tags))
        return true;
    if (attribute(node, "hidden").data())
        return true;
    QByteArray style = attribute(node, "style").toByteArray();
    if (!style.isEmpty() && style.size() < 1000 && style.replace(' ', "").toLower().contains("display:none"))
        return true;
    return tagName(node) == "clipboard-copy";
}

/// The sign beside a heading that leads to it.
bool isPermalink(const GumboNode &node)
{
    if (hasClass(node, "headerlink"))
        return true;
    const auto isText = [](const GumboNode &below) { return below.type == GUMBO_NODE_TEXT; };
    return hasClass(node, "anchor") && attribute(node, "href").startsWith('#') && !find(node, isText, 16);
}

std::optional<quint16> styleOf(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG: return Run::Strong;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_VAR: return Run::Emphasis;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT: return Run::Code;
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_DEL: return Run::Strike;
    case GUMBO_TAG_MARK: return Run::Mark;
    case GUMBO_TAG_INS: return Run::Inserted;
    case GUMBO_TAG_SUP: return Run::Superscript;
    case GUMBO_TAG_SUB: return Run::Subscript;
    case GUMBO_TAG_KBD: return Run::Keyboard;
    case GUMBO_TAG_SMALL: return Run::Small;
    default: return std::nullopt;
    }
}

int sizeOf(const GumboNode &node, const char *name)
{
    QByteArray value = attribute(node, name).toByteArray().trimmed();
    if (value.endsWith("px"))
        value.chop(2);
    const int size = value.toInt();
    return size > 0 && size <= 10'000 ? size : 0;
}

bool isFootnoteMark(const GumboNode &node)
{
    return hasClass(node, "footnote-ref") || hasClass(node, "footnote-backref") || hasClass(node, "data-footnote-backref")
        || attribute(node, "data-footnote-ref").data() || attribute(node, "data-footnote-backref").data();
}

/// A picture that stands for a sign of the text.
bool isEmoji(const GumboNode &node)
{
    return hasClass(node, "twemoji") || hasClass(node, "emojione") || hasClass(node, "gemoji") || hasClass(node, "emoji");
}

/// What a drawing says of itself in words.
QString titleOfDrawing(const GumboNode &svg)
{
    for (const GumboNode *child : children(svg)) {
        if (tagName(*child) == "title")
            return lineOf(*child);
    }
    return text(svg, "aria-label").simplified();
}

} // namespace

Walk::Walk(const HtmlPlace &place)
    : m_place(place)
{
}

std::vector<Block> Walk::blocksOf(const GumboNode &node)
{
    return below(node, {});
}

std::vector<Block> Walk::below(const GumboNode &node, Depth depth, const GumboNode *leftOut)
{
    Flow flow;
    ++depth.dom;
    ++depth.blocks;
    for (const GumboNode *child : children(node)) {
        if (child != leftOut)
            visit(*child, {}, flow, depth);
    }
    return flow.take();
}

std::vector<Run> Walk::lineOfRuns(const GumboNode &node, Depth depth)
{
    Flow flow;
    flow.isOneLine = true;
    into(node, {}, flow, depth);
    auto runs = flow.runs.take();
    if (QString left = flow.runs.takeAnchor(); !left.isEmpty() && !runs.empty() && runs.front().id.isEmpty())
        runs.front().id = std::move(left);
    return runs;
}

void Walk::into(const GumboNode &parent, const Look &look, Flow &flow, Depth depth)
{
    if (++depth.dom > deepestWalk) {
        flow.runs.text(rawText(parent), look);
        return;
    }
    for (const GumboNode *child : children(parent))
        visit(*child, look, flow, depth);
}

void Walk::visit(const GumboNode &node, const Look &look, Flow &flow, Depth depth)
{
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA)
        flow.runs.text(QString::fromUtf8(node.v.text.text), look);
    else if (isElement(node))
        element(node, look, flow, depth);
}

void Walk::element(const GumboNode &node, const Look &look, Flow &flow, Depth depth)
{
    if (is(node, GUMBO_TAG_INPUT) && attribute(node, "type").compare("checkbox", Qt::CaseInsensitive) == 0) {
        flow.check = attribute(node, "checked").data() ? Block::Check::Done : Block::Check::Empty;
        return;
    }
    if (vanishes(node))
        return;
    if (node.v.element.tag == GUMBO_TAG_SVG) {
        flow.runs.text(titleOfDrawing(node), look);
        return;
    }
    if (inlineElement(node, look, flow, depth))
        return;
    if (blockElement(node, look, flow, depth))
        return;
    // What has no meaning here: its text stays, and where its anchor led.
    if (const QString id = anchorOf(text(node, "id")); !id.isEmpty())
        flow.anchor(id);
    into(node, look, flow, depth);
}

bool Walk::inlineElement(const GumboNode &node, const Look &look, Flow &flow, Depth depth)
{
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_A) {
        link(node, look, flow, depth);
        return true;
    }
    if (tag == GUMBO_TAG_IMG) {
        image(node, look, flow);
        return true;
    }
    if (tag == GUMBO_TAG_BR) {
        flow.isOneLine ? flow.runs.gap() : flow.runs.lineBreak();
        return true;
    }
    if (tag == GUMBO_TAG_SPAN && isEmoji(node) && attribute(node, "title").data() && !firstChild(node, GUMBO_TAG_IMG)) {
        flow.runs.text(text(node, "title"), look);
        return true;
    }
    const auto style = styleOf(tag);
    if (!style && tag != GUMBO_TAG_ABBR && tag != GUMBO_TAG_ACRONYM && tag != GUMBO_TAG_Q)
        return false;
    Look inner = look;
    inner.style |= style.value_or(0);
    if (tag == GUMBO_TAG_ABBR || tag == GUMBO_TAG_ACRONYM)
        inner.title = text(node, "title");
    if (const QString id = anchorOf(text(node, "id")); !id.isEmpty())
        flow.anchor(id);
    if (tag == GUMBO_TAG_Q)
        flow.runs.text(u"“", look);
    into(node, inner, flow, depth);
    if (tag == GUMBO_TAG_Q)
        flow.runs.text(u"”", look);
    return true;
}

void Walk::link(const GumboNode &node, Look look, Flow &flow, Depth depth)
{
    QString id = anchorOf(text(node, "id"));
    if (id.isEmpty())
        id = anchorOf(text(node, "name"));
    if (!id.isEmpty())
        flow.anchor(id);
    if (isPermalink(node))
        return;
    if (const QByteArrayView href = attribute(node, "href"); href.data()) {
        look.link = runLink(QString::fromUtf8(href), m_place);
        look.title = look.link.isEmpty() ? QString() : text(node, "title");
    }
    if (isFootnoteMark(node)) {
        look.style |= Run::FootnoteMark;
        look.title.clear(); // "Jump back to footnote 1 in the text"
    }
    into(node, look, flow, depth);
}

void Walk::image(const GumboNode &node, const Look &look, Flow &flow) const
{
    const QString alt = text(node, "alt").simplified();
    const QString src = text(node, "src");
    if (isEmoji(node)) {
        flow.runs.text(alt.isEmpty() ? text(node, "title") : alt, look);
        return;
    }
    // Material and GitHub show one of two, by the colours of the page; the other one is for those.
    if (src.endsWith("#only-dark"_L1) || src.endsWith("#gh-dark-mode-only"_L1))
        return;
    Run run;
    run.text = alt;
    run.style = look.style;
    run.link = look.link;
    run.title = text(node, "title");
    if (run.title.isEmpty())
        run.title = look.title;
    run.image = runImage(src, m_place);
    run.width = sizeOf(node, "width");
    run.height = sizeOf(node, "height");
    if (const QString id = anchorOf(text(node, "id")); !id.isEmpty())
        flow.anchor(id);
    if (run.image.isEmpty())
        flow.runs.text(alt, look);
    else
        flow.runs.image(std::move(run));
}

bool Walk::blockElement(const GumboNode &node, const Look &look, Flow &flow, Depth depth)
{
    const GumboTag tag = node.v.element.tag;
    const bool deep = depth.blocks >= deepestBlock || depth.dom >= deepestWalk;
    switch (tag) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
        heading(node, int(tag) - int(GUMBO_TAG_H1) + 1, flow, depth);
        return true;
    case GUMBO_TAG_P:
        flow.beginParagraph(anchorOf(text(node, "id")));
        into(node, look, flow, depth);
        flow.endText();
        return true;
    case GUMBO_TAG_HR: {
        Block rule;
        rule.kind = Kind::Rule;
        flow.add(std::move(rule));
        return true;
    }
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_XMP:
        flow.add(codeOf(node));
        return true;
    default:
        break;
    }
    if (deep || flow.isOneLine)
        return division(node, look, flow, depth);
    switch (tag) {
    case GUMBO_TAG_UL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR:
        list(node, false, flow, depth);
        return true;
    case GUMBO_TAG_OL:
        list(node, true, flow, depth);
        return true;
    case GUMBO_TAG_BLOCKQUOTE: {
        Block quote;
        quote.kind = Kind::Quote;
        quote.id = anchorOf(text(node, "id"));
        quote.children = below(node, depth);
        flow.add(std::move(quote));
        return true;
    }
    case GUMBO_TAG_DL: {
        Block definitionList;
        definitionList.kind = Kind::DefinitionList;
        definitionList.id = anchorOf(text(node, "id"));
        definitions(node, definitionList, depth);
        if (!definitionList.children.empty())
            flow.add(std::move(definitionList));
        return true;
    }
    case GUMBO_TAG_TABLE:
        table(node, flow, depth);
        return true;
    case GUMBO_TAG_DETAILS:
        details(node, flow, depth);
        return true;
    case GUMBO_TAG_FIGURE:
        figure(node, flow, depth);
        return true;
    default:
        return division(node, look, flow, depth);
    }
}

bool Walk::division(const GumboNode &node, const Look &look, Flow &flow, Depth depth)
{
    static constexpr std::array tags { GUMBO_TAG_DIV, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_HEADER,
        GUMBO_TAG_FOOTER, GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_ADDRESS, GUMBO_TAG_CENTER, GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND,
        GUMBO_TAG_FORM, GUMBO_TAG_HGROUP, GUMBO_TAG_SUMMARY, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_LI, GUMBO_TAG_DT, GUMBO_TAG_DD,
        GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_DL, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DETAILS, GUMBO_TAG_FIGURE, GUMBO_TAG_TABLE,
        GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION, GUMBO_TAG_BODY };
    if (!isAnyOf(node, tags))
        return false;
    if (depth.blocks < deepestBlock && depth.dom < deepestWalk && !flow.isOneLine) {
        if (auto code = boxedCode(node)) {
            flow.add(*std::move(code));
            return true;
        }
        if (hasClass(node, "mermaid") && !firstChild(node, GUMBO_TAG_PRE)) {
            flow.add(codeOf(node));
            return true;
        }
        if (hasClass(node, "admonition")) {
            const auto names = classes(node);
            const auto flavour = std::ranges::find_if(names, [](const QByteArray &name) { return name != "admonition"; });
            admonition(node, flavour == names.end() ? u"note"_s : QString::fromUtf8(*flavour).toLower(), flow, depth);
            return true;
        }
        if (hasClass(node, "markdown-alert")) {
            const auto names = classes(node);
            const auto flavour = std::ranges::find_if(names, [](const QByteArray &name) { return name.startsWith("markdown-alert-"); });
            admonition(node, flavour == names.end() ? u"note"_s : QString::fromUtf8(flavour->sliced(15)), flow, depth);
            return true;
        }
        if (tabs(node, flow, depth) || footnotes(node, flow, depth))
            return true;
    }
    flow.endText();
    if (const QString id = anchorOf(text(node, "id")); !id.isEmpty())
        flow.anchor(id);
    into(node, look, flow, depth);
    flow.endText();
    return true;
}

void Walk::heading(const GumboNode &node, int level, Flow &flow, Depth depth)
{
    if (flow.isOneLine) {
        flow.endText();
        into(node, {}, flow, depth);
        flow.endText();
        return;
    }
    Block block;
    block.kind = Kind::Heading;
    block.level = level;
    block.id = anchorOf(text(node, "id"));
    block.runs = lineOfRuns(node, depth);
    if (block.id.isEmpty()) {
        // GitHub's anchors are links in or beside the heading.
        const GumboNode *anchor = find(node, [](const GumboNode &below) { return is(below, GUMBO_TAG_A) && attribute(below, "id").data(); }, 64);
        block.id = anchor ? anchorOf(text(*anchor, "id")) : QString();
    }
    if (!block.runs.empty() && block.runs.front().id == block.id)
        block.runs.front().id.clear();
    if (!block.runs.empty() || !block.id.isEmpty())
        flow.add(std::move(block));
}

} // namespace callboard::docs::html
