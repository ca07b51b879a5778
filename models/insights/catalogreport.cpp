// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/cataloghistory.h"
#include "models/insights/usageselection.h"

#include <algorithm>

namespace callboard::insights {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 millisecondsOfDay = 86'400'000;
using Span = CatalogHistory::Span;

/// The catalog as it was at one moment after the other, each entity once whatever connections have it.
class Replay final {
public:
    Replay(const CatalogHistory &history, const mirror::Snapshot &catalog, const CatalogQuestion &question)
        : m_history(history)
        , m_question(question)
        , m_kind(history.find(question.kind.toLower()))
        , m_system(history.find(question.system.toLower()))
        , m_seen(history.stringCount())
    {
        if (question.team.isEmpty())
            return;
        m_teams.assign(history.stringCount(), 0);
        const auto allow = [this](QStringView ref) {
            if (const StringId id = m_history.find(ref.toString().toLower()))
                m_teams[id] = 1;
        };
        allow(question.team);
        if (const mirror::Row team = catalog.find(question.team); team != mirror::noRow) {
            for (const mirror::Row row : catalog.withSubgroups(std::vector { team }))
                allow(catalog.ref(row));
        }
    }

    /// Goes to a moment, not before the last one. `visit` is called for each span that is asked for.
    template<typename Visit>
    void at(qint64 moment, Visit visit)
    {
        const auto spans = m_history.spans();
        for (; m_next < spans.size() && spans[m_next].from <= moment; ++m_next)
            m_active.push_back(quint32(m_next));
        std::erase_if(m_active, [&](quint32 span) { return spans[span].until <= moment; });
        ++m_moment;
        for (const quint32 span : m_active) {
            if (m_seen[spans[span].ref] == m_moment)
                continue;
            m_seen[spans[span].ref] = m_moment;
            if (isAsked(spans[span]))
                visit(spans[span]);
        }
    }

    std::vector<bool> problemsAt(qint64 moment) const
    {
        std::vector<bool> has(m_history.stringCount());
        for (const CatalogHistory::ProblemSpan &span : m_history.problems()) {
            if (span.from <= moment && moment < span.until)
                has[span.ref] = true;
        }
        return has;
    }
    bool lookedForProblems(qint64 moment) const { return m_history.problemsBegin() >= 0 && moment >= m_history.problemsBegin(); }
    bool isFresh(const Span &span, qint64 moment) const { return moment - span.changedAt < m_question.staleDays * millisecondsOfDay; }

private:
    bool isAsked(const Span &span) const
    {
        return (m_question.kind.isEmpty() || span.kind == m_kind) && (m_question.system.isEmpty() || (span.system == m_system && m_system))
            && (m_teams.empty() || m_teams[span.owner]);
    }

    const CatalogHistory &m_history;
    const CatalogQuestion &m_question;
    StringId m_kind, m_system;
    std::vector<quint8> m_teams; ///< By string id; empty: all.
    std::vector<quint32> m_seen; ///< By ref: the last moment it was there.
    std::vector<quint32> m_active;
    size_t m_next = 0;
    quint32 m_moment = 0;
};

/// The end of a step, or now where that is earlier.
qint64 endOf(const CatalogQuestion &question, const std::vector<QDate> &steps, size_t step)
{
    const QDate next = step + 1 < steps.size() ? steps[step + 1] : question.time.to.addDays(1);
    return std::min(beginOf(next, question.zone) - 1, QDateTime::currentMSecsSinceEpoch());
}

void count(CatalogPoint &point, const Span &span, bool fresh, bool problem)
{
    ++point.entities;
    point.orphans += (span.flags & CatalogHistory::Orphan) != 0;
    if (point.problems >= 0)
        point.problems += problem;
    if (!(span.flags & CatalogHistory::Countable))
        return;
    ++point.countable;
    point.owned += (span.flags & CatalogHistory::Owned) != 0;
    point.documented += (span.flags & CatalogHistory::Documented) != 0;
    point.fresh += fresh;
}

/// Who was there, compared with the moment before.
class Presence final {
public:
    explicit Presence(quint32 strings)
        : m_there(strings)
    {
    }
    /// True when it was not there before.
    bool note(StringId ref, quint32 moment)
    {
        const bool came = m_there[ref] + 1 != moment;
        m_there[ref] = moment;
        return came;
    }

private:
    std::vector<quint32> m_there;
};

std::vector<CatalogReport::Group> sorted(const std::map<StringId, CatalogPoint> &points, const CatalogHistory &history, const mirror::Snapshot &catalog)
{
    std::vector<CatalogReport::Group> groups;
    for (const auto &[id, point] : points) {
        const QString ref = history.text(id).toString();
        const mirror::Row row = catalog.find(ref);
        const auto parsed = domain::EntityRef::parse(ref);
        groups.push_back({ ref, row != mirror::noRow ? catalog.displayName(row).toString() : parsed ? parsed->name : ref, point });
    }
    std::ranges::sort(groups, [](const CatalogReport::Group &a, const CatalogReport::Group &b) {
        return a.point.entities != b.point.entities ? a.point.entities > b.point.entities : a.ref < b.ref;
    });
    return groups;
}

} // namespace

