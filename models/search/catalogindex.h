// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/snapshot.h"
#include "models/search/word.h"

#include <bit>
#include <limits>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <vector>

namespace callboard::search {

using mirror::Row;
using mirror::noRow;

/// A place in a column's list of distinct values; 0 is "has none".
using Code = quint32;

/// One column of the catalog with its values numbered densely, so that a condition on it is a table
/// look-up per row.
struct Column {
    std::vector<Code> codes;             ///< By row.
    std::vector<mirror::StringId> values; ///< By code; values[0] is the empty string.

    Code size() const { return Code(values.size()); }
};

/// Texts packed for scanning, by their number.
struct TextColumn {
    std::vector<quint32> offsets; ///< In the index's bytes.
    std::vector<quint8> lengths;
    std::vector<Byte> firsts;     ///< The first byte of each; 0 where there is none.
    std::vector<quint64> starts, letters, pairs;

    void reserve(size_t count);
    size_t size() const { return lengths.size(); }
    qsizetype bytes() const;
};

/// What can be filtered by value, counted and grouped.
enum class Field { Kind, Namespace, Type, Lifecycle, Owner, System, Repository, Connection };
inline constexpr int fieldCount = 8;

/// What rows can be ordered by.
enum class Order { Name, Kind, Owner, System, Type, Lifecycle, Namespace, Repository, Tags, Description, Changed, Problems, Seen };
inline constexpr int orderCount = 13;

/// Further texts of an entity that a word may hit, each held once however many entities share it.
enum class Attribute { Kind, Type, Owner, System, Tag };
inline constexpr int attributeCount = 5;

/// All that matching, filtering, counting and sorting need of one snapshot, packed for scanning.
/// Immutable; may be read from any thread. Orders are made when first asked for (under a lock).
class CatalogIndex final {
public:
    static std::shared_ptr<const CatalogIndex> build(mirror::SnapshotPtr snapshot, std::stop_token stop = {});
    ~CatalogIndex();
    Q_DISABLE_COPY_MOVE(CatalogIndex)

    const mirror::Snapshot &snapshot() const { return *m_snapshot; }
    const mirror::SnapshotPtr &snapshotPtr() const { return m_snapshot; }
    Row size() const { return m_size; }

    const Column &column(Field field) const { return m_columns[size_t(field)]; }
    QStringView value(Field field, Code code) const { return m_snapshot->string(column(field).values[code]); }
    /// What people call the value: of a reference, the title or name of what it names.
    QString label(Field field, Code code) const;

    const std::vector<mirror::StringId> &tagValues() const { return m_tagValues; }
    std::span<const Code> tags(Row row) const
    {
        return { m_tagCodes.data() + m_tagStarts[row], m_tagStarts[row + 1] - m_tagStarts[row] };
    }

    /// The rows that have a tag, ascending; one that names it twice is there twice.
    std::span<const Row> tagged(Code tag) const { return { m_taggedRows.data() + m_taggedStarts[tag], m_tagTotals[tag] }; }

    const std::vector<quint16> &flags() const { return m_flags; }  ///< By row, as the snapshot has them.
    qint64 oldestSeenAt() const { return m_oldestSeenAt; }
    /// How many rows have each code; of tags by tag code.
    const std::vector<quint32> &totals(Field field) const { return m_totals[size_t(field)]; }
    const std::vector<quint32> &tagTotals() const { return m_tagTotals; }
    /// How many rows have a flag of the snapshot, by its bit.
    const std::array<quint32, 16> &flagTotals() const { return m_flagTotals; }

