// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/entityjson.h"

#include <simdjson.h>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
namespace ondemand = simdjson::ondemand;

namespace {

// Backstage's own entities are some ten levels deep; an OpenAPI definition is text in one string.
constexpr int deepest = 64;
constexpr qsizetype mostReasons = 20;

std::unexpected<domain::Error> broken(simdjson::error_code error)
{
    return fail(ErrorCode::BadResponse, u"the portal's answer is no catalog page: "_s + QLatin1StringView(simdjson::error_message(error)));
}

QByteArray bytes(std::string_view text) { return QByteArray(text.data(), qsizetype(text.size())); }
QString string(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

simdjson::error_code toJson(ondemand::value value, int depth, QJsonValue &out);

simdjson::error_code toObject(ondemand::object object, int depth, QJsonValue &out)
{
    QJsonObject result;
    for (auto entry : object) {
        ondemand::field field;
        if (const auto error = std::move(entry).get(field))
            return error;
        std::string_view key;
        // Lone surrogates, which JSON allows and UTF-8 does not, become U+FFFD.
        if (const auto error = field.unescaped_key(true).get(key))
            return error;
        const QString name = string(key);
        QJsonValue member;
        if (const auto error = toJson(field.value(), depth + 1, member))
            return error;
        result.insert(name, member);
    }
    out = result;
    return simdjson::SUCCESS;
}

simdjson::error_code toArray(ondemand::array array, int depth, QJsonValue &out)
{
    QJsonArray result;
    for (auto entry : array) {
        ondemand::value element;
        if (const auto error = std::move(entry).get(element))
            return error;
        QJsonValue converted;
        if (const auto error = toJson(element, depth + 1, converted))
            return error;
        result.append(converted);
    }
    out = result;
    return simdjson::SUCCESS;
}

simdjson::error_code toNumber(ondemand::value value, QJsonValue &out)
{
    int64_t whole = 0;
    if (!value.get_int64().get(whole)) {
        out = qint64(whole);
        return simdjson::SUCCESS;
    }
    double number = 0;
    if (const auto error = value.get_double().get(number)) {
        // An integer beyond 64 bits: JavaScript reads it as the nearest double.
        bool isNumber = false;
        number = bytes(value.raw_json_token()).trimmed().toDouble(&isNumber);
        if (!isNumber)
            return error;
    }
    out = number;
    return simdjson::SUCCESS;
}

simdjson::error_code toJson(ondemand::value value, int depth, QJsonValue &out)
{
    if (depth > deepest)
        return simdjson::DEPTH_ERROR;
    ondemand::json_type type {};
    if (const auto error = value.type().get(type))
        return error;
    switch (type) {
    case ondemand::json_type::object: {
        ondemand::object object;
        if (const auto error = value.get_object().get(object))
            return error;
        return toObject(object, depth, out);
    }
    case ondemand::json_type::array: {
        ondemand::array array;
        if (const auto error = value.get_array().get(array))
            return error;
        return toArray(array, depth, out);
    }
    case ondemand::json_type::string: {
        std::string_view text;
        if (const auto error = value.get_string(true).get(text))
            return error;
        out = string(text);
        return simdjson::SUCCESS;
    }
    case ondemand::json_type::number:
        return toNumber(value, out);
    case ondemand::json_type::boolean: {
        bool flag = false;
        if (const auto error = value.get_bool().get(flag))
            return error;
        out = flag;
        return simdjson::SUCCESS;
    }
    case ondemand::json_type::null: {
        bool isNull = false;
        if (const auto error = value.is_null().get(isNull))
            return error;
        out = QJsonValue(QJsonValue::Null);
        return isNull ? simdjson::SUCCESS : simdjson::N_ATOM_ERROR;
    }
    default:
        return simdjson::TAPE_ERROR;
    }
}

/// An entity that can be kept, or why not.
domain::Result<domain::Entity> entityOf(const QJsonValue &served)
{
    domain::Entity entity = domain::Entity::fromJson(served.toObject());
    if (entity.kind().isEmpty() || entity.name().isEmpty())
        return fail(ErrorCode::Invalid, u"an entity has no kind or no name"_s);
    return entity;
}

EntityPage::Mark markOf(const domain::Entity &entity)
{
    const QJsonObject metadata = entity.metadata();
    return { metadata["uid"_L1].toString().toLatin1(), metadata["etag"_L1].toString().toUtf8() };
}

/// A parser's document over `body`, which outlives it.
struct Parsed {
    QByteArray body;
    ondemand::parser parser;
    ondemand::document document;
    simdjson::error_code error = simdjson::SUCCESS;

    explicit Parsed(QByteArray text)
        : body(std::move(text))
    {
        const auto size = size_t(body.size());
        body.reserve(qsizetype(size + simdjson::SIMDJSON_PADDING));
        error = parser.iterate(simdjson::padded_string_view(body.constData(), size, size + simdjson::SIMDJSON_PADDING)).get(document);
    }
};

/// Calls `onItem(ondemand::value)` for each of `items` and reads what is around them.
template<typename OnItem>
simdjson::error_code eachItem(ondemand::array items, const OnItem &onItem)
{
    for (auto entry : items) {
        ondemand::value item;
        if (const auto error = std::move(entry).get(item))
            return error;
        if (const auto error = onItem(item))
            return error;
    }
    return simdjson::SUCCESS;
}

simdjson::error_code readPageInfo(ondemand::value value, QByteArray &nextCursor)
{
    ondemand::object info;
    if (const auto error = value.get_object().get(info))
        return error;
    std::string_view cursor;
    const auto error = info.find_field_unordered("nextCursor").get_string().get(cursor);
    if (error == simdjson::NO_SUCH_FIELD)
        return simdjson::SUCCESS;
    nextCursor = bytes(cursor);
    return error;
}

template<typename OnItem>
simdjson::error_code eachOfPage(Parsed &parsed, QByteArray &nextCursor, qint64 &total, const OnItem &onItem)
{
    if (parsed.error)
        return parsed.error;
    ondemand::json_type type {};
    if (const auto error = parsed.document.type().get(type))
        return error;
    if (type == ondemand::json_type::array) {
        ondemand::array items;
        if (const auto error = parsed.document.get_array().get(items))
            return error;
        return eachItem(items, onItem);
    }
    ondemand::object page;
    if (const auto error = parsed.document.get_object().get(page))
        return error;
    bool hasItems = false;
    for (auto entry : page) {
        ondemand::field field;
        if (const auto error = std::move(entry).get(field))
            return error;
        std::string_view key;
        if (const auto error = field.unescaped_key(true).get(key))
            return error;
        if (key == "items") {
            hasItems = true;
            ondemand::array items;
            if (const auto error = field.value().get_array().get(items))
                return error;
            if (const auto error = eachItem(items, onItem))
                return error;
        } else if (key == "pageInfo") {
            if (const auto error = readPageInfo(field.value(), nextCursor))
                return error;
        } else if (key == "totalItems") {
            int64_t count = 0;
            if (!field.value().get_int64().get(count))
                total = count;
        }
    }
    return hasItems ? simdjson::SUCCESS : simdjson::NO_SUCH_FIELD;
}

} // namespace

domain::Result<EntityPage> readEntityPage(QByteArray body)
{
    Parsed parsed(std::move(body));
    EntityPage page;
    const auto skip = [&page](const QString &why) {
        if (page.skipped.size() < mostReasons)
            page.skipped.append(why);
    };
    const auto error = eachOfPage(parsed, page.nextCursor, page.total, [&](ondemand::value item) {
        ++page.items;
        QJsonValue served;
        if (const auto failed = toJson(item, 0, served)) {
            if (failed != simdjson::DEPTH_ERROR)
                return failed;
            skip(u"an entity is nested too deeply"_s);
            return simdjson::SUCCESS;
        }
        auto entity = entityOf(served);
        if (!entity) {
            skip(entity.error().detail);
            return simdjson::SUCCESS;
        }
        page.marks.push_back(markOf(*entity));
        page.entities.push_back(std::move(*entity));
        return simdjson::SUCCESS;
    });
    if (error)
        return broken(error);
    return page;
}

domain::Result<std::vector<std::optional<std::pair<domain::Entity, EntityPage::Mark>>>> readEntitiesByRefs(QByteArray body)
{
    Parsed parsed(std::move(body));
    std::vector<std::optional<std::pair<domain::Entity, EntityPage::Mark>>> found;
    QByteArray nextCursor;
    qint64 total = 0;
    const auto error = eachOfPage(parsed, nextCursor, total, [&](ondemand::value item) {
        QJsonValue served;
        const auto failed = toJson(item, 0, served);
        if (failed && failed != simdjson::DEPTH_ERROR)
            return failed;
        auto entity = failed ? fail(ErrorCode::Invalid, {}) : entityOf(served);
        if (!entity) {
            found.emplace_back(std::nullopt);
        } else {
            const auto mark = markOf(*entity);
            found.emplace_back(std::pair(std::move(*entity), mark));
        }
        return simdjson::SUCCESS;
    });
    if (error)
        return broken(error);
    return found;
}

domain::Result<EtagPage> readEtagPage(QByteArray body)
{
    Parsed parsed(std::move(body));
    EtagPage page;
    qint64 total = 0;
    const auto error = eachOfPage(parsed, page.nextCursor, total, [&](ondemand::value item) {
        std::string_view etag;
        ondemand::object metadata;
        const auto hasMetadata = item.find_field_unordered("metadata").get_object().get(metadata);
        if (hasMetadata == simdjson::NO_SUCH_FIELD) {
            page.etags.emplace_back(); // The fields that were asked for are all absent: the entity is {}.
            return simdjson::SUCCESS;
        }
        if (hasMetadata)
            return hasMetadata;
        const auto failed = metadata.find_field_unordered("etag").get_string(true).get(etag);
        if (failed && failed != simdjson::NO_SUCH_FIELD)
            return failed;
        page.etags.push_back(failed ? QByteArray() : bytes(etag));
        return simdjson::SUCCESS;
    });
    if (error)
        return broken(error);
    return page;
}

} // namespace callboard::backstage
