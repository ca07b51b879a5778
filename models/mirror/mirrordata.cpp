// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/mirrordata.h"

#include <QJsonDocument>

#include <algorithm>

namespace callboard::mirror {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

constexpr std::chrono::milliseconds tickEvery(200);
constexpr std::chrono::milliseconds progressEvery(100);

QHash<QString, QJsonValue> readValues(Connection &connection)
{
    QHash<QString, QJsonValue> values;
    Query query(connection, "SELECT key, value FROM settings");
    while (query.step())
        values.insert(query.text(0), QJsonDocument::fromJson(query.bytes(1).toByteArray()).array().first());
    return values;
}

} // namespace

domain::Result<void> Mirror::Data::openForWriting(
    std::span<const Migration> migrations, OpenReport &report)
{
    if (const auto made = makeDirectory(paths.directory); !made)
        return made;
    auto taken = WriterLock::take(paths.directory);
    if (!taken)
        return std::unexpected(taken.error());
    lock = *std::move(taken);
    if (const auto ready = prepareForWriting(paths, lock->wasUnclean(), migrations, report); !ready)
        return ready;
    auto store = openStore();
    if (!store && damaged && !report.rebuilt) {
        // Whole enough to be opened, but not to be read.
        if (const auto renewed = setAside(paths, migrations, store.error().detail, report); !renewed)
            return renewed;
        damaged = false;
        store = openStore();
    }
    if (!store)
        return std::unexpected(store.error());
    startWriter(*std::move(store));
    return {};
}

domain::Result<std::unique_ptr<Store>> Mirror::Data::openStore()
{
    std::unique_ptr<Store> store;
    try {
        store = std::make_unique<Store>(paths.database(), &damaged);
    } catch (const SQLite::Exception &exception) {
        return failed(exception);
    }
    if (const auto loaded = loadAll(store->connection()); !loaded)
        return std::unexpected(loaded.error());
    return store;
}

std::unexpected<domain::Error> Mirror::Data::failed(const SQLite::Exception &exception)
{
    if (isDamage(exception))
        damaged = true;
    return std::unexpected(toError(exception, paths.database()));
}

domain::Result<void> Mirror::Data::openForReading(std::span<const Migration> migrations)
{
    const auto access = prepareForReading(paths, migrations);
    if (!access)
        return std::unexpected(access.error());
    readers = std::make_unique<Readers>(paths.database(), *access, &damaged);
    keeper = std::make_unique<SnapshotKeeper>(paths.database(), *access, feeds, [] {});
    return readers->read([&](Connection &connection) { return loadAll(connection); })
        .and_then([](domain::Result<void> loaded) { return loaded; });
}

domain::Result<void> Mirror::Data::loadAll(Connection &connection)
{
    if (!readers)
        readers = std::make_unique<Readers>(paths.database(), Connection::Access::ReadOnly, &damaged);
    if (!keeper) {
        keeper = std::make_unique<SnapshotKeeper>(paths.database(), Connection::Access::ReadOnly, feeds, [this] {
            QMetaObject::invokeMethod(q, &Mirror::snapshotChanged, Qt::QueuedConnection);
        });
    }
    try {
        feeds.load(connection);
        values = readValues(connection);
        keeper->load(connection);
        textIndexedAll = TextIndex::isCaughtUp(connection);
        docTextIndexedAll = DocText::isCaughtUp(connection);
        return {};
    } catch (const SQLite::Exception &exception) {
        return failed(exception);
    }
}

void Mirror::Data::startWriter(std::unique_ptr<Store> store)
{
    textIndex = std::make_unique<TextIndex>(*store);
    docText = std::make_unique<DocText>(*store);
    writer = std::make_unique<Writer>(std::move(store), tickEvery, [this] { sendPartialBatches(); });
    if (!options.inMemoryIndexOnly)
        writer->setIdleWork([this](Store &) { return indexText(); });
}

/// One slice of the text indexes, when no pull is in the middle of bringing more: of entities first.
bool Mirror::Data::indexText()
{
    const bool entities = !textIndexedAll;
    if (!entities && docTextIndexedAll)
        return false;
    const auto more = entities ? textIndex->slice() : docText->slice();
    if (!more) {
        noteFailure(more.error());
        return false; // The next write tries again.
    }
    if (!*more)
        (entities ? textIndexedAll : docTextIndexedAll) = true;
    const int done = entities ? textIndex->done() : docText->done();
    const int total = entities ? textIndex->total() : docText->total();
    const auto now = std::chrono::steady_clock::now();
    if ((!*more && total > 0) || now - lastProgress > progressEvery) {
        lastProgress = now;
        const auto progress = entities ? &Mirror::textIndexProgress : &Mirror::docTextIndexProgress;
        QMetaObject::invokeMethod(q, [q = q, progress, done, total] { Q_EMIT(q->*progress)(done, total); }, Qt::QueuedConnection);
    }
    return *more || entities;
}

