// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/hostsignin.h"

#include <QCryptographicHash>

namespace callboard::sdk {

using namespace Qt::StringLiterals;
using domain::fail;
using Identity = HostApi::Identity;
using Kind = SignInMethod::Kind;

HostSignIn::HostSignIn(const QJsonObject &settings, QString host, OAuthClient client, Identify identify, Guests guests)
    : m_choice(settings.value("signIn"_L1).toString(u"auto"_s))
    , m_host(std::move(host))
    , m_client(std::move(client))
    , m_identify(std::move(identify))
    , m_guests(guests)
{
    m_client.clientId = settings.value("clientId"_L1).toString().trimmed();
}

Result<Identity> HostSignIn::identity(PullContext &context, const QByteArray &refused) const
{
    if (m_choice != "oauth"_L1) {
        const auto typed = context.secret(u"token"_s);
        if (typed && !typed->trimmed().isEmpty())
            return m_identify(*typed, false);
        if (!typed && typed.error().code != ErrorCode::NotFound && typed.error().code != ErrorCode::Unsupported)
            return std::unexpected(typed.error());
        if (m_guests == Guests::Welcome)
            return Identity {};
        if (m_client.clientId.isEmpty() || m_choice == "token"_L1)
            return fail(ErrorCode::Unauthorised, u"no access token was given"_s, m_host);
    }
    if (m_client.clientId.isEmpty())
        return fail(ErrorCode::Unauthorised, u"the sign-in with the browser needs the id of an application"_s, m_host);
    const auto token = context.accessToken(m_client, refused.startsWith("Bearer ") ? QString::fromLatin1(refused.mid(7)) : QString());
    if (!token)
        return std::unexpected(token.error());
    auto identity = m_identify(*token, true);
    if (identity)
        identity->renewable = true;
    return identity;
}

std::vector<SignInMethod> HostSignIn::methods(const SignInWords &words, std::vector<SignInMethod> others) const
{
    std::vector<SignInMethod> methods;
    if (!m_client.clientId.isEmpty())
        methods.push_back({ u"oauth"_s, words.browser, Kind::OAuth, {}, m_client, {} });
    methods.push_back({ u"token"_s, words.token, Kind::Token, u"token"_s, {}, {} });
    std::ranges::move(others, std::back_inserter(methods));
    if (m_client.clientId.isEmpty())
        methods.push_back({ u"oauth"_s, words.browser, Kind::OAuth, {}, {}, words.lacksClient });
    return methods;
}

QByteArray ownerOf(const Identity &identity)
{
    return identity.renewable ? QByteArray("oauth") : QCryptographicHash::hash(identity.header.second, QCryptographicHash::Sha256);
}

} // namespace callboard::sdk
