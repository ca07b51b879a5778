// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/github/runs.h"

namespace callboard::github {

using namespace Qt::StringLiterals;
using domain::BuildJob;
using domain::BuildRun;
using domain::BuildState;
using sdk::StateWord;

namespace {

constexpr StateWord statusWords[] {
    { "queued"_L1, BuildState::Queued }, { "requested"_L1, BuildState::Queued }, { "pending"_L1, BuildState::Queued },
    { "waiting"_L1, BuildState::Waiting },
    { "in_progress"_L1, BuildState::Running },
};

constexpr StateWord conclusionWords[] {
    { "success"_L1, BuildState::Passed }, { "neutral"_L1, BuildState::Passed },
    { "failure"_L1, BuildState::Failed },
    { "timed_out"_L1, BuildState::Errored }, { "startup_failure"_L1, BuildState::Errored }, { "stale"_L1, BuildState::Errored },
    { "cancelled"_L1, BuildState::Cancelled },
    { "skipped"_L1, BuildState::Skipped },
    { "action_required"_L1, BuildState::Waiting },
};

constexpr StateWord deploymentWords[] {
    { "pending"_L1, BuildState::Queued }, { "queued"_L1, BuildState::Queued },
    { "waiting"_L1, BuildState::Waiting },
    { "in_progress"_L1, BuildState::Running },
    { "success"_L1, BuildState::Passed }, { "inactive"_L1, BuildState::Passed },
    { "failure"_L1, BuildState::Failed },
    { "error"_L1, BuildState::Errored },
};

constexpr qsizetype mostSteps = 500;

QString wordsOf(const QJsonObject &served)
{
    const QString status = sdk::textOf(served["status"_L1], 60), conclusion = sdk::textOf(served["conclusion"_L1], 60);
    return conclusion.isEmpty() ? status : status + u'/' + conclusion;
}

QString triggerOf(const QString &event)
{
    if (event == "pull_request_target"_L1)
        return u"pull_request"_s;
    if (event == "workflow_dispatch"_L1)
        return u"manual"_s;
    if (event == "repository_dispatch"_L1)
        return u"api"_s;
    return event;
}

} // namespace

std::span<const StateWord> statuses() { return statusWords; }
std::span<const StateWord> conclusions() { return conclusionWords; }
std::span<const StateWord> deploymentStates() { return deploymentWords; }

BuildState stateOf(const QJsonObject &served)
{
    const QString status = served["status"_L1].toString();
    if (status != "completed"_L1)
        return sdk::stateIn(statusWords, status);
    return sdk::stateIn(conclusionWords, served["conclusion"_L1].toString());
}

QString workflowFileOf(const QJsonObject &served) { return sdk::textOf(served["path"_L1]).section(u'@', 0, 0); }

// Source: https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-repository
BuildRun readRun(const QJsonObject &served, const QString &defaultBranch)
{
    BuildRun run;
    run.id = sdk::idOf(served["id"_L1]);
    run.project = sdk::textOf(served["repository"_L1]["full_name"_L1]);
    run.pipeline = sdk::lineOf(served["name"_L1]);
    if (run.pipeline.isEmpty()) // It has none where its file was never read.
        run.pipeline = workflowFileOf(served).section(u'/', -1);
    run.number = std::max<qint64>(0, sdk::numberOf(served["run_number"_L1]));
    run.attempt = int(std::clamp<qint64>(sdk::numberOf(served["run_attempt"_L1], 1), 1, 100'000));
    run.title = sdk::lineOf(served["display_title"_L1]);
    if (run.title.isEmpty())
        run.title = sdk::lineOf(served["head_commit"_L1]["message"_L1]);
    run.branch = sdk::textOf(served["head_branch"_L1]);
    run.commit = sdk::textOf(served["head_sha"_L1], 64);
    // Empty for those that come from a fork.
    run.pullRequest = sdk::idOf(served["pull_requests"_L1][0]["number"_L1]);
    const QString event = sdk::textOf(served["event"_L1], 60);
    run.trigger = triggerOf(event);
    // Null where the fork is gone; older servers do not tell it.
    const QJsonValue head = served["head_repository"_L1];
    const bool isOfFork = !head.isUndefined() && head["full_name"_L1].toString() != served["repository"_L1]["full_name"_L1].toString();
    run.isDefaultBranch = !isOfFork && run.trigger != "pull_request"_L1 && !defaultBranch.isEmpty() && run.branch == defaultBranch;
    const QJsonValue actor = served["triggering_actor"_L1].isObject() ? served["triggering_actor"_L1] : served["actor"_L1];
    run.actor = sdk::textOf(actor["login"_L1], 200);
    run.state = stateOf(served);
    run.vendorState = wordsOf(served);
    run.startedAt = sdk::timeOf(served["run_started_at"_L1]);
    run.queuedAt = run.attempt > 1 && run.startedAt.isValid() ? run.startedAt : sdk::timeOf(served["created_at"_L1]);
    if (run.state == BuildState::Queued)
        run.startedAt = {};
    // When it ended is not told; a run that has ended changes no more.
    if (domain::isFinished(run.state))
        run.finishedAt = sdk::timeOf(served["updated_at"_L1]);
    run.url = sdk::webUrlOf(served["html_url"_L1]);
    return run;
}

// Source: https://docs.github.com/en/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run
std::vector<BuildJob> readJobs(const QJsonArray &jobs)
{
    std::vector<BuildJob> all;
    for (const QJsonValue value : jobs) {
        const QJsonObject served = value.toObject();
        BuildJob job;
        job.id = sdk::idOf(served["id"_L1]);
        if (job.id.isEmpty())
            continue;
        job.name = sdk::lineOf(served["name"_L1]);
        job.state = stateOf(served);
        job.vendorState = wordsOf(served);
        job.runner = sdk::lineOf(served["runner_name"_L1]);
        job.queuedAt = sdk::timeOf(served["created_at"_L1]);
        job.startedAt = sdk::timeOf(served["started_at"_L1]);
        job.finishedAt = sdk::timeOf(served["completed_at"_L1]);
        job.url = sdk::webUrlOf(served["html_url"_L1]);
        if (job.state == BuildState::Queued || job.state == BuildState::Waiting)
            job.startedAt = {}; // A job that waits is said to have started when it was made.
        if (job.finishedAt.isValid() && job.finishedAt < job.startedAt)
            job.startedAt = job.finishedAt; // One that was skipped is said to have ended a moment before it began.
        for (const QJsonValue step : served["steps"_L1].toArray()) {
            if (qsizetype(job.steps.size()) < mostSteps)
                job.steps.push_back({ sdk::lineOf(step["name"_L1]), stateOf(step.toObject()), sdk::timeOf(step["started_at"_L1]), sdk::timeOf(step["completed_at"_L1]) });
        }
        all.push_back(std::move(job));
    }
    return all;
}

// Source: https://docs.github.com/en/rest/checks/runs#list-check-run-annotations
std::vector<domain::BuildAnnotation> readAnnotations(const QJsonArray &annotations, const QString &jobId)
{
    std::vector<domain::BuildAnnotation> all;
    for (const QJsonValue served : annotations) {
        domain::BuildAnnotation annotation;
        const QString level = served["annotation_level"_L1].toString();
        annotation.severity = level == "failure"_L1 ? domain::Severity::Error : level == "warning"_L1 ? domain::Severity::Warning : domain::Severity::Info;
        annotation.jobId = jobId;
        annotation.path = sdk::textOf(served["path"_L1]);
        annotation.line = int(std::clamp<qint64>(sdk::numberOf(served["start_line"_L1]), 0, 100'000'000));
        annotation.title = sdk::lineOf(served["title"_L1]);
        annotation.message = sdk::textOf(served["message"_L1], 4000);
        // What a workflow says of itself and not of a file: GitHub puts ".github" there.
        if (annotation.path == ".github"_L1) {
            annotation.path.clear();
            annotation.line = 0;
        }
        all.push_back(std::move(annotation));
    }
    return all;
}

std::optional<domain::BuildAnnotation> readOutput(const QJsonValue &output)
{
    domain::BuildAnnotation said;
    said.title = sdk::lineOf(output["title"_L1]);
    said.message = sdk::textOf(output["summary"_L1], 4000);
    if (said.message.isEmpty())
        said.message = sdk::textOf(output["text"_L1], 4000);
    return said.title.isEmpty() && said.message.isEmpty() ? std::nullopt : std::optional(std::move(said));
}

// Sources: https://docs.github.com/en/rest/deployments/deployments, …/statuses
domain::Deployment readDeployment(const QJsonObject &served, const QJsonObject &status)
{
    domain::Deployment deployment;
    deployment.id = sdk::idOf(served["id"_L1]);
    deployment.environment = sdk::lineOf(served["environment"_L1]);
    deployment.commit = sdk::textOf(served["sha"_L1], 64);
    deployment.createdAt = sdk::timeOf(served["created_at"_L1]);
    deployment.state = status.isEmpty() ? BuildState::Queued : sdk::stateIn(deploymentWords, status["state"_L1].toString());
    if (domain::isFinished(deployment.state))
        deployment.finishedAt = sdk::timeOf(status["created_at"_L1]);
    deployment.url = sdk::webUrlOf(status["log_url"_L1]);
    if (deployment.url.isEmpty())
        deployment.url = sdk::webUrlOf(status["environment_url"_L1]);
    return deployment;
}

} // namespace callboard::github
