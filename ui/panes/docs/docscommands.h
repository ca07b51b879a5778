// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

namespace callboard::ui::panes {

/// Everything that can be done with the article in the centre, and the way to the documentation of what is in focus.
void registerDocsCommands(PaneContext context, QObject *owner);

} // namespace callboard::ui::panes
