// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/chartscene.h"

#include "ui/kit/glyphs.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

    struct PaintTexts {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::Chart)
    };

    constexpr int aside = 6, markerSize = 7;
    constexpr int mostMarkedRows = 32; ///< Of more, markers would hide the line: only each so many has one.

    QPainterPath markerPath(const QPointF &centre, ChartMarker marker, qreal size)
    {
        const qreal half = size / 2;
        QPainterPath path;
        switch (marker) {
        case ChartMarker::Disc:
        case ChartMarker::Ring: path.addEllipse(centre, half, half); break;
        case ChartMarker::Square:
        case ChartMarker::Box: path.addRect(QRectF(centre.x() - half * 0.9, centre.y() - half * 0.9, half * 1.8, half * 1.8)); break;
        case ChartMarker::Triangle:
            path.addPolygon(QPolygonF { centre + QPointF(0, -half * 1.15), centre + QPointF(half * 1.1, half * 0.85), centre + QPointF(-half * 1.1, half * 0.85) });
            path.closeSubpath();
            break;
        case ChartMarker::TriangleDown:
            path.addPolygon(QPolygonF { centre + QPointF(0, half * 1.15), centre + QPointF(half * 1.1, -half * 0.85), centre + QPointF(-half * 1.1, -half * 0.85) });
            path.closeSubpath();
            break;
        case ChartMarker::Diamond:
            path.addPolygon(QPolygonF { centre + QPointF(0, -half * 1.25), centre + QPointF(half * 1.25, 0), centre + QPointF(0, half * 1.25), centre + QPointF(-half * 1.25, 0) });
            path.closeSubpath();
            break;
        case ChartMarker::Cross:
            path.addRect(QRectF(centre.x() - half, centre.y() - half / 3, size, size / 3));
            path.addRect(QRectF(centre.x() - half / 3, centre.y() - half, size / 3, size));
            path.setFillRule(Qt::WindingFill);
            break;
        }
        return path;
    }

    void drawText(QPainter *painter, const QRectF &area, int flags, const QString &text)
    {
        painter->drawText(area, flags | Qt::TextSingleLine, QFontMetricsF(painter->font()).elidedText(text, Qt::ElideRight, area.width() + 0.5));
    }

} // namespace

void paintMarker(QPainter *painter, const QPointF &centre, ChartMarker marker, qreal size, const QColor &colour, const QColor &ground)
{
    const bool hollow = marker == ChartMarker::Ring || marker == ChartMarker::Box;
    const QPainterPath path = markerPath(centre, marker, size);
    painter->setBrush(hollow ? ground : colour);
    painter->setPen(hollow ? QPen(colour, size / 5) : QPen(Qt::NoPen));
    painter->drawPath(path);
}

ChartLook ChartLook::of(const Theme &theme, Theme::Mode mode)
{
    ChartLook look;
    look.colours = &theme.colours(mode);
    look.text = theme.font(TextRole::Caption);
    look.text.setFeature(QFont::Tag("tnum"), 1);
    look.strong = theme.font(TextRole::Caption, QFont::DemiBold);
    look.strong.setFeature(QFont::Tag("tnum"), 1);
    look.percent = theme.textPercent();
    look.patterns = mode == Theme::Mode::HighContrast;
    look.ground = look.colours->slip;
    return look;
}

void paintChartAbsence(QPainter *painter, const QRectF &area, const ChartAbsence &absence, const Theme &theme, const ChartLook &look)
{
    const qreal middle = area.center().y();
    painter->setFont(theme.font(TextRole::Dense, QFont::DemiBold));
    painter->setPen(look.colours->text);
    const QRectF above(area.left(), area.top(), area.width(), middle - area.top());
    painter->drawText(above, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, absence.headline);
    painter->setFont(theme.font(TextRole::Caption));
    painter->setPen(look.colours->textSecondary);
    const QRectF below(area.left(), middle + 4, area.width(), area.bottom() - middle);
    painter->drawText(below, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, absence.detail);
}

void ChartScene::paint(QPainter *painter) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_look.text);
    if (m_kind != ChartKind::TopBars)
        paintGrid(painter);
    if (m_chart)
        m_scene->render(painter, QRectF({}, m_size), QRectF({}, m_size));
    if (m_kind == ChartKind::TopBars) {
        paintTopNames(painter);
    } else {
        paintRowNames(painter);
        if (m_kind == ChartKind::Line)
            paintMarkers(painter);
        paintEndLabels(painter);
    }
    painter->restore();
}

void ChartScene::paintGrid(QPainter *painter) const
{
    painter->setPen(m_look.colours->textSecondary);
    for (const double tick : m_scale.ticks) {
        const qreal y = std::round(yOf(tick));
        painter->fillRect(QRectF(m_plot.left(), y, m_plot.width(), 1), tick == 0 ? m_look.colours->borderStrong : m_look.colours->borderSubtle);
        painter->drawText(QRectF(0, y - m_lineHeight / 2, m_plot.left() - m_look.scaled(aside), m_lineHeight), Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
            chartValueText(tick, m_table.content().unit, true));
    }
}

