// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/docrecords.h"

#include "models/domain/docs.h"
#include "models/mirror/store.h"

#include <QJsonDocument>

#include <sqlite3.h>

namespace callboard::mirror {

using namespace Qt::StringLiterals;

namespace {

QJsonObject bodyOf(Connection &connection, QByteArrayView stored)
{
    const auto plain = decode(stored);
    if (!plain)
        connection.fail(SQLITE_CORRUPT);
    return QJsonDocument::fromJson(*plain).object();
}

const std::string pageType(domain::recordtype::docPage.data());
const std::string assetType(domain::recordtype::docAsset.data());
const std::string siteType(domain::recordtype::docSite.data());

} // namespace

std::optional<domain::Record> readRecord(Connection &connection, QStringView type, const QString &key)
{
    const std::string typeText = type.toString().toStdString();
    const std::string keyText = key.toStdString();
    // By feed, so that the index over (feed, type, key) serves it: there are few feeds.
    Query query(connection,
        "SELECT r.key, r.entity_ref, r.body FROM feeds f JOIN records r ON r.feed = f.id AND r.type = ?1 AND r.key = ?2"
        " ORDER BY f.id LIMIT 1");
    query.with(typeText, keyText);
    if (!query.step())
        return std::nullopt;
    return domain::Record { type.toString(), query.text(0), query.text(1), bodyOf(connection, query.bytes(2)) };
}

QStringList readRecordKeys(Connection &connection, QStringView type, const QString &entityRef, const QString &connectionId)
{
    const std::string texts[] { type.toString().toStdString(), entityRef.toLower().toStdString(), connectionId.toStdString() };
    Query query(connection,
        "SELECT DISTINCT r.key FROM records r JOIN feeds f ON f.id = r.feed"
        " WHERE r.type = ?1 AND r.entity_ref = ?2 AND (?3 = '' OR f.connection = ?3) ORDER BY r.key");
    query.with(texts[0], texts[1], texts[2]);
    QStringList keys;
    while (query.step())
        keys.append(query.text(0));
    return keys;
}

std::vector<DocHolding> readDocHoldings(Connection &connection)
{
    std::map<std::pair<QString, QString>, DocHolding> found;
    const auto of = [&](Query &query) -> DocHolding & {
        const QString site = query.text(0);
        const QString owner = query.text(1);
        DocHolding &holding = found[{ site, owner }];
        holding.site = site;
        holding.connectionId = owner;
        return holding;
    };
    {
        Query query(connection, "SELECT r.entity_ref, f.connection FROM records r JOIN feeds f ON f.id = r.feed WHERE r.type = ?1");
        query.with(siteType);
        while (query.step())
            of(query);
    }
    {
        Query query(connection,
            "SELECT r.entity_ref, f.connection, count(*), sum(length(r.body)) FROM records r JOIN feeds f ON f.id = r.feed"
            " WHERE r.type = ?1 GROUP BY r.entity_ref, f.connection");
        query.with(pageType);
        while (query.step()) {
            DocHolding &holding = of(query);
            holding.pages = int(query.number(2));
            holding.bytes += query.number(3);
        }
    }
    Query query(connection, "SELECT r.entity_ref, f.connection, r.body FROM records r JOIN feeds f ON f.id = r.feed WHERE r.type = ?1");
    query.with(assetType);
    while (query.step()) {
        const QJsonObject body = bodyOf(connection, query.bytes(2));
        if (!body["blob"_L1].toString().isEmpty())
            of(query).bytes += body["bytes"_L1].toInteger();
    }
    std::vector<DocHolding> holdings;
    for (auto &[key, holding] : found)
        holdings.push_back(std::move(holding));
    return holdings;
}

// The site itself stays, so that it can be listed, and fetched again when somebody wants to read it.
Change Store::evictDocs(const QString &site, const QString &connectionId, QStringList &blobs)
{
    const std::string ref = site.toLower().toStdString();
    const std::string owner = connectionId.toStdString();
    Change change;
    std::vector<qint64> gone;
    for (const std::string &type : { pageType, assetType }) {
        Query query(m_connection,
            "SELECT r.id FROM records r JOIN feeds f ON f.id = r.feed WHERE r.type = ?1 AND r.entity_ref = ?2 AND f.connection = ?3");
        query.with(type, ref, owner);
        const size_t before = gone.size();
        while (query.step())
            gone.push_back(query.number(0));
        if (gone.size() > before)
            change.recordTypes.insert(QString::fromStdString(type));
    }
    for (const qint64 id : gone)
        removeRecord(id, blobs);

    std::vector<std::pair<qint64, domain::Record>> sites;
    {
        Query query(m_connection,
            "SELECT r.id, r.key, r.entity_ref, r.body FROM records r JOIN feeds f ON f.id = r.feed"
            " WHERE r.type = ?1 AND r.entity_ref = ?2 AND f.connection = ?3");
        query.with(siteType, ref, owner);
        while (query.step()) {
            domain::Record record { domain::recordtype::docSite, query.text(1), query.text(2), bodyOf(m_connection, query.bytes(3)) };
            record.body.insert("complete"_L1, false);
            sites.emplace_back(query.number(0), std::move(record));
        }
    }
    for (const auto &[id, record] : sites) {
        const PreparedRecord prepared = prepare(record);
        Query(m_connection, "UPDATE records SET hash = ?, body = ? WHERE id = ?").with(prepared.hash, prepared.body, id).run();
        change.recordTypes.insert(record.type);
    }
    return change;
}

} // namespace callboard::mirror
