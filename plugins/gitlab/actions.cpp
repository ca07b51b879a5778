// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitlab/builds.h"

#include "models/domain/review.h"
#include "plugins/gitlab/pipelines.h"
#include "plugins/sdk/startform.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace callboard::gitlab {

using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;

namespace {

struct ActionsWords {
    Q_DECLARE_TR_FUNCTIONS(GitLab)
};

constexpr qsizetype mostChildren = 12; ///< Of one pipeline, two requests each.

sdk::Result<sdk::ActionAnswer> post(
    const sdk::HostApi &api, sdk::HostAsk ask, const QString &summary, const QString &feed, sdk::PullContext &context)
{
    ask.method = "POST";
    const auto answer = api.send(ask, context);
    if (!answer)
        return std::unexpected(answer.error());
    return sdk::ActionAnswer { summary, {}, { feed }, std::nullopt };
}

sdk::Result<QJsonArray> jobsOf(
    const sdk::HostApi &api, const QString &project, const QString &pipeline, const QString &scope, sdk::PullContext &context)
{
    sdk::HostAsk ask { .route = projectRoute(project, u"/pipelines/"_s + sdk::pathPart(pipeline) + u"/jobs"_s),
        .query = { { u"scope[]"_s, scope }, { u"per_page"_s, u"100"_s } }, .remember = false };
    return api.list(ask, context, 1000);
}

/// Those of the child pipelines that this one's trigger jobs started, and of theirs.
sdk::Result<QJsonArray> jobsOfChildren(const sdk::HostApi &api, const domain::BuildRun &run, const QString &scope, sdk::PullContext &context)
{
    QJsonArray all;
    QStringList pipelines { run.id };
    for (qsizetype at = 0; at < pipelines.size() && at < mostChildren; ++at) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped"_s);
        const sdk::HostAsk ask { .route = projectRoute(run.project, u"/pipelines/"_s + sdk::pathPart(pipelines[at]) + u"/bridges"_s),
            .query = { { u"per_page"_s, u"100"_s } }, .remember = false };
        const auto bridges = api.list(ask, context, 1000);
        if (!bridges && !sdk::isAbsent(bridges.error()))
            return bridges;
        for (const ChildPipeline &child : readChildren(bridges.value_or(QJsonArray()))) {
            if (!pipelines.contains(child.id))
                pipelines.append(child.id);
        }
        const auto jobs = at == 0 ? sdk::Result<QJsonArray>() : jobsOf(api, run.project, pipelines[at], scope, context);
        if (!jobs && !sdk::isAbsent(jobs.error()))
            return jobs;
        for (const QJsonValue job : jobs.value_or(QJsonArray()))
            all.append(job);
    }
    return all;
}

/// The one of these jobs that has this name or id; without one, the only one there is.
sdk::Result<QJsonObject> chooseJob(const sdk::HostApi &api, const QJsonArray &jobs, const QString &wanted)
{
    QStringList names;
    QJsonObject chosen;
    for (const QJsonValue job : jobs) {
        const QString name = sdk::textOf(job["name"_L1]);
        if (!wanted.isEmpty() && wanted != name && wanted != sdk::idOf(job["id"_L1]))
            continue;
        names.append(name);
        chosen = job.toObject();
    }
    if (names.isEmpty())
        return fail(ErrorCode::NotFound, u"there is no such job in this pipeline"_s, api.name());
    if (names.size() > 1)
        return fail(ErrorCode::Invalid, u"there are several, name one: %1"_s.arg(names.join(u", "_s)), api.name());
    return chosen;
}

sdk::Result<sdk::ActionAnswer> startJob(const sdk::HostApi &api, const domain::BuildRun &run, const QJsonObject &job, const QString &verb, sdk::PullContext &context)
{
    return post(api, { .route = projectRoute(run.project, u"/jobs/"_s + sdk::idOf(job["id"_L1]) + verb) },
        ActionsWords::tr("Job %1 starts.").arg(sdk::textOf(job["name"_L1])), u"builds"_s, context);
}

