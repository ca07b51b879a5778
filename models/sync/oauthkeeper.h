// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/secretstore.h"
#include "models/sync/signedout.h"
#include "plugins/sdk/integration.h"

#include <QDateTime>

#include <functional>
#include <memory>
#include <stop_token>

namespace callboard::sync {

struct SignIn;

/// What a person is shown while they sign in. Called from the thread that signs in.
struct SignInPrompt {
    QUrl url;         ///< To open in the system's browser; for the device flow, to type.
    QString userCode; ///< Device flow: the code to type there; empty otherwise.
    QUrl directUrl;   ///< Device flow: the same address with the code in it, to open; empty where the server has none.
    bool slower = false; ///< Device flow: the same once more, as the server asked to be asked less often. It takes a little longer.
};

/// Whether this way of signing in shows an address and a code, for a browser anywhere, and opens none.
bool isOnOtherDevice(const sdk::SignInMethod &method);

/// Keeps the OAuth sign-ins of connections: runs the flows, renews tokens one at a time, revokes. Tokens lie in the secret
/// store only. Thread-safe; calls block.
class OAuthKeeper final {
public:
    /// What a test may set.
    struct Time {
        std::function<QDateTime()> now;
        /// Rests between two questions of the device flow; ends early with the stop.
        std::function<void(std::chrono::milliseconds, std::stop_token)> rest;
    };
    /// Makes what a renewal asks with, which goes on when the call that began it is cancelled.
    using MakeHttp = std::function<std::unique_ptr<sdk::Http>(std::stop_token)>;

    explicit OAuthKeeper(std::shared_ptr<SecretStore> secrets);
    OAuthKeeper(std::shared_ptr<SecretStore> secrets, Time time);
    /// Gives a running renewal two seconds: its answer may be the only copy of the next refresh token.
    ~OAuthKeeper();
    Q_DISABLE_COPY_MOVE(OAuthKeeper)

    /// Authorization code with PKCE (S256) in the browser, or the device flow where there is no authorization endpoint.
    /// `clientSecret`: what the client's `secretField` holds; it is kept with the tokens, for renewals.
    /// Cancelled, Timeout, Forbidden (the person said no), BadResponse, and what HTTP answers.
    domain::Result<void> signIn(const QString &connectionId, const sdk::OAuthClient &client, sdk::Http &http,
        const std::function<void(const SignInPrompt &)> &prompt, std::stop_token stop, const QString &clientSecret = {});
    /// Unauthorised where nobody has signed in to this client, or the server ended it; Forbidden where the keychain does not
    /// tell; what HTTP answers where the token is over and cannot be renewed now.
    domain::Result<QString> accessToken(const QString &connectionId, const sdk::OAuthClient &client, const MakeHttp &http,
        const QString &refused, std::stop_token stop = {});
    /// Forgets, and revokes at the server as far as it can be reached. An error where it could not be forgotten.
    domain::Result<SignedOut> signOut(const QString &connectionId, sdk::Http &http, std::stop_token stop = {});
    /// The first half of it: what is put into `ended`, if there was anything, is left to `revoke`.
    domain::Result<void> forget(const QString &connectionId, std::optional<SignIn> &ended, std::stop_token stop = {});
    /// At the server, as far as it can be reached.
    static SignedOut revoke(const SignIn &ended, sdk::Http &http);
    /// From now on nobody is signed in, whatever the keychain says; `signOut` or `forget` has to follow. Does not block.
    void withdraw(const QString &connectionId);
    bool isSignedIn(const QString &connectionId);

private:
    struct Data;
    struct Entry;
    domain::Result<void> store(const QString &connectionId, const SignIn &signIn);
    std::unique_ptr<Data> d;
};

} // namespace callboard::sync
