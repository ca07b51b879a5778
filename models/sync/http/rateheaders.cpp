// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/rateheaders.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

namespace {

using std::chrono::milliseconds;

/// A server that asks for more is asked again after this: it may be a mistake, and the person sees what is going on.
constexpr milliseconds longest = 1h;

QByteArray valueOf(const sdk::Headers &headers, QByteArrayView name)
{
    const auto found = std::ranges::find(headers, name, &sdk::Header::first);
    return found == headers.cend() ? QByteArray() : found->second.trimmed();
}

QByteArray firstOf(const sdk::Headers &headers, std::initializer_list<QByteArrayView> names)
{
    for (const QByteArrayView name : names) {
        if (const QByteArray value = valueOf(headers, name); !value.isEmpty())
            return value;
    }
    return {};
}

std::optional<qint64> wholeNumber(QByteArrayView text)
{
    bool ok = false;
    const double number = text.trimmed().toDouble(&ok); // Some send "12.5".
    if (!ok || !(number >= 0) || number > 9e15)
        return std::nullopt;
    return qint64(number);
}

/// IMF-fixdate, the one form that is sent today (RFC 9110 section 5.6.7).
QDateTime httpDate(const QByteArray &text)
{
    QDateTime at = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    at.setTimeZone(QTimeZone::utc());
    return at;
}

milliseconds bounded(qint64 ms) { return std::clamp(milliseconds(ms), 0ms, longest); }
milliseconds boundedSeconds(qint64 seconds) { return bounded(std::min<qint64>(seconds, 1'000'000) * 1000); }

/// Seconds from now, seconds since 1970 or milliseconds since 1970: told apart by their size.
milliseconds untilReset(qint64 value, qint64 nowMs)
{
    if (value > 100'000'000'000)
        return bounded(value - nowMs);
    if (value > 1'000'000'000)
        return bounded(value * 1000 - nowMs);
    return boundedSeconds(value);
}

/// A parameter of the first item of a list ("\"default\";r=50;t=30"), or of draft 7's "limit=100, remaining=50, reset=30".
std::optional<qint64> parameter(const QByteArray &value, QByteArrayView name, char separator)
{
    const QByteArray item = separator == ';' ? value.split(',').first() : value;
    for (const QByteArray &part : item.split(separator)) {
        const QByteArray pair = part.trimmed();
        if (pair.startsWith(name) && pair.mid(name.size()).startsWith('='))
            return wholeNumber(QByteArrayView(pair).sliced(name.size() + 1));
    }
    return std::nullopt;
}

void readIetf(RateNote &note, const sdk::Headers &headers)
{
    const QByteArray state = valueOf(headers, "ratelimit");
    const QByteArray policy = valueOf(headers, "ratelimit-policy");
    std::optional<qint64> reset;
    if (state.contains(';')) {
        note.remaining = parameter(state, "r", ';');
        reset = parameter(state, "t", ';');
    } else {
        note.limit = parameter(state, "limit", ',');
        note.remaining = parameter(state, "remaining", ',');
        reset = parameter(state, "reset", ',');
    }
    if (reset)
        note.resetIn = boundedSeconds(*reset);
    if (const auto quota = parameter(policy, "q", ';'))
        note.limit = quota;
    else if (!note.limit && !policy.isEmpty())
        note.limit = wholeNumber(policy.split(',').first().split(';').first());
}

void readSeparate(RateNote &note, const sdk::Headers &headers, qint64 nowMs)
{
    if (const auto limit = wholeNumber(firstOf(headers, { "x-ratelimit-limit", "ratelimit-limit", "x-rate-limit-limit" }).split(',').first()))
        note.limit = limit;
    if (const auto left = wholeNumber(firstOf(headers, { "x-ratelimit-remaining", "ratelimit-remaining", "x-rate-limit-remaining" })))
        note.remaining = left;
    if (const auto in = wholeNumber(valueOf(headers, "x-ratelimit-reset-after")))
        note.resetIn = boundedSeconds(*in);
    else if (const auto at = wholeNumber(firstOf(headers, { "x-ratelimit-reset", "ratelimit-reset", "x-rate-limit-reset" })))
        note.resetIn = untilReset(*at, nowMs);
}

} // namespace

bool RateNote::refuses(int status) const { return status == 429 || (status == 403 && (retryAfter || remaining == 0)); }

RateNote readRateHeaders(const sdk::Headers &headers, const QDateTime &now)
{
    const QDateTime theirs = httpDate(valueOf(headers, "date"));
    const qint64 nowMs = (theirs.isValid() ? theirs : now).toMSecsSinceEpoch();
    RateNote note;
    readIetf(note, headers);
    // GitHub counts search and code search apart from the rest: theirs would say nothing of what else may be asked.
    const QByteArray resource = valueOf(headers, "x-ratelimit-resource");
    if (resource.isEmpty() || resource == "core")
        readSeparate(note, headers, nowMs);
    if (const QByteArray after = valueOf(headers, "retry-after"); !after.isEmpty()) {
        if (const auto seconds = wholeNumber(after))
            note.retryAfter = boundedSeconds(*seconds);
        else if (const QDateTime at = httpDate(after); at.isValid())
            note.retryAfter = bounded(at.toMSecsSinceEpoch() - nowMs);
    }
    return note;
}

} // namespace callboard::sync
