// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/loopbackserver.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

constexpr qsizetype largestRequest = 8 << 10;
constexpr int mostConnections = 16;
// A browser may open a connection and say nothing on it.
constexpr auto silence = 10s;

QByteArray page(int status, const char *reason, const char *title, const char *text)
{
    const QByteArray body = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Callboard</title>"
                            "<style>body{font:16px/1.5 sans-serif;max-width:32em;margin:20vh auto;padding:0 1em}"
                            "@media(prefers-color-scheme:dark){body{background:#1b1d21;color:#e6e6e6}}</style><h1>"
        + QByteArray(title) + "</h1><p>" + text + "</p></html>\n";
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n"
          "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'\r\n"
          "Connection: close\r\n\r\n"
        + body;
}

/// The names by which nobody but this machine is reached. A page that has its own name lead here (DNS rebinding) says that name, and is told
/// nothing (RFC 9110, section 7.2).
bool isMeantForUs(QByteArrayView head, quint16 port)
{
    QByteArrayList hosts;
    for (const QByteArray &line : head.toByteArray().split('\n')) {
        if (line.left(5).toLower() == "host:")
            hosts.append(line.mid(5).trimmed().toLower());
    }
    const QByteArray end = port == 80 ? QByteArray() : ':' + QByteArray::number(port);
    return hosts.size() == 1 && (hosts.front() == "127.0.0.1" + end || hosts.front() == "localhost" + end);
}

QByteArray pageFor(RedirectAnswer::Kind kind)
{
    using Kind = RedirectAnswer::Kind;
    switch (kind) {
    case Kind::Code:
        return page(200, "OK", "Thank you", "Callboard goes on from here. You can close this page.");
    case Kind::Refused:
        return page(200, "OK", "Not signed in", "The server did not let you in, or you said no. Callboard tells you more.");
    case Kind::WrongIssuer:
    case Kind::WrongState:
        return page(400, "Bad Request", "This is not the answer Callboard waits for", "Please begin again in Callboard.");
    case Kind::NotOurs:
        break;
    }
    return page(404, "Not Found", "There is nothing here", "Callboard waits for a sign-in on another address.");
}

} // namespace

struct LoopbackServer::Data {
    ExpectedRedirect expected;
    quint16 port = 0;
    QThread thread;
    QTcpServer *server = nullptr; ///< Lives on `thread`.
    std::mutex mutex;
    std::condition_variable_any arrived;
    std::optional<domain::Result<QString>> outcome;

    void accept();
    void read(QTcpSocket *socket);
    void settle(const RedirectAnswer &answer);
    RedirectAnswer::Kind take(QByteArrayView head);
};

void LoopbackServer::Data::accept()
{
    while (QTcpSocket *socket = server->nextPendingConnection()) {
        if (server->findChildren<QTcpSocket *>().size() > mostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        socket->setReadBufferSize(2 * largestRequest);
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        QTimer::singleShot(silence, socket, [socket] { socket->abort(); });
    }
}

void LoopbackServer::Data::read(QTcpSocket *socket)
{
    if (socket->property("answered").toBool()) {
        socket->skip(socket->bytesAvailable());
        return;
    }
    const QByteArray head = socket->peek(largestRequest);
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0 && head.size() < largestRequest)
        return;
    socket->setProperty("answered", true);
    socket->write(end < 0 ? page(431, "Request Header Fields Too Large", "This is too much", "Callboard reads short requests only.")
                          : pageFor(take(QByteArrayView(head).first(end))));
    socket->skip(socket->bytesAvailable());
    // Now: whoever waits for the code may end this thread as soon as this function is left.
    socket->flush();
    socket->disconnectFromHost();
}

RedirectAnswer::Kind LoopbackServer::Data::take(QByteArrayView head)
{
    const QByteArrayView line = head.first(std::max<qsizetype>(0, head.indexOf('\r') < 0 ? head.size() : head.indexOf('\r')));
    const qsizetype space = line.lastIndexOf(' ');
    if (!line.startsWith("GET ") || space < 4 || !isMeantForUs(head, port))
        return RedirectAnswer::Kind::NotOurs;
    const RedirectAnswer answer = readRedirect(line.sliced(4, space - 4), expected);
    settle(answer);
    return answer.kind;
}

// A wrong path or state ends nothing: anybody on this machine could send one.
void LoopbackServer::Data::settle(const RedirectAnswer &answer)
{
    using Kind = RedirectAnswer::Kind;
    if (answer.kind == Kind::NotOurs || answer.kind == Kind::WrongState)
        return;
    const std::lock_guard lock(mutex);
    if (outcome)
        return;
    outcome = answer.kind == Kind::Code ? domain::Result<QString>(answer.code) : std::unexpected(answer.refusal);
    server->close();
    arrived.notify_all();
}

LoopbackServer::LoopbackServer(std::unique_ptr<Data> data)
    : d(std::move(data))
{
}

domain::Result<std::unique_ptr<LoopbackServer>> LoopbackServer::listen(const ExpectedRedirect &expected, quint16 port)
{
    auto data = std::make_unique<Data>();
    data->expected = expected;
    data->server = new QTcpServer;
    data->server->moveToThread(&data->thread);
    QObject::connect(&data->thread, &QThread::finished, data->server, &QObject::deleteLater);
    data->thread.setObjectName(u"sign-in"_s);
    data->thread.start();
    bool listens = false;
    QMetaObject::invokeMethod(
        data->server,
        [&data = *data, &listens, port] {
            QObject::connect(data.server, &QTcpServer::newConnection, data.server, [&data] { data.accept(); });
            listens = data.server->listen(QHostAddress::LocalHost, port);
            data.port = data.server->serverPort();
        },
        Qt::BlockingQueuedConnection);
    std::unique_ptr<LoopbackServer> server(new LoopbackServer(std::move(data)));
    if (!listens && port != 0)
        return fail(ErrorCode::Internal, u"port %1, which the browser has to come back to, is in use"_s.arg(port));
    if (!listens)
        return fail(ErrorCode::Internal, u"no port could be opened for the browser to come back to"_s);
    return server;
}

LoopbackServer::~LoopbackServer()
{
    d->thread.quit();
    d->thread.wait();
}

QUrl LoopbackServer::redirectUri() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(d->port);
    url.setPath(QString::fromLatin1(d->expected.path));
    return url;
}

domain::Result<QString> LoopbackServer::waitForCode(std::stop_token stop, std::chrono::milliseconds limit)
{
    std::unique_lock lock(d->mutex);
    d->arrived.wait_for(lock, stop, limit, [this] { return d->outcome.has_value(); });
    if (d->outcome)
        return *d->outcome;
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, u"signing in was cancelled"_s);
    return fail(ErrorCode::Timeout, u"nobody signed in in time"_s);
}

} // namespace callboard::sync
