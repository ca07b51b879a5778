// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboardctl/command.h"

namespace callboard::ctl {

// On a workspace: `--workspace DIR`, else the default one.
ExitCode query(const QStringList &arguments);
ExitCode show(const QStringList &arguments);
ExitCode exportEntities(const QStringList &arguments);
ExitCode connectSource(const QStringList &arguments);
ExitCode pull(const QStringList &arguments);
ExitCode doctor(const QStringList &arguments);

} // namespace callboard::ctl
