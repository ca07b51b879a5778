// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/freshness.h"

#include "models/sync/networkstate.h"

#include <algorithm>
#include <optional>

namespace callboard::ui::panes {

namespace {

    constexpr int intervalsUntilStale = 3;

    /// What is pulled of a connection: the shortest interval of the feeds of its integration.
    qint64 intervalOf(const std::vector<sync::IntegrationInfo> &integrations, const QString &integrationId)
    {
        qint64 shortest = 600;
        const auto found = std::ranges::find(integrations, integrationId, &sync::IntegrationInfo::id);
        if (found != integrations.end() && !found->feeds.empty())
            shortest = std::ranges::min(found->feeds, {}, &sync::IntegrationInfo::Feed::intervalSeconds).intervalSeconds;
        return shortest;
    }

} // namespace

Freshness::Freshness(sync::Workspace &workspace)
    : m_now(QDateTime::currentDateTimeUtc())
    , m_isPulling(!workspace.running().empty())
{
    const auto integrations = workspace.integrations();
    const auto connections = workspace.connections();
    m_hasConnections = !connections.empty();
    const bool mayUseNetwork = workspace.network().mayUse();
    for (const sync::ConnectionInfo &connection : connections) {
        auto &known = m_connections[connection.id];
        known.staleAfterSeconds = intervalOf(integrations, connection.integrationId) * intervalsUntilStale;
        known.failed = !mayUseNetwork && workspace.needsNetwork(connection.id);
        m_isOffline = m_isOffline || known.failed;
    }
    const auto states = workspace.mirror().feedStates();
    if (!states)
        return;
    for (const mirror::FeedState &state : *states) {
        if (state.lastSuccess.isValid() && (!m_asOf.isValid() || state.lastSuccess < m_asOf))
            m_asOf = state.lastSuccess;
        if (state.lastSuccess.isValid() && isStale(state.connectionId, state.lastSuccess))
            m_isOverdue = true;
        if (!state.lastError || state.lastError->code == domain::ErrorCode::Cancelled)
            continue;
        m_connections[state.connectionId].failed = true;
        if (state.lastError->code == domain::ErrorCode::Offline) {
            m_isOffline = true;
            continue;
        }
        const auto info = std::ranges::find(connections, state.connectionId, &sync::ConnectionInfo::id);
        m_failure = Failure { state.connectionId, info == connections.end() ? state.connectionId : info->name,
            *state.lastError, state.lastSuccess };
    }
}

bool Freshness::isStale(const domain::Provenance &provenance) const
{
    return isStale(provenance.connectionId, provenance.seenAt);
}

bool Freshness::isStale(const QString &connectionId, const QDateTime &seenAt) const
{
    const auto found = m_connections.constFind(connectionId);
    if (found == m_connections.cend())
        return true; // Its connection is gone: nothing will make it newer.
    return found->failed || (seenAt.isValid() && seenAt.secsTo(m_now) > found->staleAfterSeconds);
}

} // namespace callboard::ui::panes
