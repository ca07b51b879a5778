// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboardctl/command.h"
#include "models/sync/syncreport.h"

namespace callboard::ctl {

/// The workspace that `--workspace` names, for changing. Conflict while another process has it open.
domain::Result<std::unique_ptr<sync::Workspace>> tryOpenWorkspace(const Arguments &arguments);
/// The same; null where it cannot be opened, which has then been told.
std::unique_ptr<sync::Workspace> openWorkspace(const Arguments &arguments);

/// Waits for what was asked for, and prints how it went: of one connection, or of all with an empty id.
ExitCode finishSync(sync::Workspace &workspace, const sync::SyncReport &report, const QString &connectionId, bool json);

} // namespace callboard::ctl
