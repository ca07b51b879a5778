// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace callboard::test {

/// One request as it reached a scripted server.
struct Received {
    QByteArray method;
    QByteArray target; ///< Path and query.
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case.
    QByteArray body;
    QByteArray raw; ///< The head, to the last byte.

    QByteArray header(QByteArrayView name) const;
    QByteArray path() const { return target.split('?').first(); }
};

/// What a scripted server does once it has read a request. Bytes go out exactly as given: nothing makes them HTTP.
class Reply {
public:
    enum class End {
        KeepAlive, ///< The next request may follow.
        Close,     ///< In good order.
        Reset,     ///< With a TCP reset.
        Stall,     ///< Never; nothing more is sent either.
    };

    /// Status line, Content-Length and body.
    static Reply answer(int status, const QByteArray &body = {}, const QList<std::pair<QByteArray, QByteArray>> &headers = {});
    static Reply json(const QByteArray &body) { return answer(200, body, { { "Content-Type", "application/json" } }); }
    static Reply redirect(int status, const QByteArray &location) { return answer(status, {}, { { "Location", location } }); }
    static Reply raw(const QByteArray &bytes, End end = End::Close);
    static Reply stall() { return raw({}, End::Stall); }
    static Reply reset() { return raw({}, End::Reset); }

    Reply &send(const QByteArray &bytes);
    Reply &pause(std::chrono::milliseconds time);
    /// The same bytes again and again, up to `total`, as fast as they are taken; never held in memory at once.
    Reply &repeat(const QByteArray &bytes, qint64 total);
    /// The bytes one by one.
    Reply &drip(const QByteArray &bytes, std::chrono::milliseconds each);
    Reply &end(End how);

private:
    friend class Conversation;
    struct Step {
        QByteArray bytes;
        qint64 total = 0;
        std::chrono::milliseconds wait { 0 };
    };
    QList<Step> m_steps;
    End m_end = End::KeepAlive;
};

/// A server on a thread of its own that does to the letter what it is told. Remembers everything that it was sent.
class ScriptedServer final {
public:
    using Script = std::function<Reply(const Received &)>; ///< Called on the server's thread.

    struct Options {
        QHostAddress address = QHostAddress::LocalHost;
        QString certificate = {}, key = {}; ///< PEM files: then it speaks TLS.
        QString clientAuthority = {};  ///< PEM file: then it wants a certificate of the client's from there.
        quint16 port = 0;         ///< 0: any that is free.
    };

    explicit ScriptedServer(Script script);
    ScriptedServer(Script script, const Options &options);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    quint16 port() const;
    QUrl url(const QString &pathAndQuery) const;

    std::vector<Received> received() const;
    int count(QByteArrayView path) const; ///< Requests for it so far.
    int open() const;       ///< Connections now.
    int mostAtOnce() const; ///< Requests that waited for an answer at the same time, at most.
    qint64 sent() const;    ///< Bytes.
    /// Everything that reached it, in one piece: to look for what must not have.
    QByteArray everything() const;

private:
    struct Shared;
    friend class Conversation;
    std::shared_ptr<Shared> m_shared;
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

/// gzip of about that many zero bytes.
QByteArray gzipOfZeros(qint64 size);
QByteArray gzip(const QByteArray &plain);
/// "[[[[…]]]]"
QByteArray deepJson(int depth);

} // namespace callboard::test
