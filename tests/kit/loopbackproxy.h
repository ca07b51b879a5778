// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <memory>
#include <mutex>

namespace callboard::test {

/// A proxy on this machine that wants Basic authentication (RFC 7617): it answers 407 without it, opens tunnels, and fetches what is named
/// by a whole address. On a thread of its own.
class LoopbackProxy final {
public:
    LoopbackProxy(const QByteArray &user, const QByteArray &password);
    ~LoopbackProxy();
    LoopbackProxy(const LoopbackProxy &) = delete;
    LoopbackProxy &operator=(const LoopbackProxy &) = delete;

    QString address() const; ///< "http://127.0.0.1:port"
    int refused() const;     ///< Requests that were answered with 407.
    QList<QByteArray> served() const; ///< First lines of the others.

private:
    struct Shared;
    class Thread;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<Thread> m_thread;
};

} // namespace callboard::test
