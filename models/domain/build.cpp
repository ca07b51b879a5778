// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/build.h"

#include "models/domain/jsonfields.h"

#include <algorithm>
#include <array>

namespace callboard::domain {

using namespace Qt::StringLiterals;

double testSeconds(double told) { return std::clamp(told, 0.0, 1e9); }

namespace {

constexpr std::array buildStates { "unknown"_L1, "queued"_L1, "waiting"_L1, "running"_L1, "passed"_L1, "failed"_L1, "errored"_L1,
    "cancelled"_L1, "skipped"_L1 };

QJsonObject attemptToJson(const BuildAttempt &attempt)
{
    return { { u"number"_s, attempt.number }, { u"state"_s, buildStateName(attempt.state) } };
}

BuildAttempt attemptFromJson(const QJsonObject &body)
{
    return { body["number"_L1].toInt(1), buildStateFrom(body["state"_L1].toString()) };
}

QJsonObject stepToJson(const BuildStep &step)
{
    return { { u"name"_s, step.name }, { u"state"_s, buildStateName(step.state) }, { u"startedAt"_s, timeToJson(step.startedAt) },
        { u"finishedAt"_s, timeToJson(step.finishedAt) } };
}

BuildStep stepFromJson(const QJsonObject &body)
{
    return { body["name"_L1].toString(), buildStateFrom(body["state"_L1].toString()), timeFromJson(body["startedAt"_L1]),
        timeFromJson(body["finishedAt"_L1]) };
}

std::optional<double> coverageFromJson(const QJsonValue &told)
{
    return told.isDouble() ? std::optional(std::clamp(told.toDouble(), 0.0, 100.0)) : std::nullopt;
}

QJsonObject jobToJson(const BuildJob &job)
{
    QJsonObject body {
        { u"id"_s, job.id },
        { u"name"_s, job.name },
        { u"stage"_s, job.stage },
        { u"needs"_s, QJsonArray::fromStringList(job.needs) },
        { u"state"_s, buildStateName(job.state) },
        { u"vendorState"_s, job.vendorState },
        { u"runner"_s, job.runner },
        { u"queuedAt"_s, timeToJson(job.queuedAt) },
        { u"startedAt"_s, timeToJson(job.startedAt) },
        { u"finishedAt"_s, timeToJson(job.finishedAt) },
        { u"url"_s, job.url },
        { u"steps"_s, listToJson(job.steps, stepToJson) },
        { u"logBlob"_s, job.logBlob },
    };
    // Of most, none of it is known.
    if (job.attempt > 1)
        body.insert(u"attempt"_s, job.attempt);
    if (job.isRetried)
        body.insert(u"isRetried"_s, true);
    if (job.coverage)
        body.insert(u"coverage"_s, *job.coverage);
    return body;
}

BuildJob jobFromJson(const QJsonObject &body)
{
    BuildJob job;
    job.id = body["id"_L1].toString();
    job.name = body["name"_L1].toString();
    job.stage = body["stage"_L1].toString();
    job.needs = stringsFromJson(body["needs"_L1]);
    job.state = buildStateFrom(body["state"_L1].toString());
    job.vendorState = body["vendorState"_L1].toString();
    job.runner = body["runner"_L1].toString();
    job.queuedAt = timeFromJson(body["queuedAt"_L1]);
    job.startedAt = timeFromJson(body["startedAt"_L1]);
    job.finishedAt = timeFromJson(body["finishedAt"_L1]);
    job.url = body["url"_L1].toString();
    job.steps = listFromJson(body["steps"_L1], stepFromJson);
    job.logBlob = body["logBlob"_L1].toString();
    job.attempt = body["attempt"_L1].toInt(1);
    job.isRetried = body["isRetried"_L1].toBool();
    job.coverage = coverageFromJson(body["coverage"_L1]);
    return job;
}

QJsonObject annotationToJson(const BuildAnnotation &annotation)
{
    return { { u"severity"_s, int(annotation.severity) }, { u"jobId"_s, annotation.jobId }, { u"path"_s, annotation.path },
        { u"line"_s, annotation.line }, { u"title"_s, annotation.title }, { u"message"_s, annotation.message } };
}

BuildAnnotation annotationFromJson(const QJsonObject &body)
{
    return { Severity(std::clamp(body["severity"_L1].toInt(), 0, int(Severity::Error))), body["jobId"_L1].toString(),
        body["path"_L1].toString(), body["line"_L1].toInt(), body["title"_L1].toString(), body["message"_L1].toString() };
}

QJsonObject commitToJson(const BuildCommit &commit)
{
    return { { u"id"_s, commit.id }, { u"subject"_s, commit.subject }, { u"author"_s, commit.author }, { u"at"_s, timeToJson(commit.at) },
        { u"paths"_s, QJsonArray::fromStringList(commit.paths) } };
}

BuildCommit commitFromJson(const QJsonObject &body)
{
    return { body["id"_L1].toString(), body["subject"_L1].toString(), body["author"_L1].toString(), timeFromJson(body["at"_L1]),
        stringsFromJson(body["paths"_L1]) };
}

QJsonObject caseToJson(const TestSuite::Case &test)
{
    return { { u"name"_s, test.name }, { u"message"_s, test.message }, { u"seconds"_s, test.seconds } };
}

TestSuite::Case caseFromJson(const QJsonObject &body)
{
    return { body["name"_L1].toString(), body["message"_L1].toString(), testSeconds(body["seconds"_L1].toDouble()) };
}

QJsonObject suiteToJson(const TestSuite &suite)
{
    return { { u"name"_s, suite.name }, { u"passed"_s, suite.passed }, { u"failed"_s, suite.failed }, { u"errored"_s, suite.errored },
        { u"skipped"_s, suite.skipped }, { u"seconds"_s, suite.seconds }, { u"failures"_s, listToJson(suite.failures, caseToJson) } };
}

TestSuite suiteFromJson(const QJsonObject &body)
{
    return { body["name"_L1].toString(), body["passed"_L1].toInt(), body["failed"_L1].toInt(), body["errored"_L1].toInt(),
        body["skipped"_L1].toInt(), testSeconds(body["seconds"_L1].toDouble()), listFromJson(body["failures"_L1], caseFromJson) };
}

} // namespace

QString buildStateName(BuildState state)
{
    return buildStates.at(size_t(state));
}

BuildState buildStateFrom(QStringView name)
{
    const auto found = std::ranges::find_if(buildStates, [name](QLatin1StringView known) { return name == known; });
    return found == buildStates.end() ? BuildState::Unknown : BuildState(found - buildStates.begin());
}

bool isFinished(BuildState state)
{
    return state >= BuildState::Passed;
}

QString BuildRun::key() const
{
    return project + u'#' + id;
}

Record BuildRun::toRecord() const
{
    QJsonObject body {
        { u"id"_s, id },
        { u"project"_s, project },
        { u"entityRefs"_s, QJsonArray::fromStringList(entityRefs) },
        { u"pipeline"_s, pipeline },
        { u"number"_s, number },
        { u"attempt"_s, attempt },
        { u"title"_s, title },
        { u"branch"_s, branch },
        { u"commit"_s, commit },
        { u"pullRequest"_s, pullRequest },
        { u"isDefaultBranch"_s, isDefaultBranch },
        { u"trigger"_s, trigger },
        { u"actor"_s, actor },
        { u"state"_s, buildStateName(state) },
        { u"vendorState"_s, vendorState },
        { u"queuedAt"_s, timeToJson(queuedAt) },
        { u"startedAt"_s, timeToJson(startedAt) },
        { u"finishedAt"_s, timeToJson(finishedAt) },
        { u"url"_s, url },
    };
    if (!earlier.empty()) // Most have none.
        body.insert(u"earlier"_s, listToJson(earlier, attemptToJson));
    return { QString(recordtype::buildRun), key(), entityRefs.value(0), body };
}

BuildRun BuildRun::fromRecord(const Record &record)
{
    const QJsonObject &body = record.body;
    BuildRun run;
    run.id = body["id"_L1].toString();
    run.project = body["project"_L1].toString();
    run.entityRefs = stringsFromJson(body["entityRefs"_L1]);
    run.pipeline = body["pipeline"_L1].toString();
    run.number = body["number"_L1].toInteger();
    run.attempt = body["attempt"_L1].toInt(1);
    run.title = body["title"_L1].toString();
    run.branch = body["branch"_L1].toString();
    run.commit = body["commit"_L1].toString();
    run.pullRequest = body["pullRequest"_L1].toString();
    run.isDefaultBranch = body["isDefaultBranch"_L1].toBool();
    run.trigger = body["trigger"_L1].toString();
    run.actor = body["actor"_L1].toString();
    run.state = buildStateFrom(body["state"_L1].toString());
    run.vendorState = body["vendorState"_L1].toString();
    run.queuedAt = timeFromJson(body["queuedAt"_L1]);
    run.startedAt = timeFromJson(body["startedAt"_L1]);
    run.finishedAt = timeFromJson(body["finishedAt"_L1]);
    run.url = body["url"_L1].toString();
    run.earlier = listFromJson(body["earlier"_L1], attemptFromJson);
    return run;
}

Record BuildDetail::toRecord() const
{
    QJsonObject body {
        { u"entityRefs"_s, QJsonArray::fromStringList(entityRefs) },
        { u"jobs"_s, listToJson(jobs, jobToJson) },
        { u"annotations"_s, listToJson(annotations, annotationToJson) },
        { u"tests"_s, listToJson(tests, suiteToJson) },
    };
    if (!since.isEmpty()) {
        body.insert(u"since"_s, since);
        body.insert(u"commits"_s, listToJson(commits, commitToJson));
    }
    if (coverage)
        body.insert(u"coverage"_s, *coverage);
    return { QString(recordtype::buildDetail), runKey, entityRefs.value(0), body };
}

BuildDetail BuildDetail::fromRecord(const Record &record)
{
    const QJsonObject &body = record.body;
    return { record.key, stringsFromJson(body["entityRefs"_L1]), listFromJson(body["jobs"_L1], jobFromJson),
        listFromJson(body["annotations"_L1], annotationFromJson), listFromJson(body["tests"_L1], suiteFromJson), body["since"_L1].toString(),
        listFromJson(body["commits"_L1], commitFromJson), coverageFromJson(body["coverage"_L1]) };
}

QString Deployment::key() const
{
    return project + u'#' + id;
}

Record Deployment::toRecord() const
{
    return { QString(recordtype::deployment), key(), entityRefs.value(0),
        QJsonObject {
            { u"id"_s, id },
            { u"project"_s, project },
            { u"entityRefs"_s, QJsonArray::fromStringList(entityRefs) },
            { u"environment"_s, environment },
            { u"commit"_s, commit },
            { u"state"_s, buildStateName(state) },
            { u"createdAt"_s, timeToJson(createdAt) },
            { u"finishedAt"_s, timeToJson(finishedAt) },
            { u"url"_s, url },
        } };
}

Deployment Deployment::fromRecord(const Record &record)
{
    const QJsonObject &body = record.body;
    return { body["id"_L1].toString(), body["project"_L1].toString(), stringsFromJson(body["entityRefs"_L1]),
        body["environment"_L1].toString(), body["commit"_L1].toString(), buildStateFrom(body["state"_L1].toString()),
        timeFromJson(body["createdAt"_L1]), timeFromJson(body["finishedAt"_L1]), body["url"_L1].toString() };
}

} // namespace callboard::domain
