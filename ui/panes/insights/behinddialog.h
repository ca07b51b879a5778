// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"
#include "ui/panes/insights/insightscards.h"

#include <QAbstractTableModel>
#include <QDialog>

class QTableView;

namespace callboard::ui {
class TextLabel;
}

namespace callboard::ui::panes {

/// The list behind a number.
class BehindModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setList(BehindList list);
    const BehindList &list() const { return m_list; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    BehindList m_list;
};

/// Shows it beside the dashboard: not in its way, Enter opens what a row is about. Filled once the list is made, on a worker.
class BehindDialog final : public QDialog {
    Q_OBJECT
public:
    BehindDialog(PaneContext context, const QString &title, QWidget *parent);
    void setList(BehindList list);
    BehindModel &model() { return m_model; }
    QTableView *view() { return m_view; }
    bool isFilled() const { return m_filled; }

private:
    void openRow(const QModelIndex &index);

    PaneContext m_context;
    BehindModel m_model;
    QTableView *m_view;
    TextLabel *m_count;
    bool m_filled = false;
};

} // namespace callboard::ui::panes
