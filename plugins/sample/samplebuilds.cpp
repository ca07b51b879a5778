// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sample/samplebuilds.h"

#include <QCryptographicHash>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace callboard::sample {

using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;
using domain::Deployment;

namespace {

constexpr int daysBuilt = 91;
constexpr auto soakPipeline = "Soak"_L1;

struct Service {
    QLatin1StringView component, repository;
    int minutes;     ///< That a run takes, about.
    int mostRuns;    ///< On a working day.
    int failPercent; ///< Of its default branch.
};

constexpr std::array services {
    Service { "ledger-api"_L1, "ledger-api"_L1, 9, 4, 7 },
    Service { "ledger-worker"_L1, "ledger-worker"_L1, 7, 3, 6 },
    Service { "ledger-replay"_L1, "ledger-worker"_L1, 4, 1, 5 },
    Service { "fx-rates"_L1, "ledger-worker"_L1, 3, 2, 4 },
    Service { "payout-router"_L1, "payout-router"_L1, 11, 3, 9 },
    Service { "settlement-batch"_L1, "settlement-batch"_L1, 16, 2, 11 },
    Service { "fare-engine"_L1, "fare-engine"_L1, 14, 4, 12 },
    Service { "fare-simulator"_L1, "fare-engine"_L1, 6, 1, 8 },
    Service { "ticket-web"_L1, "storefront"_L1, 12, 5, 14 },
    Service { "seat-map"_L1, "storefront"_L1, 5, 2, 5 },
    Service { "web-push"_L1, "storefront"_L1, 4, 1, 3 },
    Service { "web-kit"_L1, "storefront"_L1, 6, 2, 6 },
    Service { "crew-roster"_L1, "crew-roster"_L1, 8, 3, 7 },
    Service { "crew-app"_L1, "crew-roster"_L1, 21, 2, 16 },
    Service { "berth-planner"_L1, "berths"_L1, 9, 2, 8 },
    Service { "tide-forecast"_L1, "berths"_L1, 5, 1, 4 },
    Service { "manifest-api"_L1, "boarding"_L1, 7, 3, 6 },
    Service { "boarding-scanner"_L1, "boarding"_L1, 24, 1, 15 },
    Service { "identity-broker"_L1, "identity-broker"_L1, 10, 3, 5 },
    Service { "notify-gateway"_L1, "identity-broker"_L1, 6, 2, 6 },
    Service { "tide-almanac"_L1, "tide-almanac"_L1, 3, 1, 2 },
};

constexpr std::array actors { "mira.k"_L1, "jonas.t"_L1, "ines.r"_L1, "otto.b"_L1, "lena.v"_L1, "sam.o"_L1 };
constexpr std::array subjects {
    "Retry a posting that lost its connection"_L1, "Round fares by the rule of the port"_L1, "Close the pool before the process ends"_L1,
    "Show the gate on the boarding pass"_L1, "Keep the timetable while the harbour is offline"_L1, "Raise the limit of open seat holds"_L1,
    "Read the tide table once a day"_L1, "Say which crew member is missing"_L1, "Drop the old refund endpoint"_L1,
    "Update dependencies"_L1, "Let the scanner wake up faster"_L1, "Name the ferry in every notice"_L1,
    "Measure how long a quote takes"_L1, "Check the signature of every token"_L1, "Sort sailings by departure"_L1,
};

QDateTime utc(qint64 seconds) { return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC); }

QString commitOf(const QString &seed)
{
    return QString::fromLatin1(QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha1).toHex());
}

/// One for each service: those that share a repository break and heal by themselves.
QString pipelineOf(const Service &service)
{
    const auto here = std::ranges::count(services, service.repository, &Service::repository);
    return here == 1 ? u"CI"_s : QString(service.component + u" CI"_s);
}

QString projectOf(const Service &service) { return u"quayline/"_s + service.repository; }

/// What comes of it, once it has ended.
BuildState outcomeOf(const Service &service, const BuildRun &run, qint64 today, qint64 day)
{
    if (service.component == "fare-engine"_L1 && run.isDefaultBranch && today - day <= 1)
        return BuildState::Failed; // Broken now.
    const int roll = int(dice(run.key() + u"outcome", 100));
    const int failing = service.failPercent * (run.isDefaultBranch ? 1 : 2);
    if (today - day <= 1 && run.isDefaultBranch)
        return BuildState::Passed;
    if (roll < failing)
        return BuildState::Failed;
    if (roll < failing + 2)
        return BuildState::Errored;
    if (!run.isDefaultBranch && roll >= 96)
        return BuildState::Cancelled;
    return BuildState::Passed;
}

