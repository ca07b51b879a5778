// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboardctl/command.h"

namespace callboard::ctl {

ExitCode lint(const QStringList &arguments);
ExitCode catalog(const QStringList &arguments);

} // namespace callboard::ctl
