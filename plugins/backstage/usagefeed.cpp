// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/usagefeed.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using domain::UsageStep;
using domain::UsageTable;

namespace {

// Source: @red-hat-developer-hub/backstage-plugin-adoption-insights-backend 1.0, GET /events.
constexpr std::array ranges { 7, 28, 90, 365 }; // Days.
constexpr int year = 365;
constexpr int longestTime = 3'660; // Days, of a chosen time.
constexpr int longestRanking = 100;
// Buckets over time come oldest first, so that a limit would cut the newest.
constexpr int everyBucket = 4'000;
constexpr qsizetype mostRows = 2000;
constexpr qsizetype longestText = 300;
constexpr qint64 mostCount = 1'000'000'000'000;

QString groupingOf(UsageStep step) { return step == UsageStep::Month ? u"monthly"_s : step == UsageStep::Week ? u"weekly"_s : u"daily"_s; }

/// PostgreSQL sends some counts as strings.
std::optional<qint64> countOf(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (!isNumber || !(number >= 0 && number <= double(mostCount)))
        return {};
    return qint64(number);
}

QString textOf(const QJsonValue &value) { return value.toString().left(longestText); }

/// "2026-11-21", "2026-10-26T00:00:00+00", or with a time of another form: the day is what they all begin with. Times are those of the database's zone,
/// where a week of UTC may begin on a Sunday. Months are named by one of their days.
QDate dateOf(const QJsonValue &value, UsageStep step)
{
    const QString text = value.toString();
    QDate day = QDate::fromString(text.left(10), Qt::ISODate);
    if (!day.isValid() || step == UsageStep::Day)
        return day;
    if (step == UsageStep::Month)
        return QDate(day.year(), day.month(), 1);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (time.isValid() && time.timeSpec() == Qt::OffsetFromUTC)
        day = time.toUTC().date();
    return day.addDays(1 - day.dayOfWeek());
}

QString refOf(const QJsonObject &served)
{
    const QString kind = textOf(served["kind"_L1]), name = textOf(served["name"_L1]);
    const QString ns = textOf(served["namespace"_L1]);
    return kind.isEmpty() || name.isEmpty() ? QString() : domain::EntityRef { kind, ns.isEmpty() ? u"default"_s : ns, name }.canonical();
}

std::optional<UsageTable::Row> overTime(const UsageTable &table, const QJsonObject &served)
{
    UsageTable::Row row;
    row.date = dateOf(served["date"_L1], table.step);
    const bool people = table.measure == "activePeople"_L1;
    const auto count = countOf(served[people ? "total_users"_L1 : "count"_L1]);
    if (!row.date.isValid() || !count)
        return {};
    row.count = *count;
    if (people) {
        row.fresh = countOf(served["new_users"_L1]).value_or(0);
        row.returning = countOf(served["returning_users"_L1]).value_or(0);
    }
    return row;
}

std::optional<UsageTable::Row> ranked(const UsageTable &table, const QJsonObject &served)
{
    UsageTable::Row row;
    if (table.measure == "people"_L1) {
        const auto count = countOf(served["logged_in_users"_L1]);
        if (!count)
            return {};
        row.count = *count;
        row.fresh = countOf(served["licensed_users"_L1]).value_or(0);
        return row;
    }
    const bool plugins = table.measure == "plugins"_L1;
    const auto count = countOf(served[plugins ? "visit_count"_L1 : "count"_L1]);
    if (plugins) {
        row.subject = textOf(served["plugin_id"_L1]);
    } else if (table.measure == "templates"_L1) {
        const auto ref = domain::EntityRef::parse(textOf(served["entityref"_L1]));
        row.subject = ref ? ref->canonical() : QString();
    } else {
        row.subject = refOf(served); // None for the list of all documentation.
        row.title = textOf(served["site_name"_L1]);
    }
    if (!count || row.subject.isEmpty())
        return {};
    row.count = *count;
    row.last = QDateTime::fromString(served["last_used"_L1].toString(), Qt::ISODateWithMs).toUTC();
    return row;
}

/// Rows about one thing become the first of them.
void mergeSubjects(std::vector<UsageTable::Row> &rows)
{
    QHash<QString, size_t> places;
    std::vector<UsageTable::Row> merged;
    for (UsageTable::Row &row : rows) {
        const auto known = places.constFind(row.subject);
        if (known == places.constEnd()) {
            places.insert(row.subject, merged.size());
            merged.push_back(std::move(row));
            continue;
        }
        UsageTable::Row &first = merged[*known];
        first.count += row.count;
        first.last = row.last.isValid() && (!first.last.isValid() || row.last > first.last) ? row.last : first.last;
    }
    if (merged.size() < rows.size())
        std::ranges::stable_sort(merged, std::greater {}, &UsageTable::Row::count);
    rows = std::move(merged);
}

/// What is wrong with a time that somebody chose is no reason to forget about the others.
bool isRefusedTime(int status) { return status == 400 || status == 422; }

bool isOverTime(const UsageTable &table) { return table.measure == "activePeople"_L1 || table.measure == "searches"_L1; }

} // namespace

