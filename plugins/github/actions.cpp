// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/github/actions.h"

#include "plugins/github/runs.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace callboard::github {

using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GitHub)
};

sdk::Result<sdk::ActionAnswer> send(
    const sdk::HostApi &api, sdk::HostAsk ask, const QString &summary, const QString &feed, sdk::PullContext &context)
{
    const auto answer = api.send(ask, context);
    if (!answer)
        return std::unexpected(answer.error());
    return sdk::ActionAnswer { summary, {}, { feed }, std::nullopt };
}

QString runRoute(const BuildRun &run, const QString &rest)
{
    return repoRoute(run.project, u"/actions/runs/"_s + sdk::pathPart(run.id) + rest);
}

/// All environments the run waits for that this person may decide about.
sdk::Result<sdk::ActionAnswer> decide(const sdk::HostApi &api, const sdk::ActionRequest &request, const BuildRun &run, bool isApproval, sdk::PullContext &context)
{
    // A run of somebody's first pull request waits for being let run at all.
    if (run.vendorState.endsWith("action_required"_L1) && isApproval)
        return send(api, { .method = "POST", .route = runRoute(run, u"/approve"_s) }, Words::tr("The run is approved."), u"builds"_s, context);
    const QString route = runRoute(run, u"/pending_deployments"_s);
    const auto pending = api.list({ .route = route, .remember = false }, context, 100);
    if (!pending)
        return std::unexpected(pending.error());
    const QString wanted = request.values["environment"_L1].toString().trimmed();
    QJsonArray ids;
    QStringList names, others;
    for (const QJsonValue one : *pending) {
        const QString name = sdk::lineOf(one["environment"_L1]["name"_L1]);
        const bool isMeant = (wanted.isEmpty() || wanted == name) && one["current_user_can_approve"_L1].toBool();
        (isMeant ? names : others).append(name);
        if (isMeant)
            ids.append(one["environment"_L1]["id"_L1].toInteger());
    }
    if (ids.isEmpty() && others.isEmpty())
        return fail(ErrorCode::NotFound, u"it waits for no approval"_s, api.name());
    if (ids.isEmpty())
        return fail(ErrorCode::Forbidden, u"others must decide about %1"_s.arg(others.join(u", "_s)), api.name());
    const QJsonObject body { { u"environment_ids"_s, ids }, { u"state"_s, isApproval ? u"approved"_s : u"rejected"_s },
        { u"comment"_s, request.values["comment"_L1].toString().left(1000) } };
    const QString summary = isApproval ? Words::tr("Approved for %1.") : Words::tr("Rejected for %1.");
    return send(api, { .method = "POST", .route = route, .body = body }, summary.arg(names.join(u", "_s)), u"builds"_s, context);
}

/// The workflow of this run, for another branch or with other inputs.
sdk::Result<sdk::ActionAnswer> dispatch(const sdk::HostApi &api, const sdk::ActionRequest &request, const BuildRun &run, sdk::PullContext &context)
{
    const auto inputs = inputsOf(request.values["inputs"_L1].toString());
    if (!inputs)
        return std::unexpected(inputs.error());
    QString ref = request.values["ref"_L1].toString().trimmed();
    if (ref.isEmpty())
        ref = run.branch;
    if (ref.isEmpty())
        return fail(ErrorCode::Invalid, u"name a branch or tag to run it for"_s, api.name());
    const auto served = api.json({ .route = runRoute(run, {}) }, context);
    if (!served)
        return std::unexpected(served.error());
    const QString workflow = sdk::idOf((*served)["workflow_id"_L1]);
    if (workflow.isEmpty())
        return fail(ErrorCode::BadResponse, u"GitHub does not say which workflow it is"_s, api.name());
    QJsonObject body { { u"ref"_s, ref } };
    if (!inputs->isEmpty())
        body.insert(u"inputs"_s, *inputs);
    return send(api, { .method = "POST", .route = repoRoute(run.project, u"/actions/workflows/"_s + workflow + u"/dispatches"_s), .body = body },
        Words::tr("%1 starts for %2.").arg(run.pipeline, ref), u"builds"_s, context);
}

