// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagestore.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard::insights {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using mirror::Connection;
using mirror::Query;

namespace {

constexpr qint64 fileVersion = 1;
constexpr qint64 smallestBound = 1 << 20;

constexpr const char *schemaSql = R"sql(
CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
-- A number is never used again: what was shared up to one stays true over erasing.
CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL, -- milliseconds since the epoch
    deed INTEGER NOT NULL,
    what INTEGER NOT NULL,
    about INTEGER NOT NULL,
    hits INTEGER NOT NULL
);
CREATE INDEX events_by_time ON events (at);
CREATE TABLE settings (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE shared (connection TEXT PRIMARY KEY, upto INTEGER NOT NULL) WITHOUT ROWID;
-- When which entities had problems, as far as somebody looked.
CREATE TABLE problem_spans (ref TEXT NOT NULL, begins INTEGER NOT NULL, ends INTEGER);
CREATE INDEX problems_open ON problem_spans (ref) WHERE ends IS NULL;
CREATE TABLE problem_looks (at INTEGER PRIMARY KEY);
PRAGMA user_version = 1;
)sql";

bool isThere(const QByteArray &place)
{
    struct stat there {};
    return ::lstat(place.constData(), &there) == 0 && S_ISREG(there.st_mode);
}

/// An empty file that only the user may read; SQLite keeps the mode, for its -wal and -shm too. It is made aside and linked: to
/// close a file would free the locks that another connection of this program holds on it (sqlite.org/howtocorrupt.html, 2.2).
domain::Result<void> createPrivate(const QString &path)
{
    const QByteArray place = QFile::encodeName(path);
    if (isThere(place))
        return {};
    QByteArray aside = place + ".XXXXXX";
    if (const int file = ::mkostemp(aside.data(), O_CLOEXEC); file >= 0) {
        ::close(file);
        // Where a file system knows no links, whoever has the turn is alone with it.
        if (::link(aside.constData(), place.constData()) != 0 && errno != EEXIST)
            std::ignore = ::rename(aside.constData(), place.constData());
        ::unlink(aside.constData());
    }
    if (!isThere(place))
        return domain::fail(ErrorCode::Storage, u"The workspace folder cannot be written"_s, path);
    return {};
}

/// Lets those who open a file of `directory` follow one another, over threads and programs, while it lives: of two that turn on
/// SQLite's journal at once, one would be told that the file is busy, without waiting.
class OpeningTurn {
public:
    explicit OpeningTurn(const QString &directory)
        : m_directory(::open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        while (m_directory >= 0 && ::flock(m_directory, LOCK_EX) != 0 && errno == EINTR) { }
    }
    ~OpeningTurn()
    {
        if (m_directory >= 0)
            ::close(m_directory);
    }
    Q_DISABLE_COPY_MOVE(OpeningTurn)

private:
    int m_directory;
};

QString asideOf(const QString &path) { return path + u".damaged"_s; }

/// Overwritten first, as what is erased from a file that is whole.
void eraseAside(const QString &path)
{
    QFile aside(asideOf(path));
    if (aside.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        const QByteArray nothing(64 << 10, '\0');
        for (qint64 left = aside.size(); left > 0;) {
            const qint64 written = aside.write(nothing.constData(), std::min<qint64>(left, nothing.size()));
            if (written <= 0)
                break;
            left -= written;
        }
        aside.flush();
        ::fsync(aside.handle());
    }
    aside.remove();
}

void setAside(const QString &path)
{
    const QString aside = asideOf(path);
    eraseAside(path);
    QFile::rename(path, aside);
    for (const auto suffix : { "-wal"_L1, "-shm"_L1 })
        QFile::remove(path + suffix);
}

} // namespace

QString insightsFile(const QString &directory) { return directory + u"/insights.sqlite"_s; }

domain::Result<void> UsageStore::openFile(const QString &path)
{
    if (auto created = createPrivate(path); !created)
        return created;
    bool newer = false;
    auto opened = mirror::guarded([&] {
        try {
            newer = begin(path) > fileVersion;
        } catch (const SQLite::Exception &exception) {
            m_isDamaged = mirror::isDamage(exception);
            throw;
        }
    });
    if (opened && newer)
        return domain::fail(ErrorCode::Unsupported, u"The usage log was written by a newer version"_s, path);
    return opened;
}

