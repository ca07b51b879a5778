// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace callboard::domain {

/// A stretch of characters of a line that its counterpart does not have.
struct TextSpan {
    qsizetype begin = 0;
    qsizetype length = 0;
    bool operator==(const TextSpan &) const = default;
};

/// One line of a comparison.
struct DiffLine {
    enum class Op { Same, Removed, Added };
    Op op = Op::Same;
    int before = -1; ///< Index in the old text; -1 where it is not in it.
    int after = -1;  ///< Index in the new text.
    int partner = -1; ///< Index, in the comparison, of the line it became or came from; -1 where there is none.
    QString text;
    std::vector<TextSpan> marks; ///< Words that differ from the partner's; none: the whole line does.
};

/// A block of changed lines.
struct DiffHunk {
    int first = 0; ///< Index of the first changed line in the comparison.
    int count = 0;
    bool operator==(const DiffHunk &) const = default;
};

/// What must be done to one text to make it the other, line by line.
class LineDiff final {
public:
    /// Compares in time and memory bounded by the texts' length: up to some hundred changes in a row the result is the
    /// shortest there is (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986), above that it is merely right.
    static LineDiff of(const QString &before, const QString &after);

    const std::vector<DiffLine> &lines() const { return m_lines; }
    const std::vector<DiffHunk> &hunks() const { return m_hunks; }
    int added() const { return m_added; }
    int removed() const { return m_removed; }
    bool isEmpty() const { return m_hunks.empty(); }

    /// Beside each other: pairs of indices into `lines`, -1 where one side has nothing.
    std::vector<std::pair<int, int>> sideBySide() const;
    /// The new text made from the old one by what this says; nothing like the old one gives nothing.
    QStringList appliedTo(const QStringList &before) const;
    /// As `diff -u` writes it, so that it can be sent and applied. Empty when nothing differs.
    QString unified(const QString &beforeName, const QString &afterName, int context = 3) const;

private:
    void addMarks(const DiffHunk &hunk, qsizetype &left);

    std::vector<DiffLine> m_lines;
    std::vector<DiffHunk> m_hunks;
    int m_added = 0;
    int m_removed = 0;
};

} // namespace callboard::domain
