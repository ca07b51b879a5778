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

/// Counts the values of one facet over the rows that only this facet may keep out.
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
        else if (const std::optional<Field> field = fieldOf(facet))
            m_counts.byCode.assign(index.column(*field).size(), 0);
    }

    /// All of the catalog but `rest` when that is less to look at: all of it was counted when it was indexed.
    void runMost(const std::vector<Row> &rows, const std::vector<Row> &rest)
    {
        const bool isFixed = m_facet == Facet::State || m_facet == Facet::Freshness;
        if (isFixed || rest.size() > rows.size()) {
            run(rows);
            return;
        }
        m_counts.byCode = m_facet == Facet::Tag ? m_index.tagTotals() : m_index.totals(*fieldOf(m_facet));
        countValues(rest, [](quint32 &count) { --count; });
        countMine(rows);
    }

    void run(const std::vector<Row> &rows)
    {
        switch (m_facet) {
        case Facet::State:
            for (const Row row : rows)
                countState(m_index.flags()[row]);
            break;
        case Facet::Freshness:
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

    void countMine(const std::vector<Row> &rows)
    {
        if (m_facet != Facet::Owner || !m_personal)
            return;
        for (const Row row : rows)
            m_counts.myTeams += m_personal->has(row, Personal::Mine);
    }

    void countState(quint16 flags)
    {
        m_counts.states[0] += (flags & Snapshot::HasProblems) != 0;
        m_counts.states[1] += (flags & Snapshot::Orphan) != 0;
        m_counts.states[2] += (flags & Snapshot::Dangling) != 0;
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
    constexpr quint16 hidden = 0x8000;
    std::vector<quint16> failing(index.size());
    for (Row row = 0; row < index.size(); ++row)
        failing[row] = result.shown[row] ? quint16(0) : hidden;
    for (const auto &[facet, values] : selected.asKeyValueRange()) {
        if (values.isEmpty())
            continue;
        const FacetTest test(index, facet, values, personal, now);
        const quint16 bit = quint16(1u << quint32(facet));
        for (Row row = 0; row < index.size(); ++row) {
            if (!(failing[row] & hidden) && !test.holds(row))
                failing[row] |= bit;
        }
    }
    // Rows that all hold for count for every facet; those that one facet alone keeps out count for that one.
    std::vector<Row> held;
    std::vector<Row> rest;
    held.reserve(index.size());
    std::array<std::vector<Row>, facetCount> heldBut;
    for (Row row = 0; row < index.size(); ++row) {
        const quint16 bits = failing[row];
        result.shown[row] = bits == 0;
        (bits == 0 ? held : rest).push_back(row);
        if (bits != hidden && std::has_single_bit(bits))
            heldBut[size_t(std::countr_zero(bits))].push_back(row);
    }
    result.count = Row(held.size());
    for (int facet = 0; wantCounts && facet < facetCount; ++facet) {
        Counter counter(index, Facet(facet), personal, now, result.counts[size_t(facet)]);
        counter.runMost(held, rest);
        if (!heldBut[size_t(facet)].empty())
            counter.run(heldBut[size_t(facet)]);
    }
}

} // namespace callboard::search
