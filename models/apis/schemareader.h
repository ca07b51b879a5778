// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/readers.h"

namespace callboard::apis {

/// Reads JSON Schema as OpenAPI 2.0, 3.0, 3.1 and AsyncAPI use it. Each place of the document is read once, so that circles of
/// `$ref` become circles of indexes. `finish` follows what was referred to.
class SchemaReader final {
public:
    SchemaReader(const Tree &tree, Collector &collector) : m_tree(tree), m_collector(collector) { }

    /// None for what is no schema.
    SchemaId read(Tree::Id node);
    /// A schema with a name of its own (of `components`).
    SchemaId readNamed(Tree::Id node, const QString &name);
    /// Follows references that were met; to be called at the end.
    void finish();

    /// What `$ref` of a node leads to in this document, else the node itself; `none` where it leads elsewhere or nowhere,
    /// which is then named as an import or a problem.
    Tree::Id followed(Tree::Id node);
    /// The node that "#/a/b" names. "file.yaml#/a" is named as an import.
    Tree::Id target(const QString &reference, Place at);

private:
    void fill(Tree::Id node, SchemaId id);
    void fillType(Tree::Id node, SchemaId id);
    void fillLimits(Tree::Id node, Schema &schema) const;
    void fillValues(Tree::Id node, Schema &schema) const;
    void fillProperties(Tree::Id node, SchemaId id);
    void fillParts(Tree::Id node, SchemaId id);
    std::vector<SchemaId> readAll(Tree::Id list);

    const Tree &m_tree;
    Collector &m_collector;
    QHash<Tree::Id, SchemaId> m_known;
    std::vector<SchemaId> m_pending; ///< With a reference that is not followed yet.
    QSet<QString> m_missing;
};

} // namespace callboard::apis
