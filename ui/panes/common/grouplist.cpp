// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/grouplist.h"

#include "models/items/entityroles.h"
#include "models/items/keyedselection.h"

#include <QKeyEvent>
#include <QLocale>

namespace callboard::ui::panes {

namespace {

    bool isEnter(const QKeyEvent &event)
    {
        return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    }

} // namespace

RowCell GroupDelegate::cell(const QModelIndex &index) const
{
    RowCell cell;
    cell.text = index.data(Qt::DisplayRole).toString();
    if (!isGroup(index)) {
        describe(cell, index);
        return cell;
    }
    cell.style.weight = QFont::DemiBold;
    if (index.column() == 0) {
        cell.iconName = iconOfGroup(index);
        cell.secondary = QLocale().toString(index.data(items::CountRole).toInt());
    }
    return cell;
}

void GroupList::present(QAbstractItemModel &model, GroupDelegate &delegate, int stretched, const std::vector<std::pair<int, int>> &widths)
{
    setModel(&model);
    delegate.attach(this);
    setIndentation(12);
    QHeaderView *head = header();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(stretched, QHeaderView::Stretch);
    for (const auto &[column, width] : widths)
        head->resizeSection(column, Theme::of(this).scaled(width));
    connect(this, &QTreeView::doubleClicked, this, &GroupList::opened);
    auto *keyed = new items::KeyedSelection(&model, selectionModel(),
        { .topIndex = [this] { return indexAt(QPoint(0, 0)); },
            .scrollTo = [this](const QModelIndex &index) { scrollTo(index, PositionAtTop); },
            .isExpanded = [this](const QModelIndex &index) { return isExpanded(index); },
            .expand = [this](const QModelIndex &index) { expand(index); } },
        this);
    Q_UNUSED(keyed)
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { expandToDepth(0); });
    expandToDepth(0);
}

bool GroupList::event(QEvent *event)
{
    // The window may have a shortcut on it.
    if (event->type() == QEvent::ShortcutOverride && isEnter(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return GroupTree::event(event);
}

void GroupList::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(*event))
        Q_EMIT opened(currentIndex());
    else
        GroupTree::keyPressEvent(event);
}

} // namespace callboard::ui::panes
