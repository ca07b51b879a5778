// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/mapcanvas.h"

#include "ui/kit/widgets.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace callboard::ui::panes {

namespace {

    constexpr qreal panStep = 64; // px a key

    bool isArrow(int key) { return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down; }

} // namespace

void MapCanvas::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const bool zooms = event->modifiers() & Qt::ControlModifier || event->pixelDelta().isNull();
    if (!zooms)
        panBy(event->pixelDelta());
    else if (event->modifiers() & Qt::ShiftModifier)
        panBy({ qreal(event->angleDelta().y() + event->angleDelta().x()), 0 });
    else
        zoomAt(event->position(), m_zoom * std::pow(1.0015, event->angleDelta().y()));
}

void MapCanvas::moveByMinimap(const QPoint &place)
{
    const QSizeF size = m_minimap.deviceIndependentSize();
    const QRect area = minimapRect();
    const QPointF corner(area.center().x() + 0.5 - size.width() / 2, area.center().y() + 0.5 - size.height() / 2);
    const QPointF at = (QPointF(place) - corner) * m_scene->bounds.width() / size.width() + m_scene->bounds.topLeft();
    m_view = View::Moved;
    setOrigin(at - QPointF(viewport()->width(), viewport()->height()) / 2 / m_zoom);
}

void MapCanvas::mousePressEvent(QMouseEvent *event)
{
    if (!m_scene || event->button() == Qt::RightButton)
        return;
    const QRectF view(m_origin, QSizeF(viewport()->size()) / m_zoom);
    m_dragFrom = event->pos();
    if (event->button() == Qt::LeftButton && minimapRect().contains(event->pos()) && !view.contains(m_scene->bounds.adjusted(4, 4, -4, -4)) && !m_minimap.isNull()) {
        m_drag = Drag::Minimap;
        moveByMinimap(event->pos());
        return;
    }
    const int node = event->button() == Qt::LeftButton ? m_scene->nodeAt(toMap(event->position())) : -1;
    if (node >= 0)
        setCurrent(node, false);
    else
        m_drag = Drag::Map;
}

void MapCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_scene)
        return;
    if (m_drag == Drag::Minimap) {
        moveByMinimap(event->pos());
    } else if (m_drag == Drag::Map) {
        panBy(event->pos() - m_dragFrom);
        m_dragFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
    } else {
        const int node = m_scene->nodeAt(toMap(event->position()));
        if (node == m_hovered)
            return;
        m_hovered = node;
        viewport()->setCursor(node >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        viewport()->update();
    }
}

void MapCanvas::mouseReleaseEvent(QMouseEvent *)
{
    m_drag = Drag::None;
    viewport()->setCursor(Qt::ArrowCursor);
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_scene || event->button() != Qt::LeftButton)
        return;
    const QPointF at = toMap(event->position());
    if (const int node = m_scene->nodeAt(at); node >= 0)
        Q_EMIT activated(node);
    else if (const int box = m_scene->boxAt(at); box >= 0)
        Q_EMIT boxActivated(box);
}

void MapCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_scene)
        return;
    if (event->reason() == QContextMenuEvent::Keyboard) {
        showMenu();
        return;
    }
    const int node = m_scene->nodeAt(toMap(viewport()->mapFromGlobal(event->globalPos())));
    if (node < 0)
        return;
    setCurrent(node, false);
    Q_EMIT menuRequested(node, event->globalPos());
}

void MapCanvas::showMenu()
{
    if (m_current >= 0)
        Q_EMIT menuRequested(m_current, viewport()->mapToGlobal(toView(m_scene->layout.nodes[size_t(m_current)]).center().toPoint()));
}

/// The nearest node that way: what lies straight ahead counts for nearer than what lies aside.
int MapCanvas::neighbour(int key) const
{
    const bool along = key == Qt::Key_Left || key == Qt::Key_Right;
    const qreal sign = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const QPointF from = m_scene->layout.nodes[size_t(m_current)].center();
    int best = -1;
    qreal least = 0;
    for (size_t i = 0; i < m_scene->layout.nodes.size(); ++i) {
        const QPointF way = m_scene->layout.nodes[i].center() - from;
        const qreal ahead = sign * (along ? way.x() : way.y()), aside = std::abs(along ? way.y() : way.x());
        if (int(i) == m_current || ahead < 2)
            continue;
        const qreal far = ahead + 2.2 * aside + (aside > 3 * ahead ? 4000 : 0);
        if (best < 0 || far < least) {
            best = int(i);
            least = far;
        }
    }
    return best;
}

bool MapCanvas::movesTo(int key)
{
    int next = -1;
    if (m_current >= 0) {
        next = neighbour(key);
    } else if (!m_scene->graph.nodes.empty()) {
        const auto focus = std::ranges::find(m_scene->graph.nodes, true, &graph::MapGraph::Node::isFocus);
        next = focus == m_scene->graph.nodes.end() ? 0 : int(focus - m_scene->graph.nodes.begin());
    }
    if (next >= 0)
        setCurrent(next);
    return next >= 0;
}

void MapCanvas::keyPressEvent(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if (!m_scene || modifiers != Qt::NoModifier) {
        event->ignore();
        return;
    }
    const int key = event->key();
    if (isArrow(key) && shift) {
        const QPointF way(key == Qt::Key_Left ? 1 : key == Qt::Key_Right ? -1 : 0, key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0);
        panBy(way * panStep);
    } else if (isArrow(key)) {
        movesTo(key);
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_current >= 0) {
        Q_EMIT activated(m_current);
    } else if (key == Qt::Key_Plus || key == Qt::Key_Equal) {
        zoomStep(1);
    } else if (key == Qt::Key_Minus) {
        zoomStep(-1);
    } else if (key == Qt::Key_0) {
        fit();
    } else if (key == Qt::Key_Home) {
        m_current = -1;
        movesTo(key);
    } else if (key == Qt::Key_Escape && (!m_markedNodes.isEmpty() || !m_markedEdges.isEmpty())) {
        setMarked({});
    } else if (key == Qt::Key_Menu) {
        showMenu();
    } else {
        event->ignore();
    }
}

void MapCanvas::focusInEvent(QFocusEvent *event)
{
    if (m_scene && m_current < 0 && (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason))
        movesTo(Qt::Key_Home);
    tellAccessibility();
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

bool MapCanvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_scene) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int node = m_scene->nodeAt(toMap(help->pos()));
        const QString text = node < 0 ? QString()
                                      : QString(nodeTitle(m_scene->graph.nodes[size_t(node)]) + u'\n' + nodeDescription(*m_scene, node));
        QToolTip::showText(help->globalPos(), toolTipLines(text), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered >= 0) {
        m_hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool MapCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::DevicePixelRatioChange)
        m_settle.start();
    return QAbstractScrollArea::event(event);
}

void MapCanvas::tellAccessibility()
{
    if (!QAccessible::isActive() || m_current < 0 || !hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(m_current);
    QAccessible::updateAccessibility(&event);
}

} // namespace callboard::ui::panes
