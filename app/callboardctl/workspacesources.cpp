// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "app/callboardctl/workspacesession.h"
#include "models/sync/connectionstore.h"
#include "models/sync/connectiontransfer.h"
#include "models/sync/pluginhost.h"
#include "models/sync/wishes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

// Two hundred connections fill some hundred kilobytes.
constexpr qint64 largestFile = 4 << 20;
// A window tells from memory.
constexpr std::chrono::seconds longestAnswer(5);

/// "good", "failed", "never" or "stopped".
QString stateOf(const mirror::FeedState &state)
{
    if (state.lastError)
        return state.lastError->code == domain::ErrorCode::Cancelled ? u"stopped"_s : u"failed"_s;
    return state.lastSuccess.isValid() ? u"good"_s : u"never"_s;
}

/// What a running program tells of its sources; where there is none, what is kept.
QJsonObject standingOf(const Arguments &arguments, const mirror::Mirror &mirror, const std::vector<sync::ConnectionInfo> &connections)
{
    const auto told = sync::Instance::ask(workspaceDirectory(arguments), sync::Instance::Wish::Standing, {}, longestAnswer);
    if (told && *told)
        return **told;
    if (told)
        complain(u"callboardctl: %1: when feeds run next is not known"_s.arg(told->error().detail));
    return sync::keptStanding(mirror, connections);
}

QJsonValue nextRunOf(const QJsonObject &standing, const QString &connectionId, const QString &feedId)
{
    for (const QJsonValue &feed : standing["feeds"_L1].toArray()) {
        if (feed["connection"_L1].toString() == connectionId && feed["feed"_L1].toString() == feedId)
            return feed["nextRun"_L1].isString() ? feed["nextRun"_L1] : QJsonValue();
    }
    return {};
}

/// The first of its feeds.
QJsonValue nextRunOf(const QJsonArray &feeds)
{
    QJsonValue first;
    for (const QJsonValue &feed : feeds) {
        const QString at = feed["nextRun"_L1].toString();
        if (!at.isEmpty() && (first.isNull() || at < first.toString())) // ISO 8601 in UTC sorts as time does.
            first = at;
    }
    return first;
}

/// Those that the connection asked; what others asked of them counts too, as it does for the hosts.
QJsonArray hostsOf(const QJsonObject &standing, const QString &connectionId)
{
    QJsonArray hosts;
    for (const QJsonValue &value : standing["hosts"_L1].toArray()) {
        QJsonObject host = value.toObject();
        if (host.take("connections"_L1).toArray().contains(connectionId))
            hosts.append(host);
    }
    return hosts;
}

/// Of the host that lets least through; null where no budget is known.
QJsonValue requestsLeftOf(const QJsonArray &hosts)
{
    QJsonValue least;
    for (const QJsonValue &host : hosts) {
        const QJsonValue left = host["requestsLeft"_L1];
        if (left.isDouble() && (least.isNull() || left.toInteger() < least.toInteger()))
            least = left;
    }
    return least;
}

qint64 bytesTodayOf(const QJsonArray &hosts)
{
    qint64 bytes = 0;
    for (const QJsonValue &host : hosts)
        bytes += host["bytesToday"_L1].toInteger();
    return bytes;
}

QJsonObject feedJson(const QString &id, const QString &name, const mirror::FeedState &state, const QJsonValue &nextRun)
{
    QJsonObject json { { u"id"_s, id }, { u"name"_s, name }, { u"state"_s, stateOf(state) }, { u"nextRun"_s, nextRun } };
    if (state.lastSuccess.isValid())
        json.insert(u"lastSuccess"_s, state.lastSuccess.toUTC().toString(Qt::ISODate));
    if (state.lastAttempt.isValid())
        json.insert(u"lastAttempt"_s, state.lastAttempt.toUTC().toString(Qt::ISODate));
    if (state.lastError)
        json.insert(u"error"_s, QJsonObject { { u"code"_s, QString(domain::name(state.lastError->code)) }, { u"detail"_s, state.lastError->detail } });
    return json;
}

