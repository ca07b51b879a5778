// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/entitylisting.h"
#include "models/items/userstate.h"

#include <QLocale>
#include <QMimeData>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::items {

using mirror::Snapshot;
using search::Field;
using search::Row;
using search::noRow;

namespace {

using Columns = EntityTableModel::Columns;

constexpr std::array columnNames { "name"_L1, "kind"_L1, "owner"_L1, "system"_L1, "type"_L1, "lifecycle"_L1, "namespace"_L1,
    "repository"_L1, "tags"_L1, "description"_L1, "changed"_L1, "problems"_L1, "seen"_L1 };

QDateTime timeAt(qint64 milliseconds)
{
    return milliseconds > 0 ? QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC) : QDateTime();
}

QString isoTime(qint64 milliseconds)
{
    return timeAt(milliseconds).toString(Qt::ISODate);
}

/// As `is:` of the filter has it.
QString problemKey(quint16 flags)
{
    if (flags & Snapshot::HasProblems)
        return u"problem"_s;
    if (flags & Snapshot::Dangling)
        return u"dangling"_s;
    return (flags & Snapshot::Orphan) ? u"orphan"_s : QString();
}

QStringList tagsOf(const Snapshot &snapshot, Row row)
{
    QStringList tags;
    for (const mirror::StringId id : snapshot.tagIds(row))
        tags.append(snapshot.string(id).toString());
    return tags;
}

QString withoutScheme(QStringView url)
{
    const qsizetype at = url.indexOf(u"://");
    return (at < 0 ? url : url.sliced(at + 3)).toString();
}

QString exactTime(const QDateTime &at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::LongFormat) : QString();
}

} // namespace

QString ageText(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return {};
    const qint64 seconds = std::max<qint64>(0, at.secsTo(now));
    if (seconds < 60)
        return EntityTableModel::tr("now");
    if (seconds < 60 * 60)
        return EntityTableModel::tr("%1m", "minutes").arg(seconds / 60);
    if (seconds < 24 * 60 * 60)
        return EntityTableModel::tr("%1h", "hours").arg(seconds / 3600);
    const qint64 days = seconds / (24 * 60 * 60);
    if (days < 14)
        return EntityTableModel::tr("%1d", "days").arg(days);
    if (days < 365)
        return EntityTableModel::tr("%1w", "weeks").arg(days / 7);
    return EntityTableModel::tr("%1y", "years").arg(days / 365);
}

QString EntityTableModel::columnName(Columns column)
{
    return column < Columns::Count ? QString(columnNames[size_t(column)]) : QString();
}

QVariant EntityTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Columns column = Columns(section);
    if (role == Qt::TextAlignmentRole && (column == Columns::Changed || column == Columns::Seen))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        switch (column) {
        case Columns::Changed: return tr("When the entity last changed");
        case Columns::Seen: return tr("When a source last confirmed it");
        case Columns::Problems: return tr("Problems in its descriptor or its relations");
        default: return {};
        }
    }
    if (role == ColumnKeyRole)
        return columnName(column);
    if (role == RefRole)
        return tr("Entity ref");
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Columns::Name: return tr("Name");
    case Columns::Kind: return tr("Kind");
    case Columns::Owner: return tr("Owner");
    case Columns::System: return tr("System");
    case Columns::Type: return tr("Type");
    case Columns::Lifecycle: return tr("Lifecycle");
    case Columns::Namespace: return tr("Namespace");
    case Columns::Repository: return tr("Repository");
    case Columns::Tags: return tr("Tags");
    case Columns::Description: return tr("Description");
    case Columns::Changed: return tr("Changed");
    case Columns::Problems: return tr("Problems");
    case Columns::Seen: return tr("Seen");
    case Columns::Count: break;
    }
    return {};
}

QVariant EntityTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row row = rowAt(index);
    return row == noRow ? groupData(index.row(), index.column(), role) : entityData(row, index.column(), role);
}

