// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/stringtable.h"

namespace callboard::mirror {

/// Distinct values of a column of times: a pull gives thousands of entities the same one.
class TimeColumn final {
public:
    void reserve(Row rows) { m_ids.reserve(rows); }
    void append(qint64 time)
    {
        if (m_times.empty() || m_times.back() != time)
            m_times.push_back(time);
        m_ids.push_back(quint32(m_times.size() - 1));
    }
    qint64 at(Row row) const { return m_times[m_ids[row]]; }
    void compact();

private:
    std::vector<quint32> m_ids;
    std::vector<qint64> m_times;
};

struct Snapshot::Data {
    quint64 revision = 0;
    QDateTime asOf;

    StringTable strings;
    TextArena texts; ///< Name (where it is not the end of the ref), title and description of each row.

    std::vector<StringId> kind, ns, type, lifecycle, owner, system, repository, connection, ref;
    std::vector<quint32> textEnds; ///< Three a row.
    std::vector<quint16> flags;
    TimeColumn seenAt, changedAt;
    std::vector<StringId> tags;
    std::vector<quint32> tagEnds;
    std::vector<Edge> edges;
    std::vector<quint32> edgeEnds;
    std::vector<Row> rowOfString;

    Row size() const { return Row(ref.size()); }
    QStringView text(Row row, int which) const
    {
        const size_t i = size_t(row) * 3 + size_t(which);
        return texts.view(i == 0 ? 0 : textEnds[i - 1], textEnds[i]);
    }
};

} // namespace callboard::mirror
