// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/yaml.h"
#include "models/domain/result.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace callboard::apis {

/// Line and column in the raw text, both from 1.
using Place = catalog::Position;

enum class ApiFormat { Unknown, OpenApi, AsyncApi, GraphQl, Protobuf, Mcp };

/// What an item of a definition is.
enum class ItemKind {
    Operation, ///< OpenAPI; of AsyncAPI send and receive.
    Webhook, ///< OpenAPI 3.1; what the API calls.
    Channel,
    Message, ///< AsyncAPI and protobuf.
    Query,
    Mutation,
    Subscription,
    Type, ///< A schema of OpenAPI and AsyncAPI, an object type of GraphQL.
    Interface,
    Union,
    Enum,
    Input,
    Scalar,
    Directive,
    Service,
    Method,
    Remote, ///< An address of an MCP server.
    Tool,
    Resource, ///< Of an MCP server.
    Prompt, ///< Of an MCP server.
};

/// The stable, untranslated name of a kind ("operation", "channel"), for ids and JSON.
QLatin1StringView name(ItemKind kind);
QLatin1StringView name(ApiFormat format);

/// What is wrong with a definition, and where. What could be read of it is there all the same.
struct Problem {
    QString message; ///< Technical and untranslated.
    Place at;
    bool isError = true; ///< Else it can be read, but is not as its specification wants it.

    bool operator==(const Problem &) const = default;
};

/// Index into ApiDefinition::schemas; none is -1.
using SchemaId = int;
constexpr SchemaId noSchema = -1;

struct Parameter {
    QString name;
    QString in; ///< "path", "query", "header", "cookie"; of GraphQL "argument"; of a channel "channel".
    QString description;
    SchemaId schema = noSchema;
    QString example; ///< As JSON; empty where there is none.
    QString style; ///< OpenAPI's; empty is its default.
    bool required = false;
    bool deprecated = false;
    bool explode = false; ///< Of a list: one `name=value` for each.
    Place at;
};

/// A member of an object, a field of a message, a value of an enumeration that has values of its own.
struct Property {
    QString name;
    QString description;
    SchemaId schema = noSchema;
    bool required = false;
    bool deprecated = false;
    int number = 0; ///< Protobuf's field number, or the number of an enum's value.
    QString group; ///< Protobuf: the `oneof` it is in.
    std::vector<Parameter> arguments; ///< GraphQL.
    Place at;
};

struct EnumValue {
    QString name; ///< As JSON where it is no string.
    QString description;
    int number = 0; ///< Protobuf.
    bool deprecated = false;

    bool operator==(const EnumValue &) const = default;
};

/// One node of the schemas. `$ref` is not copied but followed when asked: a schema that holds itself is a circle of indexes.
struct Schema {
    QString name; ///< Of a named one ("Pet", "acme.pay.Refund"); else empty.
    QString type; ///< "string", "object", "array", "integer|null", "User!", "map<string, Total>"; empty: anything.
    QString format;
    QString title;
    QString description;
    QString reference; ///< What `$ref` says, or the type that is named; empty for what stands here itself.
    SchemaId target = noSchema; ///< What `reference` means; none where it lies in another file, or nowhere.
    QStringList limits; ///< "minLength 3", "pattern ^a+$": untranslated, as they are written.
    std::vector<EnumValue> values;
    QString constant; ///< As JSON.
    QString byDefault; ///< As JSON.
    QStringList examples; ///< As JSON.
    std::vector<Property> properties;
    SchemaId items = noSchema; ///< Of a list, also of GraphQL and of a repeated field.
    SchemaId additional = noSchema; ///< Of a map: its values.
    std::vector<SchemaId> allOf;
    std::vector<SchemaId> oneOf;
    std::vector<SchemaId> anyOf;
    SchemaId negated = noSchema; ///< `not`
    QString discriminator;
    bool closed = false; ///< `additionalProperties: false`
    bool nullable = false;
    bool deprecated = false;
    bool readOnly = false;
    bool writeOnly = false;
    Place at;
};

struct Example {
    QString name;
    QString summary;
    QString value; ///< As JSON, or as it is written.
};

/// What a body may be.
struct Content {
    QString mediaType;
    SchemaId schema = noSchema;
    std::vector<Example> examples;
};

struct Body {
    QString description;
    bool required = false;
    std::vector<Content> contents;
};

struct Response {
    QString status; ///< "200", "4XX", "default"
    QString description;
    std::vector<Parameter> headers;
    std::vector<Content> contents;
    Place at;
};

struct Server {
    QString url; ///< With `{variables}`; relative ones are as they are written.
    QString description;
    QString protocol; ///< AsyncAPI's.
    struct Variable {
        QString name;
        QString byDefault;
        QStringList choices;
        QString description;
    };
    std::vector<Variable> variables;
};

