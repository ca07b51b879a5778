// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/glyphs.h"

#include "ui/kit/icons.h"
#include "ui/kit/stamps.h"

#include <QCoreApplication>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

QPen roundPen(const QColor &colour, qreal width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void drawTick(QPainter *p, const QColor &colour)
{
    p->setPen(roundPen(colour, 1.6));
    p->drawPolyline(QPolygonF { { 2.6, 6.4 }, { 4.9, 8.7 }, { 9.4, 3.7 } });
}

void drawOk(QPainter *p, const QColor &glyph, const QColor &ground)
{
    p->setPen(Qt::NoPen);
    p->setBrush(glyph);
    p->drawEllipse(QPointF(6, 6), 5.5, 5.5);
    p->setBrush(Qt::NoBrush);
    p->setPen(roundPen(ground, 1.5));
    p->drawPolyline(QPolygonF { { 3.5, 6.2 }, { 5.3, 8 }, { 8.6, 4.3 } });
}

void drawRunning(QPainter *p, const QColor &glyph)
{
    QColor faint = glyph;
    faint.setAlphaF(0.35f);
    p->setPen(QPen(faint, 1.5));
    p->drawEllipse(QPointF(6, 6), 4.75, 4.75);
    p->setPen(roundPen(glyph, 1.5));
    p->drawArc(QRectF(1.25, 1.25, 9.5, 9.5), 0, 90 * 16);
    p->setPen(Qt::NoPen);
    p->setBrush(glyph);
    p->drawEllipse(QPointF(6, 6), 1.9, 1.9);
}

void drawWarning(QPainter *p, const QColor &glyph, const QColor &ground)
{
    p->setPen(QPen(glyph, 0.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p->setBrush(glyph);
    p->drawPolygon(QPolygonF { { 6, 0.9 }, { 11.6, 11 }, { 0.4, 11 } });
    p->setPen(roundPen(ground, 1.5));
    p->drawLine(QPointF(6, 4.4), QPointF(6, 7.3));
    p->drawLine(QPointF(6, 9.2), QPointF(6, 9.25));
}

void drawFailed(QPainter *p, const QColor &glyph, const QColor &ground)
{
    p->setPen(Qt::NoPen);
    p->setBrush(glyph);
    p->drawPolygon(QPolygonF { { 3.6, 0.5 }, { 8.4, 0.5 }, { 11.5, 3.6 }, { 11.5, 8.4 }, { 8.4, 11.5 },
        { 3.6, 11.5 }, { 0.5, 8.4 }, { 0.5, 3.6 } });
    p->setPen(roundPen(ground, 1.5));
    p->drawLine(QPointF(4.1, 4.1), QPointF(7.9, 7.9));
    p->drawLine(QPointF(7.9, 4.1), QPointF(4.1, 7.9));
}

void drawRing(QPainter *p, const QPen &pen)
{
    p->setPen(pen);
    p->drawEllipse(QPointF(6, 6), 4.9, 4.9);
}

void drawStale(QPainter *p, const QColor &glyph)
{
    QPen pen(glyph, 1.3, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({ 2.4 / 1.3, 1.7 / 1.3 });
    drawRing(p, pen);
}

void drawQueued(QPainter *p, const QColor &glyph)
{
    drawRing(p, QPen(glyph, 1.2));
    p->setPen(roundPen(glyph, 1.6));
    for (const qreal x : { 3.7, 6.0, 8.3 })
        p->drawLine(QPointF(x, 6), QPointF(x + 0.05, 6));
}

/// Draws a glyph into 12 by 12.
void drawStatus(QPainter *painter, Status status, const QColor &glyph, const QColor &ground, GlyphStyle style)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    switch (status) {
    case Status::Ok: style == GlyphStyle::Quiet ? drawTick(painter, glyph) : drawOk(painter, glyph, ground); break;
    case Status::Running: drawRunning(painter, glyph); break;
    case Status::Warning: drawWarning(painter, glyph, ground); break;
    case Status::Failed: drawFailed(painter, glyph, ground); break;
    case Status::None:
        drawRing(painter, QPen(glyph, 1.2));
        painter->setPen(roundPen(glyph, 1.4));
        painter->drawLine(QPointF(4, 6), QPointF(8, 6));
        break;
    case Status::Stale: drawStale(painter, glyph); break;
    case Status::Queued: drawQueued(painter, glyph); break;
    }
}

/// Does a copy of pixels lie on those of the device?
bool isOnPixels(const QPainter &painter, const QPointF &corner)
{
    const QTransform transform = painter.deviceTransform();
    const QPointF at = transform.map(corner);
    return transform.type() <= QTransform::TxScale && qFuzzyIsNull(at.x() - qRound(at.x())) && qFuzzyIsNull(at.y() - qRound(at.y()));
}

void drawBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool outlined = border.isValid() && border.alpha() > 0;
    painter->setPen(outlined ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = outlined ? width / 2 : 0;
    const qreal round = qMax(0.0, radius - inset);
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), round, round);
    painter->restore();
}

constexpr int chipPadding = 7;
constexpr int capPadding = 4;
constexpr int capGap = 4;

} // namespace

