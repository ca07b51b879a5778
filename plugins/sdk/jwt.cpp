// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/jwt.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace callboard::sdk {

namespace {

constexpr qsizetype largestToken = 64 << 10;
constexpr qsizetype longestSubject = 1024;
// The year 10000: later ones are no times, and would overflow what is reckoned with them.
constexpr double endOfTime = 253402300800.0;

/// NumericDate of RFC 7519, section 2: a number, maybe with a fraction.
std::optional<qint64> claimedTime(const QJsonObject &claims, QLatin1StringView name)
{
    const QJsonValue value = claims.value(name);
    const double seconds = value.toDouble(-1);
    if (!value.isDouble() || !std::isfinite(seconds) || seconds < 0 || seconds >= endOfTime)
        return std::nullopt;
    return static_cast<qint64>(seconds);
}

std::optional<QJsonObject> objectIn(QByteArrayView part)
{
    const auto decoded = QByteArray::fromBase64Encoding(part.toByteArray(),
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*decoded);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace

std::optional<JwtClaims> readJwt(QByteArrayView token)
{
    // The compact form of a signed token: header.claims.signature (RFC 7515, section 3.1). An encrypted one has five parts.
    if (token.size() > largestToken)
        return std::nullopt;
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0 || token.indexOf('.', second + 1) >= 0 || !objectIn(token.first(first)))
        return std::nullopt;
    const auto claims = objectIn(token.sliced(first + 1, second - first - 1));
    if (!claims)
        return std::nullopt;
    JwtClaims read { claimedTime(*claims, "iat"_L1), claimedTime(*claims, "exp"_L1), claims->value("sub"_L1).toString() };
    if (read.subject.size() > longestSubject)
        read.subject.clear();
    return read;
}

} // namespace callboard::sdk
