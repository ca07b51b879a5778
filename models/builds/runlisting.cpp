// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/runlisting.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace callboard::builds {

namespace {

constexpr bool isActive(BuildState state)
{
    return state == BuildState::Queued || state == BuildState::Waiting || state == BuildState::Running;
}

/// Numbers of the groups that a run is in.
class Groups final {
public:
    Groups(const RunEstate &estate, RunGrouping grouping)
        : m_estate(estate)
        , m_index(*estate.index())
        , m_grouping(grouping)
        , m_byString(m_index.stringCount() + 1, none)
        , m_bySet(m_index.setCount())
    {
        for (quint32 set = 1; set < m_index.setCount() && grouping != RunGrouping::Branch; ++set) {
            for (const quint32 entity : m_index.set(set))
                addTo(m_bySet[set], ofEntity(entity));
        }
    }

    std::span<const quint32> of(const RunIndex::Run &run)
    {
        if (m_grouping != RunGrouping::Branch && !m_bySet[run.entities].empty())
            return m_bySet[run.entities];
        if (m_grouping == RunGrouping::Owner) {
            m_one = named(QString(), QString(), true);
        } else {
            const StringId text = m_grouping == RunGrouping::Branch ? run.branch : run.project;
            if (m_byString[text] == none) {
                const QString name = m_index.text(text).toString();
                m_byString[text] = add({ .key = name, .name = name });
            }
            m_one = m_byString[text];
        }
        return { &m_one, 1 };
    }

    std::vector<RunGroup> take() { return std::move(m_groups); }
    std::vector<RunGroup> &all() { return m_groups; }

private:
    static constexpr quint32 none = ~quint32(0);

    static void addTo(std::vector<quint32> &list, quint32 group)
    {
        if (std::ranges::find(list, group) == list.end())
            list.push_back(group);
    }
    quint32 add(RunGroup group)
    {
        m_groups.push_back(std::move(group));
        return quint32(m_groups.size() - 1);
    }
    quint32 named(const QString &key, const QString &name, bool isEntity)
    {
        const auto known = m_byKey.constFind(key);
        if (known != m_byKey.cend())
            return *known;
        return *m_byKey.insert(key, add({ .key = key, .name = name, .isEntity = isEntity && !key.isEmpty() }));
    }
    quint32 ofEntity(quint32 entity)
    {
        const EntityFacts &facts = m_estate.facts(entity);
        if (m_grouping == RunGrouping::Owner)
            return named(facts.owner, facts.ownerName, true);
        return named(m_index.text(m_index.entities()[entity]).toString(), facts.name, true);
    }

    const RunEstate &m_estate;
    const RunIndex &m_index;
    RunGrouping m_grouping;
    std::vector<RunGroup> m_groups;
    QHash<QString, quint32> m_byKey;
    std::vector<quint32> m_byString;
    std::vector<std::vector<quint32>> m_bySet;
    quint32 m_one = 0;
};

/// Counts what needs eyes; a line is judged by the newest run of it that says something.
class Judging final {
public:
    explicit Judging(const RunIndex &index)
        : m_index(index)
        , m_judged(index.lineCount(), ~quint32(0))
    {
    }

    void judge(const RunListing &listing, RunGroup &group, quint32 number)
    {
        BuildState active = BuildState::Unknown;
        BuildState broken = BuildState::Unknown;
        BuildState brokenDefault = BuildState::Unknown;
        RunRow latest = noRun;
        for (quint32 at = group.begin; at < group.end; ++at) {
            const RunRow row = listing.rows[at];
            const RunIndex::Run &run = m_index.run(row);
            group.changedAt = std::max(group.changedAt, run.changedAt());
            if (isActive(run.state)) {
                ++group.active;
                if (active == BuildState::Unknown || run.state == BuildState::Running)
                    active = run.state;
            }
            if (latest == noRun || (isVerdict(run.state) && !isVerdict(m_index.state(latest))))
                latest = row;
            if (!isVerdict(run.state) || std::exchange(m_judged[run.line], number) == number)
                continue;
            if (!isBroken(run.state))
                continue;
            ++group.broken;
            broken = run.state;
            if (run.isDefaultBranch) {
                ++group.brokenDefault;
                brokenDefault = run.state;
            }
        }
        group.state = group.brokenDefault > 0 ? brokenDefault : group.active > 0 ? active : group.broken > 0 ? broken : m_index.state(latest);
    }

private:
    const RunIndex &m_index;
    std::vector<quint32> m_judged; ///< By line: the group that judged it last.
};

/// Counts what was flaky, group by group.
class FlakyCounting final {
public:
    explicit FlakyCounting(const Flakiness &flakiness)
        : m_flakiness(flakiness)
        , m_counted(flakiness.flakeCount(), ~quint32(0))
        , m_places(flakiness.partCount(), none)
    {
    }

    void count(RunListing &listing, RunGroup &group, quint32 number)
    {
        group.flakyBegin = group.flakyEnd = quint32(listing.flaky.size());
        if (m_counted.empty())
            return;
        for (quint32 at = group.begin; at < group.end; ++at) {
            const RunRow row = listing.rows[at];
            const Flakiness::Number flake = m_flakiness.flakeOf(row);
            if (flake == Flakiness::none || !m_flakiness.flake(flake).isRecent || std::exchange(m_counted[flake], number) == number)
                continue;
            for (const Flakiness::Number part : m_flakiness.flake(flake).parts)
                add(listing, part, row);
        }
        group.flakyEnd = quint32(listing.flaky.size());
        const auto found = std::span(listing.flaky).subspan(group.flakyBegin);
        for (const FlakyPart &part : found)
            m_places[part.part] = none;
        std::ranges::sort(found, {}, [](const FlakyPart &part) { return std::tuple(-part.commits, part.latest); });
    }

private:
    static constexpr quint32 none = ~quint32(0);

