// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/account.h"
#include "models/sync/catalogingest.h"
#include "models/sync/claimedentities.h"
#include "models/sync/docsingest.h"
#include "models/sync/pluginhost.h"

#include <memory>
#include <mutex>

namespace callboard::sync {

/// One connection while the program runs: the integration's object, its feeds, and the catalog engine's cache. Made
/// empty; the library is loaded when first asked for. Shared with threads that may outlive the workspace.
class ConnectionHandle final {
public:
    ConnectionHandle(ConnectionInfo info, std::shared_ptr<PluginHost> host, bool alphaModel);
    ~ConnectionHandle();
    Q_DISABLE_COPY_MOVE(ConnectionHandle)

    const ConnectionInfo &info() const { return m_info; }
    const std::shared_ptr<PluginHost> &host() const { return m_host; }

    /// Which servers it asks, and who is signed in there as far as it was told. Any thread, at once.
    Account account() const;
    void notePrincipal(const QString &principal);

    // Each loads the library when needed, and may block.
    domain::Result<sdk::Connection *> connection();
    domain::Result<sdk::Feed *> feed(const QString &feedId);
    domain::Result<sdk::Reader *> reader();

    /// Runs the catalog engine; catalog feeds of one connection take turns.
    domain::Result<void> ingest(HostContext &context, std::vector<catalog::Descriptor> descriptors,
        catalog::SourceReader &reader);

    /// Renders documentation; likewise.
    domain::Result<void> ingestDocs(HostContext &context, const std::vector<sdk::DocSource> &sources, catalog::SourceReader &reader);

    ClaimedEntities &claimed() { return m_claimed; }
    QSet<QString> unsettledDocs; ///< Sites of which a page came or went, and nobody was told yet. For the pull of documentation alone.

private:
    domain::Result<sdk::Connection *> connectionLocked();

    ConnectionInfo m_info;
    std::shared_ptr<PluginHost> m_host;
    mutable std::mutex m_accountMutex; ///< Not the one below: that is held while a library is loaded.
    Account m_account;
    std::mutex m_mutex;
    std::unique_ptr<sdk::Connection> m_connection;
    QMap<QString, std::shared_ptr<sdk::Feed>> m_feeds;
    std::mutex m_ingestMutex;
    CatalogIngest m_ingest;
    std::mutex m_docsMutex;
    DocsIngest m_docs;
    ClaimedEntities m_claimed;
};

/// Calls into an integration: marks the thread as its own, and makes an error of what it throws.
template<typename T, typename Call>
domain::Result<T> callIntegration(const PluginHost &host, const QString &integrationId, const Call &call)
{
    QString what;
    try {
        const Mark mark(host.sentinel(), integrationId);
        return call();
    } catch (const std::exception &error) {
        what = QStringLiteral(": ") + QString::fromUtf8(error.what());
    } catch (...) {
    }
    return domain::fail(domain::ErrorCode::Internal, QStringLiteral("the integration threw an exception") + what, integrationId);
}

} // namespace callboard::sync
