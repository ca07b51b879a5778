// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// AsyncAPI 2.x and 3.x: https://www.asyncapi.com/docs/reference/specification/
#include "models/apis/openapi.h"

#include <utility>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

class AsyncApiReader final {
public:
    AsyncApiReader(const Tree &tree, const ApiLimits &limits, ApiDefinition &definition)
        : m_tree(tree)
        , m_root(tree.root())
        , m_components(tree.member(m_root, "components"_L1))
        , m_definition(definition)
        , m_collector(limits, definition)
        , m_schemas(tree, m_collector)
        , m_parts(tree, m_schemas, m_collector, false)
    {
    }

    void run()
    {
        m_definition.format = ApiFormat::AsyncApi;
        const QString version = m_tree.text(m_root, "asyncapi"_L1);
        m_definition.language = "AsyncAPI "_L1 + version;
        const Tree::Id info = m_tree.member(m_root, "info"_L1);
        m_definition.title = m_tree.text(info, "title"_L1);
        m_definition.version = m_tree.text(info, "version"_L1);
        m_definition.description = m_tree.text(info, "description"_L1);
        if (m_definition.title.isEmpty() || m_definition.version.isEmpty())
            m_collector.problem(u"`info` needs a title and a version"_s, m_tree.at(m_tree.isMap(info) ? info : m_root), false);
        m_contentType = m_tree.text(m_root, "defaultContentType"_L1);
        servers(m_tree.member(m_root, "servers"_L1));
        m_definition.securitySchemes = m_parts.securitySchemes(m_tree.member(m_components, "securitySchemes"_L1));

        const Tree::Id channels = m_tree.member(m_root, "channels"_L1);
        if (!m_tree.isMap(channels) && !version.startsWith(u'3'))
            m_collector.problem(u"`channels` is missing"_s, m_tree.at(m_root));
        for (const Tree::Id member : members(channels))
            version.startsWith(u'3') ? channel3(member) : channel2(member);
        for (const Tree::Id member : members(m_tree.member(m_root, "operations"_L1)))
            operation3(member);
        for (const Tree::Id member : members(m_tree.member(m_components, "messages"_L1)))
            message(member, m_tree.key(member));
        addMessages();
        types(m_tree.member(m_components, "schemas"_L1));
        m_schemas.finish();
    }

private:
    struct Named {
        Tree::Id node;
        QString name;
        QString id;
        std::vector<QString> users; ///< Ids of channels and operations.
    };

    Tree::Children members(Tree::Id map) const { return m_tree.children(m_tree.isMap(map) ? map : Tree::none); }

    void servers(Tree::Id map)
    {
        for (const Tree::Id member : members(map)) {
            const Tree::Id node = m_schemas.followed(member);
            Server server;
            server.protocol = m_tree.text(node, "protocol"_L1);
            server.description = m_tree.text(node, "description"_L1);
            server.url = m_tree.text(node, "url"_L1);
            if (const QString host = m_tree.text(node, "host"_L1); !host.isEmpty()) // 3.x
                server.url = server.protocol + "://"_L1 + host + m_tree.text(node, "pathname"_L1);
            for (const Tree::Id variable : members(m_tree.member(node, "variables"_L1))) {
                const Tree::Id meant = m_schemas.followed(variable);
                server.variables.push_back({ m_tree.key(variable), m_tree.text(meant, "default"_L1), m_tree.texts(m_tree.member(meant, "enum"_L1)),
                    m_tree.text(meant, "description"_L1) });
            }
            m_definition.servers.push_back(std::move(server));
        }
    }

    Item describedBy(Tree::Id node) const
    {
        Item item;
        item.summary = m_tree.text(node, "summary"_L1);
        if (item.summary.isEmpty())
            item.summary = m_tree.text(node, "title"_L1);
        item.description = m_tree.text(node, "description"_L1);
        item.deprecated = m_tree.truth(node, "deprecated"_L1);
        const Tree::Id tags = m_tree.member(node, "tags"_L1);
        for (const Tree::Id tag : m_tree.children(m_tree.isList(tags) ? tags : Tree::none)) {
            if (const QString tagged = m_tree.text(tag, "name"_L1); !tagged.isEmpty())
                item.words.append(tagged);
        }
        return item;
    }

    Item channelItem(Tree::Id node, const QString &address)
    {
        Item item = describedBy(node);
        item.kind = ItemKind::Channel;
        item.id = "channel "_L1 + address;
        item.name = item.path = item.group = address;
        for (const Tree::Id given : members(m_tree.member(node, "parameters"_L1))) {
            const Tree::Id parameter = m_schemas.followed(given);
            Parameter read;
            read.name = m_tree.key(given);
            read.in = u"channel"_s;
            read.description = m_tree.text(parameter, "description"_L1);
            read.required = true;
            read.at = m_tree.at(given);
            // 2.x has a schema; of 3.x enum, default and examples stand on the parameter itself.
            const Tree::Id schema = m_tree.member(parameter, "schema"_L1);
            read.schema = m_schemas.read(schema != Tree::none ? schema : parameter);
            item.parameters.push_back(std::move(read));
        }
        return item;
    }

