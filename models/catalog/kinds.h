// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/schema.h"
#include "models/catalog/validate.h"

namespace callboard::catalog {

/// One field of a kind that names other entities, and the edges it makes.
struct RelationField {
    QString path; ///< Under `spec`.
    QString defaultKind; ///< Empty: the kind must be written.
    QString outgoing;
    QString incoming;
    QStringList allowedKinds; ///< Empty: any; a reference to another kind makes no edge.
};

/// A version of a kind, as it is validated.
struct KindSchema {
    QString kind;
    QStringList apiVersions;
    SchemaPtr schema;
    QString specType; ///< Only for entities of this type; empty: any.
};

/// In the order in which Backstage asks its validators.
const std::vector<KindSchema> &kindSchemas(Model model);

/// What the fields of a kind mean. Empty for kinds without relations.
const std::vector<RelationField> &relationFields(const QString &kind, const QString &specType, Model model);
/// For kinds of an organisation's own: the fields that mean the same in all of Backstage's kinds.
const std::vector<RelationField> &commonRelationFields();

const Schema &envelopeSchema();
const Schema &entitySchema();

} // namespace callboard::catalog
