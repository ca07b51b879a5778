// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagesharer.h"

#include "models/mirror/mirror.h"

#include <QTimer>
#include <QTimeZone>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace callboard::insights {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ErrorCode;

namespace {

const QString sharingKey = u"usageSharing"_s;
constexpr qint64 eventsShown = 100; // As many as a connection takes at once.
constexpr int threads = 4;          // One portal that stalls holds up no other.
constexpr int rarely = 6;           // Intervals.
constexpr std::chrono::milliseconds longestBackOff = 6h;
constexpr std::chrono::milliseconds longestRest = 24h; // Of what a server asks for.
constexpr std::chrono::milliseconds longestWait = 1min; // A machine sleeps, and clocks are set: it is looked at again now and then.

std::function<bool(const QString &)> belongsTo(const mirror::SnapshotPtr &catalog, const QString &connectionId)
{
    return [catalog, connectionId](const QString &ref) {
        const mirror::Row row = catalog->find(ref);
        return row != mirror::noRow && catalog->string(catalog->connectionId(row)) == connectionId;
    };
}

void eraseUseOf(UsageLog &log, const QString &connectionId, const mirror::SnapshotPtr &before, const mirror::SnapshotPtr &after)
{
    log.eraseAbout([had = belongsTo(before, connectionId), after](const QString &ref) { return had(ref) && after->find(ref) == mirror::noRow; });
}

void keepAgreed(mirror::Mirror &mirror, const QJsonObject &all)
{
    if (const auto kept = mirror.setValue(sharingKey, all); !kept)
        qWarning("cannot keep what is shared: %s", qPrintable(kept.error().detail));
}

} // namespace

struct UsageSharer::Outcome {
    domain::Result<ShareReport> result;
    qint64 taken = 0, unsure = 0;
};

/// Between a worker that waits and the thread that answers.
struct UsageSharer::Reply {
    std::mutex mutex;
    std::condition_variable_any answered;
    std::optional<domain::Result<ShareAnswer>> answer;
    bool begun = false, givenUp = false;
};

UsageSharer::UsageSharer(mirror::Mirror &mirror, Ways ways, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_log(UsageLog::of(mirror))
    , m_ways(std::move(ways))
    , m_timer(new QTimer(this))
    , m_connections(m_ways.connections())
    , m_before(mirror.snapshot())
{
    m_pool.setMaxThreadCount(threads);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &UsageSharer::onTimer);
    connect(&mirror, &mirror::Mirror::snapshotChanged, this, &UsageSharer::review);
    connect(&m_log, &UsageLog::optionsChanged, this, &UsageSharer::load);
    if (m_log.hasLoaded())
        load();
}

UsageSharer::~UsageSharer()
{
    m_stop.request_stop();
    for (Entry &entry : m_entries)
        entry.stop.request_stop();
}

bool UsageSharer::isWanted(const mirror::Mirror &mirror) { return !mirror.value(sharingKey).toObject().isEmpty(); }

QDateTime UsageSharer::now() const { return m_ways.now ? m_ways.now() : QDateTime::currentDateTimeUtc(); }

/// Shared is what both say: the log how far, the mirror under which terms. Either may be lost, and then nothing is. What was begun
/// before it was read is not judged by it.
void UsageSharer::load()
{
    disconnect(&m_log, &UsageLog::optionsChanged, this, &UsageSharer::load);
    const QJsonObject all = m_mirror.value(sharingKey).toObject();
    for (const QString &id : m_log.sharedConnections()) {
        if (!m_entries.contains(id) && (!all.contains(id) || !m_connections.contains(id)))
            endSharing(m_log, id);
    }
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (m_entries.contains(it.key()) || !m_connections.contains(it.key()) || !isSharing(m_log, it.key()))
            continue;
        const QJsonObject kept = it.value().toObject();
        Entry &entry = m_entries[it.key()];
        entry.searchesSince = kept["searchesSince"_L1].toInteger();
        SharingState &state = entry.state;
        state.on = true;
        state.terms = { kept["user"_L1].toString(), kept["address"_L1].toString() };
        state.searches = kept["searches"_L1].toBool();
        state.taken = kept["taken"_L1].toInteger();
        state.unsure = kept["unsure"_L1].toInteger();
        state.refused = kept["refused"_L1].toInteger();
        if (const qint64 at = kept["lastTaken"_L1].toInteger(); at > 0)
            state.lastTaken = QDateTime::fromMSecsSinceEpoch(at, QTimeZone::UTC);
        state.next = now().addDuration(m_ways.interval);
    }
    store();
    review();
}

