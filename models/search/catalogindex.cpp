// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/catalogindex.h"
#include "models/search/catalogindex_lazy.h"

#include <algorithm>
#include <bit>

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

template<typename T>
qsizetype bytesOf(const std::vector<T> &vector)
{
    return qsizetype(vector.capacity() * sizeof(T));
}

} // namespace

CatalogIndex::CatalogIndex()
    : m_lazy(std::make_unique<Lazy>())
{
}

CatalogIndex::~CatalogIndex() = default;

std::shared_ptr<const CatalogIndex> CatalogIndex::build(mirror::SnapshotPtr snapshot, std::stop_token stop)
{
    std::shared_ptr<CatalogIndex> index(new CatalogIndex);
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
    for (Texts &texts : index->m_texts) {
        texts.offsets.reserve(index->m_size);
        texts.lengths.reserve(index->m_size);
        texts.firsts.reserve(index->m_size);
        texts.starts.reserve(index->m_size);
        texts.letters.reserve(index->m_size);
        texts.pairs.reserve(index->m_size);
    }
    index->m_arena.reserve(size_t(index->m_size) * 24);
    index->m_flags.resize(index->m_size);
    index->m_seenAt.resize(index->m_size);
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
    packText(m_texts[0], m_snapshot->name(row));
    const QStringView title = m_snapshot->title(row);
    m_hasTitles = m_hasTitles || !title.isEmpty();
    packText(m_texts[1], title);
    addPairs(m_descriptionPairs[row], m_snapshot->description(row));
    m_flags[row] = m_snapshot->flags(row);
    for (quint32 left = m_flags[row]; left; left &= left - 1)
        ++m_flagTotals[size_t(std::countr_zero(left))];
    m_seenAt[row] = m_snapshot->seenAt(row);
    m_oldestSeenAt = std::min(m_oldestSeenAt, m_seenAt[row]);
}

void CatalogIndex::packText(Texts &texts, QStringView written)
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
    m_tagTotals.assign(m_tagValues.size(), 0);
    for (const Code code : m_tagCodes)
        ++m_tagTotals[code];
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
    qsizetype sum = bytesOf(m_arena) + bytesOf(m_tagCodes) + bytesOf(m_tagStarts) + bytesOf(m_descriptionPairs) + bytesOf(m_flags)
        + bytesOf(m_seenAt);
    for (const Column &column : m_columns)
        sum += bytesOf(column.codes) + bytesOf(column.values);
    for (const Texts &texts : m_texts) {
        sum += bytesOf(texts.offsets) + bytesOf(texts.lengths) + bytesOf(texts.firsts) + bytesOf(texts.starts) + bytesOf(texts.letters)
            + bytesOf(texts.pairs);
    }
    return sum + m_lazy->bytes();
}

} // namespace callboard::search
