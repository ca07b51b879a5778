// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"
#include "models/sync/account.h"
#include "plugins/sdk/integration.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

#include <functional>

namespace callboard::sync {

/// Actions that stars are made of; an integration that keeps stars declares both.
namespace actionid {
inline constexpr QLatin1StringView star("star");
inline constexpr QLatin1StringView unstar("unstar");
}

/// An action on its way to the other side, or waiting until that can be reached.
struct PendingAction {
    qint64 id = 0;
    QString connectionId;
    sdk::ActionRequest request;
    QDateTime since;  ///< UTC
    int attempts = 0; ///< Begun ones, also of what it takes back: from the first on, the other side may have changed.
    std::optional<domain::Error> lastError;
    bool waiting = false; ///< False while it is on its way for the first time.
    Account account = {}; ///< Who made it, and where. Empty in what was kept before this was kept along.
};

/// What was done here and has not arrived there yet: kept in the mirror's small values, so that it survives the end of the
/// program; done in order for each connection, one at a time. What is done twice must be the same as done once. Each goes out as
/// who made it and to the servers that it was made for, or not at all: while somebody else is signed in it waits, and lets others
/// pass. Holds no secrets: whoever adds an action sees to that. For the thread that made it.
class PendingActions final : public QObject {
    Q_OBJECT
public:
    using Answered = std::function<void(domain::Result<sdk::ActionAnswer>)>;
    /// Does an action now, if who made it is signed in; called back on the same thread, at once or later, once.
    using Send = std::function<void(const PendingAction &, Answered)>;

    static constexpr size_t most = 500;

    PendingActions(mirror::Mirror &mirror, Send send, QObject *parent = nullptr);

    /// Nothing is sent for connections of which this says so (no network, switched off).
    void setHeld(std::function<bool(const QString &connectionId)> held) { m_held = std::move(held); }

    /// Who is signed in at a connection now, as far as that is known. Where nothing is set nobody is told from anybody.
    void setAccounts(std::function<Account(const QString &connectionId)> accountOf) { m_accountOf = std::move(accountOf); }
    Account accountOf(const QString &connectionId) const { return m_accountOf ? m_accountOf(connectionId) : Account(); }
    /// Somebody else is signed in than who made it: it waits until they are again.
    bool isOfAnother(const PendingAction &action) const;

    /// Does it now, or as soon as it can be done. `done` is called once: with what came of it, or with an answer that says
    /// `kept`. What takes back a waiting one takes its place. Storage: too many are waiting.
    void add(const QString &connectionId, const sdk::ActionRequest &request, Answered done = {});
    const std::vector<PendingAction> &all() const { return m_actions; }
    int waitingCount(const QString &connectionId = {}) const; ///< With an empty id, of all.
    /// The one of an entity by one of these ids, of nobody else; null where there is none.
    const PendingAction *find(const QString &connectionId, const QStringList &actionIds, const QString &entityRef) const;
    bool isSending(const PendingAction &action) const { return m_sending.value(action.connectionId) == action.id; }
    bool isSending(const QString &connectionId) const { return m_sending.contains(connectionId); }
    bool isSendingAny() const { return !m_sending.isEmpty(); }
    /// Gives one up that waits. False where there is none, or it is on its way.
    bool cancel(qint64 id);
    /// The same, without telling: for who knows that it is no longer needed.
    bool drop(qint64 id);
    /// The connection was reached: tries what waits, oldest first, until one fails.
    void flush(const QString &connectionId);
    /// Forgets what waits for a connection that is gone.
    void forget(const QString &connectionId);

    /// Whether the same could succeed later, without anybody doing something else.
    static bool mayHelpLater(const domain::Error &error);

Q_SIGNALS:
    void changed();
    /// An attempt began or ended; what is read from the other side meanwhile may or may not show it.
    void attempted(const QString &connectionId);
    /// It is done, or refused for good.
    void settled(const callboard::sync::PendingAction &action, const std::optional<callboard::domain::Error> &refused);
    /// One that the person was told would be done later never will be.
    void givenUp(const callboard::sync::PendingAction &action, const callboard::domain::Error &why);
    void cancelled(const callboard::sync::PendingAction &action);

private:
    void load();
    void store();
    std::vector<PendingAction>::iterator at(qint64 id);
    qint64 append(const QString &connectionId, const sdk::ActionRequest &request, int attempts);
    void answered(qint64 id, const domain::Result<sdk::ActionAnswer> &answer);
    void keep(PendingAction &action, const domain::Error &why);
    void leaveAside(PendingAction &action, const domain::Error &why);
    void dropElsewhere(const QString &connectionId);
    void tellKept(const QString &connectionId);
    bool isForGood(const PendingAction &action, const domain::Error &error) const;

    mirror::Mirror &m_mirror;
    Send m_send;
    std::function<bool(const QString &)> m_held;
    std::function<Account(const QString &)> m_accountOf;
    std::vector<PendingAction> m_actions; ///< Oldest first.
    QHash<QString, qint64> m_sending;     ///< By connection.
    QHash<qint64, Answered> m_done;
    QHash<QString, QDateTime> m_notBefore; ///< What a host asked for.
    qint64 m_lastId = 0;
};

} // namespace callboard::sync
