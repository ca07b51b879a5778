// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.h"
#include "ui/kit/pane.h"

namespace callboard::ui::panes {

/// Registers what can be done with the entity in focus: star, copy, open elsewhere. Once for a window;
/// `owner` is the context of the actions.
void registerEntityCommands(PaneContext context, QObject *owner);

} // namespace callboard::ui::panes
