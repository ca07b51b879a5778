// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/htmllink.h"
#include "models/docs/htmlruns.h"
#include "models/docs/htmltree.h"

namespace callboard::docs::html {

/// The blocks of one container while the walk is in it: text that stands alone becomes paragraphs of its own.
class Flow final {
public:
    Runs runs;
    domain::Block::Check check = domain::Block::Check::None;
    bool isOneLine = false; ///< Of what can hold runs only (a heading): blocks in it are words apart, no more.

    void add(domain::Block block); ///< After the text so far.
    void endText();                ///< What text there is becomes a paragraph.
    void beginParagraph(const QString &id);
    void anchor(const QString &id); ///< The next that comes has it.
    std::vector<domain::Block> take();
    /// Text at the beginning that no element of its own holds: the tight form of an item, cell or definition.
    std::vector<domain::Run> takeLooseText();

private:
    std::vector<domain::Block> m_blocks;
    QString m_anchor;
    QString m_paragraphId;
    bool m_inParagraph = false;
    bool m_beganLoose = false;
};

/// Turns a tree into blocks: what is not known here by name is text and no more.
class Walk final {
public:
    explicit Walk(const HtmlPlace &place);
    std::vector<domain::Block> blocksOf(const GumboNode &node);

private:
    struct Depth {
        int dom = 0;
        int blocks = 0;
    };
    void into(const GumboNode &parent, const Look &look, Flow &flow, Depth depth);
    void visit(const GumboNode &node, const Look &look, Flow &flow, Depth depth);
    void element(const GumboNode &node, const Look &look, Flow &flow, Depth depth);
    bool inlineElement(const GumboNode &node, const Look &look, Flow &flow, Depth depth);
    bool blockElement(const GumboNode &node, const Look &look, Flow &flow, Depth depth);
    bool division(const GumboNode &node, const Look &look, Flow &flow, Depth depth);
    void link(const GumboNode &node, Look look, Flow &flow, Depth depth);
    void image(const GumboNode &node, const Look &look, Flow &flow) const;
    void heading(const GumboNode &node, int level, Flow &flow, Depth depth);
    void list(const GumboNode &node, bool ordered, Flow &flow, Depth depth);
    domain::Block item(const GumboNode &node, Depth depth);
    void definitions(const GumboNode &node, domain::Block &list, Depth depth);
    void table(const GumboNode &node, Flow &flow, Depth depth);
    domain::Block row(const GumboNode &node, Depth depth);
    domain::Block cell(const GumboNode &node, Depth depth);
    void admonition(const GumboNode &node, const QString &flavour, Flow &flow, Depth depth);
    void details(const GumboNode &node, Flow &flow, Depth depth);
    void figure(const GumboNode &node, Flow &flow, Depth depth);
    bool tabs(const GumboNode &node, Flow &flow, Depth depth);
    bool footnotes(const GumboNode &node, Flow &flow, Depth depth);
    /// The blocks of an element of which one child is the title, which is left out.
    std::vector<domain::Block> below(const GumboNode &node, Depth depth, const GumboNode *leftOut = nullptr);
    std::vector<domain::Run> lineOfRuns(const GumboNode &node, Depth depth);

    HtmlPlace m_place;
};

} // namespace callboard::docs::html
