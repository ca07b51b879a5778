// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/snapshot.h"

#include "models/mirror/snapshotdata.h"

namespace callboard::mirror {

namespace {

/// The rows reached from `start`, itself included, by following edges of the given types. Cycles end.
std::vector<Row> closure(
    const Snapshot &snapshot, std::span<const Row> start, std::span<const StringId> types)
{
    std::vector<Row> reached;
    std::vector<bool> seen(snapshot.size());
    const auto reach = [&](Row row) {
        if (row >= snapshot.size() || seen[row])
            return;
        seen[row] = true;
        reached.push_back(row);
    };
    for (const Row row : start)
        reach(row);
    for (size_t next = 0; next < reached.size(); ++next) {
        for (const Snapshot::Edge &edge : snapshot.edges(reached[next])) {
            if (edge.type != 0 && std::ranges::find(types, edge.type) != types.end())
                reach(edge.row);
        }
    }
    return reached;
}

} // namespace

Snapshot::Snapshot()
    : d(std::make_unique<Data>())
{
}

Snapshot::~Snapshot() = default;

quint64 Snapshot::revision() const { return d->revision; }
Row Snapshot::size() const { return d->size(); }

StringId Snapshot::kindId(Row row) const { return d->kind.at(row); }
StringId Snapshot::namespaceId(Row row) const { return d->ns.at(row); }
StringId Snapshot::typeId(Row row) const { return d->type.at(row); }
StringId Snapshot::lifecycleId(Row row) const { return d->lifecycle.at(row); }
StringId Snapshot::ownerId(Row row) const { return d->owner.at(row); }
StringId Snapshot::systemId(Row row) const { return d->system.at(row); }
StringId Snapshot::repositoryId(Row row) const { return d->repository.at(row); }
StringId Snapshot::connectionId(Row row) const { return d->connection.at(row); }
quint16 Snapshot::flags(Row row) const { return d->flags[row]; }
qint64 Snapshot::seenAt(Row row) const { return d->seenAt.at(row); }
qint64 Snapshot::changedAt(Row row) const { return d->changedAt.at(row); }

std::span<const StringId> Snapshot::tagIds(Row row) const
{
    const quint32 begin = row == 0 ? 0 : d->tagEnds[row - 1];
    return { d->tags.data() + begin, d->tagEnds[row] - begin };
}

QStringView Snapshot::name(Row row) const
{
    if (const QStringView own = d->text(row, 0); !own.isEmpty())
        return own;
    const QStringView canonical = ref(row);
    return canonical.sliced(canonical.indexOf(u'/') + 1);
}

QStringView Snapshot::title(Row row) const { return d->text(row, 1); }

QStringView Snapshot::displayName(Row row) const
{
    const QStringView given = title(row);
    return given.isEmpty() ? name(row) : given;
}

QStringView Snapshot::ref(Row row) const { return string(d->ref[row]); }
QString Snapshot::description(Row row) const { return QString::fromUtf8(descriptionUtf8(row)); }

std::string_view Snapshot::descriptionUtf8(Row row) const { return d->description(row); }

QStringView Snapshot::string(StringId id) const { return d->strings().at(id); }
StringId Snapshot::findString(QStringView text) const { return d->strings().find(text); }
quint32 Snapshot::stringCount() const { return d->strings().count(); }

Row Snapshot::find(QStringView canonicalRef) const
{
    if (const Row row = rowOf(d->strings().find(canonicalRef)); row != noRow)
        return row;
    return rowOf(d->strings().find(canonicalRef.toString().toLower()));
}

Row Snapshot::rowOf(StringId ref) const
{
    return ref < d->rowOfString.size() ? d->rowOfString[ref] : noRow;
}

Snapshot::Edges Snapshot::edges(Row row) const
{
    return { std::views::iota(row == 0 ? quint32(0) : d->edgeEnds[row - 1], d->edgeEnds[row]), EdgeAt { this } };
}

Snapshot::Edge Snapshot::EdgeAt::operator()(quint32 place) const
{
    const KeptEdge &edge = snapshot->d->edges[place];
    return { edge.type, snapshot->d->targetOf(edge), edge.target & KeptEdge::dangling ? noRow : edge.target };
}

std::vector<Row> Snapshot::withGroups(std::span<const Row> members) const
{
    const StringId upward[] = { findString(u"memberOf"), findString(u"childOf") };
    return closure(*this, members, upward);
}

std::vector<Row> Snapshot::withSubgroups(std::span<const Row> groups) const
{
    const StringId downward[] = { findString(u"parentOf") };
    return closure(*this, groups, downward);
}

std::vector<bool> Snapshot::ownedBy(std::span<const Row> owners, bool transitive) const
{
    const StringId owns = findString(u"ownerOf");
    std::vector<bool> owned(size());
    for (const Row owner : transitive ? withSubgroups(owners) : closure(*this, owners, {})) {
        for (const Edge &edge : edges(owner)) {
            if (edge.type == owns && owns != 0 && edge.row != noRow)
                owned[edge.row] = true;
        }
    }
    return owned;
}

} // namespace callboard::mirror
