// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAPI 2.0 (Swagger), 3.0 and 3.1: https://spec.openapis.org/oas/
#include "models/apis/openapi.h"

#include <algorithm>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView methods[] { "get"_L1, "put"_L1, "post"_L1, "delete"_L1, "options"_L1, "head"_L1, "patch"_L1, "trace"_L1, "query"_L1 };

class OpenApiReader final {
public:
    OpenApiReader(const Tree &tree, const ApiLimits &limits, ApiDefinition &definition)
        : m_tree(tree)
        , m_root(tree.root())
        , m_definition(definition)
        , m_isSwagger2(tree.member(tree.root(), "swagger"_L1) != Tree::none)
        , m_collector(limits, definition)
        , m_schemas(tree, m_collector)
        , m_parts(tree, m_schemas, m_collector, m_isSwagger2)
    {
    }

    void run()
    {
        head();
        servers();
        const Tree::Id components = m_tree.member(m_root, "components"_L1);
        m_definition.securitySchemes
            = m_parts.securitySchemes(m_isSwagger2 ? m_tree.member(m_root, "securityDefinitions"_L1) : m_tree.member(components, "securitySchemes"_L1));
        m_definition.security = m_parts.security(m_tree.member(m_root, "security"_L1));
        const Tree::Id tags = m_tree.member(m_root, "tags"_L1);
        for (const Tree::Id tag : m_tree.children(m_tree.isList(tags) ? tags : Tree::none)) {
            if (m_tree.isMap(tag))
                m_collector.group(m_tree.text(tag, "name"_L1), m_tree.text(tag, "description"_L1));
        }
        paths(m_tree.member(m_root, "paths"_L1), ItemKind::Operation);
        paths(m_tree.member(m_root, "webhooks"_L1), ItemKind::Webhook);
        types(m_isSwagger2 ? m_tree.member(m_root, "definitions"_L1) : m_tree.member(components, "schemas"_L1));
        m_schemas.finish();
    }

private:
    void head()
    {
        m_definition.format = ApiFormat::OpenApi;
        const QString version = m_tree.text(m_root, m_isSwagger2 ? "swagger"_L1 : "openapi"_L1);
        m_definition.language = (m_isSwagger2 ? "Swagger "_L1 : "OpenAPI "_L1) + version;
        const Tree::Id info = m_tree.member(m_root, "info"_L1);
        m_definition.title = m_tree.text(info, "title"_L1);
        m_definition.version = m_tree.text(info, "version"_L1);
        m_definition.description = m_tree.text(info, "description"_L1);
        if (!m_tree.isMap(info))
            m_collector.problem(u"`info` is missing: an API has a title and a version"_s, m_tree.at(m_root), false);
        else if (m_definition.title.isEmpty() || m_definition.version.isEmpty())
            m_collector.problem(u"`info` needs a title and a version"_s, m_tree.at(info), false);
        const bool mayLackPaths = version.startsWith("3.1"_L1) || version.startsWith("3.2"_L1);
        if (!m_tree.isMap(m_tree.member(m_root, "paths"_L1)) && !mayLackPaths)
            m_collector.problem(u"`paths` is missing"_s, m_tree.at(m_root));
    }

    void servers()
    {
        if (!m_isSwagger2) {
            m_definition.servers = m_parts.servers(m_tree.member(m_root, "servers"_L1));
            return;
        }
        const QString host = m_tree.text(m_root, "host"_L1);
        const QString base = m_tree.text(m_root, "basePath"_L1);
        if (host.isEmpty()) {
            if (!base.isEmpty())
                m_definition.servers.push_back({ base, {}, {}, {} });
            return;
        }
        QStringList schemes = m_tree.texts(m_tree.member(m_root, "schemes"_L1));
        if (schemes.isEmpty())
            schemes.append(u"https"_s);
        for (const QString &scheme : std::as_const(schemes))
            m_definition.servers.push_back({ scheme + "://"_L1 + host + base, {}, {}, {} });
    }

    void paths(Tree::Id map, ItemKind kind)
    {
        if (!m_tree.isMap(map))
            return;
        for (const Tree::Id member : m_tree.children(map)) {
            const QString path = m_tree.key(member);
            if (path.startsWith("x-"_L1))
                continue;
            const Tree::Id item = m_schemas.followed(member);
            if (!m_tree.isMap(item))
                continue;
            if (kind == ItemKind::Operation && !path.startsWith(u'/'))
                m_collector.problem(u"A path begins with a slash"_s, m_tree.at(member), false);
            const auto shared = m_parts.parameters(m_tree.member(item, "parameters"_L1), {});
            // In the order in which they are written.
            for (const Tree::Id child : m_tree.children(item)) {
                const QString method = m_tree.key(child);
                if (std::ranges::any_of(methods, [&](QLatin1StringView known) { return method == known; }) && m_tree.isMap(child))
                    operation(kind, method.toUpper(), path, item, child, shared);
            }
        }
    }

