// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/sdk_export.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace callboard::sdk {

enum class HostType { Unknown, GitHub, GitLab, Gitea, BitbucketCloud, BitbucketServer, Azure };

/// "github", "bitbucket-server" …, as the connection's form has them; Unknown for anything else.
CALLBOARD_SDK_EXPORT HostType hostTypeOf(const QString &name);

/// The web side of a clone's remote.
struct CALLBOARD_SDK_EXPORT Remote {
    HostType type = HostType::Unknown;
    QString webUrl; ///< Page of the repository, without a trailing slash; never with credentials.

    /// What a hosted portal calls this file. `path` is relative to the work tree. Empty for an Unknown host.
    /// `isDefault`: some hosts leave their default branch out.
    QString fileUrl(const QString &path, const QString &branch, bool isDefault) const;
    /// The path of a file or folder of this repository, at whatever branch; nothing for other addresses. Branches with a
    /// slash in their name are understood when they are among `branches`.
    std::optional<QString> pathOf(const QString &url, const QStringList &branches) const;

    bool operator==(const Remote &) const = default;
};

/// Reads a remote as git takes it: `https://…`, `ssh://…`, `git://…`, `user@host:path`. Nothing for one on this machine.
CALLBOARD_SDK_EXPORT std::optional<Remote> parseRemote(const QString &remote);
/// The same for a host that is known to be of this type.
CALLBOARD_SDK_EXPORT std::optional<Remote> parseRemote(const QString &remote, HostType type);

} // namespace callboard::sdk
