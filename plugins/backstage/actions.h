// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/backstage/portal.h"

namespace callboard::backstage {

// What can be done at a portal, by the ids of integration.json. Details of an answer: "entities", canonical refs that a location brings or
// that would go with it; "exists", whether it is registered already.

sdk::Result<sdk::ActionAnswer> act(Portal &portal, const sdk::ActionRequest &request, sdk::PullContext &context);
/// As the backend's permission framework says; what it does not know of is allowed.
sdk::Result<sdk::Permission> mayAct(Portal &portal, const sdk::ActionRequest &request, sdk::PullContext &context);

} // namespace callboard::backstage
