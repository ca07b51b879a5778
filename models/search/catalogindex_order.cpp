// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/catalogindex_lazy.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace callboard::search {

namespace {

bool isDigit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

qsizetype digitsEnd(QStringView text, qsizetype at)
{
    while (at < text.size() && isDigit(text[at].unicode()))
        ++at;
    return at;
}

QStringView withoutZeros(QStringView digits)
{
    while (digits.size() > 1 && digits.front() == u'0')
        digits = digits.sliced(1);
    return digits;
}

int compareNumbers(QStringView a, QStringView b)
{
    a = withoutZeros(a);
    b = withoutZeros(b);
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

/// Texts as bytes that `memcmp` orders as `compareNaturally` does, so that sorting many never looks at a letter twice:
/// folded, and a number as '0', how many digits it has, and they.
class SortKeys {
public:
    template<typename TextAt>
    SortKeys(size_t count, TextAt textAt)
    {
        m_offsets.reserve(count + 1);
        m_heads.reserve(count);
        for (size_t i = 0; i < count; ++i) {
            m_offsets.push_back(quint32(m_bytes.size()));
            add(textAt(i));
        }
        m_offsets.push_back(quint32(m_bytes.size()));
        for (size_t i = 0; i < count; ++i)
            m_heads.push_back(head(i));
    }

    bool isEmpty(size_t i) const { return m_offsets[i] == m_offsets[i + 1]; }
    quint64 headOf(size_t i) const { return m_heads[i]; }

    int compare(size_t a, size_t b) const
    {
        if (m_heads[a] != m_heads[b])
            return m_heads[a] < m_heads[b] ? -1 : 1;
        const size_t lengthA = m_offsets[a + 1] - m_offsets[a];
        const size_t lengthB = m_offsets[b + 1] - m_offsets[b];
        const int order = std::memcmp(m_bytes.data() + m_offsets[a], m_bytes.data() + m_offsets[b], std::min(lengthA, lengthB));
        return order ? order : int(lengthA > lengthB) - int(lengthA < lengthB);
    }

private:
    void add(QStringView text)
    {
        for (qsizetype i = 0; i < text.size();) {
            if (!isDigit(text[i].unicode())) {
                m_bytes.push_back(foldUnit(text[i++].unicode()));
                continue;
            }
            const qsizetype end = digitsEnd(text, i);
            const QStringView digits = withoutZeros(text.sliced(i, end - i));
            m_bytes.push_back('0');
            m_bytes.push_back(Byte(std::min<qsizetype>(digits.size(), 255)));
            for (const QChar digit : digits)
                m_bytes.push_back(Byte(digit.unicode()));
            i = end;
        }
    }

    quint64 head(size_t i) const
    {
        quint64 value = 0;
        for (quint32 at = m_offsets[i]; at < m_offsets[i] + 8; ++at)
            value = value << 8 | (at < m_offsets[i + 1] ? m_bytes[at] : 0);
        return value;
    }

    std::vector<Byte> m_bytes;
    std::vector<quint32> m_offsets;
    std::vector<quint64> m_heads;
};

template<typename Ranking, typename TextAt>
Ranking rankingOf(size_t count, TextAt textAt)
{
    const SortKeys keys(count, textAt);
    Ranking ranking;
    std::vector<quint32> &order = ranking.order;
    order.resize(count);
    std::iota(order.begin(), order.end(), 0u);
    const auto compare = [&](quint32 a, quint32 b) {
        if (keys.isEmpty(a) || keys.isEmpty(b))
            return int(keys.isEmpty(a)) - int(keys.isEmpty(b));
        return keys.compare(a, b);
    };
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        const int difference = compare(a, b);
        return difference < 0 || (difference == 0 && a < b);
    });
    ranking.ranks.resize(count);
    quint32 rank = 0;
    for (size_t i = 0; i < count; ++i) {
        if (i > 0 && compare(order[i - 1], order[i]) != 0)
            ++rank;
        ranking.ranks[order[i]] = rank;
    }
    return ranking;
}

} // namespace

int compareNaturally(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        const char16_t unitA = a[i].unicode();
        const char16_t unitB = b[j].unicode();
        if (isDigit(unitA) && isDigit(unitB)) {
            const qsizetype endA = digitsEnd(a, i);
            const qsizetype endB = digitsEnd(b, j);
            if (const int order = compareNumbers(a.sliced(i, endA - i), b.sliced(j, endB - j)))
                return order;
            i = endA;
            j = endB;
            continue;
        }
        const int foldedA = isDigit(unitA) ? '0' : foldUnit(unitA);
        const int foldedB = isDigit(unitB) ? '0' : foldUnit(unitB);
        if (foldedA != foldedB)
            return foldedA < foldedB ? -1 : 1;
        ++i;
        ++j;
    }
    if (i < a.size() || j < b.size())
        return i < a.size() ? 1 : -1;
    return a.compare(b);
}

const std::vector<Row> &CatalogIndex::order(Order order) const
{
    const size_t at = size_t(order);
    std::call_once(m_lazy->orderOnce[at], [&] {
        m_lazy->orders[at] = makeOrder(order);
        m_lazy->orderReady[at] = true;
    });
    return m_lazy->orders[at];
}

bool CatalogIndex::isReady(Order order) const
{
    return m_lazy->orderReady[size_t(order)];
}

bool CatalogIndex::isReady(Field field) const
{
    return m_lazy->labelRankingReady[size_t(field)];
}

