// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"
#include "models/sync/secretstore.h"

#include <QObject>
#include <QUrl>

#include <functional>

namespace callboard::sdk {
struct ProbeReport;
struct SignInMethod;
struct ActionRequest;
struct ActionAnswer;
struct Permission;
struct HttpRequest;
struct HttpResponse;
}

namespace callboard::domain {
struct BuildCommit;
struct BuildDetail;
struct BuildJob;
struct BuildRun;
}

namespace callboard::sync {

class NetworkSource;
struct BuildLog;
class NetworkState;
struct HostTraffic;
struct PendingAction;
struct RequestLine;
struct SignInPrompt;
struct SignedOut;

/// What an integration says of itself in its metadata, read without loading it.
struct IntegrationInfo {
    struct Field {
        enum class Type { Text, Folder, Url, Number, Choice, Boolean, Secret };
        QString id, label, help;
        Type type = Type::Text;
        QJsonValue defaultValue;
        bool required = false;
        QStringList choices;
        int least = 0;        ///< Type::Number
        int most = 1'000'000; ///< Type::Number
        bool asked = false;   ///< Of an action: fields that the other side tells take its place (`Workspace::actionForm`), where they can be had.
    };
    /// Something that can be done on the other side.
    struct Action {
        QString id, name, help, icon;
        QString about; ///< A sentence that says what it would do, with places for values: see docs/writing-an-integration.md. May be empty.
        QString scope; ///< What it is done to: "entity", "connection", or a record of this type ("BuildRun").
        bool asksFirst = false; ///< Not easily undone.
        bool dryRun = false;    ///< Can say beforehand what would happen.
        bool queued = false;    ///< Waits for the network where there is none.
        bool later = false;     ///< The other side does it in its own time, after it has answered.
        bool together = false;  ///< Takes many records at once: their keys in `values["ids"]`.
        std::vector<Field> fields;
    };
    struct Feed {
        QString id, name;
        QStringList recordTypes;
        bool perEntity = false;
        bool live = false;
        bool paced = false; ///< Keeps to its share of idle requests by itself (`PullContext::idleShare`).
        int intervalSeconds = 600;
    };
    enum class State { Available, Loaded, DisabledByUser, Refused, Failed, Suspected };

    QString id, name, description, version, icon;
    int sdkMajor = 0;
    QString libraryPath;
    QStringList recordTypes, annotations, hosts;
    QStringList needs; ///< Ids of integrations that must be loaded before this one.
    std::vector<Field> fields;
    std::vector<Feed> feeds;
    std::vector<Action> actions;
    bool network = false; ///< Asks hosts over the network: proxy and certificates can be set for it.
    State state = State::Available;
    QString reason; ///< Why refused, failed or suspected; English, from the host.
    bool enabled = true; ///< The user's choice, kept apart from what was observed.

    bool isCiHost() const; ///< It asks hosts over the network for runs.
};

struct ConnectionInfo {
    QString id;            ///< Stable, made once ("folder-1").
    QString integrationId;
    QString name;          ///< For people.
    QJsonObject settings;  ///< Without secrets.
    bool paused = false;
};

struct ConnectionContent;
struct FeedKey;
struct ImportReport;

/// Progress of one running pull.
struct PullProgress {
    QString connectionId, feedId;
    qint64 done = 0;
    qint64 total = 0; ///< 0: not known.
    QString text;

    bool operator==(const PullProgress &) const = default;
};

/// When a feed pulls next.
struct NextRun {
    QString connectionId, feedId;
    QDateTime at = {};    ///< UTC; invalid while it runs, while it is paused, and where nothing pulls by the clock.
    bool waiting = false; ///< Asked for by somebody, and waiting for room.
    bool live = false;    ///< Watched for changes now: it does not wait for the clock.
    int failures = 0;     ///< In a row, in this run of the program.

    bool operator==(const NextRun &) const = default;
};

/// How the last pull of a feed went in this run of the program.
struct PullReport {
    QString connectionId, feedId;
    QDateTime startedAt; ///< UTC
    std::chrono::milliseconds took { 0 };
    qint64 requests = 0;  ///< Asked by the integration; what the HTTP layer tried again counts once.
    qint64 wireBytes = 0; ///< Of the answers.
    std::optional<domain::Error> error = {};
    std::chrono::seconds round { 0 }; ///< Of a feed that asks in turns: until each was asked where nothing happens; 0: it asks for all each time.

