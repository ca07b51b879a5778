// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/review.h"
#include "plugins/github/host.h"

namespace callboard::github {

/// A pull request as GraphQL answers the fields that are asked for; an empty id where it is none.
domain::Review readPullRequest(const QJsonObject &served, const QString &me);

/// Open pull requests: those that wait for the person, the person's own, and those of repositories that matter to the person.
class PullRequests final : public sdk::HostFeed<Host> {
public:
    using HostFeed::HostFeed;
    sdk::Result<void> pull(sdk::PullContext &context) override;
};

} // namespace callboard::github
