// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostedprojects.h"
#include "plugins/sdk/hostsignin.h"

#include <mutex>

namespace callboard::bitbucket {

/// Who the connection's person is there; empty for a token of a workspace or repository, which belongs to nobody.
struct Person {
    QString uuid; ///< With its braces.
    QString nickname, name;
};

/// Bitbucket Cloud as one connection sees it. Thread-safe.
class Host final {
public:
    explicit Host(const QJsonObject &settings);

    const sdk::HostApi &api() const { return m_api; }
    std::vector<sdk::SignInMethod> signInMethods() const;
    sdk::Result<Person> person(sdk::PullContext &context);
    /// "mira@bitbucket.org", or what tells the token of a workspace apart from others.
    sdk::Result<QString> principal(sdk::PullContext &context);
    std::vector<sdk::HostedProject> projects(sdk::PullContext &context) const;

private:
    sdk::HostSignIn m_signIn;
    sdk::HostApi m_api;
    std::mutex m_mutex;
    std::optional<Person> m_person;
    QByteArray m_personOf;
};

/// "/repositories/workspace/name" and what follows.
QString repoRoute(const QString &project, const QString &rest = {});
bool isAbsent(const domain::Error &error);

} // namespace callboard::bitbucket
