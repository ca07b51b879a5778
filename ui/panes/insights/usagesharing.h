// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/usagesharer.h"
#include "ui/kit/pane.h"

namespace callboard::ui::panes {

/// The sharer of this workspace, made with the first call: it asks connections whose integration declares an action of scope "usage".
insights::UsageSharer &usageSharing(PaneContext context);
/// The same, where something is shared: so that it goes on while nobody looks.
void resumeUsageSharing(PaneContext context);

} // namespace callboard::ui::panes