// Source: https://backstage.io/docs/backend-system/architecture/naming-patterns ("Plugins": lower-case kebab-case); its routes are below /api/ID.
sdk::Result<QString> analyticsRoute(const QJsonObject &settings)
{
    QString id = settings["analytics"_L1].toString().trimmed();
    if (id.isEmpty())
        id = adoptionInsights;
    static const QRegularExpression plugin(u"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"_s);
    if (id.size() > 64 || !plugin.match(id).hasMatch())
        return fail(ErrorCode::Invalid, u"what counts the portal's use is named by the id of its backend plugin, as \"adoption-insights\""_s);
    return u"/api/"_s + id;
}

std::vector<UsageAsk> usageAsks(QDate today, const std::vector<sdk::AskedTime> &chosen)
{
    std::vector<UsageAsk> asks;
    // Of the days that a table is asked for.
    const auto askOverTime = [&](const UsageTable &of) {
        for (const UsageStep step : { UsageStep::Day, UsageStep::Week, UsageStep::Month })
            asks.push_back({ u"active_users"_s, { u"activePeople"_s, of.from, of.to, step, {}, of.chosen } });
        asks.push_back({ u"top_searches"_s, { u"searches"_s, of.from, of.to, UsageStep::Day, {}, of.chosen } });
    };
    const auto askRankings = [&](const UsageTable &of) {
        for (const auto &[type, measure] : { std::pair("total_users"_L1, "people"_L1), std::pair("top_plugins"_L1, "plugins"_L1),
                 std::pair("top_templates"_L1, "templates"_L1), std::pair("top_techdocs"_L1, "docs"_L1), std::pair("top_catalog_entities"_L1, "entities"_L1) })
            asks.push_back({ type, { measure, of.from, of.to, UsageStep::Day, {}, of.chosen } });
    };
    for (const sdk::AskedTime &time : chosen) {
        const UsageTable of { {}, time.from, time.to, UsageStep::Day, {}, true };
        if (!time.from.isValid() || !time.to.isValid() || of.days() < 1 || of.days() > longestTime)
            continue;
        askOverTime(of);
        askRankings(of);
    }
    askOverTime({ {}, today.addDays(1 - year), today, UsageStep::Day, {} });
    for (const int days : ranges)
        askRankings({ {}, today.addDays(1 - days), today, UsageStep::Day, {} });
    return asks;
}

