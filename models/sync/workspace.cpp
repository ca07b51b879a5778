// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/build.h"
#include "models/mirror/ownnotices.h"
#include "models/sync/buildlog.h"
#include "models/sync/keychainstore.h"
#include "models/sync/workspacedata.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

// A pull that does not end within this after it was asked to is left behind.
constexpr auto patienceWithPulls = 3s;
constexpr qsizetype linesOfLog = 200;
constexpr auto meKey = "me"_L1;

} // namespace

const ConnectionInfo *Workspace::Data::connection(const QString &id) const
{
    const auto it = std::ranges::find(connections, id, &ConnectionInfo::id);
    return it == connections.end() ? nullptr : &*it;
}

std::optional<IntegrationInfo::Feed> Workspace::Data::feedOf(const FeedKey &key) const
{
    const ConnectionInfo *info = connection(key.connectionId);
    const auto integration = info ? host->integration(info->integrationId) : std::nullopt;
    if (!integration)
        return std::nullopt;
    const auto it = std::ranges::find(integration->feeds, key.feedId, &IntegrationInfo::Feed::id);
    return it == integration->feeds.end() ? std::nullopt : std::optional(*it);
}

bool Workspace::Data::mayUse(const QString &integrationId) const
{
    const auto integration = host->integration(integrationId);
    return integration && !options.safeMode
        && (integration->state == IntegrationInfo::State::Available || integration->state == IntegrationInfo::State::Loaded);
}

// Until it is asked, whoever was signed in last is. What the program keeps beside the feeds may be under the name of nobody.
QString Workspace::Data::lastPrincipal(const QString &connectionId) const
{
    mirror::FeedState latest;
    for (const mirror::FeedState &state : mirror->feedStates().value_or(std::vector<mirror::FeedState>())) {
        const bool isOfIt = state.connectionId == connectionId && state.lastSuccess.isValid()
            && feedOf({ connectionId, state.feedId }).has_value();
        if (isOfIt && (!latest.lastSuccess.isValid() || state.lastSuccess > latest.lastSuccess))
            latest = state;
    }
    return latest.principal;
}

// Nobody watched a live feed while it was paused or switched off: what it missed is pulled, and watching goes on after. A one-shot
// command watches nothing; the next start of the window pulls them anyway.
void Workspace::Data::requestLiveFeeds(const QString &connectionId)
{
    if (!options.schedule)
        return;
    const ConnectionInfo *info = connection(connectionId);
    const auto integration = info && mayUse(info->integrationId) ? host->integration(info->integrationId) : std::nullopt;
    for (const IntegrationInfo::Feed &feed : integration ? integration->feeds : std::vector<IntegrationInfo::Feed>()) {
        if (feed.live)
            scheduler.requestNow({ connectionId, feed.id });
    }
}

// What was pulled a moment ago, by another run of the program, is not pulled again at once.
std::chrono::milliseconds Workspace::Data::firstDelay(const FeedKey &key, std::chrono::milliseconds interval) const
{
    const auto states = mirror->feedStates();
    if (!states)
        return 0ms;
    for (const mirror::FeedState &state : *states) {
        if (state.connectionId != key.connectionId || state.feedId != key.feedId || !state.lastSuccess.isValid() || state.lastError)
            continue;
        const std::chrono::milliseconds age(state.lastSuccess.msecsTo(QDateTime::currentDateTimeUtc()));
        return std::clamp(interval - age, std::chrono::milliseconds(0), interval);
    }
    return 0ms;
}