void paintStatus(QPainter *painter, const QRectF &rect, Status status, const Colours &colours,
    const QColor &ground, GlyphStyle style)
{
    const QColor glyph = colours.status(status).glyph;
    const QPointF corner = rect.center() - QPointF(rect.width() / 2, rect.width() / 2);
    const int side = qRound(rect.width());
    if (qFuzzyCompare(rect.width(), side) && isOnPixels(*painter, corner)) {
        const Stamp stamp { u"status glyph"_s, int(status) * 2 + int(style), { side, side }, painter->device()->devicePixelRatioF(),
            glyph.rgba(), ground.rgba() };
        painter->drawPixmap(corner, stamped(stamp, [&](QPainter &onto) {
            onto.scale(side / 12.0, side / 12.0);
            drawStatus(&onto, status, glyph, ground, style);
        }));
        return;
    }
    painter->save();
    painter->translate(corner);
    painter->scale(rect.width() / 12, rect.width() / 12);
    drawStatus(painter, status, glyph, ground, style);
    painter->restore();
}

QString statusWord(Status status)
{
    switch (status) {
    case Status::Ok: return QCoreApplication::translate("callboard::ui::Glyphs", "good");
    case Status::Running: return QCoreApplication::translate("callboard::ui::Glyphs", "running");
    case Status::Warning: return QCoreApplication::translate("callboard::ui::Glyphs", "warning");
    case Status::Failed: return QCoreApplication::translate("callboard::ui::Glyphs", "failed");
    case Status::None: return QCoreApplication::translate("callboard::ui::Glyphs", "none");
    case Status::Stale: return QCoreApplication::translate("callboard::ui::Glyphs", "not current");
    case Status::Queued: return QCoreApplication::translate("callboard::ui::Glyphs", "waiting");
    }
    return {};
}

void paintPin(QPainter *painter, const QPointF &centre, bool pinned, const Colours &colours)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor colour = pinned ? colours.accent : colours.textSecondary;
    painter->setPen(QPen(colour, 1.4));
    painter->setBrush(pinned ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter->drawEllipse(centre, 3.6, 3.6);
    painter->restore();
}

void paintBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
    const QColor &border, qreal width)
{
    // Its corners are copied, and straight edges need no rounding: a screen has dozens of boxes, some of its own size.
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
    const int corner = qCeil(qMax(radius, width)) + 1;
    const QRect whole = rect.toRect();
    const bool outlined = border.isValid() && border.alpha() > 0;
    const bool sharp = width * ratio == qRound(width * ratio) && QRectF(whole) == rect && isOnPixels(*painter, rect.topLeft())
        && (!outlined || border.alpha() == 255);
    if (!sharp || whole.width() < 2 * corner || whole.height() < 2 * corner) {
        drawBox(painter, rect, radius, fill, border, width);
        return;
    }
    const int side = 2 * corner;
    const Stamp stamp { u"rounded box"_s, qRound(radius * 100) * 100 + qRound(width * 10), { side, side }, ratio, border.isValid() ? border.rgba() : 0,
        fill.isValid() ? fill.rgba() : 0 };
    const QPixmap corners = stamped(stamp, [&](QPainter &onto) { drawBox(&onto, { 0, 0, qreal(side), qreal(side) }, radius, fill, border, width); });
    const auto copy = [&](int x, int y, bool right, bool bottom) {
        painter->drawPixmap(QRectF(x, y, corner, corner), corners,
            QRectF(right ? corner * ratio : 0, bottom ? corner * ratio : 0, corner * ratio, corner * ratio));
    };
    const int left = whole.left(), top = whole.top(), right = left + whole.width() - corner, bottom = top + whole.height() - corner;
    copy(left, top, false, false);
    copy(right, top, true, false);
    copy(left, bottom, false, true);
    copy(right, bottom, true, true);
    const qreal line = outlined ? width : 0;
    const qreal wide = right - left - corner, high = bottom - top - corner;
    if (fill.isValid() && fill.alpha() > 0) {
        painter->fillRect(QRectF(left + corner, top + line, wide, corner - line), fill);
        painter->fillRect(QRectF(left + line, top + corner, whole.width() - 2 * line, high), fill);
        painter->fillRect(QRectF(left + corner, bottom, wide, corner - line), fill);
    }
    if (!outlined)
        return;
    painter->fillRect(QRectF(left + corner, top, wide, line), border);
    painter->fillRect(QRectF(left + corner, bottom + corner - line, wide, line), border);
    painter->fillRect(QRectF(left, top + corner, line, high), border);
    painter->fillRect(QRectF(right + corner - line, top + corner, line, high), border);
}

void paintHairline(QPainter *painter, const QPoint &from, const QPoint &to, const QColor &colour)
{
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
    const qreal thin = qMax<qreal>(1, qFloor(ratio)) / ratio;
    if (from.y() == to.y())
        painter->fillRect(QRectF(from.x(), from.y(), to.x() - from.x() + 1, thin), colour);
    else
        painter->fillRect(QRectF(from.x(), from.y(), thin, to.y() - from.y() + 1), colour);
}

QSize chipSize(const Theme &theme, const QString &text, bool withIcon, bool closable)
{
    const int extra = theme.scaled(12) + 4;
    const QFontMetrics metrics(theme.font(TextRole::Dense, QFont::Medium));
    return { metrics.horizontalAdvance(text) + 2 * chipPadding + (withIcon ? extra : 0)
            + (closable ? extra : 0),
        theme.scaled(theme.metrics().control.chip) };
}

void paintChip(QPainter *painter, const QRect &rect, const Theme &theme, const QString &text,
    ChipKind kind, const QString &iconName, bool hovered, bool closable)
{
    const Colours &c = theme.colours();
    QColor fill = c.slip;
    QColor border = c.borderStrong;
    QColor ink = c.text;
    if (kind == ChipKind::Tag) {
        fill = c.hover;
        // Where it is dark, this fill can hardly be told from the slip under it.
        border = theme.isHighContrast() ? c.borderSubtle : theme.isDark() ? c.borderStrong : QColor();
        ink = c.textSecondary;
    } else if (kind == ChipKind::Filter) {
        fill = c.accentTint;
        border = theme.isHighContrast() ? c.borderSubtle : QColor();
        ink = c.link;
    }
    if (hovered && kind == ChipKind::Fact)
        fill = c.hover;
    paintBox(painter, rect, theme.metrics().radius.small, fill, border);
    QRect inner = rect.adjusted(chipPadding, 0, -chipPadding, 0);
    const int side = theme.scaled(12);
    const auto square = [&](int x) { return QRect(x, rect.center().y() - side / 2 + 1, side, side); };
    if (!iconName.isEmpty()) {
        paintIcon(painter, square(inner.left()), iconName, kind == ChipKind::Fact ? c.text : ink);
        inner.setLeft(inner.left() + side + 4);
    }
    if (closable) {
        paintIcon(painter, square(inner.right() - side + 2), u"close"_s, ink);
        inner.setRight(inner.right() - side - 2);
    }
    const QFont font
        = theme.font(TextRole::Dense, kind == ChipKind::Filter ? QFont::Medium : QFont::Normal);
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(font).elidedText(text, Qt::ElideRight, inner.width() + 2));
}

