// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/buildkeeping.h"
#include "models/sync/connectionstore.h"
#include "models/sync/dockeeping.h"
#include "models/sync/hostservices.h"
#include "models/sync/jsonsaver.h"
#include "models/sync/livewatch.h"
#include "models/sync/networkstate.h"
#include "models/sync/pendingactions.h"
#include "models/sync/proxylogins.h"
#include "models/sync/pulljob.h"
#include "models/sync/refusals.h"
#include "models/sync/starsync.h"
#include "models/sync/traffickeeping.h"
#include "models/sync/workspace.h"

#include <QRandomGenerator>
#include <QTimer>

namespace callboard::sync {

/// What waits for the file of connections to be written.
struct SavesOfConnections {
    struct Outcome {
        quint64 number = 0;
        ConnectionContent content;
        domain::Result<void> result;
    };
    quint64 last = 0; ///< Asked for so far.
    std::deque<std::pair<quint64, Workspace::SaveStep>> steps;
    std::mutex mutex;
    std::vector<Outcome> outcomes; ///< From the saver's thread.
};

enum class FirstPull {
    AsDue,
    Later, ///< An interval from now: somebody wants to sign in first.
};

/// All of a workspace's parts; its functions are in workspace*.cpp.
struct Workspace::Data {
    Options options;
    HostServices services;
    std::shared_ptr<ProxyLogins> proxyLogins;
    std::unique_ptr<mirror::Mirror> mirror;
    std::unique_ptr<ConnectionStore> store;
    std::shared_ptr<PluginHost> host;
    std::vector<ConnectionInfo> connections; ///< As shown; the file may be a moment behind.
    std::vector<ConnectionInfo> leaving;     ///< Removed, and not erased yet.
    QStringList outdated;                    ///< As in ConnectionContent.
    ConnectionContent saved;          ///< As on disk.
    QHash<QString, bool> arriving;           ///< Added, and not on disk yet; whether they are pulled then.
    SavesOfConnections saves;
    std::unique_ptr<JsonSaver> saver = std::make_unique<JsonSaver>();
    int erasing = 0; ///< Of records and secrets, that run.
    bool isClosing = false;
    QHash<QString, std::shared_ptr<ConnectionHandle>> handles;
    QSet<FeedKey> wanted; ///< Asked for by a person, and not begun yet.
    QSet<QString> neverProbed; ///< Connections added in this run, until their first pull.
    SteadyClock clock;
    Scheduler scheduler { clock, QRandomGenerator::global()->generate() };
    std::unique_ptr<Workers> pulls;
    std::unique_ptr<LiveWatch> live;
    std::unique_ptr<PendingActions> pending;
    std::unique_ptr<StarSync> stars;
    std::unique_ptr<TrafficKeeping> traffic;
    std::unique_ptr<Refusals> refusals;
    QTimer timer;
    std::unique_ptr<NetworkState> network;
    QTimer networkPatience; ///< While it runs, what the machine says of the network is waited for.
    bool allPaused = false;
    QStringList interest;
    QHash<const QObject *, QStringList> listed; ///< By whoever shows it.
    QList<std::pair<QString, QString>> docInterest; ///< Sites and paths of pages somebody wants to read, the latest first.
    QHash<QString, std::chrono::steady_clock::time_point> docsAsked; ///< When a site was last asked after.
    QSet<QString> docsFollowed; ///< Connections over the network whose docs were asked for after their first catalog.
    QHash<QString, QStringList> logs;
    QHash<FeedKey, PullReport> lastPulls;
    QHash<QString, std::weak_ptr<HostContext>> signIns; ///< That run now, by connection.
    std::shared_ptr<BuildTurns> buildTurns = std::make_shared<BuildTurns>();
    int nextCall = 0; ///< Numbers calls that are no pulls.

    std::optional<IntegrationInfo::Feed> feedOf(const FeedKey &key) const;
    const ConnectionInfo *connection(const QString &id) const;
    ConnectionContent content() const;
    QString lastPrincipal(const QString &connectionId) const; ///< Of the last pull that succeeded; empty where none did.
    void schedule(const ConnectionInfo &info, FirstPull first = FirstPull::AsDue);
    std::chrono::milliseconds firstDelay(const FeedKey &key, std::chrono::milliseconds interval) const;
    std::shared_ptr<PullJob> makeJob(const FeedKey &key) const;
    QSet<QString> connectionsOfInterest() const;
    bool mayUse(const QString &integrationId) const;
    std::optional<IntegrationInfo::Action> actionOf(const QString &connectionId, const QString &actionId) const;
    bool bringsStars(const FeedKey &key) const;
    void requestLiveFeeds(const QString &connectionId);
    bool bringsDocs(const FeedKey &key) const;
    QSet<QString> networkConnections() const;
    void requestDocs(const std::function<bool(const ConnectionInfo &)> &of);
    void requestDocsOverNetwork();
    void docsAfterPull(const FeedKey &key);
    std::vector<sdk::AskedTime> askedTimes(const FeedKey &key) const;
    /// `done` is called when the keychain has let go of what it keeps of `gone`, or would not.
    void forgetSecrets(Workspace &of, const ConnectionInfo &gone, SaveStep done);
    /// The secrets that are meant for other servers than the connection asks now. `then` is called when nobody is told them any more.
    void forgetOutdated(Workspace &of, const QString &connectionId, std::function<void()> then);
    domain::Result<void> eraseRecords(const QString &connectionId, SaveStep done);
    /// Without waiting for the keychain; an empty value takes one away.
    void keepSecrets(const QString &connectionId, const Secrets &secrets) const;
    bool needsNetwork(const ConnectionInfo &info) const;
    /// Offline where the person wants the network left alone and `info` needs it.
    domain::Result<void> mayAskNow(const ConnectionInfo &info) const;
    int ciHosts() const;
};

} // namespace callboard::sync
