// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/connectiontransfer.h"
#include "models/sync/settingscheck.h"
#include "models/sync/workspacecall.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

void Workspace::pullNow(const QString &connectionId, const QString &feedId)
{
    for (const ConnectionInfo &info : d->connections) {
        if (connectionId.isEmpty() ? info.paused : info.id != connectionId)
            continue;
        if (const auto arriving = d->arriving.find(info.id); arriving != d->arriving.end()) {
            *arriving = true; // As soon as it is on disk.
            continue;
        }
        const auto integration = d->host->integration(info.integrationId);
        for (const IntegrationInfo::Feed &feed : integration ? integration->feeds : std::vector<IntegrationInfo::Feed>()) {
            if (!feedId.isEmpty() && feed.id != feedId)
                continue;
            d->wanted.insert({ info.id, feed.id });
            d->scheduler.requestNow({ info.id, feed.id });
        }
        if (!d->network->mayUse() && d->needsNetwork(info))
            Q_EMIT networkWanted(info.id);
    }
    launchDue();
    Q_EMIT scheduleChanged();
}

void Workspace::cancelPulls(const QString &connectionId, const QString &feedId)
{
    d->scheduler.dropRequests(connectionId, feedId);
    if (const auto arriving = d->arriving.find(connectionId); arriving != d->arriving.end() && feedId.isEmpty())
        *arriving = false;
    d->pulls->requestStop([&](const FeedKey &key) {
        return !key.connectionId.isEmpty() && (connectionId.isEmpty() || key.connectionId == connectionId)
            && (feedId.isEmpty() || key.feedId == feedId);
    });
}

std::vector<NextRun> Workspace::nextRuns() const
{
    const auto now = QDateTime::currentDateTimeUtc();
    std::vector<NextRun> runs;
    for (const Scheduler::Next &next : d->scheduler.next()) {
        NextRun run { .connectionId = next.key.connectionId, .feedId = next.key.feedId };
        run.waiting = next.requested;
        run.failures = next.failures;
        if (next.in && d->options.schedule)
            run.at = now.addMSecs(next.in->count());
        const auto feed = d->feedOf(next.key);
        run.live = feed && feed->live && d->live->isWatching(next.key);
        runs.push_back(std::move(run));
    }
    return runs;
}

int Workspace::ciHosts() const { return d->ciHosts(); }

std::chrono::seconds Workspace::intervalOf(const ConnectionInfo &connection, const IntegrationInfo::Feed &feed) const
{
    const auto integration = d->host->integration(connection.integrationId);
    const bool shares = integration && integration->isCiHost() && !feed.paced;
    return std::chrono::seconds(feed.intervalSeconds) * (shares ? std::max(1, ciHosts()) : 1);
}

std::vector<PullReport> Workspace::lastPulls() const
{
    return { d->lastPulls.cbegin(), d->lastPulls.cend() };
}

void Workspace::secretState(QObject *context, std::function<void(SecretStore::State)> done)
{
    const QPointer<QObject> alive(context);
    d->pulls->start(std::make_shared<HostContext>(HostContext::Setup {}), [secrets = d->services.secrets, alive, done = std::move(done)] {
        PullOutcome outcome;
        outcome.deliver = [alive, done, state = secrets->state()] {
            if (alive)
                done(state);
        };
        return outcome;
    });
}

QJsonObject Workspace::exportConnections() const
{
    return exportOf(d->connections, d->host->integrations());
}

domain::Result<ImportReport> Workspace::importConnections(const QJsonObject &file)
{
    ImportReport report;
    const auto integrations = d->host->integrations();
    const auto found = importOf(file, integrations, report);
    if (!found)
        return std::unexpected(found.error());
    for (const ConnectionInfo &wanted : *found) {
        const auto integration = d->host->integration(wanted.integrationId);
        const QJsonObject settings = completed(*integration, wanted.settings);
        const bool here = std::ranges::any_of(d->connections, [&](const ConnectionInfo &one) {
            return one.integrationId == wanted.integrationId && completed(*integration, one.settings) == settings;
        });
        if (here) {
            report.skipped.append(wanted.name);
            continue;
        }
        const auto added = addConnection(wanted.integrationId, wanted.name, settings, {}, true);
        if (!added) {
            report.refused.push_back({ wanted.name, added.error().detail });
            continue;
        }
        ImportReport::Added entry { *added, d->connection(*added)->name, {}, placesOf(*integration, settings), wanted.paused };
        for (const IntegrationInfo::Field &field : integration->fields) {
            if (field.type == IntegrationInfo::Field::Type::Secret)
                entry.secretFields.append(field.id);
        }
        report.added.push_back(std::move(entry));
    }
    return report;
}

std::vector<HostTraffic> Workspace::traffic() const { return d->services.http->traffic(); }

std::vector<RequestLine> Workspace::requestLog(const QString &connectionId) const
{
    return d->services.http->requestLog(connectionId);
}

} // namespace callboard::sync
