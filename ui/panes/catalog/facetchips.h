// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/filter.h"

#include <QMap>
#include <QWidget>

class QHBoxLayout;

namespace callboard::items {
class FacetModel;
class EntityTableModel;
}

namespace callboard::ui::panes {

/// What the facets narrow by, one chip a facet: seen also where the column of facets has no room.
class FacetChips final : public QWidget {
    Q_OBJECT
public:
    FacetChips(items::EntityTableModel &list, items::FacetModel &facets, QWidget *parent = nullptr);

private:
    void refresh();
    QString textOf(search::Facet facet, const QStringList &values) const;

    items::EntityTableModel &m_list;
    items::FacetModel &m_facets;
    QHBoxLayout *m_row;
    QMap<search::Facet, QStringList> m_shown;
};

} // namespace callboard::ui::panes
