// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/inboxmodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::items {

using notices::Item;
using notices::What;

InboxModel::InboxModel(notices::Inbox &inbox, Names names, QObject *parent)
    : QAbstractItemModel(parent)
    , m_inbox(inbox)
    , m_names(std::move(names))
    , m_filter(filterKeys())
{
    connect(&inbox, &notices::Inbox::changed, this, &InboxModel::update);
    update();
}

void InboxModel::setFolder(notices::Folder folder)
{
    m_folder = folder;
    update();
}

void InboxModel::setText(const QString &text)
{
    m_filter.setText(text);
    update();
}

void InboxModel::setCatalog(search::IndexPtr index, search::PersonalPtr personal)
{
    if (m_filter.setCatalog(std::move(index), std::move(personal)))
        update();
}

QStringList InboxModel::filterKeys() { return { u"source"_s, u"topic"_s }; }

void InboxModel::setUnreadOnly(bool only)
{
    m_unreadOnly = only;
    update();
}

void InboxModel::refreshNames() { update(); }

QString InboxModel::nameOfEntity(const QString &ref) const
{
    if (ref.isEmpty())
        return tr("About no entity");
    const QString name = m_names.entity ? m_names.entity(ref) : QString();
    return name.isEmpty() ? ref.section(u'/', -1) : name;
}

QString InboxModel::nameOfSource(const QString &connectionId) const
{
    if (connectionId.isEmpty() || connectionId == "callboard"_L1)
        return tr("Callboard");
    const QString name = m_names.source ? m_names.source(connectionId) : QString();
    return name.isEmpty() ? connectionId : name;
}

bool InboxModel::matches(const Item &item) const
{
    if (m_filter.isEmpty())
        return true;
    const domain::Notice &notice = item.notice;
    const QString source = nameOfSource(item.connectionId);
    const QStringList entities = notice.entityRef.isEmpty() ? QStringList() : QStringList { notice.entityRef };
    return m_filter.holds({ entities,
        { notice.title, notice.description, notice.entityRef, nameOfEntity(notice.entityRef), source, notice.topic, wordFor(item.what) },
        { { u"source"_s, source }, { u"topic"_s, notice.topic } } });
}

/// In one step: what came on top moves everything below it.
void InboxModel::update()
{
    std::vector<Group> next;
    QHash<QString, size_t> known;
    for (const Item &item : m_inbox.items()) {
        if (!m_inbox.isIn(item, m_folder) || (m_unreadOnly && item.isRead) || !matches(item))
            continue;
        const QString ref = item.notice.entityRef;
        if (!known.contains(ref)) {
            known.insert(ref, next.size());
            next.push_back({ ref, nameOfEntity(ref), {} });
        }
        next[known.value(ref)].items.push_back(item);
    }
    if (next == m_groups)
        return;
    beginResetModel();
    m_groups = std::move(next);
    endResetModel();
}

const Item *InboxModel::itemAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_groups[size_t(index.internalId() - 1)].items[size_t(index.row())];
}

QString InboxModel::entityAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return m_groups[size_t(index.internalId() == 0 ? quintptr(index.row()) : index.internalId() - 1)].ref;
}

QStringList InboxModel::keysUnder(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (const Item *item = itemAt(index))
        return { item->key };
    QStringList keys;
    for (const Item &item : m_groups[size_t(index.row())].items)
        keys.append(item.key);
    return keys;
}

int InboxModel::itemCount() const
{
    size_t count = 0;
    for (const Group &group : m_groups)
        count += group.items.size();
    return int(count);
}

// The internal id of a group is 0, of a notice that of its group plus one.
QModelIndex InboxModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex InboxModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId() - 1), 0, quintptr(0));
}

int InboxModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_groups[size_t(parent.row())].items.size());
}

int InboxModel::columnCount(const QModelIndex &) const { return int(Columns::Count); }