sdk::Result<sdk::ActionAnswer> actOnJob(const sdk::HostApi &api, const sdk::ActionRequest &request, bool isPlay, sdk::PullContext &context)
{
    const auto run = domain::BuildRun::fromRecord(request.record);
    const QString scope = isPlay ? u"manual"_s : u"failed"_s, wanted = request.values["job"_L1].toString().trimmed();
    const auto waiting = jobsOf(api, run.project, run.id, scope, context);
    if (!waiting)
        return std::unexpected(waiting.error());
    auto job = chooseJob(api, *waiting, wanted);
    if (!job && job.error().code == ErrorCode::NotFound) {
        const auto ofChildren = jobsOfChildren(api, run, scope, context);
        if (!ofChildren)
            return std::unexpected(ofChildren.error());
        job = chooseJob(api, *ofChildren, wanted);
    }
    return job ? startJob(api, run, *job, isPlay ? u"/play"_s : u"/retry"_s, context) : std::unexpected(job.error());
}

/// The deployments of this pipeline in one state; none where a GitLab does not know the state ("blocked" came with 14.7) or tells of none.
sdk::Result<QJsonArray> deploymentsOf(const sdk::HostApi &api, const domain::BuildRun &run, const QString &status, sdk::PullContext &context)
{
    const sdk::HostAsk ask { .route = projectRoute(run.project, u"/deployments"_s),
        .query = { { u"status"_s, status }, { u"order_by"_s, u"id"_s }, { u"sort"_s, u"desc"_s }, { u"per_page"_s, u"100"_s } } };
    const auto listed = api.list(ask, context, 300);
    if (!listed && !sdk::isAbsent(listed.error()) && listed.error().code != ErrorCode::Invalid)
        return std::unexpected(listed.error());
    QJsonArray own;
    for (const QJsonValue deployment : listed.value_or(QJsonArray())) {
        if (sdk::idOf(deployment["deployable"_L1]["pipeline"_L1]["id"_L1]) == run.id)
            own.append(deployment);
    }
    return own;
}

/// Those that wait for an approval.
sdk::Result<QJsonArray> blockedDeployments(const sdk::HostApi &api, const domain::BuildRun &run, sdk::PullContext &context)
{
    return deploymentsOf(api, run, u"blocked"_s, context);
}

/// All blocked deployments, or those to the environment that was named.
sdk::Result<sdk::ActionAnswer> decideDeployments(
    const sdk::HostApi &api, const sdk::ActionRequest &request, const domain::BuildRun &run, const QJsonArray &blocked, bool isApproval, sdk::PullContext &context)
{
    const QString wanted = request.values["environment"_L1].toString().trimmed();
    QJsonObject body { { u"status"_s, isApproval ? u"approved"_s : u"rejected"_s } };
    if (const QString comment = request.values["comment"_L1].toString().trimmed(); !comment.isEmpty())
        body.insert(u"comment"_s, comment);
    QStringList names, others;
    for (const QJsonValue deployment : blocked) {
        const QString name = sdk::lineOf(deployment["environment"_L1]["name"_L1]);
        const bool isMeant = wanted.isEmpty() || wanted == name;
        (isMeant ? names : others).append(name);
        if (!isMeant)
            continue;
        const QString route = projectRoute(run.project, u"/deployments/"_s + sdk::pathPart(sdk::idOf(deployment["id"_L1])) + u"/approval"_s);
        if (const auto answer = api.send({ .method = "POST", .route = route, .body = body }, context); !answer)
            return std::unexpected(answer.error());
    }
    if (names.isEmpty())
        return fail(ErrorCode::NotFound, u"no deployment to %1 waits, but to %2"_s.arg(wanted, others.join(u", "_s)), api.name());
    const QString summary = isApproval ? ActionsWords::tr("Approved for %1. Its job can be started once all approvals are there.") : ActionsWords::tr("Rejected for %1.");
    return sdk::ActionAnswer { summary.arg(names.join(u", "_s)), {}, { u"builds"_s }, std::nullopt };
}

