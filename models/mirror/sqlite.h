// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Transaction.h>

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

struct sqlite3_stmt;

namespace callboard::mirror {

/// An SQLite database used by one thread at a time, with its prepared statements kept.
/// Throws SQLite::Exception; the functions that others call turn it into an Error (guarded).
class Connection final {
public:
    enum class Access { ReadWrite, ReadOnly, Immutable };
    static constexpr int busyMilliseconds = 5000; ///< How long it waits for others.
    /// `damaged` is set when SQLite finds the file damaged, whoever handles the error.
    Connection(const QString &path, Access access, std::atomic<bool> *damaged = nullptr);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    SQLite::Database &database() { return m_database; }
    void exec(const char *sql) { m_database.exec(sql); }
    void exec(const std::string &sql) { m_database.exec(sql); }
    qint64 pragma(const char *sql);
    /// Makes the statement that is running, on whatever thread, end with an error.
    void interrupt() noexcept;
    /// Prepared once for each literal: `sql` is known by its address.
    sqlite3_stmt *statement(const char *sql);
    [[noreturn]] void fail(int code);

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const noexcept;
    };
    SQLite::Database m_database;
    std::atomic<bool> *m_damaged;
    std::unordered_map<const char *, std::unique_ptr<sqlite3_stmt, Finalize>> m_statements;
};

/// One use of a kept statement; ends its read transaction when it goes out of scope.
class Query final {
public:
    Query(Connection &connection, const char *sql);
    ~Query();
    Q_DISABLE_COPY_MOVE(Query)

    /// Binds in order from the first parameter. Texts and bytes must outlive the steps.
    template<typename... Values>
    Query &with(const Values &...values)
    {
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }
    void bind(int index, qint64 value);
    void bind(int index, int value) { bind(index, qint64(value)); }
    void bind(int index, std::string_view text);
    void bind(int index, const std::string &text) { bind(index, std::string_view(text)); }
    void bind(int index, const QByteArray &bytes); ///< A blob; null when null.
    void bind(int index, std::nullptr_t);

    bool step();
    /// Runs to the end, for statements that give no rows.
    void run();

    qint64 number(int column) const;
    bool isNull(int column) const;
    /// Valid until the next step.
    QByteArrayView bytes(int column) const;
    QString text(int column) const;

private:
    Connection &m_connection;
    sqlite3_stmt *m_statement;
};

bool isDamage(const SQLite::Exception &exception);
domain::Error toError(const SQLite::Exception &exception, const QString &source = {});

/// Runs `work`; an exception of SQLite becomes an Error here.
template<typename Work>
auto guarded(Work &&work) -> domain::Result<std::invoke_result_t<Work>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            std::forward<Work>(work)();
            return {};
        } else {
            return std::forward<Work>(work)();
        }
    } catch (const SQLite::Exception &exception) {
        return std::unexpected(toError(exception));
    }
}

} // namespace callboard::mirror
