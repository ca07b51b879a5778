// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/apischemamodel.h"

#include "models/items/apiwording.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace callboard::items {

using namespace Qt::StringLiterals;
using apis::Content;
using apis::Item;
using apis::ItemKind;
using apis::noSchema;
using apis::Parameter;
using apis::Schema;
using apis::SchemaId;

struct ApiSchemaModel::Node {
    Node *parent = nullptr;
    int row = 0;
    QString name;
    QString type;
    QString notes;
    QString link;
    QString example;
    int line = 0;
    bool isSection = false;
    bool required = false;
    bool deprecated = false;
    bool filled = false; ///< Its children are there.
    SchemaId schema = noSchema; ///< Whose members are its children.
    std::vector<Parameter> arguments; ///< GraphQL: come before the members.
    std::vector<NodePtr> children;
};

namespace {

QString firstLine(const QString &text)
{
    const QString line = text.section(u'\n', 0, 0).simplified();
    // Only what has a mark in it has to be read as Markdown.
    static const QRegularExpression marks(u"[*_`\\[<&\\\\#~]"_s);
    return line.contains(marks) ? ApiWording::description(line).simplified() : line;
}

QString joinedNotes(QStringList notes)
{
    notes.removeAll(QString());
    return notes.join(u" · "_s);
}

} // namespace

ApiSchemaModel::ApiSchemaModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

ApiSchemaModel::~ApiSchemaModel() = default;

void ApiSchemaModel::setItem(ApiDefinitionPtr definition, const QString &itemId)
{
    const QScopedValueRollback telling(m_isTelling, true);
    beginResetModel();
    m_definition = std::move(definition);
    m_root = std::make_unique<Node>();
    m_root->filled = true;
    if (const Item *item = m_definition ? m_definition->find(itemId) : nullptr) {
        addItem(*item);
        addAround(*item);
    }
    endResetModel();
}

ApiSchemaModel::Node *ApiSchemaModel::addTo(Node &parent, const QString &name, SchemaId schema) const
{
    auto node = std::make_unique<Node>();
    node->parent = &parent;
    node->row = int(parent.children.size());
    node->name = name;
    node->schema = schema;
    parent.children.push_back(std::move(node));
    Node &added = *parent.children.back();
    if (schema != noSchema)
        describeSchema(added);
    return &added;
}

ApiSchemaModel::Node *ApiSchemaModel::section(const QString &title)
{
    Node *node = addTo(*m_root, title);
    node->isSection = true;
    node->filled = true;
    return node;
}

void ApiSchemaModel::describeSchema(Node &node) const
{
    const Schema &own = m_definition->schemas[size_t(node.schema)];
    const Schema &schema = *m_definition->resolved(node.schema);
    node.type = m_definition->typeText(node.schema);
    if (own.nullable && m_definition->format != apis::ApiFormat::GraphQl)
        node.type += ApiWording::tr(" or null");
    node.line = own.at.line;
    QStringList notes;
    if (own.deprecated || schema.deprecated)
        node.deprecated = true;
    if (schema.readOnly)
        notes.append(ApiWording::tr("read only"));
    if (schema.writeOnly)
        notes.append(ApiWording::tr("write only"));
    if (!own.reference.isEmpty() && own.target == noSchema && !own.reference.startsWith(u'#'))
        notes.append(ApiWording::tr("defined elsewhere: %1").arg(own.reference));
    notes += schema.limits;
    if (!schema.values.empty()) {
        QStringList values;
        constexpr size_t most = 12;
        for (size_t i = 0; i < std::min(most, schema.values.size()); ++i)
            values.append(schema.values[i].name);
        if (schema.values.size() > most)
            values.append(ApiWording::tr("%n more", nullptr, int(schema.values.size() - most)));
        notes.append(ApiWording::tr("one of %1").arg(values.join(u", ")));
    }
    if (!schema.constant.isEmpty())
        notes.append(ApiWording::tr("always %1").arg(schema.constant));
    const QString byDefault = own.byDefault.isEmpty() ? schema.byDefault : own.byDefault;
    if (!byDefault.isEmpty())
        notes.append(ApiWording::tr("default %1").arg(byDefault));
    if (schema.closed)
        notes.append(ApiWording::tr("nothing else"));
    const QString said = own.description.isEmpty() ? schema.description : own.description;
    notes.append(firstLine(said));
    node.notes = joinedNotes(notes);
    if (!schema.examples.isEmpty())
        node.example = schema.examples.first();
}

