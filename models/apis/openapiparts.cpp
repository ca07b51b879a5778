// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/openapi.h"

#include <algorithm>

namespace callboard::apis {

using namespace Qt::StringLiterals;

std::vector<Server> OpenApiParts::servers(Tree::Id list) const
{
    std::vector<Server> all;
    if (!m_tree.isList(list))
        return all;
    for (const Tree::Id node : m_tree.children(list)) {
        Server server { m_tree.text(node, "url"_L1), m_tree.text(node, "description"_L1), {}, {} };
        for (const Tree::Id variable : m_tree.children(m_tree.member(node, "variables"_L1))) {
            server.variables.push_back({ m_tree.key(variable), m_tree.text(variable, "default"_L1), m_tree.texts(m_tree.member(variable, "enum"_L1)),
                m_tree.text(variable, "description"_L1) });
        }
        if (!server.url.isEmpty())
            all.push_back(std::move(server));
    }
    return all;
}

std::vector<SecurityScheme> OpenApiParts::securitySchemes(Tree::Id map)
{
    std::vector<SecurityScheme> all;
    if (!m_tree.isMap(map))
        return all;
    for (const Tree::Id member : m_tree.children(map)) {
        const Tree::Id node = m_schemas.followed(member);
        SecurityScheme scheme { m_tree.key(member), m_tree.text(node, "type"_L1), m_tree.text(node, "scheme"_L1), m_tree.text(node, "in"_L1),
            m_tree.text(node, "name"_L1), m_tree.text(node, "description"_L1) };
        if (scheme.type == "basic"_L1) { // 2.0
            scheme.type = u"http"_s;
            scheme.scheme = u"basic"_s;
        }
        all.push_back(std::move(scheme));
    }
    return all;
}

std::vector<SecurityNeed> OpenApiParts::security(Tree::Id list) const
{
    std::vector<SecurityNeed> all;
    if (!m_tree.isList(list))
        return all;
    for (const Tree::Id node : m_tree.children(list)) {
        SecurityNeed need;
        for (const Tree::Id scheme : m_tree.children(m_tree.isMap(node) ? node : Tree::none))
            need.parts.push_back({ m_tree.key(scheme), m_tree.texts(scheme) });
        all.push_back(std::move(need));
    }
    return all;
}

std::vector<Parameter> OpenApiParts::parameters(Tree::Id list, std::vector<Parameter> inherited)
{
    if (!m_tree.isList(list))
        return inherited;
    for (const Tree::Id given : m_tree.children(list)) {
        const Tree::Id node = m_schemas.followed(given);
        if (!m_tree.isMap(node))
            continue;
        const QString in = m_tree.text(node, "in"_L1);
        if (in == "body"_L1 || in == "formData"_L1)
            continue;
        Parameter read = parameter(node);
        const auto same = std::ranges::find_if(inherited, [&](const Parameter &other) { return other.name == read.name && other.in == read.in; });
        if (same == inherited.end())
            inherited.push_back(std::move(read));
        else
            *same = std::move(read);
    }
    return inherited;
}

Parameter OpenApiParts::parameter(Tree::Id node)
{
    Parameter read;
    read.name = m_tree.text(node, "name"_L1);
    read.in = m_tree.text(node, "in"_L1);
    read.description = m_tree.text(node, "description"_L1);
    read.required = m_tree.truth(node, "required"_L1) || read.in == "path"_L1;
    read.deprecated = m_tree.truth(node, "deprecated"_L1);
    read.style = m_tree.text(node, m_isSwagger2 ? "collectionFormat"_L1 : "style"_L1);
    read.explode = m_isSwagger2 ? read.style == "multi"_L1 : m_tree.truth(node, "explode"_L1, read.style.isEmpty() ? read.in == "query"_L1 : read.style == "form"_L1);
    read.at = m_tree.at(node);
    // In 2.0 a parameter is its own schema.
    const Tree::Id schema = m_tree.member(node, "schema"_L1);
    if (schema != Tree::none)
        read.schema = m_schemas.read(schema);
    else if (m_tree.member(node, "type"_L1) != Tree::none)
        read.schema = m_schemas.read(node);
    else if (const Tree::Id content = m_tree.member(node, "content"_L1); m_tree.isMap(content))
        read.schema = m_schemas.read(m_tree.member(m_tree.first(content), "schema"_L1));
    if (const auto found = examples(node); !found.empty())
        read.example = found.front().value;
    else if (read.schema != noSchema && !m_collector.schema(read.schema).examples.isEmpty())
        read.example = m_collector.schema(read.schema).examples.front();
    return read;
}

std::vector<Parameter> OpenApiParts::headers(Tree::Id map)
{
    std::vector<Parameter> all;
    if (!m_tree.isMap(map))
        return all;
    for (const Tree::Id member : m_tree.children(map)) {
        const Tree::Id node = m_schemas.followed(member);
        if (!m_tree.isMap(node))
            continue;
        Parameter header = parameter(node);
        header.name = m_tree.key(member);
        header.in = u"header"_s;
        header.at = m_tree.at(member);
        all.push_back(std::move(header));
    }
    return all;
}

std::vector<Example> OpenApiParts::examples(Tree::Id node)
{
    std::vector<Example> all;
    if (const Tree::Id example = m_tree.member(node, "example"_L1); example != Tree::none)
        all.push_back({ {}, {}, m_tree.indentedJson(example) });
    const Tree::Id examples = m_tree.member(node, "examples"_L1);
    if (!m_tree.isMap(examples))
        return all;
    constexpr size_t enough = 50;
    for (const Tree::Id member : m_tree.children(examples)) {
        const Tree::Id example = m_schemas.followed(member);
        if (!m_tree.isMap(example) || all.size() == enough)
            continue;
        const Tree::Id value = m_tree.member(example, "value"_L1);
        all.push_back({ m_tree.key(member), m_tree.text(example, "summary"_L1),
            value != Tree::none ? m_tree.indentedJson(value) : m_tree.text(example, "externalValue"_L1) });
    }
    return all;
}

std::vector<Content> OpenApiParts::contents(Tree::Id map)
{
    std::vector<Content> all;
    if (!m_tree.isMap(map))
        return all;
    for (const Tree::Id member : m_tree.children(map)) {
        const Tree::Id media = m_schemas.followed(member);
        all.push_back({ m_tree.key(member), m_schemas.read(m_tree.member(media, "schema"_L1)), examples(media) });
    }
    return all;
}

Body OpenApiParts::body(Tree::Id requestBody)
{
    const Tree::Id node = m_schemas.followed(requestBody);
    if (!m_tree.isMap(node))
        return {};
    return { m_tree.text(node, "description"_L1), m_tree.truth(node, "required"_L1), contents(m_tree.member(node, "content"_L1)) };
}

Body OpenApiParts::bodyOfParameters(Tree::Id operation, Tree::Id path, const QStringList &consumes)
{
    Body body;
    std::vector<Tree::Id> fields;
    for (const Tree::Id owner : { operation, path }) {
        const Tree::Id list = m_tree.member(owner, "parameters"_L1);
        for (const Tree::Id given : m_tree.children(m_tree.isList(list) ? list : Tree::none)) {
            const Tree::Id node = m_schemas.followed(given);
            const QString in = m_tree.text(node, "in"_L1);
            if (in == "formData"_L1)
                fields.push_back(node);
            if (in != "body"_L1 || !body.contents.empty())
                continue;
            body.description = m_tree.text(node, "description"_L1);
            body.required = m_tree.truth(node, "required"_L1);
            const SchemaId schema = m_schemas.read(m_tree.member(node, "schema"_L1));
            for (const QString &type : consumes.isEmpty() ? QStringList { u"application/json"_s } : consumes)
                body.contents.push_back({ type, schema, examples(node) });
        }
        if (!fields.empty() || !body.contents.empty())
            break;
    }
    if (body.contents.empty() && !fields.empty()) {
        body.contents = form(fields, consumes);
        body.required = std::ranges::any_of(fields, [this](Tree::Id field) { return m_tree.truth(field, "required"_L1); });
    }
    return body;
}

std::vector<Content> OpenApiParts::form(const std::vector<Tree::Id> &fields, const QStringList &consumes)
{
    const SchemaId id = m_collector.newSchema(m_tree.at(fields.front()));
    if (id == noSchema)
        return {};
    m_collector.schema(id).type = u"object"_s;
    bool hasFile = false;
    for (const Tree::Id field : fields) {
        Property property;
        property.name = m_tree.text(field, "name"_L1);
        property.description = m_tree.text(field, "description"_L1);
        property.required = m_tree.truth(field, "required"_L1);
        property.at = m_tree.at(field);
        property.schema = m_schemas.read(field);
        hasFile = hasFile || m_tree.text(field, "type"_L1) == "file"_L1;
        m_collector.schema(id).properties.push_back(std::move(property));
    }
    QString type = hasFile ? u"multipart/form-data"_s : u"application/x-www-form-urlencoded"_s;
    if (!hasFile && consumes.contains("multipart/form-data"_L1) && !consumes.contains(type))
        type = u"multipart/form-data"_s;
    return { { type, id, {} } };
}

std::vector<Response> OpenApiParts::responses(Tree::Id map, const QStringList &produces)
{
    std::vector<Response> all;
    if (!m_tree.isMap(map))
        return all;
    for (const Tree::Id member : m_tree.children(map)) {
        if (m_tree.key(member).startsWith("x-"_L1))
            continue;
        Response read = response(m_schemas.followed(member), produces);
        read.status = m_tree.key(member);
        read.at = m_tree.at(member);
        all.push_back(std::move(read));
    }
    return all;
}

Response OpenApiParts::response(Tree::Id node, const QStringList &produces)
{
    Response read;
    if (!m_tree.isMap(node))
        return read;
    read.description = m_tree.text(node, "description"_L1);
    read.headers = headers(m_tree.member(node, "headers"_L1));
    if (!m_isSwagger2) {
        read.contents = contents(m_tree.member(node, "content"_L1));
        return read;
    }
    const SchemaId schema = m_schemas.read(m_tree.member(node, "schema"_L1));
    const Tree::Id given = m_tree.member(node, "examples"_L1); // by media type
    if (schema == noSchema && !m_tree.isMap(given))
        return read;
    QStringList types = produces.isEmpty() ? QStringList { u"application/json"_s } : produces;
    for (const Tree::Id example : m_tree.children(m_tree.isMap(given) ? given : Tree::none)) {
        if (!types.contains(m_tree.key(example)))
            types.append(m_tree.key(example));
    }
    for (const QString &type : std::as_const(types)) {
        Content content { type, schema, {} };
        if (const Tree::Id example = m_tree.member(given, QStringView(type)); example != Tree::none)
            content.examples.push_back({ {}, {}, m_tree.indentedJson(example) });
        read.contents.push_back(std::move(content));
    }
    return read;
}

} // namespace callboard::apis
