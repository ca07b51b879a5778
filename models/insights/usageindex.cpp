// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usageindex.h"

#include <algorithm>
#include <numeric>

namespace callboard::insights {

namespace {

// A time outside of these is nobody's: seconds from the first to the last fit a column of 32 bits.
constexpr qint64 earliest = 0;
constexpr qint64 latest = 4'000'000'000'000; // In 2096.
constexpr qint64 mostHits = 65'000;

template<typename T>
void permute(std::vector<T> &column, const std::vector<quint32> &order)
{
    std::vector<T> sorted;
    sorted.reserve(column.size());
    for (const quint32 from : order)
        sorted.push_back(column[from]);
    column = std::move(sorted);
}

} // namespace

qint64 UsageIndex::hits(UsageRow row) const { return qint64(m_hits[row]) - 1; }

UsageEvent UsageIndex::event(UsageRow row) const
{
    return { at(row), deed(row), text(what(row)).toString(), text(about(row)).toString(), text(person(row)).toString(), hits(row) };
}

UsageRow UsageIndex::firstAt(qint64 at) const
{
    if (at <= m_base)
        return 0;
    const qint64 seconds = (at - m_base + 999) / 1000;
    if (seconds > std::numeric_limits<quint32>::max())
        return size();
    return UsageRow(std::ranges::lower_bound(m_seconds, quint32(seconds)) - m_seconds.begin());
}

qsizetype UsageIndex::bytes() const
{
    constexpr qsizetype row = sizeof(quint32) + sizeof(UsageDeed) + 4 * sizeof(StringId) + sizeof(quint16);
    return qsizetype(size()) * row + qsizetype(stringCount()) * 64;
}

UsageIndexBuilder::UsageIndexBuilder()
    : m_index(std::make_shared<UsageIndex>())
{
}

void UsageIndexBuilder::reserve(size_t events)
{
    m_times.reserve(events);
    m_index->m_deeds.reserve(events);
    for (auto *column : { &m_index->m_whats, &m_index->m_abouts, &m_index->m_people })
        column->reserve(events);
    m_index->m_hits.reserve(events);
}

StringId UsageIndexBuilder::intern(const QString &text)
{
    if (text.isEmpty())
        return 0;
    const QByteArray utf8 = text.toUtf8();
    return m_index->m_strings.intern({ utf8.constData(), size_t(utf8.size()) });
}

void UsageIndexBuilder::add(const UsageEvent &event)
{
    if (event.at < earliest || event.at > latest || m_times.size() >= std::numeric_limits<UsageRow>::max() - 1)
        return;
    m_times.push_back(event.at);
    m_index->m_deeds.push_back(event.deed);
    m_index->m_whats.push_back(intern(event.what));
    m_index->m_abouts.push_back(intern(event.about.toLower()));
    m_index->m_people.push_back(intern(event.person.toLower()));
    m_index->m_hits.push_back(quint16(std::clamp<qint64>(event.hits, -1, mostHits) + 1));
}

/// People type one search in several ways; what is the same is counted together: case folded, spaces simplified.
void UsageIndexBuilder::setSubjects()
{
    UsageIndex &index = *m_index;
    std::vector<StringId> keys(index.stringCount());
    index.m_subjects.reserve(index.size());
    for (UsageRow row = 0; row < index.size(); ++row) {
        const StringId what = index.what(row);
        switch (index.deed(row)) {
        case UsageDeed::OpenedEntity:
        case UsageDeed::OpenedDoc:
        case UsageDeed::RanTemplate: index.m_subjects.push_back(index.about(row)); break;
        case UsageDeed::Searched:
            if (what != 0 && keys[what] == 0)
                keys[what] = intern(index.text(what).toString().simplified().toCaseFolded());
            index.m_subjects.push_back(keys[what]);
            break;
        default: index.m_subjects.push_back(what); break;
        }
    }
}

UsageIndexPtr UsageIndexBuilder::finish(quint64 revision)
{
    UsageIndex &index = *m_index;
    index.m_revision = revision;
    if (!std::ranges::is_sorted(m_times)) {
        std::vector<quint32> order(m_times.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::stable_sort(order, {}, [this](quint32 row) { return m_times[row]; });
        permute(m_times, order);
        permute(index.m_deeds, order);
        permute(index.m_whats, order);
        permute(index.m_abouts, order);
        permute(index.m_people, order);
        permute(index.m_hits, order);
    }
    index.m_base = m_times.empty() ? 0 : m_times.front() / 1000 * 1000;
    index.m_seconds.reserve(m_times.size());
    for (const qint64 time : m_times)
        index.m_seconds.push_back(quint32((time - index.m_base) / 1000));
    setSubjects();
    index.m_firstSeen.assign(index.stringCount(), -1);
    for (UsageRow row = 0; row < index.size(); ++row) {
        if (qint64 &first = index.m_firstSeen[index.person(row)]; first < 0)
            first = index.at(row);
    }
    m_times = {};
    return std::move(m_index);
}

} // namespace callboard::insights
