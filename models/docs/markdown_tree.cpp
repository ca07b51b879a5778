// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_tree.h"

#include "models/docs/markdown_text.h"

#include <QSet>

#include <algorithm>

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

const QString *Element::find(QLatin1StringView name) const
{
    for (const auto &[key, value] : attributes) {
        if (key == name)
            return &value;
    }
    return nullptr;
}

QString Element::attribute(QLatin1StringView name) const
{
    const QString *value = find(name);
    return value ? *value : QString();
}

void Element::set(const QString &name, const QString &value)
{
    for (auto &[key, old] : attributes) {
        if (key == name) {
            old = value;
            return;
        }
    }
    attributes.emplace_back(name, value);
}

void Element::drop(QLatin1StringView name)
{
    std::erase_if(attributes, [name](const auto &attribute) { return attribute.first == name; });
}

void Element::append(Element *child)
{
    child->parent = this;
    children.push_back(child);
}

void Element::insert(size_t index, Element *child)
{
    child->parent = this;
    children.insert(children.begin() + qsizetype(std::min(index, children.size())), child);
}

void Element::remove(Element *child)
{
    const auto found = std::ranges::find(children, child);
    if (found != children.end())
        children.erase(found);
}

size_t Element::indexOf(const Element *child) const
{
    return size_t(std::ranges::find(children, child) - children.begin());
}

void Element::setText(const QString &value, bool atomic)
{
    text = value;
    textAtomic = atomic;
}

void Element::wrapText(Tree &tree)
{
    if (text.isEmpty())
        return;
    Element *paragraph = tree.make("p"_L1);
    paragraph->text = text;
    text.clear();
    insert(0, paragraph);
}

Element *Tree::make(QLatin1StringView tag)
{
    m_elements.emplace_back().tag = tag;
    return &m_elements.back();
}

Element *Tree::make(const QString &tag)
{
    m_elements.emplace_back().tag = tag;
    return &m_elements.back();
}

Element *Tree::child(Element *parent, QLatin1StringView tag)
{
    Element *made = make(tag);
    parent->append(made);
    return made;
}

Element *Tree::copy(const Element *element)
{
    Element *made = make(element->tag);
    made->text = element->text;
    made->tail = element->tail;
    made->textAtomic = element->textAtomic;
    made->tailAtomic = element->tailAtomic;
    made->attributes = element->attributes;
    for (const Element *child : element->children)
        made->append(copy(child));
    return made;
}

std::vector<Element *> walk(Element *root)
{
    std::vector<Element *> found;
    std::vector<Element *> open {root};
    while (!open.empty()) {
        Element *element = open.back();
        open.pop_back();
        found.push_back(element);
        open.insert(open.end(), element->children.rbegin(), element->children.rend());
    }
    return found;
}

QString innerText(const Element *element)
{
    QString text = element->text;
    for (const Element *child : element->children)
        text += innerText(child) + child->tail;
    return text;
}

namespace {

/// Whether a "&" at `at` begins what RE_AMP of the serializer takes for an entity.
bool isEntity(QStringView text, qsizetype at)
{
    qsizetype end = at + 1;
    const auto is = [&](auto test) { return end < text.size() && test(text[end]); };
    if (is([](QChar c) { return c == u'#'; })) {
        ++end;
        const bool hex = is([](QChar c) { return c == u'x' || c == u'X'; });
        end += hex ? 1 : 0;
        const qsizetype first = end;
        while (is([hex](QChar c) { return hex ? isHexDigit(c) : isAsciiDigit(c); }))
            ++end;
        return end > first && end < text.size() && text[end] == u';';
    }
    const qsizetype first = end;
    while (is([](QChar c) { return isAsciiLetter(c) || isAsciiDigit(c); }))
        ++end;
    return end > first && end < text.size() && text[end] == u';';
}

template<bool attribute>
void escape(QStringView text, QString &out)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'&' && !isEntity(text, i))
            out += "&amp;"_L1;
        else if (c == u'<')
            out += "&lt;"_L1;
        else if (c == u'>')
            out += "&gt;"_L1;
        else if (attribute && c == u'"')
            out += "&quot;"_L1;
        else
            out += c;
    }
}

bool isVoid(const QString &tag)
{
    static const QSet<QString> tags {u"area"_s, u"base"_s, u"basefont"_s, u"br"_s, u"col"_s, u"embed"_s, u"frame"_s, u"hr"_s, u"img"_s,
        u"input"_s, u"isindex"_s, u"link"_s, u"meta"_s, u"param"_s, u"source"_s, u"track"_s, u"wbr"_s};
    return tags.contains(tag.toLower());
}

void serialize(const Element *element, QString &out)
{
    out += u'<';
    out += element->tag;
    auto attributes = element->attributes;
    std::ranges::sort(attributes, {}, [](const auto &attribute) { return attribute.first; });
    for (const auto &[name, value] : attributes) {
        out += u' ';
        out += name;
        out += "=\""_L1;
        escapeAttribute(value, out);
        out += u'"';
    }
    if (isVoid(element->tag)) {
        out += " />"_L1;
    } else {
        out += u'>';
        if (element->is("script"_L1) || element->is("style"_L1))
            out += element->text;
        else
            escapeText(element->text, out);
        for (const Element *child : element->children)
            serialize(child, out);
        out += "</"_L1;
        out += element->tag;
        out += u'>';
    }
    escapeText(element->tail, out);
}

} // namespace

void escapeText(QStringView text, QString &out)
{
    escape<false>(text, out);
}

void escapeAttribute(QStringView text, QString &out)
{
    escape<true>(text, out);
}

QString serialize(const Element *element)
{
    QString out;
    serialize(element, out);
    return out;
}

QString codeEscape(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'&')
            out += "&amp;"_L1;
        else if (c == u'<')
            out += "&lt;"_L1;
        else if (c == u'>')
            out += "&gt;"_L1;
        else
            out += c;
    }
    return out;
}

bool isBlockLevel(QStringView tag)
{
    static const QSet<QString> tags = [] {
        const QString names = u"address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
                              "header hgroup hr main menu nav ol p pre section table ul canvas colgroup dd body dt group html iframe li "
                              "legend math map noscript output object option progress script style summary tbody td textarea tfoot th "
                              "thead tr video"_s;
        const QStringList parts = names.split(u' ');
        return QSet<QString>(parts.begin(), parts.end());
    }();
    while (tag.endsWith(u'/'))
        tag.chop(1);
    return tags.contains(tag.toString().toLower());
}

} // namespace callboard::docs::markdown
