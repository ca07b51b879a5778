// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QString>

#include <functional>

class QPainter;

namespace callboard::ui {

/// What tells one small drawing from another.
struct Stamp {
    QString drawing; ///< Of an icon its name; of anything else words with a blank between, which no icon has.
    int variant = 0;
    QSize size;      ///< px
    qreal ratio = 1; ///< Pixels of the device to a px.
    QRgb ink = 0;
    QRgb ground = 0; ///< Where it shows through.

    bool operator==(const Stamp &) const = default;
    friend size_t qHash(const Stamp &stamp, size_t seed = 0)
    {
        return qHashMulti(seed, stamp.drawing, stamp.variant, stamp.size.width(), stamp.size.height(), stamp.ratio, stamp.ink, stamp.ground);
    }
};

/// The drawing as a pixmap: a screen repeats its glyphs and boxes hundreds of times, so each is drawn once, with the origin at
/// its corner, and copied from then on. Of the GUI thread.
QPixmap stamped(const Stamp &stamp, const std::function<void(QPainter &)> &draw);

} // namespace callboard::ui
