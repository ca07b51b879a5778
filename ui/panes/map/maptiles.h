// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/map/mapscene.h"

#include <QObject>
#include <QImage>
#include <QRegion>
#include <QThreadPool>

#include <array>
#include <atomic>

namespace callboard::ui::panes {

/// The drawing of a map in squares of 512 device pixels, painted away from the GUI thread: a frame copies pixels, however many
/// lines there are. While squares of a new size are not there yet, those of the old one are shown larger or smaller.
class MapTiles final : public QObject {
    Q_OBJECT
public:
    explicit MapTiles(QObject *parent = nullptr);
    ~MapTiles() override;

    /// Another drawing; what was painted of the one before stays until the first squares of this one are there.
    void setScene(const MapScenePtr &scene);
    /// Pixels of the device to a map px. Squares are painted anew when it rests.
    void setScale(qreal scale);
    qreal scale() const { return m_scale; }
    /// Paints what is there of `area` (map coordinates) and has the rest painted. The painter counts device pixels, of which
    /// `origin` is at the map's (0, 0). Returns where it painted, all of it opaque: the rest of the widget is outside of the map.
    QRegion paint(QPainter &painter, const QPointF &origin, const QRectF &area, qreal scale);
    bool isBusy() const { return m_open > 0; }

Q_SIGNALS:
    void changed(); ///< More is there to be painted.

private:
    using At = std::pair<int, int>;
    /// A square, and made smaller by half each time: of one that is shown at a third of its size, nine times as many pixels
    /// would be read as are painted.
    using Square = std::array<QImage, 3>;
    struct Level {
        qreal scale = 0;
        MapScenePtr scene;
        QHash<At, Square> tiles;
        QSet<At> asked;
    };
    static void paintLevel(QPainter &painter, const Level &level, const QPointF &origin, const QRectF &area, qreal scale, QRegion &missing);
    void paintOverview(QPainter &painter, const QPointF &origin, qreal scale, const QRegion &missing) const;
    static QRect tilesOf(const QRectF &area, qreal scale);
    void order(const QRect &tiles);
    void start(const At &at);
    void take(quint64 epoch, const At &at, const Square &square);
    void forgetFar(const QRect &tiles);

    MapScenePtr m_scene;
    std::shared_ptr<const MapIcons> m_icons;
    Level m_now, m_before;
    qreal m_scale = 1;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic<quint64>> m_epoch; ///< Work of an earlier one is not begun any more.
    int m_open = 0;
};

} // namespace callboard::ui::panes
