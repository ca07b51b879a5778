// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/usage.h"

#include "models/domain/jsonfields.h"

#include <QHash>
#include <QTimeZone>

#include <array>

namespace callboard::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array deedNames { "openedPane"_L1, "openedEntity"_L1, "openedDoc"_L1, "searched"_L1, "ranTemplate"_L1, "ranAction"_L1, "actedOn"_L1 };
static_assert(deedNames.size() == usageDeeds);
constexpr std::array stepNames { "day"_L1, "week"_L1, "month"_L1 };
constexpr qint64 dayMilliseconds = 86'400'000;
/// Time of the day, deed, what, about, person, hits: six numbers for an event, texts by their place in a list.
constexpr qsizetype numbersPerEvent = 6;

qint64 beginOf(QDate day) { return QDateTime(day, QTime(0, 0), QTimeZone::UTC).toMSecsSinceEpoch(); }

QJsonObject rowToJson(const UsageTable::Row &row)
{
    QJsonObject body { { u"count"_s, row.count } };
    if (row.date.isValid())
        body.insert(u"date"_s, row.date.toString(Qt::ISODate));
    if (!row.subject.isEmpty())
        body.insert(u"subject"_s, row.subject);
    if (!row.title.isEmpty())
        body.insert(u"title"_s, row.title);
    if (row.fresh != 0)
        body.insert(u"fresh"_s, row.fresh);
    if (row.returning != 0)
        body.insert(u"returning"_s, row.returning);
    if (row.last.isValid())
        body.insert(u"last"_s, timeToJson(row.last));
    return body;
}

UsageTable::Row rowFromJson(const QJsonObject &body)
{
    UsageTable::Row row;
    row.date = QDate::fromString(body["date"_L1].toString(), Qt::ISODate);
    row.subject = body["subject"_L1].toString();
    row.title = body["title"_L1].toString();
    row.count = body["count"_L1].toInteger();
    row.fresh = body["fresh"_L1].toInteger();
    row.returning = body["returning"_L1].toInteger();
    row.last = timeFromJson(body["last"_L1]);
    return row;
}

} // namespace

QString usageDeedName(UsageDeed deed) { return size_t(deed) < usageDeeds ? QString(deedNames[size_t(deed)]) : QString(); }

std::optional<UsageDeed> usageDeedFrom(QStringView name)
{
    const auto found = std::ranges::find_if(deedNames, [name](QLatin1StringView known) { return name == known; });
    if (found == deedNames.end())
        return {};
    return UsageDeed(found - deedNames.begin());
}

Record UsageDay::toRecord() const
{
    QHash<QString, int> places;
    QJsonArray texts, numbers;
    const auto placeOf = [&](const QString &text) {
        const auto known = places.constFind(text);
        if (known != places.constEnd())
            return *known;
        const int place = int(texts.size());
        places.insert(text, place);
        texts.append(text);
        return place;
    };
    const qint64 begin = beginOf(day);
    for (const UsageEvent &event : events) {
        for (const qint64 number : { event.at - begin, qint64(event.deed), qint64(placeOf(event.what)), qint64(placeOf(event.about)),
                 qint64(placeOf(event.person)), event.hits })
            numbers.append(number);
    }
    return { recordtype::usageDay, day.toString(Qt::ISODate), {}, { { u"texts"_s, texts }, { u"events"_s, numbers } } };
}

UsageDay UsageDay::fromRecord(const Record &record)
{
    UsageDay made;
    made.day = QDate::fromString(record.key, Qt::ISODate);
    if (!made.day.isValid())
        return made;
    const QStringList texts = stringsFromJson(record.body["texts"_L1]);
    const QJsonArray numbers = record.body["events"_L1].toArray();
    const qint64 begin = beginOf(made.day);
    made.events.reserve(size_t(numbers.size() / numbersPerEvent));
    for (qsizetype at = 0; at + numbersPerEvent <= numbers.size(); at += numbersPerEvent) {
        const auto number = [&](qsizetype place) { return numbers[at + place].toInteger(-1); };
        const qint64 time = number(0), deed = number(1);
        const auto isText = [&](qsizetype place) { return number(place) >= 0 && number(place) < texts.size(); };
        if (time < 0 || time >= dayMilliseconds || deed < 0 || deed >= qint64(usageDeeds) || !isText(2) || !isText(3) || !isText(4))
            continue;
        made.events.push_back({ begin + time, UsageDeed(deed), texts[number(2)], texts[number(3)], texts[number(4)], std::max<qint64>(number(5), -1) });
    }
    return made;
}

QString UsageTable::key() const
{
    const QString time = chosen ? QString(from.toString(Qt::ISODate) + u'/' + to.toString(Qt::ISODate)) : QString::number(days());
    return measure + u'/' + time + u'/' + stepNames[size_t(step)];
}

Record UsageTable::toRecord() const
{
    QJsonObject body { { u"measure"_s, measure }, { u"from"_s, from.toString(Qt::ISODate) }, { u"to"_s, to.toString(Qt::ISODate) },
        { u"step"_s, QString(stepNames[size_t(step)]) }, { u"rows"_s, listToJson(rows, rowToJson) } };
    if (chosen)
        body.insert(u"chosen"_s, true);
    return { recordtype::usageTable, key(), {}, body };
}

UsageTable UsageTable::fromRecord(const Record &record)
{
    UsageTable table;
    table.measure = record.body["measure"_L1].toString();
    table.from = QDate::fromString(record.body["from"_L1].toString(), Qt::ISODate);
    table.to = QDate::fromString(record.body["to"_L1].toString(), Qt::ISODate);
    const QString step = record.body["step"_L1].toString();
    const auto named = std::ranges::find_if(stepNames, [&](QLatin1StringView known) { return step == known; });
    table.step = named == stepNames.end() ? UsageStep::Day : UsageStep(named - stepNames.begin());
    table.rows = listFromJson(record.body["rows"_L1], rowFromJson);
    table.chosen = record.body["chosen"_L1].toBool();
    return table;
}

} // namespace callboard::domain
