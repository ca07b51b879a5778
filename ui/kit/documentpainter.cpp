// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documentpainter.h"

#include "ui/kit/documentdiagrams.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using domain::Run;
using Leaf = DocumentFlow::Leaf;
using LeafKind = DocumentFlow::LeafKind;
using Box = DocumentFlow::Box;
using Marker = DocumentFlow::Marker;
using Stop = DocumentFlow::Stop;

namespace {

constexpr qreal barHeight = 5;

QTextLayout::FormatRange rangeOf(int start, int length, const QColor &ground, const QColor &ink)
{
    QTextLayout::FormatRange range;
    range.start = start;
    range.length = length;
    range.format.setBackground(ground);
    if (ink.isValid())
        range.format.setForeground(ink);
    return range;
}

} // namespace

DocumentPainter::DocumentPainter(QPainter &painter, DocumentLayout &layout, DocumentImages *images, const DocumentMarks &marks)
    : m_painter(painter)
    , m_layout(layout)
    , m_flow(layout.flow())
    , m_type(layout.type())
    , m_colours(layout.type().theme().colours())
    , m_images(images)
    , m_marks(marks)
{
}

Status DocumentPainter::statusOf(QStringView flavour)
{
    static constexpr std::array ok { "tip"_L1, "hint"_L1, "important"_L1, "success"_L1, "check"_L1, "done"_L1 };
    static constexpr std::array warning { "warning"_L1, "caution"_L1, "attention"_L1, "question"_L1, "help"_L1, "faq"_L1 };
    static constexpr std::array failed { "danger"_L1, "error"_L1, "failure"_L1, "fail"_L1, "missing"_L1, "bug"_L1 };
    static constexpr std::array plain { "quote"_L1, "cite"_L1, "example"_L1, ""_L1 };
    const auto isOne = [&](const auto &names) { return std::ranges::any_of(names, [&](QLatin1StringView name) { return flavour == name; }); };
    return isOne(ok) ? Status::Ok : isOne(warning) ? Status::Warning : isOne(failed) ? Status::Failed : isOne(plain) ? Status::None : Status::Running;
}

void DocumentPainter::paint(int first, int last, const QRectF &exposed, bool pinHeads)
{
    for (int leaf = first; leaf <= last; ++leaf)
        m_layout.lay(leaf);
    paintBoxes(first, last);
    for (int leaf = first; leaf <= last; ++leaf) {
        if (!m_flow.leaves[size_t(leaf)].hidden)
            paintLeaf(leaf);
    }
    if (pinHeads)
        paintPinnedHeads(first, exposed);
    paintBars(first, last, exposed);
    paintFocus();
}

// Boxes

/// Those around any of these leaves; an outer one comes before what lies in it.
void DocumentPainter::paintBoxes(int first, int last)
{
    std::set<int> boxes;
    for (int leaf = first; leaf <= last; ++leaf) {
        if (m_flow.leaves[size_t(leaf)].hidden)
            continue;
        for (int box = m_flow.leaves[size_t(leaf)].box; box >= 0 && boxes.insert(box).second;)
            box = m_flow.boxes[size_t(box)].parent;
    }
    for (const int box : boxes)
        paintBoxOf(box);
}

void DocumentPainter::paintBoxOf(int index)
{
    const Box &box = m_flow.boxes[size_t(index)];
    const QRectF rect = m_layout.boxRect(index);
    if (rect.height() <= 0)
        return;
    const int radius = m_type.theme().metrics().radius.card;
    switch (box.kind) {
    case Box::Kind::Quote:
        m_painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), m_colours.borderStrong);
        break;
    case Box::Kind::Admonition:
    case Box::Kind::Details: {
        const Status status = statusOf(box.flavour);
        const StatusColours &colours = m_colours.status(status);
        ui::paintBox(&m_painter, rect, radius, status == Status::None ? m_colours.slip : colours.fill,
            status == Status::None ? m_colours.borderStrong : colours.glyph);
        break;
    }
    case Box::Kind::Code: paintCodeBox(box, rect); break;
    case Box::Kind::Table: paintTableBox(index, rect); break;
    case Box::Kind::Tabs:
    case Box::Kind::Tab: break;
    }
}

