// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/oauthkeeper.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

struct OAuthKeeper::Data {
    std::shared_ptr<SecretStore> secrets;
};

OAuthKeeper::OAuthKeeper(std::shared_ptr<SecretStore> secrets)
    : d(std::make_unique<Data>())
{
    d->secrets = std::move(secrets);
}

OAuthKeeper::~OAuthKeeper() = default;

domain::Result<void> OAuthKeeper::signIn(const QString &, const sdk::OAuthClient &, sdk::Http &,
    const std::function<void(const SignInPrompt &)> &, std::stop_token, bool)
{
    return domain::fail(domain::ErrorCode::Unsupported, u"signing in is not there yet"_s);
}

domain::Result<QString> OAuthKeeper::accessToken(const QString &, const sdk::OAuthClient &, sdk::Http &, const QString &)
{
    return domain::fail(domain::ErrorCode::Unauthorised, u"nobody has signed in"_s);
}

domain::Result<void> OAuthKeeper::signOut(const QString &, const sdk::OAuthClient &, sdk::Http &)
{
    return {};
}

bool OAuthKeeper::isSignedIn(const QString &) { return false; }

} // namespace callboard::sync