void ChartScene::paintRowNames(QPainter *painter) const
{
    const auto &rows = m_table.content().rows;
    if (rows.empty())
        return;
    const QFontMetricsF metrics(m_look.text);
    const auto nameOf = [](const ChartRow &row) { return row.shortName.isEmpty() ? row.name : row.shortName; };
    qreal widest = 1;
    for (const ChartRow &row : rows)
        widest = std::max(widest, metrics.horizontalAdvance(nameOf(row)));
    // A long name may not take the place of all the others.
    widest = std::min(widest, std::max(m_plot.width() / double(rows.size()), 72.0)) + 2 * m_look.scaled(aside);
    painter->setPen(m_look.colours->textSecondary);
    for (const int row : labelledRows(rows, std::max(1, int(m_plot.width() / widest)))) {
        const QRectF area(xOf(row) - widest / 2, m_plot.bottom() + m_look.scaled(aside), widest, m_lineHeight);
        drawText(painter, area, Qt::AlignHCenter | Qt::AlignTop, nameOf(rows[size_t(row)]));
    }
}

void ChartScene::paintMarkers(QPainter *painter) const
{
    const int every = (m_rowCount + mostMarkedRows - 1) / mostMarkedRows;
    for (int series = 0; series < m_seriesCount; ++series) {
        for (int row = 0; row < m_rowCount; ++row) {
            const auto unknown = [&](int at) { return std::isnan(m_table.value(at, series)); };
            const bool alone = unknown(row - 1) && unknown(row + 1); // No line would show it.
            if (!unknown(row) && (alone || row % every == 0 || row == lastKnown(series)))
                paintMarker(painter, pointOf(row, series), ChartLook::markerOf(series), m_look.scaled(markerSize - 2), m_look.colourOf(series), m_look.ground);
        }
    }
}

void ChartScene::paintEndLabels(QPainter *painter) const
{
    std::vector<int> named;
    std::vector<double> wanted;
    for (int series = 0; series < m_seriesCount; ++series) {
        const int row = lastKnown(series);
        if (row < 0)
            continue;
        named.push_back(series);
        const double value = m_table.value(row, series);
        // Parts of a stack are named at their middle.
        const double y = isStacked() ? yOf(sumBelow(row, series) + value / 2) : yOf(value);
        wanted.push_back(y - m_plot.top());
    }
    const std::vector<double> placed = spreadLabels(wanted, m_lineHeight, m_plot.height());
    painter->setFont(m_look.strong);
    for (size_t at = 0; at < named.size(); ++at) {
        if (placed[at] < 0)
            continue;
        const qreal y = m_plot.top() + placed[at], size = m_look.scaled(markerSize), left = m_plot.right() + m_look.scaled(aside);
        const QColor colour = m_look.colourOf(named[at]);
        if (m_kind == ChartKind::Line)
            paintMarker(painter, { left + size / 2, y }, ChartLook::markerOf(named[at]), size, colour, m_look.ground);
        else
            painter->fillRect(QRectF(left, y - size / 2, size, size), brushOf(named[at]));
        painter->setPen(m_look.colours->text);
        const QRectF area(left + size + m_look.scaled(aside) - 2, y - m_lineHeight / 2, m_size.width() - left - size - m_look.scaled(aside) + 2, m_lineHeight);
        drawText(painter, area, Qt::AlignLeft | Qt::AlignVCenter, endText(named[at]));
    }
}

void ChartScene::paintTopNames(QPainter *painter) const
{
    const auto &content = m_table.content();
    const qreal row = m_shownRows > 0 ? m_plot.height() / m_shownRows : 0;
    for (int at = 0; at < m_shownRows; ++at) {
        const qreal y = m_plot.top() + at * row;
        painter->setPen(m_look.colours->text);
        drawText(painter, { 0, y, m_plot.left() - m_look.scaled(aside), row }, Qt::AlignLeft | Qt::AlignVCenter, content.rows[size_t(at)].name);
        painter->setPen(m_look.colours->textSecondary);
        painter->drawText(QRectF(pointOf(at, 0).x() + m_look.scaled(aside), y, m_size.width(), row), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            chartValueText(m_table.value(at, 0), content.unit, true));
    }
    if (m_shownRows < m_rowCount)
        drawText(painter, { 0, m_plot.bottom(), m_size.width(), m_size.height() - m_plot.bottom() }, Qt::AlignLeft | Qt::AlignVCenter,
            PaintTexts::tr("and %n more, in the table", nullptr, m_rowCount - m_shownRows));
}

void ChartScene::paintCurrent(QPainter *painter, int row, int series) const
{
    if (row < 0 || row >= m_shownRows)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_kind == ChartKind::TopBars || isBars()) {
        const QRectF bar = barOf(row, std::max(0, series));
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_look.colours->text, 1.5));
        painter->drawRect(bar.adjusted(-1, -1, 1, 1));
    } else {
        painter->fillRect(QRectF(std::round(xOf(row)), m_plot.top(), 1, m_plot.height()), m_look.colours->borderControl);
        for (int each = 0; each < m_seriesCount; ++each) {
            if (std::isnan(m_table.value(row, each)))
                continue;
            const qreal size = m_look.scaled(each == series ? markerSize + 4 : markerSize);
            painter->setPen(QPen(m_look.ground, 1.5));
            painter->setBrush(m_look.ground);
            painter->drawEllipse(pointOf(row, each), size / 2 + 1.5, size / 2 + 1.5);
            paintMarker(painter, pointOf(row, each), ChartLook::markerOf(each), size, m_look.colourOf(each), m_look.ground);
        }
    }
    painter->restore();
}

} // namespace callboard::ui
