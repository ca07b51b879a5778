// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/portal.h"

#include <QJsonDocument>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr auto handshake = 5s;
constexpr qsizetype longestMessage = 300;
constexpr qint64 largestHtml = 4 << 20;

ErrorCode codeOf(int status)
{
    switch (status) {
    case 401:
        return ErrorCode::Unauthorised;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 408: // Request Timeout, RFC 9110 15.5.9.
        return ErrorCode::Timeout;
    case 409:
        return ErrorCode::Conflict;
    case 429:
        return ErrorCode::RateLimited;
    case 501:
        return ErrorCode::Unsupported;
    case 425: // Too Early, RFC 8470 5.2: not now.
    case 502:
    case 503:
    case 504:
        return ErrorCode::Offline;
    default:
        return status >= 400 && status < 500 ? ErrorCode::Invalid : ErrorCode::BadResponse;
    }
}

/// The four shapes in which a backend tells what is wrong.
QString messageIn(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    if (object["error"_L1].isObject())
        return object["error"_L1]["message"_L1].toString();
    if (object["error_description"_L1].isString())
        return object["error_description"_L1].toString();
    if (object["errors"_L1].isArray())
        return object["errors"_L1][0]["message"_L1].toString();
    return object["message"_L1].toString();
}

/// JSON, as a backend answers everything: a page, a proxy's error or an empty 404 comes from elsewhere.
bool looksLikeBackend(const sdk::HttpResponse &answer)
{
    return answer.header("content-type").startsWith("application/json");
}

} // namespace

namespace {

sdk::HttpRequest requestOf(const Address &address, const HttpAsk &ask, const QByteArray &token, const QString &who)
{
    sdk::HttpRequest request;
    request.method = ask.method;
    request.url = address.url(ask.route, ask.query);
    request.headers = ask.headers;
    if (std::ranges::find(ask.headers, QByteArray("accept"), &sdk::Header::first) == ask.headers.end())
        request.headers.emplace_back("accept", "application/json");
    if (!token.isEmpty())
        request.headers.emplace_back("authorization", "Bearer " + token);
    if (!ask.body.isEmpty())
        request.headers.emplace_back("content-type", "application/json");
    request.body = ask.body;
    request.maxBytes = ask.maxBytes;
    request.remember = ask.remember;
    request.rememberAs = who.toUtf8();
    return request;
}

} // namespace

sdk::Result<sdk::HttpResponse> askPlainly(const Address &address, const HttpAsk &ask, const QByteArray &token,
    sdk::PullContext &context, const QString &who)
{
    return context.http().send(requestOf(address, ask, token, who));
}

domain::Error errorOf(const sdk::HttpResponse &answer, const Address &address)
{
    QString message = messageIn(answer.body).simplified();
    if (message.size() > longestMessage)
        message = message.left(longestMessage) + u'…';
    if (message.isEmpty() && answer.status == 401) // A backend says more.
        message = u"something in front of the portal, such as an OAuth2 proxy, wants a sign-in of its own"_s;
    else if (message.isEmpty())
        message = u"the portal answered with status %1"_s.arg(answer.status);
    domain::Error error { codeOf(answer.status), message, answer.status, std::nullopt, address.name() };
    bool isNumber = false;
    const int seconds = answer.header("retry-after").toInt(&isNumber);
    if (isNumber && seconds >= 0)
        error.retryAfter = std::chrono::seconds(seconds);
    return error;
}

namespace {

/// Most portals serve pages and API from one place. Where the address is that of the pages alone, the page says where the API is.
sdk::Result<Address> findBackend(const Address &typed, sdk::PullContext &context)
{
    HttpAsk ask { .route = u"/api/catalog/entities"_s, .query = { { u"limit"_s, u"1"_s }, { u"fields"_s, u"kind"_s } } };
    const auto answer = askPlainly(typed, ask, {}, context);
    if (!answer)
        return std::unexpected(answer.error());
    if (looksLikeBackend(*answer) && answer->status != 404)
        return typed;
    if (answer->status >= 500 || answer->status == 429)
        return std::unexpected(errorOf(*answer, typed));
    sdk::HttpRequest page;
    page.url = typed.url(u"/"_s);
    page.maxBytes = largestHtml;
    page.remember = false;
    const auto html = context.http().send(page);
    const QString named = html ? backendNamedByPage(html->body) : QString();
    if (named.isEmpty() && (answer->status == 401 || answer->status == 403))
        return std::unexpected(errorOf(*answer, typed)); // A page, and what is behind it is shown to nobody.
    const auto backend = named.isEmpty() ? domain::Result<Address>(fail(ErrorCode::NotFound, {})) : Address::fromTyped(named);
    if (!backend)
        return fail(ErrorCode::NotFound, u"there is no Backstage catalog at this address"_s, typed.name());
    if (!sameSite(typed.url(u"/"_s), backend->url(u"/"_s))) {
        return fail(ErrorCode::Invalid,
            u"this is the portal's page; its backend is at %1: give that address"_s.arg(backend->text()), typed.name());
    }
    return *backend;
}

} // namespace

Portal::Portal(const QJsonObject &settings)
    : m_settings(settings)
    , m_session(settings)
{
}

sdk::Result<Address> Portal::address() const
{
    const std::lock_guard lock(m_mutex);
    return m_address ? domain::Result<Address>(*m_address) : Address::fromTyped(m_settings.value("url"_L1).toString());
}

void Portal::confirm()
{
    const std::lock_guard lock(m_mutex);
    m_confirmed = true;
}

