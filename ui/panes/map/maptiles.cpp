// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/maptiles.h"

#include <QPainter>

#include <cmath>

namespace callboard::ui::panes {

namespace {

    constexpr int side = 512;

} // namespace

MapTiles::MapTiles(QObject *parent)
    : QObject(parent)
    , m_epoch(std::make_shared<std::atomic<quint64>>(0))
{
    m_pool.setMaxThreadCount(2);
}

MapTiles::~MapTiles()
{
    ++*m_epoch;
    m_pool.clear();
    m_pool.waitForDone();
}

void MapTiles::setScene(const MapScenePtr &scene)
{
    m_scene = scene;
    m_icons.reset();
    m_before = {};
    m_now = {};
    ++*m_epoch;
    m_pool.clear();
    m_open = 0;
}

void MapTiles::setScale(qreal scale)
{
    m_scale = scale;
}

QRect MapTiles::tilesOf(const QRectF &area, qreal scale)
{
    const QPoint first(int(std::floor(area.left() * scale / side)), int(std::floor(area.top() * scale / side)));
    const QPoint last(int(std::floor(area.right() * scale / side)), int(std::floor(area.bottom() * scale / side)));
    return { first, last };
}

/// Paints what the level has of `missing`, and takes it from that: no pixel is painted twice, since at twice the scale a frame is
/// eight million of them.
void MapTiles::paintLevel(QPainter &painter, const Level &level, const QPointF &origin, const QRectF &area, qreal scale, QRegion &missing)
{
    if (level.tiles.isEmpty() || missing.isEmpty())
        return;
    const qreal ratio = scale / level.scale;
    const QRect wanted = tilesOf(area, level.scale);
    const size_t size = ratio > 0.75 ? 0 : ratio > 0.38 ? 1 : 2;
    QRegion painted;
    for (auto tile = level.tiles.cbegin(); tile != level.tiles.cend(); ++tile) {
        const auto [x, y] = tile.key();
        if (!wanted.contains(x, y))
            continue;
        // Edges are rounded, not sizes: squares touch each other at any scale.
        const QPoint from = (origin + QPointF(x, y) * side * ratio).toPoint(), to = (origin + QPointF(x + 1, y + 1) * side * ratio).toPoint();
        const QRect place(from, to - QPoint(1, 1));
        for (const QRect &part : missing.intersected(place)) {
            painter.setClipRect(part);
            if (ratio == 1)
                painter.drawImage(from, tile.value().front());
            else
                painter.drawImage(place, tile.value()[size]);
        }
        painted += place;
    }
    missing -= painted;
}

/// What no square is there for, from the small picture of all.
void MapTiles::paintOverview(QPainter &painter, const QPointF &origin, qreal scale, const QRegion &missing) const
{
    const QRectF all(origin + m_scene->bounds.topLeft() * scale, m_scene->bounds.size() * scale);
    const qreal toImage = m_scene->overview.width() / all.width();
    for (const QRect &part : missing) {
        painter.setClipRect(part);
        const QRectF some = QRectF(part).adjusted(-1, -1, 1, 1).intersected(all);
        painter.drawImage(some, m_scene->overview, QRectF((some.topLeft() - all.topLeft()) * toImage, some.size() * toImage));
    }
}

QRegion MapTiles::paint(QPainter &painter, const QPointF &origin, const QRectF &area, qreal scale)
{
    if (!m_scene)
        return {};
    if (m_now.scale != m_scale) {
        if (!m_now.tiles.isEmpty())
            m_before = std::move(m_now);
        m_now = { m_scale, m_scene, {}, {} };
        m_icons.reset();
        ++*m_epoch;
        m_pool.clear();
        m_open = 0;
    }
    const QRectF seen = area.intersected(m_scene->bounds);
    if (seen.isEmpty())
        return {};
    const QRect painted = QRectF(origin + seen.topLeft() * scale, seen.size() * scale).toRect();
    QRegion missing(painted);
    painter.save();
    paintLevel(painter, m_now, origin, seen, scale, missing);
    paintLevel(painter, m_before, origin, seen, scale, missing);
    paintOverview(painter, origin, scale, missing);
    painter.restore();
    if (scale == m_now.scale)
        order(tilesOf(seen, m_now.scale).adjusted(-1, -1, 1, 1).intersected(tilesOf(m_scene->bounds, m_now.scale)));
    return painted;
}

void MapTiles::order(const QRect &tiles)
{
    // A square is a megabyte.
    if (m_now.tiles.size() > 2 * qsizetype(tiles.width()) * tiles.height())
        forgetFar(tiles);
    // The middle first: that is where a person looks.
    std::vector<At> missing;
    for (int y = tiles.top(); y <= tiles.bottom(); ++y) {
        for (int x = tiles.left(); x <= tiles.right(); ++x) {
            if (!m_now.asked.contains({ x, y }))
                missing.push_back({ x, y });
        }
    }
    const QPoint middle = tiles.center();
    std::ranges::sort(missing, {}, [&](const At &at) { return (QPoint(at.first, at.second) - middle).manhattanLength(); });
    for (const At &at : missing)
        start(at);
}

void MapTiles::forgetFar(const QRect &tiles)
{
    for (auto tile = m_now.tiles.begin(); tile != m_now.tiles.end();) {
        if (tiles.contains(tile.key().first, tile.key().second)) {
            ++tile;
            continue;
        }
        m_now.asked.remove(tile.key());
        tile = m_now.tiles.erase(tile);
    }
}

void MapTiles::start(const At &at)
{
    if (!m_icons)
        m_icons = std::make_shared<const MapIcons>(m_scene->look, m_now.scale);
    m_now.asked.insert(at);
    ++m_open;
    const quint64 epoch = *m_epoch;
    m_pool.start([this, at, epoch, current = m_epoch, scene = m_scene, icons = m_icons, scale = m_now.scale] {
        if (*current != epoch)
            return;
        Square square { QImage(side, side, QImage::Format_RGB32), {}, {} };
        {
            QPainter painter(&square.front());
            painter.translate(-at.first * side, -at.second * side);
            painter.scale(scale, scale);
            const QRectF area(QPointF(at.first, at.second) * side / scale, QSizeF(side, side) / scale);
            paintScene(painter, *scene, area, detailAt(scale / scene->look.ratio), icons.get());
        }
        for (size_t i = 1; i < square.size(); ++i)
            square[i] = square[i - 1].scaled(side >> i, side >> i, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QMetaObject::invokeMethod(this, [this, epoch, at, square] { take(epoch, at, square); }, Qt::QueuedConnection);
    });
}

void MapTiles::take(quint64 epoch, const At &at, const Square &square)
{
    if (*m_epoch != epoch)
        return;
    --m_open;
    m_now.tiles.insert(at, square);
    if (m_open == 0)
        m_before = {};
    Q_EMIT changed();
}

} // namespace callboard::ui::panes
