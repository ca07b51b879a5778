// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/wishes.h"

#include "models/sync/traffickeeping.h"
#include "models/sync/workspace.h"

#include <QJsonArray>

namespace callboard::sync {

using namespace Qt::StringLiterals;

namespace {

QJsonObject runJson(const NextRun &run)
{
    return { { u"connection"_s, run.connectionId }, { u"feed"_s, run.feedId },
        { u"nextRun"_s, run.at.isValid() ? QJsonValue(run.at.toUTC().toString(Qt::ISODate)) : QJsonValue() } };
}

QJsonObject hostJson(const HostTraffic &host)
{
    return { { u"host"_s, host.host }, { u"connections"_s, QJsonArray::fromStringList(host.connections) },
        { u"requestsLeft"_s, host.remaining ? QJsonValue(*host.remaining) : QJsonValue() }, { u"requestsToday"_s, host.requestsToday },
        { u"bytesToday"_s, host.bytesToday } };
}

QJsonObject standingJson(bool allPaused, const std::vector<NextRun> &runs, const std::vector<HostTraffic> &traffic)
{
    QJsonArray feeds, hosts;
    for (const NextRun &run : runs)
        feeds.append(runJson(run));
    for (const HostTraffic &host : traffic)
        hosts.append(hostJson(host));
    return { { u"paused"_s, allPaused }, { u"feeds"_s, feeds }, { u"hosts"_s, hosts } };
}

} // namespace

void grant(Workspace &workspace, Instance::Wish wish, const QString &connectionId, QObject *context, const Instance::Reporter &answer)
{
    switch (wish) {
    case Instance::Wish::Sync:
        workspace.pullAndReport(connectionId, context, answer);
        return;
    case Instance::Wish::Standing:
        answer(standingOf(workspace));
        return;
    case Instance::Wish::Pause:
    case Instance::Wish::Resume: {
        const auto done = setPaused(workspace, connectionId, wish == Instance::Wish::Pause);
        // A connection's pause is on disk when whoever asked is told; that of all is on its way there, as all that a window keeps.
        workspace.whenSaved(context,
            [answer, done](const domain::Result<void> &saved) { answer(saved ? done : std::unexpected(saved.error())); });
        return;
    }
    }
}

QJsonObject standingOf(const Workspace &workspace)
{
    return standingJson(workspace.isAllPaused(), workspace.nextRuns(), workspace.traffic());
}

QJsonObject keptStanding(const mirror::Mirror &mirror, const std::vector<ConnectionInfo> &connections)
{
    return standingJson(Workspace::isAllPausedIn(mirror), {}, TrafficKeeping::keptIn(mirror, connections));
}

domain::Result<QJsonObject> setPaused(Workspace &workspace, const QString &connectionId, bool paused)
{
    if (connectionId.isEmpty())
        workspace.setAllPaused(paused);
    else if (const auto set = workspace.setPaused(connectionId, paused); !set)
        return std::unexpected(set.error());
    return QJsonObject { { u"connection"_s, connectionId.isEmpty() ? QJsonValue() : QJsonValue(connectionId) }, { u"paused"_s, paused } };
}

} // namespace callboard::sync
