// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/pendingactions.h"

#include <QJsonObject>

namespace callboard::sync {

/// Keeps the person's stars here and those at each portal the same: a merge of three, with what both agreed on last as the
/// base. Stars are the mirror's value "starred"; a star goes to the portal that its entity came from, and a first
/// reading brings both together. What is known counts for one person at one server: as somebody else nothing is sent before a reading, and
/// another server that a connection is pointed to is not told what was starred at the former. Reads only what a completed pull brought.
/// For the thread that made it.
class StarSync final : public QObject {
    Q_OBJECT
public:
    struct Portals {
        std::function<QStringList()> keepingStars;                   ///< Ids of connections that can keep stars now.
        std::function<QString(const QString &entityRef)> portalOf; ///< Of the entity as it shows; empty where unknown.
    };
    StarSync(mirror::Mirror &mirror, PendingActions &pending, Portals portals, QObject *parent = nullptr);

    static QStringList starred(const mirror::Mirror &mirror); ///< In the order they were starred.

    /// Takes a star that is set or taken away at a portal by an action for the person's choice: what the mirror's value does not
    /// say would be taken back there. False where it said so already. The caller tells of the change.
    bool choose(const QString &entityRef, bool starred);
    /// The person starred an entity or took the star away; the mirror's value says so already.
    void localChanged(const QString &entityRef);
    /// Sends what is missing there. After the start, and when the catalog or the connections changed.
    void reconcile();
    void pullBegan(const QString &connectionId);
    /// A pull of stars completed: `remote` is what it left.
    void pullCompleted(const QString &connectionId, const QString &principal, const QStringList &remote);
    void forget(const QString &connectionId);

    /// The person's choice for this entity has not arrived at its portal.
    bool isWaiting(const QString &entityRef) const;

Q_SIGNALS:
    /// Stars came in: the mirror's value changed.
    void starredChanged();

private:
    using Refs = QSet<QString>;
    /// What is known of one portal.
    struct Portal {
        QString servers;   ///< As in Account; empty: not known.
        QString principal; ///< Whose stars `agreed` are; empty: it was not read yet.
        Refs agreed;       ///< Starred there, as far as is known: the base of the merge.
        Refs keptHere;     ///< Refused there, or given up by the person: not sent again.
        Refs former;       ///< Starred while the connection asked another server: not sent to this one.

        bool isOf(const QString &who) const { return principal.isEmpty() || principal == who; }
        /// May be sent again. False where it might before.
        bool release(const QString &ref)
        {
            const bool wasKept = keptHere.remove(ref);
            return former.remove(ref) || wasKept;
        }
    };
    struct Merged {
        Refs come, go;
    };
    /// How it was when a pull began.
    struct AtPull {
        int attempts = 0; ///< As in `m_attempts`.
        QString servers;  ///< As in Account.
        bool operator==(const AtPull &) const = default;
    };

    void load();
    Portal &knownOf(const QString &connectionId);
    bool countsFor(const Portal &portal, const PendingAction &action) const;
    void store(const std::optional<QStringList> &starred = std::nullopt);
    Merged merge(const QString &connectionId, Portal &portal, const Refs &local, const Refs &remote) const;
    void takeIn(const Merged &merged);
    void dropUnneeded(const QString &connectionId, const Portal &portal, const Refs &local, bool known);
    void sendMissing(const QString &connectionId, const Portal &portal, const QStringList &local);
    void reconcile(const QString &connectionId, bool known);
    void onSettled(const PendingAction &action, bool refused);
    const PendingAction *pendingOf(const QString &connectionId, const QString &ref) const;

    mirror::Mirror &m_mirror;
    PendingActions &m_pending;
    Portals m_portals;
    QHash<QString, Portal> m_known;    ///< By connection.
    QHash<QString, int> m_attempts;    ///< Begun and ended ones, by connection.
    QHash<QString, AtPull> m_atPull;   ///< Of the running pull, by connection.
};

} // namespace callboard::sync
