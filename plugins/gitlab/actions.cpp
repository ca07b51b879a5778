// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitlab/actions.h"

#include "models/domain/review.h"
#include "plugins/gitlab/pipelines.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace callboard::gitlab {

using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GitLab)
};

sdk::Result<sdk::ActionAnswer> post(
    const sdk::HostApi &api, sdk::HostAsk ask, const QString &summary, const QString &feed, sdk::PullContext &context)
{
    ask.method = "POST";
    const auto answer = api.send(ask, context);
    if (!answer)
        return std::unexpected(answer.error());
    return sdk::ActionAnswer { summary, {}, { feed }, std::nullopt };
}

sdk::Result<QJsonArray> jobsOf(const sdk::HostApi &api, const domain::BuildRun &run, const QString &scope, sdk::PullContext &context)
{
    sdk::HostAsk ask { .route = projectRoute(run.project, u"/pipelines/"_s + sdk::pathPart(run.id) + u"/jobs"_s),
        .query = { { u"scope[]"_s, scope }, { u"per_page"_s, u"100"_s } }, .remember = false };
    return api.list(ask, context, 1000);
}

/// A job that was named, or the only one there is in that state.
sdk::Result<sdk::ActionAnswer> actOnJob(const sdk::HostApi &api, const sdk::ActionRequest &request, bool isPlay, sdk::PullContext &context)
{
    const auto run = domain::BuildRun::fromRecord(request.record);
    const auto waiting = jobsOf(api, run, isPlay ? u"manual"_s : u"failed"_s, context);
    if (!waiting)
        return std::unexpected(waiting.error());
    const QString wanted = request.values["job"_L1].toString().trimmed();
    QStringList names, ids;
    for (const QJsonValue job : *waiting) {
        const QString name = sdk::textOf(job["name"_L1]), id = sdk::idOf(job["id"_L1]);
        if (wanted.isEmpty() || wanted == name || wanted == id) {
            names.append(name);
            ids.append(id);
        }
    }
    if (ids.isEmpty())
        return fail(ErrorCode::NotFound, u"there is no such job in this pipeline"_s, api.name());
    if (ids.size() > 1)
        return fail(ErrorCode::Invalid, u"there are several, name one: %1"_s.arg(names.join(u", "_s)), api.name());
    return post(api, { .route = projectRoute(run.project, u"/jobs/"_s + ids.first() + (isPlay ? u"/play"_s : u"/retry"_s)) },
        Words::tr("Job %1 starts.").arg(names.first()), u"builds"_s, context);
}

