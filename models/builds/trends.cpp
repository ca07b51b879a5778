// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/trends.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <map>

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

DoraMeasures doraOf(const RunIndex &index, std::span<const domain::Deployment> deployments, const TrendTime &time,
    const std::function<bool(const domain::Deployment &)> &counts)
{
    DoraMeasures measures;
    const qint64 begin = time.from.startOfDay().toMSecsSinceEpoch();
    const qint64 end = time.to.addDays(1).startOfDay().toMSecsSinceEpoch();
    const auto endOf = [](const domain::Deployment &deployment) {
        return (deployment.finishedAt.isValid() ? deployment.finishedAt : deployment.createdAt).toMSecsSinceEpoch();
    };
    std::vector<const domain::Deployment *> ended;
    for (const domain::Deployment &deployment : deployments) {
        if (!isVerdict(deployment.state) || !(deployment.finishedAt.isValid() || deployment.createdAt.isValid()) || (counts && !counts(deployment)))
            continue;
        ended.push_back(&deployment);
        measures.ofProduction = measures.ofProduction || isProduction(deployment.environment);
    }
    if (measures.ofProduction)
        std::erase_if(ended, [](const domain::Deployment *deployment) { return !isProduction(deployment->environment); });
    std::ranges::stable_sort(ended, {}, [&](const domain::Deployment *deployment) { return endOf(*deployment); });

    QHash<QString, qint64> firstRuns; // Of the commits that were deployed.
    for (const domain::Deployment *deployment : ended) {
        if (!deployment->commit.isEmpty())
            firstRuns.insert(deployment->commit, 0);
    }
    std::vector<qint64 *> byCommit(index.stringCount() + 1, nullptr);
    for (auto at = firstRuns.begin(); at != firstRuns.end(); ++at) {
        if (const StringId id = index.find(at.key()))
            byCommit[id] = &at.value();
    }
    // The newest first: the last to write is the oldest.
    for (RunRow row = 0; row < index.size(); ++row) {
        if (qint64 *first = byCommit[index.run(row).commit]; first && index.run(row).begunAt() != 0)
            *first = index.run(row).begunAt();
    }

    std::vector<qint64> leads, restores;
    std::map<std::pair<QString, QString>, qint64> failedAt;
    int all = 0;
    for (const domain::Deployment *deployment : ended) {
        const qint64 at = endOf(*deployment);
        const bool within = at >= begin && at < end;
        qint64 &since = failedAt[{ deployment->project, deployment->environment }];
        all += within;
        if (isBroken(deployment->state)) {
            measures.failed += within;
            if (since == 0)
                since = at;
            continue;
        }
        const qint64 failed = std::exchange(since, 0);
        if (!within)
            continue;
        ++measures.deployments;
        if (failed != 0)
            restores.push_back(at - failed);
        if (const qint64 first = firstRuns.value(deployment->commit); first != 0 && first <= at)
            leads.push_back(at - first);
    }
    measures.perDay = time.from <= time.to ? double(measures.deployments) / double(time.from.daysTo(time.to) + 1) : 0;
    measures.failureRate = all > 0 ? double(measures.failed) / all : -1;
    measures.led = int(leads.size());
    measures.restored = int(restores.size());
    measures.lead50 = percentile(leads, 0.5);
    measures.restore50 = percentile(restores, 0.5);
    return measures;
}

} // namespace callboard::builds
