// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace callboard::backstage {

/// What a client may read in a token of a Backstage backend. Nothing is verified: the backend that made it does that.
/// Source: RFC 7519; @backstage/plugin-auth-backend, TokenFactory ("vnd.backstage.user").
struct Jwt {
    QString subject;   ///< "user:default/mira.k".
    QDateTime expires; ///< UTC; invalid where the token does not say.

    /// Nothing for what is no JWT, and for one of over 64 kB.
    static std::optional<Jwt> parse(const QByteArray &token);
};

} // namespace callboard::backstage
