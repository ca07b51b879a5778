// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documentaccess.h"
#include "ui/kit/documentview.h"
#include "ui/kit/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleHints>
#include <QTextBoundaryFinder>
#include <QTimer>

/// Mouse and keyboard of a page.
namespace callboard::ui {

using namespace Qt::StringLiterals;
using LeafKind = DocumentFlow::LeafKind;
using Stop = DocumentFlow::Stop;

namespace {

constexpr int sideStep = 60;
constexpr qreal barReach = 4; ///< Around a thin bar, within which it can be taken.

} // namespace

// Keyboard

void DocumentView::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    const bool moves = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Up || event->key() == Qt::Key_Down
        || event->key() == Qt::Key_Home || event->key() == Qt::Key_End || event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
    if (moves && modifiers & Qt::ShiftModifier && !(modifiers & Qt::AltModifier)) {
        moveCaret(event->key(), modifiers);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_focused >= 0) {
        activateStop(m_focused, modifiers);
        return;
    }
    if (event->key() == Qt::Key_Escape && hasSelection()) {
        clearSelection();
        return;
    }
    if (scrollByKey(event->key(), modifiers))
        return;
    event->ignore();
}

bool DocumentView::scrollByKey(int key, Qt::KeyboardModifiers modifiers)
{
    QScrollBar *bar = verticalScrollBar();
    const bool plain = modifiers == Qt::NoModifier;
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (plain)
            bar->triggerAction(key == Qt::Key_Up ? QScrollBar::SliderSingleStepSub : QScrollBar::SliderSingleStepAdd);
        return plain;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int box = scrollerAt({ 1, m_y + viewport()->height() / 2.0 });
        if (!plain || box < 0)
            return false;
        m_layout->setScroll(box, m_layout->scrollOf(box) + (key == Qt::Key_Left ? -sideStep : sideStep));
        viewport()->update();
        return true;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Space: {
        const bool up = key == Qt::Key_PageUp || (key == Qt::Key_Space && modifiers & Qt::ShiftModifier);
        if (key == Qt::Key_Space && m_focused >= 0 && plain)
            activateStop(m_focused);
        else
            bar->setValue(bar->value() + (up ? -1 : 1) * (viewport()->height() - bar->singleStep()));
        return true;
    }
    case Qt::Key_Home:
    case Qt::Key_End:
        // The end is where all of it is known; a first jump may have landed before.
        for (int times = 0; times < (key == Qt::Key_Home ? 1 : 3); ++times)
            bar->setValue(key == Qt::Key_Home ? 0 : bar->maximum());
        return true;
    case Qt::Key_N:
    case Qt::Key_P:
        if (plain)
            stepHeading(key == Qt::Key_N ? 1 : -1);
        return plain;
    default: return false;
    }
}

/// The next leaf with text that can be seen; itself where there is none.
int DocumentView::textLeaf(int leaf, int by) const
{
    const auto &leaves = m_layout->flow().leaves;
    for (int at = leaf + by; at >= 0 && at < int(leaves.size()); at += by) {
        const auto &one = leaves[size_t(at)];
        if (!one.hidden && one.kind != LeafKind::BoxEnd && one.kind != LeafKind::Rule && one.kind != LeafKind::CodeHead
            && one.kind != LeafKind::Diagram)
            return at;
    }
    return leaf;
}

