// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/jenkins/builds.h"

#include "plugins/jenkins/answers.h"
#include "plugins/jenkins/inputs.h"
#include "plugins/jenkins/stagelog.h"
#include "plugins/sdk/startform.h"

#include <QCoreApplication>

namespace callboard::jenkins {

using namespace Qt::StringLiterals;
using domain::BuildJob;
using domain::BuildRun;
using domain::ErrorCode;
using domain::fail;

namespace {

struct BuildsWords {
    Q_DECLARE_TR_FUNCTIONS(Jenkins)
};

constexpr qsizetype deepestFolder = 6;
constexpr qint64 mostOfLatest = 4 << 20;
constexpr size_t stagesAtOnce = 20; ///< Of one build, whose steps are asked for, one request each.

const QString consoleId = u"console"_s; ///< Of the job that has all that a build said.
const QString bluePrefix = u"blue:"_s, matrixPrefix = u"matrix:"_s; ///< As `readNodes` and `readMatrix` write them.
/// In a form of an input's values, the field of which input it is. Jenkins' own forms have no field of that name.
const QString inputField = u"input:"_s;

/// A branch is encoded in its own name already; in an address that is encoded once more.
QString idPart(const BuildRun &run, bool isNumber)
{
    return isNumber ? run.id.section(u'/', -1) : run.id.contains(u'/') ? run.id.section(u'/', 0, -2) : QString();
}

/// "/job/folder/job/name" of "folder/name".
QString jobRoute(const QString &fullName)
{
    QString route;
    for (const QString &part : fullName.split(u'/', Qt::SkipEmptyParts))
        route += u"/job/"_s + sdk::pathPart(part);
    return route;
}

/// The build's, below its job: ids are those of `readJob`.
QString buildRoute(const BuildRun &run)
{
    const QString branch = idPart(run, false);
    return jobRoute(run.project) + (branch.isEmpty() ? QString() : u"/job/"_s + sdk::pathPart(branch)) + u'/' + sdk::pathPart(idPart(run, true));
}

/// Blue Ocean's address of the same build.
QString blueRoute(const BuildRun &run)
{
    QString route = u"/blue/rest/organizations/jenkins"_s;
    for (const QString &part : run.project.split(u'/', Qt::SkipEmptyParts))
        route += u"/pipelines/"_s + sdk::pathPart(part);
    const QString branch = idPart(run, false);
    if (!branch.isEmpty())
        route += u"/branches/"_s + sdk::pathPart(branch);
    return route + u"/runs/"_s + sdk::pathPart(idPart(run, true));
}

/// Of a matrix build, the build of one of its configurations.
QString configurationRoute(const BuildRun &run, const QString &configuration)
{
    return buildRoute(run).section(u'/', 0, -2) + u'/' + sdk::pathPart(configuration) + u'/' + sdk::pathPart(idPart(run, true));
}

/// Of a job that may have more branches than were told of it: found among all names, and known for a day.
sdk::Result<QString> defaultBranch(
    const sdk::HostApi &api, const QString &route, const QJsonObject &job, const QJsonObject &note, sdk::PullContext &context)
{
    if (job["jobs"_L1].toArray().size() < mostBranches)
        return defaultBranchOf(job);
    if (note.contains("branch"_L1))
        return note["branch"_L1].toString();
    const auto named = api.json({ .route = route + u"/api/json"_s, .query = { { u"tree"_s, u"jobs[name]"_s } } }, context);
    return named ? sdk::Result<QString>(defaultBranchOf(named->object())) : std::unexpected(named.error());
}

/// One that lies behind those that were told is asked for by itself.
sdk::Result<void> addBranch(const sdk::HostApi &api, const QString &route, const QString &branch, QJsonObject &job, sdk::PullContext &context)
{
    QJsonArray branches = job["jobs"_L1].toArray();
    const auto isIt = [&branch](const QJsonValue &one) { return one["name"_L1].toString() == branch; };
    if (branch.isEmpty() || branches.size() < mostBranches || std::ranges::any_of(branches, isIt))
        return {};
    const auto served = api.json({ .route = route + u"/job/"_s + sdk::pathPart(branch) + u"/api/json"_s, .query = { { u"tree"_s, treeOfJob() } } }, context);
    if (!served)
        return sdk::isAbsent(served.error()) ? sdk::Result<void>() : std::unexpected(served.error());
    branches.append(served->object());
    job.insert(u"jobs"_s, branches);
    return {};
}

} // namespace

sdk::Result<sdk::ProjectBuilds> Builds::builds(
    const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const QString route = jobRoute(project.name);
    const auto served = api.json({ .route = route + u"/api/json"_s, .query = { { u"tree"_s, treeOfJob() } } }, context);
    if (!served)
        return std::unexpected(served.error());
    QJsonObject job = served->object();
    const auto branch = defaultBranch(api, route, job, memory.note, context);
    if (!branch)
        return std::unexpected(branch.error());
    if (const auto added = addBranch(api, route, *branch, job, context); !added)
        return std::unexpected(added.error());
    return sdk::ProjectBuilds { readJob(job, project.name.section(u'/', -1), *branch), {}, { { u"branch"_s, *branch } } };
}

// Source: https://www.jenkins.io/doc/book/using/remote-access-api/: each build has an address.
sdk::Result<BuildRun> Builds::run(
    const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    BuildRun asked;
    asked.project = project.name;
    asked.id = id;
    const auto served = api.json({ .route = buildRoute(asked) + u"/api/json"_s, .query = { { u"tree"_s, treeOfBuild() } } }, context);
    if (!served)
        return std::unexpected(served.error());
    return readBuild(served->object(), id, project.name.section(u'/', -1), memory.note["branch"_L1].toString());
}

// Source: https://www.jenkins.io/doc/book/using/remote-access-api/ ("tree" and its ranges). Jenkins knows no conditional requests.
sdk::Result<QStringList> Builds::active(const QDateTime &since, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    // As deep as the catalog's jobs lie, and the branches of those that have some.
    qsizetype depth = 1;
    for (const sdk::HostedProject &project : projects(context))
        depth = std::max(depth, project.name.count(u'/') + 2);
    const int levels = int(std::min<qsizetype>(depth, deepestFolder));
    if (!m_hasManyJobs) {
        const sdk::HostAsk all { .route = u"/api/json"_s, .query = { { u"tree"_s, treeOfLatest(levels) } }, .maxBytes = mostOfLatest, .remember = false };
        const auto served = api.json(all, context);
        if (served && (*served)["jobs"_L1].isArray())
            return readActive(served->object(), since);
        if (served)
            return fail(ErrorCode::BadResponse, u"the answer has no jobs"_s, api.name());
        if (served.error().code != ErrorCode::BadResponse)
            return std::unexpected(served.error());
    }
    const auto picked = api.send({ .route = u"/api/xml"_s, .query = activeQuery(levels, since), .headers = { { "accept", "application/xml" } },
        .maxBytes = mostOfLatest, .remember = false }, context);
    if (!picked)
        return std::unexpected(picked.error());
    auto names = readActive(picked->body);
    m_hasManyJobs = names.has_value();
    return names;
}

/// Blue Ocean knows parallel branches, the Stage View plugin stages alone. A build that is no Pipeline may be a matrix; without any of it there is one job.
sdk::Result<std::vector<BuildJob>> Builds::stages(const BuildRun &run, sdk::PullContext &context) const
{
    const auto nodes = m_host.api().json({ .route = blueRoute(run) + u"/nodes/"_s, .query = { { u"limit"_s, u"1000"_s } } }, context);
    if (nodes && !nodes->array().isEmpty()) // Of what is no Pipeline it has none.
        return readNodes(nodes->array(), domain::isFinished(run.state));
    if (!nodes && !sdk::isAbsent(nodes.error()) && nodes.error().code != ErrorCode::BadResponse)
        return std::unexpected(nodes.error());
    const auto described = m_host.api().json({ .route = buildRoute(run) + u"/wfapi/describe"_s }, context);
    if (described)
        return readStages(described->object());
    if (!sdk::isAbsent(described.error()))
        return std::unexpected(described.error());
    const auto whole = m_host.api().json({ .route = buildRoute(run) + u"/api/json"_s, .query = { { u"tree"_s, treeOfMatrix() } } }, context);
    if (whole)
        return readMatrix(whole->object(), idPart(run, true).toLongLong());
    return sdk::isAbsent(whole.error()) ? sdk::Result<std::vector<BuildJob>>() : std::unexpected(whole.error());
}

/// Of those that something is wrong with or that run, then of the others. Without them a build's stages are there all the same.
sdk::Result<void> Builds::addSteps(const BuildRun &run, domain::BuildDetail &detail, sdk::PullContext &context) const
{
    std::vector<BuildJob *> begun;
    for (BuildJob &job : detail.jobs) {
        const bool canBeAsked = job.id != consoleId && !job.id.startsWith(matrixPrefix) && !job.id.startsWith(namelessPrefix);
        if (canBeAsked && job.startedAt.isValid())
            begun.push_back(&job);
    }
    std::ranges::stable_sort(begun, {}, [](const BuildJob *job) { return job->state == domain::BuildState::Passed; });
    begun.resize(std::min(begun.size(), stagesAtOnce));
    for (BuildJob *job : begun) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped"_s);
        const bool isBlue = job->id.startsWith(bluePrefix);
        const QString route = isBlue ? QString(blueRoute(run) + u"/nodes/"_s + sdk::pathPart(job->id.mid(bluePrefix.size())) + u"/steps/"_s)
                                     : QString(buildRoute(run) + u"/execution/node/"_s + sdk::pathPart(job->id) + u"/wfapi/describe"_s);
        const auto told = m_host.api().json({ .route = route }, context);
        if (!told && (sdk::isAbsent(told.error()) || told.error().code == ErrorCode::BadResponse))
            continue;
        if (!told)
            return std::unexpected(told.error());
        if (isBlue)
            job->steps = readSteps(told->array());
        else
            readStage(*job, detail.annotations, told->object());
    }
    return {};
}

