// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/blobs.h"
#include "models/mirror/doctext.h"
#include "models/mirror/feeds.h"
#include "models/mirror/mirror.h"
#include "models/mirror/reader.h"
#include "models/mirror/storefile.h"
#include "models/mirror/textindex.h"
#include "models/mirror/writer.h"

#include <condition_variable>
#include <thread>

namespace callboard::mirror {

struct PullState;

/// Whose the program's own records are: nobody else's rights show more or less of them.
inline const QString ownPrincipal = QStringLiteral("local");

/// Swaps the snapshot in after changes, on a thread of its own and not more often than it pays.
class SnapshotKeeper final {
public:
    /// `swapped` is called on the keeper's thread.
    SnapshotKeeper(QString path, Connection::Access access, const Feeds &feeds, std::function<void()> swapped);
    ~SnapshotKeeper();

    /// Loads it now, on the calling thread. For opening, before `start`.
    void load(Connection &connection);
    void start();
    /// No more loads; requests from now on are heard and not answered.
    void stop();
    SnapshotPtr snapshot() const;
    /// Something has changed; `soon` is for what a person waits for.
    void request(bool soon);
    /// Blocks until the snapshot shows what was there when this was called.
    void wait();

private:
    void loop(const std::stop_token &stop);
    void rebuild();
    static void giveBackMemory();

    QString m_path;
    Connection::Access m_access;
    const Feeds &m_feeds;
    std::function<void()> m_swapped;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::condition_variable m_done;
    SnapshotPtr m_snapshot;
    quint64 m_revision = 0;
    quint64 m_asked = 0; ///< Counts requests.
    quint64 m_shown = 0; ///< The last request that the snapshot shows.
    bool m_soon = false;
    bool m_holdsMemory = false; ///< The keeper's thread only: what the last load needed besides the snapshot.
    std::chrono::steady_clock::time_point m_next;
    std::jthread m_thread;
};

/// All of a mirror's parts. The order is that of their lives: threads last made, first gone.
struct Mirror::Data {
    Mirror *q = nullptr;
    StorePaths paths;
    Options options;
    std::unique_ptr<WriterLock> lock; ///< Null when open for reading only.
    Feeds feeds;
    std::unique_ptr<Blobs> blobs;
    std::unique_ptr<Readers> readers;
    std::unique_ptr<SnapshotKeeper> keeper;

    mutable std::mutex mutex; ///< Of what follows.
    QHash<QString, QJsonValue> values;
    std::vector<std::weak_ptr<PullState>> pulls;
    std::optional<domain::Error> settingsFailure;

    std::atomic<bool> textIndexedAll = false;
    std::atomic<bool> docTextIndexedAll = false;
    std::unique_ptr<TextIndex> textIndex; ///< Writer thread only, as the next.
    std::unique_ptr<DocText> docText;
    std::chrono::steady_clock::time_point lastProgress; ///< Writer thread only.
    std::atomic<bool> damaged = false; ///< Seen while running: looked at thoroughly at the next start.
    std::unique_ptr<Writer> writer;    ///< Null when open for reading only.

    domain::Result<void> openForWriting(std::span<const Migration> migrations, OpenReport &report);
    domain::Result<void> openForReading(std::span<const Migration> migrations);
    domain::Result<std::unique_ptr<Store>> openStore();
    domain::Result<void> loadAll(Connection &connection);
    std::unexpected<domain::Error> failed(const SQLite::Exception &exception);
    void startWriter(std::unique_ptr<Store> store);
    bool indexText();
    domain::Result<void> finishIndexing();
    /// On the writer thread.
    void writeOwn(Store &store, const QString &type, const std::function<OwnChange(const std::vector<domain::Record> &)> &change);
    void sendPartialBatches();
    /// A pull is over.
    void end(Store &store, const FeedRow &feed);
    void removeUnusedBlobs(Store &store, const QStringList &hashes);
    void noteFailure(const domain::Error &error);
    domain::Result<void> writable() const;

    // Signals, from any thread.
    void announce(const Change &change, bool soon);
    void announceFeed(const FeedRow &feed);
};

/// One running pull as the writer sees it; outlives the Pull until its last batch is written.
struct PullState : std::enable_shared_from_this<PullState> {
    PullState(Mirror::Data &mirror, FeedRow feed)
        : mirror(mirror)
        , feed(std::move(feed))
    {
    }
    struct Batch {
        std::vector<PreparedEntity> entities;
        std::vector<PreparedRecord> records;
        bool isEmpty() const { return entities.empty() && records.empty(); }
        size_t size() const { return entities.size() + records.size(); }
    };

    Mirror::Data &mirror;
    const FeedRow feed; ///< As the pull began; its generation is the pull's.

    std::mutex mutex;
    std::condition_variable landed;
    Batch pending;
    std::chrono::steady_clock::time_point pendingSince;
    int inFlight = 0; ///< Batches posted and not yet written.
    std::optional<domain::Error> failure;
    bool begunOnDisk = false; ///< Writer thread only: the generation is in the file.
    bool hasMarked = false;   ///< Writer thread only: entities show that they have problems, or have none any more.

    template<typename Prepared>
    void put(std::vector<Prepared> Batch::*list, Prepared prepared);
    /// Posts what is pending. Called with the mutex held.
    void send();
    void sendOlderThan(std::chrono::milliseconds age);
    void write(Store &store, const Batch &batch);
};

} // namespace callboard::mirror
