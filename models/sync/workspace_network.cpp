// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/address.h"
#include "models/sync/systemnetwork.h"
#include "models/sync/workspacedata.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

namespace {

constexpr auto workOfflineKey = "workOffline"_L1;
constexpr auto allPausedKey = "allPaused"_L1;
// How long feeds over the network wait at the start for the machine to say whether there is one.
constexpr auto patienceWithMachine = 1500ms;

Scheduler::Hold holdOf(const NetworkState &network)
{
    if (!network.mayUse())
        return Scheduler::Hold::All;
    switch (network.background()) {
    case Background::Rarely: return Scheduler::Hold::Rarely;
    case Background::ByHand: return Scheduler::Hold::ByHand;
    case Background::AsUsual: break;
    }
    return Scheduler::Hold::None;
}

} // namespace

// A portal on this machine is there without a network.
bool Workspace::Data::needsNetwork(const ConnectionInfo &info) const
{
    const auto integration = host->integration(info.integrationId);
    if (!integration || !integration->network)
        return false;
    bool onlyHere = false;
    for (const QJsonValue &value : info.settings) {
        const QUrl url(value.toString());
        if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
            continue;
        if (!isThisMachine(url))
            return true;
        onlyHere = true;
    }
    return !onlyHere;
}

domain::Result<void> Workspace::Data::mayAskNow(const ConnectionInfo &info) const
{
    if (network->isWorkingOffline() && needsNetwork(info))
        return domain::fail(domain::ErrorCode::Offline, u"working offline"_s, info.name);
    return {};
}

bool Workspace::needsNetwork(const QString &connectionId) const
{
    return std::ranges::any_of(d->connections, [&](const ConnectionInfo &info) {
        return (connectionId.isEmpty() || info.id == connectionId) && d->needsNetwork(info);
    });
}

NetworkState &Workspace::network()
{
    return *d->network;
}

void Workspace::beginNetwork()
{
    const bool watched = d->options.schedule;
    std::unique_ptr<NetworkSource> source;
    if (watched)
        source = d->options.network ? d->options.network() : std::make_unique<SystemNetwork>();
    auto *teller = source.get();
    d->network = std::make_unique<NetworkState>(std::move(source));
    if (watched)
        d->network->setWorkOffline(d->mirror->value(workOfflineKey).toBool());
    connect(d->network.get(), &NetworkState::changed, this, &Workspace::applyNetwork);
    d->allPaused = isAllPausedIn(*d->mirror);
    d->scheduler.setAllPaused(d->allPaused);
    if (!watched)
        return;
    connect(this, &Workspace::connectionsChanged, this, &Workspace::watchNetworkIfNeeded);
    d->networkPatience.setSingleShot(true);
    d->networkPatience.setInterval(patienceWithMachine);
    const auto known = [this] {
        d->networkPatience.stop();
        applyNetwork();
    };
    connect(&d->networkPatience, &QTimer::timeout, this, known);
    connect(teller, &NetworkSource::told, this, [this, known] {
        if (d->networkPatience.isActive())
            known();
    });
    d->scheduler.setHold(holdOf(*d->network));
    watchNetworkIfNeeded();
}

// Nobody is asked about the network while nothing needs it.
void Workspace::watchNetworkIfNeeded()
{
    if (!d->options.schedule || d->network->isWatching() || !needsNetwork())
        return;
    d->networkPatience.start();
    d->scheduler.setHold(Scheduler::Hold::All);
    d->network->begin();
}

void Workspace::applyNetwork()
{
    const auto hold = d->networkPatience.isActive() ? Scheduler::Hold::All : holdOf(*d->network);
    d->scheduler.setHold(hold);
    for (const ConnectionInfo &info : d->connections) {
        if (!d->needsNetwork(info))
            continue;
        if (hold != Scheduler::Hold::None)
            d->live->stop(info.id);
        if (hold == Scheduler::Hold::All)
            d->pulls->requestStop([&](const FeedKey &key) { return key.connectionId == info.id; });
    }
    if (d->network->condition() == NetworkState::Condition::Suspended && !d->scheduler.isNetworkRunning())
        d->network->readyToSleep();
    Q_EMIT networkChanged();
    Q_EMIT scheduleChanged();
    launchDue();
}

void Workspace::setWorkOffline(bool offline)
{
    if (d->network->isWorkingOffline() == offline)
        return;
    (void)d->mirror->setValue(workOfflineKey, offline);
    d->network->setWorkOffline(offline);
}

bool Workspace::isAllPaused() const
{
    return d->allPaused;
}

bool Workspace::isAllPausedIn(const mirror::Mirror &mirror)
{
    return mirror.value(allPausedKey).toBool();
}

void Workspace::setAllPaused(bool paused)
{
    if (d->allPaused == paused)
        return;
    d->allPaused = paused;
    (void)d->mirror->setValue(allPausedKey, paused);
    d->scheduler.setAllPaused(paused);
    for (const ConnectionInfo &info : d->connections) {
        if (paused)
            d->live->stop(info.id);
        else if (!info.paused)
            d->requestLiveFeeds(info.id);
    }
    if (paused)
        cancelPulls();
    Q_EMIT allPausedChanged(paused);
    Q_EMIT scheduleChanged();
    launchDue();
}

} // namespace callboard::sync
