// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/kit/scriptedserver.h"
#include "tests/unit/backstage/fakeportal.h"

#include <mutex>

namespace callboard::test {

/// A FakePortal behind a real socket. It answers on the server's thread.
class ServedPortal final {
public:
    ServedPortal()
        : m_server([this](const Received &received) { return answer(received); })
    {
    }
    QString address() const { return m_server.url(QStringLiteral("/")).toString().chopped(1); }

    /// Changes the portal between two answers. Not from within `FakePortal::before`, which is called between them already.
    void change(const std::function<void(FakePortal &portal)> &work)
    {
        const std::lock_guard lock(m_mutex);
        work(m_portal);
    }

private:
    Reply answer(const Received &received)
    {
        sdk::HttpRequest request;
        request.method = received.method;
        request.url = QUrl(QStringLiteral("http://portal") + QString::fromLatin1(received.target));
        for (const auto &[name, value] : received.headers)
            request.headers.emplace_back(name, value);
        request.body = received.body;
        const std::lock_guard lock(m_mutex);
        const FakePortal::Answer answer = m_portal.answer(request);
        m_portal.log.clear(); // A test over a socket may ask for hours.
        QList<std::pair<QByteArray, QByteArray>> headers;
        for (const auto &[name, value] : { std::pair(QByteArray("Content-Type"), answer.type), std::pair(QByteArray("ETag"), answer.etag), std::pair(QByteArray("Link"), answer.link) }) {
            if (!value.isEmpty())
                headers.emplaceBack(name, value);
        }
        return Reply::answer(answer.status, answer.body, headers);
    }

    std::mutex m_mutex;
    FakePortal m_portal;
    ScriptedServer m_server; ///< Last: it uses all of the above.
};

} // namespace callboard::test