/// A deployment that needs no further approval, and the job that makes it.
struct Approved {
    QString job;
    QStringList by; ///< Names; empty: nobody had to.
};

/// Of the pipeline's deployments whose jobs are among these, the one that was approved: as it is now, for a list does not tell by whom.
/// Source: https://docs.gitlab.com/api/deployments/#get-a-specific-deployment ("approvals").
sdk::Result<Approved> approvedDeployment(
    const sdk::HostApi &api, const domain::BuildRun &run, const QJsonArray &jobs, const QString &wanted, sdk::PullContext &context)
{
    const auto ready = deploymentsOf(api, run, u"created"_s, context);
    if (!ready)
        return std::unexpected(ready.error());
    for (const QJsonValue deployment : *ready) {
        const QString job = sdk::idOf(deployment["deployable"_L1]["id"_L1]), name = sdk::lineOf(deployment["deployable"_L1]["name"_L1]);
        const bool waits = std::ranges::any_of(jobs, [&job](const QJsonValue one) { return sdk::idOf(one["id"_L1]) == job; });
        if (!waits || (!wanted.isEmpty() && wanted != name && wanted != job && wanted != sdk::lineOf(deployment["environment"_L1]["name"_L1])))
            continue;
        const QString route = projectRoute(run.project, u"/deployments/"_s + sdk::pathPart(sdk::idOf(deployment["id"_L1])));
        const auto served = api.json({ .route = route, .remember = false }, context);
        if (!served)
            return std::unexpected(served.error());
        Approved approved { name, {} };
        for (const QJsonValue approval : (*served)["approvals"_L1].toArray()) {
            if (approval["status"_L1] == "approved"_L1)
                approved.by.append(sdk::lineOf(approval["user"_L1]["name"_L1]));
        }
        if (!approved.by.isEmpty())
            return approved;
    }
    return Approved {};
}

/// The manual job that a pipeline without blocked deployments waits for: one that may fail holds nothing up. One whose deployment was approved is
/// not started: who approves it, too, sees it as it was before, and a deployment is more than that person asked for.
sdk::Result<sdk::ActionAnswer> letGoOn(const sdk::HostApi &api, const sdk::ActionRequest &request, const domain::BuildRun &run, sdk::PullContext &context)
{
    const auto manual = jobsOf(api, run.project, run.id, u"manual"_s, context);
    if (!manual)
        return std::unexpected(manual.error());
    const QString wanted = request.values["environment"_L1].toString().trimmed();
    const bool hasComment = !request.values["comment"_L1].toString().trimmed().isEmpty();
    const auto approved = approvedDeployment(api, run, *manual, wanted, context);
    if (!approved)
        return std::unexpected(approved.error());
    if (!approved->by.isEmpty()) {
        const QString summary = hasComment ? ActionsWords::tr("Nothing was done, and your comment was not sent: %1 approved it already. Job %2 can be started.")
                                           : ActionsWords::tr("Nothing was done: %1 approved it already. Job %2 can be started.");
        return sdk::ActionAnswer { summary.arg(approved->by.join(u", "_s), approved->job), {}, { u"builds"_s }, std::nullopt };
    }
    QJsonArray blocking;
    for (const QJsonValue job : *manual) {
        if (!wanted.isEmpty() || !job["allow_failure"_L1].toBool())
            blocking.append(job);
    }
    if (blocking.isEmpty())
        return fail(ErrorCode::NotFound, u"it waits for no approval"_s, api.name());
    const auto job = chooseJob(api, blocking, wanted);
    auto started = job ? startJob(api, run, *job, u"/play"_s, context) : std::unexpected(job.error());
    if (started && hasComment)
        started->summary = ActionsWords::tr("Job %1 starts. GitLab takes no comment with that: yours was not sent.").arg(sdk::textOf((*job)["name"_L1]));
    return started;
}

