// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/diagram.h"

#include <QCoreApplication>
#include <QStringList>

namespace callboard::items {

using namespace Qt::StringLiterals;
using docs::Flowchart;
using docs::SequenceDiagram;

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(callboard::items::Diagram)
};

QString oneLine(QString text)
{
    return text.replace(u'\n', u' ');
}

} // namespace

namespace diagram {

QString describe(const Flowchart &chart)
{
    QStringList lines {Words::tr("Flowchart with %n node(s)", nullptr, int(chart.nodes.size()))};
    if (!chart.title.isEmpty())
        lines.first() += u": "_s + oneLine(chart.title);
    const auto nameOf = [&chart](const Flowchart::End &end) {
        return oneLine(end.node >= 0 ? chart.nodes[size_t(end.node)].text : chart.groups[size_t(end.group)].text);
    };
    std::vector<bool> named(chart.nodes.size());
    for (const Flowchart::Edge &edge : chart.edges) {
        if (edge.line == Flowchart::Line::Invisible)
            continue;
        for (const Flowchart::End &end : {edge.from, edge.to}) {
            if (end.node >= 0)
                named[size_t(end.node)] = true;
        }
        lines += edge.text.isEmpty() ? Words::tr("%1 to %2").arg(nameOf(edge.from), nameOf(edge.to))
                                     : Words::tr("%1 to %2: %3").arg(nameOf(edge.from), nameOf(edge.to), oneLine(edge.text));
    }
    for (size_t i = 0; i < chart.nodes.size(); ++i) {
        if (!named[i])
            lines += oneLine(chart.nodes[i].text);
    }
    return lines.join(u". "_s);
}

QString describe(const SequenceDiagram &sequence)
{
    QStringList names;
    for (const SequenceDiagram::Participant &participant : sequence.participants)
        names += oneLine(participant.text);
    QStringList lines {Words::tr("Sequence diagram of %1").arg(names.join(u", "_s))};
    if (!sequence.title.isEmpty())
        lines.first() += u": "_s + oneLine(sequence.title);
    using Kind = SequenceDiagram::Step::Kind;
    for (const SequenceDiagram::Step &step : sequence.steps) {
        const QString text = oneLine(step.text);
        switch (step.kind) {
        case Kind::Message:
            lines += text.isEmpty() ? Words::tr("%1 to %2").arg(names[step.from], names[step.to]) : Words::tr("%1 to %2: %3").arg(names[step.from], names[step.to], text);
            break;
        case Kind::Note: lines += Words::tr("Note: %1").arg(text); break;
        case Kind::Open:
        case Kind::Part:
            if (step.word != "rect"_L1)
                lines += QString(step.word + u' ' + text).trimmed();
            break;
        case Kind::Close:
        case Kind::Activate:
        case Kind::Deactivate:
        case Kind::Create:
        case Kind::Destroy: break;
        }
    }
    return lines.join(u". "_s);
}

} // namespace diagram

domain::Result<Diagram> layDiagram(const docs::Mermaid &mermaid, const MeasureText &measure, std::stop_token stop)
{
    domain::Result<Diagram> laid;
    if (const auto *chart = std::get_if<Flowchart>(&mermaid)) {
        laid = diagram::layFlowchart(*chart, measure, stop);
        if (laid) {
            laid->kind = chart->title.isEmpty() ? Words::tr("Flowchart") : oneLine(chart->title);
            laid->description = diagram::describe(*chart);
        }
    } else {
        const auto &sequence = std::get<SequenceDiagram>(mermaid);
        laid = diagram::laySequence(sequence, measure);
        laid->kind = Words::tr("Sequence diagram"); // Its title is drawn.
        laid->description = diagram::describe(sequence);
    }
    return laid;
}

} // namespace callboard::items
