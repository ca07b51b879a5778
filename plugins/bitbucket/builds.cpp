// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/bitbucket/builds.h"

#include "models/domain/review.h"
#include "plugins/bitbucket/deployments.h"
#include "plugins/sdk/startform.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace callboard::bitbucket {

using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;
using sdk::textOf;
using sdk::timeOf;

namespace {

struct BuildsWords {
    Q_DECLARE_TR_FUNCTIONS(Bitbucket)
};

constexpr int mostRuns = 30, mostSteps = 300, mostCommits = 300, mostVariables = 100;
constexpr int reportsAtOnce = 20; ///< Steps of one pipeline whose test reports are asked for, one request each.
constexpr int mostCases = 1000;
constexpr size_t mostFailures = 200;
constexpr qsizetype mostWorkspaces = 3; ///< Asked for what is new in them, one request each.

/// In a form of variables, the field that takes any others. No variable has a blank in its name.
const QString moreField = u"more variables"_s;

// Source: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pipelines/, the definitions pipeline_state… and
// pipeline_step_state….
constexpr sdk::StateWord pipelineWords[] {
    { "PENDING"_L1, BuildState::Queued }, { "READY"_L1, BuildState::Queued }, { "PARSING"_L1, BuildState::Queued },
    { "IN_PROGRESS"_L1, BuildState::Running }, { "RUNNING"_L1, BuildState::Running },
    { "PAUSED"_L1, BuildState::Waiting }, { "HALTED"_L1, BuildState::Waiting },
    { "SUCCESSFUL"_L1, BuildState::Passed },
    { "FAILED"_L1, BuildState::Failed },
    { "ERROR"_L1, BuildState::Errored }, { "EXPIRED"_L1, BuildState::Errored },
    { "STOPPED"_L1, BuildState::Cancelled },
    { "NOT_RUN"_L1, BuildState::Skipped },
};

struct Told {
    BuildState state;
    QString word;
};

/// The innermost name counts: of the result, else of the stage, else of the state.
Told stateOf(const QJsonValue &state)
{
    const QString name = wordOf(state, pipelineWords), result = wordOf(state["result"_L1], pipelineWords), stage = wordOf(state["stage"_L1], pipelineWords);
    const QString inner = !result.isEmpty() ? result : stage;
    QStringList told { name, inner };
    told.removeAll(QString());
    return { sdk::stateIn(pipelineWords, inner.isEmpty() ? name : inner), told.join(u'/') };
}

QString triggerOf(const QJsonValue &trigger)
{
    const QString type = textOf(trigger["type"_L1], 60), name = textOf(trigger["name"_L1], 60).toLower();
    const QString word = type.startsWith("pipeline_trigger_"_L1) ? type.mid(17) : name;
    return word == "push"_L1 || word == "manual"_L1 || word == "schedule"_L1 ? word : name.isEmpty() ? word : name;
}

sdk::Result<sdk::ActionAnswer> post(Host &host, sdk::HostAsk ask, const QString &summary, const QString &feed, sdk::PullContext &context)
{
    ask.method = "POST";
    const auto answer = host.api().send(ask, context);
    if (!answer)
        return std::unexpected(answer.error());
    return sdk::ActionAnswer { summary, {}, { feed }, std::nullopt };
}

QString pipelineRoute(const domain::BuildRun &run, const QString &rest)
{
    return repoRoute(run.project, u"/pipelines/"_s + sdk::pathPart(run.id) + rest);
}

} // namespace

std::span<const sdk::StateWord> pipelineStates() { return pipelineWords; }

// Source: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pipelines/: in the definitions the type alone is required.
QString wordOf(const QJsonValue &named, std::span<const sdk::StateWord> table)
{
    if (const QString name = textOf(named["name"_L1], 60); !name.isEmpty())
        return name;
    const QString type = textOf(named["type"_L1], 60).toUpper();
    const auto ends = [&type](const sdk::StateWord &known) { return type.endsWith(QString(u'_' + known.first)); };
    const auto found = std::ranges::find_if(table, ends);
    return found == table.end() ? QString() : QString(found->first);
}

