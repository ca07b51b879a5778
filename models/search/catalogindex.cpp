// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/catalogindex.h"
#include "models/search/catalogindex_lazy.h"

#include <QThreadPool>

#include <algorithm>
#include <bit>
#include <numeric>

namespace callboard::search {

using mirror::Snapshot;
using mirror::StringId;

namespace {

constexpr qsizetype longestText = 255; ///< What a length byte holds; names end at 63.
constexpr Row rowsBetweenStops = 4096;

/// Numbers string ids densely in the order they are met.
class Numbering {
public:
    Numbering(quint32 stringCount, std::vector<StringId> &values)
        : m_codeOf(stringCount, 0)
        , m_values(values)
    {
        m_values.assign(1, 0);
    }

    Code codeOf(StringId id)
    {
        if (id == 0)
            return 0;
        Code &code = m_codeOf[id];
        if (code == 0) {
            code = Code(m_values.size());
            m_values.push_back(id);
        }
        return code;
    }

private:
    std::vector<Code> m_codeOf;
    std::vector<StringId> &m_values;
};

/// Whoever looks at it last may be the window. It should not wait for the heap of the thread that made it, which may have lost its processor.
void release(CatalogIndex *index)
{
    // Never destroyed: there may be an index longer than an application. A thread of its own, for others wait for hosts.
    static QThreadPool *const pool = [] {
        auto *made = new QThreadPool;
        made->setMaxThreadCount(1);
        made->setExpiryTimeout(-1);
        return made;
    }();
    pool->start([index] { delete index; });
}

template<typename T>
qsizetype bytesOf(const std::vector<T> &vector)
{
    return qsizetype(vector.capacity() * sizeof(T));
}

} // namespace

void TextColumn::reserve(size_t count)
{
    offsets.reserve(count);
    lengths.reserve(count);
    firsts.reserve(count);
    starts.reserve(count);
    letters.reserve(count);
    pairs.reserve(count);
}

qsizetype TextColumn::bytes() const
{
    return bytesOf(offsets) + bytesOf(lengths) + bytesOf(firsts) + bytesOf(starts) + bytesOf(letters) + bytesOf(pairs);
}

CatalogIndex::CatalogIndex()
    : m_lazy(std::make_unique<Lazy>())
{
}

CatalogIndex::~CatalogIndex() = default;

std::shared_ptr<const CatalogIndex> CatalogIndex::build(mirror::SnapshotPtr snapshot, std::stop_token stop)
{
    std::shared_ptr<CatalogIndex> index(new CatalogIndex, release);
    index->m_snapshot = std::move(snapshot);
    index->m_size = index->m_snapshot->size();
    index->makeColumn(Field::Kind, &Snapshot::kindId);
    index->makeColumn(Field::Namespace, &Snapshot::namespaceId);
    index->makeColumn(Field::Type, &Snapshot::typeId);
    index->makeColumn(Field::Lifecycle, &Snapshot::lifecycleId);
    index->makeColumn(Field::Owner, &Snapshot::ownerId);
    index->makeColumn(Field::System, &Snapshot::systemId);
    index->makeColumn(Field::Repository, &Snapshot::repositoryId);
    index->makeColumn(Field::Connection, &Snapshot::connectionId);
    index->makeTags();
    index->m_names.reserve(index->m_size);
    index->m_titled.resize(index->m_size / 64 + 1);
    index->m_titlesBefore.resize(index->m_size / 64 + 1);
    index->m_arena.reserve(size_t(index->m_size) * 24);
    index->m_flags.resize(index->m_size);
    index->m_descriptionPairs.assign(index->m_size, WidePairs {});
    for (Row row = 0; row < index->m_size; ++row) {
        if (row % rowsBetweenStops == 0 && stop.stop_requested())
            return nullptr;
        index->packRow(row);
    }
    index->packAttributes(Attribute::Kind, index->column(Field::Kind).values);
    index->packAttributes(Attribute::Type, index->column(Field::Type).values);
    index->packAttributes(Attribute::Owner, index->column(Field::Owner).values);
    index->packAttributes(Attribute::System, index->column(Field::System).values);
    index->packAttributes(Attribute::Tag, index->m_tagValues);
    index->m_arena.shrink_to_fit();
    return index;
}

void CatalogIndex::packRow(Row row)
{
    packText(m_names, m_snapshot->name(row));
    if (row % 64 == 0)
        m_titlesBefore[row / 64] = quint32(m_titles.size());
    if (const QStringView title = m_snapshot->title(row); !title.isEmpty()) {
        m_titled[row / 64] |= quint64(1) << (row % 64);
        m_titledRows.push_back(row);
        packText(m_titles, title);
    }
    addPairs(m_descriptionPairs[row], m_snapshot->descriptionUtf8(row));
    m_flags[row] = m_snapshot->flags(row);
    for (quint32 left = m_flags[row]; left; left &= left - 1)
        ++m_flagTotals[size_t(std::countr_zero(left))];
    m_oldestSeenAt = std::min(m_oldestSeenAt, m_snapshot->seenAt(row));
}

void CatalogIndex::packText(TextColumn &texts, QStringView written)
{
    written = written.first(std::min(written.size(), longestText));
    const size_t offset = m_arena.size();
    texts.offsets.push_back(quint32(offset));
    texts.lengths.push_back(quint8(written.size()));
    for (const QChar unit : written)
        m_arena.push_back(foldUnit(unit.unicode()));
    texts.firsts.push_back(written.isEmpty() ? Byte(0) : m_arena[offset]);
    const quint64 starts = wordStarts(written);
    texts.starts.push_back(starts);
    texts.letters.push_back(letterMask(m_arena.data() + offset, written.size(), starts));
    texts.pairs.push_back(pairMask(m_arena.data() + offset, written.size()));
}

void CatalogIndex::makeColumn(Field field, StringId (Snapshot::*id)(Row) const)
{
    Column &column = m_columns[size_t(field)];
    Numbering numbering(m_snapshot->stringCount(), column.values);
    column.codes.resize(m_size);
    for (Row row = 0; row < m_size; ++row)
        column.codes[row] = numbering.codeOf((m_snapshot.get()->*id)(row));
    std::vector<quint32> &totals = m_totals[size_t(field)];
    totals.assign(column.values.size(), 0);
    for (const Code code : column.codes)
        ++totals[code];
}

void CatalogIndex::makeTags()
{
    Numbering numbering(m_snapshot->stringCount(), m_tagValues);
    m_tagStarts.reserve(m_size + 1);
    m_tagStarts.push_back(0);
    for (Row row = 0; row < m_size; ++row) {
        for (const StringId tag : m_snapshot->tagIds(row))
            m_tagCodes.push_back(numbering.codeOf(tag));
        m_tagStarts.push_back(quint32(m_tagCodes.size()));
    }
    m_tagCodes.shrink_to_fit();
    m_tagTotals.assign(m_tagValues.size(), 0);
    for (const Code code : m_tagCodes)
        ++m_tagTotals[code];
    m_taggedStarts.resize(m_tagValues.size());
    std::exclusive_scan(m_tagTotals.begin(), m_tagTotals.end(), m_taggedStarts.begin(), 0u);
    std::vector<quint32> next = m_taggedStarts;
    m_taggedRows.resize(m_tagCodes.size());
    for (Row row = 0; row < m_size; ++row) {
        for (const Code tag : tags(row))
            m_taggedRows[next[tag]++] = row;
    }
}

void CatalogIndex::packAttributes(Attribute attribute, const std::vector<StringId> &values)
{
    for (const StringId id : values) {
        QStringView written = m_snapshot->string(id);
        if (attribute == Attribute::Owner || attribute == Attribute::System)
            written = written.sliced(written.lastIndexOf(u'/') + 1);
        packText(m_attributes[size_t(attribute)], written);
    }
}

QString CatalogIndex::label(Field field, Code code) const
{
    const QStringView written = value(field, code);
    if (field != Field::Owner && field != Field::System)
        return written.toString();
    if (const Row row = m_snapshot->rowOf(column(field).values[code]); row != noRow)
        return m_snapshot->displayName(row).toString();
    return written.sliced(written.lastIndexOf(u'/') + 1).toString();
}

qsizetype CatalogIndex::bytes() const
{
    qsizetype sum = bytesOf(m_arena) + bytesOf(m_tagCodes) + bytesOf(m_tagStarts) + bytesOf(m_taggedRows) + bytesOf(m_taggedStarts) + bytesOf(m_descriptionPairs) + bytesOf(m_flags)
        + m_names.bytes() + m_titles.bytes() + bytesOf(m_titledRows) + bytesOf(m_titled) + bytesOf(m_titlesBefore);
    for (const Column &column : m_columns)
        sum += bytesOf(column.codes) + bytesOf(column.values);
    return sum + m_lazy->bytes();
}

} // namespace callboard::search
