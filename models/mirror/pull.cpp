// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/mirrordata.h"

#include <QTimeZone>

#include <set>

namespace callboard::mirror {

using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

// Large enough that a transaction's own cost is small, small enough that it is over in some ten milliseconds.
constexpr size_t batchSize = 512;
constexpr std::chrono::milliseconds oldestPending(200);
// A pull that is faster than the disk waits here, so that its memory stays bounded.
constexpr int mostInFlight = 2;

qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }

} // namespace

template<typename Prepared>
void PullState::put(std::vector<Prepared> Batch::*list, Prepared prepared)
{
    std::unique_lock lock(mutex);
    landed.wait(lock, [this] { return inFlight < mostInFlight; });
    if (failure)
        return; // `complete` tells.
    if (pending.isEmpty())
        pendingSince = Clock::now();
    (pending.*list).push_back(std::move(prepared));
    if (pending.size() >= batchSize || Clock::now() - pendingSince > oldestPending)
        send();
}

void PullState::send()
{
    if (pending.isEmpty())
        return;
    ++inFlight;
    mirror.writer->post([self = shared_from_this(), batch = std::exchange(pending, {})](Store &store) {
        self->write(store, batch);
    });
}

void PullState::sendOlderThan(std::chrono::milliseconds age)
{
    const std::lock_guard lock(mutex);
    if (!pending.isEmpty() && Clock::now() - pendingSince >= age)
        send();
}

void PullState::write(Store &store, const Batch &batch)
{
    Change change;
    domain::Result<void> written;
    {
        const std::lock_guard lock(mutex);
        if (failure)
            written = std::unexpected(*failure);
    }
    if (written) {
        const qint64 time = now();
        written = store.transact([&] {
            store.setBusy(true);
            if (!begunOnDisk)
                Feeds::save(store.connection(), feed);
            for (const PreparedEntity &entity : batch.entities)
                change.add(store.put(feed, time, entity));
            for (const PreparedRecord &record : batch.records)
                change.add(store.put(feed, time, record));
        });
    }
    if (written) {
        begunOnDisk = true;
        hasMarked = hasMarked || change.recordTypes.contains(QString(domain::recordtype::problem));
        mirror.announce(change, false);
    } else {
        mirror.noteFailure(written.error());
    }
    const std::lock_guard lock(mutex);
    if (!written)
        failure = written.error();
    --inFlight;
    landed.notify_all();
}

struct Pull::Data {
    std::shared_ptr<PullState> state;
    QStringList prefixes;
    std::optional<QByteArray> cursor;
    bool onlyChanges = false;
    std::set<std::pair<QString, QString>> removed; ///< Type and key.
    bool ended = false;

    domain::Result<void> land();
    std::vector<std::pair<QString, QString>> removedInScope() const;
    domain::Result<void> finish(Store &store);
    domain::Result<void> recordFailure(Store &store, const domain::Error &why);
};

/// Everything put so far is on disk, or the reason why not.
domain::Result<void> Pull::Data::land()
{
    std::unique_lock lock(state->mutex);
    state->send();
    state->landed.wait(lock, [this] { return state->inFlight == 0; });
    if (state->failure)
        return std::unexpected(*state->failure);
    return {};
}

std::vector<std::pair<QString, QString>> Pull::Data::removedInScope() const
{
    std::vector<std::pair<QString, QString>> named;
    std::ranges::copy_if(removed, std::back_inserter(named), [this](const auto &gone) {
        return prefixes.isEmpty()
            || std::ranges::any_of(prefixes, [&](const QString &prefix) { return gone.second.startsWith(prefix); });
    });
    return named;
}

