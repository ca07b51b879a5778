// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/usage.h"
#include "models/mirror/stringtable.h"

#include <memory>
#include <vector>

namespace callboard::insights {

using domain::UsageDeed;
using domain::UsageEvent;
using mirror::StringId;
/// Place of an event within one index; means nothing in another one.
using UsageRow = quint32;

/// Events in columns of interned strings, the oldest first. Immutable and swapped whole: any thread, no lock. 5 million take some 161 MB.
class UsageIndex final {
public:
    UsageRow size() const { return UsageRow(m_deeds.size()); }
    quint64 revision() const { return m_revision; }
    qint64 at(UsageRow row) const { return m_base + qint64(m_seconds[row]) * 1000; } ///< Milliseconds since the epoch, UTC; whole seconds.
    UsageDeed deed(UsageRow row) const { return m_deeds[row]; }
    StringId what(UsageRow row) const { return m_whats[row]; }
    StringId about(UsageRow row) const { return m_abouts[row]; }
    StringId person(UsageRow row) const { return m_people[row]; } ///< 0: the person at this machine, or not known.
    qint64 hits(UsageRow row) const;      ///< -1: not known. Exact to 65,000, which stands for more as well.
    QStringView text(StringId id) const { return m_strings.at(id); }
    StringId find(QStringView text) const { return m_strings.find(text); } ///< 0 where there is none.
    quint32 stringCount() const { return m_strings.count(); }
    UsageEvent event(UsageRow row) const;
    /// What it counts for in rankings: `what` or `about` by its deed; of a search, what stands for all ways to type it.
    StringId subject(UsageRow row) const { return m_subjects[row]; }
    /// The first row at this time (milliseconds since the epoch) or later.
    UsageRow firstAt(qint64 at) const;
    /// When a person did anything first; -1 where they never did. By string id.
    qint64 firstSeen(StringId person) const { return person < m_firstSeen.size() ? m_firstSeen[person] : -1; }
    qsizetype bytes() const; ///< Of memory, about.

private:
    friend class UsageIndexBuilder;
    quint64 m_revision = 0;
    qint64 m_base = 0;
    mirror::StringTable m_strings;
    std::vector<quint32> m_seconds;
    std::vector<UsageDeed> m_deeds;
    std::vector<StringId> m_whats, m_abouts, m_people, m_subjects;
    std::vector<quint16> m_hits; ///< One more than there were, 0: not known.
    std::vector<qint64> m_firstSeen;
};
using UsageIndexPtr = std::shared_ptr<const UsageIndex>;

/// Makes an index, once. Not thread-safe. Events may come in any order.
class UsageIndexBuilder final {
public:
    UsageIndexBuilder();
    void reserve(size_t events);
    void add(const UsageEvent &event);
    UsageIndexPtr finish(quint64 revision = 1);

private:
    StringId intern(const QString &text);
    void setSubjects();
    std::shared_ptr<UsageIndex> m_index;
    std::vector<qint64> m_times;
};

} // namespace callboard::insights
