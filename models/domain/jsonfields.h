// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <vector>

/// How the bodies of records hold times and lists.
namespace callboard::domain {

/// ISO 8601 in UTC with milliseconds; empty for an invalid time.
inline QString timeToJson(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

inline QDateTime timeFromJson(const QJsonValue &text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
}

inline QStringList stringsFromJson(const QJsonValue &list)
{
    QStringList strings;
    for (const QJsonValue value : list.toArray())
        strings.append(value.toString());
    return strings;
}

template <typename T>
QJsonArray listToJson(const std::vector<T> &list, QJsonObject (*toJson)(const T &))
{
    QJsonArray array;
    for (const T &item : list)
        array.append(toJson(item));
    return array;
}

template <typename T>
std::vector<T> listFromJson(const QJsonValue &list, T (*fromJson)(const QJsonObject &))
{
    std::vector<T> items;
    for (const QJsonValue value : list.toArray())
        items.push_back(fromJson(value.toObject()));
    return items;
}

} // namespace callboard::domain