    // Matching. Every row has a name; few have a title besides.
    const TextColumn &names() const { return m_names; }   ///< By row.
    const TextColumn &titles() const { return m_titles; } ///< By `titleOf`.
    const std::vector<Row> &titledRows() const { return m_titledRows; } ///< By title; ascending.
    static constexpr quint32 noTitle = ~quint32(0);
    quint32 titleOf(Row row) const
    {
        const quint64 bit = quint64(1) << (row & 63);
        const quint64 bits = m_titled[row >> 6];
        return bits & bit ? m_titlesBefore[row >> 6] + quint32(std::popcount(bits & (bit - 1))) : noTitle;
    }
    FoldedText text(const TextColumn &texts, size_t i) const
    {
        return { m_arena.data() + texts.offsets[i], texts.lengths[i], texts.starts[i] };
    }
    /// The text of a value, of references the name alone.
    FoldedText text(Attribute attribute, Code code) const { return text(m_attributes[size_t(attribute)], code); }
    Code count(Attribute attribute) const { return Code(m_attributes[size_t(attribute)].size()); }
    quint64 letters(Attribute attribute, Code code) const { return m_attributes[size_t(attribute)].letters[code]; }
    const WidePairs &descriptionPairs(Row row) const { return m_descriptionPairs[row]; }

    /// All rows, ascending. Ties are in the order of names, then of references.
    const std::vector<Row> &order(Order order) const;
    /// The place of each row in `order(Order::Name)`.
    const std::vector<quint32> &nameRanks() const;
    /// The codes of a field in the order of their labels, the empty one last.
    const std::vector<Code> &codesByLabel(Field field) const;
    /// The place of each code in that order; equal labels share one.
    const std::vector<quint32> &labelRanks(Field field) const;
    /// Was it made already? Making it takes tens of milliseconds for 100,000 entities: not for the GUI thread.
    bool isReady(Order order) const;
    bool isReady(Field field) const; ///< Of `codesByLabel` and `labelRanks`.

    qsizetype bytes() const; ///< Memory held, without the snapshot.

private:
    struct Lazy;

    CatalogIndex();
    void packRow(Row row);
    void packText(TextColumn &texts, QStringView written);
    void packAttributes(Attribute attribute, const std::vector<mirror::StringId> &values);
    void makeColumn(Field field, mirror::StringId (mirror::Snapshot::*id)(Row) const);
    void makeTags();
    std::vector<Row> makeOrder(Order order) const;
    std::vector<Row> makeNameOrder() const;
    std::vector<quint64> orderKeys(Order order) const;
    std::vector<quint64> fieldKeys(Field field) const;
    std::vector<quint64> tagKeys() const;
    std::vector<quint64> descriptionKeys() const;
    struct Ranking;
    const Ranking &labelRanking(Field field) const;
    Ranking makeLabelRanking(Field field) const;

    mirror::SnapshotPtr m_snapshot;
    Row m_size = 0;
    std::array<Column, fieldCount> m_columns;
    std::vector<mirror::StringId> m_tagValues;
    std::vector<quint32> m_tagStarts;
    std::vector<Code> m_tagCodes;
    std::vector<Row> m_taggedRows;
    std::vector<quint32> m_taggedStarts; ///< By tag.
    std::vector<quint16> m_flags;
    qint64 m_oldestSeenAt = std::numeric_limits<qint64>::max();
    std::array<std::vector<quint32>, fieldCount> m_totals;
    std::vector<quint32> m_tagTotals;
    std::array<quint32, 16> m_flagTotals {};
    std::vector<Byte> m_arena;
    TextColumn m_names, m_titles;
    std::vector<Row> m_titledRows;
    std::vector<quint64> m_titled;       ///< A bit a row.
    std::vector<quint32> m_titlesBefore; ///< By 64 rows.
    std::array<TextColumn, attributeCount> m_attributes;
    std::vector<WidePairs> m_descriptionPairs;
    std::unique_ptr<Lazy> m_lazy;
};

using IndexPtr = std::shared_ptr<const CatalogIndex>;

/// Compares as people sort: without case, numbers by value, a shorter text before what begins with it.
int compareNaturally(QStringView a, QStringView b);

} // namespace callboard::search
