// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/feeds.h"

#include <functional>
#include <mutex>
#include <stop_token>

namespace callboard::mirror {

/// Connections for reading, one for each thread that reads at the moment.
class Readers final {
public:
    Readers(QString path, Connection::Access access, std::atomic<bool> *damaged);

    /// Runs `work` with a connection of its own. Any thread.
    template<typename Work>
    auto read(Work &&work) -> domain::Result<std::invoke_result_t<Work, Connection &>>
    {
        return guarded([&] {
            const Lease lease(*this);
            return work(*lease.connection);
        });
    }

private:
    struct Lease {
        explicit Lease(Readers &readers);
        ~Lease();
        Q_DISABLE_COPY_MOVE(Lease)
        Readers &readers;
        std::unique_ptr<Connection> connection;
    };
    QString m_path;
    Connection::Access m_access;
    std::atomic<bool> *m_damaged;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_idle;
};

/// An entity as it lies in the file, with whose it is.
struct StoredEntity {
    domain::Entity entity;
    qint64 id = 0;
    qint64 feed = 0;
};

/// What shows of a ref: the row of the lowest rank. All throw SQLite::Exception.
std::optional<StoredEntity> readEntity(
    Connection &connection, const std::vector<quint32> &ranks, const QString &ref);
void readAllEntities(Connection &connection, const std::vector<quint32> &ranks,
    const std::function<bool(const domain::Entity &)> &visit, const std::stop_token &stop);
/// The bodies that show, as `Mirror::forEachBody`.
void readBodies(Connection &connection, const std::vector<quint32> &ranks, const std::function<bool(qint64, QByteArrayView)> &isWanted,
    const std::function<bool(qint64, const domain::Entity &)> &visit, const std::stop_token &stop);
std::vector<domain::Record> readRecords(
    Connection &connection, QStringView type, const QString &entityRef, const QString &connectionId);
/// Of one principal's pulls of a feed; only the names of `scope` count.
std::vector<domain::Record> readRecordsOf(Connection &connection, QStringView type, const domain::Provenance &scope);
std::vector<Version> readHistory(Connection &connection, const QString &ref);
Changes readChanges(Connection &connection, const Feeds &feeds, const Snapshot &snapshot, const ChangesQuery &asked,
    const std::stop_token &stop);
std::optional<domain::Entity> readVersion(Connection &connection, qint64 versionId);
std::optional<domain::Provenance> readProvenance(
    Connection &connection, const Feeds &feeds, const StoredEntity &stored);

} // namespace callboard::mirror
