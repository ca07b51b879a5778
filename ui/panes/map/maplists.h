// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.h"
#include "ui/panes/map/mapscene.h"

#include <QStandardItemModel>
#include <QWidget>

class QTreeView;

namespace callboard::ui {
class IconLabel;
class TextLabel;
}

namespace callboard::ui::panes {

/// The map as a table beside it: the same relations of the entity that is looked at, in groups, and the answers to what was asked.
class MapLists final : public QWidget {
    Q_OBJECT
public:
    explicit MapLists(QWidget *parent = nullptr);

    /// Of one node; -1: of the focus, or of the whole map where there is none.
    void showNode(const MapScenePtr &scene, int node);
    /// A way, kept over the groups until another scene comes.
    void showPath(const std::vector<graph::Step> &steps);
    void showPathTrouble(const QString &text);
    void showImpact(bool shown);
    void showCircles(bool shown);
    QTreeView *tree() const { return m_tree; }
    const QStandardItemModel &model() const { return m_model; }

Q_SIGNALS:
    void chosen(const QString &ref);    ///< The row that the keyboard is on.
    void activated(const QString &ref, callboard::ui::Focus::How how);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void fitWords();
    void fillHead();
    void fillRelations();
    void fillImpact();
    void fillAll();
    QStandardItem *group(const QString &title, int count);
    void addRow(QStandardItem *group, const QString &ref, const QString &name, const QString &entityKind, const QString &words, bool missing = false);
    void addNode(QStandardItem *group, int node, const QString &words);
    QString nameOfRef(const QString &ref) const;

    MapScenePtr m_scene;
    int m_node = -1;
    std::vector<graph::Step> m_path;
    QString m_pathTrouble;
    bool m_impactShown = false, m_circlesShown = false;
    IconLabel *m_icon;
    TextLabel *m_name;
    TextLabel *m_facts;
    QPersistentModelIndex m_impactLine;
    QStandardItemModel m_model;
    QTreeView *m_tree;
};

} // namespace callboard::ui::panes
