// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/kinds.h"
#include "models/catalog/validate.h"
#include "models/domain/entity.h"

#include <QJsonObject>

namespace callboard::catalog {

/// What one entity says of another: an edge there, of the field's outgoing type, and one back, of its incoming.
struct Reference {
    const RelationField *field; ///< Lives as long as the program.
    QString target;             ///< Canonical ref.
};

struct OwnRelations {
    std::vector<Reference> references; ///< May repeat.
    std::vector<Violation> violations; ///< Stage Relation: references that cannot be read.
};

/// The references in an entity's own fields. `ownKind`: an organisation's own kind, of which only the common fields
/// are understood, and only where they can be read.
OwnRelations ownRelations(const QJsonObject &entity, Model model, bool ownKind = false);

/// Sorts the lists of references as Backstage does before it looks at an entity.
QJsonObject withSortedReferences(QJsonObject entity);

/// What JavaScript takes for false.
bool isFalsy(const QJsonValue &value);

/// The canonical ref of an entity whose envelope is good.
QString canonicalRef(const QJsonObject &entity);

} // namespace callboard::catalog
