// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/mapcanvas.h"

#include "ui/kit/glyphs.h"
#include "ui/panes/entity/wording.h"

#include <QPainter>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr qreal margin = 12, sample = 28, gap = 8, between = 18;
    constexpr int mostTypes = 4;

    struct Entry {
        QString text;
        QString type;  ///< A relation; empty for others.
        bool isOld = false, touches = false;
        int group = -1;
    };

    std::vector<Entry> entriesOf(const MapScene &scene)
    {
        std::vector<Entry> entries;
        const int groups = int(scene.graph.groups.size());
        const int coloured = std::min(groups, int(scene.look.colours.chart.size()));
        for (int i = 0; i < coloured; ++i)
            entries.push_back({ scene.graph.groups[i].left(24), {}, false, false, i });
        if (groups > coloured)
            entries.push_back({ MapCanvas::tr("%n further, without a colour of their own", nullptr, groups - coloured), {}, false, false, coloured });
        for (size_t i = 0; i < std::min<size_t>(mostTypes, scene.graph.types.size()); ++i)
            entries.push_back({ Wording::relationVerb(scene.graph.types[i].name), scene.graph.types[i].name });
        if (std::ranges::contains(scene.graph.edges, true, &graph::MapGraph::Edge::isOld))
            entries.push_back({ MapCanvas::tr("not current"), {}, true });
        if (std::ranges::contains(scene.graph.nodes, true, &graph::MapGraph::Node::isFocus))
            entries.push_back({ MapCanvas::tr("touches the focus"), {}, false, true });
        return entries;
    }

    void paintSample(QPainter &painter, const Entry &entry, qreal x, qreal y, const Colours &colours)
    {
        if (entry.group >= 0) {
            const bool has = entry.group < int(colours.chart.size());
            painter.fillRect(QRectF(x + 6, y - 6, 12, 12), has ? colours.chart[size_t(entry.group)] : colours.none.glyph);
            return;
        }
        const QColor ink = entry.touches ? colours.accent : entry.isOld ? colours.stale.glyph : colours.textSecondary;
        QPen pen(ink, entry.touches ? 1.8 : 1);
        if (entry.isOld)
            pen.setDashPattern({ 4, 3 });
        painter.setPen(pen);
        const QPointF tip(x + sample - 2, y);
        painter.drawLine(QPointF(x, y), tip - QPointF(entry.type.isEmpty() ? 0 : 4, 0));
        if (!entry.type.isEmpty())
            paintHead(painter, graph::arrowHeadOf(entry.type), QPointF(x, y), tip, ink, colours.wings);
    }

} // namespace

/// Whatever is on the map is in the legend: what has no room in a line goes to the next.
void MapCanvas::paintLegend(QPainter &painter)
{
    const std::vector<Entry> entries = entriesOf(*m_scene);
    const qreal room = minimapRect().left() - 2 * margin;
    if (entries.empty() || room < 120)
        return;
    const Theme &theme = Theme::of(this);
    const QFont font = theme.font(TextRole::Caption);
    const QFontMetricsF metrics(font);
    const qreal lineHeight = theme.scaled(20);
    const auto widthOf = [&](const Entry &entry) { return sample + gap + metrics.horizontalAdvance(entry.text); };

    std::vector<QPointF> places;
    qreal x = margin, widest = 0;
    int line = 0;
    for (const Entry &entry : entries) {
        if (x > margin && x + widthOf(entry) + margin > room) {
            x = margin;
            ++line;
        }
        places.emplace_back(x, line * lineHeight);
        widest = std::max(widest, x + widthOf(entry) + margin);
        x += widthOf(entry) + between;
    }
    const qreal height = (line + 1) * lineHeight + 8;
    const QRectF area(margin, viewport()->height() - margin - height, std::min(widest, room), height);
    paintBox(&painter, area, theme.metrics().radius.control, theme.colours().wings, theme.colours().borderSubtle);
    painter.setFont(font);
    painter.setRenderHint(QPainter::Antialiasing);
    for (size_t i = 0; i < entries.size(); ++i) {
        const QPointF corner = area.topLeft() + places[i] + QPointF(0, 4);
        const qreal y = std::round(corner.y() + lineHeight / 2) + 0.5;
        paintSample(painter, entries[i], corner.x(), y, theme.colours());
        painter.setPen(theme.colours().textSecondary);
        painter.drawText(QRectF(corner.x() + sample + gap, corner.y(), metrics.horizontalAdvance(entries[i].text) + 2, lineHeight),
            Qt::AlignVCenter | Qt::AlignLeft, entries[i].text);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace callboard::ui::panes
