// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_blocks.h"

#include "models/docs/markdown_patterns.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

bool isHeading(const Element *element)
{
    return element->tag.size() == 2 && (element->tag[0] == u'h' || element->tag[0] == u'H') && element->tag[1] >= u'1'
        && element->tag[1] <= u'6';
}

/// An element's content as HTML, raw HTML put back.
QString innerHtml(Engine &engine, const Element *element)
{
    const QString html = unescaped(serialize(element));
    const qsizetype start = html.indexOf(u'>') + 1;
    const qsizetype end = html.lastIndexOf(u'<');
    return stripped(engine.restore(stripped(html.mid(start, end - start)).toString())).toString();
}

/// Takes elements away and puts texts in their place.
void replaceWithText(Element *parent, const std::function<std::optional<QString>(const Element *)> &replacement)
{
    std::vector<Element *> kept;
    for (Element *child : parent->children) {
        const std::optional<QString> text = replacement(child);
        if (!text) {
            kept.push_back(child);
            continue;
        }
        QString &place = kept.empty() ? parent->text : kept.back()->tail;
        place += *text + child->tail;
    }
    parent->children = std::move(kept);
    for (Element *child : parent->children)
        replaceWithText(child, replacement);
}

std::optional<QString> withoutNote(const Element *element)
{
    if (element->is("sup"_L1) && element->attribute("id"_L1).startsWith("fnref"_L1))
        return QString();
    return {};
}

enum class SlugCase { Lower, Keep, None };

/// How `slugify` is written in mkdocs.yml: by the name of a Python function, which comes here as a text.
struct SlugWay {
    bool unicode = false;
    bool encoded = false; ///< GitHub's and percent-encoding ways.
    SlugCase letters = SlugCase::Lower;
};

SlugWay slugWay(const QJsonObject &config)
{
    const QJsonValue value = config.value("slugify"_L1);
    const QString name = value.isObject() ? value["function"_L1].toString() : value.toString();
    SlugWay way;
    if (name.contains("slugify_unicode"_L1) || name.contains("pymdownx"_L1) || name.contains("uslugify"_L1))
        way.unicode = true;
    // pymdownx.slugs.slugify as an object: letters stay unless it is told otherwise.
    if (name.contains("pymdownx.slugs.slugify"_L1)) {
        const QString letters = value["kwds"_L1]["case"_L1].toString();
        way.letters = letters.startsWith("lower"_L1) || letters == "fold"_L1 ? SlugCase::Lower : SlugCase::Keep;
    } else if (name.contains("cased"_L1)) {
        way.letters = SlugCase::Keep;
    }
    way.encoded = name.contains("encoded"_L1) || value["kwds"_L1]["percent_encode"_L1].toBool();
    return way;
}

QString slugify(const QString &text, const QString &separator, const SlugWay &way)
{
    QString value = way.unicode ? text.normalized(QString::NormalizationForm_C) : text.normalized(QString::NormalizationForm_KD);
    QString kept;
    for (const char32_t c : value.toUcs4()) {
        if (!way.unicode && c > 0x7f)
            continue;
        if (QChar::isLetterOrNumber(c) || c == u'_' || c == u'-' || QChar::isSpace(c) || (c >= 0x1c && c <= 0x1f))
            kept += QString::fromUcs4(&c, 1);
    }
    kept = stripped(kept).toString();
    if (way.letters == SlugCase::Lower)
        kept = kept.toLower();
    QString slug;
    bool gap = false;
    for (const QChar c : std::as_const(kept)) {
        const bool parts = isSpace(c) || separator.contains(c);
        if (parts && !gap)
            slug += separator;
        gap = parts;
        if (!parts)
            slug += c;
    }
    return way.encoded ? QString::fromLatin1(slug.toUtf8().toPercentEncoding()) : slug;
}

/// An id that no other element has: "x", "x_1", "x_2".
QString uniqueId(QString id, QSet<QString> &used, QHash<QString, int> &last)
{
    static const QRegularExpression counted(u"^(.*)_([0-9]+)$"_s);
    while (id.isEmpty() || used.contains(id)) {
        const QRegularExpressionMatch match = counted.match(id);
        const QString stem = match.hasMatch() ? match.captured(1) : id;
        const int number = match.hasMatch() ? match.captured(2).toInt() : 0;
        // A thousand headings of one text: what was found last is where the search goes on.
        const QString key = stem + u'\n' + QString::number(number);
        const int next = std::max(last.value(key), number) + 1;
        last.insert(key, next);
        id = stem + u'_' + QString::number(next);
    }
    used.insert(id);
    return id;
}

struct Entry {
    int level;
    QString id;
    QString name;
};

/// The list of contents: nested by levels, whatever order they come in.
Element *contentsBox(Engine &engine, const std::vector<Entry> &entries, const QJsonObject &config)
{
    Element *box = engine.tree.make("div"_L1);
    box->set(u"class"_s, config.value("toc_class"_L1).toString(u"toc"_s));
    if (const QString title = config.value("title"_L1).toString(); !title.isEmpty()) {
        Element *span = engine.tree.child(box, "span"_L1);
        span->set(u"class"_s, u"toctitle"_s);
        span->text = title;
    }
    struct Open {
        int level;
        Element *list;
    };
    std::vector<Open> open {{0, engine.tree.child(box, "ul"_L1)}};
    Element *item = nullptr;
    int previous = 0;
    for (const Entry &entry : entries) {
        if (item && entry.level > previous) {
            open.push_back({previous, engine.tree.child(item, "ul"_L1)});
        } else {
            while (open.size() > 1 && entry.level <= open.back().level)
                open.pop_back();
        }
        item = engine.tree.child(open.back().list, "li"_L1);
        previous = entry.level;
        Element *link = engine.tree.child(item, "a"_L1);
        link->text = entry.name;
        link->set(u"href"_s, u'#' + entry.id);
    }
    prettify(box);
    return box;
}

