// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "models/graph/drawing.h"
#include "models/graph/paths.h"

#include <QJsonArray>

#include <cstdio>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

/// False after a complaint.
bool readNumber(const Arguments &arguments, const QString &option, int least, int most, int &number)
{
    const QString typed = arguments.value(option);
    if (typed.isEmpty())
        return true;
    bool ok = false;
    const int value = typed.toInt(&ok);
    if (!ok || value < least || value > most) {
        badUsage(u"--%1 takes a number from %2 to %3"_s.arg(option, QString::number(least), QString::number(most)));
        return false;
    }
    number = value;
    return true;
}

/// Nothing after a complaint.
std::optional<graph::MapOptions> optionsOf(const Arguments &arguments, const mirror::Snapshot &snapshot)
{
    graph::MapOptions options;
    const QString estate = arguments.value(u"estate"_s);
    if (estate.isEmpty()) {
        const auto ref = resolve(snapshot, arguments.rest().first());
        if (!ref)
            return std::nullopt;
        options = graph::MapOptions::forFocus(*ref);
    } else if (estate == "system"_L1 || estate == "domain"_L1) {
        options.rollUp = estate == "system"_L1 ? graph::MapOptions::RollUp::System : graph::MapOptions::RollUp::Domain;
    } else {
        badUsage(u"--estate takes system or domain"_s);
        return std::nullopt;
    }
    if (!readNumber(arguments, u"depth"_s, 1, 5, options.depth) || !readNumber(arguments, u"limit"_s, 2, 5000, options.nodeLimit))
        return std::nullopt;
    const QString direction = arguments.value(u"direction"_s);
    if (!direction.isEmpty() && direction != "in"_L1 && direction != "out"_L1 && direction != "both"_L1) {
        badUsage(u"--direction takes in, out or both"_s);
        return std::nullopt;
    }
    options.direction = direction == "in"_L1 ? graph::MapOptions::Direction::In
        : direction == "out"_L1             ? graph::MapOptions::Direction::Out
                                             : graph::MapOptions::Direction::Both;
    for (const QString &hidden : arguments.values(u"hide"_s)) {
        options.hiddenTypes.append(hidden);
        options.hiddenKinds.append(hidden.toLower());
    }
    options.implied = arguments.has(u"implied"_s);
    return options;
}

void write(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

ExitCode writeSvg(const graph::MapGraph &map)
{
    std::vector<QSizeF> sizes;
    std::vector<graph::NodeText> texts;
    for (const graph::MapGraph::Node &node : map.nodes) {
        sizes.push_back(graph::plainSize(node));
        texts.push_back(graph::plainText(node));
    }
    const auto layout = graph::lay(graph::LayoutRequest::of(map, std::move(sizes)), {});
    if (!layout)
        return complainOf(layout.error());
    if (layout->because == graph::Layout::Because::NoGraphviz)
        complain(u"callboardctl: Graphviz is not installed; this is a simpler arrangement, without boxes"_s);
    write(graph::exportSvg(map, *layout, texts));
    return Good;
}

QJsonObject toJson(const graph::Impact &impact)
{
    QJsonArray hits, teams, systems, parts;
    for (const graph::Impact::Hit &hit : impact.hits) {
        hits.append(QJsonObject { { u"ref"_s, hit.ref }, { u"depth"_s, hit.depth }, { u"via"_s, hit.via }, { u"type"_s, hit.type },
            { u"owner"_s, hit.owner }, { u"system"_s, hit.system } });
    }
    const auto shares = [](const std::vector<graph::Impact::Share> &list, QJsonArray &array) {
        for (const graph::Impact::Share &share : list)
            array.append(QJsonObject { { u"ref"_s, share.ref }, { u"count"_s, share.count } });
    };
    shares(impact.teams, teams);
    shares(impact.systems, systems);
    for (const QString &part : impact.parts)
        parts.append(part);
    return { { u"ref"_s, impact.ref }, { u"parts"_s, parts }, { u"hits"_s, hits }, { u"teams"_s, teams }, { u"systems"_s, systems }, { u"deepest"_s, impact.deepest } };
}

} // namespace

