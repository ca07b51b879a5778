// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/insights/insightscards.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using insights::CatalogMeasure;
using insights::CatalogPoint;
using insights::CatalogReport;

namespace {

    struct Say {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::Insights)
    };

    constexpr size_t mostLifecycles = 7; ///< Of more, the rest is one.

    struct Measured {
        QString name, key;
        std::function<double(const CatalogPoint &)> value;
        CatalogMeasure behind;
        QString listTitle;
    };

    double part(int some, int all) { return all > 0 ? double(some) / all : unknownValue; }

    /// Before the history begins nothing is known, and that is not none.
    bool isKnown(const InsightsAnswer &answer, const CatalogPoint &point)
    {
        return answer.hasCatalog() && (point.entities > 0 || point.went > 0) && answer.state->catalog->begins().isValid();
    }

    void sayAbsence(CardContent &content)
    {
        content.headline = Say::tr("Nothing known of this time");
        content.detail = Say::tr("The catalog's history fills it, from the first sync on.");
    }

    CardSpec overTime(const QString &id, ChartKind kind, ChartUnit unit, const QString &title, const QString &definition, const std::vector<Measured> &measures)
    {
        CardSpec card { id, InsightsSection::Catalog, kind, title, definition, {}, {} };
        card.make = [=](const InsightsAnswer &answer) {
            CardContent content { { title, Say::tr("From"), unit, {}, {} }, stepNote(answer.catalogQuestion.time.step), {}, {} };
            sayAbsence(content);
            for (const CatalogPoint &point : answer.catalog.points)
                content.chart.rows.push_back(stepRow(point.from, answer.catalogQuestion.time.step));
            for (const Measured &measure : measures) {
                ChartSeries series { measure.name, {}, measure.key };
                for (const CatalogPoint &point : answer.catalog.points)
                    series.values.push_back(isKnown(answer, point) ? measure.value(point) : unknownValue);
                content.chart.series.push_back(std::move(series));
            }
            return content;
        };
        card.behind = [=](const InsightsAnswer &answer, const QString &row, const QString &key) {
            const auto measure = std::ranges::find(measures, key, &Measured::key);
            if (measure == measures.end() || !answer.hasCatalog())
                return BehindList {};
            const QDate step = QDate::fromString(row, Qt::ISODate);
            return entityList(*answer.state->snapshot, insights::entitiesBehind(*answer.state->catalog, *answer.state->snapshot, answer.catalogQuestion, measure->behind, step),
                measure->listTitle + u", "_s + stepRow(step, answer.catalogQuestion.time.step).name);
        };
        return card;
    }

    /// The most common lifecycles by their number now, then the rest together.
    std::vector<QString> lifecyclesOf(const CatalogReport &report)
    {
        std::map<QString, int> counted;
        for (const CatalogPoint &point : report.points) {
            for (const auto &[name, count] : point.lifecycles)
                counted[name] = std::max(counted[name], count);
        }
        std::vector<QString> names;
        for (const auto &[name, count] : counted)
            names.push_back(name);
        std::ranges::stable_sort(names, std::ranges::greater {}, [&](const QString &name) { return counted[name]; });
        if (names.size() > mostLifecycles)
            names.resize(mostLifecycles);
        return names;
    }

    CardSpec lifecycleCard()
    {
        CardSpec card { u"catalog.lifecycle"_s, InsightsSection::Catalog, ChartKind::StackedArea, Say::tr("Lifecycle"), Say::tr("Entities that have a lifecycle, by what it was at the end of each step."), {}, {} };
        card.make = [title = card.title](const InsightsAnswer &answer) {
            CardContent content { { title, Say::tr("From"), ChartUnit::Count, {}, {} }, stepNote(answer.catalogQuestion.time.step), {}, {} };
            sayAbsence(content);
            for (const CatalogPoint &point : answer.catalog.points)
                content.chart.rows.push_back(stepRow(point.from, answer.catalogQuestion.time.step));
            for (const QString &name : lifecyclesOf(answer.catalog)) {
                ChartSeries series { name, {}, name };
                for (const CatalogPoint &point : answer.catalog.points) {
                    const auto found = point.lifecycles.find(name);
                    series.values.push_back(!isKnown(answer, point) ? unknownValue : found == point.lifecycles.end() ? 0 : found->second);
                }
                content.chart.series.push_back(std::move(series));
            }
            return content;
        };
        card.behind = [](const InsightsAnswer &answer, const QString &row, const QString &lifecycle) {
            if (!answer.hasCatalog())
                return BehindList {};
            const QDate step = QDate::fromString(row, Qt::ISODate);
            return entityList(*answer.state->snapshot,
                insights::entitiesBehind(*answer.state->catalog, *answer.state->snapshot, answer.catalogQuestion, CatalogMeasure::Lifecycle, step, lifecycle),
                lifecycle + u", "_s + stepRow(step, answer.catalogQuestion.time.step).name);
        };
        return card;
    }

    const std::vector<Measured> &groupMeasures()
    {
        static const std::vector<Measured> measures {
            { {}, u"entities"_s, [](const CatalogPoint &point) { return point.entities; }, CatalogMeasure::Entities, {} },
            { {}, u"documented"_s, [](const CatalogPoint &point) { return point.documented; }, CatalogMeasure::Documented, {} },
            { {}, u"fresh"_s, [](const CatalogPoint &point) { return point.fresh; }, CatalogMeasure::Fresh, {} },
            { {}, u"orphans"_s, [](const CatalogPoint &point) { return point.orphans; }, CatalogMeasure::Orphans, {} },
            { {}, u"problems"_s, [](const CatalogPoint &point) { return point.problems < 0 ? unknownValue : point.problems; }, CatalogMeasure::Problems, {} },
        };
        return measures;
    }

    CardSpec groupCard(bool systems)
    {
        const QString title = systems ? Say::tr("Systems") : Say::tr("Teams");
        CardSpec card { systems ? u"catalog.systems"_s : u"catalog.teams"_s, InsightsSection::Catalog, ChartKind::TopBars, title,
            systems ? Say::tr("Entities of each system at the end of the time; its table has documentation, freshness, orphans and problems as well.")
                    : Say::tr("Entities that each team owned at the end of the time; its table has documentation, freshness, orphans and problems as well."),
            {}, {} };
        const QStringList names { Say::tr("entities"), Say::tr("documented"), Say::tr("fresh"), Say::tr("orphans"), Say::tr("with problems") };
        card.make = [=](const InsightsAnswer &answer) {
            CardContent content { { title, systems ? Say::tr("System") : Say::tr("Team"), ChartUnit::Count, {}, {} }, {}, {}, {} };
            sayAbsence(content);
            for (size_t at = 0; at < groupMeasures().size(); ++at)
                content.chart.series.push_back({ names[qsizetype(at)], {}, groupMeasures()[at].key });
            for (const CatalogReport::Group &group : systems ? answer.catalog.systems : answer.catalog.teams) {
                if (group.ref.isEmpty() && systems)
                    continue;
                content.chart.rows.push_back({ group.ref.isEmpty() ? Say::tr("no owner") : group.title.isEmpty() ? group.ref : group.title, {}, {}, group.ref });
                for (size_t at = 0; at < groupMeasures().size(); ++at)
                    content.chart.series[at].values.push_back(groupMeasures()[at].value(group.point));
                if (group.ref.isEmpty()) // Users and groups need no owner.
                    content.chart.series[0].values.back() = group.point.countable;
            }
            content.total = Say::tr("%n in all", nullptr, int(content.chart.rows.size()));
            return content;
        };
        card.all = [make = card.make](const InsightsAnswer &answer) { return chartList(make(answer).chart); };
        card.behind = [=](const InsightsAnswer &answer, const QString &group, const QString &key) {
            const auto measure = std::ranges::find(groupMeasures(), key, &Measured::key);
            if (measure == groupMeasures().end() || !answer.hasCatalog())
                return BehindList {};
            const mirror::Snapshot &catalog = *answer.state->snapshot;
            const QString name = title + u": "_s + (group.isEmpty() ? Say::tr("no owner") : group);
            // Users and groups need no owner.
            const bool isUnowned = group.isEmpty() && measure->behind == CatalogMeasure::Entities;
            // Its own only: a question about a team takes the groups below it along, and their rows stand for themselves.
            return entityList(catalog,
                insights::entitiesBehind(*answer.state->catalog, catalog, answer.catalogQuestion, isUnowned ? CatalogMeasure::NotOwned : measure->behind, {}, {},
                    insights::CatalogGroup { systems, group }),
                name);
        };
        return card;
    }

} // namespace

