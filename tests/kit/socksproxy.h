// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <memory>

namespace callboard::test {

/// A SOCKS5 proxy on this machine (RFC 1928), for connections alone. It wants user and password (RFC 1929), or nothing of anybody where
/// it is made without a user. On a thread of its own.
class SocksProxy final {
public:
    explicit SocksProxy(const QByteArray &user = {}, const QByteArray &password = {});
    ~SocksProxy();
    SocksProxy(const SocksProxy &) = delete;
    SocksProxy &operator=(const SocksProxy &) = delete;

    QString address() const; ///< "socks5://127.0.0.1:port"
    int turnedAway() const;  ///< Those who offered no way to sign in that it takes.
    QList<QByteArray> logins() const; ///< "user:password" of each who told them, right or wrong.
    QList<QByteArray> served() const; ///< "host:port" of each connection that was asked for.

private:
    struct Shared;
    class Thread;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<Thread> m_thread;
};

} // namespace callboard::test