sdk::Result<domain::BuildDetail> Builds::buildDetail(const BuildRun &run, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    auto jobs = stages(run, context);
    if (!jobs)
        return std::unexpected(jobs.error());
    // What the whole build said comes first: of stages the Stage View plugin has but the ends of logs, and of other builds there are none.
    BuildJob whole;
    whole.id = consoleId;
    whole.name = BuildsWords::tr("Console");
    whole.state = run.state;
    whole.vendorState = run.vendorState;
    whole.startedAt = run.startedAt;
    whole.finishedAt = run.finishedAt;
    whole.url = run.url;
    jobs->insert(jobs->begin(), std::move(whole));
    domain::BuildDetail detail { run.key(), run.entityRefs, std::move(*jobs), {}, {} };
    if (const auto added = addSteps(run, detail, context); !added)
        return std::unexpected(added.error());
    const auto report = api.json({ .route = buildRoute(run) + u"/testReport/api/json"_s,
                                         .query = { { u"tree"_s, treeOfTests() } } }, context);
    if (report)
        detail.tests = readTests(report->object());
    else if (!sdk::isAbsent(report.error()))
        context.log(u"no test report: %1"_s.arg(report.error().detail));
    return detail;
}

// Source: https://www.jenkins.io/doc/book/using/remote-access-api/. Builds of one job say what came with each of them; between two branches
// nothing does.
sdk::Result<std::vector<domain::BuildCommit>> Builds::commitsBetween(
    const BuildRun &good, const BuildRun &run, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const QString job = buildRoute(run).section(u'/', 0, -2);
    if (job != buildRoute(good).section(u'/', 0, -2))
        return fail(ErrorCode::Unsupported, u"Jenkins tells what changed within one job only"_s, api.name());
    const auto served = api.json({ .route = job + u"/api/json"_s, .query = { { u"tree"_s, treeOfChanges() } } }, context);
    if (!served)
        return std::unexpected(served.error());
    return readChanges(served->object(), idPart(good, true).toLongLong(), idPart(run, true).toLongLong());
}

