// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/catalogindex_lazy.h"

#include <algorithm>
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

/// The first eight folded bytes of a text as a number that sorts as they do, for the fast first comparison. Digits
/// end it, since a number is compared by its value.
quint64 prefixKey(QStringView text)
{
    quint64 key = 0;
    for (int i = 0; i < 8; ++i) {
        const int shift = 8 * (7 - i);
        if (i >= text.size())
            break;
        if (isDigit(text[i].unicode())) {
            // A digit sorts where '0' does, whichever it is, and nothing after it is looked at.
            key |= quint64('0') << shift;
            break;
        }
        key |= quint64(foldUnit(text[i].unicode())) << shift;
    }
    return key;
}

/// Numbers texts by their order; equal texts share a number. `last` texts (empty ones) come after all.
template<typename TextAt>
std::vector<quint32> ranksOfTexts(size_t count, TextAt textAt)
{
    std::vector<quint64> keys(count);
    for (size_t i = 0; i < count; ++i)
        keys[i] = prefixKey(textAt(i));
    std::vector<quint32> order(count);
    std::iota(order.begin(), order.end(), 0u);
    const auto compare = [&](quint32 a, quint32 b) {
        const QStringView textA = textAt(a);
        const QStringView textB = textAt(b);
        if (textA.isEmpty() || textB.isEmpty())
            return int(textA.isEmpty()) - int(textB.isEmpty());
        if (keys[a] != keys[b])
            return keys[a] < keys[b] ? -1 : 1;
        return compareNaturally(textA, textB);
    };
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) { return compare(a, b) < 0; });
    std::vector<quint32> ranks(count);
    quint32 rank = 0;
    for (size_t i = 0; i < count; ++i) {
        if (i > 0 && compare(order[i - 1], order[i]) != 0)
            ++rank;
        ranks[order[i]] = rank;
    }
    return ranks;
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
    std::call_once(m_lazy->orderOnce[at], [&] { m_lazy->orders[at] = makeOrder(order); });
    return m_lazy->orders[at];
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

const std::vector<quint32> &CatalogIndex::labelRanks(Field field) const
{
    const size_t at = size_t(field);
    std::call_once(m_lazy->labelRanksOnce[at], [&] { m_lazy->labelRanks[at] = makeLabelRanks(field); });
    return m_lazy->labelRanks[at];
}

std::vector<quint32> CatalogIndex::makeLabelRanks(Field field) const
{
    std::vector<QString> labels(column(field).size());
    for (Code code = 0; code < column(field).size(); ++code)
        labels[code] = label(field, code);
    return ranksOfTexts(labels.size(), [&](size_t i) { return QStringView(labels[i]); });
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
        quint64 key;
        Row row;
    };
    std::vector<Keyed> keyed(m_size);
    for (Row row = 0; row < m_size; ++row)
        keyed[row] = { prefixKey(m_snapshot->displayName(row)), row };
    std::sort(keyed.begin(), keyed.end(), [this](const Keyed &a, const Keyed &b) {
        if (a.key != b.key)
            return a.key < b.key;
        if (const int order = compareNaturally(m_snapshot->displayName(a.row), m_snapshot->displayName(b.row)))
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
    const std::vector<quint32> ranks = ranksOfTexts(
        m_tagValues.size(), [this](size_t i) { return m_snapshot->string(m_tagValues[i]); });
    std::vector<quint64> keys(m_size);
    for (Row row = 0; row < m_size; ++row) {
        const std::span<const Code> own = tags(row);
        keys[row] = own.empty() ? ranks.size() : ranks[own.front()];
    }
    return keys;
}

std::vector<quint64> CatalogIndex::descriptionKeys() const
{
    const std::vector<quint32> ranks
        = ranksOfTexts(m_size, [this](size_t i) { return m_snapshot->description(Row(i)); });
    return { ranks.begin(), ranks.end() };
}

} // namespace callboard::search
