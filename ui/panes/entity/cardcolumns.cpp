// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/cardcolumns.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <array>

namespace callboard::ui::panes {

CardColumns::CardColumns(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

CardColumns::~CardColumns()
{
    qDeleteAll(m_items);
}

int CardColumns::columnsFor(int width)
{
    return std::clamp((width + gap) / (minimumColumn + gap), 1, mostColumns);
}

void CardColumns::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *CardColumns::itemAt(int index) const
{
    return m_items.value(index, nullptr);
}

QLayoutItem *CardColumns::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int CardColumns::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize CardColumns::minimumSize() const
{
    return { minimumColumn, 0 };
}

void CardColumns::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int CardColumns::place(const QRect &rect, bool apply) const
{
    const Qt::LayoutDirection direction
        = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const int columns = columnsFor(rect.width());
    const int width = (rect.width() - gap * (columns - 1)) / columns;
    std::array<int, mostColumns> heights {};
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const auto lowest = std::min_element(heights.begin(), heights.begin() + columns);
        const int column = int(lowest - heights.begin());
        const int height = item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        const QRect place(rect.x() + column * (width + gap), rect.y() + *lowest, width, height);
        if (apply)
            item->setGeometry(QStyle::visualRect(direction, rect, place));
        *lowest += height + gap;
    }
    return std::max(0, *std::max_element(heights.begin(), heights.end()) - gap);
}

} // namespace callboard::ui::panes
