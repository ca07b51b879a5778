// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documentdiagrams.h"

#include "ui/kit/theme.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

namespace callboard::ui {

using namespace Qt::StringLiterals;
using items::Diagram;
using Shape = Diagram::Shape;
using Role = Diagram::Role;

namespace {

constexpr int pixelSize = 13;
constexpr int mostKept = 100;
constexpr qreal headLength = 9;

struct Look {
    QColor fill; ///< Invalid: none.
    QColor line; ///< Invalid: none.
};

Look lookOf(Role role, const Colours &c)
{
    switch (role) {
    case Role::Node:
    case Role::Participant: return { c.slip, c.borderControl };
    case Role::Group: return { c.wings, c.borderStrong };
    case Role::Note: return { c.warning.fill, c.warning.glyph };
    case Role::Activation: return { c.accentTint, c.accent };
    case Role::Frame: return { {}, c.borderControl };
    case Role::FrameTag: return { c.wings, c.borderControl };
    case Role::FramePart: return { c.hover, c.borderSubtle };
    case Role::Ground: return { c.code, {} };
    case Role::Link: return { {}, c.textSecondary };
    case Role::Lifeline: return { {}, c.borderControl };
    case Role::Text: return { {}, c.text };
    case Role::QuietText: return { {}, c.textSecondary };
    }
    return {};
}

/// A head whose tip is at `tip`, on a line that comes from `from`.
void paintHead(QPainter &painter, Diagram::Head head, const QPointF &from, const QPointF &tip, const QColor &line, const QColor &ground)
{
    if (head == Diagram::Head::None || from == tip)
        return;
    const QLineF way(tip, from);
    const QPointF along = QPointF(way.dx(), way.dy()) / way.length();
    const QPointF across(-along.y(), along.x());
    painter.setPen(QPen(line, 1.2));
    painter.setBrush(line);
    switch (head) {
    case Diagram::Head::Filled:
        painter.drawPolygon(QPolygonF { tip, tip + along * headLength + across * 4, tip + along * headLength - across * 4 });
        break;
    case Diagram::Head::Open:
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF { tip + along * headLength + across * 5, tip, tip + along * headLength - across * 5 });
        break;
    case Diagram::Head::Circle:
        painter.setBrush(ground);
        painter.drawEllipse(tip + along * 4, 4, 4);
        break;
    case Diagram::Head::Cross: {
        const QPointF middle = tip + along * 6;
        painter.drawLine(middle + (along + across) * 4, middle - (along + across) * 4);
        painter.drawLine(middle + (along - across) * 4, middle - (along - across) * 4);
        break;
    }
    case Diagram::Head::None: break;
    }
}

void paintStroke(QPainter &painter, const Shape &shape, const Look &look, const QColor &ground)
{
    if (shape.points.size() < 2)
        return;
    QPen pen(look.line, shape.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (shape.dash == Diagram::Dash::Dotted)
        pen.setDashPattern({ 2.0 / shape.width, 3.0 / shape.width });
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    QPainterPath path(shape.points.front());
    if (shape.kind == Shape::Kind::Curve) {
        for (size_t at = 1; at + 2 < shape.points.size(); at += 3)
            path.cubicTo(shape.points[at], shape.points[at + 1], shape.points[at + 2]);
    } else {
        for (size_t at = 1; at < shape.points.size(); ++at)
            path.lineTo(shape.points[at]);
    }
    painter.drawPath(path);
    const auto &points = shape.points;
    paintHead(painter, shape.end, points[points.size() - 2], points.back(), look.line, ground);
    paintHead(painter, shape.start, points[1], points.front(), look.line, ground);
}

} // namespace

void paintDiagram(QPainter &painter, const Diagram &diagram, const Colours &colours, const QFont &font, const QFont &strong)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Shape &shape : diagram.shapes) {
        const Look look = lookOf(shape.role, colours);
        painter.setPen(look.line.isValid() && shape.width > 0 ? QPen(look.line, 1) : QPen(Qt::NoPen));
        painter.setBrush(look.fill.isValid() ? QBrush(look.fill) : QBrush(Qt::NoBrush));
        switch (shape.kind) {
        case Shape::Kind::Box: painter.drawRoundedRect(shape.rect, shape.radius, shape.radius); break;
        case Shape::Kind::Ellipse: painter.drawEllipse(shape.rect); break;
        case Shape::Kind::Polygon: painter.drawPolygon(QPolygonF(QList<QPointF>(shape.points.begin(), shape.points.end()))); break;
        case Shape::Kind::Line:
        case Shape::Kind::Curve: paintStroke(painter, shape, look, colours.code); break;
        case Shape::Kind::Text:
            painter.setFont(shape.strong ? strong : font);
            painter.setPen(look.line);
            painter.drawText(shape.rect, int(shape.left ? Qt::AlignLeft | Qt::AlignTop : Qt::AlignCenter) | Qt::TextDontClip, shape.text);
            break;
        }
    }
    painter.restore();
}

DocumentDiagrams::DocumentDiagrams(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

DocumentDiagrams::~DocumentDiagrams()
{
    forgetWanted();
    m_pool.waitForDone();
}

QFont DocumentDiagrams::fontOf(const Theme &theme, bool strong)
{
    QFont font = theme.font(TextRole::Body, strong ? QFont::DemiBold : QFont::Normal);
    font.setPixelSize(pixelSize);
    font.setHintingPreference(QFont::PreferNoHinting); // It is painted in any size.
    return font;
}

void DocumentDiagrams::forgetWanted()
{
    m_stop.request_stop();
    m_pool.clear();
    m_stop = {};
    m_pending.clear();
    if (m_drawn.size() >= mostKept)
        m_drawn.clear();
}

void DocumentDiagrams::want(const QString &source, const Theme &theme)
{
    if (m_drawn.contains(source) || m_pending.contains(source))
        return;
    m_pending.insert(source);
    m_pool.start([this, source, font = fontOf(theme), strong = fontOf(theme, true), stop = m_stop.get_token()] {
        const domain::Result<docs::Mermaid> mermaid = docs::readMermaid(source);
        if (stop.stop_requested())
            return;
        const QFontMetricsF plain(font), bold(strong);
        const auto measure = [&](const QString &text, bool isStrong) {
            return (isStrong ? bold : plain).boundingRect(QRectF(0, 0, 1e6, 1e6), Qt::AlignLeft | Qt::AlignTop, text).size();
        };
        const domain::Result<Diagram> laid
            = mermaid ? items::layDiagram(*mermaid, measure, stop) : domain::Result<Diagram>(std::unexpected(mermaid.error()));
        if (!laid && laid.error().code == domain::ErrorCode::Cancelled)
            return;
        QMetaObject::invokeMethod(this, [this, source, drawing = laid ? std::make_shared<const Diagram>(*laid) : nullptr] {
            m_pending.remove(source);
            m_drawn.insert(source, drawing);
            if (drawing)
                Q_EMIT drawn(source);
        });
    });
}

} // namespace callboard::ui
