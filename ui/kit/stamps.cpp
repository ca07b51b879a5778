// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/stamps.h"

#include <QCache>
#include <QCoreApplication>
#include <QPainter>

namespace callboard::ui {

namespace {

constexpr qsizetype mostBytes = 4 * 1024 * 1024;

QCache<Stamp, QPixmap> &stamps()
{
    static QCache<Stamp, QPixmap> kept(mostBytes);
    // Pixmaps go before the application does.
    static const bool isTidied = [] {
        qAddPostRoutine([] { stamps().clear(); });
        return true;
    }();
    Q_UNUSED(isTidied)
    return kept;
}

} // namespace

QPixmap stamped(const Stamp &stamp, const std::function<void(QPainter &)> &draw)
{
    if (const QPixmap *known = stamps().object(stamp))
        return *known;
    QPixmap pixmap(stamp.size * stamp.ratio);
    pixmap.setDevicePixelRatio(stamp.ratio);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        draw(painter);
    }
    stamps().insert(stamp, new QPixmap(pixmap), qsizetype(pixmap.width()) * pixmap.height() * 4);
    return pixmap;
}

} // namespace callboard::ui
