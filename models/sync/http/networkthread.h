// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/http/exchange.h"
#include "models/sync/http/networksetup.h"

#include <QThread>

namespace callboard::sync {

class Managers;

/// The thread on which sockets live. Started with the first request; thread-safe. Destroyed by any thread but its own.
class NetworkThread final {
public:
    struct Wire {
        sdk::HttpRequest request;
        std::shared_ptr<const NetworkSetup> setup;
        bool stream = false;     ///< On a manager of its own, and no faster than it is read.
        qint64 mostBytes = 0;    ///< Of the body as it comes; for streams without meaning.
    };

    NetworkThread();
    ~NetworkThread();
    Q_DISABLE_COPY_MOVE(NetworkThread)

    void start(std::shared_ptr<Exchange> exchange, Wire wire);
    /// Closes the connection, if there is still one.
    void abandon(const std::shared_ptr<Exchange> &exchange);
    /// A stream's reader has room again.
    void resume(const std::shared_ptr<Exchange> &exchange);

    /// Runs something on the thread, in order. \p call is handed what may own objects there: it lives as long as the thread.
    void post(std::function<void(QObject *owner)> call);

private:
    Managers *managers();

    std::mutex m_mutex;
    QThread m_thread;
    Managers *m_managers = nullptr; ///< Lives on the thread.
};

} // namespace callboard::sync
