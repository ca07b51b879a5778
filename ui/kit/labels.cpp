// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/widgets.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <utility>
#include <vector>

namespace callboard::ui {

TextLabel::TextLabel(const QString &text, TextRole role, Ink ink, QFont::Weight weight, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_weight(weight)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    applyTheme();
}

void TextLabel::setRole(TextRole role, QFont::Weight weight)
{
    m_role = role;
    m_weight = weight;
    applyTheme();
}

void TextLabel::setInk(Ink ink)
{
    m_ink = ink;
    applyTheme();
}

void TextLabel::setElide(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
}

QSize TextLabel::minimumSizeHint() const
{
    if (m_elide == Qt::ElideNone)
        return QLabel::minimumSizeHint();
    return { qMin(sizeHint().width(), Theme::of(this).scaled(24)), QLabel::minimumSizeHint().height() };
}

int TextLabel::heightForWidth(int width) const
{
    Measured now { text(), font(), contentsMargins(), devicePixelRatio() };
    if (now != m_measured) {
        m_measured = std::move(now);
        m_heights.clear();
    }
    const auto known = std::ranges::find(m_heights, width, &Height::width);
    if (known != m_heights.end())
        return known->height;
    const int height = QLabel::heightForWidth(width);
    if (m_heights.size() == m_heights.capacity())
        m_heights.erase(m_heights.begin());
    m_heights.push_back({ width, height });
    return height;
}

QColor TextLabel::inkColour() const
{
    const Colours &c = Theme::of(this).colours();
    switch (m_ink) {
    case Ink::Primary: break;
    case Ink::Secondary: return c.textSecondary;
    case Ink::Disabled: return c.textDisabled;
    case Ink::Link: return c.link;
    case Ink::Warning: return c.warning.text;
    case Ink::Failed: return c.failed.text;
    case Ink::Ok: return c.ok.text;
    case Ink::Stale: return c.stale.text;
    }
    return c.text;
}

void TextLabel::applyTheme()
{
    setFont(Theme::of(this).font(m_role, m_weight));
    QPalette palette = this->palette();
    const QColor ink = inkColour();
    palette.setColor(QPalette::WindowText, ink);
    palette.setColor(QPalette::Text, ink);
    palette.setColor(QPalette::Link, Theme::of(this).colours().link);
    setPalette(palette);
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyTheme();
}

void TextLabel::enterEvent(QEnterEvent *event)
{
    if (m_isSelectable)
        setTextInteractionFlags(Qt::TextSelectableByMouse);
    QLabel::enterEvent(event);
}

void TextLabel::leaveEvent(QEvent *event)
{
    QLabel::leaveEvent(event);
    // What was chosen stays, and the menu over it works on it.
    if (m_isSelectable && !hasSelectedText() && !QApplication::activePopupWidget())
        setTextInteractionFlags(Qt::LinksAccessibleByMouse);
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (m_elide == Qt::ElideNone) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), m_elide, contentsRect().width());
    painter.setPen(inkColour());
    painter.drawText(contentsRect(), int(QStyle::visualAlignment(layoutDirection(), alignment())), shown);
    if (shown != text() && toolTip().isEmpty())
        setToolTip(toolTipLines(text()));
}

QString toolTipLines(const QString &text)
{
    constexpr qsizetype mostInLine = 90;
    QStringList lines;
    for (const QString &given : text.split(u'\n')) {
        QString line;
        if (given.size() <= mostInLine) {
            lines.append(given);
            continue;
        }
        for (const QString &word : given.split(u' ')) {
            if (!line.isEmpty() && line.size() + word.size() >= mostInLine)
                lines.append(std::exchange(line, {}));
            line += line.isEmpty() ? word : QString(u' ' + word);
        }
        lines.append(line);
    }
    return lines.join(u'\n');
}

FlowLayout::FlowLayout(QWidget *parent, int horizontal, int vertical)
    : QLayout(parent)
    , m_horizontal(horizontal)
    , m_vertical(vertical)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + m_horizontal;
        height = qMax(height, item->sizeHint().height());
    }
    const QMargins m = contentsMargins();
    return QSize(qMax(0, width - m_horizontal), height).grownBy(m);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    const QMargins m = contentsMargins();
    const QRect area = rect.marginsRemoved(m);
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    std::vector<std::pair<QLayoutItem *, QRect>> line; ///< Laid when it is full: each in the middle of its height.
    int height = 0;
    const auto lay = [&] {
        for (const auto &[item, box] : line) {
            if (place)
                item->setGeometry(QStyle::visualRect(direction, area, box.translated(0, (height - box.height()) / 2)));
        }
        line.clear();
    };
    int x = area.left();
    int y = area.top();
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint();
        if (x > area.left() && x + size.width() > area.right() + 1) {
            lay();
            x = area.left();
            y += std::exchange(height, 0) + m_vertical;
        }
        size.setWidth(qMin(size.width(), qMax(area.width(), 1)));
        line.emplace_back(item, QRect(QPoint(x, y), size));
        x += size.width() + m_horizontal;
        height = qMax(height, size.height());
    }
    lay();
    return y + height - rect.top() + m.bottom();
}

} // namespace callboard::ui
