// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/document.h"

#include <QHash>
#include <QStringList>

#include <compare>
#include <memory>
#include <vector>

namespace callboard::items {
struct Diagram;
}

namespace callboard::ui {

/// What stands around the article of a page, and scrolls with it. An image "icon:NAME" in its runs is an icon of ours.
struct DocumentHead {
    std::vector<domain::Run> above; ///< Over the title: where the page is.
    QString title;                  ///< Shown where the page does not begin with a heading of its own.
    std::vector<domain::Run> facts; ///< Under the title.
    QStringList ownLinks = {};      ///< Web addresses that open in the program: they bear no mark.

    bool operator==(const DocumentHead &) const = default;
};

/// A page as one column of leaves, in reading order: what is laid out, painted and selected piece by piece. Leaves lie in
/// boxes (a quote, an admonition, a table …), which are stretches of the column. Sizes are px at 100 %. Values only: no
/// fonts, no widgets.
struct DocumentFlow {
    enum class LeafKind : quint8 {
        Text,
        Heading,
        Crumbs,   ///< What stands over the title.
        Facts,    ///< And under it.
        Caption,
        CodeHead, ///< Title, language and copy button of a code block.
        CodeLine,
        Diagram,  ///< What code draws; in place of its lines. Its text is what it says.
        TableRow, ///< Cells, parted by a tab in `text`.
        Rule,
        BoxTitle, ///< Of an admonition or of details.
        TabBar,   ///< Labels of content tabs, parted by a tab in `text`.
        BoxEnd,   ///< Nothing to read: the lower edge of a box.
    };
    /// What is in front of a leaf.
    enum class Marker : quint8 { None, Bullet, Number, Empty, Done };

    /// A stretch of a leaf's text; they follow each other without gaps. An image is one character, U+FFFC.
    struct Span {
        int start = 0;
        int length = 0;
        quint16 style = 0; ///< domain::Run::Style
        int link = -1;     ///< Index into `links`.
        int image = -1;    ///< Index into `images`.
    };
    struct Cell {
        int start = 0; ///< In the leaf's text.
        int length = 0;
        int column = 0;
        int columns = 1;
        domain::Block::Align align = domain::Block::Align::None;
    };
    struct Leaf {
        LeafKind kind = LeafKind::Text;
        Marker marker = Marker::None;
        quint8 level = 0;     ///< Heading: 1 to 6. Bullets: depth of their list, from 1.
        bool head = false;    ///< TableRow: of the table's head.
        bool marked = false;  ///< CodeLine: set off.
        bool quiet = false;   ///< Smaller: footnotes.
        bool hidden = false;  ///< In something folded, or in a tab that is not chosen.
        int box = -1;         ///< The innermost; index into `boxes`.
        int number = 0;       ///< CodeLine: as it bears, 0 for none. Marker::Number: that number.
        float markerLeft = 0; ///< Where the text of its item begins.
        float left = 0;       ///< Of the text, from the column's edges.
        float right = 0;
        float above = 0;      ///< Room over the text.
        float below = 0;
        QString text;
        std::vector<Span> spans;
        std::vector<Cell> cells; ///< TableRow, TabBar
    };
    struct Box {
        enum class Kind : quint8 { Quote, Admonition, Details, Tabs, Tab, Code, Table };
        Kind kind = Kind::Quote;
        bool open = true;    ///< Details
        bool isTitled = false; ///< Code: its head says something else than its language.
        int parent = -1;
        int first = 0;       ///< Index of its first leaf,
        int last = 0;        ///< and of its last.
        int chosen = 0;      ///< Tabs: which. Tab: which one it is.
        int columns = 0;     ///< Table
        int headRows = 0;    ///< Table
        float left = 0;
        float right = 0;
        float edge = 0;      ///< Of the box, under the upper edge of its first leaf.
        QString flavour;     ///< Admonition, details: "note", "warning", …; code: its language.
        std::shared_ptr<const items::Diagram> diagram; ///< Code: its drawing, once it is there.
        bool asSource = false; ///< Code with a drawing: its lines are shown all the same.
        bool isDrawn() const { return diagram && !asSource; }
        bool isDiagram() const { return kind == Kind::Code && (flavour == QLatin1StringView("mermaid") || flavour == QLatin1StringView("plantuml")); }
    };
    struct Link {
        QString target; ///< As `domain::Run::link`.
        QString title;
        bool isOwn = false; ///< A web address that opens in the program.
        bool isExternal() const { return target.startsWith(QLatin1StringView("http")) || target.startsWith(QLatin1StringView("mailto:")); }
    };
    struct Image {
        QString source; ///< As `domain::Run::image`; "icon:NAME" for one of ours.
        QString text;
        QString title;
        int width = 0;
        int height = 0;
        bool isIcon = false; ///< Of ours, in the size of the text; not read, not copied.
        bool isRemote() const { return source.startsWith(QLatin1StringView("http")); }
    };
    struct Heading {
        domain::DocHeading heading;
        int leaf = 0;
    };
    /// What the keyboard goes to by Tab.
    struct Stop {
        enum class Kind : quint8 { Link, Fold, Tab, Copy, Image, Source, Diagram };
        Kind kind = Kind::Link;
        int leaf = 0;
        int start = 0; ///< Link, Image: in the text of the leaf.
        int length = 0;
        int index = 0; ///< Link, Image: into `links`, `images`. Fold, Copy, Source, Diagram: the box. Tab: which one of its bar.
    };

    std::vector<Leaf> leaves;
    std::vector<Box> boxes;
    std::vector<Link> links;
    std::vector<Image> images;
    std::vector<Heading> headings;
    std::vector<Stop> stops;
    QHash<QString, int> anchors; ///< To leaves.

    static DocumentFlow of(const domain::Document &document, const DocumentHead &head = {});

    /// Folds or unfolds details.
    void setOpen(int box, bool open);
    void openAll();
    void choose(int tabsBox, int tab);
    /// A drawing came for this code.
    void setDiagram(int box, std::shared_ptr<const items::Diagram> diagram);
    void showSource(int box, bool asSource);
    bool isStopShown(const Stop &stop) const;
    /// A line of code that lies under its drawing.
    bool isDrawnOver(const Leaf &leaf) const;
    /// Opens all that hides this leaf.
    void reveal(int leaf);
    /// Code whole, as its copy button takes it.
    QString codeOf(int box) const;
    int boxOf(int leaf, Box::Kind kind) const; ///< The innermost of a kind around it; -1.

private:
    void updateHidden();
    void nameDiagram(int box);
};

/// A place between two characters of a page.
struct DocumentPosition {
    int leaf = 0;
    int offset = 0; ///< In the leaf's text.
    auto operator<=>(const DocumentPosition &) const = default;
};

} // namespace callboard::ui
