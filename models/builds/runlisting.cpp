// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/runlisting.h"

#include "models/builds/runarrangement.h"

#include <algorithm>
#include <tuple>

namespace callboard::builds {

namespace {

constexpr bool isActive(BuildState state)
{
    return state == BuildState::Queued || state == BuildState::Waiting || state == BuildState::Running;
}

/// Counts what was flaky, group by group.
class FlakyCounting final {
public:
    explicit FlakyCounting(const Flakiness &flakiness)
        : m_flakiness(flakiness)
        , m_counted(flakiness.flakeCount(), none)
        , m_places(flakiness.partCount(), none)
    {
    }

    void begin(RunListing &listing)
    {
        ++m_number;
        m_begin = listing.flaky.size();
    }
    void add(RunListing &listing, Flakiness::Number flake, RunRow row)
    {
        if (std::exchange(m_counted[flake], m_number) == m_number)
            return;
        for (const Flakiness::Number part : m_flakiness.flake(flake).parts) {
            if (m_places[part] == none) {
                m_places[part] = quint32(listing.flaky.size());
                listing.flaky.push_back({ part, 0, row });
            }
            FlakyPart &counted = listing.flaky[m_places[part]];
            ++counted.commits;
            counted.latest = std::min(counted.latest, row);
        }
    }
    void finish(RunListing &listing, RunGroup &group)
    {
        const auto found = std::span(listing.flaky).subspan(m_begin);
        for (const FlakyPart &part : found)
            m_places[part.part] = none;
        std::ranges::sort(found, {}, [](const FlakyPart &part) { return std::tuple(-part.commits, part.latest); });
        group.flakyBegin = quint32(m_begin);
        group.flakyEnd = quint32(listing.flaky.size());
    }

private:
    static constexpr quint32 none = ~quint32(0);
    const Flakiness &m_flakiness;
    quint32 m_number = 0;
    size_t m_begin = 0;
    std::vector<quint32> m_counted; ///< By flake: the group that counted it last.
    std::vector<quint32> m_places;  ///< By part: where it is counted for the group at hand.
};

/// Lists what shows of a group after the other.
class Listing final {
public:
    Listing(const RunEstate &estate, const RunArrangement &arranged, const std::vector<quint8> &shown)
        : m_arranged(arranged)
        , m_shown(shown)
        , m_judged(estate.index()->lineCount(), 0)
        , m_flaky(estate.flakiness())
    {
        const RunIndex &index = *estate.index();
        for (RunRow row = 0; row < index.size(); ++row) {
            m_listing.shown += shown[row];
            m_listing.byState[size_t(index.state(row))] += shown[row];
        }
        m_listing.rows.reserve(m_listing.shown);
    }

    RunListing list()
    {
        for (const RunArrangement::Group &of : m_arranged.groups) {
            RunGroup group { .key = of.key, .name = of.name, .isEntity = of.isEntity };
            if (fill(group, of))
                m_listing.groups.push_back(std::move(group));
        }
        std::ranges::stable_sort(m_listing.groups, {}, [](const RunGroup &group) { return std::tuple(rankOf(group), -group.changedAt); });
        return std::move(m_listing);
    }

private:
    using Entry = RunArrangement::Entry;

    bool fill(RunGroup &group, const RunArrangement::Group &of)
    {
        ++m_group;
        m_flaky.begin(m_listing);
        group.begin = quint32(m_listing.rows.size());
        m_active = m_broken = m_brokenDefault = m_latest = BuildState::Unknown;
        m_isFirst = true;
        addAll(group, of.begin, of.others);
        group.brokenDefault = group.broken;
        m_brokenDefault = m_broken;
        group.others = quint32(m_listing.rows.size());
        addAll(group, of.others, of.end);
        group.end = quint32(m_listing.rows.size());
        group.state = group.brokenDefault > 0 ? m_brokenDefault : group.active > 0 ? m_active : group.broken > 0 ? m_broken : m_latest;
        m_flaky.finish(m_listing, group);
        return group.size() > 0;
    }

    void addAll(RunGroup &group, quint32 begin, quint32 end)
    {
        for (const Entry &entry : std::span(m_arranged.entries).subspan(begin, end - begin)) {
            if (m_shown[entry.row])
                add(group, entry);
        }
    }

    void add(RunGroup &group, const Entry &entry)
    {
        m_listing.rows.push_back(entry.row);
        group.changedAt = std::max(group.changedAt, entry.changedAt);
        if (entry.flake != Flakiness::none)
            m_flaky.add(m_listing, entry.flake, entry.row);
        if (isActive(entry.state)) {
            ++group.active;
            if (m_active == BuildState::Unknown || entry.state == BuildState::Running)
                m_active = entry.state;
        }
        if (m_isFirst || (isVerdict(entry.state) && !isVerdict(m_latest)))
            m_latest = entry.state;
        m_isFirst = false;
        // A line is judged by the newest run of it that says something.
        if (!isVerdict(entry.state) || std::exchange(m_judged[entry.line], m_group) == m_group || !isBroken(entry.state))
            return;
        ++group.broken;
        m_broken = entry.state;
    }

    static int rankOf(const RunGroup &group) { return group.brokenDefault > 0 ? 0 : group.broken > 0 ? 1 : group.active > 0 ? 2 : 3; }

    const RunArrangement &m_arranged;
    const std::vector<quint8> &m_shown;
    std::vector<quint32> m_judged; ///< By line: the group that judged it last.
    FlakyCounting m_flaky;
    RunListing m_listing;
    // Of the group at hand:
    quint32 m_group = 0;
    BuildState m_active = BuildState::Unknown, m_broken = BuildState::Unknown, m_brokenDefault = BuildState::Unknown, m_latest = BuildState::Unknown;
    bool m_isFirst = true;
};

} // namespace

RunListing listRuns(const RunEstate &estate, const std::vector<quint8> &shown, RunGrouping grouping)
{
    return estate.index() ? Listing(estate, *estate.arrangedBy(grouping), shown).list() : RunListing();
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
