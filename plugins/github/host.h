// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostconnection.h"

namespace callboard::github {

/// Who the connection's person is there.
struct Person {
    QString login, name;
    QStringList scopes; ///< Of a classic token.
    bool tellsScopes = false;
};

/// github.com, one of its enterprises' own hosts, or a GitHub Enterprise Server.
class Host final : public sdk::Host {
public:
    explicit Host(const QJsonObject &settings);

    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override;
    sdk::Result<QString> principal(sdk::PullContext &context) override;
    sdk::Result<Person> person(sdk::PullContext &context);
    /// A query of GraphQL. What it answers as "data"; BadResponse with the first of its errors where there is none.
    sdk::Result<QJsonObject> graphQl(const QString &query, const QJsonObject &variables, sdk::PullContext &context) const;

private:
    sdk::Result<sdk::HostApi::Identity> signIn(sdk::PullContext &context, const QByteArray &refused) const override;
    std::vector<sdk::SignInMethod> methods() const override;
    QString projectOf(const sdk::AskedEntity &entity) const override;

    sdk::HostApi m_graphQl;
    sdk::KnownPerson<Person> m_person;
};

/// "/repos/owner/repository" and what follows; nothing of a name can lead elsewhere.
QString repoRoute(const QString &project, const QString &rest = {});

} // namespace callboard::github
