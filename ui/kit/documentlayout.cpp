// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documentlayout.h"

#include "models/items/diagram.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using LeafKind = DocumentFlow::LeafKind;
using Box = DocumentFlow::Box;
using Stop = DocumentFlow::Stop;

namespace {

/// Below these lines code stays plain: to colour a line, all before it have to be read.
constexpr int mostColouredLines = 5000;
/// Longer lines cost more than they tell.
constexpr qsizetype longestColouredLine = 4000;
constexpr float diagramPad = 10;
constexpr qreal leastDiagramScale = 0.85; ///< 11 px, as the smallest text of the theme.

/// Languages whose definitions are in memory: to use them costs nothing that a person would notice.
QSet<QString> &loadedLanguages()
{
    static QSet<QString> loaded;
    return loaded;
}

} // namespace

DocumentLayout::DocumentLayout(DocumentFlow flow)
    : m_flow(std::move(flow))
    , m_imageSize([](const DocumentFlow::Image &image) { return QSizeF(image.width, image.height); })
{
}

void DocumentLayout::setLook(const Theme &theme, int percent, qreal width)
{
    m_type = std::make_unique<DocumentType>(theme, percent);
    m_width = width;
    m_tables.clear();
    m_codes.clear();
    m_laidOnes.clear();
    m_laid.clear();
    m_laid.resize(m_flow.leaves.size());
    guessHeights();
}

void DocumentLayout::guessHeights()
{
    m_heights.resize(m_flow.leaves.size());
    m_tops.resize(m_flow.leaves.size() + 1);
    for (size_t at = 0; at < m_flow.leaves.size(); ++at) {
        const auto &leaf = m_flow.leaves[at];
        m_heights[at] = leaf.hidden                  ? 0
            : m_laid[at]                             ? m_laid[at]->height
            : leaf.kind == LeafKind::Diagram         ? diagramHeight(leaf)
            : leaf.kind == LeafKind::TableRow        ? m_type->estimateRow(leaf, table(leaf.box).edges)
                                                     : m_type->estimate(m_flow, leaf, m_width);
    }
    m_tops[0] = 0;
    m_topsTo = 0;
}

void DocumentLayout::foldingChanged()
{
    // Over a drawing stands what it is, over its source that it is one.
    for (const int leaf : m_laidOnes) {
        const auto &one = m_flow.leaves[size_t(leaf)];
        if (one.kind == LeafKind::CodeHead && m_flow.boxes[size_t(one.box)].diagram)
            m_laid[size_t(leaf)].reset();
    }
    std::erase_if(m_laidOnes, [this](int leaf) { return !isLaid(leaf); });
    guessHeights();
}

void DocumentLayout::imageChanged(const QString &source)
{
    for (const int leaf : m_laidOnes) {
        const auto &laid = m_laid[size_t(leaf)];
        if (laid && std::ranges::any_of(laid->images, [&](const LaidImage &image) { return m_flow.images[size_t(image.image)].source == source; }))
            m_laid[size_t(leaf)].reset();
    }
    std::erase_if(m_laidOnes, [this](int leaf) { return !isLaid(leaf); });
}

qreal DocumentLayout::top(int leaf) const
{
    const auto wanted = size_t(leaf);
    for (; m_topsTo < wanted; ++m_topsTo)
        m_tops[m_topsTo + 1] = m_tops[m_topsTo] + m_heights[m_topsTo];
    return m_tops[wanted];
}

int DocumentLayout::leafAt(qreal y) const
{
    top(count());
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    int leaf = std::clamp(int(after - m_tops.begin()) - 1, 0, count() - 1);
    // What lies beyond both ends may be hidden.
    while (leaf > 0 && m_flow.leaves[size_t(leaf)].hidden)
        --leaf;
    return leaf;
}

qreal DocumentLayout::lay(int leaf)
{
    const auto at = size_t(leaf);
    if (m_laid[at] || m_flow.leaves[at].hidden)
        return 0;
    m_laid[at] = std::make_unique<LaidLeaf>(make(leaf));
    m_laidOnes.push_back(leaf);
    const qreal more = m_laid[at]->height - m_heights[at];
    if (more != 0) {
        m_heights[at] = m_laid[at]->height;
        m_topsTo = std::min(m_topsTo, at);
    }
    return more;
}

const LaidLeaf &DocumentLayout::laid(int leaf)
{
    static const LaidLeaf nothing;
    lay(leaf);
    return m_laid[size_t(leaf)] ? *m_laid[size_t(leaf)] : nothing;
}

void DocumentLayout::keepOnly(int first, int last)
{
    std::erase_if(m_laidOnes, [&](int leaf) {
        if (leaf >= first && leaf <= last)
            return false;
        m_laid[size_t(leaf)].reset();
        return true;
    });
}

