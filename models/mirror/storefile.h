// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"
#include "models/mirror/schema.h"

namespace callboard::mirror {

/// The right to write a workspace's mirror, held by one process at a time; the system gives it back when the
/// process dies, however. Also remembers whether the last holder closed the mirror in order.
class WriterLock final {
public:
    static domain::Result<std::unique_ptr<WriterLock>> take(const QString &directory);
    ~WriterLock();
    Q_DISABLE_COPY_MOVE(WriterLock)

    /// The last holder did not get to close the mirror, or found it damaged.
    bool wasUnclean() const { return m_wasUnclean; }
    /// Everything is on disk: the next holder need not look for damage.
    void setClean();

private:
    explicit WriterLock(int file);
    void write(const QByteArray &text);
    int m_file;
    bool m_wasUnclean = false;
};

/// Names of the files of one mirror.
struct StorePaths {
    QString directory;
    QString database() const { return directory + QStringLiteral("/mirror.sqlite"); }
    QString lock() const { return directory + QStringLiteral("/mirror.lock"); }
    QString blobs() const { return directory + QStringLiteral("/blobs"); }
    /// Made of the old file before its format is changed; deleted once the new one has opened well.
    QString backup() const { return directory + QStringLiteral("/mirror.sqlite.backup"); }
};

/// Makes the folder, for the user alone.
domain::Result<void> makeDirectory(const QString &directory);

/// Sees to it that there is a whole database of the newest format: makes one, upgrades an older one, sets aside a
/// damaged one. For the holder of the lock.
domain::Result<void> prepareForWriting(const StorePaths &paths, bool unclean,
    std::span<const Migration> migrations, Mirror::OpenReport &report);

/// Whether the database can be read as it is. NotFound, Unsupported, Storage. Says how to open it.
domain::Result<Connection::Access> prepareForReading(
    const StorePaths &paths, std::span<const Migration> migrations);

/// Renames a damaged database and begins a new one, with the settings that could still be read.
domain::Result<void> setAside(const StorePaths &paths, std::span<const Migration> migrations,
    const QString &reason, Mirror::OpenReport &report);

} // namespace callboard::mirror
