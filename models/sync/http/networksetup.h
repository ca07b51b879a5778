// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/httpclient.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

namespace callboard::sync {

/// A connection's network settings, read and checked. Immutable.
struct NetworkSetup {
    QByteArray id; ///< The same for the same settings over the same files.
    std::optional<QNetworkProxy> proxy;   ///< Nothing: as the system has it.
    std::optional<QSslConfiguration> tls; ///< Nothing: Qt's own, with the system's authorities.

    static QByteArray idOf(const ConnectionNetwork &network);
    /// Reads files: for worker threads. Invalid says which setting cannot be used, and why.
    static domain::Result<std::shared_ptr<const NetworkSetup>> read(const ConnectionNetwork &network);

    /// What `url` is to be asked through. Never the system's proxy for this machine itself.
    QNetworkProxy proxyFor(const QUrl &url) const;
};

} // namespace callboard::sync
