// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/connectionhandle.h"

#include "models/sync/settingscheck.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

ConnectionHandle::ConnectionHandle(ConnectionInfo info, std::shared_ptr<PluginHost> host, bool alphaModel)
    : m_info(std::move(info))
    , m_host(std::move(host))
    , m_ingest(alphaModel)
{
    if (const auto integration = m_host->integration(m_info.integrationId))
        m_account.servers = serversOf(*integration, m_info.settings);
}

ConnectionHandle::~ConnectionHandle()
{
    const Mark mark(m_host->sentinel(), m_info.integrationId);
    m_feeds.clear();
    m_connection.reset();
}

Account ConnectionHandle::account() const
{
    const std::lock_guard lock(m_accountMutex);
    return m_account;
}

void ConnectionHandle::notePrincipal(const QString &principal)
{
    const std::lock_guard lock(m_accountMutex);
    m_account.principal = principal;
}

domain::Result<sdk::Connection *> ConnectionHandle::connectionLocked()
{
    // Asked each time: an integration that is switched off is not used, loaded or not.
    const auto integration = m_host->load(m_info.integrationId);
    if (!integration)
        return std::unexpected(integration.error());
    if (!m_connection) {
        auto made = callIntegration<std::unique_ptr<sdk::Connection>>(*m_host, m_info.integrationId,
            [&]() -> domain::Result<std::unique_ptr<sdk::Connection>> { return (*integration)->connect(m_info.settings); });
        if (!made)
            return std::unexpected(made.error());
        if (!*made)
            return fail(ErrorCode::Internal, u"the integration made no connection"_s, m_info.integrationId);
        m_connection = std::move(*made);
    }
    return m_connection.get();
}

domain::Result<sdk::Connection *> ConnectionHandle::connection()
{
    const std::lock_guard lock(m_mutex);
    return connectionLocked();
}

domain::Result<sdk::Feed *> ConnectionHandle::feed(const QString &feedId)
{
    const std::lock_guard lock(m_mutex);
    const auto connection = connectionLocked();
    if (!connection)
        return std::unexpected(connection.error());
    if (const auto known = m_feeds.value(feedId))
        return known.get();
    auto made = callIntegration<std::unique_ptr<sdk::Feed>>(*m_host, m_info.integrationId,
        [&]() -> domain::Result<std::unique_ptr<sdk::Feed>> { return (*connection)->feed(feedId); });
    if (!made)
        return std::unexpected(made.error());
    if (!*made)
        return fail(ErrorCode::Internal, u"the integration does not know its own feed \"%1\""_s.arg(feedId), m_info.integrationId);
    return m_feeds.insert(feedId, std::shared_ptr<sdk::Feed>(std::move(*made)))->get();
}

domain::Result<sdk::Reader *> ConnectionHandle::reader()
{
    const std::lock_guard lock(m_mutex);
    const auto connection = connectionLocked();
    if (!connection)
        return std::unexpected(connection.error());
    return callIntegration<sdk::Reader *>(*m_host, m_info.integrationId,
        [&]() -> domain::Result<sdk::Reader *> { return (*connection)->reader(); });
}

domain::Result<void> ConnectionHandle::ingest(HostContext &context, std::vector<catalog::Descriptor> descriptors,
    catalog::SourceReader &reader)
{
    const std::lock_guard lock(m_ingestMutex);
    return m_ingest.run(context, std::move(descriptors), reader);
}

domain::Result<void> ConnectionHandle::ingestDocs(HostContext &context, const std::vector<sdk::DocSource> &sources, catalog::SourceReader &reader)
{
    const std::lock_guard lock(m_docsMutex);
    return m_docs.run(context, sources, reader);
}

} // namespace callboard::sync
