// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

namespace callboard::sync {

struct ConnectionContent {
    std::vector<ConnectionInfo> connections;
    /// Removed ones whose records and secrets are not erased yet: whoever opens the workspace next goes on with it.
    std::vector<ConnectionInfo> leaving;
    /// Connections that ask other servers than those that their kept secrets are for, once for each such change, until these are forgotten.
    QStringList outdated;
};

/// The connections of a workspace, in a file that only the user can read. Never holds a secret.
class ConnectionStore final {
public:
    explicit ConnectionStore(const QString &directory);
    /// Invalid where the file is there but cannot be understood; it is then left as it is.
    domain::Result<ConnectionContent> load();
    domain::Result<void> save(const ConnectionContent &content) const;
    /// What `save` writes, for whoever writes it elsewhere.
    QJsonObject file(const ConnectionContent &content) const;
    QString path() const { return m_path; }
    /// Tells this workspace's secrets from another's in the keychain. Lies here rather than in the mirror, which may be lost
    /// and filled anew. Made for a new one, and kept with the first `save`.
    QString workspaceId() const { return m_workspaceId; }
    /// The next of "folder-1", "folder-2" …; never one that was there before, whose secrets may still be on their way out.
    QString newId(const QString &integrationId, const std::vector<ConnectionInfo> &existing);

private:
    QString m_path;
    QString m_workspaceId; ///< As read, or new.
    QJsonObject m_numbers; ///< The last number of each integration.
};

/// Writes a JSON file in one step (0600): there is always a whole one.
domain::Result<void> writeJsonFile(const QString &path, const QJsonObject &content);
/// An absent file is an empty object.
domain::Result<QJsonObject> readJsonFile(const QString &path);

} // namespace callboard::sync