void DocumentPainter::paintCodeBox(const Box &box, const QRectF &rect)
{
    const int radius = m_type.theme().metrics().radius.card;
    ui::paintBox(&m_painter, rect, radius, m_colours.code, m_colours.borderSubtle);
    const qreal y = rect.top() + m_type.codeHeadHeight();
    QRectF head(rect.left(), rect.top(), rect.width(), m_type.codeHeadHeight());
    m_painter.save();
    m_painter.setClipRect(head, Qt::IntersectClip);
    ui::paintBox(&m_painter, rect, radius, m_colours.wings, m_colours.borderSubtle);
    m_painter.restore();
    paintHairline(&m_painter, QPointF(rect.left() + 1, y).toPoint(), QPointF(rect.right() - 1, y).toPoint(), m_colours.borderSubtle);
    if (box.isTitled && !box.flavour.isEmpty()) {
        const QRectF source = m_layout.sourceRect(int(&box - m_flow.boxes.data()));
        const qreal sourceWidth = source.isEmpty() ? 0 : source.width() + m_type.scaled(8);
        m_painter.setFont(m_type.font(TextRole::Dense));
        m_painter.setPen(m_colours.textSecondary);
        m_painter.drawText(head.adjusted(0, 0, -m_type.scaled(36) - sourceWidth, 0), Qt::AlignRight | Qt::AlignVCenter, box.flavour);
    }
}

void DocumentPainter::paintTableBox(int index, const QRectF &rect)
{
    ui::paintBox(&m_painter, rect, m_type.theme().metrics().radius.card, m_colours.board, m_colours.borderStrong);
    const Box &box = m_flow.boxes[size_t(index)];
    if (box.headRows <= 0)
        return;
    QRectF head = rect;
    head.setBottom(m_layout.top(std::min(box.first + box.headRows, box.last)));
    m_painter.save();
    m_painter.setClipRect(head, Qt::IntersectClip);
    ui::paintBox(&m_painter, rect, m_type.theme().metrics().radius.card, m_colours.wings, m_colours.borderStrong);
    m_painter.restore();
}

QRectF DocumentPainter::clipOf(int box)
{
    return m_layout.boxRect(box).adjusted(1, 0, -1, 0);
}

// Leaves

void DocumentPainter::paintLeaf(int index)
{
    const Leaf &leaf = m_flow.leaves[size_t(index)];
    const LaidLeaf &laid = m_layout.laid(index);
    const qreal top = m_layout.top(index);
    const int scroller = m_layout.scrollerOf(index);
    if (scroller >= 0) {
        m_painter.save();
        m_painter.setClipRect(clipOf(scroller), Qt::IntersectClip);
    }
    if (leaf.marker != Marker::None)
        paintMarker(leaf, laid, top);
    switch (leaf.kind) {
    case LeafKind::Rule:
        paintHairline(&m_painter, QPointF(m_type.scaled(leaf.left), top + laid.height - 1).toPoint(),
            QPointF(m_layout.width() - m_type.scaled(leaf.right), top + laid.height - 1).toPoint(), m_colours.borderStrong);
        break;
    case LeafKind::CodeHead: paintCodeHead(index, top); break;
    case LeafKind::CodeLine: paintCodeLine(index, leaf, top); break;
    case LeafKind::Diagram: paintDrawing(index); break;
    case LeafKind::TableRow: paintRowLines(leaf, top, leaf.box); break;
    case LeafKind::TabBar: paintTabBar(index, laid, top); break;
    case LeafKind::BoxTitle: paintBoxTitle(leaf, top + m_type.scaled(leaf.above), m_type.lineHeight(TextRole::Body)); break;
    default: break;
    }
    paintTexts(index, leaf, laid, top);
    for (const LaidImage &image : laid.images)
        paintImage(image, top, leaf);
    if (scroller >= 0)
        m_painter.restore();
}

