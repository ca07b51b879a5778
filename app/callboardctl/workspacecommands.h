// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboardctl/command.h"

namespace callboard::ctl {

// On a workspace: `--workspace DIR`, else the default one.
ExitCode query(const QStringList &arguments);
ExitCode show(const QStringList &arguments);
ExitCode history(const QStringList &arguments);
ExitCode changes(const QStringList &arguments);
ExitCode exportEntities(const QStringList &arguments);
ExitCode connectSource(const QStringList &arguments);
ExitCode syncSources(const QStringList &arguments);
ExitCode listSources(const QStringList &arguments);
ExitCode pauseSources(const QStringList &arguments);
ExitCode resumeSources(const QStringList &arguments);
ExitCode disconnectSource(const QStringList &arguments);
ExitCode signInToProxy(const QStringList &arguments);
ExitCode moveConnections(const QStringList &arguments);
ExitCode map(const QStringList &arguments);
ExitCode impact(const QStringList &arguments);
ExitCode path(const QStringList &arguments);
ExitCode doctor(const QStringList &arguments);
ExitCode builds(const QStringList &arguments);
ExitCode insightsOf(const QStringList &arguments);
ExitCode api(const QStringList &arguments); ///< On files as well.

} // namespace callboard::ctl
