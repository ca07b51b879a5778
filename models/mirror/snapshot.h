// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <memory>
#include <ranges>
#include <span>
#include <string_view>
#include <vector>

namespace callboard::mirror {

/// Index of an entity within one snapshot; means nothing in another one (carry refs across).
using Row = quint32;
inline constexpr Row noRow = ~Row(0);
/// An interned string of one snapshot. Equal ids, equal strings. 0 is the empty string.
using StringId = quint32;

/// The in-memory catalog: what lists, filters and matching need, in columns of interned strings.
/// Immutable and swapped whole, so it may be read from any thread without a lock. Whole entities
/// stay on disk (Mirror::entity). Views live as long as the snapshot.
class Snapshot final {
public:
    enum Flag : quint16 {
        HasProblems = 1,  ///< Descriptor errors or processing errors are attached to it.
        Orphan = 2,       ///< backstage.io/orphan is "true".
        Dangling = 4,     ///< At least one of its own relations points at nothing.
    };

    struct Edge {
        StringId type;   ///< Relation type as seen from this entity ("ownedBy", "ownerOf" …).
        StringId target; ///< Canonical ref.
        Row row;         ///< noRow when dangling.
    };
    /// Edges by their places; they are put together as they are read, for they are kept in two thirds of the room.
    struct EdgeAt {
        const Snapshot *snapshot = nullptr;
        Edge operator()(quint32 place) const;
    };
    using Edges = std::ranges::transform_view<std::ranges::iota_view<quint32, quint32>, EdgeAt>;

    Snapshot();
    ~Snapshot();
    Q_DISABLE_COPY_MOVE(Snapshot)

    quint64 revision() const;   ///< Grows with every swap.
    Row size() const;

    // Columns. Strings are as written; refs are canonical.
    StringId kindId(Row row) const;
    StringId namespaceId(Row row) const;
    StringId typeId(Row row) const;
    StringId lifecycleId(Row row) const;
    StringId ownerId(Row row) const;      ///< Canonical ref of the first ownedBy target.
    StringId systemId(Row row) const;     ///< Canonical ref of the first partOf target of kind System.
    StringId repositoryId(Row row) const; ///< Web URL or path of the repository; may be empty.
    StringId connectionId(Row row) const;
    std::span<const StringId> tagIds(Row row) const;
    quint16 flags(Row row) const;
    qint64 seenAt(Row row) const;         ///< Milliseconds since the epoch, UTC.
    qint64 changedAt(Row row) const;      ///< When its body last changed in this mirror.

    QStringView kind(Row row) const { return string(kindId(row)); }
    QStringView ns(Row row) const { return string(namespaceId(row)); }
    QStringView type(Row row) const { return string(typeId(row)); }
    QStringView lifecycle(Row row) const { return string(lifecycleId(row)); }
    QStringView name(Row row) const;
    QStringView title(Row row) const;       ///< metadata.title or profile.displayName; may be empty.
    QStringView displayName(Row row) const; ///< title, else name.
    QStringView ref(Row row) const;         ///< Canonical.
    QString description(Row row) const;     ///< First 160 characters.
    std::string_view descriptionUtf8(Row row) const; ///< As it is kept: most are half as long so.

    QStringView string(StringId id) const;
    StringId findString(QStringView text) const; ///< 0 when the snapshot does not know it.
    quint32 stringCount() const;                 ///< Ids are below this: for arrays by id.

    /// The entity of a canonical ref, compared without case; noRow when there is none.
    Row find(QStringView canonicalRef) const;

    /// The row whose canonical ref has this id; noRow when it is not the ref of an entity.
    Row rowOf(StringId ref) const;

    /// Both directions, as Backstage serves `relations`: those of the entity's own making and those
    /// derived from others. Sorted by type, then target.
    Edges edges(Row row) const;

    // Ownership.
    /// The groups that `members` (users or groups) belong to, directly and through parents, and
    /// `members` themselves.
    std::vector<Row> withGroups(std::span<const Row> members) const;
    /// `groups` and the groups below them.
    std::vector<Row> withSubgroups(std::span<const Row> groups) const;
    /// Per row: owned by one of `owners` or by a group below one of them.
    std::vector<bool> ownedBy(std::span<const Row> owners, bool transitive = true) const;

private:
    friend class SnapshotBuilder;
    struct Data;
    std::unique_ptr<Data> d; ///< Never null; see snapshotdata.h.
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// What the builder takes of one entity: the mirror's narrow table row.
struct NarrowEntity {
    QString ref;  ///< Canonical.
    QString kind, ns, name, title, type, lifecycle, description, repository, connection;
    QStringList tags;
    std::vector<domain::Relation> relations; ///< Of its own making, and those that were served.
    quint16 flags = 0; ///< HasProblems and Orphan; Dangling is found by the builder.
    qint64 seenAt = 0;
    qint64 changedAt = 0;

    static NarrowEntity from(const domain::Entity &entity, const domain::Provenance &provenance);
};

/// A row of the narrow table as stored (models/mirror/narrow.h).
struct PackedRow {
    QByteArrayView narrow;
    StringId connection = 0; ///< Interned by the builder that is to take the row.
    quint16 flags = 0;
    qint64 seenAt = 0;
    qint64 changedAt = 0;
};

/// Makes a snapshot, once: add every entity, then finish. Of two with one ref the first stays. Fastest when
/// entities come sorted by ref. Not thread-safe.
class SnapshotBuilder final {
public:
    /// `entities`: about how many there will be. `previous`: one of mostly the same catalog, if any, whose strings and descriptions the
    /// new one goes on using.
    explicit SnapshotBuilder(Row entities = 0, SnapshotPtr previous = {});
    ~SnapshotBuilder();
    Q_DISABLE_COPY_MOVE(SnapshotBuilder)
    void add(const NarrowEntity &entity);
    /// The same from narrow table rows as stored; some hundred at once are fastest. False when one is damaged.
    bool addPacked(std::span<const PackedRow> rows);
    StringId intern(QStringView text);
    SnapshotPtr finish(quint64 revision);

private:
    struct Work;
    std::unique_ptr<Work> m;
};

} // namespace callboard::mirror