void UsageSharer::store()
{
    QJsonObject all;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        const SharingState &state = it->state;
        if (!state.on)
            continue;
        all.insert(it.key(), QJsonObject { { u"user"_s, state.terms.user }, { u"address"_s, state.terms.address }, { u"searches"_s, state.searches },
            { u"searchesSince"_s, it->searchesSince }, { u"taken"_s, state.taken }, { u"unsure"_s, state.unsure }, { u"refused"_s, state.refused },
            { u"lastTaken"_s, state.lastTaken.isValid() ? state.lastTaken.toMSecsSinceEpoch() : 0 } });
    }
    if (m_mirror.value(sharingKey).toObject() != all)
        keepAgreed(m_mirror, all);
}

SharingState UsageSharer::state(const QString &connectionId) const
{
    SharingState state = m_entries.value(connectionId).state;
    state.next = nextOf(connectionId);
    return state;
}

QDateTime UsageSharer::nextOf(const QString &connectionId) const
{
    const auto it = m_entries.constFind(connectionId);
    if (it == m_entries.cend() || !it->state.on || it->state.busy)
        return {};
    switch (m_ways.pace(connectionId)) {
    case Pace::AsUsual: return it->state.next;
    case Pace::Rarely: return it->state.next.addDuration((rarely - 1) * m_ways.interval);
    case Pace::Held: break;
    }
    return {};
}

ShareChoice UsageSharer::choiceOf(const QString &connectionId) const
{
    const Entry entry = m_entries.value(connectionId);
    return { connectionId, entry.state.searches, belongsTo(m_mirror.snapshot(), connectionId), entry.searchesSince };
}

void UsageSharer::begin(const QString &connectionId, const ShareTerms &terms)
{
    Entry &entry = m_entries[connectionId];
    if (entry.state.on || entry.state.busy || terms.user.isEmpty())
        return;
    entry = {};
    entry.state.busy = true;
    entry.state.terms = terms;
    Q_EMIT changed(connectionId);
    m_pool.start([this, connectionId, stop = entry.stop.get_token()] {
        const auto begun = beginSharing(m_log, connectionId);
        QMetaObject::invokeMethod(this, [this, connectionId, begun, stop] {
            const auto it = m_entries.find(connectionId);
            if (stop.stop_requested() || it == m_entries.end()) { // Switched off, or removed, meanwhile.
                drop(connectionId);
                Q_EMIT changed(connectionId);
                return;
            }
            it->state.busy = false;
            it->state.on = begun.has_value();
            it->state.failure = begun ? std::nullopt : std::optional(begun.error());
            it->state.next = now().addDuration(m_ways.interval);
            store();
            schedule();
            Q_EMIT changed(connectionId);
        }, Qt::QueuedConnection);
    });
}

void UsageSharer::end(const QString &connectionId)
{
    const auto it = m_entries.find(connectionId);
    if (it == m_entries.end())
        return;
    if (it->state.busy && !it->state.on) // It goes when it has begun: what begins anew meanwhile would be mixed with it.
        it->stop.request_stop();
    else
        drop(connectionId);
    store();
    schedule();
    Q_EMIT changed(connectionId);
}

void UsageSharer::drop(const QString &connectionId)
{
    endSharing(m_log, connectionId);
    m_entries[connectionId].stop.request_stop();
    m_entries.remove(connectionId);
}

void UsageSharer::setSearches(const QString &connectionId, bool on)
{
    const auto it = m_entries.find(connectionId);
    if (it == m_entries.end() || !it->state.on || it->state.searches == on)
        return;
    it->state.searches = on;
    it->searchesSince = now().toMSecsSinceEpoch();
    store();
    Q_EMIT changed(connectionId);
}

void UsageSharer::sendNow(const QString &connectionId)
{
    if (const auto it = m_entries.find(connectionId); it != m_entries.end() && it->state.on && it->state.busy)
        it->again = true;
    else
        start(connectionId);
}