void DocumentPainter::paintMarker(const Leaf &leaf, const LaidLeaf &laid, qreal top)
{
    const qreal line = m_type.lineHeight(m_type.roleOf(leaf));
    const qreal y = top + m_type.scaled(leaf.above);
    const qreal gap = m_type.scaled(8);
    const qreal edge = m_type.scaled(leaf.markerLeft) - gap;
    QRectF room(edge - m_type.scaled(40), y, m_type.scaled(40), line);
    if (laid.rightToLeft)
        room.moveLeft(m_layout.width() - room.right());
    const qreal inner = laid.rightToLeft ? room.left() : room.right();
    const qreal towards = laid.rightToLeft ? 1 : -1;
    if (leaf.marker == Marker::Number) {
        m_painter.setFont(m_type.font(m_type.roleOf(leaf)));
        m_painter.setPen(m_colours.textSecondary);
        m_painter.drawText(room, (laid.rightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, QString::number(leaf.number) + u'.');
        return;
    }
    if (leaf.marker != Marker::Bullet) {
        const qreal side = m_type.scaled(13);
        QRectF check(0, y + (line - side) / 2, side, side);
        check.moveCenter({ inner + towards * side / 2, check.center().y() });
        paintCheck(check, leaf.marker == Marker::Done);
        return;
    }
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = m_type.scaled(2.5);
    const QPointF centre(inner + towards * radius, y + line / 2 + 0.5);
    m_painter.setPen(QPen(m_colours.textSecondary, 1));
    m_painter.setBrush(leaf.level == 2 ? QBrush() : QBrush(m_colours.textSecondary));
    if (leaf.level <= 2)
        m_painter.drawEllipse(centre, radius, radius);
    else
        m_painter.drawRect(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius));
    m_painter.restore();
}

void DocumentPainter::paintCheck(const QRectF &rect, bool done)
{
    ui::paintBox(&m_painter, rect, m_type.theme().metrics().radius.small, done ? m_colours.ok.fill : m_colours.slip,
        done ? m_colours.ok.glyph : m_colours.borderControl);
    if (done)
        paintIcon(&m_painter, rect.adjusted(1, 1, -1, -1).toRect(), u"check"_s, m_colours.ok.text);
}

void DocumentPainter::paintCodeLine(int index, const Leaf &leaf, qreal top)
{
    const qreal y = top + m_type.scaled(leaf.above);
    const QRectF box = m_layout.boxRect(leaf.box);
    if (leaf.marked) {
        m_painter.fillRect(QRectF(box.left() + 1, y, box.width() - 2, m_type.codeLineHeight()), m_colours.accentTint);
        m_painter.fillRect(QRectF(box.left() + 1, y, 3, m_type.codeLineHeight()), m_colours.accent);
    }
    const qreal numbers = m_layout.numbersWidth(leaf.box);
    if (leaf.number <= 0 || numbers <= 0)
        return;
    m_painter.setFont(m_type.font(TextRole::Mono));
    m_painter.setPen(m_colours.textDisabled);
    m_painter.drawText(QRectF(m_type.scaled(leaf.left) - m_layout.shiftOf(index), y, numbers - m_type.scaled(14), m_type.codeLineHeight()),
        Qt::AlignRight | Qt::AlignVCenter, QString::number(leaf.number));
}

