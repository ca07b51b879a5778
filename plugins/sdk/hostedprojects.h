// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"
#include "plugins/sdk/remote.h"

namespace callboard::sdk {

/// A project of a host, and whose it is.
struct HostedProject {
    QString name; ///< As its host names it: "acme/ledger".
    QStringList entityRefs;
    bool onScreen = false; ///< One of its entities is.
    bool keep = false;
};

/// The projects that entities name, each once, in the order they came. `nameOf` answers empty for an entity that is not of this host.
CALLBOARD_SDK_EXPORT std::vector<HostedProject> hostedProjects(
    const std::vector<AskedEntity> &entities, const std::function<QString(const AskedEntity &)> &nameOf);

/// What most of these projects belong to: `groupOf` of each, without empty ones, that of most projects first, `most` of them.
CALLBOARD_SDK_EXPORT QStringList largestGroups(
    const std::vector<HostedProject> &projects, const std::function<QString(const QString &name)> &groupOf, qsizetype most);

/// The project that an address of a file, folder or page belongs to, where it lies on the host at `base`; empty elsewhere. For
/// Azure "organisation/project/repository".
CALLBOARD_SDK_EXPORT QString projectOfUrl(const QString &url, HostType type, const QUrl &base);

/// By `backstage.io/source-location`, else `backstage.io/managed-by-location`.
CALLBOARD_SDK_EXPORT QString projectOfSource(const AskedEntity &entity, HostType type, const QUrl &base);

/// What an annotation names, where it is meant for this host: "acme/ledger", or "name-of-the-instance:acme/ledger". Nothing where it
/// names another instance.
CALLBOARD_SDK_EXPORT std::optional<QString> withoutInstance(const QString &value, const QUrl &base);
/// Whether an instance's name in the catalog ("gitlab.example.org") means this host.
CALLBOARD_SDK_EXPORT bool isInstance(const QString &instance, const QUrl &base);

} // namespace callboard::sdk
