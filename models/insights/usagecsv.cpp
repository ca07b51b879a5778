// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagecsv.h"

namespace callboard::insights {

using namespace Qt::StringLiterals;

namespace {

QString number(qint64 value) { return QString::number(value); }
QString unlessNegative(qint64 value) { return value < 0 ? QString() : QString::number(value); }
QString timeText(const QDateTime &time) { return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString(); }
QString timeText(qint64 at) { return timeText(QDateTime::fromMSecsSinceEpoch(at, QTimeZone::UTC)); }
QString dayText(QDate day) { return day.isValid() ? day.toString(Qt::ISODate) : QString(); }

/// OWASP, "CSV Injection": what begins so is run by spreadsheets.
bool looksLikeFormula(const QString &cell)
{
    if (cell.isEmpty() || !u"=+-@\t\r"_s.contains(cell.front()))
        return false;
    bool isNumber = false;
    cell.toDouble(&isNumber);
    return !isNumber;
}

QString cellOf(QString cell)
{
    if (looksLikeFormula(cell))
        cell.prepend(u'\'');
    if (!cell.contains(u'"') && !cell.contains(u',') && !cell.contains(u'\n') && !cell.contains(u'\r'))
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QStringList pointCells(const CatalogPoint &point)
{
    return { number(point.entities), number(point.countable), number(point.owned), number(point.documented), number(point.fresh),
        number(point.orphans), unlessNegative(point.problems), number(point.came), number(point.went) };
}

QStringList pointHead()
{
    return { u"entities"_s, u"countable"_s, u"owned"_s, u"documented"_s, u"fresh"_s, u"orphans"_s, u"problems"_s, u"came"_s, u"went"_s };
}

QStringList eventCells(const UsageEvent &event)
{
    return { timeText(event.at), domain::usageDeedName(event.deed), event.what, event.about, event.person, unlessNegative(event.hits) };
}

QStringList eventHead() { return { u"time"_s, u"deed"_s, u"what"_s, u"about"_s, u"person"_s, u"hits"_s }; }

} // namespace

QByteArray csvOf(const std::vector<QStringList> &rows)
{
    QString text;
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column)
            text += (column > 0 ? u","_s : QString()) + cellOf(row[column]);
        text += "\r\n"_L1;
    }
    return text.toUtf8();
}

QByteArray csvOfActive(const UsageReport &report)
{
    std::vector<QStringList> rows { { u"date"_s, u"people"_s, u"new"_s, u"returning"_s, u"events"_s } };
    for (const ActivePoint &point : report.active)
        rows.push_back({ dayText(point.from), number(point.people), number(point.fresh), number(point.returning()), number(point.events) });
    return csvOf(rows);
}

QByteArray csvOfRanking(const std::vector<RankedUse> &uses)
{
    std::vector<QStringList> rows { { u"subject"_s, u"title"_s, u"count"_s, u"people"_s, u"minutes_saved"_s, u"last"_s } };
    for (const RankedUse &use : uses)
        rows.push_back({ use.subject, use.title, number(use.count), number(use.people), unlessNegative(use.minutes), timeText(use.last) });
    return csvOf(rows);
}

QByteArray csvOfEvents(const UsageIndex &index, std::span<const UsageRow> events)
{
    std::vector<QStringList> rows { eventHead() };
    for (const UsageRow row : events)
        rows.push_back(eventCells(index.event(row)));
    return csvOf(rows);
}

QByteArray csvOfKept(std::span<const KeptUse> kept)
{
    std::vector<QStringList> rows { QStringList { u"id"_s } + eventHead() };
    for (const KeptUse &use : kept)
        rows.push_back(QStringList { number(use.id) } + eventCells(use.event));
    return csvOf(rows);
}

QByteArray csvOfTable(const domain::UsageTable &table)
{
    std::vector<QStringList> rows { { u"date"_s, u"subject"_s, u"title"_s, u"count"_s, u"new"_s, u"returning"_s, u"last"_s } };
    for (const auto &row : table.rows)
        rows.push_back({ dayText(row.date), row.subject, row.title, number(row.count), number(row.fresh), number(row.returning), timeText(row.last) });
    return csvOf(rows);
}

QByteArray csvOfCatalog(std::span<const CatalogPoint> points)
{
    std::vector<QStringList> rows { QStringList { u"date"_s } + pointHead() };
    for (const CatalogPoint &point : points)
        rows.push_back(QStringList { dayText(point.from) } + pointCells(point));
    return csvOf(rows);
}

QByteArray csvOfGroups(std::span<const CatalogReport::Group> groups)
{
    std::vector<QStringList> rows { QStringList { u"ref"_s, u"title"_s } + pointHead() };
    for (const CatalogReport::Group &group : groups)
        rows.push_back(QStringList { group.ref, group.title } + pointCells(group.point));
    return csvOf(rows);
}

} // namespace callboard::insights
