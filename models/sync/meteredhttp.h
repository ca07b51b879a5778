// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <atomic>
#include <functional>
#include <memory>

namespace callboard::sync {

/// What one call of an integration asked of the network. Counted from its thread, read from any.
struct NetworkMeter {
    std::atomic<qint64> requests { 0 };  ///< Asked by the integration; what the HTTP layer tried again counts once.
    std::atomic<qint64> wireBytes { 0 }; ///< Of the answers that arrived.
};

/// Counts what goes through an `sdk::Http`, and tells of each credential before it goes. `meter` outlives it.
class MeteredHttp final : public sdk::Http {
public:
    MeteredHttp(std::unique_ptr<sdk::Http> http, NetworkMeter &meter, std::function<void(const QByteArray &)> onCredential);

    domain::Result<sdk::HttpResponse> send(const sdk::HttpRequest &request) override;
    domain::Result<sdk::HttpResponse> stream(const sdk::HttpRequest &request,
        const std::function<bool(QByteArrayView)> &onData, std::chrono::milliseconds idle) override;
    domain::Result<std::unique_ptr<sdk::WebSocket>> openSocket(
        const QUrl &url, const QList<QByteArray> &protocols, std::chrono::milliseconds handshake) override;

private:
    void tellCredentials(const sdk::Headers &headers) const;
    domain::Result<sdk::HttpResponse> counted(domain::Result<sdk::HttpResponse> answer);

    std::unique_ptr<sdk::Http> m_http;
    NetworkMeter &m_meter;
    std::function<void(const QByteArray &)> m_onCredential;
};

} // namespace callboard::sync
