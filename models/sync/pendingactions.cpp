// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/pendingactions.h"

#include <QJsonArray>
#include <QTimer>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

const QString pendingKey = u"pendingActions"_s;
// What makes no sense once may be a proxy's bad moment; five times it is an answer.
constexpr int mostPuzzlingAnswers = 5;
constexpr int longestDetail = 500;
constexpr auto longestRest = std::chrono::hours(1);

QJsonObject toJson(const PendingAction &action)
{
    QJsonObject json { { u"id"_s, action.id }, { u"connection"_s, action.connectionId }, { u"action"_s, action.request.actionId },
        { u"entity"_s, action.request.entityRef }, { u"values"_s, action.request.values },
        { u"since"_s, action.since.toMSecsSinceEpoch() }, { u"attempts"_s, action.attempts } };
    if (action.account != Account())
        json.insert(u"account"_s, QJsonObject { { u"servers"_s, action.account.servers }, { u"principal"_s, action.account.principal } });
    if (const domain::Record &record = action.request.record; !record.type.isEmpty()) {
        json.insert(u"record"_s, QJsonObject { { u"type"_s, record.type }, { u"key"_s, record.key },
                { u"entity"_s, record.entityRef }, { u"body"_s, record.body } });
    }
    if (action.lastError) {
        json.insert(u"error"_s, QJsonObject { { u"code"_s, int(action.lastError->code) },
                { u"detail"_s, action.lastError->detail.left(longestDetail) }, { u"status"_s, action.lastError->httpStatus },
                { u"source"_s, action.lastError->source } });
    }
    return json;
}

std::optional<PendingAction> fromJson(const QJsonObject &json)
{
    PendingAction action;
    action.id = json["id"_L1].toInteger();
    action.connectionId = json["connection"_L1].toString();
    action.request = { json["action"_L1].toString(), json["entity"_L1].toString(), json["values"_L1].toObject(), false };
    if (const QJsonObject record = json["record"_L1].toObject(); !record.isEmpty())
        action.request.record = { record["type"_L1].toString(), record["key"_L1].toString(), record["entity"_L1].toString(), record["body"_L1].toObject() };
    const QJsonObject account = json["account"_L1].toObject();
    action.account = { account["servers"_L1].toString(), account["principal"_L1].toString() };
    action.since = QDateTime::fromMSecsSinceEpoch(json["since"_L1].toInteger(), QTimeZone::UTC);
    action.attempts = json["attempts"_L1].toInt();
    action.waiting = true;
    if (const QJsonObject error = json["error"_L1].toObject(); !error.isEmpty()) {
        const int code = error["code"_L1].toInt();
        if (code < 0 || code > int(ErrorCode::Internal))
            return std::nullopt;
        action.lastError = domain::Error { ErrorCode(code), error["detail"_L1].toString(), error["status"_L1].toInt(),
            std::nullopt, error["source"_L1].toString() };
    }
    if (action.id <= 0 || action.connectionId.isEmpty() || action.request.actionId.isEmpty())
        return std::nullopt;
    return action;
}

QString oppositeOf(const QString &actionId)
{
    static const std::array<std::pair<QString, QString>, 3> opposites { { { QString(actionid::star), QString(actionid::unstar) },
        { u"markRead"_s, u"markUnread"_s }, { u"save"_s, u"unsave"_s } } };
    for (const auto &[one, other] : opposites) {
        if (actionId == one)
            return other;
        if (actionId == other)
            return one;
    }
    return {};
}

bool isSame(const sdk::ActionRequest &one, const QString &actionId, const sdk::ActionRequest &other)
{
    return one.actionId == actionId && one.entityRef == other.entityRef && one.values == other.values
        && one.record.type == other.record.type && one.record.key == other.record.key;
}

sdk::ActionAnswer keptAnswer()
{
    sdk::ActionAnswer answer;
    answer.kept = true;
    return answer;
}

} // namespace