void ApiSchemaModel::addParameters(Node &section, const std::vector<Parameter> &parameters) const
{
    for (const Parameter &parameter : parameters) {
        Node *node = addTo(section, parameter.name, parameter.schema);
        node->required = parameter.required;
        node->deprecated = node->deprecated || parameter.deprecated;
        node->line = parameter.at.line;
        const QString in = parameter.in == "argument"_L1 || parameter.in == "channel"_L1 ? QString() : parameter.in;
        QString notes = node->notes;
        if (const QString said = firstLine(parameter.description); !said.isEmpty() && !notes.contains(said))
            notes = joinedNotes({ said, notes });
        node->notes = joinedNotes({ in, notes });
        if (!parameter.example.isEmpty())
            node->example = parameter.example;
    }
}

void ApiSchemaModel::addContents(Node &section, const std::vector<Content> &contents) const
{
    for (const Content &content : contents) {
        Node *node = addTo(section, content.mediaType.isEmpty() ? ApiWording::tr("content") : content.mediaType, content.schema);
        for (const apis::Example &example : content.examples) {
            Node *shown = addTo(*node, example.name.isEmpty() ? ApiWording::tr("Example") : ApiWording::tr("Example %1").arg(example.name));
            shown->filled = true;
            shown->example = example.value;
            shown->notes = example.summary.isEmpty() ? example.value.simplified().left(120) : example.summary;
            if (node->example.isEmpty())
                node->example = example.value;
        }
    }
}

void ApiSchemaModel::addItem(const Item &item)
{
    if (!item.parameters.empty())
        addParameters(*section(item.kind == ItemKind::Operation || item.kind == ItemKind::Webhook || item.kind == ItemKind::Channel ? ApiWording::tr("Parameters")
                                                                                                                                : ApiWording::tr("Arguments")),
            item.parameters);
    if (!item.headers.empty())
        addContents(*section(ApiWording::tr("Headers")), item.headers);
    const bool isMessage = item.kind == ItemKind::Message;
    if (!item.body.contents.empty()) {
        Node *body = section(isMessage ? ApiWording::tr("Payload") : ApiWording::tr("Request"));
        body->required = item.body.required;
        body->notes = firstLine(item.body.description);
        addContents(*body, item.body.contents);
    }
    if (!item.responses.empty()) {
        Node *responses = section(item.kind == ItemKind::Method || item.kind == ItemKind::Tool ? ApiWording::tr("Answer") : ApiWording::tr("Responses"));
        for (const apis::Response &response : item.responses) {
            Node *node = response.status.isEmpty() ? responses : addTo(*responses, response.status);
            node->filled = true;
            if (node != responses) {
                node->notes = firstLine(response.description);
                node->line = response.at.line;
            }
            if (!response.headers.empty()) {
                Node *headers = addTo(*node, ApiWording::tr("Headers"));
                headers->filled = true;
                addParameters(*headers, response.headers);
            }
            addContents(*node, response.contents);
        }
    }
    if (item.schema != noSchema && item.body.contents.empty()) {
        const bool gives = item.kind == ItemKind::Query || item.kind == ItemKind::Mutation || item.kind == ItemKind::Subscription;
        Node *fields = section(gives ? ApiWording::tr("Answer") : ApiWording::tr("Members"));
        fields->schema = item.schema;
        fields->type = gives ? m_definition->typeText(item.schema) : QString();
        addChildren(*fields);
        const Schema *schema = m_definition->resolved(item.schema);
        for (const apis::EnumValue &value : schema ? schema->values : std::vector<apis::EnumValue>()) {
            Node *node = addTo(*fields, value.name);
            node->filled = true;
            node->deprecated = value.deprecated;
            node->type = m_definition->format == apis::ApiFormat::Protobuf ? QString::number(value.number) : QString();
            node->notes = firstLine(value.description);
        }
        if (fields->children.empty() && schema) {
            Node *node = addTo(*fields, m_definition->typeText(item.schema), item.schema);
            node->filled = true;
        }
    }
}

