// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/host.h"

namespace callboard::sdk {

Host::Host(const QJsonObject &settings, const Facts &facts)
    : m_web(facts.web.value_or(QUrl()))
    , m_way(settings, hostName(m_web), facts.client ? facts.client(m_web) : OAuthClient(), facts.identify, facts.guests)
    , m_api(facts.api ? facts.web.transform(facts.api) : facts.web, signer(), facts.always)
{
}

Host::~Host() = default;

HostApi::SignIn Host::signer() const
{
    return [this](PullContext &context, const QByteArray &refused) { return signIn(context, refused); };
}

HostApi Host::apiAt(const std::function<QUrl(const QUrl &web)> &address, const Headers &always) const
{
    return { m_api.address().transform([&](const QUrl &) { return address(m_web); }), signer(), always };
}

Result<HostApi::Identity> Host::signIn(PullContext &context, const QByteArray &refused) const
{
    return m_way.identity(context, refused);
}

std::vector<SignInMethod> Host::methods() const
{
    return {};
}

Result<std::vector<SignInMethod>> Host::signInMethods() const
{
    return m_api.address() ? Result<std::vector<SignInMethod>>(methods()) : std::unexpected(m_api.address().error());
}

std::vector<HostedProject> Host::projects(const PullContext &context) const
{
    if (!m_api.address())
        return {};
    return hostedProjects(context.entities(), [this](const AskedEntity &entity) { return projectOf(entity); });
}

} // namespace callboard::sdk
