// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/review.h"
#include "plugins/bitbucket/host.h"
#include "plugins/sdk/hostjson.h"

namespace callboard::bitbucket {

/// One pull request, with its participants; an empty id where it is none.
domain::Review readPullRequest(const QJsonObject &served, const QString &project, const Person &me);

/// Names of a commit status: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-commit-statuses/.
std::span<const sdk::StateWord> statusStates();
/// What all statuses of a pull request say together; Unknown where there are none.
domain::BuildState readStatuses(const QJsonArray &statuses);

/// Open pull requests of the entities' repositories. Bitbucket has no question over all repositories, so a pull asks some of them, those
/// on screen first, the others in turn.
class PullRequests final : public sdk::HostFeed<Host> {
public:
    static constexpr int reposAtOnce = 12; ///< In a pull: 48 requests an hour at its interval.

    using HostFeed::HostFeed;
    sdk::Result<void> pull(sdk::PullContext &context) override;
};

} // namespace callboard::bitbucket
