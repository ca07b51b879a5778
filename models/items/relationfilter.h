// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/listfilter.h"

#include <QSortFilterProxyModel>

namespace callboard::items {

/// The relations that a text in the plain language leaves, in their groups; words over all that a row shows.
class RelationFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RelationFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    void setCatalog(search::IndexPtr index, search::PersonalPtr personal);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    search::ListFilter m_filter;
};

} // namespace callboard::items
