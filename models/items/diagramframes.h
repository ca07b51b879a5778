// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graph/layout.h"

#include <optional>

namespace callboard::items::diagram {

/// By box: the direction that it asks for, if any.
using BoxDirections = std::vector<std::optional<graph::LayoutRequest::Direction>>;

/// As graph::lay, of layers with boxes that may run their own way. A box's direction counts as it does in Mermaid: only where no edge
/// joins what is in the box with what is outside of it (https://mermaid.js.org/syntax/flowchart.html#limitation; an edge to the box as a
/// whole does not); it holds for the boxes in it that have none. Gaps between ranks and in them are set here, by direction.
domain::Result<graph::Layout> layFrames(
    const graph::LayoutRequest &request, const BoxDirections &directions, std::stop_token stop, const graph::LayoutSettings &settings);

} // namespace callboard::items::diagram
