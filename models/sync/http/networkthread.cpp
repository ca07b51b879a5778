// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/networkthread.h"

#include "models/sync/http/address.h"
#include "models/sync/http/bodydecoder.h"
#include "models/sync/http/transfer.h"

#include <QHash>
#include <QHttp1Configuration>
#include <QHttpHeaders>
#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxyFactory>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace callboard::sync {

namespace {

constexpr qsizetype mostManagers = 24; ///< Each has a thread of its own inside of Qt.
constexpr int streamsOfHost = 64; ///< More than a workspace has live feeds.

class NoCookies final : public QNetworkCookieJar {
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

class ProxyOfSetup final : public QNetworkProxyFactory {
public:
    explicit ProxyOfSetup(std::shared_ptr<const NetworkSetup> setup)
        : m_setup(std::move(setup))
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return { m_setup->proxyFor(query.url()) }; }

private:
    std::shared_ptr<const NetworkSetup> m_setup;
};

/// A body that can be read once. Qt sends a request again by itself when the connection closes before an answer, whatever
/// its method; it cannot do so with this.
class OneWayBody final : public QIODevice {
public:
    explicit OneWayBody(QByteArray body)
        : m_left(std::move(body))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool atEnd() const override { return m_left.isEmpty(); }
    qint64 bytesAvailable() const override { return m_left.size() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = std::min<qint64>(most, m_left.size());
        if (size == 0)
            return -1;
        std::copy_n(m_left.constData(), size, data);
        m_left.remove(0, size);
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_left;
};

QNetworkRequest qtRequest(const NetworkThread::Wire &wire)
{
    QNetworkRequest request(wire.request.url);
    QHttpHeaders headers;
    for (const auto &[name, value] : wire.request.headers)
        headers.append(QLatin1StringView(name), value);
    // Said by us, so that Qt leaves the body as it came: limits are ours, and so is the work, on the caller's thread.
    headers.append(QHttpHeaders::WellKnownHeader::AcceptEncoding, BodyDecoder::accepted());
    if (!headers.contains(QHttpHeaders::WellKnownHeader::UserAgent))
        headers.append(QHttpHeaders::WellKnownHeader::UserAgent, "Callboard");
    if (!wire.request.body.isEmpty() && !headers.contains(QHttpHeaders::WellKnownHeader::ContentType))
        headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/octet-stream");
    request.setHeaders(headers);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Nothing is kept by Qt here. AlwaysNetwork would send "Cache-Control: no-cache" with every request, and express, which
    // Backstage is served by, answers none of those with 304 (npm fresh).
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::PreferNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // What goes through a tunnel asks Qt for them. What a proxy fetches itself does not: without credentials for servers, as set above, Qt has
    // none for this proxy either. Nobody but the proxy sees this header (RFC 9110 section 11.7.1).
    const QNetworkProxy proxy = wire.setup->proxyFor(wire.request.url);
    if (proxy.type() == QNetworkProxy::HttpProxy && wire.request.url.scheme() == "http"_L1 && !proxy.user().isEmpty())
        request.setRawHeader("Proxy-Authorization", "Basic " + QByteArray(proxy.user().toUtf8() + ':' + proxy.password().toUtf8()).toBase64());
    if (wire.setup->tls)
        request.setSslConfiguration(*wire.setup->tls);
    if (wire.stream) {
        QHttp1Configuration http1;
        http1.setNumberOfConnectionsPerHost(streamsOfHost);
        request.setHttp1Configuration(http1);
    }
    return request;
}

QNetworkReply *send(QNetworkAccessManager &manager, const NetworkThread::Wire &wire)
{
    QNetworkRequest request = qtRequest(wire);
    const QByteArray &method = wire.request.method;
    const QByteArray &body = wire.request.body;
    const bool idempotent = method == "GET" || method == "HEAD" || method == "PUT" || method == "DELETE" || method == "OPTIONS";
    if (!idempotent && !body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto *once = new OneWayBody(body);
        QNetworkReply *reply = method == "POST" ? manager.post(request, once) : manager.sendCustomRequest(request, method, once);
        once->setParent(reply);
        return reply;
    }
    if (method == "GET" && body.isEmpty())
        return manager.get(request);
    if (method == "HEAD")
        return manager.head(request);
    if (method == "POST")
        return manager.post(request, body);
    if (method == "PUT")
        return manager.put(request, body);
    return manager.sendCustomRequest(request, method, body);
}

} // namespace

/// Where managers end. Qt waits up to five seconds for the thread of one, which may be in the middle of headers that never end: that is
/// time in which nobody else would be served.
class Graveyard final {
public:
    Graveyard() { m_thread.setObjectName(u"network end"_s); }
    ~Graveyard()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Graveyard)

