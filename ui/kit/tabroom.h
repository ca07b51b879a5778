// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTabBar;

namespace callboard::ui {

/// Room for tabs: less around the words, then icons only in front, until all titles are read whole, if there is any way.
void fitTabs(QTabBar *bar, int room);

} // namespace callboard::ui
