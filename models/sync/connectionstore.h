// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

namespace callboard::sync {

/// The connections of a workspace, in a file that only the user can read. Never holds a secret.
class ConnectionStore final {
public:
    explicit ConnectionStore(const QString &directory);
    /// Invalid where the file is there but cannot be understood; it is then left as it is.
    domain::Result<std::vector<ConnectionInfo>> load() const;
    domain::Result<void> save(const std::vector<ConnectionInfo> &connections) const;

private:
    QString m_path;
};

/// Writes a JSON file in one step (0600): there is always a whole one.
domain::Result<void> writeJsonFile(const QString &path, const QJsonObject &content);
/// An absent file is an empty object.
domain::Result<QJsonObject> readJsonFile(const QString &path);

} // namespace callboard::sync
