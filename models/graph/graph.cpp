// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/graph.h"

#include "models/graph/folding.h"
#include "models/graph/mapmaker.h"

#include <algorithm>

namespace callboard::graph {

using namespace Qt::StringLiterals;
using Node = MapGraph::Node;

namespace {

    Node foldNode(const Relations &relations, const Reach &reach, const Folding::Fold &fold)
    {
        const Snapshot &snapshot = relations.snapshot();
        Node node;
        node.kind = Node::Kind::Fold;
        node.count = int(fold.items.size());
        if (fold.at >= 0)
            node.ref = snapshot.string(reach.items()[size_t(fold.at)].ref).toString();
        for (const int item : fold.items)
            node.folded.append(snapshot.string(reach.items()[size_t(item)].ref).toString());
        node.folded.sort();
        const QStringView kind = kindOfRef(node.folded.constFirst());
        const bool isOneKind = std::ranges::all_of(node.folded, [&](const QString &ref) { return kindOfRef(ref) == kind; });
        if (isOneKind)
            node.entityKind = kind.toString();
        node.depth = reach.items()[size_t(fold.items.front())].depth;
        return node;
    }

    /// The box that all of a fold are in; -1 where they are in several.
    int commonBox(const Folding::Fold &fold, const Reach &reach, BoxMaker &boxes)
    {
        const int first = boxes.boxOf(reach.items()[size_t(fold.items.front())].row);
        for (const int item : fold.items) {
            if (boxes.boxOf(reach.items()[size_t(item)].row) != first)
                return -1;
        }
        return first;
    }

    /// Boxes that nothing is in any more: all of theirs went into a fold outside of them.
    void dropEmptyBoxes(MapGraph &graph)
    {
        std::vector<bool> used(graph.boxes.size());
        for (const Node &node : graph.nodes) {
            for (int box = node.box; box >= 0; box = graph.boxes[size_t(box)].parent)
                used[size_t(box)] = true;
        }
        std::vector<int> moved(graph.boxes.size(), -1);
        std::vector<MapGraph::Box> kept;
        for (size_t i = 0; i < used.size(); ++i) {
            if (!used[i])
                continue;
            moved[i] = int(kept.size());
            kept.push_back(std::move(graph.boxes[i]));
            if (kept.back().parent >= 0)
                kept.back().parent = moved[size_t(kept.back().parent)];
        }
        for (Node &node : graph.nodes)
            node.box = node.box < 0 ? -1 : moved[size_t(node.box)];
        graph.boxes = std::move(kept);
    }

    MapGraph buildAround(const Relations &relations, const MapOptions &options, StringId focus)
    {
        const BoxRule rule(relations, options);
        const Reach reach(relations, options, rule, focus);
        const Folding folding(relations, reach, options);
        BoxMaker boxes(relations, rule, focus);
        MapMaker maker(relations, options);
        MapGraph &graph = maker.graph;

        std::vector<int> nodeOf(reach.items().size(), -1);
        for (size_t i = 0; i < nodeOf.size(); ++i) {
            const Reach::Item &item = reach.items()[i];
            maker.countKind(item.ref);
            graph.missing += item.row == noRow;
            if (!folding.isDrawn(int(i)))
                continue;
            nodeOf[i] = int(graph.nodes.size());
            Node node = maker.node(item.ref, item.row);
            node.depth = item.depth;
            node.isFocus = item.ref == focus;
            node.box = boxes.boxOf(item.row);
            graph.nodes.push_back(std::move(node));
        }
        const int firstFold = int(graph.nodes.size());
        for (const Folding::Fold &fold : folding.folds()) {
            graph.nodes.push_back(foldNode(relations, reach, fold));
            graph.nodes.back().box = commonBox(fold, reach, boxes);
            graph.folded += int(fold.items.size());
        }
        for (size_t i = 0; i < nodeOf.size(); ++i) {
            if (nodeOf[i] < 0)
                nodeOf[i] = firstFold + folding.foldOf(int(i));
        }
        for (const Relation &relation : reach.relationsAmong()) {
            const int from = reach.indexOf(relation.from);
            const int to = reach.indexOf(relation.to);
            if (from >= 0 && to >= 0)
                maker.addRelation(relation, nodeOf[size_t(from)], nodeOf[size_t(to)]);
        }
        graph.boxes = boxes.take();
        graph.hidden = reach.hidden();
        dropEmptyBoxes(graph);
        return maker.finish();
    }

} // namespace

MapOptions MapOptions::forFocus(const QString &canonicalRef)
{
    MapOptions options;
    options.focus = canonicalRef;
    const QStringView kind = kindOfRef(canonicalRef);
    if (kind == "group"_L1 || kind == "user"_L1) {
        options.depth = 1;
        options.hiddenTypes.clear();
        options.hiddenKinds = { u"location"_s };
    }
    return options;
}

int MapGraph::nodeOf(QStringView ref) const
{
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].kind != Node::Kind::Fold && nodes[i].ref == ref)
            return int(i);
    }
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (std::ranges::binary_search(nodes[i].folded, ref, std::less<>()))
            return int(i);
    }
    return -1;
}

domain::Result<MapGraph> buildMap(const Relations &relations, const MapOptions &options)
{
    if (options.focus.isEmpty())
        return buildEstate(relations, options);
    const Snapshot &snapshot = relations.snapshot();
    const StringId focus = snapshot.findString(options.focus);
    bool isKnown = focus != 0 && snapshot.rowOf(focus) != noRow;
    if (focus != 0 && !isKnown)
        relations.each(focus, [&](const Relation &) { isKnown = true; });
    if (!isKnown)
        return domain::fail(domain::ErrorCode::NotFound, options.focus);
    return buildAround(relations, options, focus);
}

} // namespace callboard::graph
