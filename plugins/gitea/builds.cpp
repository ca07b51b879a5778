// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitea/builds.h"

#include "models/domain/review.h"
#include "plugins/gitea/runs.h"
#include "plugins/sdk/startform.h"

#include <QCoreApplication>

namespace callboard::gitea {

using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr int mostRuns = 50, mostTasks = 100, mostJobs = 500, mostCommits = 300;
constexpr qsizetype pageSize = 50;
constexpr size_t mostOlder = 4; ///< Pages behind what is read of a list: more runs than are kept of a project.

struct BuildsWords {
    Q_DECLARE_TR_FUNCTIONS(Gitea)
};

sdk::Result<QString> defaultBranch(const sdk::HostApi &api, const QString &project, const QJsonObject &note, sdk::PullContext &context)
{
    if (note.contains("branch"_L1))
        return note["branch"_L1].toString();
    const auto served = api.json({ .route = repoRoute(project) }, context);
    if (!served)
        return std::unexpected(served.error());
    return sdk::textOf((*served)["default_branch"_L1], 200);
}

/// Without a page's number there is no limit, and all there ever were are answered: FindAndCount in models/db/list.go of both servers.
QUrlQuery firstPage() { return { { u"limit"_s, QString::number(pageSize) }, { u"page"_s, u"1"_s } }; }

using GoesOn = std::function<bool(const QJsonArray &page)>;

sdk::Result<QJsonArray> listActions(const sdk::HostApi &api, const QString &project, const QString &what, int most,
    sdk::PullContext &context, const GoesOn &goesOn = {})
{
    const sdk::HostAsk ask { .route = repoRoute(project, u"/actions/"_s + what), .query = firstPage() };
    return api.list(ask, context, most, u"workflow_runs"_s, goesOn);
}

bool isOfRun(const QJsonValue &task, qint64 number) { return sdk::numberOf(task["run_number"_L1]) == number; }

/// What a list of tasks that goes on ends with: those of the last run, others of which may be behind them. Nothing where they are all that
/// there is.
QJsonArray tailOf(const QJsonArray &tasks)
{
    qsizetype begin = tasks.size();
    while (begin > 0 && isOfRun(tasks.at(begin - 1), sdk::numberOf(tasks.last()["run_number"_L1])))
        --begin;
    QJsonArray tail;
    for (qsizetype i = begin; begin > 0 && i < tasks.size(); ++i)
        tail.append(tasks.at(i));
    return tail;
}

/// Without the run at its end where the list goes on: some of its tasks would say how all of it stands. Where it has not ended it is looked
/// for, as what is listed no more.
std::vector<domain::BuildRun> runsOfTasks(QJsonArray listed, const QJsonArray &tail, const QString &branch)
{
    for (qsizetype i = 0; i < tail.size(); ++i)
        listed.removeLast();
    return readTasks(listed, branch);
}

std::unexpected<domain::Error> notTold(const sdk::HostApi &api) { return fail(ErrorCode::NotFound, u"its server does not tell of it any more"_s, api.name()); }

/// A server that lists runs may have no way to ask for a single one, which it answers as if there were no such run.
sdk::Result<domain::BuildRun> olderRun(
    const sdk::HostApi &api, OlderPages &older, const QString &id, const QString &branch, sdk::PullContext &context)
{
    const auto served = api.json({ .route = repoRoute(older.project(), u"/actions/runs/"_s + sdk::pathPart(id)) }, context);
    if (served)
        return readRun(served->object(), branch);
    if (served.error().code != ErrorCode::NotFound)
        return std::unexpected(served.error());
    const auto found = older.find(api, [&id](const QJsonValue &run) { return sdk::idOf(run["id"_L1]) == id; }, context);
    if (!found)
        return std::unexpected(found.error());
    return found->isEmpty() ? notTold(api) : sdk::Result<domain::BuildRun>(readRun(found->first().toObject(), branch));
}

/// One that is known by its tasks alone.
sdk::Result<domain::BuildRun> olderRunOfTasks(
    const sdk::HostApi &api, OlderPages &older, const QString &id, const QString &branch, sdk::PullContext &context)
{
    const qint64 number = id.mid(taskRunPrefix.size()).toLongLong();
    const auto found = older.find(api, [number](const QJsonValue &task) { return isOfRun(task, number); }, context);
    if (!found)
        return std::unexpected(found.error());
    auto runs = readTasks(*found, branch);
    return runs.empty() ? notTold(api) : sdk::Result<domain::BuildRun>(std::move(runs.front()));
}

/// What other systems say of a commit that is not the newest of its branch any more.
sdk::Result<domain::BuildRun> olderCommit(
    const sdk::HostApi &api, const QString &project, const QString &id, const QString &branch, sdk::PullContext &context)
{
    const auto combined = api.json({ .route = repoRoute(project, u"/commits/"_s + sdk::pathPart(id.mid(commitRunPrefix.size())) + u"/status"_s) }, context);
    if (!combined)
        return std::unexpected(combined.error());
    auto run = readCombinedStatus(combined->object(), branch);
    return run ? sdk::Result<domain::BuildRun>(std::move(*run)) : notTold(api);
}

/// The ways of asking, newest first; the first that there is, is remembered as "by" (for a day: see ProjectBuildsFeed).
const QStringList ways { u"runs"_s, u"tasks"_s, u"status"_s };

sdk::Result<std::vector<domain::BuildRun>> askBy(
    const sdk::HostApi &api, const QString &way, const QString &project, const QString &branch, const QDateTime &since, OlderPages &older,
    sdk::PullContext &context)
{
    std::vector<domain::BuildRun> runs;
    if (way == "status"_L1) {
        if (branch.isEmpty())
            return runs;
        const auto combined = api.json({ .route = repoRoute(project, u"/commits/"_s + sdk::pathPart(branch) + u"/status"_s) }, context);
        if (!combined)
            return std::unexpected(combined.error());
        if (auto run = readCombinedStatus(combined->object(), branch))
            runs.push_back(std::move(*run));
        return runs;
    }
    const bool isRuns = way == "runs"_L1;
    // Where nothing happened behind a page, it is known: an idle repository costs one request.
    bool isKnown = false;
    const auto goesOn = [&](const QJsonArray &page) {
        isKnown = !isRuns && since.isValid() && !page.isEmpty() && sdk::timeOf(page.last()["updated_at"_L1]) < since;
        return !isKnown;
    };
    const auto listed = listActions(api, project, way, isRuns ? mostRuns : mostTasks, context, goesOn);
    if (!listed)
        return std::unexpected(listed.error());
    const bool hasMore = !isRuns && (isKnown || listed->size() >= mostTasks);
    const QJsonArray tail = hasMore ? tailOf(*listed) : QJsonArray();
    older = OlderPages(project, way, listed->size(), tail);
    if (!isRuns)
        return runsOfTasks(*listed, tail, branch);
    for (const QJsonValue served : *listed) {
        domain::BuildRun run = readRun(served.toObject(), branch);
        if (!run.id.isEmpty())
            runs.push_back(std::move(run));
    }
    return runs;
}

sdk::Result<sdk::ActionAnswer> post(const sdk::HostApi &api, sdk::HostAsk ask, const QString &summary, const QString &feed, sdk::PullContext &context)
{
    const auto answer = api.send(ask, context);
    if (!answer && answer.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::Unsupported, u"this version of the server cannot do that, or it is gone"_s, api.name());
    if (!answer)
        return std::unexpected(answer.error());
    return sdk::ActionAnswer { summary, {}, { feed }, std::nullopt };
}

bool isOnThreads(const QString &actionId)
{
    return actionId == "markRead"_L1 || actionId == "markUnread"_L1 || actionId == "save"_L1 || actionId == "unsave"_L1;
}

/// A thread is unread, read or pinned, one of the three: what is pinned counts as read, and stays pinned whatever else is done with it.
/// Source: notifyReadThread in swagger.v1.json; its words: statusStringToNotificationStatus in routers/api/v1/notify of Gitea.
sdk::Result<sdk::ActionAnswer> actOnThread(const sdk::HostApi &api, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto notice = domain::Notice::fromRecord(request.record);
    const auto become = [&](const QString &status, const QString &summary) {
        return post(api, { .method = "PATCH", .route = u"/notifications/threads/"_s + sdk::pathPart(request.record.key), .query = { { u"to-status"_s, status } } },
            summary, u"notices"_s, context);
    };
    if (request.actionId == "save"_L1)
        return become(u"pinned"_s, BuildsWords::tr("Pinned at the server, too."));
    if (request.actionId == "unsave"_L1)
        return become(notice.readAt.isValid() ? u"read"_s : u"unread"_s, BuildsWords::tr("No longer pinned at the server, either."));
    if (notice.savedAt.isValid())
        return sdk::ActionAnswer { BuildsWords::tr("It is pinned at the server, where that is neither read nor unread."), {}, {}, std::nullopt };
    if (request.actionId == "markUnread"_L1)
        return become(u"unread"_s, BuildsWords::tr("Unread at the server, too."));
    return become(u"read"_s, BuildsWords::tr("Read at the server, too."));
}

/// The first some.
QStringList pathsOf(const QJsonArray &files)
{
    QStringList paths;
    for (const QJsonValue file : files) {
        if (paths.size() < 8)
            paths.append(sdk::textOf(file["filename"_L1]));
    }
    return paths;
}

/// The one that was typed, else the run's.
QString refOf(const QJsonObject &values, const domain::BuildRun &run)
{
    const QString typed = values["ref"_L1].toString().trimmed();
    return typed.isEmpty() ? run.branch : typed;
}

sdk::Result<sdk::ActionAnswer> dispatch(const sdk::HostApi &api, const domain::BuildRun &run, const QJsonObject &values, sdk::PullContext &context)
{
    const QString ref = refOf(values, run);
    if (ref.isEmpty() || run.pipeline.isEmpty())
        return fail(ErrorCode::Invalid, u"name a branch or tag to run it for"_s, api.name());
    const auto inputs = sdk::namedValues(values["inputs"_L1]);
    if (!inputs)
        return std::unexpected(inputs.error());
    const QString route = repoRoute(run.project, u"/actions/workflows/"_s + sdk::pathPart(run.pipeline) + u"/dispatches"_s);
    return post(api, { .method = "POST", .route = route, .body = QJsonObject { { u"ref"_s, ref }, { u"inputs"_s, sdk::asTexts(*inputs) } } },
        BuildsWords::tr("%1 starts for %2.").arg(run.pipeline, ref), u"builds"_s, context);
}

} // namespace

