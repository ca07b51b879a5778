// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/diagramframes.h"

#include <algorithm>

// Graphviz has one direction for all of a graph. A box with one of its own, a frame, is laid out by itself, and then stands as one node of
// its size in what is around it.

namespace callboard::items::diagram {

namespace {

using graph::Layout;
using graph::LayoutRequest;

constexpr double padding = 12; // px between a frame's border and what is in it

class Frames final {
public:
    Frames(const LayoutRequest &request, const BoxDirections &directions, std::stop_token stop, const graph::LayoutSettings &settings)
        : m_request(request)
        , m_directions(directions)
        , m_stop(std::move(stop))
        , m_settings(settings)
        , m_isFrame(request.boxParents.size())
        , m_sizes(request.boxParents.size())
    {
        for (size_t box = 0; box < m_isFrame.size(); ++box)
            m_isFrame[box] = directions[box] && !isLinkedToOutside(int(box));
        m_layout.nodes.resize(request.nodes.size());
        m_layout.boxes.resize(request.boxParents.size());
        m_layout.edges.resize(request.edges.size());
        m_layout.labels.resize(request.edges.size());
    }

    domain::Result<Layout> lay()
    {
        // Parents stand before their children: from the last to the first, each frame knows the sizes of those in it.
        for (int box = int(m_isFrame.size()) - 1; box >= 0; --box) {
            if (!m_isFrame[size_t(box)])
                continue;
            if (auto done = layOne(box); !done)
                return std::unexpected(done.error());
        }
        const auto size = layOne(-1);
        if (!size)
            return std::unexpected(size.error());
        m_layout.size = *size;
        return std::move(m_layout);
    }

private:
    /// What one frame is asked for, and what its numbers mean in the whole.
    struct Part {
        LayoutRequest request;
        std::vector<int> nodes; ///< By node of the part: that of the whole; -1 for a frame.
        std::vector<int> frames; ///< By node of the part: the frame that it stands for; -1.
        std::vector<int> boxes;
        std::vector<int> edges; ///< Beyond them: edges that only keep an order.
    };

    int parentOf(int box) const { return m_request.boxParents[size_t(box)]; }
    bool isWithin(int box, int outer) const
    {
        while (box >= 0 && box != outer)
            box = parentOf(box);
        return box == outer;
    }
    /// The frame around a box or, given the box of a node, around that node; -1 for the whole.
    int frameAround(int box) const
    {
        while (box >= 0 && !m_isFrame[size_t(box)])
            box = parentOf(box);
        return box;
    }
    bool isLinkedToOutside(int box) const
    {
        const auto isInside = [&](int node, int whole) {
            return whole >= 0 ? whole != box && isWithin(whole, box) : isWithin(m_request.boxOf[size_t(node)], box);
        };
        return std::ranges::any_of(m_request.edges,
            [&](const LayoutRequest::Edge &edge) { return isInside(edge.from, edge.fromBox) != isInside(edge.to, edge.toBox); });
    }
    int frameOf(const LayoutRequest::Edge &edge) const
    {
        return frameAround(edge.fromBox >= 0 ? parentOf(edge.fromBox) : m_request.boxOf[size_t(edge.from)]);
    }
    /// The frame that stands for a node in what `frame` lays out; -1: the node stands for itself.
    int standIn(int node, int frame) const
    {
        int found = -1;
        for (int box = frameAround(m_request.boxOf[size_t(node)]); box != frame && box >= 0; box = frameAround(parentOf(box)))
            found = box;
        return found;
    }

