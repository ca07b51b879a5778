// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/mirror.h"

#include "models/mirror/docrecords.h"
#include "models/mirror/mirrordata.h"
#include "models/mirror/narrow.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QPointer>
#include <QTimeZone>

namespace callboard::mirror {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

std::unexpected<domain::Error> notFound(QStringView ref)
{
    return domain::fail(ErrorCode::NotFound, u"No such entity in the mirror"_s, ref.toString());
}

/// With the edges that others have to it, as Backstage serves an entity.
void addDerivedRelations(domain::Entity &entity, const Snapshot &snapshot)
{
    const Row row = snapshot.find(entity.ref().canonical());
    if (row == noRow)
        return;
    for (const Snapshot::Edge &edge : snapshot.edges(row))
        entity.relations.push_back({ snapshot.string(edge.type).toString(), snapshot.string(edge.target).toString() });
    std::ranges::sort(entity.relations);
    const auto repeated = std::ranges::unique(entity.relations);
    entity.relations.erase(repeated.begin(), repeated.end());
}

QByteArray jsonOf(const QJsonValue &value)
{
    // In an array, because not every value is a document.
    return value.isUndefined() || value.isNull() ? QByteArray()
                                                 : QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
}

} // namespace

Mirror::Mirror()
    : d(std::make_unique<Data>())
{
    d->q = this;
}

Mirror::~Mirror()
{
    if (d->keeper)
        d->keeper->stop();
    d->readers.reset();
    // Runs what was posted. The last to close the file, as only one that may write can empty the journal.
    const bool writing = d->writer != nullptr;
    d->writer.reset();
    if (writing && !d->damaged)
        d->lock->setClean();
}

domain::Result<std::unique_ptr<Mirror>> Mirror::open(
    const QString &directory, const Options &options, OpenReport *report)
{
    OpenReport ignored;
    OpenReport &said = report ? *report : ignored;
    said = {};
    std::unique_ptr<Mirror> mirror(new Mirror);
    mirror->d->paths.directory = QFileInfo(directory).absoluteFilePath();
    mirror->d->options = options;
    mirror->d->blobs = std::make_unique<Blobs>(mirror->d->paths.blobs());
    const auto opened = options.readOnly ? mirror->d->openForReading(schemaMigrations())
                                         : mirror->d->openForWriting(schemaMigrations(), said);
    if (!opened)
        return std::unexpected(opened.error());
    mirror->d->keeper->start();
    return mirror;
}

SnapshotPtr Mirror::snapshot() const { return d->keeper->snapshot(); }

domain::Result<void> Mirror::removeConnection(const QString &connectionId)
{
    if (const auto writable = d->writable(); !writable)
        return writable;
    if (d->feeds.isPulling(connectionId))
        return domain::fail(ErrorCode::Conflict, u"A pull of this connection is running"_s, connectionId);
    return d->writer->run([&](Store &store) {
        QStringList blobs;
        Change change;
        auto erased = store.transact([&] { change = store.erase(d->feeds.idsOf(connectionId), blobs); }, true);
        if (!erased) {
            d->noteFailure(erased.error());
            return erased;
        }
        d->feeds.remove(connectionId);
        d->removeUnusedBlobs(store, blobs);
        d->blobs->sweep([&](const QString &hash) { return store.isBlobUsed(hash.toStdString()); });
        // The rows are gone; a failure to shrink the file is no failure to erase.
        std::ignore = guarded([&] { store.reclaim(); });
        d->announce(change, true);
        return erased;
    });
}

domain::Result<void> Mirror::evictDocs(const QString &site, const QString &connectionId)
{
    if (const auto writable = d->writable(); !writable)
        return writable;
    return d->writer->run([&](Store &store) {
        QStringList blobs;
        Change change;
        auto evicted = store.transact([&] { change = store.evictDocs(site, connectionId, blobs); });
        if (!evicted) {
            d->noteFailure(evicted.error());
            return evicted;
        }
        d->removeUnusedBlobs(store, blobs);
        d->announce(change, false);
        return evicted;
    });
}

