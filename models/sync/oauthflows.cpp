// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/oauthflows.h"

#include "models/sync/loopbackserver.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUrlQuery>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

constexpr auto patienceWithPerson = 10min; // A person looks for their password.
constexpr auto slower = 5s;      // RFC 8628, section 3.5: what slow_down adds.
constexpr auto longestInterval = 60s;

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// 256 bits of the system's randomness: RFC 7636, section 7.1, for verifiers; the same for states.
QByteArray unguessable()
{
    std::array<quint32, 8> words {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return base64Url(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words));
}

void addTo(QUrlQuery &query, const QString &name, const QString &value)
{
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

QUrl authorizationUrl(const QUrl &endpoint, const QString &clientId, const QUrl &redirect, const QStringList &scopes,
    const QByteArray &state, const QByteArray &verifier)
{
    QUrl url = endpoint;
    QUrlQuery query(url); // What the server put there stays: RFC 6749, section 3.1.
    addTo(query, u"response_type"_s, u"code"_s);
    addTo(query, u"client_id"_s, clientId);
    addTo(query, u"redirect_uri"_s, redirect.toString(QUrl::FullyEncoded));
    if (!scopes.isEmpty())
        addTo(query, u"scope"_s, scopes.join(u' '));
    // OpenID Connect Core, section 11: without it no refresh token is given.
    if (scopes.contains("offline_access"_L1))
        addTo(query, u"prompt"_s, u"consent"_s);
    addTo(query, u"state"_s, QString::fromLatin1(state));
    addTo(query, u"code_challenge"_s, QString::fromLatin1(base64Url(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256))));
    addTo(query, u"code_challenge_method"_s, u"S256"_s);
    url.setQuery(query);
    return url;
}

std::unexpected<domain::Error> cancelled()
{
    return fail(ErrorCode::Cancelled, u"signing in was cancelled"_s);
}

} // namespace

domain::Result<SignIn> SignInFlow::run() const
{
    auto server = discover(client, http);
    if (!server)
        return std::unexpected(server.error());
    SignIn signIn;
    signIn.server = std::move(*server);
    const bool device = signIn.server.authorization.isEmpty();
    if (device && signIn.server.deviceAuthorization.isEmpty())
        return fail(ErrorCode::Unsupported, u"it offers no sign-in that a program like this one can use"_s, signIn.server.token.host());
    return device ? byDevice(std::move(signIn)) : byCode(std::move(signIn));
}

domain::Result<void> SignInFlow::identify(SignIn &signIn, const QList<QUrl> &redirects, bool device) const
{
    signIn.clientId = client.clientId;
    if (!signIn.clientId.isEmpty()) {
        signIn.clientSecret = secret;
        signIn.secretInHeader = !secret.isEmpty(); // RFC 6749, section 2.3.1: what every server takes.
        return {};
    }
    if (signIn.server.registration.isEmpty())
        return fail(ErrorCode::Unsupported, u"it knows no client for this program, and lets none be registered"_s, signIn.server.token.host());
    const auto registration = registerClient(signIn.server, client, redirects, device, http);
    if (!registration)
        return std::unexpected(registration.error());
    signIn.registered = true;
    signIn.clientId = registration->clientId;
    signIn.clientSecret = registration->clientSecret;
    signIn.secretInHeader = registration->secretInHeader;
    return {};
}

domain::Result<SignIn> SignInFlow::finish(SignIn signIn, const sdk::HttpResponse &answer) const
{
    if (answer.status != 200)
        return std::unexpected(errorOf(answer, signIn.server.token));
    const QDateTime now = time.now();
    const auto tokens = readTokenAnswer(answer, now);
    if (!tokens)
        return std::unexpected(tokens.error());
    signIn.take(*tokens, now);
    return signIn;
}

domain::Result<SignIn> SignInFlow::byCode(SignIn signIn) const
{
    const QByteArray state = unguessable();
    const QByteArray verifier = unguessable();
    const auto loopback = LoopbackServer::listen(
        { client.redirectPath.toLatin1(), state, signIn.server.issuer, signIn.server.namesItself }, client.redirectPort);
    if (!loopback)
        return std::unexpected(loopback.error());
    const QUrl redirect = (*loopback)->redirectUri();
    if (const auto known = identify(signIn, { redirect }, false); !known)
        return std::unexpected(known.error());
    if (stop.stop_requested())
        return cancelled();
    prompt({ .url = authorizationUrl(signIn.server.authorization, signIn.clientId, redirect, client.scopes, state, verifier), .userCode = {}, .directUrl = {} });
    const auto code = (*loopback)->waitForCode(stop, patienceWithPerson);
    if (!code)
        return std::unexpected(code.error());
    const FormFields grant { { "grant_type", u"authorization_code"_s }, { "code", *code },
        { "redirect_uri", redirect.toString(QUrl::FullyEncoded) }, { "code_verifier", QString::fromLatin1(verifier) } };
    const auto answer = postForm(signIn.server.token, signIn, grant, http);
    if (!answer)
        return std::unexpected(answer.error());
    return finish(std::move(signIn), *answer);
}

domain::Result<SignIn> SignInFlow::byDevice(SignIn signIn) const
{
    if (const auto known = identify(signIn, {}, true); !known)
        return std::unexpected(known.error());
    FormFields fields;
    if (!client.scopes.isEmpty())
        fields.emplace_back("scope", client.scopes.join(u' '));
    const auto begun = postForm(signIn.server.deviceAuthorization, signIn, fields, http);
    if (!begun)
        return std::unexpected(begun.error());
    if (begun->status != 200)
        return std::unexpected(errorOf(*begun, signIn.server.deviceAuthorization));
    const auto device = readDeviceAnswer(begun->body);
    if (!device)
        return std::unexpected(device.error());
    if (stop.stop_requested())
        return cancelled();
    SignInPrompt shown { .url = device->verification, .userCode = device->userCode, .directUrl = device->directVerification };
    prompt(shown);

    const QDateTime end = time.now().addSecs(device->expiresIn.count());
    std::chrono::seconds interval = device->interval;
    const FormFields grant { { "grant_type", u"urn:ietf:params:oauth:grant-type:device_code"_s }, { "device_code", device->deviceCode } };
    for (;;) {
        time.rest(interval, stop);
        if (stop.stop_requested())
            return cancelled();
        if (time.now() >= end)
            return fail(ErrorCode::Timeout, u"nobody signed in in time"_s, signIn.server.token.host());
        const auto answer = postForm(signIn.server.token, signIn, grant, http);
        // Section 3.5: less often after a timeout.
        const bool hiccup = answer ? answer->status >= 500 || answer->status == 429
                                   : answer.error().code == ErrorCode::Timeout || answer.error().code == ErrorCode::Offline;
        if (hiccup) {
            interval = std::min<std::chrono::seconds>(interval * 2, longestInterval);
            continue;
        }
        if (!answer)
            return std::unexpected(answer.error());
        const QByteArray refusal = answer->status == 200 ? QByteArray() : refusalOf(*answer);
        if (refusal == "slow_down") {
            interval = std::min<std::chrono::seconds>(interval + slower, longestInterval);
            if (!std::exchange(shown.slower, true))
                prompt(shown);
        }
        if (refusal == "slow_down" || refusal == "authorization_pending")
            continue;
        return finish(std::move(signIn), *answer);
    }
}

} // namespace callboard::sync
