// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/schema.h"

#include <QDateTime>

#include <array>

namespace callboard::mirror {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *recordsSql = R"sql(
-- What one principal's pull of one feed brings is a scope of its own. Ids grow with first use.
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    connection TEXT NOT NULL,
    feed TEXT NOT NULL,
    principal TEXT NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0, -- of the last pull begun
    completed INTEGER NOT NULL DEFAULT 0,  -- of the last pull completed
    last_success INTEGER, last_attempt INTEGER,
    error_code INTEGER, error_detail TEXT, error_status INTEGER, error_source TEXT,
    cursor BLOB,
    UNIQUE (connection, feed, principal)
);
-- The narrow table: what the snapshot loads, in the order it wants it. An entity that is gone keeps
-- its row without `narrow`, so that its history finds it again.
CREATE TABLE entities (
    ref TEXT NOT NULL,
    feed INTEGER NOT NULL,
    id INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    narrow BLOB,
    status BLOB,
    body INTEGER NOT NULL, -- in versions
    body_hash BLOB NOT NULL,
    relations_hash BLOB NOT NULL,
    PRIMARY KEY (ref, feed)
) WITHOUT ROWID;
CREATE UNIQUE INDEX entities_by_id ON entities (id);
-- Apart from the entities, because every pull writes it for every entity.
CREATE TABLE marks (
    id INTEGER PRIMARY KEY,
    feed INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
);
-- Bodies and edge sets, current and past. kind: see versionkind in store.h.
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    data BLOB
);
CREATE INDEX versions_by_entity ON versions (entity);

CREATE TABLE records (
    id INTEGER PRIMARY KEY,
    feed INTEGER NOT NULL,
    type TEXT NOT NULL,
    key TEXT NOT NULL,
    entity_ref TEXT NOT NULL,
    hash BLOB NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (feed, type, key)
);
CREATE INDEX records_by_type ON records (type, entity_ref);
CREATE TABLE record_marks (
    id INTEGER PRIMARY KEY,
    feed INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
);
CREATE TABLE blob_refs (
    hash TEXT NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY (hash, record)
) WITHOUT ROWID;
CREATE INDEX blob_refs_by_record ON blob_refs (record);

CREATE TABLE settings (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
)sql";

constexpr const char *textSql = R"sql(
-- Holds no text, only the index: bodies are in versions. `done` is the last version that is in it.
CREATE VIRTUAL TABLE entity_text USING fts5 (
    name, title, description, body,
    content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
CREATE TABLE text_state (done INTEGER NOT NULL);
INSERT INTO text_state VALUES (0);
)sql";

constexpr const char *patchesSql = R"sql(
-- Megabytes for a large catalog: apart from what every pull writes.
CREATE TABLE cursors (
    feed INTEGER PRIMARY KEY,
    hash BLOB NOT NULL, -- of the plain bytes; empty where not known
    data BLOB NOT NULL
);
INSERT INTO cursors (feed, hash, data)
    SELECT id, x'', CAST(x'70' || cursor AS BLOB) FROM feeds WHERE length(cursor) > 0; -- 'p': not compressed
ALTER TABLE feeds DROP COLUMN cursor;
-- All that a feed has under this prefix of keys was seen then, whatever its marks say: a pull that brings
-- only changes says so once.
CREATE TABLE confirmations (
    feed INTEGER NOT NULL,
    prefix TEXT NOT NULL,
    generation INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (feed, prefix)
) WITHOUT ROWID;
)sql";

constexpr const char *historySql = R"sql(
-- What the first completed pull of a feed brought is no news: the last version of then, 0 before it.
ALTER TABLE feeds ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
UPDATE feeds SET arrived = (SELECT ifnull(max(id), 0) FROM versions) WHERE last_success IS NOT NULL;
-- "What changed since" is read from the second alone, and what was before each from the first: never from the versions
-- themselves, whose bodies lie between.
DROP INDEX versions_by_entity;
CREATE INDEX versions_of_entity ON versions (entity, id, kind);
CREATE INDEX versions_by_time ON versions (at, id, entity, kind) WHERE kind <> 2;
)sql";

constexpr const char *docsSql = R"sql(
-- Pages of documentation that are to be indexed, or are gone: the triggers below see to it, whoever writes.
CREATE TABLE doc_queue (record INTEGER PRIMARY KEY);
INSERT INTO doc_queue (record) SELECT id FROM records WHERE type = 'DocPage';
CREATE TRIGGER doc_page_came AFTER INSERT ON records WHEN new.type = 'DocPage'
    BEGIN INSERT OR IGNORE INTO doc_queue (record) VALUES (new.id); END;
