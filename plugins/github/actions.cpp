// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/github/builds.h"

#include "models/domain/review.h"
#include "plugins/github/runs.h"
#include "plugins/sdk/startform.h"

#include <QCoreApplication>

namespace callboard::github {

using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;

namespace {

struct ActionsWords {
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
        return send(api, { .method = "POST", .route = runRoute(run, u"/approve"_s) }, ActionsWords::tr("The run is approved."), u"builds"_s, context);
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
    const QString summary = isApproval ? ActionsWords::tr("Approved for %1.") : ActionsWords::tr("Rejected for %1.");
    return send(api, { .method = "POST", .route = route, .body = body }, summary.arg(names.join(u", "_s)), u"builds"_s, context);
}

/// The one that was typed, else the run's.
QString refOf(const sdk::ActionRequest &request, const BuildRun &run)
{
    const QString typed = request.values["ref"_L1].toString().trimmed();
    return typed.isEmpty() ? run.branch : typed;
}

/// Names of the repository's environments; none where the token may not read them.
QStringList environmentsOf(const sdk::HostApi &api, const BuildRun &run, sdk::PullContext &context)
{
    QStringList names;
    const auto listed = api.list({ .route = repoRoute(run.project, u"/environments"_s), .query = { { u"per_page"_s, u"100"_s } } }, context, 100, u"environments"_s);
    if (!listed)
        context.log(u"no environments: %1"_s.arg(listed.error().detail));
    for (const QJsonValue served : listed.value_or(QJsonArray()))
        names.append(sdk::lineOf(served["name"_L1]));
    return names;
}

/// The workflow of this run, for another branch or with other inputs.
sdk::Result<sdk::ActionAnswer> dispatch(const sdk::HostApi &api, const sdk::ActionRequest &request, const BuildRun &run, sdk::PullContext &context)
{
    const auto inputs = sdk::namedValues(request.values["inputs"_L1]);
    if (!inputs)
        return std::unexpected(inputs.error());
    const QString ref = refOf(request, run);
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
        body.insert(u"inputs"_s, sdk::asTexts(*inputs));
    return send(api, { .method = "POST", .route = repoRoute(run.project, u"/actions/workflows/"_s + workflow + u"/dispatches"_s), .body = body },
        ActionsWords::tr("%1 starts for %2.").arg(run.pipeline, ref), u"builds"_s, context);
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
        return post(u"/rerun"_s, ActionsWords::tr("All of it runs again."));
    if (id == "rerunFailed"_L1)
        return post(u"/rerun-failed-jobs"_s, ActionsWords::tr("The jobs that failed run again."));
    if (id == "cancel"_L1)
        return post(u"/cancel"_s, ActionsWords::tr("The run is being cancelled."));
    if (id == "dispatch"_L1)
        return dispatch(api, request, run, context);
    return decide(api, request, run, id == "approve"_L1, context);
}

/// Says which commit was looked at, so that what was pushed since is seen to be more.
/// Source: https://docs.github.com/en/rest/pulls/reviews#create-a-review-for-a-pull-request
sdk::Result<sdk::ActionAnswer> approveReview(const sdk::HostApi &api, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto review = domain::Review::fromRecord(request.record);
    if (review.project.isEmpty() || review.id.isEmpty())
        return fail(ErrorCode::Invalid, u"this is no pull request"_s, api.name());
    QJsonObject body { { u"event"_s, u"APPROVE"_s } };
    if (!review.commit.isEmpty())
        body.insert(u"commit_id"_s, review.commit);
    return send(api, { .method = "POST", .route = repoRoute(review.project, u"/pulls/"_s + sdk::pathPart(review.id) + u"/reviews"_s), .body = body },
        ActionsWords::tr("Approved."), u"reviews"_s, context);
}

} // namespace

// Sources: https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run, …/repos/contents#get-repository-content, …/deployments/environments.
sdk::Result<std::vector<sdk::FormField>> Builds::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto run = BuildRun::fromRecord(request.record);
    if (request.actionId != "dispatch"_L1 || run.id.isEmpty())
        return fail(ErrorCode::Unsupported, u"there is no form for \"%1\""_s.arg(request.actionId), api.name());
    const auto served = api.json({ .route = runRoute(run, {}) }, context);
    if (!served)
        return std::unexpected(served.error());
    // ".github/workflows/ci.yml", with "@" and a ref behind it for some runs. What GitHub makes by itself ("dynamic/…") is no file.
    const QString path = sdk::textOf((*served)["path"_L1]).section(u'@', 0, 0);
    if (!path.startsWith(".github/workflows/"_L1))
        return fail(ErrorCode::Unsupported, u"the workflow is no file of the repository"_s, api.name());
    sdk::HostAsk ask { .route = repoRoute(run.project, u"/contents/"_s + sdk::pathOf(path)), .headers = { { "accept", "application/vnd.github.raw+json" } } };
    ask.query.addQueryItem(u"ref"_s, QString::fromLatin1(QUrl::toPercentEncoding(refOf(request, run))));
    const auto text = api.send(ask, context);
    if (!text)
        return std::unexpected(text.error());
    const auto documents = context.readYaml(text->body);
    if (!documents)
        return std::unexpected(documents.error());
    return sdk::workflowInputs(*documents, [&] { return environmentsOf(api, run, context); });
}

// Sources: https://docs.github.com/en/rest/actions/workflow-runs, …/actions/workflows, …/activity/notifications.
sdk::Result<sdk::ActionAnswer> Builds::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    static const QStringList ofRuns { u"rerun"_s, u"rerunFailed"_s, u"cancel"_s, u"dispatch"_s, u"approve"_s, u"reject"_s };
    if (ofRuns.contains(request.actionId))
        return actOnRun(api, request, context);
    if (request.actionId == "approveReview"_L1)
        return approveReview(api, request, context);
    const QString thread = u"/notifications/threads/"_s + sdk::pathPart(request.record.key);
    if (request.actionId == "markRead"_L1)
        return send(api, { .method = "PATCH", .route = thread }, ActionsWords::tr("Read at GitHub, too."), u"notices"_s, context);
    if (request.actionId == "done"_L1)
        return send(api, { .method = "DELETE", .route = thread }, ActionsWords::tr("Done at GitHub, too."), u"notices"_s, context);
    return fail(ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(request.actionId));
}

sdk::Result<sdk::Permission> Builds::mayAct(const sdk::ActionRequest &request, sdk::PullContext &)
{
    const QString &id = request.actionId;
    if (id == "approveReview"_L1) {
        const bool isMine = domain::Review::fromRecord(request.record).isMine;
        return sdk::Permission { !isMine, isMine ? ActionsWords::tr("Nobody approves what is their own.") : QString() };
    }
    const BuildState state = BuildRun::fromRecord(request.record).state;
    if (id == "cancel"_L1 && domain::isFinished(state))
        return sdk::Permission { false, ActionsWords::tr("It has ended.") };
    if ((id == "rerun"_L1 || id == "rerunFailed"_L1) && !domain::isFinished(state))
        return sdk::Permission { false, ActionsWords::tr("It has not ended.") };
    const bool hasFailed = state == BuildState::Failed || state == BuildState::Errored || state == BuildState::Cancelled;
    if (id == "rerunFailed"_L1 && !hasFailed)
        return sdk::Permission { false, ActionsWords::tr("Nothing in it has failed.") };
    if ((id == "approve"_L1 || id == "reject"_L1) && state != BuildState::Waiting)
        return sdk::Permission { false, ActionsWords::tr("It waits for nobody.") };
    return sdk::Permission {};
}

} // namespace callboard::github