/// What stands around it: who may, where, who uses it.
void ApiSchemaModel::addAround(const Item &item)
{
    if (!item.security.empty()) {
        Node *needs = section(ApiWording::tr("Security"));
        for (const apis::SecurityNeed &need : item.security) {
            QStringList names, kinds;
            for (const auto &part : need.parts) {
                names.append(part.scopes.isEmpty() ? part.scheme : QString(part.scheme + u" (" + part.scopes.join(u", ") + u')'));
                const auto known = std::ranges::find(m_definition->securitySchemes, part.scheme, &apis::SecurityScheme::name);
                if (known != m_definition->securitySchemes.end())
                    kinds.append(joinedNotes({ known->scheme.isEmpty() ? known->type : known->scheme, known->in, known->parameter }));
            }
            Node *node = addTo(*needs, need.parts.empty() ? ApiWording::tr("nothing needed") : names.join(u" + "_s));
            node->filled = true;
            node->type = kinds.join(u" + "_s);
        }
    }
    const auto &servers = item.servers.empty() ? m_definition->servers : item.servers;
    if ((item.kind == ItemKind::Operation || item.kind == ItemKind::Channel) && !servers.empty()) {
        Node *all = section(ApiWording::tr("Servers"));
        for (const apis::Server &server : servers) {
            Node *node = addTo(*all, server.url);
            node->filled = true;
            node->type = server.protocol;
            node->notes = server.description;
        }
    }
    const auto addLinks = [this](const QString &title, const QStringList &ids) {
        if (ids.isEmpty())
            return;
        Node *all = section(title);
        constexpr qsizetype most = 500;
        for (const QString &id : ids.first(std::min(most, ids.size()))) {
            const Item *other = m_definition->find(id);
            if (!other)
                continue;
            Node *node = addTo(*all, other->name);
            node->filled = true;
            node->link = id;
            node->type = ApiWording::kind(other->kind);
            node->notes = other->summary;
            node->deprecated = other->deprecated;
        }
        if (ids.size() > most)
            addTo(*all, ApiWording::tr("and %n more", nullptr, int(ids.size() - most)))->filled = true;
    };
    addLinks(ApiWording::tr("Uses"), item.uses);
    addLinks(ApiWording::tr("Used by"), item.usedBy);
}

/// The members of a schema with those of all its `allOf`.
void ApiSchemaModel::addProperties(Node &parent, SchemaId id, int depth) const
{
    constexpr int deepest = 12;
    const Schema *schema = m_definition->resolved(id);
    if (!schema || depth > deepest)
        return;
    const bool isGraphQl = m_definition->format == apis::ApiFormat::GraphQl;
    for (const SchemaId part : isGraphQl ? std::vector<SchemaId>() : schema->allOf)
        addProperties(parent, part, depth + 1);
    for (const apis::Property &property : schema->properties) {
        Node *node = addTo(parent, property.name, property.schema);
        node->required = property.required && m_definition->format != apis::ApiFormat::GraphQl;
        node->deprecated = node->deprecated || property.deprecated;
        node->line = property.at.line;
        node->arguments = property.arguments;
        const QString number = m_definition->format == apis::ApiFormat::Protobuf ? ApiWording::tr("field %1").arg(property.number) : QString();
        const QString group = property.group.isEmpty() ? QString() : ApiWording::tr("one of %1").arg(property.group);
        const QString said = firstLine(property.description);
        node->notes = joinedNotes({ number, group, node->notes.contains(said) ? QString() : said, node->notes });
    }
}

