// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documentcopy.h"

#include <QStringMatcher>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using domain::Run;
using Leaf = DocumentFlow::Leaf;
using LeafKind = DocumentFlow::LeafKind;
using Marker = DocumentFlow::Marker;
using Span = DocumentFlow::Span;

namespace {

QString markerText(const Leaf &leaf)
{
    switch (leaf.marker) {
    case Marker::Bullet: return u"- "_s;
    case Marker::Number: return QString::number(leaf.number) + u". "_s;
    case Marker::Empty: return u"- [ ] "_s;
    case Marker::Done: return u"- [x] "_s;
    case Marker::None: break;
    }
    return {};
}

/// What is between a leaf and the one before it.
QString partingText(const Leaf &before, const Leaf &leaf)
{
    const bool together = (leaf.kind == LeafKind::CodeLine && before.kind == LeafKind::CodeLine)
        || (leaf.kind == LeafKind::TableRow && before.kind == LeafKind::TableRow)
        || (leaf.marker != Marker::None && before.marker != Marker::None);
    return together ? u"\n"_s : u"\n\n"_s;
}

bool hasText(const DocumentFlow &flow, const Leaf &leaf)
{
    // Of a drawing that which it was drawn from.
    return (!leaf.hidden || flow.isDrawnOver(leaf)) && leaf.kind != LeafKind::Diagram && leaf.kind != LeafKind::BoxEnd && leaf.kind != LeafKind::Rule && leaf.kind != LeafKind::CodeHead;
}

/// Calls `visit(leaf, from, to)` for each leaf with text in between.
template<typename Visit>
void forEachLeaf(const DocumentFlow &flow, const DocumentPosition &from, const DocumentPosition &to, Visit visit)
{
    for (int at = from.leaf; at <= to.leaf && at < int(flow.leaves.size()); ++at) {
        const Leaf &leaf = flow.leaves[size_t(at)];
        if (!hasText(flow, leaf))
            continue;
        const int start = at == from.leaf ? from.offset : 0;
        const int end = at == to.leaf ? to.offset : int(leaf.text.size());
        if (start < end || (leaf.kind == LeafKind::CodeLine && at > from.leaf && at < to.leaf))
            visit(leaf, start, end);
    }
}

QString spanHtml(const DocumentFlow &flow, const Leaf &leaf, const Span &span, int from, int to)
{
    if (span.image >= 0) {
        const auto &image = flow.images[size_t(span.image)];
        return image.isIcon ? QString() : image.text.toHtmlEscaped();
    }
    QString html = leaf.text.mid(from, to - from).toHtmlEscaped().replace(QChar::LineSeparator, "<br>"_L1);
    struct Tag {
        Run::Style style;
        QLatin1StringView name;
    };
    static constexpr std::array tags { Tag { Run::Code, "code"_L1 }, Tag { Run::Keyboard, "kbd"_L1 }, Tag { Run::Strong, "strong"_L1 },
        Tag { Run::Emphasis, "em"_L1 }, Tag { Run::Strike, "del"_L1 }, Tag { Run::Mark, "mark"_L1 }, Tag { Run::Inserted, "ins"_L1 },
        Tag { Run::Superscript, "sup"_L1 }, Tag { Run::Subscript, "sub"_L1 } };
    for (const Tag &tag : tags) {
        if (span.style & tag.style)
            html = u'<' + tag.name + u'>' + html + "</"_L1 + tag.name + u'>';
    }
    // Addresses within a site mean nothing elsewhere.
    if (span.link >= 0 && flow.links[size_t(span.link)].isExternal())
        html = "<a href=\""_L1 + flow.links[size_t(span.link)].target.toHtmlEscaped() + "\">"_L1 + html + "</a>"_L1;
    return html;
}

QString leafHtml(const DocumentFlow &flow, const Leaf &leaf, int from, int to)
{
    QString html;
    for (const Span &span : leaf.spans) {
        const int start = std::max(from, span.start);
        const int end = std::min(to, span.start + span.length);
        if (start < end)
            html += spanHtml(flow, leaf, span, start, end);
    }
    return html;
}

QString rowHtml(const DocumentFlow &flow, const Leaf &leaf, int from, int to)
{
    const QLatin1StringView name = leaf.head ? "th"_L1 : "td"_L1;
    QString html = u"<tr>"_s;
    for (const auto &cell : leaf.cells) {
        const int start = std::max(from, cell.start);
        const int end = std::min(to, cell.start + cell.length);
        html += u'<' + name + u'>' + (start < end ? leafHtml(flow, leaf, start, end) : QString()) + "</"_L1 + name + u'>';
    }
    return html + "</tr>"_L1;
}

/// What leaves of a kind lie in together.
QString wrapper(const Leaf &leaf)
{
    switch (leaf.kind) {
    case LeafKind::CodeLine: return u"pre"_s;
    case LeafKind::TableRow: return u"table"_s;
    default: break;
    }
    return leaf.marker == Marker::None ? QString() : leaf.marker == Marker::Number ? u"ol"_s : u"ul"_s;
}

QString elementHtml(const DocumentFlow &flow, const Leaf &leaf, int from, int to)
{
    if (leaf.kind == LeafKind::TableRow)
        return rowHtml(flow, leaf, from, to);
    if (leaf.kind == LeafKind::CodeLine)
        return leaf.text.mid(from, to - from).toHtmlEscaped() + u'\n';
    const QString name = leaf.kind == LeafKind::Heading ? u'h' + QString::number(leaf.level) : leaf.marker == Marker::None ? u"p"_s : u"li"_s;
    return u'<' + name + u'>' + leafHtml(flow, leaf, from, to) + "</"_L1 + name + u'>';
}

} // namespace

