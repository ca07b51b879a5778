// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entitytablemodel.h"
#include "ui/kit/focus.h"
#include "ui/panes/common/freshness.h"

#include <QHash>
#include <QStackedWidget>

#include <functional>

class QAbstractItemView;
class QHeaderView;
class QMenu;
class QTableView;
class QTreeView;

namespace callboard::items {
class KeyedSelection;
}

namespace callboard::ui::panes {

class EntityDelegate;

/// The list of entities, as a table or in groups: columns to choose, move and size; the keyboard all
/// through. Selection, current row and scroll stay with what they are on when the catalog changes.
class EntityView final : public QStackedWidget {
    Q_OBJECT
public:
    using Columns = items::EntityTableModel::Columns;

    explicit EntityView(items::EntityTableModel &model, const QString &name, QWidget *parent = nullptr);
    ~EntityView() override;

    QAbstractItemView *view() const;
    QHeaderView *header() const;
    void setFreshness(std::shared_ptr<const Freshness> freshness);

    QString currentRef() const;
    QStringList selectedRefs() const; ///< In the order shown; the current one where none is selected.
    void selectRef(const QString &ref); ///< Makes it current and brings it into view; nothing when not shown.

    QStringList visibleColumns() const; ///< Names, in the order shown.
    QList<int> visibleColumnIndexes() const;
    void setVisibleColumns(const QStringList &names);
    void fillColumnMenu(QMenu *menu);
    /// The columns shown, the one sorted by checked; choosing that one turns the order.
    void fillSortMenu(QMenu *menu);

    /// Called on Esc; answers whether there was something to clear. If not, Esc goes on to the window.
    void setEscape(std::function<bool()> clear) { m_escape = std::move(clear); }

    QString selectionAsText() const; ///< Rows as tab-separated values, with the columns shown.

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    void opened(const QString &ref, callboard::ui::Focus::How how);
    void currentChanged(const QString &ref);
    void typed(const QString &text); ///< Something was typed that belongs into the filter.
    void columnsChanged();
    void contextMenuWanted(const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static QHash<int, QString> shortTitles();
    void prepareTable();
    void prepareTree();
    void prepareHeader(QHeaderView *header);
    void followGrouping();
    void spanGroups();
    void useView(QAbstractItemView *next);
    void applySections();
    void readOrder();
    void sortBy(int column);
    void takeWidth(int column, int width);
    void fitName();
    bool onKey(class QKeyEvent *event);
    bool wantsKey(const class QKeyEvent *event) const;
    void open(const QModelIndex &index, Focus::How how);

    struct Section {
        int column = 0;
        int width = 0;
        bool visible = false;
        bool kept = false; ///< Asked for by hand: it does not give way in a narrow pane.
    };
    Section &section(int column);

    items::EntityTableModel &m_model;
    EntityDelegate *m_delegate;
    std::shared_ptr<const Freshness> m_freshness; ///< As painted.
    EntityDelegate *m_treeDelegate;
    QTableView *m_table;
    QTreeView *m_tree;
    items::KeyedSelection *m_keyed = nullptr;
    std::vector<Section> m_sections; ///< In the order shown.
    std::function<bool()> m_escape;
    bool m_applying = false;
};

} // namespace callboard::ui::panes
