// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/loader.h"

#include <sqlite3.h>

namespace callboard::mirror {

namespace {

/// By entity id: when a pull last confirmed it.
std::vector<qint64> seenTimes(Connection &connection, Row &count)
{
    std::vector<qint64> seen;
    Query query(connection, "SELECT id, seen_at FROM marks ORDER BY id");
    for (count = 0; query.step(); ++count) {
        const auto id = size_t(query.number(0));
        if (id >= seen.size())
            seen.resize(std::max(id + 1, seen.size() * 2));
        seen[id] = query.number(1);
    }
    return seen;
}

/// The refs that problem records are about, asked in the order of the entities.
class ProblemRefs final {
public:
    explicit ProblemRefs(Connection &connection)
        : m_query(connection,
              "SELECT DISTINCT entity_ref FROM records WHERE type = 'Problem' AND entity_ref <> ''"
              " ORDER BY entity_ref")
        , m_more(m_query.step())
    {
    }
    bool contains(QByteArrayView ref)
    {
        while (m_more && m_query.bytes(0) < ref)
            m_more = m_query.step();
        return m_more && m_query.bytes(0) == ref;
    }

private:
    Query m_query;
    bool m_more;
};

/// A row of the narrow table that shows unless one of a lower rank follows.
struct Candidate {
    QByteArray ref, narrow;
    qint64 feed = 0, id = 0, changedAt = 0;
    quint32 rank = 0;
    int flags = 0;
};

class Loading final {
public:
    Loading(Connection &connection, const Feeds &feeds)
        : m_connection(connection)
        , m_feeds(feeds)
        , m_ranks(feeds.ranks())
        , m_connections(m_ranks.size())
        , m_problems(connection)
    {
        for (size_t feed = 0; feed < m_ranks.size(); ++feed) {
            if (const auto row = feeds.row(qint64(feed)))
                m_connections[feed] = m_builder.intern(row->state.connectionId);
        }
    }

    SnapshotPtr run(quint64 revision)
    {
        Row count = 0;
        m_seen = seenTimes(m_connection, count);
        m_builder.reserve(count);
        Query query(m_connection,
            "SELECT ref, feed, id, flags, changed_at, narrow FROM entities WHERE narrow IS NOT NULL"
            " ORDER BY ref, feed");
        while (query.step())
            take(query);
        if (!m_candidate.ref.isNull())
            add();
        return m_builder.finish(revision, m_feeds.asOf());
    }

private:
    void take(const Query &query)
    {
        const auto feed = size_t(query.number(1));
        const quint32 rank = feed < m_ranks.size() ? m_ranks[feed] : ~quint32(0);
        const QByteArrayView ref = query.bytes(0);
        if (ref == m_candidate.ref && !m_candidate.ref.isNull()) {
            if (rank >= m_candidate.rank)
                return;
        } else if (!m_candidate.ref.isNull()) {
            add();
        }
        assign(m_candidate.ref, ref);
        assign(m_candidate.narrow, query.bytes(5));
        m_candidate.feed = qint64(feed);
        m_candidate.id = query.number(2);
        m_candidate.flags = int(query.number(3));
        m_candidate.changedAt = query.number(4);
        m_candidate.rank = rank;
    }

    void add()
    {
        const Candidate &row = m_candidate;
        auto flags = quint16(row.flags);
        if (m_problems.contains(row.ref))
            flags |= Snapshot::HasProblems;
        const auto feed = size_t(row.feed);
        const auto id = size_t(row.id);
        if (!m_builder.addPacked(row.narrow, feed < m_connections.size() ? m_connections[feed] : 0, flags,
                id < m_seen.size() ? m_seen[id] : 0, row.changedAt))
            m_connection.fail(SQLITE_CORRUPT);
    }

    /// Into the same memory every time: a hundred thousand allocations are a good part of a load.
    static void assign(QByteArray &target, QByteArrayView bytes)
    {
        target.resize(bytes.size());
        std::ranges::copy(bytes, target.begin());
    }

    Connection &m_connection;
    const Feeds &m_feeds;
    SnapshotBuilder m_builder;
    std::vector<quint32> m_ranks;
    std::vector<StringId> m_connections;
    ProblemRefs m_problems;
    std::vector<qint64> m_seen;
    Candidate m_candidate;
};

} // namespace

SnapshotPtr loadSnapshot(Connection &connection, const Feeds &feeds, quint64 revision)
{
    SQLite::Transaction transaction(connection.database()); // One state of the file for all queries.
    return Loading(connection, feeds).run(revision);
}

} // namespace callboard::mirror
