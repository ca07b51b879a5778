// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/trends.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace callboard::builds {

using namespace Qt::StringLiterals;

namespace {

QDate firstDay(QDate day, TrendStep step)
{
    return step == TrendStep::Week ? day.addDays(1 - day.dayOfWeek()) : day;
}

struct Collected {
    int passed = 0, broken = 0;
    std::vector<qint64> took, waited, repaired;

    void add(const RunIndex::Run &run)
    {
        ++(run.state == BuildState::Passed ? passed : broken);
        if (const qint64 time = run.took(0); time >= 0)
            took.push_back(time);
        if (const qint64 time = run.waited(); time >= 0)
            waited.push_back(time);
    }
    TrendPoint point(QDate from)
    {
        return { from, passed, broken, percentile(took, 0.5), percentile(took, 0.95), percentile(waited, 0.5), int(repaired.size()),
            percentile(repaired, 0.5) };
    }
};

/// Days as bounds in milliseconds, so that no run is turned into a date.
class Steps final {
public:
    explicit Steps(const TrendTime &time)
        : m_days(time.steps())
        , m_end(time.to.addDays(1).startOfDay().toMSecsSinceEpoch())
        , m_first(time.from.startOfDay().toMSecsSinceEpoch())
    {
        for (const QDate day : m_days)
            m_begins.push_back(day.startOfDay().toMSecsSinceEpoch());
    }
    const std::vector<QDate> &days() const { return m_days; }
    /// Of a time outside: -1.
    int at(qint64 moment) const
    {
        if (moment < m_first || moment >= m_end || m_begins.empty())
            return -1;
        return int(std::ranges::upper_bound(m_begins, moment) - m_begins.begin()) - 1;
    }

private:
    std::vector<QDate> m_days;
    std::vector<qint64> m_begins;
    qint64 m_end, m_first;
};

} // namespace

qint64 percentile(std::vector<qint64> &values, double part)
{
    if (values.empty())
        return -1;
    const auto rank = size_t(std::clamp(std::ceil(part * double(values.size())), 1.0, double(values.size())));
    const auto place = values.begin() + qsizetype(rank - 1);
    std::ranges::nth_element(values, place);
    return *place;
}

std::vector<QDate> TrendTime::steps() const
{
    std::vector<QDate> days;
    if (!from.isValid() || !to.isValid())
        return days;
    constexpr int most = 3'700; // Ten years of days: what somebody typed may be anything.
    for (QDate day = firstDay(from, step); day <= to && int(days.size()) < most; day = day.addDays(step == TrendStep::Week ? 7 : 1))
        days.push_back(day);
    return days;
}

Trend trendOf(const RunIndex &index, std::span<const RunRow> rows, const TrendTime &time)
{
    const Steps steps(time);
    std::vector<Collected> collected(steps.days().size());
    Collected all;
    std::vector<qint64> brokenAt(index.lineCount(), 0);
    // From the oldest on, so that what broke is known when it passes again.
    for (auto at = rows.rbegin(); at != rows.rend(); ++at) {
        const RunIndex::Run &run = index.run(*at);
        if (!isVerdict(run.state) || run.finishedAt == 0)
            continue;
        const int step = steps.at(run.finishedAt);
        if (step >= 0) {
            collected[size_t(step)].add(run);
            all.add(run);
        }
        if (!run.isDefaultBranch)
            continue;
        qint64 &since = brokenAt[run.line];
        if (isBroken(run.state)) {
            if (since == 0)
                since = run.finishedAt;
        } else if (const qint64 begun = std::exchange(since, 0); begun != 0 && step >= 0 && run.finishedAt >= begun) {
            collected[size_t(step)].repaired.push_back(run.finishedAt - begun);
            all.repaired.push_back(run.finishedAt - begun);
        }
    }
    Trend trend;
    for (size_t step = 0; step < collected.size(); ++step)
        trend.points.push_back(collected[step].point(steps.days()[step]));
    trend.total = all.point(time.from);
    return trend;
}

