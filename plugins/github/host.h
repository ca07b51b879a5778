// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostedprojects.h"
#include "plugins/sdk/hostsignin.h"

#include <mutex>

namespace callboard::github {

/// Who the connection's person is there.
struct Person {
    QString login, name;
    QStringList scopes; ///< Of a classic token.
    bool tellsScopes = false;
};

/// One GitHub as one connection sees it: github.com, one of its enterprises' own hosts, or a GitHub Enterprise Server. Thread-safe.
class Host final {
public:
    explicit Host(const QJsonObject &settings);

    /// Invalid for an address that is none.
    sdk::Result<const sdk::HostApi *> api() const;
    /// A query of GraphQL. What it answers as "data"; BadResponse with the first of its errors where there is none.
    sdk::Result<QJsonObject> graphQl(const QString &query, const QJsonObject &variables, sdk::PullContext &context) const;
    sdk::Result<Person> person(sdk::PullContext &context);
    sdk::Result<std::vector<sdk::SignInMethod>> signInMethods() const;

    /// "owner/repository"; empty for an entity of another host.
    QString projectOf(const sdk::AskedEntity &entity) const;
    std::vector<sdk::HostedProject> projects(sdk::PullContext &context) const;
    const QUrl &web() const { return *m_web; } ///< Only where `api` is one.

private:
    sdk::Result<sdk::HostApi::Identity> signIn(sdk::PullContext &context, const QByteArray &refused) const;

    sdk::Result<QUrl> m_web;
    std::optional<sdk::HostSignIn> m_signIn;
    std::optional<sdk::HostApi> m_api, m_graphQl;
    std::mutex m_mutex;
    std::optional<Person> m_person; ///< For `m_personOf`.
    QByteArray m_personOf;
};

/// "/repos/owner/repository" and what follows; nothing of a name can lead elsewhere.
QString repoRoute(const QString &project, const QString &rest = {});

} // namespace callboard::github
