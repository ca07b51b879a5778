// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/graph/relations.h"

#include <functional>

namespace callboard::graph {

/// What a map is to show. Kinds are lower case, types as Relations::types() names them.
struct MapOptions {
    enum class Direction { In, Both, Out };
    enum class Colour { None, Team, Lifecycle };
    enum class RollUp { None, System, Domain };

    QString focus; ///< Canonical ref; empty: the whole estate, rolled up.
    int depth = 2; ///< Steps from the focus, 1 to 5.
    Direction direction = Direction::Both;
    QStringList hiddenTypes { QStringLiteral("ownedBy"), QStringLiteral("memberOf"), QStringLiteral("childOf") };
    QStringList hiddenKinds { QStringLiteral("group"), QStringLiteral("user"), QStringLiteral("location") };
    bool systemBoxes = true;
    bool domainBoxes = true;
    bool teamBoxes = false;
    bool implied = false; ///< Also what needs what through an API between them.
    Colour colour = Colour::None;
    RollUp rollUp = RollUp::None;
    int nodeLimit = 300;   ///< More are folded into nodes that say how many.
    int siblingLimit = 8;  ///< Leaves of one kind at one node; more are folded.
    QStringList opened;    ///< Refs whose leaves are not folded.
    /// Whether what is known of an entity is not current; its edges are then drawn dashed. Empty: all is. Called on the
    /// thread that builds.
    std::function<bool(const Snapshot &, Row)> isOld;

    /// As a person would want to see this kind of entity first: of a group, what it owns.
    static MapOptions forFocus(const QString &canonicalRef);
};

/// What a map shows, as values: nothing in it leads back to the snapshot.
struct MapGraph {
    struct Node {
        enum class Kind { Entity, Missing, Fold, Rolled };
        Kind kind = Kind::Entity;
        QString ref;   ///< Canonical. Of a fold: the entity that it hangs on. Empty: rolled up without a system.
        QString name;  ///< As people read it; empty for folds and where `ref` is.
        QString entityKind; ///< Lower case; of a fold: of all that is in it, empty for several.
        QString type, lifecycle, owner; ///< Owner by name.
        int depth = 0; ///< Steps from the focus.
        int box = -1;  ///< The innermost one that it is in.
        int count = 1; ///< Entities it stands for: of folds and rolled ones more than one.
        int inner = 0; ///< Relations among them.
        int group = -1; ///< In `groups`.
        bool isFocus = false;
        bool isOld = false;
        bool hasProblems = false;
        QStringList folded; ///< Of a fold: the refs, sorted.
    };
    struct Edge {
        int from = 0, to = 0; ///< Nodes.
        QString type;
        int weight = 1;       ///< Relations it stands for.
        bool isOld = false;
        bool implied = false;
    };
    struct Box {
        enum class Kind { System, Domain, Team };
        Kind kind = Kind::System;
        QString ref, name;
        int parent = -1;
        bool isFocus = false;
        bool isMissing = false; ///< Named by its parts, but not in the catalog.
    };
    struct Count {
        QString name; ///< A type or kind.
        int count = 0;
    };

    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Box> boxes; ///< Parents before children.
    QStringList groups;     ///< Of the colour: names, the largest first.
    std::vector<Count> types, kinds; ///< What of each is on the map, folded included.
    int entities = 0;  ///< On the map, folded included.
    int relations = 0; ///< Likewise.
    int folded = 0;    ///< Entities in folds.
    int missing = 0;   ///< Refs that nothing answers to.
    int hidden = 0;    ///< Entities next to what is shown that were not gone to: their kind is hidden.

    int nodeOf(QStringView ref) const; ///< The node of an entity, also when folded or rolled up; -1 for none.
};

/// NotFound when the focus is neither an entity nor pointed at by one.
domain::Result<MapGraph> buildMap(const Relations &relations, const MapOptions &options);

} // namespace callboard::graph
