// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitlab/builds.h"

#include "plugins/gitlab/pipelines.h"

namespace callboard::gitlab {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr int firstRuns = 50, laterRuns = 100, mostDeployments = 50, mostJobs = 1000, mostCommits = 300;
constexpr int deepestChild = 2; ///< GitLab allows no deeper ones.
constexpr int childrenAtOnce = 10; ///< Child pipelines of one pipeline, three requests each.
constexpr size_t mostSuitesOfRun = 500;
constexpr int detailsAtOnce = 10; ///< Pipelines of one project whose times are asked for, one request each.

QString text(const QDateTime &time) { return time.toUTC().toString(Qt::ISODate); }

/// What cannot change, asked for once: "branch", the default one.
sdk::Result<QJsonObject> noteOf(const sdk::HostApi &api, const sdk::HostedProject &project, const QJsonObject &before, sdk::PullContext &context)
{
    if (before.contains("branch"_L1))
        return before;
    const auto served = api.json({ .route = projectRoute(project.name) }, context);
    if (!served)
        return std::unexpected(served.error());
    return QJsonObject { { u"branch"_s, sdk::textOf((*served)["default_branch"_L1], 200) } };
}

sdk::Result<std::vector<domain::BuildRun>> listRuns(const sdk::HostApi &api, const sdk::HostedProject &project, const QDateTime &since,
    const QString &defaultBranch, sdk::PullContext &context)
{
    sdk::HostAsk ask { .route = projectRoute(project.name, u"/pipelines"_s) };
    ask.query.addQueryItem(u"per_page"_s, QString::number(since.isValid() ? laterRuns : firstRuns));
    if (since.isValid())
        ask.query.addQueryItem(u"updated_after"_s, text(since));
    const auto listed = api.list(ask, context, since.isValid() ? laterRuns : firstRuns);
    if (!listed)
        return std::unexpected(listed.error());
    std::vector<domain::BuildRun> runs;
    for (const QJsonValue served : *listed) {
        domain::BuildRun run = readPipeline(served.toObject(), defaultBranch);
        if (!run.id.isEmpty())
            runs.push_back(std::move(run));
    }
    return runs;
}

/// Titles, and of the newest ones the times that a list does not tell. What is lacking is no error: the runs themselves are there.
sdk::Result<void> fillIn(const sdk::HostApi &api, const QString &project, std::vector<domain::BuildRun> &runs, sdk::PullContext &context)
{
    sdk::HostAsk ask { .route = projectRoute(project, u"/repository/commits"_s), .query = { { u"all"_s, u"true"_s }, { u"per_page"_s, u"100"_s } } };
    const auto commits = api.list(ask, context, 100);
    if (!commits && !sdk::isAbsent(commits.error()))
        return std::unexpected(commits.error());
    const auto subjects = commits ? readSubjects(*commits) : QHash<QString, QString>();
    for (domain::BuildRun &run : runs)
        run.title = subjects.value(run.commit, run.title);
    for (size_t i = 0; i < runs.size() && i < detailsAtOnce; ++i) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped"_s);
        const auto served = api.json({ .route = projectRoute(project, u"/pipelines/"_s + runs[i].id) }, context);
        if (!served && !sdk::isAbsent(served.error()))
            return std::unexpected(served.error());
        if (served)
            readPipelineDetails(runs[i], served->object());
    }
    return {};
}

sdk::Result<std::vector<domain::Deployment>> listDeployments(
    const sdk::HostApi &api, const QString &project, const QDateTime &since, sdk::PullContext &context)
{
    sdk::HostAsk ask { .route = projectRoute(project, u"/deployments"_s),
        .query = { { u"order_by"_s, u"updated_at"_s }, { u"sort"_s, u"desc"_s }, { u"per_page"_s, QString::number(mostDeployments) } } };
    if (since.isValid())
        ask.query.addQueryItem(u"updated_after"_s, text(since));
    const auto listed = api.list(ask, context, mostDeployments);
    if (!listed)
        return sdk::isAbsent(listed.error()) ? sdk::Result<std::vector<domain::Deployment>>() : std::unexpected(listed.error());
    return readDeployments(*listed);
}

} // namespace

