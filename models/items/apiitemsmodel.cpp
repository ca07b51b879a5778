// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/apiitemsmodel.h"

#include "models/items/apiwording.h"

#include <algorithm>

namespace callboard::items {

using apis::Item;
using apis::ItemKind;

ApiItemsModel::ApiItemsModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void ApiItemsModel::setDefinition(ApiDefinitionPtr definition)
{
    m_definition = std::move(definition);
    rebuild();
}

void ApiItemsModel::setFilter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    rebuild();
}

QString ApiItemsModel::groupOf(const Item &item)
{
    switch (item.kind) {
    case ItemKind::Operation:
    case ItemKind::Channel:
    case ItemKind::Service:
    case ItemKind::Method: return item.group.isEmpty() ? ApiWording::kinds(item.kind) : item.group;
    default: return ApiWording::kinds(item.kind);
    }
}

void ApiItemsModel::rebuild()
{
    beginResetModel();
    m_groups.clear();
    m_shown = 0;
    QHash<QString, size_t> known;
    const auto fits = [this](const Item &item, const QString &group) {
        return std::ranges::all_of(m_words, [&](const QString &word) {
            const auto holds = [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
            return holds(item.name) || holds(item.summary) || holds(group) || std::ranges::any_of(item.words, holds);
        });
    };
    for (int i = 0; i < totalCount(); ++i) {
        const Item &item = m_definition->items[size_t(i)];
        const QString title = groupOf(item);
        if (!fits(item, title))
            continue;
        const auto found = known.constFind(title);
        const size_t group = found == known.cend() ? m_groups.size() : *found;
        if (found == known.cend()) {
            known.insert(title, group);
            m_groups.push_back({ title, {}, {} });
        }
        m_groups[group].items.push_back(i);
        ++m_shown;
    }
    if (m_definition) {
        for (const auto &described : m_definition->groups) {
            if (const auto found = known.constFind(described.name); found != known.cend())
                m_groups[*found].description = described.description;
        }
    }
    // What can be asked before what it is made of; GraphQL's schemas are written in any order.
    std::ranges::stable_partition(m_groups, [this](const Group &group) {
        const ItemKind kind = m_definition->items[size_t(group.items.front())].kind;
        return kind == ItemKind::Query || kind == ItemKind::Mutation || kind == ItemKind::Subscription;
    });
    endResetModel();
}

const Item *ApiItemsModel::item(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_definition->items[size_t(m_groups[size_t(index.internalId() - 1)].items[size_t(index.row())])];
}

QModelIndex ApiItemsModel::indexOf(const QString &itemId) const
{
    for (size_t group = 0; group < m_groups.size(); ++group) {
        const auto &all = m_groups[group].items;
        for (size_t row = 0; row < all.size(); ++row) {
            if (m_definition->items[size_t(all[row])].id == itemId)
                return createIndex(int(row), 0, quintptr(group + 1));
        }
    }
    return {};
}

// Groups have the internal id 0, items that of their group from 1.

QModelIndex ApiItemsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex ApiItemsModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() > 0 ? createIndex(int(child.internalId() - 1), 0, quintptr(0)) : QModelIndex();
}

int ApiItemsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_groups[size_t(parent.row())].items.size()) : 0;
}

int ApiItemsModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ApiItemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item *shown = item(index);
    if (!shown) {
        const Group &group = m_groups[size_t(index.row())];
        switch (role) {
        case Qt::DisplayRole:
        case GroupKeyRole: return group.title;
        case Qt::ToolTipRole: return group.description.isEmpty() ? QVariant() : group.description;
        case GroupRole: return true;
        case CountRole: return int(group.items.size());
        default: return {};
        }
    }
    switch (role) {
    case Qt::DisplayRole: return shown->name;
    case Qt::ToolTipRole: return shown->summary.isEmpty() ? shown->name : QString(shown->name + u'\n' + shown->summary);
    case Qt::AccessibleTextRole: {
        QString text = ApiWording::kind(shown->kind) + u' ' + shown->name;
        if (shown->deprecated)
            text += u", " + ApiWording::tr("deprecated");
        return text;
    }
    case ItemIdRole: return shown->id;
    case ItemKindRole: return int(shown->kind);
    case ActionRole: return shown->action;
    case PathRole: return shown->path;
    case DeprecatedRole: return shown->deprecated;
    case SummaryRole: return shown->summary;
    case GroupRole: return false;
    default: return {};
    }
}

} // namespace callboard::items
