// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/htmldocument.h"

#include "models/docs/htmlwalk.h"

#include <array>

namespace callboard::docs {

using namespace Qt::StringLiterals;
using namespace html;
using domain::DocNavEntry;

namespace {

constexpr int mostNodes = 2'000'000;
constexpr int deepestNav = 16;

using Wanted = std::function<bool(const GumboNode &)>;

Wanted withClass(const char *name)
{
    return [name](const GumboNode &node) { return hasClass(node, name); };
}

Wanted withAttribute(const char *name, const char *value)
{
    return [name, value](const GumboNode &node) { return attribute(node, name) == QByteArrayView(value); };
}

Wanted withTag(GumboTag tag)
{
    return [tag](const GumboNode &node) { return is(node, tag); };
}

const GumboNode *firstOf(const GumboNode &root, std::initializer_list<Wanted> wanted)
{
    for (const Wanted &one : wanted) {
        if (const GumboNode *found = find(root, one, mostNodes))
            return found;
    }
    return nullptr;
}

const GumboNode &articleIn(const Tree &tree)
{
    const GumboNode *article = firstOf(tree.root(), { withClass("md-content__inner"), withAttribute("itemprop", "articleBody"),
        withAttribute("role", "main"), withTag(GUMBO_TAG_MAIN), withTag(GUMBO_TAG_ARTICLE) });
    return article ? *article : tree.body();
}

/// A link of the navigation, as an entry; nothing in it where it leads nowhere.
DocNavEntry entryOf(const GumboNode &link, const HtmlPlace &place)
{
    DocNavEntry entry;
    // The signs in Material's are for the eye.
    const GumboNode *label = find(link, withClass("md-ellipsis"), 64);
    entry.title = lineOf(label ? *label : link);
    const QString address = runLink(text(link, "href"), place);
    const auto target = domain::docLink(address, {}, place.path);
    if (hasClass(link, "current") && attribute(link, "href") == "#") {
        entry.path = place.path; // "readthedocs" has the page itself so.
        entry.isPage = true;
    } else if (target.kind == domain::DocLink::Kind::Web) {
        entry.link = address;
    } else if (target.kind == domain::DocLink::Kind::Page && target.site.isEmpty()) {
        entry.path = target.path;
        entry.isPage = true;
    }
    return entry;
}

bool isUsable(const DocNavEntry &entry)
{
    return !entry.title.isEmpty() && (entry.isPage || !entry.link.isEmpty() || !entry.children.empty());
}

std::vector<DocNavEntry> materialNav(const GumboNode &list, const HtmlPlace &place, int depth);

DocNavEntry materialEntry(const GumboNode &item, const HtmlPlace &place, int depth)
{
    DocNavEntry entry;
    QString label;
    for (const GumboNode *child : children(item)) {
        if (is(*child, GUMBO_TAG_LABEL) && hasClass(*child, "md-nav__link")) {
            const GumboNode *words = find(*child, withClass("md-ellipsis"), 64);
            label = lineOf(words ? *words : *child);
        } else if (is(*child, GUMBO_TAG_A) && hasClass(*child, "md-nav__link")) {
            entry = entryOf(*child, place);
        } else if (is(*child, GUMBO_TAG_DIV) && (hasClass(*child, "md-nav__link") || hasClass(*child, "md-nav__container"))) {
            // A section with a page of its own (navigation.indexes).
            if (const GumboNode *link = firstChild(*child, GUMBO_TAG_A))
                entry = entryOf(*link, place);
        } else if (is(*child, GUMBO_TAG_NAV) && !hasClass(*child, "md-nav--secondary")) {
            if (const GumboNode *inner = firstChild(*child, GUMBO_TAG_UL))
                entry.children = materialNav(*inner, place, depth + 1);
        }
    }
    if (entry.title.isEmpty())
        entry.title = label;
    return entry;
}

std::vector<DocNavEntry> materialNav(const GumboNode &list, const HtmlPlace &place, int depth)
{
    std::vector<DocNavEntry> entries;
    if (depth > deepestNav)
        return entries;
    for (const GumboNode *item : children(list)) {
        if (!is(*item, GUMBO_TAG_LI))
            continue;
        if (DocNavEntry entry = materialEntry(*item, place, depth); isUsable(entry))
            entries.push_back(std::move(entry));
    }
    return entries;
}

/// Lists of links with lists in them, as both of MkDocs' own themes have them.
std::vector<DocNavEntry> plainNav(const GumboNode &list, const HtmlPlace &place, int depth)
{
    std::vector<DocNavEntry> entries;
    if (depth > deepestNav)
        return entries;
    for (const GumboNode *item : children(list)) {
        if (!is(*item, GUMBO_TAG_LI))
            continue;
        DocNavEntry entry;
        const GumboNode *link = firstChild(*item, GUMBO_TAG_A);
        if (link)
            entry = entryOf(*link, place);
        const GumboNode *inner = firstChild(*item, GUMBO_TAG_UL);
        // In "readthedocs", the page that is shown has its own headings below it.
        const bool isOutline = inner && link && hasClass(*link, "current") && entry.isPage;
        if (inner && !isOutline)
            entry.children = plainNav(*inner, place, depth + 1);
        if (attribute(*item, "class").contains("dropdown") || (link && attribute(*link, "href") == "#" && !hasClass(*link, "current"))) {
            entry.isPage = false;
            entry.path.clear();
        }
        if (isUsable(entry))
            entries.push_back(std::move(entry));
    }
    return entries;
}

/// "readthedocs": captions and lists in turn.
std::vector<DocNavEntry> captionedNav(const GumboNode &menu, const HtmlPlace &place)
{
    std::vector<DocNavEntry> entries;
    QString caption;
    for (const GumboNode *child : children(menu)) {
        if (is(*child, GUMBO_TAG_P)) {
            caption = lineOf(*child);
        } else if (is(*child, GUMBO_TAG_UL)) {
            auto below = plainNav(*child, place, 0);
            if (caption.isEmpty()) {
                std::ranges::move(below, std::back_inserter(entries));
            } else if (!below.empty()) {
                entries.push_back({ .title = std::exchange(caption, {}), .path = {}, .link = {}, .isPage = false, .children = std::move(below) });
            }
        }
    }
    return entries;
}

std::vector<DocNavEntry> navIn(const Tree &tree, const HtmlPlace &place)
{
    if (const GumboNode *nav = find(tree.root(), withClass("md-nav--primary"), mostNodes)) {
        const GumboNode *list = firstChild(*nav, GUMBO_TAG_UL);
        return list ? materialNav(*list, place, 0) : std::vector<DocNavEntry>();
    }
    if (const GumboNode *menu = find(tree.root(), withClass("wy-menu-vertical"), mostNodes))
        return captionedNav(*menu, place);
    if (const GumboNode *list = find(tree.root(), withClass("navbar-nav"), mostNodes))
        return plainNav(*list, place, 0);
    return {};
}

QString editUrlIn(const Tree &tree, const HtmlPlace &place)
{
    const GumboNode *link = find(tree.root(), [](const GumboNode &node) {
        if (!is(node, GUMBO_TAG_A) || !attribute(node, "href").startsWith("http"))
            return false;
        return hasClass(node, "md-content__button") || attribute(node, "rel") == "edit" || lineOf(node).startsWith("Edit on "_L1);
    }, mostNodes);
    return link ? runLink(text(*link, "href"), place) : QString();
}

QString siteNameIn(const Tree &tree)
{
    const Wanted home = [](const GumboNode &node) { return hasClass(node, "icon-home") && !lineOf(node).isEmpty(); };
    if (const GumboNode *bar = firstOf(tree.root(), { withClass("md-header__topic"), withClass("navbar-brand"), home }))
        return lineOf(*bar);
    return {};
}

QString titleIn(const Tree &tree, const domain::Document &article, const QString &siteName)
{
    const auto found = domain::headings(article);
    const auto first = std::ranges::find(found, 1, &domain::DocHeading::level);
    if (first != found.end() && !first->text.isEmpty())
        return first->text;
    const GumboNode *head = firstChild(tree.root(), GUMBO_TAG_HEAD);
    const GumboNode *titleNode = head ? firstChild(*head, GUMBO_TAG_TITLE) : nullptr;
    QString title = titleNode ? lineOf(*titleNode) : QString();
    if (!siteName.isEmpty() && title.endsWith(" - "_L1 + siteName))
        title.chop(siteName.size() + 3);
    return title;
}

/// The theme's own signs at the article's edges.
void dropThemesOwn(domain::Document &article)
{
    auto &blocks = article.blocks;
    std::erase_if(blocks, [](const domain::Block &block) {
        return block.kind == domain::Block::Kind::Paragraph && block.id.isEmpty() && block.children.empty()
            && domain::plainText(block.runs).trimmed().isEmpty()
            && std::ranges::all_of(block.runs, [](const domain::Run &run) { return run.image.isEmpty(); });
    });
}

} // namespace

domain::Result<domain::Document> documentFromHtml(QByteArrayView html, const HtmlPlace &place)
{
    const auto tree = Tree::parse(html);
    if (!tree)
        return std::unexpected(tree.error());
    return domain::Document { Walk(place).blocksOf(tree->body()) };
}

domain::Result<BuiltPage> techdocsArticle(QByteArrayView html, const HtmlPlace &place)
{
    const auto tree = Tree::parse(html);
    if (!tree)
        return std::unexpected(tree.error());
    BuiltPage page;
    page.article.blocks = Walk(place).blocksOf(articleIn(*tree));
    dropThemesOwn(page.article);
    page.outline = domain::headings(page.article);
    page.nav = navIn(*tree, place);
    page.editUrl = editUrlIn(*tree, place);
    page.siteName = siteNameIn(*tree);
    page.title = titleIn(*tree, page.article, page.siteName);
    return page;
}

} // namespace callboard::docs
