// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/review.h"
#include "plugins/gitea/host.h"

namespace callboard::gitea {

/// One hit of `repos/issues/search`; an empty id where it is no pull request.
domain::Review readHit(const QJsonObject &served, const QString &me);
/// The pull request itself, which knows branches, commit and conflicts.
void readPull(domain::Review &review, const QJsonObject &served, const QString &me);
/// Its reviews: the last word of each reviewer counts.
void readReviews(domain::Review &review, const QJsonArray &reviews, const QString &me);

/// Open pull requests: those that wait for the person, the person's own, and those of the entities' repositories.
class Pulls final : public sdk::HostFeed<Host> {
public:
    using HostFeed::HostFeed;
    sdk::Result<void> pull(sdk::PullContext &context) override;
};

} // namespace callboard::gitea