void Workspace::Data::schedule(const ConnectionInfo &info, FirstPull first)
{
    const auto integration = host->integration(info.integrationId);
    if (!integration)
        return;
    if (!handles.contains(info.id)) {
        const auto handle = std::make_shared<ConnectionHandle>(info, host, options.alphaModel);
        handle->notePrincipal(lastPrincipal(info.id));
        handles.insert(info.id, handle);
    }
    for (const IntegrationInfo::Feed &feed : integration->feeds) {
        const std::chrono::seconds interval(feed.intervalSeconds);
        const FeedKey key { info.id, feed.id };
        // A live feed may have missed anything while the program was not running.
        const std::chrono::milliseconds due = feed.live ? 0ms : firstDelay(key, interval);
        scheduler.add({ key, interval, feed.perEntity, first == FirstPull::Later ? interval : due, needsNetwork(info), feed.live, integration->isCiHost() && !feed.paced });
    }
    scheduler.setPaused(info.id, info.paused || !mayUse(info.integrationId));
}

bool IntegrationInfo::isCiHost() const
{
    return network && std::ranges::any_of(feeds, [](const Feed &feed) { return feed.recordTypes.contains(domain::recordtype::buildRun); });
}

int Workspace::Data::ciHosts() const
{
    return int(std::ranges::count_if(connections, [this](const ConnectionInfo &info) {
        return !info.paused && mayUse(info.integrationId) && host->integration(info.integrationId)->isCiHost();
    }));
}

std::shared_ptr<PullJob> Workspace::Data::makeJob(const FeedKey &key) const
{
    const auto feed = feedOf(key);
    const auto handle = handles.value(key.connectionId);
    if (!feed || !handle)
        return nullptr;
    auto job = std::make_shared<PullJob>();
    job->feed = *feed;
    job->integrationId = handle->info().integrationId;
    job->handle = handle;
    job->claimedAnnotations = host->integration(job->integrationId)->annotations;
    job->onScreen = interest;
    if (feed->recordTypes.contains(domain::recordtype::buildRun)) {
        for (const QStringList &refs : std::as_const(listed))
            job->onScreen += refs;
    }
    job->docInterest = docInterest;
    job->networkConnections = networkConnections();
    job->probeForMe = neverProbed.contains(key.connectionId);
    for (const ConnectionInfo &other : connections) {
        if (other.id != key.connectionId && mayUse(other.integrationId))
            job->others.push_back(handles.value(other.id));
    }
    return job;
}

QSet<QString> Workspace::Data::connectionsOfInterest() const
{
    QSet<QString> ids;
    const mirror::SnapshotPtr snapshot = mirror->snapshot();
    for (const QString &ref : interest) {
        if (const mirror::Row row = snapshot->find(ref); row != mirror::noRow)
            ids.insert(snapshot->string(snapshot->connectionId(row)).toString());
    }
    // An entity of one connection is asked about in the per-entity feeds of every other.
    if (!ids.isEmpty()) {
        for (const ConnectionInfo &info : connections) {
            const auto integration = host->integration(info.integrationId);
            if (integration && std::ranges::any_of(integration->feeds, &IntegrationInfo::Feed::perEntity))
                ids.insert(info.id);
        }
    }
    return ids;
}

QString Workspace::defaultDirectory()
{
    // Not AppDataLocation: that differs between programs, and the window and the command line share their workspaces.
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(u"callboard/workspaces/default"_s);
}

Workspace::Workspace(const Options &options)
    : d(std::make_unique<Data>())
{
    d->options = options;
    if (d->options.directory.isEmpty())
        d->options.directory = defaultDirectory();
    if (d->options.pluginDirs.isEmpty())
        d->options.pluginDirs = PluginHost::defaultDirectories();
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, &Workspace::launchDue);
}