sdk::Result<sdk::ActionAnswer> actOnRun(const sdk::HostApi &api, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto run = BuildRun::fromRecord(request.record);
    if (run.project.isEmpty() || run.id.isEmpty())
        return fail(ErrorCode::Invalid, u"this is no workflow run"_s, api.name());
    const auto post = [&](const QString &verb, const QString &summary) {
        return send(api, { .method = "POST", .route = runRoute(run, verb) }, summary, u"builds"_s, context);
    };
    const QString &id = request.actionId;
    if (id == "rerun"_L1)
        return post(u"/rerun"_s, Words::tr("All of it runs again."));
    if (id == "rerunFailed"_L1)
        return post(u"/rerun-failed-jobs"_s, Words::tr("The jobs that failed run again."));
    if (id == "cancel"_L1)
        return post(u"/cancel"_s, Words::tr("The run is being cancelled."));
    if (id == "dispatch"_L1)
        return dispatch(api, request, run, context);
    return decide(api, request, run, id == "approve"_L1, context);
}

} // namespace

sdk::Result<QJsonObject> inputsOf(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.startsWith(u'{')) {
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(text.toUtf8(), &error);
        return document.isObject() ? sdk::Result<QJsonObject>(document.object()) : fail(ErrorCode::Invalid, u"the inputs are no JSON: %1"_s.arg(error.errorString()));
    }
    static const QRegularExpression name(u"^[A-Za-z_][A-Za-z0-9_-]*$"_s), separator(u"[\n;]"_s);
    QJsonObject inputs;
    for (const QString &line : text.split(separator, Qt::SkipEmptyParts)) {
        const QString key = line.section(u'=', 0, 0).trimmed();
        if (!line.contains(u'=') || !name.match(key).hasMatch())
            return fail(ErrorCode::Invalid, u"\"%1\" is no input: write NAME=value"_s.arg(line.trimmed()));
        inputs.insert(key, line.section(u'=', 1).trimmed());
    }
    return inputs;
}

// Sources: https://docs.github.com/en/rest/actions/workflow-runs, …/actions/workflows, …/activity/notifications.
sdk::Result<sdk::ActionAnswer> act(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto api = host.api();
    if (!api)
        return std::unexpected(api.error());
    static const QStringList ofRuns { u"rerun"_s, u"rerunFailed"_s, u"cancel"_s, u"dispatch"_s, u"approve"_s, u"reject"_s };
    if (ofRuns.contains(request.actionId))
        return actOnRun(**api, request, context);
    const QString thread = u"/notifications/threads/"_s + sdk::pathPart(request.record.key);
    if (request.actionId == "markRead"_L1)
        return send(**api, { .method = "PATCH", .route = thread }, Words::tr("Read at GitHub, too."), u"notices"_s, context);
    if (request.actionId == "done"_L1)
        return send(**api, { .method = "DELETE", .route = thread }, Words::tr("Done at GitHub, too."), u"notices"_s, context);
    return fail(ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(request.actionId));
}

sdk::Permission mayAct(const sdk::ActionRequest &request)
{
    const BuildState state = BuildRun::fromRecord(request.record).state;
    const QString &id = request.actionId;
    if (id == "cancel"_L1 && domain::isFinished(state))
        return { false, Words::tr("It has ended.") };
    if ((id == "rerun"_L1 || id == "rerunFailed"_L1) && !domain::isFinished(state))
        return { false, Words::tr("It has not ended.") };
    const bool hasFailed = state == BuildState::Failed || state == BuildState::Errored || state == BuildState::Cancelled;
    if (id == "rerunFailed"_L1 && !hasFailed)
        return { false, Words::tr("Nothing in it has failed.") };
    if ((id == "approve"_L1 || id == "reject"_L1) && state != BuildState::Waiting)
        return { false, Words::tr("It waits for nobody.") };
    return {};
}

} // namespace callboard::github
