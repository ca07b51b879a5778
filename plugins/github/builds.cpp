// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/github/builds.h"

#include "plugins/github/runs.h"

#include <QCoreApplication>

namespace callboard::github {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ErrorCode;
using domain::fail;

namespace {

struct BuildsWords {
    Q_DECLARE_TR_FUNCTIONS(GitHub)
};

constexpr int mostRuns = 50, mostJobs = 1000, mostCommits = 300, mostCompared = 2000;
constexpr int deploymentsOfPage = 30, mostPages = 10;
constexpr int statusesAtOnce = 30;    ///< Deployments of one repository whose status is asked for, one request each.
constexpr qsizetype openRemembered = 400;
constexpr int askedAtLeast = 3;         ///< Of a deployment whose status is never the last one.
constexpr auto followedFor = 48h;       ///< Likewise, after it began.
constexpr int annotatedAtOnce = 5;    ///< Failed jobs of one run, likewise.
constexpr qsizetype endedRemembered = 60;
constexpr int attemptsAtOnce = 10;    ///< Earlier attempts of a repository's runs, one request each.
constexpr int attemptsOfRun = 5;      ///< Of one run, the latest ones.

QUrlQuery perPage(int count) { return { { u"per_page"_s, QString::number(count) } }; }

/// Those that are not in the note, the newest first: page by page, until one is met that is. Of a repository that is new here, one page.
sdk::Result<QJsonArray> newDeployments(const sdk::HostApi &api, const QString &project, const QJsonObject &note, sdk::PullContext &context)
{
    const QJsonArray ended = note["ended"_L1].toArray();
    const QJsonObject open = note["open"_L1].toObject();
    QJsonArray fresh;
    QSet<QString> seen; // One that was made meanwhile moves the others on to the next page.
    for (int page = 1; page <= mostPages; ++page) {
        QUrlQuery query = perPage(deploymentsOfPage);
        if (page > 1) // The first one always has the same address.
            query.addQueryItem(u"page"_s, QString::number(page));
        const auto listed = api.list({ .route = repoRoute(project, u"/deployments"_s), .query = query }, context, deploymentsOfPage);
        if (!listed)
            return std::unexpected(listed.error());
        const qsizetype before = fresh.size();
        bool isLast = listed->size() < deploymentsOfPage || (ended.isEmpty() && open.isEmpty());
        for (const QJsonValue served : *listed) {
            const QString id = sdk::idOf(served["id"_L1]);
            isLast = isLast || ended.contains(id) || open.contains(id);
            if (id.isEmpty() || seen.contains(id) || ended.contains(id) || open.contains(id))
                continue;
            seen.insert(id);
            fresh.append(served);
        }
        if (isLast || fresh.size() == before)
            break;
    }
    return fresh;
}

/// Some never get a status that is the last one: after a while nothing is expected of them.
bool isGivenUp(const QJsonValue &open)
{
    const QDateTime began = sdk::timeOf(open["created_at"_L1]);
    return open["asked"_L1].toInt() >= askedAtLeast && (!began.isValid() || began.addDuration(followedFor) < QDateTime::currentDateTimeUtc());
}

/// Ids of those that were asked for least often, the oldest first.
QStringList nextToAsk(const QJsonObject &open)
{
    QStringList ids = open.keys();
    std::ranges::sort(ids, {}, [&open](const QString &id) { return std::tuple(open[id]["asked"_L1].toInt(), id.size(), id); });
    return ids.mid(0, statusesAtOnce);
}

bool hasUnasked(const QJsonObject &note)
{
    const QJsonObject open = note["open"_L1].toObject();
    return std::ranges::any_of(open, [](const QJsonValue &one) { return one["asked"_L1].toInt() == 0; });
}

/// The statuses that can still change are asked for. In the note, "open" has what is known of their deployments and how often they
/// were asked for, and "ended" the ids of the others.
sdk::Result<std::vector<domain::Deployment>> listDeployments(
    const sdk::HostApi &api, const QString &project, QJsonObject &note, sdk::PullContext &context)
{
    const auto fresh = newDeployments(api, project, note, context);
    if (!fresh)
        return sdk::isAbsent(fresh.error()) ? sdk::Result<std::vector<domain::Deployment>>() : std::unexpected(fresh.error());
    QJsonArray ended = note["ended"_L1].toArray();
    QJsonObject open = note["open"_L1].toObject();
    for (const QJsonValue served : *fresh) {
        open.insert(sdk::idOf(served["id"_L1]), QJsonObject { { u"id"_s, served["id"_L1] }, { u"environment"_s, sdk::lineOf(served["environment"_L1]) },
            { u"sha"_s, sdk::textOf(served["sha"_L1], 64) }, { u"created_at"_s, sdk::textOf(served["created_at"_L1], 40) } });
    }
    std::vector<domain::Deployment> deployments;
    for (const QString &id : nextToAsk(open)) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped"_s);
        const auto statuses = api.list({ .route = repoRoute(project, u"/deployments/"_s + sdk::pathPart(id) + u"/statuses"_s), .query = perPage(1) }, context, 1);
        if (!statuses && !sdk::isAbsent(statuses.error()))
            return std::unexpected(statuses.error());
        QJsonObject known = open[id].toObject();
        deployments.push_back(readDeployment(known, statuses ? statuses->at(0).toObject() : QJsonObject()));
        known.insert(u"asked"_s, known["asked"_L1].toInt() + 1);
        open.insert(id, known);
        if (!domain::isFinished(deployments.back().state))
            continue;
        ended.append(id);
        open.remove(id);
    }
    for (const QString &id : open.keys()) {
        if (isGivenUp(open[id])) {
            ended.append(id);
            open.remove(id);
        }
    }
    // The ones that were asked for most often are given up first.
    while (open.size() > openRemembered) {
        const QStringList ids = open.keys();
        const QString given = *std::ranges::max_element(ids, {}, [&open](const QString &id) { return open[id]["asked"_L1].toInt(); });
        ended.append(given);
        open.remove(given);
    }
    while (ended.size() > endedRemembered)
        ended.removeFirst();
    note.insert(u"ended"_s, ended);
    note.insert(u"open"_s, open);
    return deployments;
}

/// Each is asked for once: it changes no more. "attempts" in the note says how they ended, by run and attempt.
sdk::Result<void> addEarlierAttempts(const sdk::HostApi &api, const QString &project, sdk::ProjectBuilds &told, sdk::PullContext &context)
{
    const QJsonObject known = told.note["attempts"_L1].toObject();
    QJsonObject kept;
    int asked = 0;
    for (domain::BuildRun &run : told.runs) {
        QJsonObject attempts = known[run.id].toObject();
        const int first = std::max(1, run.attempt - attemptsOfRun);
        for (int number = run.attempt - 1; number >= first && asked < attemptsAtOnce; --number) {
            if (attempts.contains(QString::number(number)))
                continue;
            if (context.stopRequested())
                return fail(ErrorCode::Cancelled, u"stopped"_s);
            ++asked;
            const QString route = u"/actions/runs/%1/attempts/%2"_s.arg(sdk::pathPart(run.id)).arg(number);
            const auto served = api.json({ .route = repoRoute(project, route), .remember = false }, context);
            if (!served && !sdk::isAbsent(served.error()))
                return std::unexpected(served.error());
            attempts.insert(QString::number(number), domain::buildStateName(served ? stateOf(served->object()) : domain::BuildState::Unknown));
        }
        for (int number = first; number < run.attempt; ++number) {
            if (const QJsonValue state = attempts.value(QString::number(number)); state.isString())
                run.earlier.push_back({ number, domain::buildStateFrom(state.toString()) });
        }
        if (!attempts.isEmpty())
            kept.insert(run.id, attempts);
    }
    told.note.insert(u"attempts"_s, kept);
    return {};
}

sdk::Result<void> readRuns(const sdk::HostApi &api, const QString &project, const sdk::HttpResponse &answer, sdk::ProjectBuilds &told, sdk::PullContext &context)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (!document["workflow_runs"_L1].isArray())
        return fail(ErrorCode::BadResponse, u"the answer has no list of workflow runs"_s, api.name());
    for (const QJsonValue served : document["workflow_runs"_L1].toArray()) {
        domain::BuildRun run = readRun(served.toObject(), told.note["branch"_L1].toString());
        if (!run.id.isEmpty())
            told.runs.push_back(std::move(run));
    }
    return addEarlierAttempts(api, project, told, context);
}

} // namespace