domain::Result<std::unique_ptr<Workspace>> Workspace::open(const Options &options, mirror::Mirror::OpenReport *report)
{
    std::unique_ptr<Workspace> workspace(new Workspace(options));
    Data &d = *workspace->d;
    const QString directory = d.options.directory;
    // Makes the folder, for the user alone. One that is there, "--workspace .", stays open to whom it was open: each of our files is the user's alone.
    auto mirror = mirror::Mirror::open(directory, {}, report);
    if (!mirror)
        return std::unexpected(mirror.error());
    d.mirror = std::move(*mirror);
    d.store = std::make_unique<ConnectionStore>(directory);
    auto connections = d.store->load();
    if (!connections)
        return std::unexpected(connections.error());
    d.saved = std::move(*connections);
    d.connections = d.saved.connections;
    d.leaving = d.saved.leaving;
    d.outdated = d.saved.outdated;
    BuildLogFile::sweep(directory);
    d.host = std::make_shared<PluginHost>(PluginHost::Options { d.options.pluginDirs, directory, d.options.safeMode });

    d.services.secrets = d.options.secrets ? d.options.secrets : systemSecrets(d.store->workspaceId());
    d.services.secrets->onStateChanged([self = workspace.get()] { QMetaObject::invokeMethod(self, &Workspace::keychainChanged, Qt::QueuedConnection); });
    d.proxyLogins = std::make_shared<ProxyLogins>(d.services.secrets);
    d.services.http = std::make_shared<HttpClient>(HttpClient::Options { .cacheDirectory = QDir(directory).filePath(u"http"_s), .proxyLogins = d.proxyLogins });
    d.traffic = std::make_unique<TrafficKeeping>(d.services.http, *d.mirror);
    d.traffic->restore(d.connections);
    d.refusals = std::make_unique<Refusals>(*d.mirror);
    d.services.oauth = std::make_shared<OAuthKeeper>(d.services.secrets);

    // Workers call this only while the workspace lives: its destructor takes it from them.
    const auto settle = [self = workspace.get()] {
        QMetaObject::invokeMethod(self, &Workspace::settleFinished, Qt::QueuedConnection);
    };
    d.pulls = std::make_unique<Workers>(settle);
    d.live = std::make_unique<LiveWatch>(d.services, settle);
    for (const ConnectionInfo &info : d.connections)
        d.schedule(info);
    workspace->beginActions(); // First: the network may let pulls begin.
    workspace->beginNetwork();
    for (const ConnectionInfo &gone : std::vector<ConnectionInfo>(d.leaving))
        (void)workspace->eraseConnection(gone);
    for (const QString &id : QStringList(d.outdated))
        d.forgetOutdated(*workspace, id, [] {});
    if (d.options.schedule)
        d.timer.start(0ms);
    return workspace;
}

Workspace::~Workspace()
{
    const QSignalBlocker nobodyIsTold(this);
    d->isClosing = true;
    d->timer.stop();
    // What was changed last is on disk then; its secrets follow it.
    d->saver->flush();
    if (d->live)
        settleSaves();
    if (d->services.secrets)
        d->services.secrets->onStateChanged({});
    if (!d->live)
        return; // It could not be opened: another process has it, or its file is of a newer version.
    d->live->requestStop();
    d->pulls->stopAll(patienceWithPulls);
    d->live->stopAll(patienceWithPulls);
    d->traffic->keep();
    d->saver.reset();
    // Before the mirror, which their last words may still be on the way to.
    d->pulls.reset();
    d->live.reset();
    d->handles.clear();
}

mirror::Mirror &Workspace::mirror()
{
    return *d->mirror;
}

QString Workspace::name() const
{
    return QDir(d->options.directory).dirName();
}

bool Workspace::isSafeMode() const
{
    return d->options.safeMode;
}

std::vector<IntegrationInfo> Workspace::integrations() const
{
    return d->host->integrations();
}

void Workspace::setIntegrationEnabled(const QString &integrationId, bool enabled)
{
    d->host->setEnabled(integrationId, enabled);
    for (const ConnectionInfo &info : d->connections) {
        if (info.integrationId != integrationId)
            continue;
        d->scheduler.setPaused(info.id, info.paused || !d->mayUse(integrationId));
        if (enabled && !info.paused) {
            d->requestLiveFeeds(info.id);
        } else if (!enabled) {
            d->pulls->requestStop([&](const FeedKey &key) { return key.connectionId == info.id; });
            d->live->stop(info.id);
        }
    }
    Q_EMIT integrationsChanged();
    launchDue();
}

QStringList Workspace::suspectedIntegrations() const
{
    return d->host->suspected();
}

