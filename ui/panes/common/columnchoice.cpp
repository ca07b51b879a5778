// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/columnchoice.h"

#include "ui/kit/theme.h"

#include <QHeaderView>

namespace callboard::ui::panes {

ColumnChoice::ColumnChoice(QHeaderView &header, std::vector<int> roomFor)
    : QObject(&header)
    , m_header(header)
{
    for (const int room : roomFor)
        m_columns.push_back({ room });
}

void ColumnChoice::fit(int width)
{
    for (int column = 0; column < int(m_columns.size()); ++column) {
        Column &each = m_columns[size_t(column)];
        each.hasRoom = each.roomFor == 0 || width >= Theme::of(&m_header).scaled(each.roomFor);
        m_header.setSectionHidden(column, !each.hasRoom);
    }
}

QList<int> ColumnChoice::givingWay() const
{
    QList<int> columns;
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int column = m_header.logicalIndex(visual);
        if (!m_columns[size_t(column)].hasRoom)
            columns += column;
    }
    return columns;
}

} // namespace callboard::ui::panes
