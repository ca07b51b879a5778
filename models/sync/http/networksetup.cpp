// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/networksetup.h"

#include "models/sync/http/address.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QNetworkProxyFactory>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

constexpr qint64 largestPem = 4 << 20;

domain::Result<QByteArray> readPem(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Invalid, u"the file cannot be read: %1"_s.arg(file.errorString()), path);
    if (file.size() > largestPem)
        return fail(ErrorCode::Invalid, u"the file is too large for certificates"_s, path);
    return file.read(largestPem);
}

domain::Result<QList<QSslCertificate>> readCertificates(const QString &path)
{
    const auto pem = readPem(path);
    if (!pem)
        return std::unexpected(pem.error());
    const auto certificates = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (certificates.isEmpty())
        return fail(ErrorCode::Invalid, u"the file holds no certificate in PEM form"_s, path);
    return certificates;
}

domain::Result<QSslKey> readKey(const QString &path)
{
    const auto pem = readPem(path);
    if (!pem)
        return std::unexpected(pem.error());
    for (const auto algorithm : { QSsl::Rsa, QSsl::Ec, QSsl::Dsa }) {
        if (const QSslKey key(*pem, algorithm, QSsl::Pem, QSsl::PrivateKey); !key.isNull())
            return key;
    }
    if (pem->contains("ENCRYPTED"))
        return fail(ErrorCode::Invalid, u"the key is locked with a passphrase, which is not supported"_s, path);
    return fail(ErrorCode::Invalid, u"the file holds no private key in PEM form"_s, path);
}

domain::Result<std::optional<QSslConfiguration>> readTls(const ConnectionNetwork &network)
{
    if (network.caFile.isEmpty() && network.clientCertificate.isEmpty()) {
        if (!network.clientKey.isEmpty())
            return fail(ErrorCode::Invalid, u"there is a key, but no certificate that it belongs to"_s, u"network.clientKey"_s);
        return std::nullopt;
    }
    auto tls = QSslConfiguration::defaultConfiguration();
    if (!network.caFile.isEmpty()) {
        const auto authorities = readCertificates(network.caFile);
        if (!authorities)
            return std::unexpected(authorities.error());
        // Adding to what is loaded on demand would put an end to that, and leave the system's authorities out.
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + *authorities);
    }
    if (!network.clientCertificate.isEmpty()) {
        const auto chain = readCertificates(network.clientCertificate);
        if (!chain)
            return std::unexpected(chain.error());
        const auto key = readKey(network.clientKey.isEmpty() ? network.clientCertificate : network.clientKey);
        if (!key)
            return std::unexpected(key.error());
        tls.setLocalCertificateChain(*chain);
        tls.setPrivateKey(*key);
    }
    return tls;
}

QNetworkProxy systemProxyFor(const QUrl &url)
{
    if (isThisMachine(url))
        return QNetworkProxy::NoProxy;
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)).value(0, QNetworkProxy(QNetworkProxy::NoProxy));
}

} // namespace

QByteArray NetworkSetup::idOf(const ConnectionNetwork &network)
{
    if (network.proxy.isEmpty() && network.caFile.isEmpty() && network.clientCertificate.isEmpty() && network.clientKey.isEmpty())
        return QByteArrayLiteral("plain");
    QByteArray text = network.proxy.toUtf8();
    for (const QString &path : { network.caFile, network.clientCertificate, network.clientKey }) {
        const qint64 changed = path.isEmpty() ? 0 : QFileInfo(path).lastModified(QTimeZone::UTC).toMSecsSinceEpoch();
        text += '\n' + path.toUtf8() + '\n' + QByteArray::number(changed);
    }
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

domain::Result<std::shared_ptr<const NetworkSetup>> NetworkSetup::read(
    const ConnectionNetwork &network, const std::shared_ptr<ProxyLogins> &logins)
{
    const auto proxy = readProxy(network.proxy);
    if (!proxy)
        return std::unexpected(proxy.error());
    const auto tls = readTls(network);
    if (!tls)
        return std::unexpected(tls.error());
    // Qt keeps connections to a proxy by its user, and not by the password.
    const int version = logins ? logins->version() : 0;
    return std::make_shared<const NetworkSetup>(
        NetworkSetup { idOf(network) + ' ' + QByteArray::number(version), *proxy, *tls, logins, version });
}

std::shared_ptr<const NetworkSetup> NetworkSetup::withoutOwnCertificate() const
{
    auto away = std::make_shared<NetworkSetup>(*this);
    if (away->tls && !away->tls->localCertificateChain().isEmpty()) {
        away->tls->setLocalCertificateChain({});
        away->tls->setPrivateKey({});
        away->id += " away"; // Not over a connection that was opened with it, either.
    }
    return away;
}

QNetworkProxy NetworkSetup::proxyFor(const QUrl &url) const
{
    QNetworkProxy found = proxy ? *proxy : systemProxyFor(url);
    if (const auto login = logins && found.type() != QNetworkProxy::NoProxy ? logins->known(proxyName(found)) : std::nullopt) {
        found.setUser(login->user);
        found.setPassword(login->password);
    }
    return found;
}

} // namespace callboard::sync
