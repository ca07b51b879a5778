// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/relationfilter.h"
#include "models/items/relationsmodel.h"
#include "ui/kit/focus.h"
#include "ui/kit/pane.h"

class QTreeView;

namespace callboard::ui {
class FilterBox;
}

namespace callboard::ui::panes {

/// What the entity in focus is related to, both ways, as a table in groups.
class RelationsPane final : public Pane {
    Q_OBJECT
public:
    explicit RelationsPane(PaneContext context, QWidget *parent = nullptr);
    ~RelationsPane() override;

    QString id() const override { return QStringLiteral("relations"); }
    QString title() const override { return tr("Relations"); }
    QString iconName() const override { return QStringLiteral("graph"); }
    void setTarget(const FocusTarget &target) override;
    QWidget *focusWidgetOfPane() override;
    QList<QAction *> headerActions() const override { return { m_mapAction, m_filterAction, m_exportAction }; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    QTreeView *tree() { return m_tree; }
    FilterBox *filterBox() { return m_filterBox; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void refreshAsOf();
    void open(const QModelIndex &index, Focus::How how);
    void copySelection(bool refs) const;
    void showFilter(bool shown);

    items::RelationsModel m_model;
    items::RelationFilter m_shown;
    FilterBox *m_filterBox;
    QTreeView *m_tree;
    QAction *m_mapAction;
    QAction *m_filterAction;
    QAction *m_exportAction;
    QString m_ref;
    bool m_refreshed = false;
};

} // namespace callboard::ui::panes
