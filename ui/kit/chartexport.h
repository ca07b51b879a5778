// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/charttable.h"
#include "ui/kit/theme.h"

class QPainter;

namespace callboard::ui {

/// A chart in a file has its title over it and the ground of the theme behind it. `size` in px at 96 dpi, GUI thread. `instead`: where
/// there is too little to draw, said where there are no numbers either.
QByteArray chartPng(
    const ChartTable &table, ChartKind kind, const Theme &theme, QSize size, const ChartAbsence &instead = {}, qreal ratio = 2);
QByteArray chartSvg(const ChartTable &table, ChartKind kind, const Theme &theme, QSize size, const ChartAbsence &instead = {});
/// RFC 4180 in UTF-8. The head of the first column says the time too, where it is known. Numbers plain, for other programs: rows with a
/// date as ISO 8601, shares in percent, durations in seconds (the head says so); cells safe from being taken for
/// formulas.
QByteArray chartCsv(const ChartTable &table);
/// The title and the chart into this rectangle, in the light colours: for reports on paper.
void paintChart(QPainter *painter, const QRectF &area, const ChartTable &table, ChartKind kind, const Theme &theme);
/// The same of its numbers, as many rows as there is room for.
void paintChartTable(QPainter *painter, const QRectF &area, const ChartTable &table, const Theme &theme);

} // namespace callboard::ui