BehindList entityList(const mirror::Snapshot &catalog, const QStringList &refs, const QString &title)
{
    BehindList list { title, { Say::tr("Name"), Say::tr("Kind"), Say::tr("Owner"), Say::tr("Reference") }, {}, {} };
    for (const QString &ref : refs) {
        const mirror::Row row = catalog.find(ref);
        if (row == mirror::noRow) // It was there then, and is gone.
            list.rows.push_back({ { ref.section(u'/', -1), ref.section(u':', 0, 0), Say::tr("gone"), ref }, {} });
        else
            list.rows.push_back({ { catalog.displayName(row).toString(), catalog.string(catalog.kindId(row)).toString(), catalog.string(catalog.ownerId(row)).toString(), ref }, ref });
    }
    return list;
}

void addCatalogCards(std::vector<CardSpec> &cards)
{
    cards.push_back(overTime(u"catalog.growth"_s, ChartKind::Line, ChartUnit::Count, Say::tr("Growth"), Say::tr("Entities of all kinds at the end of each step."),
        { { Say::tr("entities"), u"entities"_s, [](const CatalogPoint &point) { return point.entities; }, CatalogMeasure::Entities, Say::tr("Entities") } }));
    cards.push_back(overTime(u"catalog.coverage"_s, ChartKind::Line, ChartUnit::Percent, Say::tr("Ownership, documentation, freshness"),
        Say::tr("Shares of the entities of kinds that have owners. Fresh: changed within 180 days. A value opens those that lack it."),
        { { Say::tr("owned"), u"owned"_s, [](const CatalogPoint &point) { return part(point.owned, point.countable); }, CatalogMeasure::NotOwned, Say::tr("Without an owner") },
            { Say::tr("documented"), u"documented"_s, [](const CatalogPoint &point) { return part(point.documented, point.countable); }, CatalogMeasure::NotDocumented, Say::tr("Without documentation") },
            { Say::tr("fresh"), u"fresh"_s, [](const CatalogPoint &point) { return part(point.fresh, point.countable); }, CatalogMeasure::Stale, Say::tr("Not changed for long") } }));
    cards.push_back(overTime(u"catalog.changes"_s, ChartKind::Bars, ChartUnit::Count, Say::tr("Came and went"), Say::tr("Entities that appeared, and that disappeared, in each step."),
        { { Say::tr("came"), u"came"_s, [](const CatalogPoint &point) { return point.came; }, CatalogMeasure::Came, Say::tr("Came") },
            { Say::tr("went"), u"went"_s, [](const CatalogPoint &point) { return point.went; }, CatalogMeasure::Went, Say::tr("Went") } }));
    cards.push_back(overTime(u"catalog.trouble"_s, ChartKind::Line, ChartUnit::Count, Say::tr("Problems and orphans"),
        Say::tr("Entities with problems, as far as the program looked, and entities whose source is gone, at the end of each step."),
        { { Say::tr("with problems"), u"problems"_s, [](const CatalogPoint &point) { return point.problems < 0 ? unknownValue : point.problems; }, CatalogMeasure::Problems, Say::tr("With problems") },
            { Say::tr("orphans"), u"orphans"_s, [](const CatalogPoint &point) { return point.orphans; }, CatalogMeasure::Orphans, Say::tr("Orphans") } }));
    cards.push_back(lifecycleCard());
    cards.push_back(groupCard(false));
    cards.push_back(groupCard(true));
}

} // namespace callboard::ui::panes