// Sources: https://docs.github.com/en/rest/actions/workflow-runs (attempts too), …/deployments/deployments, …/repos/repos.
sdk::Result<sdk::ProjectBuilds> Builds::builds(
    const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    sdk::ProjectBuilds told { {}, {}, memory.note };
    if (!told.note.contains("branch"_L1)) {
        const auto served = api.json({ .route = repoRoute(project.name) }, context);
        if (!served)
            return std::unexpected(served.error());
        told.note.insert(u"branch"_s, sdk::textOf((*served)["default_branch"_L1], 200));
    }
    // Always the same address: what has not changed is a 304, which counts against no limit.
    const auto answer = api.send({ .route = repoRoute(project.name, u"/actions/runs"_s), .query = perPage(mostRuns) }, context);
    if (!answer)
        return std::unexpected(answer.error());
    told.isUnchanged = answer->notModified && memory.since.isValid();
    if (told.isUnchanged && !hasUnasked(told.note))
        return told;
    if (!told.isUnchanged) {
        if (const auto read = readRuns(api, project.name, *answer, told, context); !read)
            return std::unexpected(read.error());
    }
    if (!memory.since.isValid()) { // All are brought anew.
        told.note.remove("ended"_L1);
        told.note.remove("open"_L1);
    }
    auto deployments = listDeployments(api, project.name, told.note, context);
    if (!deployments)
        return std::unexpected(deployments.error());
    told.deployments = std::move(*deployments);
    return told;
}

