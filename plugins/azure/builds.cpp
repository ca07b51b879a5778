// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/azure/builds.h"

#include "plugins/azure/pullrequests.h"
#include "plugins/azure/timeline.h"
#include "plugins/sdk/startform.h"

#include <QCoreApplication>
#include <QSet>

namespace callboard::azure {

using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;

namespace {

struct BuildsWords {
    Q_DECLARE_TR_FUNCTIONS(Azure)
};

constexpr int mostRuns = 50, mostApprovals = 200, mostTestRuns = 30, mostFailures = 100, mostCommits = 300, mostParameters = 100;
constexpr int mostOtherProjects = 3, mostActive = 200; ///< Asked for what is new in them, one request each; builds in one answer.

/// The default branch, and numbers for names: "branch", and "repository" or "definition". ProjectBuildsFeed forgets the branch after a day.
sdk::Result<QJsonObject> noteOf(const sdk::HostApi &api, const Place &place, const QJsonObject &before, sdk::PullContext &context)
{
    if (before.contains("branch"_L1))
        return before;
    QJsonObject note = before;
    const QString project = u'/' + sdk::pathPart(place.project);
    if (place.definition.isEmpty()) {
        const auto served = api.json(askOf(project + u"/_apis/git/repositories/"_s + sdk::pathPart(place.repository)), context);
        if (!served)
            return std::unexpected(served.error());
        note.insert(u"repository"_s, sdk::idOf((*served)["id"_L1]));
        note.insert(u"branch"_s, branchOf((*served)["defaultBranch"_L1]));
        return note;
    }
    QUrlQuery query;
    query.addQueryItem(u"name"_s, QString::fromLatin1(QUrl::toPercentEncoding(place.definition)));
    const auto served = api.json(askOf(project + u"/_apis/build/definitions"_s, query), context);
    if (!served)
        return std::unexpected(served.error());
    const QString id = sdk::idOf((*served)["value"_L1][0]["id"_L1]);
    if (id.isEmpty())
        return fail(ErrorCode::NotFound, u"there is no pipeline \"%1\""_s.arg(place.definition), api.name());
    // A list leaves out the repository. Source: https://learn.microsoft.com/rest/api/azure/devops/build/definitions/get.
    const auto whole = api.json(askOf(project + u"/_apis/build/definitions/"_s + sdk::pathPart(id)), context);
    if (!whole && !isAbsent(whole.error()))
        return std::unexpected(whole.error());
    note.insert(u"definition"_s, id);
    note.insert(u"branch"_s, whole ? branchOf((*whole)["repository"_L1]["defaultBranch"_L1]) : QString());
    return note;
}

/// Builds that wait for an approval look as if they ran.
sdk::Result<void> markWaiting(const sdk::HostApi &api, const Place &place, std::vector<domain::BuildRun> &runs, sdk::PullContext &context)
{
    if (std::ranges::none_of(runs, [](const domain::BuildRun &run) { return run.state == BuildState::Running; }))
        return {};
    const auto ask = askOf(u'/' + sdk::pathPart(place.project) + u"/_apis/pipelines/approvals"_s, { { u"state"_s, u"pending"_s } });
    const auto listed = api.list(ask, context, mostApprovals, u"value"_s);
    if (!listed && (isAbsent(listed.error()) || listed.error().code == ErrorCode::Invalid))
        return {};
    if (!listed)
        return std::unexpected(listed.error());
    QSet<QString> waiting;
    for (const QJsonValue approval : *listed)
        waiting.insert(sdk::idOf(approval["pipeline"_L1]["owner"_L1]["id"_L1]));
    for (domain::BuildRun &run : runs) {
        if (run.state == BuildState::Running && waiting.contains(run.id)) {
            run.state = BuildState::Waiting;
            run.vendorState += u"/approval"_s;
        }
    }
    return {};
}

/// What changes when something happened to one of them, and whether it waits for an approval.
QString seenIn(const std::vector<domain::BuildRun> &runs)
{
    QStringList told;
    for (const domain::BuildRun &run : runs)
        told << run.id << run.vendorState << run.startedAt.toString(Qt::ISODate) << run.finishedAt.toString(Qt::ISODate);
    return sdk::fingerprintOf(told);
}

QString buildRoute(const domain::BuildRun &run, const QString &rest = {})
{
    return buildsRoute(Place::fromName(run.project).project, u'/' + sdk::pathPart(run.id) + rest);
}

sdk::Result<QJsonObject> timelineOf(const sdk::HostApi &api, const domain::BuildRun &run, sdk::PullContext &context)
{
    const auto served = api.json(askOf(buildRoute(run, u"/timeline"_s)), context);
    if (!served)
        return std::unexpected(served.error());
    return served->object();
}

sdk::Result<sdk::ActionAnswer> change(const sdk::HostApi &api, sdk::HostAsk ask, const QJsonObject &body, const QString &summary, sdk::PullContext &context)
{
    ask.method = ask.method == "GET" ? "PATCH" : ask.method;
    ask.body = body;
    const auto answer = api.send(ask, context);
    if (!answer)
        return std::unexpected(answer.error());
    return sdk::ActionAnswer { summary, {}, { u"builds"_s }, std::nullopt };
}

/// The number of the pipeline that a build is of, which a run does not hold.
sdk::Result<QJsonObject> buildOf(const sdk::HostApi &api, const domain::BuildRun &run, sdk::PullContext &context)
{
    const auto served = api.json(askOf(buildRoute(run)), context);
    if (!served)
        return std::unexpected(served.error());
    if ((*served)["definition"_L1]["id"_L1].toInteger() <= 0)
        return fail(ErrorCode::BadResponse, u"the build does not say which pipeline it is of"_s, api.name());
    return served->object();
}

/// The one that was typed, else the build's.
QString refOf(const QJsonObject &values, const domain::BuildRun &run)
{
    const QString typed = values["ref"_L1].toString().trimmed();
    return typed.isEmpty() ? run.branch : typed;
}

/// The text of a pipeline's file, where it lies in a repository of Azure's own. Sources: https://learn.microsoft.com/rest/api/azure/devops/build/definitions/get,
/// …/git/items/get.
sdk::Result<QByteArray> fileOf(const sdk::HostApi &api, const QString &project, const QString &definition, const QString &ref, sdk::PullContext &context)
{
    const QString place = u'/' + sdk::pathPart(project);
    const auto served = api.json(askOf(place + u"/_apis/build/definitions/"_s + sdk::pathPart(definition)), context);
    if (!served)
        return std::unexpected(served.error());
    const QJsonValue repository = (*served)["repository"_L1];
    const QString path = sdk::textOf((*served)["process"_L1]["yamlFilename"_L1]);
    if (repository["type"_L1].toString() != "TfsGit"_L1 || path.isEmpty())
        return fail(ErrorCode::Unsupported, u"the pipeline is no file of a repository of Azure's own"_s, api.name());
    const bool isTag = ref.startsWith("refs/tags/"_L1);
    const QString version = ref.startsWith("refs/"_L1) ? ref.section(u'/', 2) : ref;
    QUrlQuery query { { u"includeContent"_s, u"true"_s }, { u"versionDescriptor.versionType"_s, isTag ? u"tag"_s : u"branch"_s } };
    query.addQueryItem(u"path"_s, QString::fromLatin1(QUrl::toPercentEncoding(path)));
    query.addQueryItem(u"versionDescriptor.version"_s, QString::fromLatin1(QUrl::toPercentEncoding(version)));
    const auto file = api.json(askOf(place + u"/_apis/git/repositories/"_s + sdk::pathPart(sdk::idOf(repository["id"_L1])) + u"/items"_s, query), context);
    return file ? sdk::Result<QByteArray>((*file)["content"_L1].toString().toUtf8()) : std::unexpected(file.error());
}

/// Source: https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/parameters-parameter: without a default a value must be given.
sdk::FormField parameterField(QJsonObject described)
{
    described.insert(u"options"_s, described["values"_L1]);
    sdk::FormField field = sdk::formField(described["name"_L1].toString(), described);
    field.label = sdk::lineOf(described["displayName"_L1]);
    const bool isYesOrNo = described["type"_L1].toString() == "boolean"_L1;
    if (isYesOrNo)
        field.type = sdk::FormField::Type::Boolean;
    else if (!field.choices.isEmpty())
        field.type = sdk::FormField::Type::Choice;
    field.required = !described.contains("default"_L1) && !isYesOrNo;
    return field;
}

// Source: https://learn.microsoft.com/rest/api/azure/devops/pipelines/runs/run-pipeline.
sdk::Result<sdk::ActionAnswer> dispatch(const sdk::HostApi &api, const domain::BuildRun &run, const QJsonObject &values, sdk::PullContext &context)
{
    const QString branch = refOf(values, run);
    if (branch.isEmpty())
        return fail(ErrorCode::Invalid, u"name a branch to run it for"_s, api.name());
    const auto parameters = sdk::namedValues(values["parameters"_L1]);
    if (!parameters)
        return std::unexpected(parameters.error());
    const auto before = buildOf(api, run, context);
    if (!before)
        return std::unexpected(before.error());
    const QString pipeline = QString::number((*before)["definition"_L1]["id"_L1].toInteger());
    sdk::HostAsk ask = askOf(u'/' + sdk::pathPart(Place::fromName(run.project).project) + u"/_apis/pipelines/"_s + pipeline + u"/runs"_s);
    ask.method = "POST";
    const QString ref = branch.startsWith("refs/"_L1) ? branch : u"refs/heads/"_s + branch;
    QJsonObject body { { u"resources"_s,
        QJsonObject { { u"repositories"_s, QJsonObject { { u"self"_s, QJsonObject { { u"refName"_s, ref } } } } } } } };
    if (!parameters->isEmpty())
        body.insert(u"templateParameters"_s, sdk::asTexts(*parameters));
    return change(api, ask, body, BuildsWords::tr("%1 starts for %2.").arg(run.pipeline, branch), context);
}

// Sources: https://learn.microsoft.com/rest/api/azure/devops/test/runs/list, …/test/results/list.
sdk::Result<std::vector<domain::TestSuite>> testsOf(const sdk::HostApi &api, const domain::BuildRun &run, sdk::PullContext &context)
{
    const QString route = u'/' + sdk::pathPart(Place::fromName(run.project).project) + u"/_apis/test/runs"_s;
    const auto listed = api.list(askOf(route, { { u"buildUri"_s, u"vstfs:///Build/Build/"_s + run.id }, { u"includeRunDetails"_s, u"true"_s } }),
        context, mostTestRuns, u"value"_s);
    std::vector<domain::TestSuite> suites;
    if (!listed)
        return isAbsent(listed.error()) ? sdk::Result<std::vector<domain::TestSuite>>(suites) : std::unexpected(listed.error());
    for (const QJsonValue served : *listed) {
        const QString id = sdk::idOf(served["id"_L1]);
        domain::TestSuite suite = readTestRun(served.toObject());
        if (suite.failed > 0 && !id.isEmpty()) {
            const auto failures = api.list(askOf(route + u'/' + sdk::pathPart(id) + u"/results"_s,
                { { u"outcomes"_s, u"Failed"_s }, { u"$top"_s, QString::number(mostFailures) } }), context, mostFailures, u"value"_s);
            if (!failures && !isAbsent(failures.error()))
                return std::unexpected(failures.error());
            if (failures)
                suite.failures = readTestFailures(*failures);
        }
        suites.push_back(std::move(suite));
    }
    return suites;
}

sdk::Result<sdk::ActionAnswer> runAgain(const sdk::HostApi &api, const domain::BuildRun &run, sdk::PullContext &context)
{
    const auto before = buildOf(api, run, context);
    if (!before)
        return std::unexpected(before.error());
    sdk::HostAsk ask = askOf(buildsRoute(Place::fromName(run.project).project));
    ask.method = "POST";
    const QString branch = sdk::textOf((*before)["sourceBranch"_L1]);
    QJsonObject body { { u"definition"_s, QJsonObject { { u"id"_s, (*before)["definition"_L1]["id"_L1] } } }, { u"sourceBranch"_s, branch } };
    // Of the same commit; what Azure merged a pull request to may be gone.
    if (const QString commit = sdk::textOf((*before)["sourceVersion"_L1], 64); !commit.isEmpty() && !branch.startsWith("refs/pull/"_L1))
        body.insert(u"sourceVersion"_s, commit);
    if (const QString parameters = sdk::textOf((*before)["parameters"_L1], 20'000); !parameters.isEmpty())
        body.insert(u"parameters"_s, parameters);
    return change(api, ask, body, BuildsWords::tr("%1 starts again.").arg(run.pipeline), context);
}

/// All approvals that a build waits for now.
sdk::Result<sdk::ActionAnswer> decide(const sdk::HostApi &api, const domain::BuildRun &run, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const bool isApproval = request.actionId == "approve"_L1;
    const auto timeline = timelineOf(api, run, context);
    if (!timeline)
        return std::unexpected(timeline.error());
    domain::BuildDetail detail;
    readTimeline(detail, *timeline);
    QJsonArray decisions;
    for (const domain::BuildJob &job : detail.jobs) {
        if (job.state == BuildState::Waiting) {
            decisions.append(QJsonObject { { u"approvalId"_s, job.id }, { u"status"_s, isApproval ? u"approved"_s : u"rejected"_s },
                { u"comment"_s, request.values["comment"_L1].toString() } });
        }
    }
    if (decisions.isEmpty())
        return fail(ErrorCode::NotFound, u"the build waits for no approval"_s, api.name());
    const QString route = u'/' + sdk::pathPart(Place::fromName(run.project).project) + u"/_apis/pipelines/approvals"_s;
    sdk::HostAsk ask = askOf(route);
    ask.method = "PATCH";
    ask.body = decisions;
    if (const auto done = api.send(ask, context); !done)
        return std::unexpected(done.error());
    return sdk::ActionAnswer { isApproval ? BuildsWords::tr("Approved.") : BuildsWords::tr("Rejected."), {}, { u"builds"_s }, std::nullopt };
}

} // namespace

// Source: https://learn.microsoft.com/rest/api/azure/devops/build/builds/list.
sdk::Result<sdk::ProjectBuilds> Builds::builds(
    const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const Place place = Place::fromName(project.name);
    const auto note = noteOf(api, place, memory.note, context);
    if (!note)
        return std::unexpected(note.error());
    QUrlQuery query { { u"queryOrder"_s, u"queueTimeDescending"_s }, { u"$top"_s, QString::number(mostRuns) } };
    if (place.definition.isEmpty()) {
        query.addQueryItem(u"repositoryId"_s, (*note)["repository"_L1].toString());
        query.addQueryItem(u"repositoryType"_s, u"TfsGit"_s);
    } else {
        query.addQueryItem(u"definitions"_s, (*note)["definition"_L1].toString());
    }
    const auto listed = api.list(askOf(buildsRoute(place.project), query), context, mostRuns, u"value"_s);
    if (!listed)
        return std::unexpected(listed.error());
    sdk::ProjectBuilds told { {}, {}, *note };
    for (const QJsonValue served : *listed) {
        domain::BuildRun run = readBuild(served.toObject(), (*note)["branch"_L1].toString());
        if (!run.id.isEmpty())
            told.runs.push_back(std::move(run));
    }
    if (const auto marked = markWaiting(api, place, told.runs, context); !marked)
        return std::unexpected(marked.error());
    // Nothing is deployed without a build that changes: an idle repository costs one request.
    using Why = Deployments::Why;
    const QString seen = seenIn(told.runs);
    const Why why = !memory.since.isValid() ? Why::Anew : (*note)["seen"_L1].toString() != seen ? Why::Changed : Why::Rest;
    if (told.runs.empty() || (why == Why::Rest && !note->contains("unread"_L1)))
        return told;
    auto deployed = m_deployments.of(api, place.project, *listed, why, told.note, context);
    if (!deployed)
        return std::unexpected(deployed.error());
    told.deployments = std::move(deployed->deployments);
    told.note.insert(u"seen"_s, seen);
    told.note.remove("unread"_L1);
    if (!deployed->isAll)
        told.note.insert(u"unread"_s, true);
    return told;
}

// Source: https://learn.microsoft.com/rest/api/azure/devops/build/builds/list: with this order, minTime is of when they were queued.
sdk::Result<QStringList> Builds::active(const QDateTime &since, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    QStringList names;
    for (const QString &project : sdk::largestGroups(projects(context), [](const QString &name) { return Place::fromName(name).project; }, mostOtherProjects)) {
        const QUrlQuery query { { u"queryOrder"_s, u"queueTimeDescending"_s }, { u"$top"_s, QString::number(mostActive) },
            { u"minTime"_s, since.toUTC().toString(Qt::ISODate) } };
        const auto listed = api.list(askOf(buildsRoute(project), query), context, mostActive, u"value"_s);
        if (!listed && !isAbsent(listed.error()))
            return std::unexpected(listed.error());
        for (const QJsonValue served : listed.value_or(QJsonArray())) {
            // A repository is told by its number alone.
            names.append(sdk::idOf(served["repository"_L1]["id"_L1]));
            names.append(Place { project, {}, sdk::textOf(served["definition"_L1]["name"_L1]) }.name());
        }
    }
    names.removeDuplicates();
    names.removeAll(QString());
    return names;
}

// Source: https://learn.microsoft.com/rest/api/azure/devops/build/builds/get.
sdk::Result<domain::BuildRun> Builds::run(
    const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const Place place = Place::fromName(project.name);
    m_requestsOfRun = 1;
    const auto served = api.json(askOf(buildsRoute(place.project, u'/' + sdk::pathPart(id))), context);
    if (!served)
        return std::unexpected(served.error());
    std::vector<domain::BuildRun> runs;
    runs.push_back(readBuild(served->object(), memory.note["branch"_L1].toString()));
    // A second request, for one that runs: without it, one that waits would look as if it went on.
    m_requestsOfRun += int(runs.front().state == BuildState::Running);
    if (const auto marked = markWaiting(api, place, runs, context); !marked)
        return std::unexpected(marked.error());
    return std::move(runs.front());
}

sdk::Result<domain::BuildDetail> Builds::buildDetail(const domain::BuildRun &run, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto timeline = timelineOf(api, run, context);
    // One whose file is wrong has none. What may not be read says nothing of that.
    const auto isNone = [](ErrorCode code) { return code == ErrorCode::NotFound || code == ErrorCode::BadResponse; };
    if (!timeline && !(domain::isBroken(run.state) && isNone(timeline.error().code)))
        return std::unexpected(timeline.error());
    domain::BuildDetail detail { run.key(), run.entityRefs, {}, {}, {} };
    readTimeline(detail, timeline.value_or(QJsonObject()));
    if (!domain::isFinished(run.state))
        return detail;
    if (detail.jobs.empty()) {
        const auto build = api.json(askOf(buildRoute(run)), context);
        if (!build && build.error().code != ErrorCode::NotFound)
            return std::unexpected(build.error());
        readValidation(detail, build ? build->object() : QJsonObject());
        return detail;
    }
    auto tests = testsOf(api, run, context);
    if (!tests)
        return std::unexpected(tests.error());
    detail.tests = std::move(*tests);
    return detail;
}

// Source: https://learn.microsoft.com/rest/api/azure/devops/build/builds/get-changes-between-builds, which is a preview in all versions. Whether
// what the first build was of counts is not said: the commit that passed is no suspect.
sdk::Result<std::vector<domain::BuildCommit>> Builds::commitsBetween(
    const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    sdk::HostAsk ask { .route = u'/' + sdk::pathPart(Place::fromName(run.project).project) + u"/_apis/build/changes"_s,
        .query = { { u"fromBuildId"_s, good.id }, { u"toBuildId"_s, run.id }, { u"$top"_s, QString::number(mostCommits) }, { u"api-version"_s, u"7.1-preview.2"_s } } };
    const auto listed = api.list(ask, context, mostCommits, u"value"_s);
    if (!listed)
        return std::unexpected(listed.error());
    std::vector<domain::BuildCommit> commits;
    for (const QJsonValue served : *listed) {
        const QString id = sdk::idOf(served["id"_L1]);
        if (id != good.commit)
            commits.push_back({ id, sdk::lineOf(served["message"_L1]), sdk::lineOf(served["author"_L1]["displayName"_L1]), sdk::timeOf(served["timestamp"_L1]), {} });
    }
    std::ranges::stable_sort(commits, std::ranges::greater(), &domain::BuildCommit::at);
    return commits;
}

// Source: https://learn.microsoft.com/rest/api/azure/devops/build/builds/get-build-log.
sdk::Result<bool> Builds::buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    if (job.id.isEmpty())
        return fail(ErrorCode::Unsupported, u"a build has no log of its own: its jobs have"_s, api.name());
    const auto timeline = timelineOf(api, run, context);
    if (!timeline)
        return std::unexpected(timeline.error());
    const auto log = logOf(*timeline, job.id);
    if (!log)
        return std::unexpected(log.error());
    sdk::HostAsk ask = askOf(buildRoute(run, u"/logs/"_s + QString::number(log->first)));
    ask.headers = { { "accept", "text/plain" } };
    if (const auto read = api.text(ask, from, onData, context); !read)
        return std::unexpected(read.error());
    return log->second;
}

// Sources: https://learn.microsoft.com/rest/api/azure/devops/build/builds/update-build (retry, status), …/builds/queue,
// https://learn.microsoft.com/rest/api/azure/devops/approvalsandchecks/approvals/update.
sdk::Result<sdk::ActionAnswer> Builds::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const QString &id = request.actionId;
    if (id == "approveReview"_L1)
        return approve(m_host, domain::Review::fromRecord(request.record), context);
    const auto run = domain::BuildRun::fromRecord(request.record);
    if (run.project.isEmpty() || run.id.isEmpty())
        return fail(ErrorCode::Invalid, u"this is no build"_s, api.name());
    if (id == "rerun"_L1)
        return runAgain(api, run, context);
    if (id == "rerunFailed"_L1)
        return change(api, askOf(buildRoute(run), { { u"retry"_s, u"true"_s } }), {}, BuildsWords::tr("The jobs that failed run again."), context);
    if (id == "cancel"_L1)
        return change(api, askOf(buildRoute(run)), { { u"status"_s, u"cancelling"_s } }, BuildsWords::tr("The build is being cancelled."), context);
    if (id == "dispatch"_L1)
        return dispatch(api, run, request.values, context);
    if (id == "approve"_L1 || id == "reject"_L1)
        return decide(api, run, request, context);
    return fail(ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(id));
}

sdk::Result<std::vector<sdk::FormField>> Builds::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto run = domain::BuildRun::fromRecord(request.record);
    const QString ref = refOf(request.values, run);
    if (request.actionId != "dispatch"_L1 || run.id.isEmpty() || ref.isEmpty())
        return fail(ErrorCode::Unsupported, u"there is no form for \"%1\""_s.arg(request.actionId), api.name());
    const auto before = buildOf(api, run, context);
    if (!before)
        return std::unexpected(before.error());
    const QString definition = QString::number((*before)["definition"_L1]["id"_L1].toInteger());
    const auto text = fileOf(api, Place::fromName(run.project).project, definition, ref, context);
    if (!text)
        return std::unexpected(text.error());
    const auto documents = context.readYaml(*text);
    if (!documents)
        return std::unexpected(documents.error());
    std::vector<sdk::FormField> fields;
    const QJsonArray parameters = documents->empty() ? QJsonArray() : documents->front().value["parameters"_L1].toArray();
    for (const QJsonValue described : parameters) {
        if (described["name"_L1].isString() && fields.size() < size_t(mostParameters))
            fields.push_back(parameterField(described.toObject()));
    }
    return fields;
}

sdk::Result<sdk::Permission> Builds::mayAct(const sdk::ActionRequest &request, sdk::PullContext &)
{
    if (request.actionId == "approveReview"_L1)
        return sdk::Permission {};
    const BuildState state = domain::BuildRun::fromRecord(request.record).state;
    if (request.actionId == "cancel"_L1 && domain::isFinished(state))
        return sdk::Permission { false, BuildsWords::tr("It has ended.") };
    if (request.actionId == "rerunFailed"_L1 && state != BuildState::Failed && state != BuildState::Errored && state != BuildState::Cancelled)
        return sdk::Permission { false, BuildsWords::tr("Nothing in it has failed.") };
    const bool isDecision = request.actionId == "approve"_L1 || request.actionId == "reject"_L1;
    if (isDecision && state != BuildState::Waiting)
        return sdk::Permission { false, BuildsWords::tr("It waits for nobody.") };
    return sdk::Permission {};
}

} // namespace callboard::azure
