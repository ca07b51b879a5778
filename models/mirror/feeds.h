// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"
#include "models/mirror/sqlite.h"

#include <mutex>

namespace callboard::mirror {

/// All of a feed whose key begins with the prefix was seen at that time: said once, not for each row.
struct Confirmation {
    QString prefix; ///< Empty: all of it.
    qint64 generation = 0;
    qint64 seenAt = 0; ///< Milliseconds since the epoch, UTC.
};

/// One scope: what one principal's pulls of one feed of one connection bring.
struct FeedRow {
    qint64 id = 0;
    qint64 completed = 0; ///< Generation of the last completed pull.
    qint64 arrived = 0;   ///< The last version when its first pull completed; 0 before that.
    FeedState state;      ///< Its generation is that of the last pull begun.
    std::vector<Confirmation> confirmations; ///< By prefix; few.

    /// A pull of this generation saw all under these prefixes again (all of it, when there are none).
    void confirm(const QStringList &prefixes, qint64 seenAt);
    /// The latest that covers `key`, in generation and time; zeros where none does.
    Confirmation confirmationOf(QStringView key) const;
};

/// The feeds table in memory: small, asked often and from every thread.
class Feeds final {
public:
    void load(Connection &connection);
    /// Writes the scope's row, without its confirmations.
    static void save(Connection &connection, const FeedRow &row);
    static void saveConfirmations(Connection &connection, const FeedRow &row);
    static QByteArray readCursor(Connection &connection, qint64 feedId);
    /// Leaves the file as it is when this is what it holds.
    static void saveCursor(Connection &connection, qint64 feedId, const QByteArray &cursor);

    /// A new attempt: the scope's row (made if need be) with the next generation. Conflict while one runs.
    domain::Result<FeedRow> begin(
        const QString &connectionId, const QString &feedId, const QString &principal);
    /// The attempt is over; `row` is what is now on disk.
    void end(const FeedRow &row);
    std::vector<qint64> idsOf(const QString &connectionId) const;
    bool isPulling(const QString &connectionId) const;
    /// When the oldest of the running pulls began; invalid when none runs.
    QDateTime oldestRunning() const;
    void remove(const QString &connectionId);

    std::optional<FeedRow> row(qint64 feedId) const;
    std::vector<FeedRow> rows() const;
    /// By feed id: what each has been confirmed as a whole.
    std::vector<std::vector<Confirmation>> confirmations() const;
    std::vector<FeedState> states() const;
    /// By feed id: of several that hold an entity, the lowest rank shows. First the connections in the order in
    /// which they came, in one connection the principal that pulled last, then the feeds as they came.
    std::vector<quint32> ranks() const;
    /// The oldest completed pull among what shows; invalid when there is none.
    QDateTime asOf() const;

private:
    mutable std::mutex m_mutex;
    std::vector<FeedRow> m_rows; ///< By id.
    std::vector<qint64> m_running;
    qint64 m_nextId = 1;
};

} // namespace callboard::mirror
