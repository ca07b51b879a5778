// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/relationfilter.h"

#include "models/items/entityroles.h"

namespace callboard::items {

RelationFilter::RelationFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void RelationFilter::setText(const QString &text)
{
    m_filter.setText(text);
    invalidateFilter();
}

void RelationFilter::setCatalog(search::IndexPtr index, search::PersonalPtr personal)
{
    if (m_filter.setCatalog(std::move(index), std::move(personal)))
        invalidateFilter();
}

bool RelationFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_filter.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(GroupRole).toBool())
        return false; // It is there for what is in it.
    QStringList texts;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
        texts += index.siblingAtColumn(column).data().toString();
    return m_filter.holds({ { index.data(RefRole).toString() }, texts, {} });
}

} // namespace callboard::items