void replaceMarker(Element *root, const QString &marker, Element *box)
{
    std::vector<Element *> open {root};
    while (!open.empty()) {
        Element *parent = open.back();
        open.pop_back();
        for (Element *&child : parent->children) {
            if (isHeading(child) || child->is("pre"_L1) || child->is("code"_L1))
                continue;
            if (child->children.empty() && stripped(child->text) == marker) {
                box->tail = child->tail;
                child = box;
                box->parent = parent;
            } else {
                open.push_back(child);
            }
        }
    }
}

void addPermalink(Engine &engine, Element *heading, const QJsonObject &config)
{
    const QJsonValue value = config.value("permalink"_L1);
    const bool word = value.isString() && !QStringList {u"true"_s, u"yes"_s, u"on"_s, u"1"_s, u"y"_s}.contains(value.toString().toLower());
    const bool off = word && QStringList {u"false"_s, u"no"_s, u"off"_s, u"0"_s, u"n"_s, u"none"_s}.contains(value.toString().toLower());
    if (off || (!word && !isTrue(config, "permalink"_L1, false)))
        return;
    Element *link = engine.tree.make("a"_L1);
    link->text = word ? value.toString() : u"¶"_s;
    link->set(u"href"_s, u'#' + heading->attribute("id"_L1));
    link->set(u"class"_s, u"headerlink"_s);
    link->set(u"title"_s, config.value("permalink_title"_L1).toString(u"Permanent link"_s));
    if (isTrue(config, "permalink_leading"_L1, false)) {
        link->tail = std::exchange(heading->text, {});
        heading->insert(0, link);
    } else {
        heading->append(link);
    }
}

void addAnchor(Engine &engine, Element *heading)
{
    Element *anchor = engine.tree.make("a"_L1);
    anchor->text = std::exchange(heading->text, {});
    anchor->textAtomic = heading->textAtomic;
    anchor->set(u"href"_s, u'#' + heading->attribute("id"_L1));
    anchor->set(u"class"_s, u"toclink"_s);
    for (Element *child : heading->children)
        anchor->append(child);
    heading->children.clear();
    heading->append(anchor);
}

} // namespace

void makeContents(Engine &engine, Element *root, const QJsonObject &config, MarkdownResult &result)
{
    QSet<QString> used;
    const std::vector<Element *> all = walk(root);
    for (const Element *element : all) {
        if (const QString *id = element->find("id"_L1))
            used.insert(*id);
    }
    const QString depth = config.value("toc_depth"_L1).toVariant().toString();
    const int top = depth.contains(u'-') ? depth.section(u'-', 0, 0).toInt() : 1;
    const int bottom = depth.isEmpty() ? 6 : depth.section(u'-', -1).toInt();
    const int base = config.value("baselevel"_L1).toVariant().toString().toInt();
    const QString separator = config.value("separator"_L1).toString(u"-"_s);
    const SlugWay way = slugWay(config);
    QHash<QString, int> last;
    std::vector<Entry> entries;
    for (Element *element : all) {
        if (!isHeading(element))
            continue;
        const int level = std::clamp(element->tag[1].unicode() - u'0' + std::max(base, 1) - 1, 1, 6);
        element->tag = u'h' + QString::number(level);
        Element *bare = engine.tree.copy(element);
        replaceWithText(bare, withoutNote);
        QString name = stripTags(innerHtml(engine, bare));
        if (!element->find("id"_L1))
            element->set(u"id"_s, uniqueId(slugify(htmlUnescaped(name), separator, way), used, last));
        result.headings.push_back({level, element->attribute("id"_L1), htmlUnescaped(name)});
        if (const QString *label = element->find("data-toc-label"_L1)) {
            name = stripTags(engine.restore(unescaped(*label)));
            element->drop("data-toc-label"_L1);
        }
        if (level >= top && level <= bottom)
            entries.push_back({level, element->attribute("id"_L1), name});
        if (isTrue(config, "anchorlink"_L1, false))
            addAnchor(engine, element);
        addPermalink(engine, element, config);
    }
    const QString marker = config.value("marker"_L1).toString(u"[TOC]"_s);
    if (!marker.isEmpty())
        replaceMarker(root, marker, contentsBox(engine, entries, config));
}

std::optional<QString> titleOf(Engine &engine, Element *root)
{
    if (root->children.empty() || !root->children.front()->is("h1"_L1))
        return {};
    Element *heading = engine.tree.copy(root->children.front());
    if (Element *last = heading->last(); last && last->is("a"_L1) && last->attribute("class"_L1) == "headerlink"_L1)
        heading->children.pop_back();
    replaceWithText(heading, withoutNote);
    replaceWithText(heading, [](const Element *element) -> std::optional<QString> {
        const QString alt = element->attribute("alt"_L1);
        return element->is("img"_L1) && !alt.isEmpty() ? std::optional(alt) : std::nullopt;
    });
    const QString title = htmlUnescaped(stripTags(innerHtml(engine, heading)));
    return title.isEmpty() ? std::nullopt : std::optional(title);
}

} // namespace callboard::docs::markdown
