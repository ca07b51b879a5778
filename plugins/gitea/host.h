// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostedprojects.h"
#include "plugins/sdk/hostsignin.h"

#include <mutex>

namespace callboard::gitea {

/// One Gitea or Forgejo as one connection sees it. Thread-safe.
class Host final {
public:
    explicit Host(const QJsonObject &settings);

    /// Invalid for an address that is none.
    sdk::Result<const sdk::HostApi *> api() const;
    /// The person's login.
    sdk::Result<QString> login(sdk::PullContext &context);
    sdk::Result<std::vector<sdk::SignInMethod>> signInMethods() const;
    std::vector<sdk::HostedProject> projects(sdk::PullContext &context) const;

private:
    QString projectOf(const sdk::AskedEntity &entity) const;

    sdk::Result<QUrl> m_address;
    std::optional<sdk::HostSignIn> m_signIn;
    std::optional<sdk::HostApi> m_api;
    std::mutex m_mutex;
    QString m_login;
    QByteArray m_loginOf;
};

/// "/repos/owner/name" and what follows.
QString repoRoute(const QString &project, const QString &rest = {});
/// NotFound and Forbidden: this server or repository has no such thing.
bool isAbsent(const domain::Error &error);

} // namespace callboard::gitea
