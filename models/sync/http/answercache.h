// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <QHash>

#include <list>
#include <mutex>

namespace callboard::sync {

/// Answers with an ETag, on disk, to be asked for again with If-None-Match (RFC 9110 section 13.1.2). Thread-safe.
///
/// One file an answer, in a folder of its connection's: <directory>/<connection>/<key>. A name is a keyed hash with a salt
/// that never leaves the directory, so that files tell neither address nor credential, and one credential's answer cannot be
/// found with another. A file that cannot be read is removed, and was never there.
class AnswerCache final {
public:
    struct Answer {
        QByteArray etag;
        int status = 0;
        sdk::Headers headers;
        QByteArray body;
    };

    /// An empty directory: nothing is kept. Touches no file before it is first used.
    AnswerCache(const QString &directory, qint64 mostBytes);
    ~AnswerCache();
    Q_DISABLE_COPY_MOVE(AnswerCache)

    bool isOn() const { return !m_directory.isEmpty(); }
    /// Stands for the credentials of a request; tells nothing of them.
    QByteArray who(const sdk::HttpRequest &request);
    /// The name of the answer to a request; empty where its answer is not kept.
    QString keyOf(const QString &connectionId, const sdk::HttpRequest &request);

    std::optional<Answer> find(const QString &key);
    void keep(const QString &key, const Answer &answer);
    void drop(const QString &key);
    void forget(const QString &connectionId);

    /// On disk, compressed.
    qint64 bytes() const;

private:
    struct File {
        QString key;
        qint64 size;
    };

    void open();
    QByteArray hash(const QByteArray &text);
    QString folderOf(const QString &connectionId);
    QString pathOf(const QString &key) const;
    void remember(const QString &key, qint64 size);
    void forgetFile(const QString &key);
    QStringList takeSurplus();

    const QString m_directory;
    const qint64 m_mostBytes;
    std::once_flag m_opened;
    QByteArray m_salt;
    mutable std::mutex m_mutex; ///< Of what follows; files are read and written outside of it.
    std::list<File> m_files; ///< The one used last is last.
    QHash<QString, std::list<File>::iterator> m_places;
    qint64 m_bytes = 0;
    quint64 m_written = 0; ///< Numbers files that are being written.
};

} // namespace callboard::sync