// Progressive text: https://www.jenkins.io/doc/book/using/remote-access-api/; Blue Ocean has the same for a node.
sdk::Result<bool> Builds::buildLog(const BuildRun &run, const BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const bool isConfiguration = job.id.startsWith(matrixPrefix);
    const bool isWhole = job.id.isEmpty() || job.id == consoleId || isConfiguration;
    if (job.id.startsWith(namelessPrefix))
        return fail(ErrorCode::Unsupported, u"this stage has no log of its own: see the console"_s, api.name());
    if (!isWhole && !job.id.startsWith(bluePrefix))
        return stageLog(api, buildRoute(run), job.id, sdk::LogRest(from, onData), m_lengths, context);
    const QString node = job.id.mid(bluePrefix.size());
    const QString whole = isConfiguration ? configurationRoute(run, job.id.mid(matrixPrefix.size())) : buildRoute(run);
    // Asked before the log: what ends in between is asked for once more.
    const QString about = isWhole ? QString(whole + u"/api/json"_s) : QString(blueRoute(run) + u"/nodes/"_s + sdk::pathPart(node) + u'/');
    sdk::HostAsk ask { .route = about, .remember = false };
    if (isWhole)
        ask.query.addQueryItem(u"tree"_s, u"building"_s);
    const auto served = api.json(ask, context);
    if (!served)
        return std::unexpected(served.error());
    const bool hasEnded = isWhole ? !(*served)["building"_L1].toBool() : domain::isFinished(nodeState(served->object()));
    const QString text = isWhole ? QString(whole + u"/logText/progressiveText"_s) : QString(about + u"log/"_s);
    const sdk::HostAsk log { .route = text, .query = { { u"start"_s, QString::number(from) } }, .headers = { { "accept", "text/plain" } } };
    if (const auto read = api.text(log, 0, onData, context); !read)
        return std::unexpected(read.error());
    return hasEnded;
}

