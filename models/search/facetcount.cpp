// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/facetcount.h"

#include <algorithm>
#include <bit>

namespace callboard::search {

using mirror::Snapshot;
using mirror::StringId;

namespace {

constexpr qint64 day = qint64(24) * 60 * 60 * 1000;
constexpr qint64 week = 7 * day;
/// As FacetCounts has the states.
constexpr std::array<quint16, 3> stateFlags { Snapshot::HasProblems, Snapshot::Orphan, Snapshot::Dangling };

/// What a facet's selection means for one row.
class FacetTest {
public:
    FacetTest(const CatalogIndex &index, Facet facet, const QStringList &values, const Personal *personal, qint64 now)
        : m_index(index)
        , m_facet(facet)
        , m_personal(personal)
    {
        if (facet == Facet::Tag)
            allow(index.tagValues(), values);
        else if (const std::optional<Field> field = fieldOf(facet)) {
            allow(index.column(*field).values, values);
            m_codes = index.column(*field).codes.data();
        }
        m_mine = facet == Facet::Owner && values.contains(facetvalue::myTeams);
        if (facet == Facet::State) {
            m_flags = quint16((values.contains(facetvalue::problems) ? Snapshot::HasProblems : 0)
                | (values.contains(facetvalue::orphaned) ? Snapshot::Orphan : 0)
                | (values.contains(facetvalue::dangling) ? Snapshot::Dangling : 0));
        }
        if (facet == Facet::Freshness)
            m_seenBefore = now - (values.contains(facetvalue::overDay) ? day : week);
    }

    bool holds(Row row) const
    {
        switch (m_facet) {
        case Facet::Tag: return std::ranges::any_of(m_index.tags(row), [this](Code code) { return m_allowed[code] != 0; });
        case Facet::State: return (m_index.flags()[row] & m_flags) != 0;
        case Facet::Freshness: return m_index.seenAt()[row] < m_seenBefore;
        default: break;
        }
        return m_allowed[m_codes[row]] != 0 || (m_mine && m_personal && m_personal->has(row, Personal::Mine));
    }

private:
    void allow(const std::vector<StringId> &values, const QStringList &selected)
    {
        m_allowed.assign(values.size(), 0);
        for (size_t code = 0; code < values.size(); ++code)
            m_allowed[code] = selected.contains(m_index.snapshot().string(values[code]));
    }

    const CatalogIndex &m_index;
    Facet m_facet;
    const Personal *m_personal;
    std::vector<quint8> m_allowed;
    const Code *m_codes = nullptr;
    bool m_mine = false;
    quint16 m_flags = 0;
    qint64 m_seenBefore = 0;
};

/// Counts the values of one facet over rows; of plain columns those that this facet alone keeps out, the rest is counted together.
class Counter {
public:
    Counter(const CatalogIndex &index, Facet facet, const Personal *personal, qint64 now, FacetCounts &counts)
        : m_index(index)
        , m_facet(facet)
        , m_personal(personal)
        , m_now(now)
        , m_counts(counts)
    {
        if (facet == Facet::Tag)
            m_counts.byCode.assign(index.tagValues().size(), 0);
    }

    /// Of tags and states: all of the catalog but `rest` when that is less to look at.
    void runMost(const std::vector<Row> &rows, const std::vector<Row> &rest)
    {
        if (rows.size() <= m_index.size() / 2) {
            run(rows);
        } else if (m_facet == Facet::Tag) {
            m_counts.byCode = m_index.tagTotals();
            countValues(rest, [](quint32 &count) { --count; });
        } else {
            run(rest);
            for (size_t i = 0; i < stateFlags.size(); ++i)
                m_counts.states[i] = m_index.flagTotals()[size_t(std::countr_zero(stateFlags[i]))] - m_counts.states[i];
        }
    }

    void countMine(const std::vector<Row> &rows)
    {
        if (m_facet != Facet::Owner || !m_personal || m_personal->marks.empty())
            return;
        for (const Row row : rows)
            m_counts.myTeams += m_personal->has(row, Personal::Mine);
    }

    void run(const std::vector<Row> &rows)
    {
        switch (m_facet) {
        case Facet::State:
            for (const Row row : rows)
                countState(m_index.flags()[row]);
            break;
        case Facet::Freshness:
            if (m_now - m_index.oldestSeenAt() <= day)
                break;
            for (const Row row : rows)
                countFreshness(m_now - m_index.seenAt()[row]);
            break;
        default:
            countValues(rows, [](quint32 &count) { ++count; });
            countMine(rows);
            break;
        }
    }

private:
    template<typename Step>
    void countValues(const std::vector<Row> &rows, Step step)
    {
        if (m_facet == Facet::Tag) {
            for (const Row row : rows) {
                for (const Code code : m_index.tags(row))
                    step(m_counts.byCode[code]);
            }
            return;
        }
        const Code *codes = m_index.column(*fieldOf(m_facet)).codes.data();
        for (const Row row : rows)
            step(m_counts.byCode[codes[row]]);
    }

    void countState(quint16 flags)
    {
        for (size_t i = 0; i < stateFlags.size(); ++i)
            m_counts.states[i] += (flags & stateFlags[i]) != 0;
    }

    void countFreshness(qint64 age)
    {
        m_counts.states[0] += age > day;
        m_counts.states[1] += age > week;
    }