    /// From the manager's thread.
    void take(std::unique_ptr<QNetworkAccessManager> manager)
    {
        if (!m_thread.isRunning())
            m_thread.start();
        manager->moveToThread(&m_thread);
        manager.release()->deleteLater();
    }

private:
    QThread m_thread;
};

/// The thread's own objects.
class Managers final : public QObject {
public:
    void start(const std::shared_ptr<Exchange> &exchange, const NetworkThread::Wire &wire)
    {
        Used &used = managerFor(wire);
        QNetworkReply *reply = send(*used.manager, wire);
        auto *transfer = new Transfer(reply, exchange, wire, used.manager.get());
        m_transfers.insert(exchange.get(), transfer);
        transfer->onDone = [this, key = exchange.get()] { m_transfers.remove(key); };
    }

    Transfer *transferOf(const Exchange *exchange) const { return m_transfers.value(exchange); }

private:
    struct Used {
        std::unique_ptr<QNetworkAccessManager> manager;
        quint64 lastUse = 0;
    };

    Used &managerFor(const NetworkThread::Wire &wire)
    {
        // One for each host: Qt reads the heads of all answers of a manager on one thread, and one that never ends keeps it busy.
        const QByteArray id = wire.setup->id + (wire.stream ? " stream " : " ") + originOf(wire.request.url);
        if (!m_managers.contains(id)) {
            prune();
            auto manager = std::make_unique<QNetworkAccessManager>();
            manager->setCookieJar(new NoCookies(manager.get()));
            manager->setProxyFactory(new ProxyOfSetup(wire.setup));
            manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
            m_managers.emplace(id, Used { std::move(manager), 0 });
        }
        Used &used = m_managers[id];
        used.lastUse = ++m_uses;
        return used;
    }

    /// Settings change, and certificates are renewed: those of before are let go once nothing runs on them.
    void prune()
    {
        while (m_managers.size() >= mostManagers) {
            auto oldest = m_managers.end();
            for (auto it = m_managers.begin(); it != m_managers.end(); ++it) {
                const bool idle = std::ranges::none_of(m_transfers, [&](const Transfer *one) { return one->parent() == it->second.manager.get(); });
                if (idle && (oldest == m_managers.end() || it->second.lastUse < oldest->second.lastUse))
                    oldest = it;
            }
            if (oldest == m_managers.end())
                return;
            m_ending.take(std::move(oldest->second.manager));
            m_managers.erase(oldest);
        }
    }

    Graveyard m_ending;
    std::map<QByteArray, Used> m_managers;
    QHash<const Exchange *, Transfer *> m_transfers;
    quint64 m_uses = 0;
};

NetworkThread::NetworkThread() { m_thread.setObjectName(u"network"_s); }

NetworkThread::~NetworkThread()
{
    if (!m_managers)
        return;
    m_thread.quit();
    m_thread.wait();
}

Managers *NetworkThread::managers()
{
    const std::lock_guard lock(m_mutex);
    if (!m_managers) {
        m_managers = new Managers;
        m_managers->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_managers, &QObject::deleteLater);
        m_thread.start();
    }
    return m_managers;
}

void NetworkThread::post(std::function<void(QObject *)> call)
{
    Managers *all = managers();
    QMetaObject::invokeMethod(all, [all, call = std::move(call)] { call(all); }, Qt::QueuedConnection);
}

void NetworkThread::start(std::shared_ptr<Exchange> exchange, Wire wire)
{
    post([exchange = std::move(exchange), wire = std::move(wire)](QObject *all) { static_cast<Managers *>(all)->start(exchange, wire); });
}

void NetworkThread::abandon(const std::shared_ptr<Exchange> &exchange)
{
    post([exchange](QObject *all) {
        if (Transfer *transfer = static_cast<Managers *>(all)->transferOf(exchange.get()))
            transfer->abandon();
    });
}

void NetworkThread::resume(const std::shared_ptr<Exchange> &exchange)
{
    post([exchange](QObject *all) {
        if (Transfer *transfer = static_cast<Managers *>(all)->transferOf(exchange.get()))
            transfer->read();
    });
}

} // namespace callboard::sync
