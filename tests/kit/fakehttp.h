// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

namespace callboard::testkit {

/// Answers requests by a function, without a network. What the function may be called from, it must lock.
class FakeHttp final : public sdk::Http {
public:
    using Answer = std::function<sdk::Result<sdk::HttpResponse>(const sdk::HttpRequest &)>;
    explicit FakeHttp(Answer answer)
        : m_answer(std::move(answer))
    {
    }
    sdk::Result<sdk::HttpResponse> send(const sdk::HttpRequest &request) override { return m_answer(request); }
    sdk::Result<sdk::HttpResponse> stream(const sdk::HttpRequest &request, const std::function<bool(QByteArrayView)> &onData,
        std::chrono::milliseconds) override
    {
        auto answer = m_answer(request);
        if (answer)
            onData(answer->body);
        return answer;
    }
    sdk::Result<std::unique_ptr<sdk::WebSocket>> openSocket(
        const QUrl &, const QList<QByteArray> &, std::chrono::milliseconds) override
    {
        return domain::fail(sdk::ErrorCode::Unsupported, QStringLiteral("no sockets here"));
    }

private:
    Answer m_answer;
};

} // namespace callboard::testkit
