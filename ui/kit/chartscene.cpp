// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/chartscene.h"

#include <QAreaSeries>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QHorizontalBarSeries>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <cmath>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

    constexpr int aside = 6;         ///< Between the plot and words, px at 96 dpi.
    constexpr int markerSize = 7;
    constexpr int topBarRow = 20, topBarHeight = 10;
    constexpr double barPart = 0.7;  ///< Of the room of a row.
    constexpr int narrowestBar = 6;

    qreal widestTick(const ChartScale &scale, ChartUnit unit, const QFontMetricsF &metrics)
    {
        qreal widest = 0;
        for (const double tick : scale.ticks)
            widest = std::max(widest, metrics.horizontalAdvance(chartValueText(tick, unit, true)));
        return widest;
    }

} // namespace

ChartScene::ChartScene(const ChartTable &table, ChartKind kind, const ChartLook &look, const QSizeF &size)
    : m_table(table)
    , m_kind(kind)
    , m_look(look)
    , m_size(size)
    , m_rowCount(table.rowCount())
    , m_seriesCount(std::max(0, table.columnCount() - 1))
    , m_lineHeight(QFontMetricsF(look.text).height())
    , m_scene(std::make_unique<QGraphicsScene>())
{
    // Bars of few pixels are read as an area or as lines, and are drawn so.
    if (isBars() && m_size.width() / std::max(1, m_rowCount) < m_look.scaled(narrowestBar))
        m_kind = isStacked() || m_seriesCount == 1 ? ChartKind::StackedArea : ChartKind::Line;
    if (m_kind == ChartKind::TopBars)
        layOutTopBars();
    else
        layOut();
    makeSeries();
}

ChartScene::~ChartScene() = default;

double ChartScene::highest() const
{
    double most = 0;
    for (int row = 0; row < m_rowCount; ++row) {
        if (isStacked()) {
            most = std::max(most, sumBelow(row, m_seriesCount));
            continue;
        }
        for (int series = 0; series < m_seriesCount; ++series) {
            if (const double value = m_table.value(row, series); value > most)
                most = value;
        }
    }
    return most;
}

double ChartScene::sumBelow(int row, int series) const
{
    double sum = 0;
    for (int below = 0; below < series; ++below) {
        if (const double value = m_table.value(row, below); !std::isnan(value))
            sum += value;
    }
    return sum;
}

int ChartScene::lastKnown(int series) const
{
    for (int row = m_rowCount - 1; row >= 0; --row) {
        if (!std::isnan(m_table.value(row, series)))
            return row;
    }
    return -1;
}

QString ChartScene::endText(int series) const
{
    const QString last = chartValueText(m_table.value(lastKnown(series), series), m_table.content().unit, true);
    const QString &name = m_table.content().series[size_t(series)].name;
    return m_seriesCount == 1 ? last : name + u' ' + last;
}

void ChartScene::layOut()
{
    const QFontMetricsF text(m_look.text), strong(m_look.strong);
    const qreal top = m_lineHeight / 2 + 2, bottom = m_lineHeight + m_look.scaled(aside);
    const qreal height = std::max(m_lineHeight, m_size.height() - top - bottom);
    m_scale = chartScale(highest(), m_table.content().unit, std::max(1, int(height / (2.2 * m_lineHeight))));
    qreal names = 0;
    for (int series = 0; series < m_seriesCount; ++series)
        names = std::max(names, strong.horizontalAdvance(endText(series)));
    names = std::min(names + 2 * m_look.scaled(aside) + m_look.scaled(markerSize), m_size.width() * 0.34);
    const qreal left = widestTick(m_scale, m_table.content().unit, text) + m_look.scaled(aside) + 2;
    // Whole pixels, so that lines and bars are sharp.
    m_plot = QRectF(std::ceil(left), std::round(top), std::floor(std::max(1.0, m_size.width() - left - names)), std::floor(height));
    m_shownRows = m_rowCount;
}

void ChartScene::layOutTopBars()
{
    const QFontMetricsF text(m_look.text);
    m_scale = { { 0, std::max(highest(), 1e-9) } };
    const qreal row = m_look.scaled(topBarRow);
    m_shownRows = std::min(m_rowCount, int(m_size.height() / row));
    if (m_shownRows < m_rowCount && m_shownRows > 1)
        --m_shownRows; // The last line says how many more there are.
    qreal names = 0, values = 0;
    for (int at = 0; at < m_shownRows; ++at) {
        names = std::max(names, text.horizontalAdvance(m_table.content().rows[size_t(at)].name));
        values = std::max(values, text.horizontalAdvance(chartValueText(m_table.value(at, 0), m_table.content().unit, true)));
    }
    names = std::ceil(std::min(names, m_size.width() * 0.45) + m_look.scaled(2 * aside));
    values = std::ceil(values + m_look.scaled(aside) + 2);
    m_plot = QRectF(names, 0, std::max(1.0, std::floor(m_size.width() - names - values)), m_shownRows * row);
}

