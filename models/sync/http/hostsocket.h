// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/http/httpcore.h"

namespace callboard::sync {

class SocketState;

/// A web socket as an integration holds it. The real one is on the network thread.
class HostSocket final : public sdk::WebSocket {
public:
    struct Wish {
        std::shared_ptr<HttpCore> core;
        std::shared_ptr<const NetworkSetup> setup;
        QUrl url; ///< http or https.
        QList<QByteArray> protocols;
        std::chrono::milliseconds handshake;
        std::stop_token stop;
    };

    static domain::Result<std::unique_ptr<sdk::WebSocket>> open(const Wish &wish);
    ~HostSocket() override;

    domain::Result<void> send(const QByteArray &text) override;
    domain::Result<std::optional<QByteArray>> receive(std::chrono::milliseconds wait) override;

private:
    HostSocket(std::shared_ptr<HttpCore> core, std::shared_ptr<SocketState> state, std::stop_token stop);

    const std::shared_ptr<HttpCore> m_core;
    const std::shared_ptr<SocketState> m_state;
    const std::stop_token m_stop;
};

} // namespace callboard::sync
