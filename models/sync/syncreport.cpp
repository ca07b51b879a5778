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

} // namespace

SyncReport::SyncReport(Workspace &workspace, Counted counted)
    : m_workspace(workspace)
    , m_counted(counted)
    , m_before(today())
    , m_began(QDateTime::currentDateTimeUtc())
{
    m_since.start();
}

domain::Result<SyncReport::Found> SyncReport::find(const mirror::Mirror &mirror)
{
    auto states = mirror.feedStates();
    if (!states)
        return std::unexpected(states.error());
    const auto snapshot = mirror.snapshot();
    Found found { .states = std::move(*states), .entities = qint64(snapshot->size()), .entitiesOf = {} };
    QHash<mirror::StringId, qint64> counted;
    for (mirror::Row row = 0; row < snapshot->size(); ++row)
        ++counted[snapshot->connectionId(row)];
    for (auto at = counted.cbegin(); at != counted.cend(); ++at)
        found.entitiesOf.insert(snapshot->string(at.key()).toString(), at.value());
    return found;
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

QJsonArray SyncReport::connectionsJson(const QString &connectionId, const Found &found, const std::vector<PullReport> &pulls) const
{
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
        connections.append(QJsonObject { { u"id"_s, info.id }, { u"name"_s, info.name }, { u"entities"_s, found.entitiesOf.value(info.id) },
            { u"requests"_s, counted.requests }, { u"bytes"_s, counted.bytes }, { u"seconds"_s, seconds(longest) } });
    }
    return connections;
}

QJsonObject SyncReport::toJson(const QString &connectionId, Found found, const QHash<FeedKey, domain::Error> &unpulled) const
{
    const double took = double(m_since.elapsed()) / 1000;
    const std::vector<PullReport> pulls = this->pulls();
    // The mirror does not know those that never came to an end.
    QList<FeedKey> asked = unpulled.keys();
    for (const PullReport &pull : pulls)
        asked.append({ pull.connectionId, pull.feedId });
    for (const FeedKey &key : asked) {
        const bool isKnown = std::ranges::any_of(found.states, [&](const mirror::FeedState &one) { return one.connectionId == key.connectionId && one.feedId == key.feedId; });
        if (!isKnown)
            found.states.push_back({ key.connectionId, key.feedId, {}, 0, {}, {}, {} });
    }
    QJsonArray feeds;
    for (const mirror::FeedState &state : found.states) {
        if (connectionId.isEmpty() || state.connectionId == connectionId)
            feeds.append(feedJson(state, pulls, unpulled));
    }
    const QJsonArray connections = connectionsJson(connectionId, found, pulls);
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
    const qint64 entities = connectionId.isEmpty() ? found.entities : found.entitiesOf.value(connectionId);
    return { { u"entities"_s, entities }, { u"requests"_s, counted.requests },
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
