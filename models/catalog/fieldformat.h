// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/schema.h"
#include "models/catalog/validate.h"

namespace callboard::catalog {

/// What Backstage's FieldFormatEntityPolicy refuses, in its order: the forms of apiVersion, kind, name, namespace, labels,
/// annotations, tags and links.
std::vector<Violation> checkFieldFormats(const QJsonObject &entity, const SchemaContext &context);

bool isEntityName(const QString &text);
bool isDnsLabel(const QString &text);
bool isDnsSubdomain(const QString &text);
bool isTag(const QString &text);
bool isKindName(const QString &text);

/// The nearest text that is an entity name; empty where there is none.
QString suggestedName(const QString &text);

} // namespace callboard::catalog
