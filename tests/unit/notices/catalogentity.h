// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <QJsonObject>

#include <algorithm>

namespace callboard::test {

/// An entity of the default namespace, as a source would bring it.
inline domain::Entity entity(const QString &kind, const QString &name, const std::vector<domain::Relation> &relations, const QJsonObject &spec = {}, const QJsonObject &annotations = {})
{
    domain::Entity one;
    one.body = { { QStringLiteral("apiVersion"), QStringLiteral("backstage.io/v1alpha1") }, { QStringLiteral("kind"), kind },
        { QStringLiteral("metadata"), QJsonObject { { QStringLiteral("name"), name }, { QStringLiteral("namespace"), QStringLiteral("default") },
            { QStringLiteral("annotations"), annotations } } }, { QStringLiteral("spec"), spec } };
    one.relations = relations;
    std::ranges::sort(one.relations);
    return one;
}

} // namespace callboard::test