domain::BuildRun readPipeline(const QJsonObject &served, const QString &project, const QString &mainBranch)
{
    domain::BuildRun run;
    run.id = textOf(served["uuid"_L1], 100);
    run.number = std::max<qint64>(0, served["build_number"_L1].toInteger());
    const Told told = stateOf(served["state"_L1]);
    run.state = told.state;
    run.vendorState = told.word;
    run.trigger = triggerOf(served["trigger"_L1]);
    run.actor = textOf(served["creator"_L1]["nickname"_L1], 200);
    if (run.actor.isEmpty())
        run.actor = textOf(served["creator"_L1]["display_name"_L1], 200);
    const QJsonValue target = served["target"_L1];
    run.commit = textOf(target["commit"_L1]["hash"_L1], 64);
    run.title = sdk::lineOf(target["commit"_L1]["message"_L1]);
    run.pipeline = textOf(target["selector"_L1]["pattern"_L1], 200);
    if (target["type"_L1].toString() == "pipeline_pullrequest_target"_L1) {
        run.pullRequest = sdk::idOf(target["pullrequest"_L1]["id"_L1]);
        run.branch = textOf(target["source"_L1]);
        run.trigger = u"pull_request"_s;
        if (run.title.isEmpty())
            run.title = sdk::lineOf(target["pullrequest"_L1]["title"_L1]);
    } else if (target["ref_type"_L1].toString() == "tag"_L1) {
        run.trigger = u"tag"_s;
    } else {
        run.branch = textOf(target["ref_name"_L1]);
        run.isDefaultBranch = !run.branch.isEmpty() && run.branch == mainBranch;
    }
    run.queuedAt = timeOf(served["created_on"_L1]);
    if (domain::isFinished(run.state))
        run.finishedAt = timeOf(served["completed_on"_L1]);
    // The answer has no page of its own; this is where Bitbucket's pages link to.
    if (run.number > 0)
        run.url = u"https://bitbucket.org/"_s + project + u"/pipelines/results/"_s + QString::number(run.number);
    return run;
}

std::vector<domain::BuildJob> readSteps(const QJsonArray &steps)
{
    std::vector<domain::BuildJob> jobs;
    for (const QJsonValue step : steps) {
        domain::BuildJob job;
        job.id = textOf(step["uuid"_L1], 100);
        if (job.id.isEmpty())
            continue;
        job.name = textOf(step["name"_L1]);
        if (job.name.isEmpty())
            job.name = BuildsWords::tr("Step %1").arg(jobs.size() + 1);
        const Told told = stateOf(step["state"_L1]);
        job.state = told.state;
        job.vendorState = told.word;
        // A step that is started by hand, and nobody has yet.
        if (step["trigger"_L1]["type"_L1].toString() == "pipeline_step_trigger_manual"_L1 && job.state == BuildState::Queued)
            job.state = BuildState::Waiting;
        job.startedAt = timeOf(step["started_on"_L1]);
        if (domain::isFinished(job.state))
            job.finishedAt = timeOf(step["completed_on"_L1]);
        jobs.push_back(std::move(job));
    }
    return jobs;
}

// Source: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pipelines/ (test_reports), whose schema it leaves out; its names are those that
// Bitbucket's own pages read (TestReportResult).
domain::TestSuite readTestReport(const QJsonObject &report, const QString &step)
{
    domain::TestSuite suite;
    suite.name = step;
    suite.passed = sdk::countOf(report["number_of_successful_test_cases"_L1]);
    suite.failed = sdk::countOf(report["number_of_failed_test_cases"_L1]);
    suite.errored = sdk::countOf(report["number_of_error_test_cases"_L1]);
    suite.skipped = sdk::countOf(report["number_of_skipped_test_cases"_L1]);
    return suite;
}

