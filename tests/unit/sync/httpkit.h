// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"
#include "tests/kit/sanitizers.h"
#include "tests/kit/scriptedserver.h"

namespace callboard::test {

/// What went wrong, for a test's message.
template<typename T>
QString why(const domain::Result<T> &result)
{
    return result ? QStringLiteral("no error") : QString(domain::name(result.error().code)) + QStringLiteral(": ") + result.error().detail;
}

/// All the ways in which a server can hurt, by path. Used one by one, and all at once by fifty feeds.
inline Reply misbehave(const Received &request)
{
    using namespace std::chrono_literals;
    const QByteArray path = request.path();
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray megabyte(1 << 20, 'x');
    constexpr qint64 huge = qint64(2) << 30;
    if (path == "/stall")
        return Reply::stall();
    if (path == "/stallhead")
        return Reply::raw(ok + "Content-Ty", Reply::End::Stall);
    if (path == "/stallbody")
        return Reply::raw(ok + "Content-Length: 1000\r\n\r\nhalf", Reply::End::Stall);
    if (path == "/drip")
        return Reply::raw(ok + "Content-Length: 1000\r\n\r\n").drip(QByteArray(1000, 'd'), 50ms);
    if (path == "/drop")
        return Reply::raw({});
    if (path == "/reset")
        return Reply::reset();
    if (path == "/truncate")
        return Reply::raw(ok + "Content-Length: 1000\r\n\r\n" + QByteArray(500, 't'));
    if (path == "/truncatereset")
        return Reply::raw(ok + "Content-Length: 100000\r\n\r\n" + QByteArray(500, 't')).pause(100ms).end(Reply::End::Reset);
    if (path == "/chunkcut")
        return Reply::raw(ok + "Transfer-Encoding: chunked\r\n\r\n400\r\n" + QByteArray(100, 'c'));
    if (path == "/chunkgzipcut") {
        const QByteArray packed = gzip(QByteArray(100'000, 'g')).chopped(20);
        return Reply::raw(ok + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(packed.size(), 16) + "\r\n" + packed + "\r\n");
    }
    if (path == "/chunkgarbage")
        return Reply::raw(ok + "Transfer-Encoding: chunked\r\n\r\nnot a number\r\n{}\r\n0\r\n\r\n");
    if (path == "/garbage")
        return Reply::raw(QByteArray("\x15\x03\x01 this was never HTTP\r\n\r\n"));
    if (path == "/headerline")
        return Reply::raw(ok + "X-Long: ").repeat(megabyte, huge);
    if (path == "/headers")
        return Reply::raw(ok).repeat("X-Header: one of very many headers of this answer\r\n", huge);
    if (path == "/huge")
        return Reply::raw(ok + "Content-Length: 2147483648\r\n\r\n").repeat(megabyte, huge);
    if (path == "/hugeclose")
        return Reply::raw(ok + "\r\n").repeat(megabyte, huge);
    if (path == "/hugelie")
        return Reply::raw(ok + "Content-Length: 1000\r\n\r\n").repeat(megabyte, huge);
    if (path == "/bomb") {
        static const QByteArray bomb = gzipOfZeros(qint64(1) << 30);
        return Reply::answer(200, bomb, { { "Content-Encoding", "gzip" } });
    }
    if (path == "/nogzip")
        return Reply::answer(200, "{\"plain\": true}", { { "Content-Encoding", "gzip" } });
    if (path == "/gzipcut")
        return Reply::answer(200, gzip(QByteArray(10'000, 'g') + QByteArray("0123456789")).chopped(12), { { "Content-Encoding", "gzip" } });
    if (path == "/brotli")
        return Reply::answer(200, "....", { { "Content-Encoding", "br" } });
    if (path == "/circle")
        return Reply::redirect(302, "/circle");
    if (path == "/tofile")
        return Reply::redirect(302, "file:///etc/passwd");
    if (path == "/slowredirects")
        return Reply().pause(150ms).send("HTTP/1.1 302 Found\r\nLocation: /slowredirects\r\nContent-Length: 0\r\n\r\n");
    if (path == "/429")
        return Reply::answer(429, {}, { { "Retry-After", "300" } });
    if (path == "/500")
        return Reply::answer(500, "it broke");
    if (path == "/503")
        return Reply::answer(503, {}, { { "Retry-After", "300" } });
    if (path == "/utf8")
        return Reply::json("{\"name\": \"\xff\xfe\xc3\x28\"}");
    if (path == "/deep")
        return Reply::json(deepJson(10'000));
    return Reply::answer(404, "no such misbehaviour");
}

} // namespace callboard::test