/// Sets the state that a run which began at `startedAt` has at `now`.
void settle(BuildRun &run, BuildState outcome, const QDateTime &now)
{
    const QDateTime end = run.startedAt.addSecs(durationOf(run).count());
    if (now < run.startedAt) {
        run.state = BuildState::Queued;
        run.startedAt = {};
    } else if (now < end) {
        run.state = BuildState::Running;
    } else {
        run.state = outcome;
        run.finishedAt = end;
    }
    run.vendorState = run.state == BuildState::Errored ? u"completed/timed_out"_s : domain::buildStateName(run.state);
}

BuildRun begin(const Service &service, qint64 number, qint64 queuedAt)
{
    BuildRun run;
    run.project = projectOf(service);
    run.id = QString(service.component + u'-' + QString::number(number));
    run.number = number;
    run.entityRefs = { QString(u"component:default/" + service.component) };
    run.pipeline = pipelineOf(service);
    run.queuedAt = utc(queuedAt);
    run.startedAt = utc(queuedAt + 3 + dice(run.key() + u"queue", 90));
    run.actor = actors[dice(run.key() + u"actor", actors.size())];
    run.title = subjects[dice(run.key() + u"title", subjects.size())];
    run.commit = commitOf(run.key());
    run.url = u"https://ci.quayline.example/"_s + run.project + u"/runs/" + run.id;
    run.branch = u"main"_s;
    run.isDefaultBranch = true;
    run.trigger = u"push"_s;
    return run;
}

void chooseBranch(BuildRun &run, int slot)
{
    const quint32 roll = dice(run.key() + u"branch", 100);
    if (roll >= 55 && roll < 92) {
        run.isDefaultBranch = false;
        run.pullRequest = QString::number(100 + run.number / 6);
        run.branch = run.title.toLower().replace(u' ', u'-').left(32);
        run.trigger = u"pull_request"_s;
    } else if (roll >= 92 && slot == 0) {
        run.trigger = u"schedule"_s;
        run.actor.clear();
    }
}

/// A day of a service.
void addDay(std::vector<BuildRun> &runs, const Service &service, qint64 day, const QDateTime &now)
{
    const QString seed = service.component + QString::number(day);
    const bool weekend = QDate(1970, 1, 1).addDays(day).dayOfWeek() > 5;
    const int count = weekend ? int(dice(seed, 2)) : 1 + int(dice(seed, quint32(service.mostRuns)));
    const qint64 today = now.toSecsSinceEpoch() / 86400;
    constexpr qint64 opens = 6 * 3600, closes = 19 * 3600;
    for (int slot = 0; slot < count; ++slot) {
        const qint64 number = (day - 19'000) * 12 + slot * 2;
        const qint64 width = (closes - opens) / count;
        const qint64 at = day * 86400 + opens + width * slot + dice(seed + QString::number(slot), quint32(width - 1800));
        if (at > now.toSecsSinceEpoch())
            return;
        BuildRun run = begin(service, number, at);
        chooseBranch(run, slot);
        settle(run, outcomeOf(service, run, today, day), now);
        // Run again without a change, and it passed: the test is flaky.
        const bool isFlaky = service.component == "ticket-web"_L1 && run.state == BuildState::Failed && dice(run.key() + u"flaky", 2) == 0;
        runs.push_back(run);
        if (isFlaky && at + 1500 < now.toSecsSinceEpoch()) {
            BuildRun again = begin(service, number + 1, at + 1500);
            for (auto field : { &BuildRun::commit, &BuildRun::title, &BuildRun::branch, &BuildRun::pullRequest, &BuildRun::actor })
                again.*field = run.*field;
            again.isDefaultBranch = run.isDefaultBranch;
            again.trigger = u"manual"_s;
            settle(again, BuildState::Passed, now);
            runs.push_back(std::move(again));
        }
    }
}

/// One that runs, whenever somebody looks.
void addRunning(std::vector<BuildRun> &runs, const QDateTime &now)
{
    constexpr qint64 period = 1200;
    const qint64 latest = now.toSecsSinceEpoch() / period;
    for (qint64 slot = latest - 2; slot <= latest; ++slot) {
        BuildRun run = begin(services[0], slot, slot * period - 30);
        run.pipeline = soakPipeline;
        run.trigger = u"schedule"_s;
        run.actor.clear();
        run.startedAt = utc(slot * period);
        settle(run, BuildState::Passed, now);
        runs.push_back(std::move(run));
    }
}

/// One that waits for somebody's approval, since this quarter of the day began.
void addWaiting(std::vector<BuildRun> &runs, const QDateTime &now)
{
    constexpr qint64 period = 6 * 3600;
    const qint64 slot = now.toSecsSinceEpoch() / period;
    BuildRun run = begin(services[4], slot, slot * period - 1800);
    run.pipeline = releasePipeline;
    run.trigger = u"tag"_s;
    run.branch.clear();
    run.title = u"Release 4.%1"_s.arg(slot % 90);
    run.isDefaultBranch = false;
    run.state = BuildState::Waiting;
    run.vendorState = u"waiting"_s;
    runs.push_back(std::move(run));
}

} // namespace

