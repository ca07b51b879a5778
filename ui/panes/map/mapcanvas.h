// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/map/maptiles.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace callboard::ui::panes {

/// The drawing of a map: pans, zooms, and has a current node that the keyboard moves. Far away it shows less of each node.
class MapCanvas final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit MapCanvas(QWidget *parent = nullptr);
    ~MapCanvas() override;

    /// Shows it. The focus comes to where the eye is, all of it in view where there is room.
    void setScene(const MapScenePtr &scene);
    const MapScenePtr &scene() const { return m_scene; }
    int current() const { return m_current; } ///< Node; -1 for none.
    void setCurrent(int node, bool reveal = true);
    /// Nodes and edges that a search or a question found: everything else steps back.
    void setMarked(const QSet<int> &nodes, const QSet<int> &edges = {});
    const QSet<int> &marked() const { return m_markedNodes; }

    qreal zoom() const { return m_zoom; }
    void setZoom(qreal zoom); ///< About the middle.
    void zoomAt(const QPointF &place, qreal zoom);
    void zoomStep(int steps) { setZoom(m_zoom * std::pow(1.2, steps)); }
    void fit(); ///< All of it in view; never larger than it is.
    void panBy(const QPointF &px);
    void reveal(int node);
    bool isBusy() const { return m_tiles.isBusy() || m_settle.isActive(); }

    QRectF toView(const QRectF &area) const;
    QPointF toMap(const QPointF &place) const { return m_origin + place / m_zoom; }
    /// The drawing as it is now, all of it, `scale` px of the image to a px.
    QImage toImage(qreal scale) const;

Q_SIGNALS:
    void currentChanged(int node);
    void activated(int node);     ///< Enter, or a double click.
    void boxActivated(int box);
    void menuRequested(int node, const QPoint &globalPlace);
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void setOrigin(const QPointF &origin);
    void place();
    void showAll();
    bool movesTo(int key);
    int neighbour(int key) const;
    void showMenu();
    void paintOverlay(QPainter &painter);
    void paintLegend(QPainter &painter);
    void paintMinimap(QPainter &painter);
    QRect minimapRect() const;
    void moveByMinimap(const QPoint &place);
    void tellAccessibility();

    MapScenePtr m_scene;
    MapTiles m_tiles;
    QTimer m_settle; ///< Runs while it is moved, and ends when it rests.
    QPointF m_origin; ///< Of the viewport's corner, in map px.
    qreal m_zoom = 1;
    int m_current = -1;
    int m_hovered = -1;
    QSet<int> m_markedNodes, m_markedEdges;
    enum class View {
        Placed, ///< As a new map is shown; again when the room changes.
        Whole,  ///< All of it is to stay in view.
        Moved,  ///< By a person.
    } m_view = View::Placed;
    enum class Drag { None, Map, Minimap } m_drag = Drag::None;
    QPoint m_dragFrom;
    QPixmap m_minimap;
};

} // namespace callboard::ui::panes
