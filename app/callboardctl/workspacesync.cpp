// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "app/callboardctl/workspacesession.h"
#include "models/sync/httpclient.h"

#include <QJsonArray>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours longestPull(1);

double seconds(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000;
}

qint64 entitiesOf(const mirror::Snapshot &snapshot, const QString &connectionId)
{
    if (connectionId.isEmpty())
        return qint64(snapshot.size());
    qint64 count = 0;
    for (mirror::Row row = 0; row < snapshot.size(); ++row)
        count += snapshot.string(snapshot.connectionId(row)) == connectionId;
    return count;
}

} // namespace

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

SyncReport::SyncReport(sync::Workspace &workspace)
    : m_workspace(workspace)
    , m_before(today())
{
    m_since.start();
}

SyncReport::Totals SyncReport::today() const
{
    Totals totals;
    for (const sync::HostTraffic &host : m_workspace.traffic()) {
        totals.requests += host.requestsToday;
        totals.bytes += host.bytesToday;
    }
    return totals;
}

std::optional<sync::PullReport> SyncReport::pullOf(const mirror::FeedState &state) const
{
    for (const sync::PullReport &report : m_workspace.lastPulls()) {
        if (report.connectionId == state.connectionId && report.feedId == state.feedId)
            return report;
    }
    return {};
}

QJsonObject SyncReport::feedJson(const mirror::FeedState &state) const
{
    QJsonObject json { { u"connection"_s, state.connectionId }, { u"feed"_s, state.feedId }, { u"ok"_s, !state.lastError } };
    if (state.lastSuccess.isValid())
        json.insert(u"lastSuccess"_s, state.lastSuccess.toUTC().toString(Qt::ISODate));
    if (state.lastError)
        json.insert(u"error"_s, QJsonObject { { u"code"_s, QString(domain::name(state.lastError->code)) }, { u"detail"_s, state.lastError->detail } });
    if (const auto pull = pullOf(state)) {
        json.insert(u"requests"_s, pull->requests);
        json.insert(u"bytes"_s, pull->wireBytes);
        json.insert(u"seconds"_s, seconds(pull->took));
    }
    return json;
}

QJsonArray SyncReport::connectionsJson(const QString &connectionId) const
{
    const auto snapshot = m_workspace.mirror().snapshot();
    QJsonArray connections;
    for (const sync::ConnectionInfo &info : m_workspace.connections()) {
        if (!connectionId.isEmpty() && info.id != connectionId)
            continue;
        qint64 requests = 0;
        qint64 bytes = 0;
        std::chrono::milliseconds longest { 0 };
        for (const sync::PullReport &pull : m_workspace.lastPulls()) {
            if (pull.connectionId != info.id)
                continue;
            requests += pull.requests;
            bytes += pull.wireBytes;
            longest = std::max(longest, pull.took);
        }
        connections.append(QJsonObject { { u"id"_s, info.id }, { u"name"_s, info.name }, { u"entities"_s, entitiesOf(*snapshot, info.id) },
            { u"requests"_s, requests }, { u"bytes"_s, bytes }, { u"seconds"_s, seconds(longest) } });
    }
    return connections;
}

ExitCode SyncReport::finish(const QString &connectionId, bool json)
{
    bool good = m_workspace.waitForIdle(longestPull);
    m_workspace.mirror().flush();
    const double took = double(m_since.elapsed()) / 1000;
    const auto states = m_workspace.mirror().feedStates();
    if (!states)
        return complainOf(states.error());
    QJsonArray feeds;
    for (const mirror::FeedState &state : *states) {
        if (!connectionId.isEmpty() && state.connectionId != connectionId)
            continue;
        feeds.append(feedJson(state));
        good = good && !state.lastError;
        if (!json)
            printLine(u"%1 %2: %3"_s.arg(state.connectionId, state.feedId,
                state.lastError ? QString(domain::name(state.lastError->code) + u": "_s + state.lastError->detail) : u"good"_s));
    }
    const Totals now = today();
    const QJsonArray connections = connectionsJson(connectionId);
    // The day may have ended meanwhile, and with it the count of the hosts: what the feeds counted is the least.
    Totals counted;
    for (const QJsonValue &connection : connections) {
        counted.requests += connection[u"requests"].toInteger();
        counted.bytes += connection[u"bytes"].toInteger();
    }
    const qint64 requests = std::max(now.requests - m_before.requests, counted.requests);
    const qint64 bytes = std::max(now.bytes - m_before.bytes, counted.bytes);
    const qint64 entities = entitiesOf(*m_workspace.mirror().snapshot(), connectionId);
    if (json)
        printJson({ { u"entities"_s, entities }, { u"requests"_s, requests }, { u"bytes"_s, bytes }, { u"seconds"_s, took },
            { u"connections"_s, connections }, { u"feeds"_s, feeds } });
    else
        printLine(u"%1 entities, %2 requests, %3 bytes, %4 s"_s.arg(entities).arg(requests).arg(bytes).arg(took, 0, 'f', 1));
    return good ? Good : ProblemsFound;
}

ExitCode syncSources(const QStringList &given)
{
    const Arguments arguments(given, { u"safe-mode"_s }, { u"workspace"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().size() > 1)
        return badUsage(u"sync one connection, or all"_s);
    const QString connectionId = arguments.rest().value(0);
    const auto workspace = openWorkspace(arguments);
    if (!workspace)
        return UsageOrIo;
    const auto connections = workspace->connections();
    const bool known = std::ranges::contains(connections, connectionId, &sync::ConnectionInfo::id);
    if (connections.empty() || (!connectionId.isEmpty() && !known))
        return badUsage(connectionId.isEmpty() ? u"this workspace has no connection"_s : u"there is no connection \"%1\""_s.arg(connectionId));
    SyncReport report(*workspace);
    workspace->pullNow(connectionId);
    return report.finish(connectionId, arguments.has(u"json"_s));
}

} // namespace callboard::ctl
