// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graph/graph.h"

#include <QMutex>
#include <QRectF>

#include <chrono>
#include <list>
#include <memory>
#include <stop_token>

namespace callboard::graph {

/// What is laid out: sizes and lines, no word of it, so that nothing that a catalog says reaches the layout program.
struct LayoutRequest {
    enum class Direction { Right, Down, Left, Up }; ///< Where edges lead.
    enum class Shape { Box, Ellipse, Diamond };     ///< At whose border edges end.
    struct Edge {
        int from = 0, to = 0;
        bool beside = false; ///< The two belong together: one under the other rather than in the next column.
        int fromBox = -1, toBox = -1; ///< It begins or ends at this box, which `from` or `to` lies in.
        QSizeF label = {};   ///< Room for a text on it, px; none where it is empty.
        int length = 1;      ///< Over how many columns it goes, at least.
    };
    Direction direction = Direction::Right;
    std::vector<QSizeF> nodes;     ///< px
    std::vector<int> boxOf;        ///< By node: the innermost box, -1 for none.
    std::vector<int> boxParents;   ///< By box; parents before children.
    std::vector<Edge> edges;
    std::vector<Shape> shapes;     ///< By node; empty: all are boxes.
    double boxHeader = 26;         ///< px over what is in a box, for its name.
    std::vector<double> boxNames;  ///< By box: px that its name is wide; empty: a name has as much room as there is. For Layers.
    double rankGap = 44.64;        ///< px between columns,
    double nodeGap = 13.68;        ///< and between what is in one.

    /// Of a map, given the size of each node; provides lie beside each other.
    static LayoutRequest of(const MapGraph &graph, std::vector<QSizeF> sizes);
};

/// Where everything lies, in px, y down, from (0, 0).
struct Layout {
    enum class Engine {
        Layers, ///< Graphviz dot: columns from left to right, boxes, curves.
        Boxed,  ///< For large maps: each box by itself, and the boxes by Graphviz; straight lines.
        Spread, ///< Graphviz sfdp, and small islands in rows below: for large maps without boxes.
        Own,    ///< Columns of our own, where there is no Graphviz: no boxes, straight columns.
    };
    enum class Because { AsWanted, Large, NoGraphviz, TookTooLong, GraphvizFailed };

    Engine engine = Engine::Layers;
    Because because = Because::AsWanted;
    QSizeF size;
    std::vector<QRectF> nodes;
    std::vector<QRectF> boxes; ///< Empty but for Layers and Boxed.
    /// Cubic Béziers, 3n + 1 points, or two for a straight line; from the border of `from` to that of `to`.
    std::vector<std::vector<QPointF>> edges;
    std::vector<QPointF> labels; ///< By edge: the middle of its text. Empty but for Layers.
    std::chrono::milliseconds took {};
};
using LayoutPtr = std::shared_ptr<const Layout>;

/// How to lay out. The defaults are what the program uses; tests put their own in.
struct LayoutSettings {
    QString program = QStringLiteral("dot"); ///< Found on the PATH where it is no path.
    size_t layersUpTo = 300;      ///< Nodes; more are spread.
    size_t layersUpToEdges = 900;
    bool onlyLayers = false; ///< Rather nothing than another engine: then what Graphviz cannot do is an error.
    std::chrono::milliseconds layersDeadline { 4000 };  ///< Then it is spread instead.
    std::chrono::milliseconds spreadDeadline { 15000 }; ///< Then the own layout takes over.
};

/// Lays out in a helper process: Graphviz is neither thread-safe nor can it be interrupted, so it is killed instead. Blocks, for a worker
/// thread; `stop` ends it within some 20 ms with Cancelled, the only error there is unless only
/// layers are wanted: what Graphviz cannot do, the own layout does.
domain::Result<Layout> lay(const LayoutRequest &request, std::stop_token stop, const LayoutSettings &settings = {});

/// Layers without Graphviz: longest path, then the order within a column by neighbours. Fast for any size.
domain::Result<Layout> layOwn(const LayoutRequest &request, std::stop_token stop);

/// What goes to Graphviz. `spread`: without boxes.
QByteArray layoutText(const LayoutRequest &request, bool spread);
/// Reads `-Tjson0`; BadResponse where it is not the answer to this request.
domain::Result<Layout> readLayout(QByteArrayView json, const LayoutRequest &request, bool spread);

/// Layouts of what was asked before, the ones used last. For any thread.
class LayoutCache final {
public:
    explicit LayoutCache(size_t capacity = 24);
    LayoutPtr find(const QByteArray &key);
    void insert(const QByteArray &key, LayoutPtr layout);
    static QByteArray keyOf(const LayoutRequest &request);

private:
    QMutex m_mutex;
    size_t m_capacity;
    std::list<std::pair<QByteArray, LayoutPtr>> m_used; ///< The latest first.
};

} // namespace callboard::graph
