// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usageselection.h"

#include <algorithm>

namespace callboard::insights {

namespace {

/// Whether an event is behind a number.
class Behind final {
public:
    Behind(const UsageEstate &estate, const UsageQuestion &question, const BehindUse &what)
        : m_index(*estate.index)
        , m_selection(estate, narrowed(question, what))
        , m_what(what)
        , m_subject(m_index.find(what.subject))
        , m_begin(beginOf(narrowed(question, what).time.from, question.zone))
    {
        m_nothing = !what.subject.isEmpty() && m_subject == 0;
    }

    UsageRow begin() const { return m_nothing ? m_selection.end() : m_selection.begin(); }
    UsageRow end() const { return m_selection.end(); }
    bool includes(UsageRow row) const
    {
        if (!m_selection.passes(row) || !isOfThem(row))
            return false;
        if (!m_what.ranking)
            return true;
        if (*m_what.ranking == UsageRanking::People)
            return m_what.subject.isEmpty() || m_index.person(row) == m_subject;
        const UsageCount counted = countOf(m_index, row);
        const bool nothing = *m_what.ranking == UsageRanking::FoundNothing;
        if (counted.ranking != (nothing ? UsageRanking::Searches : *m_what.ranking) || (nothing && m_index.hits(row) != 0))
            return false;
        return m_what.subject.isEmpty() ? counted.subject != 0 : counted.subject == m_subject;
    }

    static UsageQuestion narrowed(const UsageQuestion &question, const BehindUse &what)
    {
        if (!what.step.isValid())
            return question;
        UsageQuestion narrow = question;
        const UsageStep step = question.time.step;
        const QDate next = step == UsageStep::Month ? what.step.addMonths(1) : what.step.addDays(step == UsageStep::Week ? 7 : 1);
        narrow.time.from = std::max(question.time.from, what.step);
        narrow.time.to = std::min(question.time.to, next.addDays(-1));
        return narrow;
    }

private:
    bool isOfThem(UsageRow row) const
    {
        if (m_what.of == BehindUse::Of::Everybody)
            return true;
        const bool isFresh = m_index.firstSeen(m_index.person(row)) >= m_begin;
        return isFresh == (m_what.of == BehindUse::Of::Fresh);
    }

    const UsageIndex &m_index;
    UsageSelection m_selection;
    const BehindUse &m_what;
    StringId m_subject;
    qint64 m_begin;
    bool m_nothing = false;
};

} // namespace

std::vector<UsageRow> rowsBehind(const UsageEstate &estate, const UsageQuestion &question, const BehindUse &what)
{
    std::vector<UsageRow> rows;
    const Behind behind(estate, question, what);
    for (UsageRow row = behind.end(); row > behind.begin() && qsizetype(rows.size()) < what.limit;) {
        if (behind.includes(--row))
            rows.push_back(row);
    }
    return rows;
}

std::vector<RankedUse> peopleBehind(const UsageEstate &estate, const UsageQuestion &question, const BehindUse &what)
{
    const UsageIndex &index = *estate.index;
    const Behind behind(estate, question, what);
    std::vector<quint32> counts(index.stringCount());
    std::vector<UsageRow> lasts(index.stringCount());
    for (UsageRow row = behind.begin(); row < behind.end(); ++row) {
        if (!behind.includes(row))
            continue;
        ++counts[index.person(row)];
        lasts[index.person(row)] = row;
    }
    std::vector<RankedUse> people;
    for (StringId id = 0; id < index.stringCount(); ++id) {
        if (!counts[id])
            continue;
        people.push_back({ index.text(id).toString(), titleOf(estate, UsageRanking::People, id, lasts[id]), counts[id], 1, -1,
            QDateTime::fromMSecsSinceEpoch(index.at(lasts[id]), QTimeZone::UTC) });
    }
    std::ranges::sort(people, [](const RankedUse &a, const RankedUse &b) { return a.count != b.count ? a.count > b.count : a.subject < b.subject; });
    if (qsizetype(people.size()) > what.limit)
        people.resize(size_t(std::max(what.limit, 0)));
    return people;
}

} // namespace callboard::insights
