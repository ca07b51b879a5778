// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/circleci/builds.h"

#include "plugins/circleci/workflows.h"

#include <QCoreApplication>

namespace callboard::circleci {

using namespace Qt::StringLiterals;
using domain::BuildJob;
using domain::BuildRun;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;
using sdk::concernsOne;

namespace {

struct DetailWords {
    Q_DECLARE_TR_FUNCTIONS(CircleCI)
};

constexpr qsizetype mostJobs = 1000, mostTests = 5000;
constexpr size_t mostLookedInto = 20; ///< Jobs whose steps and tests are asked for, a request each: those that failed first.
constexpr qint64 mostOfStep = 16 << 20; ///< Bytes of one step's output; CircleCI itself cuts it at far less.

/// The API v1.1 alone tells of steps. Source: https://circleci.com/docs/api/v1/ (Single Job).
sdk::HostAsk stepsAsk(const BuildRun &run, qint64 number)
{
    return { .route = u"/v1.1/project/"_s + sdk::pathOf(run.project) + u'/' + QString::number(number), .remember = false };
}

class Detail final {
public:
    Detail(Host &host, const BuildRun &run, sdk::PullContext &context)
        : m_host(host)
        , m_api(host.api())
        , m_run(run)
        , m_context(context)
        , m_detail { run.key(), run.entityRefs, {}, {}, {} }
    {
    }

    sdk::Result<domain::BuildDetail> read()
    {
        if (m_run.id.startsWith(pipelinePrefix))
            return ofPipeline();
        const auto served = jobsOf(m_api, m_run, m_context);
        if (!served)
            return std::unexpected(served.error());
        m_detail.jobs = readJobs(*served, m_run);
        for (BuildJob *job : worthALook(*served)) {
            if (m_context.stopRequested())
                return fail(ErrorCode::Cancelled, u"stopped"_s, m_api.name());
            if (const auto looked = lookInto(*job, jobNumber(*served, job->id)); !looked)
                return std::unexpected(looked.error());
        }
        return std::move(m_detail);
    }

private:
    sdk::Result<domain::BuildDetail> ofPipeline()
    {
        const auto served = m_api.json({ .route = u"/v2/pipeline/"_s + sdk::pathPart(m_run.id.mid(pipelinePrefix.size())) }, m_context);
        if (!served)
            return std::unexpected(served.error());
        m_detail.annotations = readErrors(served->object());
        return std::move(m_detail);
    }

    std::vector<BuildJob *> worthALook(const QJsonArray &served)
    {
        std::vector<BuildJob *> jobs;
        for (BuildJob &job : m_detail.jobs) {
            const bool hasBegun = domain::isFinished(job.state) ? job.state != BuildState::Skipped : job.state == BuildState::Running;
            if (hasBegun && jobNumber(served, job.id) > 0)
                jobs.push_back(&job);
        }
        const auto order = [](const BuildJob *job) { return domain::isBroken(job->state) ? 0 : job->state == BuildState::Running ? 1 : 2; };
        std::ranges::stable_sort(jobs, {}, order);
        jobs.resize(std::min(jobs.size(), mostLookedInto));
        return jobs;
    }

    sdk::Result<void> lookInto(BuildJob &job, qint64 number)
    {
        if (const auto looked = addSteps(job, number); !looked)
            return looked;
        if (domain::isBroken(job.state)) {
            if (const auto looked = addDetails(job, number); !looked)
                return looked;
        }
        return domain::isFinished(m_run.state) ? addTests(job, number) : sdk::Result<void>();
    }

    /// An error that is the job's own is written down: the others are there all the same.
    sdk::Result<void> judged(const domain::Error &error, const BuildJob &job) const
    {
        if (!concernsOne(error))
            return std::unexpected(error);
        m_context.log(u"%1, job %2: %3"_s.arg(m_run.key(), job.name, error.detail));
        return {};
    }

    sdk::Result<void> addSteps(BuildJob &job, qint64 number)
    {
        const QString key = m_run.project + u'/' + QString::number(number);
        if (const auto kept = m_host.keptJob(key)) {
            job.steps = kept->steps;
            job.queuedAt = kept->queuedAt;
            return {};
        }
        const auto served = m_api.json(stepsAsk(m_run, number), m_context);
        if (!served)
            return judged(served.error(), job);
        readSteps(job, served->object());
        if (domain::isFinished(job.state))
            m_host.keepJob(key, job);
        return {};
    }

    // Source: https://circleci.com/docs/api/v2/ (getJobDetails).
    sdk::Result<void> addDetails(BuildJob &job, qint64 number)
    {
        const auto served = m_api.json({ .route = projectRoute(m_run.project, u"/job/"_s + QString::number(number)) }, m_context);
        if (!served)
            return judged(served.error(), job);
        std::ranges::move(readJobDetails(job, served->object()), std::back_inserter(m_detail.annotations));
        return {};
    }

