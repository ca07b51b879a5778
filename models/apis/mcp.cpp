// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// MCP servers: the remotes of Backstage's API type mcp-server and of a registry's server.json, what `tools/list`,
// `resources/list` and `prompts/list` answer (https://modelcontextprotocol.io/specification/2025-06-18/server), and clients' mcpServers.
#include "models/apis/schemareader.h"

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

class McpReader final {
public:
    McpReader(const Tree &tree, const ApiLimits &limits, ApiDefinition &definition)
        : m_tree(tree)
        , m_root(tree.root())
        , m_definition(definition)
        , m_collector(limits, definition)
        , m_schemas(tree, m_collector)
    {
    }

    void run()
    {
        m_definition.format = ApiFormat::Mcp;
        m_definition.language = u"MCP"_s;
        m_definition.title = first(m_root, { "title"_L1, "name"_L1 });
        m_definition.version = m_tree.text(m_root, "version"_L1);
        m_definition.description = first(m_root, { "description"_L1, "instructions"_L1 });
        for (const Tree::Id remote : list("remotes"_L1))
            addRemote(remote, m_tree.text(remote, "url"_L1), {});
        for (const Tree::Id server : list("mcpServers"_L1))
            addRemote(server, m_tree.text(server, "url"_L1), m_tree.key(server));
        for (const Tree::Id tool : list("tools"_L1))
            addTool(tool);
        for (const Tree::Id resource : list("resources"_L1))
            add(resource, ItemKind::Resource, first(resource, { "uri"_L1, "uriTemplate"_L1, "name"_L1 }));
        for (const Tree::Id resource : list("resourceTemplates"_L1))
            add(resource, ItemKind::Resource, first(resource, { "uriTemplate"_L1, "name"_L1 }));
        for (const Tree::Id prompt : list("prompts"_L1))
            addPrompt(prompt);
        m_schemas.finish();
    }

private:
    /// A list, of `result` as well: what a server answered is often kept whole.
    Tree::Children list(QLatin1StringView key) const
    {
        Tree::Id node = m_tree.member(m_root, key);
        if (node == Tree::none)
            node = m_tree.member(m_tree.member(m_root, "result"_L1), key);
        return m_tree.children(node);
    }

    QString first(Tree::Id node, std::initializer_list<QLatin1StringView> keys) const
    {
        for (const QLatin1StringView key : keys) {
            if (const QString text = m_tree.text(node, key); !text.isEmpty())
                return text;
        }
        return {};
    }

    Item described(Tree::Id node, ItemKind kind, const QString &itemName) const
    {
        Item item;
        item.kind = kind;
        item.name = itemName;
        item.id = name(kind) + u' ' + itemName;
        item.summary = m_tree.text(node, "title"_L1);
        item.description = m_tree.text(node, "description"_L1);
        item.at = m_tree.at(node);
        return item;
    }

    void add(Tree::Id node, ItemKind kind, const QString &itemName)
    {
        if (itemName.isEmpty())
            m_collector.problem(u"A %1 without a name"_s.arg(name(kind)), m_tree.at(node));
        else
            m_collector.add(described(node, kind, itemName));
    }

    void addRemote(Tree::Id node, const QString &url, const QString &called)
    {
        // A server that a client starts by itself has a command in place of an address.
        const QString address = url.isEmpty() ? m_tree.text(node, "command"_L1) : url;
        if (address.isEmpty()) {
            m_collector.problem(u"A remote without a url"_s, m_tree.at(node));
            return;
        }
        Item item = described(node, ItemKind::Remote, address);
        item.action = first(node, { "type"_L1, "transport_type"_L1, "transport"_L1 });
        item.path = address;
        if (!called.isEmpty())
            item.words.append(called);
        if (!url.isEmpty())
            m_definition.servers.push_back({ url, item.description, item.action, {} });
        m_collector.add(std::move(item));
    }

    void addTool(Tree::Id node)
    {
        const QString itemName = m_tree.text(node, "name"_L1);
        if (itemName.isEmpty())
            return add(node, ItemKind::Tool, itemName);
        Item item = described(node, ItemKind::Tool, itemName);
        if (const SchemaId input = m_schemas.read(m_tree.member(node, "inputSchema"_L1)); input != noSchema) {
            item.body.required = true;
            item.body.contents.push_back({ u"application/json"_s, input, {} });
        }
        if (const SchemaId output = m_schemas.read(m_tree.member(node, "outputSchema"_L1)); output != noSchema)
            item.responses.push_back({ u"result"_s, {}, {}, { { u"application/json"_s, output, {} } }, m_tree.at(node) });
        item.words = wordsOf(itemName);
        m_collector.add(std::move(item));
    }

    void addPrompt(Tree::Id node)
    {
        const QString itemName = m_tree.text(node, "name"_L1);
        if (itemName.isEmpty())
            return add(node, ItemKind::Prompt, itemName);
        Item item = described(node, ItemKind::Prompt, itemName);
        for (const Tree::Id argument : m_tree.children(m_tree.member(node, "arguments"_L1))) {
            Parameter parameter;
            parameter.name = m_tree.text(argument, "name"_L1);
            parameter.in = u"argument"_s;
            parameter.description = m_tree.text(argument, "description"_L1);
            parameter.required = m_tree.truth(argument, "required"_L1);
            parameter.at = m_tree.at(argument);
            item.parameters.push_back(std::move(parameter));
        }
        m_collector.add(std::move(item));
    }

    const Tree &m_tree;
    Tree::Id m_root;
    ApiDefinition &m_definition;
    Collector m_collector;
    SchemaReader m_schemas;
};

} // namespace

void readMcp(const Tree &tree, const ApiLimits &limits, ApiDefinition &definition)
{
    McpReader(tree, limits, definition).run();
}

} // namespace callboard::apis
