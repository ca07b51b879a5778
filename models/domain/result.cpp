// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/result.h"

namespace callboard::domain {

QLatin1StringView name(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case Cancelled: return QLatin1StringView("Cancelled");
    case Offline: return QLatin1StringView("Offline");
    case Timeout: return QLatin1StringView("Timeout");
    case Tls: return QLatin1StringView("Tls");
    case Unauthorised: return QLatin1StringView("Unauthorised");
    case Forbidden: return QLatin1StringView("Forbidden");
    case NotFound: return QLatin1StringView("NotFound");
    case RateLimited: return QLatin1StringView("RateLimited");
    case Conflict: return QLatin1StringView("Conflict");
    case BadResponse: return QLatin1StringView("BadResponse");
    case Invalid: return QLatin1StringView("Invalid");
    case Storage: return QLatin1StringView("Storage");
    case Unsupported: return QLatin1StringView("Unsupported");
    case Internal: return QLatin1StringView("Internal");
    }
    return QLatin1StringView("Internal");
}

std::optional<ErrorCode> codeNamed(QStringView wanted)
{
    for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
        if (name(ErrorCode(code)) == wanted)
            return ErrorCode(code);
    }
    return std::nullopt;
}

} // namespace callboard::domain
