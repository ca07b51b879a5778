// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/github/host.h"

namespace callboard::github {

sdk::Result<sdk::ActionAnswer> act(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context);
/// From what the record says alone: what GitHub would refuse only it knows.
sdk::Permission mayAct(const sdk::ActionRequest &request);
/// What the workflow of a run asks for at the ref that was typed, for "dispatch".
sdk::Result<std::vector<sdk::FormField>> actionForm(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context);

} // namespace callboard::github
