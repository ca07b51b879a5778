// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace callboard::sync {

/// What a run of the program that died has left behind.
struct CrashTrace {
    QString integrationId;
    QString reason; ///< "it was being loaded when the program died".
};

/// Remembers on disk which integration is doing something dangerous, so that the next start knows who was
/// at work when the program died. One file for each running program, locked by it: a file that nobody
/// locks was left by a dead one. Thread-safe.
class CrashSentinel final {
public:
    /// `directory` is made when first needed.
    explicit CrashSentinel(const QString &directory);
    ~CrashSentinel();
    Q_DISABLE_COPY_MOVE(CrashSentinel)

    /// Reads and removes what dead runs have left.
    std::vector<CrashTrace> takeTraces();

    /// On disk before it returns, removed when destroyed.
    class Guard final {
    public:
        Guard(CrashSentinel &sentinel, const QString &integrationId, const QString &doing);
        ~Guard();
        Q_DISABLE_COPY_MOVE(Guard)

    private:
        CrashSentinel &m_sentinel;
        QByteArray m_line;
    };

private:
    friend class Mark;
    bool openFile();
    void write(const QByteArray &line, bool sync);

    QString m_directory;
    std::mutex m_mutex;
    QByteArray m_path;
    int m_file = -1;
};

/// While it lives, this thread runs code of that integration: a crash of this thread is put to its account, in
/// the sentinel's file, by the crash handler. Nests.
class Mark final {
public:
    Mark(const CrashSentinel &sentinel, const QString &integrationId);
    ~Mark();
    Q_DISABLE_COPY_MOVE(Mark)

private:
    char m_before[64];
    int m_fileBefore;
};

/// A stack of its own for signal handlers of this thread, so that even an overflown stack is attributed.
class SignalStack final {
public:
    SignalStack();
    ~SignalStack();
    Q_DISABLE_COPY_MOVE(SignalStack)

private:
    std::unique_ptr<char[]> m_memory;
};

} // namespace callboard::sync