namespace {

/// "PT1.25S", or with minutes and hours; 0 for anything else.
double secondsOf(const QJsonValue &duration)
{
    static const QRegularExpression pattern(u"^PT(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,9}(?:\\.[0-9]{1,9})?)S)?$"_s);
    const auto match = pattern.match(textOf(duration, 60));
    return domain::testSeconds(match.captured(1).toDouble() * 3600 + match.captured(2).toDouble() * 60 + match.captured(3).toDouble());
}

} // namespace

std::vector<domain::TestSuite::Case> readTestFailures(const QJsonArray &cases)
{
    std::vector<domain::TestSuite::Case> failures;
    for (const QJsonValue test : cases) {
        const QString status = test["status"_L1].toString();
        if ((status != "FAILED"_L1 && status != "ERROR"_L1) || failures.size() >= mostFailures)
            continue;
        QString name = textOf(test["fully_qualified_name"_L1]);
        if (name.isEmpty())
            name = textOf(test["name"_L1]);
        QString message = textOf(test["reason"_L1]["message"_L1], 2000);
        if (message.isEmpty())
            message = textOf(test["reason"_L1]["stack_trace"_L1], 2000);
        failures.push_back({ name, message, secondsOf(test["duration"_L1]) });
    }
    return failures;
}

namespace {

/// What changes in a list of pipelines when something happened to one of them, a step that somebody started included.
QString seenIn(const QJsonArray &pipelines)
{
    QStringList told;
    for (const QJsonValue served : pipelines) {
        told << textOf(served["uuid"_L1], 100) << stateOf(served["state"_L1]).word << textOf(served["completed_on"_L1], 40)
             << QString::number(served["build_seconds_used"_L1].toInteger());
    }
    return sdk::fingerprintOf(told);
}

/// A deployment may be over a little after its pipeline.
bool hasJustEnded(const QJsonArray &pipelines)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return std::ranges::any_of(pipelines, [&now](const QJsonValue &served) {
        const QDateTime ended = timeOf(served["completed_on"_L1]);
        return ended.isValid() && std::abs(ended.secsTo(now)) < 120;
    });
}

} // namespace

sdk::Result<sdk::ProjectBuilds> Builds::builds(
    const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    QJsonObject note = memory.note;
    if (!note.contains("branch"_L1)) {
        note.remove("environments"_L1); // One may be called otherwise by now.
        const auto repository = m_host.api().json({ .route = repoRoute(project.name) }, context);
        if (!repository)
            return std::unexpected(repository.error());
        note.insert(u"branch"_s, textOf((*repository)["mainbranch"_L1]["name"_L1], 200));
    }
    const sdk::HostAsk ask { .route = repoRoute(project.name, u"/pipelines/"_s),
        .query = { { u"sort"_s, u"-created_on"_s }, { u"pagelen"_s, QString::number(mostRuns) } } };
    const auto listed = m_host.api().list(ask, context, mostRuns, u"values"_s);
    if (!listed)
        return std::unexpected(listed.error());
    sdk::ProjectBuilds told { {}, {}, note };
    for (const QJsonValue served : *listed) {
        domain::BuildRun run = readPipeline(served.toObject(), project.name, note["branch"_L1].toString());
        if (!run.id.isEmpty())
            told.runs.push_back(std::move(run));
    }
    // Nothing is deployed without a pipeline that changes: an idle repository costs one request.
    const QString seen = seenIn(*listed);
    if (listed->isEmpty() || (memory.since.isValid() && note["seen"_L1] == seen))
        return told;
    auto deployments = listDeployments(m_host.api(), project.name, told.note, context);
    if (!deployments)
        return std::unexpected(deployments.error());
    told.deployments = std::move(*deployments);
    told.note.insert(u"seen"_s, hasJustEnded(*listed) ? QString() : seen);
    return told;
}