/// Sources: https://docs.gitlab.com/ci/environments/deployment_approvals/ (a job that was approved still has to be started),
/// https://docs.gitlab.com/ci/jobs/job_control/#types-of-manual-jobs.
sdk::Result<sdk::ActionAnswer> decide(
    const sdk::HostApi &api, const sdk::ActionRequest &request, const domain::BuildRun &run, bool isApproval, sdk::PullContext &context)
{
    const auto blocked = blockedDeployments(api, run, context);
    if (!blocked)
        return std::unexpected(blocked.error());
    if (!blocked->isEmpty())
        return decideDeployments(api, request, run, *blocked, isApproval, context);
    return isApproval ? letGoOn(api, request, run, context) : fail(ErrorCode::NotFound, u"it waits for no approval"_s, api.name());
}

/// The one that was typed, else the pipeline's.
QString refOf(const sdk::ActionRequest &request, const domain::BuildRun &run)
{
    const QString typed = request.values["ref"_L1].toString().trimmed();
    return typed.isEmpty() ? run.branch : typed;
}

/// A value of an input, which are typed: https://docs.gitlab.com/ci/inputs/#input-types.
QJsonValue inputOf(const QString &type, const QJsonValue &value)
{
    const QString text = value.toVariant().toString().trimmed();
    if (type == "array"_L1) {
        const auto json = QJsonDocument::fromJson(text.toUtf8());
        return json.isArray() ? json.array() : QJsonArray::fromStringList(text.split(u',', Qt::SkipEmptyParts));
    }
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (type == "number"_L1 && isNumber)
        return number;
    return type == "boolean"_L1 ? value : QJsonValue(text);
}

/// What a pipeline starts with: "inputs" and "variables", as they are sent.
sdk::Result<QJsonObject> startOf(const QJsonValue &given)
{
    const auto values = sdk::namedValues(given);
    if (!values)
        return values;
    const auto more = sdk::namedValues(given.isObject() ? (*values)["more"_L1] : QJsonValue());
    if (!more)
        return more;
    QJsonObject inputs, variables;
    for (auto value = values->begin(); value != values->end(); ++value) {
        const QString kind = given.isObject() ? value.key().section(u'/', 0, 0) : u"typed"_s;
        const bool isNoNumber = value.key().startsWith("input/number/"_L1) && value.value().toVariant().toString().trimmed().isEmpty();
        if (isNoNumber)
            continue; // Left empty: its default counts.
        if (kind == "input"_L1)
            inputs.insert(value.key().section(u'/', 2), inputOf(value.key().section(u'/', 1, 1), value.value()));
        else if (kind != "more"_L1)
            variables.insert(kind == "variable"_L1 ? value.key().section(u'/', 1) : value.key(), value.value());
    }
    for (auto value = more->begin(); value != more->end(); ++value)
        variables.insert(value.key(), value.value());
    QJsonObject start;
    if (!inputs.isEmpty())
        start.insert(u"inputs"_s, inputs);
    QJsonArray list;
    const QJsonObject texts = sdk::asTexts(variables);
    for (auto value = texts.begin(); value != texts.end(); ++value)
        list.append(QJsonObject { { u"key"_s, value.key() }, { u"value"_s, value.value() } });
    if (!list.isEmpty())
        start.insert(u"variables"_s, list);
    return start;
}