LaidLeaf DocumentLayout::make(int at)
{
    const auto &leaf = m_flow.leaves[size_t(at)];
    if (leaf.kind == LeafKind::TableRow)
        return m_type->setRow(m_flow, leaf, table(leaf.box).edges, m_imageSize);
    if (leaf.kind == LeafKind::Diagram) {
        LaidLeaf laid;
        laid.height = diagramHeight(leaf);
        return laid;
    }
    if (leaf.kind == LeafKind::CodeLine)
        return m_type->setCode(leaf, code(leaf.box).numbers, coloursOf(at, leaf.box), m_paged ? m_width : 0);
    return m_type->set(m_flow, leaf, m_width, m_imageSize);
}

// Code

DocumentLayout::Code &DocumentLayout::code(int box)
{
    if (const auto known = m_codes.find(box); known != m_codes.end())
        return known->second;
    Code &code = m_codes[box];
    const Box &around = m_flow.boxes[size_t(box)];
    qsizetype longest = 0;
    int highest = 0;
    for (int at = around.first; at <= around.last; ++at) {
        const auto &leaf = m_flow.leaves[size_t(at)];
        if (leaf.kind != LeafKind::CodeLine)
            continue;
        // Letters beyond Latin and Cyrillic are mostly twice as wide, and a tab stands for up to four.
        qsizetype columns = leaf.text.size();
        for (const QChar c : leaf.text)
            columns += c.unicode() >= 0x1100 ? 1 : c == u'\t' ? 3 : 0;
        longest = std::max(longest, columns);
        highest = std::max(highest, leaf.number);
    }
    code.numbers = m_type->numbersWidth(highest > 0 ? int(QString::number(highest).size()) : 0);
    const auto &first = m_flow.leaves[size_t(around.first)];
    code.contentWidth = m_type->scaled(first.left + first.right - around.left - around.right) + code.numbers + qreal(longest) * m_type->monoWidth();
    return code;
}

qreal DocumentLayout::numbersWidth(int box)
{
    return code(box).numbers;
}

std::span<const CodeSpan> DocumentLayout::coloursOf(int leaf, int box)
{
    Code &state = code(box);
    const Box &around = m_flow.boxes[size_t(box)];
    const int line = leaf - around.first - 1; // The first leaf is the head.
    if (state.plain || line >= mostColouredLines)
        return {};
    if (!state.colourer) {
        if (!m_paged && !loadedLanguages().contains(around.flavour)) {
            if (!around.flavour.isEmpty() && !m_languagesWanted.contains(around.flavour))
                m_languagesWanted.append(around.flavour);
            return {};
        }
        const auto definition = codeDefinition(around.flavour);
        state.plain = !definition.isValid();
        if (state.plain)
            return {};
        state.colourer = std::make_unique<CodeColourer>(definition, m_type->theme().colours());
    }
    while (int(state.lines.size()) <= line) {
        const QString &text = m_flow.leaves[size_t(around.first) + 1 + state.lines.size()].text;
        state.lines.push_back(text.size() > longestColouredLine ? std::vector<CodeSpan> {} : state.colourer->next(text));
    }
    return state.lines[size_t(line)];
}

void DocumentLayout::loadColours()
{
    const QStringList wanted = std::exchange(m_languagesWanted, {});
    for (const QString &language : wanted) {
        // The file is read with the first line that is coloured.
        if (const auto definition = codeDefinition(language); definition.isValid())
            CodeColourer(definition, m_type->theme().colours()).next({});
        loadedLanguages().insert(language);
    }
    std::erase_if(m_laidOnes, [&](int leaf) {
        const auto &one = m_flow.leaves[size_t(leaf)];
        if (one.kind != LeafKind::CodeLine || !wanted.contains(m_flow.boxes[size_t(one.box)].flavour))
            return false;
        m_laid[size_t(leaf)].reset();
        return true;
    });
}

// Boxes

QRectF DocumentLayout::boxRect(int box) const
{
    const Box &around = m_flow.boxes[size_t(box)];
    const qreal upper = top(around.first) + m_type->scaled(around.edge);
    const qreal lower = top(around.last + 1);
    return { m_type->scaled(around.left), upper, m_width - m_type->scaled(around.left + around.right), std::max(0.0, lower - upper) };
}

qreal DocumentLayout::contentWidth(int box)
{
    const Box &around = m_flow.boxes[size_t(box)];
    if (m_paged)
        return 0;
    if (around.kind == Box::Kind::Table)
        return table(box).edges.back() - table(box).edges.front();
    if (around.isDrawn())
        return around.diagram->size.width() * diagramScale(box) + m_type->scaled(2 * diagramPad);
    return around.kind == Box::Kind::Code ? code(box).contentWidth : 0;
}

