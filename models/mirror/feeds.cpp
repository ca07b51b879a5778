// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/feeds.h"

#include "models/mirror/codec.h"

#include <QTimeZone>

#include <algorithm>
#include <map>

namespace callboard::mirror {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

/// More prefixes than this have no confirmation of their own: what they cover then looks older than it is.
constexpr size_t mostConfirmations = 64;

QDateTime timeAt(const Query &query, int column)
{
    return query.isNull(column) ? QDateTime()
                                : QDateTime::fromMSecsSinceEpoch(query.number(column), QTimeZone::UTC);
}

FeedRow rowOf(const Query &query)
{
    FeedRow row;
    row.id = query.number(0);
    row.state.connectionId = query.text(1);
    row.state.feedId = query.text(2);
    row.state.principal = query.text(3);
    row.state.generation = query.number(4);
    row.completed = query.number(5);
    row.state.lastSuccess = timeAt(query, 6);
    row.state.lastAttempt = timeAt(query, 7);
    if (!query.isNull(8)) {
        row.state.lastError = domain::Error { ErrorCode(query.number(8)), query.text(9),
            int(query.number(10)), std::nullopt, query.text(11) };
    }
    row.arrived = query.number(12);
    return row;
}

void bindTime(Query &query, int index, const QDateTime &time)
{
    if (time.isValid())
        query.bind(index, time.toMSecsSinceEpoch());
    else
        query.bind(index, nullptr);
}

} // namespace

void Feeds::load(Connection &connection)
{
    const std::lock_guard lock(m_mutex);
    m_rows.clear();
    Query query(connection,
        "SELECT id, connection, feed, principal, generation, completed, last_success, last_attempt,"
        " error_code, error_detail, error_status, error_source, arrived FROM feeds ORDER BY id");
    while (query.step())
        m_rows.push_back(rowOf(query));
    Query confirmations(connection, "SELECT feed, prefix, generation, seen_at FROM confirmations ORDER BY feed, prefix");
    while (confirmations.step()) {
        const auto row = std::ranges::find(m_rows, confirmations.number(0), &FeedRow::id);
        if (row != m_rows.end())
            row->confirmations.push_back({ confirmations.text(1), confirmations.number(2), confirmations.number(3) });
    }
    m_nextId = m_rows.empty() ? 1 : m_rows.back().id + 1;
}

void Feeds::save(Connection &connection, const FeedRow &row)
{
    const FeedState &state = row.state;
    const std::string connectionId = state.connectionId.toStdString();
    const std::string feedId = state.feedId.toStdString();
    const std::string principal = state.principal.toStdString();
    const domain::Error error = state.lastError.value_or(domain::Error());
    const std::string detail = error.detail.toStdString();
    const std::string source = error.source.toStdString();
    Query query(connection,
        "INSERT OR REPLACE INTO feeds (id, connection, feed, principal, generation, completed,"
        " last_success, last_attempt, arrived, error_code, error_detail, error_status, error_source)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query.with(row.id, connectionId, feedId, principal, state.generation, row.completed);
    bindTime(query, 7, state.lastSuccess);
    bindTime(query, 8, state.lastAttempt);
    query.bind(9, row.arrived);
    if (state.lastError) {
        query.bind(10, qint64(error.code));
        query.bind(11, detail);
        query.bind(12, error.httpStatus);
        query.bind(13, source);
    }
    query.run();
}

void Feeds::saveConfirmations(Connection &connection, const FeedRow &row)
{
    Query(connection, "DELETE FROM confirmations WHERE feed = ?").with(row.id).run();
    for (const Confirmation &confirmation : row.confirmations) {
        const std::string prefix = confirmation.prefix.toStdString();
        Query(connection, "INSERT INTO confirmations (feed, prefix, generation, seen_at) VALUES (?, ?, ?, ?)")
            .with(row.id, prefix, confirmation.generation, confirmation.seenAt)
            .run();
    }
}

QByteArray Feeds::readCursor(Connection &connection, qint64 feedId)
{
    Query query(connection, "SELECT data FROM cursors WHERE feed = ?");
    query.with(feedId);
    return query.step() ? decode(query.bytes(0)).value_or(QByteArray()) : QByteArray();
}

void Feeds::saveCursor(Connection &connection, qint64 feedId, const QByteArray &cursor)
{
    if (cursor.isEmpty()) {
        Query(connection, "DELETE FROM cursors WHERE feed = ?").with(feedId).run();
        return;
    }
    const QByteArray hash = contentHash(cursor);
    {
        Query query(connection, "SELECT 1 FROM cursors WHERE feed = ? AND hash = ?");
        query.with(feedId, hash);
        if (query.step())
            return;
    }
    const QByteArray data = encode(cursor);
    Query(connection, "INSERT OR REPLACE INTO cursors (feed, hash, data) VALUES (?, ?, ?)").with(feedId, hash, data).run();
}

void FeedRow::confirm(const QStringList &prefixes, qint64 seenAt)
{
    for (const QString &prefix : prefixes.isEmpty() ? QStringList { QString() } : prefixes) {
        // What is narrower says nothing more.
        std::erase_if(confirmations, [&](const Confirmation &known) { return known.prefix.startsWith(prefix); });
        confirmations.push_back({ prefix, state.generation, seenAt });
    }
    if (confirmations.size() > mostConfirmations) // The latest stand last.
        confirmations.erase(confirmations.begin(), confirmations.end() - qsizetype(mostConfirmations));
}

Confirmation FeedRow::confirmationOf(QStringView key) const
{
    Confirmation latest;
    for (const Confirmation &confirmation : confirmations) {
        if (!key.startsWith(confirmation.prefix))
            continue;
        latest.generation = std::max(latest.generation, confirmation.generation);
        latest.seenAt = std::max(latest.seenAt, confirmation.seenAt);
    }
    return latest;
}

domain::Result<FeedRow> Feeds::begin(
    const QString &connectionId, const QString &feedId, const QString &principal)
{
    const std::lock_guard lock(m_mutex);
    const auto isScope = [&](const FeedRow &row) {
        return row.state.connectionId == connectionId && row.state.feedId == feedId;
    };
    for (const FeedRow &row : m_rows) {
        if (isScope(row) && std::ranges::contains(m_running, row.id))
            return domain::fail(ErrorCode::Conflict, u"A pull of this feed is already running"_s, connectionId);
    }
    auto found = std::ranges::find_if(m_rows,
        [&](const FeedRow &row) { return isScope(row) && row.state.principal == principal; });
    if (found == m_rows.end()) {
        FeedRow row;
        row.id = m_nextId++;
        row.state.connectionId = connectionId;
        row.state.feedId = feedId;
        row.state.principal = principal;
        m_rows.push_back(row);
        found = m_rows.end() - 1;
    }
    found->state.generation += 1;
    found->state.lastAttempt = QDateTime::currentDateTimeUtc();
    m_running.push_back(found->id);
    return *found;
}

void Feeds::end(const FeedRow &row)
{
    const std::lock_guard lock(m_mutex);
    std::erase(m_running, row.id);
    for (FeedRow &known : m_rows) {
        if (known.id == row.id)
            known = row;
    }
}

std::vector<qint64> Feeds::idsOf(const QString &connectionId) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<qint64> ids;
    for (const FeedRow &row : m_rows) {
        if (row.state.connectionId == connectionId)
            ids.push_back(row.id);
    }
    return ids;
}

