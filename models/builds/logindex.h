// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/loglines.h"

#include <QFile>
#include <QString>

#include <vector>

namespace callboard::builds {

using LogRow = quint32;
inline constexpr quint32 noLine = ~quint32(0);

/// Where the lines of a log begin, roughly: every some kilobytes a place is kept, so that hundreds of megabytes need some hundred
/// kilobytes. With them its groups, and the lines that say what went wrong. Grows with what is fed; not thread-safe.
class LogIndex final {
public:
    struct Place {
        quint32 line = 0;
        qint64 offset = 0;
    };
    struct GroupRange {
        quint32 first = 0;      ///< The line with its title; it is never hidden.
        quint32 last = noLine;  ///< The last line of it; noLine while it is open.
        bool hasError = false;
        bool operator==(const GroupRange &) const = default;
    };
    static constexpr size_t mostMarks = 20'000;  ///< Further ones are counted only.
    static constexpr size_t mostGroups = 50'000;

    /// The next bytes of the log; pieces may end anywhere.
    void feed(QByteArrayView bytes);

    /// Complete lines, and the one that is not ended yet.
    quint32 lineCount() const { return m_lines + quint32(m_offset > m_lineStart); }
    qint64 bytes() const { return m_offset; }
    const std::vector<GroupRange> &groups() const { return m_groups; } ///< By first line.
    const std::vector<quint32> &errors() const { return m_errors; }
    const std::vector<quint32> &warnings() const { return m_warnings; }
    quint32 errorCount() const { return m_errorCount; }
    qint64 firstTime() const { return m_firstTime; } ///< Of the first line that tells one; -1.
    /// The last kept place at or before a line.
    Place placeBefore(quint32 line) const;
    qsizetype memory() const;

private:
    void endLine(QByteArrayView line);
    void group(const LogLine &read);

    std::vector<Place> m_places { Place {} };
    std::vector<GroupRange> m_groups;
    std::vector<std::pair<quint32, QByteArray>> m_open; ///< Into groups, with the names of sections.
    std::vector<quint32> m_errors, m_warnings;
    quint32 m_errorCount = 0;
    quint32 m_lines = 0;
    qint64 m_offset = 0;
    qint64 m_lineStart = 0;
    qint64 m_firstTime = -1;
    QByteArray m_head; ///< The beginning of a line that began in an earlier piece.
};

/// Reads lines of a file by its index. Reads and does not map: a file that is cut short under a map ends the program.
class LogReader final {
public:
    struct Line {
        QByteArray bytes; ///< Without its end; the beginning of a very long one.
        bool cut = false;
    };
    static constexpr qsizetype longest = 16 * 1024;

    bool open(const QString &path);
    void close() { m_file.close(); }
    bool isOpen() const { return m_file.isOpen(); }
    /// `first` must be below the index' count; fewer where the file is shorter than it was.
    std::vector<Line> lines(const LogIndex &index, quint32 first, quint32 count);
    QFile &file() { return m_file; }

private:
    QFile m_file;
};

/// Which rows show of which lines, with groups folded. For one thread.
class LogFolds final {
public:
    /// Groups that are new are folded where they ended without an error in them.
    void update(const std::vector<LogIndex::GroupRange> &groups, quint32 lineCount);
    bool isGroup(quint32 line) const { return groupOf(line) >= 0; }
    bool isFolded(quint32 line) const; ///< Whether the group that begins there is.
    quint32 hiddenBehind(quint32 line) const; ///< Lines that its fold hides.
    void setFolded(quint32 line, bool folded);
    void setAllFolded(bool folded);
    /// Unfolds what hides this line.
    void reveal(quint32 line);
    LogRow rowCount() const { return m_lineCount - m_hidden; }
    quint32 lineOf(LogRow row) const;
    /// Of a line that is hidden, that of its fold.
    LogRow rowOf(quint32 line) const;
    int depthOf(quint32 line) const; ///< How many groups that ended are around it.

private:
    struct Fold {
        quint32 first = 0, last = 0; ///< Hidden lines.
        quint32 before = 0;          ///< Lines that are hidden before it.
    };
    int groupOf(quint32 line) const;
    void refold();

    std::vector<LogIndex::GroupRange> m_groups;
    std::vector<bool> m_folded;
    std::vector<bool> m_decided; ///< Closed once, or chosen by the person.
    std::vector<Fold> m_folds;
    quint32 m_lineCount = 0;
    quint32 m_hidden = 0;
};

} // namespace callboard::builds
