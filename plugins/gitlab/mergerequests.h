// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/review.h"
#include "plugins/gitlab/host.h"

namespace callboard::gitlab {

/// One merge request of a list; an empty id where it is none.
domain::Review readMergeRequest(const QJsonObject &served, const Person &me);
/// What the single merge request, its reviewers and its approvals say more. Empty ones say nothing.
void readMergeRequestDetails(domain::Review &review, const QJsonObject &single, const QJsonArray &reviewers, const QJsonObject &approvals,
    const Person &me);

/// Open merge requests: those that wait for the person, the person's own, and those of the entities' projects.
class MergeRequests final : public sdk::HostFeed<Host> {
public:
    using HostFeed::HostFeed;
    sdk::Result<void> pull(sdk::PullContext &context) override;
};

} // namespace callboard::gitlab
