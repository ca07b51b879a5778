// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/catalog/entitytable.h"

namespace callboard::ui::panes {

void EntityTable::reset()
{
    QTableView::reset();
    m_isAllNew = true;
}

void EntityTable::scrollContentsBy(int dx, int dy)
{
    if (!m_isAllNew) {
        QTableView::scrollContentsBy(dx, dy);
        return;
    }
    viewport()->setUpdatesEnabled(false); // QWidget::scroll then moves nothing.
    QTableView::scrollContentsBy(dx, dy);
    viewport()->setUpdatesEnabled(true); // Asks for all of it again.
}

void EntityTable::paintEvent(QPaintEvent *event)
{
    m_isAllNew = false;
    QTableView::paintEvent(event);
}

} // namespace callboard::ui::panes