sdk::Result<bool> Portal::lookElsewhere(sdk::PullContext &context)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_confirmed)
            return false;
    }
    const auto typed = address();
    if (!typed)
        return std::unexpected(typed.error());
    const auto found = findBackend(*typed, context);
    if (!found)
        return std::unexpected(found.error());
    const std::lock_guard lock(m_mutex);
    m_confirmed = true;
    m_address = *found;
    return *found != *typed;
}

sdk::Result<Address> Portal::locate(sdk::PullContext &context)
{
    if (const auto looked = lookElsewhere(context); !looked)
        return std::unexpected(looked.error());
    return address();
}

sdk::Result<Identity> Portal::identity(sdk::PullContext &context)
{
    const auto where = address();
    if (!where)
        return std::unexpected(where.error());
    auto who = m_session.identity(*where, context);
    if (who && (who->how == Identity::How::Guest || who->how == Identity::How::OAuth))
        confirm();
    const bool suspicious = !who && (who.error().code == ErrorCode::NotFound || who.error().code == ErrorCode::Unauthorised
        || who.error().code == ErrorCode::BadResponse || who.error().code == ErrorCode::Invalid);
    if (!suspicious)
        return who;
    const auto elsewhere = lookElsewhere(context);
    if (!elsewhere)
        return std::unexpected(elsewhere.error());
    return *elsewhere ? m_session.identity(*address(), context) : who;
}

sdk::Result<sdk::HttpResponse> Portal::answerTo(const HttpAsk &ask, sdk::PullContext &context)
{
    if (const auto who = identity(context); !who)
        return std::unexpected(who.error());
    auto answer = signedInAnswer(*address(), ask, context);
    if (!answer)
        return answer;
    if (answer->status == 304 || looksLikeBackend(*answer)) {
        confirm();
        return answer;
    }
    const auto elsewhere = lookElsewhere(context);
    if (!elsewhere)
        return std::unexpected(elsewhere.error());
    return *elsewhere ? signedInAnswer(*address(), ask, context) : answer;
}

sdk::Result<sdk::HttpResponse> Portal::signedInAnswer(const Address &where, const HttpAsk &ask, sdk::PullContext &context)
{
    const auto who = m_session.identity(where, context);
    if (!who)
        return std::unexpected(who.error());
    auto answer = askPlainly(where, ask, who->token, context, who->who);
    if (!answer || answer->status != 401)
        return answer;
    // A backend that was started anew, with its keys in memory, refuses every token it had given out.
    const auto again = who->how == Identity::How::Token ? sdk::Result<Identity>(*who) : m_session.identity(where, context, who->token);
    if (!again)
        return std::unexpected(again.error());
    if (again->token != who->token)
        answer = askPlainly(where, ask, again->token, context, again->who);
    if (answer && answer->status == 401)
        return std::unexpected(errorOf(*answer, where));
    return answer;
}

sdk::Result<sdk::HttpResponse> Portal::send(const HttpAsk &ask, sdk::PullContext &context)
{
    auto answer = answerTo(ask, context);
    if (answer && (answer->status < 200 || answer->status > 299))
        return std::unexpected(errorOf(*answer, *address()));
    return answer;
}

sdk::Result<sdk::HttpResponse> Portal::stream(const HttpAsk &ask, const std::function<bool(QByteArrayView)> &onData,
    std::chrono::milliseconds idle, sdk::PullContext &context)
{
    const auto who = identity(context);
    if (!who)
        return std::unexpected(who.error());
    const Address where = *address();
    auto answer = context.http().stream(requestOf(where, ask, who->token, who->who), onData, idle);
    if (!answer || answer->status != 401 || who->how == Identity::How::Token)
        return answer;
    const auto again = m_session.identity(where, context, who->token);
    if (!again)
        return std::unexpected(again.error());
    return context.http().stream(requestOf(where, ask, again->token, again->who), onData, idle);
}

sdk::Result<std::unique_ptr<sdk::WebSocket>> Portal::openSocket(const QString &route, sdk::PullContext &context)
{
    const auto where = address();
    if (!where)
        return std::unexpected(where.error());
    const auto open = [&](const Identity &identity) {
        const QList<QByteArray> protocols = identity.token.isEmpty() ? QList<QByteArray>() : QList<QByteArray> { identity.token };
        return context.http().openSocket(where->socketUrl(route), protocols, handshake);
    };
    const auto who = m_session.identity(*where, context);
    if (!who)
        return std::unexpected(who.error());
    auto socket = open(*who);
    // The first upgrade after a backend's start gets no answer: its handler is installed by it, and forgets it.
    if (!socket && socket.error().code == ErrorCode::Timeout && !context.stopRequested())
        socket = open(*who);
    if (socket || socket.error().code != ErrorCode::Unauthorised)
        return socket;
    const auto again = m_session.identity(*where, context, who->token);
    if (!again)
        return std::unexpected(again.error());
    return again->token == who->token ? std::move(socket) : open(*again);
}

sdk::Result<void> Portal::ready(sdk::PullContext &context)
{
    const auto where = address();
    if (!where)
        return std::unexpected(where.error());
    const auto answer = askPlainly(*where, { .route = u"/.backstage/health/v1/readiness"_s }, {}, context);
    if (!answer)
        return std::unexpected(answer.error());
    // Backends with backend-defaults before 0.4 have no such route, and some hosts do not let it through: then there is nothing to learn.
    if (answer->status != 503)
        return {};
    return fail(ErrorCode::Offline, u"the portal's backend is still starting"_s, where->name());
}

} // namespace callboard::backstage
