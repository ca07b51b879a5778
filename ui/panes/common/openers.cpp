// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/openers.h"

#include "ui/kit/commands.h"

#include <QAction>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

void showCatalog(PaneContext context)
{
    if (QAction *show = context.commands.action(u"pane.show.catalog"_s))
        show->trigger();
}

} // namespace callboard::ui::panes
