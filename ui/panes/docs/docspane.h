// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/doctreemodel.h"
#include "ui/kit/focus.h"
#include "ui/panes/docs/docsdesk.h"

class QMenu;
class QTreeView;

namespace callboard::search {
class LiveDocSearch;
}
namespace callboard::ui {
class FilterBox;
class TextLabel;
}

namespace callboard::ui::panes {

/// All documentation there is: sites of what the person owns, starred, lately read, all; each opens into its navigation. The field
/// above looks for pages.
class DocsPane final : public Pane {
    Q_OBJECT
public:
    explicit DocsPane(PaneContext context, QWidget *parent = nullptr);
    ~DocsPane() override;

    QString id() const override { return QStringLiteral("docs"); }
    QString title() const override { return tr("Docs"); }
    QString iconName() const override { return QStringLiteral("docs"); }
    bool followsFocus() const override { return false; }
    QWidget *focusWidgetOfPane() override;
    QWidget *headerWidget() override;

    QTreeView *tree() { return m_view; }
    items::DocTreeModel &model() { return *m_model; }
    FilterBox *filterBox() { return m_filterBox; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void prepareView();
    void keepExpanded();
    void expandAgain(const QModelIndex &parent = {});
    void search(const QString &text);
    void showFound();
    void refreshStatus();
    void refreshFoot();
    void open(const QModelIndex &index, Qt::KeyboardModifiers modifiers);
    void showMenu(const QPoint &at);
    void reveal(const items::DocAddress &address);

    DocsDesk &m_desk;
    items::DocTreeModel *m_model;
    search::LiveDocSearch *m_search;
    FilterBox *m_filterBox;
    QTreeView *m_view;
    TextLabel *m_foot;
    QSet<QString> m_turned; ///< Keys of rows that are not as they are at first: groups closed, sites and sections open.
};

} // namespace callboard::ui::panes