// Source: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-repositories/: there is no list beyond one workspace. A pipeline
// that nobody pushed for is not among it.
sdk::Result<QStringList> Builds::active(const QDateTime &since, sdk::PullContext &context)
{
    const auto workspaceOf = [](const QString &name) { return name.section(u'/', 0, 0); };
    QStringList names;
    for (const QString &workspace : sdk::largestGroups(projects(context), workspaceOf, mostWorkspaces)) {
        const sdk::HostAsk ask { .route = u"/repositories/"_s + sdk::pathPart(workspace),
            .query = { { u"sort"_s, u"-updated_on"_s }, { u"pagelen"_s, u"100"_s }, { u"fields"_s, u"values.full_name,values.updated_on"_s } } };
        const auto listed = m_host.api().list(ask, context, 100, u"values"_s);
        if (!listed && !sdk::isAbsent(listed.error()))
            return std::unexpected(listed.error());
        for (const QJsonValue served : listed.value_or(QJsonArray())) {
            if (sdk::timeOf(served["updated_on"_L1]) >= since)
                names.append(textOf(served["full_name"_L1]));
        }
    }
    return names;
}

// Source: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pipelines/: a pipeline by its uuid, which is a run's id here.
sdk::Result<domain::BuildRun> Builds::run(
    const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    const auto served = m_host.api().json({ .route = repoRoute(project.name, u"/pipelines/"_s + sdk::pathPart(id)) }, context);
    if (!served)
        return std::unexpected(served.error());
    return readPipeline(served->object(), project.name, memory.note["branch"_L1].toString());
}

namespace {

/// With the names of those that failed, where these can be had. Nothing where there is no report.
sdk::Result<std::optional<domain::TestSuite>> reportOf(Host &host, const domain::BuildRun &run, const domain::BuildJob &step, sdk::PullContext &context)
{
    const QString route = pipelineRoute(run, u"/steps/"_s + sdk::pathPart(step.id) + u"/test_reports"_s);
    const auto report = host.api().json({ .route = route }, context);
    if (!report)
        return sdk::isAbsent(report.error()) ? sdk::Result<std::optional<domain::TestSuite>>() : std::unexpected(report.error());
    domain::TestSuite suite = readTestReport(report->object(), step.name);
    if (std::max({ suite.passed, suite.failed, suite.errored, suite.skipped }) == 0)
        return std::nullopt;
    if (suite.failed + suite.errored > 0) {
        const auto cases = host.api().list({ .route = route + u"/test_cases"_s, .query = { { u"pagelen"_s, u"100"_s } } }, context, mostCases, u"values"_s);
        if (!cases && cases.error().code == ErrorCode::Cancelled)
            return std::unexpected(cases.error());
        if (!cases)
            context.log(u"no test cases: %1"_s.arg(cases.error().detail));
        suite.failures = readTestFailures(cases.value_or(QJsonArray()));
    }
    return suite;
}

/// Of the steps of a run, one suite each where there is a report. Without them its steps are there all the same.
sdk::Result<std::vector<domain::TestSuite>> testsOf(Host &host, const domain::BuildRun &run, std::span<const domain::BuildJob> steps, sdk::PullContext &context)
{
    std::vector<domain::TestSuite> suites;
    int asked = 0;
    for (const domain::BuildJob &step : steps) {
        const bool mayHave = step.state == BuildState::Passed || domain::isBroken(step.state);
        if (!mayHave || asked++ >= reportsAtOnce)
            continue;
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped"_s);
        auto suite = reportOf(host, run, step, context);
        if (!suite && suite.error().code == ErrorCode::Cancelled)
            return std::unexpected(suite.error());
        if (!suite)
            context.log(u"no test report of %1: %2"_s.arg(step.name, suite.error().detail));
        if (!suite && suite.error().code != ErrorCode::BadResponse)
            break; // The others would end as this one did.
        if (suite && *suite)
            suites.push_back(**std::move(suite));
    }
    return suites;
}

} // namespace

