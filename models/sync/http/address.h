// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

namespace callboard::sync {

/// Scheme, host and port in their plainest spelling: what a credential belongs to (RFC 6454).
QByteArray originOf(const QUrl &url);

/// "example.org", or "example.org:8080" where the port is not the scheme's own.
QString hostOf(const QUrl &url);

/// Whether it is asked for without a network.
bool isThisMachine(const QUrl &url);

/// Whether the host layer may ask this at all: http or https, a host, no credentials in the address, and headers that
/// neither break out of their line nor do the host layer's own work. Invalid says what is wrong.
domain::Result<void> checkRequest(const sdk::HttpRequest &request);

/// Whether a header may hold a secret. In doubt it does.
bool holdsCredential(QByteArrayView headerName);

/// Whether a header does hold one, by its name. In doubt it does not.
bool isCredential(QByteArrayView headerName);

/// Redirects followed for one request, at most.
inline constexpr int maxRedirects = 5;

/// What a redirect asks for next; nothing where the answer is none. BadResponse where it leads to a place that must not be
/// followed. Credentials, and any header that is not known to be harmless, stay at the origin that they were meant for.
domain::Result<std::optional<sdk::HttpRequest>> redirected(
    const sdk::HttpRequest &request, int status, const QByteArray &location);

/// An address for people to look at: no credentials and no fragment, and of the query and path only what is known to be
/// harmless. What was left out is shown as "…".
QString harmlessAddress(const QUrl &url);

} // namespace callboard::sync
