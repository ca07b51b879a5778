// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/mirror/changes.h"
#include "models/mirror/snapshot.h"

#include <QHash>
#include <QJsonValue>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <limits>
#include <stop_token>

namespace callboard::mirror {

class DocTextReader;
class Pull;
struct PullState;

/// One version of an entity that was ever mirrored.
struct Version {
    qint64 id = 0;
    QDateTime at; ///< UTC: when it was first seen.
    QString connectionId;
    ChangeKind kind = ChangeKind::Body; ///< Within its connection and principal.
    qint64 before = 0; ///< The version it came after, there; 0 for the first.
    bool removed = false;   ///< The entity was gone in this pull.
    bool relationsOnly = false; ///< Only edges changed.
};

/// A feed's book-keeping, as Sources and the status bar show it.
struct FeedState {
    QString connectionId;
    QString feedId;
    QString principal;
    qint64 generation = 0;
    QDateTime lastSuccess; ///< UTC; invalid if never.
    QDateTime lastAttempt;
    std::optional<domain::Error> lastError; ///< Of the last attempt; empty after a success.
};

/// What is here of one connection's documentation of an entity.
struct DocHolding {
    QString site; ///< Canonical ref of the entity.
    QString connectionId;
    int pages = 0;
    qint64 bytes = 0; ///< Of pages and assets, as they lie on disk; an asset that several sites share counts for each.
    bool operator==(const DocHolding &) const = default;
};

/// What becomes of the program's own records of one type.
struct OwnChange {
    std::vector<domain::Record> put;
    QStringList removed; ///< Keys; before `put`.
};

/// The SQLite file of all records of one workspace, and the blobs beside it. One thread writes;
/// reads come from any thread, each on a connection of its own. Everything seen is here offline.
class Mirror final : public QObject {
    Q_OBJECT
public:
    struct Options {
        bool readOnly = false;
        bool inMemoryIndexOnly = false; ///< Skip full text (for one-shot commands).
    };
    struct OpenReport {
        bool rebuilt = false;  ///< The old file was damaged and is now at `setAside`.
        QString setAside;
        QString reason;
    };

    /// Opens or makes `<directory>/mirror.sqlite` (0600). A damaged file is set aside and a new one begun,
    /// which `report` says; a file of a newer version is refused with Unsupported; a full disk or a
    /// folder that cannot be written is Storage.
    static domain::Result<std::unique_ptr<Mirror>> open(
        const QString &directory, const Options &options, OpenReport *report = nullptr);
    ~Mirror() override;

    /// The current catalog. Never null. Any thread.
    SnapshotPtr snapshot() const;

    // Writing: one pull at a time per (connection, feed).
    domain::Result<std::unique_ptr<Pull>> beginPull(
        const QString &connectionId, const QString &feedId, const QString &principal);
    domain::Result<void> removeConnection(const QString &connectionId);
    /// Takes a connection's pages and assets of a site away; the site stays, not complete. Blocks until it is written.
    domain::Result<void> evictDocs(const QString &site, const QString &connectionId);

    /// What the program itself makes, of the connection "callboard": notices, feedback. `change` is called on the writer's
    /// thread with all records of the type, and what it says is written in the same transaction, so that no two changes
    /// cross each other. Waits for nothing; what cannot be written is told by the log. Any thread.
    domain::Result<void> changeOwn(
        const QString &type, std::function<OwnChange(const std::vector<domain::Record> &)> change);
    static constexpr QLatin1StringView ownConnection { "callboard" };
    std::vector<domain::Record> ownRecords(const QString &type) const; ///< By key.

