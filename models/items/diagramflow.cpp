// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/diagram.h"
#include "models/items/diagramframes.h"

#include <algorithm>
#include <cmath>

namespace callboard::items::diagram {

using namespace Qt::StringLiterals;
using docs::Flowchart;
using Shape = Diagram::Shape;
using Role = Diagram::Role;

namespace {

constexpr qreal padX = 14;
constexpr qreal padY = 9;
constexpr qreal margin = 8;
constexpr qreal leastWidth = 44;
constexpr qreal slant = 14; ///< Of what leans.
constexpr qreal lid = 7;    ///< Half of the height of a cylinder's lid.

QSizeF nodeSize(const Flowchart::Node &node, const MeasureText &measure)
{
    QSizeF size = measure(node.text.isEmpty() ? u" "_s : node.text, false) + QSizeF(2 * padX, 2 * padY);
    size.setWidth(std::max(size.width(), leastWidth));
    switch (node.shape) {
    case Flowchart::Shape::Stadium: size.rwidth() += 10; break;
    case Flowchart::Shape::Subroutine: size.rwidth() += 12; break;
    case Flowchart::Shape::Cylinder: size.rheight() += 3 * lid; break;
    case Flowchart::Shape::Circle:
    case Flowchart::Shape::DoubleCircle: {
        const qreal side = std::hypot(size.width() - padX, size.height() - padY) + (node.shape == Flowchart::Shape::DoubleCircle ? 8 : 0);
        return {side, side};
    }
    // A text fits into a rhombus where its width and height, as parts of the rhombus', make one together.
    case Flowchart::Shape::Diamond: return {(size.width() - padX) * 1.6, std::max((size.height() - padY) * 2.6, 44.0)};
    case Flowchart::Shape::Hexagon:
    case Flowchart::Shape::LeanRight:
    case Flowchart::Shape::LeanLeft:
    case Flowchart::Shape::Trapezoid:
    case Flowchart::Shape::InvertedTrapezoid: size.rwidth() += 2 * slant; break;
    case Flowchart::Shape::Flag: size.rwidth() += slant; break;
    case Flowchart::Shape::Rectangle:
    case Flowchart::Shape::Rounded: break;
    }
    return size;
}

graph::LayoutRequest::Shape borderOf(Flowchart::Shape shape)
{
    switch (shape) {
    case Flowchart::Shape::Circle:
    case Flowchart::Shape::DoubleCircle: return graph::LayoutRequest::Shape::Ellipse;
    case Flowchart::Shape::Diamond: return graph::LayoutRequest::Shape::Diamond;
    default: return graph::LayoutRequest::Shape::Box;
    }
}

Shape polygon(Role role, std::vector<QPointF> points)
{
    return {.kind = Shape::Kind::Polygon, .role = role, .rect = {}, .points = std::move(points), .text = {}};
}

Shape box(Role role, const QRectF &rect, qreal radius)
{
    return {.kind = Shape::Kind::Box, .role = role, .rect = rect, .radius = radius, .points = {}, .text = {}};
}

Shape ellipse(Role role, const QRectF &rect)
{
    return {.kind = Shape::Kind::Ellipse, .role = role, .rect = rect, .points = {}, .text = {}};
}

Shape words(const QRectF &rect, const QString &text, Role role = Role::Text)
{
    return {.kind = Shape::Kind::Text, .role = role, .rect = rect, .points = {}, .text = text};
}

Shape stroke(std::vector<QPointF> points, bool curved)
{
    return {.kind = curved ? Shape::Kind::Curve : Shape::Kind::Line, .role = Role::Node, .rect = {}, .points = std::move(points), .text = {}};
}

void addNode(Diagram &diagram, const Flowchart::Node &node, const QRectF &r)
{
    const qreal left = r.left(), right = r.right(), top = r.top(), bottom = r.bottom(), middle = r.center().y();
    QRectF text = r;
    switch (node.shape) {
    case Flowchart::Shape::Rectangle: diagram.shapes.push_back(box(Role::Node, r, 2)); break;
    case Flowchart::Shape::Rounded: diagram.shapes.push_back(box(Role::Node, r, 8)); break;
    case Flowchart::Shape::Stadium: diagram.shapes.push_back(box(Role::Node, r, r.height() / 2)); break;
    case Flowchart::Shape::Subroutine:
        diagram.shapes.push_back(box(Role::Node, r, 2));
        diagram.shapes.push_back(stroke({{left + 6, top}, {left + 6, bottom}}, false));
        diagram.shapes.push_back(stroke({{right - 6, top}, {right - 6, bottom}}, false));
        break;
    case Flowchart::Shape::Cylinder: {
        // Its foot, its middle, and its lid over both.
        diagram.shapes.push_back(ellipse(Role::Node, {left, bottom - 2 * lid, r.width(), 2 * lid}));
        Shape body = polygon(Role::Node, {{left, top + lid}, {right, top + lid}, {right, bottom - lid}, {left, bottom - lid}});
        body.width = 0;
        diagram.shapes.push_back(std::move(body));
        diagram.shapes.push_back(stroke({{left, top + lid}, {left, bottom - lid}}, false));
        diagram.shapes.push_back(stroke({{right, top + lid}, {right, bottom - lid}}, false));
        diagram.shapes.push_back(ellipse(Role::Node, {left, top, r.width(), 2 * lid}));
        text.setTop(top + 2 * lid);
        break;
    }
    case Flowchart::Shape::Circle: diagram.shapes.push_back(ellipse(Role::Node, r)); break;
    case Flowchart::Shape::DoubleCircle:
        diagram.shapes.push_back(ellipse(Role::Node, r));
        diagram.shapes.push_back(ellipse(Role::Node, r.adjusted(4, 4, -4, -4)));
        break;
    case Flowchart::Shape::Flag:
        diagram.shapes.push_back(polygon(Role::Node, {{left, top}, {right, top}, {right, bottom}, {left, bottom}, {left + slant, middle}}));
        text.setLeft(left + slant);
        break;
    case Flowchart::Shape::Diamond:
        diagram.shapes.push_back(polygon(Role::Node, {{r.center().x(), top}, {right, middle}, {r.center().x(), bottom}, {left, middle}}));
        break;
    case Flowchart::Shape::Hexagon:
        diagram.shapes.push_back(polygon(
            Role::Node, {{left + slant, top}, {right - slant, top}, {right, middle}, {right - slant, bottom}, {left + slant, bottom}, {left, middle}}));
        break;
    case Flowchart::Shape::LeanRight:
        diagram.shapes.push_back(polygon(Role::Node, {{left + slant, top}, {right, top}, {right - slant, bottom}, {left, bottom}}));
        break;
    case Flowchart::Shape::LeanLeft:
        diagram.shapes.push_back(polygon(Role::Node, {{left, top}, {right - slant, top}, {right, bottom}, {left + slant, bottom}}));
        break;
    case Flowchart::Shape::Trapezoid:
        diagram.shapes.push_back(polygon(Role::Node, {{left + slant, top}, {right - slant, top}, {right, bottom}, {left, bottom}}));
        break;
    case Flowchart::Shape::InvertedTrapezoid:
        diagram.shapes.push_back(polygon(Role::Node, {{left, top}, {right, top}, {right - slant, bottom}, {left + slant, bottom}}));
        break;
    }
    diagram.shapes.push_back(words(text, node.text));
}

Diagram::Head headOf(Flowchart::Head head)
{
    switch (head) {
    case Flowchart::Head::Arrow: return Diagram::Head::Filled;
    case Flowchart::Head::Circle: return Diagram::Head::Circle;
    case Flowchart::Head::Cross: return Diagram::Head::Cross;
    case Flowchart::Head::None: break;
    }
    return Diagram::Head::None;
}

graph::LayoutRequest::Direction directionOf(Flowchart::Direction direction)
{
    using Direction = graph::LayoutRequest::Direction;
    switch (direction) {
    case Flowchart::Direction::Up: return Direction::Up;
    case Flowchart::Direction::Right: return Direction::Right;
    case Flowchart::Direction::Left: return Direction::Left;
    case Flowchart::Direction::Down: break;
    }
    return Direction::Down;
}

/// What Graphviz is asked for. A group in which nothing lies is laid out as a node.
struct Asked {
    graph::LayoutRequest request;
    std::vector<int> emptyNodeOf; ///< By group: the node that stands for it; -1.
};

Asked ask(const Flowchart &chart, const MeasureText &measure)
{
    Asked asked;
    graph::LayoutRequest &request = asked.request;
    request.direction = directionOf(chart.direction);
    for (const Flowchart::Node &node : chart.nodes) {
        request.nodes.push_back(nodeSize(node, measure));
        request.boxOf.push_back(node.group);
        request.shapes.push_back(borderOf(node.shape));
    }
    // By group, any node in it: edges to the group go there, and are cut at its border.
    std::vector<int> inside(chart.groups.size(), -1);
    for (size_t i = 0; i < chart.nodes.size(); ++i) {
        for (int group = chart.nodes[i].group; group >= 0; group = chart.groups[size_t(group)].parent)
            inside[size_t(group)] = inside[size_t(group)] < 0 ? int(i) : inside[size_t(group)];
    }
    asked.emptyNodeOf.assign(chart.groups.size(), -1);
    for (size_t i = 0; i < chart.groups.size(); ++i) {
        request.boxParents.push_back(chart.groups[i].parent);
        request.boxNames.push_back(chart.groups[i].text.isEmpty() ? 1 : measure(chart.groups[i].text, true).width() + 8);
        if (inside[i] >= 0)
            continue;
        asked.emptyNodeOf[i] = int(request.nodes.size());
        inside[i] = int(request.nodes.size());
        request.nodes.push_back(QSizeF(std::max(40.0, measure(chart.groups[i].text, true).width()), 12));
        request.boxOf.push_back(int(i));
        request.shapes.push_back(graph::LayoutRequest::Shape::Box);
    }
    for (const Flowchart::Edge &edge : chart.edges) {
        graph::LayoutRequest::Edge one;
        one.from = edge.from.node >= 0 ? edge.from.node : inside[size_t(edge.from.group)];
        one.to = edge.to.node >= 0 ? edge.to.node : inside[size_t(edge.to.group)];
        one.fromBox = edge.from.node >= 0 ? -1 : edge.from.group;
        one.toBox = edge.to.node >= 0 ? -1 : edge.to.group;
        one.length = edge.length;
        if (!edge.text.isEmpty())
            one.label = measure(edge.text, false) + QSizeF(10, 4);
        request.edges.push_back(one);
    }
    return asked;
}

/// A point of a line of cubic Béziers, or of a straight one; `way` from 0 to 1.
QPointF pointOn(const std::vector<QPointF> &points, qreal way)
{
    if (points.size() < 4)
        return points.front() + way * (points.back() - points.front());
    const size_t pieces = points.size() / 3;
    const size_t piece = std::min(size_t(way * qreal(pieces)), pieces - 1);
    const qreal t = way * qreal(pieces) - qreal(piece), u = 1 - t;
    const QPointF *at = &points[3 * piece];
    return u * u * u * at[0] + 3 * u * u * t * at[1] + 3 * u * t * t * at[2] + t * t * t * at[3];
}

/// Under a text that lines may cross: what is behind it there.
Shape groundOf(const QRectF &rect, const graph::Layout &layout)
{
    const bool inGroup = std::ranges::any_of(layout.boxes, [&](const QRectF &group) { return group.contains(rect.center()); });
    Shape ground = box(inGroup ? Role::Group : Role::Ground, rect, 2);
    ground.width = 0;
    return ground;
}

void addGroupNames(Diagram &diagram, const Flowchart &chart, const graph::Layout &layout, const MeasureText &measure)
{
    for (size_t i = 0; i < chart.groups.size() && i < layout.boxes.size(); ++i) {
        if (chart.groups[i].text.isEmpty())
            continue;
        const QRectF &around = layout.boxes[i];
        const QSizeF size = measure(chart.groups[i].text, true);
        Shape name = words(QRectF(around.left() + 10, around.top() + 4, std::max(around.width() - 20, size.width()), 20), chart.groups[i].text, Role::QuietText);
        name.left = true;
        name.strong = true;
        diagram.shapes.push_back(groundOf(QRectF(name.rect.topLeft() - QPointF(2, 0), size + QSizeF(4, 0)), layout));
        diagram.shapes.push_back(std::move(name));
    }
}

/// Finds the places of what stands on edges.
class Labels final {
public:
    Labels(const graph::Layout &layout, const graph::LayoutRequest &request)
        : m_layout(layout)
        , m_request(request)
    {
    }

