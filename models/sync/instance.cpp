// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::ErrorCode;

namespace {

constexpr qsizetype largestCall = 16 * 1024;
constexpr qsizetype longestToken = 512;
constexpr qsizetype largestReport = 16 * 1024 * 1024;
constexpr int mostCallers = 8;
constexpr qsizetype mostWaiting = mostCallers / 2; // The rest is for starts of the program.
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

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray written(const Instance::Call &call)
{
    return lineOf({ { u"link"_s, call.link }, { u"activation"_s, QString::fromLatin1(call.activation) } });
}

QByteArray written(const Instance::Report &report)
{
    return lineOf(report ? QJsonObject { { u"report"_s, *report } } : QJsonObject { { u"error"_s, report.error().detail }, { u"code"_s, QString(domain::name(report.error().code)) } });
}

Instance::Report reportOf(const QByteArray &line)
{
    const QJsonDocument answer = QJsonDocument::fromJson(line);
    if (answer["report"_L1].isObject())
        return answer["report"_L1].toObject();
    return domain::fail(domain::codeNamed(answer["code"_L1].toString()).value_or(ErrorCode::BadResponse),
        answer["error"_L1].toString(u"the running program answered something else than a report"_s));
}

constexpr std::array wishNames { std::pair(Instance::Wish::Sync, "sync"_L1), std::pair(Instance::Wish::Standing, "standing"_L1),
    std::pair(Instance::Wish::Pause, "pause"_L1), std::pair(Instance::Wish::Resume, "resume"_L1) };

QByteArray written(Instance::Wish wish, const QString &connectionId)
{
    const auto name = std::ranges::find(wishNames, wish, &decltype(wishNames)::value_type::first)->second;
    return lineOf({ { QString(name), connectionId } });
}

/// With the connection that it is for; nothing where it is a start of the program.
std::optional<std::pair<Instance::Wish, QString>> wishOf(const QJsonDocument &document)
{
    for (const auto &[wish, name] : wishNames) {
        if (document[name].isString())
            return std::pair(wish, document[name].toString());
    }
    return std::nullopt;
}

Instance::Call callOf(const QJsonDocument &document)
{
    const QByteArray token = document["activation"_L1].toString().toLatin1();
    const bool plain = token.size() <= longestToken && std::ranges::all_of(token, [](char c) { return c > ' ' && c < 127; });
    return { document["link"_L1].toString(), plain ? token : QByteArray() };
}

/// Nobody is waited for longer than this: one that hangs takes nobody in once enough others wait before its door, and to connect would
/// wait for it as well (unix(7), SO_SNDTIMEO in socket(7)).
void limitWaiting(int socket)
{
    const timeval most { .tv_sec = std::chrono::seconds(patience).count(), .tv_usec = 0 };
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &most, sizeof(most));
}

/// A connected socket. NotFound where nobody of ours listens; Timeout where somebody does and lets nobody in.
domain::Result<int> connectTo(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || name.size() >= qsizetype(sizeof(address.sun_path)))
        return domain::fail(ErrorCode::NotFound, u"nobody can listen there"_s);
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return domain::fail(ErrorCode::NotFound, u"there is no socket to be had"_s);
    limitWaiting(socket);
    int failed = 0;
    do {
        failed = ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0 ? 0 : errno;
    } while (failed == EINTR); // Stopped by its terminal, and gone on.
    if (failed == 0 && isOwnUser(socket))
        return socket;
    ::close(socket);
    return failed == EAGAIN ? domain::fail(ErrorCode::Timeout, u"the running program does not answer"_s)
                            : domain::fail(ErrorCode::NotFound, u"nobody listens"_s);
}

/// The caller's side: plain calls of the system, as there need be no application.
class Caller final {
public:
    explicit Caller(const QString &workspaceDirectory)
        : m_socket(connectTo(Instance::socketPath(workspaceDirectory)))
    {
    }
    ~Caller()
    {
        if (m_socket)
            ::close(*m_socket);
    }
    Q_DISABLE_COPY_MOVE(Caller)

