// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/graph/relations.h"

namespace callboard::graph {

/// One step of a way: from the place before to `ref`.
struct Step {
    QString ref;
    QString type;        ///< Empty at the start.
    bool forward = true; ///< Along the relation; else against it.

    bool operator==(const Step &) const = default;
};

/// A shortest way between two entities over relations in either direction, both ends included. Types that are hidden are not
/// gone along. NotFound where an end is not in the catalog or there is no way; a way from an entity to itself is that entity.
domain::Result<std::vector<Step>> shortestPath(
    const Relations &relations, const QString &fromRef, const QString &toRef, const QStringList &hiddenTypes = {});

/// What needs an entity, directly or through others.
struct Impact {
    struct Hit {
        QString ref;
        QString via;  ///< The ref that it needs, one step nearer.
        QString type; ///< How: "dependsOn", "consumesApi", "providesApi" (an API that it provides is gone).
        int depth = 1;
        QString owner, system; ///< Refs; empty for none.
    };
    struct Share {
        QString ref; ///< Of a team or system; empty: of what has none.
        int count = 0;
    };
    QString ref;
    std::vector<QString> parts; ///< Of a system or domain: what stops with it. Sorted.
    std::vector<Hit> hits;      ///< By depth, then ref; parts are not among them.
    std::vector<Share> teams, systems; ///< The most concerned first.
    int deepest = 0;

    int components() const;
};

/// What breaks if this does: who depends on it, who consumes the APIs that it provides, and so on from there. Of a system or domain
/// all its parts stop. NotFound for what is neither in the catalog nor pointed at; Invalid for people and groups, which nothing runs on.
domain::Result<Impact> impactOf(const Relations &relations, const QString &ref);

/// Entities that depend on each other in a circle: each is a strongly connected component of `dependsOn` (with consumes →
/// provides where `throughApis`), its refs sorted; the largest first. One that depends on itself is a circle too.
std::vector<QStringList> circles(const Relations &relations, bool throughApis = false);

} // namespace callboard::graph
