// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/document.h"

/// Short ways to make pages of documentation.
namespace callboard::testkit {

using domain::Block;
using domain::Run;

inline Run run(const QString &text, quint16 style = Run::Plain, const QString &link = {})
{
    Run run;
    run.text = text;
    run.style = style;
    run.link = link;
    return run;
}

inline Block block(Block::Kind kind, std::vector<Block> children = {})
{
    Block block;
    block.kind = kind;
    block.children = std::move(children);
    return block;
}

inline Block paragraph(std::vector<Run> runs)
{
    Block block;
    block.runs = std::move(runs);
    return block;
}

inline Block paragraph(const QString &text)
{
    return paragraph(std::vector<Run> { run(text) });
}

inline Block heading(int level, const QString &text, const QString &id)
{
    Block block = paragraph(text);
    block.kind = Block::Kind::Heading;
    block.level = level;
    block.id = id;
    return block;
}

inline Block code(const QString &text, const QString &language)
{
    Block block;
    block.kind = Block::Kind::Code;
    block.text = text;
    block.language = language;
    return block;
}

inline Block item(std::vector<Run> runs, std::vector<Block> children = {})
{
    Block block = paragraph(std::move(runs));
    block.kind = Block::Kind::Item;
    block.children = std::move(children);
    return block;
}

inline Block cell(std::vector<Run> runs)
{
    Block block = paragraph(std::move(runs));
    block.kind = Block::Kind::Cell;
    return block;
}

inline Block row(const QStringList &cells)
{
    Block row = block(Block::Kind::Row);
    for (const QString &text : cells)
        row.children.push_back(cell({ run(text) }));
    return row;
}

inline Block titled(Block::Kind kind, const QString &title, const QString &flavour, std::vector<Block> children)
{
    Block result = block(kind, std::move(children));
    result.title = title;
    result.flavour = flavour;
    return result;
}

} // namespace callboard::testkit