DocumentPosition DocumentView::moved(const DocumentPosition &from, int key, bool byWord)
{
    const QString &text = m_layout->flow().leaves[size_t(from.leaf)].text;
    const bool rightToLeft = text.isRightToLeft();
    const bool forward = (key == Qt::Key_Right) != rightToLeft;
    if (forward && from.offset >= text.size()) {
        const int next = textLeaf(from.leaf, 1);
        return next == from.leaf ? from : DocumentPosition { next, 0 };
    }
    if (!forward && from.offset <= 0) {
        const int next = textLeaf(from.leaf, -1);
        return next == from.leaf ? from : DocumentPosition { next, int(m_layout->flow().leaves[size_t(next)].text.size()) };
    }
    QTextBoundaryFinder finder(byWord ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(from.offset);
    qsizetype to = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    // Over the spaces behind a word, to where the next begins.
    while (byWord && to > 0 && to < text.size() && text[to].isSpace())
        to = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    return { from.leaf, int(std::clamp<qsizetype>(to, 0, text.size())) };
}

void DocumentView::moveCaret(int key, Qt::KeyboardModifiers modifiers)
{
    DocumentPosition from = m_caret;
    if (!hasSelection() && m_caret == DocumentPosition {}) {
        from = m_layout->positionAt({ 0, m_y });
        m_anchor = from;
    }
    const bool control = modifiers & Qt::ControlModifier;
    const QRectF here = m_layout->caretRect(from);
    const auto vertically = [&](qreal y) { return m_layout->positionAt({ here.x(), std::clamp(y, 0.0, m_layout->totalHeight() - 1) }); };
    const auto &leaves = m_layout->flow().leaves;
    DocumentPosition to = from;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: to = moved(from, key, control); break;
    case Qt::Key_Up:
        to = vertically(here.top() - 4);
        if (to >= from) // Over the gap to what is before.
            to = { textLeaf(from.leaf, -1), 0 };
        break;
    case Qt::Key_Down:
        to = vertically(here.bottom() + 4);
        if (to <= from)
            to = { textLeaf(from.leaf, 1), from.offset };
        to.offset = std::min(to.offset, int(leaves[size_t(to.leaf)].text.size()));
        if (to <= from)
            to = { from.leaf, int(leaves[size_t(from.leaf)].text.size()) };
        break;
    case Qt::Key_PageUp: to = vertically(here.center().y() - viewport()->height()); break;
    case Qt::Key_PageDown: to = vertically(here.center().y() + viewport()->height()); break;
    case Qt::Key_Home: to = control ? DocumentPosition {} : m_layout->positionAt({ -1e6, here.center().y() }); break;
    case Qt::Key_End:
        to = control ? DocumentPosition { int(leaves.size()) - 1, int(leaves.back().text.size()) } : m_layout->positionAt({ 1e6, here.center().y() });
        break;
    default: break;
    }
    setCaret(to, true);
    bringIntoView(to);
}

void DocumentView::setCaret(const DocumentPosition &caret, bool keepAnchor)
{
    const bool had = hasSelection();
    m_caret = caret;
    if (!keepAnchor)
        m_anchor = caret;
    viewport()->update();
    if (had || hasSelection()) {
        Q_EMIT selectionChanged();
        documentSelectionChanged(this);
    }
}

int DocumentView::stepStop(int from, int by) const
{
    const auto &stops = m_layout->flow().stops;
    for (int at = from + by; at >= 0 && at < int(stops.size()); at += by) {
        if (m_layout->flow().isStopShown(stops[size_t(at)]))
            return at;
    }
    return -1;
}

/// Tab goes through what can be pressed, from what is in view on, and then on to the next widget.
bool DocumentView::focusNextPrevChild(bool next)
{
    const auto &stops = m_layout->flow().stops;
    int from = m_focused;
    if (from < 0) {
        const int leaf = m_layout->leafAt(m_y);
        const auto first = std::ranges::lower_bound(stops, leaf, {}, &Stop::leaf);
        from = next ? int(first - stops.begin()) - 1 : int(stops.size());
    }
    const int to = stepStop(from, next ? 1 : -1);
    if (to < 0) {
        m_focused = -1;
        viewport()->update();
        return QAbstractScrollArea::focusNextPrevChild(next);
    }
    focusStop(to);
    return true;
}

void DocumentView::focusStop(int index)
{
    m_focused = index;
    if (index >= 0) {
        const Stop &stop = m_layout->flow().stops[size_t(index)];
        bringIntoView({ stop.leaf, stop.start });
        documentFocusChanged(this);
    }
    viewport()->update();
}

void DocumentView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (event->reason() == Qt::BacktabFocusReason)
        m_focused = stepStop(int(m_layout->flow().stops.size()), -1);
    viewport()->update();
}

void DocumentView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        m_focused = -1;
    viewport()->update();
}

// Diagrams

void DocumentView::wantDiagrams()
{
    m_diagrams->forgetWanted();
    const auto &boxes = m_layout->flow().boxes;
    QSet<QString> here; // A page may hold one source often: each is placed once, everywhere.
    for (size_t at = 0; at < boxes.size(); ++at) {
        if (boxes[at].kind != DocumentFlow::Box::Kind::Code || boxes[at].flavour != "mermaid"_L1)
            continue;
        const QString source = m_layout->flow().codeOf(int(at));
        m_diagrams->want(source, Theme::of(this));
        if (m_diagrams->find(source))
            here.insert(source);
    }
    for (const QString &source : std::as_const(here))
        takeDiagrams(source);
}

