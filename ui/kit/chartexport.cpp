// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/chartexport.h"

#include "models/items/export.h"
#include "ui/kit/chartscene.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

    constexpr int margin = 12;

    struct ExportTexts {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::Chart)
    };

    /// Tells how high it is.
    qreal paintTitle(QPainter *painter, const QPointF &at, qreal width, const QString &title, const Theme &theme, const ChartLook &look)
    {
        const QFont font = theme.font(TextRole::Dense, QFont::DemiBold);
        const qreal head = title.isEmpty() ? 0 : QFontMetricsF(font).height() + 8;
        painter->setFont(font);
        painter->setPen(look.colours->text);
        painter->drawText(QRectF(at, QSizeF(width, head)), Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, title);
        return head;
    }

    /// Where a column lies: the names have the most room, as far as there are others.
    QRectF columnAt(const QRectF &line, int column, int columns)
    {
        const qreal names = line.width() * (columns > 3 ? 0.34 : 0.6), each = (line.width() - names) / std::max(1, columns - 1);
        return column == 0 ? QRectF(line.left(), line.top(), names - 4, line.height())
                           : QRectF(line.left() + names + (column - 1) * each + 6, line.top(), each - 6, line.height());
    }

    /// The numbers, as many rows as there is room for.
    void paintRows(QPainter *painter, const QRectF &area, const ChartTable &table, const ChartLook &look)
    {
        const QFontMetricsF metrics(look.text);
        const qreal high = std::ceil(metrics.height()) + 2;
        QRectF line(area.topLeft(), QSizeF(area.width(), high));
        painter->setFont(look.text);
        const auto write = [&](int column, const QString &text) {
            const QRectF cell = columnAt(line, column, table.columnCount());
            const auto side = column == 0 ? Qt::AlignLeft : Qt::AlignRight;
            painter->drawText(cell, side | Qt::AlignVCenter | Qt::TextSingleLine, metrics.elidedText(text, Qt::ElideRight, cell.width()));
        };
        painter->setPen(look.colours->textSecondary);
        for (int column = 0; column < table.columnCount(); ++column)
            write(column, table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        const int room = std::max(1, int((area.bottom() - line.bottom()) / high)), rows = table.rowCount();
        const int shown = rows <= room ? rows : room - 1;
        painter->setPen(look.colours->text);
        for (int row = 0; row < shown; ++row) {
            line.translate(0, high);
            for (int column = 0; column < table.columnCount(); ++column)
                write(column, table.data(table.index(row, column), Qt::DisplayRole).toString());
        }
        line.translate(0, high);
        if (shown < rows)
            write(0, ExportTexts::tr("and %n more", nullptr, rows - shown));
    }

    /// What is too little to draw is there in numbers or in words: axes alone say nothing.
    void paintTitled(QPainter *painter, const QSizeF &size, const ChartTable &table, ChartKind kind, const Theme &theme,
        const ChartLook &look, qreal around, const ChartAbsence &instead = {})
    {
        const qreal head = paintTitle(painter, { around, around }, size.width() - 2 * around, table.content().title, theme, look);
        const QSizeF inner(std::max(40.0, size.width() - 2 * around), std::max(40.0, size.height() - 2 * around - head));
        painter->translate(around, around + head);
        const bool hasRows = table.knownValues() > 0 || (kind == ChartKind::TopBars && table.rowCount() > 0);
        if (instead.isEmpty())
            ChartScene(table, kind, look, inner).paint(painter);
        else if (hasRows)
            paintRows(painter, QRectF(QPointF(), inner), table, look);
        else
            paintChartAbsence(painter, QRectF(QPointF(), inner), instead, theme, look);
        painter->translate(-around, -around - head);
    }

    QString unitHead(const QString &name, ChartUnit unit)
    {
        switch (unit) {
        case ChartUnit::Percent: return ExportTexts::tr("%1 (%)", "head of a column in percent").arg(name);
        case ChartUnit::Duration: return ExportTexts::tr("%1 (s)", "head of a column in seconds").arg(name);
        case ChartUnit::Bytes: return ExportTexts::tr("%1 (bytes)").arg(name);
        case ChartUnit::Count: break;
        }
        return name;
    }

    QString plainNumber(double value, ChartUnit unit)
    {
        if (std::isnan(value))
            return {};
        const double scaled = unit == ChartUnit::Percent ? value * 100 : unit == ChartUnit::Duration ? value / 1'000 : value;
        return QString::number(scaled, 'g', 12);
    }

} // namespace

QByteArray chartPng(const ChartTable &table, ChartKind kind, const Theme &theme, QSize size, const ChartAbsence &instead, qreal ratio)
{
    const ChartLook look = ChartLook::of(theme, theme.mode());
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(look.ground);
    QPainter painter(&image);
    paintTitled(&painter, size, table, kind, theme, look, margin, instead);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray chartSvg(const ChartTable &table, ChartKind kind, const Theme &theme, QSize size, const ChartAbsence &instead)
{
    const ChartLook look = ChartLook::of(theme, theme.mode());
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(96); // Else lengths are of 72 dpi, and text is too large for its room.
    svg.setSize(size);
    svg.setViewBox(QRect({}, size));
    svg.setTitle(table.content().title);
    svg.setDescription(table.sentence(kind));
    QPainter painter(&svg);
    painter.fillRect(QRect({}, size), look.ground);
    paintTitled(&painter, size, table, kind, theme, look, margin, instead);
    painter.end();
    return buffer.data();
}

QByteArray chartCsv(const ChartTable &table)
{
    const ChartContent &content = table.content();
    QStringList head { items::csvCell(content.time.isEmpty() ? content.rowHeader : QString(content.rowHeader + u" ("_s + content.time + u')')) };
    for (const ChartSeries &series : content.series)
        head += items::csvCell(unitHead(series.name, content.unit));
    QStringList lines { head.join(u',') };
    for (int row = 0; row < table.rowCount(); ++row) {
        const ChartRow &known = content.rows[size_t(row)];
        QStringList cells { items::csvCell(known.date.isValid() ? known.date.toString(Qt::ISODate) : known.name) };
        for (int series = 0; series < int(content.series.size()); ++series)
            cells += plainNumber(table.value(row, series), content.unit);
        lines += cells.join(u',');
    }
    return (lines.join("\r\n"_L1) + "\r\n"_L1).toUtf8();
}

namespace {

    ChartLook paperLook(const Theme &theme)
    {
        ChartLook look = ChartLook::of(theme, Theme::Mode::Light);
        look.ground = Qt::white;
        return look;
    }

} // namespace

void paintChartTable(QPainter *painter, const QRectF &area, const ChartTable &table, const Theme &theme)
{
    const ChartLook look = paperLook(theme);
    painter->save();
    const qreal head = paintTitle(painter, area.topLeft(), area.width(), table.content().title, theme, look);
    paintRows(painter, area.adjusted(0, head, 0, 0), table, look);
    painter->restore();
}

void paintChart(QPainter *painter, const QRectF &area, const ChartTable &table, ChartKind kind, const Theme &theme)
{
    const ChartLook look = paperLook(theme);
    painter->save();
    painter->translate(area.topLeft());
    paintTitled(painter, area.size(), table, kind, theme, look, 0);
    painter->restore();
}

} // namespace callboard::ui