bool isProduction(QStringView environment)
{
    for (const QLatin1StringView name : { "prod"_L1, "live"_L1 }) {
        if (environment.startsWith(name, Qt::CaseInsensitive) || environment.contains(QString(u'/' + name), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

namespace {

struct CollectedDeployments {
    int deployments = 0, failed = 0;
    std::vector<qint64> leads, restores;

    DoraMeasures measures(QDate from, qint64 days)
    {
        DoraMeasures measures { .from = from, .deployments = deployments, .led = int(leads.size()), .failed = failed, .restored = int(restores.size()) };
        measures.perDay = days > 0 ? double(deployments) / double(days) : 0;
        measures.failureRate = deployments + failed > 0 ? double(failed) / (deployments + failed) : -1;
        measures.lead50 = percentile(leads, 0.5);
        measures.restore50 = percentile(restores, 0.5);
        return measures;
    }
};

qint64 endOf(const domain::Deployment &deployment)
{
    const QDateTime &at = deployment.finishedAt.isValid() ? deployment.finishedAt : deployment.createdAt;
    return at.isValid() ? at.toMSecsSinceEpoch() : 0;
}

} // namespace

DeploymentRecord::DeploymentRecord(const RunIndex &index, std::span<const domain::Deployment> deployments)
{
    std::map<std::pair<QString, QString>, quint32> places;
    for (const domain::Deployment &deployment : deployments) {
        const qint64 at = endOf(deployment);
        if (!isVerdict(deployment.state) || at == 0)
            continue;
        const auto place = places.try_emplace({ deployment.project, deployment.environment }, quint32(places.size())).first;
        m_ended.push_back({ &deployment, at, 0, place->second, isProduction(deployment.environment) });
    }
    std::ranges::stable_sort(m_ended, {}, &Ended::at);
    findFirstRuns(index);
}

void DeploymentRecord::findFirstRuns(const RunIndex &index)
{
    if (m_ended.empty())
        return;
    std::vector<qint64> firstRuns(index.stringCount() + 1, 0); // By commit.
    // The newest first: the last to write is the oldest.
    for (RunRow row = 0; row < index.size(); ++row) {
        if (const RunIndex::Run &run = index.run(row); run.begunAt() != 0)
            firstRuns[run.commit] = run.begunAt();
    }
    for (Ended &ended : m_ended) {
        if (const StringId commit = index.find(ended.of->commit); commit != 0)
            ended.firstRun = firstRuns[commit];
    }
}

DeploymentRecord::Numbers DeploymentRecord::all() const
{
    Numbers numbers(m_ended.size());
    std::iota(numbers.begin(), numbers.end(), quint32(0));
    return numbers;
}

DeploymentRecord::Numbers DeploymentRecord::ofEntities(const QSet<QString> &refs) const
{
    Numbers numbers = all();
    std::erase_if(numbers, [&](quint32 number) {
        return std::ranges::none_of(m_ended[number].of->entityRefs, [&](const QString &ref) { return refs.contains(ref); });
    });
    return numbers;
}

/// Where the commit of each was built.
std::vector<QStringList> DeploymentRecord::branchesOf(const RunIndex &index) const
{
    std::vector<QStringList> branches(m_ended.size());
    QHash<StringId, Numbers> byCommit;
    std::vector<bool> wanted(index.stringCount() + 1, false);
    for (quint32 number = 0; number < m_ended.size(); ++number) {
        if (const StringId commit = index.find(m_ended[number].of->commit); commit != 0) {
            byCommit[commit].push_back(number);
            wanted[commit] = true;
        }
    }
    for (RunRow row = 0; row < index.size(); ++row) {
        const RunIndex::Run &run = index.run(row);
        if (!wanted[run.commit])
            continue;
        const QString branch = index.text(run.branch).toString();
        for (const quint32 number : byCommit.value(run.commit)) {
            if (!branches[number].contains(branch))
                branches[number] += branch;
        }
    }
    return branches;
}

QHash<QString, DeploymentRecord::Numbers> DeploymentRecord::byGroup(const RunEstate &estate, RunGrouping grouping) const
{
    const RunIndex &index = *estate.index();
    QHash<QString, QString> owners;
    for (quint32 entity = 0; grouping == RunGrouping::Owner && entity < index.entities().size(); ++entity)
        owners.insert(index.text(index.entities()[entity]).toString(), estate.facts(entity).owner);
    const auto branches = grouping == RunGrouping::Branch ? branchesOf(index) : std::vector<QStringList>();
    QHash<QString, Numbers> groups;
    for (quint32 number = 0; number < m_ended.size(); ++number) {
        const domain::Deployment &of = *m_ended[number].of;
        QStringList keys;
        if (grouping == RunGrouping::Branch)
            keys = branches[number];
        else if (of.entityRefs.isEmpty())
            keys += grouping == RunGrouping::Service ? of.project : QString();
        else if (grouping == RunGrouping::Service)
            keys = of.entityRefs;
        for (const QString &ref : of.entityRefs) {
            if (grouping == RunGrouping::Owner && owners.contains(ref))
                keys += owners.value(ref);
        }
        keys.removeDuplicates();
        for (const QString &key : std::as_const(keys))
            groups[key].push_back(number);
    }
    return groups;
}

DoraTrend DeploymentRecord::trendOf(std::span<const quint32> deployments, const TrendTime &time) const
{
    DoraTrend trend;
    trend.ofProduction = std::ranges::any_of(deployments, [this](quint32 number) { return m_ended[number].isProduction; });
    const Steps steps(time);
    std::vector<CollectedDeployments> collected(steps.days().size());
    CollectedDeployments all;
    QHash<quint32, qint64> failedAt; // By place: of the first one since the last that succeeded.
    for (const quint32 number : deployments) {
        const Ended &ended = m_ended[number];
        if (trend.ofProduction && !ended.isProduction)
            continue;
        const int step = steps.at(ended.at);
        const bool broken = isBroken(ended.of->state);
        qint64 &since = failedAt[ended.place];
        const qint64 failed = broken ? 0 : std::exchange(since, 0);
        if (broken && since == 0)
            since = ended.at;
        if (step < 0)
            continue;
        for (CollectedDeployments *in : { &collected[size_t(step)], &all }) {
            ++(broken ? in->failed : in->deployments);
            if (failed != 0)
                in->restores.push_back(ended.at - failed);
            if (!broken && ended.firstRun != 0 && ended.firstRun <= ended.at)
                in->leads.push_back(ended.at - ended.firstRun);
        }
    }
    const int days = time.step == TrendStep::Week ? 7 : 1;
    for (size_t step = 0; step < collected.size(); ++step) {
        // The first and the last week may count in part.
        const QDate first = steps.days()[step];
        trend.points.push_back(collected[step].measures(first, std::max(first, time.from).daysTo(std::min(first.addDays(days - 1), time.to)) + 1));
    }
    trend.total = all.measures(time.from, time.from.daysTo(time.to) + 1);
    return trend;
}

} // namespace callboard::builds
