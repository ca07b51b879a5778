// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/starred/starredpane.h"

#include "ui/panes/catalog/entityview.h"

#include <QAbstractItemView>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

StarredPane::StarredPane(PaneContext context, QWidget *parent)
    : EntityListPane(context, search::Filter::Scope::Starred, parent)
{
    list()->view()->setAccessibleName(tr("Starred"));
}

PaneStatus StarredPane::nothingShown() const
{
    if (!model().filter().text.isEmpty())
        return { PaneStatus::State::Empty, tr("No starred entity fits this filter"),
            tr("Clear it to see all that are starred."), tr("Clear the filter"), u"filter"_s };
    return { PaneStatus::State::Empty, tr("Nothing is starred"),
        tr("Press Ctrl+D on an entity, here or in the catalog, to keep it at hand."), tr("Show the catalog"), u"star"_s };
}

} // namespace callboard::ui::panes
