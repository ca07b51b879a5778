// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/buildsmodel.h"
#include "ui/kit/rowdelegate.h"

#include <QTreeView>

namespace callboard::ui::panes {

/// Paints runs, and groups from edge to edge: state, name, facts, a sparkline of the last runs, and how long one usually takes.
class RunDelegate final : public RowDelegate {
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void paintGroup(QPainter *painter, const QRect &area, const items::BuildsModel &model, const QModelIndex &index, const Theme &theme, const QColor &ground) const;

    /// The row that parts default branches from others.
    void paintHeading(QPainter *painter, const QRect &area, const QString &text, const Theme &theme, const QColor &ground) const;

protected:
    bool isGroup(const QModelIndex &index) const override;
    RowCell cell(const QModelIndex &index) const override;

private:
    int paintFlaky(QPainter *painter, const QRect &room, int name, const QString &names, const Theme &theme, const QColor &ground) const;
    void paintSpark(QPainter *painter, const QRect &area, const builds::RunSpark &spark, const Theme &theme) const;
};

/// The runs, in groups.
class RunTree final : public QTreeView {
    Q_OBJECT
public:
    explicit RunTree(items::BuildsModel &model, QWidget *parent = nullptr);
    /// Names of branches have a fifth of `room`, within reason, until somebody sizes their column.
    void fitBranch(int room);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    items::BuildsModel &m_model;
    RunDelegate *m_delegate;
    int m_branchWidth = 0; ///< As it was fitted last.
};

} // namespace callboard::ui::panes
