// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/catalog/entitydelegate.h"

#include "models/items/entitytablemodel.h"
#include "ui/kit/icons.h"
#include "ui/kit/times.h"

#include <QLocale>
#include <QTimeZone>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::EntityTableModel;
using EntityColumns = items::EntityTableModel::Columns;

EntityDelegate::EntityDelegate(const EntityTableModel &model, QObject *parent)
    : RowDelegate(parent)
    , m_model(model)
{
}

QString EntityDelegate::shortLifecycle(const QString &lifecycle)
{
    if (lifecycle == "production"_L1)
        return tr("prod", "lifecycle production, short");
    if (lifecycle == "experimental"_L1)
        return tr("exp", "lifecycle experimental, short");
    if (lifecycle == "deprecated"_L1)
        return tr("depr", "lifecycle deprecated, short");
    return lifecycle;
}

bool EntityDelegate::isGroup(const QModelIndex &index) const
{
    return m_model.grouping() != EntityTableModel::Grouping::None && !index.parent().isValid();
}

bool EntityDelegate::isStale(const QModelIndex &index) const
{
    if (!m_freshness)
        return false;
    const auto catalog = m_model.index();
    const mirror::Snapshot &snapshot = catalog->snapshot();
    const mirror::Row row = m_model.rowAt(index);
    if (row == mirror::noRow)
        return false;
    return m_freshness->isStale(snapshot.string(snapshot.connectionId(row)).toString(),
        QDateTime::fromMSecsSinceEpoch(snapshot.seenAt(row), QTimeZone::UTC));
}

RowCell EntityDelegate::groupCell(const QModelIndex &index) const
{
    RowCell cell;
    if (index.column() != 0)
        return cell;
    cell.text = index.data(Qt::DisplayRole).toString();
    cell.style.weight = QFont::DemiBold;
    cell.secondary = QLocale().toString(index.data(items::CountRole).toInt());
    return cell;
}

RowCell EntityDelegate::nameCell(const QModelIndex &index, bool stale) const
{
    RowCell cell;
    cell.text = index.data(Qt::DisplayRole).toString();
    cell.iconName = kindIconName(index.data(items::KindRole).toString());
    cell.ink = stale ? RowCell::Ink::Secondary : RowCell::Ink::Primary;
    cell.stale = false;
    const QVariant matched = index.data(items::MatchRole);
    for (const int unit : matched.value<QList<int>>()) {
        if (!cell.hits.isEmpty() && cell.hits.back().start + cell.hits.back().length == unit)
            ++cell.hits.back().length;
        else
            cell.hits.append({ unit, 1 });
    }
    return cell;
}

RowCell EntityDelegate::statusCell(const QModelIndex &index, bool stale) const
{
    RowCell cell;
    const int flags = index.data(items::FlagsRole).toInt();
    cell.status = flags & mirror::Snapshot::HasProblems       ? Status::Failed
        : flags & (mirror::Snapshot::Dangling | mirror::Snapshot::Orphan) ? Status::Warning
        : stale                                               ? Status::Stale
                                                              : Status::Ok;
    return cell;
}

RowCell EntityDelegate::cell(const QModelIndex &index) const
{
    if (isGroup(index))
        return groupCell(index);
    const auto column = EntityColumns(index.column());
    switch (column) {
    case EntityColumns::Name:
        return nameCell(index, isStale(index));
    case EntityColumns::Problems:
        return statusCell(index, isStale(index));
    default:
        break;
    }
    RowCell cell;
    cell.ink = RowCell::Ink::Secondary;
    if (column == EntityColumns::Seen || column == EntityColumns::Changed) {
        const QDateTime at = index.data(column == EntityColumns::Seen ? items::SeenRole : items::AgeRole).toDateTime();
        cell.text = shortAge(at);
        cell.style.role = TextRole::Caption;
        cell.alignRight = true;
        cell.style.figures = true;
        if (column == EntityColumns::Seen && isStale(index)) {
            cell.stale = true;
            cell.ink = RowCell::Ink::Stale;
        }
        return cell;
    }
    cell.text = index.data(Qt::DisplayRole).toString();
    if (column == EntityColumns::Lifecycle) {
        if (cell.text == "deprecated"_L1)
            cell.ink = RowCell::Ink::Warning;
        cell.text = shortLifecycle(cell.text);
    }
    if (column == EntityColumns::Repository)
        cell.elide = Qt::ElideLeft;
    return cell;
}

} // namespace callboard::ui::panes
