// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graph/layout.h"

#include <functional>

namespace callboard::graph {

/// Lays out what is on the map itself: outermost boxes and nodes that are in none.
using OutermostLayout = std::function<domain::Result<Layout>(const LayoutRequest &)>;

/// For maps too large for layers all through: what is in each box is arranged by itself, from the innermost outward, and boxes then count as
/// nodes. Lines are straight. Takes no longer than its parts; errors are those of `outermost`, and Cancelled.
domain::Result<Layout> layBoxed(const LayoutRequest &request, const OutermostLayout &outermost, const std::stop_token &stop);

/// From border to border of two nodes; around the right side of one that points at itself.
std::vector<QPointF> straightLine(const QRectF &from, const QRectF &to, bool isLoop);

} // namespace callboard::graph
