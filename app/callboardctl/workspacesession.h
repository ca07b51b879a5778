// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboardctl/command.h"
#include "models/sync/workspace.h"

#include <QElapsedTimer>

namespace callboard::ctl {

/// The workspace that `--workspace` names, for changing; null where it cannot be opened, which has then been told.
std::unique_ptr<sync::Workspace> openWorkspace(const Arguments &arguments);

/// What was pulled, against what there was when this was made.
class SyncReport final {
public:
    explicit SyncReport(sync::Workspace &workspace);

    /// Waits for what was asked for, and prints how it went: of one connection, or of all with an empty id.
    ExitCode finish(const QString &connectionId, bool json);

private:
    struct Totals {
        qint64 requests = 0;
        qint64 bytes = 0;
    };
    Totals today() const;
    QJsonObject feedJson(const mirror::FeedState &state) const;
    std::optional<sync::PullReport> pullOf(const mirror::FeedState &state) const;
    QJsonArray connectionsJson(const QString &connectionId) const;

    sync::Workspace &m_workspace;
    Totals m_before;
    QElapsedTimer m_since;
};

} // namespace callboard::ctl
