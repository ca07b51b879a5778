// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/mermaid.h"

/// What both readers of Mermaid share.
namespace callboard::docs::mermaid {

struct Statement {
    int line = 1; ///< Of the source.
    QString text; ///< Trimmed, never empty.
};

struct Source {
    QString title;   ///< Of the front matter.
    QString keyword; ///< "flowchart", "sequenceDiagram", …
    QString rest;    ///< Of the line with the keyword.
    std::vector<Statement> lines;
};

/// Without front matter, comments, directives and accessible descriptions. Entities (`#quot;`, `#35;`) are characters of a private
/// range, so that what they stand for does not count as punctuation.
domain::Result<Source> split(QStringView source);

/// As shown: quotes of the whole taken off, line breaks, entities, other tags, Markdown marks and icon names undone.
QString shown(QStringView text);

domain::Error problem(int line, const QString &message);

domain::Result<Flowchart> readFlowchart(const Source &source);
domain::Result<SequenceDiagram> readSequence(const Source &source);

constexpr qsizetype longestText = 600; ///< Of one label; longer ones are refused.
constexpr int deepest = 20;

} // namespace callboard::docs::mermaid
