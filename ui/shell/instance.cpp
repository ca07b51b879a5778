// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

#include <chrono>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::ui {

using domain::ErrorCode;

namespace {

constexpr qsizetype largestCall = 16 * 1024;
constexpr qsizetype longestToken = 512;
constexpr int mostCallers = 8;
constexpr auto patience = 2s;
constexpr QByteArrayView taken = "taken\n";

/// A folder that is ours alone, made if need be; empty where that cannot be had.
QString privateFolder()
{
    const QString base = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString folder = base.isEmpty() ? QDir::temp().filePath(u"callboard-%1"_s.arg(::getuid())) : QDir(base).filePath(u"callboard"_s);
    const QByteArray path = QFile::encodeName(folder);
    ::mkdir(path.constData(), 0700);
    struct stat info {};
    if (::lstat(path.constData(), &info) != 0 || !S_ISDIR(info.st_mode) || info.st_uid != ::getuid() || (info.st_mode & 0077) != 0)
        return {};
    return folder;
}

bool isOwnUser(int socket)
{
    ucred peer {};
    socklen_t size = sizeof(peer);
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::getuid();
}

QByteArray written(const Instance::Call &call)
{
    return QJsonDocument(QJsonObject { { u"link"_s, call.link }, { u"activation"_s, QString::fromLatin1(call.activation) } })
               .toJson(QJsonDocument::Compact)
        + '\n';
}

std::optional<Instance::Call> parsed(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return std::nullopt;
    const QByteArray token = document["activation"_L1].toString().toLatin1();
    const bool plain = token.size() <= longestToken && std::ranges::all_of(token, [](char c) { return c > ' ' && c < 127; });
    return Instance::Call { document["link"_L1].toString(), plain ? token : QByteArray() };
}

/// A connected socket, or -1.
int connectTo(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || name.size() >= qsizetype(sizeof(address.sun_path)))
        return -1;
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket >= 0 && ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0 && isOwnUser(socket))
        return socket;
    if (socket >= 0)
        ::close(socket);
    return -1;
}

bool isAnswered(int socket)
{
    QByteArray answer;
    QElapsedTimer waited;
    waited.start();
    while (answer.size() < taken.size()) {
        const auto left = patience - waited.durationElapsed();
        pollfd wanted { socket, POLLIN, 0 };
        if (left <= 0s || ::poll(&wanted, 1, int(std::chrono::duration_cast<std::chrono::milliseconds>(left).count())) <= 0)
            return false;
        char piece[16];
        const ssize_t size = ::read(socket, piece, sizeof(piece));
        if (size <= 0)
            return false;
        answer.append(piece, size);
    }
    return answer == taken;
}

} // namespace

Instance::Instance(QObject *parent)
    : QObject(parent)
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(mostCallers);
    connect(m_server, &QLocalServer::newConnection, this, &Instance::accept);
}

Instance::~Instance() = default;

QString Instance::socketPath(const QString &workspaceDirectory)
{
    const QFileInfo info(workspaceDirectory);
    const QString folder = privateFolder();
    if (folder.isEmpty() || !info.isDir())
        return {};
    const QByteArray key = QCryptographicHash::hash(info.canonicalFilePath().toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return folder + u'/' + QString::fromLatin1(key);
}

Instance::Answer Instance::handOver(const QString &workspaceDirectory, const Call &call)
{
    const int socket = connectTo(socketPath(workspaceDirectory));
    if (socket < 0)
        return Answer::Nobody;
    const QByteArray line = written(call);
    const bool sent = line.size() <= largestCall && ::send(socket, line.constData(), size_t(line.size()), MSG_NOSIGNAL) == line.size();
    const bool answered = sent && isAnswered(socket);
    ::close(socket);
    return answered ? Answer::Taken : Answer::Silent;
}

domain::Result<void> Instance::listen(const QString &workspaceDirectory)
{
    const QString path = socketPath(workspaceDirectory);
    if (path.isEmpty())
        return domain::fail(ErrorCode::Storage, u"there is no private runtime folder"_s);
    QLocalServer::removeServer(path);
    if (!m_server->listen(path))
        return domain::fail(ErrorCode::Storage, m_server->errorString(), path);
    return {};
}

void Instance::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (m_open >= mostCallers || !isOwnUser(int(socket->socketDescriptor()))) {
            socket->abort();
            continue;
        }
        ++m_open;
        connect(socket, &QObject::destroyed, this, [this] { --m_open; });
        socket->setReadBufferSize(largestCall);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(patience, socket, [socket] { socket->abort(); });
        read(socket);
    }
}

void Instance::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= largestCall)
            socket->abort();
        return;
    }
    const auto call = parsed(socket->readLine(largestCall));
    if (!call) {
        socket->abort();
        return;
    }
    socket->write(taken.data(), taken.size());
    socket->disconnectFromServer();
    Q_EMIT called(*call);
}

} // namespace callboard::ui
