// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/scm.h"
#include "models/domain/result.h"

#include <QJsonObject>
#include <QString>

namespace callboard::catalog {

namespace annotation {
inline constexpr QLatin1StringView managedByLocation("backstage.io/managed-by-location");
inline constexpr QLatin1StringView managedByOriginLocation("backstage.io/managed-by-origin-location");
inline constexpr QLatin1StringView viewUrl("backstage.io/view-url");
inline constexpr QLatin1StringView editUrl("backstage.io/edit-url");
inline constexpr QLatin1StringView sourceLocation("backstage.io/source-location");
inline constexpr QLatin1StringView orphan("backstage.io/orphan");
}

/// A place that descriptors come from: `url:https://…` or `file:/…`.
struct LocationRef {
    QString type;
    QString target;

    /// Splits at the first colon, trims both halves; refuses http(s) as a type and javascript: targets.
    static domain::Result<LocationRef> parse(const QString &text);
    domain::Result<QString> toString() const;

    bool operator==(const LocationRef &) const = default;
};

/// Whether a text would run as a script when opened as a link.
bool isScriptUrl(const QString &text);

/// Makes a Location's target absolute: relative to the file that names it, or to the repository's root
/// when it begins with `/`. What cannot be resolved stays as it is.
QString absoluteTarget(const ScmHosts &hosts, const LocationRef &base, const QString &type, const QString &target);

/// The annotations that Backstage's AnnotateLocationEntityProcessor adds for an entity read from
/// `location`; those already written win. An error where an edit link cannot be made.
domain::Result<QJsonObject> locationAnnotations(
    const ScmHosts &hosts, const LocationRef &location, const LocationRef &origin);

} // namespace callboard::catalog