    Part partOf(int frame) const
    {
        Part part;
        LayoutRequest &request = part.request;
        request.boxHeader = m_request.boxHeader;
        request.direction = frame < 0 ? m_request.direction : *m_directions[size_t(frame)];
        const bool upright = request.direction == LayoutRequest::Direction::Down || request.direction == LayoutRequest::Direction::Up;
        request.rankGap = upright ? 38 : 46;
        request.nodeGap = upright ? 28 : 18;
        std::vector<int> boxAt(m_isFrame.size(), -1), frameAt(m_isFrame.size(), -1), nodeAt(m_request.nodes.size(), -1);
        const auto add = [&](int node, int inner, const QSizeF &size, int box, LayoutRequest::Shape shape) {
            part.nodes.push_back(node);
            part.frames.push_back(inner);
            request.nodes.push_back(size);
            request.boxOf.push_back(box < 0 ? -1 : boxAt[size_t(box)]);
            request.shapes.push_back(shape);
            return int(request.nodes.size()) - 1;
        };
        for (int box = 0; box < int(m_isFrame.size()); ++box) {
            const int parent = parentOf(box);
            if (frameAround(parent) != frame)
                continue;
            if (m_isFrame[size_t(box)]) {
                frameAt[size_t(box)] = add(-1, box, m_sizes[size_t(box)], parent, LayoutRequest::Shape::Box);
                continue;
            }
            boxAt[size_t(box)] = int(part.boxes.size());
            part.boxes.push_back(box);
            request.boxParents.push_back(parent < 0 ? -1 : boxAt[size_t(parent)]);
            request.boxNames.push_back(m_request.boxNames[size_t(box)]);
        }
        for (int node = 0; node < int(m_request.nodes.size()); ++node) {
            const int box = m_request.boxOf[size_t(node)];
            if (frameAround(box) == frame)
                nodeAt[size_t(node)] = add(node, -1, m_request.nodes[size_t(node)], box, m_request.shapes[size_t(node)]);
        }
        const auto place = [&](int node) {
            const int inner = standIn(node, frame);
            return inner < 0 ? nodeAt[size_t(node)] : frameAt[size_t(inner)];
        };
        const auto placeOfBox = [&](int box) { return box < 0 ? -1 : boxAt[size_t(box)]; };
        for (int i = 0; i < int(m_request.edges.size()); ++i) {
            const LayoutRequest::Edge &edge = m_request.edges[size_t(i)];
            if (frameOf(edge) != frame)
                continue;
            LayoutRequest::Edge one = edge;
            one.from = place(edge.from);
            one.to = place(edge.to);
            one.fromBox = placeOfBox(edge.fromBox);
            one.toBox = placeOfBox(edge.toBox);
            part.edges.push_back(i);
            request.edges.push_back(one);
        }
        // Without a line in it there is no way that it could run: then in the order in which it is written, as Mermaid does.
        for (int i = 1; frame >= 0 && part.edges.empty() && i < int(request.nodes.size()); ++i)
            request.edges.push_back({.from = i - 1, .to = i});
        return part;
    }

    void move(int frame, const QPointF &by)
    {
        for (size_t i = 0; i < m_layout.nodes.size(); ++i) {
            if (isWithin(m_request.boxOf[i], frame))
                m_layout.nodes[i].translate(by);
        }
        for (int box = 0; box < int(m_layout.boxes.size()); ++box) {
            if (box != frame && isWithin(box, frame))
                m_layout.boxes[size_t(box)].translate(by);
        }
        for (size_t i = 0; i < m_layout.edges.size(); ++i) {
            if (!isWithin(frameOf(m_request.edges[i]), frame))
                continue;
            m_layout.labels[i] += by;
            for (QPointF &point : m_layout.edges[i])
                point += by;
        }
    }

    /// Lays out what is in a frame, from (0, 0), and moves the frames in it to their places. The size of it all; for a frame, with its border.
    domain::Result<QSizeF> layOne(int frame)
    {
        const Part part = partOf(frame);
        auto laid = graph::lay(part.request, m_stop, m_settings);
        if (!laid)
            return std::unexpected(laid.error());
        for (size_t i = 0; i < part.nodes.size(); ++i) {
            if (part.frames[i] < 0) {
                m_layout.nodes[size_t(part.nodes[i])] = laid->nodes[i];
                continue;
            }
            const QRectF &rect = laid->nodes[i];
            const size_t inner = size_t(part.frames[i]);
            m_layout.boxes[inner] = rect;
            move(part.frames[i], rect.topLeft());
        }
        for (size_t i = 0; i < part.boxes.size(); ++i)
            m_layout.boxes[size_t(part.boxes[i])] = laid->boxes[i];
        for (size_t i = 0; i < part.edges.size(); ++i) {
            m_layout.edges[size_t(part.edges[i])] = std::move(laid->edges[i]);
            m_layout.labels[size_t(part.edges[i])] = laid->labels[i];
        }
        if (frame < 0)
            return laid->size;
        const double width = std::max(laid->size.width(), m_request.boxNames[size_t(frame)]);
        move(frame, {padding + (width - laid->size.width()) / 2, m_request.boxHeader});
        m_sizes[size_t(frame)] = QSizeF(width + 2 * padding, laid->size.height() + m_request.boxHeader + padding);
        return m_sizes[size_t(frame)];
    }

    const LayoutRequest &m_request;
    const BoxDirections &m_directions;
    std::stop_token m_stop;
    const graph::LayoutSettings &m_settings;
    std::vector<bool> m_isFrame; ///< By box.
    std::vector<QSizeF> m_sizes; ///< By box: of frames that are laid out.
    Layout m_layout;
};

} // namespace

domain::Result<Layout> layFrames(
    const LayoutRequest &request, const BoxDirections &directions, std::stop_token stop, const graph::LayoutSettings &settings)
{
    return Frames(request, directions, std::move(stop), settings).lay();
}

} // namespace callboard::items::diagram
