// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <expected>
#include <optional>

namespace callboard::domain {

/// The closed set of things that can go wrong; branch on these, never on texts.
enum class ErrorCode {
    Cancelled,
    Offline,
    Timeout,
    Tls,
    Unauthorised,
    Forbidden,
    NotFound,
    RateLimited,
    Conflict,
    BadResponse,
    Invalid,
    Storage,
    Unsupported,
    Internal,
};

/// Why something did not work. `detail` is technical and untranslated: the UI makes the sentence
/// a person reads out of `code` (ui/kit/sentences.h). It never holds a secret.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    int httpStatus = 0; ///< 0 where no HTTP answer was involved.
    std::optional<std::chrono::seconds> retryAfter;
    QString source; ///< What spoke: a host, a file, an integration id.

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, QString detail, QString source = {})
{
    return std::unexpected(Error { code, std::move(detail), 0, std::nullopt, std::move(source) });
}

/// The stable, untranslated name of a code ("NotFound"), for logs and JSON.
QLatin1StringView name(ErrorCode code);
/// The code of such a name; nothing for any other text.
std::optional<ErrorCode> codeNamed(QStringView name);

} // namespace callboard::domain
