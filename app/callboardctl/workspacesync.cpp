// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "app/callboardctl/workspacesession.h"

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours longestPull(1);

ExitCode tell(const QJsonObject &report, bool json)
{
    if (json) {
        printJson(report);
        return sync::SyncReport::isGood(report) ? Good : ProblemsFound;
    }
    for (const QJsonValue &feed : report[u"feeds"].toArray())
        printLine(u"%1 %2: %3"_s.arg(feed[u"connection"].toString(), feed[u"feed"].toString(),
            feed[u"ok"].toBool() ? u"good"_s : feed[u"error"][u"code"].toString() + u": "_s + feed[u"error"][u"detail"].toString()));
    printLine(u"%1 entities, %2 requests, %3 bytes, %4 s"_s.arg(report[u"entities"].toInteger()).arg(report[u"requests"].toInteger())
            .arg(report[u"bytes"].toInteger()).arg(report[u"seconds"].toDouble(), 0, 'f', 1));
    return sync::SyncReport::isGood(report) ? Good : ProblemsFound;
}

/// Where a window has the workspace open, it pulls, and we tell what came of it. `held` is what opening it met.
ExitCode syncInWindow(const Arguments &arguments, const domain::Error &held)
{
    const auto report = askWindow(arguments, sync::Instance::Wish::Sync, arguments.rest().value(0), longestPull, held);
    if (report)
        return tell(*report, arguments.has(u"json"_s));
    const domain::Error &error = report.error();
    return error.code == domain::ErrorCode::Invalid ? badUsage(error.detail) : complainOf(error);
}

} // namespace

domain::Result<std::unique_ptr<sync::Workspace>> tryOpenWorkspace(const Arguments &arguments)
{
    sync::Workspace::Options options;
    options.directory = workspaceDirectory(arguments);
    options.schedule = false;
    options.safeMode = arguments.has(u"safe-mode"_s);
    mirror::Mirror::OpenReport report;
    auto workspace = sync::Workspace::open(options, &report);
    if (report.rebuilt)
        complain(u"callboardctl: the mirror was damaged (%1); it is set aside as %2 and filled anew"_s.arg(report.reason, report.setAside));
    return workspace;
}

std::unique_ptr<sync::Workspace> openWorkspace(const Arguments &arguments)
{
    auto workspace = tryOpenWorkspace(arguments);
    if (workspace)
        return std::move(*workspace);
    complainOf(workspace.error());
    return nullptr;
}

domain::Result<QJsonObject> askWindow(const Arguments &arguments, sync::Instance::Wish wish, const QString &connectionId,
    std::chrono::milliseconds longest, const domain::Error &held)
{
    return sync::Instance::ask(workspaceDirectory(arguments), wish, connectionId, longest).value_or(std::unexpected(held));
}

ExitCode finishSync(sync::Workspace &workspace, const sync::SyncReport &report, const QString &connectionId, bool json)
{
    const bool ended = workspace.waitForIdle(longestPull);
    workspace.mirror().flush();
    const auto found = sync::SyncReport::find(workspace.mirror());
    if (!found)
        return complainOf(found.error());
    const ExitCode how = tell(report.toJson(connectionId, *found), json);
    return ended ? how : ProblemsFound;
}

ExitCode syncSources(const QStringList &given)
{
    const Arguments arguments(given, { u"safe-mode"_s }, { u"workspace"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().size() > 1)
        return badUsage(u"sync one connection, or all"_s);
    const QString connectionId = arguments.rest().value(0);
    const auto workspace = tryOpenWorkspace(arguments);
    if (!workspace) {
        // A window that loads integrations is no answer to whoever wants none loaded.
        const bool isHeld = workspace.error().code == domain::ErrorCode::Conflict && !arguments.has(u"safe-mode"_s);
        return isHeld ? syncInWindow(arguments, workspace.error()) : complainOf(workspace.error());
    }
    if (const auto may = sync::SyncReport::mayBe(**workspace, connectionId); !may)
        return badUsage(may.error().detail);
    const sync::SyncReport report(**workspace, sync::SyncReport::Counted::Everything);
    (*workspace)->pullNow(connectionId);
    return finishSync(**workspace, report, connectionId, arguments.has(u"json"_s));
}

} // namespace callboard::ctl
