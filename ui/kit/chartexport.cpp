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

    void paintTitled(QPainter *painter, const QSizeF &size, const ChartTable &table, ChartKind kind, const Theme &theme, const ChartLook &look, qreal around)
    {
        const QFont titleFont = theme.font(TextRole::Dense, QFont::DemiBold);
        const qreal head = table.content().title.isEmpty() ? 0 : QFontMetricsF(titleFont).height() + 8;
        painter->setFont(titleFont);
        painter->setPen(look.colours->text);
        painter->drawText(QRectF(around, around, size.width() - 2 * around, head), Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, table.content().title);
        const QSizeF inner(std::max(40.0, size.width() - 2 * around), std::max(40.0, size.height() - 2 * around - head));
        painter->translate(around, around + head);
        ChartScene(table, kind, look, inner).paint(painter);
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

QByteArray chartPng(const ChartTable &table, ChartKind kind, const Theme &theme, QSize size, qreal ratio)
{
    const ChartLook look = ChartLook::of(theme, theme.mode());
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(look.ground);
    QPainter painter(&image);
    paintTitled(&painter, size, table, kind, theme, look, margin);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray chartSvg(const ChartTable &table, ChartKind kind, const Theme &theme, QSize size)
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
    paintTitled(&painter, size, table, kind, theme, look, margin);
    painter.end();
    return buffer.data();
}

QByteArray chartCsv(const ChartTable &table)
{
    const ChartContent &content = table.content();
    QStringList head { items::csvCell(content.rowHeader) };
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

void paintChart(QPainter *painter, const QRectF &area, const ChartTable &table, ChartKind kind, const Theme &theme)
{
    ChartLook look = ChartLook::of(theme, Theme::Mode::Light);
    look.ground = Qt::white;
    painter->save();
    painter->translate(area.topLeft());
    paintTitled(painter, area.size(), table, kind, theme, look, 0);
    painter->restore();
}

} // namespace callboard::ui
