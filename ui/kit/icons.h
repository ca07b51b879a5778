// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>

class QColor;
class QPainter;
class QRect;

namespace callboard::ui {

/// An icon of resources/icons by name ("component"), drawn in the colours of the palette in force: secondary text,
/// disabled, or the text of a selection. Unknown names give an icon that draws nothing.
QIcon icon(const QString &name);
/// The same in a colour of its own, which stays under a change of theme: for glyphs made at paint time only.
QIcon icon(const QString &name, const QColor &colour);
bool hasIcon(const QString &name);

/// Paints an icon into `rect`, sharp for the painter's device; cached per name, size, ratio and colour.
void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour, bool filled = false);
QPixmap iconPixmap(const QString &name, int size, qreal ratio, const QColor &colour, bool filled = false);

/// The icon of an entity kind, in any case; "component" for kinds nobody drew.
QString kindIconName(QStringView kind);

QIcon applicationIcon();

} // namespace callboard::ui
