// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/circleci/host.h"

namespace callboard::circleci {

/// What can be done at CircleCI, by the ids of integration.json.
sdk::Result<sdk::ActionAnswer> act(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context);
/// For "dispatch" the parameters that the config asks for, for "approve" what waits.
sdk::Result<std::vector<sdk::FormField>> actionForm(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context);
sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request);

} // namespace callboard::circleci
