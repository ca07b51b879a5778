// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entityroles.h"
#include "ui/kit/focus.h"
#include "ui/panes/map/mapscene.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace callboard::ui::panes {

/// Every relation that a map draws, as rows.
class MapTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { From, FromOwner, Relation, To, ToOwner, ColumnCount };
    enum Role { OldRole = items::FirstFreeRole }; ///< bool: the relation is not current.
    using QAbstractTableModel::QAbstractTableModel;

    void setScene(const MapScenePtr &scene);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    MapScenePtr m_scene;
};

/// The map as a table in the place of the drawing: the same relations, to be sorted, filtered, copied and read out.
class MapTable final : public QTableView {
    Q_OBJECT
public:
    explicit MapTable(QWidget *parent = nullptr);

    void setScene(const MapScenePtr &scene);
    void setFilter(const QString &text);
    const QSortFilterProxyModel &shown() const { return m_shown; }
    void exportShown();

Q_SIGNALS:
    void entityActivated(const QString &ref, callboard::ui::Focus::How how);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString currentRef() const;
    void copySelected() const;

    MapTableModel m_model;
    QSortFilterProxyModel m_shown;
};

} // namespace callboard::ui::panes
