// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <QMap>
#include <QStringList>

#include <mutex>

namespace callboard::testkit {

/// An OAuth 2.0 authorization server without a network: endpoints below an issuer, one public client ("desktop"), codes
/// that count once, PKCE, refresh tokens that rotate. What it refuses it refuses as the RFCs say. Thread-safe.
class AuthorizationServer final {
public:
    explicit AuthorizationServer(const QUrl &issuer);

    /// What a test may set, before anything is asked.
    struct Behaviour {
        bool oidcPlace = true;      ///< Publishes itself at OpenID Connect's place, else at RFC 8414's.
        bool namesItself = true;    ///< RFC 9207
        bool refreshTokens = true;
        bool authorizationEndpoint = true;
        int deviceInterval = 5;     ///< Seconds between two questions of a device.
        QByteArray secretMethod;    ///< Of registered clients: "client_secret_basic", "client_secret_post"; empty: none.
        QByteArray knownSecret;     ///< Of the client that need not be registered.
        qint64 lifetime = 3600;     ///< `expires_in`
        QByteArray accessToken;     ///< To be handed out; a number is added to the default.
        QByteArray date;            ///< The Date header of token answers.
        QList<QByteArray> deviceAnswers; ///< Errors before a device's token, in turn.
        QJsonObject metadataChanges; ///< Laid over the metadata.
    } behaviour;

    sdk::HttpResponse answer(const sdk::HttpRequest &request);
    /// What a browser is sent to when the person says yes; invalid where the request is not in order.
    QUrl redirectOf(const QUrl &authorization);

    int requests(const QByteArray &path) const; ///< So far, to "/token" for example.
    QStringList accessTokens() const;           ///< Ever handed out.
    QStringList refreshTokens() const;
    QStringList clientSecrets() const;
    QList<QByteArray> revoked() const;
    void endAllSignIns(); ///< What was handed out is worth nothing any more.

private:
    using Form = QMap<QByteArray, QByteArray>;
    struct Grant {
        QByteArray clientId, redirect, challenge;
    };
    sdk::HttpResponse metadata() const;
    sdk::HttpResponse token(const sdk::HttpRequest &request, const Form &form);
    sdk::HttpResponse tokens(const QByteArray &clientId);
    sdk::HttpResponse registration(const sdk::HttpRequest &request);
    bool isClient(const sdk::HttpRequest &request, const Form &form, QByteArray &clientId) const;

    QUrl m_issuer;
    mutable std::recursive_mutex m_mutex;
    QMap<QByteArray, QByteArray> m_clients; ///< Id and secret.
    QMap<QByteArray, Grant> m_codes;
    QMap<QByteArray, QByteArray> m_refresh; ///< Living ones and whose.
    QMap<QByteArray, int> m_requests;
    QStringList m_access, m_refreshEver, m_secrets;
    QList<QByteArray> m_revoked;
    int m_next = 0;
};

/// Asks for a page as a browser does, and returns all that came; empty where nobody listens. Blocks.
QByteArray visit(const QUrl &url, const QByteArray &method = "GET", const QByteArray &host = {});

} // namespace callboard::testkit