struct SecurityScheme {
    QString name;
    QString type; ///< "apiKey", "http", "oauth2" …
    QString scheme; ///< Of http: "bearer", "basic".
    QString in; ///< Of an apiKey: "header", "query", "cookie".
    QString parameter; ///< Of an apiKey: the header's or parameter's name.
    QString description;
};

/// One way to be let in: all of these together.
struct SecurityNeed {
    struct Part {
        QString scheme;
        QStringList scopes;
    };
    std::vector<Part> parts; ///< Empty: nothing is needed.
};

/// One thing that somebody looks for in a definition.
struct Item {
    QString id; ///< Unique in the definition and the same in its next version: "POST /refunds", "type Pet".
    ItemKind kind = ItemKind::Operation;
    QString name; ///< "POST /refunds", "Pet", "Greeter.SayHello"
    QString group; ///< Tag, channel or service that it is listed under; empty for none.
    QString action; ///< "POST", "send", "receive", "unary", "server streaming"
    QString path; ///< Of an operation or channel.
    QString operationId;
    QString summary;
    QString description;
    QStringList words; ///< What it is found by beside its name: operation id, tags, types that it takes and gives.
    bool deprecated = false;
    Place at;
    std::vector<Server> servers; ///< Where it has its own.
    std::vector<Parameter> parameters;
    Body body; ///< What goes in; of a message its payload.
    std::vector<Response> responses;
    std::vector<SecurityNeed> security; ///< One of them is enough; empty: nothing is said.
    SchemaId schema = noSchema; ///< Of a type; of a field of GraphQL what it gives.
    std::vector<Content> headers; ///< Of a message.
    QStringList uses; ///< Ids of items that it names.
    QStringList usedBy; ///< Ids of items that name it.
};

struct ApiDefinition {
    ApiFormat format = ApiFormat::Unknown;
    QString language; ///< As its specification names itself: "OpenAPI 3.1.0", "proto3".
    QString version; ///< Of the API.
    QString title;
    QString description;
    QString package; ///< Protobuf's.
    std::vector<Server> servers;
    std::vector<SecurityScheme> securitySchemes;
    std::vector<SecurityNeed> security;
    struct Group {
        QString name;
        QString description;
    };
    std::vector<Group> groups; ///< In the order of the definition; every group of an item is here.
    std::vector<Item> items; ///< In the order of the definition.
    std::vector<Schema> schemas;
    QStringList imports; ///< Files and addresses that it names; none of them is fetched.
    std::vector<Problem> problems; ///< In the order of the text.

    bool hasErrors() const;
    const Item *find(QStringView id) const; ///< Null where there is none.
    /// The schema that is meant: references followed, circles and what is missing given back as they are. Null for none.
    const Schema *resolved(SchemaId id) const;
    /// "array of Pet", "string (date-time)": in a few words, untranslated.
    QString typeText(SchemaId id) const;
};

/// Bounds on what one definition may cost.
struct ApiLimits {
    qsizetype maxBytes = 64 * 1024 * 1024;
    int maxDepth = 200; ///< Of nesting.
    qsizetype maxNodes = 4'000'000; ///< Values of JSON or YAML, tokens of the others.
    qsizetype maxSchemas = 400'000;
    qsizetype maxItems = 200'000;
    qsizetype maxProblems = 500;
};

/// Reads a definition. `type` is what the entity says (`spec.type`); where the text says clearly that it is something
/// else, the text is believed. A definition that is broken gives what can be read, with `problems`; one in no language
/// that is known is of format Unknown and has no items. Invalid for more bytes than the limits allow. Nothing that
/// it refers to is opened. Any thread; linear in time and memory; never throws.
domain::Result<ApiDefinition> parseApi(QStringView type, QByteArrayView text, const ApiLimits &limits = {});

/// Reads the definition of an API entity's `spec`: `definition`, and for an MCP server its `remotes`.
domain::Result<ApiDefinition> parseApi(const QJsonObject &spec, const ApiLimits &limits = {});

/// The raw text of the definition of an API entity's `spec`; of an MCP server without one its `spec` as YAML. Empty for none.
QString definitionText(const QJsonObject &spec);

/// An item as a list of all APIs shows it.
struct ListedItem {
    QString id;
    ItemKind kind = ItemKind::Operation;
    QString title; ///< "POST /refunds"
    QString subtitle; ///< Summary, in one line.
    QStringList words;
    bool deprecated = false;
};

/// All items in a flat list, in the order of the definition.
std::vector<ListedItem> items(const ApiDefinition &definition);

/// `callboard://api/<kind:namespace/name>#<item id>`, percent-encoded; of the API as a whole with an empty id.
QString apiLink(const QString &canonicalRef, const QString &itemId);
struct ApiAddress {
    QString ref; ///< Canonical.
    QString itemId; ///< May be empty.
};
/// What such a link means; nothing for any other text.
std::optional<ApiAddress> parseApiLink(QStringView link);

} // namespace callboard::apis