void Workspace::forgiveSuspicion(const QString &integrationId)
{
    d->host->forgive(integrationId);
    for (const ConnectionInfo &info : d->connections) {
        if (info.integrationId == integrationId)
            d->scheduler.setPaused(info.id, info.paused || !d->mayUse(integrationId));
    }
    Q_EMIT integrationsChanged();
    launchDue();
}

std::vector<PullProgress> Workspace::running() const
{
    auto all = d->pulls->progress();
    std::erase_if(all, [](const PullProgress &one) { return one.connectionId.isEmpty() || one.feedId == buildDetailsFeed; });
    return all;
}

void Workspace::setInterest(const QStringList &canonicalRefs)
{
    d->interest = canonicalRefs;
    d->scheduler.setInterest(d->connectionsOfInterest());
    launchDue();
}

void Workspace::setListed(const QObject *who, const QStringList &canonicalRefs)
{
    if (canonicalRefs.isEmpty())
        d->listed.remove(who);
    else
        d->listed.insert(who, canonicalRefs);
}

QStringList Workspace::listed() const
{
    QStringList all;
    for (const QStringList &refs : std::as_const(d->listed))
        all += refs;
    all.removeDuplicates();
    return all;
}

QString Workspace::me() const
{
    return d->mirror->value(meKey).toString();
}

void Workspace::setMe(const QString &canonicalUserRef)
{
    if (me() == canonicalUserRef)
        return;
    if (d->mirror->setValue(meKey, canonicalUserRef)) {
        d->requestDocsOverNetwork();
        Q_EMIT meChanged();
    }
}

domain::Result<Workspace::Source> Workspace::source(const QString &canonicalRef) const
{
    return sourceOf(*d->mirror, canonicalRef);
}

QStringList Workspace::log(const QString &connectionId) const
{
    return d->logs.value(connectionId);
}

void Workspace::launchDue()
{
    if (d->isClosing)
        return;
    const int hosts = d->ciHosts();
    d->scheduler.setHosts(hosts);
    for (const FeedKey &key : d->scheduler.takeDue(d->options.schedule)) {
        const auto job = d->makeJob(key);
        if (!job) {
            d->scheduler.finished(key, { false, false, std::nullopt });
            continue;
        }
        HostContext::Setup setup { .key = key, .connectionId = key.connectionId, .settings = job->handle->info().settings, .services = d->services };
        setup.idleShare = 1.0 / std::max(1, hosts);
        // Somebody waits for it: a host that is left alone for a moment is asked all the same.
        setup.urgency = d->wanted.remove(key) ? Urgency::Person : Urgency::Background;
        setup.askedTimes = d->askedTimes(key);
        setup.onProgress = [this](const PullProgress &progress) {
            QMetaObject::invokeMethod(this, [this, progress] { Q_EMIT pullProgress(progress); }, Qt::QueuedConnection);
        };
        setup.onLog = logTo(key.connectionId);
        auto context = std::make_shared<HostContext>(std::move(setup));
        d->pulls->start(context, [job, context, key, mirror = d->mirror.get()] {
            PullReport report { .connectionId = key.connectionId, .feedId = key.feedId, .startedAt = QDateTime::currentDateTimeUtc() };
            const auto began = std::chrono::steady_clock::now();
            auto result = job->run(*context, *mirror);
            report.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
            report.requests = context->meter().requests;
            report.wireBytes = context->meter().wireBytes;
            report.round = context->round();
            if (!result)
                report.error = result.error();
            return PullOutcome { key, std::move(result), job->suggestedMe, {}, std::move(report) };
        });
        if (d->bringsStars(key))
            d->stars->pullBegan(key.connectionId);
        Q_EMIT pullStarted(key.connectionId, key.feedId);
    }
    if (!d->options.schedule)
        return;
    if (const auto wait = d->scheduler.untilNext(); wait && d->scheduler.hasRoom())
        d->timer.start(std::clamp(*wait, 1ms, std::chrono::milliseconds(1h)));
}