    void add(RunListing &listing, Flakiness::Number part, RunRow row)
    {
        if (m_places[part] == none) {
            m_places[part] = quint32(listing.flaky.size());
            listing.flaky.push_back({ part, 0, row });
        }
        FlakyPart &counted = listing.flaky[m_places[part]];
        ++counted.commits;
        counted.latest = std::min(counted.latest, row);
    }

    const Flakiness &m_flakiness;
    std::vector<quint32> m_counted; ///< By flake: the group that counted it last.
    std::vector<quint32> m_places;  ///< By part: where it is counted for the group at hand.
};

int rankOf(const RunGroup &group)
{
    return group.brokenDefault > 0 ? 0 : group.broken > 0 ? 1 : group.active > 0 ? 2 : 3;
}

} // namespace

RunListing listRuns(const RunEstate &estate, const std::vector<quint8> &shown, RunGrouping grouping)
{
    RunListing listing;
    if (!estate.index())
        return listing;
    const RunIndex &index = *estate.index();
    Groups groups(estate, grouping);
    struct Member {
        quint32 group;
        RunRow row;
    };
    std::vector<Member> members;
    members.reserve(index.size());
    for (RunRow row = 0; row < index.size(); ++row) {
        if (!shown[row])
            continue;
        ++listing.shown;
        ++listing.byState[size_t(index.state(row))];
        for (const quint32 group : groups.of(index.run(row))) {
            members.push_back({ group, row });
            RunGroup &counted = groups.all()[group];
            ++counted.end;
            counted.others += quint32(index.run(row).isDefaultBranch);
        }
    }
    listing.groups = groups.take();
    // Groups without a run are those of an owner or entity whose runs do not show.
    struct Place {
        quint32 defaults, others;
    };
    std::vector<Place> places(listing.groups.size());
    quint32 begin = 0;
    for (size_t i = 0; i < listing.groups.size(); ++i) {
        RunGroup &group = listing.groups[i];
        const quint32 size = group.end;
        group.begin = begin;
        group.others += begin;
        group.end = begin += size;
        places[i] = { group.begin, group.others };
    }
    listing.rows.resize(members.size());
    for (const Member &member : members) {
        Place &place = places[member.group];
        listing.rows[index.run(member.row).isDefaultBranch ? place.defaults++ : place.others++] = member.row;
    }
    std::erase_if(listing.groups, [](const RunGroup &group) { return group.size() == 0; });
    Judging judging(index);
    FlakyCounting flaky(estate.flakiness());
    for (quint32 number = 0; number < listing.groups.size(); ++number) {
        judging.judge(listing, listing.groups[number], number);
        flaky.count(listing, listing.groups[number], number);
    }
    std::ranges::stable_sort(listing.groups, [](const RunGroup &a, const RunGroup &b) {
        return std::tuple(rankOf(a), -a.changedAt) < std::tuple(rankOf(b), -b.changedAt);
    });
    return listing;
}

std::vector<RunRow> standingOf(const RunIndex &index, QStringView entity, size_t most)
{
    const auto entities = index.entities();
    const auto known = std::ranges::find_if(entities, [&](StringId id) { return index.text(id) == entity; });
    if (known == entities.end())
        return {};
    const auto number = quint32(known - entities.begin());
    std::vector<quint8> sets(index.setCount());
    for (quint32 set = 0; set < sets.size(); ++set)
        sets[set] = quint8(std::ranges::find(index.set(set), number) != index.set(set).end());
    std::vector<RunRow> defaults, active;
    RunRow newest = noRun;
    std::vector<quint8> seen(index.lineCount());
    for (RunRow row = 0; row < index.size(); ++row) {
        const RunIndex::Run &run = index.run(row);
        if (!sets[run.entities] || std::exchange(seen[run.line], quint8(1)))
            continue;
        if (newest == noRun)
            newest = row;
        if (run.isDefaultBranch)
            defaults.push_back(row);
        else if (isActive(run.state))
            active.push_back(row);
    }
    std::ranges::stable_partition(defaults, [&](RunRow row) { return isBroken(index.state(row)); });
    defaults.insert(defaults.end(), active.begin(), active.end());
    if (defaults.empty() && newest != noRun)
        defaults.push_back(newest);
    if (defaults.size() > most)
        defaults.resize(most);
    return defaults;
}

RunSpark sparkOf(const RunIndex &index, const RunListing &listing, const RunGroup &group, qint64 now, size_t most)
{
    RunSpark spark;
    const bool hasDefault = group.others > group.begin;
    const quint32 begin = hasDefault ? group.begin : group.others;
    const quint32 end = std::min(hasDefault ? group.others : group.end, begin + quint32(most));
    std::vector<qint64> passed;
    for (quint32 at = begin; at < end; ++at) {
        const RunIndex::Run &run = index.run(listing.rows[at]);
        const qint64 took = run.took(now);
        spark.bars.push_back({ run.state, std::max<qint64>(0, took) });
        if (run.state == BuildState::Passed && took >= 0)
            passed.push_back(took);
    }
    std::ranges::reverse(spark.bars);
    if (!passed.empty()) {
        const auto middle = passed.begin() + qsizetype((passed.size() - 1) / 2);
        std::ranges::nth_element(passed, middle);
        spark.usual = *middle;
    }
    return spark;
}

} // namespace callboard::builds