sdk::Result<sdk::ActionAnswer> dispatch(const sdk::HostApi &api, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto run = domain::BuildRun::fromRecord(request.record);
    const QString ref = refOf(request, run);
    if (ref.isEmpty())
        return fail(ErrorCode::Invalid, u"name a branch or tag to run it for"_s, api.name());
    auto body = startOf(request.values["variables"_L1]);
    if (!body)
        return std::unexpected(body.error());
    body->insert(u"ref"_s, ref);
    return post(api, { .route = projectRoute(run.project, u"/pipeline"_s), .body = *body }, ActionsWords::tr("A pipeline starts for %1.").arg(ref),
        u"builds"_s, context);
}

sdk::Result<sdk::ActionAnswer> actOnRun(const sdk::HostApi &api, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto run = domain::BuildRun::fromRecord(request.record);
    if (run.project.isEmpty() || run.id.isEmpty())
        return fail(ErrorCode::Invalid, u"this is no pipeline"_s, api.name());
    const auto route = [&](const QString &verb) { return projectRoute(run.project, u"/pipelines/"_s + sdk::pathPart(run.id) + verb); };
    if (request.actionId == "rerunFailed"_L1)
        return post(api, { .route = route(u"/retry"_s) }, ActionsWords::tr("The jobs that failed run again."), u"builds"_s, context);
    if (request.actionId == "cancel"_L1)
        return post(api, { .route = route(u"/cancel"_s) }, ActionsWords::tr("The pipeline is being cancelled."), u"builds"_s, context);
    if (request.actionId == "play"_L1 || request.actionId == "rerunJob"_L1)
        return actOnJob(api, request, request.actionId == "play"_L1, context);
    if (request.actionId == "approve"_L1 || request.actionId == "reject"_L1)
        return decide(api, request, run, request.actionId == "approve"_L1, context);
    // GitLab runs no pipeline twice: another one for the same branch or merge request is what its own button makes.
    if (request.actionId == "rerun"_L1 && !run.pullRequest.isEmpty()) {
        return post(api, { .route = projectRoute(run.project, u"/merge_requests/"_s + sdk::pathPart(run.pullRequest) + u"/pipelines"_s) },
            ActionsWords::tr("A pipeline starts for merge request %1.").arg(run.pullRequest), u"builds"_s, context);
    }
    return dispatch(api, request, context);
}

/// A pipeline may run, or have ended, while a deployment of it waits that nothing else waits for: only its deployments tell.
sdk::Result<sdk::Permission> mayDecide(Host &host, const domain::BuildRun &run, bool isApproval, sdk::PullContext &context)
{
    if (isApproval && run.state == BuildState::Waiting)
        return sdk::Permission {}; // At least a job waits to be started.
    const bool isOver = run.state == BuildState::Cancelled || run.state == BuildState::Skipped;
    const sdk::HostApi &api = host.api();
    const auto blocked = isOver ? sdk::Result<QJsonArray>() : blockedDeployments(api, run, context);
    if (!blocked)
        return std::unexpected(blocked.error());
    return blocked->isEmpty() ? sdk::Permission { false, ActionsWords::tr("It waits for nobody.") } : sdk::Permission {};
}

/// The text of what describes the project's pipelines: ".gitlab-ci.yml", or the project's `ci_config_path`, "FILE@PROJECT:REF" where it lies
/// in another one. Sources: https://docs.gitlab.com/ci/pipelines/settings/#specify-a-custom-cicd-configuration-file, …/api/repository_files/.
sdk::Result<QByteArray> configurationOf(const sdk::HostApi &api, const QString &project, const QString &ref, sdk::PullContext &context)
{
    const auto served = api.json({ .route = projectRoute(project) }, context);
    if (!served)
        return std::unexpected(served.error());
    const QString told = sdk::textOf((*served)["ci_config_path"_L1]).trimmed();
    if (told.contains("://"_L1))
        return fail(ErrorCode::Unsupported, u"its configuration lies at another host"_s, api.name());
    const QString file = told.section(u'@', 0, 0), elsewhere = told.section(u'@', 1);
    const QString where = elsewhere.isEmpty() ? project : elsewhere.section(u':', 0, 0);
    const QString at = elsewhere.isEmpty() ? ref : elsewhere.contains(u':') ? elsewhere.section(u':', 1) : u"HEAD"_s;
    const QString route = u"/repository/files/"_s + sdk::pathPart(file.isEmpty() ? u".gitlab-ci.yml"_s : file) + u"/raw"_s;
    sdk::HostAsk ask { .route = projectRoute(where, route), .headers = { { "accept", "*/*" } } };
    ask.query.addQueryItem(u"ref"_s, QString::fromLatin1(QUrl::toPercentEncoding(at)));
    const auto text = api.send(ask, context);
    return text ? sdk::Result<QByteArray>(text->body) : std::unexpected(text.error());
}

