// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostedprojects.h"
#include "plugins/sdk/hostsignin.h"

#include <mutex>

namespace callboard::gitlab {

/// Who the connection's person is there.
struct Person {
    QString id, username, name;
};

/// One GitLab as one connection sees it. Thread-safe.
class Host final {
public:
    explicit Host(const QJsonObject &settings);

    /// Invalid for an address that is none.
    sdk::Result<const sdk::HostApi *> api() const;
    sdk::Result<Person> person(sdk::PullContext &context);
    sdk::Result<std::vector<sdk::SignInMethod>> signInMethods() const;
    /// Scopes of the token; Unsupported where the server does not tell.
    sdk::Result<QStringList> scopes(sdk::PullContext &context) const;

    /// The project an entity names: "group/project", or its number; empty for one of another host.
    QString projectOf(const sdk::AskedEntity &entity) const;
    std::vector<sdk::HostedProject> projects(sdk::PullContext &context) const;

private:
    sdk::Result<sdk::HostApi::Identity> signIn(sdk::PullContext &context, const QByteArray &refused) const;

    sdk::Result<QUrl> m_address;
    std::optional<sdk::HostSignIn> m_signIn;
    std::optional<sdk::HostApi> m_api;
    std::mutex m_mutex;
    std::optional<Person> m_person; ///< For `m_personOf`.
    QByteArray m_personOf;
};

/// "/projects/group%2Fproject" and what follows.
QString projectRoute(const QString &project, const QString &rest = {});

} // namespace callboard::gitlab
