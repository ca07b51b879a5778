// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/sync/workspace.h"

#include <QHash>

namespace callboard::ui {
struct PaneStatus;
}

namespace callboard::ui::panes {

/// How old what the mirror holds of one type of record is, and why it is not newer. Read once from the book-keeping of the feeds
/// that bring it, by what their integrations declare; make a new one when that changes.
class Freshness final {
public:
    /// Of all that any feed brings where `recordType` is empty.
    explicit Freshness(sync::Workspace &workspace, QLatin1StringView recordType = domain::recordtype::entity);

    /// Old is what is over three intervals of its feed away, or whose feed failed last. Of several feeds of a connection that bring
    /// this type, the slowest counts.
    bool isStale(const domain::Provenance &provenance) const;
    bool isStale(const QString &connectionId, const QDateTime &seenAt) const;
    /// Whether rows judged by the one look as they do by the other: the same feeds well and unwell, some seconds apart at most.
    bool judgesAs(const Freshness &other) const;
    /// The oldest completed pull among the feeds with this type of record; invalid if none completed.
    QDateTime asOf() const { return m_asOf; }
    bool hasConnections() const { return m_hasConnections; }
    bool hasCompleted() const { return m_asOf.isValid(); }
    bool isPulling() const { return m_isPulling; }
    /// The feed whose failure keeps it from being newer, if any. That there is no network is none.
    struct Failure {
        QString connectionId, connectionName;
        domain::Error error;
        QDateTime lastSuccess;
    };
    const std::optional<Failure> &failure() const { return m_failure; }
    bool isOverdue() const { return m_isOverdue; }
    /// The network keeps it from being newer: no failure, but not current either.
    bool isOffline() const { return m_isOffline; }
    /// For the time in a pane's header.
    bool isOld() const { return m_isOverdue || m_isOffline || m_failure; }

private:
    struct Connection {
        qint64 staleAfterSeconds = 0;
        bool failed = false; ///< Or could not be reached, or may not be asked.
        bool operator==(const Connection &) const = default;
    };

    /// Of a connection that is gone, nothing is new enough: less than 0 seconds.
    void add(const mirror::FeedState &state, qint64 staleAfterSeconds, const std::vector<sync::ConnectionInfo> &connections);

    QHash<QString, Connection> m_connections;
    QDateTime m_now;
    QDateTime m_asOf;
    std::optional<Failure> m_failure;
    bool m_hasConnections = false;
    bool m_isPulling = false;
    bool m_isOverdue = false;
    bool m_isOffline = false;
};

} // namespace callboard::ui::panes
