// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/chart.h"

#include "ui/kit/chartscene.h"
#include "ui/kit/glyphs.h"

#include <QAccessible>
#include <QEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

    constexpr int page = 10; ///< Rows that Page Up and Down go.
    constexpr int margin = 8; ///< Of the box with values.

} // namespace

Chart::Chart(ChartTable &table, ChartKind kind, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_kind(kind)
{
    installChartAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(table.content().title);
    connect(&table, &QAbstractItemModel::modelReset, this, &Chart::onTableReset);
    connect(&table, &QAbstractItemModel::dataChanged, this, &Chart::forget);
}

Chart::~Chart() = default;

void Chart::onTableReset()
{
    setAccessibleName(m_table.content().title);
    m_hoveredRow = m_hoveredSeries = -1;
    setCurrent(-1, -1);
    forget();
}

void Chart::forget()
{
    m_scene.reset();
    m_picture = {};
    updateGeometry();
    update();
}

void Chart::setKind(ChartKind kind)
{
    if (m_kind == kind)
        return;
    m_kind = kind;
    forget();
}

void Chart::setAbsence(const QString &headline, const QString &detail)
{
    m_headline = headline;
    m_detail = detail;
    update();
}

void Chart::setOpens(bool opens) { m_opens = opens; }

bool Chart::isDrawn() const
{
    const int wanted = m_kind == ChartKind::Line || m_kind == ChartKind::StackedArea ? 2 : 1;
    return std::ranges::any_of(m_table.content().series,
        [&](const ChartSeries &series) { return std::ranges::count_if(series.values, [](double value) { return !std::isnan(value); }) >= wanted; });
}

QString Chart::sentence() const { return m_table.sentence(m_kind); }

QString Chart::currentText() const { return m_row < 0 ? QString() : m_table.rowSentence(m_row, m_series); }

const ChartScene &Chart::scene() const
{
    const Theme &theme = Theme::of(this);
    if (!m_scene || m_revision != theme.revision()) {
        const_cast<Chart *>(this)->m_revision = theme.revision();
        m_scene = std::make_unique<ChartScene>(m_table, m_kind, ChartLook::of(theme, theme.mode()), size());
    }
    return *m_scene;
}

void Chart::setCurrent(int row, int series)
{
    if (row < 0 || row >= m_table.rowCount() || series < 0 || series >= m_table.columnCount() - 1)
        row = series = -1;
    if (row == m_row && series == m_series)
        return;
    m_row = row;
    m_series = series;
    update();
    if (QAccessible::isActive() && row >= 0) {
        QAccessibleValueChangeEvent change(this, currentText());
        QAccessible::updateAccessibility(&change);
        QAccessibleAnnouncementEvent said(this, currentText());
        QAccessible::updateAccessibility(&said);
    }
    Q_EMIT currentChanged(row, series);
}

QSize Chart::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    if (m_kind == ChartKind::TopBars)
        return { theme.scaled(420), theme.scaled(20) * std::clamp(m_table.rowCount(), 4, 12) };
    return { theme.scaled(420), theme.scaled(190) };
}

QSize Chart::minimumSizeHint() const
{
    const Theme &theme = Theme::of(this);
    return { theme.scaled(160), theme.scaled(80) };
}

void Chart::resizeEvent(QResizeEvent *)
{
    m_scene.reset();
    m_picture = {};
}

void Chart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::LanguageChange)
        forget();
    QWidget::changeEvent(event);
}

