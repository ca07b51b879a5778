// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graph/layout.h"

#include <functional>

namespace callboard::graph {

/// Lays a large map out: what hangs together by sfdp, and small islands by columns of our own, in rows below it. Graphviz packs
/// islands by trying places for each beside all others: 1,400 single nodes took it 16 s. `sfdp` gets a graph and answers
/// in JSON; it is asked once at most. Cancelled, or what it failed with.
domain::Result<Layout> laySpread(const LayoutRequest &request, const std::function<domain::Result<QByteArray>(const QByteArray &)> &sfdp, const std::stop_token &stop);

} // namespace callboard::graph