QVariant InboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && Columns(section) == Columns::At)
        return int(Qt::AlignRight | Qt::AlignVCenter); // As what stands below it.
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::Title: return tr("Notice");
    case Columns::Source: return tr("From");
    case Columns::At: return tr("When");
    case Columns::Count: break;
    }
    return {};
}

QString InboxModel::wordFor(What what)
{
    switch (what) {
    case What::Any: return tr("Anything");
    case What::BuildBroke: return tr("Default branch breaks");
    case What::BuildHealed: return tr("Default branch heals");
    case What::ReviewAsked: return tr("Review asked");
    case What::ReviewToMend: return tr("My review to be mended");
    case What::ApprovalWaiting: return tr("Approval needed");
    case What::CatalogDependant: return tr("New dependant");
    case What::CatalogOwner: return tr("Owner changed");
    case What::CatalogApi: return tr("API broken");
    case What::CatalogOrphan: return tr("Entity orphaned");
    case What::CatalogGone: return tr("Entity gone");
    case What::CatalogDeprecated: return tr("Entity deprecated");
    case What::Docs: return tr("Watched documentation");
    case What::Host: return tr("From a host");
    case What::Portal: break;
    }
    return tr("From a portal");
}

QVariant InboxModel::display(const Item &item, Columns column) const
{
    switch (column) {
    case Columns::Title: return item.notice.title;
    case Columns::Source: return nameOfSource(item.connectionId);
    case Columns::At: return QLocale().toString(item.notice.createdAt.toLocalTime(), QLocale::ShortFormat);
    case Columns::Count: break;
    }
    return {};
}

QVariant InboxModel::groupData(const Group &group, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return column == 0 ? group.name : QVariant();
    case Qt::ToolTipRole: return group.ref;
    case KindRole: return group.ref.section(u':', 0, 0);
    case GroupRole: return true;
    case GroupKeyRole: return group.ref.isEmpty() ? u"-"_s : group.ref;
    case CountRole: return int(group.items.size());
    case ReadRole: return std::ranges::all_of(group.items, &Item::isRead);
    case LevelRole: {
        int level = 0;
        for (const Item &item : group.items)
            level = item.isRead ? level : std::max(level, int(item.level));
        return level;
    }
    default: return {};
    }
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item *item = itemAt(index);
    if (!item)
        return groupData(m_groups[size_t(index.row())], index.column(), role);
    const auto column = Columns(index.column());
    switch (role) {
    case Qt::DisplayRole: return display(*item, column);
    case Qt::ToolTipRole:
        if (column == Columns::At)
            return QLocale().toString(item->notice.createdAt.toLocalTime(), QLocale::LongFormat);
        return item->notice.description.isEmpty() ? item->notice.title : QString(item->notice.title + u'\n' + item->notice.description);
    case Qt::AccessibleTextRole: {
        if (column != Columns::Title)
            return {};
        QStringList said { item->isRead ? tr("read") : tr("not read"), wordFor(item->what), item->notice.title };
        if (item->isSaved)
            said.append(tr("saved"));
        return said.join(u", "_s);
    }
    case Qt::TextAlignmentRole: return column == Columns::At ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case SortRole: return column == Columns::At ? QVariant(item->notice.createdAt.toMSecsSinceEpoch()) : display(*item, column);
    case RefRole: return item->key;
    case KindRole: return item->notice.entityRef.section(u':', 0, 0);
    case NameRole: return item->notice.title;
    case AgeRole: return item->notice.createdAt;
    case GroupRole: return false;
    case GroupKeyRole: return item->notice.entityRef.isEmpty() ? u"-"_s : item->notice.entityRef;
    case ReadRole: return item->isRead;
    case SavedRole: return item->isSaved;
    case LevelRole: return int(item->level);
    case WhatRole: return int(item->what);
    case TimesRole: return item->times();
    case DetailRole: return item->notice.description;
    default: return {};
    }
}

} // namespace callboard::items
