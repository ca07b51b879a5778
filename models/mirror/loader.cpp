// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/loader.h"

#include <sqlite3.h>

#include <condition_variable>
#include <deque>
#include <thread>

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

/// Rows on their way from SQLite to the builder.
struct Chunk {
    std::vector<char> bytes;
    std::vector<PackedRow> rows; ///< Their bytes are told by size alone until `settle`.

    void add(const PackedRow &row)
    {
        bytes.insert(bytes.end(), row.narrow.begin(), row.narrow.end());
        rows.push_back(row);
    }
    /// The bytes have stopped moving.
    void settle()
    {
        const char *at = bytes.data();
        for (PackedRow &row : rows) {
            row.narrow = QByteArrayView(at, row.narrow.size());
            at += row.narrow.size();
        }
    }
};

/// Builds while the next rows are read: reading and building take about as long as each other.
class Building final {
public:
    Building(Row entities, SnapshotPtr previous)
        : builder(entities, std::move(previous))
        , m_thread([this] { loop(); })
    {
    }
    ~Building() { finish(); }
    Q_DISABLE_COPY_MOVE(Building)

    SnapshotBuilder builder; ///< The caller's before the first `add` and after `finish`.

    void add(Chunk chunk)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_queue.size() < mostWaiting; });
        m_queue.push_back(std::move(chunk));
        m_changed.notify_all();
    }

    /// False when a row was damaged.
    bool finish()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ended = true;
        }
        m_changed.notify_all();
        if (m_thread.joinable())
            m_thread.join();
        return m_whole;
    }

private:
    static constexpr size_t mostWaiting = 8;

    void loop()
    {
        for (;;) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return !m_queue.empty() || m_ended; });
            if (m_queue.empty())
                return;
            Chunk chunk = std::move(m_queue.front());
            m_queue.pop_front();
            m_changed.notify_all();
            lock.unlock();
            chunk.settle();
            m_whole &= builder.addPacked(chunk.rows);
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Chunk> m_queue;
    bool m_ended = false;
    bool m_whole = true;
    std::thread m_thread; ///< Last: it uses all of the above.
};

constexpr size_t rowsPerChunk = 1024;

class Loading final {
public:
    Loading(Connection &connection, const Feeds &feeds, SnapshotPtr previous)
        : m_connection(connection)
        , m_seen(seenTimes(connection, m_count))
        , m_building(m_count, std::move(previous))
        , m_ranks(feeds.ranks())
        , m_connections(m_ranks.size())
        , m_confirmations(feeds.confirmations())
        , m_problems(connection)
    {
        for (size_t feed = 0; feed < m_ranks.size(); ++feed) {
            if (const auto row = feeds.row(qint64(feed)))
                m_connections[feed] = m_building.builder.intern(row->state.connectionId);
        }
    }

    SnapshotPtr run(quint64 revision)
    {
        Query query(m_connection,
            "SELECT ref, feed, id, flags, changed_at, narrow FROM entities WHERE narrow IS NOT NULL"
            " ORDER BY ref, feed");
        while (query.step())
            take(query);
        if (!m_candidate.ref.isNull())
            add();
        m_building.add(std::move(m_chunk));
        if (!m_building.finish())
            m_connection.fail(SQLITE_CORRUPT);
        return m_building.builder.finish(revision);
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
        m_chunk.add({ row.narrow, feed < m_connections.size() ? m_connections[feed] : 0, flags,
            std::max(id < m_seen.size() ? m_seen[id] : 0, confirmedAt(feed)), row.changedAt });
        if (m_chunk.rows.size() >= rowsPerChunk)
            m_building.add(std::exchange(m_chunk, {}));
    }

    /// When a pull that brought only changes last saw the candidate as it was.
    qint64 confirmedAt(size_t feed) const
    {
        qint64 latest = 0;
        if (feed < m_confirmations.size()) {
            for (const Confirmation &confirmation : m_confirmations[feed]) {
                if (confirmation.seenAt > latest
                    && (confirmation.prefix.isEmpty() || m_candidate.ref.startsWith(confirmation.prefix.toUtf8())))
                    latest = confirmation.seenAt;
            }
        }
        return latest;
    }

    /// Into the same memory every time: a hundred thousand allocations are a good part of a load.
    static void assign(QByteArray &target, QByteArrayView bytes)
    {
        target.resize(bytes.size());
        std::ranges::copy(bytes, target.begin());
    }

    Connection &m_connection;
    Row m_count = 0; ///< About how many entities there are.
    std::vector<qint64> m_seen;
    Building m_building;
    Chunk m_chunk;
    std::vector<quint32> m_ranks;
    std::vector<StringId> m_connections;
    std::vector<std::vector<Confirmation>> m_confirmations;
    ProblemRefs m_problems;
    Candidate m_candidate;
};

} // namespace

SnapshotPtr loadSnapshot(Connection &connection, const Feeds &feeds, quint64 revision, SnapshotPtr previous)
{
    SnapshotPtr snapshot;
    {
        SQLite::Transaction transaction(connection.database()); // One state of the file for all queries.
        snapshot = Loading(connection, feeds, std::move(previous)).run(revision);
    }
    connection.exec("PRAGMA shrink_memory"); // Of the pages that were read, few are read again.
    return snapshot;
}

} // namespace callboard::mirror
