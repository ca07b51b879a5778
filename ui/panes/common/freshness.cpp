// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/freshness.h"

#include "models/sync/networkstate.h"
#include "models/sync/proxylogins.h"
#include "models/sync/scheduler.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace callboard::ui::panes {

namespace {

    constexpr int intervalsUntilStale = 3;
    constexpr qint64 defaultInterval = 600; // Seconds; of a connection whose integration is not there.

    const sync::IntegrationInfo *integrationOf(const std::vector<sync::IntegrationInfo> &all, const QString &id)
    {
        const auto found = std::ranges::find(all, id, &sync::IntegrationInfo::id);
        return found == all.end() ? nullptr : &*found;
    }

    bool brings(const sync::IntegrationInfo::Feed &feed, QLatin1StringView recordType)
    {
        return recordType.isEmpty() || feed.recordTypes.contains(recordType);
    }

} // namespace

Freshness::Freshness(sync::Workspace &workspace, QLatin1StringView recordType)
    : m_now(QDateTime::currentDateTimeUtc())
    , m_isPulling(!workspace.running().empty())
{
    const auto integrations = workspace.integrations();
    const auto connections = workspace.connections();
    m_hasConnections = !connections.empty();
    const bool mayUseNetwork = workspace.network().mayUse();
    QHash<sync::FeedKey, qint64> staleAfter; // Seconds, of each feed that counts.
    QSet<QString> declared;                  // Connections of which it is known what their feeds bring.
    for (const sync::ConnectionInfo &connection : connections) {
        auto &known = m_connections[connection.id];
        known.staleAfterSeconds = defaultInterval * intervalsUntilStale;
        known.failed = !mayUseNetwork && workspace.needsNetwork(connection.id);
        m_isOffline = m_isOffline || known.failed;
        const auto *integration = integrationOf(integrations, connection.integrationId);
        if (!integration)
            continue;
        declared.insert(connection.id);
        for (const auto &feed : integration->feeds) {
            if (!brings(feed, recordType))
                continue;
            const qint64 seconds = workspace.intervalOf(connection, feed).count() * intervalsUntilStale;
            staleAfter.insert({ connection.id, feed.id }, seconds);
            known.staleAfterSeconds = std::max(known.staleAfterSeconds, seconds);
        }
    }
    for (const mirror::FeedState &state : workspace.mirror().feedStates().value_or(std::vector<mirror::FeedState>())) {
        if (const auto counts = staleAfter.constFind({ state.connectionId, state.feedId }); counts != staleAfter.cend())
            add(state, *counts, connections);
        else if (!declared.contains(state.connectionId))
            add(state, m_connections.contains(state.connectionId) ? defaultInterval * intervalsUntilStale : -1, connections);
    }
}

void Freshness::add(const mirror::FeedState &state, qint64 staleAfterSeconds, const std::vector<sync::ConnectionInfo> &connections)
{
    if (state.lastSuccess.isValid()) {
        if (!m_asOf.isValid() || state.lastSuccess < m_asOf)
            m_asOf = state.lastSuccess;
        m_isOverdue = m_isOverdue || m_connections.value(state.connectionId).failed || state.lastSuccess.secsTo(m_now) > staleAfterSeconds;
    }
    if (!state.lastError || state.lastError->code == domain::ErrorCode::Cancelled)
        return;
    m_connections[state.connectionId].failed = true;
    if (state.lastError->code == domain::ErrorCode::Offline && !sync::proxyThatAsks(*state.lastError)) {
        m_isOffline = true;
        return;
    }
    const auto info = std::ranges::find(connections, state.connectionId, &sync::ConnectionInfo::id);
    m_failure = Failure { state.connectionId, info == connections.end() ? state.connectionId : info->name, *state.lastError, state.lastSuccess };
}

bool Freshness::judgesAs(const Freshness &other) const
{
    constexpr qint64 seconds = 10;
    return m_connections == other.m_connections && std::abs(m_now.secsTo(other.m_now)) < seconds;
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
