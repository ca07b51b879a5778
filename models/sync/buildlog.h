// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "models/domain/result.h"

#include <QFile>

#include <memory>

namespace callboard::sync {

/// A job's log, as far as it is here.
struct BuildLog {
    QString path;       ///< Of a file that only grows, to be mapped: a log may have hundreds of megabytes, and no line end in them.
    qint64 bytes = 0;   ///< Of it, that are written.
    bool ended = false; ///< All of it is here, and is kept: the file is the mirror's.
    bool cut = false;   ///< There was more than may be brought.
    QString blob;       ///< Its key in the mirror's blob store, once it is kept.
};

/// A log on its way into a file: never held whole. For one thread.
class BuildLogFile final {
public:
    /// In a folder of its own below `directory`, which is made. Unlike a temporary file it is of this user alone and on the disk of the blobs.
    static domain::Result<std::unique_ptr<BuildLogFile>> create(const QString &directory, qint64 most);
    ~BuildLogFile(); ///< Removes the file, if it is still where it was.
    Q_DISABLE_COPY_MOVE(BuildLogFile)

    /// Appends; false when no more is wanted, because it is full or cannot be written.
    bool append(QByteArrayView piece);
    /// Everything appended is in the file.
    domain::Result<void> flush();
    BuildLog log() const;
    /// Leftovers of a program that was killed.
    static void sweep(const QString &directory);

private:
    BuildLogFile() = default;
    QFile m_file;
    qint64 m_bytes = 0;
    qint64 m_most = 0;
    bool m_cut = false;
    QString m_problem;
};

} // namespace callboard::sync
