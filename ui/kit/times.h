// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace callboard::ui {

/// "now", "2m", "3h", "3d", "5w", "2y": for table columns. Empty for an invalid time.
QString shortAge(const QDateTime &at, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// "just now", "2 min ago", "yesterday 18:40", "21 Nov, 13:56": for sentences.
QString relativeTime(const QDateTime &at, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// "as of 14:05" today, "as of yesterday 18:40", "as of 18 Nov, 09:00": for pane headers.
QString asOfText(const QDateTime &at, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// The same without its "as of": "14:05", "yesterday 18:40".
QString asOfMoment(const QDateTime &at, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// The exact time, in the person's own zone and format: for tool tips.
QString exactTime(const QDateTime &at);
/// "61 MB".
QString byteCount(qint64 bytes);

} // namespace callboard::ui
