// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/api/apidelegate.h"

#include "models/items/apiitemsmodel.h"

namespace callboard::ui::panes {

bool ApiItemDelegate::isGroup(const QModelIndex &index) const
{
    return index.data(items::GroupRole).toBool();
}

RowCell ApiItemDelegate::cell(const QModelIndex &index) const
{
    RowCell cell = RowDelegate::cell(index);
    if (isGroup(index)) {
        cell.style.weight = QFont::DemiBold;
        cell.secondary = QString::number(index.data(items::CountRole).toInt());
        return cell;
    }
    cell.elide = Qt::ElideMiddle; // Long paths begin alike.
    if (index.data(items::ApiItemsModel::DeprecatedRole).toBool()) {
        cell.ink = RowCell::Ink::Disabled;
        cell.badge = tr("deprecated");
        cell.badgeStatus = Status::Warning;
    }
    return cell;
}

} // namespace callboard::ui::panes