void DocumentPainter::paintCodeHead(int index, qreal)
{
    const int box = m_flow.leaves[size_t(index)].box;
    const QRectF rect = m_layout.copyRect(box);
    const auto stop = std::ranges::find_if(m_flow.stops, [&](const Stop &one) { return one.kind == Stop::Kind::Copy && one.index == box; });
    const bool hovered = stop != m_flow.stops.end() && int(stop - m_flow.stops.begin()) == m_marks.hovered;
    if (hovered)
        ui::paintBox(&m_painter, rect, m_type.theme().metrics().radius.control, m_colours.hover, {});
    const qreal side = m_type.scaled(14);
    const QRectF icon(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    const bool copied = m_marks.copied == box;
    paintIcon(&m_painter, icon.toRect(), copied ? u"check"_s : u"copy"_s, copied ? m_colours.ok.text : m_colours.textSecondary);
    const QRectF source = m_layout.sourceRect(box);
    if (source.isEmpty() || m_layout.isPaged())
        return;
    const bool overSource = m_marks.hovered >= 0 && m_flow.stops[size_t(m_marks.hovered)].kind == Stop::Kind::Source && m_flow.stops[size_t(m_marks.hovered)].index == box;
    if (overSource)
        ui::paintBox(&m_painter, source, m_type.theme().metrics().radius.control, m_colours.hover, {});
    m_painter.setFont(m_type.font(TextRole::Dense));
    m_painter.setPen(m_colours.link);
    m_painter.drawText(source, Qt::AlignCenter, m_layout.sourceWord(box));
}

void DocumentPainter::paintDrawing(int index)
{
    const Box &box = m_flow.boxes[size_t(m_flow.leaves[size_t(index)].box)];
    if (!box.diagram)
        return;
    const QRectF rect = m_layout.diagramRect(index);
    const qreal scale = m_layout.diagramScale(m_flow.leaves[size_t(index)].box);
    m_painter.save();
    m_painter.translate(rect.left() - m_layout.shiftOf(index), rect.top());
    m_painter.scale(scale, scale);
    const Theme &theme = m_type.theme();
    paintDiagram(m_painter, *box.diagram, m_colours, DocumentDiagrams::fontOf(theme), DocumentDiagrams::fontOf(theme, true));
    m_painter.restore();
}

void DocumentPainter::paintRowLines(const Leaf &leaf, qreal top, int box)
{
    const auto edges = m_layout.columnEdges(box);
    const qreal shift = m_layout.scrollOf(box);
    const qreal upper = top + m_type.scaled(leaf.above);
    const QRectF rect = m_layout.boxRect(box);
    const qreal lower = top + m_layout.height(int(&leaf - m_flow.leaves.data()));
    for (const auto &cell : leaf.cells) {
        const size_t first = std::min(size_t(cell.column), edges.size() - 1);
        const size_t end = std::min(size_t(cell.column + cell.columns), edges.size() - 1);
        if (upper > rect.top() + 1)
            paintHairline(&m_painter, QPointF(edges[first] - shift, upper).toPoint(), QPointF(edges[end] - shift, upper).toPoint(), m_colours.borderSubtle);
        if (cell.column > 0)
            paintHairline(&m_painter, QPointF(edges[first] - shift, upper).toPoint(), QPointF(edges[first] - shift, lower).toPoint(), m_colours.borderSubtle);
    }
}

void DocumentPainter::paintTabBar(int index, const LaidLeaf &laid, qreal top)
{
    const Leaf &leaf = m_flow.leaves[size_t(index)];
    const qreal lower = top + laid.height - m_type.scaled(leaf.below) - 1;
    paintHairline(&m_painter, QPointF(m_type.scaled(leaf.left), lower).toPoint(),
        QPointF(m_layout.width() - m_type.scaled(leaf.right), lower).toPoint(), m_colours.borderStrong);
    const auto chosen = size_t(m_flow.boxes[size_t(leaf.box)].chosen);
    if (chosen >= laid.texts.size())
        return;
    const LaidText &text = laid.texts[chosen];
    m_painter.fillRect(QRectF(text.at.x() - m_type.tabPad(), lower - 1, text.layout->maximumWidth() + 2 * m_type.tabPad(), 2), m_colours.accent);
}

void DocumentPainter::paintBoxTitle(const Leaf &leaf, qreal top, qreal lineHeight)
{
    const Box &box = m_flow.boxes[size_t(leaf.box)];
    const qreal side = m_type.scaled(14);
    const QRectF rect(m_type.scaled(leaf.left), top + (lineHeight - side) / 2, side, side);
    const Status status = statusOf(box.flavour);
    const StatusColours &colours = m_colours.status(status);
    if (box.kind == Box::Kind::Details)
        paintIcon(&m_painter, rect.toRect(), box.open ? u"chevron-down"_s : u"chevron-right"_s, status == Status::None ? m_colours.textSecondary : colours.text);
    else if (status == Status::Running || status == Status::None)
        paintIcon(&m_painter, rect.toRect(), u"info"_s, colours.text);
    else
        paintStatus(&m_painter, rect, status, m_colours, colours.fill);
}

// Text

QList<QTextLayout::FormatRange> DocumentPainter::rangesOf(int index, const Leaf &leaf, const LaidText &text) const
{
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&](int start, int end, const QColor &ground, const QColor &ink) {
        const int from = std::max(start, text.start);
        const int to = std::min(end, text.start + text.length);
        if (from < to)
            ranges.append(rangeOf(from - text.start, to - from, ground, ink));
    };
    if (leaf.kind == LeafKind::TabBar)
        return ranges;
    for (const auto &span : leaf.spans) {
        if (span.style & Run::Mark)
            add(span.start, span.start + span.length, m_colours.textMark, {});
    }
    const auto first = std::ranges::lower_bound(m_marks.hits, index, {}, &DocumentHit::leaf);
    for (auto hit = first; hit != m_marks.hits.end() && hit->leaf == index; ++hit) {
        const bool current = hit - m_marks.hits.begin() == m_marks.currentHit;
        add(hit->start, hit->start + hit->length, current ? m_colours.accent : m_colours.textMark, current ? m_colours.textOnAccent : QColor());
    }
    if (m_marks.from < m_marks.to && index >= m_marks.from.leaf && index <= m_marks.to.leaf) {
        const int from = index == m_marks.from.leaf ? m_marks.from.offset : 0;
        const int to = index == m_marks.to.leaf ? m_marks.to.offset : int(leaf.text.size());
        add(from, to, m_colours.selection, {});
    }
    return ranges;
}

