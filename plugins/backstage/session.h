// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/backstage/address.h"
#include "plugins/sdk/integration.h"

#include <condition_variable>
#include <mutex>

namespace callboard::backstage {

/// How somebody is signed in at a portal.
struct Identity {
    enum class How { Nobody, Guest, Token, OAuth };
    How how = How::Nobody;
    QByteArray token;  ///< Empty for Nobody. Held in memory only.
    QString userRef;   ///< "user:default/mira.k"; empty for services and for Nobody.
    /// Who this is, for book-keeping and for people: the user's ref, or "service:" with a fingerprint of the token.
    QString who;
    QDateTime expires; ///< UTC; invalid: not known.
};

/// The sign-in of one connection. Thread-safe; two threads that find it ended sign in once.
class Session final {
public:
    explicit Session(const QJsonObject &settings);

    /// Who we are now. A token that the backend refused is passed as `refused`; what it was made of is then tried anew.
    /// Unauthorised where nobody can be signed in without a person.
    sdk::Result<Identity> identity(const Address &address, sdk::PullContext &context, const QByteArray &refused = {});

private:
    sdk::Result<Identity> signIn(const Address &address, sdk::PullContext &context, const QByteArray &refused);
    sdk::Result<Identity> asGuest(const Address &address, sdk::PullContext &context) const;
    sdk::Result<Identity> byToken(const Address &address, sdk::PullContext &context) const;
    sdk::Result<Identity> byOAuth(const Address &address, sdk::PullContext &context, const QByteArray &refused);
    sdk::Result<Identity> automatic(const Address &address, sdk::PullContext &context, const QByteArray &refused);

    QString m_choice;   ///< "auto", "guest", "token", "oauth".
    QString m_clientId; ///< As the form has it.
    bool isGood(const QByteArray &refused) const;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_signingIn = false; ///< By a thread that has left the lock: it alone uses `m_client`.
    std::optional<Identity> m_identity;
    std::optional<sdk::OAuthClient> m_client; ///< As found out at the backend.
};

/// The backend's own OAuth client for people's programs: the one that the form names, the backend's built-in one, or one that registers
/// itself, in this order. Nothing where the backend is no OAuth server; errors are those of asking.
sdk::Result<std::optional<sdk::OAuthClient>> findOAuthClient(
    const Address &address, const QString &clientId, sdk::PullContext &context);

/// How one can sign in at a backend, best first.
sdk::Result<std::vector<sdk::SignInMethod>> findSignInMethods(
    const Address &address, const QString &clientId, sdk::PullContext &context);

} // namespace callboard::backstage
