// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graph/drawing.h"
#include "models/graph/paths.h"
#include "ui/kit/theme.h"

#include <QFont>
#include <QImage>

#include <memory>

class QPainter;

namespace callboard::ui::panes {

/// What a map is drawn with, as values for any thread: no pixmap, no widget.
struct MapLook {
    Colours colours;
    QFont title, subtitle, box;
    int nodeHeight = 38;
    int mostWidth = 210; ///< Of a node; longer names are cut.
    qreal scale = 1; ///< That of a text at 100 %.
    qreal ratio = 1; ///< Pixels of the device to a px.
    quint64 revision = 0; ///< Of the theme.

    static MapLook of(const Theme &theme);
};

/// Icons and status glyphs for one size of the device, by name and ink; made on the GUI thread.
class MapIcons final {
public:
    enum class Ink { Secondary, OnAccent };
    MapIcons(const MapLook &look, qreal deviceScale);
    const QImage *kind(const QString &entityKind, Ink ink) const;
    const QImage *status(Status status) const;

private:
    QHash<std::pair<QString, int>, QImage> m_kinds;
    QHash<int, QImage> m_status;
};

/// A map that was built and laid out, ready to be drawn. Immutable.
struct MapScene {
    graph::MapGraph graph;
    graph::Layout layout;
    std::vector<graph::NodeText> texts; ///< Cut to fit.
    std::vector<QRectF> edgeBounds;
    std::vector<std::vector<quint32>> edgesOfNode;
    QRectF bounds; ///< All of it, with a margin.
    QImage overview; ///< All of it, small.
    MapLook look;
    int tookMs = 0;

    /// What is within reach of the focus besides what is drawn.
    std::optional<graph::Impact> impact;
    std::vector<QStringList> circles; ///< Of the whole catalog.

    bool touchesFocus(size_t edge) const;
    int nodeAt(const QPointF &point) const; ///< -1 for none.
    int boxAt(const QPointF &point) const;  ///< By its name row; -1 for none.
};
using MapScenePtr = std::shared_ptr<const MapScene>;

/// How a node is called where it is read out or listed.
QString nodeTitle(const graph::MapGraph::Node &node);
QString nodeSubtitle(const graph::MapGraph::Node &node);
/// Whole sentences: kind, owner, state and how it is related, for screen readers and tool tips.
QString nodeDescription(const MapScene &scene, int node);

/// Sizes and texts of nodes, by the fonts of the look. On any thread.
std::vector<QSizeF> measureNodes(const graph::MapGraph &graph, const MapLook &look);
std::vector<graph::NodeText> cutTexts(const graph::MapGraph &graph, const std::vector<QRectF> &nodes, const MapLook &look);

/// The head of an arrow that points from `before` to `tip`; hollow ones are filled with the ground.
void paintHead(QPainter &painter, graph::ArrowHead head, const QPointF &before, const QPointF &tip, const QColor &ink, const QColor &ground);

/// How much is drawn, by how large it comes out.
enum class MapDetail { Blocks, Names, All };
MapDetail detailAt(qreal zoom);

/// Paints what lies in `area` (map coordinates); the painter is set up for them. `icons` null: none are drawn. On any thread.
void paintScene(QPainter &painter, const MapScene &scene, const QRectF &area, MapDetail detail, const MapIcons *icons);
void paintNode(QPainter &painter, const MapScene &scene, int node, MapDetail detail, const MapIcons *icons);
void paintEdge(QPainter &painter, const MapScene &scene, size_t edge, const QColor &ink, qreal width, MapDetail detail);

} // namespace callboard::ui::panes