    // Reading. Any thread; short (under a millisecond for one entity).
    domain::Result<domain::Entity> entity(QStringView canonicalRef) const;
    domain::Result<domain::Provenance> provenance(QStringView canonicalRef) const;
    /// Calls `visit` for each entity until it returns false; `refs` empty means all.
    domain::Result<void> forEachEntity(const QStringList &refs,
        const std::function<bool(const domain::Entity &)> &visit, std::stop_token stop = {}) const;
    /// As over all of `forEachEntity`, without derived relations; but `isWanted` is asked first with the number of an entity's body
    /// and its canonical ref, and only what is wanted is read and decoded. In one run of the program the same number is the same body.
    domain::Result<void> forEachBody(const std::function<bool(qint64 body, QByteArrayView ref)> &isWanted,
        const std::function<bool(qint64 body, const domain::Entity &)> &visit, std::stop_token stop = {}) const;
    domain::Result<std::vector<domain::Record>> records(
        QStringView type, const QString &entityRef = {}, const QString &connectionId = {}) const;
    /// What one principal's last pull of a feed left of a type.
    domain::Result<std::vector<domain::Record>> recordsOf(QStringView type, const QString &connectionId,
        const QString &feedId, const QString &principal) const;
    /// One record by its key; of several connections', that of the one that was there first. NotFound. Well below a millisecond.
    domain::Result<domain::Record> record(QStringView type, const QString &key) const;
    /// The keys alone of what `records` gives.
    domain::Result<QStringList> recordKeys(QStringView type, const QString &entityRef, const QString &connectionId = {}) const;
    /// Every site with what is here of it. Reads over all of them: not for the GUI thread.
    domain::Result<std::vector<DocHolding>> docHoldings() const;
    domain::Result<std::vector<FeedState>> feedStates() const;
    /// UTC: the oldest completed pull among the feeds, of each that of the principal who pulled last; invalid when there is none.
    QDateTime asOf() const;
    domain::Result<std::vector<Version>> history(QStringView canonicalRef) const;
    /// Body and relations as they were; of a removal, as they were last.
    domain::Result<domain::Entity> versionBody(qint64 versionId) const;
    /// What changed in a time. Some hundred thousand changes take a part of a second: not for the GUI thread.
    domain::Result<Changes> changes(const ChangesQuery &asked, std::stop_token stop = {}) const;
    /// Canonical refs of entities that have all `words` anywhere, best first; each is the beginning of a word, or some that stand together.
    /// Reads for every match: not for the GUI thread. Trails the pull: `textIndexedAll` says if caught up. Stopped, it is an error.
    static constexpr int everyMatch = std::numeric_limits<int>::max();
    domain::Result<QStringList> fullText(const QStringList &words, int limit, std::stop_token stop = {}) const;
    bool textIndexedAll() const;
    /// Reads the index of documentation (doctext.h), which trails the pulls as well; all that `work` reads is of one moment.
    domain::Result<void> readDocText(const std::function<void(DocTextReader &)> &work) const;
    bool docTextIndexedAll() const;
    /// Blocks until what is in the file now is indexed. Not for the GUI thread.
    domain::Result<void> finishIndexing();

    // Small things of the user's that belong to the workspace: starred, recently seen, saved views.
    domain::Result<void> setValue(const QString &key, const QJsonValue &value);
    /// Several in one transaction: a kill leaves all of them or none.
    domain::Result<void> setValues(const QHash<QString, QJsonValue> &values);
    QJsonValue value(const QString &key) const;
    /// Calls `done` on the thread this lives on, when all that was asked for so far is in the file, or could not be put there. Not when
    /// `context` is gone by then.
    void whenWritten(QObject *context, std::function<void()> done);

    // Large bytes, by content (SHA-256 hex), beside the database.
    domain::Result<QString> putBlob(QByteArrayView bytes);
    domain::Result<QByteArray> blob(const QString &hash) const;

    QString directory() const;
    qint64 bytesOnDisk() const;

    /// Blocks until all writes asked for so far are on disk and the snapshot shows them. Not for the GUI thread.
    void flush();

Q_SIGNALS:
    /// The snapshot was swapped; emitted on the thread the mirror lives on.
    void snapshotChanged();
    /// Records other than entities changed.
    void recordsChanged(const QString &type);
    void feedStateChanged(const QString &connectionId, const QString &feedId);
    void textIndexProgress(int done, int total);
    void docTextIndexProgress(int done, int total);

private:
    Mirror();
    struct Data;
    std::unique_ptr<Data> d;
    friend class Pull;
    friend struct PullState;
};

/// One running pull, for one thread at a time. Puts are batched into short transactions on the writer thread; what they
/// bring is seen when the batch lands. Only `complete` removes what this pull did not bring, and only of the
/// same principal. Destroyed without `complete`: everything that was there stays.
class Pull final {
public:
    ~Pull();
    Q_DISABLE_COPY_MOVE(Pull)
    void put(domain::Entity entity);
    void put(domain::Record record);
    /// Says that keys beginning with this are the whole scope of the pull: `complete` removes only among them.
    void keepOnly(const QString &keyPrefix);
    /// What is not put stays and, once this completes, counts as seen again (within `keepOnly`, where that was said);
    /// what is gone is named by `remove`. Costs nothing for each entity that is not put.
    void bringOnlyChanges();
    /// Gone when this pull completes, if this principal had it and it is within `keepOnly`. An entity's key is its
    /// canonical ref. Put again afterwards, it stays: of both the last word holds.
    void remove(const QString &type, const QString &key);
    /// May be megabytes: kept in the file, and written only where it differs from the one before.
    void setCursor(const QByteArray &cursor);
    QByteArray cursor() const; ///< As saved by the last completed pull, read from the file; empty where there is none.
    domain::Result<void> complete();
    /// Records a failed attempt; nothing is removed.
    void abandon(const domain::Error &why);

private:
    friend class Mirror;
    Pull();
    struct Data;
    std::unique_ptr<Data> d;
};

} // namespace callboard::mirror
