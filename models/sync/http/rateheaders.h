// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <QDateTime>

namespace callboard::sync {

/// What an answer's headers say of how much more may be asked.
struct RateNote {
    std::optional<std::chrono::milliseconds> retryAfter = {};
    std::optional<qint64> limit = {}, remaining = {};
    std::optional<std::chrono::milliseconds> resetIn = {}; ///< Until the window ends.

    /// Whether a status with this note means "too many requests": 429, or 403 with a rest asked for or nothing left, as GitHub has it.
    bool refuses(int status) const;
};

/// Reads Retry-After (RFC 9110 section 10.2.3), RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers, its earlier
/// three-header form too), X-RateLimit-* (GitHub, Discord, Okta) and GitLab's RateLimit-*. Points in time are held against the
/// answer's own Date, where it has one, so that a wrong clock on either side does no harm. Nothing lasts longer than an hour.
RateNote readRateHeaders(const sdk::Headers &headers, const QDateTime &now);

} // namespace callboard::sync
