// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace callboard::ui::panes {

/// Has screen readers find each node of a map as a list item with name, description and place. Once is enough.
void installMapAccess();

} // namespace callboard::ui::panes