    bool operator==(const PullReport &) const = default;
};

/// A named set of connections with one mirror: all the window and the command line need. Lives on the
/// thread that made it; pulls run on threads of their own.
class Workspace final : public QObject {
    Q_OBJECT
public:
    struct Data; ///< For the workspace's own files.
    struct Options {
        QString directory;      ///< Empty: the default workspace in the user's data folder.
        QStringList pluginDirs; ///< Empty: where the program was built or installed.
        bool safeMode = false;  ///< Load no integration.
        bool schedule = true;   ///< Pull by the clock; off for one-shot commands.
        bool alphaModel = true; ///< Accept AiResource and mcp-server.
        std::shared_ptr<SecretStore> secrets = {}; ///< Empty: the system's keychain.
        /// What says how the network is, where pulls go by the clock; empty: the machine.
        std::function<std::unique_ptr<NetworkSource>()> network = {};
    };
    /// Of the default workspace, in the user's data folder.
    static QString defaultDirectory();
    static domain::Result<std::unique_ptr<Workspace>> open(
        const Options &options, mirror::Mirror::OpenReport *report = nullptr);
    ~Workspace() override;

    mirror::Mirror &mirror();
    QString name() const;
    bool isSafeMode() const;

    std::vector<IntegrationInfo> integrations() const;
    void setIntegrationEnabled(const QString &integrationId, bool enabled);
    /// Integrations that were being loaded or pulled when the program last died.
    QStringList suspectedIntegrations() const;
    void forgiveSuspicion(const QString &integrationId);

    // Changes of connections are seen at once, and written to their file on a thread of its own; secrets are kept, and pulls begin, when
    // it is on disk. What cannot be written is taken back: `whenSaved` tells. One-shot commands (Options::schedule) wait for the
    // disk instead, and get its error as the result.

    std::vector<ConnectionInfo> connections() const;
    /// Those that were removed and whose records are still being erased, which goes on after a kill; `connectionsChanged` tells the end.
    QStringList leavingConnections() const;
    /// Calls `done` on this thread when all changes so far are on disk, or why they could not be; at once where nothing waits. Not when
    /// `context` is gone by then.
    void whenSaved(QObject *context, std::function<void(domain::Result<void>)> done);
    /// Adds, and starts pulling unless it comes in paused. Returns the connection's id.
    domain::Result<QString> addConnection(const QString &integrationId, const QString &name, const QJsonObject &settings,
        const Secrets &secrets = {}, bool paused = false);
    /// Saves, and pulls anew with what is given. Secrets that are not named stay; an empty one is taken away. `settings` are
    /// whole, but for "signIn", which stays where it is not named. The name stays where it is empty. Kept secrets and the
    /// sign-in count for the scheme, host and port that they were given for: with another address they are forgotten.
    domain::Result<void> editConnection(const QString &connectionId, const QString &name, const QJsonObject &settings,
        const Secrets &secrets = {});
    /// With all that it brought, its secrets and its sign-in, which is revoked as far as the server can be reached.
    domain::Result<void> removeConnection(const QString &connectionId);
    /// Since when a connection has been refused (UTC), where that is so long that the person is asked whether to erase what it brought; else
    /// invalid. See refusals.h.
    QDateTime refusedSince(const QString &connectionId) const;
    /// The answers: keep it, and do not ask again until it worked once more; or erase it, while the connection stays.
    void keepRefused(const QString &connectionId);
    domain::Result<void> eraseBrought(const QString &connectionId);
    /// Days of being refused until the person is asked; 0: never. Kept.
    int askToEraseAfter() const;
    domain::Result<void> setAskToEraseAfter(int days);
    domain::Result<void> renameConnection(const QString &connectionId, const QString &name);
    domain::Result<void> setPaused(const QString &connectionId, bool paused);
    /// Tries settings as typed, on a thread of its own; `done` is called on this thread, unless `context` is gone by then.
    /// `savedAs`: the connection whose kept secrets and sign-in count where none was typed; only for the server they are for.
    void probe(const QString &integrationId, const QJsonObject &settings, const Secrets &secrets, QObject *context,
        std::function<void(domain::Result<sdk::ProbeReport>)> done, const QString &savedAs = {});

    // Signing in. Calls run on threads of their own; `done` is called on this thread, unless `context` is gone by then.

