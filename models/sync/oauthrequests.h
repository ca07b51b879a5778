// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/oauthmessages.h"

namespace callboard::sync {

/// A sign-in as it is kept: tokens, and the client and server they belong to.
struct SignIn {
    OAuthServer server;
    QString clientId, clientSecret;
    bool secretInHeader = false;
    bool registered = false; ///< `clientId` was given by the server, for this sign-in.
    QString accessToken, refreshToken;
    std::optional<qint64> expiresAt; ///< Seconds since 1970 by this machine's clock; nothing: nobody said.
    qint64 lifetime = 0;             ///< As it was when it was handed out, seconds; 0 where nobody said.

    /// Whether these tokens may be used for `client`: they go to no other server than the one that gave them.
    bool isFor(const sdk::OAuthClient &client) const;
    void take(const TokenAnswer &answer, const QDateTime &now);
    /// When the access token shall be renewed: some time before its end, less for one that lives shortly.
    bool isDue(const QDateTime &now) const;
    bool isOver(const QDateTime &now) const;

    QString toText() const;
    static std::optional<SignIn> fromText(const QString &text);
};

// Requests to an authorization server. Each blocks and ends with the Http it is given; errors name no secret.

/// The endpoints of a client: as given, or as its issuer publishes them.
domain::Result<OAuthServer> discover(const sdk::OAuthClient &client, sdk::Http &http);
/// The same client by the device flow alone.
sdk::OAuthClient onOtherDevice(sdk::OAuthClient client, const OAuthServer &server);
/// With the device flow as a way of its own, wherever a server offers it. One that does not say now how it signs in stays as it is.
std::vector<sdk::SignInMethod> withOtherDevices(std::vector<sdk::SignInMethod> methods, sdk::Http &http);
domain::Result<Registration> registerClient(
    const OAuthServer &server, const sdk::OAuthClient &client, const QList<QUrl> &redirects, bool device, sdk::Http &http);

/// Name and value of a form's fields.
using FormFields = QList<std::pair<QByteArray, QString>>;
/// Posts a form as this client. Any status is an answer; the network layer takes no body to another host.
domain::Result<sdk::HttpResponse> postForm(const QUrl &url, const SignIn &client, FormFields fields, sdk::Http &http);

} // namespace callboard::sync
