// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/secretstore.h"
#include "plugins/sdk/integration.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace callboard::sync {

/// What a person is shown while they sign in. Called from the thread that signs in.
struct SignInPrompt {
    QUrl url;         ///< To open in the system's browser; for the device flow, to type.
    QString userCode; ///< Device flow: the code to type there; empty otherwise.
};

/// Keeps the OAuth sign-ins of connections: runs the flows, renews tokens one at a time, revokes. Tokens lie in the secret
/// store only. Thread-safe; calls block.
class OAuthKeeper final {
public:
    explicit OAuthKeeper(std::shared_ptr<SecretStore> secrets);
    ~OAuthKeeper();
    Q_DISABLE_COPY_MOVE(OAuthKeeper)

    /// Authorization code with PKCE (S256) in the browser, or the device flow where there is no authorization endpoint or
    /// `useDevice` says so. Cancelled, Timeout, Forbidden (the person said no), BadResponse, and what HTTP answers.
    domain::Result<void> signIn(const QString &connectionId, const sdk::OAuthClient &client, sdk::Http &http,
        const std::function<void(const SignInPrompt &)> &prompt, std::stop_token stop, bool useDevice = false);
    domain::Result<QString> accessToken(
        const QString &connectionId, const sdk::OAuthClient &client, sdk::Http &http, const QString &refused);
    /// Revokes at the server as far as it can be reached, and forgets in any case.
    domain::Result<void> signOut(const QString &connectionId, const sdk::OAuthClient &client, sdk::Http &http);
    bool isSignedIn(const QString &connectionId);

private:
    struct Data;
    std::unique_ptr<Data> d;
};

} // namespace callboard::sync