namespace {

void add(QUrlQuery &parameters, const QString &name, const QString &value)
{
    parameters.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(name)), QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

/// What a build was started with; empty where its job asks for nothing. Source: https://www.jenkins.io/doc/book/using/remote-access-api/.
sdk::Result<QUrlQuery> parametersOf(const sdk::HostApi &api, const BuildRun &run, sdk::PullContext &context)
{
    const auto served = api.json({ .route = buildRoute(run) + u"/api/json"_s, .query = { { u"tree"_s, u"actions[parameters[name,value]]"_s } }, .remember = false }, context);
    if (!served)
        return std::unexpected(served.error());
    QUrlQuery parameters;
    for (const QJsonValue action : (*served)["actions"_L1].toArray()) {
        for (const QJsonValue parameter : action["parameters"_L1].toArray()) {
            const QJsonValue value = parameter["value"_L1];
            if (value.isUndefined() || value.isObject() || value.isArray())
                return fail(ErrorCode::Unsupported, u"it was started with something that Jenkins does not show: run it again there"_s, api.name());
            add(parameters, parameter["name"_L1].toString(), value.toVariant().toString());
        }
    }
    return parameters;
}

sdk::Result<sdk::ActionAnswer> postTo(const sdk::HostApi &api, sdk::HostAsk ask, const QString &summary, sdk::PullContext &context)
{
    ask.method = "POST";
    const auto answer = api.answerTo(ask, context);
    if (!answer)
        return std::unexpected(answer.error());
    // It sends a browser on to a page.
    if (answer->status >= 400)
        return std::unexpected(sdk::errorOf(*answer, api.name()));
    return sdk::ActionAnswer { summary, {}, { u"builds"_s }, std::nullopt };
}

/// What the build waits for now, one at least.
sdk::Result<std::vector<PendingInput>> inputsOf(const sdk::HostApi &api, const BuildRun &run, sdk::PullContext &context)
{
    const auto pending = api.list({ .route = buildRoute(run) + u"/wfapi/pendingInputActions"_s, .remember = false }, context, 50);
    if (!pending)
        return std::unexpected(pending.error());
    auto inputs = readInputs(*pending);
    if (inputs.empty())
        return fail(ErrorCode::NotFound, u"it waits for nobody"_s, api.name());
    return inputs;
}

/// The one that was named, or the only one.
sdk::Result<PendingInput> inputNamed(const sdk::HostApi &api, const std::vector<PendingInput> &inputs, const QString &label)
{
    const auto found = std::ranges::find(inputs, label, &PendingInput::label);
    if (found != inputs.end())
        return *found;
    if (label.isEmpty() && inputs.size() == 1)
        return inputs.front();
    QStringList labels;
    for (const PendingInput &input : inputs)
        labels.append(input.label);
    return fail(ErrorCode::Invalid, u"name which input to answer: %1"_s.arg(labels.join(", "_L1)), api.name());
}

// Sources: pipeline-stage-view-plugin, com.cloudbees.workflow.rest.endpoints.RunAPI (inputSubmit);
// https://plugins.jenkins.io/pipeline-input-step/.
sdk::Result<sdk::ActionAnswer> proceed(const sdk::HostApi &api, const BuildRun &run, const QJsonValue &given, sdk::PullContext &context)
{
    const auto inputs = inputsOf(api, run, context);
    if (!inputs)
        return std::unexpected(inputs.error());
    auto values = sdk::namedValues(given);
    if (!values)
        return std::unexpected(values.error());
    const auto input = inputNamed(api, *inputs, values->take(inputField).toString());
    if (!input)
        return std::unexpected(input.error());
    if (!input->refusal.isEmpty())
        return fail(ErrorCode::Unsupported, input->refusal, api.name());
    const auto answer = filledIn(*input, *values);
    if (!answer)
        return std::unexpected(answer.error());
    const QString summary = BuildsWords::tr("It goes on.");
    if (!input->isForm)
        return postTo(api, { .route = buildRoute(run) + u"/input/"_s + sdk::pathPart(input->id) + u"/proceedEmpty"_s }, summary, context);
    sdk::HostAsk ask { .route = buildRoute(run) + u"/wfapi/inputSubmit"_s };
    add(ask.query, u"inputId"_s, input->id);
    add(ask.form.emplace(), u"json"_s, QString::fromUtf8(*answer));
    return postTo(api, ask, summary, context);
}

/// Which input, and what it asks for; of several what one of them asks for would not be known before it was chosen.
sdk::Result<std::vector<sdk::FormField>> inputForm(const sdk::HostApi &api, const BuildRun &run, sdk::PullContext &context)
{
    const auto inputs = inputsOf(api, run, context);
    if (!inputs)
        return std::unexpected(inputs.error());
    sdk::FormField which { .id = inputField, .label = BuildsWords::tr("Input"), .type = sdk::FormField::Type::Choice, .required = true };
    for (const PendingInput &input : *inputs)
        which.choices.append(input.label);
    std::vector<sdk::FormField> fields;
    for (const PendingInput &input : *inputs) {
        QString refusal = input.refusal;
        if (inputs->size() > 1 && !input.fields.empty())
            refusal = BuildsWords::tr("Several inputs wait, and one asks for values: answer them in Jenkins.");
        if (!refusal.isEmpty())
            return fail(ErrorCode::Unsupported, refusal, api.name());
        std::ranges::copy(input.fields, std::back_inserter(fields));
    }
    if (which.choices.size() > 1) // Which one is for the person to say.
        which.choices.prepend(QString());
    which.defaultValue = which.choices.first();
    fields.insert(fields.begin(), std::move(which));
    return fields;
}

} // namespace

