// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/boxedlayout.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace callboard::graph {

namespace {

    constexpr double padding = 12; // px between a box and what is in it

    /// What lies in one box, or on the map itself: boxes and nodes, each as something of a size.
    struct Level {
        std::vector<int> boxes, nodes;
        QSizeF size;
        std::vector<QPointF> places; ///< Of the boxes, then of the nodes.
    };

    class Boxes final {
    public:
        Boxes(const LayoutRequest &request, const OutermostLayout &outermost, const std::stop_token &stop)
            : m_request(request)
            , m_outermost(outermost)
            , m_stop(stop)
            , m_levels(request.boxParents.size() + 1)
        {
            for (size_t box = 0; box < request.boxParents.size(); ++box)
                levelOf(request.boxParents[box]).boxes.push_back(int(box));
            for (size_t node = 0; node < request.nodes.size(); ++node)
                levelOf(request.boxOf[node]).nodes.push_back(int(node));
        }

        domain::Result<Layout> lay()
        {
            // Parents stand before their children: from the last to the first, each box knows the sizes of those in it.
            for (int box = int(m_request.boxParents.size()) - 1; box >= -1; --box) {
                if (m_stop.stop_requested())
                    return domain::fail(domain::ErrorCode::Cancelled, {});
                if (auto done = arrange(box); !done)
                    return std::unexpected(done.error());
            }
            Layout layout;
            layout.engine = Layout::Engine::Boxed;
            layout.size = levelOf(-1).size;
            layout.nodes.resize(m_request.nodes.size());
            layout.boxes.resize(m_request.boxParents.size());
            for (int box = -1; box < int(m_request.boxParents.size()); ++box)
                place(box, layout);
            for (const LayoutRequest::Edge &edge : m_request.edges)
                layout.edges.push_back(straightLine(layout.nodes[size_t(edge.from)], layout.nodes[size_t(edge.to)], edge.from == edge.to));
            return layout;
        }

    private:
        Level &levelOf(int box) { return m_levels[size_t(box + 1)]; }

        /// The box of `level` in which a node lies, or the node itself: its number on that level; -1 where it is elsewhere.
        int elementOf(int node, int level, const QHash<int, int> &boxes, const QHash<int, int> &nodes) const
        {
            int below = -1;
            for (int box = m_request.boxOf[size_t(node)]; box != level; box = m_request.boxParents[size_t(box)]) {
                if (box < 0)
                    return -1;
                below = box;
            }
            return below < 0 ? nodes.value(node, -1) : boxes.value(below, -1);
        }

        LayoutRequest requestOf(int box)
        {
            const Level &level = levelOf(box);
            LayoutRequest request;
            QHash<int, int> boxes, nodes;
            for (const int inner : level.boxes) {
                boxes.insert(inner, int(request.nodes.size()));
                request.nodes.push_back(levelOf(inner).size);
            }
            for (const int node : level.nodes) {
                nodes.insert(node, int(request.nodes.size()));
                request.nodes.push_back(m_request.nodes[size_t(node)]);
            }
            request.boxOf.assign(request.nodes.size(), -1);
            // Many relations between two boxes are one line between them.
            QSet<std::pair<int, int>> known;
            for (const LayoutRequest::Edge &edge : m_request.edges) {
                const int from = elementOf(edge.from, box, boxes, nodes), to = elementOf(edge.to, box, boxes, nodes);
                if (from < 0 || to < 0 || from == to || known.contains({ from, to }))
                    continue;
                known.insert({ from, to });
                request.edges.push_back({ from, to, edge.beside });
            }
            return request;
        }

        domain::Result<void> arrange(int box)
        {
            const LayoutRequest request = requestOf(box);
            auto laid = box < 0 ? m_outermost(request) : layCompactly(request);
            if (!laid)
                return std::unexpected(laid.error());
            Level &level = levelOf(box);
            for (const QRectF &area : laid->nodes)
                level.places.push_back(area.topLeft());
            level.size = laid->size;
            if (box >= 0)
                level.size += QSizeF(2 * padding, 2 * padding + m_request.boxHeader);
            return {};
        }

        /// What has no lines among itself is a block of rows, as wide as it is high; the rest runs in columns.
        domain::Result<Layout> layCompactly(const LayoutRequest &request) const
        {
            if (!request.edges.empty())
                return layOwn(request, m_stop);
            Layout layout;
            double area = 0, widest = 0;
            for (const QSizeF &size : request.nodes) {
                area += (size.width() + padding) * (size.height() + padding);
                widest = std::max(widest, size.width());
            }
            const double width = std::max(widest, std::sqrt(area) * 1.3);
            double x = 0, y = 0, line = 0;
            for (const QSizeF &size : request.nodes) {
                if (x > 0 && x + size.width() > width) {
                    x = 0;
                    y += line + padding;
                    line = 0;
                }
                layout.nodes.emplace_back(QPointF(x, y), size);
                layout.size = layout.size.expandedTo(QSizeF(x + size.width(), y + size.height()));
                x += size.width() + padding;
                line = std::max(line, size.height());
            }
            return layout;
        }

        void place(int box, Layout &layout)
        {
            const Level &level = levelOf(box);
            const QPointF origin = box < 0 ? QPointF() : layout.boxes[size_t(box)].topLeft() + QPointF(padding, padding + m_request.boxHeader);
            for (size_t i = 0; i < level.boxes.size(); ++i)
                layout.boxes[size_t(level.boxes[i])] = { origin + level.places[i], levelOf(level.boxes[i]).size };
            for (size_t i = 0; i < level.nodes.size(); ++i)
                layout.nodes[size_t(level.nodes[i])] = { origin + level.places[level.boxes.size() + i], m_request.nodes[size_t(level.nodes[i])] };
        }

        const LayoutRequest &m_request;
        const OutermostLayout &m_outermost;
        const std::stop_token &m_stop;
        std::vector<Level> m_levels; ///< Of the map, then of each box.
    };

} // namespace

domain::Result<Layout> layBoxed(const LayoutRequest &request, const OutermostLayout &outermost, const std::stop_token &stop)
{
    return Boxes(request, outermost, stop).lay();
}

} // namespace callboard::graph