/// Makes the tables where there are none. Returns the version of the file.
qint64 UsageStore::begin(const QString &path)
{
    m_connection = std::make_unique<Connection>(path, Connection::Access::ReadWrite);
    qint64 version = m_connection->pragma("PRAGMA user_version");
    if (version == 0) {
        // Two may open a new file at once: the later one finds the tables made.
        m_connection->exec("PRAGMA auto_vacuum = INCREMENTAL");
        SQLite::Transaction transaction(m_connection->database(), SQLite::TransactionBehavior::IMMEDIATE);
        version = m_connection->pragma("PRAGMA user_version");
        if (version == 0)
            m_connection->exec(schemaSql);
        transaction.commit();
    }
    m_connection->exec("PRAGMA journal_mode = WAL");
    m_connection->exec("PRAGMA synchronous = NORMAL");
    m_connection->exec("PRAGMA secure_delete = ON");
    m_connection->exec("PRAGMA cache_size = -1024");
    std::ignore = m_connection->pragma("SELECT count(*) FROM (SELECT 1 FROM events LIMIT 1)");
    return version;
}

domain::Result<std::unique_ptr<UsageStore>> UsageStore::open(const QString &directory)
{
    const QString path = insightsFile(directory);
    const OpeningTurn turn(directory);
    std::unique_ptr<UsageStore> store(new UsageStore);
    store->m_path = path;
    auto opened = store->openFile(path);
    // What is damaged cannot be had back from anywhere, the choice not to be recorded neither: it is kept aside, and nothing is
    // recorded until somebody says so anew. A full disk or a busy file is no damage.
    if (!opened && store->m_isDamaged) {
        store->m_connection.reset();
        setAside(path);
        opened = store->openFile(path);
        if (opened)
            opened = mirror::guarded([&] { store->setOptions({ .enabled = false }); });
    }
    if (!opened)
        return std::unexpected(opened.error());
    return store;
}

qint64 UsageStore::textId(const QString &text)
{
    if (text.isEmpty())
        return 0;
    const std::string utf8 = text.toStdString();
    {
        Query known(*m_connection, "SELECT id FROM texts WHERE text = ?");
        known.with(utf8);
        if (known.step())
            return known.number(0);
    }
    Query made(*m_connection, "INSERT INTO texts (text) VALUES (?) RETURNING id");
    made.with(utf8);
    const qint64 id = made.step() ? made.number(0) : 0;
    made.run();
    return id;
}

void UsageStore::append(std::span<const UsageEvent> events)
{
    SQLite::Transaction transaction(m_connection->database(), SQLite::TransactionBehavior::IMMEDIATE);
    for (const UsageEvent &event : events) {
        const qint64 what = textId(event.what), about = textId(event.about);
        Query(*m_connection, "INSERT INTO events (at, deed, what, about, hits) VALUES (?, ?, ?, ?, ?)")
            .with(event.at, qint64(event.deed), what, about, event.hits)
            .run();
    }
    transaction.commit();
}

void UsageStore::afterErasing()
{
    m_connection->exec("DELETE FROM texts WHERE id NOT IN (SELECT what FROM events UNION SELECT about FROM events)");
    m_connection->exec("PRAGMA incremental_vacuum");
    finishErasing();
}

