// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/validate.h"
#include "models/domain/entity.h"

#include <QJsonObject>

namespace callboard::catalog {

/// One directed edge between two entities, by canonical refs.
struct Edge {
    QString source;
    QString type;
    QString target;

    auto operator<=>(const Edge &) const = default;
};

struct OwnRelations {
    std::vector<Edge> edges; ///< Both directions of each reference; may repeat.
    std::vector<Violation> violations; ///< Stage Relation: references that cannot be read.
};

/// The edges that an entity's own fields make. `ownKind`: an organisation's own kind, of which only the common fields
/// are understood, and only where they can be read.
OwnRelations ownRelations(const QJsonObject &entity, Model model, bool ownKind = false);

/// Sorts the lists of references as Backstage does before it looks at an entity.
QJsonObject withSortedReferences(QJsonObject entity);

/// The canonical ref of an entity whose envelope is good.
QString canonicalRef(const QJsonObject &entity);

} // namespace callboard::catalog
