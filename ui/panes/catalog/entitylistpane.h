// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entitytablemodel.h"
#include "ui/kit/focus.h"
#include "ui/kit/pane.h"

#include <QTimer>

class QHBoxLayout;
class QMenu;
class QVBoxLayout;

namespace callboard::ui {
class FilterBox;
}

namespace callboard::ui::panes {

class EntityView;
class Freshness;

/// What the catalog and its sisters share: a filter box in the header, the list, copy and export, and
/// the honest states of a list of entities.
class EntityListPane : public Pane {
    Q_OBJECT
public:
    ~EntityListPane() override;

    void setTarget(const FocusTarget &target) override;
    /// Only its current row moves, and does so before what was just visited comes into Recent.
    bool followsUnseen() const override { return true; }
    QWidget *focusWidgetOfPane() override;
    QWidget *headerWidget() override;
    QList<QAction *> headerActions() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    items::EntityTableModel &model() { return m_model; }
    const items::EntityTableModel &model() const { return m_model; }
    EntityView *list() { return m_list; }
    FilterBox *filterBox() { return m_filterBox; }
    /// Replaces what is typed.
    void setFilterText(const QString &text);
    /// Asks for a file, and writes what is shown to it: CSV or JSON by its ending.
    void exportShown();
    void bindKeys();

protected:
    EntityListPane(PaneContext context, search::Filter::Scope scope, QWidget *parent);

    QVBoxLayout *above() { return m_above; } ///< For banners over the list.
    QHBoxLayout *row() { return m_row; }     ///< The list's own row; facets go before it.
    virtual void fillListMenu(QMenu *menu);
    /// What is said when there is nothing to show, though the catalog has entities.
    virtual PaneStatus nothingShown() const = 0;
    virtual void onStatusAction();
    void refreshStatus();
    virtual bool clearFilter(); ///< Answers whether there was something to clear.
    /// The menus of the header's buttons, for commands: the keyboard begins at what holds now.
    void showColumnMenu();
    void showGroupMenu();
    void showSortMenu();

private:
    void connectParts();
    void refreshFreshness();
    void refreshCount();
    void showContextMenu(const QPoint &at);
    void toggleStars(const QStringList &refs);
    QMenu *makeGroupMenu();
    void popUp(QMenu *menu);

    search::Filter::Scope m_scope;
    items::EntityTableModel m_model;
    FilterBox *m_filterBox;
    EntityView *m_list;
    QVBoxLayout *m_above;
    QHBoxLayout *m_row;
    QAction *m_columnsAction;
    QAction *m_groupAction;
    QAction *m_sortAction;
    QAction *m_exportAction;
    std::shared_ptr<const Freshness> m_freshness;
    QTimer m_tick; ///< Ages grow while nothing happens.
};

} // namespace callboard::ui::panes