// Source: https://docs.github.com/en/rest/repos/repos#list-repositories-for-the-authenticated-user. A run that nobody pushed for (by the clock,
// by hand, again) is not among it: there is no list of runs beyond one repository. Always the same address, for a 304.
sdk::Result<QStringList> Builds::active(const QDateTime &since, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    constexpr int most = 100;
    QUrlQuery query = perPage(most);
    query.addQueryItem(u"sort"_s, u"pushed"_s);
    query.addQueryItem(u"direction"_s, u"desc"_s);
    const auto listed = api.list({ .route = u"/user/repos"_s, .query = query }, context, most);
    if (!listed)
        return std::unexpected(listed.error());
    QStringList names;
    for (const QJsonValue served : *listed) {
        if (sdk::timeOf(served["pushed_at"_L1]) >= since)
            names.append(sdk::textOf(served["full_name"_L1]));
    }
    return names;
}

// Source: https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run.
sdk::Result<domain::BuildRun> Builds::run(
    const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto served = api.json({ .route = repoRoute(project.name, u"/actions/runs/"_s + sdk::pathPart(id)) }, context);
    if (!served)
        return std::unexpected(served.error());
    sdk::ProjectBuilds told { {}, {}, memory.note };
    told.runs.push_back(readRun(served->object(), memory.note["branch"_L1].toString()));
    domain::BuildRun &run = told.runs.front();
    // What the note has of attempts is of listed runs. Until it has ended it is asked for in each pull: its attempts need not be, too.
    if (run.id == id && domain::isFinished(run.state)) {
        if (const auto added = addEarlierAttempts(api, project.name, told, context); !added)
            return std::unexpected(added.error());
    }
    return std::move(run);
}

namespace {

/// Of what may be left out: only where somebody stopped it is it an error. A token without the permission to read checks still reads jobs.
sdk::Result<void> pass(const domain::Error &error, const QString &what, sdk::PullContext &context)
{
    if (error.code == ErrorCode::Cancelled)
        return std::unexpected(error);
    context.log(u"%1: %2"_s.arg(what, error.detail));
    return {};
}

/// What a check run says, for the job of this id.
sdk::Result<void> addAnnotations(const sdk::HostApi &api, const QString &project, const QString &checkRun, const QString &jobId,
    domain::BuildDetail &detail, sdk::PullContext &context)
{
    const QString route = u"/check-runs/"_s + sdk::pathPart(checkRun) + u"/annotations"_s;
    const auto said = api.list({ .route = repoRoute(project, route), .query = perPage(50) }, context, 50);
    if (!said)
        return pass(said.error(), u"no annotations"_s, context);
    std::ranges::move(readAnnotations(*said, jobId), std::back_inserter(detail.annotations));
    return {};
}

/// "startup_failure", or a failure without a job: as gh judges it, too (pkg/cmd/run/view).
bool hasNotStarted(const domain::BuildRun &run, const std::vector<domain::BuildJob> &jobs)
{
    return jobs.empty() && (run.vendorState == "completed/startup_failure"_L1 || run.vendorState == "completed/failure"_L1);
}

sdk::Result<QJsonArray> checkRunsOf(const sdk::HostApi &api, const QString &project, const QString &suite, sdk::PullContext &context)
{
    if (suite.isEmpty())
        return QJsonArray();
    const QString route = u"/check-suites/"_s + sdk::pathPart(suite) + u"/check-runs"_s;
    return api.list({ .route = repoRoute(project, route), .query = perPage(annotatedAtOnce) }, context, annotatedAtOnce, u"check_runs"_s);
}

/// Why a run has no jobs. It does not tell itself; its check suite sometimes has a check run that does, and mostly has none. Where neither
/// could be asked, nothing is said of what they say.
sdk::Result<void> addReason(const sdk::HostApi &api, const domain::BuildRun &run, domain::BuildDetail &detail, sdk::PullContext &context)
{
    const auto served = api.json({ .route = repoRoute(run.project, u"/actions/runs/"_s + sdk::pathPart(run.id)) }, context);
    if (!served && !sdk::concernsOne(served.error()))
        return pass(served.error(), u"the run itself is not told of"_s, context);
    const QJsonObject told = served ? served->object() : QJsonObject();
    const auto checkRuns = checkRunsOf(api, run.project, sdk::idOf(told["check_suite_id"_L1]), context);
    if (!checkRuns && !sdk::concernsOne(checkRuns.error()))
        return pass(checkRuns.error(), u"no checks"_s, context);
    for (const QJsonValue checkRun : checkRuns.value_or(QJsonArray())) {
        const QJsonValue output = checkRun["output"_L1];
        if (sdk::numberOf(output["annotations_count"_L1], 1) > 0) {
            if (const auto added = addAnnotations(api, run.project, sdk::idOf(checkRun["id"_L1]), {}, detail, context); !added)
                return added;
        } else if (const auto said = readOutput(output)) {
            detail.annotations.push_back(*said);
        }
    }
    if (!detail.annotations.empty())
        return {};
    const QString where = BuildsWords::tr("Its API does not say why: the run's page in the browser does. Mostly the workflow's file is wrong.");
    const QString title = BuildsWords::tr("GitHub started no job of this run");
    detail.annotations.push_back({ domain::Severity::Error, {}, workflowFileOf(told), 0, title, where });
    return {};
}

} // namespace

