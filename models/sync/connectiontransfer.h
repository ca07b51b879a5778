// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

namespace callboard::sync {

/// What became of connections in a file. All that are added are paused: whoever wrote the file chose whom they ask.
struct ImportReport {
    struct Added {
        QString id, name;
        QStringList secretFields; ///< Form fields that want a secret, which no file holds: to be asked for now.
        QStringList places; ///< What it would read, and through whom: servers, proxy, folder. See `placesOf`.
        bool wasPaused = false; ///< In the file.
        bool operator==(const Added &) const = default;
    };
    struct Refused {
        QString name;   ///< As in the file; may be empty.
        QString reason; ///< English, for people.
        bool operator==(const Refused &) const = default;
    };
    std::vector<Added> added;
    QStringList skipped; ///< Names of those that are here already, with the same settings.
    std::vector<Refused> refused;
};

/// Connections as a file for another machine: `{"format": "callboard-connections", "version": 1, "connections": [{"id",
/// "integration", "name", "settings", "paused"}]}`. Secret fields are left out, and so is what a URL carries before its host.
QJsonObject exportOf(const std::vector<ConnectionInfo> &connections, const std::vector<IntegrationInfo> &integrations);

/// The connections in such a file, with their settings narrowed to what the form of their integration knows. Those
/// that cannot be taken go to `report`. Invalid where the whole is not such a file, or a newer one.
domain::Result<std::vector<ConnectionInfo>> importOf(
    const QJsonObject &file, const std::vector<IntegrationInfo> &integrations, ImportReport &report);

} // namespace callboard::sync
