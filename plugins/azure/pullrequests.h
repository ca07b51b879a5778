// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/review.h"
#include "plugins/azure/host.h"
#include "plugins/sdk/hostjson.h"

namespace callboard::azure {

/// The name of the branch that a ref ("refs/heads/main") or a name stands for.
inline QString branchOf(const QJsonValue &ref)
{
    const QString name = sdk::textOf(ref);
    return name.startsWith(QLatin1StringView("refs/heads/")) ? name.mid(11) : name;
}

/// PolicyEvaluationStatus of https://learn.microsoft.com/rest/api/azure/devops/policy/evaluations/list.
std::span<const sdk::StateWord> policyStates();

/// One pull request of a list, without its page; an empty id where it is none.
domain::Review readPullRequest(const QJsonObject &served, const Person &me);
/// What the build and status policies of a pull request say together; Unknown where there are none.
domain::BuildState readPolicies(const QJsonArray &evaluations);

/// Open pull requests of the entities' repositories: one request for a project, and one more for each that concerns the person.
class PullRequests final : public sdk::HostFeed<Host> {
public:
    using HostFeed::HostFeed;
    sdk::Result<void> pull(sdk::PullContext &context) override;
};

/// Votes for it, as the connection's person.
sdk::Result<sdk::ActionAnswer> approve(Host &host, const domain::Review &review, sdk::PullContext &context);

} // namespace callboard::azure
