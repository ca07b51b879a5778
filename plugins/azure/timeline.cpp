// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/azure/timeline.h"

#include <QHash>

#include <algorithm>

namespace callboard::azure {

using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;
using sdk::countOf;
using sdk::textOf;
using sdk::timeOf;

namespace {

constexpr sdk::StateWord resultWords[] {
    { "notStarted"_L1, BuildState::Queued }, { "postponed"_L1, BuildState::Queued }, { "pending"_L1, BuildState::Queued },
    { "inProgress"_L1, BuildState::Running }, { "cancelling"_L1, BuildState::Running },
    { "succeeded"_L1, BuildState::Passed }, { "succeededWithIssues"_L1, BuildState::Passed },
    // Something went wrong that was allowed to, as a job with continueOnError.
    { "partiallySucceeded"_L1, BuildState::Passed },
    { "failed"_L1, BuildState::Failed },
    { "abandoned"_L1, BuildState::Errored },
    { "canceled"_L1, BuildState::Cancelled },
    { "skipped"_L1, BuildState::Skipped },
};

constexpr size_t mostJobs = 1000, mostSteps = 500, mostAnnotations = 500;
constexpr int deepest = 8;

struct Told {
    BuildState state;
    QString word;
};

Told stateOf(const QJsonValue &served, QLatin1StringView first)
{
    const QString status = textOf(served[first], 60), result = textOf(served["result"_L1], 60);
    if (status == "completed"_L1 && !result.isEmpty())
        return { sdk::stateIn(resultWords, result), status + u'/' + result };
    return { sdk::stateIn(resultWords, status), status };
}

/// BuildReason.
QString triggerOf(const QString &reason)
{
    static const QHash<QString, QString> known { { u"individualCI"_s, u"push"_s }, { u"batchedCI"_s, u"push"_s }, { u"pullRequest"_s, u"pull_request"_s },
        { u"schedule"_s, u"schedule"_s }, { u"scheduleForced"_s, u"schedule"_s }, { u"manual"_s, u"manual"_s } };
    return known.value(reason, reason);
}

QString branchIn(const QString &ref)
{
    return ref.startsWith("refs/heads/"_L1) ? ref.mid(11) : QString();
}

class Timeline final {
public:
    explicit Timeline(const QJsonObject &served)
    {
        for (const QJsonValue record : served["records"_L1].toArray()) {
            const QString id = textOf(record["id"_L1], 100);
            if (!id.isEmpty() && !m_byId.contains(id)) {
                m_byId.insert(id, record.toObject());
                m_ids.append(id);
            }
        }
        std::ranges::stable_sort(m_ids, {}, [this](const QString &id) { return m_byId[id]["order"_L1].toInteger(); });
    }

