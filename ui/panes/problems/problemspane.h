// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/problemsmodel.h"
#include "ui/kit/pane.h"

class QTableView;

namespace callboard::ui {
class FilterBox;
}

namespace callboard::ui::panes {

/// Every problem of every descriptor, with its place.
class ProblemsPane final : public Pane {
    Q_OBJECT
public:
    explicit ProblemsPane(PaneContext context, QWidget *parent = nullptr);
    ~ProblemsPane() override;

    QString id() const override { return QStringLiteral("problems"); }
    QString title() const override { return tr("Problems"); }
    QString iconName() const override { return QStringLiteral("warning"); }
    bool followsFocus() const override { return false; }
    QWidget *focusWidgetOfPane() override;
    QWidget *headerWidget() override;
    QList<QAction *> headerActions() const override { return { m_previous, m_next, m_exportAction }; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    QTableView *table() { return m_table; }
    FilterBox *filterBox() { return m_filterBox; }
    /// Goes `by` problems on, around the end, and opens the place.
    void step(int by);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void prepareTable();
    void registerCommands();
    void refresh();
    void open(const QModelIndex &index);
    void edit(const QModelIndex &index);
    void copySelection() const;

    items::ProblemsModel m_model;
    FilterBox *m_filterBox;
    QTableView *m_table;
    QAction *m_next;
    QAction *m_previous;
    QAction *m_exportAction;
};

} // namespace callboard::ui::panes