sdk::Result<domain::BuildDetail> Builds::buildDetail(const domain::BuildRun &run, sdk::PullContext &context)
{
    const sdk::HostAsk ask { .route = pipelineRoute(run, u"/steps/"_s), .query = { { u"pagelen"_s, u"100"_s } } };
    const auto steps = m_host.api().list(ask, context, mostSteps, u"values"_s);
    if (!steps)
        return std::unexpected(steps.error());
    domain::BuildDetail detail { run.key(), run.entityRefs, readSteps(*steps), {}, {} };
    if (!domain::isFinished(run.state)) // A request for each step, and somebody who looks at it asks time and again.
        return detail;
    auto tests = testsOf(m_host, run, detail.jobs, context);
    if (!tests)
        return std::unexpected(tests.error());
    detail.tests = *std::move(tests);
    return detail;
}

// Source: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-commits/#api-repositories-workspace-repo-slug-commits-get: the newest first.
sdk::Result<std::vector<domain::BuildCommit>> Builds::commitsBetween(
    const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context)
{
    const sdk::HostAsk ask { .route = repoRoute(run.project, u"/commits"_s),
        .query = { { u"include"_s, run.commit }, { u"exclude"_s, good.commit }, { u"pagelen"_s, u"100"_s } } };
    const auto listed = m_host.api().list(ask, context, mostCommits, u"values"_s);
    if (!listed)
        return std::unexpected(listed.error());
    std::vector<domain::BuildCommit> commits;
    for (const QJsonValue served : *listed) {
        const QJsonValue author = served["author"_L1];
        const QString name = sdk::lineOf(author["user"_L1]["display_name"_L1]);
        // "Mira K <mira@example.org>" of somebody whom Bitbucket does not know.
        const QString raw = sdk::lineOf(author["raw"_L1]).section(u'<', 0, 0).trimmed();
        commits.push_back({ sdk::idOf(served["hash"_L1]), sdk::lineOf(served["message"_L1]), name.isEmpty() ? raw : name, sdk::timeOf(served["date"_L1]), {} });
    }
    return commits;
}

sdk::Result<bool> Builds::buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    if (job.id.isEmpty())
        return fail(ErrorCode::Unsupported, u"a pipeline has no log of its own: its steps have"_s, m_host.api().name());
    const QString route = pipelineRoute(run, u"/steps/"_s + sdk::pathPart(job.id));
    bool hasEnded = domain::isFinished(job.state);
    if (!hasEnded) {
        const auto step = m_host.api().json({ .route = route, .remember = false }, context);
        if (!step)
            return std::unexpected(step.error());
        hasEnded = domain::isFinished(stateOf((*step)["state"_L1]).state);
    }
    const sdk::HostAsk ask { .route = route + u"/log"_s, .headers = { { "accept", "application/octet-stream" } } };
    if (const auto read = m_host.api().text(ask, from, onData, context); !read)
        return std::unexpected(read.error());
    return hasEnded;
}

