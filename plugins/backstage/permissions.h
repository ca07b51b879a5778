// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/backstage/portal.h"

#include <span>

namespace callboard::backstage {

/// One of the backend's permissions, as its plugins name it.
struct PermissionName {
    QLatin1StringView name, action;
    bool isOfEntity = false; ///< Asked for an entity, else for all.
};

inline constexpr PermissionName readEntities { QLatin1StringView("catalog.entity.read"), QLatin1StringView("read"), true };

/// What an action needs; none where the backend has no permission for it.
std::span<const PermissionName> permissionsFor(const QString &actionId);

/// Whether the portal denies one of them for sure. Without the permission plugin everybody may do everything, and a service is not asked
/// about: the request itself has the last word. `entityRef` may be empty: whether they are denied of every entity.
sdk::Result<bool> denies(Portal &portal, std::span<const PermissionName> wanted, const QString &entityRef, sdk::PullContext &context);

} // namespace callboard::backstage