OlderPages::OlderPages(const QString &project, const QString &what, qsizetype listed, const QJsonArray &tail)
    : m_project(project)
    , m_what(what)
    , m_first(std::max<qsizetype>(2, listed / pageSize + 1))
    , m_tail(tail)
{
}

sdk::Result<QJsonArray> OlderPages::find(const sdk::HostApi &api, const std::function<bool(const QJsonValue &)> &isMeant, sdk::PullContext &context)
{
    QJsonArray found;
    const auto take = [&](const QJsonArray &some) {
        for (const QJsonValue one : some) {
            if (isMeant(one))
                found.append(one);
        }
    };
    take(m_tail);
    for (size_t i = 0; i < mostOlder; ++i) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped"_s, api.name());
        if (i == m_pages.size()) {
            const sdk::HostAsk ask { .route = repoRoute(m_project, u"/actions/"_s + m_what),
                .query = { { u"limit"_s, QString::number(pageSize) }, { u"page"_s, QString::number(m_first + qsizetype(i)) } } };
            ++m_asked;
            const auto served = api.json(ask, context);
            if (!served)
                return std::unexpected(served.error());
            m_pages.push_back((*served)["workflow_runs"_L1].toArray());
        }
        const qsizetype before = found.size();
        take(m_pages[i]);
        const bool isWhole = m_what == "runs"_L1 ? !found.isEmpty() : before > 0 && found.size() == before;
        if (m_pages[i].isEmpty() || isWhole)
            break;
    }
    return found;
}

