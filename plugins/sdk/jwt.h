// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/sdk_export.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace callboard::sdk {

/// What a JSON Web Token says of itself (RFC 7519, section 4.1). Nobody's word is taken for it: the signature is not
/// checked, so it tells how long to use a token that a server handed to us, and never whom to trust.
struct JwtClaims {
    std::optional<qint64> issuedAt;  ///< Seconds since 1970, by the issuer's clock.
    std::optional<qint64> expiresAt; ///< The same.
    QString subject;                 ///< May be empty.

    bool operator==(const JwtClaims &) const = default;
};

/// Nothing where `token` is no JWT: an opaque one, an encrypted one, one larger than 64 KiB. Any thread.
CALLBOARD_SDK_EXPORT std::optional<JwtClaims> readJwt(QByteArrayView token);

} // namespace callboard::sdk
