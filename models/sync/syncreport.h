// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/scheduler.h"
#include "models/sync/workspace.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

namespace callboard::sync {

/// What a sync brought, as scripts read it: the same from the command line and from a window that pulls for it. Counts from when it is
/// made; for the thread of the workspace.
class SyncReport final {
public:
    enum class Counted {
        Everything, ///< Nobody else uses the network meanwhile: also what the network tried again.
        Pulls,      ///< What the pulls counted.
    };
    SyncReport(Workspace &workspace, Counted counted);

    /// What the mirror has in the end.
    struct Found {
        std::vector<mirror::FeedState> states;
        qint64 entities = 0;
        QHash<QString, qint64> entitiesOf; ///< Connection to those that it brought.
    };
    /// Looks at each entity, and reads: any thread but that of a window.
    static domain::Result<Found> find(const mirror::Mirror &mirror);

    /// Of one connection, or of all with an empty id: "entities", "requests", "bytes", "seconds"; "connections" and "feeds" with the same
    /// of each, and of a feed whether it is "ok", else its "error". `unpulled`: what was asked for and did not begin, and why.
    QJsonObject toJson(const QString &connectionId, Found found, const QHash<FeedKey, domain::Error> &unpulled = {}) const;
    /// Whether every feed in a report is.
    static bool isGood(const QJsonObject &report);
    /// Invalid where there is nothing to sync: no such connection, or none at all with an empty id.
    static domain::Result<void> mayBe(const Workspace &workspace, const QString &connectionId);

private:
    struct Totals {
        qint64 requests = 0;
        qint64 bytes = 0;
    };
    Totals today() const;
    std::vector<PullReport> pulls() const;
    QJsonObject feedJson(const mirror::FeedState &state, const std::vector<PullReport> &pulls, const QHash<FeedKey, domain::Error> &unpulled) const;
    QJsonArray connectionsJson(const QString &connectionId, const Found &found, const std::vector<PullReport> &pulls) const;

    Workspace &m_workspace;
    Counted m_counted;
    Totals m_before;
    QDateTime m_began; ///< UTC
    QElapsedTimer m_since;
};

} // namespace callboard::sync