int DocumentLayout::scrollerOf(int leaf) const
{
    const auto &one = m_flow.leaves[size_t(leaf)];
    return one.kind == LeafKind::TableRow || one.kind == LeafKind::CodeLine || one.kind == LeafKind::Diagram ? one.box : -1;
}

void DocumentLayout::setScroll(int box, qreal x)
{
    m_scrolls[box] = std::clamp(x, 0.0, std::max(0.0, contentWidth(box) - boxRect(box).width()));
}

qreal DocumentLayout::shiftOf(int leaf) const
{
    const int box = scrollerOf(leaf);
    return box < 0 ? 0 : scrollOf(box);
}

QRectF DocumentLayout::copyRect(int box) const
{
    const QRectF rect = boxRect(box);
    const qreal side = m_type->scaled(22);
    const qreal inset = (m_type->codeHeadHeight() - side) / 2;
    return { rect.right() - side - inset, rect.top() + inset, side, side };
}

QString DocumentLayout::sourceWord(int box) const
{
    return m_flow.boxes[size_t(box)].asSource ? QCoreApplication::translate("callboard::ui::DocumentView", "Show drawing")
                                              : QCoreApplication::translate("callboard::ui::DocumentView", "Show source");
}

QRectF DocumentLayout::sourceRect(int box) const
{
    if (!m_flow.boxes[size_t(box)].diagram)
        return {};
    const QRectF copy = copyRect(box);
    const qreal width = QFontMetricsF(m_type->font(TextRole::Dense)).horizontalAdvance(sourceWord(box)) + m_type->scaled(12);
    return { copy.left() - width - m_type->scaled(4), copy.top(), width, copy.height() };
}

// Diagrams

/// As large as text is; smaller to fit, until it could not be read any more: then it scrolls.
qreal DocumentLayout::diagramScale(int index) const
{
    const Box &box = m_flow.boxes[size_t(index)];
    const qreal room = m_width - m_type->scaled(box.left + box.right + 2 * diagramPad);
    const qreal whole = m_type->scaled(1);
    qreal fitting = std::min(whole, room / std::max(1.0, box.diagram->size.width()));
    if (m_mostHeight > 0)
        fitting = std::min(fitting, m_mostHeight / std::max(1.0, box.diagram->size.height()));
    return m_paged ? fitting : std::max(fitting, whole * leastDiagramScale);
}

qreal DocumentLayout::diagramHeight(const DocumentFlow::Leaf &leaf) const
{
    const Box &box = m_flow.boxes[size_t(leaf.box)];
    const qreal drawing = box.diagram ? box.diagram->size.height() * diagramScale(leaf.box) : 0;
    return m_type->scaled(leaf.above + leaf.below) + drawing;
}

QRectF DocumentLayout::diagramRect(int index) const
{
    const auto &leaf = m_flow.leaves[size_t(index)];
    const Box &box = m_flow.boxes[size_t(leaf.box)];
    if (!box.diagram)
        return {};
    const QSizeF size = box.diagram->size * diagramScale(leaf.box);
    const qreal left = m_type->scaled(box.left + diagramPad);
    const qreal room = m_width - m_type->scaled(box.left + box.right + 2 * diagramPad);
    return { left + std::max(0.0, (room - size.width()) / 2), top(index) + m_type->scaled(leaf.above), size.width(), size.height() };
}

// Places

const LaidText *DocumentLayout::textAt(const LaidLeaf &laid, const QPointF &point) const
{
    const LaidText *nearest = nullptr;
    qreal distance = 0;
    for (const LaidText &text : laid.texts) {
        qreal right = text.at.x();
        for (int at = 0; at < text.layout->lineCount(); ++at)
            right = std::max(right, text.at.x() + text.layout->lineAt(at).x() + text.layout->lineAt(at).width());
        const qreal away = point.x() < text.at.x() ? text.at.x() - point.x() : std::max(0.0, point.x() - right);
        if (!nearest || away < distance) {
            nearest = &text;
            distance = away;
        }
    }
    return nearest;
}

