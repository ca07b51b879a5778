// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <vector>

namespace callboard::sync {

/// A workspace of the person's, as its folder shows it.
struct WorkspaceEntry {
    QString name;
    QString directory;
    qint64 bytes = 0;     ///< Of all its files.
    bool isOpen = false;  ///< Some process has it open for writing.
};

/// The folder that holds workspaces by their names.
QString workspacesFolder();
/// What may be a name: 1 to 60 characters that every file system takes, no leading dot.
bool isWorkspaceName(QStringView name);
/// What `--workspace` means: a folder if it holds a slash or is "." or "..", else a name. Invalid for what cannot be one.
/// Empty means the default one.
domain::Result<QString> workspaceDirectoryOf(const QString &nameOrFolder);
/// The name of the workspace in that folder; empty where it has none, as it lies elsewhere.
QString workspaceNameOf(const QString &directory);
/// Whether there is a workspace of that name. Never for a path.
bool isKnownWorkspace(const QString &name);
/// Those that are there, by name. Reads folders: not for a thread that paints, where they are large.
std::vector<WorkspaceEntry> listWorkspaces(const QString &folder = workspacesFolder());
/// Conflict when there is one of that name; Invalid for what is no name. Returns its folder, empty and private.
domain::Result<QString> createWorkspace(const QString &name, const QString &folder = workspacesFolder());
/// Of one that nobody has open: Conflict otherwise, or when the new name is taken.
domain::Result<void> renameWorkspace(const QString &from, const QString &to, const QString &folder = workspacesFolder());

} // namespace callboard::sync