    const CatalogIndex &m_index;
    Facet m_facet;
    const Personal *m_personal;
    qint64 m_now;
    FacetCounts &m_counts;
};

/// The rows that are marked and, where those are fewer, the rows that are not.
std::pair<std::vector<Row>, std::vector<Row>> parted(const std::vector<quint8> &marked)
{
    const size_t count = size_t(std::count(marked.begin(), marked.end(), quint8(1)));
    const bool wantRest = count > marked.size() / 2;
    // One more of each: the place that the last step writes to without moving on. No branch, for it would be guessed wrong half the time.
    std::vector<Row> held(count + 1);
    std::vector<Row> rest(wantRest ? marked.size() - count + 1 : 1);
    Row *nextHeld = held.data();
    Row *nextRest = rest.data();
    for (Row row = 0; row < marked.size(); ++row) {
        *nextHeld = row;
        nextHeld += marked[row];
        *nextRest = row;
        nextRest += int(wantRest) & int(!marked[row]);
    }
    held.pop_back();
    rest.pop_back();
    return { std::move(held), std::move(rest) };
}

/// Takes out of `shown` what a selection keeps out; for each facet, the rows that it alone does.
std::array<std::vector<Row>, facetCount> keepSelected(const CatalogIndex &index, const QMap<Facet, QStringList> &selected,
    const Personal *personal, qint64 now, std::vector<quint8> &shown)
{
    std::vector<quint8> failing(index.size());
    for (const auto &[facet, values] : selected.asKeyValueRange()) {
        if (values.isEmpty())
            continue;
        const FacetTest test(index, facet, values, personal, now);
        const quint8 bit = quint8(1u << quint32(facet));
        for (Row row = 0; row < index.size(); ++row) {
            if (shown[row] && !test.holds(row))
                failing[row] |= bit;
        }
    }
    std::array<std::vector<Row>, facetCount> heldBut;
    for (Row row = 0; row < index.size(); ++row) {
        if (std::has_single_bit(failing[row]))
            heldBut[size_t(std::countr_zero(failing[row]))].push_back(row);
        shown[row] = quint8(shown[row] & quint8(failing[row] == 0));
    }
    return heldBut;
}

constexpr std::array columnFacets { Facet::Kind, Facet::Owner, Facet::Lifecycle, Facet::Type, Facet::System };

/// Counts the values of all plain columns in one go: one counter after another would wait for itself wherever neighbours share a value.
/// All of the catalog but `rest` when that is less to look at: all of it was counted when it was indexed.
void countColumns(const CatalogIndex &index, const std::vector<Row> &held, const std::vector<Row> &rest, AllFacetCounts &counts)
{
    const bool fromAll = held.size() > index.size() / 2;
    std::array<const Code *, columnFacets.size()> codes;
    std::array<quint32 *, columnFacets.size()> counters;
    for (size_t at = 0; at < columnFacets.size(); ++at) {
        const Field field = *fieldOf(columnFacets[at]);
        std::vector<quint32> &byCode = counts[size_t(columnFacets[at])].byCode;
        if (fromAll)
            byCode = index.totals(field);
        else
            byCode.assign(index.column(field).size(), 0);
        codes[at] = index.column(field).codes.data();
        counters[at] = byCode.data();
    }
    const quint32 step = fromAll ? quint32(-1) : 1;
    for (const Row row : fromAll ? rest : held) {
        for (size_t at = 0; at < columnFacets.size(); ++at)
            counters[at][codes[at][row]] += step;
    }
}

} // namespace

std::optional<Field> fieldOf(Facet facet)
{
    switch (facet) {
    case Facet::Kind: return Field::Kind;
    case Facet::Owner: return Field::Owner;
    case Facet::Lifecycle: return Field::Lifecycle;
    case Facet::Type: return Field::Type;
    case Facet::System: return Field::System;
    case Facet::Tag:
    case Facet::State:
    case Facet::Freshness: return std::nullopt;
    }
    return std::nullopt;
}

void applyFacets(const CatalogIndex &index, const QMap<Facet, QStringList> &selected, const Personal *personal, qint64 now,
    bool wantCounts, FilterResult &result)
{
    // Rows that all hold for count for every facet; those that one facet alone keeps out count for that one.
    std::array<std::vector<Row>, facetCount> heldBut;
    if (std::ranges::any_of(selected, [](const QStringList &values) { return !values.isEmpty(); }))
        heldBut = keepSelected(index, selected, personal, now, result.shown);
    if (!wantCounts) {
        result.count = Row(std::ranges::count(result.shown, quint8(1)));
        return;
    }
    const auto [held, rest] = parted(result.shown);
    result.count = Row(held.size());
    countColumns(index, held, rest, result.counts);
    for (int facet = 0; facet < facetCount; ++facet) {
        Counter counter(index, Facet(facet), personal, now, result.counts[size_t(facet)]);
        if (facet == int(Facet::Tag) || facet == int(Facet::State))
            counter.runMost(held, rest);
        else if (fieldOf(Facet(facet)))
            counter.countMine(held);
        else
            counter.run(held);
        if (!heldBut[size_t(facet)].empty())
            counter.run(heldBut[size_t(facet)]);
    }
}

} // namespace callboard::search
