// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entityref.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace callboard::domain {

/// One edge of the catalog, owned by the entity it is listed on.
struct Relation {
    QString type;      ///< "ownedBy", "dependsOn" …
    QString targetRef; ///< Canonical; the target need not exist.

    auto operator<=>(const Relation &) const = default;
};

/// A finished catalog entity: apiVersion, kind, metadata and spec in `body`; relations and status
/// apart from it, because they change for other reasons than the body does.
struct Entity {
    QJsonObject body;
    std::vector<Relation> relations; ///< Sorted, without duplicates.
    QJsonArray statusItems;          ///< Backstage's `status.items`.

    QString kind() const;
    QString ns() const; ///< "default" where the body has none.
    QString name() const;
    EntityRef ref() const;
    QJsonObject metadata() const;
    QJsonObject spec() const;
    QString annotation(const QString &key) const;
    /// `metadata.title`, else `spec.profile.displayName`, else the name.
    QString displayName() const;

    /// As Backstage serves it: body, `relations`, and `status` where there is any.
    QJsonObject toJson() const;
    static Entity fromJson(const QJsonObject &served);
};

} // namespace callboard::domain
