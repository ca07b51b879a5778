// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/readers.h"

#include <QHash>

namespace callboard::apis {

using namespace Qt::StringLiterals;

Item *Collector::add(Item item)
{
    if (qsizetype(m_definition.items.size()) >= m_limits.maxItems) {
        if (!m_isFull)
            problem(u"More than %1 operations, types and messages: the rest is left out"_s.arg(m_limits.maxItems), item.at);
        m_isFull = true;
        return nullptr;
    }
    const QString wanted = item.id;
    for (int &again = m_ids[wanted]; ++again > 1 && m_ids.contains(item.id);)
        item.id = wanted + u" (%1)"_s.arg(again);
    if (item.id != wanted)
        m_ids.insert(item.id, 1);
    if (!item.group.isEmpty())
        group(item.group);
    m_definition.items.push_back(std::move(item));
    return &m_definition.items.back();
}

void Collector::problem(const QString &message, Place at, bool isError)
{
    if (qsizetype(m_definition.problems.size()) < m_limits.maxProblems)
        m_definition.problems.push_back({ message, at, isError });
}

void Collector::group(const QString &name, const QString &description)
{
    if (m_groups.contains(name))
        return;
    m_groups.insert(name);
    m_definition.groups.push_back({ name, description });
}

void Collector::import(const QString &address)
{
    constexpr qsizetype enough = 1000;
    if (m_imports.contains(address) || m_imports.size() >= enough)
        return;
    m_imports.insert(address);
    m_definition.imports.append(address);
}

SchemaId Collector::newSchema(Place at)
{
    if (qsizetype(m_definition.schemas.size()) >= m_limits.maxSchemas) {
        if (qsizetype(m_definition.schemas.size()) == m_limits.maxSchemas && !m_isFull)
            problem(u"More than %1 schemas: the rest is left out"_s.arg(m_limits.maxSchemas), at);
        m_isFull = true;
        return noSchema;
    }
    m_definition.schemas.emplace_back().at = at;
    return SchemaId(m_definition.schemas.size() - 1);
}

namespace {

/// Which named items an item leads to, through what is written in place.
class UseFinder final {
public:
    explicit UseFinder(ApiDefinition &definition) : m_definition(definition), m_seenBy(definition.schemas.size(), -1)
    {
        for (size_t i = 0; i < definition.items.size(); ++i) {
            const Item &item = definition.items[i];
            if (item.schema != noSchema && isType(item.kind))
                m_itemOf.insert(item.schema, int(i));
        }
    }

    void run()
    {
        for (size_t i = 0; i < m_definition.items.size(); ++i)
            visit(int(i));
    }

private:
    static bool isType(ItemKind kind)
    {
        switch (kind) {
        case ItemKind::Type:
        case ItemKind::Interface:
        case ItemKind::Union:
        case ItemKind::Enum:
        case ItemKind::Input:
        case ItemKind::Scalar:
        case ItemKind::Message: return true;
        default: return false;
        }
    }

    void push(SchemaId id)
    {
        if (id < 0 || m_seenBy[size_t(id)] == m_current)
            return;
        m_seenBy[size_t(id)] = m_current;
        m_stack.push_back(id);
    }
    void push(const std::vector<Parameter> &parameters)
    {
        for (const Parameter &parameter : parameters)
            push(parameter.schema);
    }
    void push(const std::vector<Content> &contents)
    {
        for (const Content &content : contents)
            push(content.schema);
    }
    void push(const std::vector<SchemaId> &all)
    {
        for (const SchemaId id : all)
            push(id);
    }

    void visit(int index)
    {
        m_current = index;
        Item &item = m_definition.items[size_t(index)];
        push(item.parameters);
        push(item.body.contents);
        push(item.headers);
        for (const Response &response : item.responses) {
            push(response.headers);
            push(response.contents);
        }
        push(item.schema);
        while (!m_stack.empty()) {
            const SchemaId id = m_stack.back();
            m_stack.pop_back();
            const auto named = m_itemOf.constFind(id);
            if (named != m_itemOf.cend() && *named != index)
                uses(item, m_definition.items[size_t(*named)]);
            else
                descend(m_definition.schemas[size_t(id)]);
        }
    }

    void descend(const Schema &schema)
    {
        push(schema.target);
        for (const Property &property : schema.properties) {
            push(property.schema);
            push(property.arguments);
        }
        push(schema.items);
        push(schema.additional);
        push(schema.negated);
        push(schema.allOf);
        push(schema.oneOf);
        push(schema.anyOf);
    }

    static void uses(Item &user, Item &used)
    {
        constexpr qsizetype enough = 2000; // of one type that everything names
        constexpr qsizetype enoughWords = 200;
        if (user.uses.contains(used.id))
            return;
        if (user.uses.size() < enough)
            user.uses.append(used.id);
        if (used.usedBy.size() < enough)
            used.usedBy.append(user.id);
        if (user.words.size() < enoughWords)
            user.words.append(used.name);
    }

    ApiDefinition &m_definition;
    QHash<SchemaId, int> m_itemOf;
    std::vector<int> m_seenBy;
    std::vector<SchemaId> m_stack;
    int m_current = -1;
};

} // namespace

void linkUses(ApiDefinition &definition)
{
    UseFinder(definition).run();
}

QStringList wordsOf(const QString &name)
{
    QStringList words;
    qsizetype begin = 0;
    const auto end = [&](qsizetype at) {
        if (at > begin)
            words.append(name.sliced(begin, at - begin));
        begin = at;
    };
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        if (!c.isLetterOrNumber()) {
            end(i);
            begin = i + 1;
        } else if (c.isUpper() && i > 0 && (name[i - 1].isLower() || (i + 1 < name.size() && name[i + 1].isLower()))) {
            end(i);
        }
    }
    end(name.size());
    return words;
}

} // namespace callboard::apis