domain::Result<void> Mirror::changeOwn(
    const QString &type, std::function<OwnChange(const std::vector<domain::Record> &)> change)
{
    if (const auto writable = d->writable(); !writable)
        return writable;
    d->writer->post([this, type, change = std::move(change)](Store &store) { d->writeOwn(store, type, change); });
    return {};
}

std::vector<domain::Record> Mirror::ownRecords(const QString &type) const
{
    return recordsOf(type, QString(ownConnection), type, ownPrincipal).value_or(std::vector<domain::Record>());
}

domain::Result<domain::Entity> Mirror::entity(QStringView canonicalRef) const
{
    const QString ref = canonicalRef.toString().toLower();
    auto found = d->readers->read(
        [&](Connection &connection) { return readEntity(connection, d->feeds.ranks(), ref); });
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return notFound(canonicalRef);
    addDerivedRelations((*found)->entity, *snapshot());
    return std::move((*found)->entity);
}

domain::Result<domain::Provenance> Mirror::provenance(QStringView canonicalRef) const
{
    const QString ref = canonicalRef.toString().toLower();
    const auto found = d->readers->read([&](Connection &connection) -> std::optional<domain::Provenance> {
        const auto stored = readEntity(connection, d->feeds.ranks(), ref);
        return stored ? readProvenance(connection, d->feeds, *stored) : std::nullopt;
    });
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return notFound(canonicalRef);
    return **found;
}

domain::Result<void> Mirror::forEachEntity(const QStringList &refs,
    const std::function<bool(const domain::Entity &)> &visit, std::stop_token stop) const
{
    const SnapshotPtr current = snapshot();
    const auto whole = [&](domain::Entity entity) {
        addDerivedRelations(entity, *current);
        return visit(entity);
    };
    const std::vector<quint32> ranks = d->feeds.ranks();
    return d->readers->read([&](Connection &connection) {
        if (refs.isEmpty())
            return readAllEntities(connection, ranks, whole, stop);
        for (const QString &ref : refs) {
            const auto found = readEntity(connection, ranks, ref.toLower());
            if (stop.stop_requested() || (found && !whole(found->entity)))
                return;
        }
    });
}

domain::Result<void> Mirror::forEachBody(const std::function<bool(qint64, QByteArrayView)> &isWanted,
    const std::function<bool(qint64, const domain::Entity &)> &visit, std::stop_token stop) const
{
    const std::vector<quint32> ranks = d->feeds.ranks();
    return d->readers->read([&](Connection &connection) { readBodies(connection, ranks, isWanted, visit, stop); });
}

domain::Result<std::vector<domain::Record>> Mirror::records(
    QStringView type, const QString &entityRef, const QString &connectionId) const
{
    return d->readers->read(
        [&](Connection &connection) { return readRecords(connection, type, entityRef, connectionId); });
}

domain::Result<domain::Record> Mirror::record(QStringView type, const QString &key) const
{
    auto found = d->readers->read([&](Connection &connection) { return readRecord(connection, type, key); });
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return domain::fail(ErrorCode::NotFound, u"There is no %1 %2"_s.arg(type, key));
    return **std::move(found);
}

domain::Result<QStringList> Mirror::recordKeys(QStringView type, const QString &entityRef, const QString &connectionId) const
{
    return d->readers->read([&](Connection &connection) { return readRecordKeys(connection, type, entityRef, connectionId); });
}

domain::Result<std::vector<DocHolding>> Mirror::docHoldings() const
{
    return d->readers->read([](Connection &connection) { return readDocHoldings(connection); });
}

domain::Result<std::vector<domain::Record>> Mirror::recordsOf(
    QStringView type, const QString &connectionId, const QString &feedId, const QString &principal) const
{
    return d->readers->read([&](Connection &connection) {
        return readRecordsOf(connection, type, { connectionId, feedId, principal, 0, {} });
    });
}

domain::Result<std::vector<FeedState>> Mirror::feedStates() const { return d->feeds.states(); }

QDateTime Mirror::asOf() const { return d->feeds.asOf(); }

