// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitlab/pipelines.h"

#include <QRegularExpression>

#include <algorithm>

namespace callboard::gitlab {

using namespace Qt::StringLiterals;
using domain::BuildState;
using sdk::countOf;
using sdk::idOf;
using sdk::lineOf;
using sdk::textOf;
using sdk::timeOf;

namespace {

constexpr sdk::StateWord runWords[] {
    { "created"_L1, BuildState::Queued }, { "waiting_for_resource"_L1, BuildState::Queued }, { "waiting_for_callback"_L1, BuildState::Queued },
    { "preparing"_L1, BuildState::Queued }, { "pending"_L1, BuildState::Queued }, { "scheduled"_L1, BuildState::Queued },
    { "manual"_L1, BuildState::Waiting },
    { "running"_L1, BuildState::Running }, { "canceling"_L1, BuildState::Running },
    { "success"_L1, BuildState::Passed },
    { "failed"_L1, BuildState::Failed },
    { "canceled"_L1, BuildState::Cancelled },
    { "skipped"_L1, BuildState::Skipped },
};

constexpr sdk::StateWord deploymentWords[] {
    { "created"_L1, BuildState::Queued },
    { "blocked"_L1, BuildState::Waiting },
    { "running"_L1, BuildState::Running },
    { "success"_L1, BuildState::Passed },
    { "failed"_L1, BuildState::Failed },
    { "canceled"_L1, BuildState::Cancelled },
    { "skipped"_L1, BuildState::Skipped },
};

// What GitLab gives as failure_reason where the script itself is not to blame: failure_reasons in
// app/models/concerns/enums/ci/commit_status.rb, and those of older versions.
constexpr std::array machineryReasons { "api_failure"_L1, "stuck_or_timeout_failure"_L1, "stuck_pending_job_timeout"_L1,
    "stuck_pending_no_matching_runners"_L1, "stuck_pending_with_matching_runners"_L1, "no_updates_running"_L1, "no_updates_canceling"_L1,
    "runner_system_failure"_L1, "runner_unsupported"_L1, "runner_provisioning_timeout"_L1, "runner_configuration_error"_L1,
    "runner_external_dependency_failure"_L1, "runner_interrupted"_L1, "job_router_failure"_L1, "stale_schedule"_L1,
    "job_execution_timeout"_L1, "job_execution_server_timeout"_L1, "server_timeout_running"_L1, "server_timeout_canceling"_L1,
    "archived_failure"_L1, "unmet_prerequisites"_L1, "scheduler_failure"_L1, "data_integrity_failure"_L1, "forward_deployment_failure"_L1,
    "pipeline_loop_detected"_L1, "no_matching_runner"_L1, "trace_size_exceeded"_L1, "builds_disabled"_L1,
    "environment_creation_failure"_L1, "deployment_rejected"_L1, "protected_environment_failure"_L1, "ci_quota_exceeded"_L1,
    "secrets_provider_not_found"_L1, "reached_max_descendant_pipelines_depth"_L1, "reached_max_pipeline_hierarchy_size"_L1,
    "reached_downstream_pipeline_trigger_rate_limit"_L1, "ip_restriction_failure"_L1, "failed_outdated_deployment_job"_L1,
    "missing_dependency_failure"_L1, "user_blocked"_L1, "project_deleted"_L1, "invalid_bridge_trigger"_L1,
    "upstream_bridge_project_not_found"_L1, "downstream_bridge_project_not_found"_L1, "insufficient_upstream_permissions"_L1,
    "insufficient_bridge_permissions"_L1, "bridge_pipeline_is_child_pipeline"_L1, "downstream_pipeline_creation_failed"_L1,
    "downstream_project_trigger_resolved_to_empty"_L1, "duo_workflow_not_allowed"_L1, "job_token_expired"_L1,
    "id_token_burned_project_path"_L1, "unknown_failure"_L1 };

constexpr qsizetype mostJobs = 2000;
constexpr size_t mostSuites = 500, mostFailures = 200;

/// Of `source`: https://docs.gitlab.com/ci/jobs/job_rules/#ci_pipeline_source-predefined-variable.
QString triggerOf(const QString &source)
{
    static const QHash<QString, QString> words {
        { u"push"_s, u"push"_s }, { u"merge_request_event"_s, u"pull_request"_s }, { u"external_pull_request_event"_s, u"pull_request"_s },
        { u"schedule"_s, u"schedule"_s }, { u"web"_s, u"manual"_s }, { u"webide"_s, u"manual"_s }, { u"api"_s, u"api"_s },
        { u"trigger"_s, u"api"_s },
    };
    return words.value(source, source);
}

/// refs/merge-requests/12/head, …/merge and …/train.
QString mergeRequestOf(const QString &ref)
{
    static const QRegularExpression pattern(u"^refs/merge-requests/([0-9]{1,12})/"_s);
    return pattern.match(ref).captured(1);
}

/// What a failed test printed: text, or with some reporters an object or a list of texts.
QString outputOf(const QJsonValue &output)
{
    if (output.isObject())
        return textOf(output["message"_L1], 2000);
    QStringList lines;
    for (const QJsonValue line : output.toArray())
        lines.append(textOf(line, 500));
    return output.isString() ? textOf(output, 2000) : lines.join(u'\n').left(2000);
}

domain::TestSuite::Case readFailure(const QJsonValue &served)
{
    const QString group = textOf(served["classname"_L1]);
    const QString name = textOf(served["name"_L1]);
    QString message = outputOf(served["system_output"_L1]);
    if (message.isEmpty())
        message = textOf(served["stack_trace"_L1], 2000);
    const double seconds = domain::testSeconds(sdk::realOf(served["execution_time"_L1]).value_or(0));
    return { group.isEmpty() ? name : group + u": "_s + name, message, seconds };
}

domain::TestSuite readSuite(const QJsonObject &served, const QString &before)
{
    domain::TestSuite suite;
    suite.name = before + textOf(served["name"_L1]);
    suite.passed = countOf(served["success_count"_L1]);
    suite.skipped = countOf(served["skipped_count"_L1]);
    suite.seconds = domain::testSeconds(sdk::realOf(served["total_time"_L1]).value_or(0));
    int failed = 0, errored = 0;
    for (const QJsonValue value : served["test_cases"_L1].toArray()) {
        const QString status = value["status"_L1].toString();
        failed += int(status == "failed"_L1);
        errored += int(status == "error"_L1);
        if ((status == "failed"_L1 || status == "error"_L1) && suite.failures.size() < mostFailures)
            suite.failures.push_back(readFailure(value));
    }
    // Of a report that cannot be read there is this alone, and all counts are 0.
    if (const QString wrong = textOf(served["suite_error"_L1], 2000); !wrong.isEmpty()) {
        suite.failures.push_back({ suite.name, wrong, 0 });
        ++errored;
    }
    suite.failed = std::max(countOf(served["failed_count"_L1]), failed);
    suite.errored = std::max(countOf(served["error_count"_L1]), errored);
    return suite;
}

domain::BuildJob readJob(const QJsonObject &served)
{
    domain::BuildJob job;
    job.id = idOf(served["id"_L1]);
    job.name = textOf(served["name"_L1]);
    job.stage = textOf(served["stage"_L1]);
    job.state = jobState(served);
    job.vendorState = textOf(served["status"_L1], 60);
    if (const QString reason = textOf(served["failure_reason"_L1], 80); !reason.isEmpty())
        job.vendorState += u'/' + reason;
    if (served["allow_failure"_L1].toBool() && job.vendorState.startsWith("failed"_L1))
        job.vendorState += u"/allow_failure"_s;
    job.runner = textOf(served["runner"_L1]["description"_L1], 200);
    job.queuedAt = timeOf(served["created_at"_L1]);
    job.startedAt = timeOf(served["started_at"_L1]);
    job.finishedAt = timeOf(served["finished_at"_L1]);
    // A job is created with its pipeline and queued when its turn has come; how long it waited then is told.
    if (const double queued = served["queued_duration"_L1].toDouble(-1); queued >= 0 && queued < 1e7 && job.startedAt.isValid())
        job.queuedAt = job.startedAt.addMSecs(-qint64(queued * 1000));
    job.url = sdk::webUrlOf(served["web_url"_L1]);
    if (job.url.isEmpty()) // A trigger job has no page; what it started has.
        job.url = sdk::webUrlOf(served["downstream_pipeline"_L1]["web_url"_L1]);
    job.coverage = coverageOf(served["coverage"_L1]);
    return job;
}

/// A pipeline has each name once: jobs of one name are attempts of one job. These stand together, where the first one was made.
void arrange(std::vector<domain::BuildJob> &jobs)
{
    const auto nameOf = [](const domain::BuildJob &job) { return job.name.isEmpty() ? job.id : job.name; };
    const auto order = [](const domain::BuildJob &job) { return job.id.toLongLong(); };
    std::ranges::stable_sort(jobs, {}, order); // Newest first as served; made in the order of the stages.
    QHash<QString, qint64> first;
    QHash<QString, int> attempts;
    for (domain::BuildJob &job : jobs) {
        const QString name = nameOf(job);
        if (!first.contains(name))
            first.insert(name, order(job));
        job.attempt = ++attempts[name];
    }
    for (domain::BuildJob &job : jobs)
        job.isRetried = job.attempt < attempts.value(nameOf(job));
    std::ranges::stable_sort(jobs, {}, [&](const domain::BuildJob &job) { return first.value(nameOf(job)); });
}

/// "https://git.example.org/acme/ledger" of the page of one of its pipelines.
QString projectPageOf(const QJsonValue &pipeline)
{
    const QString page = sdk::webUrlOf(pipeline["web_url"_L1]).section(u"/pipelines/"_s, 0, 0);
    return page.endsWith("/-"_L1) ? page.chopped(2) : page;
}

/// A trigger job that names a project starts a pipeline of its own there, be it the same project. Older versions do not tell them apart.
bool isChild(const QJsonValue &started, const QJsonValue &parent)
{
    if (const QString source = textOf(started["source"_L1], 60); !source.isEmpty())
        return source == "parent_pipeline"_L1;
    if (const QString project = idOf(started["project_id"_L1]); !project.isEmpty())
        return project == idOf(parent["project_id"_L1]);
    const QString page = projectPageOf(started);
    return !page.isEmpty() && page == projectPageOf(parent);
}

} // namespace

std::optional<double> coverageOf(const QJsonValue &told)
{
    const auto percent = sdk::realOf(told);
    return percent && *percent >= 0 && *percent <= 100 ? percent : std::nullopt;
}

std::span<const sdk::StateWord> pipelineStates() { return runWords; }
std::span<const sdk::StateWord> deploymentStates() { return deploymentWords; }

BuildState jobState(const QJsonObject &job)
{
    const BuildState state = sdk::stateIn(runWords, job["status"_L1].toString());
    const QString reason = job["failure_reason"_L1].toString();
    const bool isMachinery = std::ranges::any_of(machineryReasons, [&](QLatin1StringView known) { return reason == known; });
    return state == BuildState::Failed && isMachinery ? BuildState::Errored : state;
}

domain::BuildRun readPipeline(const QJsonObject &served, const QString &defaultBranch)
{
    domain::BuildRun run;
    run.id = idOf(served["id"_L1]);
    run.pipeline = textOf(served["name"_L1], 200);
    run.number = std::max<qint64>(0, sdk::numberOf(served["iid"_L1]));
    run.commit = textOf(served["sha"_L1], 64);
    const QString ref = textOf(served["ref"_L1]);
    run.pullRequest = mergeRequestOf(ref);
    run.trigger = triggerOf(textOf(served["source"_L1], 60));
    if (served["tag"_L1].toBool())
        run.trigger = u"tag"_s;
    else if (run.pullRequest.isEmpty())
        run.branch = ref;
    run.isDefaultBranch = !defaultBranch.isEmpty() && run.branch == defaultBranch;
    run.vendorState = textOf(served["status"_L1], 60);
    run.state = sdk::stateIn(runWords, run.vendorState);
    run.queuedAt = timeOf(served["created_at"_L1]);
    // The list tells no other times. A pipeline that has ended changes no more.
    if (domain::isFinished(run.state))
        run.finishedAt = timeOf(served["updated_at"_L1]);
    run.url = sdk::webUrlOf(served["web_url"_L1]);
    readPipelineDetails(run, served);
    return run;
}

void readPipelineDetails(domain::BuildRun &run, const QJsonObject &served)
{
    if (const QDateTime started = timeOf(served["started_at"_L1]); started.isValid())
        run.startedAt = started;
    if (const QDateTime finished = timeOf(served["finished_at"_L1]); finished.isValid() && domain::isFinished(run.state))
        run.finishedAt = finished;
    if (const QString actor = textOf(served["user"_L1]["username"_L1], 200); !actor.isEmpty())
        run.actor = actor;
    const QString wrong = textOf(served["yaml_errors"_L1]);
    if (!wrong.isEmpty() && run.state == BuildState::Failed) {
        run.state = BuildState::Errored;
        run.vendorState = u"failed/config_error"_s;
        if (run.title.isEmpty())
            run.title = lineOf(wrong);
    }
    if (served["tag"_L1].toBool() && !run.branch.isEmpty()) {
        run.trigger = u"tag"_s;
        run.branch.clear();
        run.isDefaultBranch = false;
    }
}

QHash<QString, QString> readSubjects(const QJsonArray &commits)
{
    QHash<QString, QString> subjects;
    for (const QJsonValue commit : commits)
        subjects.insert(textOf(commit["id"_L1], 64), lineOf(commit["title"_L1]));
    subjects.remove(QString());
    return subjects;
}

std::vector<domain::BuildJob> readJobs(const QJsonArray &jobs, const QJsonArray &bridges)
{
    std::vector<domain::BuildJob> all;
    for (const QJsonArray *list : { &jobs, &bridges }) {
        for (const QJsonValue value : *list) {
            domain::BuildJob job = readJob(value.toObject());
            if (!job.id.isEmpty() && all.size() < size_t(mostJobs))
                all.push_back(std::move(job));
        }
    }
    arrange(all);
    return all;
}

// Source: https://docs.gitlab.com/api/jobs/#list-all-pipeline-trigger-jobs: downstream_pipeline.
std::vector<ChildPipeline> readChildren(const QJsonArray &bridges)
{
    std::vector<ChildPipeline> children;
    for (const QJsonValue bridge : bridges) {
        const QJsonValue started = bridge["downstream_pipeline"_L1];
        const QString id = idOf(started["id"_L1]);
        if (!id.isEmpty() && isChild(started, bridge["pipeline"_L1]))
            children.push_back({ id, textOf(bridge["name"_L1]), textOf(bridge["stage"_L1]) });
    }
    return children;
}

void takeIn(std::vector<domain::BuildJob> &all, const ChildPipeline &child, std::vector<domain::BuildJob> jobs)
{
    for (domain::BuildJob &job : jobs)
        job.stage = job.stage.isEmpty() ? child.trigger : child.trigger + u": "_s + job.stage;
    auto at = all.end();
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (it->stage == child.stage)
            at = it + 1;
    }
    all.insert(at, std::make_move_iterator(jobs.begin()), std::make_move_iterator(jobs.end()));
}