void ApiSchemaModel::addChildren(Node &parent) const
{
    parent.filled = true;
    if (!parent.arguments.empty()) {
        Node *arguments = addTo(parent, ApiWording::tr("Arguments"));
        arguments->filled = true;
        addParameters(*arguments, parent.arguments);
    }
    const Schema *schema = m_definition->resolved(parent.schema);
    // A list of lists is opened to what is in it.
    for (int depth = 0; schema && schema->items != noSchema && depth < 12; ++depth)
        schema = m_definition->resolved(schema->items);
    if (!schema)
        return;
    const auto id = SchemaId(schema - m_definition->schemas.data());
    addProperties(parent, id, 0);
    if (schema->additional != noSchema)
        addTo(parent, ApiWording::tr("any other name"), schema->additional);
    const auto addVariants = [&](const std::vector<SchemaId> &all, const QString &title) {
        for (const SchemaId variant : all)
            addTo(parent, title.arg(m_definition->typeText(variant)), variant);
    };
    addVariants(schema->oneOf, ApiWording::tr("either %1"));
    addVariants(schema->anyOf, ApiWording::tr("maybe %1"));
    if (m_definition->format == apis::ApiFormat::GraphQl)
        addVariants(schema->allOf, ApiWording::tr("implements %1"));
    if (schema->negated != noSchema)
        addTo(parent, ApiWording::tr("not"), schema->negated);
}

bool ApiSchemaModel::mayHaveChildren(const Node &node) const
{
    if (node.filled)
        return !node.children.empty();
    if (!node.children.empty() || !node.arguments.empty())
        return true;
    const Schema *schema = m_definition ? m_definition->resolved(node.schema) : nullptr;
    for (int depth = 0; schema && schema->items != noSchema && depth < 12; ++depth)
        schema = m_definition->resolved(schema->items);
    return schema
        && (!schema->properties.empty() || !schema->allOf.empty() || !schema->oneOf.empty() || !schema->anyOf.empty() || schema->additional != noSchema
            || schema->negated != noSchema);
}

ApiSchemaModel::Node *ApiSchemaModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ApiSchemaModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[size_t(row)].get());
}

QModelIndex ApiSchemaModel::parent(const QModelIndex &child) const
{
    const Node *above = child.isValid() ? nodeOf(child)->parent : nullptr;
    return !above || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int ApiSchemaModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int ApiSchemaModel::columnCount(const QModelIndex &) const
{
    return int(Columns::Count);
}

bool ApiSchemaModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && mayHaveChildren(*nodeOf(parent));
}

bool ApiSchemaModel::canFetchMore(const QModelIndex &parent) const
{
    // A listener that asked for rows as it hears of a change would have the others hear of those rows before the change.
    return !m_isTelling && parent.isValid() && parent.column() == 0 && !nodeOf(parent)->filled && mayHaveChildren(*nodeOf(parent));
}

void ApiSchemaModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Node *node = nodeOf(parent);
    // Made aside, to tell how many there are before they are there.
    Node made;
    made.schema = node->schema;
    made.arguments = node->arguments;
    addChildren(made);
    node->filled = true;
    if (made.children.empty())
        return;
    const int first = int(node->children.size());
    const QScopedValueRollback telling(m_isTelling, true);
    beginInsertRows(parent, first, first + int(made.children.size()) - 1);
    for (NodePtr &child : made.children) {
        child->parent = node;
        child->row = int(node->children.size());
        node->children.push_back(std::move(child));
    }
    endInsertRows();
}

QVariant ApiSchemaModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        switch (Columns(index.column())) {
        case Columns::Name: return node.name;
        case Columns::Type: return node.type;
        case Columns::Notes: return joinedNotes({ node.required ? ApiWording::tr("required") : QString(), node.deprecated ? ApiWording::tr("deprecated") : QString(), node.notes });
        case Columns::Count: break;
        }
        return {};
    case Qt::ToolTipRole: return index.column() == int(Columns::Notes) && !node.notes.isEmpty() ? node.notes : QVariant();
    case GroupRole: return node.isSection;
    case LinkRole: return node.link;
    case ExampleRole: return node.example;
    case LineRole: return node.line;
    case DeprecatedRole: return node.deprecated;
    case RequiredRole: return node.required;
    default: return {};
    }
}

QVariant ApiSchemaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::Name: return ApiWording::tr("Name");
    case Columns::Type: return ApiWording::tr("Type");
    case Columns::Notes: return ApiWording::tr("Notes");
    case Columns::Count: break;
    }
    return {};
}

} // namespace callboard::items