    // Source: https://circleci.com/docs/api/v2/ (getTests).
    sdk::Result<void> addTests(const BuildJob &job, qint64 number)
    {
        const sdk::HostAsk ask { .route = projectRoute(m_run.project, u'/' + QString::number(number) + u"/tests"_s) };
        const auto served = m_api.list(ask, m_context, mostTests, u"items"_s);
        if (!served)
            return judged(served.error(), job);
        if (!served->isEmpty())
            m_detail.tests.push_back(readTests(*served, job.name));
        return {};
    }

    Host &m_host;
    const sdk::HostApi &m_api;
    const BuildRun &m_run;
    sdk::PullContext &m_context;
    domain::BuildDetail m_detail;
};

/// What a step wrote. Its address is signed for that alone and lies at another host: what signs us in is not sent there.
sdk::Result<QByteArray> outputOf(const Host &host, const QString &address, sdk::PullContext &context)
{
    const QUrl url(address, QUrl::StrictMode);
    const bool isSafe = url.scheme() == "https"_L1 || url.scheme() == host.web().scheme();
    if (!url.isValid() || url.host().isEmpty() || !isSafe)
        return fail(ErrorCode::BadResponse, u"the output of a step lies at no address that can be asked"_s, host.api().name());
    const auto answer = context.http().send({ .url = url, .headers = { { "accept", "application/json" } }, .maxBytes = mostOfStep, .remember = false });
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->status != 200)
        return std::unexpected(sdk::errorOf(*answer, url.host()));
    return readOutputText(answer->body);
}

sdk::Result<void> readLog(
    Host &host, const QString &of, const std::vector<Output> &outputs, bool jobEnded, sdk::LogRest &rest, sdk::PullContext &context)
{
    for (size_t i = 0; i < outputs.size(); ++i) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped"_s, host.api().name());
        const Output &output = outputs[i];
        const bool hasEnded = jobEnded || output.hasEnded;
        if (!jobEnded && (output.isBeside() || !output.hasBegun)) // The log would not only grow at its end.
            return {};
        const QString key = of + u'/' + QString::number(i);
        if (const auto length = host.lengths().of(key); length && rest.isBehind(*length)) {
            rest.skip(*length);
            continue;
        }
        auto text = output.address.isEmpty() ? sdk::Result<QByteArray>() : outputOf(host, output.address, context);
        const bool isMissing = !text && concernsOne(text.error());
        if (!text && !isMissing)
            return std::unexpected(text.error());
        if (isMissing && !jobEnded) // It comes a little after its step.
            return {};
        const QByteArray told = isMissing ? DetailWords::tr("What this step wrote cannot be had.").toUtf8() : *text;
        const QByteArray whole = sdk::groupedLog(output.name, told, hasEnded);
        if (hasEnded && !isMissing)
            host.lengths().keep(key, whole.size());
        // What comes behind a step that still writes would be in its way.
        if (!rest.give(whole) || !hasEnded)
            return {};
    }
    return {};
}

} // namespace

// Source: https://circleci.com/docs/api/v2/ (listWorkflowJobs).
sdk::Result<QJsonArray> jobsOf(const sdk::HostApi &api, const BuildRun &run, sdk::PullContext &context)
{
    return api.list({ .route = u"/v2/workflow/"_s + sdk::pathPart(run.id) + u"/job"_s, .remember = false }, context, mostJobs, u"items"_s);
}

sdk::Result<domain::BuildDetail> Builds::buildDetail(const BuildRun &run, sdk::PullContext &context)
{
    return Detail(m_host, run, context).read();
}

sdk::Result<std::vector<domain::BuildCommit>> Builds::commitsBetween(const BuildRun &, const BuildRun &, sdk::PullContext &)
{
    return fail(ErrorCode::Unsupported, u"CircleCI does not tell of commits"_s, m_host.api().name());
}

sdk::Result<bool> Builds::buildLog(const BuildRun &run, const BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    if (job.id.isEmpty())
        return fail(ErrorCode::Unsupported, u"a workflow has no log of its own: its jobs have"_s, api.name());
    // Asked before the steps: of a job that ends in between they are asked for once more.
    const auto served = jobsOf(api, run, context);
    if (!served)
        return std::unexpected(served.error());
    const qint64 number = jobNumber(*served, job.id);
    if (number <= 0)
        return fail(ErrorCode::NotFound, u"the job has not begun, or is an approval"_s, api.name());
    const auto jobs = readJobs(*served, run);
    const auto found = std::ranges::find(jobs, job.id, &BuildJob::id);
    const bool hasEnded = found != jobs.end() && domain::isFinished(found->state);
    const auto steps = api.json(stepsAsk(run, number), context);
    if (!steps)
        return std::unexpected(steps.error());
    sdk::LogRest rest(from, onData);
    const QString of = run.project + u'/' + QString::number(number);
    if (const auto read = readLog(m_host, of, readOutputs(steps->object()), hasEnded, rest, context); !read)
        return std::unexpected(read.error());
    return hasEnded;
}

} // namespace callboard::circleci