void UsageStore::finishErasing()
{
    constexpr int patience = 100; // Milliseconds: who records meanwhile should not wait for who reads.
    m_connection->database().setBusyTimeout(patience);
    m_isErasingLeft = m_connection->pragma("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
    m_connection->database().setBusyTimeout(Connection::busyMilliseconds);
}

void UsageStore::eraseAll()
{
    eraseAside(m_path); // It holds lines as well.
    m_connection->exec("DELETE FROM events");
    afterErasing();
}

void UsageStore::eraseBefore(qint64 at)
{
    Query(*m_connection, "DELETE FROM events WHERE at < ?").with(at).run();
    afterErasing();
}

void UsageStore::erase(const QList<qint64> &ids)
{
    {
        SQLite::Transaction transaction(m_connection->database(), SQLite::TransactionBehavior::IMMEDIATE);
        for (const qint64 id : ids)
            Query(*m_connection, "DELETE FROM events WHERE id = ?").with(id).run();
        transaction.commit();
    }
    afterErasing();
}

bool UsageStore::eraseAbout(const std::function<bool(const QString &ref)> &isGone)
{
    QList<qint64> gone;
    {
        Query texts(*m_connection, "SELECT id, text FROM texts");
        while (texts.step()) {
            if (isGone(texts.text(1)))
                gone.append(texts.number(0));
        }
    }
    if (gone.isEmpty())
        return false;
    qint64 rows = 0;
    {
        SQLite::Transaction transaction(m_connection->database(), SQLite::TransactionBehavior::IMMEDIATE);
        m_connection->exec("CREATE TEMP TABLE IF NOT EXISTS gone (id INTEGER PRIMARY KEY)");
        for (const qint64 id : gone)
            Query(*m_connection, "INSERT INTO temp.gone (id) VALUES (?)").with(id).run();
        m_connection->exec("DELETE FROM events WHERE about IN (SELECT id FROM temp.gone)");
        rows = m_connection->pragma("SELECT changes()");
        m_connection->exec("DELETE FROM temp.gone");
        transaction.commit();
    }
    if (rows > 0)
        afterErasing();
    return rows > 0;
}

qint64 UsageStore::bytesUsed()
{
    return (m_connection->pragma("PRAGMA page_count") - m_connection->pragma("PRAGMA freelist_count")) * m_connection->pragma("PRAGMA page_size");
}

bool UsageStore::trim(const UsageLogOptions &options, qint64 now)
{
    const qint64 oldest = QDateTime::fromMSecsSinceEpoch(now).addMonths(-options.months).toMSecsSinceEpoch();
    Query(*m_connection, "DELETE FROM events WHERE at < ?").with(oldest).run();
    bool erased = m_connection->pragma("SELECT changes()") > 0;
    if (erased)
        afterErasing();
    if (const QFileInfo aside(asideOf(m_path)); aside.exists() && aside.lastModified().toMSecsSinceEpoch() < oldest)
        eraseAside(m_path);
    while (bytesUsed() > options.maxBytes) {
        const qint64 rows = m_connection->pragma("SELECT count(*) FROM events");
        if (rows == 0)
            break;
        Query(*m_connection, "DELETE FROM events WHERE id IN (SELECT id FROM events ORDER BY at, id LIMIT ?)").with(rows / 10 + 1).run();
        afterErasing();
        erased = true;
    }
    return erased;
}

qint64 UsageStore::newest() { return m_connection->pragma("SELECT ifnull(max(id), 0) FROM events"); }

UsageLogOptions UsageStore::options()
{
    UsageLogOptions options;
    Query query(*m_connection, "SELECT key, value FROM settings");
    while (query.step()) {
        const QString key = query.text(0);
        const qint64 value = query.number(1);
        if (key == "enabled"_L1)
            options.enabled = value != 0;
        else if (key == "months"_L1)
            options.months = int(std::clamp<qint64>(value, 1, 120));
        else if (key == "maxBytes"_L1)
            options.maxBytes = std::max(value, smallestBound);
    }
    return options;
}

void UsageStore::setNumber(const char *key, qint64 value)
{
    Query(*m_connection, "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)").with(std::string_view(key), value).run();
}

void UsageStore::setOptions(const UsageLogOptions &options)
{
    SQLite::Transaction transaction(m_connection->database(), SQLite::TransactionBehavior::IMMEDIATE);
    setNumber("enabled", options.enabled);
    setNumber("months", options.months);
    setNumber("maxBytes", options.maxBytes);
    transaction.commit();
}

QHash<QString, qint64> UsageStore::shared()
{
    QHash<QString, qint64> all;
    Query query(*m_connection, "SELECT connection, upto FROM shared");
    while (query.step())
        all.insert(query.text(0), query.number(1));
    return all;
}

void UsageStore::setShared(const QString &connection, qint64 id)
{
    const std::string name = connection.toStdString();
    if (id < 0) {
        Query(*m_connection, "DELETE FROM shared WHERE connection = ?").with(name).run();
        return;
    }
    Query(*m_connection, "INSERT OR REPLACE INTO shared (connection, upto) VALUES (?, ?)").with(name, id).run();
}

domain::Result<std::unique_ptr<Connection>> openForReading(const QString &directory)
{
    const QString path = insightsFile(directory);
    if (!QFile::exists(path))
        return domain::fail(ErrorCode::NotFound, u"Nothing was recorded here"_s, path);
    return mirror::guarded([&] { return std::make_unique<Connection>(path, Connection::Access::ReadOnly); });
}

KeptUse keptOf(const Query &query)
{
    const qint64 deed = query.number(2);
    return { query.number(0),
        { query.number(1), deed >= 0 && deed < qint64(domain::usageDeeds) ? UsageDeed(deed) : UsageDeed::ActedOn, query.text(3), query.text(4), {},
            query.number(5) } };
}

} // namespace callboard::insights
