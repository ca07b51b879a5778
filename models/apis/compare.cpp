// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/compare.h"

#include "models/apis/compareschemas.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array changeNames { "deprecated"_L1, "parameterAdded"_L1, "parameterRemoved"_L1, "parameterRequired"_L1, "parameterOptional"_L1,
    "bodyAdded"_L1, "bodyRemoved"_L1, "bodyRequired"_L1, "mediaTypeAdded"_L1, "mediaTypeRemoved"_L1, "responseAdded"_L1, "responseRemoved"_L1,
    "propertyAdded"_L1, "propertyRemoved"_L1, "propertyRequired"_L1, "propertyOptional"_L1, "typeChanged"_L1, "formatChanged"_L1, "nullAllowed"_L1,
    "nullRefused"_L1, "valueAdded"_L1, "valueRemoved"_L1, "variantAdded"_L1, "variantRemoved"_L1, "limitAdded"_L1, "limitRemoved"_L1, "limitChanged"_L1,
    "defaultChanged"_L1, "securityAdded"_L1, "securityChanged"_L1, "streamingChanged"_L1, "numberChanged"_L1, "numberReused"_L1 };
static_assert(changeNames.size() == size_t(Change::NumberReused) + 1);

/// A path's parameters may change their names: "GET /a/{id}" and "GET /a/{key}" are the same operation.
QString keyOf(const Item &item)
{
    if (item.kind != ItemKind::Operation)
        return item.id;
    QString key;
    bool isWithin = false;
    for (const QChar c : item.id) {
        if (c == u'}')
            isWithin = false;
        if (!isWithin)
            key += c;
        if (c == u'{')
            isWithin = true;
    }
    return key;
}

/// Items by their ids, else by their keys.
class ItemIndex final {
public:
    explicit ItemIndex(const ApiDefinition &definition)
    {
        for (const Item &item : definition.items) {
            m_ids.insert(item.id, &item);
            if (const QString key = keyOf(item); !m_keys.contains(key))
                m_keys.insert(key, &item);
        }
    }
    const Item *same(const Item &other) const
    {
        const Item *exact = m_ids.value(other.id);
        return exact ? exact : m_keys.value(keyOf(other));
    }

private:
    QHash<QString, const Item *> m_ids;
    QHash<QString, const Item *> m_keys;
};

QString mediaTypeOf(const Content &content)
{
    return content.mediaType;
}

QString statusOf(const Response &response)
{
    return response.status;
}

class ItemComparer final {
public:
    ItemComparer(const ApiDefinition &before, const ApiDefinition &after, const Item &was, const Item &is, std::vector<Difference> &differences)
        : m_before(before)
        , m_after(after)
        , m_was(was)
        , m_is(is)
        , m_schemas(before, after, differences)
    {
    }

    void run()
    {
        if (!m_was.deprecated && m_is.deprecated)
            m_schemas.add(Change::Deprecated, false, {});
        switch (m_after.format) {
        case ApiFormat::GraphQl: graphQl(); break;
        case ApiFormat::Protobuf: protobuf(); break;
        default: document(); break;
        }
    }

private:
    void graphQl()
    {
        m_schemas.compareParameters(m_was.parameters, m_is.parameters, {});
        if (m_is.kind == ItemKind::Query || m_is.kind == ItemKind::Mutation || m_is.kind == ItemKind::Subscription)
            m_schemas.compareGraphQlType(m_before.typeText(m_was.schema), m_after.typeText(m_is.schema), Direction::Received, {}, m_is.name);
        else
            m_schemas.compareNamed(m_was.schema, m_is.schema, m_is.kind);
    }

    void protobuf()
    {
        if (m_is.kind != ItemKind::Method)
            return m_schemas.compareNamed(m_was.schema, m_is.schema, m_is.kind);
        if (m_was.action != m_is.action)
            m_schemas.add(Change::StreamingChanged, true, {}, {}, m_was.action, m_is.action);
        const auto typeOf = [](const ApiDefinition &definition, const std::vector<Content> &contents) {
            return contents.empty() ? QString() : definition.typeText(contents.front().schema);
        };
        const QString taken = typeOf(m_before, m_was.body.contents), takes = typeOf(m_after, m_is.body.contents);
        if (taken != takes)
            m_schemas.add(Change::TypeChanged, true, u"request"_s, {}, taken, takes);
        const QString given = typeOf(m_before, contentsOf(m_was)), gives = typeOf(m_after, contentsOf(m_is));
        if (given != gives)
            m_schemas.add(Change::TypeChanged, true, u"response"_s, {}, given, gives);
    }

    static std::vector<Content> contentsOf(const Item &item) { return item.responses.empty() ? std::vector<Content>() : item.responses.front().contents; }

    void document()
    {
        // A schema that stands for itself breaks nobody: the operations that use it tell.
        if (m_is.kind == ItemKind::Type) {
            std::vector<Difference> found;
            SchemaComparer(m_before, m_after, found).compare(m_was.schema, m_is.schema, Direction::Received, {});
            for (const Difference &difference : found)
                m_schemas.add(difference.change, false, difference.where, difference.subject, difference.before, difference.after);
            return;
        }
        const bool isMessage = m_is.kind == ItemKind::Message;
        m_schemas.compareParameters(m_was.parameters, m_is.parameters, {});
        if (m_was.body.contents.empty() != m_is.body.contents.empty()) {
            if (m_was.body.contents.empty())
                m_schemas.add(Change::BodyAdded, m_is.body.required, u"request"_s);
            else
                m_schemas.add(Change::BodyRemoved, false, u"request"_s);
        } else {
            if (!m_was.body.required && m_is.body.required)
                m_schemas.add(Change::BodyRequired, true, u"request"_s);
            contents(m_was.body.contents, m_is.body.contents, isMessage ? messageDirection() : isCalledBack() ? Direction::Received : Direction::Sent,
                isMessage ? u"payload"_s : u"request"_s);
        }
        contents(m_was.headers, m_is.headers, messageDirection(), u"headers"_s);
        responses();
        security();
    }

