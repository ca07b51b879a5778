// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <vector>

/// A page of documentation as structure, not as markup: what search, outline and display share. Whatever it was written in, it has
/// been sanitised when it is one of these: there is nothing in it that could run or fetch.
namespace callboard::domain {

/// A stretch of text of one look.
struct Run {
    enum Style : quint16 {
        Plain = 0,
        Strong = 1 << 0,
        Emphasis = 1 << 1,
        Code = 1 << 2,
        Strike = 1 << 3,
        Mark = 1 << 4,
        Inserted = 1 << 5,
        Superscript = 1 << 6,
        Subscript = 1 << 7,
        Keyboard = 1 << 8,
        Small = 1 << 9,
        FootnoteMark = 1 << 10, ///< `link` leads to the footnote, or back.
    };
    QString text; ///< As shown, white space folded; of an image what stands for it. "\n" is a hard break.
    quint16 style = Plain;
    /// http, https or mailto; "#anchor" in this page; else the path of a page or asset in its site, with an optional
    /// "#anchor" ("guide/setup/#linux"; the front page is "./"), or in that of another entity, after a slash and its ref
    /// ("/component:default/ledger/guide/"). Never anything else. `docLink` takes it apart.
    QString link;
    QString title; ///< Of the link, image or abbreviation.
    /// Path of an asset in the site, or an http(s) address, which nobody fetches unasked. Empty: text.
    QString image;
    int width = 0; ///< Of the image, in CSS pixels, where the page says so.
    int height = 0;
    QString id = {}; ///< Anchor: a link may lead here.

    bool operator==(const Run &) const = default;
};

/// One block. Blocks with text of their own have `runs`; the others `children`; a list item may have both (text first).
struct Block {
    enum class Kind {
        Paragraph,      ///< runs
        Heading,        ///< runs, level, id
        Code,           ///< text, language, title, firstLine, marked
        List,           ///< ordered, start; children are Items
        Item,           ///< runs (of a tight list) and children; checked
        Quote,          ///< children
        Table,          ///< children are Rows; the first `headerRows` are the head; title is the caption
        Row,            ///< children are Cells
        Cell,           ///< runs or children; align, columnSpan, rowSpan
        Admonition,     ///< flavour, title, children
        Details,        ///< title, open, flavour ("" or as of an admonition), children: to fold
        Tabs,           ///< children are Tabs' Tab
        Tab,            ///< title, children
        DefinitionList, ///< children are Terms and Definitions
        Term,           ///< runs
        Definition,     ///< runs or children
        Figure,         ///< children, title is the caption
        Rule,
        Footnotes,      ///< children are Footnotes in their order
        Footnote,       ///< id, children
        Group,          ///< children: a division without a meaning of its own that could be kept
    };
    enum class Align { None, Left, Centre, Right };

    Kind kind = Kind::Paragraph;
    int level = 0;           ///< Heading: 1 to 6.
    QString id;              ///< Anchor; empty for none.
    std::vector<Run> runs;
    std::vector<Block> children;

    QString text;            ///< Code: whole, lines parted by "\n", none at the end.
    QString language;        ///< Code: as written ("python"); "mermaid" and "plantuml" are diagrams.
    QString title;
    QString flavour;         ///< "note", "warning", …, in lower case.
    QList<int> marked;       ///< Code: lines to set off, from 1.
    int firstLine = 0;       ///< Code: number of its first line; 0: without numbers.
    int start = 1;           ///< List: number of the first item.
    int headerRows = 0;
    int columnSpan = 1;
    int rowSpan = 1;
    bool ordered = false;
    bool open = false;
    enum class Check { None, Empty, Done } check = Check::None; ///< Item: of a task list.
    Align align = Align::None;

    bool operator==(const Block &) const = default;
};

/// An entry of a page's outline.
struct DocHeading {
    int level = 1;
    QString id;
    QString text;
    bool operator==(const DocHeading &) const = default;
};

struct Document {
    std::vector<Block> blocks;

    bool operator==(const Document &) const = default;
    /// Small: what is at its default is left out.
    QJsonObject toJson() const;
    /// Whatever is not understood is left out; depth is bounded (64).
    static Document fromJson(const QJsonObject &json);
};

/// The headings in their order, also those inside of other blocks.
std::vector<DocHeading> headings(const Document &document);
/// All that a person reads in a block and below, without markup: paragraphs parted by "\n".
QString plainText(const Block &block);
QString plainText(const std::vector<Run> &runs);

} // namespace callboard::domain
