// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/yaml_node.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace callboard::catalog::yaml {

inline constexpr std::string_view tagPrefix = "tag:yaml.org,2002:";

/// `%YAML` and `%TAG`, and what they make of tags. They hold for the next document; version 1.1 stays
/// until another directive comes.
class Directives final {
public:
    using Report = std::function<void(uint32_t offset, const QString &message)>;

    void add(std::string_view line, const Report &report);
    /// What holds for a document that begins here; what only held for one is reset.
    Directives atDocument();
    bool isVersion11() const { return m_isExplicit && m_isVersion11; }
    /// `!!str` in full; `!` stays as it is; empty when the tag is wrong, which is reported.
    std::string tagName(std::string_view source, const std::function<void(const QString &)> &report) const;

private:
    void reset();
    void addTag(const std::vector<std::string> &parts, const Report &report);
    void addVersion(const std::vector<std::string> &parts, const Report &report);

    bool m_isExplicit = false;
    bool m_isVersion11 = false;
    bool m_resetAtNext = false;
    std::vector<std::pair<std::string, std::string>> m_prefixes{{"!!", std::string(tagPrefix)}};
};

/// Finds what a plain scalar means: sets kind and value of the node from its text.
void resolvePlain(Node &node, bool isVersion11, bool isKey);
/// The same for one with a tag. False when the tag does not fit the text and that is an error.
bool resolveTagged(Node &node, std::string_view tag, bool isVersion11, Arena &arena);

} // namespace callboard::catalog::yaml
