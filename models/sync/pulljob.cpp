// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/pulljob.h"

#include "models/domain/docs.h"
#include "models/sync/dockeeping.h"
#include "models/sync/docwatch.h"
#include "models/sync/waker.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

constexpr auto restBeforeJoin = 1s;
constexpr auto restBeforeEnd = 10s; // Of a thread without work.

/// For whom this feed was last pulled: what a pull that cannot even sign in counts against.
QString lastPrincipal(const mirror::Mirror &mirror, const FeedKey &key)
{
    mirror::FeedState last;
    if (const auto states = mirror.feedStates()) {
        for (const mirror::FeedState &state : *states) {
            const bool same = state.connectionId == key.connectionId && state.feedId == key.feedId;
            if (same && (last.principal.isEmpty() || state.lastAttempt > last.lastAttempt))
                last = state;
        }
    }
    return last.principal.isEmpty() ? u"local"_s : last.principal;
}

/// What only feeds of documentation are told.
struct DocsAsked {
    QSet<QString> kept;
    QHash<QString, QStringList> pages;
    QHash<QString, int> held;
};

DocsAsked docsAsked(const mirror::Mirror &mirror, const QList<std::pair<QString, QString>> &interest, const QString &connectionId)
{
    DocsAsked asked;
    asked.kept = DocKeeping::kept(mirror);
    for (const auto &[site, path] : interest)
        asked.pages[site].append(path);
    for (const mirror::DocHolding &holding : mirror.docHoldings().value_or(std::vector<mirror::DocHolding>())) {
        if (holding.connectionId == connectionId)
            asked.held.insert(holding.site, holding.pages);
    }
    return asked;
}

int urgency(const sdk::AskedEntity &asked)
{
    return (asked.pages.isEmpty() ? 0 : 4) + (asked.onScreen ? 2 : 0) + (asked.keep ? 1 : 0);
}

domain::Error stoppedError()
{
    return { ErrorCode::Cancelled, u"stopped"_s, 0, std::nullopt, {} };
}

} // namespace

domain::Result<void> PullJob::run(HostContext &context, mirror::Mirror &mirror)
{
    const auto who = principal(context);
    // Begun even so: a library that cannot be loaded and a server that cannot be reached leave an honest state of the feed.
    if (const auto begun = context.begin(mirror, who ? *who : lastPrincipal(mirror, context.key())); !begun)
        return begun;
    DocWatch watch(mirror);
    if (bringsDocs())
        watch.begin();
    auto result = who ? pullAndIngest(context, mirror) : std::unexpected(who.error());
    if (result && context.stopRequested())
        result = std::unexpected(stoppedError());
    if (result)
        result = context.complete();
    if (result && bringsDocs() && networkConnections.contains(handle->info().id)) {
        for (const QString &site : DocKeeping(mirror).makeRoom(networkConnections))
            context.log(u"the documentation of %1 made room for other"_s.arg(site));
    }
    if (!result)
        context.abandon(result.error());
    if (bringsDocs() && !context.isClosed()) // Once it is, the mirror may be gone.
        handle->unsettledDocs = watch.settle(handle->unsettledDocs + context.sitesTouched(), context.stopToken());
    return result ? result : std::unexpected(context.withoutSecrets(result.error()));
}

bool PullJob::bringsDocs() const
{
    return feed.recordTypes.contains(domain::recordtype::docSite);
}

/// Whether documentation comes in source form: then no site at all means that those of before are gone.
bool PullJob::rendersDocs() const
{
    return bringsDocs() && !networkConnections.contains(handle->info().id);
}

domain::Result<QString> PullJob::principal(HostContext &context) const
{
    const auto connection = handle->connection();
    if (!connection)
        return std::unexpected(connection.error());
    const auto guard = handle->host()->guardPull(integrationId);
    auto who = callIntegration<QString>(*handle->host(), integrationId, [&] { return (*connection)->principal(context); });
    if (who)
        handle->notePrincipal(*who);
    return who;
}

