// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/catalog/facetchips.h"

#include "models/items/entitytablemodel.h"
#include "models/items/facetmodel.h"
#include "ui/kit/widgets.h"

#include <QHBoxLayout>

namespace callboard::ui::panes {

FacetChips::FacetChips(items::EntityTableModel &list, items::FacetModel &facets, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_facets(facets)
    , m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("Facets in force"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
    connect(&m_list, &items::EntityTableModel::filterChanged, this, &FacetChips::refresh);
    refresh();
}

QString FacetChips::textOf(search::Facet facet, const QStringList &values) const
{
    QModelIndex heading;
    for (int row = 0; row < m_facets.rowCount() && !heading.isValid(); ++row)
        if (const QModelIndex each = m_facets.index(row, 0);
            search::Facet(each.data(items::FacetModel::FacetRole).toInt()) == facet)
            heading = each;
    const QString name = heading.data().toString().toLower();
    if (values.size() > 1)
        return tr("%1: %n values", nullptr, int(values.size())).arg(name);
    // What the column of facets calls it; a value folded away under "n more" keeps the name it is stored by.
    QString label = values.first().section(u'/', -1);
    for (int row = 0; row < m_facets.rowCount(heading); ++row)
        if (const QModelIndex each = m_facets.index(row, 0, heading);
            each.data(items::FacetModel::ValueRole).toString() == values.first())
            label = each.data().toString();
    return tr("%1: %2").arg(name, label);
}

void FacetChips::refresh()
{
    const QMap<search::Facet, QStringList> &selected = m_list.filter().selected;
    if (selected == m_shown && m_row->count() > 0)
        return;
    m_shown = selected;
    while (QLayoutItem *item = m_row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // It may be the one whose cross was pressed.
        delete item;
    }
    for (auto it = selected.cbegin(); it != selected.cend(); ++it) {
        if (it->isEmpty())
            continue;
        auto *chip = new ChipButton(textOf(it.key(), *it), this);
        chip->setKind(ChipKind::Filter);
        chip->setClosable(true);
        connect(chip, &ChipButton::closeRequested, this, [this, facet = it.key()] { m_facets.clear(facet); });
        connect(chip, &QAbstractButton::clicked, this, [this, facet = it.key()] { m_facets.clear(facet); });
        m_row->addWidget(chip);
    }
    setVisible(m_row->count() > 0);
    updateGeometry();
}

} // namespace callboard::ui::panes
