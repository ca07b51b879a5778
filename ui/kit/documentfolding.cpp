// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documentflow.h"

#include <QStringList>

/// What of a page is folded away, and what lies in what.
namespace callboard::ui {

using Box = DocumentFlow::Box;
using LeafKind = DocumentFlow::LeafKind;

void DocumentFlow::setOpen(int box, bool open)
{
    boxes.at(size_t(box)).open = open;
    updateHidden();
}

void DocumentFlow::openAll()
{
    for (Box &box : boxes)
        box.open = true;
    updateHidden();
}

void DocumentFlow::choose(int tabsBox, int tab)
{
    boxes.at(size_t(tabsBox)).chosen = tab;
    updateHidden();
}

void DocumentFlow::reveal(int leaf)
{
    int box = leaves.at(size_t(leaf)).box;
    for (; box >= 0; box = boxes[size_t(box)].parent) {
        Box &around = boxes[size_t(box)];
        around.open = true;
        if (around.kind == Box::Kind::Tab)
            boxes[size_t(around.parent)].chosen = around.chosen;
    }
    updateHidden();
}

/// Boxes come after those they lie in.
void DocumentFlow::updateHidden()
{
    std::vector<bool> hidden(boxes.size());
    for (size_t at = 0; at < boxes.size(); ++at) {
        const Box &box = boxes[at];
        if (box.parent < 0)
            continue;
        const Box &parent = boxes[size_t(box.parent)];
        hidden[at] = hidden[size_t(box.parent)] || !parent.open || (box.kind == Box::Kind::Tab && parent.chosen != box.chosen);
    }
    for (Leaf &leaf : leaves) {
        if (leaf.box < 0)
            continue;
        const bool folded = !boxes[size_t(leaf.box)].open && leaf.kind != LeafKind::BoxTitle && leaf.kind != LeafKind::BoxEnd;
        leaf.hidden = hidden[size_t(leaf.box)] || folded;
    }
}

QString DocumentFlow::codeOf(int box) const
{
    QStringList lines;
    const Box &code = boxes.at(size_t(box));
    for (int at = code.first; at <= code.last; ++at) {
        if (leaves[size_t(at)].kind == LeafKind::CodeLine)
            lines.append(leaves[size_t(at)].text);
    }
    return lines.join(u'\n');
}

int DocumentFlow::boxOf(int leaf, Box::Kind kind) const
{
    int box = leaves.at(size_t(leaf)).box;
    while (box >= 0 && boxes[size_t(box)].kind != kind)
        box = boxes[size_t(box)].parent;
    return box;
}

} // namespace callboard::ui