    /// How one could sign in at what is typed. What can be done in a browser elsewhere as well is there twice (`isOnOtherDevice`), under
    /// one id.
    void signInMethods(const QString &integrationId, const QJsonObject &settings, const Secrets &secrets, QObject *context,
        std::function<void(domain::Result<std::vector<sdk::SignInMethod>>)> done);
    /// Signs a saved connection in, by the OAuth flow where that is the method; then this is its "signIn" setting, and it is
    /// pulled. `prompt` is called on this thread when there is an address to open. One at a time for a connection: a second
    /// one cancels the first.
    void signIn(const QString &connectionId, const sdk::SignInMethod &method, QObject *context,
        std::function<void(const SignInPrompt &)> prompt, std::function<void(domain::Result<void>)> done);
    void cancelSignIn(const QString &connectionId);
    /// Revokes and forgets the tokens of a connection. Where its server could not be told, here or when one is removed, a notice says so.
    void signOut(const QString &connectionId, QObject *context, std::function<void(domain::Result<SignedOut>)> done);

    /// What a proxy that asks (`proxyThatAsks`) is told from now on, for every connection; kept in the keychain. With an empty user nothing. What
    /// waited for it is pulled. Storage where nothing could be kept because this workspace cannot be written.
    domain::Result<void> setProxyLogin(const QString &proxy, const QString &user, const QString &password);
    /// Calls `done` when that is in the keychain, and the workspace's id, by which it is found again, on disk; or with why it is not. Then the
    /// proxy is told until the program ends.
    void whenProxyLoginKept(const QString &proxy, QObject *context, std::function<void(domain::Result<void>)> done);
    /// The keychain failed when a proxy asked, and is not asked for that one again in this run. From memory, at once.
    bool isProxyLoginUnread(const QString &proxy) const;

    /// How the keychain is, as far as it was asked; from memory, at once. Nothing before a secret was needed.
    std::optional<SecretStore::State> keychainState() const;
    /// Has the desktop ask the person for the keychain's password; then what waited for it is pulled.
    void unlockKeychain(QObject *context, std::function<void(domain::Result<void>)> done);

    // Actions: what leaves a pane (workspace_actions.cpp). `done` as above.

    /// Does it, and pulls what it touched. One that the metadata declares `queued` is kept where the other side cannot be
    /// reached now: its answer says `kept`, and it is done after the next pull that succeeds.
    void act(const QString &connectionId, const sdk::ActionRequest &request, QObject *context,
        std::function<void(domain::Result<sdk::ActionAnswer>)> done);
    void mayAct(const QString &connectionId, const sdk::ActionRequest &request, QObject *context,
        std::function<void(domain::Result<sdk::Permission>)> done);
    /// The fields that stand for the one that the action's metadata declares as `asked`, with what the others hold.
    void actionForm(const QString &connectionId, const sdk::ActionRequest &request, QObject *context,
        std::function<void(domain::Result<std::vector<IntegrationInfo::Field>>)> done);
    /// What is on its way or waits, oldest first.
    std::vector<PendingAction> pendingActions() const;
    /// It waits until who made it is signed in again: somebody else is.
    bool isOfAnother(const PendingAction &action) const;
    /// Gives up one that waits; false where there is none any more, or it is on its way.
    bool cancelPending(qint64 id);
    /// Tries those that wait now.
    void retryPending(const QString &connectionId = {});
    /// The mirror's value "starred" changed for this entity: it is sent to the portal that keeps it.
    void starChanged(const QString &canonicalRef);
    /// A star that was set or taken away, and is not known at its portal yet.
    bool isStarWaiting(const QString &canonicalRef) const;

    /// Sends one request just as it is, for a person who looks at the answer: no credentials of any connection are added, and nothing of
    /// it is kept. Offline where the network may not be used. Stopping makes it Cancelled; `done` as above.
    std::stop_source sendOnce(
        const sdk::HttpRequest &request, QObject *context, std::function<void(domain::Result<sdk::HttpResponse>)> done);

    /// How the program stands with each host, and its latest requests. From memory, at once.
    std::vector<HostTraffic> traffic() const;
    std::vector<RequestLine> requestLog(const QString &connectionId = {}) const;

    /// Pulls now: one feed, one connection with an empty feed id, or with an empty connection id all that are not paused themselves.
    void pullNow(const QString &connectionId = {}, const QString &feedId = {});
    /// Pulls one connection, or all with an empty id, and tells what came of it when that is in the snapshot: see syncreport.h. Feeds that
    /// wait for the network are not waited for. Invalid where there is no such connection. `done` as above.
    void pullAndReport(const QString &connectionId, QObject *context, std::function<void(const domain::Result<QJsonObject> &)> done);
    /// Stops what runs and drops what waits, likewise.
    void cancelPulls(const QString &connectionId = {}, const QString &feedId = {});
    std::vector<PullProgress> running() const;
    /// Every feed of every connection.
    std::vector<NextRun> nextRuns() const;
    /// How many connections to hosts of CI there are that are not paused: they share the requests that an idle hour may cost.
    int ciHosts() const;
    /// Between two pulls by the clock, while nobody looks.
    std::chrono::seconds intervalOf(const ConnectionInfo &connection, const IntegrationInfo::Feed &feed) const;
    /// Those feeds that were pulled in this run of the program, in no order.
    std::vector<PullReport> lastPulls() const;