    void channel2(Tree::Id member)
    {
        const QString address = m_tree.key(member);
        const Tree::Id node = m_schemas.followed(member);
        Item item = channelItem(node, address);
        item.at = m_tree.at(member);
        const Item *added = m_collector.add(std::move(item));
        if (!added)
            return;
        const QString channelId = added->id;
        const size_t channel = m_definition.items.size() - 1;
        for (const Tree::Id child : members(node)) {
            const QString action = m_tree.key(child);
            if ((action != "publish"_L1 && action != "subscribe"_L1) || !m_tree.isMap(child))
                continue;
            Item operation = describedBy(child);
            operation.kind = ItemKind::Operation;
            operation.id = operation.name = action + u' ' + address;
            operation.action = action;
            operation.path = operation.group = address;
            operation.at = m_tree.at(child);
            operation.operationId = m_tree.text(child, "operationId"_L1);
            if (!operation.operationId.isEmpty())
                operation.words.append(operation.operationId);
            operation.security = m_parts.security(m_tree.member(child, "security"_L1));
            operation.parameters = m_definition.items[channel].parameters;
            const Item *listed = m_collector.add(std::move(operation));
            if (!listed)
                return;
            const Tree::Id sent = m_tree.member(child, "message"_L1);
            const Tree::Id oneOf = m_tree.member(sent, "oneOf"_L1);
            const QString operationId = listed->id;
            const QString name = operationId;
            if (m_tree.isList(oneOf)) {
                for (const Tree::Id one : m_tree.children(oneOf))
                    used(message(one, {}, name), { channelId, operationId });
            } else if (m_tree.isMap(sent)) {
                used(message(sent, {}, name), { channelId, operationId });
            }
        }
    }

    void channel3(Tree::Id member)
    {
        const Tree::Id node = m_schemas.followed(member);
        const QString address = m_tree.isString(m_tree.member(node, "address"_L1)) ? m_tree.text(node, "address"_L1) : m_tree.key(member);
        Item item = channelItem(node, address);
        item.operationId = m_tree.key(member);
        item.words.append(item.operationId);
        item.at = m_tree.at(member);
        const Item *added = m_collector.add(std::move(item));
        if (!added)
            return;
        m_channels.insert(node, m_definition.items.size() - 1);
        const QString id = added->id;
        for (const Tree::Id one : members(m_tree.member(node, "messages"_L1)))
            used(message(one, m_tree.key(one)), { id });
    }

    void operation3(Tree::Id member)
    {
        const Tree::Id node = m_schemas.followed(member);
        if (!m_tree.isMap(node))
            return;
        Item item = describedBy(node);
        item.kind = ItemKind::Operation;
        item.operationId = m_tree.key(member);
        item.words.append(item.operationId);
        item.id = "operation "_L1 + item.operationId;
        item.action = m_tree.text(node, "action"_L1);
        const Tree::Id channel = m_schemas.followed(m_tree.member(node, "channel"_L1));
        if (const auto on = m_channels.constFind(channel); on != m_channels.cend()) {
            item.path = item.group = m_definition.items[*on].path;
            item.parameters = m_definition.items[*on].parameters;
        }
        item.name = item.action + u' ' + (item.path.isEmpty() ? item.operationId : item.path);
        item.at = m_tree.at(member);
        item.security = security3(m_tree.member(node, "security"_L1));
        const Item *added = m_collector.add(std::move(item));
        if (!added)
            return;
        const QString id = added->id;
        const Tree::Id listed = m_tree.member(node, "messages"_L1);
        if (m_tree.isList(listed)) {
            for (const Tree::Id one : m_tree.children(listed))
                used(message(one, {}), { id });
        } else {
            // None named: all of the channel.
            for (const Tree::Id one : members(m_tree.member(channel, "messages"_L1)))
                used(message(one, m_tree.key(one)), { id });
        }
    }

    /// 3.x lists schemes or references to them.
    std::vector<SecurityNeed> security3(Tree::Id list) const
    {
        std::vector<SecurityNeed> all;
        for (const Tree::Id one : m_tree.children(m_tree.isList(list) ? list : Tree::none)) {
            const QString reference = m_tree.text(one, "$ref"_L1);
            all.push_back({ { { reference.isEmpty() ? m_tree.text(one, "type"_L1) : reference.section(u'/', -1), m_tree.texts(m_tree.member(one, "scopes"_L1)) } } });
        }
        return all;
    }

