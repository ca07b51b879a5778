// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/syncreport.h"

#include "models/sync/httpclient.h"

namespace callboard::sync {

using namespace Qt::StringLiterals;

namespace {

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

SyncReport::SyncReport(Workspace &workspace, Counted counted)
    : m_workspace(workspace)
    , m_counted(counted)
    , m_before(today())
    , m_began(QDateTime::currentDateTimeUtc())
{
    m_since.start();
}

SyncReport::Totals SyncReport::today() const
{
    Totals totals;
    for (const HostTraffic &host : m_workspace.traffic()) {
        totals.requests += host.requestsToday;
        totals.bytes += host.bytesToday;
    }
    return totals;
}

/// Those that began since.
std::vector<PullReport> SyncReport::pulls() const
{
    auto pulls = m_workspace.lastPulls();
    std::erase_if(pulls, [this](const PullReport &pull) { return pull.startedAt < m_began; });
    return pulls;
}

QJsonObject SyncReport::feedJson(
    const mirror::FeedState &state, const std::vector<PullReport> &pulls, const QHash<FeedKey, domain::Error> &unpulled) const
{
    const auto pull = std::ranges::find_if(pulls, [&](const PullReport &one) { return one.connectionId == state.connectionId && one.feedId == state.feedId; });
    std::optional<domain::Error> error = state.lastError;
    if (const auto why = unpulled.find({ state.connectionId, state.feedId }); why != unpulled.end())
        error = *why;
    else if (!error && pull != pulls.end())
        error = pull->error; // The mirror knows nothing of one that was cancelled.
    QJsonObject json { { u"connection"_s, state.connectionId }, { u"feed"_s, state.feedId }, { u"ok"_s, !error } };
    if (state.lastSuccess.isValid())
        json.insert(u"lastSuccess"_s, state.lastSuccess.toUTC().toString(Qt::ISODate));
    if (error)
        json.insert(u"error"_s, QJsonObject { { u"code"_s, QString(domain::name(error->code)) }, { u"detail"_s, error->detail } });
    if (pull != pulls.end()) {
        json.insert(u"requests"_s, pull->requests);
        json.insert(u"bytes"_s, pull->wireBytes);
        json.insert(u"seconds"_s, seconds(pull->took));
    }
    return json;
}

QJsonArray SyncReport::connectionsJson(const QString &connectionId, const std::vector<PullReport> &pulls) const
{
    const auto snapshot = m_workspace.mirror().snapshot();
    QJsonArray connections;
    for (const ConnectionInfo &info : m_workspace.connections()) {
        if (!connectionId.isEmpty() && info.id != connectionId)
            continue;
        Totals counted;
        std::chrono::milliseconds longest { 0 };
        for (const PullReport &pull : pulls) {
            if (pull.connectionId != info.id)
                continue;
            counted.requests += pull.requests;
            counted.bytes += pull.wireBytes;
            longest = std::max(longest, pull.took);
        }
        connections.append(QJsonObject { { u"id"_s, info.id }, { u"name"_s, info.name }, { u"entities"_s, entitiesOf(*snapshot, info.id) },
            { u"requests"_s, counted.requests }, { u"bytes"_s, counted.bytes }, { u"seconds"_s, seconds(longest) } });
    }
    return connections;
}

domain::Result<QJsonObject> SyncReport::toJson(const QString &connectionId, const QHash<FeedKey, domain::Error> &unpulled) const
{
    const double took = double(m_since.elapsed()) / 1000;
    auto states = m_workspace.mirror().feedStates();
    if (!states)
        return std::unexpected(states.error());
    const std::vector<PullReport> pulls = this->pulls();
    // The mirror does not know those that never came to an end.
    QList<FeedKey> asked = unpulled.keys();
    for (const PullReport &pull : pulls)
        asked.append({ pull.connectionId, pull.feedId });
    for (const FeedKey &key : asked) {
        const bool isKnown = std::ranges::any_of(*states, [&](const mirror::FeedState &one) { return one.connectionId == key.connectionId && one.feedId == key.feedId; });
        if (!isKnown)
            states->push_back({ key.connectionId, key.feedId, {}, 0, {}, {}, {} });
    }
    QJsonArray feeds;
    for (const mirror::FeedState &state : *states) {
        if (connectionId.isEmpty() || state.connectionId == connectionId)
            feeds.append(feedJson(state, pulls, unpulled));
    }
    const QJsonArray connections = connectionsJson(connectionId, pulls);
    Totals counted;
    for (const QJsonValue &connection : connections) {
        counted.requests += connection[u"requests"].toInteger();
        counted.bytes += connection[u"bytes"].toInteger();
    }
    if (m_counted == Counted::Everything) {
        // The day may have ended meanwhile, and with it the count of the hosts: what the feeds counted is the least.
        const Totals now = today();
        counted.requests = std::max(now.requests - m_before.requests, counted.requests);
        counted.bytes = std::max(now.bytes - m_before.bytes, counted.bytes);
    }
    return QJsonObject { { u"entities"_s, entitiesOf(*m_workspace.mirror().snapshot(), connectionId) }, { u"requests"_s, counted.requests },
        { u"bytes"_s, counted.bytes }, { u"seconds"_s, took }, { u"connections"_s, connections }, { u"feeds"_s, feeds } };
}

bool SyncReport::isGood(const QJsonObject &report)
{
    return std::ranges::all_of(report[u"feeds"].toArray(), [](const QJsonValue &feed) { return feed[u"ok"].toBool(); });
}

domain::Result<void> SyncReport::mayBe(const Workspace &workspace, const QString &connectionId)
{
    const auto connections = workspace.connections();
    if (connectionId.isEmpty() ? !connections.empty() : std::ranges::contains(connections, connectionId, &ConnectionInfo::id))
        return {};
    return domain::fail(domain::ErrorCode::Invalid,
        connectionId.isEmpty() ? u"this workspace has no connection"_s : u"there is no connection \"%1\""_s.arg(connectionId));
}

} // namespace callboard::sync