/// On the writer thread.
domain::Result<void> Mirror::Data::finishIndexing()
{
    for (bool more = true; more;) {
        const auto sliced = textIndexedAll ? docText->slice() : textIndex->slice();
        if (!sliced)
            return std::unexpected(sliced.error());
        more = *sliced || !textIndexedAll;
        if (!*sliced)
            (textIndexedAll ? docTextIndexedAll : textIndexedAll) = true;
    }
    return {};
}

void Mirror::Data::sendPartialBatches()
{
    std::vector<std::shared_ptr<PullState>> running;
    {
        const std::lock_guard lock(mutex);
        for (const auto &known : pulls) {
            if (auto pull = known.lock())
                running.push_back(std::move(pull));
        }
    }
    for (const auto &pull : running)
        pull->sendOlderThan(std::chrono::milliseconds(0));
}

void Mirror::Data::writeOwn(
    Store &store, const QString &type, const std::function<OwnChange(const std::vector<domain::Record> &)> &change)
{
    // One feed for each type. The writer's turn is the pull's whole life: it can meet no other.
    auto feed = feeds.begin(QString(ownConnection), type, ownPrincipal);
    if (!feed)
        return noteFailure(feed.error());
    const qint64 time = QDateTime::currentMSecsSinceEpoch();
    feed->completed = feed->state.generation;
    Change changed;
    QStringList blobs;
    const auto written = store.transact(
        [&] {
            const OwnChange wanted = change(
                readRecordsOf(store.connection(), type, { QString(ownConnection), type, ownPrincipal, 0, {} }));
            std::vector<std::pair<QString, QString>> gone;
            for (const QString &key : wanted.removed)
                gone.emplace_back(type, key);
            Feeds::save(store.connection(), *feed);
            changed = store.removeNamed(*feed, time, gone, blobs);
            for (const domain::Record &record : wanted.put)
                changed.add(store.put(*feed, time, prepare(record)));
        },
        true);
    feeds.end(*feed);
    if (!written)
        return noteFailure(written.error());
    removeUnusedBlobs(store, blobs);
    announce(changed, false);
}

void Mirror::Data::end(Store &store, const FeedRow &feed)
{
    feeds.end(feed);
    if (!feeds.oldestRunning().isValid())
        std::ignore = guarded([&] { store.setBusy(false); }); // Memory only.
}

void Mirror::Data::removeUnusedBlobs(Store &store, const QStringList &hashes)
{
    // A running pull puts a blob before the record that names it.
    const QDateTime recent = feeds.oldestRunning();
    for (const QString &hash : hashes) {
        const auto used = guarded([&] { return store.isBlobUsed(hash.toStdString()); });
        if (used && !*used)
            blobs->remove(hash, recent);
    }
}

void Mirror::Data::noteFailure(const domain::Error &error)
{
    qWarning("mirror: %s", qUtf8Printable(error.detail));
}

domain::Result<void> Mirror::Data::writable() const
{
    if (!writer)
        return domain::fail(ErrorCode::Storage, u"The workspace is open for reading only"_s, paths.directory);
    return {};
}

void Mirror::Data::announce(const Change &change, bool soon)
{
    // Problems are shown on the entities they are about.
    const bool marks = change.recordTypes.contains(QString(domain::recordtype::problem));
    if (change.entities)
        textIndexedAll = false;
    if (change.recordTypes.contains(QString(domain::recordtype::docPage)))
        docTextIndexedAll = false;
    if (change.entities || marks)
        keeper->request(soon);
    for (const QString &type : change.recordTypes)
        QMetaObject::invokeMethod(q, [q = q, type] { Q_EMIT q->recordsChanged(type); }, Qt::QueuedConnection);
}

void Mirror::Data::announceFeed(const FeedRow &feed)
{
    QMetaObject::invokeMethod(q,
        [q = q, connectionId = feed.state.connectionId, feedId = feed.state.feedId] {
            Q_EMIT q->feedStateChanged(connectionId, feedId);
        },
        Qt::QueuedConnection);
}

} // namespace callboard::mirror