/// On the writer thread: removes what is gone and notes this pull's success, in one transaction.
domain::Result<void> Pull::Data::finish(Store &store)
{
    FeedRow done = state->feed;
    done.completed = done.state.generation;
    done.state.lastSuccess = QDateTime::fromMSecsSinceEpoch(now(), QTimeZone::UTC);
    done.state.lastError.reset();
    if (done.arrived == 0)
        done.arrived = store.lastVersion();
    const qint64 time = done.state.lastSuccess.toMSecsSinceEpoch();
    const bool hadConfirmations = !done.confirmations.empty();
    if (onlyChanges)
        done.confirm(prefixes, time);
    else if (prefixes.isEmpty())
        done.confirmations.clear(); // All that is left has a mark of this generation.
    Change change;
    QStringList blobs;
    const auto written = store.transact(
        [&] {
            change = store.removeNamed(done, time, removedInScope(), blobs);
            if (!onlyChanges)
                change.add(store.removeUnseen(done, time, prefixes, blobs));
            Feeds::save(store.connection(), done);
            if (onlyChanges || hadConfirmations)
                Feeds::saveConfirmations(store.connection(), done);
            if (cursor)
                Feeds::saveCursor(store.connection(), done.id, *cursor);
            change.entities = change.entities || state->hasMarked || store.holdsEntities(done); // At the least they were seen again.
        },
        true);
    if (!written) {
        state->mirror.noteFailure(written.error());
        return written;
    }
    state->mirror.end(store, done);
    state->mirror.removeUnusedBlobs(store, blobs);
    state->mirror.announce(change, true);
    state->mirror.announceFeed(done);
    return {};
}

/// On the writer thread. What was put stays; what was there stays.
domain::Result<void> Pull::Data::recordFailure(Store &store, const domain::Error &why)
{
    FeedRow failed = state->feed;
    failed.state.lastError = why;
    const auto written = store.transact([&] { Feeds::save(store.connection(), failed); });
    // In memory in any case: on a full disk too, Sources says why nothing is newer.
    state->mirror.end(store, failed);
    state->mirror.announceFeed(failed);
    return written;
}

Pull::Pull()
    : d(std::make_unique<Data>())
{
}

Pull::~Pull()
{
    if (!d->ended)
        abandon({ domain::ErrorCode::Cancelled, u"The pull ended early"_s, 0, std::nullopt, {} });
}

void Pull::put(domain::Entity entity)
{
    if (!d->removed.empty())
        d->removed.erase({ QString(domain::recordtype::entity), entity.ref().canonical() });
    d->state->put(&PullState::Batch::entities, prepare(entity));
}

void Pull::put(domain::Record record)
{
    if (!d->removed.empty())
        d->removed.erase({ record.type, record.key });
    d->state->put(&PullState::Batch::records, prepare(record));
}

void Pull::keepOnly(const QString &keyPrefix) { d->prefixes.append(keyPrefix); }

void Pull::bringOnlyChanges() { d->onlyChanges = true; }

void Pull::remove(const QString &type, const QString &key)
{
    d->removed.emplace(type, type == domain::recordtype::entity ? key.toLower() : key);
}

void Pull::setCursor(const QByteArray &cursor) { d->cursor = cursor; }

QByteArray Pull::cursor() const
{
    const qint64 feed = d->state->feed.id;
    const auto saved = d->state->mirror.readers->read(
        [feed](Connection &connection) { return Feeds::readCursor(connection, feed); });
    if (!saved)
        d->state->mirror.noteFailure(saved.error()); // Without a cursor all of it is pulled.
    return saved.value_or(QByteArray());
}

domain::Result<void> Pull::complete()
{
    if (d->ended)
        return domain::fail(domain::ErrorCode::Invalid, u"The pull has ended already"_s);
    auto result = d->land();
    if (result) {
        result = d->state->mirror.writer->run([this](Store &store) { return d->finish(store); });
        d->ended = result.has_value();
    }
    if (!result)
        abandon(result.error());
    return result;
}

void Pull::abandon(const domain::Error &why)
{
    if (d->ended)
        return;
    d->ended = true;
    // A batch that failed has said so already; this attempt is over either way.
    std::ignore = d->land();
    std::ignore = d->state->mirror.writer->run([&](Store &store) { return d->recordFailure(store, why); });
}

domain::Result<std::unique_ptr<Pull>> Mirror::beginPull(
    const QString &connectionId, const QString &feedId, const QString &principal)
{
    if (const auto writable = d->writable(); !writable)
        return std::unexpected(writable.error());
    auto feed = d->feeds.begin(connectionId, feedId, principal);
    if (!feed)
        return std::unexpected(feed.error());
    std::unique_ptr<Pull> pull(new Pull);
    pull->d->state = std::make_shared<PullState>(*d, *std::move(feed));
    const std::lock_guard lock(d->mutex);
    std::erase_if(d->pulls, [](const std::weak_ptr<PullState> &known) { return known.expired(); });
    d->pulls.push_back(pull->d->state);
    return pull;
}

} // namespace callboard::mirror
