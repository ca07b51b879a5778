// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "models/sync/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours longestPull(1);

std::unique_ptr<sync::Workspace> openWorkspace(const Arguments &arguments)
{
    sync::Workspace::Options options;
    options.directory = workspaceDirectory(arguments);
    options.schedule = false;
    options.safeMode = arguments.has(u"safe-mode"_s);
    mirror::Mirror::OpenReport report;
    auto workspace = sync::Workspace::open(options, &report);
    if (report.rebuilt)
        complain(u"callboardctl: the mirror was damaged (%1); it is set aside as %2 and filled anew"_s.arg(report.reason, report.setAside));
    if (workspace)
        return std::move(*workspace);
    complainOf(workspace.error());
    return nullptr;
}

QJsonObject toJson(const mirror::FeedState &state)
{
    QJsonObject json { { u"connection"_s, state.connectionId }, { u"feed"_s, state.feedId }, { u"ok"_s, !state.lastError } };
    if (state.lastSuccess.isValid())
        json.insert(u"lastSuccess"_s, state.lastSuccess.toUTC().toString(Qt::ISODate));
    if (state.lastError)
        json.insert(u"error"_s, QJsonObject { { u"code"_s, QString(domain::name(state.lastError->code)) }, { u"detail"_s, state.lastError->detail } });
    return json;
}

/// Waits for what was asked for, and says how each feed went.
ExitCode waitAndReport(sync::Workspace &workspace, const QString &connectionId, const Arguments &arguments)
{
    const bool inTime = workspace.waitForIdle(longestPull);
    workspace.mirror().flush();
    const auto states = workspace.mirror().feedStates();
    if (!states)
        return complainOf(states.error());
    bool good = inTime;
    QJsonArray feeds;
    for (const mirror::FeedState &state : *states) {
        if (!connectionId.isEmpty() && state.connectionId != connectionId)
            continue;
        feeds.append(toJson(state));
        good = good && !state.lastError;
        if (!arguments.has(u"json"_s))
            printLine(u"%1 %2: %3"_s.arg(state.connectionId, state.feedId,
                state.lastError ? QString(domain::name(state.lastError->code) + u": "_s + state.lastError->detail) : u"good"_s));
    }
    const qsizetype entities = workspace.mirror().snapshot()->size();
    if (arguments.has(u"json"_s))
        printJson({ { u"feeds"_s, feeds }, { u"entities"_s, entities } });
    else
        printLine(u"%1 entities"_s.arg(entities));
    return good ? Good : ProblemsFound;
}

QJsonObject settingsFrom(const Arguments &arguments)
{
    QJsonObject settings;
    for (const QString &pair : arguments.values(u"set"_s)) {
        const QString value = pair.section(u'=', 1);
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        const QJsonValue typed = value == "true"_L1 ? QJsonValue(true)
            : value == "false"_L1                   ? QJsonValue(false)
            : isNumber                              ? QJsonValue(number)
                                                    : QJsonValue(value);
        settings.insert(pair.section(u'=', 0, 0), typed);
    }
    return settings;
}

} // namespace

ExitCode connectSource(const QStringList &given)
{
    const Arguments arguments(given, { u"safe-mode"_s }, { u"workspace"_s, u"name"_s, u"set"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    QStringList rest = arguments.rest();
    if (rest.isEmpty() || rest.size() > 2)
        return badUsage(u"connect what? For example: connect folder PATH, or connect sample"_s);
    const QString integration = rest.takeFirst();
    QJsonObject settings = settingsFrom(arguments);
    QString name = arguments.value(u"name"_s);
    if (integration == "folder"_L1) {
        if (rest.isEmpty() || !QFileInfo(rest.first()).isDir())
            return badUsage(u"connect folder needs the path of a folder"_s);
        const QString folder = QDir(rest.first()).absolutePath();
        settings.insert(u"folder"_s, folder);
        name = name.isEmpty() ? QDir(folder).dirName() : name;
    } else if (!rest.isEmpty()) {
        return badUsage(u"\"%1\" takes no path; settings are given as --set NAME=VALUE"_s.arg(integration));
    }
    const auto workspace = openWorkspace(arguments);
    if (!workspace)
        return UsageOrIo;
    const auto id = workspace->addConnection(integration, name, settings);
    if (!id)
        return complainOf(id.error());
    return waitAndReport(*workspace, *id, arguments);
}

ExitCode pull(const QStringList &given)
{
    const Arguments arguments(given, { u"safe-mode"_s }, { u"workspace"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().size() > 1)
        return badUsage(u"pull one connection, or all"_s);
    const QString connectionId = arguments.rest().value(0);
    const auto workspace = openWorkspace(arguments);
    if (!workspace)
        return UsageOrIo;
    const auto connections = workspace->connections();
    const bool known = std::ranges::contains(connections, connectionId, &sync::ConnectionInfo::id);
    if (connections.empty() || (!connectionId.isEmpty() && !known))
        return badUsage(connectionId.isEmpty() ? u"this workspace has no connection"_s : u"there is no connection \"%1\""_s.arg(connectionId));
    workspace->pullNow(connectionId);
    return waitAndReport(*workspace, connectionId, arguments);
}

} // namespace callboard::ctl
