// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/instance.h"

#include <vector>

namespace callboard::mirror {
class Mirror;
}

namespace callboard::sync {

struct ConnectionInfo;
class Workspace;

/// Does what the command line wants of the process that has the workspace open, and reports. Sync: see syncreport.h; Standing: see
/// `standingOf`; Pause and Resume: see `setPaused`. For the workspace's thread; no `answer` when `context` is gone by then.
void grant(Workspace &workspace, Instance::Wish wish, const QString &connectionId, QObject *context, const Instance::Reporter &answer);

/// What a program knows of its sources beyond what is in the mirror, of all of them: "paused", whether all are; "feeds", when each pulls
/// next ("connection", "feed", "nextRun": ISO 8601 UTC, or null); "hosts" that were asked ("host", "connections", "requestsLeft" of its
/// budget, or null, "requestsToday" and "bytesToday" since local midnight).
QJsonObject standingOf(const Workspace &workspace);
/// The same while no program has the workspace open: nobody knows when feeds pull, nor what is left of a budget. Any thread.
QJsonObject keptStanding(const mirror::Mirror &mirror, const std::vector<ConnectionInfo> &connections);

/// Stops, or begins again, what is read by the clock: of one connection, or of all with an empty id, which leaves each connection's own
/// pause. NotFound where there is no such connection; otherwise "connection" (null for all) and "paused".
domain::Result<QJsonObject> setPaused(Workspace &workspace, const QString &connectionId, bool paused);

} // namespace callboard::sync
