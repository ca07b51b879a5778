// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/spread.h"

#include "models/graph/boxedlayout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace callboard::graph {

namespace {

    constexpr size_t smallIsland = 10; // Nodes; from here on it is Graphviz' work.
    constexpr double gap = 12;
    constexpr double wide = 1.6; // Of a map without a large part: its width by its height.

    using Nodes = std::vector<int>;

    /// What hangs together, the largest first; each with its nodes in their order.
    std::vector<Nodes> islandsOf(const LayoutRequest &request)
    {
        std::vector<int> root(request.nodes.size());
        std::iota(root.begin(), root.end(), 0);
        const auto find = [&](int node) {
            while (root[size_t(node)] != node)
                node = root[size_t(node)] = root[size_t(root[size_t(node)])];
            return node;
        };
        for (const LayoutRequest::Edge &edge : request.edges)
            root[size_t(find(edge.from))] = find(edge.to);
        std::vector<Nodes> islands(request.nodes.size());
        for (size_t i = 0; i < request.nodes.size(); ++i)
            islands[size_t(find(int(i)))].push_back(int(i));
        std::erase_if(islands, &Nodes::empty);
        std::ranges::stable_sort(islands, std::greater<> {}, &Nodes::size);
        return islands;
    }

    /// The part of a request with these nodes, in this order, and the edges among them.
    class Part final {
    public:
        /// `numbers`: room for all nodes, of which those of the part are written.
        Part(const LayoutRequest &whole, Nodes nodes, const std::vector<std::vector<size_t>> &edgesFrom, std::vector<int> &numbers)
            : m_nodes(std::move(nodes))
        {
            for (size_t i = 0; i < m_nodes.size(); ++i) {
                numbers[size_t(m_nodes[i])] = int(i);
                m_request.nodes.push_back(whole.nodes[size_t(m_nodes[i])]);
                m_request.boxOf.push_back(-1);
            }
            for (const int node : m_nodes) {
                for (const size_t edge : edgesFrom[size_t(node)]) {
                    m_edges.push_back(edge);
                    const LayoutRequest::Edge &was = whole.edges[edge];
                    m_request.edges.push_back({ numbers[size_t(was.from)], numbers[size_t(was.to)], was.beside });
                }
            }
        }
        const LayoutRequest &request() const { return m_request; }

        void put(Layout &&part, const QPointF &corner, Layout &whole) const
        {
            for (size_t i = 0; i < m_nodes.size(); ++i)
                whole.nodes[size_t(m_nodes[i])] = part.nodes[i].translated(corner);
            for (size_t i = 0; i < m_edges.size(); ++i) {
                for (QPointF &point : part.edges[i])
                    point += corner;
                whole.edges[m_edges[i]] = std::move(part.edges[i]);
            }
            whole.size = whole.size.expandedTo({ corner.x() + part.size.width(), corner.y() + part.size.height() });
        }

    private:
        Nodes m_nodes;
        std::vector<size_t> m_edges;
        LayoutRequest m_request;
    };

    /// Moves apart what lies over each other: the last few pairs, for which sfdp would take as long again as for all others.
    void separate(std::vector<QRectF> &nodes)
    {
        constexpr int rounds = 200;
        std::vector<size_t> order(nodes.size());
        std::iota(order.begin(), order.end(), 0);
        bool any = true;
        for (int round = 0; round < rounds && any; ++round) {
            any = false;
            std::ranges::stable_sort(order, {}, [&](size_t node) { return nodes[node].left(); });
            for (size_t i = 0; i < order.size(); ++i) {
                QRectF &a = nodes[order[i]];
                for (size_t k = i + 1; k < order.size() && nodes[order[k]].left() < a.right(); ++k) {
                    QRectF &b = nodes[order[k]];
                    if (!a.intersects(b))
                        continue;
                    any = true;
                    const double across = a.right() - b.left() + gap / 2;
                    const bool aIsUpper = a.center().y() <= b.center().y();
                    const double down = (aIsUpper ? a.bottom() - b.top() : b.bottom() - a.top()) + gap / 2;
                    const QPointF way = across < down ? QPointF(across, 0) : QPointF(0, aIsUpper ? down : -down);
                    a.translate(-way / 2);
                    b.translate(way / 2);
                }
            }
        }
    }

    /// From (0, 0), edges straight.
    void settle(Layout &layout, const LayoutRequest &request)
    {
        separate(layout.nodes);
        QRectF all;
        for (const QRectF &node : layout.nodes)
            all |= node;
        for (QRectF &node : layout.nodes)
            node.translate(-all.topLeft());
        layout.size = all.size();
        for (size_t i = 0; i < request.edges.size(); ++i) {
            const LayoutRequest::Edge &edge = request.edges[i];
            layout.edges[i] = straightLine(layout.nodes[size_t(edge.from)], layout.nodes[size_t(edge.to)], edge.from == edge.to);
        }
    }

    /// Rows below what is there already, the highest islands first.
    domain::Result<void> putInRows(std::vector<Part> &islands, Layout &whole, const std::stop_token &stop)
    {
        std::vector<std::pair<const Part *, Layout>> laid;
        double area = 0;
        for (const Part &island : islands) {
            if (stop.stop_requested())
                return domain::fail(domain::ErrorCode::Cancelled, {});
            auto layout = layOwn(island.request(), stop);
            if (!layout)
                return std::unexpected(layout.error());
            area += (layout->size.width() + gap) * (layout->size.height() + gap);
            laid.emplace_back(&island, *std::move(layout));
        }
        std::ranges::stable_sort(laid, std::greater<> {}, [](const auto &island) { return island.second.size.height(); });
        const double width = std::max(whole.size.width(), std::sqrt(area * wide));
        double x = 0, y = whole.size.isEmpty() ? 0 : whole.size.height() + 3 * gap, height = 0;
        for (auto &[part, layout] : laid) {
            const QSizeF size = layout.size;
            if (x > 0 && x + size.width() > width) {
                x = 0;
                y += height + gap;
                height = 0;
            }
            part->put(std::move(layout), { x, y }, whole);
            x += size.width() + gap;
            height = std::max(height, size.height());
        }
        return {};
    }

} // namespace

domain::Result<Layout> laySpread(const LayoutRequest &request, const std::function<domain::Result<QByteArray>(const QByteArray &)> &sfdp, const std::stop_token &stop)
{
    Layout whole;
    whole.engine = Layout::Engine::Spread;
    whole.nodes.resize(request.nodes.size());
    whole.edges.resize(request.edges.size());
    std::vector<std::vector<size_t>> edgesFrom(request.nodes.size());
    for (size_t i = 0; i < request.edges.size(); ++i)
        edgesFrom[size_t(request.edges[i].from)].push_back(i);
    std::vector<int> numbers(request.nodes.size());
    Nodes large;
    std::vector<Part> small;
    for (Nodes &island : islandsOf(request)) {
        if (island.size() < smallIsland)
            small.emplace_back(request, std::move(island), edgesFrom, numbers);
        else
            large.insert(large.end(), island.begin(), island.end());
    }
    if (!large.empty()) {
        const Part part(request, std::move(large), edgesFrom, numbers);
        auto layout = sfdp(layoutText(part.request(), true)).and_then([&](const QByteArray &answer) { return readLayout(answer, part.request(), true); });
        if (!layout)
            return layout;
        settle(*layout, part.request());
        part.put(*std::move(layout), {}, whole);
    }
    if (const auto put = putInRows(small, whole, stop); !put)
        return std::unexpected(put.error());
    return whole;
}

} // namespace callboard::graph
