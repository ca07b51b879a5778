// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/insights/insightscards.h"

#include "ui/kit/times.h"
#include "ui/panes/panes.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using domain::UsageStep;
using insights::BehindUse;
using insights::RankedUse;
using insights::UsageRanking;
using insights::UsageReport;

namespace {

    struct Say {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::Insights)
    };

    constexpr int mostListed = 10'000;

    struct Side {
        bool organisation = false;
        const UsageReport &report(const InsightsAnswer &answer) const { return organisation ? answer.organisation : answer.own; }
        const insights::UsageQuestion &question(const InsightsAnswer &answer) const { return organisation ? answer.organisationQuestion : answer.ownQuestion; }
        bool knows(const InsightsAnswer &answer) const { return organisation ? answer.hasEvents() : answer.hasOwn(); }
        const insights::UsageEstate &estate(const InsightsAnswer &answer) const { return organisation ? answer.organisationSource()->estate : answer.state->own; }
    };

    QString titleOf(const RankedUse &use) { return use.title.isEmpty() ? use.subject : use.title; }

    /// `isCounted`: a portal may count it by itself.
    void sayAbsence(const InsightsAnswer &answer, CardContent &content, const Side &side, bool isCounted)
    {
        if (side.organisation && isCounted && answer.isAwaited()) {
            content.headline = Say::tr("Not counted yet");
            content.detail = Say::tr("The portal is asked about this time; what it tells comes with its next sync.");
        } else if (side.organisation) {
            content.headline = Say::tr("Nobody tells of this");
            content.detail = Say::tr("A portal with usage insights fills it: see Sources.");
        } else {
            content.headline = Say::tr("Nothing in this time");
            content.detail = Say::tr("What you do in Callboard fills it, and stays on this machine.");
        }
    }

    /// Of which time a portal counted.
    QString countedNote(const domain::UsageTable &table)
    {
        if (!table.chosen)
            return Say::tr("last %n day(s), as the portal counts", nullptr, table.days());
        const QLocale locale;
        return Say::tr("%1 to %2, as the portal counts").arg(locale.toString(table.from, QLocale::ShortFormat), locale.toString(table.to, QLocale::ShortFormat));
    }

    /// What a portal counted is of everybody, and only what names entities can be told apart by their kind. Where less is asked for, it says so.
    QString unfilteredNote(const InsightsAnswer &answer, bool byKind)
    {
        QString note;
        if (!answer.organisationQuestion.team.isEmpty())
            note += u" · "_s + Say::tr("of all teams");
        if (!byKind && !answer.organisationQuestion.kind.isEmpty())
            note += u" · "_s + Say::tr("of all kinds");
        return note;
    }

    /// Plugins are no entities.
    bool namesEntities(QStringView measure) { return measure == u"entities" || measure == u"docs" || measure == u"templates"; }

    bool isOfKind(const domain::UsageTable::Row &row, const QString &kind) { return kind.isEmpty() || row.subject.section(u':', 0, 0) == kind; }

    CardContent rankingOf(const InsightsAnswer &answer, const Side &side, UsageRanking which, const QString &title, const QString &rowHeader, QStringView measure)
    {
        CardContent content { { title, rowHeader, ChartUnit::Count, {}, { { Say::tr("times"), {}, u"count"_s } } }, {}, {}, {} };
        sayAbsence(answer, content, side, !measure.isEmpty());
        ChartContent &chart = content.chart;
        if (side.knows(answer)) {
            if (side.organisation)
                chart.series.push_back({ Say::tr("people"), {}, u"people"_s });
            for (const RankedUse &use : side.report(answer).ranking(which)) {
                chart.rows.push_back({ which == UsageRanking::Panes ? paneTitle(use.subject) : titleOf(use), {}, {}, use.subject });
                chart.series[0].values.push_back(double(use.count));
                if (side.organisation)
                    chart.series[1].values.push_back(use.people);
            }
            content.total = Say::tr("%n in all", nullptr, side.report(answer).distinct[size_t(which)]);
        } else if (const domain::UsageTable *table = side.organisation ? answer.table(measure) : nullptr) {
            const bool byKind = namesEntities(measure);
            for (const domain::UsageTable::Row &row : table->rows) {
                if (byKind && !isOfKind(row, side.question(answer).kind))
                    continue;
                chart.rows.push_back({ row.title.isEmpty() ? row.subject : row.title, {}, {}, row.subject });
                chart.series[0].values.push_back(double(row.count));
            }
            content.note = countedNote(*table) + unfilteredNote(answer, byKind);
            content.chart.time = chartTime(table->from, table->to);
        }
        return content;
    }

    BehindList told(const InsightsAnswer &answer, QStringView measure, const QString &key)
    {
        BehindList list { key, { Say::tr("What"), Say::tr("Times"), Say::tr("Last") }, {}, Say::tr("The portal tells the number, and no list behind it.") };
        if (const domain::UsageTable *table = answer.table(measure)) {
            for (const domain::UsageTable::Row &row : table->rows) {
                if (row.subject == key)
                    list.rows.push_back({ { row.title.isEmpty() ? row.subject : row.title, QLocale().toString(row.count), exactTime(row.last) }, row.subject.contains(u':') ? row.subject : QString() });
            }
        }
        return list;
    }

    /// As if the chart had room for everything that is ranked.
    std::function<BehindList(const InsightsAnswer &)> allOf(
        const std::function<CardContent(const InsightsAnswer &)> &make, const Side &side)
    {
        return [make, side](const InsightsAnswer &answer) {
            InsightsAnswer wide = answer;
            if (side.knows(answer)) {
                insights::UsageQuestion question = side.question(answer);
                question.limit = mostListed;
                (side.organisation ? wide.organisation : wide.own) = insights::reportOf(side.estate(answer), question);
            }
            BehindList list = chartList(make(wide).chart);
            if (int(list.rows.size()) >= mostListed)
                list.note = Say::tr("The first %n are listed.", nullptr, mostListed);
            return list;
        };
    }

    BehindList peopleList(const InsightsAnswer &answer, const Side &side, const BehindUse &what, const QString &title)
    {
        BehindList list { title, { Say::tr("Person"), Say::tr("Times"), Say::tr("Last") }, {}, {} };
        for (const RankedUse &person : insights::peopleBehind(side.estate(answer), side.question(answer), what))
            list.rows.push_back({ { titleOf(person), QLocale().toString(person.count), exactTime(person.last) }, person.subject });
        return list;
    }

    CardSpec rankingCard(const QString &id, bool organisation, UsageRanking which, const QString &title, const QString &rowHeader, const QString &definition, const QString &measure = {})
    {
        const Side side { organisation };
        CardSpec card { id, organisation ? InsightsSection::Organisation : InsightsSection::Own, ChartKind::TopBars, title, definition, {}, {} };
        card.make = [=](const InsightsAnswer &answer) { return rankingOf(answer, side, which, title, rowHeader, measure); };
        card.all = allOf(card.make, side);
        card.behind = [=](const InsightsAnswer &answer, const QString &row, const QString &series) {
            if (!side.knows(answer))
                return told(answer, measure, row);
            BehindUse what;
            what.ranking = which;
            what.subject = row;
            what.limit = mostListed;
            const QString name = title + u": "_s + row;
            if (series == "people"_L1)
                return peopleList(answer, side, what, name);
            const auto rows = insights::rowsBehind(side.estate(answer), side.question(answer), what);
            return eventList(side.estate(answer), rows, name, organisation);
        };
        return card;
    }

    /// Before it begins and after it ends, a table knows nothing, and that is not none.
    bool isKnown(const domain::UsageTable &table, const QDate &step, UsageStep of)
    {
        return step >= insights::UsageTime::stepOf(table.from, of) && step <= table.to;
    }

    /// "6 of 250 licensed people in 28 days".
    QString peopleNote(const InsightsAnswer &answer)
    {
        const domain::UsageTable *table = answer.table(u"people");
        if (!table || table->rows.empty())
            return {};
        const QString count = QLocale().toString(table->rows[0].count), licensed = QLocale().toString(table->rows[0].fresh);
        return u" · "_s + (table->rows[0].fresh > 0 ? Say::tr("%1 of %2 licensed people in %n day(s)", nullptr, table->days()).arg(count, licensed)
                                                    : Say::tr("%1 people in %n day(s)", nullptr, table->days()).arg(count));
    }

    /// Active people as a portal counted them, in the time that is asked for.
    void addActive(const domain::UsageTable &table, const insights::UsageTime &time, ChartContent &chart)
    {
        std::map<QDate, const domain::UsageTable::Row *> told;
        for (const domain::UsageTable::Row &row : table.rows)
            told[row.date] = &row;
        const domain::UsageTable::Row none;
        for (const QDate &from : insights::UsageTime { time.from, time.to, table.step }.steps()) {
            const auto found = told.find(from);
            const domain::UsageTable::Row &row = found == told.end() ? none : *found->second;
            chart.rows.push_back(stepRow(from, table.step));
            for (const auto &[series, count] : { std::pair(0, row.count), std::pair(1, row.fresh), std::pair(2, row.returning) })
                chart.series[size_t(series)].values.push_back(isKnown(table, from, table.step) ? double(count) : unknownValue);
        }
    }

    CardContent activeOf(const InsightsAnswer &answer, const Side &side, const QString &title)
    {
        const UsageStep step = side.question(answer).time.step;
        CardContent content { { title, Say::tr("From"), ChartUnit::Count, {}, {} }, stepNote(step), {}, {} };
        sayAbsence(answer, content, side, true);
        ChartContent &chart = content.chart;
        if (!side.organisation) {
            chart.series = { { Say::tr("done"), {}, u"events"_s } };
        } else {
            chart.series = { { Say::tr("people"), {}, u"people"_s }, { Say::tr("new"), {}, u"fresh"_s }, { Say::tr("returning"), {}, u"returning"_s } };
        }
        if (side.knows(answer)) {
            for (const insights::ActivePoint &point : side.report(answer).active) {
                chart.rows.push_back(stepRow(point.from, step));
                chart.series[0].values.push_back(side.organisation ? point.people : point.events);
                if (side.organisation) {
                    chart.series[1].values.push_back(point.fresh);
                    chart.series[2].values.push_back(point.returning());
                }
            }
        } else if (const domain::UsageTable *table = side.organisation ? answer.table(u"activePeople", step) : nullptr) {
            content.note = stepNote(table->step) + peopleNote(answer) + unfilteredNote(answer, false);
            addActive(*table, side.question(answer).time, chart);
        }
        return content;
    }

    CardSpec activeCard(const QString &id, bool organisation, const QString &title, const QString &definition)
    {
        const Side side { organisation };
        CardSpec card { id, organisation ? InsightsSection::Organisation : InsightsSection::Own, organisation ? ChartKind::Line : ChartKind::Bars, title, definition, {}, {} };
        card.make = [=](const InsightsAnswer &answer) { return activeOf(answer, side, title); };
        card.behind = [=](const InsightsAnswer &answer, const QString &row, const QString &series) {
            if (!side.knows(answer))
                return BehindList { title, {}, {}, Say::tr("The portal tells the number, and no list behind it.") };
            BehindUse what;
            what.step = QDate::fromString(row, Qt::ISODate);
            if (series == "fresh"_L1)
                what.of = BehindUse::Of::Fresh;
            else if (series == "returning"_L1)
                what.of = BehindUse::Of::Returning;
            what.limit = mostListed;
            const QString name = title + u", "_s + stepRow(what.step, side.question(answer).time.step).name;
            if (!side.organisation)
                return eventList(side.estate(answer), insights::rowsBehind(side.estate(answer), side.question(answer), what), name, false);
            return peopleList(answer, side, what, name);
        };
        return card;
    }

    /// What a portal counted by day, in the steps and the time that are asked for.
    void addCounted(const domain::UsageTable &table, const insights::UsageTime &time, ChartContent &chart)
    {
        std::map<QDate, qint64> steps;
        for (const QDate &step : time.steps())
            steps[step] = 0;
        for (const domain::UsageTable::Row &row : table.rows) {
            if (row.date >= time.from && row.date <= time.to)
                steps[insights::UsageTime::stepOf(row.date, time.step)] += row.count;
        }
        for (const auto &[from, count] : steps) {
            chart.rows.push_back(stepRow(from, time.step));
            chart.series[0].values.push_back(isKnown(table, from, time.step) ? double(count) : unknownValue);
        }
    }

    /// Searches of the organisation over time.
    CardSpec searchesCard()
    {
        const Side side { true };
        CardSpec card { u"organisation.searches"_s, InsightsSection::Organisation, ChartKind::Line, Say::tr("Searches"),
            Say::tr("Searches in each step, and those of them with no result at all, where that is told."), {}, {} };
        card.make = [side, title = card.title](const InsightsAnswer &answer) {
            const insights::UsageTime &time = side.question(answer).time;
            CardContent content { { title, Say::tr("From"), ChartUnit::Count, {}, { { Say::tr("searches"), {}, u"searches"_s } } }, stepNote(time.step), {}, {} };
            sayAbsence(answer, content, side, true);
            ChartContent &chart = content.chart;
            if (side.knows(answer)) {
                chart.series.push_back({ Say::tr("found nothing"), {}, u"nothing"_s });
                for (const insights::ActivePoint &point : side.report(answer).active) {
                    chart.rows.push_back(stepRow(point.from, time.step));
                    chart.series[0].values.push_back(point.searches);
                    chart.series[1].values.push_back(point.foundNothing);
                }
            } else if (const domain::UsageTable *table = answer.table(u"searches")) {
                content.note += unfilteredNote(answer, false);
                addCounted(*table, time, chart);
            }
            return content;
        };
        card.behind = [side, title = card.title](const InsightsAnswer &answer, const QString &row, const QString &series) {
            const QDate step = QDate::fromString(row, Qt::ISODate);
            const insights::UsageTime &time = side.question(answer).time;
            const QString name = title + u", "_s + stepRow(step, time.step).name;
            if (!side.knows(answer)) {
                // Days are what it tells.
                BehindList list { name, { Say::tr("From"), Say::tr("Times") }, {}, Say::tr("The portal tells how many, and not what was searched for.") };
                if (const domain::UsageTable *table = answer.table(u"searches")) {
                    for (const domain::UsageTable::Row &day : table->rows) {
                        if (day.date >= time.from && day.date <= time.to && insights::UsageTime::stepOf(day.date, time.step) == step)
                            list.rows.push_back({ { stepRow(day.date, UsageStep::Day).name, QLocale().toString(day.count) }, {} });
                    }
                }
                return list;
            }
            BehindUse what;
            what.ranking = series == "nothing"_L1 ? UsageRanking::FoundNothing : UsageRanking::Searches;
            what.step = step;
            what.limit = mostListed;
            return eventList(side.estate(answer), insights::rowsBehind(side.estate(answer), side.question(answer), what), name, true);
        };
        return card;
    }

    /// Sites of documentation that were not opened, with how long ago they were.
    CardSpec unopenedCard(const QString &id, bool organisation, const QString &title, const QString &definition)
    {
        const Side side { organisation };
        CardSpec card { id, organisation ? InsightsSection::Organisation : InsightsSection::Own, ChartKind::TopBars, title, definition, {}, {}, true };
        card.make = [=](const InsightsAnswer &answer) {
            CardContent content { { title, Say::tr("Documentation"), ChartUnit::Count, {}, { { Say::tr("days since"), {}, u"days"_s } } }, {}, {}, {} };
            sayAbsence(answer, content, side, false);
            if (!side.knows(answer))
                return content;
            const QDate today = side.question(answer).time.to;
            for (const RankedUse &site : side.report(answer).unopenedDocs) {
                content.chart.rows.push_back({ titleOf(site), {}, {}, site.subject });
                content.chart.series[0].values.push_back(site.last.isValid() ? double(site.last.toLocalTime().date().daysTo(today)) : unknownValue);
            }
            content.total = Say::tr("%n in all", nullptr, int(content.chart.rows.size()));
            return content;
        };
        card.all = allOf(card.make, side);
        card.behind = [=](const InsightsAnswer &answer, const QString &row, const QString &) {
            BehindList list { title, { Say::tr("Documentation"), Say::tr("Last") }, {}, {} };
            for (const RankedUse &site : side.report(answer).unopenedDocs) {
                if (site.subject == row)
                    list.rows.push_back({ { titleOf(site), site.last.isValid() ? exactTime(site.last) : Say::tr("never") }, site.subject });
            }
            return list;
        };
        return card;
    }

    /// Of what the portal counted itself: runs, times what the catalog's template says.
    void addSaved(const InsightsAnswer &answer, const domain::UsageTable &table, CardContent &content)
    {
        static const QHash<QString, qint64> none;
        const auto &minutes = answer.state->own.minutesSaved ? *answer.state->own.minutesSaved : none;
        double all = 0;
        for (const domain::UsageTable::Row &row : table.rows) {
            const double saved = double(minutes.value(row.subject, -1)) * double(row.count) * 60'000;
            if (saved < 0 || !isOfKind(row, answer.organisationQuestion.kind))
                continue;
            content.chart.rows.push_back({ row.title.isEmpty() ? row.subject : row.title, {}, {}, row.subject });
            content.chart.series[0].values.push_back(saved);
            all += saved;
        }
        content.note = countedNote(table) + unfilteredNote(answer, true);
        content.chart.time = chartTime(table.from, table.to);
        if (all > 0)
            content.total = Say::tr("%1 in all").arg(chartValueText(all, ChartUnit::Duration));
    }

    CardSpec savedCard()
    {
        CardSpec card = rankingCard(u"organisation.saved"_s, true, UsageRanking::Templates, Say::tr("Time saved by templates"), Say::tr("Template"),
            Say::tr("Runs of each template, times what it says that it saves (backstage.io/time-saved). Those that do not say are left out."), u"templates"_s);
        card.make = [title = card.title](const InsightsAnswer &answer) {
            CardContent content { { title, Say::tr("Template"), ChartUnit::Duration, {}, { { Say::tr("saved"), {}, u"minutes"_s } } }, {}, Say::tr("No template says what it saves"),
                Say::tr("Templates say it in the annotation backstage.io/time-saved.") };
            if (const domain::UsageTable *table = answer.hasEvents() ? nullptr : answer.table(u"templates")) {
                addSaved(answer, *table, content);
                return content;
            }
            for (const RankedUse &use : answer.organisation.ranking(UsageRanking::Templates)) {
                if (use.minutes < 0)
                    continue;
                content.chart.rows.push_back({ titleOf(use), {}, {}, use.subject });
                content.chart.series[0].values.push_back(double(use.minutes) * 60'000);
            }
            const double all = double(answer.organisation.minutesSaved) * 60'000;
            if (all > 0)
                content.total = Say::tr("%1 in all").arg(chartValueText(all, ChartUnit::Duration));
            return content;
        };
        card.all = allOf(card.make, { .organisation = true });
        return card;
    }

} // namespace

