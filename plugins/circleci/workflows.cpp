// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/circleci/workflows.h"

#include "plugins/sdk/hostapi.h"

#include <QHash>
#include <QRegularExpression>

namespace callboard::circleci {

using namespace Qt::StringLiterals;
using domain::BuildState;
using sdk::textOf;
using sdk::timeOf;

namespace {

constexpr size_t mostJobsOfRun = 1000, mostSteps = 500, mostMessages = 50, mostFailures = 100, mostOutputs = 2000;
constexpr qsizetype mostNeeds = 200, longestAddress = 8000; ///< With what signs it.

// Sources: https://circleci.com/docs/api/v2/, the enumerations of Workflow, Job and Pipeline; https://circleci.com/docs/api/v1/ for steps;
// https://circleci.com/docs/guides/orchestrate/workflows/ for what those of workflows mean. Of "retried" no page says more than the word.
constexpr sdk::StateWord words[] {
    { "pending"_L1, BuildState::Queued }, { "setup-pending"_L1, BuildState::Queued }, { "setup"_L1, BuildState::Queued },
    { "queued"_L1, BuildState::Queued }, { "not_running"_L1, BuildState::Queued }, { "blocked"_L1, BuildState::Queued },
    { "on_hold"_L1, BuildState::Waiting },
    { "running"_L1, BuildState::Running }, { "failing"_L1, BuildState::Running },
    { "success"_L1, BuildState::Passed },
    { "failed"_L1, BuildState::Failed },
    { "error"_L1, BuildState::Errored }, { "errored"_L1, BuildState::Errored }, { "infrastructure_fail"_L1, BuildState::Errored },
    { "timedout"_L1, BuildState::Errored }, { "terminated-unknown"_L1, BuildState::Errored }, { "unauthorized"_L1, BuildState::Errored },
    { "canceled"_L1, BuildState::Cancelled }, { "retried"_L1, BuildState::Cancelled },
    { "not_run"_L1, BuildState::Skipped },
};

BuildState stateOf(const QJsonValue &word) { return sdk::stateIn(words, textOf(word, 60)); }

/// What a pipeline ran for. One of GitHub's App or of GitLab has no "vcs", but parameters of what triggered it.
/// Source: https://circleci.com/docs/guides/orchestrate/pipeline-variables/ (pipeline.trigger_parameters.git…, .github_app…, .gitlab…).
struct Source {
    QString branch, tag, commit, title, review, author, defaultBranch;

