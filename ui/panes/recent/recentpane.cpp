// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/recent/recentpane.h"

#include "ui/panes/catalog/entityview.h"

#include <QAbstractItemView>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

RecentPane::RecentPane(PaneContext context, QWidget *parent)
    : EntityListPane(context, search::Filter::Scope::Recent, parent)
{
    list()->view()->setAccessibleName(tr("Recent"));
    model().sort(items::EntityTableModel::byRelevance);
}

PaneStatus RecentPane::nothingShown() const
{
    if (!model().filter().text.isEmpty())
        return { PaneStatus::State::Empty, tr("No recent entity fits this filter"),
            tr("Clear it to see all that were looked at."), tr("Clear the filter"), u"filter"_s };
    return { PaneStatus::State::Empty, tr("Nothing was looked at yet"), tr("Entities you open are kept here, the latest first."),
        tr("Show the catalog"), u"history"_s };
}

} // namespace callboard::ui::panes