    /// Where secrets would be kept; asked on a thread of its own, as a keychain may take its time.
    void secretState(QObject *context, std::function<void(SecretStore::State)> done);
    /// All connections without their secrets: see models/sync/connectiontransfer.h, also for what the report says.
    QJsonObject exportConnections() const;
    /// Nobody is asked for what a file names before a person says so: what is added is paused.
    domain::Result<ImportReport> importConnections(const QJsonObject &file);

    // The network (workspace_network.cpp): feeds that need it are held while it may not be used. What was read stays.

    /// How the network is, and how freely it is used. Watched from the first connection on that needs it.
    NetworkState &network();
    /// Whether a connection asks hosts beyond this machine; of any, with an empty id.
    bool needsNetwork(const QString &connectionId = {}) const;
    /// Nothing goes over the network until this is taken back. Kept.
    void setWorkOffline(bool offline);
    /// Nothing is pulled by the clock, of any connection, until this is taken back. Kept; each connection's own pause stays.
    void setAllPaused(bool paused);
    bool isAllPaused() const;
    static bool isAllPausedIn(const mirror::Mirror &mirror); ///< For those who have a mirror but no workspace.

    /// What is being looked at; sets what feeds pull first.
    void setInterest(const QStringList &canonicalRefs);
    /// What `who` shows in a list of builds: feeds of builds ask about it in the pulls that come anyway. Replaces what the same one said before;
    /// an empty list, when it shows them no more, before it goes.
    void setListed(const QObject *who, const QStringList &canonicalRefs);
    QStringList listed() const; ///< All that was said so, each once.

    /// The time about which somebody wants to know how portals are used, beside those that are asked about anyway; both days count. It is
    /// asked about at once, and with each pull until there is another one; an invalid day: there is none. Kept.
    void setUsageTime(const QDate &from, const QDate &to);

    // Documentation (workspace_docs.cpp): what is read now comes first, what is the person's stays here, of the rest as much as
    // there is room for.

    /// Somebody wants to read a page of an entity's documentation: it is fetched before anything else where it is not here, and
    /// asked after where it is. From the thread of the window.
    void setDocInterest(const QString &site, const QString &path);
    /// Chosen to be here whole, beside what is so anyway: owned by the person or their groups, starred, lately seen.
    bool keepsDocs(const QString &site) const;
    domain::Result<void> setKeepDocs(const QString &site, bool keep);
    /// Bytes that documentation from portals may take here; 0: no bound. What is kept stays even beyond it.
    qint64 docsBudget() const;
    domain::Result<void> setDocsBudget(qint64 bytes);

    // Builds (workspace_builds.cpp). Runs are records that feeds bring; what is below is asked for when somebody looks. `done` as above.

    /// What a run is made of, as its connection tells now. It is kept as a record of type BuildDetail, which is there offline;
    /// the keys of logs that were looked at stay in it.
    void buildDetail(const QString &connectionId, const domain::BuildRun &run, QObject *context,
        std::function<void(domain::Result<domain::BuildDetail>)> done);
    /// The same where nobody waits for it: others go first at the host. Where it may not be (see `mayAskInPassing`) nobody is asked, and no
    /// answer is told.
    void askBuildDetail(const QString &connectionId, const domain::BuildRun &run, QObject *context = nullptr,
        std::function<void(domain::Result<domain::BuildDetail>)> done = {});
    /// Whether a connection may be asked for what nobody waits for: the network is there and costs nothing, and nothing is paused or being erased.
    bool mayAskInPassing(const QString &connectionId) const;
    /// What `run` has and the last good run has not, as its connection tells. It is kept with what the run is made of: what lies between two
    /// commits is always the same, and is not asked for again.
    void buildCommits(const QString &connectionId, const domain::BuildRun &good, const domain::BuildRun &run, QObject *context,
        std::function<void(domain::Result<std::vector<domain::BuildCommit>>)> done);
    /// Brings the log of a job (of the whole run, where the job has no id) into a file, as fast as it comes. `grew` is called on
    /// this thread, some times a second at most, while there is more of it; `done` once: with the whole log, which is then
    /// kept, or why there is no (more). One that is kept already is there at once, also offline. Stopping makes it Cancelled.
    std::stop_source followBuildLog(const QString &connectionId, const domain::BuildRun &run, const domain::BuildJob &job,
        QObject *context, std::function<void(const BuildLog &)> grew, std::function<void(domain::Result<BuildLog>)> done);
    /// Bytes of a log that are brought at most; the rest is left out. Kept.
    qint64 largestBuildLog() const;
    domain::Result<void> setLargestBuildLog(qint64 bytes);