void Chart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (const ChartAbsence instead = absence(); !instead.isEmpty()) {
        const Theme &theme = Theme::of(this);
        const QRectF area = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
        paintChartAbsence(&painter, area, instead, theme, ChartLook::of(theme, theme.mode()));
    } else {
        const ChartScene &drawn = scene();
        const qreal ratio = devicePixelRatioF();
        if (m_picture.isNull() || m_picture.devicePixelRatio() != ratio || m_revision != Theme::of(this).revision()) {
            m_picture = QPixmap(QSize(int(std::ceil(width() * ratio)), int(std::ceil(height() * ratio))));
            m_picture.setDevicePixelRatio(ratio);
            m_picture.fill(Qt::transparent);
            QPainter into(&m_picture);
            drawn.paint(&into);
        }
        painter.drawPixmap(0, 0, m_picture);
        // The keyboard's place stays while the mouse reads elsewhere.
        if (m_row >= 0 && hasFocus())
            drawn.paintCurrent(&painter, m_row, m_series);
        if (m_hoveredRow >= 0 && m_hoveredRow != m_row)
            drawn.paintCurrent(&painter, m_hoveredRow, m_hoveredSeries);
        if (const int row = m_hoveredRow >= 0 ? m_hoveredRow : hasFocus() ? m_row : -1; row >= 0 && row < drawn.shownRows())
            paintValues(&painter, row);
    }
}

/// "owned 93 % · documented 40 %", of the last moment of which anything is known.
QString Chart::lastKnownText() const
{
    const ChartContent &content = m_table.content();
    QStringList parts;
    for (int row = m_table.rowCount() - 1; row >= 0 && parts.isEmpty(); --row) {
        for (int series = 0; series < int(content.series.size()); ++series) {
            if (const double value = m_table.value(row, series); !std::isnan(value))
                parts += tr("%1 %2", "series and value").arg(content.series[size_t(series)].name, chartValueText(value, content.unit));
        }
    }
    return parts.isEmpty() ? tr("Not enough to draw yet") : parts.join(u" · "_s);
}

ChartAbsence Chart::absence() const
{
    if (isDrawn())
        return {};
    if (m_table.knownValues() > 0)
        return { lastKnownText(), tr("A line needs two moments. The table has what is known.") };
    return { m_headline.isEmpty() ? tr("Nothing to show yet") : m_headline, m_detail };
}

void Chart::paintValues(QPainter *painter, int row) const
{
    const Theme &theme = Theme::of(this);
    const ChartLook look = ChartLook::of(theme, theme.mode());
    const QFontMetricsF strong(look.strong), text(look.text);
    const qreal line = std::ceil(text.height()), marker = theme.scaled(8);
    struct Line {
        int series;
        QString text;
    };
    std::vector<Line> lines;
    const QString head = m_table.content().rows[size_t(row)].name;
    qreal width = strong.horizontalAdvance(head);
    const int series = m_kind == ChartKind::TopBars ? 1 : m_table.columnCount() - 1;
    for (int at = 0; at < series; ++at) {
        const QString value = chartValueText(m_table.value(row, at), m_table.content().unit);
        lines.push_back({ at, tr("%1 %2", "series and value").arg(m_table.content().series[size_t(at)].name, value.isEmpty() ? tr("not known") : value) });
        width = std::max(width, text.horizontalAdvance(lines.back().text) + marker + 6);
    }
    const QSizeF size(std::min(width + 2 * margin, this->width() - 4.0), line * double(lines.size() + 1) + 1.5 * margin);
    const QPointF at = scene().pointOf(row, std::max(0, m_hoveredRow >= 0 ? m_hoveredSeries : m_series));
    // Beside the place, never over it; within the widget.
    qreal left = at.x() + 12;
    if (left + size.width() > this->width())
        left = at.x() - 12 - size.width();
    const qreal top = std::clamp(at.y() - size.height() - 8, 0.0, std::max(0.0, height() - size.height()));
    const QRectF box(QPointF(std::round(std::max(0.0, left)), std::round(top)), size);
    painter->setRenderHint(QPainter::Antialiasing);
    paintBox(painter, box, theme.metrics().radius.small, theme.colours().slip, theme.colours().borderStrong);
    painter->setFont(look.strong);
    painter->setPen(theme.colours().text);
    QRectF area(box.left() + margin, box.top() + margin * 0.75, box.width() - 2 * margin, line);
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, strong.elidedText(head, Qt::ElideRight, area.width()));
    painter->setFont(look.text);
    for (const Line &each : lines) {
        area.translate(0, line);
        paintMarker(painter, { area.left() + marker / 2, area.center().y() }, ChartLook::markerOf(each.series), marker - 1, look.colourOf(each.series), theme.colours().slip);
        painter->setPen(theme.colours().text);
        const qreal indent = marker + 6;
        painter->drawText(area.adjusted(indent, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text.elidedText(each.text, Qt::ElideRight, area.width() - indent));
    }
}

