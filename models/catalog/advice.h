// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/schema.h"
#include "models/catalog/validate.h"

namespace callboard::catalog {

/// What is wrong and what to write instead, for a person who edits the descriptor.
QString adviceFor(const SchemaError &error, const QJsonValue &entity);

/// For a document that is no map.
QString adviceForValue(const QJsonValue &value);

/// For a kind, or a version of one, that no validator recognises.
QString adviceForKind(const QString &kind, const QString &apiVersion, Model model);

} // namespace callboard::catalog
