// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What signing in reads from others. The first byte says which: a token itself, an answer of the authorization server, or
// what a browser brings back.
#include "models/sync/oauthmessages.h"
#include "models/sync/oauthrequests.h"
#include "plugins/sdk/jwt.h"

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::sync;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// May go into a header as it is.
bool isHarmless(const QString &token)
{
    return std::ranges::all_of(token, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

void jwt(const QByteArray &bytes)
{
    const auto claims = sdk::readJwt(bytes);
    if (claims && claims->expiresAt)
        require(*claims->expiresAt >= 0 && *claims->expiresAt < 253402300800);
}

void metadata(const QByteArray &bytes)
{
    const QUrl issuer(u"https://id.example.org/tenant"_s);
    const auto server = readMetadata(bytes, issuer);
    if (!server)
        return;
    require(QUrl(server->issuer) == issuer && server->token.scheme() == u"https"_s);
    for (const QUrl &url : { server->authorization, server->revocation, server->deviceAuthorization, server->registration })
        require(url.isEmpty() || (url.scheme() == u"https"_s && url.userInfo().isEmpty()));
}

void tokens(const QByteArray &bytes)
{
    sdk::HttpResponse response;
    response.status = 200;
    response.body = bytes;
    // A Date header before the first line end, where there is one.
    if (const qsizetype end = bytes.indexOf('\n'); end >= 0) {
        response.headers = { { "date", bytes.first(end) } };
        response.body = bytes.sliced(end + 1);
    }
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'795'294'282);
    if (const auto answer = readTokenAnswer(response, now)) {
        require(!answer->accessToken.isEmpty() && isHarmless(answer->accessToken) && isHarmless(answer->refreshToken));
        require(!answer->lifetime || (*answer->lifetime > 0 && *answer->lifetime <= 366 * 86'400));
        SignIn signIn;
        signIn.server.token = QUrl(u"https://id.example.org/token"_s);
        signIn.clientId = u"desktop"_s;
        signIn.take(*answer, now);
        const auto again = SignIn::fromText(signIn.toText());
        require(again && again->accessToken == signIn.accessToken && again->expiresAt == signIn.expiresAt);
    }
    response.status = 400;
    require(refusalOf(response).size() <= 32);
    require(errorOf(response, {}).detail.size() <= 64);
}

void device(const QByteArray &bytes)
{
    const auto answer = readDeviceAnswer(bytes);
    if (!answer)
        return;
    require(answer->interval.count() >= 1 && answer->interval.count() <= 60);
    require(answer->expiresIn.count() >= 1 && answer->expiresIn.count() <= 3600);
    require(isGoodEndpoint(answer->verification));
    require(answer->directVerification.isEmpty() || isGoodEndpoint(answer->directVerification));
}

void redirect(const QByteArray &bytes)
{
    const ExpectedRedirect expected { "/callback", "s7Rz0sJ1", u"https://id.example.org"_s, true };
    const auto answer = readRedirect(bytes, expected);
    if (answer.kind != RedirectAnswer::Kind::Code)
        return;
    require(isHarmless(answer.code) && bytes.startsWith("/callback?") && bytes.contains("s"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    switch (data[0] % 6) {
    case 0: jwt(bytes); break;
    case 1: metadata(bytes); break;
    case 2: tokens(bytes); break;
    case 3: device(bytes); break;
    case 4: redirect(bytes); break;
    default:
        if (const auto registration = readRegistration(bytes))
            require(isHarmless(registration->clientId));
        SignIn::fromText(QString::fromUtf8(bytes));
    }
    return 0;
}