domain::Result<void> PullJob::pullAndIngest(HostContext &context, mirror::Mirror &mirror)
{
    const std::shared_ptr<PluginHost> &host = handle->host();
    const auto pulled = handle->feed(feed.id);
    if (!pulled)
        return std::unexpected(pulled.error());
    if (feed.perEntity) {
        if (const auto gathered = gatherAsked(context, mirror); !gathered)
            return gathered;
    }
    {
        const auto guard = host->guardPull(integrationId);
        const auto result = callIntegration<void>(*host, integrationId, [&] { return (*pulled)->pull(context); });
        if (!result)
            return result;
    }
    host->noteCompletedPull(integrationId);
    context.setAsked({}); // The feed is done with them; of a large catalog they are tens of megabytes.
    if (context.stopRequested())
        return std::unexpected(stoppedError());

    auto descriptors = context.takeDescriptors();
    const auto docSources = context.takeDocSources();
    if (!descriptors.empty() || !docSources.empty() || rendersDocs()) {
        const auto linkAt = [this](size_t index) -> std::optional<ReaderChain::Link> {
            if (index > others.size())
                return std::nullopt;
            const auto &asked = index == 0 ? handle : others[index - 1];
            return ReaderChain::Link { asked->reader().value_or(nullptr), asked->info().integrationId };
        };
        ReaderChain chain(linkAt, host->sentinel());
        if (!descriptors.empty()) {
            if (const auto ingested = handle->ingest(context, std::move(descriptors), chain); !ingested)
                return ingested;
        }
        if (!docSources.empty() || rendersDocs()) {
            if (const auto ingested = handle->ingestDocs(context, docSources, chain); !ingested)
                return ingested;
        }
    }
    if (probeForMe) {
        const auto report = callIntegration<sdk::ProbeReport>(*host, integrationId,
            [&]() -> domain::Result<sdk::ProbeReport> {
                const auto connection = handle->connection();
                if (!connection)
                    return std::unexpected(connection.error());
                return (*connection)->probe(context);
            });
        suggestedMe = report ? report->suggestedMe : QString();
    }
    return {};
}

domain::Result<void> PullJob::gatherAsked(HostContext &context, const mirror::Mirror &mirror) const
{
    const QSet<QString> seen(onScreen.begin(), onScreen.end());
    DocsAsked docs = bringsDocs() ? docsAsked(mirror, docInterest, handle->info().id) : DocsAsked();
    if (feed.recordTypes.contains(domain::recordtype::buildRun))
        docs.kept = DocKeeping::kept(mirror); // Their builds matter to the person as well.
    auto gathered = handle->claimed().gather(mirror, claimedAnnotations, context.stopToken());
    if (!gathered)
        return std::unexpected(gathered.error());
    std::vector<sdk::AskedEntity> asked = *std::move(gathered);
    for (sdk::AskedEntity &candidate : asked) {
        candidate.onScreen = seen.contains(candidate.ref);
        candidate.keep = docs.kept.contains(candidate.ref);
        candidate.pages = docs.pages.value(candidate.ref);
        candidate.docPages = docs.held.value(candidate.ref);
    }
    std::ranges::stable_sort(asked, std::greater(), &urgency);
    context.setAsked(std::move(asked));
    return {};
}

/// How a thread is, for whoever started it.
struct Workers::Seat {
    std::atomic<bool> busy = false;
    std::atomic<bool> ended = false;
};

/// What worker threads share with whoever started them, and may outlive it.
struct Workers::Shared {
    explicit Shared(std::function<void()> wake)
        : waker(std::move(wake))
    {
    }
    /// A thread's life.
    void run(Seat &seat);

    struct Job {
        Work work;
        std::shared_ptr<std::atomic<bool>> ended;
    };
    std::mutex mutex;
    std::condition_variable given, arrived;
    std::deque<Job> jobs; ///< Not begun yet.
    size_t resting = 0;   ///< Threads that wait for one.
    bool isOver = false;
    std::deque<PullOutcome> outcomes;
    Waker waker;
};

void Workers::Shared::run(Seat &seat)
{
    const SignalStack signalStack;
    while (true) {
        Job job;
        {
            std::unique_lock lock(mutex);
            ++resting;
            given.wait_for(lock, restBeforeEnd, [this] { return isOver || !jobs.empty(); });
            --resting;
            if (jobs.empty())
                break;
            job = std::move(jobs.front());
            jobs.pop_front();
            seat.busy = true;
        }
        PullOutcome outcome = job.work();
        // Whatever the work holds on to is let go here, before anybody is told that it has ended.
        job.work = nullptr;
        {
            const std::lock_guard lock(mutex);
            outcomes.push_back(std::move(outcome));
            *job.ended = true;
            seat.busy = false;
        }
        arrived.notify_all();
        waker.wake();
    }
    seat.ended = true;
}

