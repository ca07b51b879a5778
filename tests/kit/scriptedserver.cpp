// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/scriptedserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <sys/socket.h>
#include <zlib.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace callboard::test {

namespace {

constexpr qint64 outWindow = 256 << 10;

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslConfiguration tlsOf(const ScriptedServer::Options &options)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromData(readFile(options.certificate)));
    tls.setPrivateKey(QSslKey(readFile(options.key), QSsl::Rsa));
    if (!options.clientAuthority.isEmpty()) {
        tls.setCaCertificates(QSslCertificate::fromData(readFile(options.clientAuthority)));
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    }
    return tls;
}

QByteArray deflated(const std::function<QByteArray()> &next)
{
    z_stream zip {};
    deflateInit2(&zip, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray out;
    std::array<char, 65536> buffer;
    for (bool last = false; !last;) {
        QByteArray in = next();
        last = in.isEmpty();
        zip.next_in = reinterpret_cast<Bytef *>(in.data());
        zip.avail_in = uInt(in.size());
        do {
            zip.next_out = reinterpret_cast<Bytef *>(buffer.data());
            zip.avail_out = uInt(buffer.size());
            deflate(&zip, last ? Z_FINISH : Z_NO_FLUSH);
            out.append(buffer.data(), qsizetype(buffer.size() - zip.avail_out));
        } while (zip.avail_out == 0);
    }
    deflateEnd(&zip);
    return out;
}

} // namespace

struct ScriptedServer::Shared {
    Script script;
    Options options;
    quint16 port = 0;
    mutable std::mutex mutex;
    std::vector<Received> received;
    int open = 0, busy = 0, mostBusy = 0;
    qint64 sent = 0;
};

QByteArray Received::header(QByteArrayView name) const
{
    for (const auto &[found, value] : headers) {
        if (found == name)
            return value;
    }
    return {};
}

Reply Reply::answer(int status, const QByteArray &body, const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (status != 304 && status != 204)
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return raw(bytes + "\r\n" + body, End::KeepAlive);
}

Reply Reply::raw(const QByteArray &bytes, End end)
{
    Reply reply;
    reply.send(bytes);
    reply.m_end = end;
    return reply;
}

Reply &Reply::send(const QByteArray &bytes)
{
    m_steps.append(Step { bytes, bytes.size(), {} });
    return *this;
}

Reply &Reply::pause(std::chrono::milliseconds time)
{
    m_steps.append(Step { {}, 0, time });
    return *this;
}

Reply &Reply::repeat(const QByteArray &bytes, qint64 total)
{
    m_steps.append(Step { bytes, total, {} });
    return *this;
}

Reply &Reply::drip(const QByteArray &bytes, std::chrono::milliseconds each)
{
    for (const char byte : bytes)
        send(QByteArray(1, byte)).pause(each);
    return *this;
}

Reply &Reply::end(End how)
{
    m_end = how;
    return *this;
}

/// One connection, on the server's thread.
class Conversation final : public QObject {
public:
    Conversation(QTcpSocket *socket, std::shared_ptr<ScriptedServer::Shared> shared, QObject *parent)
        : QObject(parent)
        , m_socket(socket)
        , m_shared(std::move(shared))
    {
        socket->setParent(this);
        m_wait.setSingleShot(true);
        connect(&m_wait, &QTimer::timeout, this, [this] { step(); });
        connect(socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(socket, &QTcpSocket::bytesWritten, this, [this] { step(); });
        connect(socket, &QTcpSocket::disconnected, this, [this] { deleteLater(); });
        const std::lock_guard lock(m_shared->mutex);
        ++m_shared->open;
    }

    ~Conversation() override
    {
        m_socket->disconnect(this);
        const std::lock_guard lock(m_shared->mutex);
        --m_shared->open;
        if (m_replying)
            --m_shared->busy;
    }

    void read()
    {
        m_in += m_socket->readAll();
        if (m_replying)
            return;
        const qsizetype headEnd = m_in.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        Received request = parse(m_in.first(headEnd + 4));
        const qsizetype length = request.header("content-length").toLongLong();
        if (m_in.size() < headEnd + 4 + length)
            return;
        request.body = m_in.sliced(headEnd + 4, length);
        m_in.remove(0, headEnd + 4 + length);
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->received.push_back(request);
            m_shared->mostBusy = std::max(m_shared->mostBusy, ++m_shared->busy);
        }
        m_replying = true;
        m_reply = m_shared->script(request);
        m_at = 0;
        step();
    }

private:
    static Received parse(const QByteArray &head)
    {
        Received request;
        request.raw = head;
        const auto lines = head.split('\n');
        const auto first = lines.first().trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray &line : lines.sliced(1)) {
            if (const qsizetype colon = line.indexOf(':'); colon > 0)
                request.headers.append({ line.first(colon).toLower(), line.sliced(colon + 1).trimmed() });
        }
        return request;
    }

    void step()
    {
        if (!m_replying || m_wait.isActive())
            return;
        while (m_at < m_reply.m_steps.size()) {
            if (m_socket->bytesToWrite() > outWindow)
                return; // bytesWritten comes back here.
            Reply::Step &now = m_reply.m_steps[m_at];
            if (now.total > 0) {
                const qint64 size = std::min<qint64>(now.bytes.size(), now.total);
                m_socket->write(now.bytes.constData(), size);
                now.total -= size;
                const std::lock_guard lock(m_shared->mutex);
                m_shared->sent += size;
                continue;
            }
            ++m_at;
            if (now.wait.count() > 0) {
                m_socket->flush();
                m_wait.start(now.wait);
                return;
            }
        }
        if (m_socket->bytesToWrite() == 0)
            finish();
        else
            m_socket->flush();
    }

    void finish()
    {
        if (m_reply.m_end == Reply::End::Stall)
            return;
        m_replying = false;
        {
            const std::lock_guard lock(m_shared->mutex);
            --m_shared->busy;
        }
        if (m_reply.m_end == Reply::End::Close) {
            m_socket->disconnectFromHost();
        } else if (m_reply.m_end == Reply::End::Reset) {
            const linger now { 1, 0 };
            ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            m_socket->abort();
            deleteLater();
        } else if (!m_in.isEmpty()) {
            read();
        }
    }

    QTcpSocket *m_socket;
    std::shared_ptr<ScriptedServer::Shared> m_shared;
    QByteArray m_in;
    Reply m_reply;
    qsizetype m_at = 0;
    bool m_replying = false;
    QTimer m_wait;
};

