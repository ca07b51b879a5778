// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/httpclient.h"
#include "models/sync/proxylogins.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

namespace callboard::sync {

/// A connection's network settings, read and checked. Immutable.
struct NetworkSetup {
    QByteArray id; ///< The same for the same settings over the same files, and the same logins.
    std::optional<QNetworkProxy> proxy;   ///< Nothing: as the system has it.
    std::optional<QSslConfiguration> tls; ///< Nothing: Qt's own, with the system's authorities.
    std::shared_ptr<ProxyLogins> logins;  ///< May be null.
    int loginsVersion = 0; ///< What was known when this was made.

    static QByteArray idOf(const ConnectionNetwork &network);
    /// Reads files: for worker threads. Invalid says which setting cannot be used, and why.
    static domain::Result<std::shared_ptr<const NetworkSetup>> read(
        const ConnectionNetwork &network, const std::shared_ptr<ProxyLogins> &logins = {});

    /// The same for a place that the connection was only led to: it is not told whose connection this is.
    std::shared_ptr<const NetworkSetup> withoutOwnCertificate() const;

    /// What `url` is to be asked through, with what it is told where that is known. Never the system's proxy for this machine itself.
    QNetworkProxy proxyFor(const QUrl &url) const;
};

} // namespace callboard::sync