Workers::Workers(std::function<void()> wake)
    : m_shared(std::make_shared<Shared>(std::move(wake)))
{
}

Workers::~Workers()
{
    stopAll(0ms);
}

void Workers::start(std::shared_ptr<HostContext> context, Work work)
{
    reap();
    auto ended = std::make_shared<std::atomic<bool>>(false);
    m_workers.push_back({ std::move(context), ended });
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->jobs.push_back({ std::move(work), std::move(ended) });
        if (m_shared->jobs.size() <= m_shared->resting) {
            m_shared->given.notify_one();
            return;
        }
    }
    const auto seat = std::make_shared<Seat>();
    m_threads.push_back({ seat, std::thread([shared = m_shared, seat] { shared->run(*seat); }) });
}

// A thread that has said its last word still has to come to its end, and on a busy machine waits for a processor meanwhile. Whoever
// calls this may be the window: so it is joined a while later, when there is nothing to wait for.
void Workers::reap()
{
    m_workers.remove_if([](const Worker &worker) { return worker.ended->load(); });
    const auto now = std::chrono::steady_clock::now();
    m_threads.remove_if([now](Thread &each) {
        if (!each.seat->ended)
            return false;
        if (!each.endSeen)
            each.endSeen = now;
        if (now - *each.endSeen < restBeforeJoin)
            return false;
        each.thread.join();
        return true;
    });
}

std::vector<PullOutcome> Workers::take()
{
    std::vector<PullOutcome> taken;
    {
        const std::lock_guard lock(m_shared->mutex);
        taken.assign(std::make_move_iterator(m_shared->outcomes.begin()), std::make_move_iterator(m_shared->outcomes.end()));
        m_shared->outcomes.clear();
    }
    reap();
    return taken;
}

bool Workers::waitForOutcome(std::chrono::steady_clock::time_point deadline)
{
    std::unique_lock lock(m_shared->mutex);
    return m_shared->arrived.wait_until(lock, deadline, [this] { return !m_shared->outcomes.empty(); });
}

void Workers::requestStop(const std::function<bool(const FeedKey &)> &which)
{
    for (const Worker &worker : m_workers) {
        if (worker.context && which(worker.context->key()))
            worker.context->requestStop();
    }
}

void Workers::forEach(const std::function<void(HostContext &)> &visit) const
{
    for (const Worker &worker : m_workers) {
        if (!*worker.ended)
            visit(*worker.context);
    }
}

std::vector<std::shared_ptr<HostContext>> Workers::contextsOf(const QString &connectionId) const
{
    std::vector<std::shared_ptr<HostContext>> contexts;
    for (const Worker &worker : m_workers) {
        if (worker.context && worker.context->key().connectionId == connectionId)
            contexts.push_back(worker.context);
    }
    return contexts;
}

std::vector<PullProgress> Workers::progress() const
{
    std::vector<PullProgress> all;
    for (const Worker &worker : m_workers) {
        if (!*worker.ended)
            all.push_back(worker.context->currentProgress());
    }
    return all;
}

int Workers::stopAll(std::chrono::milliseconds limit)
{
    for (const Worker &worker : m_workers) {
        if (worker.context)
            worker.context->requestStop();
    }
    const auto allEnded = [this] { return std::ranges::all_of(m_workers, [](const Worker &w) { return w.ended->load(); }); };
    {
        std::unique_lock lock(m_shared->mutex);
        m_shared->arrived.wait_for(lock, limit, allEnded);
    }
    m_shared->waker.silence();
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->isOver = true;
        for (const Shared::Job &never : std::exchange(m_shared->jobs, {}))
            *never.ended = true;
    }
    m_shared->given.notify_all();
    const auto left = int(std::ranges::count_if(m_workers, [](const Worker &worker) { return !*worker.ended; }));
    for (const Worker &worker : m_workers) {
        if (worker.context)
            worker.context->close();
    }
    m_workers.clear();
    for (Thread &each : m_threads) {
        if (each.seat->busy)
            each.thread.detach();
        else
            each.thread.join();
    }
    m_threads.clear();
    return left;
}

} // namespace callboard::sync
