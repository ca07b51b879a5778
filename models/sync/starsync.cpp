// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/starsync.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace callboard::sync {

namespace {

const QString starredKey = u"starred"_s; // UserState's.
const QString syncKey = u"starSync"_s;
constexpr qsizetype mostStars = 20'000; // More of them were set by no person.

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

QSet<QString> setOf(const QStringList &list)
{
    return QSet<QString>(list.begin(), list.end());
}

QJsonArray sorted(const QSet<QString> &refs)
{
    QStringList list(refs.begin(), refs.end());
    list.sort();
    return QJsonArray::fromStringList(list);
}

QStringList bothIds()
{
    return { QString(actionid::star), QString(actionid::unstar) };
}

bool isOfStars(const PendingAction &action)
{
    return bothIds().contains(action.request.actionId);
}

bool stars(const PendingAction &action)
{
    return action.request.actionId == actionid::star;
}

void put(QSet<QString> &set, const QString &ref, bool in)
{
    if (in)
        set.insert(ref);
    else
        set.remove(ref);
}

} // namespace

StarSync::StarSync(mirror::Mirror &mirror, PendingActions &pending, Portals portals, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_pending(pending)
    , m_portals(std::move(portals))
{
    load();
    connect(&pending, &PendingActions::attempted, this, [this](const QString &connectionId) { ++m_attempts[connectionId]; });
    connect(&pending, &PendingActions::settled, this,
        [this](const PendingAction &action, const std::optional<domain::Error> &refused) { onSettled(action, refused.has_value()); });
    connect(&pending, &PendingActions::cancelled, this, [this](const PendingAction &action) {
        if (!isOfStars(action))
            return;
        Portal &portal = knownOf(action.connectionId);
        if (!countsFor(portal, action))
            return;
        portal.keptHere.insert(action.request.entityRef);
        store();
    });
}

QStringList StarSync::starred(const mirror::Mirror &mirror)
{
    return strings(mirror.value(starredKey));
}

void StarSync::load()
{
    const QJsonObject all = m_mirror.value(syncKey).toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject portal = it.value().toObject();
        m_known.insert(it.key(), { portal["servers"_L1].toString(), portal["principal"_L1].toString(), setOf(strings(portal["agreed"_L1])),
            setOf(strings(portal["keptHere"_L1])), setOf(strings(portal["former"_L1])) });
    }
}

StarSync::Portal &StarSync::knownOf(const QString &connectionId)
{
    Portal &portal = m_known[connectionId];
    const QString servers = m_pending.accountOf(connectionId).servers;
    if (servers.isEmpty() || portal.servers == servers)
        return portal;
    if (!portal.servers.isEmpty()) {
        Portal another;
        for (const QString &ref : starred(m_mirror)) {
            if (portal.agreed.contains(ref) || portal.former.contains(ref) || m_portals.portalOf(ref) == connectionId)
                another.former.insert(ref);
        }
        portal = another;
    }
    portal.servers = servers;
    store();
    return portal;
}

/// What came of it says something of these stars: they are of whoever did it.
bool StarSync::countsFor(const Portal &portal, const PendingAction &action) const
{
    return action.account.principal.isEmpty() || portal.isOf(action.account.principal);
}

// In one transaction: a base that says other than the stars would make stars that nobody set, or take some away.
void StarSync::store(const std::optional<QStringList> &starred)
{
    QJsonObject all;
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it) {
        all.insert(it.key(), QJsonObject { { u"servers"_s, it->servers }, { u"principal"_s, it->principal },
            { u"agreed"_s, sorted(it->agreed) }, { u"keptHere"_s, sorted(it->keptHere) }, { u"former"_s, sorted(it->former) } });
    }
    QHash<QString, QJsonValue> values { { syncKey, all } };
    if (starred)
        values.insert(starredKey, QJsonArray::fromStringList(*starred));
    if (const auto stored = m_mirror.setValues(values); !stored)
        qWarning("cannot keep the stars: %s", qPrintable(stored.error().detail));
}

const PendingAction *StarSync::pendingOf(const QString &connectionId, const QString &ref) const
{
    return m_pending.find(connectionId, bothIds(), ref);
}

bool StarSync::choose(const QString &entityRef, bool starred)
{
    QStringList local = StarSync::starred(m_mirror);
    if (local.contains(entityRef) == starred)
        return false;
    if (starred)
        local.append(entityRef);
    else
        local.removeAll(entityRef);
    for (Portal &portal : m_known)
        portal.release(entityRef);
    store(local);
    return true;
}

void StarSync::localChanged(const QString &entityRef)
{
    bool changed = false;
    for (Portal &portal : m_known)
        changed = portal.release(entityRef) || changed;
    if (changed)
        store();
    reconcile();
}

void StarSync::reconcile()
{
    for (const QString &connectionId : m_portals.keepingStars())
        reconcile(connectionId, false);
}