sdk::Result<sdk::ActionAnswer> Builds::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto run = BuildRun::fromRecord(request.record);
    if (run.project.isEmpty() || run.id.isEmpty())
        return fail(ErrorCode::Invalid, u"this is no build"_s, api.name());
    const auto post = [&](const QString &route, const QString &summary, const QUrlQuery &form = {}) {
        sdk::HostAsk ask { .route = route };
        if (!form.isEmpty()) // Not in the address, which servers write down: there may be a password among them.
            ask.form = form;
        return postTo(api, ask, summary, context);
    };
    const QString job = buildRoute(run).section(u'/', 0, -2);
    if (request.actionId == "rerun"_L1) {
        const auto parameters = parametersOf(api, run, context);
        if (!parameters)
            return std::unexpected(parameters.error());
        // A job with parameters refuses the plain way, and one without them the other.
        return post(job + (parameters->isEmpty() ? u"/build"_s : u"/buildWithParameters"_s), BuildsWords::tr("Another build is in the queue."), *parameters);
    }
    const auto stop = [&] { return post(buildRoute(run) + u"/stop"_s, BuildsWords::tr("The build is being stopped.")); };
    if (request.actionId == "cancel"_L1 && run.state == domain::BuildState::Queued) {
        const auto served = api.json({ .route = job + u"/api/json"_s, .query = { { u"tree"_s, u"nextBuildNumber,queueItem[id]"_s } }, .remember = false }, context);
        if (!served)
            return std::unexpected(served.error());
        // It may have begun meanwhile, and another wait behind it.
        if ((*served)["nextBuildNumber"_L1].toInteger() != run.number)
            return stop();
        const qint64 item = (*served)["queueItem"_L1]["id"_L1].toInteger();
        if (item <= 0)
            return fail(ErrorCode::NotFound, u"it is no longer in the queue"_s, api.name());
        return post(u"/queue/cancelItem"_s, BuildsWords::tr("It is taken out of the queue."), { { u"id"_s, QString::number(item) } });
    }
    if (request.actionId == "cancel"_L1)
        return stop();
    if (request.actionId == "dispatch"_L1) {
        const auto values = sdk::namedValues(request.values["parameters"_L1]);
        if (!values)
            return std::unexpected(values.error());
        QUrlQuery parameters;
        const QJsonObject texts = sdk::asTexts(*values);
        for (auto value = texts.begin(); value != texts.end(); ++value)
            add(parameters, value.key(), value->toString());
        // A job that asks for nothing refuses parameters; one that does refuses to start without, and takes the defaults of those not given.
        bool asksForNothing = request.values["parameters"_L1].isObject() && parameters.isEmpty();
        if (asksForNothing) {
            const auto fields = actionForm(request, context);
            if (!fields)
                return std::unexpected(fields.error());
            asksForNothing = fields->empty();
        }
        return post(job + (asksForNothing ? u"/build"_s : u"/buildWithParameters"_s), BuildsWords::tr("A build with parameters is in the queue."), parameters);
    }
    if (request.actionId == "approve"_L1)
        return proceed(api, run, request.values["parameters"_L1], context);
    if (request.actionId == "reject"_L1) {
        const auto inputs = inputsOf(api, run, context);
        if (!inputs)
            return std::unexpected(inputs.error());
        if (inputs->size() > 1) // Each is of a branch of its own, and the others would still wait.
            return fail(ErrorCode::Unsupported, u"several inputs wait: stop the build, or answer them in Jenkins"_s, api.name());
        return post(buildRoute(run) + u"/input/"_s + sdk::pathPart(inputs->front().id) + u"/abort"_s, BuildsWords::tr("It is stopped."));
    }
    return fail(ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(request.actionId));
}

