// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "plugins/sdk/remote.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace callboard::folder {

using sdk::HostType;
using sdk::Remote;
using sdk::parseRemote;
using sdk::hostTypeOf;

/// The connection's form values.
struct Settings {
    QString folder; ///< Absolute, without a slash at its end.
    QStringList names;
    bool anyDescriptor = false;
    int depth = 8;
    bool currentBranch = false;
    HostType otherHosts = HostType::Unknown;

    static Settings from(const QJsonObject &form);
    bool isDescriptorName(const QString &fileName) const;
};

/// A clone that was met on the way.
struct Clone {
    QString workTree;
    QString gitFolder;
    std::optional<Remote> remote;
    QString linkBranch;      ///< The branch that addresses of its files name; empty: its files have none.
    bool isDefaultBranch = true;
    QStringList branches;    ///< Those it is known to have, to tell branch from path in an address.

    /// `url:https://…` as a hosted portal has it, else `file:/…`.
    QString locationOf(const QString &absolutePath) const;
};

/// What a walk through the folder found.
struct Survey {
    struct File {
        QString path;   ///< Absolute.
        int clone = -1; ///< Index of the innermost clone around it; -1: none.
    };
    std::vector<File> descriptors; ///< Sorted by path.
    std::vector<Clone> clones;     ///< Sorted by work tree.
    QStringList unreadable;        ///< Folders that could not be looked into.
    int folders = 0;

    /// Index of the innermost clone around a path; -1: none.
    int cloneAround(const QString &absolutePath) const;
    QString locationOf(const File &file) const;
};

struct WalkHooks {
    std::function<void(const QString &folder)> enter; ///< Before a folder is listed.
    std::function<void(int folders)> progress;
};

/// Walks through the folder: no hidden folders, no symbolic links, nothing that git ignores, no packages of others,
/// no skeletons of templates. NotFound when the folder is not there; Cancelled.
domain::Result<Survey> walk(const Settings &settings, std::stop_token stop, const WalkHooks &hooks = {});

/// Folders of other people's code, never looked into.
bool isForeignFolder(const QString &name);

/// Reads a text file of at most `maxBytes`. NotFound, Forbidden, Invalid when larger or not a file.
domain::Result<QByteArray> readFile(const QString &path, qint64 maxBytes = 10 * 1024 * 1024);

} // namespace callboard::folder
