// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/reader.h"

#include "models/mirror/codec.h"
#include "models/mirror/narrow.h"
#include "models/mirror/store.h"

#include <QJsonDocument>
#include <QTimeZone>

#include <sqlite3.h>

#include <map>

namespace callboard::mirror {

namespace {

constexpr size_t mostIdle = 4;
constexpr int readerCacheKibibytes = 512;

QByteArray decoded(Connection &connection, QByteArrayView stored)
{
    auto plain = decode(stored);
    if (!plain)
        connection.fail(SQLITE_CORRUPT);
    return *std::move(plain);
}

QJsonObject objectOf(Connection &connection, QByteArrayView stored)
{
    return QJsonDocument::fromJson(decoded(connection, stored)).object();
}

QDateTime timeOf(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC);
}

quint32 rankOf(const std::vector<quint32> &ranks, qint64 feed)
{
    return size_t(feed) < ranks.size() ? ranks[size_t(feed)] : ~quint32(0);
}

/// A row of (feed, id, narrow, status, data).
StoredEntity storedEntity(Connection &connection, const Query &query)
{
    StoredEntity stored;
    stored.feed = query.number(0);
    stored.id = query.number(1);
    stored.entity.relations = unpackRelations(query.bytes(2));
    stored.entity.statusItems = QJsonDocument::fromJson(query.bytes(3).toByteArray()).array();
    stored.entity.body = objectOf(connection, query.bytes(4));
    return stored;
}

} // namespace

Readers::Readers(QString path, Connection::Access access, std::atomic<bool> *damaged)
    : m_path(std::move(path))
    , m_access(access)
    , m_damaged(damaged)
{
}

Readers::Lease::Lease(Readers &readers)
    : readers(readers)
{
    {
        const std::lock_guard lock(readers.m_mutex);
        if (!readers.m_idle.empty()) {
            connection = std::move(readers.m_idle.back());
            readers.m_idle.pop_back();
        }
    }
    if (!connection) {
        connection = std::make_unique<Connection>(readers.m_path, readers.m_access, readers.m_damaged);
        connection->exec("PRAGMA cache_size=-" + std::to_string(readerCacheKibibytes));
    }
}

Readers::Lease::~Lease()
{
    const std::lock_guard lock(readers.m_mutex);
    if (readers.m_idle.size() < mostIdle)
        readers.m_idle.push_back(std::move(connection));
}

std::optional<StoredEntity> readEntity(
    Connection &connection, const std::vector<quint32> &ranks, const QString &ref)
{
    const std::string key = ref.toStdString();
    std::optional<StoredEntity> best;
    Query query(connection,
        "SELECT e.feed, e.id, e.narrow, e.status, v.data FROM entities e JOIN versions v ON v.id = e.body"
        " WHERE e.ref = ? AND e.narrow IS NOT NULL");
    query.with(key);
    while (query.step()) {
        if (!best || rankOf(ranks, query.number(0)) < rankOf(ranks, best->feed))
            best = storedEntity(connection, query);
    }
    return best;
}

void readAllEntities(Connection &connection, const std::vector<quint32> &ranks,
    const std::function<bool(const domain::Entity &)> &visit, const std::stop_token &stop)
{
    Query query(connection,
        "SELECT e.feed, e.id, e.narrow, e.status, v.data, e.ref FROM entities e"
        " JOIN versions v ON v.id = e.body WHERE e.narrow IS NOT NULL ORDER BY e.ref, e.feed");
    std::optional<StoredEntity> best;
    QByteArray bestRef;
    while (query.step() && !stop.stop_requested()) {
        const bool sameRef = best && query.bytes(5) == bestRef;
        if (sameRef && rankOf(ranks, query.number(0)) >= rankOf(ranks, best->feed))
            continue;
        if (best && !sameRef && !visit(best->entity))
            return;
        best = storedEntity(connection, query);
        bestRef = query.bytes(5).toByteArray();
    }
    if (best && !stop.stop_requested())
        visit(best->entity);
}

void readBodies(Connection &connection, const std::vector<quint32> &ranks, const std::function<bool(qint64, QByteArrayView)> &isWanted,
    const std::function<bool(qint64, const domain::Entity &)> &visit, const std::stop_token &stop)
{
    QByteArray ref;
    const auto read = [&](qint64 body) {
        if (!isWanted(body, ref))
            return true;
        Query query(connection, "SELECT data FROM versions WHERE id = ?");
        query.with(body);
        if (!query.step())
            return true;
        domain::Entity entity;
        entity.body = objectOf(connection, query.bytes(0));
        return visit(body, entity);
    };
    // In the order of the key, so that nothing is sorted; while it is open, all is read as it was at its beginning.
    Query query(connection, "SELECT ref, feed, body FROM entities WHERE narrow IS NOT NULL ORDER BY ref, feed");
    quint32 rank = 0;
    qint64 best = 0;
    while (query.step() && !stop.stop_requested()) {
        const bool sameRef = best != 0 && query.bytes(0) == ref;
        const quint32 rankNow = rankOf(ranks, query.number(1));
        if (sameRef && rankNow >= rank)
            continue;
        if (best != 0 && !sameRef && !read(best))
            return;
        ref = query.bytes(0).toByteArray();
        rank = rankNow;
        best = query.number(2);
    }
    if (best != 0 && !stop.stop_requested())
        read(best);
}

