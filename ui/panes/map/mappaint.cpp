// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/mapscene.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using Node = graph::MapGraph::Node;
using Box = graph::MapGraph::Box;

namespace {

    constexpr qreal corner = 6;

    void box(QPainter &painter, const QRectF &area, const QColor &fill, const QPen &pen)
    {
        painter.setPen(pen);
        painter.setBrush(fill);
        const qreal inset = pen.style() == Qt::NoPen ? 0 : pen.widthF() / 2;
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), corner, corner);
    }

    QPen dashed(const QColor &colour, qreal width)
    {
        QPen pen(colour, width, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({ 4 / width, 3 / width });
        return pen;
    }

    void paintBoxOf(QPainter &painter, const MapScene &scene, size_t index, MapDetail detail, const MapIcons *icons)
    {
        const Box &shown = scene.graph.boxes[index];
        const QRectF area = scene.layout.boxes[index];
        const Colours &colours = scene.look.colours;
        box(painter, area, shown.kind == Box::Kind::Domain ? colours.house : colours.wings,
            QPen(shown.isFocus ? colours.accent : colours.borderSubtle, shown.isFocus ? 2 : 1));
        if (detail == MapDetail::Blocks)
            return;
        const qreal scale = scene.look.scale;
        const QString kind = shown.kind == Box::Kind::Domain ? u"domain"_s : shown.kind == Box::Kind::System ? u"system"_s : u"group"_s;
        const QRectF place(area.topLeft() + QPointF(10, 6) * scale, QSizeF(14, 14) * scale);
        if (icons && detail == MapDetail::All) {
            if (const QImage *image = icons->kind(kind, MapIcons::Ink::Secondary))
                painter.drawImage(place, *image);
        }
        painter.setFont(scene.look.box);
        painter.setPen(shown.isMissing ? colours.warning.text : colours.text);
        const QRectF line(place.right() + 6 * scale, area.top() + 2 * scale, area.right() - place.right() - 14 * scale, 22 * scale);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(scene.look.box).elidedText(shown.name.simplified(), Qt::ElideRight, line.width()));
    }

    QPainterPath pathOf(const std::vector<QPointF> &points)
    {
        QPainterPath path(points.front());
        if (points.size() == 2)
            path.lineTo(points[1]);
        for (size_t i = 1; i + 2 < points.size(); i += 3)
            path.cubicTo(points[i], points[i + 1], points[i + 2]);
        return path;
    }

    void paintWeight(QPainter &painter, const MapScene &scene, const std::vector<QPointF> &points, int weight)
    {
        const QPointF middle = points.size() == 2 ? (points[0] + points[1]) / 2 : points[points.size() / 2];
        painter.setFont(scene.look.subtitle);
        const QString text = QString::number(weight);
        const QFontMetricsF metrics(scene.look.subtitle);
        const QRectF area(middle.x() - metrics.horizontalAdvance(text) / 2 - 3, middle.y() - metrics.height() / 2, metrics.horizontalAdvance(text) + 6, metrics.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(scene.look.colours.board);
        painter.drawRoundedRect(area, 3, 3);
        painter.setPen(scene.look.colours.textSecondary);
        painter.drawText(area, Qt::AlignCenter, text);
    }

    QColor slipInk(const Node &node, const Colours &colours)
    {
        if (node.isFocus)
            return colours.textOnAccent;
        return node.kind == Node::Kind::Fold ? colours.textSecondary : colours.text;
    }

    void paintSlip(QPainter &painter, const MapScene &scene, int index, MapDetail detail)
    {
        const Node &node = scene.graph.nodes[size_t(index)];
        const QRectF area = scene.layout.nodes[size_t(index)];
        const Colours &colours = scene.look.colours;
        const QColor fill = node.isFocus ? colours.accent : node.kind == Node::Kind::Fold ? colours.board : colours.slip;
        QPen pen(node.kind == Node::Kind::Fold ? colours.borderControl : colours.borderStrong, 1);
        if (node.kind == Node::Kind::Missing)
            pen.setColor(colours.warning.glyph);
        if (node.isOld)
            pen = dashed(colours.stale.glyph, 1);
        if (detail == MapDetail::Blocks) {
            const bool isPlain = !node.isFocus && node.kind != Node::Kind::Missing && !node.isOld;
            painter.fillRect(area, node.isFocus ? colours.accent : isPlain ? colours.borderControl : pen.color());
            return;
        }
        box(painter, area, fill, node.isFocus ? QPen(Qt::NoPen) : pen);
        if (node.isFocus)
            box(painter, area.adjusted(-4, -4, 4, 4), Qt::transparent, QPen(colours.accent, 2));
        if (node.group >= 0) {
            const QColor group = node.group < int(colours.chart.size()) ? colours.chart[size_t(node.group)] : colours.none.glyph;
            painter.fillRect(QRectF(area.left() + 1, area.top() + corner, 4, area.height() - 2 * corner), group);
        }
    }

} // namespace

