// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

namespace callboard::ui {

/// "sync.now", "sync.stop", "sync.pauseAll", "sync.offline", "sync.unlockKeychain": of the workspace, with or without a window. Does nothing when they
/// are there already. They do their work as long as `owner` lives.
void registerSyncCommands(PaneContext context, QObject *owner);

} // namespace callboard::ui
