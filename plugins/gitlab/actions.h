// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/gitlab/host.h"

namespace callboard::gitlab {

/// What can be done at a GitLab, by the ids of integration.json.
sdk::Result<sdk::ActionAnswer> act(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context);
/// Whether it makes sense for the record as it stands; the server has the last word. Asks it whether deployments wait.
sdk::Result<sdk::Permission> mayAct(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context);
/// What .gitlab-ci.yml asks for at the ref that was typed, for "dispatch": the inputs of its header, and variables that it or what it includes describes. Ids are
/// "input/TYPE/NAME" and "variable/NAME"; "more" takes other variables.
sdk::Result<std::vector<sdk::FormField>> actionForm(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context);

} // namespace callboard::gitlab
