// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/codec.h"
#include "models/mirror/reader.h"
#include "models/mirror/store.h"

#include <QTimeZone>

#include <limits>

namespace callboard::mirror {

using namespace Qt::StringLiterals;

namespace {

constexpr int noKind = -1;

QDateTime momentOf(qint64 milliseconds) { return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC); }

/// A version as the index by time has it, with the kind of the one before it.
struct VersionRow {
    qint64 id = 0, at = 0, entity = 0, feed = 0;
    int kind = 0, before = noKind;
    QString ref;
};

/// Whose an entity is, or was when it changed.
class Ownership final {
public:
    Ownership(Connection &connection, const Snapshot &snapshot, const ChangesQuery &asked)
        : m_connection(connection)
        , m_snapshot(snapshot)
        , m_asked(!asked.owners.isEmpty() || !asked.ownersAlone.isEmpty())
    {
        if (!m_asked)
            return;
        const std::vector<Row> rows = take(asked.owners);
        for (const Row row : snapshot.withSubgroups(rows))
            m_owners.insert(snapshot.ref(row).toString());
        m_owned = snapshot.ownedBy(rows);
        const std::vector<bool> alone = snapshot.ownedBy(take(asked.ownersAlone), false);
        for (size_t row = 0; row < m_owned.size(); ++row)
            m_owned[row] = m_owned[row] || alone[row];
    }

    bool includes(const VersionRow &row)
    {
        if (!m_asked)
            return true;
        const Row shown = m_snapshot.find(row.ref);
        return (shown != noRow && m_owned[shown]) || wasOwned(row);
    }

private:
    std::vector<Row> take(const QStringList &owners)
    {
        std::vector<Row> rows;
        for (const QString &owner : owners) {
            m_owners.insert(owner.toLower()); // Also one that is not, or no longer, in the catalog.
            if (const Row row = m_snapshot.find(owner); row != noRow)
                rows.push_back(row);
        }
        return rows;
    }

    /// By the edges of this version, or by those before it where it changed them: who loses an entity wants to know.
    bool wasOwned(const VersionRow &row)
    {
        Query query(m_connection,
            "SELECT id, data, kind FROM versions WHERE entity = ? AND id <= ? AND kind IN (?, ?) ORDER BY id DESC LIMIT 2");
        query.with(row.entity, row.id, versionkind::relations, versionkind::relationsWithBody);
        while (query.step()) {
            const auto edges = decode(query.bytes(1));
            if (edges && isOwned(relationsFromBytes(*edges)))
                return true;
            // Edges are written in front of the body they come with.
            const qint64 id = query.number(0);
            const bool changedThem = id == row.id
                || (id == row.id - 1 && query.number(2) == versionkind::relationsWithBody);
            if (!changedThem)
                return false;
        }
        return false;
    }

    bool isOwned(const std::vector<domain::Relation> &edges) const
    {
        return std::ranges::any_of(edges, [this](const domain::Relation &edge) {
            return edge.type == "ownedBy"_L1 && m_owners.contains(edge.targetRef);
        });
    }

    Connection &m_connection;
    const Snapshot &m_snapshot;
    bool m_asked;
    QSet<QString> m_owners;
    std::vector<bool> m_owned;
};

ChangeKind kindOf(const VersionRow &row)
{
    if (row.kind == versionkind::removed)
        return ChangeKind::Removed;
    if (row.before == noKind)
        return ChangeKind::Added;
    if (row.before == versionkind::removed)
        return ChangeKind::Returned;
    return row.kind == versionkind::relations ? ChangeKind::Relations : ChangeKind::Body;
}

class ChangesReading final {
public:
    ChangesReading(Connection &connection, const Feeds &feeds, const Snapshot &snapshot, const ChangesQuery &asked)
        : m_asked(asked)
        , m_ownership(connection, snapshot, asked)
        , m_feeds(feeds.rows())
    {
    }