// Sources: https://docs.gitlab.com/api/pipelines/, …/api/deployments/, …/api/commits/.
sdk::Result<sdk::ProjectBuilds> Builds::builds(
    const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto note = noteOf(api, project, memory.note, context);
    if (!note)
        return std::unexpected(note.error());
    auto runs = listRuns(api, project, memory.since, (*note)["branch"_L1].toString(), context);
    if (!runs)
        return std::unexpected(runs.error());
    sdk::ProjectBuilds told { std::move(*runs), {}, *note };
    // Nothing is deployed without a pipeline that changes: an idle project costs one request.
    if (told.runs.empty())
        return told;
    if (const auto filled = fillIn(api, project.name, told.runs, context); !filled)
        return std::unexpected(filled.error());
    auto deployments = listDeployments(api, project.name, memory.since, context);
    if (!deployments)
        return std::unexpected(deployments.error());
    told.deployments = std::move(*deployments);
    return told;
}

// Source: https://docs.gitlab.com/api/projects/, "List all projects".
sdk::Result<QStringList> Builds::active(const QDateTime &since, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    sdk::HostAsk ask { .route = u"/projects"_s,
        .query = { { u"membership"_s, u"true"_s }, { u"simple"_s, u"true"_s }, { u"order_by"_s, u"last_activity_at"_s },
            { u"last_activity_after"_s, text(since) }, { u"per_page"_s, u"100"_s } } };
    const auto listed = api.list(ask, context, 100);
    if (!listed)
        return std::unexpected(listed.error());
    QStringList names;
    for (const QJsonValue project : *listed)
        names << sdk::textOf(project["path_with_namespace"_L1]) << sdk::idOf(project["id"_L1]);
    return names;
}

namespace {

/// What a pipeline is made of, with its child pipelines: asked for when somebody looks at it.
class Parts final {
public:
    Parts(const sdk::HostApi &api, const domain::BuildRun &run, sdk::PullContext &context)
        : m_api(api)
        , m_run(run)
        , m_context(context)
    {
        m_detail.runKey = run.key();
        m_detail.entityRefs = run.entityRefs;
    }

    sdk::Result<domain::BuildDetail> read()
    {
        auto jobs = jobsOf(m_run.id, {}, 0);
        if (!jobs)
            return std::unexpected(jobs.error());
        m_detail.jobs = *std::move(jobs);
        if (const auto told = takePipeline(); !told)
            return std::unexpected(told.error());
        return std::move(m_detail);
    }

private:
    QString route(const QString &pipeline, const QString &what = {}) const
    {
        return projectRoute(m_run.project, u"/pipelines/"_s + sdk::pathPart(pipeline) + what);
    }

    /// With those of the child pipelines that its trigger jobs started. `before`: whose they are, for the names of their tests.
    sdk::Result<std::vector<domain::BuildJob>> jobsOf(const QString &pipeline, const QString &before, int depth)
    {
        const QUrlQuery page { { u"per_page"_s, u"100"_s } };
        QUrlQuery all = page;
        all.addQueryItem(u"include_retried"_s, u"true"_s);
        const auto served = m_api.list({ .route = route(pipeline, u"/jobs"_s), .query = all }, m_context, mostJobs);
        if (!served)
            return std::unexpected(served.error());
        const auto listed = m_api.list({ .route = route(pipeline, u"/bridges"_s), .query = page }, m_context, mostJobs);
        if (!listed && !sdk::isAbsent(listed.error()))
            return std::unexpected(listed.error());
        if (const auto told = takeTests(pipeline, before, *served); !told)
            return std::unexpected(told.error());
        const QJsonArray bridges = listed.value_or(QJsonArray());
        std::vector<domain::BuildJob> jobs = readJobs(*served, bridges);
        for (const ChildPipeline &child : readChildren(bridges)) {
            if (depth >= deepestChild || m_left-- <= 0)
                break;
            auto of = jobsOf(child.id, before + child.trigger + u": "_s, depth + 1);
            if (!of && !sdk::isAbsent(of.error()))
                return of;
            if (of)
                takeIn(jobs, child, *std::move(of));
        }
        return jobs;
    }

    /// A report is of one pipeline, without its children. One that cannot be read takes nothing else away.
    sdk::Result<void> takeTests(const QString &pipeline, const QString &before, const QJsonArray &jobs)
    {
        if (!mayHaveTests(jobs))
            return {};
        const auto report = m_api.json({ .route = route(pipeline, u"/test_report"_s) }, m_context);
        if (!report)
            return pass(report.error(), u"no test report"_s);
        for (domain::TestSuite &suite : readTestReport(report->object(), before)) {
            if (m_detail.tests.size() < mostSuitesOfRun)
                m_detail.tests.push_back(std::move(suite));
        }
        return {};
    }

