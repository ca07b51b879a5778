// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/buildsmodel.h"
#include "ui/kit/rowdelegate.h"

#include <QJsonObject>
#include <QTreeView>

#include <array>

class QMenu;

namespace callboard::ui::panes {

/// Paints runs, and groups from edge to edge: state, name, facts, a sparkline of the last runs, and how long one usually takes.
class RunDelegate final : public RowDelegate {
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void paintGroup(QPainter *painter, const QRect &area, const items::BuildsModel &model, const QModelIndex &index, const Theme &theme, const QColor &ground,
        Qt::LayoutDirection direction) const;

    /// The row that parts default branches from others.
    void paintHeading(QPainter *painter, const QRect &area, const QString &text, const Theme &theme, const QColor &ground, Qt::LayoutDirection direction) const;

protected:
    bool isGroup(const QModelIndex &index) const override;
    RowCell cell(const QModelIndex &index) const override;

private:
    RowCell flakyCell(const QString &names, int room, int name, const Theme &theme, int *width) const;
    void paintSpark(QPainter *painter, const QRect &area, const builds::RunSpark &spark, const Theme &theme) const;
};

/// The runs, in groups.
class RunTree final : public QTreeView {
    Q_OBJECT
public:
    explicit RunTree(items::BuildsModel &model, QWidget *parent = nullptr);
    /// Arranges the columns for so much room: names of branches have a fifth of it, within reason, until somebody sizes their column; who
    /// set a run off gives way.
    void fit(int room);
    /// Which columns show, as entries to check; one that a person asked for stays however narrow the pane is.
    void fillColumnMenu(QMenu *menu);
    QJsonObject saveColumns() const; ///< What the person chose, by the columns' keys; beside the header's own state.
    void restoreColumns(const QJsonObject &choices);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    enum class Choice { Usual, Shown, Hidden };
    void fitBranch(int room);
    void applyChoices();
    QString keyOf(size_t column) const;

    items::BuildsModel &m_model;
    RunDelegate *m_delegate;
    std::array<Choice, size_t(items::BuildsModel::Columns::Count)> m_choices {}; ///< The person's, by column.
    QByteArray m_usual; ///< The header as it is made.
    int m_room = 0;
    int m_branchWidth = 0; ///< As it was fitted last.
};

} // namespace callboard::ui::panes
