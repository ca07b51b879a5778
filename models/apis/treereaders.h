// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/tree.h"

namespace callboard::apis {

/// JSON by RFC 8259, up to the first mistake: that is a problem, and what stands before it is kept.
Tree readJson(QByteArrayView text, const ApiLimits &limits, std::vector<Problem> &problems);

/// YAML's first document. Lines with mistakes are problems; it is read again without them, then up to the first of them.
Tree readYamlTree(QByteArrayView text, const ApiLimits &limits, std::vector<Problem> &problems);

} // namespace callboard::apis