QString readText(const DocumentFlow &flow, const Leaf &leaf, int from, int to)
{
    QString text;
    int done = from;
    for (const Span &span : leaf.spans) {
        if (span.image < 0 || span.start < from || span.start >= to)
            continue;
        text += QStringView(leaf.text).sliced(done, span.start - done);
        const auto &image = flow.images[size_t(span.image)];
        if (!image.isIcon)
            text += image.text;
        done = span.start + span.length;
    }
    text += QStringView(leaf.text).sliced(done, to - done);
    return text.replace(QChar::LineSeparator, u'\n');
}

QString plainTextOf(const DocumentFlow &flow, const DocumentPosition &from, const DocumentPosition &to)
{
    QString text;
    const Leaf *before = nullptr;
    forEachLeaf(flow, from, to, [&](const Leaf &leaf, int start, int end) {
        if (before)
            text += partingText(*before, leaf);
        if (start == 0 && before)
            text += markerText(leaf);
        text += readText(flow, leaf, start, end);
        before = &leaf;
    });
    return text;
}

QString htmlOf(const DocumentFlow &flow, const DocumentPosition &from, const DocumentPosition &to)
{
    QString html;
    QString open;
    int openBox = -1;
    forEachLeaf(flow, from, to, [&](const Leaf &leaf, int start, int end) {
        const QString wanted = wrapper(leaf);
        const int box = wanted == "pre"_L1 || wanted == "table"_L1 ? leaf.box : -1;
        if (wanted != open || box != openBox) {
            if (!open.isEmpty())
                html += "</"_L1 + open + u'>';
            if (!wanted.isEmpty())
                html += u'<' + wanted + u'>';
            open = wanted;
            openBox = box;
        }
        html += elementHtml(flow, leaf, start, end);
    });
    if (!open.isEmpty())
        html += "</"_L1 + open + u'>';
    return html;
}

std::vector<DocumentHit> findText(const DocumentFlow &flow, const QString &text, size_t limit)
{
    std::vector<DocumentHit> hits;
    if (text.isEmpty())
        return hits;
    const QStringMatcher matcher(text, Qt::CaseInsensitive);
    for (size_t leaf = 0; leaf < flow.leaves.size() && hits.size() < limit; ++leaf) {
        if (flow.leaves[leaf].kind == LeafKind::Diagram)
            continue;
        const QString &in = flow.leaves[leaf].text;
        for (qsizetype at = matcher.indexIn(in); at >= 0 && hits.size() < limit; at = matcher.indexIn(in, at + text.size()))
            hits.push_back({ int(leaf), int(at), int(text.size()) });
    }
    return hits;
}

} // namespace callboard::ui
