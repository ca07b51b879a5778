// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte says which language the rest is in. What was read is asked everything, compared with what was read of its first
// half, and a request is built of each operation.
#include "models/apis/compare.h"
#include "models/apis/request.h"

#include <QSet>

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace callboard::apis;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool isSchema(const ApiDefinition &definition, SchemaId id)
{
    return id >= noSchema && id < SchemaId(definition.schemas.size());
}

void askEverything(const ApiDefinition &definition)
{
    QSet<QString> ids;
    for (const Item &item : definition.items) {
        require(!ids.contains(item.id));
        ids.insert(item.id);
        require(item.at.line >= 1 && item.at.column >= 1);
        require(isSchema(definition, item.schema));
        const auto address = parseApiLink(apiLink(u"api:default/a"_s, item.id));
        require(address && address->ref == "api:default/a"_L1);
        if (item.kind == ItemKind::Operation && definition.format == ApiFormat::OpenApi) {
            if (const auto request = build(requestForm(definition, item)))
                require(!asCurl(*request).isEmpty());
        }
    }
    for (const Item &item : definition.items) {
        for (const QString &other : item.uses)
            require(ids.contains(other));
    }
    for (SchemaId id = 0; id < SchemaId(definition.schemas.size()); ++id) {
        const Schema &schema = definition.schemas[size_t(id)];
        require(isSchema(definition, schema.target) && isSchema(definition, schema.items) && isSchema(definition, schema.additional));
        for (const Property &property : schema.properties)
            require(isSchema(definition, property.schema));
        require(definition.resolved(id) != nullptr);
        require(definition.typeText(id).size() < 100'000);
        sampleBody(definition, id);
    }
    require(items(definition).size() == definition.items.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    static const QString types[] { u"openapi"_s, u"openapi"_s, u"graphql"_s, u"grpc"_s, u"mcp-server"_s, QString() };
    const QString &type = types[data[0] % std::size(types)];
    const QByteArrayView text(data + 1, qsizetype(size - 1));
    const auto whole = parseApi(type, text);
    const auto half = parseApi(type, text.first(text.size() / 2));
    require(whole && half);
    askEverything(*whole);
    compare(*half, *whole);
    compare(*whole, *half);
    require(compare(*whole, *whole).changes.empty());
    return 0;
}
