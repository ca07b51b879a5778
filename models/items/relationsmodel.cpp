// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/relationsmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::items {

using mirror::Snapshot;
using search::Field;
using search::noRow;

namespace {

/// In the order people ask: who, where it belongs, what it offers and uses, what hangs on it, people.
const QStringList &readingOrder()
{
    static const QStringList order { u"ownedBy"_s, u"partOf"_s, u"hasPart"_s, u"providesApi"_s, u"apiProvidedBy"_s, u"consumesApi"_s,
        u"apiConsumedBy"_s, u"dependsOn"_s, u"dependencyOf"_s, u"ownerOf"_s, u"memberOf"_s, u"hasMember"_s, u"childOf"_s, u"parentOf"_s };
    return order;
}

qsizetype placeOf(const QString &type)
{
    const qsizetype at = readingOrder().indexOf(type);
    return at < 0 ? readingOrder().size() : at;
}

} // namespace

RelationsModel::RelationsModel(search::LiveIndex &index, QObject *parent)
    : QAbstractItemModel(parent)
    , m_live(index)
    , m_index(index.index())
{
    connect(&m_live, &search::LiveIndex::changed, this, &RelationsModel::update);
}

void RelationsModel::setEntity(const QString &canonicalRef)
{
    m_entity = canonicalRef;
    update();
}

void RelationsModel::setTypes(const QStringList &types)
{
    m_types = types;
    update();
}

void RelationsModel::setKinds(const QStringList &kinds)
{
    m_kinds = kinds;
    update();
}

void RelationsModel::setFlat(bool flat)
{
    beginResetModel();
    m_flat = flat;
    endResetModel();
}

void RelationsModel::update()
{
    // An entity has few edges, and the snapshot they are told from is another one: one step.
    beginResetModel();
    m_index = m_live.index();
    m_groups = makeGroups();
    endResetModel();
}

std::vector<RelationsModel::Group> RelationsModel::makeGroups() const
{
    std::vector<Group> groups;
    const Snapshot &snapshot = m_index->snapshot();
    const search::Row row = m_entity.isEmpty() ? noRow : snapshot.find(m_entity);
    if (row == noRow)
        return groups;
    for (const Snapshot::Edge &edge : snapshot.edges(row)) {
        const QString type = snapshot.string(edge.type).toString();
        const QString ref = snapshot.string(edge.target).toString();
        if (!m_types.isEmpty() && !m_types.contains(type))
            continue;
        if (!m_kinds.isEmpty() && !m_kinds.contains(ref.section(u':', 0, 0), Qt::CaseInsensitive))
            continue;
        if (groups.empty() || groups.back().type != type)
            groups.push_back({ type, {} });
        groups.back().edges.push_back({ ref, edge.row });
    }
    std::stable_sort(groups.begin(), groups.end(), [this](const Group &a, const Group &b) {
        if (!m_types.isEmpty())
            return m_types.indexOf(a.type) < m_types.indexOf(b.type);
        return placeOf(a.type) < placeOf(b.type);
    });
    return groups;
}

int RelationsModel::edgeCount() const
{
    int count = 0;
    for (const Group &group : m_groups)
        count += int(group.edges.size());
    return count;
}

int RelationsModel::danglingCount() const
{
    int count = 0;
    for (const Group &group : m_groups)
        count += int(std::count_if(group.edges.begin(), group.edges.end(), [](const Edge &edge) { return edge.row == noRow; }));
    return count;
}

QString RelationsModel::typeLabel(const QString &type)
{
    switch (readingOrder().indexOf(type)) {
    case 0: return tr("Owned by");
    case 1: return tr("Part of");
    case 2: return tr("Has parts");
    case 3: return tr("Provides");
    case 4: return tr("Provided by");
    case 5: return tr("Consumes");
    case 6: return tr("Consumed by");
    case 7: return tr("Depends on");
    case 8: return tr("Needed by");
    case 9: return tr("Owns");
    case 10: return tr("Member of");
    case 11: return tr("Members");
    case 12: return tr("Part of group");
    case 13: return tr("Groups below");
    default: break;
    }
    QString words;
    for (const QChar unit : type) {
        if (unit.isUpper() && !words.isEmpty())
            words += u' ';
        words += words.isEmpty() ? unit.toUpper() : unit.toLower();
    }
    return words;
}

