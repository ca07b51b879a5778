// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/readers.h"
#include "models/domain/yamlwriter.h"

#include <QJsonArray>

#include <algorithm>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

/// What a text is read as.
enum class Language { Unknown, Document, GraphQl, Protobuf };

/// A schema of GraphQL as a server describes itself, which is JSON.
bool isIntrospection(QByteArrayView text)
{
    constexpr qsizetype lookedAt = 4096;
    const QByteArrayView head = text.first(std::min(text.size(), lookedAt));
    return head.contains("\"__schema\"") && (head.trimmed().startsWith('{') || head.startsWith("\xef\xbb\xbf"));
}

Language languageOf(QStringView type, QByteArrayView text)
{
    const QString known = type.trimmed().toString().toLower();
    if (isIntrospection(text))
        return Language::Document;
    if (known == "graphql"_L1)
        return Language::GraphQl;
    if (known == "grpc"_L1 || known == "protobuf"_L1 || known == "proto"_L1)
        return Language::Protobuf;
    if (known == "openapi"_L1 || known == "swagger"_L1 || known == "asyncapi"_L1 || known == "mcp-server"_L1 || known == "mcp"_L1)
        return Language::Document;
    // Nobody said: the words that such a text cannot do without stand at the beginning of a line.
    constexpr qsizetype lookedAt = 64 * 1024;
    qsizetype begin = 0;
    while (begin >= 0 && begin < std::min(text.size(), lookedAt)) {
        qsizetype end = text.indexOf('\n', begin);
        const QByteArrayView line = text.sliced(begin, (end < 0 ? text.size() : end) - begin).trimmed();
        begin = end < 0 ? -1 : end + 1;
        if (line.startsWith("syntax =") || line.startsWith("syntax=") || line.startsWith("edition ="))
            return Language::Protobuf;
        for (const QByteArrayView word : { "openapi:", "swagger:", "asyncapi:", "\"openapi\"", "\"swagger\"", "\"asyncapi\"", "\"mcpVersion\"" }) {
            if (line.startsWith(word))
                return Language::Document;
        }
        if (line.startsWith('{')) {
            const QByteArrayView head = text.first(std::min(text.size(), lookedAt));
            return head.contains("\"openapi\"") || head.contains("\"swagger\"") || head.contains("\"asyncapi\"") ? Language::Document : Language::Unknown;
        }
        for (const QByteArrayView word : { "type Query", "schema {", "schema{", "extend type ", "type Mutation" }) {
            if (line.startsWith(word))
                return Language::GraphQl;
        }
    }
    return Language::Unknown;
}

void readDocument(QStringView type, QByteArrayView text, const ApiLimits &limits, ApiDefinition &definition)
{
    const Tree tree = Tree::read(text, limits, definition.problems);
    const Tree::Id root = tree.root();
    if (tree.member(root, "openapi"_L1) != Tree::none || tree.member(root, "swagger"_L1) != Tree::none) {
        readOpenApi(tree, limits, definition);
    } else if (tree.member(root, "asyncapi"_L1) != Tree::none) {
        readAsyncApi(tree, limits, definition);
    } else if (introspectedSchema(tree) != Tree::none) {
        readIntrospection(tree, limits, definition);
    } else if (type.startsWith("mcp"_L1, Qt::CaseInsensitive)) {
        readMcp(tree, limits, definition);
    } else if (type.compare("openapi"_L1, Qt::CaseInsensitive) == 0 || type.compare("swagger"_L1, Qt::CaseInsensitive) == 0) {
        definition.format = ApiFormat::OpenApi;
        if (!tree.isEmpty())
            definition.problems.push_back({ u"This is no OpenAPI definition: `openapi` (3.x) or `swagger` (2.0) is missing"_s, tree.at(root) });
        if (tree.isMap(tree.member(root, "paths"_L1)))
            readOpenApi(tree, limits, definition);
    } else if (type.compare("asyncapi"_L1, Qt::CaseInsensitive) == 0) {
        definition.format = ApiFormat::AsyncApi;
        if (!tree.isEmpty())
            definition.problems.push_back({ u"This is no AsyncAPI definition: `asyncapi` is missing"_s, tree.at(root) });
    }
}

} // namespace

domain::Result<ApiDefinition> parseApi(QStringView type, QByteArrayView text, const ApiLimits &limits)
{
    if (text.size() > limits.maxBytes) {
        return domain::fail(domain::ErrorCode::Invalid,
            u"the definition is %1 bytes long, more than the %2 that are read"_s.arg(text.size()).arg(limits.maxBytes));
    }
    ApiDefinition definition;
    switch (languageOf(type, text)) {
    case Language::Document: readDocument(type, text, limits, definition); break;
    case Language::GraphQl: readGraphQl(text, limits, definition); break;
    case Language::Protobuf: readProtobuf(text, limits, definition); break;
    case Language::Unknown: break;
    }
    linkUses(definition);
    std::ranges::stable_sort(definition.problems, {}, [](const Problem &problem) { return std::pair(problem.at.line, problem.at.column); });
    return definition;
}

domain::Result<ApiDefinition> parseApi(const QJsonObject &spec, const ApiLimits &limits)
{
    const QString type = spec["type"_L1].toString();
    const QString text = spec["definition"_L1].toString();
    auto definition = parseApi(type, text.toUtf8(), limits);
    if (definition && spec["remotes"_L1].isArray()) {
        // Backstage's type mcp-server has its addresses in the entity, with or without a definition.
        ApiDefinition remotes;
        readMcp(Tree::fromJson(QJsonObject { { u"remotes"_s, spec["remotes"_L1] } }, limits), limits, remotes);
        if (definition->format == ApiFormat::Unknown) {
            *definition = std::move(remotes);
        } else {
            for (Item &item : remotes.items) {
                if (!definition->find(item.id))
                    definition->items.push_back(std::move(item));
            }
        }
    }
    return definition;
}

QString definitionText(const QJsonObject &spec)
{
    const QString text = spec["definition"_L1].toString();
    return text.isEmpty() && spec["remotes"_L1].isArray() ? domain::toYaml(spec) : text;
}

} // namespace callboard::apis
