// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/hostsocket.h"

#include "models/sync/http/address.h"

#include <QHostAddress>
#include <QPointer>
#include <QRegularExpression>
#include <QSslError>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using std::chrono::milliseconds;

namespace {

constexpr quint64 mostOfMessage = 4 << 20;
constexpr qint64 mostWaiting = 16 << 20; ///< Of messages that nobody has asked for yet.
constexpr qint64 mostUnsent = 16 << 20;
constexpr qint64 frameBytes = 6; ///< About: RFC 6455 section 5.2.

} // namespace

/// What both threads know of a socket.
class SocketState final {
public:
    const QString host;
    QPointer<QObject> end; ///< For the network thread only.

    explicit SocketState(QString of)
        : host(std::move(of))
    {
    }

    void opened()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }

    /// False when too much is waiting.
    bool arrived(QByteArray message)
    {
        const std::lock_guard lock(m_mutex);
        m_waiting += message.size() + 64;
        m_messages.push_back(std::move(message));
        m_changed.notify_all();
        return m_waiting <= mostWaiting;
    }

    /// The first reason counts.
    void over(ErrorCode code, const QString &detail, int status = 0) { over({ code, detail, status, std::nullopt, host }); }
    void over(const domain::Error &error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_over)
            m_over = error;
        m_changed.notify_all();
    }

    domain::Result<void> waitOpen(milliseconds most, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, most, [this] { return m_open || m_over; });
        if (stop.stop_requested())
            return domain::fail(ErrorCode::Cancelled, u"stopped"_s, host);
        if (m_over && !m_open)
            return std::unexpected(*m_over);
        if (!m_open)
            return domain::fail(ErrorCode::Timeout, u"the web socket was not opened in time"_s, host);
        return {};
    }

    domain::Result<std::optional<QByteArray>> take(milliseconds most, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, most, [this] { return !m_messages.empty() || m_over; });
        if (stop.stop_requested())
            return domain::fail(ErrorCode::Cancelled, u"stopped"_s, host);
        if (!m_messages.empty()) {
            QByteArray message = std::move(m_messages.front());
            m_messages.pop_front();
            m_waiting -= message.size() + 64;
            return message;
        }
        if (m_over)
            return std::unexpected(*m_over);
        return std::nullopt;
    }

    domain::Result<void> maySend()
    {
        const std::lock_guard lock(m_mutex);
        if (m_over)
            return std::unexpected(*m_over);
        return {};
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<QByteArray> m_messages;
    qint64 m_waiting = 0;
    bool m_open = false;
    std::optional<domain::Error> m_over;
};

