// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboardctl/command.h"
#include "models/sync/instance.h"
#include "models/sync/syncreport.h"

namespace callboard::ctl {

/// The workspace that `--workspace` names, for changing. Conflict while another process has it open.
domain::Result<std::unique_ptr<sync::Workspace>> tryOpenWorkspace(const Arguments &arguments);
/// The same; null where it cannot be opened, which has then been told.
std::unique_ptr<sync::Workspace> openWorkspace(const Arguments &arguments);

/// Has the window that has the workspace open do it, and waits for what it reports. `held`, which is what opening the workspace met, where
/// nobody listens: another command has it.
domain::Result<QJsonObject> askWindow(const Arguments &arguments, sync::Instance::Wish wish, const QString &connectionId,
    std::chrono::milliseconds longest, const domain::Error &held);

/// Waits for what was asked for, and prints how it went: of one connection, or of all with an empty id.
ExitCode finishSync(sync::Workspace &workspace, const sync::SyncReport &report, const QString &connectionId, bool json);

} // namespace callboard::ctl