// Source: swagger.v1.json of the server's version; what one does not have yet, it answers with 404.
sdk::Result<sdk::ProjectBuilds> Builds::builds(
    const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto branch = defaultBranch(api, project.name, memory.note, context);
    if (!branch)
        return std::unexpected(branch.error());
    sdk::ProjectBuilds told { {}, {}, { { u"branch"_s, *branch } } };
    const qsizetype first = std::max<qsizetype>(0, ways.indexOf(memory.note["by"_L1].toString()));
    for (qsizetype i = first; i < ways.size(); ++i) {
        auto runs = askBy(api, ways[i], project.name, *branch, memory.since, m_older, context);
        if (!runs && !sdk::isAbsent(runs.error()))
            return std::unexpected(runs.error());
        // A branch of that name is no more.
        if (!runs && ways[i] == "status"_L1 && memory.note.contains("branch"_L1))
            told.note.remove("branch"_L1);
        if (!runs)
            continue;
        // A repository that never had a run of Actions may have another system's word.
        if (runs->empty() && ways[i] != "status"_L1)
            continue;
        told.note.insert(u"by"_s, ways[i]);
        told.runs = std::move(*runs);
        break;
    }
    return told;
}

sdk::Result<domain::BuildRun> Builds::run(
    const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const QString branch = memory.note["branch"_L1].toString();
    m_requestsOfRun = 1;
    if (id.startsWith(commitRunPrefix))
        return olderCommit(api, project.name, id, branch, context);
    const bool isTasks = id.startsWith(taskRunPrefix);
    const QString what = isTasks ? u"tasks"_s : u"runs"_s;
    if (m_older.project() != project.name || m_older.what() != what)
        m_older = OlderPages(project.name, what, 0);
    const int before = m_older.asked();
    auto told = isTasks ? olderRunOfTasks(api, m_older, id, branch, context) : olderRun(api, m_older, id, branch, context);
    m_requestsOfRun = m_older.asked() - before + int(!isTasks); // Of what is known by tasks, no single one can be asked for.
    return told;
}

