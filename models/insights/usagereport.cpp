// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagereport.h"

#include "models/insights/usageselection.h"

#include <algorithm>

namespace callboard::insights {

using namespace Qt::StringLiterals;

namespace {

constexpr UsageRow noUse = ~UsageRow(0);

/// Counts of one ranking, by string id.
struct Tally {
    struct Use {
        quint32 count = 0;
        UsageRow last = noUse;
    };
    std::vector<Use> uses;
    explicit Tally(quint32 strings)
        : uses(strings)
    {
    }
    quint32 count(StringId subject) const { return uses[subject].count; }
    void add(StringId subject, UsageRow row)
    {
        Use &use = uses[subject];
        ++use.count;
        use.last = row;
    }
};

/// One pass over the events of a question.
class Counting final {
public:
    Counting(const UsageEstate &estate, const UsageQuestion &question)
        : m_estate(estate)
        , m_index(*estate.index)
        , m_question(question)
        , m_selection(estate, question)
        , m_lastStep(m_index.stringCount(), -1)
    {
        m_tallies.assign(usageRankings, Tally(m_index.stringCount()));
    }

    UsageReport run()
    {
        countSteps();
        for (size_t ranking = 0; ranking < usageRankings; ++ranking)
            rank(UsageRanking(ranking));
        countPeople();
        addMinutes();
        findUnopened();
        return std::move(m_report);
    }

private:
    void countSteps()
    {
        const QDate first = m_question.time.from, last = m_question.time.to;
        m_report.total.from = first;
        const qint64 begin = first.isValid() ? beginOf(first, m_question.zone) : 0;
        const std::vector<QDate> steps = m_question.time.steps();
        UsageRow row = m_selection.begin();
        for (size_t step = 0; step < steps.size(); ++step) {
            const QDate next = step + 1 < steps.size() ? steps[step + 1] : last.addDays(1);
            const UsageRow end = std::min(m_selection.end(), m_index.firstAt(beginOf(next, m_question.zone)));
            ActivePoint point { .from = steps[step] };
            const qint64 stepBegin = beginOf(std::max(steps[step], first), m_question.zone);
            for (; row < end; ++row)
                take(row, int(step), stepBegin, begin, point);
            m_report.active.push_back(point);
        }
    }

    void take(UsageRow row, int step, qint64 stepBegin, qint64 begin, ActivePoint &point)
    {
        if (!m_selection.passes(row))
            return;
        ++point.events;
        ++m_report.total.events;
        const StringId person = m_index.person(row);
        if (int &last = m_lastStep[person]; last != step) {
            const qint64 firstSeen = m_index.firstSeen(person);
            ++point.people;
            point.fresh += firstSeen >= stepBegin;
            if (last < 0) {
                ++m_report.total.people;
                m_report.total.fresh += firstSeen >= begin;
            }
            last = step;
        }
        const UsageCount counted = countOf(m_index, row);
        if (counted.subject)
            tally(counted.ranking).add(counted.subject, row);
        tally(UsageRanking::People).add(person, row);
        if (m_index.deed(row) == UsageDeed::Searched) {
            ++m_report.searches;
            point.searches += counted.subject != 0;
            point.foundNothing += counted.subject != 0 && m_index.hits(row) == 0;
            if (m_index.hits(row) == 0) {
                ++m_report.searchesFoundNothing;
                if (counted.subject)
                    tally(UsageRanking::FoundNothing).add(counted.subject, row);
            }
        }
    }

    Tally &tally(UsageRanking ranking) { return m_tallies[size_t(ranking)]; }

    void rank(UsageRanking ranking)
    {
        const Tally &counted = tally(ranking);
        std::vector<StringId> &top = m_tops[size_t(ranking)];
        const StringId first = ranking == UsageRanking::People ? 0 : 1;
        for (StringId id = first; id < counted.uses.size(); ++id) {
            if (counted.count(id))
                top.push_back(id);
        }
        m_report.distinct[size_t(ranking)] = int(top.size());
        if (ranking == UsageRanking::Templates)
            m_templates = top;
        const auto before = [&](StringId a, StringId b) {
            if (counted.count(a) != counted.count(b))
                return counted.count(a) > counted.count(b);
            return m_index.text(a) < m_index.text(b);
        };
        const auto kept = std::min(top.size(), size_t(std::max(m_question.limit, 0)));
        std::partial_sort(top.begin(), top.begin() + qsizetype(kept), top.end(), before);
        top.resize(kept);
        for (const StringId id : top) {
            const UsageRow last = counted.uses[id].last;
            m_report.rankings[size_t(ranking)].push_back({ m_index.text(id).toString(), titleOf(m_estate, ranking, id, last),
                counted.count(id), 0, -1, QDateTime::fromMSecsSinceEpoch(m_index.at(last), QTimeZone::UTC) });
        }
    }

