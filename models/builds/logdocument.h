// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/logindex.h"
#include "models/domain/result.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace callboard::builds {

/// A log in a file, that may still grow: indexed on a thread of its own, read line by line. Lives on the GUI thread; the file is
/// never held.
class LogDocument final : public QObject {
    Q_OBJECT
public:
    explicit LogDocument(QObject *parent = nullptr);
    ~LogDocument() override;

    /// Begins anew with this file, of which so many bytes are written.
    void open(const QString &path, qint64 bytes, bool ended);
    /// There is more of it. With another path: the same log was moved there.
    void grow(const QString &path, qint64 bytes, bool ended);
    void clear();
    bool isOpen() const { return m_reader.isOpen(); }
    QString path() const { return m_path; }
    bool isWhole() const { return m_ended && m_indexed >= m_bytes; } ///< Ended, and all of it is indexed.
    bool hasEnded() const { return m_ended; }
    qint64 bytes() const { return m_bytes; }
    const std::optional<domain::Error> &failure() const { return m_failure; }

    // As far as it is indexed.
    quint32 lineCount() const { return m_lineCount; }
    LogFolds &folds() { return m_folds; }
    const LogFolds &folds() const { return m_folds; }
    quint32 errorCount() const { return m_errorCount; }
    const std::vector<quint32> &errors() const { return m_errors; }     ///< Lines that say what went wrong; some thousands at most.
    const std::vector<quint32> &warnings() const { return m_warnings; }
    qint64 firstTime() const { return m_firstTime; }
    std::vector<LogReader::Line> lines(quint32 first, quint32 count);
    qsizetype memory() const;

    /// Looks for a text in all lines, without case for ASCII; `found` follows, more than once while it goes on. Empty: none.
    void search(const QString &text);
    const std::vector<quint32> &hits() const { return m_hits; } ///< Lines, ascending.
    bool isSearching() const { return m_searching; }
    QString searched() const { return m_searched; }
    static constexpr size_t mostHits = 100'000;

    /// Copies it as it is, on a thread of its own; `saved` follows.
    void saveTo(const QString &path);

Q_SIGNALS:
    void indexed(); ///< More lines, groups and marks are known.
    void found();
    void failed();
    void saved(const QString &path, const QString &problem); ///< Empty: it is on the disk.

private:
    struct Work {
        QString path;
        qint64 bytes = 0;
        quint64 number = 0; ///< Of the file; another one begins anew.
    };
    void loop(const std::stop_token &stop);
    void searchLoop(const std::stop_token &stop, QString path, qint64 bytes, const QByteArray &needle, quint64 number);
    void take();
    void wake();

    QString m_path;
    qint64 m_bytes = 0;
    bool m_ended = false;
    std::optional<domain::Error> m_failure;
    LogReader m_reader;
    LogFolds m_folds;
    std::vector<quint32> m_errors, m_warnings, m_hits;
    quint32 m_lineCount = 0, m_errorCount = 0;
    qint64 m_indexed = 0, m_firstTime = -1;
    QString m_searched;
    bool m_searching = false;
    quint64 m_searchNumber = 0;
    quint64 m_number = 0;

    mutable std::mutex m_mutex; ///< Of what follows.
    std::condition_variable_any m_wake;
    LogIndex m_index;
    Work m_work;
    bool m_told = false; ///< A `take` is on its way.
    std::jthread m_searcher, m_thread, m_saver; ///< Last: they use all of the above.
};

} // namespace callboard::builds