double ChartScene::xOf(double row) const
{
    if (isBars())
        return m_plot.left() + m_plot.width() * (row + 0.5) / std::max(1, m_rowCount);
    return m_rowCount <= 1 ? m_plot.center().x() : m_plot.left() + m_plot.width() * row / (m_rowCount - 1);
}

double ChartScene::yOf(double value) const { return m_plot.bottom() - m_plot.height() * value / m_scale.top(); }

void ChartScene::makeSeries()
{
    if (m_rowCount == 0 || m_seriesCount == 0)
        return;
    m_chart = new QChart;
    m_scene->addItem(m_chart);
    m_chart->legend()->hide();
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->resize(m_size);
    m_chart->setPlotArea(m_plot);
    switch (m_kind) {
    case ChartKind::Line: addLines(); break;
    case ChartKind::StackedArea: addAreas(); break;
    case ChartKind::Bars:
    case ChartKind::StackedBars: addBars(); break;
    case ChartKind::TopBars: addTopBars(); break;
    }
    m_chart->layout()->activate();
    m_scene->setSceneRect(QRectF({}, m_size));
}

void ChartScene::place(QAbstractSeries *series, double fromX, double toX, double fromY, double toY)
{
    m_chart->addSeries(series);
    const auto axis = [this](Qt::AlignmentFlag side, double from, double to) {
        const auto known = m_chart->axes(side == Qt::AlignBottom ? Qt::Horizontal : Qt::Vertical);
        if (!known.isEmpty())
            return known.front();
        auto *made = new QValueAxis;
        made->setRange(from, to);
        made->setVisible(false);
        m_chart->addAxis(made, side);
        return static_cast<QAbstractAxis *>(made);
    };
    series->attachAxis(axis(Qt::AlignBottom, fromX, toX));
    series->attachAxis(axis(Qt::AlignLeft, fromY, toY));
}

QBrush ChartScene::brushOf(int series) const
{
    constexpr std::array patterns { Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense4Pattern, Qt::HorPattern, Qt::DiagCrossPattern, Qt::VerPattern, Qt::FDiagPattern, Qt::CrossPattern };
    return { m_look.colourOf(series), m_look.patterns ? patterns[size_t(series) % patterns.size()] : Qt::SolidPattern };
}

QPen ChartScene::edgeOf(int series) const { return { m_look.patterns ? m_look.colourOf(series) : m_look.ground, 1 }; }