QString stepNote(UsageStep step)
{
    switch (step) {
    case UsageStep::Day: return Say::tr("by day");
    case UsageStep::Week: return Say::tr("by week");
    case UsageStep::Month: return Say::tr("by month");
    }
    return {};
}

ChartRow stepRow(const QDate &from, UsageStep step)
{
    return step == UsageStep::Day ? dayRow(from) : step == UsageStep::Week ? weekRow(from) : monthRow(from);
}

QString paneTitle(const QString &id)
{
    const auto panes = allPanes();
    const auto known = std::ranges::find(panes, id, &PaneFactory::id);
    return known == panes.end() ? id : known->title;
}

QString deedText(domain::UsageDeed deed)
{
    switch (deed) {
    case domain::UsageDeed::OpenedPane: return Say::tr("Opened a pane");
    case domain::UsageDeed::OpenedEntity: return Say::tr("Opened an entity");
    case domain::UsageDeed::OpenedDoc: return Say::tr("Read documentation");
    case domain::UsageDeed::Searched: return Say::tr("Searched");
    case domain::UsageDeed::RanTemplate: return Say::tr("Ran a template");
    case domain::UsageDeed::RanAction: return Say::tr("Ran an action");
    case domain::UsageDeed::ActedOn: return Say::tr("Dealt with");
    }
    return {};
}