/// Feeds as the integration declares them, with how each stands; the latest attempt counts, whoever it was for.
QJsonArray feedsOf(const sync::ConnectionInfo &info, const std::optional<sync::IntegrationInfo> &integration,
    const std::vector<mirror::FeedState> &states, const QJsonObject &standing)
{
    QJsonArray feeds;
    for (const sync::IntegrationInfo::Feed &feed : integration ? integration->feeds : std::vector<sync::IntegrationInfo::Feed>()) {
        mirror::FeedState last;
        for (const mirror::FeedState &state : states) {
            if (state.connectionId == info.id && state.feedId == feed.id && (!last.lastAttempt.isValid() || state.lastAttempt > last.lastAttempt))
                last = state;
        }
        feeds.append(feedJson(feed.id, feed.name, last, nextRunOf(standing, info.id, feed.id)));
    }
    return feeds;
}

QJsonObject sourceJson(const sync::ConnectionInfo &info, const QJsonArray &feeds, const QJsonArray &hosts)
{
    return { { u"id"_s, info.id }, { u"integration"_s, info.integrationId }, { u"name"_s, info.name }, { u"paused"_s, info.paused },
        { u"nextRun"_s, nextRunOf(feeds) }, { u"requestsLeft"_s, requestsLeftOf(hosts) }, { u"bytesToday"_s, bytesTodayOf(hosts) },
        { u"feeds"_s, feeds }, { u"hosts"_s, hosts } };
}

QString hostLine(const QJsonObject &host)
{
    QString line = u"    %1: %2 requests and %3 bytes today"_s.arg(host["host"_L1].toString()).arg(host["requestsToday"_L1].toInteger())
                       .arg(host["bytesToday"_L1].toInteger());
    if (host["requestsLeft"_L1].isDouble())
        line += u", %1 requests left"_s.arg(host["requestsLeft"_L1].toInteger());
    return line;
}

void printSource(const QJsonObject &source)
{
    printLine(u"%1  %2  (%3%4)"_s.arg(source["id"_L1].toString(), source["name"_L1].toString(), source["integration"_L1].toString(),
        source["paused"_L1].toBool() ? u", paused"_s : QString()));
    for (const QJsonValue &value : source["feeds"_L1].toArray()) {
        const QJsonObject feed = value.toObject();
        QString line = u"    %1: %2"_s.arg(feed["id"_L1].toString(), feed["state"_L1].toString());
        if (feed.contains("lastSuccess"_L1))
            line += u", as of "_s + feed["lastSuccess"_L1].toString();
        if (const QString next = feed["nextRun"_L1].toString(); !next.isEmpty())
            line += u", next "_s + next;
        if (const QJsonObject error = feed["error"_L1].toObject(); !error.isEmpty())
            line += u", %1: %2"_s.arg(error["code"_L1].toString(), error["detail"_L1].toString());
        printLine(line);
    }
    for (const QJsonValue &host : source["hosts"_L1].toArray())
        printLine(hostLine(host.toObject()));
}

domain::Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    const bool open = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return domain::fail(domain::ErrorCode::Storage, path + u": "_s + file.errorString());
    const QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return domain::fail(domain::ErrorCode::Invalid, path + u": this is no file of connections: it is too large"_s);
    return bytes;
}

ExitCode exportTo(const QString &path, const sync::Workspace &workspace, bool json)
{
    const QJsonObject content = workspace.exportConnections();
    if (path == "-"_L1) {
        printJson(content);
        return Good;
    }
    if (const auto written = sync::writeJsonFile(path, content); !written)
        return complainOf(written.error());
    const qsizetype count = content["connections"_L1].toArray().size();
    if (json)
        printJson({ { u"file"_s, path }, { u"connections"_s, count } });
    else
        printLine(u"%1 connections, without their secrets, are in %2"_s.arg(count).arg(path));
    return Good;
}

