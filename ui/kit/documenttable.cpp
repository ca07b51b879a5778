// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documentlayout.h"

#include <algorithm>
#include <numeric>

/// The widths of a table's columns: as CSS 2.1, section 17.5.2.2, lays down, but from a sample of the rows.
namespace callboard::ui {

using LeafKind = DocumentFlow::LeafKind;
using Box = DocumentFlow::Box;

namespace {

constexpr int wholeTable = 200;   ///< Up to so many rows all are looked at.
constexpr int sampledRows = 400;  ///< Of longer ones so many, from all over it.
constexpr qreal widestWord = 260; ///< Longer words are broken.
constexpr qreal widestColumn = 420;

/// The text of a column that is likely the widest, by its number of letters: only that one is measured.
struct Widest {
    qsizetype line = 0;
    qsizetype word = 0;
    QString lineText;
    QString wordText;
    bool lineBold = false;
    bool wordBold = false;

    void add(QStringView text, bool bold)
    {
        for (const QStringView part : text.split(QChar::LineSeparator)) {
            if (part.size() > line) {
                line = part.size();
                lineText = part.toString();
                lineBold = bold;
            }
            for (const QStringView piece : part.tokenize(u' ')) {
                if (piece.size() > word) {
                    word = piece.size();
                    wordText = piece.toString();
                    wordBold = bold;
                }
            }
        }
    }
};

} // namespace

DocumentLayout::Table &DocumentLayout::table(int box)
{
    const auto known = m_tables.find(box);
    return known != m_tables.end() ? known->second : m_tables.emplace(box, measure(box)).first->second;
}

std::span<const qreal> DocumentLayout::columnEdges(int box)
{
    return table(box).edges;
}

DocumentLayout::Table DocumentLayout::measure(int box) const
{
    const Box &around = m_flow.boxes[size_t(box)];
    const auto columns = size_t(std::max(1, around.columns));
    std::vector<Widest> widest(columns);
    std::vector<qreal> images(columns);
    const int rows = around.last - around.first;
    const int step = rows <= wholeTable ? 1 : std::max(1, rows / sampledRows);
    for (int at = around.first; at < around.last; at += at - around.first < around.headRows ? 1 : step) {
        const auto &leaf = m_flow.leaves[size_t(at)];
        for (const auto &cell : leaf.cells) {
            if (cell.columns == 1)
                widest[size_t(cell.column)].add(QStringView(leaf.text).sliced(cell.start, cell.length), leaf.head);
        }
        for (const auto &span : leaf.spans) {
            if (span.image < 0)
                continue;
            const auto in = std::ranges::find_if(leaf.cells, [&](const auto &cell) { return span.start >= cell.start && span.start < cell.start + cell.length; });
            if (in != leaf.cells.end())
                images[size_t(in->column)] = std::max(images[size_t(in->column)], qreal(m_flow.images[size_t(span.image)].width));
        }
    }
    const qreal pad = 2 * m_type->cellPad();
    // Code in a cell is wider than text of as many letters; measured as text it is given some room.
    constexpr qreal slack = 1.06;
    std::vector<qreal> least, most;
    for (size_t at = 0; at < columns; ++at) {
        const Widest &w = widest[at];
        const qreal word = std::min(m_type->scaled(widestWord), m_type->textWidth(w.wordText, w.wordBold) * slack + 2);
        const qreal line = std::max(word, m_type->textWidth(w.lineText, w.lineBold) * slack + 2);
        least.push_back(std::max(word, std::min(images[at], m_type->scaled(widestWord))) + pad);
        most.push_back(std::max(std::min(line, m_type->scaled(widestColumn)), images[at]) + pad);
    }
    const qreal room = m_width - m_type->scaled(around.left + around.right);
    const qreal sumLeast = std::accumulate(least.begin(), least.end(), 0.0);
    const qreal sumMost = std::accumulate(most.begin(), most.end(), 0.0);
    Table table;
    table.edges.push_back(m_type->scaled(around.left));
    for (size_t at = 0; at < columns; ++at) {
        qreal width = least[at];
        if (sumMost <= room)
            width = most[at] * room / sumMost;
        else if (sumLeast < room)
            width = least[at] + (most[at] - least[at]) * (room - sumLeast) / (sumMost - sumLeast);
        else if (m_paged)
            width = least[at] * room / sumLeast;
        table.edges.push_back(table.edges.back() + width);
    }
    return table;
}

} // namespace callboard::ui
