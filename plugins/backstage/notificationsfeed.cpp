// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/notificationsfeed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>
#include <condition_variable>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr int pageLimit = 100;
constexpr int mostNotices = 500;
constexpr auto firstRest = 1s;
constexpr auto longestRest = 60s;
constexpr auto listenFor = 60s;
constexpr double endOfTime = 253402300800'000.0; // The year 10000, in milliseconds: later ones are no times.

/// A time as the plugin writes it: a string, or milliseconds since 1970 on some databases; invalid for none.
QDateTime timeOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double ms = value.toDouble();
        return ms >= 0 && ms < endOfTime ? QDateTime::fromMSecsSinceEpoch(qint64(ms), QTimeZone::UTC) : QDateTime();
    }
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

/// The entity that a link within the portal leads to ("/catalog/default/component/x/docs"); empty for other links.
QString entityOfLink(const QString &link)
{
    const QStringList parts = link.section(u'?', 0, 0).split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 4 || parts[0] != "catalog"_L1 || !link.startsWith(u'/'))
        return {};
    return domain::EntityRef { parts[2], parts[1], parts[3] }.canonical();
}

void rest(std::stop_token stop, std::chrono::milliseconds time)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
}

std::chrono::milliseconds restAfter(int failures)
{
    const auto doubled = firstRest * (1 << std::min(failures, 6));
    const auto capped = std::min<std::chrono::milliseconds>(doubled, longestRest);
    return capped / 2 + std::chrono::milliseconds(QRandomGenerator::global()->bounded(int(capped.count() / 2) + 1));
}

} // namespace

sdk::Result<std::vector<domain::Record>> readNotices(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject() && !document.isArray())
        return fail(ErrorCode::BadResponse, u"the portal's answer is no list of notifications"_s);
    const QJsonArray list = document.isArray() ? document.array() : document["notifications"_L1].toArray();
    std::vector<domain::Record> records;
    for (const QJsonValue value : list) {
        const QJsonObject served = value.toObject();
        const QJsonObject payload = served["payload"_L1].toObject();
        domain::Notice notice;
        notice.id = served["id"_L1].toString();
        notice.title = payload["title"_L1].toString();
        if (notice.id.isEmpty() || notice.title.isEmpty())
            continue;
        notice.description = payload["description"_L1].toString();
        notice.link = payload["link"_L1].toString();
        notice.severity = payload["severity"_L1].toString(u"normal"_s);
        notice.topic = payload["topic"_L1].toString();
        notice.origin = served["origin"_L1].toString();
        notice.toEverybody = served["user"_L1].toString().isEmpty();
        notice.createdAt = timeOf(served["created"_L1]);
        notice.readAt = timeOf(served["read"_L1]);
        notice.savedAt = timeOf(served["saved"_L1]);
        notice.entityRef = entityOfLink(notice.link);
        records.push_back(notice.toRecord());
    }
    return records;
}

bool isOnNotices(const QString &actionId)
{
    return actionId == "markRead"_L1 || actionId == "markUnread"_L1 || actionId == "save"_L1 || actionId == "unsave"_L1;
}

// Source: @backstage/plugin-notifications-backend, router: POST /notifications/update {ids, read?, saved?}; at /update before 0.5.
sdk::Result<sdk::ActionAnswer> actOnNotices(Portal &portal, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    if (!isOnNotices(request.actionId))
        return fail(ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(request.actionId));
    QJsonArray ids = request.values["ids"_L1].toArray();
    if (ids.isEmpty())
        ids.append(request.record.key);
    if (ids.size() > mostNotices || std::ranges::any_of(ids, [](const QJsonValue &id) { return id.toString().isEmpty(); }))
        return fail(ErrorCode::Invalid, u"the notifications have no ids"_s);
    QJsonObject body { { u"ids"_s, ids } };
    if (request.actionId.startsWith("mark"_L1))
        body.insert(u"read"_s, request.actionId == "markRead"_L1);
    else
        body.insert(u"saved"_s, request.actionId == "save"_L1);
    HttpAsk ask { .method = "POST", .route = u"/api/notifications/notifications/update"_s, .body = QJsonDocument(body).toJson(QJsonDocument::Compact) };
    auto answer = portal.answerTo(ask, context);
    if (answer && answer->status == 404) {
        ask.route = u"/api/notifications/update"_s;
        answer = portal.answerTo(ask, context);
    }
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->status / 100 != 2)
        return std::unexpected(errorOf(*answer, *portal.address()));
    return sdk::ActionAnswer { {}, {}, { u"notifications"_s }, std::nullopt };
}

