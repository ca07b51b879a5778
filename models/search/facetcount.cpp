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
        , m_now(now)
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
        case Facet::State: return (m_index.snapshot().flags(row) & m_flags) != 0;
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
    qint64 m_now;
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

    /// `failing` by row: bit of each facet that does not hold; other bits: not shown at all.
    void run(const std::vector<quint16> &failing)
    {
        const quint16 own = quint16(1u << quint32(m_facet));
        const auto each = [&](auto count) {
            for (Row row = 0; row < m_index.size(); ++row) {
                if ((failing[row] & ~own) == 0)
                    count(row);
            }
        };
        switch (m_facet) {
        case Facet::Tag: each([this](Row row) { countTags(row); }); break;
        case Facet::State: each([this](Row row) { countState(m_index.snapshot().flags(row)); }); break;
        case Facet::Freshness: each([this](Row row) { countFreshness(m_now - m_index.snapshot().seenAt(row)); }); break;
        default: countColumn(each); break;
        }
    }

private:
    template<typename Each>
    void countColumn(Each each)
    {
        const Code *codes = m_index.column(*fieldOf(m_facet)).codes.data();
        quint32 *counts = m_counts.byCode.data();
        each([=](Row row) { ++counts[codes[row]]; });
        if (m_facet == Facet::Owner && m_personal)
            each([this](Row row) { m_counts.myTeams += m_personal->has(row, Personal::Mine); });
    }

    void countTags(Row row)
    {
        for (const Code code : m_index.tags(row))
            ++m_counts.byCode[code];
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
    result.count = 0;
    for (Row row = 0; row < index.size(); ++row) {
        result.shown[row] = failing[row] == 0;
        result.count += result.shown[row];
    }
    for (int facet = 0; wantCounts && facet < facetCount; ++facet)
        Counter(index, Facet(facet), personal, now, result.counts[size_t(facet)]).run(failing);
}

} // namespace callboard::search
