// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/httpcall.h"

#include "models/sync/http/address.h"
#include "models/sync/http/hostsocket.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::ErrorCode;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

namespace {

constexpr int mostAttempts = 3;
constexpr int mostLogins = 2; ///< For a proxy: the one that was looked up, and one that was given in the meantime.
constexpr milliseconds firstPause = 250ms;
constexpr qint64 mostOfRefusedStream = 64 << 10;

/// RFC 9110 section 9.2.2.
bool isIdempotent(const QByteArray &method)
{
    return method == "GET" || method == "HEAD" || method == "PUT" || method == "DELETE" || method == "OPTIONS";
}

bool isPassing(int status) { return status == 502 || status == 503 || status == 504; }

qint64 bytesOf(const sdk::HttpRequest &request)
{
    qint64 bytes = request.method.size() + request.url.toEncoded().size() + request.body.size() + 60; // What Qt adds, about.
    for (const auto &[name, value] : request.headers)
        bytes += name.size() + value.size() + 4;
    return bytes;
}

milliseconds since(std::chrono::steady_clock::time_point began)
{
    return duration_cast<milliseconds>(std::chrono::steady_clock::now() - began);
}

} // namespace

HttpCall::HttpCall(std::shared_ptr<HttpCore> core, ConnectionNetwork network, Urgency urgency, std::stop_token stop)
    : m_core(std::move(core))
    , m_network(std::move(network))
    , m_urgency(urgency)
    , m_stop(std::move(stop))
{
}

domain::Result<std::shared_ptr<const NetworkSetup>> HttpCall::setup()
{
    if (!m_setup) {
        auto read = NetworkSetup::read(m_network, m_core->options.proxyLogins);
        if (!read)
            return std::unexpected(read.error());
        m_setup = std::move(*read);
    }
    return m_setup;
}

domain::Result<sdk::HttpResponse> HttpCall::send(const sdk::HttpRequest &request)
{
    if (const auto fine = checkRequest(request); !fine)
        return std::unexpected(fine.error());
    if (const auto ready = setup(); !ready)
        return std::unexpected(ready.error());

    const QString key = m_core->cache.keyOf(m_network.connectionId, request);
    auto saved = m_core->cache.find(key);
    sdk::HttpRequest asked = request;
    if (saved)
        asked.headers.append({ "If-None-Match", saved->etag });
    Course course { request.deadline, m_core->cache.who(request) };
    Outcome outcome = follow(asked, course);
    for (int attempt = 1; attempt < mostAttempts && isIdempotent(request.method); ++attempt) {
        const bool again = outcome ? isPassing(outcome->status) || course.refused : outcome.error().transient;
        if (!again || !pause(attempt, course))
            break;
        Outcome next = follow(asked, course);
        // A host that is left alone for a moment was not asked: what it said before is the better answer.
        const bool notAsked = !next && next.error().error.retryAfter && next.error().error.code != ErrorCode::RateLimited;
        if (notAsked)
            break;
        outcome = std::move(next);
    }
    if (!outcome)
        return std::unexpected(std::move(outcome.error().error));
    if (course.refused)
        return std::unexpected(rateLimited(course, outcome->status, request));

    if (outcome->status == 304 && saved) {
        sdk::HttpResponse answer { saved->status, std::move(saved->headers), std::move(saved->body), true, outcome->wireBytes };
        return answer;
    }
    const QByteArray etag = outcome->header("etag");
    const bool mayKeep = outcome->status == 200 && !course.redirected && !etag.isEmpty() && !outcome->header("cache-control").toLower().contains("no-store")
        && outcome->header("vary").trimmed() != "*";
    if (mayKeep)
        m_core->cache.keep(key, { etag, outcome->status, outcome->headers, outcome->body });
    else if (saved && outcome->status < 500)
        m_core->cache.drop(key);
    return std::move(*outcome);
}

domain::Result<sdk::HttpResponse> HttpCall::stream(
    const sdk::HttpRequest &request, const std::function<bool(QByteArrayView)> &onData, milliseconds idle)
{
    if (const auto fine = checkRequest(request); !fine)
        return std::unexpected(fine.error());
    if (const auto ready = setup(); !ready)
        return std::unexpected(ready.error());
    Course course { request.deadline, m_core->cache.who(request), { &onData, idle } };
    Outcome outcome = follow(request, course);
    if (!outcome)
        return std::unexpected(std::move(outcome.error().error));
    if (course.refused)
        return std::unexpected(rateLimited(course, outcome->status, request));
    return std::move(*outcome);
}

