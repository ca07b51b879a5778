// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/document.h"

/// A document as lines of text, for comparing: one line for each block, two spaces for each level.
namespace callboard::docs {

using namespace Qt::StringLiterals;

inline QString styleSigns(quint16 style)
{
    static constexpr std::array signs { "strong"_L1, "em"_L1, "code"_L1, "strike"_L1, "mark"_L1, "ins"_L1, "sup"_L1, "sub"_L1, "kbd"_L1,
        "small"_L1, "note"_L1 };
    QStringList names;
    for (size_t i = 0; i < signs.size(); ++i) {
        if (style & (1 << i))
            names.append(signs[i]);
    }
    return names.join(u',');
}

inline QString textOf(const std::vector<domain::Run> &runs)
{
    QString all;
    for (const auto &run : runs) {
        QString look = styleSigns(run.style);
        if (!run.link.isEmpty())
            look += u"→"_s + run.link;
        if (!run.image.isEmpty())
            look += " img="_L1 + run.image;
        if (run.width)
            look += u" w=%1"_s.arg(run.width);
        if (!run.title.isEmpty())
            look += u" '%1'"_s.arg(run.title);
        if (!run.id.isEmpty())
            look += " #"_L1 + run.id;
        QString text = run.text;
        text.replace(u'\n', u"⏎"_s);
        all += look.isEmpty() ? text : u"{%1|%2}"_s.arg(look.trimmed(), text);
    }
    return all;
}

inline QString lineOf(const domain::Block &block)
{
    static constexpr std::array names { "p"_L1, "h"_L1, "code"_L1, "list"_L1, "item"_L1, "quote"_L1, "table"_L1, "row"_L1, "cell"_L1,
        "admonition"_L1, "details"_L1, "tabs"_L1, "tab"_L1, "dl"_L1, "dt"_L1, "dd"_L1, "figure"_L1, "rule"_L1, "footnotes"_L1,
        "footnote"_L1, "group"_L1 };
    QString line = names[size_t(block.kind)];
    if (block.level)
        line += QString::number(block.level);
    if (block.ordered)
        line += u" ordered"_s;
    if (block.start != 1)
        line += u" start=%1"_s.arg(block.start);
    if (block.open)
        line += u" open"_s;
    if (block.headerRows)
        line += u" head=%1"_s.arg(block.headerRows);
    if (block.check != domain::Block::Check::None)
        line += block.check == domain::Block::Check::Done ? " done"_L1 : " todo"_L1;
    if (block.align != domain::Block::Align::None)
        line += block.align == domain::Block::Align::Left ? " left"_L1 : block.align == domain::Block::Align::Right ? " right"_L1 : " centre"_L1;
    if (block.columnSpan != 1)
        line += u" columns=%1"_s.arg(block.columnSpan);
    if (!block.flavour.isEmpty())
        line += u' ' + block.flavour;
    if (!block.language.isEmpty())
        line += u' ' + block.language;
    if (block.firstLine)
        line += u" from=%1"_s.arg(block.firstLine);
    for (const int marked : block.marked)
        line += u" !%1"_s.arg(marked);
    if (!block.id.isEmpty())
        line += " #"_L1 + block.id;
    if (!block.title.isEmpty())
        line += u" '%1'"_s.arg(block.title);
    if (!block.runs.empty())
        line += ": "_L1 + textOf(block.runs);
    if (!block.text.isEmpty())
        line += u": "_s + QString(block.text).replace(u'\n', u"⏎"_s);
    return line;
}

inline void addLines(const std::vector<domain::Block> &blocks, int depth, QStringList &lines)
{
    for (const auto &block : blocks) {
        lines.append(QString(depth * 2, u' ') + lineOf(block));
        addLines(block.children, depth + 1, lines);
    }
}

inline QString asText(const domain::Document &document)
{
    QStringList lines;
    addLines(document.blocks, 0, lines);
    return lines.join(u'\n');
}

} // namespace callboard::docs