domain::Result<std::vector<Version>> Mirror::history(QStringView canonicalRef) const
{
    const QString ref = canonicalRef.toString().toLower();
    return d->readers->read([&](Connection &connection) { return readHistory(connection, ref); });
}

domain::Result<domain::Entity> Mirror::versionBody(qint64 versionId) const
{
    auto found = d->readers->read([&](Connection &connection) { return readVersion(connection, versionId); });
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return domain::fail(ErrorCode::NotFound, u"No such version in the mirror"_s);
    return **std::move(found);
}

domain::Result<Changes> Mirror::changes(const ChangesQuery &asked, std::stop_token stop) const
{
    const SnapshotPtr current = snapshot();
    return d->readers->read(
        [&](Connection &connection) { return readChanges(connection, d->feeds, *current, asked, stop); });
}

domain::Result<QStringList> Mirror::fullText(const QStringList &words, int limit, std::stop_token stop) const
{
    return d->readers->read([&](Connection &connection) {
        const std::stop_callback interrupt(stop, [&connection] { connection.interrupt(); });
        return TextIndex::find(connection, words, limit);
    });
}

bool Mirror::textIndexedAll() const { return d->textIndexedAll; }

domain::Result<void> Mirror::readDocText(const std::function<void(DocTextReader &)> &work) const
{
    return d->readers->read([&](Connection &connection) {
        const SQLite::Transaction moment(connection.database());
        DocTextReader reader(connection);
        work(reader);
    });
}

bool Mirror::docTextIndexedAll() const { return d->docTextIndexedAll; }

domain::Result<void> Mirror::finishIndexing()
{
    if (const auto writable = d->writable(); !writable)
        return writable;
    return d->writer->run([this](Store &) { return d->finishIndexing(); });
}

domain::Result<void> Mirror::setValue(const QString &key, const QJsonValue &value)
{
    return setValues({ { key, value } });
}

domain::Result<void> Mirror::setValues(const QHash<QString, QJsonValue> &values)
{
    if (const auto writable = d->writable(); !writable)
        return writable;
    {
        const std::lock_guard lock(d->mutex);
        d->values.insert(values);
        if (d->settingsFailure)
            return std::unexpected(*std::exchange(d->settingsFailure, std::nullopt));
    }
    QHash<QString, QByteArray> texts;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        texts.insert(it.key(), jsonOf(it.value()));
    d->writer->post([this, texts](Store &store) {
        const auto write = [&] {
            for (auto it = texts.cbegin(); it != texts.cend(); ++it)
                store.setValue(it.key(), it.value());
        };
        if (const auto written = store.transact(write, true); !written) {
            d->noteFailure(written.error());
            const std::lock_guard lock(d->mutex);
            d->settingsFailure = written.error();
        }
    });
    return {};
}

void Mirror::whenWritten(QObject *context, std::function<void()> done)
{
    auto tell = [this, alive = QPointer(context), done = std::move(done)] {
        QMetaObject::invokeMethod(this, [alive, done] {
            if (alive)
                done();
        }, Qt::QueuedConnection);
    };
    if (d->writer)
        d->writer->post([tell = std::move(tell)](Store &) { tell(); });
    else
        tell();
}

QJsonValue Mirror::value(const QString &key) const
{
    const std::lock_guard lock(d->mutex);
    return d->values.value(key);
}

domain::Result<QString> Mirror::putBlob(QByteArrayView bytes)
{
    if (const auto writable = d->writable(); !writable)
        return std::unexpected(writable.error());
    return d->blobs->put(bytes);
}

domain::Result<QByteArray> Mirror::blob(const QString &hash) const { return d->blobs->get(hash); }

QString Mirror::directory() const { return d->paths.directory; }

qint64 Mirror::bytesOnDisk() const
{
    const QString database = d->paths.database();
    return QFileInfo(database).size() + QFileInfo(database + u"-wal"_s).size() + d->blobs->bytes();
}

void Mirror::flush()
{
    if (!d->writer)
        return;
    d->sendPartialBatches();
    std::ignore = d->writer->run([](Store &) -> domain::Result<void> { return {}; });
    d->keeper->wait();
}

} // namespace callboard::mirror