QJsonObject toJson(const sync::ImportReport &report)
{
    QJsonArray added, refused;
    for (const auto &one : report.added)
        added.append(QJsonObject { { u"id"_s, one.id }, { u"name"_s, one.name }, { u"paused"_s, true },
            { u"places"_s, QJsonArray::fromStringList(one.places) }, { u"secrets"_s, QJsonArray::fromStringList(one.secretFields) } });
    for (const auto &one : report.refused)
        refused.append(QJsonObject { { u"name"_s, one.name }, { u"reason"_s, one.reason } });
    return { { u"added"_s, added }, { u"skipped"_s, QJsonArray::fromStringList(report.skipped) }, { u"refused"_s, refused } };
}

void printAdded(const sync::ImportReport::Added &added)
{
    QStringList about { added.places.join(u", "_s), u"paused until \"callboardctl resume %1\""_s.arg(added.id) };
    if (!added.secretFields.isEmpty())
        about.append(u"may want "_s + added.secretFields.join(u", "_s));
    about.removeAll(QString());
    printLine(u"added %1 (%2): %3"_s.arg(added.id, added.name, about.join(u"; "_s)));
}

ExitCode importFrom(const QString &path, sync::Workspace &workspace, bool json)
{
    const auto bytes = readAll(path);
    if (!bytes)
        return complainOf(bytes.error());
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    const auto report = workspace.importConnections(document.object());
    if (!report)
        return complainOf(report.error());
    if (json) {
        printJson(toJson(*report));
    } else {
        for (const auto &one : report->added)
            printAdded(one);
        for (const QString &name : report->skipped)
            printLine(u"here already: "_s + name);
        for (const auto &one : report->refused)
            printLine(u"refused %1: %2"_s.arg(one.name, one.reason));
    }
    return report->refused.empty() ? Good : ProblemsFound;
}

} // namespace

ExitCode listSources(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (!arguments.rest().isEmpty())
        return badUsage(u"sources takes no argument"_s);
    const QString directory = workspaceDirectory(arguments);
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return UsageOrIo;
    const auto connections = sync::ConnectionStore(directory).load();
    if (!connections)
        return complainOf(connections.error());
    const auto states = mirror->feedStates();
    if (!states)
        return complainOf(states.error());
    const sync::PluginHost host({ sync::PluginHost::defaultDirectories(), directory, true });
    const QJsonObject standing = standingOf(arguments, *mirror, connections->connections);
    const bool allPaused = standing["paused"_L1].toBool();
    if (allPaused && !arguments.has(u"json"_s))
        printLine(u"every source is paused"_s);
    QJsonArray sources;
    for (const sync::ConnectionInfo &info : connections->connections) {
        const QJsonArray feeds = feedsOf(info, host.integration(info.integrationId), *states, standing);
        sources.append(sourceJson(info, feeds, hostsOf(standing, info.id)));
    }
    bool good = true;
    for (const QJsonValue &source : std::as_const(sources)) {
        for (const QJsonValue &feed : source[u"feeds"].toArray())
            good = good && feed[u"state"].toString() != "failed"_L1;
        if (!arguments.has(u"json"_s))
            printSource(source.toObject());
    }
    if (arguments.has(u"json"_s))
        printJson({ { u"paused"_s, allPaused }, { u"connections"_s, sources } });
    return good ? Good : ProblemsFound;
}

ExitCode moveConnections(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    const QString what = arguments.rest().value(0);
    if (arguments.rest().size() != 2 || (what != "export"_L1 && what != "import"_L1))
        return badUsage(u"connections export FILE, or connections import FILE; - is standard output and input"_s);
    const auto workspace = openWorkspace(arguments);
    if (!workspace)
        return UsageOrIo;
    const QString path = arguments.rest().value(1);
    const bool json = arguments.has(u"json"_s);
    return what == "export"_L1 ? exportTo(path, *workspace, json) : importFrom(path, *workspace, json);
}

} // namespace callboard::ctl
