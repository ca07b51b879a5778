// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/circleci/builds.h"

#include "plugins/circleci/workflows.h"
#include "plugins/sdk/startform.h"

#include <QCoreApplication>

namespace callboard::circleci {

using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;
using sdk::textOf;

namespace {

struct ActionsWords {
    Q_DECLARE_TR_FUNCTIONS(CircleCI)
};

/// In a form of parameters, the field of the pipeline's definition. No parameter has a blank in its name.
const QString definitionField = u"pipeline definition"_s;

using Members = QList<std::pair<QString, QJsonValue>>;

sdk::Result<QJsonDocument> post(const sdk::HostApi &api, const QString &route, const QJsonObject &body, sdk::PullContext &context)
{
    const auto answer = api.send({ .method = "POST", .route = route, .body = body }, context);
    return answer ? sdk::Result<QJsonDocument>(QJsonDocument::fromJson(answer->body)) : std::unexpected(answer.error());
}

sdk::ActionAnswer done(const QString &summary)
{
    return { summary, {}, { u"builds"_s }, std::nullopt };
}

QString workflowRoute(const BuildRun &run, const QString &rest)
{
    return u"/v2/workflow/"_s + sdk::pathPart(run.id) + rest;
}

// Source: https://circleci.com/docs/api/v2/ (rerunWorkflow): it becomes a workflow of its own in the same pipeline.
sdk::Result<sdk::ActionAnswer> runAgain(Host &host, const BuildRun &run, bool onlyFailed, sdk::PullContext &context)
{
    const auto answer = post(host.api(), workflowRoute(run, u"/rerun"_s), { { u"from_failed"_s, onlyFailed } }, context);
    if (!answer)
        return std::unexpected(answer.error());
    if (const QString fresh = textOf((*answer)["workflow_id"_L1], 100); !fresh.isEmpty())
        host.touch(run.project, fresh);
    return done(onlyFailed ? ActionsWords::tr("What failed runs again.") : ActionsWords::tr("It runs again."));
}

sdk::Result<sdk::ActionAnswer> cancel(Host &host, const BuildRun &run, sdk::PullContext &context)
{
    const auto answer = post(host.api(), workflowRoute(run, u"/cancel"_s), {}, context);
    if (!answer)
        return std::unexpected(answer.error());
    host.touch(run.project, run.id);
    return done(ActionsWords::tr("The workflow is being cancelled."));
}

/// The names of the approvals that a workflow waits for now, and their ids.
sdk::Result<QList<std::pair<QString, QString>>> approvalsOf(const sdk::HostApi &api, const BuildRun &run, sdk::PullContext &context)
{
    const auto served = jobsOf(api, run, context);
    if (!served)
        return std::unexpected(served.error());
    QList<std::pair<QString, QString>> approvals;
    for (const QJsonValue job : *served) {
        const QString id = textOf(job["approval_request_id"_L1], 100);
        const bool waits = job["type"_L1].toString() == "approval"_L1 && sdk::stateIn(states(), textOf(job["status"_L1], 60)) == BuildState::Waiting;
        if (waits && !id.isEmpty())
            approvals.emplaceBack(sdk::lineOf(job["name"_L1]), id);
    }
    return approvals;
}

// Source: https://circleci.com/docs/api/v2/ (approvePendingApprovalJobById).
sdk::Result<sdk::ActionAnswer> approve(Host &host, const BuildRun &run, const QJsonValue &given, sdk::PullContext &context)
{
    const sdk::HostApi &api = host.api();
    const auto approvals = approvalsOf(api, run, context);
    if (!approvals)
        return std::unexpected(approvals.error());
    const QString named = (given.isObject() ? given["job"_L1] : given).toString().trimmed();
    QStringList names;
    QString found;
    for (const auto &[name, id] : *approvals) {
        names.append(name);
        if (name == named || (named.isEmpty() && approvals->size() == 1))
            found = id;
    }
    if (names.isEmpty())
        return fail(ErrorCode::NotFound, u"the workflow waits for no approval"_s, api.name());
    if (found.isEmpty())
        return fail(ErrorCode::Invalid, u"name which one to approve: %1"_s.arg(names.join(", "_L1)), api.name());
    if (const auto answer = post(api, workflowRoute(run, u"/approve/"_s + sdk::pathPart(found)), {}, context); !answer)
        return std::unexpected(answer.error());
    host.touch(run.project, run.id);
    return done(ActionsWords::tr("Approved."));
}

/// The one that was typed, else the pipeline's.
QString refOf(const QJsonObject &values, const BuildRun &run)
{
    const QString typed = values["ref"_L1].toString().trimmed();
    return typed.isEmpty() ? run.branch : typed;
}

QJsonObject asRef(const QString &ref)
{
    return ref.startsWith("refs/tags/"_L1) ? QJsonObject { { u"tag"_s, ref.mid(10) } } : QJsonObject { { u"branch"_s, ref } };
}

/// A pipeline whose config says what a new one of this branch asks for: the branch's latest, or that of the run where the branch has none.
/// Sources: https://circleci.com/docs/api/v2/ (listPipelinesForProject, getPipelineByNumber).
sdk::Result<QString> pipelineFor(const sdk::HostApi &api, const BuildRun &run, const QString &ref, sdk::PullContext &context)
{
    if (!ref.startsWith("refs/"_L1)) {
        sdk::HostAsk ask { .route = projectRoute(run.project, u"/pipeline"_s) };
        ask.query.addQueryItem(u"branch"_s, QString::fromLatin1(QUrl::toPercentEncoding(ref)));
        const auto listed = api.list(ask, context, 1, u"items"_s);
        if (!listed)
            return std::unexpected(listed.error());
        if (const QString id = textOf(listed->at(0)["id"_L1], 100); !id.isEmpty())
            return id;
    }
    const auto served = api.json({ .route = projectRoute(run.project, u"/pipeline/"_s + QString::number(run.number)) }, context);
    if (!served)
        return std::unexpected(served.error());
    const QString id = textOf((*served)["id"_L1], 100);
    return id.isEmpty() ? fail(ErrorCode::BadResponse, u"the pipeline does not say which one it is"_s, api.name()) : sdk::Result<QString>(id);
}

/// The parameters that the config declares, in its order. Source: https://circleci.com/docs/api/v2/ (getPipelineConfigById); with a setup config,
/// it is that one which takes them.
sdk::Result<Members> parametersOf(const sdk::HostApi &api, const BuildRun &run, const QString &ref, sdk::PullContext &context)
{
    const auto pipeline = pipelineFor(api, run, ref, context);
    if (!pipeline)
        return std::unexpected(pipeline.error());
    const auto config = api.json({ .route = u"/v2/pipeline/"_s + sdk::pathPart(*pipeline) + u"/config"_s }, context);
    if (!config)
        return std::unexpected(config.error());
    const QString setup = (*config)["setup-config"_L1].toString(), source = (*config)["source"_L1].toString();
    const auto documents = context.readYaml((setup.isEmpty() ? source : setup).toUtf8());
    if (!documents)
        return std::unexpected(documents.error());
    return documents->empty() ? Members() : sdk::membersAt(documents->front(), { u"parameters"_s });
}

// Source: https://circleci.com/docs/reference/configuration-reference/#parameters: string, boolean, integer or enum.
sdk::FormField parameterField(const QString &name, QJsonObject described)
{
    described.insert(u"options"_s, described["enum"_L1]);
    sdk::FormField field = sdk::formField(name, described);
    const bool isYesOrNo = described["type"_L1].toString() == "boolean"_L1;
    if (isYesOrNo)
        field.type = sdk::FormField::Type::Boolean;
    else if (!field.choices.isEmpty())
        field.type = sdk::FormField::Type::Choice;
    field.required = !described.contains("default"_L1) && !isYesOrNo;
    return field;
}

/// A value as its parameter takes it, which refuses a number for text and text for a number. Of an unknown type: as it looks.
QJsonValue typedValue(const QJsonValue &given, const QString &type)
{
    const QString text = given.toVariant().toString();
    if (type == "string"_L1 || type == "enum"_L1)
        return text;
    if (text == "true"_L1 || text == "false"_L1)
        return text == "true"_L1;
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

/// Where the config cannot be had, types are told by looks: CircleCI says what it does not like.
QJsonObject typedParameters(const QJsonObject &values, const sdk::Result<Members> &declared)
{
    QHash<QString, QString> types;
    for (const auto &[name, described] : declared.value_or(Members()))
        types.insert(name, described["type"_L1].toString());
    QJsonObject parameters;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const QString type = types.value(value.key());
        const bool isLeftOut = value->isString() && value->toString().isEmpty() && type != "string"_L1; // Its default holds.
        if (!isLeftOut)
            parameters.insert(value.key(), typedValue(*value, type));
    }
    return parameters;
}

/// Whether a project has definitions of pipelines in place of the one config of its repository.
bool hasDefinitions(const BuildRun &run) { return run.project.startsWith("circleci/"_L1); }

/// Names and ids. Sources: https://circleci.com/docs/api/v2/ (getProjectBySlug, listPipelineDefinitions).
sdk::Result<QList<std::pair<QString, QString>>> definitionsOf(const sdk::HostApi &api, const BuildRun &run, sdk::PullContext &context)
{
    const auto project = api.json({ .route = projectRoute(run.project) }, context);
    if (!project)
        return std::unexpected(project.error());
    const QString id = textOf((*project)["id"_L1], 100);
    const auto listed = api.list({ .route = u"/v2/projects/"_s + sdk::pathPart(id) + u"/pipeline-definitions"_s }, context, 100, u"items"_s);
    if (!listed)
        return std::unexpected(listed.error());
    QList<std::pair<QString, QString>> definitions;
    for (const QJsonValue served : *listed) {
        if (const QString one = textOf(served["id"_L1], 100); !one.isEmpty())
            definitions.emplaceBack(sdk::lineOf(served["name"_L1]), one);
    }
    return definitions;
}

sdk::Result<QString> definitionNamed(const sdk::HostApi &api, const BuildRun &run, const QString &name, sdk::PullContext &context)
{
    const auto definitions = definitionsOf(api, run, context);
    if (!definitions)
        return std::unexpected(definitions.error());
    QStringList names;
    for (const auto &[one, id] : *definitions) {
        if (one == name || (name.isEmpty() && definitions->size() == 1))
            return id;
        names.append(one);
    }
    return fail(ErrorCode::Invalid, u"name the definition of a pipeline to start: %1"_s.arg(names.join(", "_L1)), api.name());
}

// Sources: https://circleci.com/docs/api/v2/ (triggerPipeline, and triggerPipelineRun for projects that have definitions, which the former does not start).
sdk::Result<sdk::ActionAnswer> dispatch(Host &host, const BuildRun &run, const QJsonObject &values, sdk::PullContext &context)
{
    const sdk::HostApi &api = host.api();
    const QString ref = refOf(values, run);
    if (ref.isEmpty())
        return fail(ErrorCode::Invalid, u"name a branch to run it for"_s, api.name());
    auto given = sdk::namedValues(values["parameters"_L1]);
    if (!given)
        return std::unexpected(given.error());
    const QString definition = given->take(definitionField).toString();
    QJsonObject body = asRef(ref);
    QString route = projectRoute(run.project, u"/pipeline"_s);
    if (hasDefinitions(run)) {
        const auto id = definitionNamed(api, run, definition, context);
        if (!id)
            return std::unexpected(id.error());
        body = { { u"definition_id"_s, *id }, { u"config"_s, asRef(ref) }, { u"checkout"_s, asRef(ref) } };
        route += u"/run"_s;
    }
    if (!given->isEmpty())
        body.insert(u"parameters"_s, typedParameters(*given, parametersOf(api, run, ref, context)));
    const auto answer = post(api, route, body, context);
    if (!answer)
        return std::unexpected(answer.error());
    const QString id = textOf((*answer)["id"_L1], 100);
    if (id.isEmpty()) // As of a commit that says "[ci skip]".
        return fail(ErrorCode::Conflict, u"no pipeline was started: %1"_s.arg(sdk::lineOf((*answer)["message"_L1])), api.name());
    host.touch(run.project, pipelinePrefix + id);
    return done(ActionsWords::tr("A pipeline starts for %1.").arg(ref));
}

sdk::Result<std::vector<sdk::FormField>> approvalForm(const sdk::HostApi &api, const BuildRun &run, sdk::PullContext &context)
{
    const auto approvals = approvalsOf(api, run, context);
    if (!approvals)
        return std::unexpected(approvals.error());
    sdk::FormField field { .id = u"job"_s, .label = ActionsWords::tr("Approval"), .type = sdk::FormField::Type::Choice, .required = true };
    for (const auto &[name, id] : *approvals)
        field.choices.append(name);
    if (field.choices.isEmpty())
        return fail(ErrorCode::NotFound, u"the workflow waits for no approval"_s, api.name());
    // Which one of several is for the person to say.
    if (field.choices.size() > 1)
        field.choices.prepend(QString());
    field.defaultValue = field.choices.first();
    return std::vector { field };
}

sdk::Result<std::vector<sdk::FormField>> dispatchForm(const sdk::HostApi &api, const BuildRun &run, const QString &ref, sdk::PullContext &context)
{
    std::vector<sdk::FormField> fields;
    if (hasDefinitions(run)) {
        const auto definitions = definitionsOf(api, run, context);
        if (!definitions)
            return std::unexpected(definitions.error());
        sdk::FormField field { .id = definitionField, .label = ActionsWords::tr("Pipeline"), .type = sdk::FormField::Type::Choice, .required = true };
        for (const auto &[name, id] : *definitions)
            field.choices.append(name);
        field.defaultValue = field.choices.value(0);
        if (field.choices.size() > 1)
            fields.push_back(field);
    }
    const auto declared = parametersOf(api, run, ref, context);
    if (!declared)
        return std::unexpected(declared.error());
    for (const auto &[name, described] : *declared)
        fields.push_back(parameterField(name, described.toObject()));
    return fields;
}

} // namespace

sdk::Result<sdk::ActionAnswer> Builds::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto run = BuildRun::fromRecord(request.record);
    if (run.project.isEmpty() || run.id.isEmpty())
        return fail(ErrorCode::Invalid, u"this is no workflow"_s, api.name());
    if (request.actionId == "dispatch"_L1)
        return dispatch(m_host, run, request.values, context);
    if (run.id.startsWith(pipelinePrefix))
        return fail(ErrorCode::Unsupported, u"the pipeline has no workflow"_s, api.name());
    if (request.actionId == "rerun"_L1 || request.actionId == "rerunFailed"_L1)
        return runAgain(m_host, run, request.actionId == "rerunFailed"_L1, context);
    if (request.actionId == "cancel"_L1)
        return cancel(m_host, run, context);
    if (request.actionId == "approve"_L1)
        return approve(m_host, run, request.values["job"_L1], context);
    return fail(ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(request.actionId));
}

