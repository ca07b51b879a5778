// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/oauthkeeper.h"
#include "models/sync/oauthrequests.h"

namespace callboard::sync {

/// One sign-in, from the first request to the tokens. Each blocks until the person is done.
struct SignInFlow {
    const sdk::OAuthClient &client;
    sdk::Http &http;
    const std::function<void(const SignInPrompt &)> &prompt;
    std::stop_token stop;
    const OAuthKeeper::Time &time;
    const QString &secret; ///< Of a client that is not registered here; empty: it has none.

    domain::Result<SignIn> run() const;

private:
    /// RFC 6749, section 4.1, with RFC 7636 and RFC 8252.
    domain::Result<SignIn> byCode(SignIn signIn) const;
    /// RFC 8628.
    domain::Result<SignIn> byDevice(SignIn signIn) const;
    domain::Result<void> identify(SignIn &signIn, const QList<QUrl> &redirects, bool device) const;
    /// Takes the tokens out of the token endpoint's answer.
    domain::Result<SignIn> finish(SignIn signIn, const sdk::HttpResponse &answer) const;
};

} // namespace callboard::sync
