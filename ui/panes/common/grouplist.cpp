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
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) { m_closed.insert(index.data(items::GroupKeyRole).toString()); });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_isResetting)
            m_closed.remove(index.data(items::GroupKeyRole).toString());
    });
    // Before selection and scrolling come back, which need the rows to be there.
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isResetting = true; });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        expandToDepth(0);
        closeGroups();
    });
    auto *keyed = new items::KeyedSelection(&model, selectionModel(),
        { .topIndex = [this] { return indexAt(QPoint(0, 0)); },
            .scrollTo = [this](const QModelIndex &index) { scrollTo(index, PositionAtTop); },
            .isExpanded = {}, .expand = {} },
        this);
    Q_UNUSED(keyed)
    // To scroll to the current row opens the group around it.
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        closeGroups();
        m_isResetting = false;
    });
    expandToDepth(0);
}

void GroupList::closeGroups()
{
    for (int group = 0; group < model()->rowCount() && !m_closed.isEmpty(); ++group) {
        const QModelIndex at = model()->index(group, 0);
        if (m_closed.contains(at.data(items::GroupKeyRole).toString()))
            collapse(at);
    }
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