bool tellsOfNotifications(const QByteArray &message)
{
    return QJsonDocument::fromJson(message).object()["channel"_L1].toString() == "notifications"_L1;
}

NotificationsFeed::NotificationsFeed(Portal &portal)
    : m_portal(portal)
{
}

sdk::Result<void> NotificationsFeed::pull(sdk::PullContext &context)
{
    // Before plugin-notifications-backend 0.5 the list was at the plugin's root.
    QString route = u"/api/notifications/notifications"_s;
    for (int offset = 0; offset < mostNotices; offset += pageLimit) {
        HttpAsk ask { .route = route, .query = { { u"limit"_s, QString::number(pageLimit) }, { u"offset"_s, QString::number(offset) } },
            .remember = true };
        const auto answer = m_portal.answerTo(ask, context);
        if (!answer)
            return std::unexpected(answer.error());
        if (answer->status == 404 && route.endsWith("s/notifications"_L1) && offset == 0) {
            route = u"/api/notifications/"_s;
            offset -= pageLimit;
            continue;
        }
        if (answer->status == 404 || answer->status == 403) {
            context.log(answer->status == 404 ? u"this portal sends no notifications"_s : u"a service has no notifications"_s);
            return {};
        }
        if (answer->status != 200)
            return std::unexpected(errorOf(*answer, *m_portal.address()));
        auto records = readNotices(answer->body);
        if (!records)
            return std::unexpected(records.error());
        const auto count = records->size();
        for (domain::Record &record : *records)
            context.put(std::move(record));
        if (count < size_t(pageLimit))
            break;
    }
    return {};
}

sdk::Result<void> NotificationsFeed::connect(sdk::PullContext &context)
{
    // A service gets no notifications; and a socket without a person would be a guest's.
    const auto identity = m_portal.identity(context);
    if (!identity)
        return std::unexpected(identity.error());
    if (identity->userRef.isEmpty())
        return fail(ErrorCode::Unsupported, u"nobody is signed in whom notifications could be for"_s);
    auto socket = m_portal.openSocket(u"/api/signals"_s, context);
    if (!socket)
        return std::unexpected(socket.error());
    const auto sent = (*socket)->send(R"({"action":"subscribe","channel":"notifications"})");
    if (!sent)
        return sent;
    m_socket = std::move(*socket);
    return {};
}

/// Whoever takes us in and throws us out at once, a proxy that is set up wrongly for one, would be asked again at once, with a list each time.
void NotificationsFeed::lost(const sdk::PullContext &context)
{
    if (std::chrono::steady_clock::now() - m_openedAt >= longestRest)
        m_failures = 0;
    else
        rest(context.stopToken(), restAfter(m_failures++));
}

sdk::Result<void> NotificationsFeed::waitForChange(sdk::PullContext &context)
{
    while (!context.stopRequested()) {
        if (!m_socket) {
            context.tellListening(false);
            const auto connected = connect(context);
            if (connected) {
                context.tellListening(true);
                m_openedAt = std::chrono::steady_clock::now();
                return {}; // What came while nobody listened is fetched now.
            }
            const ErrorCode code = connected.error().code;
            if (code == ErrorCode::NotFound || code == ErrorCode::Unsupported)
                return fail(ErrorCode::Unsupported, u"this portal does not tell of new notifications"_s);
            if (code == ErrorCode::Cancelled)
                break;
            if (m_failures++ == 0)
                context.log(u"not told of notifications: %1"_s.arg(connected.error().detail));
            rest(context.stopToken(), restAfter(m_failures));
            continue;
        }
        const auto message = m_socket->receive(listenFor);
        if (!message) {
            m_socket.reset();
            lost(context);
            continue;
        }
        if (*message && tellsOfNotifications(**message))
            return {};
    }
    m_socket.reset();
    return fail(ErrorCode::Cancelled, u"stopped"_s);
}

} // namespace callboard::backstage