std::function<void(const QString &)> Workspace::logTo(const QString &connectionId)
{
    return [this, connectionId](const QString &line) {
        QMetaObject::invokeMethod(this, [this, connectionId, line] { noteLog(connectionId, line); }, Qt::QueuedConnection);
    };
}

void Workspace::noteLog(const QString &connectionId, const QString &line)
{
    if (!d->connection(connectionId))
        return;
    QStringList &lines = d->logs[connectionId];
    lines.append(line);
    if (lines.size() > linesOfLog)
        lines.remove(0, lines.size() - linesOfLog);
}

void Workspace::settleFinished()
{
    for (const FeedKey &changed : d->live->take())
        d->scheduler.requestNow(changed);
    bool integrationsMayDiffer = false;
    for (const PullOutcome &outcome : d->pulls->take()) {
        if (outcome.deliver)
            outcome.deliver();
        const ConnectionInfo *info = d->connection(outcome.key.connectionId);
        if (!info)
            continue; // A probe, or a connection that is gone.
        if (outcome.report)
            d->lastPulls.insert(outcome.key, *outcome.report);
        const auto error = outcome.result ? std::optional<domain::Error>() : outcome.result.error();
        const bool cancelled = error && error->code == ErrorCode::Cancelled;
        d->scheduler.finished(outcome.key, { !error, cancelled, error ? error->retryAfter : std::nullopt, error && error->code == ErrorCode::Offline });
        integrationsMayDiffer = true;
        if (error && !cancelled)
            noteLog(info->id, u"%1: %2: %3"_s.arg(outcome.key.feedId, domain::name(error->code), error->detail));
        if (!cancelled && d->refusals->note(info->id, error, QDateTime::currentDateTimeUtc()))
            std::ignore = mirror::OwnNotices(*d->mirror).tell(refusalNotice(info->id, info->name, d->refusals->askedAbout(info->id)));
        if (!error)
            afterFirstPull(*info, outcome.suggestedMe);
        if (!error)
            afterPull(outcome.key);
        watchIfLive(outcome.key);
        Q_EMIT pullFinished(outcome.key.connectionId, outcome.key.feedId, !error);
    }
    if (integrationsMayDiffer)
        Q_EMIT integrationsChanged();
    if (d->network->condition() == NetworkState::Condition::Suspended && !d->scheduler.isNetworkRunning())
        d->network->readyToSleep();
    d->traffic->keepAtTimes();
    launchDue();
}

void Workspace::afterFirstPull(const ConnectionInfo &info, const QString &suggestedMe)
{
    if (!d->neverProbed.remove(info.id))
        return;
    if (!suggestedMe.isEmpty() && me().isEmpty())
        setMe(suggestedMe);
}

// Watching begins after the first pull: before it there is nothing that could change.
void Workspace::watchIfLive(const FeedKey &key)
{
    const auto feed = d->feedOf(key);
    const ConnectionInfo *info = d->connection(key.connectionId);
    if (!d->options.schedule || !feed || !feed->live || !info || info->paused || d->allPaused
        || d->scheduler.isShut(key.connectionId) || !d->mayUse(info->integrationId))
        return;
    // Kept open, it would have the network used all the time; where that is unwanted, the interval must do.
    if (d->needsNetwork(*info) && d->scheduler.hold() != Scheduler::Hold::None)
        return;
    d->live->watch(key, d->handles.value(key.connectionId), logTo(key.connectionId));
}

bool Workspace::waitForIdle(std::chrono::milliseconds timeout)
{
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    for (;;) {
        if (!d->saves.steps.empty())
            d->saver->flush();
        settleSaves();
        settleFinished();
        if (!d->saves.steps.empty())
            continue;
        if (d->erasing == 0 && d->scheduler.runningCount() == 0 && !d->scheduler.hasRequests() && !d->pending->isSendingAny())
            return true;
        if (!d->pulls->waitForOutcome(deadline))
            return false;
    }
}

} // namespace callboard::sync