CatalogReport catalogReportOf(const CatalogHistory &history, const mirror::Snapshot &catalog, const CatalogQuestion &question)
{
    CatalogReport report;
    Replay replay(history, catalog, question);
    Presence presence(history.stringCount());
    const std::vector<QDate> steps = question.time.steps();
    if (steps.empty())
        return report;
    quint32 moment = 1;
    int before = 0;
    replay.at(beginOf(question.time.from, question.zone) - 1, [&](const Span &span) {
        std::ignore = presence.note(span.ref, moment);
        ++before;
    });
    std::map<StringId, CatalogPoint> teams, systems;
    for (size_t step = 0; step < steps.size(); ++step) {
        ++moment;
        const qint64 end = endOf(question, steps, step);
        const bool last = step + 1 == steps.size();
        const bool looked = replay.lookedForProblems(end);
        const std::vector<bool> problems = replay.problemsAt(end);
        CatalogPoint point;
        point.from = steps[step];
        point.problems = looked ? 0 : -1;
        CatalogPoint empty = point;
        replay.at(end, [&](const Span &span) {
            const bool fresh = replay.isFresh(span, end), problem = problems[span.ref];
            point.came += presence.note(span.ref, moment);
            count(point, span, fresh, problem);
            if (span.lifecycle)
                ++point.lifecycles[history.text(span.lifecycle).toString()];
            if (last) {
                count(teams.try_emplace(span.owner, empty).first->second, span, fresh, problem);
                count(systems.try_emplace(span.system, empty).first->second, span, fresh, problem);
            }
        });
        point.went = before - (point.entities - point.came);
        before = point.entities;
        report.points.push_back(point);
    }
    report.now = report.points.back();
    report.teams = sorted(teams, history, catalog);
    report.systems = sorted(systems, history, catalog);
    return report;
}

QStringList entitiesBehind(const CatalogHistory &history, const mirror::Snapshot &catalog, const CatalogQuestion &question, CatalogMeasure measure,
    QDate step, const QString &lifecycle, const std::optional<CatalogGroup> &group)
{
    const std::vector<QDate> steps = question.time.steps();
    if (steps.empty())
        return {};
    const auto found = step.isValid() ? std::ranges::find(steps, step) : std::prev(steps.end());
    if (found == steps.end())
        return {};
    const auto place = size_t(found - steps.begin());
    const qint64 begin = beginOf(step.isValid() ? std::max(*found, question.time.from) : question.time.from, question.zone) - 1;
    const qint64 end = endOf(question, steps, place);
    Replay replay(history, catalog, question);
    QSet<StringId> atBegin;
    if (begin <= end)
        replay.at(begin, [&](const Span &span) { atBegin.insert(span.ref); });
    const std::vector<bool> problems = replay.problemsAt(end);
    QStringList refs;
    const StringId groupId = group ? history.find(group->ref.toLower()) : 0;
    if (group && !group->ref.isEmpty() && groupId == 0)
        return {}; // Nobody ever owned anything by that name.
    const auto isBehind = [&](const Span &span) {
        if (group && (group->isSystem ? span.system : span.owner) != groupId)
            return false;
        const bool countable = span.flags & CatalogHistory::Countable;
        switch (measure) {
        case CatalogMeasure::Entities: return true;
        case CatalogMeasure::Owned: return countable && (span.flags & CatalogHistory::Owned) != 0;
        case CatalogMeasure::NotOwned: return countable && !(span.flags & CatalogHistory::Owned);
        case CatalogMeasure::Documented: return countable && (span.flags & CatalogHistory::Documented) != 0;
        case CatalogMeasure::NotDocumented: return countable && !(span.flags & CatalogHistory::Documented);
        case CatalogMeasure::Fresh: return countable && replay.isFresh(span, end);
        case CatalogMeasure::Stale: return countable && !replay.isFresh(span, end);
        case CatalogMeasure::Orphans: return (span.flags & CatalogHistory::Orphan) != 0;
        case CatalogMeasure::Problems: return replay.lookedForProblems(end) && problems[span.ref];
        case CatalogMeasure::Lifecycle: return span.lifecycle && history.text(span.lifecycle) == lifecycle.toLower();
        case CatalogMeasure::Came:
        case CatalogMeasure::Went: return !atBegin.contains(span.ref);
        }
        return false;
    };
    QSet<StringId> atEnd;
    replay.at(end, [&](const Span &span) {
        atEnd.insert(span.ref);
        if (measure != CatalogMeasure::Went && isBehind(span))
            refs.append(history.text(span.ref).toString());
    });
    if (measure == CatalogMeasure::Went) {
        for (const StringId ref : std::as_const(atBegin)) {
            if (!atEnd.contains(ref))
                refs.append(history.text(ref).toString());
        }
    }
    refs.sort();
    return refs;
}

} // namespace callboard::insights
