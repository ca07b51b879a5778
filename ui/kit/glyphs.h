// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QKeySequence>
#include <QPainter>

namespace callboard::ui {

/// How a status is drawn. In tables good news is quiet: a bare tick.
enum class GlyphStyle { Full, Quiet };

/// Paints a status glyph centred in `rect`. Its holes show `ground`.
void paintStatus(QPainter *painter, const QRectF &rect, Status status, const Colours &colours,
    const QColor &ground, GlyphStyle style = GlyphStyle::Full);
/// The word for it, translated.
QString statusWord(Status status);

/// The pin: hollow follows the focus, filled is pinned.
void paintPin(QPainter *painter, const QPointF &centre, bool pinned, const Colours &colours);

/// Chips (20 px, outlined) are facts and filters.
enum class ChipKind { Fact, Tag, Filter };
QSize chipSize(const Theme &theme, const QString &text, bool withIcon, bool closable = false);
void paintChip(QPainter *painter, const QRect &rect, const Theme &theme, const QString &text,
    ChipKind kind = ChipKind::Fact, const QString &iconName = {}, bool hovered = false, bool closable = false);

/// Badges (16 px, filled) are states and counts.
QSize badgeSize(const Theme &theme, const QString &text);
void paintBadge(QPainter *painter, const QRect &rect, const Theme &theme, const QString &text, Status status);
/// A count in the accent: a round badge.
void paintCount(QPainter *painter, const QRect &rect, const Theme &theme, const QString &text);

/// Key caps of a shortcut ("Ctrl" "K"); returns the width, paints only with a painter.
int paintKeyCaps(QPainter *painter, const QPoint &leftCentre, const Theme &theme, const QStringList &keys);
QStringList keyCaps(const QKeySequence &shortcut);

/// A dashed line under text that is not current.
void paintStaleUnderline(QPainter *painter, const QRectF &textRect, const Colours &colours);

/// A rectangle with rounded corners, its 1 px border sharp at any scale.
void paintBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
    const QColor &border = {}, qreal width = 1);
/// A line one device pixel thick.
void paintHairline(QPainter *painter, const QPoint &from, const QPoint &to, const QColor &colour);

} // namespace callboard::ui