    bool isCalledBack() const { return m_is.kind == ItemKind::Webhook; }

    /// Who uses the API receives what it sends: of AsyncAPI 2 what one may `subscribe` to, of 3 what it will `send`.
    Direction messageDirection() const
    {
        for (const QString &user : m_is.usedBy) {
            const Item *item = m_after.find(user);
            if (item && (item->action == "publish"_L1 || item->action == "receive"_L1))
                return Direction::Sent;
        }
        return Direction::Received;
    }

    void contents(const std::vector<Content> &before, const std::vector<Content> &after, Direction direction, const QString &where)
    {
        const ByName<Content> earlier(before, mediaTypeOf), later(after, mediaTypeOf);
        for (const Content &was : before) {
            const Content *is = later.same(was);
            if (!earlier.isFirst(was))
                continue;
            if (!is)
                m_schemas.add(Change::MediaTypeRemoved, true, where, was.mediaType);
            else
                m_schemas.compare(was.schema, is->schema, direction, where);
        }
        for (const Content &is : after) {
            if (!earlier.same(is))
                m_schemas.add(Change::MediaTypeAdded, false, where, is.mediaType);
        }
    }

    void responses()
    {
        const ByName<Response> earlier(m_was.responses, statusOf), later(m_is.responses, statusOf);
        for (const Response &was : m_was.responses) {
            const QString where = "response "_L1 + was.status;
            const Response *is = later.same(was);
            if (!earlier.isFirst(was))
                continue;
            if (!is) {
                m_schemas.add(Change::ResponseRemoved, true, {}, was.status);
                continue;
            }
            if (was.contents.empty() || !is->contents.empty())
                contents(was.contents, is->contents, isCalledBack() ? Direction::Sent : Direction::Received, where);
            else
                m_schemas.add(Change::BodyRemoved, true, where);
        }
        for (const Response &is : m_is.responses) {
            if (!earlier.same(is))
                m_schemas.add(Change::ResponseAdded, false, {}, is.status);
        }
    }

    void security()
    {
        const auto textOf = [](const std::vector<SecurityNeed> &needs) {
            QStringList all;
            for (const SecurityNeed &need : needs) {
                QStringList parts;
                for (const auto &part : need.parts)
                    parts.append(part.scopes.isEmpty() ? part.scheme : QString(part.scheme + " ("_L1 + part.scopes.join(u", ") + u')'));
                parts.sort();
                all.append(parts.join(u" + "));
            }
            all.sort();
            return all;
        };
        const QStringList was = textOf(m_was.security), is = textOf(m_is.security);
        if (was == is)
            return;
        const bool wasOpen = was.isEmpty() || was.contains(QString());
        const bool isOpen = is.isEmpty() || is.contains(QString());
        if (wasOpen && !isOpen)
            m_schemas.add(Change::SecurityAdded, true, {}, is.join(" or "_L1));
        else if (!isOpen && std::ranges::any_of(was, [&](const QString &way) { return !is.contains(way); }))
            m_schemas.add(Change::SecurityChanged, true, {}, {}, was.join(" or "_L1), is.join(" or "_L1)); // a way in is gone
        else
            m_schemas.add(Change::SecurityChanged, false, {}, {}, was.join(" or "_L1), is.join(" or "_L1));
    }

    const ApiDefinition &m_before;
    const ApiDefinition &m_after;
    const Item &m_was;
    const Item &m_is;
    SchemaComparer m_schemas;
};

/// A removed schema of a document breaks nobody who does not use it; those who do are told where it was used.
bool removalBreaks(const ApiDefinition &definition, const Item &item)
{
    const bool isDocument = definition.format == ApiFormat::OpenApi || definition.format == ApiFormat::AsyncApi;
    return !(isDocument && item.kind == ItemKind::Type);
}

} // namespace

QLatin1StringView name(Change change)
{
    return changeNames[size_t(change)];
}

qsizetype Comparison::count(ItemChange::Kind kind) const
{
    return std::ranges::count(changes, kind, &ItemChange::kind);
}

qsizetype Comparison::breaking() const
{
    return std::ranges::count(changes, true, &ItemChange::breaking);
}

Comparison compare(const ApiDefinition &before, const ApiDefinition &after)
{
    Comparison comparison;
    if (before.format != after.format) {
        comparison.isIncomparable = true;
        return comparison;
    }
    const ItemIndex was(before), is(after);
    for (const Item &item : before.items) {
        if (!is.same(item))
            comparison.changes.push_back({ ItemChange::Kind::Removed, item.id, item.kind, item.name, {}, removalBreaks(before, item) });
    }
    for (const Item &item : after.items) {
        const Item *earlier = was.same(item);
        if (!earlier) {
            comparison.changes.push_back({ ItemChange::Kind::Added, item.id, item.kind, item.name, {}, false });
            continue;
        }
        ItemChange change { ItemChange::Kind::Changed, item.id, item.kind, item.name, {}, false };
        ItemComparer(before, after, *earlier, item, change.differences).run();
        change.breaking = std::ranges::any_of(change.differences, &Difference::breaking);
        if (!change.differences.empty())
            comparison.changes.push_back(std::move(change));
    }
    return comparison;
}

} // namespace callboard::apis
