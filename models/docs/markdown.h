// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace callboard::docs {

/// An extension of Python-Markdown as mkdocs.yml names it ("toc", "markdown.extensions.toc", "pymdownx.superfences"), with its options.
struct MarkdownExtension {
    QString name;
    QJsonObject options;

    bool operator==(const MarkdownExtension &) const = default;
};

struct MarkdownOptions {
    /// In the order in which they are loaded, which decides between two of one priority. What is not known is passed over.
    std::vector<MarkdownExtension> extensions;
    /// Makes of the address of a link or image that Markdown made what is to stand in the page. Raw HTML is not asked about.
    std::function<QString(const QString &)> resolve;
    /// The text of a file that `--8<--` names, or nothing: it decides what may be read. Without it there are no snippets.
    std::function<std::optional<QString>(const QString &)> snippet;
};

struct MarkdownHeading {
    int level = 1;
    QString id;
    QString text; ///< Plain, without permalink and footnote marks.

    bool operator==(const MarkdownHeading &) const = default;
};

struct MarkdownResult {
    /// HTML as Python-Markdown 3.7 makes it. Raw HTML in the source is handed on as it is: it is for `documentFromHtml` to sanitise.
    /// A code block is `<div class="language-x highlight">` as Pygments makes it, but uncoloured: in it `<span class="filename">` with its
    /// title, and `<pre><code>` with the text; its first line's number is in `data-linenos` of a span before it, lines to set off are in
    /// `<span class="hll">`. Diagrams keep their language: "mermaid", "plantuml". An emoji is its character.
    QString html;
    std::optional<QString> title; ///< Of a first-level heading that the text begins with.
    std::vector<MarkdownHeading> headings; ///< Of Markdown, not of raw HTML, in their order.
    int slowMatches = 0; ///< How often a pattern took far more steps than patterns do. Bounded; 0 for what people write.
};

/// Markdown as MkDocs understands it: what Python-Markdown 3.7 with these extensions makes of it, whose rules for lists, indentation and
/// precedence are its own (https://python-markdown.github.io/). Nothing is fetched. Time is linear in the text but for bounded
/// exceptions, depth is bounded. Invalid for more than 32 MiB. Any thread.
domain::Result<MarkdownResult> renderMarkdown(const QString &text, const MarkdownOptions &options);

} // namespace callboard::docs