// Source: https://docs.gitlab.com/api/jobs/#list-all-pipeline-jobs: artifacts, and among them "junit", whatever reporter wrote it.
bool mayHaveTests(const QJsonArray &jobs)
{
    return std::ranges::any_of(jobs, [](const QJsonValue &job) {
        const QJsonValue artifacts = job["artifacts"_L1];
        const QJsonArray left = artifacts.toArray();
        const auto isReport = [](const QJsonValue &one) { return one["file_type"_L1].toString() == "junit"_L1; };
        return !artifacts.isArray() || std::ranges::any_of(left, isReport);
    });
}

std::vector<domain::TestSuite> readTestReport(const QJsonObject &report, const QString &before)
{
    std::vector<domain::TestSuite> suites;
    for (const QJsonValue suite : report["test_suites"_L1].toArray()) {
        if (suite.isObject() && suites.size() < mostSuites)
            suites.push_back(readSuite(suite.toObject(), before));
    }
    return suites;
}

std::vector<domain::Deployment> readDeployments(const QJsonArray &list)
{
    std::vector<domain::Deployment> deployments;
    for (const QJsonValue value : list) {
        domain::Deployment deployment;
        deployment.id = idOf(value["id"_L1]);
        if (deployment.id.isEmpty())
            continue;
        deployment.environment = textOf(value["environment"_L1]["name"_L1], 200);
        deployment.commit = textOf(value["sha"_L1], 64);
        deployment.state = sdk::stateIn(deploymentWords, value["status"_L1].toString());
        deployment.createdAt = timeOf(value["created_at"_L1]);
        if (domain::isFinished(deployment.state)) {
            const QDateTime finished = timeOf(value["deployable"_L1]["finished_at"_L1]);
            deployment.finishedAt = finished.isValid() ? finished : timeOf(value["updated_at"_L1]);
        }
        deployment.url = sdk::webUrlOf(value["deployable"_L1]["web_url"_L1]);
        deployments.push_back(std::move(deployment));
    }
    return deployments;
}

} // namespace callboard::gitlab
