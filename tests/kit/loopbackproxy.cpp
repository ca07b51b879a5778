// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/loopbackproxy.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

#include <functional>

using namespace Qt::StringLiterals;

namespace callboard::test {

struct LoopbackProxy::Shared {
    QByteArray credentials;
    mutable std::mutex mutex;
    quint16 port = 0;
    int refused = 0;
    QList<QByteArray> served;
};

namespace {

/// Value of a header, by its name in lower case; empty where there is none.
QByteArray valueOf(const QByteArray &head, QByteArrayView name)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).toLower() == name)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

/// Without what is for the proxy alone, and by its path.
QByteArray forwarded(const QByteArray &head, const QUrl &url)
{
    QByteArray out;
    const auto lines = head.split('\n');
    const auto first = lines.first().trimmed().split(' ');
    out += first.value(0) + ' ' + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + " HTTP/1.1\r\n";
    for (const QByteArray &line : lines.sliced(1)) {
        const QByteArray text = line.trimmed();
        if (!text.isEmpty() && !text.toLower().startsWith("proxy-"))
            out += text + "\r\n";
    }
    return out + "\r\n";
}

} // namespace

class LoopbackProxy::Thread final : public QThread {
public:
    explicit Thread(std::shared_ptr<Shared> shared)
        : m_shared(std::move(shared))
    {
    }

protected:
    void run() override
    {
        QTcpServer server;
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
            while (QTcpSocket *socket = server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
            }
        });
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("the proxy cannot listen: %s", qPrintable(server.errorString()));
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->port = server.serverPort();
        }
        exec();
    }

private:
    void read(QTcpSocket *socket)
    {
        const QByteArray sofar = socket->peek(64 << 10);
        const qsizetype end = sofar.indexOf("\r\n\r\n");
        if (end < 0 || socket->findChild<QTcpSocket *>(u"tunnel"_s))
            return; // A tunnel has readers of its own.
        const qsizetype length = valueOf(sofar.first(end), "content-length").toLongLong();
        if (sofar.size() < end + 4 + length)
            return;
        const QByteArray head = socket->read(end + 4);
        const QByteArray body = socket->read(length);
        const bool isGood = valueOf(head, "proxy-authorization") == m_shared->credentials;
        {
            const std::lock_guard lock(m_shared->mutex);
            if (isGood)
                m_shared->served.append(head.split('\r').first());
            else
                ++m_shared->refused;
        }
        if (!isGood) {
            socket->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"quay\"\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        const QByteArray target = head.split(' ').value(1);
        const bool isTunnel = head.startsWith("CONNECT ");
        const QUrl url = isTunnel ? QUrl(u"http://"_s + QString::fromLatin1(target)) : QUrl(QString::fromLatin1(target));
        auto *before = socket->findChild<QTcpSocket *>(u"fetch"_s); // Of this connection's request before: the same host's, in these tests.
        QTcpSocket *host = before ? before : connected(socket, url);
        host->setObjectName(isTunnel ? u"tunnel"_s : u"fetch"_s);
        if (isTunnel)
            open(socket, host);
        else
            whenConnected(host, [host, request = QByteArray(forwarded(head, url) + body)] { host->write(request); });
    }

    static void whenConnected(QTcpSocket *host, const std::function<void()> &then)
    {
        if (host->state() == QAbstractSocket::ConnectedState)
            then();
        else
            QObject::connect(host, &QTcpSocket::connected, host, then);
    }

    /// What it says goes to the client, until one of them closes.
    static QTcpSocket *connected(QTcpSocket *client, const QUrl &url)
    {
        auto *host = new QTcpSocket(client);
        QObject::connect(host, &QTcpSocket::readyRead, client, [client, host] { client->write(host->readAll()); });
        QObject::connect(host, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
        QObject::connect(host, &QTcpSocket::errorOccurred, client, [client] { client->disconnectFromHost(); });
        host->connectToHost(url.host(), quint16(url.port(80)));
        return host;
    }

    static void open(QTcpSocket *client, QTcpSocket *host)
    {
        whenConnected(host, [client, host] {
            client->write("HTTP/1.1 200 Connection established\r\n\r\n");
            host->write(client->readAll());
            QObject::connect(client, &QTcpSocket::readyRead, host, [client, host] { host->write(client->readAll()); });
        });
    }

    std::shared_ptr<Shared> m_shared;
};

LoopbackProxy::LoopbackProxy(const QByteArray &user, const QByteArray &password)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->credentials = "Basic " + QByteArray(user + ':' + password).toBase64();
    m_thread = std::make_unique<Thread>(m_shared);
    m_thread->start();
    while (address().endsWith(u":0"))
        QThread::yieldCurrentThread();
}

LoopbackProxy::~LoopbackProxy()
{
    m_thread->quit();
    m_thread->wait();
}

QString LoopbackProxy::address() const
{
    const std::lock_guard lock(m_shared->mutex);
    return u"http://127.0.0.1:%1"_s.arg(m_shared->port);
}

int LoopbackProxy::refused() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->refused;
}

QList<QByteArray> LoopbackProxy::served() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->served;
}

} // namespace callboard::test
