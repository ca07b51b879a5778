// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/github/host.h"

namespace callboard::github {

sdk::Result<sdk::ActionAnswer> act(Host &host, const sdk::ActionRequest &request, sdk::PullContext &context);
/// From what the record says alone: what GitHub would refuse only it knows.
sdk::Permission mayAct(const sdk::ActionRequest &request);
/// A workflow's inputs as typed: an object of JSON, or NAME=value, separated by semicolons or lines. Invalid.
sdk::Result<QJsonObject> inputsOf(const QString &typed);

} // namespace callboard::github