DocumentPosition DocumentLayout::positionAt(const QPointF &point)
{
    const int leaf = leafAt(point.y());
    if (point.y() >= totalHeight())
        return { leaf, int(m_flow.leaves[size_t(leaf)].text.size()) };
    const LaidLeaf &found = laid(leaf);
    const QPointF inLeaf(point.x() + shiftOf(leaf), point.y() - top(leaf));
    const LaidText *text = textAt(found, inLeaf);
    if (!text || text->layout->lineCount() == 0)
        return { leaf, 0 };
    const qreal y = inLeaf.y() - text->at.y();
    int line = 0;
    while (line + 1 < text->layout->lineCount() && text->layout->lineAt(line).y() + text->layout->lineAt(line).height() < y)
        ++line;
    return { leaf, text->start + text->layout->lineAt(line).xToCursor(inLeaf.x() - text->at.x()) };
}

QRectF DocumentLayout::caretRect(const DocumentPosition &position)
{
    const LaidLeaf &found = laid(position.leaf);
    const qreal y = top(position.leaf);
    for (const LaidText &text : found.texts) {
        if (position.offset < text.start || position.offset > text.start + text.length)
            continue;
        const QTextLine line = text.layout->lineForTextPosition(position.offset - text.start);
        if (!line.isValid())
            break;
        const qreal x = line.cursorToX(position.offset - text.start);
        return { text.at.x() + x - shiftOf(position.leaf), y + text.at.y() + line.y(), 1, line.height() };
    }
    return { m_type->scaled(m_flow.leaves[size_t(position.leaf)].left), y, 1, found.height };
}

std::vector<QRectF> DocumentLayout::rectsOf(int leaf, int start, int length)
{
    std::vector<QRectF> rects;
    const LaidLeaf &found = laid(leaf);
    for (const LaidText &text : found.texts) {
        const int from = std::max(start, text.start) - text.start;
        const int to = std::min(start + length, text.start + text.length) - text.start;
        if (from >= to)
            continue;
        for (int at = 0; at < text.layout->lineCount(); ++at) {
            const QTextLine line = text.layout->lineAt(at);
            const int first = std::max(from, line.textStart());
            const int last = std::min(to, line.textStart() + line.textLength());
            if (first >= last)
                continue;
            const qreal a = line.cursorToX(first);
            const qreal b = line.cursorToX(last);
            rects.emplace_back(text.at.x() + std::min(a, b) - shiftOf(leaf), top(leaf) + text.at.y() + line.y(), std::abs(b - a), line.height());
        }
    }
    return rects;
}

QRectF DocumentLayout::stopRect(int index)
{
    const Stop &stop = m_flow.stops[size_t(index)];
    if (stop.kind == Stop::Kind::Copy)
        return copyRect(stop.index);
    if (stop.kind == Stop::Kind::Source)
        return sourceRect(stop.index);
    if (stop.kind == Stop::Kind::Diagram) {
        const QRectF box = boxRect(stop.index);
        return diagramRect(stop.leaf).translated(-shiftOf(stop.leaf), 0).intersected(box.adjusted(2, 0, -2, 0));
    }
    if (stop.kind == Stop::Kind::Fold) {
        const QRectF box = boxRect(stop.index);
        return { box.left(), box.top(), box.width(), top(stop.leaf) + height(stop.leaf) - box.top() };
    }
    if (stop.kind == Stop::Kind::Image) {
        for (const LaidImage &image : laid(stop.leaf).images) {
            if (image.image == stop.index)
                return image.rect.translated(-shiftOf(stop.leaf), top(stop.leaf));
        }
    }
    QRectF rect;
    for (const QRectF &line : rectsOf(stop.leaf, stop.start, stop.length))
        rect |= line;
    if (stop.kind == Stop::Kind::Tab)
        rect.adjust(-m_type->tabPad(), -4, m_type->tabPad(), 4);
    return rect;
}

int DocumentLayout::stopAt(const QPointF &point)
{
    if (point.y() < 0 || point.y() >= totalHeight())
        return -1;
    const int leaf = leafAt(point.y());
    const auto first = std::ranges::lower_bound(m_flow.stops, leaf, {}, &Stop::leaf);
    for (auto stop = first; stop != m_flow.stops.end() && stop->leaf == leaf; ++stop) {
        const int index = int(stop - m_flow.stops.begin());
        if (stop->kind != Stop::Kind::Link) {
            if (stopRect(index).contains(point))
                return index;
            continue;
        }
        for (const QRectF &line : rectsOf(leaf, stop->start, stop->length)) {
            if (line.contains(point))
                return index;
        }
        for (const LaidImage &image : laid(leaf).images) { // A linked picture is higher than its line's text.
            const auto span = std::ranges::find(m_flow.leaves[size_t(leaf)].spans, image.image, &DocumentFlow::Span::image);
            if (span != m_flow.leaves[size_t(leaf)].spans.end() && span->link == stop->index
                && image.rect.translated(-shiftOf(leaf), top(leaf)).contains(point))
                return index;
        }
    }
    return -1;
}

} // namespace callboard::ui
