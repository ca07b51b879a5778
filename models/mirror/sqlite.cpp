// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/sqlite.h"

#include <QUrl>

#include <sqlite3.h>

namespace callboard::mirror {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

std::string nameOf(const QString &path, Connection::Access access)
{
    QString name = u"file:"_s % QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    if (access == Connection::Access::Immutable)
        name += "?immutable=1"_L1;
    return name.toStdString();
}

int flagsOf(Connection::Access access)
{
    const int mode = access == Connection::Access::ReadWrite ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY;
    return mode | SQLite::OPEN_NOMUTEX | SQLite::OPEN_URI;
}

/// Without what the extended codes add.
int primaryCode(const SQLite::Exception &exception) { return exception.getErrorCode() & 0xff; }

} // namespace

Connection::Connection(const QString &path, Access access, std::atomic<bool> *damaged)
    : m_database(nameOf(path, access), flagsOf(access), busyMilliseconds)
    , m_damaged(damaged)
{
    sqlite3_extended_result_codes(m_database.getHandle(), 1);
    // A file from elsewhere must not run functions of ours through its schema.
    sqlite3_db_config(m_database.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

Connection::~Connection() = default;

qint64 Connection::pragma(const char *sql)
{
    return m_database.execAndGet(sql).getInt64();
}

void Connection::interrupt() noexcept { sqlite3_interrupt(m_database.getHandle()); }

sqlite3_stmt *Connection::statement(const char *sql)
{
    auto &kept = m_statements[sql];
    if (!kept) {
        sqlite3_stmt *made = nullptr;
        const int code = sqlite3_prepare_v3(
            m_database.getHandle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr);
        if (code != SQLITE_OK)
            fail(code);
        kept.reset(made);
    }
    return kept.get();
}

void Connection::fail(int code)
{
    const SQLite::Exception exception(m_database.getHandle(), code);
    if (m_damaged && isDamage(exception))
        *m_damaged = true;
    throw exception;
}

void Connection::Finalize::operator()(sqlite3_stmt *statement) const noexcept
{
    sqlite3_finalize(statement);
}

Query::Query(Connection &connection, const char *sql)
    : m_connection(connection)
    , m_statement(connection.statement(sql))
{
}

Query::~Query()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

void Query::bind(int index, qint64 value)
{
    if (const int code = sqlite3_bind_int64(m_statement, index, value); code != SQLITE_OK)
        m_connection.fail(code);
}

void Query::bind(int index, std::string_view text)
{
    const char *data = text.data() ? text.data() : "";
    if (const int code = sqlite3_bind_text64(
            m_statement, index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
        code != SQLITE_OK)
        m_connection.fail(code);
}

void Query::bind(int index, const QByteArray &bytes)
{
    if (bytes.isNull())
        return bind(index, nullptr);
    if (const int code = sqlite3_bind_blob64(
            m_statement, index, bytes.constData(), quint64(bytes.size()), SQLITE_STATIC);
        code != SQLITE_OK)
        m_connection.fail(code);
}

void Query::bind(int index, std::nullptr_t) { sqlite3_bind_null(m_statement, index); }

bool Query::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_connection.fail(code);
    return false;
}

void Query::run()
{
    while (step()) { }
    sqlite3_reset(m_statement);
}

qint64 Query::number(int column) const { return sqlite3_column_int64(m_statement, column); }

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QByteArrayView Query::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    return { static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column) };
}

QString Query::text(int column) const { return QString::fromUtf8(bytes(column)); }

bool isDamage(const SQLite::Exception &exception)
{
    const int code = primaryCode(exception);
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_FORMAT;
}

domain::Error toError(const SQLite::Exception &exception, const QString &source)
{
    ErrorCode code = ErrorCode::Storage;
    QString meaning;
    switch (primaryCode(exception)) {
    case SQLITE_INTERRUPT: code = ErrorCode::Cancelled; break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        code = ErrorCode::Conflict;
        meaning = u"The mirror is in use by another process"_s;
        break;
    case SQLITE_FULL: meaning = u"The disk is full"_s; break;
    case SQLITE_READONLY: meaning = u"The mirror cannot be written"_s; break;
    case SQLITE_CANTOPEN: meaning = u"The mirror cannot be opened"_s; break;
    case SQLITE_IOERR: meaning = u"Reading or writing the mirror failed"_s; break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: meaning = u"The mirror is damaged"_s; break;
    default: break;
    }
    QString detail = QString::fromUtf8(exception.what());
    if (!meaning.isEmpty())
        detail = meaning % u" ("_s % detail % u')';
    return { code, detail, 0, std::nullopt, source };
}

} // namespace callboard::mirror
