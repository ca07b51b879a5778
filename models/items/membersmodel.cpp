// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/membersmodel.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace callboard::items {

using mirror::Snapshot;
using search::Field;
using search::Row;
using search::noRow;

namespace {

bool isKind(const Snapshot &snapshot, Row row, QStringView kind)
{
    return snapshot.kind(row).compare(kind, Qt::CaseInsensitive) == 0;
}

} // namespace

MembersModel::MembersModel(search::LiveIndex &index, Content content, QObject *parent)
    : QAbstractTableModel(parent)
    , m_live(index)
    , m_index(index.index())
    , m_content(content)
{
    connect(&m_live, &search::LiveIndex::changed, this, &MembersModel::update);
}

void MembersModel::setEntity(const QString &canonicalRef)
{
    m_entity = canonicalRef;
    update();
}

void MembersModel::setTransitive(bool transitive)
{
    m_transitive = transitive;
    update();
}

int MembersModel::directCount() const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.through == noRow; }));
}

void MembersModel::update()
{
    beginResetModel();
    m_index = m_live.index();
    m_entries = makeEntries();
    endResetModel();
}

/// The groups below a group, or those of a user with all above: nearest first, without `from`, each with the one it
/// was reached through.
std::vector<MembersModel::Entry> MembersModel::reached(Row from) const
{
    const Snapshot &snapshot = m_index->snapshot();
    const bool isUser = isKind(snapshot, from, u"User");
    std::vector<Entry> groups;
    std::vector<bool> seen(snapshot.size());
    seen[from] = true;
    std::vector<Row> waiting { from };
    for (size_t at = 0; at < waiting.size(); ++at) {
        for (const Snapshot::Edge &edge : snapshot.edges(waiting[at])) {
            const QStringView type = snapshot.string(edge.type);
            const bool leads = isUser ? type == u"memberOf" || type == u"childOf" : type == u"parentOf";
            if (!leads || edge.row == noRow || seen[edge.row])
                continue;
            seen[edge.row] = true;
            groups.push_back({ edge.row, waiting[at] == from ? noRow : waiting[at] });
            waiting.push_back(edge.row);
        }
    }
    return groups;
}

void MembersModel::addTargets(Row from, Row through, std::vector<Entry> &entries, std::vector<bool> &seen) const
{
    const Snapshot &snapshot = m_index->snapshot();
    for (const Snapshot::Edge &edge : snapshot.edges(from)) {
        const QStringView type = snapshot.string(edge.type);
        const bool fits = m_content == Content::Members ? type == u"hasMember" : type == u"ownerOf";
        if (!fits || edge.row == noRow || seen[edge.row])
            continue;
        seen[edge.row] = true;
        entries.push_back({ edge.row, through });
    }
}

std::vector<MembersModel::Entry> MembersModel::makeEntries() const
{
    const Snapshot &snapshot = m_index->snapshot();
    const Row row = m_entity.isEmpty() ? noRow : snapshot.find(m_entity);
    std::vector<Entry> entries;
    if (row == noRow)
        return entries;
    const std::vector<Entry> further = reached(row);
    if (m_content == Content::Groups) {
        std::copy_if(further.begin(), further.end(), std::back_inserter(entries),
            [this](const Entry &group) { return m_transitive || group.through == noRow; });
    } else {
        std::vector<bool> seen(snapshot.size());
        addTargets(row, noRow, entries, seen);
        for (size_t i = 0; m_transitive && i < further.size(); ++i)
            addTargets(further[i].row, further[i].row, entries, seen);
    }
    const std::vector<quint32> &ranks = m_index->nameRanks();
    std::stable_sort(entries.begin(), entries.end(), [&](const Entry &a, const Entry &b) {
        const bool throughA = a.through != noRow;
        const bool throughB = b.through != noRow;
        return throughA != throughB ? throughB : ranks[a.row] < ranks[b.row];
    });
    return entries;
}

int MembersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int MembersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns::Count);
}

QVariant MembersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::Name: return tr("Name");
    case Columns::Kind: return tr("Kind");
    case Columns::Type: return tr("Type");
    case Columns::Owner: return tr("Owner");
    case Columns::Lifecycle: return tr("Lifecycle");
    case Columns::Description: return tr("Description");
    case Columns::Through: return tr("Through");
    case Columns::Count: break;
    }
    return {};
}

QVariant MembersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry &entry = m_entries[size_t(index.row())];
    const Snapshot &snapshot = m_index->snapshot();
    switch (role) {
    case Qt::DisplayRole:
    case SortRole: return display(entry, Columns(index.column()));
    case Qt::ToolTipRole:
    case RefRole: return snapshot.ref(entry.row).toString();
    case KindRole: return snapshot.kind(entry.row).toString();
    case TypeRole: return snapshot.type(entry.row).toString();
    case FlagsRole: return int(snapshot.flags(entry.row));
    case ThroughRole: return entry.through == noRow ? QString() : snapshot.ref(entry.through).toString();
    default: return {};
    }
}

QVariant MembersModel::display(const Entry &entry, Columns column) const
{
    const Snapshot &snapshot = m_index->snapshot();
    switch (column) {
    case Columns::Name: return snapshot.displayName(entry.row).toString();
    case Columns::Kind: return snapshot.kind(entry.row).toString();
    case Columns::Type: return snapshot.type(entry.row).toString();
    case Columns::Owner: return m_index->label(Field::Owner, m_index->column(Field::Owner).codes[entry.row]);
    case Columns::Lifecycle: return snapshot.lifecycle(entry.row).toString();
    case Columns::Description: return snapshot.description(entry.row);
    case Columns::Through: return entry.through == noRow ? QString() : snapshot.displayName(entry.through).toString();
    case Columns::Count: break;
    }
    return {};
}

QHash<int, QByteArray> MembersModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({ { RefRole, "ref" }, { KindRole, "kind" }, { ThroughRole, "through" } });
    return names;
}

} // namespace callboard::items