// Source: GET /repos/search of swagger.v1.json.
sdk::Result<QStringList> Builds::active(const QDateTime &since, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const sdk::HostAsk ask { .route = u"/repos/search"_s,
        .query = { { u"sort"_s, u"updated"_s }, { u"order"_s, u"desc"_s }, { u"limit"_s, u"50"_s } } };
    const auto listed = api.list(ask, context, 50, u"data"_s);
    if (!listed)
        return std::unexpected(listed.error());
    QStringList names;
    for (const QJsonValue repo : *listed) {
        if (sdk::timeOf(repo["updated_at"_L1]) >= since)
            names.append(sdk::textOf(repo["full_name"_L1]));
    }
    return names;
}

namespace {

/// Forgejo's jobs do not say when they ran; their tasks do, where they are among the newest ones.
sdk::Result<void> addTimes(const sdk::HostApi &api, const QString &project, const QJsonArray &served, std::vector<domain::BuildJob> &jobs,
    sdk::PullContext &context)
{
    if (!areTimesOfTasks(served))
        return {};
    const auto tasks = listActions(api, project, u"tasks"_s, mostTasks, context);
    if (tasks)
        readTimes(jobs, served, *tasks);
    else if (tasks.error().code == ErrorCode::Cancelled)
        return std::unexpected(tasks.error());
    else
        context.log(u"no times of jobs: %1"_s.arg(tasks.error().detail));
    return {};
}

} // namespace

