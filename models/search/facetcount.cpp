// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/facetcount.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <numeric>

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
        case Facet::Freshness: return m_index.snapshot().seenAt(row) < m_seenBefore;
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

/// The rows that are shown, or those that are not: whichever are fewer.
struct Part {
    std::vector<Row> rows;
    bool isRest;
};

Part partOf(const std::vector<quint8> &shown, size_t count)
{
    const bool isRest = count > shown.size() / 2;
    // One more: the place that the last step writes to without moving on. No branch, for it would be guessed wrong half the time.
    std::vector<Row> rows((isRest ? shown.size() - count : count) + 1);
    Row *next = rows.data();
    const quint8 wanted = isRest ? 0 : 1;
    for (Row row = 0; row < shown.size(); ++row) {
        *next = row;
        next += int(shown[row] == wanted);
    }
    rows.pop_back();
    return { std::move(rows), isRest };
}

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

    /// Counts the rows that all selections hold for; of plain columns what `countColumns` does not.
    void runShown(const std::vector<quint8> &shown, const Part &part)
    {
        switch (m_facet) {
        case Facet::Tag:
            for (Code tag = 1; tag < m_counts.byCode.size(); ++tag) {
                const std::span<const Row> rows = m_index.tagged(tag);
                m_counts.byCode[tag] = std::accumulate(rows.begin(), rows.end(), 0u, [&](quint32 sum, Row row) { return sum + shown[row]; });
            }
            break;
        case Facet::State:
            run(part.rows);
            for (size_t i = 0; part.isRest && i < stateFlags.size(); ++i)
                m_counts.states[i] = m_index.flagTotals()[size_t(std::countr_zero(stateFlags[i]))] - m_counts.states[i];
            break;
        case Facet::Freshness:
            for (Row row = 0; m_now - m_index.oldestSeenAt() > day && row < shown.size(); ++row) {
                if (shown[row])
                    countFreshness(m_now - m_index.snapshot().seenAt(row));
            }
            break;
        case Facet::Owner:
            if (hasMine())
                m_counts.myTeams = countMine(shown, m_personal->marks);
            break;
        default: break;
        }
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
                countFreshness(m_now - m_index.snapshot().seenAt(row));
            break;
        default:
            countValues(rows);
            for (const Row row : m_facet == Facet::Owner && hasMine() ? std::span<const Row>(rows) : std::span<const Row>())
                m_counts.myTeams += m_personal->has(row, Personal::Mine);
            break;
        }
    }

private:
    static quint32 countMine(const std::vector<quint8> &shown, const std::vector<quint8> &marks)
    {
        static_assert(Personal::Mine == 1);
        return std::transform_reduce(marks.begin(), marks.begin() + ptrdiff_t(std::min(marks.size(), shown.size())), shown.begin(), 0u, std::plus<>(),
            [](quint8 mark, quint8 isShown) { return quint32(mark & isShown & Personal::Mine); });
    }

    bool hasMine() const { return m_personal && !m_personal->marks.empty(); }

    void countValues(const std::vector<Row> &rows)
    {
        if (m_facet == Facet::Tag) {
            for (const Row row : rows) {
                for (const Code code : m_index.tags(row))
                    ++m_counts.byCode[code];
            }
            return;
        }
        const Code *codes = m_index.column(*fieldOf(m_facet)).codes.data();
        for (const Row row : rows)
            ++m_counts.byCode[codes[row]];
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
/// Of the rest, from all of the catalog: that was counted when it was indexed.
void countColumns(const CatalogIndex &index, const Part &part, AllFacetCounts &counts)
{
    std::array<const Code *, columnFacets.size()> codes;
    std::array<quint32 *, columnFacets.size()> counters;
    for (size_t at = 0; at < columnFacets.size(); ++at) {
        const Field field = *fieldOf(columnFacets[at]);
        std::vector<quint32> &byCode = counts[size_t(columnFacets[at])].byCode;
        if (part.isRest)
            byCode = index.totals(field);
        else
            byCode.assign(index.column(field).size(), 0);
        codes[at] = index.column(field).codes.data();
        counters[at] = byCode.data();
    }
    const quint32 step = part.isRest ? quint32(-1) : 1;
    for (const Row row : part.rows) {
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
    result.count = Row(std::ranges::count(result.shown, quint8(1)));
    if (!wantCounts)
        return;
    const Part part = partOf(result.shown, result.count);
    countColumns(index, part, result.counts);
    for (int facet = 0; facet < facetCount; ++facet) {
        Counter counter(index, Facet(facet), personal, now, result.counts[size_t(facet)]);
        counter.runShown(result.shown, part);
        if (!heldBut[size_t(facet)].empty())
            counter.run(heldBut[size_t(facet)]);
    }
}

} // namespace callboard::search