BehindList eventList(const insights::UsageEstate &estate, const std::vector<insights::UsageRow> &rows, const QString &title, bool people)
{
    BehindList list { title, { Say::tr("When"), Say::tr("Done"), Say::tr("What"), Say::tr("About"), Say::tr("Found") }, {}, {} };
    if (people)
        list.heads.append(Say::tr("Who"));
    for (const insights::UsageRow row : rows) {
        const insights::UsageEvent event = estate.index->event(row);
        BehindList::Row line { { exactTime(QDateTime::fromMSecsSinceEpoch(event.at, QTimeZone::UTC)), deedText(event.deed), event.what, event.about,
                                   event.hits < 0 ? QString() : QLocale().toString(event.hits) },
            event.about };
        if (people)
            line.cells.append(event.person);
        list.rows.push_back(std::move(line));
    }
    if (int(rows.size()) >= mostListed)
        list.note = Say::tr("The newest %n are listed.", nullptr, mostListed);
    return list;
}

BehindList chartList(const ChartContent &chart)
{
    BehindList list { chart.title, { chart.rowHeader }, {}, {} };
    for (const ChartSeries &series : chart.series)
        list.heads.append(series.name);
    for (size_t row = 0; row < chart.rows.size(); ++row) {
        BehindList::Row line { { chart.rows[row].name }, chart.rows[row].key };
        for (const ChartSeries &series : chart.series)
            line.cells.append(chartValueText(series.values[row], chart.unit));
        list.rows.push_back(std::move(line));
    }
    return list;
}

