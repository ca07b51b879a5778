// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/recordscan.h"

#include "models/mirror/codec.h"
#include "models/mirror/sqlite.h"
#include "models/mirror/storefile.h"

#include <QFile>
#include <QJsonDocument>

namespace callboard::mirror {

using namespace Qt::StringLiterals;

namespace {

class ScannedRecord final : public StoredRecord {
public:
    ScannedRecord(const Query &query, const QString &type)
        : m_query(query)
        , m_type(type)
    {
    }
    qint64 id() const override { return m_query.number(0); }
    QByteArray hash() const override { return m_query.bytes(1).toByteArray(); }
    QString connection() const override { return m_query.text(2); }
    domain::Record unpack() const override
    {
        const auto body = decode(m_query.bytes(5));
        return { m_type, m_query.text(3), m_query.text(4), QJsonDocument::fromJson(body.value_or(QByteArray())).object() };
    }

private:
    const Query &m_query;
    const QString &m_type;
};

} // namespace

domain::Result<void> scanRecords(const QString &mirrorDirectory, QStringView type,
    const std::function<void(const StoredRecord &)> &visit, const std::stop_token &stop)
{
    const QString name = type.toString();
    const std::string wanted = name.toStdString();
    bool whole = true;
    const auto scanned = guarded([&] {
        Connection connection(StorePaths { mirrorDirectory }.database(), Connection::Access::ReadOnly);
        Query query(connection,
            "SELECT r.id, r.hash, f.connection, r.key, r.entity_ref, r.body FROM records r JOIN feeds f ON f.id = r.feed WHERE r.type = ?");
        query.with(wanted);
        const ScannedRecord record(query, name);
        while ((whole = !stop.stop_requested()) && query.step())
            visit(record);
    });
    if (scanned && !whole)
        return domain::fail(domain::ErrorCode::Cancelled, u"Stopped"_s);
    return scanned;
}

} // namespace callboard::mirror
