// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/http/bodydecoder.h"
#include "models/sync/http/httpcore.h"

namespace callboard::sync {

/// HTTP for one call of an integration, on that call's thread.
class HttpCall final : public sdk::Http {
public:
    HttpCall(std::shared_ptr<HttpCore> core, ConnectionNetwork network, Urgency urgency, std::stop_token stop);

    domain::Result<sdk::HttpResponse> send(const sdk::HttpRequest &request) override;
    domain::Result<sdk::HttpResponse> stream(const sdk::HttpRequest &request, const std::function<bool(QByteArrayView)> &onData,
        std::chrono::milliseconds idle) override;
    domain::Result<std::unique_ptr<sdk::WebSocket>> openSocket(
        const QUrl &url, const QList<QByteArray> &protocols, std::chrono::milliseconds handshake) override;

private:
    using Clock = Exchange::Clock;
    using Failure = Exchange::Failure;
    using Outcome = std::expected<sdk::HttpResponse, Failure>;

    /// How the body of one answer is taken.
    struct Reading {
        const std::function<bool(QByteArrayView)> *onData = nullptr; ///< Of a stream.
        std::chrono::milliseconds idle { 0 };
    };
    /// One request as it goes out: the hop of a redirect, or an attempt.
    struct Hop {
        const sdk::HttpRequest &request;
        QByteArray who;
        Reading reading;
        RateNote note = {};
        bool isAway = false; ///< Led to another origin, or back from one: what says who asks has stayed behind.
        int status = 0; ///< 0: no answer began.
        qint64 wireBytes = 0;
    };

    /// Of one call of \c send or \c stream, over its redirects and attempts.
    struct Course {
        std::chrono::milliseconds left; ///< Of the deadline.
        QByteArray who;
        Reading reading = {};
        bool refused = false; ///< The last answer meant "too many requests"…
        std::chrono::milliseconds rest { 0 }; ///< … and this is the rest that it asked for.
        bool redirected = false;
    };

    domain::Result<std::shared_ptr<const NetworkSetup>> setup();
    Outcome follow(sdk::HttpRequest request, Course &course);
    Outcome ask(Hop &hop, Course &course);
    bool findLogin(domain::Error &error);
    Outcome transfer(Hop &hop, Course &course);
    std::optional<Failure> readBody(const Hop &hop, const std::shared_ptr<Exchange> &exchange, Clock::time_point until, sdk::HttpResponse &answer);
    bool pause(int attempt, Course &course);
    void note(const Hop &hop, const Outcome &outcome, Course &course, Clock::time_point began);
    domain::Error rateLimited(const Course &course, int status, const sdk::HttpRequest &request) const;
    Failure placed(Failure failure, const sdk::HttpRequest &request) const;

    const std::shared_ptr<HttpCore> m_core;
    const ConnectionNetwork m_network;
    const Urgency m_urgency;
    const std::stop_token m_stop;
    std::shared_ptr<const NetworkSetup> m_setup;
};

} // namespace callboard::sync
