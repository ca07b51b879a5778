// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/mapcanvas.h"

#include "ui/kit/glyphs.h"
#include "ui/kit/theme.h"
#include "ui/panes/entity/wording.h"
#include "ui/panes/map/mapaccess.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr qreal smallest = 0.02, largest = 4, readable = 0.66;
    constexpr int overlayMargin = 12;
    constexpr QSize minimapSize(136, 90);

} // namespace

MapCanvas::MapCanvas(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installMapAccess();
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 120);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Map of relations"));
    setAccessibleDescription(tr("Arrow keys go from one entity to the next, Enter opens it, plus and minus zoom, 0 shows all"));
    m_settle.setSingleShot(true);
    m_settle.setInterval(70ms);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        m_tiles.setScale(m_zoom * devicePixelRatioF());
        viewport()->update();
    });
    connect(&m_tiles, &MapTiles::changed, viewport(), qOverload<>(&QWidget::update));
}

MapCanvas::~MapCanvas() = default;

void MapCanvas::setScene(const MapScenePtr &scene)
{
    const QString wasCurrent = m_scene && m_current >= 0 ? m_scene->graph.nodes[size_t(m_current)].ref : QString();
    // A sync that changed nothing here moves nothing.
    const bool isSame = m_scene && m_scene->bounds == scene->bounds && m_scene->layout.nodes == scene->layout.nodes
        && std::ranges::equal(m_scene->graph.nodes, scene->graph.nodes, {}, &graph::MapGraph::Node::ref, &graph::MapGraph::Node::ref);
    m_scene = scene;
    m_hovered = -1;
    m_minimap = {};
    m_tiles.setScene(scene);
    m_current = wasCurrent.isEmpty() ? -1 : scene->graph.nodeOf(wasCurrent);
    if (isSame) {
        m_settle.start();
    } else {
        m_markedNodes.clear();
        m_view = View::Placed;
        place();
    }
    m_markedEdges.clear(); // Edges have other numbers in another map.
    viewport()->update();
    Q_EMIT currentChanged(m_current);
    if (hasFocus() && m_current < 0)
        movesTo(Qt::Key_Home); // Whoever has the keyboard in it is somewhere on it.
    else
        tellAccessibility();
}

/// All of it where that can be read, else the focus in the middle.
void MapCanvas::place()
{
    if (!m_scene || viewport()->width() < 10)
        return;
    showAll();
    const auto focus = std::ranges::find(m_scene->graph.nodes, true, &graph::MapGraph::Node::isFocus);
    if (m_zoom < readable && m_scene->layout.engine != graph::Layout::Engine::Spread && m_scene->layout.engine != graph::Layout::Engine::Boxed && focus != m_scene->graph.nodes.end()) {
        m_zoom = readable;
        const QPointF middle = m_scene->layout.nodes[size_t(focus - m_scene->graph.nodes.begin())].center();
        setOrigin(middle - QPointF(viewport()->width(), viewport()->height()) / 2 / m_zoom);
        Q_EMIT zoomChanged();
    }
    m_tiles.setScale(m_zoom * devicePixelRatioF());
}

void MapCanvas::fit()
{
    if (!m_scene)
        return;
    m_view = View::Whole;
    showAll();
}

void MapCanvas::showAll()
{
    const QRectF all = m_scene->bounds;
    // The legend lies below it.
    const QSizeF room(viewport()->width(), std::max(40, viewport()->height() - overlayMargin - Theme::of(this).scaled(28)));
    m_zoom = std::clamp(std::min({ 1.0, room.width() / all.width(), room.height() / all.height() }), smallest, largest);
    setOrigin(all.center() - QPointF(room.width(), room.height()) / 2 / m_zoom);
    m_settle.start();
    Q_EMIT zoomChanged();
}