sdk::Result<UsageTable> readUsage(const UsageAsk &ask, const QByteArray &body)
{
    const QJsonValue data = QJsonDocument::fromJson(body).object()["data"_L1];
    if (!data.isArray())
        return fail(ErrorCode::BadResponse, u"the portal's answer is no table of usage"_s);
    const QJsonArray served = data.toArray();
    if (served.size() > std::max<qsizetype>(mostRows, ask.table.days() + 1))
        return fail(ErrorCode::BadResponse, u"the portal's table of usage has %1 rows"_s.arg(served.size()));
    UsageTable table = ask.table;
    for (const QJsonValue value : served) {
        const QJsonObject object = value.toObject();
        if (auto row = isOverTime(table) ? overTime(table, object) : ranked(table, object))
            table.rows.push_back(std::move(*row));
    }
    if (isOverTime(table)) {
        std::ranges::stable_sort(table.rows, {}, &UsageTable::Row::date);
        if (std::ranges::adjacent_find(table.rows, {}, &UsageTable::Row::date) != table.rows.end())
            table.rows.clear();
    } else {
        mergeSubjects(table.rows);
    }
    return table;
}

void countNewByDays(UsageTable &months, const UsageTable &days)
{
    QHash<QDate, qint64> fresh;
    for (const UsageTable::Row &row : days.rows)
        fresh[QDate(row.date.year(), row.date.month(), 1)] += row.fresh;
    for (UsageTable::Row &row : months.rows) {
        row.fresh = std::min(fresh.value(row.date), row.count);
        row.returning = row.count - row.fresh;
    }
}

UsageFeed::UsageFeed(Portal &portal)
    : m_portal(portal)
{
}

sdk::Result<void> UsageFeed::pull(sdk::PullContext &context)
{
    const auto route = analyticsRoute(m_portal.settings());
    if (!route)
        return std::unexpected(route.error());
    const auto identity = m_portal.identity(context);
    if (!identity)
        return std::unexpected(identity.error());
    if (identity->userRef.isEmpty()) {
        context.log(u"usage is told to persons only, and this is a service's token"_s);
        return {};
    }
    const std::vector<UsageAsk> asks = usageAsks(QDateTime::currentDateTimeUtc().date(), context.askedTimes());
    const QByteArray counted = route->endsWith(u'/' + adoptionInsights) ? QByteArray("counted here") : QByteArray("counted by " + route->toLatin1());
    UsageTable peopleByDay;
    // One at a time: the backend keeps the filters of all requests in one place, and mixes those that meet there.
    for (size_t at = 0; at < asks.size(); ++at) {
        const UsageAsk &ask = asks[at];
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped"_s);
        context.progress(qint64(at), qint64(asks.size()), ask.type);
        QUrlQuery query { { u"type"_s, ask.type }, { u"start_date"_s, ask.table.from.toString(Qt::ISODate) },
            { u"end_date"_s, ask.table.to.toString(Qt::ISODate) }, { u"timezone"_s, u"UTC"_s },
            { u"limit"_s, QString::number(isOverTime(ask.table) ? everyBucket : longestRanking) } };
        if (isOverTime(ask.table))
            query.addQueryItem(u"grouping"_s, groupingOf(ask.table.step));
        const auto answer = m_portal.answerTo({ .route = *route + u"/events"_s, .query = query, .maxBytes = 8 << 20 }, context);
        if (!answer)
            return std::unexpected(answer.error());
        // Where there was something, "no" is no answer of nothing: it stays.
        const bool refused = answer->status == 404 || answer->status == 403;
        if (refused && at == 0 && context.cursor() != counted) {
            context.log(answer->status == 404 ? u"this portal does not count its use"_s : u"how this portal is used is not told to this person"_s);
            return {};
        }
        if (ask.table.chosen && isRefusedTime(answer->status)) {
            context.log(u"this portal does not tell of %1 to %2"_s.arg(ask.table.from.toString(Qt::ISODate), ask.table.to.toString(Qt::ISODate)));
            continue;
        }
        if (answer->status != 200)
            return std::unexpected(errorOf(*answer, *m_portal.address()));
        auto table = readUsage(ask, answer->body);
        if (!table)
            return std::unexpected(table.error());
        if (table->measure == "activePeople"_L1 && table->step == UsageStep::Day)
            peopleByDay = *table;
        else if (table->measure == "activePeople"_L1 && table->step == UsageStep::Month)
            countNewByDays(*table, peopleByDay);
        context.put(table->toRecord());
    }
    context.saveCursor(counted);
    return {};
}

} // namespace callboard::backstage
