// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

/// How the JSON of hosts is read: any value may be of any type and length.
namespace callboard::sdk {

/// A vendor's word for a state, and ours. A vendor's words are a plain table of them, a row for each state of ours.
using StateWord = std::pair<QLatin1StringView, domain::BuildState>;

/// Unknown for a word that is not in the table.
inline domain::BuildState stateIn(std::span<const StateWord> table, QStringView word)
{
    const auto found = std::ranges::find_if(table, [word](const StateWord &known) { return word == known.first; });
    return found == table.end() ? domain::BuildState::Unknown : found->second;
}

/// A number, which some hosts and versions write as text ("30.0"); nothing for anything else.
inline std::optional<double> realOf(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().left(40).toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// A whole number, likewise; `otherwise` for anything else.
inline qint64 numberOf(const QJsonValue &value, qint64 otherwise = 0)
{
    bool isNumber = false;
    const qint64 written = value.toString().left(40).toLongLong(&isNumber);
    return isNumber ? written : value.toInteger(otherwise);
}

/// Of what has several parts, how it stands: as the part that is to be known of first.
inline domain::BuildState worseOf(domain::BuildState a, domain::BuildState b)
{
    using enum domain::BuildState;
    static constexpr std::array order { Failed, Errored, Cancelled, Running, Waiting, Queued, Unknown, Passed, Skipped };
    return std::ranges::find(order, a) < std::ranges::find(order, b) ? a : b;
}

/// How many there are of something, from 0 to 1e9.
inline int countOf(const QJsonValue &value) { return int(std::clamp<qint64>(numberOf(value), 0, 1'000'000'000)); }

/// Text of at most `most` characters.
inline QString textOf(const QJsonValue &value, qsizetype most = 500)
{
    return value.toString().left(most);
}

/// One line of it: the first.
inline QString lineOf(const QJsonValue &value, qsizetype most = 300)
{
    return value.toString().left(most * 4).section(u'\n', 0, 0).trimmed().left(most);
}

/// An id, which is a whole number with some vendors and text with others; empty for anything else.
inline QString idOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().left(200);
    const qint64 number = value.toInteger(-1);
    return number < 0 ? QString() : QString::number(number);
}

/// Short for texts: another one where any of them is another one.
inline QString fingerprintOf(const QStringList &texts)
{
    const QByteArray all = texts.join(QLatin1Char('\n')).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha256).left(12).toHex());
}

/// UTC; invalid for what is no time of ISO 8601, or before 1971: some servers write "never" as the year 1 or 1970.
inline QDateTime timeOf(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString().left(40), Qt::ISODateWithMs).toUTC();
    return time.isValid() && time.date().year() > 1970 ? time : QDateTime();
}

/// An http or https address without a name in it; empty for anything else.
inline QString webUrlOf(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text.size() > 2000)
        return {};
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
    return url.isValid() && isWeb && !url.host().isEmpty() && url.userInfo().isEmpty() ? text : QString();
}

} // namespace callboard::sdk