    /// Those of a type, in their order.
    QStringList ofType(QLatin1StringView type) const
    {
        QStringList found;
        for (const QString &id : m_ids) {
            if (m_byId[id]["type"_L1].toString() == type)
                found.append(id);
        }
        return found;
    }
    QJsonObject record(const QString &id) const { return m_byId.value(id); }
    /// The nearest record of a type above one; parents of a broken answer may go in a circle.
    QJsonObject above(const QString &id, QLatin1StringView type) const
    {
        QJsonObject record = m_byId.value(id);
        for (int i = 0; i < deepest; ++i) {
            record = m_byId.value(record["parentId"_L1].toString());
            if (record.isEmpty() || record["type"_L1].toString() == type)
                return record;
        }
        return {};
    }

private:
    QHash<QString, QJsonObject> m_byId;
    QStringList m_ids;
};

void readIssues(domain::BuildDetail &detail, const QString &jobId, const QJsonArray &issues)
{
    for (const QJsonValue issue : issues) {
        if (detail.annotations.size() >= mostAnnotations)
            return;
        const QJsonValue data = issue["data"_L1];
        domain::BuildAnnotation said;
        said.severity = issue["type"_L1].toString() == "warning"_L1 ? domain::Severity::Warning : domain::Severity::Error;
        said.jobId = jobId;
        said.path = textOf(data["sourcepath"_L1]);
        said.line = std::max(0, textOf(data["linenumber"_L1], 9).toInt());
        said.title = textOf(data["code"_L1], 100);
        said.message = textOf(issue["message"_L1], 2000);
        if (!said.message.isEmpty())
            detail.annotations.push_back(std::move(said));
    }
}

} // namespace

std::span<const sdk::StateWord> buildStates() { return resultWords; }

domain::BuildRun readBuild(const QJsonObject &served, const QString &defaultBranch)
{
    domain::BuildRun run;
    run.id = sdk::idOf(served["id"_L1]);
    run.pipeline = textOf(served["definition"_L1]["name"_L1], 200);
    // What people see is text that each pipeline makes as it likes ("20260811.2"); the id is the only number there is.
    run.number = std::max<qint64>(0, served["id"_L1].toInteger());
    const Told told = stateOf(served, "status"_L1);
    run.state = told.state;
    run.vendorState = told.word;
    run.commit = textOf(served["sourceVersion"_L1], 64);
    run.trigger = triggerOf(textOf(served["reason"_L1], 60));
    const QString ref = textOf(served["sourceBranch"_L1]);
    run.branch = branchIn(ref);
    const QJsonValue info = served["triggerInfo"_L1];
    if (ref.startsWith("refs/pull/"_L1)) {
        run.pullRequest = ref.section(u'/', 2, 2);
        const QString from = textOf(info["pr.sourceBranch"_L1]);
        run.branch = from.startsWith("refs/"_L1) ? branchIn(from) : from; // Of GitHub it is the name alone.
    }
    if (ref.startsWith("refs/tags/"_L1))
        run.trigger = u"tag"_s;
    run.isDefaultBranch = run.pullRequest.isEmpty() && !run.branch.isEmpty() && run.branch == defaultBranch;
    run.title = sdk::lineOf(info[run.pullRequest.isEmpty() ? "ci.message"_L1 : "pr.title"_L1]);
    run.actor = textOf(served["requestedFor"_L1]["displayName"_L1], 200);
    run.queuedAt = timeOf(served["queueTime"_L1]);
    run.startedAt = timeOf(served["startTime"_L1]);
    if (domain::isFinished(run.state))
        run.finishedAt = timeOf(served["finishTime"_L1]);
    run.url = sdk::webUrlOf(served["_links"_L1]["web"_L1]["href"_L1]);
    return run;
}

void readTimeline(domain::BuildDetail &detail, const QJsonObject &served)
{
    const Timeline timeline(served);
    QHash<QString, size_t> jobAt;
    for (const QString &id : timeline.ofType("Job"_L1)) {
        if (detail.jobs.size() >= mostJobs)
            break;
        const QJsonObject record = timeline.record(id);
        domain::BuildJob job;
        job.id = id;
        job.name = textOf(record["name"_L1]);
        job.stage = textOf(timeline.above(id, "Stage"_L1)["name"_L1]);
        // A pipeline without stages has one that it does not show.
        if (job.stage == "__default"_L1)
            job.stage.clear();
        const Told told = stateOf(record, "state"_L1);
        job.state = told.state;
        job.vendorState = told.word;
        job.runner = textOf(record["workerName"_L1], 200);
        job.startedAt = timeOf(record["startTime"_L1]);
        if (domain::isFinished(job.state))
            job.finishedAt = timeOf(record["finishTime"_L1]);
        jobAt.insert(id, detail.jobs.size());
        readIssues(detail, id, record["issues"_L1].toArray());
        detail.jobs.push_back(std::move(job));
    }
    for (const QString &id : timeline.ofType("Task"_L1)) {
        const QJsonObject record = timeline.record(id);
        const auto at = jobAt.constFind(record["parentId"_L1].toString());
        if (at == jobAt.cend() || detail.jobs[*at].steps.size() >= mostSteps)
            continue;
        detail.jobs[*at].steps.push_back({ textOf(record["name"_L1]), stateOf(record, "state"_L1).state, timeOf(record["startTime"_L1]),
            timeOf(record["finishTime"_L1]) });
        readIssues(detail, at.key(), record["issues"_L1].toArray());
    }
    // No agent, a template that cannot be read: it is the stage that says so, or the phase between it and its jobs.
    for (const QLatin1StringView type : { "Stage"_L1, "Phase"_L1 }) {
        for (const QString &id : timeline.ofType(type))
            readIssues(detail, {}, timeline.record(id)["issues"_L1].toArray());
    }
    // What somebody has to approve before a stage begins is a job of its own that waits.
    for (const QString &id : timeline.ofType("Checkpoint.Approval"_L1)) {
        const QJsonObject record = timeline.record(id);
        if (record["state"_L1].toString() == "completed"_L1 || detail.jobs.size() >= mostJobs)
            continue;
        domain::BuildJob job;
        job.id = id;
        job.name = textOf(record["name"_L1]);
        job.stage = textOf(timeline.above(id, "Stage"_L1)["name"_L1]);
        job.state = BuildState::Waiting;
        job.vendorState = u"Checkpoint.Approval/"_s + textOf(record["state"_L1], 60);
        job.startedAt = timeOf(record["startTime"_L1]);
        detail.jobs.push_back(std::move(job));
    }
}

// Source: https://learn.microsoft.com/rest/api/azure/devops/build/builds/get, BuildRequestValidationResult.
void readValidation(domain::BuildDetail &detail, const QJsonObject &build)
{
    for (const QJsonValue result : build["validationResults"_L1].toArray()) {
        const QString word = result["result"_L1].toString(), message = textOf(result["message"_L1], 2000);
        if (message.isEmpty() || word == "ok"_L1 || detail.annotations.size() >= mostAnnotations)
            continue;
        detail.annotations.push_back({ word == "warning"_L1 ? domain::Severity::Warning : domain::Severity::Error, {}, {}, 0, {}, message });
    }
}

domain::Result<std::pair<qint64, bool>> logOf(const QJsonObject &served, const QString &jobId)
{
    const QJsonObject record = Timeline(served).record(jobId);
    const qint64 log = record["log"_L1]["id"_L1].toInteger();
    if (log <= 0)
        return fail(ErrorCode::NotFound, u"there is no log of this job yet"_s);
    return std::pair(log, record["state"_L1].toString() == "completed"_L1);
}

// Source: https://learn.microsoft.com/rest/api/azure/devops/test/runs/list: what is neither passed nor left out was not analysed, which is
// what Azure calls a failure that nobody looked at yet.
domain::TestSuite readTestRun(const QJsonObject &served)
{
    domain::TestSuite suite;
    suite.name = textOf(served["name"_L1]);
    suite.passed = countOf(served["passedTests"_L1]);
    suite.failed = countOf(served["unanalyzedTests"_L1]);
    suite.skipped = countOf(served["notApplicableTests"_L1]);
    suite.errored = countOf(served["incompleteTests"_L1]);
    const QDateTime started = timeOf(served["startedDate"_L1]), completed = timeOf(served["completedDate"_L1]);
    if (started.isValid() && completed.isValid())
        suite.seconds = domain::testSeconds(double(started.msecsTo(completed)) / 1000);
    return suite;
}

std::vector<domain::TestSuite::Case> readTestFailures(const QJsonArray &results)
{
    std::vector<domain::TestSuite::Case> failures;
    for (const QJsonValue result : results) {
        if (result["outcome"_L1].toString("Failed"_L1) != "Failed"_L1)
            continue;
        QString name = textOf(result["automatedTestName"_L1]);
        if (name.isEmpty())
            name = textOf(result["testCaseTitle"_L1]);
        QString message = textOf(result["errorMessage"_L1], 2000);
        if (message.isEmpty())
            message = textOf(result["stackTrace"_L1], 2000);
        failures.push_back({ name, message, domain::testSeconds(result["durationInMs"_L1].toDouble() / 1000) });
    }
    return failures;
}

} // namespace callboard::azure
