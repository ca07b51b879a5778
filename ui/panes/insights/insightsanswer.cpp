// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/insights/insightsanswer.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using domain::UsageStep;

namespace {

    constexpr int rankingRows = 200; ///< A chart shows the first of them, its table all.
    constexpr int shortest = 7, longest = 3'660;

    void collectChoices(InsightsAnswer &answer)
    {
        const mirror::Snapshot &catalog = *answer.state->snapshot;
        QSet<QString> kinds;
        for (mirror::Row row = 0; row < catalog.size(); ++row) {
            const QString kind = catalog.string(catalog.kindId(row)).toString().toLower();
            kinds.insert(kind);
            if (kind == "group"_L1)
                answer.teams.push_back({ catalog.displayName(row).toString(), catalog.ref(row).toString() });
        }
        for (const QString &kind : std::as_const(kinds))
            answer.kinds.push_back({ kind, kind });
        for (auto *choices : { &answer.teams, &answer.kinds })
            std::ranges::sort(*choices, [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.title, b.title) < 0; });
    }

} // namespace

void InsightsQuestion::choose(const QDate &one, const QDate &other)
{
    to = std::max(one, other);
    from = std::max(std::min(one, other), to.addDays(1 - longest));
}

insights::UsageTime InsightsQuestion::time(const QDate &today) const
{
    const qint64 length = isChosen() ? from.daysTo(to) + 1 : days;
    const UsageStep step = length <= 31 ? UsageStep::Day : length <= 200 ? UsageStep::Week : UsageStep::Month;
    if (isChosen())
        return { std::min(from, today), std::min(to, today), step }; // Of days to come nobody knows anything.
    return { insights::UsageTime::stepOf(today.addDays(1 - days), step), today, step };
}

QJsonObject InsightsQuestion::toJson() const
{
    QJsonObject json { { u"days"_s, days }, { u"team"_s, team }, { u"kind"_s, kind }, { u"source"_s, source } };
    if (isChosen()) {
        json.insert(u"from"_s, from.toString(Qt::ISODate));
        json.insert(u"to"_s, to.toString(Qt::ISODate));
    }
    return json;
}

InsightsQuestion InsightsQuestion::fromJson(const QJsonObject &json)
{
    InsightsQuestion question;
    question.days = std::clamp(json[u"days"].toInt(question.days), shortest, longest);
    question.team = json[u"team"].toString();
    question.kind = json[u"kind"].toString();
    question.source = json[u"source"].toString();
    const QDate from = QDate::fromString(json[u"from"].toString(), Qt::ISODate), to = QDate::fromString(json[u"to"].toString(), Qt::ISODate);
    if (from.isValid() && to.isValid())
        question.choose(from, to);
    return question;
}

const domain::UsageTable *InsightsAnswer::table(QStringView measure, std::optional<UsageStep> step) const
{
    const domain::UsageTable *best = nullptr;
    if (!organisationSource())
        return best;
    const auto distance = [&](const domain::UsageTable &each) {
        return std::tuple(!each.chosen, step && each.step != *step, std::abs(each.days() - question.days));
    };
    for (const domain::UsageTable &each : organisationSource()->tables) {
        if (each.measure == measure && isAbout(each, step) && (!best || distance(each) < distance(*best)))
            best = &each;
    }
    return best;
}

bool InsightsAnswer::isAbout(const domain::UsageTable &table, std::optional<UsageStep> step) const
{
    if (!question.isChosen())
        return !table.chosen;
    if (table.chosen)
        return table.from == question.from && table.to == question.to;
    // What was counted by day is true of each day in whatever time; people of a week are not those of its days.
    const bool isAskedByDay = table.measure == "searches"_L1 || (table.measure == "activePeople"_L1 && step == UsageStep::Day);
    return isAskedByDay && table.step == UsageStep::Day;
}

bool InsightsAnswer::isAwaited() const
{
    const insights::UsageSource *source = organisationSource();
    return question.isChosen() && source && !source->hasEvents() && !source->tables.empty()
        && std::ranges::none_of(source->tables, [this](const domain::UsageTable &table) { return table.chosen && isAbout(table, {}); });
}

InsightsAnswer answerOf(const insights::InsightsPtr &state, const InsightsQuestion &question, const QDate &today)
{
    InsightsAnswer answer;
    answer.state = state;
    answer.question = question;
    const insights::UsageTime time = question.time(today);
    answer.ownQuestion.time = time;
    answer.ownQuestion.team = question.team;
    answer.ownQuestion.teamOf = insights::UsageQuestion::TeamOf::Owned;
    answer.ownQuestion.kind = question.kind;
    answer.ownQuestion.limit = rankingRows;
    answer.organisationQuestion = answer.ownQuestion;
    answer.organisationQuestion.teamOf = insights::UsageQuestion::TeamOf::People;
    answer.catalogQuestion.time = time;
    answer.catalogQuestion.team = question.team;
    answer.catalogQuestion.kind = question.kind;
    for (int at = 0; at < int(state->sources.size()); ++at) {
        if (answer.source < 0 || state->sources[size_t(at)].connectionId == question.source)
            answer.source = at;
    }
    if (answer.hasOwn() && state->own.catalog)
        answer.own = insights::reportOf(state->own, answer.ownQuestion);
    if (answer.hasEvents())
        answer.organisation = insights::reportOf(answer.organisationSource()->estate, answer.organisationQuestion);
    if (answer.hasCatalog())
        answer.catalog = insights::catalogReportOf(*state->catalog, *state->snapshot, answer.catalogQuestion);
    if (state->snapshot)
        collectChoices(answer);
    return answer;
}

} // namespace callboard::ui::panes