/// "KEY=value" a line.
sdk::Result<QJsonArray> variablesOf(const QString &typed)
{
    static const QRegularExpression name(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    QJsonArray variables;
    for (const QString &line : typed.split(QRegularExpression(u"[\n;]"_s), Qt::SkipEmptyParts)) {
        const QString key = line.section(u'=', 0, 0).trimmed();
        if (!line.contains(u'=') || !name.match(key).hasMatch())
            return fail(ErrorCode::Invalid, u"\"%1\" is no variable: write NAME=value"_s.arg(line.trimmed()));
        variables.append(QJsonObject { { u"key"_s, key }, { u"value"_s, line.section(u'=', 1) } });
    }
    return variables;
}

sdk::Result<sdk::ActionAnswer> dispatch(const sdk::HostApi &api, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto run = domain::BuildRun::fromRecord(request.record);
    QString ref = request.values["ref"_L1].toString().trimmed();
    if (ref.isEmpty())
        ref = run.branch;
    if (ref.isEmpty())
        return fail(ErrorCode::Invalid, u"name a branch or tag to run it for"_s, api.name());
    const auto variables = variablesOf(request.values["variables"_L1].toString());
    if (!variables)
        return std::unexpected(variables.error());
    QJsonObject body { { u"ref"_s, ref } };
    if (!variables->isEmpty())
        body.insert(u"variables"_s, *variables);
    return post(api, { .route = projectRoute(run.project, u"/pipeline"_s), .body = body }, Words::tr("A pipeline starts for %1.").arg(ref),
        u"builds"_s, context);
}

sdk::Result<sdk::ActionAnswer> actOnRun(const sdk::HostApi &api, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto run = domain::BuildRun::fromRecord(request.record);
    if (run.project.isEmpty() || run.id.isEmpty())
        return fail(ErrorCode::Invalid, u"this is no pipeline"_s, api.name());
    const auto route = [&](const QString &verb) { return projectRoute(run.project, u"/pipelines/"_s + sdk::pathPart(run.id) + verb); };
    if (request.actionId == "rerunFailed"_L1)
        return post(api, { .route = route(u"/retry"_s) }, Words::tr("The jobs that failed run again."), u"builds"_s, context);
    if (request.actionId == "cancel"_L1)
        return post(api, { .route = route(u"/cancel"_s) }, Words::tr("The pipeline is being cancelled."), u"builds"_s, context);
    if (request.actionId == "play"_L1 || request.actionId == "rerunJob"_L1)
        return actOnJob(api, request, request.actionId == "play"_L1, context);
    // GitLab runs no pipeline twice: another one for the same branch or merge request is what its own button makes.
    if (request.actionId == "rerun"_L1 && !run.pullRequest.isEmpty()) {
        return post(api, { .route = projectRoute(run.project, u"/merge_requests/"_s + sdk::pathPart(run.pullRequest) + u"/pipelines"_s) },
            Words::tr("A pipeline starts for merge request %1.").arg(run.pullRequest), u"builds"_s, context);
    }
    return dispatch(api, request, context);
}

sdk::Result<sdk::ActionAnswer> decide(const sdk::HostApi &api, const sdk::ActionRequest &request, bool isApproval, sdk::PullContext &context)
{
    const auto deployment = domain::Deployment::fromRecord(request.record);
    QJsonObject body { { u"status"_s, isApproval ? u"approved"_s : u"rejected"_s } };
    if (const QString comment = request.values["comment"_L1].toString().trimmed(); !comment.isEmpty())
        body.insert(u"comment"_s, comment);
    return post(api, { .route = projectRoute(deployment.project, u"/deployments/"_s + sdk::pathPart(deployment.id) + u"/approval"_s), .body = body },
        isApproval ? Words::tr("The deployment is approved.") : Words::tr("The deployment is rejected."), u"builds"_s, context);
}

} // namespace

// Sources: https://docs.gitlab.com/api/pipelines/, …/api/jobs/, …/api/deployments/, …/api/todos/, …/api/merge_request_approvals/.
sdk::Result<sdk::ActionAnswer> act(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto api = host.api();
    if (!api)
        return std::unexpected(api.error());
    const QString &id = request.actionId;
    static const QStringList ofRuns { u"rerun"_s, u"rerunFailed"_s, u"rerunJob"_s, u"cancel"_s, u"play"_s, u"dispatch"_s };
    if (ofRuns.contains(id))
        return actOnRun(**api, request, context);
    if (id == "approveDeployment"_L1 || id == "rejectDeployment"_L1)
        return decide(**api, request, id == "approveDeployment"_L1, context);
    if (id == "done"_L1) {
        return post(**api, { .route = u"/todos/"_s + sdk::pathPart(request.record.key) + u"/mark_as_done"_s }, Words::tr("Done at GitLab, too."),
            u"notices"_s, context);
    }
    if (id == "approveReview"_L1) {
        const auto review = domain::Review::fromRecord(request.record);
        return post(**api, { .route = projectRoute(review.project, u"/merge_requests/"_s + sdk::pathPart(review.id) + u"/approve"_s) },
            Words::tr("Approved."), u"reviews"_s, context);
    }
    return fail(ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(id));
}

sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request)
{
    const BuildState state = domain::BuildRun::fromRecord(request.record).state;
    if (request.actionId == "cancel"_L1 && domain::isFinished(state))
        return sdk::Permission { false, Words::tr("It has ended.") };
    const bool hasFailed = state == BuildState::Failed || state == BuildState::Errored || state == BuildState::Cancelled;
    if (request.actionId == "rerunFailed"_L1 && !hasFailed)
        return sdk::Permission { false, Words::tr("Nothing in it has failed.") };
    const auto deployment = domain::Deployment::fromRecord(request.record);
    if (request.actionId.endsWith("Deployment"_L1) && deployment.state != BuildState::Waiting)
        return sdk::Permission { false, Words::tr("It waits for nobody.") };
    return sdk::Permission {};
}

} // namespace callboard::gitlab