sdk::Result<domain::BuildDetail> Builds::buildDetail(const domain::BuildRun &run, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    domain::BuildDetail detail { run.key(), run.entityRefs, {}, {}, {} };
    if (run.id.startsWith(commitRunPrefix)) {
        const QString route = repoRoute(run.project, u"/commits/"_s + sdk::pathPart(run.commit) + u"/statuses"_s);
        sdk::HostAsk ask { .route = route, .query = firstPage() };
        ask.query.addQueryItem(u"sort"_s, u"recentupdate"_s);
        const auto statuses = api.list(ask, context, mostJobs);
        if (!statuses)
            return std::unexpected(statuses.error());
        detail.jobs = readStatuses(*statuses);
        return detail;
    }
    if (!run.id.startsWith(taskRunPrefix)) {
        const QString route = repoRoute(run.project, u"/actions/runs/"_s + sdk::pathPart(run.id) + u"/jobs"_s);
        const auto jobs = api.list({ .route = route, .query = firstPage() }, context, mostJobs, u"jobs"_s);
        if (jobs) {
            detail.jobs = readJobs(*jobs);
            if (const auto added = addTimes(api, run.project, *jobs, detail.jobs, context); !added)
                return std::unexpected(added.error());
            return detail;
        }
        if (!sdk::isAbsent(jobs.error()))
            return std::unexpected(jobs.error());
    }
    const auto tasks = listActions(api, run.project, u"tasks"_s, mostTasks, context);
    if (!tasks)
        return std::unexpected(tasks.error());
    detail.jobs = readTaskJobs(*tasks, run.number);
    // Others of it may be behind what is read of the list.
    const bool goesOn = tasks->size() >= mostTasks && isOfRun(tasks->last(), run.number);
    if (!detail.jobs.empty() && !goesOn)
        return detail;
    const auto older = OlderPages(run.project, u"tasks"_s, tasks->size(), *tasks)
                           .find(api, [&run](const QJsonValue &task) { return isOfRun(task, run.number); }, context);
    if (!older)
        return std::unexpected(older.error());
    detail.jobs = readTaskJobs(*older, run.number);
    return detail;
}

// Source: swagger.v1.json of 1.22 and later, repoCompareDiff: as `git log` lists them. What one does not have yet, it answers with 404.
sdk::Result<std::vector<domain::BuildCommit>> Builds::commitsBetween(
    const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const QString range = sdk::pathPart(good.commit) + u"..."_s + sdk::pathPart(run.commit);
    const auto served = api.json({ .route = repoRoute(run.project, u"/compare/"_s + range) }, context);
    if (!served && served.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::Unsupported, u"this version of the server compares nothing, or a commit is gone"_s, api.name());
    if (!served)
        return std::unexpected(served.error());
    std::vector<domain::BuildCommit> commits;
    for (const QJsonValue one : (*served)["commits"_L1].toArray()) {
        const QJsonValue commit = one["commit"_L1];
        if (commits.size() < size_t(mostCommits))
            commits.push_back({ sdk::idOf(one["sha"_L1]), sdk::lineOf(commit["message"_L1]), sdk::lineOf(commit["author"_L1]["name"_L1]),
                sdk::timeOf(commit["committer"_L1]["date"_L1]), pathsOf(one["files"_L1].toArray()) });
    }
    return commits;
}

sdk::Result<bool> Builds::buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    if (job.id.isEmpty() || run.id.startsWith(commitRunPrefix))
        return fail(ErrorCode::Unsupported, u"the log lies with the CI system that told of it"_s, api.name());
    if (run.id.startsWith(taskRunPrefix)) // What it names are tasks: a job of the same number is another one.
        return fail(ErrorCode::Unsupported, u"the version of the server that told of it gives no logs"_s, api.name());
    const sdk::HostAsk ask { .route = repoRoute(run.project, u"/actions/jobs/"_s + sdk::pathPart(job.id) + u"/logs"_s),
        .headers = { { "accept", "text/plain" } } };
    if (const auto read = api.text(ask, from, onData, context); !read)
        return std::unexpected(read.error());
    return domain::isFinished(job.state);
}

sdk::Result<sdk::ActionAnswer> Builds::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const QString &id = request.actionId;
    if (isOnThreads(id))
        return actOnThread(api, request, context);
    if (id == "approveReview"_L1) {
        const auto review = domain::Review::fromRecord(request.record);
        const QString route = repoRoute(review.project, u"/pulls/"_s + sdk::pathPart(review.id) + u"/reviews"_s);
        return post(api, { .method = "POST", .route = route, .body = QJsonObject { { u"event"_s, u"APPROVED"_s } } }, BuildsWords::tr("Approved."),
            u"reviews"_s, context);
    }
    const auto run = domain::BuildRun::fromRecord(request.record);
    if (run.project.isEmpty() || run.id.isEmpty() || run.id.startsWith(commitRunPrefix))
        return fail(ErrorCode::Unsupported, u"what another CI system told of is not to be changed here"_s, api.name());
    if (run.id.startsWith(taskRunPrefix) && id != "dispatch"_L1)
        return fail(ErrorCode::Unsupported, u"the version of the server that told of it cannot do that"_s, api.name());
    const auto on = [&](const QString &verb, const QString &summary) {
        const QString route = repoRoute(run.project, u"/actions/runs/"_s + sdk::pathPart(run.id) + u'/' + verb);
        return post(api, { .method = "POST", .route = route }, summary, u"builds"_s, context);
    };
    if (id == "rerun"_L1)
        return on(u"rerun"_s, BuildsWords::tr("It runs again."));
    if (id == "rerunFailed"_L1)
        return on(u"rerun-failed-jobs"_s, BuildsWords::tr("The jobs that failed run again."));
    if (id == "cancel"_L1)
        return on(u"cancel"_s, BuildsWords::tr("It is being cancelled."));
    if (id == "approve"_L1)
        return on(u"approve"_s, BuildsWords::tr("It may run."));
    if (id == "dispatch"_L1)
        return dispatch(api, run, request.values, context);
    return fail(ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(id));
}