    bool isConnected() const { return m_socket.has_value(); }
    bool isNobodyThere() const { return !m_socket && m_socket.error().code == ErrorCode::NotFound; }
    /// True where it was taken.
    bool hand(const QByteArray &line)
    {
        if (line.size() > largestCall)
            return false;
        const ssize_t sent = ::send(*m_socket, line.constData(), size_t(line.size()), MSG_NOSIGNAL);
        m_isGone = sent < 0 && (errno == EPIPE || errno == ECONNRESET);
        return sent == line.size() && isHeard();
    }
    /// It closed before it answered: it ends, or wants no more callers.
    bool isGone() const { return m_isGone; }
    /// With its end. Timeout; Cancelled when the other side closed before; BadResponse for one that is longer.
    domain::Result<QByteArray> readLine(std::chrono::milliseconds longest, qsizetype largest)
    {
        QElapsedTimer waited;
        waited.start();
        qsizetype end = m_read.indexOf('\n');
        while (end < 0) {
            if (m_read.size() >= largest)
                return domain::fail(ErrorCode::BadResponse, u"the running program answered too much"_s);
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(longest - waited.durationElapsed());
            pollfd wanted { *m_socket, POLLIN, 0 };
            const int ready = left > 0ms ? ::poll(&wanted, 1, int(left.count())) : 0;
            if (ready < 0 && errno == EINTR)
                continue; // Stopped by its terminal, and gone on.
            if (ready <= 0)
                return domain::fail(ErrorCode::Timeout, u"the running program does not answer"_s);
            char piece[4096];
            const ssize_t size = ::read(*m_socket, piece, sizeof(piece));
            if (size < 0 && errno == EINTR)
                continue;
            if (size <= 0)
                return domain::fail(ErrorCode::Cancelled, u"the running program ended before it answered"_s);
            m_read.append(piece, size);
            end = m_read.indexOf('\n', m_read.size() - size);
        }
        const QByteArray line = m_read.first(end + 1);
        m_read.remove(0, end + 1);
        return line;
    }

private:
    bool isHeard()
    {
        const auto line = readLine(patience, taken.size());
        m_isGone = !line && line.error().code == ErrorCode::Cancelled;
        return line && *line == taken;
    }

    domain::Result<int> m_socket;
    bool m_isGone = false;
    QByteArray m_read; ///< Beyond the last line.
};

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
    Caller caller(workspaceDirectory);
    if (caller.isNobodyThere())
        return Answer::Nobody;
    if (caller.isConnected() && caller.hand(written(call)))
        return Answer::Taken;
    return caller.isGone() ? Answer::Nobody : Answer::Silent;
}

std::optional<Instance::Report> Instance::ask(
    const QString &workspaceDirectory, Wish wish, const QString &connectionId, std::chrono::milliseconds longest)
{
    Caller caller(workspaceDirectory);
    if (caller.isNobodyThere())
        return std::nullopt;
    if (!caller.isConnected() || !caller.hand(written(wish, connectionId)))
        return domain::fail(ErrorCode::Timeout, u"the running program does not answer"_s);
    const auto line = caller.readLine(longest, largestReport);
    return line ? reportOf(*line) : std::unexpected(line.error());
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
        connect(socket, &QObject::destroyed, this, [this, socket] {
            --m_open;
            m_waiting.remove(socket);
        });
        socket->setReadBufferSize(largestCall);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(patience, socket, [this, socket] {
            if (!m_waiting.contains(socket))
                socket->abort();
        });
        read(socket);
    }
}

void Instance::read(QLocalSocket *socket)
{
    if (m_waiting.contains(socket))
        return; // It has asked already.
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= largestCall)
            socket->abort();
        return;
    }
    const QJsonDocument call = QJsonDocument::fromJson(socket->readLine(largestCall));
    if (!call.isObject()) {
        socket->abort();
        return;
    }
    socket->write(taken.data(), taken.size());
    if (const auto wish = wishOf(call)) {
        keepForReport(socket, wish->first, wish->second);
        return;
    }
    socket->disconnectFromServer();
    Q_EMIT called(callOf(call));
}

void Instance::keepForReport(QLocalSocket *socket, Wish wish, const QString &connectionId)
{
    const auto answer = [waiting = QPointer(socket)](const Report &report) {
        if (!waiting)
            return;
        waiting->write(written(report));
        waiting->disconnectFromServer();
        QTimer::singleShot(patience, waiting, [waiting] { waiting->abort(); }); // Whoever does not read it keeps no place.
    };
    // All else is granted at once.
    if (wish == Wish::Sync && m_waiting.size() >= mostWaiting) {
        answer(domain::fail(ErrorCode::Conflict, u"enough others wait for a sync of this workspace already"_s));
        return;
    }
    m_waiting.insert(socket);
    Q_EMIT asked(wish, connectionId, answer);
}

} // namespace callboard::sync