    /// Who the user is in this catalog; empty when not known. Kept in the mirror.
    QString me() const;
    void setMe(const QString &canonicalUserRef);

    /// The descriptor text behind an entity, as last pulled, with the position of its document.
    struct Source {
        QString location, localPath;
        QByteArray text;
        int document = 0;
        int firstLine = 1;
    };
    domain::Result<Source> source(const QString &canonicalRef) const;

    /// What feeds said of their work since the program started, oldest first; the last 200 lines of a connection.
    QStringList log(const QString &connectionId) const;

    /// Blocks until no pull is running or `timeout` passed. For the command line and tests only.
    bool waitForIdle(std::chrono::milliseconds timeout);

Q_SIGNALS:
    void integrationsChanged();
    void connectionsChanged();
    /// `eraseBrought` has done so.
    void broughtErased(const QString &connectionId);
    void pullStarted(const QString &connectionId, const QString &feedId);
    void pullProgress(const callboard::sync::PullProgress &progress);
    void pullFinished(const QString &connectionId, const QString &feedId, bool ok);
    void meChanged();
    void scheduleChanged(); ///< `nextRuns` answers otherwise, for another reason than a pull's beginning or end.
    void keychainChanged();
    void networkChanged();
    void allPausedChanged(bool paused);
    /// A pull was asked for that waits for the network.
    void networkWanted(const QString &connectionId);
    void pendingActionsChanged();
    /// One that was kept is refused for good.
    void pendingActionGivenUp(const callboard::sync::PendingAction &action, const callboard::domain::Error &why);
    /// Stars came from a portal: the mirror's value "starred" changed.
    void starredChanged();

private:
    explicit Workspace(const Options &options);
    friend struct SavesOfConnections;
    using SaveStep = std::function<void(const domain::Result<void> &)>;
    domain::Result<void> changeConnection(
        const QString &connectionId, const std::function<void(ConnectionInfo &)> &change, SaveStep then = [](const domain::Result<void> &) {});
    domain::Result<void> saveConnections(ConnectionContent next, SaveStep then = [](const domain::Result<void> &) {});
    void settleSaves();
    void takeBack();
    void letGo(const QString &connectionId);
    domain::Result<void> eraseConnection(const ConnectionInfo &gone);
    void startSignIn(const QString &connectionId, const sdk::SignInMethod &method, QObject *context,
        std::function<void(const SignInPrompt &)> prompt, std::function<void(domain::Result<void>)> done);
    void launchDue();
    void settleFinished();
    std::function<void(const QString &)> logTo(const QString &connectionId);
    void noteLog(const QString &connectionId, const QString &line);
    void afterFirstPull(const ConnectionInfo &info, const QString &suggestedMe);
    void watchIfLive(const FeedKey &key);
    enum class SignedIn { AsBefore, Unknown };
    void restartConnection(const QString &connectionId, SignedIn who, bool pulls = true);
    void forgetSecrets(const ConnectionInfo &gone);
    void tellIfUntold(const ConnectionInfo &of, const SignedOut &out);
    void pullWhereFailed(const std::function<bool(const domain::Error &)> &why);
    void chooseSignIn(const QString &connectionId, const QString &methodId);
    void beginNetwork();
    void watchNetworkIfNeeded();
    void applyNetwork();
    void beginActions();
    void send(const QString &connectionId, const sdk::ActionRequest &request, QObject *context,
        std::function<void(domain::Result<sdk::ActionAnswer>)> done, const std::optional<QString> &madeBy = {});
    void pullAgainSoon(const QString &connectionId, const QStringList &feeds);
    void afterPull(const FeedKey &key);
    std::unique_ptr<Data> d;
};

/// The descriptor text behind an entity, for those who have a mirror but no workspace.
domain::Result<Workspace::Source> sourceOf(const mirror::Mirror &mirror, const QString &canonicalRef);

} // namespace callboard::sync