    void operation(ItemKind kind, const QString &method, const QString &path, Tree::Id pathItem, Tree::Id node, const std::vector<Parameter> &shared)
    {
        Item item;
        item.kind = kind;
        item.action = method;
        item.path = path;
        item.name = method + u' ' + path;
        item.id = kind == ItemKind::Webhook ? QString("webhook "_L1 + item.name) : item.name;
        item.at = m_tree.at(node);
        item.operationId = m_tree.text(node, "operationId"_L1);
        item.summary = m_tree.text(node, "summary"_L1);
        item.description = m_tree.text(node, "description"_L1);
        item.deprecated = m_tree.truth(node, "deprecated"_L1);
        const QStringList tags = m_tree.texts(m_tree.member(node, "tags"_L1));
        item.group = tags.value(0);
        item.words = tags;
        if (!item.operationId.isEmpty())
            item.words.append(item.operationId);
        item.servers = m_parts.servers(m_tree.member(node, "servers"_L1));
        if (item.servers.empty())
            item.servers = m_parts.servers(m_tree.member(pathItem, "servers"_L1));
        item.parameters = m_parts.parameters(m_tree.member(node, "parameters"_L1), shared);
        if (m_isSwagger2) {
            item.body = m_parts.bodyOfParameters(node, pathItem, mediaTypes(node, "consumes"_L1));
            item.responses = m_parts.responses(m_tree.member(node, "responses"_L1), mediaTypes(node, "produces"_L1));
        } else {
            item.body = m_parts.body(m_tree.member(node, "requestBody"_L1));
            item.responses = m_parts.responses(m_tree.member(node, "responses"_L1), {});
        }
        const Tree::Id security = m_tree.member(node, "security"_L1);
        item.security = m_tree.isList(security) ? m_parts.security(security) : m_definition.security;
        check(item, node);
        m_collector.add(std::move(item));
    }

    QStringList mediaTypes(Tree::Id operation, QLatin1StringView which) const
    {
        const Tree::Id own = m_tree.member(operation, which);
        return m_tree.texts(own != Tree::none ? own : m_tree.member(m_root, which));
    }

    void check(const Item &item, Tree::Id node)
    {
        if (!item.operationId.isEmpty()) {
            if (m_operationIds.contains(item.operationId))
                m_collector.problem(u"The operationId %1 is used twice"_s.arg(item.operationId), m_tree.at(m_tree.member(node, "operationId"_L1)));
            m_operationIds.insert(item.operationId);
        }
        if (item.kind == ItemKind::Webhook)
            return;
        // Each `{name}` of the path has a parameter, and the other way round.
        for (qsizetype open = item.path.indexOf(u'{'); open >= 0; open = item.path.indexOf(u'{', open + 1)) {
            const qsizetype close = item.path.indexOf(u'}', open);
            if (close < 0)
                break;
            const QStringView name = QStringView(item.path).sliced(open + 1, close - open - 1);
            if (std::ranges::none_of(item.parameters, [&](const Parameter &one) { return one.in == "path"_L1 && one.name == name; }))
                m_collector.problem(u"The path's {%1} is not among the parameters"_s.arg(name), item.at, false);
        }
    }

    void types(Tree::Id map)
    {
        if (!m_tree.isMap(map))
            return;
        for (const Tree::Id member : m_tree.children(map)) {
            const SchemaId schema = m_schemas.readNamed(member, m_tree.key(member));
            Item item;
            item.kind = ItemKind::Type;
            item.name = m_tree.key(member);
            item.id = "type "_L1 + item.name;
            item.at = m_tree.at(member);
            item.schema = schema;
            if (schema != noSchema) {
                const Schema &read = m_collector.schema(schema);
                item.summary = read.title;
                item.description = read.description;
                item.deprecated = read.deprecated;
                constexpr size_t enough = 100;
                for (const Property &property : read.properties) {
                    if (item.words.size() < qsizetype(enough))
                        item.words.append(property.name);
                }
            }
            m_collector.add(std::move(item));
        }
    }

    const Tree &m_tree;
    Tree::Id m_root;
    ApiDefinition &m_definition;
    bool m_isSwagger2;
    Collector m_collector;
    SchemaReader m_schemas;
    OpenApiParts m_parts;
    QSet<QString> m_operationIds;
};

} // namespace

void readOpenApi(const Tree &tree, const ApiLimits &limits, ApiDefinition &definition)
{
    OpenApiReader(tree, limits, definition).run();
}

} // namespace callboard::apis
