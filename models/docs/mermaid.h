// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

/// Diagrams of Mermaid (https://mermaid.js.org) as structure: what can be drawn without a browser. Values only.
namespace callboard::docs {

/// `graph` and `flowchart` (https://mermaid.js.org/syntax/flowchart.html). Texts are plain, "\n" parts lines.
struct Flowchart {
    enum class Direction { Down, Up, Right, Left };
    enum class Shape {
        Rectangle, Rounded, Stadium, Subroutine, Cylinder, Circle, DoubleCircle, Flag, Diamond, Hexagon, LeanRight, LeanLeft, Trapezoid,
        InvertedTrapezoid,
    };
    enum class Line { Solid, Thick, Dotted, Invisible };
    enum class Head { None, Arrow, Circle, Cross };

    struct Node {
        QString id = {};
        QString text = {};
        Shape shape = Shape::Rectangle;
        int group = -1; ///< Index into `groups`; -1 for none.

        bool operator==(const Node &) const = default;
    };
    struct Group {
        QString id = {};
        QString text = {};
        int parent = -1; ///< Comes before it.
        std::optional<Direction> direction = {}; ///< Its own, as written: whether it counts, its links decide.

        bool operator==(const Group &) const = default;
    };
    /// What an edge begins or ends at: a node, or a group as a whole.
    struct End {
        int node = -1;
        int group = -1;

        bool operator==(const End &) const = default;
    };
    struct Edge {
        End from = {};
        End to = {};
        Line line = Line::Solid;
        Head start = Head::None;
        Head end = Head::None;
        QString text = {};
        int length = 1; ///< Over how many ranks it goes, at least.

        bool operator==(const Edge &) const = default;
    };

    Direction direction = Direction::Down;
    QString title = {};
    std::vector<Node> nodes;
    std::vector<Group> groups;
    std::vector<Edge> edges;
};

/// `sequenceDiagram` (https://mermaid.js.org/syntax/sequenceDiagram.html).
struct SequenceDiagram {
    enum class Head { None, Filled, Open, Cross };

    struct Participant {
        QString id = {};
        QString text = {};
        bool isActor = false;
        int box = -1; ///< Index into `boxes`; -1 for none.

        bool operator==(const Participant &) const = default;
    };
    struct Step {
        enum class Kind {
            Message,    ///< from, to, text, dotted, head, bothWays, number
            Note,       ///< from, to (the outermost two that it is over), side, text
            Activate,   ///< from
            Deactivate, ///< from
            Create,     ///< from: its line begins with the next message
            Destroy,    ///< from: its line ends with the next message
            Open,       ///< word ("loop", "alt", …), text
            Part,       ///< text: another part of what was opened last ("else", "and", "option")
            Close,
        };
        enum class Side { Left, Right, Over };

        Kind kind = Kind::Message;
        int from = -1; ///< Index into `participants`
        int to = -1;
        QString text = {};
        QString word = {};
        bool dotted = false;
        bool bothWays = false;
        Head head = Head::None;
        Side side = Side::Over;
        int number = 0; ///< Of a message under `autonumber`; else 0.

        bool operator==(const Step &) const = default;
    };

    QString title = {};
    std::vector<Participant> participants;
    std::vector<QString> boxes; ///< Their titles; around participants that stand beside each other.
    std::vector<Step> steps;    ///< Open and Close are in pairs.
};

using Mermaid = std::variant<Flowchart, SequenceDiagram>;

/// Reads the text of a Mermaid block. Looks, links and scripts in it are passed over. Unsupported: another kind of diagram; Invalid: a text
/// that Mermaid would refuse too, "line N: …", or one beyond what is drawn here (64 KiB, 200 nodes, 400 edges, 40 participants, 600
/// steps, 20 levels). Time is linear. Any thread.
domain::Result<Mermaid> readMermaid(QStringView source);

} // namespace callboard::docs