void addOwnCards(std::vector<CardSpec> &cards)
{
    cards.push_back(activeCard(u"own.active"_s, false, Say::tr("What you did"), Say::tr("Everything that is recorded of your use: see What is Kept.")));
    cards.push_back(rankingCard(u"own.entities"_s, false, UsageRanking::Entities, Say::tr("Entities you opened"), Say::tr("Entity"), Say::tr("Pages of entities, each time one was opened.")));
    cards.push_back(rankingCard(u"own.panes"_s, false, UsageRanking::Panes, Say::tr("Panes you used"), Say::tr("Pane"), Say::tr("Each time a pane was opened or come to.")));
    cards.push_back(rankingCard(u"own.docs"_s, false, UsageRanking::Docs, Say::tr("Documentation you read"), Say::tr("Documentation"), Say::tr("Pages opened, by the entity they document.")));
    cards.push_back(rankingCard(u"own.searches"_s, false, UsageRanking::Searches, Say::tr("What you searched for"), Say::tr("Words"), Say::tr("Searches that came to rest; case and spaces do not count.")));
    cards.push_back(rankingCard(u"own.nothing"_s, false, UsageRanking::FoundNothing, Say::tr("Searches that found nothing"), Say::tr("Words"), Say::tr("Searches with no result at all.")));
    cards.push_back(rankingCard(u"own.actions"_s, false, UsageRanking::Actions, Say::tr("Actions you ran"), Say::tr("Action"), Say::tr("Actions of integrations, such as running a build again.")));
    cards.push_back(unopenedCard(u"own.unopened"_s, false, Say::tr("Documentation you did not open"), Say::tr("Sites of the catalog that you did not open in this time.")));
}