    /// It tells of its coverage, and of what is wrong with its configuration: asked for where there may be either.
    sdk::Result<void> takePipeline()
    {
        const bool isCovered = std::ranges::any_of(m_detail.jobs, [](const domain::BuildJob &job) { return job.coverage.has_value(); });
        if (!isCovered && !m_detail.jobs.empty())
            return {};
        const auto served = m_api.json({ .route = route(m_run.id) }, m_context);
        if (!served)
            return pass(served.error(), u"the pipeline itself is not told of"_s);
        m_detail.coverage = coverageOf((*served)["coverage"_L1]);
        if (const QString wrong = sdk::textOf((*served)["yaml_errors"_L1], 4000); !wrong.isEmpty())
            m_detail.annotations.push_back({ domain::Severity::Error, {}, {}, 0, {}, wrong });
        return {};
    }

    /// Of what may be left out: only where somebody stopped it is it an error.
    sdk::Result<void> pass(const domain::Error &error, const QString &what)
    {
        if (error.code == ErrorCode::Cancelled)
            return std::unexpected(error);
        if (!sdk::isAbsent(error))
            m_context.log(u"%1: %2"_s.arg(what, error.detail));
        return {};
    }

    const sdk::HostApi &m_api;
    const domain::BuildRun &m_run;
    sdk::PullContext &m_context;
    domain::BuildDetail m_detail;
    int m_left = childrenAtOnce;
};

} // namespace

// Sources: https://docs.gitlab.com/api/jobs/ (jobs and trigger jobs), …/api/pipelines/ (test report). What a job needs is not told there.
sdk::Result<domain::BuildDetail> Builds::buildDetail(const domain::BuildRun &run, sdk::PullContext &context)
{
    return Parts(m_host.api(), run, context).read();
}

// Source: https://docs.gitlab.com/api/repositories/#compare-branches-tags-or-commits: the oldest first.
sdk::Result<std::vector<domain::BuildCommit>> Builds::commitsBetween(
    const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const sdk::HostAsk ask { .route = projectRoute(run.project, u"/repository/compare"_s), .query = { { u"from"_s, good.commit }, { u"to"_s, run.commit } } };
    const auto served = api.json(ask, context);
    if (!served)
        return std::unexpected(served.error());
    if (!(*served)["commits"_L1].isArray())
        return fail(ErrorCode::BadResponse, u"the answer has no list of commits"_s, api.name());
    std::vector<domain::BuildCommit> commits;
    for (const QJsonValue commit : (*served)["commits"_L1].toArray()) {
        commits.push_back({ sdk::idOf(commit["id"_L1]), sdk::lineOf(commit["title"_L1]), sdk::lineOf(commit["author_name"_L1]),
            sdk::timeOf(commit["committed_date"_L1]), {} });
    }
    std::ranges::reverse(commits);
    if (commits.size() > size_t(mostCommits))
        commits.resize(size_t(mostCommits));
    return commits;
}

sdk::Result<bool> Builds::buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    if (job.id.isEmpty())
        return fail(ErrorCode::Unsupported, u"a pipeline has no log of its own: its jobs have"_s, api.name());
    const QString route = projectRoute(run.project, u"/jobs/"_s + sdk::pathPart(job.id));
    // Asked before the log: one that ended in between is asked for once more, and none is taken for whole that is not.
    bool hasEnded = domain::isFinished(job.state);
    if (!hasEnded) {
        const auto served = api.json({ .route = route, .remember = false }, context);
        if (!served)
            return std::unexpected(served.error());
        hasEnded = domain::isFinished(jobState(served->object()));
        if (!hasEnded && sdk::timeOf((*served)["started_at"_L1]).isNull())
            return fail(ErrorCode::NotFound, u"the job has not begun"_s, api.name());
    }
    const sdk::HostAsk ask { .route = route + u"/trace"_s, .headers = { { "accept", "text/plain" } } };
    if (const auto read = api.text(ask, from, onData, context); !read)
        return std::unexpected(read.error());
    return hasEnded;
}

} // namespace callboard::gitlab
