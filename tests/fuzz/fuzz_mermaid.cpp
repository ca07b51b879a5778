// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/mermaid.h"

#include <cstdint>
#include <cstdlib>

using namespace callboard;
using namespace callboard::docs;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool isIndex(int index, size_t size) { return index >= 0 && size_t(index) < size; }

void check(const Flowchart &chart)
{
    require(chart.nodes.size() <= 200 && chart.edges.size() <= 400);
    for (const Flowchart::Node &node : chart.nodes)
        require(node.group == -1 || isIndex(node.group, chart.groups.size()));
    for (size_t i = 0; i < chart.groups.size(); ++i)
        require(chart.groups[i].parent == -1 || isIndex(chart.groups[i].parent, i));
    for (const Flowchart::Edge &edge : chart.edges) {
        for (const Flowchart::End &end : {edge.from, edge.to})
            require(isIndex(end.node, chart.nodes.size()) != isIndex(end.group, chart.groups.size()));
    }
}

void check(const SequenceDiagram &sequence)
{
    using Kind = SequenceDiagram::Step::Kind;
    require(sequence.participants.size() <= 40 && sequence.steps.size() <= 600);
    int open = 0;
    for (const SequenceDiagram::Step &step : sequence.steps) {
        const bool isBlock = step.kind == Kind::Open || step.kind == Kind::Part || step.kind == Kind::Close;
        require(isBlock || isIndex(step.from, sequence.participants.size()));
        require((step.kind != Kind::Message && step.kind != Kind::Note) || isIndex(step.to, sequence.participants.size()));
        open += step.kind == Kind::Open ? 1 : step.kind == Kind::Close ? -1 : 0;
        require(open >= 0);
    }
    require(open == 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (const auto mermaid = readMermaid(QString::fromUtf8(QByteArrayView(data, qsizetype(size)))))
        std::visit([](const auto &diagram) { check(diagram); }, *mermaid);
    return 0;
}
