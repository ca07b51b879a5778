// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/store.h"

#include "models/domain/docs.h"
#include "models/mirror/doctext.h"

#include <QJsonDocument>

namespace callboard::mirror {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyCacheKibibytes = 4 * 1024;
constexpr int restingCacheKibibytes = 1024;
constexpr int busyJournalPages = 8000;
constexpr int restingJournalPages = 1000;
constexpr int journalLimitBytes = 32 * 1024 * 1024;

bool inScope(const QString &key, const QStringList &prefixes)
{
    return prefixes.isEmpty()
        || std::ranges::any_of(prefixes, [&](const QString &prefix) { return key.startsWith(prefix); });
}

} // namespace

/// An entity's row as it was before.
struct Store::Known {
    qint64 id = 0;
    qint64 body = 0;
    bool sameBody = false;
    bool sameRelations = false;
    bool sameState = false; ///< Status and flags.
    bool present = false;
};

Store::Store(const QString &path, std::atomic<bool> *damaged)
    : m_connection(path, Connection::Access::ReadWrite, damaged)
{
    m_connection.exec("PRAGMA temp_store=MEMORY");
    m_connection.exec("PRAGMA cache_size=-" + std::to_string(restingCacheKibibytes));
    m_connection.exec("PRAGMA journal_size_limit=" + std::to_string(journalLimitBytes));
    m_nextEntity = m_connection.pragma("SELECT ifnull(max(id), 0) + 1 FROM entities");
    // Never below what the text index has done, or a new version would pass for an indexed one.
    m_nextVersion = m_connection.pragma(
        "SELECT max((SELECT ifnull(max(id), 0) FROM versions), (SELECT done FROM text_state)) + 1");
}

Change Store::put(const FeedRow &feed, qint64 now, const PreparedEntity &entity)
{
    Known known;
    {
        Query query(m_connection,
            "SELECT id, body, body_hash, relations_hash, flags, status, narrow IS NOT NULL"
            " FROM entities WHERE ref = ? AND feed = ?");
        query.with(entity.ref, feed.id);
        if (query.step()) {
            known = { query.number(0), query.number(1), query.bytes(2) == entity.bodyHash,
                query.bytes(3) == entity.relationsHash,
                query.number(4) == entity.flags && query.bytes(5) == entity.status,
                query.number(6) != 0 };
        }
    }
    if (known.id == 0) {
        insert(feed, now, entity);
        return { true, {} };
    }
    mark(known.id, feed, now);
    if (known.present && known.sameBody && known.sameRelations && known.sameState)
        return {};
    return { update(feed, now, entity, known), {} };
}

void Store::insert(const FeedRow &feed, qint64 now, const PreparedEntity &entity)
{
    const qint64 id = m_nextEntity++;
    addVersion(id, now, versionkind::relationsWithBody, entity.relations);
    const qint64 body = addVersion(id, now, versionkind::body, entity.body);
    Query(m_connection,
        "INSERT INTO entities (ref, feed, id, flags, changed_at, narrow, status, body, body_hash, relations_hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(entity.ref, feed.id, id, entity.flags, now, entity.narrow, entity.status, body,
            entity.bodyHash, entity.relationsHash)
        .run();
    mark(id, feed, now);
}

/// Whether anything that a person could see has changed.
bool Store::update(const FeedRow &feed, qint64 now, const PreparedEntity &entity, const Known &known)
{
    const bool sameMeaning = known.present && (known.sameBody || meansTheSame(known.body, entity));
    qint64 body = known.body;
    if (!known.sameRelations || !known.present) {
        addVersion(known.id, now, sameMeaning ? versionkind::relations : versionkind::relationsWithBody,
            entity.relations);
    }
    if (!sameMeaning) {
        body = addVersion(known.id, now, versionkind::body, entity.body);
    } else if (!known.sameBody) {
        Query(m_connection, "UPDATE versions SET data = ? WHERE id = ?").with(entity.body, body).run();
    }
    Query(m_connection,
        "UPDATE entities SET flags = ?, changed_at = CASE WHEN ? THEN changed_at ELSE ? END, narrow = ?,"
        " status = ?, body = ?, body_hash = ?, relations_hash = ? WHERE ref = ? AND feed = ?")
        .with(entity.flags, int(sameMeaning), now, entity.narrow, entity.status, body, entity.bodyHash,
            entity.relationsHash, entity.ref, feed.id)
        .run();
    return !sameMeaning || !known.sameRelations || !known.sameState;
}