// Source: https://docs.gitlab.com/ci/inputs/: without a default one must be given.
sdk::FormField inputField(const QString &name, const QJsonObject &described)
{
    static const QStringList types { u"array"_s, u"boolean"_s, u"number"_s };
    const QString told = described["type"_L1].toString(), type = types.contains(told) ? told : u"string"_s;
    sdk::FormField field = sdk::formField(name, described);
    field.id = u"input/"_s + type + u'/' + name;
    if (type == "boolean"_L1)
        field.type = sdk::FormField::Type::Boolean;
    else if (!field.choices.isEmpty())
        field.type = sdk::FormField::Type::Choice;
    field.required = !described.contains("default"_L1) && type != "boolean"_L1;
    return field;
}

// Source: https://docs.gitlab.com/ci/pipelines/#prefill-variables-in-manual-pipelines: those that have a description.
sdk::FormField variableField(const QString &name, QJsonObject described)
{
    described.insert(u"default"_s, described["value"_L1]);
    sdk::FormField field = sdk::formField(name, described);
    field.id = u"variable/"_s + name;
    if (!field.choices.isEmpty())
        field.type = sdk::FormField::Type::Choice;
    return field;
}

std::vector<sdk::FormField> inputsOf(const std::vector<sdk::YamlDocument> &documents)
{
    std::vector<sdk::FormField> fields;
    for (const sdk::YamlDocument &document : documents) {
        for (const auto &[name, described] : sdk::membersAt(document, { u"spec"_s, u"inputs"_s }))
            fields.push_back(inputField(name, described.toObject()));
    }
    return fields;
}

std::vector<sdk::FormField> variablesOf(const std::vector<sdk::YamlDocument> &documents)
{
    std::vector<sdk::FormField> fields;
    for (const sdk::YamlDocument &document : documents) {
        for (const auto &[name, described] : sdk::membersAt(document, { u"variables"_s })) {
            if (described["description"_L1].isString())
                fields.push_back(variableField(name, described.toObject()));
        }
    }
    return fields;
}

/// What a pipeline would be made of, with all that the file includes in it, from wherever: as GitLab itself puts it together. Invalid where it
/// cannot: an input without a default lacks its value, say. GitLab before 16.5 takes the default branch's file.
/// Source: https://docs.gitlab.com/api/lint/#validate-a-projects-cicd-configuration.
sdk::Result<std::vector<sdk::YamlDocument>> mergedConfiguration(
    const sdk::HostApi &api, const QString &project, const QString &ref, sdk::PullContext &context)
{
    const QString at = QString::fromLatin1(QUrl::toPercentEncoding(ref));
    const auto served = api.json({ .route = projectRoute(project, u"/ci/lint"_s),
        .query = { { u"content_ref"_s, at }, { u"dry_run"_s, u"true"_s }, { u"dry_run_ref"_s, at } } }, context);
    if (!served)
        return std::unexpected(served.error());
    const QString merged = (*served)["merged_yaml"_L1].toString();
    if (merged.isEmpty())
        return fail(ErrorCode::Invalid, u"the configuration cannot be put together: %1"_s.arg(sdk::lineOf((*served)["errors"_L1][0])), api.name());
    return context.readYaml(merged.toUtf8());
}

