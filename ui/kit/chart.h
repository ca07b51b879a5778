// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/charttable.h"

#include <QPixmap>
#include <QWidget>

#include <memory>

namespace callboard::ui {

class ChartScene;

/// A chart over a table: drawn once and kept as a picture, so that hovering and walking cost a copy. Arrows walk rows (left and right) and series
/// (up and down; the other way round where bars lie), Home and End go to the ends, Enter asks for what is behind the value, Escape lets it go.
/// Screen readers find a chart with its title, a sentence of what it shows, and are told each value that is walked to. GUI thread.
class Chart final : public QWidget {
    Q_OBJECT
public:
    explicit Chart(ChartTable &table, ChartKind kind = ChartKind::Line, QWidget *parent = nullptr); ///< The table outlives it.
    ~Chart() override;

    ChartKind kind() const { return m_kind; }
    void setKind(ChartKind kind);
    /// Said in place of the chart while there is nothing, or too little, to draw: one sentence that names the subject, one that says what fills it.
    void setAbsence(const QString &headline, const QString &detail);
    /// Values can be opened: the pointer is a hand over them, a click asks for what is behind.
    void setOpens(bool opens);

    /// A line needs two known values, everything else one.
    bool isDrawn() const;
    int currentRow() const { return m_row; }
    int currentSeries() const { return m_series; }
    void setCurrent(int row, int series); ///< -1, -1 for none.
    QString sentence() const;
    QString currentText() const; ///< Of the current value; empty without.
    QString lastKnownText() const; ///< What is shown where too little is known to draw.
    ChartAbsence absence() const;  ///< What stands in its place now.
    const ChartScene &scene() const; ///< As it is painted now.

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(int row, int series);
    void activated(int row, int series); ///< What is behind this value is asked for.

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void forget(); ///< Draws anew at the next paint.
    void onTableReset();
    bool walk(int key);
    void stepRow(int by);
    void stepSeries(int by);
    void hover(const QPointF &point);
    void paintValues(QPainter *painter, int row) const;

    ChartTable &m_table;
    ChartKind m_kind;
    QString m_headline, m_detail;
    bool m_opens = false;
    int m_row = -1, m_series = -1;
    int m_hoveredRow = -1, m_hoveredSeries = -1;
    mutable std::unique_ptr<ChartScene> m_scene;
    QPixmap m_picture;
    quint64 m_revision = 0; ///< Of the theme.
};

/// Lets screen readers read charts. Once is enough; the first chart does it.
void installChartAccessibility();

} // namespace callboard::ui