QModelIndex RelationsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex RelationsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId() - 1), 0, quintptr(0));
}

int RelationsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_flat ? edgeCount() : int(m_groups.size());
    if (m_flat || parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_groups[size_t(parent.row())].edges.size());
}

int RelationsModel::columnCount(const QModelIndex &) const
{
    return int(Columns::Count);
}

QVariant RelationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::Name: return tr("Name");
    case Columns::Kind: return tr("Kind");
    case Columns::Owner: return tr("Owner");
    case Columns::Type: return tr("Type");
    case Columns::Lifecycle: return tr("Lifecycle");
    case Columns::Description: return tr("Description");
    case Columns::Count: break;
    }
    return {};
}

QVariant RelationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (m_flat) {
        size_t at = size_t(index.row());
        for (const Group &group : m_groups) {
            if (at < group.edges.size())
                return edgeData(group.edges[at], group.type, index.column(), role);
            at -= group.edges.size();
        }
        return {};
    }
    if (index.internalId() != 0) {
        const Group &group = m_groups[index.internalId() - 1];
        return edgeData(group.edges[size_t(index.row())], group.type, index.column(), role);
    }
    const Group &group = m_groups[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return index.column() == 0 ? QVariant(typeLabel(group.type)) : QVariant();
    case GroupRole: return true;
    case GroupKeyRole:
    case RelationRole: return group.type;
    case CountRole: return int(group.edges.size());
    default: return {};
    }
}

QVariant RelationsModel::edgeData(const Edge &edge, const QString &type, int column, int role) const
{
    const Snapshot &snapshot = m_index->snapshot();
    const bool dangling = edge.row == noRow;
    switch (role) {
    case Qt::DisplayRole: return display(edge, Columns(column));
    case Qt::ToolTipRole: return dangling ? tr("%1 is not in the catalog").arg(edge.ref) : edge.ref;
    case RefRole: return edge.ref;
    case RelationRole:
    case GroupKeyRole: return type;
    case GroupRole: return false;
    case DanglingRole: return dangling;
    case KindRole: return dangling ? edge.ref.section(u':', 0, 0) : snapshot.kind(edge.row).toString();
    case TypeRole: return dangling ? QString() : snapshot.type(edge.row).toString();
    case FlagsRole: return dangling ? 0 : int(snapshot.flags(edge.row));
    case SortRole: return display(edge, Columns(column));
    default: return {};
    }
}

QVariant RelationsModel::display(const Edge &edge, Columns column) const
{
    if (edge.row == noRow) {
        if (column == Columns::Name)
            return edge.ref.sliced(edge.ref.lastIndexOf(u'/') + 1);
        return column == Columns::Kind ? QVariant(edge.ref.section(u':', 0, 0)) : QVariant();
    }
    const Snapshot &snapshot = m_index->snapshot();
    switch (column) {
    case Columns::Name: return snapshot.displayName(edge.row).toString();
    case Columns::Kind: return snapshot.kind(edge.row).toString();
    case Columns::Owner: return m_index->label(Field::Owner, m_index->column(Field::Owner).codes[edge.row]);
    case Columns::Type: return snapshot.type(edge.row).toString();
    case Columns::Lifecycle: return snapshot.lifecycle(edge.row).toString();
    case Columns::Description: return snapshot.description(edge.row);
    case Columns::Count: break;
    }
    return {};
}

QHash<int, QByteArray> RelationsModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractItemModel::roleNames();
    names.insert({ { RefRole, "ref" }, { KindRole, "kind" }, { DanglingRole, "dangling" }, { RelationRole, "relation" }, { GroupRole, "group" } });
    return names;
}

} // namespace callboard::items
