// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/bitbucket/host.h"
#include "plugins/sdk/hostjson.h"

namespace callboard::bitbucket {

/// Names of a deployment's state, or, where it is over, of its status.
std::span<const sdk::StateWord> deploymentStates();
/// `environments`: their names, by their uuids.
std::vector<domain::Deployment> readDeployments(const QJsonArray &values, const QJsonObject &environments);

/// The latest that are over; none where they cannot be had. "environments" in the note has the names of those that were met.
sdk::Result<std::vector<domain::Deployment>> listDeployments(
    const sdk::HostApi &api, const QString &project, QJsonObject &note, sdk::PullContext &context);

} // namespace callboard::bitbucket