namespace {

sdk::Result<sdk::ActionAnswer> start(Host &host, const QString &project, const QJsonObject &body, const QString &summary, sdk::PullContext &context)
{
    return post(host, { .route = repoRoute(project, u"/pipelines/"_s), .body = body }, summary, u"builds"_s, context);
}

QJsonObject commitOf(const QJsonValue &served)
{
    return { { u"type"_s, u"commit"_s }, { u"hash"_s, textOf(served["hash"_L1], 64) } };
}

/// What a pipeline ran for, as another one is asked for: without the links and titles that are only told.
QJsonObject targetOf(const QJsonValue &served)
{
    QJsonObject target { { u"type"_s, textOf(served["type"_L1], 60) } };
    for (const QString &key : { u"ref_type"_s, u"ref_name"_s, u"source"_s, u"destination"_s }) {
        if (served[key].isString())
            target.insert(key, textOf(served[key]));
    }
    for (const QString &key : { u"commit"_s, u"destination_commit"_s }) {
        if (served[key]["hash"_L1].isString())
            target.insert(key, commitOf(served[key]));
    }
    if (const QString id = sdk::idOf(served["pullrequest"_L1]["id"_L1]); !id.isEmpty())
        target.insert(u"pullrequest"_s, QJsonObject { { u"id"_s, id.toLongLong() } });
    const QJsonValue selector = served["selector"_L1];
    if (selector["type"_L1].isString() && selector["type"_L1].toString() != "default"_L1) {
        target.insert(u"selector"_s, QJsonObject { { u"type"_s, textOf(selector["type"_L1], 60) }, { u"pattern"_s, textOf(selector["pattern"_L1], 200) } });
    }
    return target;
}

sdk::Result<sdk::ActionAnswer> runAgain(Host &host, const domain::BuildRun &run, sdk::PullContext &context)
{
    const auto before = host.api().json({ .route = pipelineRoute(run, {}), .remember = false }, context);
    if (!before)
        return std::unexpected(before.error());
    if (!(*before)["target"_L1].isObject())
        return fail(ErrorCode::BadResponse, u"the pipeline does not say what it ran for"_s, host.api().name());
    return start(host, run.project, { { u"target"_s, targetOf((*before)["target"_L1]) } }, BuildsWords::tr("It runs again."), context);
}

/// The one that was typed, else the pipeline's.
QString refOf(const QJsonObject &values, const domain::BuildRun &run)
{
    const QString typed = values["ref"_L1].toString().trimmed();
    return typed.isEmpty() ? run.branch : typed;
}

/// As they are sent: those of the form, and those that were typed, alone or as "more".
sdk::Result<QJsonArray> variablesOf(const QJsonValue &given)
{
    auto values = sdk::namedValues(given);
    if (!values)
        return std::unexpected(values.error());
    const auto more = sdk::namedValues(given.isObject() ? values->take(moreField) : QJsonValue());
    if (!more)
        return std::unexpected(more.error());
    for (auto value = more->begin(); value != more->end(); ++value)
        values->insert(value.key(), value.value());
    QJsonArray variables;
    const QJsonObject texts = sdk::asTexts(*values);
    for (auto value = texts.begin(); value != texts.end(); ++value)
        variables.append(QJsonObject { { u"key"_s, value.key() }, { u"value"_s, value.value() } });
    return variables;
}

/// Source: https://support.atlassian.com/bitbucket-cloud/docs/pipeline-start-conditions/#Custom--manual-only--pipelines
sdk::FormField variableField(QJsonObject described)
{
    described.insert(u"options"_s, described["allowed-values"_L1]);
    sdk::FormField field = sdk::formField(described["name"_L1].toString(), described);
    if (!field.choices.isEmpty())
        field.type = sdk::FormField::Type::Choice;
    return field;
}

sdk::Result<sdk::ActionAnswer> dispatch(Host &host, const domain::BuildRun &run, const QJsonObject &values, sdk::PullContext &context)
{
    const QString branch = refOf(values, run), custom = values["pipeline"_L1].toString().trimmed();
    if (branch.isEmpty())
        return fail(ErrorCode::Invalid, u"name a branch to run it for"_s, host.api().name());
    const auto variables = variablesOf(values["variables"_L1]);
    if (!variables)
        return std::unexpected(variables.error());
    QJsonObject target { { u"type"_s, u"pipeline_ref_target"_s }, { u"ref_type"_s, u"branch"_s }, { u"ref_name"_s, branch } };
    if (!custom.isEmpty())
        target.insert(u"selector"_s, QJsonObject { { u"type"_s, u"custom"_s }, { u"pattern"_s, custom } });
    QJsonObject body { { u"target"_s, target } };
    if (!variables->isEmpty())
        body.insert(u"variables"_s, *variables);
    return start(host, run.project, body, BuildsWords::tr("A pipeline starts for %1.").arg(branch), context);
}

} // namespace

