// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/architecture/layertable.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const auto anyIntegration = u"plugins/<id>"_s;

/// The words in `code` of one cell.
QStringList codeWords(const QString &cell)
{
    static const QRegularExpression code(u"`([^`]+)`"_s);
    QStringList words;
    for (const auto &match : code.globalMatch(cell))
        words.append(match.captured(1));
    return words;
}

} // namespace

LayerTable LayerTable::fromMarkdown(const QString &text)
{
    LayerTable table;
    const auto from = text.indexOf("<!-- layers -->"_L1);
    const auto to = text.indexOf("<!-- end of layers -->"_L1);
    if (from < 0 || to < from)
        return table;
    const auto lines = text.sliced(from, to - from).split(u'\n');
    for (const auto &line : lines) {
        const auto cells = line.split(u'|');
        if (cells.size() != 6)
            continue;
        const auto folder = codeWords(cells[1]);
        if (folder.isEmpty())
            continue;
        const auto below = codeWords(cells[4]);
        table.m_rows.push_back({ folder.first(), codeWords(cells[2]), { below.begin(), below.end() } });
    }
    return table;
}

QStringList LayerTable::mistakes() const
{
    QStringList found;
    QSet<QString> above;
    for (const auto &row : m_rows) {
        for (const auto &folder : row.mayLink) {
            if (!above.contains(folder))
                found.append(row.folder + " may not name "_L1 + folder + ": it is no row above it"_L1);
        }
        above.insert(row.folder);
    }
    return found;
}

const LayerTable::Row *LayerTable::rowOfFolder(const QString &folder) const
{
    const auto found = std::ranges::find(m_rows, folder, &Row::folder);
    return found == m_rows.end() ? nullptr : &*found;
}

const LayerTable::Row *LayerTable::rowOfPath(const QString &path) const
{
    const Row *longest = nullptr;
    for (const auto &row : m_rows) {
        if (path != row.folder && !path.startsWith(row.folder + u'/'))
            continue;
        if (!longest || longest->folder.size() < row.folder.size())
            longest = &row;
    }
    if (!longest && path.startsWith("plugins/"_L1))
        return rowOfFolder(anyIntegration);
    return longest;
}

const LayerTable::Row *LayerTable::rowOfTarget(const QString &target) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&](const Row &row) { return row.targets.contains(target); });
    return found == m_rows.end() ? nullptr : &*found;
}

QSet<QString> LayerTable::foldersBelow(const Row &row) const
{
    QSet<QString> below;
    auto waiting = row.mayLink.values();
    while (!waiting.isEmpty()) {
        const auto folder = waiting.takeLast();
        if (below.contains(folder))
            continue;
        below.insert(folder);
        if (const auto *next = rowOfFolder(folder))
            waiting.append(next->mayLink.values());
    }
    return below;
}
