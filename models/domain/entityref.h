// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QHashFunctions>
#include <QString>

namespace callboard::domain {

/// A reference to an entity, `[kind:][namespace/]name`, as Backstage's catalog model has it.
/// Parts keep the case in which they were written; comparing and hashing go by the canonical form.
/// Source: @backstage/catalog-model, `parseEntityRef`, `stringifyEntityRef`.
struct EntityRef {
    QString kind;
    QString ns;
    QString name;

    struct Defaults {
        QString kind; ///< Empty: the reference must name its kind.
        QString ns = QStringLiteral("default");
    };

    /// Parses a reference; Invalid with the rule it breaks and the text that was found.
    static Result<EntityRef> parse(QStringView text, const Defaults &defaults);
    static Result<EntityRef> parse(QStringView text); ///< Kind required, namespace "default".

    /// `kind:namespace/name`, lower case: the key of an entity everywhere in Callboard.
    QString canonical() const;
    /// `kind:namespace/name` as written.
    QString toString() const;
    /// The shortest text that means the same under `defaults`; for people.
    QString humanised(const Defaults &defaults) const;

    friend bool operator==(const EntityRef &a, const EntityRef &b)
    {
        return a.canonical() == b.canonical();
    }
    friend size_t qHash(const EntityRef &ref, size_t seed = 0)
    {
        return ::qHash(ref.canonical(), seed);
    }
};

} // namespace callboard::domain
