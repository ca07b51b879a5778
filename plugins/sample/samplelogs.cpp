// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sample/samplebuilds.h"

#include <QTimeZone>

#include <array>

namespace callboard::sample {

using namespace Qt::StringLiterals;
using domain::BuildDetail;
using domain::BuildJob;
using domain::BuildRun;
using domain::BuildState;

namespace {

/// When jobs begin and end, in percent of their run.
struct JobPlan {
    QLatin1StringView name, stage;
    int from, to;
    std::vector<QString> needs;
};

const std::vector<JobPlan> &jobPlans()
{
    static const std::vector<JobPlan> plans {
        { "lint"_L1, "check"_L1, 0, 18, {} },
        { "compile"_L1, "build"_L1, 0, 34, {} },
        { "unit tests"_L1, "test"_L1, 35, 68, { u"compile"_s } },
        { "integration tests"_L1, "test"_L1, 35, 88, { u"compile"_s } },
        { "package"_L1, "publish"_L1, 89, 100, { u"lint"_s, u"unit tests"_s, u"integration tests"_s } },
    };
    return plans;
}

QLatin1StringView failingJob(const BuildRun &run)
{
    return dice(run.key() + u"job", 10) < 4 ? "unit tests"_L1 : "integration tests"_L1;
}

/// What runs again with the jobs that failed.
bool goesAlong(const BuildRun &run, QAnyStringView name) { return name == failingJob(run) || name == "package"_L1; }

QString jobId(const BuildRun &run, QAnyStringView name) { return run.id + u'.' + name.toString(); }

bool isRelease(const BuildRun &run) { return run.pipeline == releasePipeline && run.attempt == 1; }

QDateTime at(const BuildRun &run, int percent)
{
    // What a release waits for does not stretch what was before.
    const bool ended = run.finishedAt.isValid() && !isRelease(run);
    const auto whole = ended ? run.startedAt.secsTo(run.finishedAt) : qint64(durationOf(run).count());
    return run.startedAt.addSecs(whole * percent / 100);
}

BuildState jobState(const BuildRun &run, const JobPlan &plan, const QDateTime &now)
{
    if (run.state == BuildState::Queued)
        return BuildState::Queued;
    if (isRelease(run))
        return BuildState::Passed;
    // Of the failed jobs only: what passed the first time is not done again.
    if (run.vendorState.endsWith(failedOnlyMark) && !goesAlong(run, plan.name))
        return BuildState::Passed;
    if (now < at(run, plan.from))
        return BuildState::Queued;
    if (run.state == BuildState::Running)
        return now < at(run, plan.to) ? BuildState::Running : BuildState::Passed;
    if (run.state == BuildState::Passed)
        return BuildState::Passed;
    const bool failsHere = plan.name == failingJob(run);
    if (failsHere)
        return run.state;
    return plan.name == "package"_L1 ? BuildState::Skipped : BuildState::Passed;
}

void addSteps(BuildJob &job)
{
    if (!job.startedAt.isValid())
        return;
    constexpr std::array names { "Set up job"_L1, "Check out"_L1, "Restore cache"_L1, "Run"_L1, "Complete job"_L1 };
    constexpr std::array<int, 6> shares { 0, 4, 10, 18, 97, 100 };
    const QDateTime end = job.finishedAt.isValid() ? job.finishedAt : job.startedAt.addSecs(1);
    const qint64 whole = job.startedAt.secsTo(end);
    for (size_t i = 0; i < names.size(); ++i) {
        domain::BuildStep step { QString(names[i]), BuildState::Passed, job.startedAt.addSecs(whole * shares[i] / 100), job.startedAt.addSecs(whole * shares[i + 1] / 100) };
        if (i == 3 && !isFinished(job.state)) {
            step.state = job.state;
            step.finishedAt = {};
            job.steps.push_back(std::move(step));
            return;
        }
        if (i == 3)
            step.state = job.state;
        job.steps.push_back(std::move(step));
    }
}

BuildJob makeJob(const BuildRun &run, const JobPlan &plan, const QDateTime &now)
{
    BuildJob job;
    job.id = jobId(run, plan.name);
    job.name = plan.name;
    job.stage = plan.stage;
    for (const QString &name : plan.needs)
        job.needs.append(jobId(run, name));
    job.state = jobState(run, plan, now);
    job.vendorState = domain::buildStateName(job.state);
    job.queuedAt = run.queuedAt;
    if (job.state != BuildState::Queued && job.state != BuildState::Skipped && !isKept(run, job)) {
        job.runner = u"harbour-runner-%1"_s.arg(1 + dice(job.id, 6));
        job.startedAt = at(run, plan.from);
        if (isFinished(job.state))
            job.finishedAt = at(run, plan.to);
    }
    job.url = run.url + u"/jobs/" + QString(plan.name).replace(u' ', u'-');
    addSteps(job);
    return job;
}

constexpr auto failingTest = "refund_is_posted_once"_L1;
constexpr auto failingPath = "internal/posting/refund_test.go"_L1;

void addFindings(BuildDetail &detail, const BuildRun &run)
{
    domain::TestSuite suite { .name = u"unit"_s, .passed = 300 + int(dice(run.project, 400)), .failed = 0, .errored = 0,
        .skipped = int(dice(run.key(), 5)), .seconds = 41.5, .failures = {} };
    if (run.state == BuildState::Failed && !isRelease(run)) {
        suite.failed = 1;
        suite.failures = { { QString(failingTest), u"expected 1 posting, found 2"_s, 0.8 } };
        detail.annotations = { { domain::Severity::Error, jobId(run, failingJob(run)), QString(failingPath), 88, QString(failingTest), u"expected 1 posting, found 2"_s },
            { domain::Severity::Warning, jobId(run, u"lint"), u"internal/posting/refund.go"_s, 41, u"unused"_s, u"the parameter 'deadline' is not used"_s } };
    }
    if (isFinished(run.state) && run.state != BuildState::Cancelled)
        detail.tests = { std::move(suite) };
}

/// The lines of a job's log, by their place in it.
QByteArray lineOf(const BuildRun &run, const BuildJob &job, int index, int count)
{
    const auto fifth = count / 5;
    if (index == 0)
        return "##[group]Set up job";
    if (index == 1)
        return "Runner: " + job.runner.toUtf8();
    if (index == 2)
        return "##[endgroup]";
    if (index == 3)
        return "##[group]Check out " + run.project.toUtf8();
    if (index == 4)
        return "HEAD is now at " + run.commit.left(8).toUtf8() + ' ' + run.title.toUtf8();
    if (index == 5)
        return "##[endgroup]";
    if (index == fifth)
        return "##[group]Run make " + job.name.toUtf8().replace(' ', '-');
    if (index == count - 6)
        return "##[endgroup]";
    const bool failed = job.state == BuildState::Failed || job.state == BuildState::Errored;
    if (failed && index >= count - 5) {
        const std::array<QByteArray, 5> last {
            "\x1b[31m--- FAIL: " + QByteArray(failingTest.data()) + " (0.80s)\x1b[0m",
            "    " + QByteArray(failingPath.data()) + ":88: expected \x1b[32m1\x1b[0m posting, found \x1b[31m2\x1b[0m",
            "\x1b[31mFAIL\x1b[0m", job.state == BuildState::Errored ? "##[error]The job was stopped: it took longer than allowed." : "##[error]Process completed with exit code 1.",
            "Cleaning up" };
        return last[size_t(index - (count - 5))];
    }
    if (index == count - 2)
        return "\x1b[32mok\x1b[0m  all " + job.name.toUtf8() + " done";
    if (index == count - 1)
        return "Cleaning up";
    const quint32 roll = dice(job.id + QString::number(index), 100);
    if (roll < 2)
        return "##[warning]a cache entry is older than a week";
    if (roll < 12)
        return "\x1b[2m      (cached)\x1b[0m step " + QByteArray::number(index);
    return "\x1b[32mPASS\x1b[0m case_" + QByteArray::number(index) + " (" + QByteArray::number(roll) + " ms)";
}

} // namespace

BuildDetail buildDetail(const BuildRun &run, const QDateTime &now, const QDateTime &decided)
{
    BuildDetail detail;
    detail.runKey = run.key();
    detail.entityRefs = run.entityRefs;
    for (const JobPlan &plan : jobPlans())
        detail.jobs.push_back(makeJob(run, plan, now));
    if (isRelease(run)) {
        BuildJob deploy;
        deploy.id = jobId(run, u"deploy");
        deploy.name = u"deploy to production"_s;
        deploy.stage = u"deploy"_s;
        deploy.needs = { jobId(run, u"package") };
        deploy.state = run.state;
        deploy.vendorState = run.vendorState;
        deploy.queuedAt = at(run, 100);
        deploy.startedAt = decided;
        deploy.finishedAt = decided.isValid() ? run.finishedAt : QDateTime();
        detail.jobs.push_back(std::move(deploy));
    }
    addFindings(detail, run);
    return detail;
}

bool isKept(const BuildRun &run, const BuildJob &job)
{
    return run.vendorState.endsWith(failedOnlyMark) && !goesAlong(run, job.name);
}

QByteArray buildLog(const BuildRun &run, const BuildJob &job, const QDateTime &now)
{
    if (!job.startedAt.isValid())
        return {};
    const auto plan = std::ranges::find_if(jobPlans(), [&](const JobPlan &one) { return jobId(run, one.name) == job.id; });
    if (plan == jobPlans().end())
        return {};
    const int count = 240 + int(dice(job.id, 1800));
    const qint64 begin = at(run, plan->from).toMSecsSinceEpoch();
    const qint64 end = std::max(at(run, plan->to).toMSecsSinceEpoch(), begin + count);
    QByteArray log;
    for (int i = 0; i < count; ++i) {
        const qint64 time = begin + (end - begin) * i / count;
        if (time > now.toMSecsSinceEpoch())
            break;
        log += QDateTime::fromMSecsSinceEpoch(time, QTimeZone::UTC).toString(Qt::ISODateWithMs).toLatin1() + ' ' + lineOf(run, job, i, count) + '\n';
    }
    return log;
}

} // namespace callboard::sample