quint32 dice(const QString &text, quint32 most)
{
    // FNV-1a, and a mix at the end: Qt's own hash differs from run to run.
    quint64 hash = 14695981039346656037ull;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 1099511628211ull;
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdull;
    hash ^= hash >> 33;
    return most == 0 ? 0 : quint32(hash % most);
}

std::chrono::seconds durationOf(const BuildRun &run)
{
    if (run.attempt > 1 || run.id.contains(askedMark))
        return std::chrono::seconds(30 + dice(run.key(), 20));
    if (run.pipeline == soakPipeline)
        return std::chrono::seconds(1140);
    int minutes = 8;
    for (const Service &service : services) {
        if (run.id.startsWith(QString(service.component + u'-')))
            minutes = service.minutes;
    }
    // Slower over the months, as everywhere.
    return std::chrono::seconds(minutes * 45 + int(dice(run.key() + u"time", quint32(minutes * 30))));
}

std::vector<BuildRun> buildRuns(const QDateTime &now)
{
    std::vector<BuildRun> runs;
    const qint64 today = now.toSecsSinceEpoch() / 86400;
    for (const Service &service : services) {
        for (qint64 day = today - daysBuilt; day <= today; ++day)
            addDay(runs, service, day, now);
    }
    addRunning(runs, now);
    addWaiting(runs, now);
    return runs;
}

std::vector<Deployment> deployments(const QDateTime &now)
{
    std::vector<Deployment> all;
    for (const BuildRun &run : buildRuns(now)) {
        if (!run.isDefaultBranch || run.state != BuildState::Passed || run.pipeline == soakPipeline)
            continue;
        const auto add = [&](const QString &environment, qint64 after, BuildState state) {
            Deployment one;
            one.id = run.id + u'-' + environment;
            one.project = run.project;
            one.entityRefs = run.entityRefs;
            one.environment = environment;
            one.commit = run.commit;
            one.createdAt = run.finishedAt.addSecs(after);
            one.finishedAt = one.createdAt.addSecs(60 + dice(one.id, 240));
            one.state = state;
            one.url = run.url;
            if (one.finishedAt < now)
                all.push_back(std::move(one));
        };
        add(u"staging"_s, 60, BuildState::Passed);
        if (dice(run.key() + u"release", 100) < 45)
            add(u"production"_s, 3600 + dice(run.key() + u"lead", 6 * 3600), dice(run.key() + u"rollout", 100) < 8 ? BuildState::Failed : BuildState::Passed);
    }
    return all;
}

std::vector<domain::BuildCommit> commitsBetween(const BuildRun &good, const BuildRun &run, std::vector<BuildRun> runs)
{
    std::ranges::stable_sort(runs, std::ranges::greater(), &BuildRun::queuedAt);
    std::vector<domain::BuildCommit> commits;
    for (const BuildRun &one : runs) {
        const bool isBetween = one.project == run.project && (one.branch == run.branch || one.branch == good.branch) && one.queuedAt > good.queuedAt && one.queuedAt <= run.queuedAt;
        if (!isBetween || one.commit == good.commit || std::ranges::contains(commits, one.commit, &domain::BuildCommit::id))
            continue;
        // A run by the clock has nobody who started it; its commit has an author.
        const QString author = one.actor.isEmpty() ? actors[dice(one.commit, actors.size())] : one.actor;
        commits.push_back({ one.commit, one.title, author, one.queuedAt, {} });
    }
    return commits;
}

} // namespace callboard::sample
