// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

#include <vector>

namespace callboard::ui::panes {

/// Every pane there is, in the order in which a new layout tabs them.
std::vector<PaneFactory> allPanes();

} // namespace callboard::ui::panes