sdk::Result<std::vector<sdk::FormField>> Builds::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto run = BuildRun::fromRecord(request.record);
    const QString ref = refOf(request.values, run);
    if (request.actionId == "approve"_L1 && !run.id.isEmpty())
        return approvalForm(api, run, context);
    if (request.actionId != "dispatch"_L1 || run.project.isEmpty() || ref.isEmpty())
        return fail(ErrorCode::Unsupported, u"there is no form for \"%1\""_s.arg(request.actionId), api.name());
    return dispatchForm(api, run, ref, context);
}

sdk::Result<sdk::Permission> Builds::mayAct(const sdk::ActionRequest &request, sdk::PullContext &)
{
    const auto run = BuildRun::fromRecord(request.record);
    const QString &id = request.actionId;
    const bool hasEnded = domain::isFinished(run.state);
    if (id != "dispatch"_L1 && run.id.startsWith(pipelinePrefix))
        return sdk::Permission { false, ActionsWords::tr("It has no workflow.") };
    if (id == "cancel"_L1 && hasEnded)
        return sdk::Permission { false, ActionsWords::tr("It has ended.") };
    if (id == "approve"_L1 && hasEnded)
        return sdk::Permission { false, ActionsWords::tr("It waits for nobody.") };
    if (id == "rerunFailed"_L1 && !domain::isBroken(run.state) && run.state != BuildState::Cancelled)
        return sdk::Permission { false, ActionsWords::tr("Nothing of it failed.") };
    return sdk::Permission {};
}

} // namespace callboard::circleci
