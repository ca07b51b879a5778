// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/bitbucket/deployments.h"

#include "plugins/bitbucket/builds.h"

namespace callboard::bitbucket {

using namespace Qt::StringLiterals;
using domain::BuildState;
using sdk::textOf;
using sdk::timeOf;

namespace {

constexpr int mostDeployments = 50, mostEnvironments = 500;

// Source: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-deployments/, the definitions deployment_state… .
constexpr sdk::StateWord deploymentWords[] {
    { "UNDEPLOYED"_L1, BuildState::Waiting }, // For somebody to start the step.
    { "IN_PROGRESS"_L1, BuildState::Running },
    { "SUCCESSFUL"_L1, BuildState::Passed },
    { "FAILED"_L1, BuildState::Failed },
    { "STOPPED"_L1, BuildState::Cancelled },
};

QString environmentOf(const QJsonValue &deployment) { return textOf(deployment["environment"_L1]["uuid"_L1], 100); }

/// The first of them that is one.
QDateTime firstTime(std::initializer_list<QJsonValue> values)
{
    for (const QJsonValue &value : values) {
        if (const QDateTime time = timeOf(value); time.isValid())
            return time;
    }
    return {};
}

QString firstText(std::initializer_list<QString> texts)
{
    for (const QString &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// Of its environment a deployment tells the uuid alone.
sdk::Result<void> nameEnvironments(
    const sdk::HostApi &api, const QString &project, const QJsonArray &deployments, QJsonObject &names, sdk::PullContext &context)
{
    const auto isNamed = [&names](const QJsonValue &one) {
        return one["environment"_L1]["name"_L1].isString() || environmentOf(one).isEmpty() || names.contains(environmentOf(one));
    };
    if (std::ranges::all_of(deployments, isNamed))
        return {};
    const sdk::HostAsk ask { .route = repoRoute(project, u"/environments"_s), .query = { { u"pagelen"_s, u"100"_s } } };
    const auto listed = api.list(ask, context, mostEnvironments, u"values"_s);
    if (!listed && !sdk::concernsOne(listed.error()))
        return std::unexpected(listed.error());
    names = {};
    for (const QJsonValue served : listed.value_or(QJsonArray())) {
        if (const QString id = textOf(served["uuid"_L1], 100); !id.isEmpty())
            names.insert(id, textOf(served["name"_L1], 200));
    }
    for (const QJsonValue deployment : deployments) {
        if (!isNamed(deployment)) // It is there no more: nobody is asked for it each time.
            names.insert(environmentOf(deployment), QString());
    }
    return {};
}

} // namespace

std::span<const sdk::StateWord> deploymentStates() { return deploymentWords; }

// The definitions have start_date and completion_date; what is served has started_on and completed_on.
std::vector<domain::Deployment> readDeployments(const QJsonArray &values, const QJsonObject &environments)
{
    std::vector<domain::Deployment> deployments;
    for (const QJsonValue served : values) {
        domain::Deployment deployment;
        deployment.id = textOf(served["uuid"_L1], 100);
        if (deployment.id.isEmpty())
            continue;
        const QJsonValue state = served["state"_L1], release = served["release"_L1], of = served["environment"_L1];
        const QString status = wordOf(state["status"_L1], deploymentWords);
        deployment.state = sdk::stateIn(deploymentWords, status.isEmpty() ? wordOf(state, deploymentWords) : status);
        deployment.environment = firstText({ textOf(of["name"_L1], 200), textOf(environments[environmentOf(served)], 200) });
        const QJsonValue commit = release["commit"_L1], built = served["deployable"_L1]["commit"_L1];
        deployment.commit = firstText({ textOf(commit["hash"_L1], 64), textOf(built["hash"_L1], 64) });
        deployment.createdAt = firstTime({ state["started_on"_L1], state["start_date"_L1], release["created_on"_L1] });
        if (domain::isFinished(deployment.state))
            deployment.finishedAt = firstTime({ state["completed_on"_L1], state["completion_date"_L1], served["last_update_time"_L1] });
        deployment.url = firstText({ sdk::webUrlOf(state["url"_L1]), sdk::webUrlOf(release["url"_L1]) });
        deployments.push_back(std::move(deployment));
    }
    return deployments;
}

// Source: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-deployments/; of order and filter it does not speak, but both are
// in use (https://bitbucket.org/site/master/issues/18729). Without them what was never deployed comes first, and there may be much of that.
sdk::Result<std::vector<domain::Deployment>> listDeployments(
    const sdk::HostApi &api, const QString &project, QJsonObject &note, sdk::PullContext &context)
{
    const QUrlQuery latest { { u"sort"_s, u"-state.started_on"_s }, { u"state.name"_s, u"COMPLETED"_s },
        { u"pagelen"_s, QString::number(mostDeployments) } };
    const sdk::HostAsk ask { .route = repoRoute(project, u"/deployments"_s), .query = latest };
    const auto listed = api.list(ask, context, mostDeployments, u"values"_s);
    if (!listed && !sdk::concernsOne(listed.error()))
        return std::unexpected(listed.error());
    if (!listed && !sdk::isAbsent(listed.error()))
        context.log(u"%1, deployments: %2"_s.arg(project, listed.error().detail));
    if (!listed)
        return {};
    QJsonObject names = note["environments"_L1].toObject();
    if (const auto named = nameEnvironments(api, project, *listed, names, context); !named)
        return std::unexpected(named.error());
    note.insert(u"environments"_s, names);
    return readDeployments(*listed, names);
}

} // namespace callboard::bitbucket
