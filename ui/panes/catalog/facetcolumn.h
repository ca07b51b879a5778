// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/facetmodel.h"

#include <QTreeView>

namespace callboard::ui::panes {

/// The facets beside the catalog: values to check, each with how many entities it would leave.
class FacetColumn final : public QTreeView {
    Q_OBJECT
public:
    explicit FacetColumn(items::EntityTableModel &list, QWidget *parent = nullptr);
    items::FacetModel &facets() { return m_facets; }

    QJsonArray saveState() const; ///< Names of the facets that are folded.
    void restoreState(const QJsonArray &folded);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void toggle(const QModelIndex &index);

    items::FacetModel m_facets;
};

} // namespace callboard::ui::panes
