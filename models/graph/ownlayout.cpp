// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/layout.h"

#include <algorithm>
#include <cmath>

// Layers as in K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical System Structures", 1981: turn edges
// that close a circle, give each node the longest way to it as its layer, order each layer by the middle of its neighbours.

namespace callboard::graph {

namespace {

    constexpr double rowGap = 14, columnGap = 64;
    constexpr size_t tallest = 40; // Nodes in a column; a layer of more takes several.

    class Layers final {
    public:
        explicit Layers(const LayoutRequest &request)
            : m_request(request)
            , m_out(request.nodes.size())
            , m_near(request.nodes.size())
            , m_layer(request.nodes.size())
            , m_place(request.nodes.size())
        {
            for (const LayoutRequest::Edge &edge : request.edges) {
                if (edge.from == edge.to)
                    continue;
                m_out[size_t(edge.from)].push_back(edge.to);
                m_near[size_t(edge.from)].push_back(edge.to);
                m_near[size_t(edge.to)].push_back(edge.from);
            }
        }

        domain::Result<Layout> lay(const std::stop_token &stop)
        {
            assignLayers();
            for (int sweep = 0; sweep < 6; ++sweep) {
                if (stop.stop_requested())
                    return domain::fail(domain::ErrorCode::Cancelled, {});
                order(sweep % 2 == 1);
            }
            return place();
        }

    private:
        /// Depth first without recursion. An edge to what is still open closes a circle and counts for nothing.
        void assignLayers()
        {
            enum class State : char { New, Open, Done };
            std::vector<State> states(m_out.size(), State::New);
            std::vector<int> done; // Each after all that it points at.
            std::vector<std::pair<int, size_t>> open;
            std::vector<std::vector<int>> forward(m_out.size());
            for (size_t start = 0; start < m_out.size(); ++start) {
                if (states[start] == State::New)
                    open.push_back({ int(start), 0 });
                while (!open.empty()) {
                    auto &[at, next] = open.back();
                    states[size_t(at)] = State::Open;
                    if (next == m_out[size_t(at)].size()) {
                        states[size_t(at)] = State::Done;
                        done.push_back(at);
                        open.pop_back();
                        continue;
                    }
                    const int to = m_out[size_t(at)][next++];
                    if (states[size_t(to)] == State::Open)
                        continue;
                    forward[size_t(at)].push_back(to);
                    if (states[size_t(to)] == State::New)
                        open.push_back({ to, 0 });
                }
            }
            for (auto from = done.rbegin(); from != done.rend(); ++from) {
                for (const int to : forward[size_t(*from)])
                    m_layer[size_t(to)] = std::max(m_layer[size_t(to)], m_layer[size_t(*from)] + 1);
            }
            const int last = m_layer.empty() ? 0 : std::ranges::max(m_layer);
            m_layers.resize(size_t(last) + 1);
            for (size_t i = 0; i < m_layer.size(); ++i) {
                m_place[i] = double(m_layers[size_t(m_layer[i])].size());
                m_layers[size_t(m_layer[i])].push_back(int(i));
            }
        }

        void order(bool backwards)
        {
            for (size_t i = 0; i < m_layers.size(); ++i) {
                std::vector<int> &layer = m_layers[backwards ? m_layers.size() - 1 - i : i];
                std::vector<std::pair<double, int>> sorted;
                for (const int node : layer) {
                    double sum = 0;
                    for (const int other : m_near[size_t(node)])
                        sum += m_place[size_t(other)];
                    const size_t count = m_near[size_t(node)].size();
                    sorted.push_back({ count == 0 ? m_place[size_t(node)] : sum / double(count), node });
                }
                std::ranges::stable_sort(sorted, {}, &std::pair<double, int>::first);
                for (size_t k = 0; k < layer.size(); ++k) {
                    layer[k] = sorted[k].second;
                    // Layers of any height are compared by how far down a node is, about the middle.
                    m_place[size_t(layer[k])] = double(k) - double(layer.size()) / 2;
                }
            }
        }

        Layout place() const
        {
            Layout layout;
            layout.engine = Layout::Engine::Own;
            layout.nodes.resize(m_request.nodes.size());
            double x = 0;
            std::vector<std::pair<std::vector<int>, double>> columns; // With their heights.
            for (const std::vector<int> &layer : m_layers) {
                const size_t count = (layer.size() + tallest - 1) / tallest;
                const size_t each = count == 0 ? 0 : (layer.size() + count - 1) / count;
                for (size_t begin = 0; begin < layer.size(); begin += each) {
                    std::vector<int> nodes(layer.begin() + qsizetype(begin), layer.begin() + qsizetype(std::min(layer.size(), begin + each)));
                    double height = -rowGap, width = 0;
                    for (const int node : nodes) {
                        height += m_request.nodes[size_t(node)].height() + rowGap;
                        width = std::max(width, m_request.nodes[size_t(node)].width());
                    }
                    for (const int node : nodes)
                        layout.nodes[size_t(node)] = { QPointF(x, 0), m_request.nodes[size_t(node)] };
                    x += width + columnGap;
                    layout.size.setHeight(std::max(layout.size.height(), height));
                    columns.push_back({ std::move(nodes), height });
                }
            }
            layout.size.setWidth(std::max(0.0, x - columnGap));
            for (const auto &[nodes, height] : columns) {
                double y = (layout.size.height() - height) / 2;
                for (const int node : nodes) {
                    layout.nodes[size_t(node)].moveTop(y);
                    y += layout.nodes[size_t(node)].height() + rowGap;
                }
            }
            for (const LayoutRequest::Edge &edge : m_request.edges)
                layout.edges.push_back(curve(layout.nodes[size_t(edge.from)], layout.nodes[size_t(edge.to)]));
            return layout;
        }

        static std::vector<QPointF> curve(const QRectF &from, const QRectF &to)
        {
            if (to.left() > from.right()) {
                const QPointF out(from.right(), from.center().y()), in(to.left(), to.center().y());
                const double bend = std::min(columnGap, (in.x() - out.x()) / 2);
                return { out, out + QPointF(bend, 0), in - QPointF(bend, 0), in };
            }
            if (to.right() < from.left()) {
                const QPointF out(from.left(), from.center().y()), in(to.right(), to.center().y());
                return { out, out - QPointF(columnGap / 2, 0), in + QPointF(columnGap / 2, 0), in };
            }
            const QPointF out(from.right(), from.center().y() - from.height() / 4), in(to.right(), to.center().y() + to.height() / 4);
            return { out, out + QPointF(columnGap / 2, 0), in + QPointF(columnGap / 2, 0), in };
        }

        const LayoutRequest &m_request;
        std::vector<std::vector<int>> m_out, m_near;
        std::vector<int> m_layer;
        std::vector<double> m_place;
        std::vector<std::vector<int>> m_layers;
    };

} // namespace

domain::Result<Layout> layOwn(const LayoutRequest &request, std::stop_token stop)
{
    return Layers(request).lay(stop);
}

} // namespace callboard::graph
