// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/oauthmessages.h"

#include <memory>
#include <stop_token>

namespace callboard::sync {

/// Where the browser comes back to: one path on 127.0.0.1, on a port that was free (RFC 8252, section 7.3), or on a given one. Answers every
/// request with a small page and closes; keeps at most 8 KiB of one, of at most 16 at a time. Runs on a thread of its own.
class LoopbackServer final {
public:
    /// Internal where nothing can be listened to: another program has the port, say. `port` 0: any.
    static domain::Result<std::unique_ptr<LoopbackServer>> listen(const ExpectedRedirect &expected, quint16 port = 0);
    ~LoopbackServer();
    Q_DISABLE_COPY_MOVE(LoopbackServer)

    QUrl redirectUri() const; ///< "http://127.0.0.1:49152/callback"
    /// Blocks until the right redirect came, and listens no longer then. Forbidden and others as the server refused;
    /// Cancelled; Timeout.
    domain::Result<QString> waitForCode(std::stop_token stop, std::chrono::milliseconds limit);

private:
    struct Data;
    explicit LoopbackServer(std::unique_ptr<Data> data);
    std::unique_ptr<Data> d;
};

} // namespace callboard::sync
