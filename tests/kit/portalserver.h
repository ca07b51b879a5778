// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/kit/authorizationserver.h"
#include "tests/kit/scriptedserver.h"

#include <atomic>

namespace callboard::testkit {

/// An authorization server below /id of a real socket, and whatever else a test answers beside it.
class PortalServer final {
public:
    explicit PortalServer(test::ScriptedServer::Script rest)
        : m_rest(std::move(rest))
        , m_server([this](const test::Received &received) { return answer(received); })
    {
        QUrl issuer = m_server.url(QStringLiteral("/id"));
        m_signIn = std::make_unique<AuthorizationServer>(issuer);
        m_ready = true;
    }
    AuthorizationServer &signIn() { return *m_signIn; }
    test::ScriptedServer &server() { return m_server; }
    QString address() const { return m_server.url(QStringLiteral("/")).toString().chopped(1); }

private:
    test::Reply answer(const test::Received &received)
    {
        if (!m_ready || !(received.target.startsWith("/id/") || received.target.startsWith("/.well-known/")))
            return m_rest(received);
        // A person who says yes at once: where the browser would be sent is what the page says.
        if (received.path() == "/id/authorize") {
            const QUrl back = m_signIn->redirectOf(m_server.url(QString::fromLatin1(received.target)));
            return test::Reply::answer(200, back.toEncoded()).end(test::Reply::End::Close);
        }
        sdk::HttpRequest request;
        request.method = received.method;
        request.url = m_server.url(QString::fromLatin1(received.target));
        for (const auto &[name, value] : received.headers)
            request.headers.emplace_back(name, value);
        request.body = received.body;
        const sdk::HttpResponse response = m_signIn->answer(request);
        return test::Reply::answer(response.status, response.body, { { "Content-Type", "application/json" } });
    }

    test::ScriptedServer::Script m_rest;
    std::unique_ptr<AuthorizationServer> m_signIn;
    std::atomic<bool> m_ready = false;
    test::ScriptedServer m_server;
};

} // namespace callboard::testkit
