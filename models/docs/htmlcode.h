// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/htmltree.h"
#include "models/domain/document.h"

#include <optional>

namespace callboard::docs::html {

/// The code in `<pre>`: text, marked lines, number of the first line, language.
domain::Block codeOf(const GumboNode &pre);

/// The code in what a highlighter puts around it: `div.highlight` and `div.codehilite` of Pygments, with or without a table of line
/// numbers, a title or both, and GitHub's. Nothing where `box` is none of these.
std::optional<domain::Block> boxedCode(const GumboNode &box);

} // namespace callboard::docs::html
