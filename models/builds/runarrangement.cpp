// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/runarrangement.h"

#include <algorithm>

namespace callboard::builds {

namespace {

/// Numbers of the groups that a run is in: those of its entities, or else of its line.
class Groups final {
public:
    Groups(const RunEstate &estate, RunGrouping grouping)
        : m_estate(estate)
        , m_index(*estate.index())
        , m_grouping(grouping)
        , m_byLine(m_index.lineCount(), none)
        , m_bySet(m_index.setCount())
    {
        for (quint32 set = 1; set < m_index.setCount() && grouping != RunGrouping::Branch; ++set) {
            for (const quint32 entity : m_index.set(set))
                addTo(m_bySet[set], ofEntity(entity));
        }
    }

    std::span<const quint32> of(quint32 line, quint32 set)
    {
        if (!m_bySet[set].empty())
            return m_bySet[set];
        if (m_byLine[line] == none)
            m_byLine[line] = ofLine(m_index.lineFacts(line));
        return { &m_byLine[line], 1 };
    }

    std::vector<RunArrangement::Group> &all() { return m_groups; }
    std::vector<RunArrangement::Group> take() { return std::move(m_groups); }

private:
    static constexpr quint32 none = ~quint32(0);

    static void addTo(std::vector<quint32> &list, quint32 group)
    {
        if (std::ranges::find(list, group) == list.end())
            list.push_back(group);
    }
    quint32 add(RunArrangement::Group group)
    {
        m_groups.push_back(std::move(group));
        return quint32(m_groups.size() - 1);
    }
    quint32 named(const QString &key, const QString &name, bool isEntity)
    {
        const auto known = m_byKey.constFind(key);
        if (known != m_byKey.cend())
            return *known;
        return *m_byKey.insert(key, add({ .key = key, .name = name, .isEntity = isEntity && !key.isEmpty(), .begin = 0, .others = 0, .end = 0 }));
    }
    quint32 ofEntity(quint32 entity)
    {
        const EntityFacts &facts = m_estate.facts(entity);
        if (m_grouping == RunGrouping::Owner)
            return named(facts.owner, facts.ownerName, true);
        return named(m_index.text(m_index.entities()[entity]).toString(), facts.name, true);
    }
    quint32 ofLine(const RunIndex::Line &line)
    {
        if (m_grouping == RunGrouping::Owner)
            return named(QString(), QString(), true);
        const StringId text = m_grouping == RunGrouping::Branch ? line.branch : line.project;
        const auto known = m_byString.constFind(text);
        if (known != m_byString.cend())
            return *known;
        const QString name = m_index.text(text).toString();
        return *m_byString.insert(text, add({ .key = name, .name = name, .isEntity = false, .begin = 0, .others = 0, .end = 0 }));
    }

    const RunEstate &m_estate;
    const RunIndex &m_index;
    RunGrouping m_grouping;
    std::vector<RunArrangement::Group> m_groups;
    QHash<QString, quint32> m_byKey;
    QHash<StringId, quint32> m_byString;
    std::vector<quint32> m_byLine; ///< Where it was asked for.
    std::vector<std::vector<quint32>> m_bySet;
};

} // namespace

RunArrangement::RunArrangement(const RunEstate &estate, RunGrouping grouping)
{
    const RunIndex &index = *estate.index();
    const Flakiness &flakiness = estate.flakiness();
    Groups found(estate, grouping);
    struct Member {
        quint32 group;
        RunRow row;
    };
    std::vector<Member> members;
    members.reserve(index.size());
    for (RunRow row = 0; row < index.size(); ++row) {
        const RunIndex::Brief &run = index.brief(row);
        for (const quint32 group : found.of(run.line, run.entities)) {
            members.push_back({ group, row });
            ++found.all()[group].end;
            found.all()[group].others += quint32(run.isDefaultBranch);
        }
    }
    groups = found.take();
    std::vector<std::array<quint32, 2>> next;
    quint32 begin = 0;
    for (Group &group : groups) {
        const quint32 size = group.end;
        group.begin = begin;
        group.others += begin;
        group.end = begin += size;
        next.push_back({ group.begin, group.others });
    }
    entries.resize(members.size());
    for (const Member &member : members) {
        const RunIndex::Brief &run = index.brief(member.row);
        Flakiness::Number flake = flakiness.flakeOf(member.row);
        if (flake != Flakiness::none && !flakiness.flake(flake).isRecent)
            flake = Flakiness::none;
        entries[next[member.group][run.isDefaultBranch ? 0 : 1]++] = { run.changedAt, member.row, run.line, flake, run.state };
    }
}

std::shared_ptr<const RunArrangement> RunEstate::arrangedBy(RunGrouping grouping) const
{
    const std::lock_guard lock(m_arranging);
    auto &arranged = m_arranged[size_t(grouping)];
    if (!arranged)
        arranged = std::make_shared<const RunArrangement>(*this, grouping);
    return arranged;
}

} // namespace callboard::builds
