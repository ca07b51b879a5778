// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/snapshot.h"

#include <QHash>
#include <QStringList>

#include <unordered_map>

namespace callboard::graph {

using mirror::noRow;
using mirror::Row;
using mirror::Snapshot;
using mirror::SnapshotPtr;
using mirror::StringId;

/// A relation type by its place in Relations::types().
using TypeIndex = quint16;

/// The types that the map knows the meaning of, in the order of Relations::types(); further ones follow.
/// Source: @backstage/catalog-model, `kinds/relations.ts`.
namespace type {
    inline constexpr TypeIndex dependsOn = 0, consumesApi = 1, providesApi = 2, partOf = 3, ownedBy = 4, memberOf = 5, childOf = 6,
                               known = 7;
}

/// One relation. A pair of types is one: "b dependencyOf a" is "a dependsOn b".
struct Relation {
    StringId from = 0; ///< Canonical ref: what depends, consumes, provides, is part or owned.
    StringId to = 0;
    TypeIndex type = 0;
    bool implied = false; ///< Through an API: a consumes what b provides, so a needs b.

    auto operator<=>(const Relation &) const = default;
};

/// The relations of a snapshot as a graph whose nodes are refs, so that a missing entity is one as well. It adds what the
/// snapshot does not hold: the way back along types without an inverse, and who points at what is missing. Immutable, for
/// any thread; making one reads every edge once.
class Relations final {
public:
    explicit Relations(SnapshotPtr snapshot);

    const Snapshot &snapshot() const { return *m_snapshot; }
    const SnapshotPtr &snapshotPtr() const { return m_snapshot; }
    /// Names of types, as they read from `from`: "dependsOn", "consumesApi" …
    const QStringList &types() const { return m_types; }

    /// Calls `use(Relation)` for every relation that touches `ref`, each once.
    template<typename Use>
    void each(StringId ref, Use &&use) const
    {
        if (const Row row = m_snapshot->rowOf(ref); row != noRow) {
            for (const Snapshot::Edge &edge : m_snapshot->edges(row)) {
                const Sense sense = m_senses.value(edge.type);
                if (sense.forward)
                    use(Relation { ref, edge.target, sense.type });
                else if (edge.target != ref) // A loop was met from its other side already.
                    use(Relation { edge.target, ref, sense.type });
            }
        }
        const auto [begin, end] = m_further.equal_range(ref);
        for (auto found = begin; found != end; ++found)
            use(found->second);
    }

    /// The same for those implied by APIs; one may come several times, once for each API between.
    template<typename Use>
    void eachImplied(StringId ref, Use &&use) const
    {
        each(ref, [&](const Relation &near) {
            const bool consumes = near.type == type::consumesApi && near.from == ref;
            const bool provides = near.type == type::providesApi && near.from == ref;
            if (!consumes && !provides)
                return;
            each(near.to, [&](const Relation &far) {
                if (far.to != near.to || far.from == ref)
                    return;
                if (consumes && far.type == type::providesApi)
                    use(Relation { ref, far.from, type::consumesApi, true });
                else if (provides && far.type == type::consumesApi)
                    use(Relation { far.from, ref, type::consumesApi, true });
            });
        });
    }

    /// The domain that a system, or what is part of one, belongs to; 0 for none.
    StringId domainOf(Row row) const;
    /// The first target of `partOf` with a kind (lower case); 0 for none.
    StringId partOfKind(Row row, QLatin1StringView kind) const;

private:
    struct Sense {
        TypeIndex type = 0;
        bool forward = true;
    };
    void learn(StringId type);

    SnapshotPtr m_snapshot;
    QStringList m_types;
    QHash<StringId, Sense> m_senses;
    std::unordered_multimap<StringId, Relation> m_further; ///< By an end, what no row of that end tells.
};

/// Kind of a canonical ref, also of one that nothing answers to: "component".
QStringView kindOfRef(QStringView canonicalRef);
/// Its name, without kind and namespace.
QStringView nameOfRef(QStringView canonicalRef);

} // namespace callboard::graph
