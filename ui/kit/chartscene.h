// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/chartscale.h"
#include "ui/kit/theme.h"

#include <QPainter>

#include <memory>

class QAbstractSeries;
class QChart;
class QGraphicsScene;

namespace callboard::ui {

/// What a series is told by besides its colour.
enum class ChartMarker { Disc, Square, Triangle, Diamond, Cross, Ring, TriangleDown, Box };

/// Paints it round a point; `size` across.
void paintMarker(QPainter *painter, const QPointF &centre, ChartMarker marker, qreal size, const QColor &colour, const QColor &ground);

/// What a chart is drawn with.
struct ChartLook {
    const Colours *colours = nullptr; ///< Outlives the scene.
    QFont text, strong;
    int percent = 100;        ///< Size of text, as Theme has it.
    bool patterns = false;    ///< Fills with hatching besides colour.
    QColor ground;            ///< What is painted on.

    int scaled(int px) const { return (px * percent + 50) / 100; }
    QColor colourOf(int series) const { return colours->chart[size_t(series) % colours->chart.size()]; }
    static ChartMarker markerOf(int series) { return ChartMarker(series % 8); }
    /// As the theme has it in this mode; on the slip, as cards are.
    static ChartLook of(const Theme &theme, Theme::Mode mode);
};

/// The headline ends in the middle of the area, what explains it begins there.
void paintChartAbsence(QPainter *painter, const QRectF &area, const ChartAbsence &absence, const Theme &theme, const ChartLook &look);

/// A drawn chart without a window: Qt Charts draws lines, areas and bars, this draws what it says in words round them, in our type and sharp at
/// any scale. Made anew for other content, size or look. GUI thread.
class ChartScene final {
public:
    ChartScene(const ChartTable &table, ChartKind kind, const ChartLook &look, const QSizeF &size); ///< The table outlives it.
    ~ChartScene();
    Q_DISABLE_COPY_MOVE(ChartScene)

    /// From (0, 0) to its size; on paper and in files as on the screen.
    void paint(QPainter *painter) const;
    /// A line or frame at the row, and the markers of its values; the marker of `series` is larger.
    void paintCurrent(QPainter *painter, int row, int series) const;

    QRectF plot() const { return m_plot; }
    /// Rows that have a place: all, or of lying bars those that fit.
    int shownRows() const { return m_shownRows; }
    /// Where a value stands: of a bar or an area its upper edge.
    QPointF pointOf(int row, int series) const;
    /// The rectangle of a bar; empty for lines and areas.
    QRectF barOf(int row, int series) const;
    int rowAt(const QPointF &point) const;                 ///< -1 beside the plot.
    int seriesAt(const QPointF &point, int row) const;     ///< The nearest, or the part pointed at.

private:
    bool isStacked() const { return m_kind == ChartKind::StackedBars || m_kind == ChartKind::StackedArea; }
    bool isBars() const { return m_kind == ChartKind::Bars || m_kind == ChartKind::StackedBars; }
    double highest() const;
    double sumBelow(int row, int series) const; ///< Of a stack, without this series.
    double xOf(double row) const;
    double yOf(double value) const;
    void layOut();
    void layOutTopBars();
    void makeSeries();
    void addLines();
    void addAreas();
    void addBars();
    void addTopBars();
    void place(QAbstractSeries *series, double fromX, double toX, double fromY, double toY);
    QBrush brushOf(int series) const;
    QPen edgeOf(int series) const;
    QString endText(int series) const;
    int lastKnown(int series) const;
    void paintGrid(QPainter *painter) const;
    void paintRowNames(QPainter *painter) const;
    void paintMarkers(QPainter *painter) const;
    void paintEndLabels(QPainter *painter) const;
    void paintTopNames(QPainter *painter) const;

    const ChartTable &m_table;
    ChartKind m_kind;
    ChartLook m_look;
    QSizeF m_size;
    QRectF m_plot;
    ChartScale m_scale;
    int m_shownRows = 0;
    int m_rowCount;
    int m_seriesCount;
    qreal m_lineHeight = 16;
    std::unique_ptr<QGraphicsScene> m_scene;
    QChart *m_chart = nullptr; ///< Of the scene.
};

} // namespace callboard::ui