const std::vector<quint32> &CatalogIndex::nameRanks() const
{
    std::call_once(m_lazy->nameRanksOnce, [&] {
        const std::vector<Row> &byName = order(Order::Name);
        m_lazy->nameRanks.resize(m_size);
        for (quint32 rank = 0; rank < m_size; ++rank)
            m_lazy->nameRanks[byName[rank]] = rank;
    });
    return m_lazy->nameRanks;
}

const std::vector<Code> &CatalogIndex::codesByLabel(Field field) const
{
    return labelRanking(field).order;
}

const std::vector<quint32> &CatalogIndex::labelRanks(Field field) const
{
    return labelRanking(field).ranks;
}

const CatalogIndex::Ranking &CatalogIndex::labelRanking(Field field) const
{
    const size_t at = size_t(field);
    std::call_once(m_lazy->labelRankingOnce[at], [&] {
        m_lazy->labelRankings[at] = makeLabelRanking(field);
        m_lazy->labelRankingReady[at] = true;
    });
    return m_lazy->labelRankings[at];
}

CatalogIndex::Ranking CatalogIndex::makeLabelRanking(Field field) const
{
    std::vector<QString> labels(column(field).size());
    for (Code code = 0; code < column(field).size(); ++code)
        labels[code] = label(field, code);
    return rankingOf<Ranking>(labels.size(), [&](size_t i) { return QStringView(labels[i]); });
}

std::vector<Row> CatalogIndex::makeOrder(Order order) const
{
    if (order == Order::Name)
        return makeNameOrder();
    const std::vector<quint64> keys = orderKeys(order);
    // Stable over the order of names: ties come in it.
    std::vector<Row> rows = this->order(Order::Name);
    std::stable_sort(rows.begin(), rows.end(), [&](Row a, Row b) { return keys[a] < keys[b]; });
    return rows;
}

std::vector<Row> CatalogIndex::makeNameOrder() const
{
    struct Keyed {
        quint64 head;
        Row row;
    };
    const SortKeys keys(m_size, [this](size_t i) { return m_snapshot->displayName(Row(i)); });
    std::vector<Keyed> keyed(m_size);
    for (Row row = 0; row < m_size; ++row)
        keyed[row] = { keys.headOf(row), row };
    std::sort(keyed.begin(), keyed.end(), [&](const Keyed &a, const Keyed &b) {
        if (a.head != b.head)
            return a.head < b.head;
        if (const int order = keys.compare(a.row, b.row))
            return order < 0;
        return m_snapshot->ref(a.row) < m_snapshot->ref(b.row);
    });
    std::vector<Row> rows(m_size);
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const Keyed &entry) { return entry.row; });
    return rows;
}

std::vector<quint64> CatalogIndex::orderKeys(Order order) const
{
    std::vector<quint64> keys(m_size);
    const auto fill = [&](auto keyOf) {
        for (Row row = 0; row < m_size; ++row)
            keys[row] = keyOf(row);
    };
    switch (order) {
    case Order::Kind: return fieldKeys(Field::Kind);
    case Order::Owner: return fieldKeys(Field::Owner);
    case Order::System: return fieldKeys(Field::System);
    case Order::Type: return fieldKeys(Field::Type);
    case Order::Lifecycle: return fieldKeys(Field::Lifecycle);
    case Order::Namespace: return fieldKeys(Field::Namespace);
    case Order::Repository: return fieldKeys(Field::Repository);
    case Order::Tags: return tagKeys();
    case Order::Description: return descriptionKeys();
    // The newest first, and entities with problems first: what one sorts such a column for.
    case Order::Changed: fill([this](Row row) { return ~quint64(m_snapshot->changedAt(row)); }); break;
    case Order::Seen: fill([this](Row row) { return ~quint64(m_snapshot->seenAt(row)); }); break;
    case Order::Problems:
        fill([this](Row row) {
            const quint16 flags = m_snapshot->flags(row);
            return quint64((flags & mirror::Snapshot::HasProblems) ? 0
                    : (flags & mirror::Snapshot::Dangling)         ? 1
                    : (flags & mirror::Snapshot::Orphan)           ? 2
                                                                   : 3);
        });
        break;
    case Order::Name: break;
    }
    return keys;
}

std::vector<quint64> CatalogIndex::fieldKeys(Field field) const
{
    const std::vector<quint32> &ranks = labelRanks(field);
    const std::vector<Code> &codes = column(field).codes;
    std::vector<quint64> keys(m_size);
    for (Row row = 0; row < m_size; ++row)
        keys[row] = ranks[codes[row]];
    return keys;
}

std::vector<quint64> CatalogIndex::tagKeys() const
{
    const std::vector<quint32> ranks = rankingOf<Ranking>(m_tagValues.size(), [this](size_t i) {
        return m_snapshot->string(m_tagValues[i]);
    }).ranks;
    std::vector<quint64> keys(m_size);
    for (Row row = 0; row < m_size; ++row) {
        const std::span<const Code> own = tags(row);
        keys[row] = own.empty() ? ranks.size() : ranks[own.front()];
    }
    return keys;
}

std::vector<quint64> CatalogIndex::descriptionKeys() const
{
    std::vector<QString> texts(m_size);
    for (Row row = 0; row < m_size; ++row)
        texts[row] = m_snapshot->description(row);
    const std::vector<quint32> ranks = rankingOf<Ranking>(m_size, [&](size_t i) { return QStringView(texts[i]); }).ranks;
    return { ranks.begin(), ranks.end() };
}

} // namespace callboard::search