void MapCanvas::setOrigin(const QPointF &origin)
{
    // On whole pixels of the device, so that squares are copied and not blended.
    const qreal scale = m_zoom * devicePixelRatioF();
    m_origin = QPointF(std::round(origin.x() * scale), std::round(origin.y() * scale)) / scale;
    viewport()->update();
}

void MapCanvas::panBy(const QPointF &px)
{
    if (!m_scene)
        return;
    m_view = View::Moved;
    // Something of it stays in view.
    const QRectF all = m_scene->bounds;
    const QSizeF room = QSizeF(viewport()->size()) / m_zoom;
    QPointF origin = m_origin - px / m_zoom;
    origin.setX(std::clamp(origin.x(), all.left() - room.width() * 0.8, all.right() - room.width() * 0.2));
    origin.setY(std::clamp(origin.y(), all.top() - room.height() * 0.8, all.bottom() - room.height() * 0.2));
    setOrigin(origin);
    m_settle.start();
}

void MapCanvas::zoomAt(const QPointF &place, qreal zoom)
{
    const QPointF fixed = toMap(place);
    m_zoom = std::clamp(zoom, smallest, largest);
    m_view = View::Moved;
    setOrigin(fixed - place / m_zoom);
    m_settle.start();
    Q_EMIT zoomChanged();
}

void MapCanvas::setZoom(qreal zoom)
{
    zoomAt(QPointF(viewport()->width(), viewport()->height()) / 2, zoom);
}

void MapCanvas::reveal(int node)
{
    const QRectF room = QRectF(viewport()->rect()).adjusted(40, 40, -40, -40);
    const QRectF place = toView(m_scene->layout.nodes[size_t(node)]);
    if (room.contains(place))
        return;
    const qreal dx = place.left() < room.left() ? room.left() - place.left() : std::min(0.0, room.right() - place.right());
    const qreal dy = place.top() < room.top() ? room.top() - place.top() : std::min(0.0, room.bottom() - place.bottom());
    panBy({ dx, dy });
}

void MapCanvas::setCurrent(int node, bool reveals)
{
    if (!m_scene || node == m_current || node >= int(m_scene->graph.nodes.size()))
        return;
    m_current = node;
    if (node >= 0 && reveals)
        reveal(node);
    viewport()->update();
    tellAccessibility();
    Q_EMIT currentChanged(node);
}

void MapCanvas::setMarked(const QSet<int> &nodes, const QSet<int> &edges)
{
    m_markedNodes = nodes;
    m_markedEdges = edges;
    viewport()->update();
}

QRectF MapCanvas::toView(const QRectF &area) const
{
    return { (area.topLeft() - m_origin) * m_zoom, area.size() * m_zoom };
}

QImage MapCanvas::toImage(qreal scale) const
{
    if (!m_scene)
        return {};
    // An image that no program opens helps nobody.
    constexpr qreal longest = 16'000;
    scale = std::min(scale, longest / std::max(m_scene->bounds.width(), m_scene->bounds.height()));
    QImage image((m_scene->bounds.size() * scale).toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-m_scene->bounds.topLeft());
    const MapIcons icons(m_scene->look, scale);
    paintScene(painter, *m_scene, m_scene->bounds, detailAt(scale), &icons);
    return image;
}

void MapCanvas::resizeEvent(QResizeEvent *)
{
    if (m_view == View::Placed)
        place();
    else if (m_view == View::Whole && m_scene)
        showAll();
    viewport()->update();
}

void MapCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Theme &theme = Theme::of(this);
    const qreal ratio = devicePixelRatioF();
    QRegion bare(QRect(QPoint(), viewport()->size() * ratio).adjusted(0, 0, 1, 1));
    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    if (m_scene) {
        const QRectF area(m_origin, QSizeF(viewport()->size()) / m_zoom);
        bare -= m_tiles.paint(painter, -m_origin * m_zoom * ratio, area, m_zoom * ratio);
    }
    for (const QRect &part : bare)
        painter.fillRect(part, theme.colours().board);
    painter.restore();
    if (!m_scene)
        return;
    paintOverlay(painter);
    paintLegend(painter);
    paintMinimap(painter);
    if (hasFocus() && m_current < 0 && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintBox(&painter, QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 3, Qt::transparent, theme.colours().focusRing, 2);
}