/// Of asking for the merged configuration: what leaves one that is less complete.
bool isOfConfiguration(const domain::Error &error)
{
    return sdk::isAbsent(error) || error.code == ErrorCode::Invalid || error.code == ErrorCode::BadResponse || error.code == ErrorCode::Unsupported;
}

} // namespace

// Sources: https://docs.gitlab.com/api/pipelines/, …/api/jobs/, …/api/deployments/, …/api/todos/, …/api/merge_request_approvals/.
sdk::Result<sdk::ActionAnswer> Builds::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const QString &id = request.actionId;
    static const QStringList ofRuns { u"rerun"_s, u"rerunFailed"_s, u"rerunJob"_s, u"cancel"_s, u"play"_s, u"dispatch"_s, u"approve"_s, u"reject"_s };
    if (ofRuns.contains(id))
        return actOnRun(api, request, context);
    if (id == "done"_L1) {
        return post(api, { .route = u"/todos/"_s + sdk::pathPart(request.record.key) + u"/mark_as_done"_s }, ActionsWords::tr("Done at GitLab, too."),
            u"notices"_s, context);
    }
    if (id == "approveReview"_L1) {
        const auto review = domain::Review::fromRecord(request.record);
        return post(api, { .route = projectRoute(review.project, u"/merge_requests/"_s + sdk::pathPart(review.id) + u"/approve"_s) },
            ActionsWords::tr("Approved."), u"reviews"_s, context);
    }
    return fail(ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(id));
}

sdk::Result<std::vector<sdk::FormField>> Builds::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto run = domain::BuildRun::fromRecord(request.record);
    const QString ref = refOf(request, run);
    if (request.actionId != "dispatch"_L1 || run.project.isEmpty() || ref.isEmpty())
        return fail(ErrorCode::Unsupported, u"there is no form for \"%1\""_s.arg(request.actionId), api.name());
    const auto text = configurationOf(api, run.project, ref, context);
    if (!text)
        return std::unexpected(text.error());
    const auto documents = context.readYaml(*text);
    if (!documents)
        return std::unexpected(documents.error());
    std::vector<sdk::FormField> fields = inputsOf(*documents);
    QString help = ActionsWords::tr("NAME=value, separated by semicolons.");
    // Inputs are what the file itself asks for: what it includes is given its inputs by it. Variables are everybody's.
    std::vector<sdk::FormField> variables = variablesOf(*documents);
    if (std::ranges::any_of(*documents, [](const sdk::YamlDocument &document) { return !document.value["include"_L1].isUndefined(); })) {
        const auto merged = mergedConfiguration(api, run.project, ref, context);
        if (!merged && !isOfConfiguration(merged.error()))
            return std::unexpected(merged.error());
        if (merged)
            variables = variablesOf(*merged);
        else
            help = ActionsWords::tr("NAME=value, separated by semicolons. What included files describe could not be read.");
    }
    std::ranges::move(variables, std::back_inserter(fields));
    fields.push_back({ .id = u"more"_s, .label = ActionsWords::tr("Other variables"), .help = help });
    return fields;
}

sdk::Result<sdk::Permission> Builds::mayAct(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto run = domain::BuildRun::fromRecord(request.record);
    const QString &id = request.actionId;
    if (id == "cancel"_L1 && domain::isFinished(run.state))
        return sdk::Permission { false, ActionsWords::tr("It has ended.") };
    const bool hasFailed = run.state == BuildState::Failed || run.state == BuildState::Errored || run.state == BuildState::Cancelled;
    if (id == "rerunFailed"_L1 && !hasFailed)
        return sdk::Permission { false, ActionsWords::tr("Nothing in it has failed.") };
    if (id == "approve"_L1 || id == "reject"_L1)
        return mayDecide(m_host, run, id == "approve"_L1, context);
    return sdk::Permission {};
}

} // namespace callboard::gitlab
