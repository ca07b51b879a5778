// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/backstage/session.h"

namespace callboard::backstage {

/// One request to a backend.
struct HttpAsk {
    QByteArray method = "GET";
    QString route; ///< Begins with a slash.
    QUrlQuery query = {};
    QByteArray body = {}; ///< JSON; empty for none.
    sdk::Headers headers = {};
    qint64 maxBytes = 64 << 20;
    bool remember = false;
};

/// Without the sign-in's renewal: any status is an answer. What is remembered belongs to `who`, whose tokens come and go.
sdk::Result<sdk::HttpResponse> askPlainly(const Address &address, const HttpAsk &ask, const QByteArray &token,
    sdk::PullContext &context, const QString &who = {});

/// The error that an answer is: by its status, with the backend's own message in it, bounded and on one line.
domain::Error errorOf(const sdk::HttpResponse &answer, const Address &address);

/// A portal's backend as one connection sees it: where it is and who is asking. Thread-safe.
class Portal final {
public:
    explicit Portal(const QJsonObject &settings);

    /// Where the backend is: what was typed, until that turns out to be the portal's page alone, which names another.
    sdk::Result<Address> address() const;
    /// The same, made sure of: NotFound where there is no backend.
    sdk::Result<Address> locate(sdk::PullContext &context);
    sdk::Result<Identity> identity(sdk::PullContext &context);
    /// Any status but 401, which is asked again once with a new sign-in. Errors: those of the network, and Unauthorised.
    sdk::Result<sdk::HttpResponse> answerTo(const HttpAsk &ask, sdk::PullContext &context);
    /// An answer of 2xx; anything else is the error that it means.
    sdk::Result<sdk::HttpResponse> send(const HttpAsk &ask, sdk::PullContext &context);
    /// An answer as it comes, for streams of events: `onData` as in `sdk::Http::stream`. Errors as of `answerTo`.
    sdk::Result<sdk::HttpResponse> stream(const HttpAsk &ask, const std::function<bool(QByteArrayView)> &onData,
        std::chrono::milliseconds idle, sdk::PullContext &context);
    /// A socket at a route, the token in its sub-protocol as @backstage/plugin-signals-backend wants it.
    sdk::Result<std::unique_ptr<sdk::WebSocket>> openSocket(const QString &route, sdk::PullContext &context);
    /// Whether the backend is up: its readiness, where it tells.
    sdk::Result<void> ready(sdk::PullContext &context);

    const QJsonObject &settings() const { return m_settings; }

private:
    sdk::Result<sdk::HttpResponse> signedInAnswer(const Address &address, const HttpAsk &ask, sdk::PullContext &context);
    /// Looks for the backend, if nothing was ever answered from where it was taken to be. True: it is elsewhere, ask again.
    sdk::Result<bool> lookElsewhere(sdk::PullContext &context);
    void confirm();

    const QJsonObject m_settings;
    Session m_session;
    mutable std::mutex m_mutex;
    std::optional<Address> m_address;
    bool m_confirmed = false; ///< Something that only a backend answers came from there.
};

} // namespace callboard::backstage