void DocumentView::takeDiagrams(const QString &source)
{
    const QJsonObject here = place();
    DocumentFlow &flow = m_layout->flow();
    for (size_t at = 0; at < flow.boxes.size(); ++at) {
        const auto &box = flow.boxes[at];
        if (box.kind == DocumentFlow::Box::Kind::Code && box.flavour == "mermaid"_L1 && !box.diagram && flow.codeOf(int(at)) == source)
            flow.setDiagram(int(at), m_diagrams->find(source));
    }
    m_layout->foldingChanged();
    m_refined = 0;
    setPlace(here);
    viewport()->update();
    documentAccessibilityChanged(this);
}

void DocumentView::openDiagram(int box)
{
    const auto diagram = m_layout->flow().boxes[size_t(box)].diagram;
    if (!diagram)
        return;
    // Twice as fine as usual, within what a picture may be.
    const qreal scale = std::min(2.0 * devicePixelRatioF(), 8000 / std::max(1.0, std::max(diagram->size.width(), diagram->size.height())));
    const Theme &theme = Theme::of(this);
    QImage image((diagram->size * scale).toSize().expandedTo({ 1, 1 }), QImage::Format_RGB32);
    image.fill(theme.colours().code);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintDiagram(painter, *diagram, theme.colours(), DocumentDiagrams::fontOf(theme), DocumentDiagrams::fontOf(theme, true));
    painter.end();
    image.setDevicePixelRatio(scale);
    Q_EMIT diagramActivated(image, diagram->kind);
}

// Mouse

int DocumentView::scrollerAt(const QPointF &point) const
{
    const int leaf = m_layout->leafAt(point.y());
    const int box = m_layout->flow().leaves[size_t(leaf)].box;
    if (box < 0)
        return -1;
    const auto kind = m_layout->flow().boxes[size_t(box)].kind;
    const bool scrolls = kind == DocumentFlow::Box::Kind::Table || kind == DocumentFlow::Box::Kind::Code;
    return scrolls && m_layout->contentWidth(box) > m_layout->boxRect(box).width() + 1 ? box : -1;
}

void DocumentView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    const QPointF point = columnPoint(event->position());
    m_drag = { Dragging::What::Text, event->position().toPoint(), m_layout->stopAt(point), -1, 0 };
    if (const int box = scrollerAt(point); box >= 0
        && DocumentPainter::scrollBarRect(*m_layout, box, exposed()).adjusted(0, -barReach, 0, barReach).contains(point)) {
        m_drag.what = Dragging::What::Bar;
        m_drag.box = box;
        m_drag.scroll = m_layout->scrollOf(box);
        return;
    }
    if (m_drag.stop >= 0 && m_layout->flow().stops[size_t(m_drag.stop)].kind != Stop::Kind::Link) {
        m_drag.what = Dragging::What::Stop;
        return;
    }
    setCaret(m_layout->positionAt(point), event->modifiers() & Qt::ShiftModifier);
}

void DocumentView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (m_drag.what == Dragging::What::Nothing) {
        const QPointF point = columnPoint(event->position());
        setHovered(m_layout->stopAt(point));
        const int scroller = scrollerAt(point);
        if (std::exchange(m_hoveredScroller, scroller) != scroller)
            viewport()->update();
        return;
    }
    if (m_drag.what == Dragging::What::Bar) {
        const qreal room = m_layout->boxRect(m_drag.box).width();
        m_layout->setScroll(m_drag.box, m_drag.scroll + (at.x() - m_drag.from.x()) * m_layout->contentWidth(m_drag.box) / room);
        viewport()->update();
        return;
    }
    if ((at - m_drag.from).manhattanLength() < QGuiApplication::styleHints()->startDragDistance() && m_drag.stop >= 0)
        return;
    m_drag.stop = -1;
    if (m_drag.what == Dragging::What::Text)
        dragTo(at);
}

void DocumentView::dragTo(const QPoint &at)
{
    m_pointer = at;
    setCaret(m_layout->positionAt(columnPoint(at)), true);
    const bool outside = at.y() < 0 || at.y() > viewport()->height();
    if (outside && !m_dragTimer->isActive())
        m_dragTimer->start();
    else if (!outside)
        m_dragTimer->stop();
}

/// The pointer is beyond the edge: the page comes after it.
void DocumentView::stepDrag()
{
    const int beyond = m_pointer.y() < 0 ? m_pointer.y() : m_pointer.y() - viewport()->height();
    if (m_drag.what != Dragging::What::Text || beyond == 0) {
        m_dragTimer->stop();
        return;
    }
    verticalScrollBar()->setValue(verticalScrollBar()->value() + std::clamp(beyond, -60, 60));
    setCaret(m_layout->positionAt(columnPoint(m_pointer)), true);
}

