// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/textindex.h"

#include <QElapsedTimer>
#include <QJsonDocument>

namespace callboard::mirror {

using namespace Qt::StringLiterals;

namespace {

// A pull's batch that comes in between waits no longer than this.
constexpr int sliceMilliseconds = 15;

std::string utf8(const QJsonValue &value) { return value.toString().toStdString(); }

/// Every word must be there; the last letters of a word may be missing, as while typing.
std::string matchExpression(const QStringList &words)
{
    QString expression;
    for (QString word : words) {
        if (!word.trimmed().isEmpty())
            expression += u'"' + word.replace(u'"', "\"\""_L1) + "\"* "_L1;
    }
    return expression.toStdString();
}

} // namespace

TextIndex::TextIndex(Store &store)
    : m_store(store)
{
}

bool TextIndex::isCaughtUp(Connection &connection)
{
    return connection.pragma("SELECT NOT EXISTS (SELECT 1 FROM versions WHERE kind = 0"
                             " AND id > (SELECT done FROM text_state))")
        != 0;
}

domain::Result<bool> TextIndex::slice()
{
    if (m_left <= 0) {
        if (const auto counted = guarded([this] { count(); }); !counted)
            return std::unexpected(counted.error());
        if (m_left == 0)
            return false;
    }
    const auto indexed = m_store.transact([&] {
        const qint64 from = m_store.connection().pragma("SELECT done FROM text_state");
        const qint64 to = indexSome(from);
        Query(m_store.connection(), "UPDATE text_state SET done = ?").with(to).run();
    });
    if (!indexed) {
        m_left = 0;
        return std::unexpected(indexed.error());
    }
    return m_left > 0;
}

void TextIndex::count()
{
    m_done = 0;
    m_left = int(m_store.connection().pragma(
        "SELECT count(*) FROM versions WHERE kind = 0 AND id > (SELECT done FROM text_state)"));
}

/// The last version that is in the index now.
qint64 TextIndex::indexSome(qint64 from)
{
    QElapsedTimer timer;
    timer.start();
    Query versions(m_store.connection(),
        "SELECT id, entity, data, EXISTS (SELECT 1 FROM marks WHERE marks.id = entity) FROM versions"
        " WHERE id > ? AND kind = ? ORDER BY id");
    versions.with(from, versionkind::body);
    qint64 done = from;
    while (timer.elapsed() < sliceMilliseconds && versions.step()) {
        if (versions.number(3) != 0)
            index(versions);
        done = versions.number(0);
        ++m_done;
        --m_left;
    }
    if (done == from)
        m_left = 0; // What was counted has been erased since.
    return done;
}

void TextIndex::index(const Query &version)
{
    const auto plain = decode(version.bytes(2));
    if (!plain)
        return; // A damaged body is reported where somebody looks at it.
    const QJsonObject body = QJsonDocument::fromJson(*plain).object();
    const QJsonObject metadata = body["metadata"_L1].toObject();
    const std::string name = utf8(metadata["name"_L1]);
    const std::string title = utf8(metadata["title"_L1]);
    const std::string description = utf8(metadata["description"_L1]);
    const std::string rest = searchableText(body).toStdString();
    const qint64 entity = version.number(1);
    Connection &connection = m_store.connection();
    Query(connection, "DELETE FROM entity_text WHERE rowid = ?").with(entity).run();
    Query(connection, "INSERT INTO entity_text (rowid, name, title, description, body) VALUES (?, ?, ?, ?, ?)")
        .with(entity, name, title, description, rest)
        .run();
}

QStringList TextIndex::find(Connection &connection, const QStringList &words, int limit)
{
    const std::string expression = matchExpression(words);
    QStringList refs;
    QHash<QString, bool> known; // Several connections may have one entity.
    if (expression.empty() || limit <= 0)
        return refs;
    Query query(connection,
        "SELECT e.ref FROM entity_text t JOIN entities e ON e.id = t.rowid"
        " WHERE entity_text MATCH ? AND e.narrow IS NOT NULL"
        " ORDER BY bm25(entity_text, 10.0, 8.0, 4.0, 1.0), e.ref");
    query.with(expression);
    while (refs.size() < limit && query.step()) {
        if (const QString ref = query.text(0); !std::exchange(known[ref], true))
            refs.append(ref);
    }
    return refs;
}

} // namespace callboard::mirror
