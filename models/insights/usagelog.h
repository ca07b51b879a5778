// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/usage.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace callboard::mirror {
class Mirror;
}

namespace callboard::insights {

using domain::UsageDeed;
using domain::UsageEvent;

/// Who is told what the person does. Any thread; returns at once.
class UsageRecorder {
public:
    virtual ~UsageRecorder() = default;
    /// `what`, `about` and `hits` as in `UsageEvent`.
    virtual void record(UsageDeed deed, const QString &what, const QString &about = {}, qint64 hits = -1) = 0;
};

/// One row as it is kept.
struct KeptUse {
    qint64 id = 0; ///< Grows with time.
    UsageEvent event;
};

struct UsageLogOptions {
    bool enabled = true;
    int months = 13;                ///< Older rows go; 1 to 120.
    qint64 maxBytes = 64LL << 20;   ///< Of the file; the oldest rows go first. At least 1 MB.
    bool operator==(const UsageLogOptions &) const = default;
};

/// What is kept, in numbers.
struct UsageLogState {
    qint64 rows = 0;
    qint64 bytes = 0; ///< Of the file on disk.
    QDateTime oldest, newest; ///< UTC; invalid where nothing is kept.
};

/// The person's own use of the program, in a file beside the mirror (0600) that nothing sends anywhere. Written on a thread of its own, at once: a kill loses what was recorded in the
/// last moment, no more. What was erased is overwritten.
class UsageLog final : public QObject, public UsageRecorder {
    Q_OBJECT
public:
    /// The one of this mirror, made with the first call; the mirror owns it. Records nothing where the file cannot be opened (`failure`).
    static UsageLog &of(mirror::Mirror &mirror);
    /// Over a file of that folder. For the command line and tests; one writer for a folder.
    explicit UsageLog(const QString &directory, QObject *parent = nullptr);
    ~UsageLog() override; ///< Writes what was recorded.

    void record(UsageDeed deed, const QString &what, const QString &about = {}, qint64 hits = -1) override;
    /// With a time of its own; for the sample and tests.
    void record(const UsageEvent &event);

    /// The file was opened, and options are those kept in it; `optionsChanged` says when.
    bool hasLoaded() const;
    /// At once, from memory.
    UsageLogOptions options() const;
    /// Switched off, nothing more is recorded; what is kept stays until it is erased. Kept in the file.
    void setOptions(const UsageLogOptions &options);
    std::optional<domain::Error> failure() const;

    /// Erases on the writer's thread; `changed` tells when it is done.
    void eraseAll();
    void eraseBefore(const QDateTime &when);
    void erase(const QList<qint64> &ids);
    /// What is about entities of which `isGone` says so; it is asked on the writer's thread.
    void eraseAbout(std::function<bool(const QString &ref)> isGone);

    /// What is kept, the newest first: the rows before `beforeId` (0: from the newest), `limit` of them. Empty at the end. A page takes
    /// about a millisecond.
    domain::Result<std::vector<KeptUse>> page(qint64 beforeId, int limit) const;
    domain::Result<UsageLogState> state() const;
    /// All, in order of id. Not for the GUI thread.
    domain::Result<void> forEach(const std::function<void(const KeptUse &)> &visit, qint64 afterId = 0, const std::stop_token &stop = {}) const;
    /// Changes whenever something was erased: what was read before is void then.
    quint64 epoch() const;

    // How far the log was given to a connection, where the person asked for that. From memory; written behind.
    struct SharedMark {
        qint64 id = -1;   ///< Of a row; -1: not shared.
        quint64 turn = 0; ///< Another one whenever it was set, and not moved; of this run of the program.
        bool operator==(const SharedMark &) const = default;
    };
    SharedMark sharedMark(const QString &connectionId) const;
    qint64 sharedUpTo(const QString &connectionId) const { return sharedMark(connectionId).id; }
    void setSharedUpTo(const QString &connectionId, qint64 id);
    /// The same where it is `from` still; false, and nothing is done, where it was set meanwhile, to the same row or another.
    bool moveShared(const QString &connectionId, const SharedMark &from, qint64 to);
    /// Blocks until the mark is on disk, and says how that write went. Cancelled where it was stopped before. Not for the GUI thread.
    domain::Result<void> keepShared(const QString &connectionId, const std::stop_token &stop = {});
    /// Ids of all connections that it is shared with.
    QStringList sharedConnections() const;

    /// The newest row's id, 0 where there is none. From memory.
    qint64 newest() const;

    /// Blocks until all that was asked for so far is on disk. Not for the GUI thread.
    void flush();

Q_SIGNALS:
    /// Rows came or went. On the thread this lives on; some times a second at most.
    void changed();
    void optionsChanged();

private:
    struct Data;
    std::unique_ptr<Data> d;
};

/// All that is kept in a folder, in order of id, whoever writes it: for the command line. Nothing where there is no file.
domain::Result<void> forEachKept(const QString &directory, const std::function<void(const KeptUse &)> &visit, qint64 afterId = 0,
    const std::stop_token &stop = {});

} // namespace callboard::insights
