// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/usagelog.h"
#include "models/mirror/sqlite.h"

#include <QHash>

#include <span>

namespace callboard::insights {

/// The file beside the mirror that insights keep: `<workspace>/insights.sqlite`.
QString insightsFile(const QString &directory);

/// Writes the file; for one thread. Functions throw SQLite::Exception, but for `open`.
class UsageStore final {
public:
    /// Makes the file (0600) where there is none. A damaged one is set aside, and a new one begun in which nothing is recorded: the choice is lost with it. Unsupported for a newer version's.
    static domain::Result<std::unique_ptr<UsageStore>> open(const QString &directory);

    void append(std::span<const UsageEvent> events);
    void eraseAll();
    void eraseBefore(qint64 at);
    void erase(const QList<qint64> &ids);
    /// What is about entities of which `isGone` says so. True when rows went.
    bool eraseAbout(const std::function<bool(const QString &ref)> &isGone);
    /// Keeps within age and size. True when rows went.
    bool trim(const UsageLogOptions &options, qint64 now);
    qint64 newest();
    /// Who reads while something is erased holds up that it is overwritten: then this is to be tried again.
    bool isErasingLeft() const { return m_isErasingLeft; }
    void finishErasing();

    UsageLogOptions options();
    void setOptions(const UsageLogOptions &options);
    QHash<QString, qint64> shared();
    void setShared(const QString &connection, qint64 id); ///< Below 0: nothing is kept of that connection.

    mirror::Connection &connection() { return *m_connection; }

private:
    UsageStore() = default;
    domain::Result<void> openFile(const QString &path);
    qint64 begin(const QString &path);
    qint64 textId(const QString &text);
    qint64 bytesUsed();
    void setNumber(const char *key, qint64 value);
    /// What was erased is overwritten in the file, and the journal that may still hold it is cut.
    void afterErasing();

    QString m_path;
    std::unique_ptr<mirror::Connection> m_connection;
    bool m_isDamaged = false;
    bool m_isErasingLeft = false;
};

/// Reads on a connection of its own; NotFound where there is no file.
domain::Result<std::unique_ptr<mirror::Connection>> openForReading(const QString &directory);
/// The events of a query that selects id, at, deed, what, about, hits.
KeptUse keptOf(const mirror::Query &query);

} // namespace callboard::insights
