// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/usagereport.h"

#include <array>
#include <stop_token>

namespace callboard::insights {

/// Which events a question is about, made ready to be asked millions of times.
class UsageSelection final {
public:
    UsageSelection(const UsageEstate &estate, const UsageQuestion &question);

    UsageRow begin() const { return m_begin; }
    UsageRow end() const { return m_end; }
    bool passes(UsageRow row) const
    {
        if (m_all)
            return true;
        return (m_people.empty() || m_people[m_index.person(row)]) && (m_abouts.empty() || m_abouts[m_index.about(row)]);
    }
    /// Whether documentation of this entity is among what is asked for.
    bool includesDoc(StringId ref) const { return m_abouts.empty() || m_abouts[ref]; }
    /// The same for one that no event is about.
    bool includesDoc(const QString &ref) const;

private:
    const UsageIndex &m_index;
    const mirror::Snapshot &m_catalog;
    QString m_kind;
    std::vector<bool> m_owned; ///< By row of the catalog; empty: whatever it is.
    bool m_byOwner = false, m_all = true;
    UsageRow m_begin = 0, m_end = 0;
    std::vector<quint8> m_people, m_abouts; ///< By string id; empty: all.
};

/// The documentation sites of a mirror, each once. Not for the GUI thread.
domain::Result<std::vector<KnownDoc>> readDocs(const QString &mirrorDirectory, const mirror::Snapshot &catalog, const std::stop_token &stop = {});

/// When a day begins there, in milliseconds since the epoch.
qint64 beginOf(QDate day, const QTimeZone &zone);
/// The ranking an event counts in and the text it counts for; 0 for a text that counts nowhere.
struct UsageCount {
    UsageRanking ranking = UsageRanking::Panes;
    StringId subject = 0;
};
inline UsageCount countOf(const UsageIndex &index, UsageRow row)
{
    constexpr std::array<UsageRanking, domain::usageDeeds> rankings { UsageRanking::Panes, UsageRanking::Entities, UsageRanking::Docs,
        UsageRanking::Searches, UsageRanking::Templates, UsageRanking::Actions, UsageRanking::Actions };
    return { rankings[size_t(index.deed(row))], index.subject(row) };
}
/// What a subject is called: an entity's display name where the catalog has it, a search as it was typed last.
QString titleOf(const UsageEstate &estate, UsageRanking ranking, StringId subject, UsageRow last);

} // namespace callboard::insights