// Sources: https://docs.github.com/en/rest/actions/workflow-jobs, …/checks/runs: a job is a check run of the same id.
sdk::Result<domain::BuildDetail> Builds::buildDetail(const domain::BuildRun &run, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    sdk::HostAsk ask { .route = repoRoute(run.project, u"/actions/runs/"_s + sdk::pathPart(run.id) + u"/jobs"_s), .query = perPage(100) };
    ask.query.addQueryItem(u"filter"_s, u"latest"_s);
    const auto listed = api.list(ask, context, mostJobs, u"jobs"_s);
    if (!listed)
        return std::unexpected(listed.error());
    domain::BuildDetail detail { run.key(), run.entityRefs, readJobs(*listed), {}, {} };
    int asked = 0;
    for (const domain::BuildJob &job : detail.jobs) {
        if (!domain::isBroken(job.state) || asked++ >= annotatedAtOnce)
            continue;
        if (const auto added = addAnnotations(api, run.project, job.id, job.id, detail, context); !added)
            return std::unexpected(added.error());
    }
    if (hasNotStarted(run, detail.jobs)) {
        if (const auto added = addReason(api, run, detail, context); !added)
            return std::unexpected(added.error());
    }
    return detail;
}

// Source: https://docs.github.com/en/rest/commits/commits#compare-two-commits: the oldest first, in pages.
sdk::Result<std::vector<domain::BuildCommit>> Builds::commitsBetween(
    const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const QString range = sdk::pathPart(good.commit) + u"..."_s + sdk::pathPart(run.commit);
    const auto listed = api.list({ .route = repoRoute(run.project, u"/compare/"_s + range), .query = perPage(100) }, context, mostCompared, u"commits"_s);
    if (!listed)
        return std::unexpected(listed.error());
    std::vector<domain::BuildCommit> commits;
    for (const QJsonValue served : *listed) {
        const QJsonValue commit = served["commit"_L1];
        commits.push_back({ sdk::idOf(served["sha"_L1]), sdk::lineOf(commit["message"_L1]), sdk::lineOf(commit["author"_L1]["name"_L1]),
            sdk::timeOf(commit["committer"_L1]["date"_L1]), {} });
    }
    std::ranges::reverse(commits); // The oldest came first.
    commits.resize(std::min(commits.size(), size_t(mostCommits)));
    return commits;
}

// Source: https://docs.github.com/en/rest/actions/workflow-jobs#download-job-logs-for-a-workflow-run: it leads to a storage elsewhere.
sdk::Result<bool> Builds::buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    if (job.id.isEmpty())
        return fail(ErrorCode::Unsupported, u"a workflow run has no log of its own: its jobs have"_s, api.name());
    const QString route = repoRoute(run.project, u"/actions/jobs/"_s + sdk::pathPart(job.id));
    if (!domain::isFinished(job.state)) {
        const auto served = api.json({ .route = route }, context);
        if (!served)
            return std::unexpected(served.error());
        if (!domain::isFinished(stateOf(served->object())))
            return false;
    }
    if (const auto read = api.text({ .route = route + u"/logs"_s }, from, onData, context); !read)
        return std::unexpected(read.error());
    return true;
}

} // namespace callboard::github