PendingActions::PendingActions(mirror::Mirror &mirror, Send send, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_send(std::move(send))
{
    load();
}

void PendingActions::load()
{
    for (const QJsonValue &value : m_mirror.value(pendingKey).toArray()) {
        if (auto action = fromJson(value.toObject())) {
            m_lastId = std::max(m_lastId, action->id);
            m_actions.push_back(std::move(*action));
        }
    }
}

void PendingActions::store()
{
    QJsonArray json;
    for (const PendingAction &action : m_actions)
        json.append(toJson(action));
    if (const auto stored = m_mirror.setValue(pendingKey, json); !stored)
        qWarning("cannot keep what waits: %s", qPrintable(stored.error().detail));
    Q_EMIT changed();
}

std::vector<PendingAction>::iterator PendingActions::at(qint64 id)
{
    return std::ranges::find(m_actions, id, &PendingAction::id);
}

void PendingActions::add(const QString &connectionId, const sdk::ActionRequest &request, Answered done)
{
    dropElsewhere(connectionId);
    const Account account = accountOf(connectionId);
    const auto waitingOne = [&](const QString &actionId) {
        return std::ranges::find_if(m_actions, [&](const PendingAction &other) {
            return other.connectionId == connectionId && other.account == account && !isSending(other)
                && isSame(other.request, actionId, request);
        });
    };
    int attempts = 0;
    if (const auto opposite = waitingOne(oppositeOf(request.actionId)); opposite != m_actions.end()) {
        attempts = opposite->attempts;
        const Answered told = m_done.take(opposite->id);
        m_actions.erase(opposite);
        if (told)
            told(sdk::ActionAnswer {});
        // One that was tried may have arrived all the same: then what takes it back has to arrive too.
        if (attempts == 0) {
            store();
            if (done)
                done(sdk::ActionAnswer {});
            return;
        }
    }
    qint64 id = 0;
    if (const auto same = waitingOne(request.actionId); same != m_actions.end()) {
        id = same->id;
    } else if (m_actions.size() >= most) {
        if (done)
            done(fail(ErrorCode::Storage, u"%1 actions wait already"_s.arg(m_actions.size()), connectionId));
        return;
    } else {
        id = append(connectionId, request, attempts);
    }
    if (done)
        m_done.insert(id, std::move(done));
    flush(connectionId);
    // Not even tried: held, or told to rest.
    if (!isSending(connectionId))
        tellKept(connectionId);
}

qint64 PendingActions::append(const QString &connectionId, const sdk::ActionRequest &request, int attempts)
{
    PendingAction action { ++m_lastId, connectionId, request, QDateTime::currentDateTimeUtc(), attempts, std::nullopt, false };
    action.request.dryRun = false;
    action.account = accountOf(connectionId);
    action.waiting = std::ranges::any_of(m_actions,
        [&](const PendingAction &other) { return other.connectionId == connectionId && other.waiting && !isOfAnother(other); });
    m_actions.push_back(std::move(action));
    store();
    return m_lastId;
}

int PendingActions::waitingCount(const QString &connectionId) const
{
    return int(std::ranges::count_if(m_actions, [&](const PendingAction &action) {
        return action.waiting && (connectionId.isEmpty() || action.connectionId == connectionId);
    }));
}

bool PendingActions::isOfAnother(const PendingAction &action) const
{
    const QString now = accountOf(action.connectionId).principal;
    return !now.isEmpty() && !action.account.principal.isEmpty() && now != action.account.principal;
}

const PendingAction *PendingActions::find(
    const QString &connectionId, const QStringList &actionIds, const QString &entityRef) const
{
    const auto found = std::ranges::find_if(m_actions, [&](const PendingAction &action) {
        return action.connectionId == connectionId && action.request.entityRef == entityRef
            && actionIds.contains(action.request.actionId) && !isOfAnother(action);
    });
    return found == m_actions.end() ? nullptr : &*found;
}

bool PendingActions::cancel(qint64 id)
{
    const auto found = at(id);
    if (found == m_actions.end() || isSending(*found))
        return false;
    const PendingAction action = *found;
    if (!drop(id))
        return false;
    Q_EMIT cancelled(action);
    return true;
}

bool PendingActions::drop(qint64 id)
{
    const auto found = at(id);
    if (found == m_actions.end() || isSending(*found))
        return false;
    m_actions.erase(found);
    m_done.remove(id);
    store();
    return true;
}

void PendingActions::flush(const QString &connectionId)
{
    if (isSending(connectionId) || (m_held && m_held(connectionId))
        || m_notBefore.value(connectionId) > QDateTime::currentDateTimeUtc())
        return;
    dropElsewhere(connectionId);
    const auto first = std::ranges::find_if(m_actions,
        [&](const PendingAction &action) { return action.connectionId == connectionId && !isOfAnother(action); });
    if (first == m_actions.end())
        return;
    ++first->attempts;
    const PendingAction action = *first;
    m_sending.insert(connectionId, action.id);
    store();
    Q_EMIT attempted(connectionId);
    m_send(action, [this, id = action.id](const domain::Result<sdk::ActionAnswer> &answer) { answered(id, answer); });
}

void PendingActions::answered(qint64 id, const domain::Result<sdk::ActionAnswer> &answer)
{
    const auto found = at(id);
    if (found == m_actions.end())
        return; // Its connection is gone.
    const QString connectionId = found->connectionId;
    m_sending.remove(connectionId);
    if (!answer && !isForGood(*found, answer.error())) {
        // Made before it was known who is signed in, and tried as this one.
        if (found->account.principal.isEmpty() && !found->account.servers.isEmpty())
            found->account.principal = accountOf(connectionId).principal;
        if (isOfAnother(*found))
            return leaveAside(*found, answer.error());
        keep(*found, answer.error());
        Q_EMIT attempted(connectionId);
        tellKept(connectionId);
        return;
    }
    const PendingAction action = *found;
    const Answered done = m_done.take(id);
    m_actions.erase(found);
    store();
    Q_EMIT attempted(connectionId);
    if (done)
        done(answer);
    Q_EMIT settled(action, answer ? std::nullopt : std::optional(answer.error()));
    if (!answer && action.waiting)
        Q_EMIT givenUp(action, answer.error());
    flush(connectionId);
}

void PendingActions::keep(PendingAction &action, const domain::Error &why)
{
    action.lastError = why;
    const QString connectionId = action.connectionId;
    for (PendingAction &other : m_actions) {
        if (other.connectionId == connectionId)
            other.waiting = true;
    }
    if (why.retryAfter) {
        const auto rest = std::min<std::chrono::milliseconds>(*why.retryAfter, longestRest);
        m_notBefore.insert(connectionId, QDateTime::currentDateTimeUtc().addDuration(rest));
        QTimer::singleShot(rest + std::chrono::milliseconds(1), this, [this, connectionId] { flush(connectionId); });
    }
    store();
}

/// Somebody else is signed in, as only asking told: what stands behind it may be theirs.
void PendingActions::leaveAside(PendingAction &action, const domain::Error &why)
{
    const QString connectionId = action.connectionId;
    const Answered done = m_done.take(action.id);
    action.lastError = why;
    action.waiting = true;
    store();
    Q_EMIT attempted(connectionId);
    if (done)
        done(keptAnswer());
    flush(connectionId);
    if (!isSending(connectionId))
        tellKept(connectionId);
}

/// What was made for servers that the connection asks no more. `forget` sees to that when it is changed; this, to what a kill left.
void PendingActions::dropElsewhere(const QString &connectionId)
{
    const QString servers = accountOf(connectionId).servers;
    std::vector<PendingAction> gone;
    std::erase_if(m_actions, [&](const PendingAction &action) {
        const bool isElsewhere = action.connectionId == connectionId && !isSending(action) && !servers.isEmpty()
            && !action.account.servers.isEmpty() && action.account.servers != servers;
        if (isElsewhere)
            gone.push_back(action);
        return isElsewhere;
    });
    if (gone.empty())
        return;
    store();
    for (const PendingAction &action : gone) {
        const QString detail = u"it was meant for %1, and another server is asked now"_s.arg(action.account.servers);
        const domain::Error why { ErrorCode::Invalid, detail, 0, std::nullopt, connectionId };
        if (const Answered done = m_done.take(action.id))
            done(std::unexpected(why));
        Q_EMIT givenUp(action, why);
    }
}

void PendingActions::tellKept(const QString &connectionId)
{
    std::vector<Answered> told;
    bool changed = false;
    for (PendingAction &action : m_actions) {
        if (action.connectionId != connectionId || isSending(action))
            continue;
        changed = changed || !std::exchange(action.waiting, true);
        if (Answered done = m_done.take(action.id))
            told.push_back(std::move(done));
    }
    if (changed)
        Q_EMIT this->changed();
    for (const Answered &done : told)
        done(keptAnswer());
}

void PendingActions::forget(const QString &connectionId)
{
    m_sending.remove(connectionId);
    m_notBefore.remove(connectionId);
    const auto gone = std::erase_if(m_actions, [&](const PendingAction &action) {
        if (action.connectionId != connectionId)
            return false;
        m_done.remove(action.id);
        return true;
    });
    if (gone > 0)
        store();
}

bool PendingActions::mayHelpLater(const domain::Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::RateLimited:
    case ErrorCode::Cancelled:
    case ErrorCode::Unauthorised: // Until somebody signs in again.
        return true;
    default: break;
    }
    // Request Timeout, Too Early (RFC 9110 15.5.9, RFC 8470 5.2), and whatever is wrong with the server alone.
    return error.httpStatus == 408 || error.httpStatus == 425 || error.httpStatus >= 500;
}

bool PendingActions::isForGood(const PendingAction &action, const domain::Error &error) const
{
    if (mayHelpLater(error))
        return false;
    switch (error.code) {
    case ErrorCode::BadResponse:
    case ErrorCode::Internal:
    case ErrorCode::Storage:
    case ErrorCode::Tls:
        // Somebody who waits for the answer is told at once.
        return !action.waiting || action.attempts >= mostPuzzlingAnswers;
    default: return true;
    }
}

} // namespace callboard::sync
