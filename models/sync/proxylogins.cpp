// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/proxylogins.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;

namespace {

constexpr auto sourcePrefix = "proxy "_L1;
constexpr int proxyAuthenticationRequired = 407; // RFC 9110 section 15.5.8.

// Of no connection: their ids hold no '#'.
QString keyOf(const QString &proxy) { return SecretStore::keyOf(u"#proxy"_s, proxy); }

QString textOf(const ProxyLogins::Login &login)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject { { u"user"_s, login.user }, { u"password"_s, login.password } }).toJson(QJsonDocument::Compact));
}

std::optional<ProxyLogins::Login> loginOf(const QString &text)
{
    const QJsonObject kept = QJsonDocument::fromJson(text.toUtf8()).object();
    const ProxyLogins::Login login { kept["user"_L1].toString(), kept["password"_L1].toString() };
    return login.user.isEmpty() ? std::nullopt : std::optional(login);
}

} // namespace

ProxyLogins::ProxyLogins(std::shared_ptr<SecretStore> secrets)
    : m_secrets(std::move(secrets))
{
}

void ProxyLogins::set(const QString &proxy, const Login &login)
{
    if (login.user.isEmpty())
        m_secrets->drop(keyOf(proxy));
    else
        m_secrets->keep(keyOf(proxy), textOf(login));
    const QMutexLocker lock(&m_mutex);
    m_known.insert(proxy, login.user.isEmpty() ? std::nullopt : std::optional(login));
    m_unread.remove(proxy);
    ++m_version;
}

domain::Result<void> ProxyLogins::waitFor(const QString &proxy, std::stop_token stop) const { return m_secrets->waitFor(keyOf(proxy), stop); }

std::optional<ProxyLogins::Login> ProxyLogins::known(const QString &proxy) const
{
    const QMutexLocker lock(&m_mutex);
    return m_known.value(proxy);
}

domain::Result<std::optional<ProxyLogins::Login>> ProxyLogins::find(const QString &proxy, std::stop_token stop)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto at = m_known.constFind(proxy); at != m_known.cend())
            return *at;
    }
    const auto text = m_secrets->read(keyOf(proxy), stop);
    const bool isAnswer = text || text.error().code == ErrorCode::NotFound;
    if (!isAnswer && m_secrets->lastState() == SecretStore::State::Locked)
        return std::unexpected(text.error());
    if (!isAnswer && text.error().code == ErrorCode::Cancelled)
        return std::nullopt;
    const QMutexLocker lock(&m_mutex);
    const auto at = m_known.constFind(proxy);
    if (at != m_known.cend()) // Given meanwhile.
        return *at;
    if (!isAnswer) { // Asked at each refusal, it might show its dialog each time. The person can give it for this run.
        m_unread.insert(proxy);
        return *m_known.insert(proxy, std::nullopt);
    }
    ++m_version;
    return *m_known.insert(proxy, text ? loginOf(*text) : std::nullopt);
}

void ProxyLogins::refused(const QString &proxy, const Login &login)
{
    const QMutexLocker lock(&m_mutex);
    if (m_known.value(proxy) != login)
        return; // Another was set meanwhile.
    m_known.insert(proxy, std::nullopt);
    ++m_version;
}

bool ProxyLogins::isUnread(const QString &proxy) const
{
    const QMutexLocker lock(&m_mutex);
    return m_unread.contains(proxy);
}

int ProxyLogins::version() const
{
    const QMutexLocker lock(&m_mutex);
    return m_version;
}

domain::Result<std::optional<QNetworkProxy>> readProxy(const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    if (text == "none"_L1)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QUrl url(text, QUrl::StrictMode);
    // With curl, "socks5" looks names up on this machine, which knows none of those behind a tunnel, and gives them away. Qt leaves them to
    // the proxy (HostNameLookupCapability), which is right for both.
    const bool socks = url.scheme() == "socks5"_L1 || url.scheme() == "socks5h"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!socks && url.scheme() != "http"_L1))
        return domain::fail(ErrorCode::Invalid, u"a proxy is written as http://host:port or socks5://host:port"_s, u"network.proxy"_s);
    if (!url.userInfo().isEmpty())
        return domain::fail(ErrorCode::Invalid, u"a proxy's password belongs in the keychain, not in its address"_s, u"network.proxy"_s);
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(), quint16(url.port(socks ? 1080 : 8080)));
}

QString proxyName(const QNetworkProxy &proxy)
{
    QUrl url;
    url.setScheme(proxy.type() == QNetworkProxy::Socks5Proxy ? u"socks5"_s : u"http"_s);
    url.setHost(proxy.hostName());
    url.setPort(proxy.port());
    return url.toString(QUrl::FullyEncoded);
}

domain::Error proxyAsks(const QString &proxy)
{
    return { ErrorCode::Offline, u"the proxy asks for a user and a password, or does not take those it was given"_s, proxyAuthenticationRequired,
        std::nullopt, sourcePrefix + proxy };
}

std::optional<QString> proxyThatAsks(const domain::Error &error)
{
    if (error.code != ErrorCode::Offline || !error.source.startsWith(sourcePrefix))
        return std::nullopt;
    return error.source.sliced(sourcePrefix.size());
}

} // namespace callboard::sync
