// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/codec.h"
#include "models/mirror/feeds.h"
#include "models/mirror/sqlite.h"

#include <QSet>

namespace callboard::mirror {

/// What a row of `versions` holds. Part of the file's format.
namespace versionkind {
inline constexpr int body = 0;
inline constexpr int relations = 1;
inline constexpr int relationsWithBody = 2; ///< Those a new body came with: no version of its own to people.
inline constexpr int removed = 3;           ///< No data; the entity was gone.
}

/// What a transaction changed, for those who look at it.
struct Change {
    bool entities = false;
    QSet<QString> recordTypes;
    void add(const Change &other)
    {
        entities |= other.entities;
        recordTypes |= other.recordTypes;
    }
};

/// All writing to the file; the writer thread's own. Throws SQLite::Exception, from inside a transaction
/// that the caller began.
class Store final {
public:
    explicit Store(const QString &path, std::atomic<bool> *damaged = nullptr);
    Connection &connection() { return m_connection; }
    qint64 lastVersion() const { return m_nextVersion - 1; }

    /// Runs `work` in one transaction: all of it or nothing. `durable` waits for the disk as well.
    template<typename Work>
    domain::Result<void> transact(Work &&work, bool durable = false)
    {
        return guarded([&] {
            m_connection.exec(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
            SQLite::Transaction transaction(m_connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
            work();
            transaction.commit();
        });
    }

    Change put(const FeedRow &feed, qint64 now, const PreparedEntity &entity);
    Change put(const FeedRow &feed, qint64 now, const PreparedRecord &record);
    /// Removes what the feed had and this generation did not bring, among keys that begin with one of
    /// `prefixes` (all, when there are none). Names of blobs that nothing refers to any more go to `blobs`.
    Change removeUnseen(const FeedRow &feed, qint64 now, const QStringList &prefixes, QStringList &blobs);
    /// Removes those of these that the feed has: entities by canonical ref, records by type and key.
    Change removeNamed(const FeedRow &feed, qint64 now, const std::vector<std::pair<QString, QString>> &named,
        QStringList &blobs);
    /// Removes a connection's pages and assets of a site, which is not complete after it.
    Change evictDocs(const QString &site, const QString &connectionId, QStringList &blobs);
    /// Erases all of these feeds, and overwrites where it was.
    Change erase(const std::vector<qint64> &feedIds, QStringList &blobs);
    /// A large page cache while pulls bring much; a small one again afterwards.
    void setBusy(bool busy);
    /// Gives free pages back to the file system. Outside a transaction.
    void reclaim();
    void setValue(const QString &key, const QByteArray &json);
    bool holdsEntities(const FeedRow &feed);
    bool isBlobUsed(const std::string &hash);

private:
    struct Known;
    /// The number in the one row that this gives; 0 when it gives none.
    template<typename... Values>
    qint64 idOf(const char *sql, const Values &...values)
    {
        Query query(m_connection, sql);
        query.with(values...);
        return query.step() ? query.number(0) : 0;
    }
    qint64 addVersion(qint64 entity, qint64 now, int kind, const QByteArray &data);
    void mark(qint64 id, const FeedRow &feed, qint64 now);
    void insert(const FeedRow &feed, qint64 now, const PreparedEntity &entity);
    bool update(const FeedRow &feed, qint64 now, const PreparedEntity &entity, const Known &known);
    bool meansTheSame(qint64 bodyVersion, const PreparedEntity &entity);
    void removeEntity(qint64 id, qint64 now);
    void removeRecord(qint64 id, QStringList &blobs);
    void setBlobRefs(qint64 record, const PreparedRecord &prepared);

    Connection m_connection;
    bool m_busy = false;
    qint64 m_nextEntity = 1;
    qint64 m_nextVersion = 1;
};

} // namespace callboard::mirror
