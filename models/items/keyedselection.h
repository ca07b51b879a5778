// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

class QAbstractItemModel;
class QItemSelectionModel;

namespace callboard::items {

/// Carries selection, current row, expanded groups and scroll of a view over a model's reset, by key. A view makes one, and hands in how
/// to read and set what only a view knows. Rows are keyed by RefRole, groups by GroupKeyRole.
///
///     auto *keyed = new KeyedSelection(view->model(), view->selectionModel(), {
///         .topIndex = [=] { return view->indexAt(QPoint(0, 0)); },
///         .scrollTo = [=](const QModelIndex &index) { view->scrollTo(index, QAbstractItemView::PositionAtTop); } }, view);
class KeyedSelection final : public QObject {
    Q_OBJECT
public:
    struct Hooks {
        std::function<QModelIndex()> topIndex;                 ///< The first row in view.
        std::function<void(const QModelIndex &)> scrollTo;     ///< Brings a row to the top.
        std::function<bool(const QModelIndex &)> isExpanded;   ///< Trees only.
        std::function<void(const QModelIndex &)> expand;       ///< Trees only.
    };

    KeyedSelection(QAbstractItemModel *model, QItemSelectionModel *selection, Hooks hooks, QObject *parent = nullptr);

    /// Called by itself around resets; also by hand, around a change of model.
    void save();
    void restore();

    /// Finds a row by its key; set where the model can do better than looking at every row (EntityTableModel::indexOf).
    void setFinder(std::function<QModelIndex(const QString &ref)> finder) { m_finder = std::move(finder); }

private:
    QModelIndex find(const QString &key) const;
    void saveExpanded();
    void restoreSelection();
    void restoreExpanded();

    QPointer<QAbstractItemModel> m_model;
    QPointer<QItemSelectionModel> m_selection;
    Hooks m_hooks;
    std::function<QModelIndex(const QString &)> m_finder;
    QStringList m_selected, m_expanded;
    QString m_current, m_top;
    int m_currentColumn = 0;
};

} // namespace callboard::items
