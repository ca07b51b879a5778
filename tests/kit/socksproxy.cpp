// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/socksproxy.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;

namespace callboard::test {

struct SocksProxy::Shared {
    QByteArray user, password;
    mutable std::mutex mutex;
    quint16 port = 0;
    int turnedAway = 0;
    QList<QByteArray> logins;
    QList<QByteArray> served;

    template<typename Work>
    auto locked(Work work) const
    {
        const std::lock_guard lock(mutex);
        return work();
    }
};

namespace {

constexpr char version = 5;
constexpr char loginVersion = 1;
enum Method : quint8 { NoLogin = 0, UserAndPassword = 2, NoneOfThese = 0xff };
enum AddressType : quint8 { V4 = 1, Name = 3, V6 = 4 };
constexpr char succeeded = 0;
constexpr char refused = 5;

quint8 byteAt(const QByteArray &bytes, qsizetype at) { return quint8(bytes.at(at)); }

/// "host:port" of a request (RFC 1928 section 4), and how many bytes it has; nothing while there are too few.
std::optional<std::pair<std::pair<QString, quint16>, qsizetype>> requestIn(const QByteArray &bytes)
{
    if (bytes.size() < 5)
        return std::nullopt;
    const quint8 type = byteAt(bytes, 3);
    const qsizetype begin = type == Name ? 5 : 4;
    const qsizetype length = type == V4 ? 4 : type == V6 ? 16 : byteAt(bytes, 4);
    if (bytes.size() < begin + length + 2)
        return std::nullopt;
    const QByteArray host = bytes.mid(begin, length);
    QString name = QString::fromLatin1(host);
    if (type == V4)
        name = QHostAddress(quint32(byteAt(host, 0)) << 24 | quint32(byteAt(host, 1)) << 16 | quint32(byteAt(host, 2)) << 8 | byteAt(host, 3)).toString();
    else if (type == V6)
        name = QHostAddress(reinterpret_cast<const quint8 *>(host.constData())).toString();
    const auto port = quint16(byteAt(bytes, begin + length) << 8 | byteAt(bytes, begin + length + 1));
    return std::pair { std::pair { name, port }, begin + length + 2 };
}

/// RFC 1928 section 6: no address is bound that anybody would need to know.
QByteArray replyOf(char how)
{
    QByteArray reply(10, '\0');
    reply[0] = version;
    reply[1] = how;
    reply[3] = char(V4);
    return reply;
}

} // namespace

class SocksProxy::Thread final : public QThread {
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
                const auto step = std::make_shared<Step>(Step::Greeting);
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, step] {
                    while (goOn(*socket, *step)) { }
                });
            }
        });
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("the proxy cannot listen: %s", qPrintable(server.errorString()));
        m_shared->locked([&] { m_shared->port = server.serverPort(); });
        exec();
    }

private:
    enum class Step { Greeting, Login, Request, Tunnel };

    /// Reads what there is of a step; true when there may be more to read.
    bool goOn(QTcpSocket &socket, Step &step)
    {
        const QByteArray bytes = socket.peek(1024);
        switch (step) {
        case Step::Greeting: return greet(socket, bytes, step);
        case Step::Login: return logIn(socket, bytes, step);
        case Step::Request: return connectOnward(socket, bytes, step);
        case Step::Tunnel: return false; // It has readers of its own.
        }
        return false;
    }

    bool greet(QTcpSocket &socket, const QByteArray &bytes, Step &step)
    {
        if (bytes.size() < 2 || bytes.size() < 2 + byteAt(bytes, 1))
            return false;
        const QByteArray offered = socket.read(2 + byteAt(bytes, 1)).sliced(2);
        const Method wanted = m_shared->user.isEmpty() ? NoLogin : UserAndPassword;
        const bool isOffered = bytes.front() == version && offered.contains(char(wanted));
        const char answer[] = { version, char(isOffered ? wanted : NoneOfThese) };
        socket.write(answer, sizeof(answer));
        if (isOffered) {
            step = wanted == NoLogin ? Step::Request : Step::Login;
            return true;
        }
        m_shared->locked([&] { ++m_shared->turnedAway; });
        socket.disconnectFromHost();
        return false;
    }

    bool logIn(QTcpSocket &socket, const QByteArray &bytes, Step &step)
    {
        const qsizetype user = bytes.size() < 2 ? 0 : byteAt(bytes, 1);
        if (bytes.size() < 3 + user || bytes.size() < 3 + user + byteAt(bytes, 2 + user))
            return false;
        const qsizetype password = byteAt(bytes, 2 + user);
        socket.read(3 + user + password);
        const bool isRight = bytes.mid(2, user) == m_shared->user && bytes.mid(3 + user, password) == m_shared->password;
        const QByteArray told = bytes.mid(2, user) + ':' + bytes.mid(3 + user, password);
        m_shared->locked([&] { m_shared->logins.append(told); });
        const char answer[] = { loginVersion, char(isRight ? 0 : 1) };
        socket.write(answer, sizeof(answer));
        step = Step::Request;
        if (!isRight)
            socket.disconnectFromHost(); // RFC 1929 section 2: it must.
        return isRight;
    }

    bool connectOnward(QTcpSocket &socket, const QByteArray &bytes, Step &step)
    {
        const auto asked = requestIn(bytes);
        if (!asked)
            return false;
        socket.read(asked->second);
        step = Step::Tunnel;
        const auto &[host, port] = asked->first;
        const QByteArray name = host.toLatin1() + ':' + QByteArray::number(port);
        m_shared->locked([&] { m_shared->served.append(name); });
        openTunnel(&socket, host, port);
        return false;
    }

    static void openTunnel(QTcpSocket *client, const QString &host, quint16 port)
    {
        auto *onward = new QTcpSocket(client);
        QObject::connect(onward, &QTcpSocket::connected, client, [client, onward] {
            client->write(replyOf(succeeded));
            onward->write(client->readAll());
            QObject::connect(client, &QTcpSocket::readyRead, onward, [client, onward] { onward->write(client->readAll()); });
        });
        QObject::connect(onward, &QTcpSocket::readyRead, client, [client, onward] { client->write(onward->readAll()); });
        QObject::connect(onward, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
        QObject::connect(onward, &QTcpSocket::errorOccurred, client, [client, onward] {
            if (onward->state() != QAbstractSocket::ConnectedState)
                client->write(replyOf(refused));
            client->disconnectFromHost();
        });
        onward->connectToHost(host, port);
    }

    std::shared_ptr<Shared> m_shared;
};

SocksProxy::SocksProxy(const QByteArray &user, const QByteArray &password)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->user = user;
    m_shared->password = password;
    m_thread = std::make_unique<Thread>(m_shared);
    m_thread->start();
    while (address().endsWith(u":0"))
        QThread::yieldCurrentThread();
}

SocksProxy::~SocksProxy()
{
    m_thread->quit();
    m_thread->wait();
}

QString SocksProxy::address() const
{
    return u"socks5://127.0.0.1:%1"_s.arg(m_shared->locked([this] { return m_shared->port; }));
}

int SocksProxy::turnedAway() const
{
    return m_shared->locked([this] { return m_shared->turnedAway; });
}

QList<QByteArray> SocksProxy::logins() const
{
    return m_shared->locked([this] { return m_shared->logins; });
}

QList<QByteArray> SocksProxy::served() const
{
    return m_shared->locked([this] { return m_shared->served; });
}

} // namespace callboard::test
