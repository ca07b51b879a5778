// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/groupviews.h"

#include "models/items/entityroles.h"
#include "ui/kit/glyphs.h"

#include <QPainter>

namespace callboard::ui::panes {

ShortHeader::ShortHeader(const QHash<int, QString> &titles, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_titles(titles)
{
    setSectionsClickable(true);
}

void ShortHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (const auto title = m_titles.constFind(logicalIndex); title != m_titles.cend())
        option->text = *title;
}

void GroupTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(items::GroupRole).toBool() && !selectionModel()->isSelected(index)) {
        const Colours &colours = Theme::of(this).colours();
        painter->fillRect(option.rect, colours.wings);
        paintHairline(painter, option.rect.topLeft(), option.rect.topRight(), colours.borderSubtle);
        paintHairline(painter, option.rect.bottomLeft(), option.rect.bottomRight(), colours.borderSubtle);
    }
    QTreeView::drawRow(painter, option, index);
}

} // namespace callboard::ui::panes