    void take(const VersionRow &row)
    {
        if (!m_ownership.includes(row))
            return;
        const auto feed = std::ranges::find(m_feeds, row.feed, &FeedRow::id);
        if (feed == m_feeds.end())
            return;
        const ChangeKind kind = kindOf(row);
        if (kind == ChangeKind::Added && (feed->arrived == 0 || row.id <= feed->arrived)) {
            arrive(feed->state.connectionId, row.at);
            return;
        }
        ++m_changes.counts[size_t(kind)];
        if (qsizetype(m_changes.list.size()) < m_asked.limit)
            m_changes.list.push_back({ row.ref, kind, momentOf(row.at), feed->state.connectionId, row.id });
    }

    Changes changes() && { return std::move(m_changes); }

private:
    void arrive(const QString &connectionId, qint64 at)
    {
        const auto known = std::ranges::find(m_changes.arrivals, connectionId, &Changes::Arrival::connectionId);
        if (known == m_changes.arrivals.end())
            m_changes.arrivals.push_back({ connectionId, momentOf(at), 1 });
        else
            ++known->entities;
    }

    const ChangesQuery &m_asked;
    Ownership m_ownership;
    std::vector<FeedRow> m_feeds;
    Changes m_changes;
};

VersionRow rowOf(const Query &query)
{
    return { query.number(0), query.number(1), query.number(2), query.number(3), int(query.number(4)),
        query.isNull(6) ? noKind : int(query.number(6)), query.text(5) };
}

/// Those of a few entities, the latest first.
std::vector<VersionRow> rowsOf(Connection &connection, QStringList refs, qint64 since, qint64 until, const std::stop_token &stop)
{
    for (QString &ref : refs)
        ref = ref.toLower();
    refs.removeDuplicates();
    std::vector<VersionRow> rows;
    for (const QString &ref : std::as_const(refs)) {
        const std::string key = ref.toStdString();
        Query query(connection,
            "SELECT v.id, v.at, v.entity, e.feed, v.kind, e.ref,"
            " (SELECT p.kind FROM versions p WHERE p.entity = v.entity AND p.id < v.id AND p.kind <> 2"
            "  ORDER BY p.id DESC LIMIT 1)"
            " FROM entities e JOIN versions v ON v.entity = e.id"
            " WHERE e.ref = ? AND v.kind <> 2 AND v.at >= ? AND v.at < ?");
        query.with(key, since, until);
        while (query.step() && !stop.stop_requested())
            rows.push_back(rowOf(query));
    }
    std::ranges::sort(rows, std::greater {}, [](const VersionRow &row) { return std::pair(row.at, row.id); });
    return rows;
}

} // namespace

Changes readChanges(Connection &connection, const Feeds &feeds, const Snapshot &snapshot, const ChangesQuery &asked,
    const std::stop_token &stop)
{
    SQLite::Transaction transaction(connection.database()); // One state of the file for all queries.
    ChangesReading reading(connection, feeds, snapshot, asked);
    const qint64 since = asked.since.isValid() ? asked.since.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
    const qint64 until = asked.until.isValid() ? asked.until.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
    // The index by time holds all of a version that is asked for here, those of the entity the rest.
    constexpr const char *everything
        = "SELECT v.id, v.at, v.entity, e.feed, v.kind, e.ref,"
          " (SELECT p.kind FROM versions p WHERE p.entity = v.entity AND p.id < v.id AND p.kind <> 2"
          "  ORDER BY p.id DESC LIMIT 1)"
          " FROM versions v JOIN entities e ON e.id = v.entity"
          " WHERE v.kind <> 2 AND v.at >= ? AND v.at < ? ORDER BY v.at DESC, v.id DESC";
    if (asked.refs.isEmpty()) {
        Query query(connection, everything);
        query.with(since, until);
        while (query.step() && !stop.stop_requested())
            reading.take(rowOf(query));
    } else {
        for (const VersionRow &row : rowsOf(connection, asked.refs, since, until, stop))
            reading.take(row);
    }
    Changes changes = std::move(reading).changes();
    Query begins(connection, "SELECT min(at) FROM versions WHERE kind <> 2");
    if (begins.step() && !begins.isNull(0))
        changes.begins = momentOf(begins.number(0));
    return changes;
}

} // namespace callboard::mirror