domain::Result<std::unique_ptr<sdk::WebSocket>> HttpCall::openSocket(
    const QUrl &url, const QList<QByteArray> &protocols, milliseconds handshake)
{
    sdk::HttpRequest request;
    request.url = url;
    if (url.scheme() == "ws"_L1 || url.scheme() == "wss"_L1)
        request.url.setScheme(url.scheme() == "ws"_L1 ? u"http"_s : u"https"_s);
    for (const QByteArray &protocol : protocols)
        request.headers.append({ "Sec-WebSocket-Protocol", protocol });
    if (const auto fine = checkRequest(request); !fine)
        return std::unexpected(fine.error());
    const auto ready = setup();
    if (!ready)
        return std::unexpected(ready.error());
    if (const auto open = m_core->gate.mayOpen({ hostOf(request.url), m_core->cache.who(request), m_urgency, 0ms }); !open)
        return std::unexpected(open.error());
    m_core->gate.asked(hostOf(request.url), m_network.connectionId);

    const auto began = Clock::now();
    auto socket = HostSocket::open({ m_core, m_setup, request.url, protocols, handshake, m_stop });
    for (int again = 0; again < mostLogins && !socket && findLogin(socket.error()); ++again)
        socket = HostSocket::open({ m_core, m_setup, request.url, protocols, handshake, m_stop });
    RequestLine line { QDateTime::currentDateTimeUtc(), m_network.connectionId, "GET", harmlessAddress(request.url),
        socket ? 101 : socket.error().httpStatus, {}, 0, since(began), false };
    if (!socket)
        line.error = socket.error().code;
    m_core->log.add(std::move(line));
    m_core->gate.count(hostOf(request.url), 0, 1);
    return socket;
}

domain::Error HttpCall::rateLimited(const Course &course, int status, const sdk::HttpRequest &request) const
{
    return { ErrorCode::RateLimited, u"it answered that there were too many requests"_s, status,
        std::max(std::chrono::ceil<std::chrono::seconds>(course.rest), std::chrono::seconds(1)), hostOf(request.url) };
}

/// One request and where its redirects lead.
HttpCall::Outcome HttpCall::follow(sdk::HttpRequest request, Course &course)
{
    QByteArray who = course.who;
    bool isAway = false;
    for (int hops = 0; hops <= maxRedirects; ++hops) {
        Hop hop { .request = request, .who = who, .reading = course.reading, .isAway = isAway };
        auto outcome = ask(hop, course);
        if (!outcome)
            return outcome;
        auto next = redirected(request, outcome->status, outcome->header("location"));
        if (!next)
            return std::unexpected(Failure { std::move(next.error()), false });
        if (!*next)
            return outcome;
        if (originOf((*next)->url) != originOf(request.url)) {
            who.clear(); // The credentials stayed behind, and so does the certificate.
            isAway = true;
        }
        course.redirected = true;
        request = std::move(**next);
    }
    return std::unexpected(Failure { { ErrorCode::BadResponse, u"it redirects more than %1 times"_s.arg(maxRedirects), 0, std::nullopt, hostOf(request.url) }, false });
}

HttpCall::Outcome HttpCall::ask(Hop &hop, Course &course)
{
    const HostGate::Ask wish { hostOf(hop.request.url), hop.who, m_urgency, course.left };
    std::optional<HostGate::Pass> pass;
    if (hop.reading.onData) {
        if (const auto open = m_core->gate.mayOpen(wish); !open)
            return std::unexpected(Failure { open.error(), false });
    } else {
        auto entered = m_core->gate.enter(wish, m_stop);
        if (!entered)
            return std::unexpected(Failure { std::move(entered.error()), false });
        course.left -= entered->rested();
        pass.emplace(std::move(*entered));
    }
    m_core->gate.asked(wish.host, m_network.connectionId); // Now, not when it ends: a stream may last for days.
    const auto began = Clock::now();
    auto outcome = transfer(hop, course);
    // No host has seen it yet: it may be sent once more, whatever it is. A login that is not taken then is noted as such.
    for (int again = 0; again < mostLogins && !outcome && findLogin(outcome.error().error); ++again)
        outcome = transfer(hop, course);
    note(hop, outcome, course, began);
    return outcome;
}

/// Whether a proxy asked for what was not looked up yet, and is there: the same may work now. A locked keychain is said instead.
bool HttpCall::findLogin(domain::Error &error)
{
    const auto proxy = m_core->options.proxyLogins ? proxyThatAsks(error) : std::nullopt;
    if (!proxy)
        return false;
    const int before = m_setup->loginsVersion;
    const auto login = m_core->options.proxyLogins->find(*proxy, m_stop);
    if (!login)
        error = login.error();
    if (!login || !*login)
        return false;
    if (m_core->options.proxyLogins->version() == before) {
        m_core->options.proxyLogins->refused(*proxy, **login); // It was told. Sent again and again it would lock the person's account.
        return false;
    }
    m_setup.reset();
    return setup().has_value();
}