void paintHead(QPainter &painter, graph::ArrowHead head, const QPointF &before, const QPointF &tip, const QColor &ink, const QColor &ground)
{
    const QPointF way = tip - before;
    const qreal length = std::hypot(way.x(), way.y());
    if (length < 1e-6)
        return;
    const QPointF along = way / length, across(-along.y(), along.x());
    painter.setPen(QPen(ink, 1.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (head == graph::ArrowHead::Ring) {
        painter.setBrush(ground);
        painter.drawEllipse(tip - along * 3, 3, 3);
        return;
    }
    if (head == graph::ArrowHead::Diamond) {
        painter.setBrush(ground);
        painter.drawPolygon(QPolygonF { tip, tip - along * 5 + across * 3.2, tip - along * 10, tip - along * 5 - across * 3.2 });
        return;
    }
    const QPointF left = tip - along * 7 + across * 3.2, right = tip - along * 7 - across * 3.2;
    if (head == graph::ArrowHead::Filled) {
        painter.setBrush(ink);
        painter.drawPolygon(QPolygonF { left, tip, right });
    } else {
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF { left, tip, right });
    }
}

void paintNode(QPainter &painter, const MapScene &scene, int index, MapDetail detail, const MapIcons *icons)
{
    const Node &node = scene.graph.nodes[size_t(index)];
    const QRectF area = scene.layout.nodes[size_t(index)];
    const Colours &colours = scene.look.colours;
    const qreal scale = scene.look.scale;
    paintSlip(painter, scene, index, detail);
    if (detail == MapDetail::Blocks)
        return;
    qreal left = area.left() + 12 * scale;
    if (node.kind != Node::Kind::Fold) {
        if (icons && detail == MapDetail::All) {
            const QRectF place(area.left() + 9 * scale, area.center().y() - 8 * scale, 16 * scale, 16 * scale);
            const QString kind = node.kind == Node::Kind::Rolled && node.entityKind.isEmpty() ? u"system"_s : node.entityKind;
            if (const QImage *image = icons->kind(kind, node.isFocus ? MapIcons::Ink::OnAccent : MapIcons::Ink::Secondary))
                painter.drawImage(place, *image);
        }
        left = area.left() + 31 * scale;
    }
    const graph::NodeText &text = scene.texts[size_t(index)];
    const bool one = text.subtitle.isEmpty() || detail != MapDetail::All;
    const QRectF words(left, area.top(), area.right() - left, area.height());
    const qreal middle = words.center().y();
    painter.setFont(node.kind == Node::Kind::Fold ? scene.look.subtitle : scene.look.title);
    painter.setPen(slipInk(node, colours));
    const QRectF upper = one ? words : QRectF(left, middle - 16 * scale, words.width(), 16 * scale);
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text.title);
    if (!one) {
        painter.setFont(scene.look.subtitle);
        painter.setPen(node.isFocus ? colours.textOnAccent : node.kind == Node::Kind::Missing ? colours.warning.text : colours.textSecondary);
        painter.drawText(QRectF(left, middle - 1 * scale, words.width(), 16 * scale), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text.subtitle);
    }
    const bool warns = node.hasProblems || node.kind == Node::Kind::Missing;
    if (icons && detail == MapDetail::All && (warns || node.isOld)) {
        if (const QImage *image = icons->status(warns ? Status::Warning : Status::Stale))
            painter.drawImage(QRectF(area.right() - 20 * scale, middle - 14 * scale, 12 * scale, 12 * scale), *image);
    }
}

void paintEdge(QPainter &painter, const MapScene &scene, size_t index, const QColor &ink, qreal width, MapDetail detail)
{
    const graph::MapGraph::Edge &edge = scene.graph.edges[index];
    const std::vector<QPointF> &points = scene.layout.edges[index];
    if (points.size() < 2)
        return;
    // Far away, a line is a line: no heads, no dashes, and one a device pixel wide costs least.
    const bool isFar = detail == MapDetail::Blocks;
    QPen pen = edge.isOld && !isFar ? dashed(ink, width) : QPen(ink, isFar ? 0 : width);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (points.size() == 2)
        painter.drawLine(points[0], points[1]);
    else
        painter.drawPath(pathOf(points));
    if (isFar)
        return;
    paintHead(painter, graph::arrowHeadOf(edge.type), points[points.size() - 2], points.back(), ink, scene.look.colours.board);
    if (edge.weight > 1 && detail == MapDetail::All)
        paintWeight(painter, scene, points, edge.weight);
}

void paintScene(QPainter &painter, const MapScene &scene, const QRectF &area, MapDetail detail, const MapIcons *icons)
{
    const Colours &colours = scene.look.colours;
    painter.fillRect(area, colours.board);
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (size_t i = 0; i < scene.layout.boxes.size(); ++i) {
        if (scene.layout.boxes[i].intersects(area))
            paintBoxOf(painter, scene, i, detail, icons);
    }
    const bool isCrowded = scene.graph.edges.size() > 1500;
    QColor quiet = colours.borderControl;
    if (isCrowded)
        quiet.setAlphaF(detail == MapDetail::Blocks ? 0.35f : 0.6f);
    std::vector<size_t> loud;
    for (size_t i = 0; i < scene.graph.edges.size(); ++i) {
        if (!scene.edgeBounds[i].intersects(area))
            continue;
        if (scene.touchesFocus(i))
            loud.push_back(i);
        else
            paintEdge(painter, scene, i, scene.graph.edges[i].isOld ? colours.stale.glyph : quiet, 1 + std::min(3.0, std::log2(scene.graph.edges[i].weight) / 2), detail);
    }
    for (const size_t edge : loud)
        paintEdge(painter, scene, edge, colours.accent, 1.6 + std::min(3.0, std::log2(scene.graph.edges[edge].weight) / 2), detail);
    for (size_t i = 0; i < scene.graph.nodes.size(); ++i) {
        if (scene.layout.nodes[i].adjusted(-6, -6, 6, 6).intersects(area))
            paintNode(painter, scene, int(i), detail, icons);
    }
}

} // namespace callboard::ui::panes