    QRectF place(size_t edge)
    {
        const QSizeF size = m_request.edges[edge].label;
        const auto around = [&](const QPointF &middle) { return QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size); };
        QRectF found = around(m_layout.labels[edge]);
        if (isCut(edge) && !isFree(found)) {
            // Graphviz thinks of the whole line, of which only that is seen which is outside of the group.
            found = around(pointOn(m_layout.edges[edge], 0.5));
            for (const qreal way : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8}) {
                if (const QRectF there = around(pointOn(m_layout.edges[edge], way)); isFree(there)) {
                    found = there;
                    break;
                }
            }
        }
        m_taken.push_back(found);
        return found;
    }
    bool isCut(size_t edge) const { return m_request.edges[edge].fromBox >= 0 || m_request.edges[edge].toBox >= 0; }

private:
    bool isFree(const QRectF &rect) const
    {
        const auto meets = [&](const QRectF &other) { return other.intersects(rect); };
        return QRectF(QPointF(), m_layout.size).contains(rect) && std::ranges::none_of(m_taken, meets) && std::ranges::none_of(m_layout.nodes, meets)
            && std::ranges::none_of(m_layout.boxes, [&](const QRectF &group) { return group.intersects(rect) && !group.contains(rect); });
    }

    const graph::Layout &m_layout;
    const graph::LayoutRequest &m_request;
    std::vector<QRectF> m_taken;
};