HttpCall::Outcome HttpCall::transfer(Hop &hop, Course &course)
{
    const auto began = Clock::now();
    const auto until = began + course.left;
    const bool streams = hop.reading.onData != nullptr;
    const auto exchange = std::make_shared<Exchange>();
    const auto setup = hop.isAway ? m_setup->withoutOwnCertificate() : m_setup;
    m_core->network.start(exchange, { hop.request, setup, streams, hop.request.maxBytes });
    // Whatever way this is left: what still comes is wanted by nobody. After the end it does nothing.
    const auto abandon = qScopeGuard([&] { m_core->network.abandon(exchange); });

    auto head = exchange->head(until, m_stop);
    if (!head) {
        course.left -= since(began);
        return std::unexpected(placed(head.error(), hop.request));
    }
    hop.status = head->status;
    hop.wireBytes = head->bytes;
    hop.note = readRateHeaders(head->headers, QDateTime::currentDateTimeUtc());
    sdk::HttpResponse answer { head->status, std::move(head->headers), {}, false, 0 };
    const bool leadsOn = head->status > 300 && head->status < 309 && head->status != 304 && !answer.header("location").isEmpty();
    auto broken = leadsOn ? std::nullopt : readBody(hop, exchange, until, answer);
    course.left -= since(began);
    hop.wireBytes += exchange->received();
    if (broken)
        return std::unexpected(placed(std::move(*broken), hop.request));
    answer.wireBytes = hop.wireBytes;
    return answer;
}

std::optional<HttpCall::Failure> HttpCall::readBody(
    const Hop &hop, const std::shared_ptr<Exchange> &exchange, Clock::time_point until, sdk::HttpResponse &answer)
{
    const auto decoder = BodyDecoder::forCoding(answer.header("content-encoding"));
    if (!decoder)
        return Failure { decoder.error(), false };
    const auto *onData = hop.reading.onData;
    const bool handsOver = onData && answer.status >= 200 && answer.status < 300;
    const qint64 most = onData ? mostOfRefusedStream : hop.request.maxBytes;
    const BodyDecoder::Sink sink = [&](QByteArrayView piece) -> domain::Result<bool> {
        if (handsOver)
            return (*onData)(piece);
        if (answer.body.size() + piece.size() > most) {
            if (onData)
                return false;
            return domain::fail(ErrorCode::BadResponse, u"the answer has more than the %1 bytes that are allowed"_s.arg(most));
        }
        answer.body.append(piece);
        return true;
    };
    for (;;) {
        const auto piece = exchange->next(handsOver ? Clock::now() + hop.reading.idle : until, m_stop);
        if (!piece)
            return piece.error();
        if (piece->isEmpty())
            break;
        if (onData) {
            m_core->network.resume(exchange);
            m_core->gate.count(hostOf(hop.request.url), piece->size(), 0); // As it comes: it may never end.
        }
        const auto more = (*decoder)->decode(*piece, sink);
        if (!more)
            return Failure { more.error(), false };
        if (!*more)
            return std::nullopt;
    }
    if (const auto whole = (*decoder)->finish(); !whole)
        return Failure { whole.error(), false };
    return std::nullopt;
}

/// Waits a moment before the next attempt; false when there is no time for one, or it is not wanted any more.
bool HttpCall::pause(int attempt, Course &course)
{
    const int full = int(firstPause.count()) << (attempt - 1);
    const milliseconds rest(QRandomGenerator::global()->bounded(full / 2, full + 1));
    if (rest >= course.left)
        return false;
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    never.wait_for(lock, m_stop, rest, [] { return false; });
    course.left -= rest;
    return !m_stop.stop_requested();
}

/// Tells gate and log how it went.
void HttpCall::note(const Hop &hop, const Outcome &outcome, Course &course, Clock::time_point began)
{
    const QString host = hostOf(hop.request.url);
    course.refused = hop.note.refuses(hop.status);
    if (hop.status > 0)
        course.rest = m_core->gate.heard(host, hop.who, hop.status, hop.note);
    else if (outcome.error().error.code == ErrorCode::Offline && !proxyThatAsks(outcome.error().error)) // That is no failure of the host's.
        m_core->gate.failed(host, outcome.error().error.code);
    const bool counted = hop.reading.onData != nullptr;
    m_core->gate.count(host, (counted ? 0 : hop.wireBytes) + bytesOf(hop.request), 1);
    RequestLine line { QDateTime::currentDateTimeUtc(), m_network.connectionId, hop.request.method, harmlessAddress(hop.request.url), hop.status, {},
        hop.wireBytes, since(began), hop.status == 304 };
    if (!outcome)
        line.error = outcome.error().error.code;
    m_core->log.add(std::move(line));
}

HttpCall::Failure HttpCall::placed(Failure failure, const sdk::HttpRequest &request) const
{
    if (!proxyThatAsks(failure.error))
        failure.error.source = hostOf(request.url);
    return failure;
}

} // namespace callboard::sync