void UsageSharer::start(const QString &connectionId)
{
    const auto it = m_entries.find(connectionId);
    if (it == m_entries.end() || !it->state.on || it->state.busy)
        return;
    if (m_mirror.snapshot()->size() == 0) { // One that was not read yet knows no entity: nothing would be anybody's.
        it->state.next = now().addDuration(m_ways.interval);
        return;
    }
    it->state.busy = true;
    Q_EMIT changed(connectionId);
    m_pool.start([this, connectionId, choice = choiceOf(connectionId), terms = it->state.terms, at = now(), stop = it->stop.get_token()] {
        Outcome outcome;
        const auto handOver = [&](const std::vector<UsageEvent> &events) -> domain::Result<Handed> {
            bool begun = false;
            const auto answer = askAndWait({ connectionId, events, terms, false }, stop, begun);
            if (!answer && !(begun && answer.error().code == ErrorCode::Cancelled))
                return std::unexpected(answer.error());
            const bool taken = answer && answer->taken;
            (taken ? outcome.taken : outcome.unsure) += qint64(events.size());
            return taken ? Handed::Taken : Handed::Unsure;
        };
        outcome.result = shareUsage(m_log, choice, handOver, at, stop);
        QMetaObject::invokeMethod(this, [this, connectionId, outcome, stop] {
            if (!stop.stop_requested())
                finish(connectionId, outcome);
        }, Qt::QueuedConnection);
    });
}

domain::Result<ShareAnswer> UsageSharer::askAndWait(const ShareRequest &request, const std::stop_token &stop, bool &begun)
{
    const auto reply = std::make_shared<Reply>();
    QMetaObject::invokeMethod(this, [this, reply, request] {
        {
            const std::lock_guard lock(reply->mutex);
            if (reply->givenUp)
                return;
            reply->begun = mayGo(request);
            if (!reply->begun)
                reply->answer = domain::fail(ErrorCode::Cancelled, u"it is no longer wanted"_s);
        }
        if (!reply->begun)
            return reply->answered.notify_all();
        m_ways.ask(request, [reply](domain::Result<ShareAnswer> answer) {
            {
                const std::lock_guard lock(reply->mutex);
                reply->answer = std::move(answer);
            }
            reply->answered.notify_all();
        });
    }, Qt::QueuedConnection);
    std::unique_lock lock(reply->mutex);
    const bool came = reply->answered.wait(lock, stop, [&] { return reply->answer.has_value(); });
    begun = reply->begun;
    reply->givenUp = !came;
    return came ? *reply->answer : domain::fail(ErrorCode::Cancelled, u"stopped"_s);
}

/// It was gathered a moment ago: the last word is the person's.
bool UsageSharer::mayGo(const ShareRequest &request) const
{
    const auto it = m_entries.constFind(request.connectionId);
    if (it == m_entries.cend() || !it->state.on || it->state.terms != request.agreed)
        return false;
    return std::ranges::none_of(request.events, [&](const UsageEvent &event) {
        return event.deed == UsageDeed::Searched && (!it->state.searches || event.at < it->searchesSince);
    });
}

void UsageSharer::finish(const QString &connectionId, const Outcome &outcome)
{
    Entry &entry = m_entries[connectionId];
    SharingState &state = entry.state;
    state.busy = false;
    state.taken += outcome.taken;
    state.unsure += outcome.unsure;
    if (outcome.result)
        state.refused += outcome.result->refused;
    if (outcome.taken > 0)
        state.lastTaken = now();
    state.failure = outcome.result ? std::nullopt : std::optional(outcome.result.error());
    if (state.failure && state.failure->code == ErrorCode::Cancelled) { // The person changed their mind on the way.
        state.failure.reset();
        entry.again = true;
    }
    const bool good = !state.failure && outcome.unsure == 0;
    entry.failures = good ? 0 : entry.failures + 1;
    std::chrono::milliseconds wait = m_ways.interval;
    for (int i = 1; i < entry.failures && wait < longestBackOff; ++i)
        wait *= 2;
    wait = std::min(wait, std::max(longestBackOff, m_ways.interval));
    if (state.failure && state.failure->retryAfter)
        wait = std::max(wait, std::min<std::chrono::milliseconds>(*state.failure->retryAfter, longestRest));
    state.next = now().addDuration(wait);
    // Not what was agreed to: somebody else is signed in, or the portal is another.
    if (state.failure && state.failure->code == ErrorCode::Conflict && state.failure->httpStatus == 0) {
        const domain::Error why = *state.failure;
        drop(connectionId);
        m_entries[connectionId].state.failure = why;
    }
    store();
    schedule();
    Q_EMIT changed(connectionId);
    if (const auto it = m_entries.find(connectionId); it != m_entries.end() && std::exchange(it->again, false))
        start(connectionId);
}

