// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboardctl/command.h"
#include "models/mirror/mirror.h"

#include <memory>
#include <optional>

namespace callboard::ctl {

/// The folder that `--workspace` names or is the name of, else that of the default workspace.
QString workspaceDirectory(const Arguments &arguments);

/// Whether there is a workspace. Complains when there is none.
bool isThere(const Arguments &arguments);

/// The workspace's mirror for reading only: works while the window has it open. Complains when there is none.
std::unique_ptr<mirror::Mirror> openForReading(const Arguments &arguments);

/// The canonical ref that is meant: a name alone means the one entity of that name. Nothing after a complaint.
std::optional<QString> resolve(const mirror::Snapshot &snapshot, const QString &typed);

/// Which entities: `--filter a=b,c` and its companions as `entities/by-query` takes them, or the plain language.
struct Selection {
    std::vector<QJsonObject> served; ///< Whole entities, as Backstage serves them.
    qsizetype total = 0;             ///< How many there are beyond a limit.
    QStringList hints;               ///< What of a plain query was not understood.
};
/// Options that `select` understands, for Arguments.
QStringList selectionOptions();
/// Nothing after a complaint.
std::optional<Selection> select(const mirror::Mirror &mirror, const Arguments &arguments);

/// Complains of an error of the workspace.
ExitCode complainOf(const domain::Error &error);

} // namespace callboard::ctl
