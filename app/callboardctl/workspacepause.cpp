// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "app/callboardctl/workspacesession.h"
#include "models/sync/wishes.h"

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

// The window answers when it is on disk.
constexpr std::chrono::seconds longestSave(30);

domain::Result<QJsonObject> setPausedHere(sync::Workspace &workspace, const QString &connectionId, bool paused)
{
    auto done = sync::setPaused(workspace, connectionId, paused); // What begins again begins with `sync` or the window.
    workspace.mirror().flush();
    return done;
}

ExitCode tellPaused(const QJsonObject &done, bool json)
{
    if (json) {
        printJson(done);
        return Good;
    }
    const QString what = done[u"connection"].toString(u"every source"_s);
    printLine(done[u"paused"].toBool() ? u"%1 is paused: only \"sync\" reads it"_s.arg(what) : u"%1 is paused no longer"_s.arg(what));
    return Good;
}

ExitCode pauseOrResume(const QStringList &given, bool paused)
{
    const Arguments arguments(given, {}, { u"workspace"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().size() > 1)
        return badUsage(u"one connection, or all"_s);
    // A slip in the name of a workspace is to make no new one.
    if (!isThere(arguments))
        return UsageOrIo;
    const QString connectionId = arguments.rest().value(0);
    const auto workspace = tryOpenWorkspace(arguments);
    const auto wish = paused ? sync::Instance::Wish::Pause : sync::Instance::Wish::Resume;
    const bool isHeld = !workspace && workspace.error().code == domain::ErrorCode::Conflict;
    const domain::Result<QJsonObject> done = workspace ? setPausedHere(**workspace, connectionId, paused)
        : isHeld                                       ? askWindow(arguments, wish, connectionId, longestSave, workspace.error())
                                                       : std::unexpected(workspace.error());
    return done ? tellPaused(*done, arguments.has(u"json"_s)) : complainOf(done.error());
}

} // namespace

ExitCode pauseSources(const QStringList &arguments)
{
    return pauseOrResume(arguments, true);
}

ExitCode resumeSources(const QStringList &arguments)
{
    return pauseOrResume(arguments, false);
}

} // namespace callboard::ctl
