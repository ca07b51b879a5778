// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/mermaid.h"

#include <QPointF>
#include <QRectF>

#include <functional>
#include <stop_token>

namespace callboard::items {

/// A diagram as it is painted: shapes in their order, in px at 100 %, y down, from (0, 0). Values only: no fonts, no colours.
struct Diagram {
    /// What it is, which decides its colours.
    enum class Role {
        Node, Group, Note, Participant, Activation, Frame, FrameTag, FramePart, Ground, Link, Lifeline, Text, QuietText,
    };
    enum class Dash { Solid, Dotted };
    enum class Head { None, Filled, Open, Circle, Cross };

    struct Shape {
        enum class Kind { Box, Ellipse, Polygon, Line, Curve, Text };
        Kind kind = Kind::Box;
        Role role = Role::Node;
        QRectF rect = {};            ///< Box, Ellipse, Text
        qreal radius = 0;            ///< Box
        std::vector<QPointF> points = {}; ///< Polygon (closed), Line; Curve: cubic Béziers, 3n + 1.
        Dash dash = Dash::Solid;
        qreal width = 1;
        Head start = Head::None;
        Head end = Head::None;
        QString text = {}; ///< "\n" parts lines, which are centred unless `left` is set.
        bool left = false;
        bool strong = false;
    };

    QSizeF size;
    std::vector<Shape> shapes;
    QString kind;        ///< For a person: "Flowchart".
    QString description; ///< All that it says, to be read aloud.
};

/// The size of a text of several lines in the diagram's font. Called on the thread that lays out.
using MeasureText = std::function<QSizeF(const QString &text, bool strong)>;

/// Lays a diagram out: flowcharts by Graphviz in its helper process, sequence diagrams by ourselves. Blocks, for a worker. Cancelled, or
/// Unsupported, Timeout, Internal where Graphviz is missing, too slow or failed.
domain::Result<Diagram> layDiagram(const docs::Mermaid &mermaid, const MeasureText &measure, std::stop_token stop);

namespace diagram {

domain::Result<Diagram> layFlowchart(const docs::Flowchart &chart, const MeasureText &measure, std::stop_token stop);
Diagram laySequence(const docs::SequenceDiagram &sequence, const MeasureText &measure);
QString describe(const docs::Flowchart &chart);
QString describe(const docs::SequenceDiagram &sequence);

} // namespace diagram

} // namespace callboard::items
