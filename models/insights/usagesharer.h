// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/usageshare.h"
#include "models/mirror/snapshot.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

class QTimer;

namespace callboard::mirror {
class Mirror;
}

namespace callboard::insights {

/// Where a person's use goes and as whom it is counted there, as the other side tells. Only to this it goes: with another address or
/// another user, sharing ends.
struct ShareTerms {
    QString user;    ///< Ref of a user.
    QString address; ///< For people and for comparing.
    bool operator==(const ShareTerms &) const = default;
};

/// What is asked of a connection.
struct ShareRequest {
    QString connectionId;
    std::vector<UsageEvent> events;
    ShareTerms agreed;  ///< Empty where nobody has agreed yet.
    bool dryRun = true; ///< Tells terms and what would be sent, and sends nothing.
};
struct ShareAnswer {
    ShareTerms terms;
    std::vector<QJsonObject> sent; ///< As it goes, or would.
    bool taken = false; ///< False: that cannot be known.
};

/// How sharing with one connection stands.
struct SharingState {
    bool on = false;
    bool busy = false; ///< It is being switched on, or something is on its way.
    ShareTerms terms;  ///< That the person agreed to.
    bool searches = false;
    qint64 taken = 0, unsure = 0, refused = 0; ///< Events since it was switched on: `ShareReport`.
    QDateTime lastTaken; ///< UTC
    std::optional<domain::Error> failure; ///< Why the latest attempt came to nothing, or why it was ended.
    QDateTime next; ///< UTC; when it is tried by itself. Invalid while it is held.
};

/// What would go now.
struct SharePreview {
    ShareTerms terms; ///< As they are now.
    std::vector<UsageEvent> events; ///< The oldest hundred.
    std::vector<QJsonObject> sent;  ///< The same as they would be sent, of those that would.
    qint64 more = 0;
    std::optional<domain::Error> failure; ///< Why neither terms nor what would be sent can be told now.
    QDateTime upTo; ///< UTC: the last line that was gone through; invalid before there is one.
};

/// Shares the person's own use with the connections that they switched it on for: by a clock of its own, on worker threads. What was
/// agreed is kept in the mirror's values; how far it went, in the log. With a connection goes all that is kept of its entities. For the GUI thread.
class UsageSharer final : public QObject {
    Q_OBJECT
public:
    enum class Pace {
        AsUsual,
        Rarely, ///< As over a metered network.
        Held,   ///< Paused, offline, or only by hand.
    };
    struct Ways {
        std::function<QStringList()> takers;      ///< Ids of connections that can take a person's use.
        std::function<QStringList()> connections; ///< Ids of all.
        std::function<Pace(const QString &connectionId)> pace;
        /// Begins, and calls `done` on this thread, once; never where the connection is removed meanwhile. An error says that nothing was taken.
        std::function<void(const ShareRequest &request, std::function<void(domain::Result<ShareAnswer>)> done)> ask;
        std::function<QDateTime()> now = {}; ///< UTC; empty: the clock.
        std::chrono::milliseconds interval = std::chrono::minutes(10);
    };
    UsageSharer(mirror::Mirror &mirror, Ways ways, QObject *parent = nullptr);
    ~UsageSharer() override;

    /// Whether something is shared in this workspace: what needs no sharer costs none.
    static bool isWanted(const mirror::Mirror &mirror);

    QStringList takers() const { return m_ways.takers(); }
    SharingState state(const QString &connectionId) const;
    /// What the person does from now on goes there, under these terms.
    void begin(const QString &connectionId, const ShareTerms &terms);
    /// At once. What is on its way is not taken back, and not sent again.
    void end(const QString &connectionId);
    /// What is searched for from now on as well.
    void setSearches(const QString &connectionId, bool on);
    /// What waits, now; whatever the pace.
    void sendNow(const QString &connectionId);
    /// What would go now, and under which terms. `done` is called on this thread, unless `context` is gone by then.
    void look(const QString &connectionId, QObject *context, std::function<void(domain::Result<SharePreview>)> done);
    /// Connections, network or pauses may be others.
    void review();

Q_SIGNALS:
    void changed(const QString &connectionId);
    void takersChanged();

private:
    struct Entry {
        SharingState state;
        qint64 searchesSince = 0;
        int failures = 0; ///< In a row.
        bool again = false; ///< Asked for by hand while something was on its way.
        std::stop_source stop;
    };
    struct Outcome;
    struct Reply;

    void load();
    void store();
    ShareChoice choiceOf(const QString &connectionId) const;
    void start(const QString &connectionId);
    void finish(const QString &connectionId, const Outcome &outcome);
    void schedule();
    void onTimer();
    void forget(const QString &connectionId);
    bool mayGo(const ShareRequest &request) const; ///< As the person wants it now.
    QDateTime nextOf(const QString &connectionId) const; ///< Invalid while nothing is tried by itself.
    void drop(const QString &connectionId);
    /// For a worker: asks on this object's thread, and waits.
    domain::Result<ShareAnswer> askAndWait(const ShareRequest &request, const std::stop_token &stop, bool &begun);
    QDateTime now() const;

    mirror::Mirror &m_mirror;
    UsageLog &m_log;
    Ways m_ways;
    QTimer *m_timer;
    QHash<QString, Entry> m_entries; ///< Of what is shared, or was in this run.
    QStringList m_connections, m_takers;
    std::stop_source m_stop;
    mirror::SnapshotPtr m_before; ///< The catalog as it was before connections went.
    QThreadPool m_pool; ///< Last: waits for its threads before the rest goes.
};

/// Ends sharing with a connection that was removed, and erases what the log has about entities that it alone had: `before` is the catalog
/// that had them, `after` the one without. For those that run no sharer.
void forgetConnection(UsageLog &log, mirror::Mirror &mirror, const QString &connectionId, const mirror::SnapshotPtr &before, const mirror::SnapshotPtr &after);

} // namespace callboard::insights
