// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/jwt.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace callboard::backstage {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestToken = 64 << 10;
// The last second of the year 9999; what claims more is not a time.
constexpr double latestTime = 253402300799.0;
}

std::optional<Jwt> Jwt::parse(const QByteArray &token)
{
    if (token.size() > longestToken || token.count('.') != 2)
        return std::nullopt;
    const qsizetype first = token.indexOf('.');
    const qsizetype second = token.indexOf('.', first + 1);
    const auto payload = QByteArray::fromBase64Encoding(token.mid(first + 1, second - first - 1),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!payload)
        return std::nullopt;
    const QJsonDocument claims = QJsonDocument::fromJson(*payload);
    if (!claims.isObject())
        return std::nullopt;
    Jwt jwt { claims["sub"_L1].toString(), {} };
    if (const double seconds = claims["exp"_L1].toDouble(); seconds > 0 && seconds <= latestTime)
        jwt.expires = QDateTime::fromSecsSinceEpoch(qint64(seconds), QTimeZone::UTC);
    return jwt;
}

} // namespace callboard::backstage