QSize badgeSize(const Theme &theme, const QString &text)
{
    const int height = theme.scaled(theme.metrics().control.badge);
    const QFontMetrics metrics(theme.font(TextRole::Caption, QFont::Medium));
    return { qMax(height, metrics.horizontalAdvance(text) + 10), height };
}

void paintBadge(QPainter *painter, const QRect &rect, const Theme &theme, const QString &text, Status status)
{
    const Colours &c = theme.colours();
    const bool plain = status == Status::None;
    const StatusColours &colours = c.status(status);
    paintBox(painter, rect, theme.metrics().radius.small, plain ? c.hover : colours.fill,
        theme.isHighContrast() ? c.borderSubtle : QColor());
    if (status == Status::Stale) {
        painter->save();
        painter->setPen(QPen(colours.glyph, 1, Qt::DashLine));
        painter->drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5));
        painter->restore();
    }
    painter->setFont(theme.font(TextRole::Caption, QFont::Medium));
    painter->setPen(plain ? c.textSecondary : colours.text);
    painter->drawText(rect, Qt::AlignCenter, text);
}

void paintCount(QPainter *painter, const QRect &rect, const Theme &theme, const QString &text)
{
    const Colours &c = theme.colours();
    paintBox(painter, rect, rect.height() / 2.0, c.accent);
    painter->setFont(theme.font(TextRole::Caption, QFont::Medium));
    painter->setPen(c.textOnAccent);
    painter->drawText(rect, Qt::AlignCenter, text);
}

int paintKeyCaps(QPainter *painter, const QPoint &leftCentre, const Theme &theme, const QStringList &keys)
{
    const QFont font = theme.font(TextRole::Caption, QFont::Medium);
    const QFontMetrics metrics(font);
    const int height = theme.scaled(18);
    int x = leftCentre.x();
    for (const QString &key : keys) {
        const int width = qMax(height, metrics.horizontalAdvance(key) + 2 * capPadding + 2);
        if (painter) {
            const QRect cap(x, leftCentre.y() - height / 2, width, height);
            const Colours &c = theme.colours();
            paintBox(painter, cap, theme.metrics().radius.small, c.wings, c.borderStrong);
            painter->setFont(font);
            painter->setPen(c.textSecondary);
            // What stands on a key is not mirrored: ">" would be another one.
            painter->drawText(cap, int(Qt::AlignCenter) | int(Qt::TextForceLeftToRight), key);
        }
        x += width + capGap;
    }
    return qMax(0, x - leftCentre.x() - capGap);
}

QStringList keyCaps(const QKeySequence &shortcut)
{
    if (shortcut.isEmpty())
        return {};
    QString text = shortcut.toString(QKeySequence::NativeText);
    // "Ctrl++" ends in the key that also separates.
    const bool plus = text.endsWith(u"++");
    if (plus)
        text.chop(2);
    QStringList keys = text.split(u'+', Qt::SkipEmptyParts);
    if (plus)
        keys.append(u"+"_s);
    return keys;
}

void paintStaleUnderline(QPainter *painter, const QRectF &textRect, const Colours &colours)
{
    painter->save();
    QPen pen(colours.stale.glyph, 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({ 3, 2 });
    painter->setPen(pen);
    const qreal y = textRect.bottom() + 0.5;
    painter->drawLine(QPointF(textRect.left(), y), QPointF(textRect.right(), y));
    painter->restore();
}

} // namespace callboard::ui
