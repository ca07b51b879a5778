// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/secretstore.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>

class QNetworkProxy;

namespace callboard::sync {

/// What is told to proxies that ask for a user and a password: one for each proxy, in the secret store and nowhere else. Thread-safe.
class ProxyLogins final {
public:
    struct Login {
        QString user, password;
        bool operator==(const Login &) const = default;
    };

    explicit ProxyLogins(std::shared_ptr<SecretStore> secrets);

    /// What is told from now on; kept behind. Nobody is told anything any more with an empty user.
    void set(const QString &proxy, const Login &login);
    /// Blocks until what was set last is in the secret store, as SecretStore::waitFor.
    domain::Result<void> waitFor(const QString &proxy, std::stop_token stop = {}) const;
    /// As far as it was looked up: from memory, at once.
    std::optional<Login> known(const QString &proxy) const;
    /// Looks one up that is not known yet; blocks. Nothing where none is kept; Forbidden while the keychain is locked. A keychain that fails in
    /// another way is asked once in a run: nothing from then on.
    domain::Result<std::optional<Login>> find(const QString &proxy, std::stop_token stop = {});
    /// The proxy does not take it: it is told no more, until another is set or the program starts again. It stays in the secret store.
    void refused(const QString &proxy, const Login &login);
    /// The keychain failed, and what it keeps for this one is not known in this run; nor was another set.
    bool isUnread(const QString &proxy) const;
    /// Another one after each change of what is known.
    int version() const;

private:
    const std::shared_ptr<SecretStore> m_secrets;
    mutable QMutex m_mutex;
    QHash<QString, std::optional<Login>> m_known;
    QSet<QString> m_unread;
    int m_version = 0;
};

/// As a connection's settings write one: "http://host:port", "socks5://host:port", "socks5h://host:port", "none"; nothing of an empty text. Invalid
/// for another, and for one that holds a password. Both of SOCKS5 are the same: the proxy looks up the names of hosts.
domain::Result<std::optional<QNetworkProxy>> readProxy(const QString &text);
/// "http://host:port" or "socks5://host:port": one name for one proxy, however it was written.
QString proxyName(const QNetworkProxy &proxy);

/// Offline, as the host was not reached: its source names the proxy that asks for a user and a password, or did not take those that it
/// was given.
domain::Error proxyAsks(const QString &proxy);
/// The name of that proxy, where this is such an error.
std::optional<QString> proxyThatAsks(const domain::Error &error);

} // namespace callboard::sync