void Chart::stepRow(int by)
{
    const int last = scene().shownRows() - 1;
    if (last < 0)
        return;
    const int row = m_row < 0 ? (by < 0 ? last : 0) : std::clamp(m_row + by, 0, last);
    setCurrent(row, std::max(0, m_series));
}

void Chart::stepSeries(int by)
{
    const int count = m_kind == ChartKind::TopBars ? 1 : m_table.columnCount() - 1;
    if (count > 0)
        setCurrent(std::max(0, m_row), std::clamp(m_series + by, 0, count - 1));
}

bool Chart::walk(int key)
{
    const bool lying = m_kind == ChartKind::TopBars;
    // Up is what lies above: of a stack the next series, of lines the one before in the list.
    const int up = m_kind == ChartKind::StackedBars || m_kind == ChartKind::StackedArea ? 1 : -1;
    switch (key) {
    case Qt::Key_Left: lying ? stepSeries(-1) : stepRow(-1); return true;
    case Qt::Key_Right: lying ? stepSeries(1) : stepRow(1); return true;
    case Qt::Key_Up: lying ? stepRow(-1) : stepSeries(up); return true;
    case Qt::Key_Down: lying ? stepRow(1) : stepSeries(-up); return true;
    case Qt::Key_PageUp: stepRow(-page); return true;
    case Qt::Key_PageDown: stepRow(page); return true;
    case Qt::Key_Home: setCurrent(0, std::max(0, m_series)); return true;
    case Qt::Key_End: setCurrent(scene().shownRows() - 1, std::max(0, m_series)); return true;
    default: return false;
    }
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    if (isDrawn() && event->modifiers() == Qt::NoModifier) {
        if (walk(event->key()))
            return;
        if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_row >= 0) {
            Q_EMIT activated(m_row, m_series);
            return;
        }
        if (event->key() == Qt::Key_Escape && m_row >= 0) {
            setCurrent(-1, -1);
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

void Chart::hover(const QPointF &point)
{
    const int row = isDrawn() ? scene().rowAt(point) : -1;
    const int series = row < 0 ? -1 : m_kind == ChartKind::TopBars ? 0 : scene().seriesAt(point, row);
    if (row == m_hoveredRow && series == m_hoveredSeries)
        return;
    m_hoveredRow = row;
    m_hoveredSeries = series;
    if (m_opens && row >= 0)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    update();
}

void Chart::mouseMoveEvent(QMouseEvent *event) { hover(event->position()); }

void Chart::mousePressEvent(QMouseEvent *event)
{
    hover(event->position());
    if (event->button() != Qt::LeftButton || m_hoveredRow < 0)
        return QWidget::mousePressEvent(event);
    setCurrent(m_hoveredRow, m_hoveredSeries);
    if (m_opens)
        Q_EMIT activated(m_row, m_series);
}

void Chart::leaveEvent(QEvent *event)
{
    hover({ -1'000, -1'000 });
    QWidget::leaveEvent(event);
}

void Chart::focusInEvent(QFocusEvent *event)
{
    update();
    QWidget::focusInEvent(event);
}

void Chart::focusOutEvent(QFocusEvent *event)
{
    update();
    QWidget::focusOutEvent(event);
}

} // namespace callboard::ui