    /// Of the few that are shown, how many people each had: one bit for each of them and each person.
    void countPeople()
    {
        std::vector<quint32> personNumbers(m_index.stringCount());
        quint32 people = 0;
        for (StringId id = 0; id < m_index.stringCount(); ++id) {
            if (tally(UsageRanking::People).count(id))
                personNumbers[id] = people++;
        }
        constexpr quint16 noSlot = 0xffff;
        std::array<std::vector<quint16>, usageRankings> slots;
        std::vector<int *> counters;
        for (size_t ranking = 0; ranking < usageRankings; ++ranking) {
            slots[ranking].assign(m_index.stringCount(), noSlot);
            for (size_t place = 0; place < m_tops[ranking].size() && counters.size() < noSlot; ++place) {
                slots[ranking][m_tops[ranking][place]] = quint16(counters.size());
                counters.push_back(&m_report.rankings[ranking][place].people);
            }
        }
        std::vector<bool> seen(counters.size() * people);
        const auto note = [&](UsageRanking ranking, StringId subject, StringId person) {
            const quint16 slot = slots[size_t(ranking)][subject];
            if (slot == noSlot)
                return;
            const auto bit = seen[size_t(slot) * people + personNumbers[person]];
            if (!bit) {
                seen[size_t(slot) * people + personNumbers[person]] = true;
                ++*counters[slot];
            }
        };
        for (UsageRow row = m_selection.begin(); row < m_selection.end(); ++row) {
            if (!m_selection.passes(row))
                continue;
            const UsageCount counted = countOf(m_index, row);
            if (!counted.subject)
                continue;
            note(counted.ranking, counted.subject, m_index.person(row));
            if (counted.ranking == UsageRanking::Searches && m_index.hits(row) == 0)
                note(UsageRanking::FoundNothing, counted.subject, m_index.person(row));
        }
        for (RankedUse &person : m_report.rankings[size_t(UsageRanking::People)])
            person.people = 1;
    }

    void addMinutes()
    {
        static const QHash<QString, qint64> none;
        const auto &saved = m_estate.minutesSaved ? *m_estate.minutesSaved : none;
        for (const StringId id : m_templates) {
            const qint64 runs = tally(UsageRanking::Templates).count(id);
            const qint64 minutes = saved.value(m_index.text(id).toString(), -1);
            m_report.templateRuns += runs;
            if (minutes < 0)
                m_report.templateRunsUntold += runs;
            else
                m_report.minutesSaved += runs * minutes;
        }
        for (RankedUse &use : m_report.rankings[size_t(UsageRanking::Templates)]) {
            if (const qint64 minutes = saved.value(use.subject, -1); minutes >= 0)
                use.minutes = minutes * use.count;
        }
    }

    void findUnopened()
    {
        if (!m_estate.docs)
            return;
        std::vector<UsageRow> before(m_index.stringCount(), noUse);
        for (UsageRow row = 0; row < m_selection.begin(); ++row) {
            if (m_index.deed(row) == UsageDeed::OpenedDoc)
                before[m_index.about(row)] = row;
        }
        for (const KnownDoc &doc : *m_estate.docs) {
            const StringId id = m_index.find(doc.ref);
            if ((id && tally(UsageRanking::Docs).count(id)) || !m_selection.includesDoc(doc.ref))
                continue;
            RankedUse unopened { doc.ref, doc.title.isEmpty() ? doc.ref : doc.title, 0, 0, -1, {} };
            if (id && before[id] != noUse)
                unopened.last = QDateTime::fromMSecsSinceEpoch(m_index.at(before[id]), QTimeZone::UTC);
            m_report.unopenedDocs.push_back(unopened);
        }
        std::ranges::sort(m_report.unopenedDocs, [](const RankedUse &a, const RankedUse &b) {
            const int order = a.title.compare(b.title, Qt::CaseInsensitive);
            return order != 0 ? order < 0 : a.subject < b.subject;
        });
    }

    const UsageEstate &m_estate;
    const UsageIndex &m_index;
    const UsageQuestion &m_question;
    UsageSelection m_selection;
    std::vector<int> m_lastStep; ///< By person.
    std::vector<Tally> m_tallies;
    std::array<std::vector<StringId>, usageRankings> m_tops;
    std::vector<StringId> m_templates;
    UsageReport m_report;
};

} // namespace

UsageReport reportOf(const UsageEstate &estate, const UsageQuestion &question) { return Counting(estate, question).run(); }

} // namespace callboard::insights