bool Store::meansTheSame(qint64 bodyVersion, const PreparedEntity &entity)
{
    Query query(m_connection, "SELECT data FROM versions WHERE id = ?");
    query.with(bodyVersion);
    if (!query.step())
        return false;
    const auto before = decode(query.bytes(0));
    const auto after = decode(entity.body);
    return before && after
        && meaningOf(QJsonDocument::fromJson(*before).object())
        == meaningOf(QJsonDocument::fromJson(*after).object());
}

qint64 Store::addVersion(qint64 entity, qint64 now, int kind, const QByteArray &data)
{
    const qint64 id = m_nextVersion++;
    Query(m_connection, "INSERT INTO versions (id, entity, at, kind, data) VALUES (?, ?, ?, ?, ?)")
        .with(id, entity, now, kind, data)
        .run();
    return id;
}

void Store::mark(qint64 id, const FeedRow &feed, qint64 now)
{
    Query(m_connection, "INSERT OR REPLACE INTO marks (id, feed, generation, seen_at) VALUES (?, ?, ?, ?)")
        .with(id, feed.id, feed.state.generation, now)
        .run();
}

Change Store::put(const FeedRow &feed, qint64 now, const PreparedRecord &record)
{
    Change change;
    qint64 id = 0;
    bool same = false;
    {
        Query query(m_connection, "SELECT id, hash FROM records WHERE feed = ? AND type = ? AND key = ?");
        query.with(feed.id, record.type, record.key);
        if (query.step()) {
            id = query.number(0);
            same = query.bytes(1) == record.hash;
        }
    }
    if (!same) {
        if (id == 0) {
            Query(m_connection,
                "INSERT INTO records (feed, type, key, entity_ref, hash, body) VALUES (?, ?, ?, ?, ?, ?)")
                .with(feed.id, record.type, record.key, record.entityRef, record.hash, record.body)
                .run();
            id = m_connection.database().getLastInsertRowid();
        } else {
            Query(m_connection, "UPDATE records SET entity_ref = ?, hash = ?, body = ? WHERE id = ?")
                .with(record.entityRef, record.hash, record.body, id)
                .run();
        }
        setBlobRefs(id, record);
        change.recordTypes.insert(QString::fromStdString(record.type));
    }
    Query(m_connection, "INSERT OR REPLACE INTO record_marks (id, feed, generation, seen_at) VALUES (?, ?, ?, ?)")
        .with(id, feed.id, feed.state.generation, now)
        .run();
    return change;
}

void Store::setBlobRefs(qint64 record, const PreparedRecord &prepared)
{
    Query(m_connection, "DELETE FROM blob_refs WHERE record = ?").with(record).run();
    for (const std::string &hash : prepared.blobs)
        Query(m_connection, "INSERT OR IGNORE INTO blob_refs (hash, record) VALUES (?, ?)").with(hash, record).run();
}

Change Store::removeUnseen(
    const FeedRow &feed, qint64 now, const QStringList &prefixes, QStringList &blobs)
{
    Change change;
    std::vector<qint64> entities;
    {
        Query query(m_connection,
            "SELECT m.id, e.ref FROM marks m JOIN entities e ON e.id = m.id WHERE m.feed = ? AND m.generation < ?");
        query.with(feed.id, feed.state.generation);
        while (query.step()) {
            if (inScope(query.text(1), prefixes))
                entities.push_back(query.number(0));
        }
    }
    for (const qint64 id : entities)
        removeEntity(id, now);
    change.entities = !entities.empty();

    std::vector<qint64> records;
    {
        Query query(m_connection,
            "SELECT m.id, r.key, r.type FROM record_marks m JOIN records r ON r.id = m.id"
            " WHERE m.feed = ? AND m.generation < ?");
        query.with(feed.id, feed.state.generation);
        while (query.step()) {
            if (!inScope(query.text(1), prefixes))
                continue;
            records.push_back(query.number(0));
            change.recordTypes.insert(query.text(2));
        }
    }
    for (const qint64 id : records)
        removeRecord(id, blobs);
    return change;
}

Change Store::removeNamed(const FeedRow &feed, qint64 now,
    const std::vector<std::pair<QString, QString>> &named, QStringList &blobs)
{
    Change change;
    for (const auto &[type, key] : named) {
        if (type == domain::recordtype::entity) {
            const std::string ref = key.toLower().toStdString();
            const qint64 id = idOf("SELECT id FROM entities WHERE ref = ? AND feed = ? AND narrow IS NOT NULL", ref, feed.id);
            if (id != 0) {
                removeEntity(id, now);
                change.entities = true;
            }
            continue;
        }
        const std::string name = type.toStdString();
        const std::string recordKey = key.toStdString();
        const qint64 id = idOf("SELECT id FROM records WHERE feed = ? AND type = ? AND key = ?", feed.id, name, recordKey);
        if (id != 0) {
            removeRecord(id, blobs);
            change.recordTypes.insert(type);
        }
    }
    return change;
}