std::vector<domain::Record> readRecords(
    Connection &connection, QStringView type, const QString &entityRef, const QString &connectionId)
{
    const std::string typeKey = type.toString().toStdString();
    const std::string ref = entityRef.toLower().toStdString();
    const std::string owner = connectionId.toStdString();
    Query query(connection,
        "SELECT r.key, r.entity_ref, r.body FROM records r JOIN feeds f ON f.id = r.feed"
        " WHERE r.type = ?1 AND (?2 = '' OR r.entity_ref = ?2) AND (?3 = '' OR f.connection = ?3)"
        " ORDER BY r.key, r.feed");
    query.with(typeKey, ref, owner);
    std::vector<domain::Record> records;
    while (query.step()) {
        records.push_back({ type.toString(), query.text(0), query.text(1),
            objectOf(connection, query.bytes(2)) });
    }
    return records;
}

std::vector<domain::Record> readRecordsOf(Connection &connection, QStringView type, const domain::Provenance &scope)
{
    const std::string texts[] { type.toString().toStdString(), scope.connectionId.toStdString(),
        scope.feedId.toStdString(), scope.principal.toStdString() };
    Query query(connection,
        "SELECT r.key, r.entity_ref, r.body FROM records r JOIN feeds f ON f.id = r.feed"
        " WHERE r.type = ? AND f.connection = ? AND f.feed = ? AND f.principal = ? ORDER BY r.key");
    query.with(texts[0], texts[1], texts[2], texts[3]);
    std::vector<domain::Record> records;
    while (query.step())
        records.push_back({ type.toString(), query.text(0), query.text(1), objectOf(connection, query.bytes(2)) });
    return records;
}

std::vector<Version> readHistory(Connection &connection, const QString &ref)
{
    const std::string key = ref.toStdString();
    Query query(connection,
        "SELECT v.id, v.at, v.kind, f.connection, e.id FROM entities e JOIN versions v ON v.entity = e.id"
        " JOIN feeds f ON f.id = e.feed WHERE e.ref = ? AND v.kind <> ? ORDER BY v.id");
    query.with(key, versionkind::relationsWithBody);
    std::vector<Version> versions;
    std::map<qint64, Version> last; // Of each connection and principal.
    while (query.step()) {
        Version version;
        version.id = query.number(0);
        version.at = timeOf(query.number(1));
        version.connectionId = query.text(3);
        version.removed = query.number(2) == versionkind::removed;
        version.relationsOnly = query.number(2) == versionkind::relations;
        const auto before = last.find(query.number(4));
        version.before = before == last.end() ? 0 : before->second.id;
        version.kind = version.removed                      ? ChangeKind::Removed
            : before == last.end()                          ? ChangeKind::Added
            : before->second.removed                        ? ChangeKind::Returned
            : version.relationsOnly                         ? ChangeKind::Relations
                                                            : ChangeKind::Body;
        last.insert_or_assign(query.number(4), version);
        versions.push_back(version);
    }
    return versions;
}

std::optional<domain::Entity> readVersion(Connection &connection, qint64 versionId)
{
    Query query(connection,
        "WITH wanted AS (SELECT id, entity FROM versions WHERE id = ?1 AND kind <> ?4)"
        " SELECT (SELECT data FROM versions v WHERE v.entity = w.entity AND v.id <= w.id AND v.kind = ?2"
        "         ORDER BY v.id DESC LIMIT 1),"
        "        (SELECT data FROM versions v WHERE v.entity = w.entity AND v.id <= w.id AND v.kind IN (?3, ?4)"
        "         ORDER BY v.id DESC LIMIT 1)"
        " FROM wanted w");
    query.with(versionId, versionkind::body, versionkind::relations, versionkind::relationsWithBody);
    if (!query.step() || query.isNull(0))
        return std::nullopt;
    domain::Entity entity;
    entity.body = objectOf(connection, query.bytes(0));
    if (!query.isNull(1))
        entity.relations = relationsFromBytes(decoded(connection, query.bytes(1)));
    return entity;
}

std::optional<domain::Provenance> readProvenance(
    Connection &connection, const Feeds &feeds, const StoredEntity &stored)
{
    Query query(connection, "SELECT generation, seen_at FROM marks WHERE id = ?");
    query.with(stored.id);
    const auto feed = feeds.row(stored.feed);
    if (!query.step() || !feed)
        return std::nullopt;
    const Confirmation confirmed = feed->confirmationOf(stored.entity.ref().canonical());
    return domain::Provenance { feed->state.connectionId, feed->state.feedId, feed->state.principal,
        std::max(query.number(0), confirmed.generation), timeOf(std::max(query.number(1), confirmed.seenAt)) };
}

} // namespace callboard::mirror