class ScriptedServer::Thread final : public QThread {
public:
    explicit Thread(std::shared_ptr<Shared> shared)
        : m_shared(std::move(shared))
    {
    }

protected:
    void run() override
    {
        std::unique_ptr<QTcpServer> server;
        if (m_shared->options.certificate.isEmpty()) {
            server = std::make_unique<QTcpServer>();
        } else {
            auto secure = std::make_unique<QSslServer>();
            secure->setSslConfiguration(tlsOf(m_shared->options));
            server = std::move(secure);
        }
        server->setListenBacklogSize(512);
        QObject::connect(server.get(), &QTcpServer::pendingConnectionAvailable, server.get(), [&] {
            while (QTcpSocket *socket = server->nextPendingConnection()) {
                auto *conversation = new Conversation(socket, m_shared, server.get());
                conversation->read();
            }
        });
        if (!server->listen(m_shared->options.address, m_shared->options.port))
            qFatal("the scripted server cannot listen: %s", qPrintable(server->errorString()));
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->port = server->serverPort();
        }
        exec();
    }

private:
    std::shared_ptr<Shared> m_shared;
};

ScriptedServer::ScriptedServer(Script script)
    : ScriptedServer(std::move(script), Options {})
{
}

ScriptedServer::ScriptedServer(Script script, const Options &options)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->script = std::move(script);
    m_shared->options = options;
    m_thread = std::make_unique<Thread>(m_shared);
    m_thread->start();
    while (port() == 0)
        QThread::yieldCurrentThread();
}

ScriptedServer::~ScriptedServer()
{
    m_thread->quit();
    m_thread->wait();
}

quint16 ScriptedServer::port() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->port;
}

QUrl ScriptedServer::url(const QString &pathAndQuery) const
{
    const QString scheme = m_shared->options.certificate.isEmpty() ? u"http"_s : u"https"_s;
    return QUrl(scheme + "://"_L1 + m_shared->options.address.toString() + u':' + QString::number(port()) + pathAndQuery);
}

std::vector<Received> ScriptedServer::received() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->received;
}

int ScriptedServer::count(QByteArrayView path) const
{
    const std::lock_guard lock(m_shared->mutex);
    return int(std::ranges::count_if(m_shared->received, [&](const Received &request) { return request.path() == path; }));
}

int ScriptedServer::open() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->open;
}

int ScriptedServer::mostAtOnce() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->mostBusy;
}

qint64 ScriptedServer::sent() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->sent;
}

QByteArray ScriptedServer::everything() const
{
    const std::lock_guard lock(m_shared->mutex);
    QByteArray all;
    for (const Received &request : m_shared->received)
        all += request.raw + request.body + '\n';
    return all;
}

QByteArray gzipOfZeros(qint64 size)
{
    constexpr qint64 member = 8 << 20; // Members follow one another (RFC 1952 section 2.2), so one is enough work.
    return gzip(QByteArray(std::min(size, member), '\0')).repeated(std::max<qint64>(1, size / member));
}

QByteArray gzip(const QByteArray &plain)
{
    return deflated([plain, done = false]() mutable { return std::exchange(done, true) ? QByteArray() : plain; });
}

QByteArray deepJson(int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); }

} // namespace callboard::test
