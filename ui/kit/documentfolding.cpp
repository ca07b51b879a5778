// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documentflow.h"

#include "models/items/diagram.h"

#include <QCoreApplication>
#include <QStringList>

/// What of a page is folded away, and what lies in what.
namespace callboard::ui {

using namespace Qt::StringLiterals;
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
    if (leaves[size_t(leaf)].kind == LeafKind::CodeLine && boxes[size_t(box)].isDrawn()) {
        boxes[size_t(box)].asSource = true;
        nameDiagram(box);
    }
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
        const bool drawn = boxes[size_t(leaf.box)].isDrawn();
        const bool covered = leaf.kind == LeafKind::Diagram ? !drawn : leaf.kind == LeafKind::CodeLine && drawn;
        leaf.hidden = hidden[size_t(leaf.box)] || folded || covered;
    }
}

void DocumentFlow::setDiagram(int box, std::shared_ptr<const items::Diagram> diagram)
{
    boxes.at(size_t(box)).diagram = std::move(diagram);
    nameDiagram(box);
    updateHidden();
}

void DocumentFlow::showSource(int box, bool asSource)
{
    boxes.at(size_t(box)).asSource = asSource;
    nameDiagram(box);
    updateHidden();
}

/// What stands over it, and what is read aloud.
void DocumentFlow::nameDiagram(int index)
{
    const Box &box = boxes[size_t(index)];
    if (!box.diagram)
        return;
    for (int at = box.first; at <= box.last; ++at) {
        Leaf &leaf = leaves[size_t(at)];
        if (leaf.kind == LeafKind::CodeHead && !box.isTitled)
            leaf.text = box.asSource ? QCoreApplication::translate("callboard::ui::DocumentView", "%1, shown as its source").arg(box.diagram->kind) : box.diagram->kind;
        else if (leaf.kind == LeafKind::Diagram)
            leaf.text = box.diagram->description;
        else
            continue;
        leaf.spans = { { 0, int(leaf.text.size()), 0, -1, -1 } };
    }
}

bool DocumentFlow::isStopShown(const Stop &stop) const
{
    return !leaves[size_t(stop.leaf)].hidden && (stop.kind != Stop::Kind::Source || boxes[size_t(stop.index)].diagram);
}

bool DocumentFlow::isDrawnOver(const Leaf &leaf) const
{
    if (leaf.kind != LeafKind::CodeLine || !leaf.hidden || !boxes[size_t(leaf.box)].isDrawn())
        return false;
    return !leaves[size_t(boxes[size_t(leaf.box)].first)].hidden;
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