bool Feeds::isPulling(const QString &connectionId) const
{
    const std::lock_guard lock(m_mutex);
    return std::ranges::any_of(m_rows, [&](const FeedRow &row) {
        return row.state.connectionId == connectionId && std::ranges::contains(m_running, row.id);
    });
}

QDateTime Feeds::oldestRunning() const
{
    const std::lock_guard lock(m_mutex);
    QDateTime oldest;
    for (const FeedRow &row : m_rows) {
        if (std::ranges::contains(m_running, row.id) && (!oldest.isValid() || row.state.lastAttempt < oldest))
            oldest = row.state.lastAttempt;
    }
    return oldest;
}

void Feeds::remove(const QString &connectionId)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_rows, [&](const FeedRow &row) { return row.state.connectionId == connectionId; });
}

std::optional<FeedRow> Feeds::row(qint64 feedId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find(m_rows, feedId, &FeedRow::id);
    return found == m_rows.end() ? std::nullopt : std::optional(*found);
}

std::vector<FeedRow> Feeds::rows() const
{
    const std::lock_guard lock(m_mutex);
    return m_rows;
}

std::vector<std::vector<Confirmation>> Feeds::confirmations() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::vector<Confirmation>> all(m_rows.empty() ? 0 : size_t(m_rows.back().id) + 1);
    for (const FeedRow &row : m_rows)
        all[size_t(row.id)] = row.confirmations;
    return all;
}

std::vector<FeedState> Feeds::states() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<FeedState> states;
    for (const FeedRow &row : m_rows) {
        if (row.state.connectionId == Mirror::ownConnection)
            continue; // Nobody pulls it.
        states.push_back(row.state);
        states.back().generation = row.completed;
    }
    return states;
}

std::vector<quint32> Feeds::ranks() const
{
    const std::lock_guard lock(m_mutex);
    std::map<QString, qint64> firstOf; // Connection: the id of its first feed.
    std::vector<const FeedRow *> order;
    for (const FeedRow &row : m_rows) {
        firstOf.try_emplace(row.state.connectionId, row.id);
        order.push_back(&row);
    }
    std::ranges::sort(order, [&](const FeedRow *a, const FeedRow *b) {
        if (const auto first = firstOf[a->state.connectionId] - firstOf[b->state.connectionId]; first != 0)
            return first < 0;
        if (a->state.feedId == b->state.feedId)
            return a->state.lastAttempt > b->state.lastAttempt;
        return a->id < b->id;
    });
    std::vector<quint32> ranks(m_rows.empty() ? 0 : size_t(m_rows.back().id) + 1);
    for (size_t i = 0; i < order.size(); ++i)
        ranks[size_t(order[i]->id)] = quint32(i);
    return ranks;
}

QDateTime Feeds::asOf() const
{
    const std::lock_guard lock(m_mutex);
    std::map<std::pair<QString, QString>, const FeedRow *> current; // Of each feed, the latest principal.
    for (const FeedRow &row : m_rows) {
        const FeedRow *&latest = current[{ row.state.connectionId, row.state.feedId }];
        if (!latest || row.state.lastAttempt > latest->state.lastAttempt)
            latest = &row;
    }
    QDateTime oldest;
    for (const auto &[scope, row] : current) {
        const QDateTime &success = row->state.lastSuccess;
        if (success.isValid() && (!oldest.isValid() || success < oldest))
            oldest = success;
    }
    return oldest;
}

} // namespace callboard::mirror