void addLabels(Diagram &diagram, const Flowchart &chart, const graph::Layout &layout, const graph::LayoutRequest &request)
{
    Labels labels(layout, request);
    // Those whose place is known come first.
    for (const bool cut : {false, true}) {
        for (size_t i = 0; i < chart.edges.size(); ++i) {
            const Flowchart::Edge &edge = chart.edges[i];
            if (edge.text.isEmpty() || edge.line == Flowchart::Line::Invisible || i >= layout.labels.size() || layout.edges[i].empty() || labels.isCut(i) != cut)
                continue;
            const QRectF rect = labels.place(i);
            diagram.shapes.push_back(groundOf(rect, layout));
            diagram.shapes.push_back(words(rect, edge.text, Role::QuietText));
        }
    }
}

} // namespace

domain::Result<Diagram> layFlowchart(const Flowchart &chart, const MeasureText &measure, std::stop_token stop)
{
    const Asked asked = ask(chart, measure);
    graph::LayoutSettings settings;
    settings.onlyLayers = true;
    BoxDirections directions(chart.groups.size());
    for (size_t i = 0; i < chart.groups.size(); ++i) {
        if (chart.groups[i].direction)
            directions[i] = directionOf(*chart.groups[i].direction);
    }
    const domain::Result<graph::Layout> layout = layFrames(asked.request, directions, stop, settings);
    if (!layout)
        return std::unexpected(layout.error());
    Diagram diagram;
    for (size_t i = 0; i < chart.groups.size() && i < layout->boxes.size(); ++i) {
        diagram.shapes.push_back(box(Role::Group, layout->boxes[i], 6));
    }
    for (size_t i = 0; i < chart.edges.size(); ++i) {
        const Flowchart::Edge &edge = chart.edges[i];
        if (edge.line == Flowchart::Line::Invisible)
            continue;
        const bool curved = layout->edges[i].size() > 2;
        diagram.shapes.push_back({.kind = curved ? Shape::Kind::Curve : Shape::Kind::Line, .role = Role::Link, .rect = {}, .points = layout->edges[i],
            .dash = edge.line == Flowchart::Line::Dotted ? Diagram::Dash::Dotted : Diagram::Dash::Solid,
            .width = edge.line == Flowchart::Line::Thick ? 2.5 : 1.2, .start = headOf(edge.start), .end = headOf(edge.end), .text = {}});
    }
    addGroupNames(diagram, chart, *layout, measure);
    for (size_t i = 0; i < chart.nodes.size(); ++i)
        addNode(diagram, chart.nodes[i], layout->nodes[i]);
    addLabels(diagram, chart, *layout, asked.request);
    // A loop or a curve may leave what Graphviz calls the bounds by the width of a line.
    for (Shape &shape : diagram.shapes) {
        shape.rect.translate(margin, margin);
        for (QPointF &point : shape.points)
            point += QPointF(margin, margin);
    }
    diagram.size = layout->size + QSizeF(2 * margin, 2 * margin);
    return diagram;
}

} // namespace callboard::items::diagram