// A run names its workflow by the file alone, which lies in the first of these folders that has it.
// Sources: https://forgejo.org/docs/latest/user/actions/reference/, https://docs.gitea.com/usage/actions/faq; swagger.v1.json.
sdk::Result<std::vector<sdk::FormField>> Builds::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto run = domain::BuildRun::fromRecord(request.record);
    if (request.actionId != "dispatch"_L1 || run.pipeline.isEmpty())
        return fail(ErrorCode::Unsupported, u"there is no form for \"%1\""_s.arg(request.actionId), api.name());
    for (const QString &folder : { u".forgejo"_s, u".gitea"_s, u".github"_s }) {
        sdk::HostAsk ask { .route = repoRoute(run.project, u"/raw/"_s + sdk::pathOf(folder + u"/workflows/"_s + run.pipeline)), .headers = { { "accept", "*/*" } } };
        ask.query.addQueryItem(u"ref"_s, QString::fromLatin1(QUrl::toPercentEncoding(refOf(request.values, run))));
        const auto text = api.send(ask, context);
        if (!text && text.error().code == ErrorCode::NotFound)
            continue;
        if (!text)
            return std::unexpected(text.error());
        const auto documents = context.readYaml(text->body);
        return documents ? sdk::workflowInputs(*documents, [] { return QStringList(); }) : std::unexpected(documents.error());
    }
    return fail(ErrorCode::NotFound, u"the workflow's file is not there"_s, api.name());
}

sdk::Result<sdk::Permission> Builds::mayAct(const sdk::ActionRequest &request, sdk::PullContext &)
{
    if (isOnThreads(request.actionId))
        return sdk::Permission {};
    if (request.actionId == "approveReview"_L1) {
        const bool isMine = domain::Review::fromRecord(request.record).isMine;
        return sdk::Permission { !isMine, isMine ? BuildsWords::tr("Nobody approves what is their own.") : QString() };
    }
    const auto run = domain::BuildRun::fromRecord(request.record);
    if (run.id.startsWith(commitRunPrefix))
        return sdk::Permission { false, BuildsWords::tr("Another CI system told of it: only it can change that.") };
    if (run.id.startsWith(taskRunPrefix) && request.actionId != "dispatch"_L1)
        return sdk::Permission { false, BuildsWords::tr("The version of the server that told of it cannot do that.") };
    if (request.actionId == "cancel"_L1 && domain::isFinished(run.state))
        return sdk::Permission { false, BuildsWords::tr("It has ended.") };
    if (request.actionId == "approve"_L1 && run.state != BuildState::Waiting)
        return sdk::Permission { false, BuildsWords::tr("It waits for nobody.") };
    // Source: prepareRunForRerun, later buildRerunPlan, in services/actions/rerun.go.
    if (request.actionId == "rerun"_L1 && !domain::isFinished(run.state))
        return sdk::Permission { false, BuildsWords::tr("It has not ended.") };
    const bool hasFailed = run.state == BuildState::Failed || run.state == BuildState::Errored || run.state == BuildState::Cancelled;
    if (request.actionId == "rerunFailed"_L1 && !hasFailed)
        return sdk::Permission { false, BuildsWords::tr("Nothing in it has failed.") };
    return sdk::Permission {};
}

} // namespace callboard::gitea