void addOrganisationCards(std::vector<CardSpec> &cards)
{
    cards.push_back(activeCard(u"organisation.active"_s, true, Say::tr("Active people"), Say::tr("People who did anything in each step; new are those who never did before.")));
    cards.push_back(rankingCard(u"organisation.plugins"_s, true, UsageRanking::Panes, Say::tr("Most used plugins"), Say::tr("Plugin"), Say::tr("Each time a plugin was opened."), u"plugins"_s));
    cards.push_back(rankingCard(u"organisation.entities"_s, true, UsageRanking::Entities, Say::tr("Most opened entities"), Say::tr("Entity"), Say::tr("Pages of entities, each time one was opened."), u"entities"_s));
    cards.push_back(rankingCard(u"organisation.docs"_s, true, UsageRanking::Docs, Say::tr("Most read documentation"), Say::tr("Documentation"), Say::tr("Pages opened, by the entity they document."), u"docs"_s));
    cards.push_back(rankingCard(u"organisation.templates"_s, true, UsageRanking::Templates, Say::tr("Most run templates"), Say::tr("Template"), Say::tr("Runs of templates."), u"templates"_s));
    cards.push_back(savedCard());
    cards.push_back(searchesCard());
    cards.push_back(rankingCard(u"organisation.searched"_s, true, UsageRanking::Searches, Say::tr("What is searched for"), Say::tr("Words"), Say::tr("Searches that came to rest; case and spaces do not count.")));
    cards.push_back(rankingCard(u"organisation.nothing"_s, true, UsageRanking::FoundNothing, Say::tr("Searches that found nothing"), Say::tr("Words"), Say::tr("Searches with no result at all.")));
    cards.push_back(unopenedCard(u"organisation.unopened"_s, true, Say::tr("Documentation nobody opens"), Say::tr("Sites of the catalog that nobody opened in this time.")));
}

std::vector<CardSpec> insightsCards()
{
    std::vector<CardSpec> cards;
    addOwnCards(cards);
    addOrganisationCards(cards);
    addCatalogCards(cards);
    return cards;
}

} // namespace callboard::ui::panes