void UsageSharer::schedule()
{
    QDateTime next;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        const QDateTime due = nextOf(it.key());
        if (due.isValid() && (!next.isValid() || due < next))
            next = due;
    }
    if (!next.isValid())
        return m_timer->stop();
    m_timer->start(std::clamp<std::chrono::milliseconds>(next - now(), 1ms, longestWait));
}

void UsageSharer::onTimer()
{
    const QDateTime at = now();
    QStringList due;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (const QDateTime next = nextOf(it.key()); next.isValid() && next <= at)
            due.append(it.key());
    }
    for (const QString &id : std::as_const(due))
        start(id);
    schedule();
}

void UsageSharer::look(const QString &connectionId, QObject *context, std::function<void(domain::Result<SharePreview>)> done)
{
    m_pool.start([this, connectionId, choice = choiceOf(connectionId), at = now(), alive = QPointer(context), stop = m_stop.get_token(), done = std::move(done)]() mutable {
        m_log.flush(); // What was done a moment ago as well.
        const auto waiting = waitingUse(m_log, choice, eventsShown, at, stop);
        SharePreview preview;
        if (const qint64 upTo = m_log.sharedUpTo(connectionId); upTo > 0) {
            const auto last = m_log.page(upTo + 1, 1);
            if (last && !last->empty())
                preview.upTo = QDateTime::fromMSecsSinceEpoch(last->front().event.at, QTimeZone::UTC);
        }
        QMetaObject::invokeMethod(this, [this, connectionId, waiting, preview, alive, done = std::move(done)]() mutable {
            if (!alive)
                return;
            if (!waiting)
                return done(std::unexpected(waiting.error()));
            preview.events = waiting->events;
            preview.more = waiting->more;
            m_ways.ask({ connectionId, waiting->events, {}, true }, [preview, alive, done = std::move(done)](domain::Result<ShareAnswer> answer) mutable {
                if (!alive)
                    return;
                if (answer) {
                    preview.terms = answer->terms;
                    preview.sent = std::move(answer->sent);
                } else {
                    preview.failure = answer.error();
                }
                done(std::move(preview));
            });
        }, Qt::QueuedConnection);
    });
}

void UsageSharer::review()
{
    const QStringList ids = m_ways.connections();
    for (const QString &id : std::exchange(m_connections, ids)) {
        if (!ids.contains(id))
            forget(id);
    }
    m_before = m_mirror.snapshot();
    if (const QStringList takers = m_ways.takers(); std::exchange(m_takers, takers) != takers)
        Q_EMIT takersChanged();
    schedule();
}

/// Once the catalog without it is there.
void UsageSharer::forget(const QString &connectionId)
{
    drop(connectionId);
    store();
    m_pool.start([this, connectionId, before = m_before] {
        m_mirror.flush();
        eraseUseOf(m_log, connectionId, before, m_mirror.snapshot());
        QMetaObject::invokeMethod(this, [this, connectionId] { Q_EMIT changed(connectionId); }, Qt::QueuedConnection);
    });
}

void forgetConnection(UsageLog &log, mirror::Mirror &mirror, const QString &connectionId, const mirror::SnapshotPtr &before, const mirror::SnapshotPtr &after)
{
    endSharing(log, connectionId);
    QJsonObject all = mirror.value(sharingKey).toObject();
    if (all.contains(connectionId)) {
        all.remove(connectionId);
        keepAgreed(mirror, all);
    }
    eraseUseOf(log, connectionId, before, after);
}

} // namespace callboard::insights
