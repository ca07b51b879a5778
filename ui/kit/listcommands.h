// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/commands.h"

namespace callboard::ui {

// What many lists can do with their rows, under one name and one set of keys each, for `Commands::bind`.

Commands::Command copyCommand();
Commands::Command exportCommand();
Commands::Command browseCommand();
// Those of the window, for what has the keyboard: the entities of a list in place of the one in focus, another text than the page.
Commands::Command starCommand();
Commands::Command copyReferenceCommand();
Commands::Command nextProblemCommand();
Commands::Command previousProblemCommand();
Commands::Command findCommand();
Commands::Command findNextCommand();
Commands::Command findPreviousCommand();

} // namespace callboard::ui
