// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostapi.h"

namespace callboard::sdk {

/// What people read about the ways to sign in.
struct SignInWords {
    QString browser, token;
    QString lacksClient; ///< Why there is no way by the browser while no application was named.
};

/// How a connection signs in to its host, by the fields of its form: "signIn" ("auto", "token", "oauth"; others are the integration's own),
/// "token", a secret, and "clientId". Thread-safe: it holds nothing that changes.
class CALLBOARD_SDK_EXPORT HostSignIn final {
public:
    /// What signs a request, of a token that was typed or that OAuth brought.
    using Identify = std::function<Result<HostApi::Identity>(const QString &token, bool isOAuth)>;

    enum class Guests {
        Refused,
        Welcome, ///< Without a token requests go unsigned.
    };

    /// `client` without its id, which is typed; `host` is for errors.
    HostSignIn(const QJsonObject &settings, QString host, OAuthClient client, Identify identify, Guests guests = Guests::Refused);

    const QString &choice() const { return m_choice; }
    /// The typed token where there is one, else OAuth, unless one of them was chosen. `refused`: see HostApi::SignIn.
    Result<HostApi::Identity> identity(PullContext &context, const QByteArray &refused) const;
    /// Best first; `others` stand behind what can be used at once.
    std::vector<SignInMethod> methods(const SignInWords &words, std::vector<SignInMethod> others = {}) const;

private:
    QString m_choice, m_host;
    OAuthClient m_client;
    Identify m_identify;
    Guests m_guests;
};

/// Whom an identity is of, without what could sign in: the same for every token that OAuth renewed.
CALLBOARD_SDK_EXPORT QByteArray ownerOf(const HostApi::Identity &identity);

} // namespace callboard::sdk
