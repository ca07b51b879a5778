// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graph/layout.h"

#include <QJsonObject>

namespace callboard::graph {

/// What is written on a node, cut to fit.
struct NodeText {
    QString title, subtitle;
};

/// The colours of a drawing, as SVG writes them ("#1d1b20"), and its font.
struct SvgLook {
    QString ground = QStringLiteral("#ffffff");
    QString slip = QStringLiteral("#ffffff"), border = QStringLiteral("#8a8790"), text = QStringLiteral("#1d1b20"), textSecondary = QStringLiteral("#5d5a63");
    QString box = QStringLiteral("#f4f2f6"), boxBorder = QStringLiteral("#d3d0d8");
    QString edge = QStringLiteral("#8a8790"), old = QStringLiteral("#8a6d1a");
    QString accent = QStringLiteral("#a3286f"), textOnAccent = QStringLiteral("#ffffff");
    QStringList groups; ///< Of the colour groups, in order; further ones have none.
    QString font = QStringLiteral("Inter, Noto Sans, sans-serif");
};

/// The head of an arrow: its shape says the type before its colour says anything.
enum class ArrowHead {
    Filled, ///< depends on, and all that has no other
    Open,   ///< consumes
    Ring,   ///< provides
    Diamond, ///< part of, a member of, a child of: belongs into
};
ArrowHead arrowHeadOf(QStringView relationType);

/// What a program writes on nodes that measures no text: some 7 px a letter.
NodeText plainText(const MapGraph::Node &node);
QSizeF plainSize(const MapGraph::Node &node);

/// The map for Graphviz's own tools: names quoted, control characters gone, labels never HTML.
QByteArray exportDot(const MapGraph &graph);
/// The drawing as one SVG file, without script, links or anything from elsewhere.
QByteArray exportSvg(const MapGraph &graph, const Layout &layout, const std::vector<NodeText> &texts, const SvgLook &look = {});
QJsonObject exportJson(const MapGraph &graph);

/// A quoted string of the DOT language that means exactly this text.
QByteArray dotQuoted(QStringView text);

} // namespace callboard::graph