QVariant EntityTableModel::groupData(int group, int column, int role) const
{
    const EntityListing::Group &data = m_listing->groups[size_t(group)];
    switch (role) {
    case GroupRole: return true;
    case GroupKeyRole:
    case Qt::ToolTipRole: return m_listing->keyOf(data).toString();
    case CountRole: return int(data.size());
    case RefRole: return QString();
    case SortRole: return group;
    case ExportRole: return column == 0 ? m_listing->labelOf(data) : QString(); // Of what has none, not the words for that.
    case KindRole:
        if (const Row row = m_listing->index->snapshot().find(m_listing->keyOf(data)); row != noRow)
            return m_listing->index->snapshot().kind(row).toString();
        return {};
    case Qt::AccessibleTextRole: return tr("%1, %n entities", nullptr, int(data.size())).arg(groupData(group, 0, Qt::DisplayRole).toString());
    case Qt::DisplayRole: break;
    default: return {};
    }
    if (column != 0)
        return {};
    if (const QString label = m_listing->labelOf(data); !label.isEmpty())
        return label;
    switch (m_grouping) {
    case Grouping::Owner: return tr("No owner");
    case Grouping::System: return tr("No system");
    case Grouping::Lifecycle: return tr("No lifecycle");
    case Grouping::Repository: return tr("No repository");
    case Grouping::Kind:
    case Grouping::None: break;
    }
    return tr("None");
}

QVariant EntityTableModel::entityData(Row row, int column, int role) const
{
    const Snapshot &snapshot = m_listing->index->snapshot();
    switch (role) {
    case Qt::DisplayRole: return display(row, Columns(column));
    case Qt::ToolTipRole: return toolTip(row, Columns(column));
    case Qt::TextAlignmentRole:
        if (Columns(column) == Columns::Changed || Columns(column) == Columns::Seen)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::AccessibleTextRole:
        if (column == 0)
            return QString(snapshot.kind(row) % u' ' % snapshot.displayName(row));
        return display(row, Columns(column));
    case RefRole: return snapshot.ref(row).toString();
    case KindRole: return snapshot.kind(row).toString();
    case NameRole: return snapshot.name(row).toString();
    case TypeRole: return snapshot.type(row).toString();
    case SortRole: return sortValue(row, Columns(column));
    case ExportRole: return exported(row, Columns(column));
    case MatchRole: return column == 0 ? QVariant::fromValue(matches(row)) : QVariant();
    case FlagsRole: return int(snapshot.flags(row));
    case StarredRole: return m_user && m_user->isStarred(snapshot.ref(row).toString());
    case MineRole: return m_listing->personal && m_listing->personal->has(row, search::Personal::Mine);
    case AgeRole: return timeAt(snapshot.changedAt(row));
    case SeenRole: return timeAt(snapshot.seenAt(row));
    case DanglingRole: return (snapshot.flags(row) & Snapshot::Dangling) != 0;
    case GroupRole: return false;
    case GroupKeyRole: {
        const int group = m_listing->groupOf(m_listing->places[row]);
        return group < 0 ? QString() : m_listing->keyOf(m_listing->groups[size_t(group)]).toString();
    }
    case DescriptionRole: return snapshot.description(row);
    case TagsRole: return tagsOf(snapshot, row);
    default: return {};
    }
}