void Store::removeEntity(qint64 id, qint64 now)
{
    Query(m_connection, "UPDATE entities SET narrow = NULL, status = NULL WHERE id = ?").with(id).run();
    Query(m_connection, "DELETE FROM marks WHERE id = ?").with(id).run();
    Query(m_connection, "DELETE FROM entity_text WHERE rowid = ?").with(id).run();
    addVersion(id, now, versionkind::removed, {});
}

void Store::removeRecord(qint64 id, QStringList &blobs)
{
    {
        Query query(m_connection, "SELECT hash FROM blob_refs WHERE record = ?");
        query.with(id);
        while (query.step())
            blobs.append(query.text(0));
    }
    Query(m_connection, "DELETE FROM blob_refs WHERE record = ?").with(id).run();
    Query(m_connection, "DELETE FROM record_marks WHERE id = ?").with(id).run();
    Query(m_connection, "DELETE FROM records WHERE id = ?").with(id).run();
}

Change Store::erase(const std::vector<qint64> &feedIds, QStringList &blobs)
{
    Change change { true, {} };
    m_connection.exec("PRAGMA secure_delete=ON");
    for (const qint64 feed : feedIds) {
        {
            Query query(m_connection,
                "SELECT hash FROM blob_refs WHERE record IN (SELECT id FROM records WHERE feed = ?)");
            query.with(feed);
            while (query.step())
                blobs.append(query.text(0));
        }
        {
            Query query(m_connection, "SELECT DISTINCT type FROM records WHERE feed = ?");
            query.with(feed);
            while (query.step())
                change.recordTypes.insert(query.text(0));
        }
        for (const char *sql : {
                 "DELETE FROM entity_text WHERE rowid IN (SELECT id FROM marks WHERE feed = ?)",
                 "DELETE FROM versions WHERE entity IN (SELECT id FROM entities WHERE feed = ?)",
                 "DELETE FROM marks WHERE feed = ?",
                 "DELETE FROM entities WHERE feed = ?",
                 "DELETE FROM blob_refs WHERE record IN (SELECT id FROM records WHERE feed = ?)",
                 "DELETE FROM record_marks WHERE feed = ?",
                 "DELETE FROM records WHERE feed = ?",
                 "DELETE FROM cursors WHERE feed = ?",
                 "DELETE FROM confirmations WHERE feed = ?",
                 "DELETE FROM feeds WHERE id = ?",
             })
            Query(m_connection, sql).with(feed).run();
    }
    // Deleted words stay in the indexes until their parts are merged.
    m_connection.exec("INSERT INTO entity_text (entity_text) VALUES ('optimize')");
    if (change.recordTypes.contains(QString(domain::recordtype::docPage)))
        DocText::restart(m_connection);
    m_connection.exec("PRAGMA secure_delete=FAST");
    return change;
}

void Store::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    m_connection.exec("PRAGMA cache_size=-" + std::to_string(busy ? busyCacheKibibytes : restingCacheKibibytes));
    // A pull touches the same pages of the list again and again: carried over together, they are written once.
    m_connection.exec("PRAGMA wal_autocheckpoint=" + std::to_string(busy ? busyJournalPages : restingJournalPages));
    if (!busy) {
        m_connection.exec("PRAGMA wal_checkpoint(PASSIVE)");
        m_connection.exec("PRAGMA shrink_memory");
    }
}

void Store::reclaim()
{
    m_connection.exec("PRAGMA incremental_vacuum");
    m_connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

void Store::setValue(const QString &key, const QByteArray &json)
{
    const std::string name = key.toStdString();
    if (json.isNull()) {
        Query(m_connection, "DELETE FROM settings WHERE key = ?").with(name).run();
        return;
    }
    Query(m_connection, "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)").with(name, json).run();
}

bool Store::holdsEntities(const FeedRow &feed)
{
    Query query(m_connection, "SELECT 1 FROM marks WHERE feed = ? LIMIT 1");
    query.with(feed.id);
    return query.step();
}

bool Store::isBlobUsed(const std::string &hash)
{
    Query query(m_connection, "SELECT 1 FROM blob_refs WHERE hash = ? LIMIT 1");
    query.with(hash);
    return query.step();
}

} // namespace callboard::mirror