/// Behind inline code and keys.
void DocumentPainter::paintUnder(const Leaf &leaf, const LaidText &text, qreal top)
{
    for (const auto &span : leaf.spans) {
        if (!(span.style & (Run::Code | Run::Keyboard)) || span.image >= 0)
            continue;
        const int from = std::max(span.start, text.start) - text.start;
        const int to = std::min(span.start + span.length, text.start + text.length) - text.start;
        for (int at = 0; from < to && at < text.layout->lineCount(); ++at) {
            const QTextLine line = text.layout->lineAt(at);
            const int first = std::max(from, line.textStart());
            const int last = std::min(to, line.textStart() + line.textLength());
            if (first >= last)
                continue;
            const qreal a = line.cursorToX(first);
            const qreal b = line.cursorToX(last);
            const QRectF rect(text.at.x() + std::min(a, b) - 3, top + text.at.y() + line.y(), std::abs(b - a) + 3, line.height());
            ui::paintBox(&m_painter, rect, m_type.theme().metrics().radius.small, span.style & Run::Keyboard ? m_colours.slip : m_colours.code,
                span.style & Run::Keyboard ? m_colours.borderControl : m_colours.borderSubtle);
        }
    }
}

void DocumentPainter::paintTexts(int index, const Leaf &leaf, const LaidLeaf &laid, qreal top)
{
    const QPointF shift(-m_layout.shiftOf(index), top);
    m_painter.setPen(m_colours.text);
    if (leaf.kind == LeafKind::BoxTitle) {
        const Status status = statusOf(m_flow.boxes[size_t(leaf.box)].flavour);
        m_painter.setPen(status == Status::None ? m_colours.text : m_colours.status(status).text);
    }
    const QPen pen = m_painter.pen();
    for (const LaidText &text : laid.texts) {
        if (shift.x() != 0) {
            m_painter.save();
            m_painter.translate(shift.x(), 0);
            paintUnder(leaf, text, top);
            m_painter.restore();
        } else {
            paintUnder(leaf, text, top);
        }
        m_painter.setPen(pen);
        QList<QTextLayout::FormatRange> ranges = rangesOf(index, leaf, text);
        if (leaf.kind == LeafKind::BoxTitle)
            ranges.prepend(rangeOf(0, text.length, Qt::transparent, pen.color()));
        text.layout->draw(&m_painter, text.at + shift, ranges);
    }
    if (m_marks.hovered < 0 || m_flow.stops[size_t(m_marks.hovered)].leaf != index || m_flow.stops[size_t(m_marks.hovered)].kind != Stop::Kind::Link)
        return;
    const Stop &stop = m_flow.stops[size_t(m_marks.hovered)];
    for (const QRectF &line : m_layout.rectsOf(index, stop.start, stop.length))
        m_painter.fillRect(QRectF(line.left(), line.bottom() - 2, line.width(), 1), m_colours.link);
}

// Images

void DocumentPainter::paintImage(const LaidImage &laid, qreal top, const Leaf &leaf)
{
    const auto &image = m_flow.images[size_t(laid.image)];
    const QRectF rect = laid.rect.translated(-m_layout.shiftOf(int(&leaf - m_flow.leaves.data())), top);
    if (image.isIcon) {
        const bool link = image.source == "icon:external-link"_L1;
        paintIcon(&m_painter, rect.toRect(), image.source.sliced(5), link ? m_colours.link : m_colours.textSecondary);
        return;
    }
    const auto found = m_images ? m_images->find(image.source) : DocumentImages::Found {};
    if (found.state != DocumentImages::State::Ready) {
        paintPlaceholder(rect, image, found.state);
        return;
    }
    m_painter.save();
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
    m_painter.drawImage(rect, found.image);
    m_painter.restore();
}