    explicit Source(const QJsonObject &pipeline)
    {
        const QJsonValue vcs = pipeline["vcs"_L1], told = pipeline["trigger_parameters"_L1], git = told["git"_L1];
        const auto first = [](std::initializer_list<QJsonValue> values, qsizetype most) {
            const auto found = std::ranges::find_if(values, [](const QJsonValue &value) { return !value.toString().isEmpty(); });
            return found == values.end() ? QString() : sdk::lineOf(*found, most);
        };
        branch = first({ vcs["branch"_L1], git["branch"_L1] }, 500);
        const QString ref = textOf(git["ref"_L1]);
        tag = first({ vcs["tag"_L1], ref.startsWith("refs/tags/"_L1) ? QJsonValue(ref.mid(10)) : QJsonValue() }, 500);
        commit = first({ vcs["revision"_L1], git["checkout_sha"_L1] }, 64);
        title = first({ vcs["commit"_L1]["subject"_L1], told["github_app"_L1]["commit_title"_L1], told["gitlab"_L1]["commit_title"_L1], git["commit_message"_L1] }, 300);
        author = first({ pipeline["trigger"_L1]["actor"_L1]["login"_L1], git["author_login"_L1] }, 200);
        defaultBranch = first({ git["default_branch"_L1] }, 200);
        // Of a fork the branch is "pull/9"; elsewhere the review has a number where its host told it.
        static const QRegularExpression fork(u"^pull/([0-9]{1,15})(/|$)"_s);
        const auto match = fork.match(branch);
        review = match.hasMatch() ? match.captured(1) : sdk::idOf(vcs["review_id"_L1]);
    }
};

QString triggerOf(const QJsonObject &pipeline, const Source &source)
{
    static const QHash<QString, QString> known { { u"webhook"_s, u"push"_s }, { u"scheduled_pipeline"_s, u"schedule"_s },
        { u"explicit"_s, u"manual"_s }, { u"api"_s, u"api"_s } };
    const QString type = textOf(pipeline["trigger"_L1]["type"_L1], 60);
    if (type == "webhook"_L1 && !source.review.isEmpty())
        return u"pull_request"_s;
    return type == "webhook"_L1 && !source.tag.isEmpty() ? u"tag"_s : known.value(type, type);
}

/// What all runs of a pipeline have.
domain::BuildRun runOf(const QJsonObject &pipeline, const Surroundings &around)
{
    const Source source(pipeline);
    const QString defaultBranch = around.defaultBranch.isEmpty() ? source.defaultBranch : around.defaultBranch;
    domain::BuildRun run;
    run.project = around.project;
    run.number = std::max<qint64>(0, pipeline["number"_L1].toInteger());
    run.title = source.title;
    run.branch = source.branch;
    run.commit = source.commit;
    run.pullRequest = source.review;
    run.isDefaultBranch = run.pullRequest.isEmpty() && !run.branch.isEmpty() && run.branch == defaultBranch;
    run.trigger = triggerOf(pipeline, source);
    run.actor = source.author;
    run.queuedAt = timeOf(pipeline["created_at"_L1]);
    if (!around.pages.isEmpty() && run.number > 0)
        run.url = around.pages + sdk::pathOf(around.project) + u'/' + QString::number(run.number);
    return run;
}

std::optional<domain::BuildRun> pipelineItself(const QJsonObject &pipeline, const Surroundings &around)
{
    domain::BuildRun run = runOf(pipeline, around);
    const QString id = textOf(pipeline["id"_L1], 100);
    run.id = pipelinePrefix + id;
    run.vendorState = textOf(pipeline["state"_L1], 60);
    run.state = stateOf(pipeline["state"_L1]);
    const bool tells = run.state == BuildState::Queued || run.state == BuildState::Errored;
    if (id.isEmpty() || !tells)
        return std::nullopt;
    if (run.state == BuildState::Errored)
        run.finishedAt = timeOf(pipeline["updated_at"_L1]);
    return run;
}

void readWorkflow(domain::BuildRun &run, const QJsonValue &served)
{
    run.id = textOf(served["id"_L1], 100);
    run.pipeline = sdk::lineOf(served["name"_L1], 200);
    run.vendorState = textOf(served["status"_L1], 60);
    run.state = stateOf(served["status"_L1]);
    run.startedAt = timeOf(served["created_at"_L1]);
    if (domain::isFinished(run.state))
        run.finishedAt = timeOf(served["stopped_at"_L1]);
    if (!run.url.isEmpty())
        run.url += u"/workflows/"_s + sdk::pathPart(run.id);
}

domain::BuildStep readStep(const QJsonValue &served)
{
    domain::BuildStep step { sdk::lineOf(served["name"_L1]), BuildState::Skipped, {}, {} };
    bool hasEnded = true;
    for (const QJsonValue action : served["actions"_L1].toArray()) {
        const BuildState state = stateOf(action["status"_L1]);
        step.state = sdk::worseOf(step.state, state); // It may run on several machines.
        hasEnded = hasEnded && domain::isFinished(state);
        const QDateTime began = timeOf(action["start_time"_L1]), ended = timeOf(action["end_time"_L1]);
        if (began.isValid() && (!step.startedAt.isValid() || began < step.startedAt))
            step.startedAt = began;
        if (ended.isValid() && (!step.finishedAt.isValid() || ended > step.finishedAt))
            step.finishedAt = ended;
    }
    if (!hasEnded)
        step.finishedAt = {};
    return step;
}

} // namespace

std::span<const sdk::StateWord> states() { return words; }

std::vector<domain::BuildRun> readRuns(const QJsonObject &pipeline, const QJsonArray &workflows, const Surroundings &around)
{
    std::vector<QJsonValue> byTime;
    bool isSetUp = false;
    for (const QJsonValue served : workflows) {
        byTime.push_back(served);
        isSetUp = isSetUp || served["tag"_L1].toString() == "setup"_L1;
    }
    std::ranges::stable_sort(byTime, {}, [](const QJsonValue &served) { return timeOf(served["created_at"_L1]); });
    std::vector<domain::BuildRun> runs;
    QHash<QString, int> attempts;
    for (const QJsonValue &served : byTime) {
        domain::BuildRun run = runOf(pipeline, around);
        readWorkflow(run, served);
        if (run.id.isEmpty())
            continue;
        run.attempt = ++attempts[run.pipeline];
        // It waited since the pipeline was made; what is run again, and what a setup workflow brings, is made later.
        const bool isFirst = run.attempt == 1 && (!isSetUp || served["tag"_L1].toString() == "setup"_L1);
        if (!isFirst || !run.queuedAt.isValid())
            run.queuedAt = run.startedAt;
        runs.push_back(std::move(run));
    }
    if (runs.empty()) {
        if (auto run = pipelineItself(pipeline, around))
            runs.push_back(std::move(*run));
    }
    return runs;
}

std::vector<domain::BuildAnnotation> readErrors(const QJsonObject &pipeline)
{
    std::vector<domain::BuildAnnotation> errors;
    for (const QJsonValue served : pipeline["errors"_L1].toArray()) {
        domain::BuildAnnotation error;
        error.title = textOf(served["type"_L1], 100);
        error.message = textOf(served["message"_L1], 2000);
        if (!error.message.isEmpty() && errors.size() < mostMessages)
            errors.push_back(std::move(error));
    }
    return errors;
}

std::vector<domain::BuildJob> readJobs(const QJsonArray &served, const domain::BuildRun &run)
{
    std::vector<domain::BuildJob> jobs;
    for (const QJsonValue one : served) {
        domain::BuildJob job;
        job.id = textOf(one["id"_L1], 100);
        if (job.id.isEmpty() || jobs.size() >= mostJobsOfRun)
            continue;
        job.name = sdk::lineOf(one["name"_L1]);
        job.vendorState = textOf(one["status"_L1], 60);
        job.state = stateOf(one["status"_L1]);
        for (const QJsonValue need : one["dependencies"_L1].toArray()) {
            if (const QString id = textOf(need, 100); !id.isEmpty() && job.needs.size() < mostNeeds)
                job.needs.append(id);
        }
        job.startedAt = timeOf(one["started_at"_L1]);
        if (domain::isFinished(job.state))
            job.finishedAt = timeOf(one["stopped_at"_L1]);
        const qint64 number = one["job_number"_L1].toInteger();
        if (number > 0 && !run.url.isEmpty())
            job.url = run.url + u"/jobs/"_s + QString::number(number);
        jobs.push_back(std::move(job));
    }
    return jobs;
}

qint64 jobNumber(const QJsonArray &served, const QString &jobId)
{
    for (const QJsonValue one : served) {
        if (textOf(one["id"_L1], 100) == jobId)
            return std::max<qint64>(0, one["job_number"_L1].toInteger());
    }
    return 0;
}

void readSteps(domain::BuildJob &job, const QJsonObject &served)
{
    job.queuedAt = timeOf(served["queued_at"_L1]);
    job.steps.clear();
    for (const QJsonValue step : served["steps"_L1].toArray()) {
        if (step.isObject() && job.steps.size() < mostSteps)
            job.steps.push_back(readStep(step));
    }
}

std::vector<domain::BuildAnnotation> readJobDetails(domain::BuildJob &job, const QJsonObject &served)
{
    job.runner = textOf(served["executor"_L1]["resource_class"_L1], 200);
    std::vector<domain::BuildAnnotation> said;
    for (const QJsonValue message : served["messages"_L1].toArray()) {
        domain::BuildAnnotation annotation;
        annotation.severity = message["type"_L1].toString() == "error"_L1 ? domain::Severity::Error : domain::Severity::Warning;
        annotation.jobId = job.id;
        annotation.title = textOf(message["reason"_L1], 100);
        annotation.message = textOf(message["message"_L1], 2000);
        if (!annotation.message.isEmpty() && said.size() < mostMessages)
            said.push_back(std::move(annotation));
    }
    return said;
}

domain::TestSuite readTests(const QJsonArray &served, const QString &name)
{
    domain::TestSuite suite;
    suite.name = name;
    double seconds = 0;
    for (const QJsonValue test : served) {
        const QString result = textOf(test["result"_L1], 60);
        // Some versions write the number as text.
        seconds += domain::testSeconds(test["run_time"_L1].isString() ? test["run_time"_L1].toString().toDouble() : test["run_time"_L1].toDouble());
        suite.passed += result == "success"_L1;
        suite.skipped += result == "skipped"_L1;
        suite.errored += result == "error"_L1;
        suite.failed += result == "failure"_L1;
        if ((result != "failure"_L1 && result != "error"_L1) || suite.failures.size() >= mostFailures)
            continue;
        const QString of = sdk::lineOf(test["classname"_L1]), called = sdk::lineOf(test["name"_L1]);
        suite.failures.push_back({ of.isEmpty() ? called : QString(of + u'.' + called), textOf(test["message"_L1], 2000),
            domain::testSeconds(test["run_time"_L1].toDouble()) });
    }
    suite.seconds = domain::testSeconds(seconds);
    return suite;
}

std::vector<Output> readOutputs(const QJsonObject &served)
{
    std::vector<Output> outputs;
    for (const QJsonValue step : served["steps"_L1].toArray()) {
        for (const QJsonValue action : step["actions"_L1].toArray()) {
            if (outputs.size() >= mostOutputs)
                break;
            Output output;
            output.name = sdk::lineOf(step["name"_L1]);
            output.machine = sdk::countOf(action["index"_L1]);
            if (output.machine > 0)
                output.name += u" ("_s + QString::number(output.machine) + u')';
            output.isBackground = action["background"_L1].toBool();
            if (const QString address = action["output_url"_L1].toString(); address.size() <= longestAddress)
                output.address = address;
            output.hasEnded = domain::isFinished(stateOf(action["status"_L1]));
            output.hasBegun = output.hasEnded || timeOf(action["start_time"_L1]).isValid();
            outputs.push_back(std::move(output));
        }
    }
    std::ranges::stable_sort(outputs, {}, [](const Output &output) { return std::pair(output.isBackground, output.machine); });
    return outputs;
}

// Source: CircleCI's own plugin for Backstage (plugins/circleci, ActionOutput.tsx): a list of messages, each with its time and stream.
QByteArray readOutputText(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return body;
    QByteArray text;
    for (const QJsonValue message : document.array())
        text += message["message"_L1].toString().toUtf8();
    return text;
}

} // namespace callboard::circleci