ExitCode map(const QStringList &given)
{
    const Arguments arguments(given, { u"implied"_s }, { u"workspace"_s, u"depth"_s, u"direction"_s, u"hide"_s, u"limit"_s, u"format"_s, u"estate"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().size() != (arguments.value(u"estate"_s).isEmpty() ? 1 : 0))
        return badUsage(u"the map of which entity? For example component:default/ledger-api, or --estate system"_s);
    const QString format = arguments.value(u"format"_s).isEmpty() ? arguments.has(u"json"_s) ? u"json"_s : u"dot"_s : arguments.value(u"format"_s);
    if (format != "dot"_L1 && format != "svg"_L1 && format != "json"_L1)
        return badUsage(u"--format takes dot, svg or json"_s);
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return UsageOrIo;
    const auto options = optionsOf(arguments, *mirror->snapshot());
    if (!options)
        return UsageOrIo;
    const auto map = graph::buildMap(graph::Relations(mirror->snapshot()), *options);
    if (!map)
        return complainOf(map.error());
    if (map->folded > 0 && format != "json"_L1)
        complain(u"callboardctl: %1 of %2 entities are folded; --limit draws more"_s.arg(QString::number(map->folded), QString::number(map->entities)));
    if (format == "svg"_L1)
        return writeSvg(*map);
    if (format == "json"_L1)
        printJson(graph::exportJson(*map));
    else
        write(graph::exportDot(*map));
    return Good;
}

ExitCode impact(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().size() != 1)
        return badUsage(u"what breaks if which entity does? For example resource:default/ledger-db"_s);
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return UsageOrIo;
    const auto ref = resolve(*mirror->snapshot(), arguments.rest().first());
    if (!ref)
        return ProblemsFound;
    const auto found = graph::impactOf(graph::Relations(mirror->snapshot()), *ref);
    if (!found)
        return complainOf(found.error());
    if (arguments.has(u"json"_s)) {
        printJson(toJson(*found));
        return Good;
    }
    for (const graph::Impact::Hit &hit : found->hits)
        printLine(u"%1\t%2\t%3\t%4\t%5"_s.arg(QString::number(hit.depth), hit.ref, hit.owner.isEmpty() ? u"-"_s : hit.owner, hit.type, hit.via));
    complain(u"callboardctl: %1 need it, in %2 teams and %3 systems"_s.arg(QString::number(found->hits.size()),
        QString::number(std::ranges::count_if(found->teams, [](const auto &team) { return !team.ref.isEmpty(); })),
        QString::number(std::ranges::count_if(found->systems, [](const auto &system) { return !system.ref.isEmpty(); }))));
    return Good;
}

ExitCode path(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s, u"hide"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().size() != 2)
        return badUsage(u"a way between which two entities?"_s);
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return UsageOrIo;
    const auto from = resolve(*mirror->snapshot(), arguments.rest().first());
    const auto to = resolve(*mirror->snapshot(), arguments.rest().last());
    if (!from || !to)
        return ProblemsFound;
    const QStringList hidden = arguments.values(u"hide"_s);
    const auto way = graph::shortestPath(graph::Relations(mirror->snapshot()), *from, *to, hidden.isEmpty() ? graph::MapOptions().hiddenTypes : hidden);
    if (!way) {
        complain(u"callboardctl: no way leads from %1 to %2"_s.arg(*from, *to));
        return ProblemsFound;
    }
    QJsonArray steps;
    for (const graph::Step &step : *way) {
        steps.append(QJsonObject { { u"ref"_s, step.ref }, { u"type"_s, step.type }, { u"forward"_s, step.forward } });
        if (!arguments.has(u"json"_s))
            printLine(step.type.isEmpty() ? step.ref : u"%1 %2"_s.arg(step.forward ? u"—"_s + step.type + u"→"_s : u"←"_s + step.type + u"—"_s, step.ref));
    }
    if (arguments.has(u"json"_s))
        printJson({ { u"steps"_s, steps }, { u"length"_s, steps.size() - 1 } });
    return Good;
}

} // namespace callboard::ctl