CREATE TRIGGER doc_page_changed AFTER UPDATE OF body ON records WHEN new.type = 'DocPage'
    BEGIN INSERT OR IGNORE INTO doc_queue (record) VALUES (new.id); END;
CREATE TRIGGER doc_page_went AFTER DELETE ON records WHEN old.type = 'DocPage'
    BEGIN INSERT OR IGNORE INTO doc_queue (record) VALUES (old.id); END;
-- A page that was indexed. A changed one gets a new id: what names the old one in the segments is thereby gone.
CREATE TABLE doc_pages (
    id INTEGER PRIMARY KEY,
    record INTEGER NOT NULL,
    site TEXT NOT NULL,
    path TEXT NOT NULL,
    title TEXT NOT NULL
);
CREATE INDEX doc_pages_by_record ON doc_pages (record);
-- Section n of page p is p * 4096 + n; for snippets and for looking at a hit's words once more.
CREATE TABLE doc_sections (id INTEGER PRIMARY KEY, anchor TEXT NOT NULL, heading TEXT NOT NULL, text BLOB NOT NULL);
-- The inverted index in immutable parts (docsegment.h); chunk c of segment s is s * 16777216 + c.
CREATE TABLE doc_segments (id INTEGER PRIMARY KEY, sections INTEGER NOT NULL, pages BLOB NOT NULL, vocabulary BLOB NOT NULL);
CREATE TABLE doc_postings (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE doc_state (generation INTEGER NOT NULL, epoch INTEGER NOT NULL);
INSERT INTO doc_state VALUES (0, 0);
)sql";

constexpr std::array migrationList {
    Migration { "records", recordsSql, "SELECT 1 FROM entities UNION ALL SELECT 1 FROM feeds" },
    Migration { "text", textSql, "SELECT 1 FROM text_state WHERE done <> 0" },
    Migration { "patches", patchesSql,
        "SELECT 1 FROM pragma_table_info('feeds') WHERE name = 'cursor'"
        " UNION ALL SELECT 1 FROM cursors WHERE feed NOT IN (SELECT id FROM feeds)"
        " UNION ALL SELECT 1 FROM cursors WHERE typeof(data) <> 'blob'" },
    Migration { "history", historySql,
        "SELECT 1 FROM feeds WHERE arrived < (SELECT ifnull(max(id), 0) FROM versions) AND last_success IS NOT NULL"
        " UNION ALL SELECT 1 FROM versions v LEFT JOIN"
        " (SELECT id FROM versions INDEXED BY versions_by_time WHERE kind <> 2) i ON i.id = v.id"
        " WHERE v.kind <> 2 AND i.id IS NULL" },
    Migration { "docs", docsSql,
        "SELECT 1 FROM records WHERE type = 'DocPage' AND id NOT IN (SELECT record FROM doc_queue)" },
};

void check(Connection &connection, const Migration &migration)
{
    if (connection.database().execAndGet(std::string("SELECT count(*) FROM (") + migration.check + ")").getInt() != 0)
        throw SQLite::Exception(std::string("migration '") + migration.name + "' did not do what it should");
}

void apply(Connection &connection, const Migration &migration, size_t version)
{
    SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
    connection.exec(migration.sql);
    check(connection, migration);
    Query(connection, "INSERT INTO migrations (version, name, applied_at) VALUES (?, ?, ?)")
        .with(qint64(version), std::string_view(migration.name), QDateTime::currentMSecsSinceEpoch())
        .run();
    connection.exec("PRAGMA user_version = " + std::to_string(version));
    transaction.commit();
}

} // namespace

std::span<const Migration> schemaMigrations() { return migrationList; }

void migrate(Connection &connection, std::span<const Migration> migrations)
{
    connection.exec("CREATE TABLE IF NOT EXISTS migrations "
                    "(version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)");
    for (auto version = size_t(connection.pragma("PRAGMA user_version")); version < migrations.size(); ++version)
        apply(connection, migrations[version], version + 1);
}

QString foreignStep(Connection &connection, std::span<const Migration> migrations)
{
    Query steps(connection, "SELECT version, name FROM migrations ORDER BY version");
    while (steps.step()) {
        const qint64 version = steps.number(0);
        if (version < 1 || version > qint64(migrations.size()))
            return u"step %1 is not known"_s.arg(version);
        const QString expected = QString::fromLatin1(migrations[size_t(version) - 1].name);
        if (steps.text(1) != expected)
            return u"step %1 is \"%2\", not \"%3\""_s.arg(QString::number(version), steps.text(1), expected);
    }
    return {};
}

} // namespace callboard::mirror
