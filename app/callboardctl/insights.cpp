// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "models/insights/liveinsights.h"

#include <QJsonArray>

namespace callboard::ctl {

using namespace Qt::StringLiterals;
using namespace callboard::insights;

namespace {

constexpr int usualDays = 28;
constexpr int mostDays = 3660;
constexpr std::array rankingNames { "panes"_L1, "entities"_L1, "docs"_L1, "searches"_L1, "foundNothing"_L1, "templates"_L1, "actions"_L1, "people"_L1 };
static_assert(rankingNames.size() == usageRankings);

/// What `--from` and `--to`, or `--days`, ask for; an error says what is wrong with them.
domain::Result<UsageTime> timeOf(const Arguments &arguments)
{
    const auto wrong = [](const QString &why) { return domain::fail(domain::ErrorCode::Invalid, why); };
    const QDate today = QDate::currentDate();
    const bool isChosen = arguments.has(u"from"_s) || arguments.has(u"to"_s);
    if (isChosen && arguments.has(u"days"_s))
        return wrong(u"--days, or --from and --to"_s);
    bool isNumber = true;
    const QString typed = arguments.value(u"days"_s);
    const int days = typed.isEmpty() ? usualDays : typed.toInt(&isNumber);
    if (!isNumber || days < 1 || days > mostDays)
        return wrong(u"--days: %1 is no number of days"_s.arg(typed));
    UsageTime time { today.addDays(1 - days), today, UsageStep::Day };
    if (isChosen) {
        const auto dayOf = [&](const QString &option, const QDate &otherwise) {
            return arguments.has(option) ? QDate::fromString(arguments.value(option), Qt::ISODate) : otherwise;
        };
        time.to = dayOf(u"to"_s, today);
        time.from = dayOf(u"from"_s, time.to.isValid() ? time.to.addDays(1 - usualDays) : QDate());
        if (!time.from.isValid() || !time.to.isValid() || time.from > time.to || time.from.daysTo(time.to) >= mostDays)
            return wrong(u"--from and --to: two days, as 2026-03-02"_s);
    }
    if (time.from.daysTo(time.to) >= 92)
        time.step = UsageStep::Week;
    return time;
}

QString dayText(QDate day) { return day.toString(Qt::ISODate); }

QJsonArray toJson(const std::vector<RankedUse> &uses)
{
    QJsonArray rows;
    for (const RankedUse &use : uses) {
        QJsonObject row { { u"subject"_s, use.subject }, { u"title"_s, use.title }, { u"count"_s, use.count }, { u"people"_s, use.people } };
        if (use.minutes >= 0)
            row.insert(u"minutesSaved"_s, use.minutes);
        if (use.last.isValid())
            row.insert(u"last"_s, use.last.toString(Qt::ISODate));
        rows.append(row);
    }
    return rows;
}

QJsonObject toJson(const UsageReport &report)
{
    QJsonArray active;
    for (const ActivePoint &point : report.active) {
        active.append(QJsonObject { { u"date"_s, dayText(point.from) }, { u"people"_s, point.people }, { u"new"_s, point.fresh },
            { u"returning"_s, point.returning() }, { u"events"_s, point.events } });
    }
    QJsonObject json { { u"active"_s, active }, { u"people"_s, report.total.people }, { u"new"_s, report.total.fresh },
        { u"events"_s, report.total.events }, { u"minutesSaved"_s, report.minutesSaved }, { u"docsNobodyOpened"_s, toJson(report.unopenedDocs) } };
    for (size_t at = 0; at < usageRankings; ++at)
        json.insert(rankingNames[at], toJson(report.rankings[at]));
    return json;
}

void print(const UsageReport &report)
{
    printLine(u"%1 people, %2 of them new; %3 events; %4 minutes saved by templates"_s.arg(report.total.people).arg(report.total.fresh).arg(
        report.total.events).arg(report.minutesSaved));
    for (size_t at = 0; at < usageRankings; ++at) {
        for (const RankedUse &use : report.rankings[at])
            printLine(u"%1  %2  %3"_s.arg(QString(rankingNames[at]).leftJustified(12), QString::number(use.count).rightJustified(6), use.title));
    }
    for (const RankedUse &doc : report.unopenedDocs)
        printLine(u"%1  %2  %3"_s.arg(u"not opened"_s.leftJustified(12), u"0"_s.rightJustified(6), doc.title));
}

QJsonObject toJson(const CatalogPoint &point)
{
    QJsonObject lifecycles;
    for (const auto &[name, count] : point.lifecycles)
        lifecycles.insert(name, count);
    QJsonObject json { { u"date"_s, dayText(point.from) }, { u"entities"_s, point.entities }, { u"countable"_s, point.countable },
        { u"owned"_s, point.owned }, { u"documented"_s, point.documented }, { u"fresh"_s, point.fresh }, { u"orphans"_s, point.orphans },
        { u"came"_s, point.came }, { u"went"_s, point.went }, { u"lifecycles"_s, lifecycles } };
    if (point.problems >= 0)
        json.insert(u"problems"_s, point.problems);
    return json;
}

QJsonArray toJson(const std::vector<CatalogReport::Group> &groups)
{
    QJsonArray rows;
    for (const CatalogReport::Group &group : groups) {
        QJsonObject row = toJson(group.point);
        row.insert(u"ref"_s, group.ref);
        row.insert(u"title"_s, group.title);
        rows.append(row);
    }
    return rows;
}

ExitCode printCatalog(const InsightsState &state, const CatalogQuestion &question, bool json)
{
    const CatalogReport report = catalogReportOf(*state.catalog, *state.snapshot, question);
    QJsonArray points;
    for (const CatalogPoint &point : report.points) {
        points.append(toJson(point));
        if (!json) {
            printLine(u"%1  %2 entities, %3 of %4 owned, %5 documented, %6 fresh, %7 orphans"_s.arg(dayText(point.from)).arg(point.entities).arg(
                point.owned).arg(point.countable).arg(point.documented).arg(point.fresh).arg(point.orphans));
        }
    }
    if (json)
        printJson({ { u"points"_s, points }, { u"teams"_s, toJson(report.teams) }, { u"systems"_s, toJson(report.systems) } });
    return Good;
}

ExitCode printOrganisation(const InsightsState &state, const UsageQuestion &question, bool json)
{
    QJsonArray sources;
    for (const UsageSource &source : state.sources) {
        QJsonArray tables;
        for (const domain::UsageTable &table : source.tables)
            tables.append(table.toRecord().body);
        QJsonObject told { { u"connection"_s, source.connectionId }, { u"tables"_s, tables } };
        if (!json)
            printLine(source.connectionId);
        if (source.hasEvents()) {
            const UsageReport report = reportOf(source.estate, question);
            told.insert(u"report"_s, toJson(report));
            if (!json)
                print(report);
        }
        for (const domain::UsageTable &table : source.tables) {
            for (const auto &row : table.rows) {
                if (!json)
                    printLine(u"%1  %2  %3"_s.arg(table.key().leftJustified(24), QString::number(row.count).rightJustified(6), row.date.isValid() ? dayText(row.date) : row.subject));
            }
        }
        sources.append(told);
    }
    if (json)
        printJson({ { u"sources"_s, sources } });
    return Good;
}

} // namespace

ExitCode insightsOf(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s, u"days"_s, u"from"_s, u"to"_s, u"team"_s, u"kind"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    const QString what = arguments.rest().value(0);
    if (arguments.rest().size() != 1 || (what != "own"_L1 && what != "org"_L1 && what != "catalog"_L1))
        return badUsage(u"insights own, insights org, or insights catalog"_s);
    const auto time = timeOf(arguments);
    if (!time)
        return badUsage(time.error().detail);
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return UsageOrIo;
    QString team;
    if (const QString named = arguments.value(u"team"_s); !named.isEmpty()) {
        const auto resolved = resolve(*mirror->snapshot(), named);
        if (!resolved)
            return ProblemsFound;
        team = *resolved;
    }
    const auto state = readInsights(*mirror);
    if (!state)
        return complainOf(state.error());
    const bool json = arguments.has(u"json"_s);
    if (what == "catalog"_L1) {
        CatalogQuestion question;
        question.time = *time;
        question.team = team;
        question.kind = arguments.value(u"kind"_s).toLower();
        return printCatalog(**state, question, json);
    }
    UsageQuestion question;
    question.time = *time;
    question.team = team;
    question.teamOf = what == "own"_L1 ? UsageQuestion::TeamOf::Owned : UsageQuestion::TeamOf::People;
    question.kind = arguments.value(u"kind"_s).toLower();
    if (what == "org"_L1)
        return printOrganisation(**state, question, json);
    const UsageReport report = reportOf((*state)->own, question);
    if (json)
        printJson(toJson(report));
    else
        print(report);
    return Good;
}

} // namespace callboard::ctl
