// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/insights/insightsreport.h"

#include "ui/kit/chartexport.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QTimer>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr qreal gap = 18, chartHeight = 190, headingHeight = 30, footHeight = 20;

} // namespace

InsightsReport::InsightsReport(const Theme &theme, const QString &fileName, const QString &title, const QString &subtitle, std::vector<Part> parts, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_file(fileName)
    , m_title(title)
    , m_subtitle(subtitle)
    , m_parts(std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()))
{
}

InsightsReport::~InsightsReport() = default;

void InsightsReport::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        Q_EMIT finished(false, m_file.errorString());
        deleteLater();
        return;
    }
    m_writer = std::make_unique<QPdfWriter>(&m_file);
    m_writer->setTitle(m_title);
    m_writer->setCreator(u"Callboard"_s);
    m_writer->setPageSize(QPageSize(QPageSize::A4));
    m_writer->setPageMargins({ 16, 16, 16, 14 }, QPageLayout::Millimeter);
    m_painter = std::make_unique<QPainter>(m_writer.get());
    const qreal scale = m_writer->resolution() / 96.0;
    m_painter->scale(scale, scale);
    m_page = QSizeF(m_writer->width() / scale, m_writer->height() / scale);
    m_painter->setFont(m_theme.font(TextRole::Heading1, QFont::DemiBold));
    m_painter->setPen(m_theme.colours(Theme::Mode::Light).text);
    m_painter->drawText(QRectF(0, 0, m_page.width(), 30), Qt::AlignLeft | Qt::AlignVCenter, m_title);
    m_painter->setFont(m_theme.font(TextRole::Dense));
    m_painter->setPen(m_theme.colours(Theme::Mode::Light).textSecondary);
    m_painter->drawText(QRectF(0, 30, m_page.width(), 20), Qt::AlignLeft | Qt::AlignVCenter, m_subtitle);
    m_y = 50 + gap;
    next();
}

void InsightsReport::next()
{
    if (m_parts.empty())
        return finish();
    const Part part = std::move(m_parts.front());
    m_parts.pop_front();
    if (part.section != m_section) {
        if (m_column > 0)
            m_y += chartHeight + gap;
        m_column = 0;
        paintHeading(part.section);
    }
    paintPart(part);
    QTimer::singleShot(0, this, &InsightsReport::next);
}

void InsightsReport::newPage()
{
    m_painter->setFont(m_theme.font(TextRole::Caption));
    m_painter->setPen(m_theme.colours(Theme::Mode::Light).textSecondary);
    m_painter->drawText(QRectF(0, m_page.height() - footHeight, m_page.width(), footHeight), Qt::AlignRight | Qt::AlignBottom, QString::number(m_number++));
    m_writer->newPage();
    m_y = 0;
    m_column = 0;
}

void InsightsReport::paintHeading(const QString &text)
{
    if (m_y + headingHeight + chartHeight > m_page.height() - footHeight)
        newPage();
    m_section = text;
    m_painter->setFont(m_theme.font(TextRole::Heading2, QFont::DemiBold));
    m_painter->setPen(m_theme.colours(Theme::Mode::Light).text);
    m_painter->drawText(QRectF(0, m_y, m_page.width(), headingHeight), Qt::AlignLeft | Qt::AlignTop, text);
    m_y += headingHeight;
}

void InsightsReport::paintPart(const Part &part)
{
    if (m_column == 0 && m_y + chartHeight > m_page.height() - footHeight)
        newPage();
    const qreal width = (m_page.width() - gap) / 2;
    ChartTable table;
    table.setContent(part.content);
    const QRectF area(m_column * (width + gap), m_y, width, chartHeight);
    if (part.asTable)
        paintChartTable(m_painter.get(), area, table, m_theme);
    else
        paintChart(m_painter.get(), area, table, part.kind, m_theme);
    if (++m_column == 2) {
        m_column = 0;
        m_y += chartHeight + gap;
    }
}

void InsightsReport::finish()
{
    m_painter->setFont(m_theme.font(TextRole::Caption));
    m_painter->setPen(m_theme.colours(Theme::Mode::Light).textSecondary);
    m_painter->drawText(QRectF(0, m_page.height() - footHeight, m_page.width(), footHeight), Qt::AlignRight | Qt::AlignBottom, QString::number(m_number));
    const bool painted = m_painter->end();
    m_painter.reset();
    m_writer.reset();
    const bool good = painted && m_file.commit();
    Q_EMIT finished(good, good ? QString() : m_file.errorString());
    deleteLater();
}

} // namespace callboard::ui::panes
