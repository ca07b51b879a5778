// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHeaderView>
#include <QTreeView>

namespace callboard::ui::panes {

/// A header that says less than the model where a column is narrow; screen readers still get the whole word.
class ShortHeader final : public QHeaderView {
    Q_OBJECT
public:
    ShortHeader(const QHash<int, QString> &titles, QWidget *parent);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;

private:
    QHash<int, QString> m_titles;
};

/// A tree whose group rows go from edge to edge, under their chevron too.
class GroupTree : public QTreeView {
    Q_OBJECT
public:
    using QTreeView::QTreeView;

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace callboard::ui::panes
