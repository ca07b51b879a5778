// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/yaml_node.h"

namespace callboard::catalog::yaml {

/// Fills in the document's value and places; an alias that cannot be followed is its error.
void toJson(YamlDocument &document, const Node *root, const Text &text, const YamlLimits &limits, bool isVersion11);

/// A collection that is a key, in YAML: JSON's keys are strings.
QString stringifyKey(const Node *key, bool isVersion11);

} // namespace callboard::catalog::yaml
