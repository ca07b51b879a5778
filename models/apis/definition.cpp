// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/definition.h"

#include "models/domain/entityref.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kindNames { "operation"_L1, "webhook"_L1, "channel"_L1, "message"_L1, "query"_L1, "mutation"_L1, "subscription"_L1,
    "type"_L1, "interface"_L1, "union"_L1, "enum"_L1, "input"_L1, "scalar"_L1, "directive"_L1, "service"_L1, "method"_L1, "remote"_L1, "tool"_L1,
    "resource"_L1, "prompt"_L1 };
static_assert(kindNames.size() == size_t(ItemKind::Prompt) + 1);

constexpr std::array formatNames { "unknown"_L1, "openapi"_L1, "asyncapi"_L1, "graphql"_L1, "protobuf"_L1, "mcp"_L1 };
static_assert(formatNames.size() == size_t(ApiFormat::Mcp) + 1);

constexpr auto scheme = "callboard://api/"_L1;

/// How far references and lists of lists are followed for a text or a target.
constexpr int farEnough = 32;

QString oneLine(const QString &text)
{
    constexpr qsizetype longest = 160;
    const qsizetype end = text.indexOf(u'\n');
    QString line = (end < 0 ? text : text.first(end)).simplified();
    if (line.size() > longest)
        line = line.first(longest - 1) + u'…';
    return line;
}

} // namespace

QLatin1StringView name(ItemKind kind)
{
    return kindNames[size_t(kind)];
}

QLatin1StringView name(ApiFormat format)
{
    return formatNames[size_t(format)];
}

bool ApiDefinition::hasErrors() const
{
    return std::ranges::any_of(problems, &Problem::isError);
}

const Item *ApiDefinition::find(QStringView id) const
{
    const auto found = std::ranges::find_if(items, [id](const Item &item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

const Schema *ApiDefinition::resolved(SchemaId id) const
{
    if (id < 0 || size_t(id) >= schemas.size())
        return nullptr;
    for (int hops = 0; hops < farEnough && schemas[size_t(id)].target != noSchema; ++hops)
        id = schemas[size_t(id)].target;
    return &schemas[size_t(id)];
}

QString ApiDefinition::typeText(SchemaId id) const
{
    QString around;
    for (int steps = 0; steps < farEnough && id >= 0 && size_t(id) < schemas.size(); ++steps) {
        const Schema &schema = schemas[size_t(id)];
        const auto textOf = [&](const std::vector<SchemaId> &all, QLatin1StringView joined) {
            QStringList names;
            for (const SchemaId one : all) {
                if (names.size() == 4) {
                    names.append(u"…"_s);
                    break;
                }
                const Schema &part = schemas[size_t(one)];
                const Schema *target = resolved(one);
                names.append(!part.name.isEmpty() ? part.name : !target->name.isEmpty() ? target->name
                        : target->type.isEmpty()                                         ? u"object"_s
                                                                                         : target->type);
            }
            return QString(around + names.join(joined));
        };
        const bool hasOwnWords = format == ApiFormat::GraphQl || format == ApiFormat::Protobuf;
        if (hasOwnWords && !schema.type.isEmpty() && schema.name.isEmpty())
            return around + schema.type;
        if (!schema.reference.isEmpty()) {
            const Schema *target = resolved(id);
            return around + (target && !target->name.isEmpty() ? target->name : schema.reference.section(u'/', -1));
        }
        if (!schema.name.isEmpty() && !around.isEmpty())
            return around + schema.name;
        if (schema.items != noSchema && (schema.type.isEmpty() || schema.type.startsWith("array"_L1))) {
            around += "array of "_L1;
            id = schema.items;
            continue;
        }
        if (schema.additional != noSchema && schema.properties.empty() && schema.type.startsWith("object"_L1)) {
            around += "map of "_L1;
            id = schema.additional;
            continue;
        }
        if (!schema.oneOf.empty())
            return textOf(schema.oneOf, " or "_L1);
        if (!schema.anyOf.empty())
            return textOf(schema.anyOf, " or "_L1);
        if (!schema.allOf.empty() && schema.type.isEmpty())
            return textOf(schema.allOf, " and "_L1);
        QString type = schema.type;
        if (type.isEmpty())
            type = !schema.properties.empty() ? u"object"_s : !schema.values.empty() ? u"enum"_s : !schema.constant.isEmpty() ? schema.constant : u"any"_s;
        if (!schema.format.isEmpty())
            type += " ("_L1 + schema.format + u')';
        return around + type;
    }
    return around.isEmpty() ? QString() : around + u"any"_s;
}

std::vector<ListedItem> items(const ApiDefinition &definition)
{
    std::vector<ListedItem> all;
    all.reserve(definition.items.size());
    for (const Item &item : definition.items)
        all.push_back({ item.id, item.kind, item.name, oneLine(item.summary.isEmpty() ? item.description : item.summary), item.words, item.deprecated });
    return all;
}

QString apiLink(const QString &canonicalRef, const QString &itemId)
{
    QString link = scheme + QString::fromLatin1(QUrl::toPercentEncoding(canonicalRef, ":/"));
    if (!itemId.isEmpty())
        link += u'#' + QString::fromLatin1(QUrl::toPercentEncoding(itemId, "/:"));
    return link;
}

std::optional<ApiAddress> parseApiLink(QStringView link)
{
    if (!link.startsWith(scheme))
        return std::nullopt;
    link = link.sliced(scheme.size());
    const qsizetype hash = link.indexOf(u'#');
    const QStringView path = hash < 0 ? link : link.first(hash);
    const auto ref = domain::EntityRef::parse(QUrl::fromPercentEncoding(path.toUtf8()));
    if (!ref)
        return std::nullopt;
    return ApiAddress { ref->canonical(), hash < 0 ? QString() : QUrl::fromPercentEncoding(link.sliced(hash + 1).toUtf8()) };
}

} // namespace callboard::apis