void MapCanvas::paintOverlay(QPainter &painter)
{
    const Colours &colours = Theme::of(this).colours();
    painter.save();
    // A hub's lines are long: with soft edges they cost more than all the rest of a frame. The eye sees those once the map rests.
    painter.setRenderHint(QPainter::Antialiasing, !m_settle.isActive());
    painter.scale(m_zoom, m_zoom);
    painter.translate(-m_origin);
    const QRectF area(m_origin, QSizeF(viewport()->size()) / m_zoom);
    const auto line = [&, detail = detailAt(m_zoom)](size_t edge, qreal width) {
        if (m_scene->edgeBounds[edge].intersects(area))
            paintEdge(painter, *m_scene, edge, colours.accent, width / std::min(1.0, m_zoom * 1.4), detail);
    };
    const int shown = m_hovered >= 0 ? m_hovered : m_current;
    constexpr size_t mostDrawn = 200; // Of a hub's lines; the rest is there, only not loud.
    if (shown >= 0) {
        const auto &edges = m_scene->edgesOfNode[size_t(shown)];
        for (size_t i = 0; i < std::min(edges.size(), mostDrawn); ++i)
            line(edges[i], 2);
    }
    for (const int edge : std::as_const(m_markedEdges))
        line(size_t(edge), 3);
    const auto ring = [&](int node, const QColor &colour, qreal width) {
        const qreal out = 3 / m_zoom;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, width / m_zoom));
        painter.drawRoundedRect(m_scene->layout.nodes[size_t(node)].adjusted(-out, -out, out, out), 7, 7);
    };
    for (const int node : std::as_const(m_markedNodes))
        ring(node, colours.accent, 2);
    if (m_current >= 0)
        ring(m_current, hasFocus() ? colours.focusRing : colours.textSecondary, 2);
    painter.restore();
}

QRect MapCanvas::minimapRect() const
{
    const Theme &theme = Theme::of(this);
    const QSize size(theme.scaled(minimapSize.width()), theme.scaled(minimapSize.height()));
    return { QPoint(viewport()->width() - overlayMargin - size.width(), viewport()->height() - overlayMargin - size.height()), size };
}

void MapCanvas::paintMinimap(QPainter &painter)
{
    const QRect area = minimapRect();
    const QRectF view(m_origin, QSizeF(viewport()->size()) / m_zoom);
    if (view.contains(m_scene->bounds.adjusted(4, 4, -4, -4)) || viewport()->width() < 3 * area.width())
        return; // All of it is in view.
    const Theme &theme = Theme::of(this);
    const qreal ratio = devicePixelRatioF();
    const QSize inner = area.size() - QSize(12, 12);
    if (m_minimap.isNull() || m_minimap.devicePixelRatio() != ratio) {
        m_minimap = QPixmap::fromImage(m_scene->overview.scaled(inner * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        m_minimap.setDevicePixelRatio(ratio);
    }
    paintBox(&painter, area, theme.metrics().radius.control, theme.colours().wings, theme.colours().borderSubtle);
    const QSizeF size = m_minimap.deviceIndependentSize();
    const QPointF corner(area.center().x() + 0.5 - size.width() / 2, area.center().y() + 0.5 - size.height() / 2);
    painter.drawPixmap(corner, m_minimap);
    const qreal scale = size.width() / m_scene->bounds.width();
    const QRectF seen = QRectF((view.topLeft() - m_scene->bounds.topLeft()) * scale + corner, view.size() * scale).intersected(QRectF(corner, size));
    painter.setPen(QPen(theme.colours().accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(seen);
}

} // namespace callboard::ui::panes