// Sources: https://www.jenkins.io/doc/book/using/remote-access-api/; hudson.model.ParameterDefinition and what derives from it.
sdk::Result<std::vector<sdk::FormField>> Builds::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto run = BuildRun::fromRecord(request.record);
    if (request.actionId == "approve"_L1 && !run.project.isEmpty() && !run.id.isEmpty())
        return inputForm(api, run, context);
    if (request.actionId != "dispatch"_L1 || run.project.isEmpty())
        return fail(ErrorCode::Unsupported, u"there is no form for \"%1\""_s.arg(request.actionId), api.name());
    const QString tree = u"property[parameterDefinitions[name,type,description,choices,defaultParameterValue[value]]]"_s;
    const auto served = api.json({ .route = buildRoute(run).section(u'/', 0, -2) + u"/api/json"_s, .query = { { u"tree"_s, tree } } }, context);
    if (!served)
        return std::unexpected(served.error());
    return readParameters(served->object());
}

sdk::Result<sdk::Permission> Builds::mayAct(const sdk::ActionRequest &request, sdk::PullContext &)
{
    const auto run = BuildRun::fromRecord(request.record);
    if (request.actionId == "cancel"_L1 && domain::isFinished(run.state))
        return sdk::Permission { false, BuildsWords::tr("It has ended.") };
    const bool decides = request.actionId == "approve"_L1 || request.actionId == "reject"_L1;
    if (decides && domain::isFinished(run.state))
        return sdk::Permission { false, BuildsWords::tr("It waits for nobody.") };
    return sdk::Permission {};
}

} // namespace callboard::jenkins