void StarSync::reconcile(const QString &connectionId, bool known)
{
    // A copy: sending may be answered at once, and changes what is known.
    const Portal portal = knownOf(connectionId);
    if (!portal.isOf(m_pending.accountOf(connectionId).principal))
        return;
    const QStringList local = starred(m_mirror);
    dropUnneeded(connectionId, portal, setOf(local), known);
    sendMissing(connectionId, portal, local);
}

/// Writes that wait for what is no longer wanted. `known`: a pull has just told how it is there.
void StarSync::dropUnneeded(const QString &connectionId, const Portal &portal, const Refs &local, bool known)
{
    const std::vector<PendingAction> waiting = m_pending.all();
    for (const PendingAction &action : waiting) {
        const QString ref = action.request.entityRef;
        if (action.connectionId != connectionId || !isOfStars(action) || m_pending.isSending(action) || m_pending.isOfAnother(action))
            continue;
        const bool isWanted = stars(action) == local.contains(ref);
        const bool isThere = local.contains(ref) == portal.agreed.contains(ref);
        const bool isSure = known || action.attempts == 0;
        if (isSure && (isThere || !isWanted))
            m_pending.drop(action.id);
        else if (!isWanted) // It may have arrived: it is taken back.
            m_pending.add(connectionId, { QString(stars(action) ? actionid::unstar : actionid::star), ref, {}, false });
    }
}

void StarSync::sendMissing(const QString &connectionId, const Portal &portal, const QStringList &local)
{
    const auto send = [&](QLatin1StringView actionId, const QString &ref) {
        if (!portal.keptHere.contains(ref) && !portal.former.contains(ref) && !pendingOf(connectionId, ref))
            m_pending.add(connectionId, { QString(actionId), ref, {}, false });
    };
    for (const QString &ref : local) {
        if (!portal.agreed.contains(ref) && m_portals.portalOf(ref) == connectionId)
            send(actionid::star, ref);
    }
    const Refs localSet = setOf(local);
    for (const QString &ref : portal.agreed) {
        if (!localSet.contains(ref))
            send(actionid::unstar, ref);
    }
}

void StarSync::onSettled(const PendingAction &action, bool refused)
{
    if (!isOfStars(action))
        return;
    Portal &portal = knownOf(action.connectionId);
    const QString ref = action.request.entityRef;
    if (countsFor(portal, action)) {
        if (refused)
            portal.keptHere.insert(ref);
        else
            put(portal.agreed, ref, stars(action));
        store();
    }
    reconcile(action.connectionId, false);
}

void StarSync::pullBegan(const QString &connectionId)
{
    m_atPull.insert(connectionId, { m_attempts.value(connectionId), m_pending.accountOf(connectionId).servers });
}

void StarSync::pullCompleted(const QString &connectionId, const QString &principal, const QStringList &remote)
{
    // What was read while something was being written may be from before or after it; the next pull is not. Nor is it of a former server.
    const AtPull now { m_attempts.value(connectionId), m_pending.accountOf(connectionId).servers };
    if (m_atPull.value(connectionId) != now || m_pending.isSending(connectionId) || remote.size() > mostStars)
        return;
    Portal &portal = knownOf(connectionId);
    if (!portal.isOf(principal)) { // Somebody else: both are brought together anew.
        portal.agreed.clear();
        portal.keptHere.clear();
    }
    portal.principal = principal;
    takeIn(merge(connectionId, portal, setOf(starred(m_mirror)), setOf(remote)));
    reconcile(connectionId, true);
    reconcile(); // What one portal brought may be missing at another.
}

StarSync::Merged StarSync::merge(const QString &connectionId, Portal &portal, const Refs &local, const Refs &remote) const
{
    Merged merged;
    for (const QString &ref : local + portal.agreed + remote) {
        const bool here = local.contains(ref);
        const bool base = portal.agreed.contains(ref);
        const bool there = remote.contains(ref);
        if (here == base && there != base && !pendingOf(connectionId, ref)) {
            // Changed there alone.
            (there ? merged.come : merged.go).insert(ref);
            portal.release(ref);
        } else if (here == there) {
            portal.release(ref);
        }
        put(portal.agreed, ref, there);
    }
    return merged;
}

void StarSync::takeIn(const Merged &merged)
{
    if (merged.come.isEmpty() && merged.go.isEmpty())
        return store();
    QStringList local = starred(m_mirror);
    local.removeIf([&](const QString &ref) { return merged.go.contains(ref); });
    QStringList come(merged.come.begin(), merged.come.end());
    come.sort();
    local.append(come);
    store(local);
    Q_EMIT starredChanged();
}

void StarSync::forget(const QString &connectionId)
{
    m_atPull.remove(connectionId);
    if (m_known.remove(connectionId))
        store();
}

bool StarSync::isWaiting(const QString &entityRef) const
{
    return std::ranges::any_of(m_pending.all(), [&](const PendingAction &action) {
        return action.waiting && action.request.entityRef == entityRef && isOfStars(action) && !m_pending.isOfAnother(action);
    });
}

} // namespace callboard::sync