void DocumentPainter::paintPlaceholder(const QRectF &rect, const DocumentFlow::Image &image, DocumentImages::State state)
{
    ui::paintBox(&m_painter, rect, m_type.theme().metrics().radius.control, m_colours.wings, m_colours.borderControl);
    const bool remote = state == DocumentImages::State::NotAsked;
    const qreal side = m_type.scaled(12);
    const QRectF icon(rect.left() + 5, rect.center().y() - side / 2, side, side);
    paintIcon(&m_painter, icon.toRect(), remote ? u"eye"_s : state == DocumentImages::State::Loading ? u"clock"_s : u"warning"_s, m_colours.textSecondary);
    const QString text = image.text.isEmpty() ? image.source.section(u'/', -1) : image.text;
    m_painter.setFont(m_type.font(TextRole::Caption));
    m_painter.setPen(m_colours.textSecondary);
    const QRectF room = rect.adjusted(side + 10, 0, -6, 0);
    m_painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, m_painter.fontMetrics().elidedText(text, Qt::ElideRight, int(room.width())));
}

// Over all of it

/// The head of a long table stays in view while its rows pass.
void DocumentPainter::paintPinnedHeads(int first, const QRectF &exposed)
{
    const int index = m_flow.boxOf(first, Box::Kind::Table);
    if (index < 0)
        return;
    const Box &box = m_flow.boxes[size_t(index)];
    if (box.headRows <= 0 || box.headRows > 3 || m_layout.boxRect(index).top() >= exposed.top())
        return;
    const QRectF table = m_layout.boxRect(index);
    const qreal height = m_layout.top(box.first + box.headRows) - table.top();
    const qreal y = std::min(exposed.top(), table.bottom() - height);
    m_painter.save();
    m_painter.setClipRect(QRectF(table.left(), exposed.top(), table.width(), y + height + 1 - exposed.top()), Qt::IntersectClip);
    m_painter.translate(0, y - table.top());
    m_painter.fillRect(QRectF(table.left(), table.top(), table.width(), height), m_colours.wings);
    for (int leaf = box.first; leaf < box.first + box.headRows; ++leaf)
        paintLeaf(leaf);
    const QPointF lower(table.left(), table.top() + height);
    paintHairline(&m_painter, lower.toPoint(), QPointF(table.right(), lower.y()).toPoint(), m_colours.borderStrong);
    paintHairline(&m_painter, table.topLeft().toPoint(), lower.toPoint(), m_colours.borderStrong);
    paintHairline(&m_painter, QPointF(table.right() - 1, table.top()).toPoint(), QPointF(table.right() - 1, lower.y()).toPoint(), m_colours.borderStrong);
    m_painter.restore();
}

QRectF DocumentPainter::scrollBarRect(DocumentLayout &layout, int box, const QRectF &exposed)
{
    const QRectF rect = layout.boxRect(box);
    const qreal content = layout.contentWidth(box);
    if (content <= rect.width() + 1 || content <= 0)
        return {};
    const qreal room = rect.width() - 8;
    const qreal width = std::max(24.0, room * rect.width() / content);
    const qreal x = rect.left() + 4 + (room - width) * layout.scrollOf(box) / (content - rect.width());
    return { x, std::min(rect.bottom(), exposed.bottom()) - barHeight - 2, width, barHeight };
}

void DocumentPainter::paintBars(int first, int last, const QRectF &exposed)
{
    int known = -1;
    for (int leaf = first; leaf <= last; ++leaf) {
        const int box = m_flow.leaves[size_t(leaf)].hidden ? -1 : m_layout.scrollerOf(leaf);
        if (box < 0 || box == known)
            continue;
        known = box;
        const QRectF bar = scrollBarRect(m_layout, box, exposed);
        if (bar.isEmpty())
            continue;
        const QRectF rect = m_layout.boxRect(box);
        if (rect.bottom() > exposed.bottom()) { // What goes on below the edge ends above the bar, and is not crossed by it.
            const bool isTable = m_flow.boxes[size_t(box)].kind == Box::Kind::Table;
            const QRectF strip(rect.left() + 1, bar.top() - 2, rect.width() - 2, exposed.bottom() - bar.top() + 2);
            m_painter.fillRect(strip, isTable ? m_colours.board : m_colours.code);
        }
        ui::paintBox(&m_painter, bar, barHeight / 2, m_marks.hoveredScroller == box ? m_colours.textSecondary : m_colours.borderControl, {});
    }
}

void DocumentPainter::paintFocus()
{
    if (m_marks.focused < 0)
        return;
    const Stop &stop = m_flow.stops[size_t(m_marks.focused)];
    if (!m_flow.isStopShown(stop) || !m_layout.isLaid(stop.leaf))
        return;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_colours.focusRing, 2));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(m_layout.stopRect(m_marks.focused).adjusted(-2, -1, 2, 1), 3, 3);
    m_painter.restore();
}

} // namespace callboard::ui