void ChartScene::addLines()
{
    const double last = std::max(1, m_rowCount - 1);
    for (int series = 0; series < m_seriesCount; ++series) {
        QList<QPointF> run;
        // Qt Charts knows no gaps: what lies between them is a series of its own.
        const auto end = [&] {
            if (run.size() > 1) {
                auto *line = new QLineSeries;
                line->replace(run);
                line->setPen(QPen(m_look.colourOf(series), m_look.percent / 100.0 * 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                place(line, 0, last, 0, m_scale.top());
            }
            run.clear();
        };
        for (int row = 0; row < m_rowCount; ++row) {
            const double value = m_table.value(row, series);
            std::isnan(value) ? end() : run.append(QPointF(row, value));
        }
        end();
    }
}

void ChartScene::addAreas()
{
    const double last = std::max(1, m_rowCount - 1);
    for (int series = 0; series < m_seriesCount; ++series) {
        QList<QPointF> low, high;
        for (int row = 0; row < m_rowCount; ++row) {
            low.append(QPointF(row, sumBelow(row, series)));
            high.append(QPointF(row, sumBelow(row, series + 1)));
        }
        auto *area = new QAreaSeries;
        auto *upper = new QLineSeries(area), *lower = new QLineSeries(area);
        upper->replace(high);
        lower->replace(low);
        area->setUpperSeries(upper);
        area->setLowerSeries(lower);
        area->setBrush(brushOf(series));
        area->setPen(edgeOf(series));
        place(area, 0, last, 0, m_scale.top());
    }
}

void ChartScene::addBars()
{
    QAbstractBarSeries *bars = m_kind == ChartKind::Bars ? static_cast<QAbstractBarSeries *>(new QBarSeries) : new QStackedBarSeries;
    bars->setBarWidth(barPart);
    for (int series = 0; series < m_seriesCount; ++series) {
        auto *set = new QBarSet(m_table.content().series[size_t(series)].name);
        QList<qreal> values;
        for (const double value : m_table.content().series[size_t(series)].values)
            values.append(std::isnan(value) ? 0 : value);
        set->append(values);
        set->setBrush(brushOf(series));
        set->setPen(edgeOf(series));
        bars->append(set);
    }
    place(bars, -0.5, m_rowCount - 0.5, 0, m_scale.top());
}

void ChartScene::addTopBars()
{
    auto *bars = new QHorizontalBarSeries;
    auto *set = new QBarSet(m_table.content().series.front().name);
    for (int row = m_shownRows - 1; row >= 0; --row) { // Its first row is the lowest.
        const double value = m_table.value(row, 0);
        set->append(std::isnan(value) ? 0 : value);
    }
    set->setBrush(brushOf(0));
    set->setPen(Qt::NoPen);
    bars->append(set);
    bars->setBarWidth(double(topBarHeight) / topBarRow);
    place(bars, 0, m_scale.top(), -0.5, m_shownRows - 0.5);
}

QRectF ChartScene::barOf(int row, int series) const
{
    const double value = m_table.value(row, series);
    if (std::isnan(value))
        return {};
    if (m_kind == ChartKind::TopBars) {
        const qreal height = m_look.scaled(topBarRow), bar = m_look.scaled(topBarHeight);
        return { m_plot.left(), m_plot.top() + row * height + (height - bar) / 2, m_plot.width() * value / m_scale.top(), bar };
    }
    if (!isBars())
        return {};
    const double slot = m_plot.width() / m_rowCount * barPart, left = xOf(row) - slot / 2;
    if (m_kind == ChartKind::StackedBars) {
        const double below = sumBelow(row, series);
        return QRectF(QPointF(left, yOf(below + value)), QPointF(left + slot, yOf(below)));
    }
    const double part = slot / m_seriesCount;
    return QRectF(QPointF(left + part * series, yOf(value)), QPointF(left + part * (series + 1), yOf(0)));
}

QPointF ChartScene::pointOf(int row, int series) const
{
    if (m_kind == ChartKind::TopBars)
        return { barOf(row, 0).right(), m_plot.top() + (row + 0.5) * m_look.scaled(topBarRow) };
    const double value = m_table.value(row, series), known = std::isnan(value) ? 0 : value;
    if (m_kind == ChartKind::Bars)
        return { barOf(row, series).center().x(), yOf(known) };
    return { xOf(row), yOf(isStacked() ? sumBelow(row, series) + known : known) };
}

int ChartScene::rowAt(const QPointF &point) const
{
    if (m_shownRows == 0)
        return -1;
    if (m_kind == ChartKind::TopBars) { // Its name and its value count as the bar.
        const int row = int(std::floor((point.y() - m_plot.top()) / m_look.scaled(topBarRow)));
        return row >= 0 && row < m_shownRows ? row : -1;
    }
    if (!m_plot.adjusted(-aside, -aside, aside, aside).contains(point))
        return -1;
    const double part = (point.x() - m_plot.left()) / m_plot.width();
    const int row = isBars() ? int(std::floor(part * m_rowCount)) : int(std::lround(part * (m_rowCount - 1)));
    return std::clamp(row, 0, m_rowCount - 1);
}

int ChartScene::seriesAt(const QPointF &point, int row) const
{
    int nearest = 0;
    double distance = std::numeric_limits<double>::max();
    for (int series = 0; series < m_seriesCount; ++series) {
        if (std::isnan(m_table.value(row, series)))
            continue;
        double away = 0;
        if (m_kind == ChartKind::Bars) {
            away = std::abs(barOf(row, series).center().x() - point.x());
        } else if (isStacked()) {
            const double below = sumBelow(row, series), high = yOf(below + m_table.value(row, series)), low = yOf(below);
            away = point.y() < high ? high - point.y() : point.y() > low ? point.y() - low : 0;
        } else {
            away = std::abs(pointOf(row, series).y() - point.y());
        }
        if (away < distance) {
            distance = away;
            nearest = series;
        }
    }
    return nearest;
}

} // namespace callboard::ui