// Sources: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pipelines/, …/api-group-pullrequests/.
sdk::Result<sdk::ActionAnswer> Builds::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const QString &id = request.actionId;
    if (id == "approveReview"_L1) {
        const auto review = domain::Review::fromRecord(request.record);
        return post(m_host, { .route = repoRoute(review.project, u"/pullrequests/"_s + sdk::pathPart(review.id) + u"/approve"_s) },
            BuildsWords::tr("Approved."), u"reviews"_s, context);
    }
    const auto run = domain::BuildRun::fromRecord(request.record);
    if (run.project.isEmpty() || run.id.isEmpty())
        return fail(ErrorCode::Invalid, u"this is no pipeline"_s, m_host.api().name());
    if (id == "cancel"_L1)
        return post(m_host, { .route = pipelineRoute(run, u"/stopPipeline"_s) }, BuildsWords::tr("The pipeline is being stopped."), u"builds"_s, context);
    if (id == "rerun"_L1)
        return runAgain(m_host, run, context);
    if (id == "dispatch"_L1)
        return dispatch(m_host, run, request.values, context);
    return fail(ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(id));
}

// Sources: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-refs/, …/api-group-source/: a file is asked for by a commit, as a branch may
// have slashes in its name.
sdk::Result<std::vector<sdk::FormField>> Builds::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto run = domain::BuildRun::fromRecord(request.record);
    const QString ref = refOf(request.values, run), custom = request.values["pipeline"_L1].toString().trimmed();
    if (request.actionId != "dispatch"_L1 || run.project.isEmpty() || ref.isEmpty())
        return fail(ErrorCode::Unsupported, u"there is no form for \"%1\""_s.arg(request.actionId), m_host.api().name());
    std::vector<sdk::FormField> fields;
    if (!custom.isEmpty()) {
        const auto branch = m_host.api().json({ .route = repoRoute(run.project, u"/refs/branches/"_s + sdk::pathPart(ref)) }, context);
        if (!branch)
            return std::unexpected(branch.error());
        const QString commit = sdk::textOf((*branch)["target"_L1]["hash"_L1], 64);
        const auto text = m_host.api().send({ .route = repoRoute(run.project, u"/src/"_s + sdk::pathPart(commit) + u"/bitbucket-pipelines.yml"_s), .headers = { { "accept", "*/*" } } }, context);
        if (!text)
            return std::unexpected(text.error());
        const auto documents = context.readYaml(text->body);
        if (!documents)
            return std::unexpected(documents.error());
        const QJsonValue pipeline = documents->empty() ? QJsonValue() : documents->front().value["pipelines"_L1]["custom"_L1][custom];
        if (!pipeline.isArray())
            return fail(ErrorCode::NotFound, u"there is no custom pipeline \"%1\" at %2"_s.arg(custom, ref), m_host.api().name());
        for (const QJsonValue part : pipeline.toArray()) {
            for (const QJsonValue described : part["variables"_L1].toArray()) {
                if (described["name"_L1].isString() && fields.size() < size_t(mostVariables))
                    fields.push_back(variableField(described.toObject()));
            }
        }
    }
    fields.push_back({ .id = moreField, .label = BuildsWords::tr("Other variables"), .help = BuildsWords::tr("NAME=value, separated by semicolons.") });
    return fields;
}

sdk::Result<sdk::Permission> Builds::mayAct(const sdk::ActionRequest &request, sdk::PullContext &)
{
    if (request.actionId == "approveReview"_L1) {
        const bool isMine = domain::Review::fromRecord(request.record).isMine;
        return sdk::Permission { !isMine, isMine ? BuildsWords::tr("Nobody approves what is their own.") : QString() };
    }
    if (request.actionId == "cancel"_L1 && domain::isFinished(domain::BuildRun::fromRecord(request.record).state))
        return sdk::Permission { false, BuildsWords::tr("It has ended.") };
    return sdk::Permission {};
}

} // namespace callboard::bitbucket