void DocumentView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        QAbstractScrollArea::mouseReleaseEvent(event);
        return;
    }
    m_dragTimer->stop();
    const Dragging drag = std::exchange(m_drag, {});
    if (drag.stop >= 0 && m_layout->stopAt(columnPoint(event->position())) == drag.stop) {
        m_focused = drag.stop;
        activateStop(drag.stop, event->modifiers());
        return;
    }
    if (hasSelection() && QGuiApplication::clipboard()->supportsSelection())
        QGuiApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
}

void DocumentView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_layout->stopAt(columnPoint(event->position())) < 0)
        selectWord(m_layout->positionAt(columnPoint(event->position())));
}

void DocumentView::selectWord(const DocumentPosition &at)
{
    const QString &text = m_layout->flow().leaves[size_t(at.leaf)].text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(at.offset);
    const qsizetype start = finder.isAtBoundary() && finder.boundaryReasons() & QTextBoundaryFinder::StartOfItem ? at.offset : finder.toPreviousBoundary();
    finder.setPosition(at.offset);
    const qsizetype end = finder.toNextBoundary();
    if (start >= 0 && end > start)
        select({ at.leaf, int(start) }, { at.leaf, int(end) });
}

void DocumentView::setHovered(int stop)
{
    if (m_hovered == stop)
        return;
    m_hovered = stop;
    viewport()->setCursor(stop >= 0 ? Qt::PointingHandCursor : Qt::IBeamCursor);
    viewport()->update();
    const auto &flow = m_layout->flow();
    const bool link = stop >= 0 && flow.stops[size_t(stop)].kind == Stop::Kind::Link;
    Q_EMIT linkHovered(link ? flow.links[size_t(flow.stops[size_t(stop)].index)].target : QString());
}

QString DocumentView::toolTipOf(int index) const
{
    const auto &flow = m_layout->flow();
    const Stop &stop = flow.stops[size_t(index)];
    switch (stop.kind) {
    case Stop::Kind::Link: {
        const auto &link = flow.links[size_t(stop.index)];
        return link.title.isEmpty() ? link.target : QString(link.title + u'\n' + link.target);
    }
    case Stop::Kind::Image: {
        const auto &image = flow.images[size_t(stop.index)];
        const bool asks = m_images && m_images->find(image.source).state == DocumentImages::State::NotAsked;
        const QString title = image.title.isEmpty() ? image.text : image.title;
        return asks ? tr("A picture on the network; press to open it:\n%1").arg(image.source) : title;
    }
    case Stop::Kind::Copy: return tr("Copy this code");
    case Stop::Kind::Diagram: return tr("Show the drawing large");
    case Stop::Kind::Source:
    case Stop::Kind::Fold:
    case Stop::Kind::Tab: break;
    }
    return {};
}

void DocumentView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, byKey ? m_focused : m_layout->stopAt(columnPoint(event->pos())));
    Q_EMIT menuRequested(menu);
    menu->popup(byKey && m_focused >= 0 ? viewport()->mapToGlobal(viewportRect(m_layout->stopRect(m_focused)).bottomLeft()) : event->globalPos());
}

void DocumentView::fillMenu(QMenu *menu, int stop)
{
    if (stop >= 0 && m_layout->flow().stops[size_t(stop)].kind == Stop::Kind::Link) {
        const QString target = m_layout->flow().links[size_t(m_layout->flow().stops[size_t(stop)].index)].target;
        connect(menu->addAction(tr("Open")), &QAction::triggered, this, [this, target] { Q_EMIT linkActivated(target, {}); });
        if (!target.startsWith("http"_L1) && !target.startsWith("mailto:"_L1))
            connect(menu->addAction(tr("Open beside")), &QAction::triggered, this, [this, target] { Q_EMIT linkActivated(target, Qt::ControlModifier); });
        connect(menu->addAction(tr("Copy address")), &QAction::triggered, this, [target] { QGuiApplication::clipboard()->setText(target); });
        menu->addSeparator();
    }
    QAction *copies = menu->addAction(icon(u"copy"_s), tr("Copy"));
    copies->setEnabled(hasSelection());
    connect(copies, &QAction::triggered, this, [this] { copy(); });
    connect(menu->addAction(tr("Select all")), &QAction::triggered, this, [this] { selectAll(); });
    connect(menu->addAction(icon(u"search"_s), tr("Find…")), &QAction::triggered, this, [this] { Q_EMIT findRequested(); });
}

} // namespace callboard::ui
