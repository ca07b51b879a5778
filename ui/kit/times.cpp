// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/times.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

struct TimeTexts {
    Q_DECLARE_TR_FUNCTIONS(callboard::ui::Times)
};

QString clock(const QDateTime &local)
{
    return QLocale().toString(local.time(), u"HH:mm"_s);
}

/// "14:05", "yesterday 18:40", "18 Nov, 09:00", "18 Nov 2025".
QString moment(const QDateTime &at, const QDateTime &now)
{
    const QDateTime local = at.toLocalTime();
    const QDate today = now.toLocalTime().date();
    if (local.date() == today)
        return clock(local);
    if (local.date().addDays(1) == today)
        return TimeTexts::tr("yesterday %1").arg(clock(local));
    if (local.date().year() == today.year())
        return QLocale().toString(local.date(), u"d MMM"_s) + u", "_s + clock(local);
    return QLocale().toString(local.date(), u"d MMM yyyy"_s);
}

} // namespace

QString shortAge(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return {};
    const qint64 s = at.secsTo(now);
    if (s < minute)
        return TimeTexts::tr("now");
    if (s < hour)
        return TimeTexts::tr("%1m", "minutes").arg(s / minute);
    if (s < day)
        return TimeTexts::tr("%1h", "hours").arg(s / hour);
    if (s < 14 * day)
        return TimeTexts::tr("%1d", "days").arg(s / day);
    if (s < 365 * day)
        return TimeTexts::tr("%1w", "weeks").arg(s / (7 * day));
    return TimeTexts::tr("%1y", "years").arg(s / (365 * day));
}

QString relativeTime(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return TimeTexts::tr("never");
    const qint64 s = at.secsTo(now);
    if (s < minute)
        return TimeTexts::tr("just now");
    if (s < hour)
        return TimeTexts::tr("%n min ago", nullptr, int(s / minute));
    if (s < 6 * hour)
        return TimeTexts::tr("%n h ago", nullptr, int(s / hour));
    return moment(at, now);
}

QString asOfText(const QDateTime &at, const QDateTime &now)
{
    return at.isValid() ? TimeTexts::tr("as of %1").arg(moment(at, now)) : QString();
}

QString asOfMoment(const QDateTime &at, const QDateTime &now)
{
    return at.isValid() ? moment(at, now) : QString();
}

QString exactTime(const QDateTime &at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::LongFormat) : TimeTexts::tr("never");
}

QString byteCount(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 10 * 1024 * 1024 ? 1 : 0,
        QLocale::DataSizeTraditionalFormat);
}

} // namespace callboard::ui
