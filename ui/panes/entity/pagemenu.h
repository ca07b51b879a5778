// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"
#include "ui/panes/entity/pagedata.h"

class QMenu;

namespace callboard::ui::panes {

/// Fills the menu behind ⋯ with what can be done with an entity. `parent` owns the actions.
void fillEntityMenu(QMenu *menu, const PageData &data, PaneContext context);

/// The entity as Backstage serves it, for the clipboard.
QString entityAsJson(const domain::Entity &entity);

} // namespace callboard::ui::panes