    /// Index into m_messages; -1 for none. `key` is what it is called where it stands, `where` names one without any name.
    int message(Tree::Id given, const QString &key, const QString &where = {})
    {
        const QString reference = m_tree.text(given, "$ref"_L1);
        const Tree::Id node = m_schemas.followed(given);
        if (!m_tree.isMap(node))
            return -1;
        QString name = m_tree.text(node, "name"_L1);
        if (const QString id = m_tree.text(node, "messageId"_L1); !id.isEmpty())
            name = id;
        // A component's name is the one that everybody knows it by.
        if (reference.startsWith("#/components/messages/"_L1))
            name = reference.section(u'/', -1);
        else if (!key.isEmpty() && reference.isEmpty())
            name = key;
        if (name.isEmpty())
            name = !key.isEmpty() ? key : !reference.isEmpty() ? reference.section(u'/', -1) : where;
        if (const auto known = m_indexOf.constFind(node); known != m_indexOf.cend())
            return *known;
        m_messages.push_back({ node, name, {}, {} });
        m_indexOf.insert(node, int(m_messages.size() - 1));
        return int(m_messages.size() - 1);
    }

    void used(int index, std::initializer_list<QString> by)
    {
        if (index >= 0)
            m_messages[size_t(index)].users.insert(m_messages[size_t(index)].users.end(), by);
    }

    void addMessages()
    {
        QHash<QString, size_t> indexes;
        for (size_t i = 0; i < m_definition.items.size(); ++i)
            indexes.insert(m_definition.items[i].id, i);
        for (const Named &named : m_messages) {
            Item item = describedBy(named.node);
            item.kind = ItemKind::Message;
            item.id = "message "_L1 + named.name;
            item.name = named.name;
            item.at = m_tree.at(named.node);
            item.schema = payload(m_tree.member(named.node, "payload"_L1));
            QString type = m_tree.text(named.node, "contentType"_L1);
            if (type.isEmpty())
                type = m_contentType.isEmpty() ? u"application/json"_s : m_contentType;
            item.body.contents.push_back({ type, item.schema, messageExamples(named.node) });
            if (const SchemaId headers = payload(m_tree.member(named.node, "headers"_L1)); headers != noSchema)
                item.headers.push_back({ {}, headers, {} });
            const Item *added = m_collector.add(std::move(item));
            if (!added)
                return;
            const QString id = added->id;
            Item &self = m_definition.items.back();
            for (const QString &user : named.users) {
                Item &by = m_definition.items[indexes.value(user)];
                if (!by.uses.contains(id)) {
                    by.uses.append(id);
                    by.words.append(named.name);
                    self.usedBy.append(user);
                }
            }
        }
    }

    /// 3.x: a schema, or one of another language with its format beside it.
    SchemaId payload(Tree::Id node)
    {
        const Tree::Id inner = m_tree.member(node, "schema"_L1);
        const bool isWrapped = inner != Tree::none && m_tree.member(node, "schemaFormat"_L1) != Tree::none;
        return m_schemas.read(isWrapped ? inner : node);
    }

    std::vector<Example> messageExamples(Tree::Id node) const
    {
        std::vector<Example> all;
        const Tree::Id examples = m_tree.member(node, "examples"_L1);
        constexpr size_t enough = 50;
        for (const Tree::Id one : m_tree.children(m_tree.isList(examples) ? examples : Tree::none)) {
            const Tree::Id sent = m_tree.member(one, "payload"_L1);
            if (all.size() < enough)
                all.push_back({ m_tree.text(one, "name"_L1), m_tree.text(one, "summary"_L1), m_tree.indentedJson(sent != Tree::none ? sent : one) });
        }
        return all;
    }

    void types(Tree::Id map)
    {
        for (const Tree::Id member : members(map)) {
            Item item;
            item.kind = ItemKind::Type;
            item.name = m_tree.key(member);
            item.id = "type "_L1 + item.name;
            item.at = m_tree.at(member);
            item.schema = m_schemas.readNamed(member, item.name);
            if (item.schema != noSchema) {
                const Schema &read = m_collector.schema(item.schema);
                item.summary = read.title;
                item.description = read.description;
                item.deprecated = read.deprecated;
            }
            m_collector.add(std::move(item));
        }
    }

    const Tree &m_tree;
    Tree::Id m_root;
    Tree::Id m_components;
    ApiDefinition &m_definition;
    Collector m_collector;
    SchemaReader m_schemas;
    OpenApiParts m_parts;
    QString m_contentType;
    QHash<Tree::Id, size_t> m_channels; ///< Indexes of their items.
    std::vector<Named> m_messages;
    QHash<Tree::Id, int> m_indexOf;
};

} // namespace

void readAsyncApi(const Tree &tree, const ApiLimits &limits, ApiDefinition &definition)
{
    AsyncApiReader(tree, limits, definition).run();
}

} // namespace callboard::apis
