// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

namespace callboard::ui::panes {

/// Brings the catalog to the front, for panes that are empty until something is chosen there.
void showCatalog(PaneContext context);

} // namespace callboard::ui::panes