namespace {

/// The socket itself, on the network thread. Deletes itself when it is over.
class SocketEnd final : public QObject {
public:
    SocketEnd(std::shared_ptr<SocketState> state, const HttpClient::Options &options, QObject *owner)
        : QObject(owner)
        , m_state(std::move(state))
    {
        m_socket.setMaxAllowedIncomingMessageSize(mostOfMessage);
        m_socket.setMaxAllowedIncomingFrameSize(mostOfMessage);
        m_silence.setSingleShot(true);
        m_silence.setInterval(options.socketPing);
        m_patience.setSingleShot(true);
        m_patience.setInterval(options.socketPong);
        connect(&m_silence, &QTimer::timeout, this, [this] {
            m_socket.ping();
            m_patience.start();
        });
        connect(&m_patience, &QTimer::timeout, this, [this] { end(ErrorCode::Offline, u"the other side has gone silent"_s); });
        connect(&m_socket, &QWebSocket::connected, this, [this] {
            m_state->opened();
            heard();
        });
        connect(&m_socket, &QWebSocket::pong, this, [this] { heard(); });
        connect(&m_socket, &QWebSocket::textFrameReceived, this, [this] { heard(); });
        connect(&m_socket, &QWebSocket::binaryFrameReceived, this, [this] { heard(); });
        connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            if (!m_state->arrived(text.toUtf8()))
                end(ErrorCode::BadResponse, u"messages come faster than they are read"_s);
        });
        connect(&m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
            QStringList why;
            for (const QSslError &error : errors)
                why.append(error.errorString());
            end(ErrorCode::Tls, why.join(u"; "));
        });
        // Qt asks where there are no credentials, or others than the proxy takes, and tells of no error then; outside of its own call here.
        connect(&m_socket, &QWebSocket::proxyAuthenticationRequired, this, [this] { proxyAsked(); }, Qt::QueuedConnection);
        connect(&m_socket, &QWebSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) { failed(error); });
        connect(&m_socket, &QWebSocket::disconnected, this, [this] { closed(); });
    }

    ~SocketEnd() override
    {
        // The socket says goodbye while it goes, after the timers have gone.
        m_socket.disconnect(this);
        m_state->over(ErrorCode::Cancelled, u"the program ends"_s);
    }

    void open(const HostSocket::Wish &wish)
    {
        QUrl url = wish.url;
        url.setScheme(url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
        m_proxy = wish.setup->proxyFor(wish.url);
        m_socket.setProxy(m_proxy);
        if (wish.setup->tls)
            m_socket.setSslConfiguration(*wish.setup->tls);
        QNetworkRequest request(url);
        request.setRawHeader("User-Agent", "Callboard");
        QWebSocketHandshakeOptions options;
        QStringList protocols;
        for (const QByteArray &protocol : wish.protocols)
            protocols.append(QString::fromLatin1(protocol));
        options.setSubprotocols(protocols);
        m_socket.open(request, options);
    }

    void send(const QByteArray &text)
    {
        if (m_socket.bytesToWrite() > mostUnsent)
            end(ErrorCode::Offline, u"the other side takes nothing more"_s);
        else
            m_socket.sendTextMessage(QString::fromUtf8(text));
    }

    /// Says goodbye, and does not wait for the answer.
    void leave()
    {
        m_socket.disconnect(this);
        m_socket.close(QWebSocketProtocol::CloseCodeGoingAway);
        m_socket.flush();
        end(ErrorCode::Cancelled, u"closed"_s);
    }

    void end(ErrorCode code, const QString &detail, int status = 0)
    {
        m_state->over(code, detail, status);
        m_silence.stop();
        m_patience.stop();
        m_socket.disconnect(this);
        m_socket.abort();
        deleteLater();
    }

private:
    void heard()
    {
        m_patience.stop();
        m_silence.start();
    }

    void proxyAsked()
    {
        m_state->over(proxyAsks(proxyName(m_proxy))); // The first reason counts.
        end(ErrorCode::Offline, u"the proxy asks"_s);
    }

    void failed(QAbstractSocket::SocketError error)
    {
        if (error == QAbstractSocket::SslHandshakeFailedError)
            return end(ErrorCode::Tls, m_socket.errorString());
        if (error == QAbstractSocket::ProxyAuthenticationRequiredError)
            return proxyAsked();
        if (wasOpen())
            return end(ErrorCode::Offline, u"the connection broke"_s);
        // A refused handshake and a refused connection are the same error to QWebSocket; only the one has reached the host.
        const bool reached = !m_socket.peerAddress().isNull() && error != QAbstractSocket::RemoteHostClosedError
            && error != QAbstractSocket::NetworkError && error != QAbstractSocket::SocketTimeoutError;
        if (!reached)
            return end(ErrorCode::Offline, u"the connection failed"_s);
        // The status of a refusal is told in words only: "Unhandled http status code: 401 (Unauthorized)."
        static const QRegularExpression number(u"\\b([1-5][0-9][0-9])\\b"_s);
        int status = number.match(m_socket.errorString()).captured(1).toInt();
        if (status == 0 && m_socket.errorString().contains("WWW-Authenticate"_L1)) // A 401 with a challenge has words of its own.
            status = 401;
        switch (status) {
        case 0: return end(ErrorCode::BadResponse, u"the answer is none of a web socket's"_s);
        case 401: return end(ErrorCode::Unauthorised, u"the web socket was refused"_s, status);
        case 403: return end(ErrorCode::Forbidden, u"the web socket was refused"_s, status);
        case 404: return end(ErrorCode::NotFound, u"there is no web socket"_s, status);
        case 429: return end(ErrorCode::RateLimited, u"the web socket was refused"_s, status);
        default: return end(ErrorCode::BadResponse, u"the web socket was refused"_s, status);
        }
    }

    bool wasOpen() const { return m_silence.isActive() || m_patience.isActive(); }

    void closed()
    {
        if (m_socket.closeCode() == QWebSocketProtocol::CloseCodeTooMuchData)
            return end(ErrorCode::BadResponse, u"a message is larger than allowed"_s);
        if (m_socket.closeCode() == QWebSocketProtocol::CloseCodeProtocolError || m_socket.closeCode() == QWebSocketProtocol::CloseCodeWrongDatatype)
            return end(ErrorCode::BadResponse, u"a message is malformed"_s);
        end(ErrorCode::Offline, u"the other side closed the web socket"_s);
    }

    std::shared_ptr<SocketState> m_state;
    QWebSocket m_socket;
    QNetworkProxy m_proxy;
    QTimer m_silence, m_patience;
};

SocketEnd *endOf(const SocketState &state) { return static_cast<SocketEnd *>(state.end.data()); }

} // namespace

domain::Result<std::unique_ptr<sdk::WebSocket>> HostSocket::open(const Wish &wish)
{
    const auto state = std::make_shared<SocketState>(hostOf(wish.url));
    auto wanted = wish;
    wanted.core.reset(); // The network thread must not be what keeps itself alive.
    wish.core->network.post([state, wanted, options = wish.core->options](QObject *owner) {
        auto *end = new SocketEnd(state, options, owner);
        state->end = end;
        end->open(wanted);
    });
    std::unique_ptr<sdk::WebSocket> socket(new HostSocket(wish.core, state, wish.stop)); // Closes what is left half open.
    if (const auto opened = state->waitOpen(wish.handshake, wish.stop); !opened)
        return std::unexpected(opened.error());
    return socket;
}

HostSocket::HostSocket(std::shared_ptr<HttpCore> core, std::shared_ptr<SocketState> state, std::stop_token stop)
    : m_core(std::move(core))
    , m_state(std::move(state))
    , m_stop(std::move(stop))
{
}

HostSocket::~HostSocket()
{
    m_core->network.post([state = m_state](QObject *) {
        if (auto *end = endOf(*state))
            end->leave();
    });
}

domain::Result<void> HostSocket::send(const QByteArray &text)
{
    if (const auto may = m_state->maySend(); !may)
        return may;
    m_core->network.post([state = m_state, text](QObject *) {
        if (auto *end = endOf(*state))
            end->send(text);
    });
    m_core->gate.count(m_state->host, text.size() + frameBytes, 0);
    return {};
}

domain::Result<std::optional<QByteArray>> HostSocket::receive(milliseconds wait)
{
    auto message = m_state->take(wait, m_stop);
    if (message && *message)
        m_core->gate.count(m_state->host, (*message)->size() + frameBytes, 0);
    return message;
}

} // namespace callboard::sync