QVariant EntityTableModel::display(Row row, Columns column) const
{
    const search::CatalogIndex &index = *m_listing->index;
    const Snapshot &snapshot = index.snapshot();
    const auto label = [&](Field field) { return index.label(field, index.column(field).codes[row]); };
    switch (column) {
    case Columns::Name: return snapshot.displayName(row).toString();
    case Columns::Kind: return snapshot.kind(row).toString();
    case Columns::Owner: return label(Field::Owner);
    case Columns::System: return label(Field::System);
    case Columns::Type: return snapshot.type(row).toString();
    case Columns::Lifecycle: return snapshot.lifecycle(row).toString();
    case Columns::Namespace: return snapshot.ns(row).toString();
    case Columns::Repository: return withoutScheme(snapshot.string(snapshot.repositoryId(row)));
    case Columns::Tags: return tagsOf(snapshot, row).join(u", "_s);
    case Columns::Description: return snapshot.description(row);
    case Columns::Changed: return ageText(timeAt(snapshot.changedAt(row)));
    case Columns::Seen: return ageText(timeAt(snapshot.seenAt(row)));
    case Columns::Problems: {
        const quint16 flags = snapshot.flags(row);
        return (flags & Snapshot::HasProblems) ? tr("problem")
            : (flags & Snapshot::Dangling)     ? tr("dangling")
            : (flags & Snapshot::Orphan)       ? tr("orphaned")
                                               : QString();
    }
    case Columns::Count: break;
    }
    return {};
}

QVariant EntityTableModel::exported(Row row, Columns column) const
{
    const Snapshot &snapshot = m_listing->index->snapshot();
    switch (column) {
    case Columns::Changed: return isoTime(snapshot.changedAt(row));
    case Columns::Seen: return isoTime(snapshot.seenAt(row));
    case Columns::Problems: return problemKey(snapshot.flags(row));
    default: return display(row, column);
    }
}

QVariant EntityTableModel::sortValue(Row row, Columns column) const
{
    const Snapshot &snapshot = m_listing->index->snapshot();
    switch (column) {
    case Columns::Changed: return snapshot.changedAt(row);
    case Columns::Seen: return snapshot.seenAt(row);
    case Columns::Problems: return int(snapshot.flags(row));
    default: return display(row, column);
    }
}

QString EntityTableModel::toolTip(Row row, Columns column) const
{
    const Snapshot &snapshot = m_listing->index->snapshot();
    switch (column) {
    case Columns::Name: return snapshot.ref(row).toString();
    case Columns::Owner: return snapshot.string(snapshot.ownerId(row)).toString();
    case Columns::System: return snapshot.string(snapshot.systemId(row)).toString();
    case Columns::Repository: return snapshot.string(snapshot.repositoryId(row)).toString();
    case Columns::Description: return snapshot.description(row);
    case Columns::Changed: return exactTime(timeAt(snapshot.changedAt(row)));
    case Columns::Seen: return exactTime(timeAt(snapshot.seenAt(row)));
    case Columns::Tags: return tagsOf(snapshot, row).join(u", "_s);
    case Columns::Problems: {
        QStringList lines;
        const quint16 flags = snapshot.flags(row);
        if (flags & Snapshot::HasProblems)
            lines.append(tr("Its descriptor has problems"));
        if (flags & Snapshot::Dangling)
            lines.append(tr("It names an entity that is not in the catalog"));
        if (flags & Snapshot::Orphan)
            lines.append(tr("No location names it any more"));
        return lines.join(u'\n');
    }
    default: return {};
    }
}

QList<int> EntityTableModel::matches(Row row) const
{
    if (m_words.empty())
        return {};
    return search::highlights(m_words, m_listing->index->snapshot().displayName(row), search::Looseness::Pieces,
        m_listing->result.withTypos);
}

Qt::ItemFlags EntityTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (rowAt(index) == noRow)
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QHash<int, QByteArray> EntityTableModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractItemModel::roleNames();
    names.insert({ { RefRole, "ref" }, { KindRole, "kind" }, { MatchRole, "match" }, { FlagsRole, "flags" },
        { StarredRole, "starred" }, { GroupRole, "group" }, { CountRole, "count" }, { SortRole, "sort" } });
    return names;
}

QStringList EntityTableModel::mimeTypes() const
{
    return { u"text/plain"_s };
}

QMimeData *EntityTableModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList refs;
    for (const QModelIndex &index : indexes) {
        if (const QString ref = refAt(index); !ref.isEmpty() && !refs.contains(ref))
            refs.append(ref);
    }
    auto *data = new QMimeData;
    data->setText(refs.join(u'\n'));
    return data;
}

} // namespace callboard::items
