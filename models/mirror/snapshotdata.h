// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/stringtable.h"

#include <memory>

namespace callboard::mirror {

/// A column of ids of which many rows share one: kinds, owners. Once compact, a row takes two bytes where the ids are few enough.
class IdColumn final {
public:
    void reserve(Row rows) { m_ids.reserve(rows); }
    void append(quint32 id) { m_ids.push_back(id); }
    quint32 at(Row row) const { return m_codes.empty() ? m_ids[row] : m_known[m_codes[row]]; }
    void set(Row row, quint32 id) { m_ids[row] = id; } ///< Not once it is compact.
    Row size() const { return Row(m_codes.empty() ? m_ids.size() : m_codes.size()); }
    /// All ids are below `end`.
    void compact(quint32 end);

private:
    std::vector<quint32> m_ids; ///< By row, until it is compact.
    std::vector<quint16> m_codes;
    std::vector<quint32> m_known; ///< By code.
};

/// Distinct values of a column of times: a pull gives thousands of entities the same one.
class TimeColumn final {
public:
    void reserve(Row rows) { m_ids.reserve(rows); }
    void append(qint64 time)
    {
        if (m_times.empty() || m_times.back() != time)
            m_times.push_back(time);
        m_ids.append(quint32(m_times.size() - 1));
    }
    qint64 at(Row row) const { return m_times[m_ids.at(row)]; }
    void compact();

private:
    IdColumn m_ids;
    std::vector<qint64> m_times;
};

/// An edge as it is kept. Row and reference of its target tell each other, so one of them will do.
struct KeptEdge {
    static constexpr quint32 dangling = quint32(1) << 31;
    StringId type;
    quint32 target; ///< A row; with `dangling` set, the reference's string.
};

/// Most of a snapshot's memory, and most of it the same in the next one: which then rests on this. Of a catalog that grows, each storey
/// holds what came.
struct SharedTexts {
    explicit SharedTexts(std::shared_ptr<const SharedTexts> under = {})
        : base(std::move(under))
        , storey(base ? base->storey + 1 : 0)
        , strings(base ? std::shared_ptr<const StringTable>(base, &base->strings) : nullptr)
        , descriptions(base ? std::shared_ptr<const Utf8Arena>(base, &base->descriptions) : nullptr)
    {
    }

    /// Much of it is not used by the snapshot that it was made for.
    bool isWasteful() const { return strings.count() / 3 * 2 > usedStrings || descriptions.end() / 3 * 2 > usedBytes; }

    std::shared_ptr<const SharedTexts> base;
    int storey;
    StringTable strings;
    Utf8Arena descriptions;
    quint32 usedStrings = 0; ///< By the snapshot that it was made for.
    quint32 usedBytes = 0;   ///< Of the descriptions, by that one.
};

struct Snapshot::Data {
    quint64 revision = 0;

    std::shared_ptr<SharedTexts> shared = std::make_shared<SharedTexts>(); ///< Never null.
    TextArena texts;    ///< Name (where it is not the end of the ref) and title of each row.

    IdColumn kind, ns, type, lifecycle, owner, system, repository, connection;
    std::vector<StringId> ref;
    std::vector<quint32> textEnds; ///< Two a row.
    std::vector<quint32> descriptionBegins;
    std::vector<quint16> descriptionSizes; ///< In bytes.
    std::vector<quint16> flags;
    TimeColumn seenAt, changedAt;
    std::vector<StringId> tags;
    std::vector<quint32> tagEnds;
    std::vector<KeptEdge> edges;
    std::vector<quint32> edgeEnds;
    std::vector<Row> rowOfString;

    Row size() const { return Row(ref.size()); }
    const StringTable &strings() const { return shared->strings; }
    std::string_view description(Row row) const { return shared->descriptions.view(descriptionBegins[row], descriptionSizes[row]); }
    StringId targetOf(const KeptEdge &edge) const { return edge.target & KeptEdge::dangling ? edge.target & ~KeptEdge::dangling : ref[edge.target]; }
    QStringView text(Row row, int which) const
    {
        const size_t i = size_t(row) * 2 + size_t(which);
        return texts.view(i == 0 ? 0 : textEnds[i - 1], textEnds[i]);
    }
};

} // namespace callboard::mirror
