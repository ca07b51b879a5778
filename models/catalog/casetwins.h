// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace callboard::catalog {

/// Two members of an entity whose paths differ only in capitals. A Backstage backend cannot index such an entity, and serves it to nobody.
/// Positions in lists are no part of a path: members of two items of one list may be twins.
struct CaseTwins {
    QString pointer; ///< JSON pointer of one of them.
    QString path;    ///< Of the same, as a backend indexes it: "spec.parameters.properties.name".
    QString other;   ///< Path of the other one.
};

/// The first pair; none in nearly every entity. Source: @backstage/plugin-catalog-backend 4.0, `buildEntitySearch`.
std::optional<CaseTwins> caseTwins(const QJsonObject &entity);

} // namespace callboard::catalog
