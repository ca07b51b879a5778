// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <QDateTime>

namespace callboard::sync {

/// What an authorization server says, read as hostile. Errors name what is wrong and never repeat what was sent or received.

/// Endpoints of an authorization server: RFC 8414, and the same document of OpenID Connect Discovery.
struct OAuthServer {
    QString issuer; ///< Empty where none is known.
    QUrl authorization, token, revocation, deviceAuthorization, registration;
    bool namesItself = false; ///< Sends `iss` with every redirect (RFC 9207), so that one without it is not its own.
};

/// Where to look for the document of an issuer, in this order: OpenID Connect's place, then those of RFC 8414, sections 3 and 5.
QList<QUrl> metadataPlaces(const QUrl &issuer);
/// BadResponse where it is broken, of another issuer, or leads from https to anything else; Unsupported without PKCE by S256.
domain::Result<OAuthServer> readMetadata(const QByteArray &document, const QUrl &issuer);

/// An address that may be sent a secret, or be opened in a browser: http or https, a host, nobody's password.
bool isGoodEndpoint(const QUrl &url);

struct TokenAnswer {
    QString accessToken;
    QString refreshToken; ///< Empty: none, or the one of before still counts.
    /// For how long from now, seconds. By a JWT's own word where it is one; `expires_in` of an opaque one; nothing where nobody says.
    std::optional<qint64> lifetime;
};
/// RFC 6749, section 5.1. `now` is this machine's clock; the server's own is taken from its Date header, so that neither
/// has to be right.
domain::Result<TokenAnswer> readTokenAnswer(const sdk::HttpResponse &response, const QDateTime &now);

/// The `error` of a refusal where it is one of those that specifications name; empty for others.
QByteArray refusalOf(const sdk::HttpResponse &response);
/// What a refusal means: Unauthorised for what only signing in again can mend, and only where the server names it.
domain::Error errorOf(const sdk::HttpResponse &response, const QUrl &asked);

/// RFC 8628, section 3.2.
struct DeviceAnswer {
    QString deviceCode, userCode;
    QUrl verification, directVerification;
    std::chrono::seconds interval { 5 }; ///< Between 1 and 60.
    std::chrono::seconds expiresIn { 600 }; ///< At most an hour.
};
domain::Result<DeviceAnswer> readDeviceAnswer(const QByteArray &document);

/// RFC 7591, section 3.2.1.
struct Registration {
    QString clientId;
    QString clientSecret; ///< Empty: a public client.
    bool secretInHeader = false; ///< client_secret_basic rather than client_secret_post.
};
domain::Result<Registration> readRegistration(const QByteArray &document);

/// What a redirect to the loopback address must be to count.
struct ExpectedRedirect {
    QByteArray path; ///< "/callback"
    QByteArray state;
    QString issuer; ///< Empty: `iss` is not compared.
    bool issuerRequired = false;
};
struct RedirectAnswer {
    enum class Kind { NotOurs, WrongState, Code, Refused, WrongIssuer };
    Kind kind = Kind::NotOurs;
    QString code;          ///< Kind::Code
    domain::Error refusal; ///< Kind::Refused and WrongIssuer
};
/// The request target of a GET ("/callback?code=…&state=…"): RFC 6749, section 4.1.2, and RFC 9207, section 2.4.
RedirectAnswer readRedirect(QByteArrayView target, const ExpectedRedirect &expected);

} // namespace callboard::sync
