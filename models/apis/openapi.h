// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/schemareader.h"

namespace callboard::apis {

/// What OpenAPI and AsyncAPI have in common, and the parts of an operation of OpenAPI. 2.0 writes some of them otherwise.
class OpenApiParts final {
public:
    OpenApiParts(const Tree &tree, SchemaReader &schemas, Collector &collector, bool isSwagger2)
        : m_tree(tree)
        , m_schemas(schemas)
        , m_collector(collector)
        , m_isSwagger2(isSwagger2)
    {
    }

    std::vector<Server> servers(Tree::Id list) const;
    std::vector<SecurityScheme> securitySchemes(Tree::Id map);
    std::vector<SecurityNeed> security(Tree::Id list) const;
    /// Of a list of parameters; those of `inherited` that the list does not name stay. Bodies of 2.0 are left out.
    std::vector<Parameter> parameters(Tree::Id list, std::vector<Parameter> inherited);
    Body body(Tree::Id requestBody);
    /// Of parameters of 2.0 in "body" and "formData"; the operation's own, or where it has none those of its path.
    Body bodyOfParameters(Tree::Id operation, Tree::Id path, const QStringList &consumes);
    std::vector<Response> responses(Tree::Id map, const QStringList &produces);
    std::vector<Example> examples(Tree::Id node);

private:
    Parameter parameter(Tree::Id node);
    std::vector<Parameter> headers(Tree::Id map);
    std::vector<Content> contents(Tree::Id map);
    Response response(Tree::Id node, const QStringList &produces);
    std::vector<Content> form(const std::vector<Tree::Id> &fields, const QStringList &consumes);

    const Tree &m_tree;
    SchemaReader &m_schemas;
    Collector &m_collector;
    bool m_isSwagger2;
};

} // namespace callboard::apis
