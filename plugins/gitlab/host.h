// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostconnection.h"

namespace callboard::gitlab {

/// Who the connection's person is there.
struct Person {
    QString id, username, name;
};

class Host final : public sdk::Host {
public:
    explicit Host(const QJsonObject &settings);

    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override;
    sdk::Result<QString> principal(sdk::PullContext &context) override;
    sdk::Result<Person> person(sdk::PullContext &context);

private:
    sdk::Result<sdk::HostApi::Identity> signIn(sdk::PullContext &context, const QByteArray &refused) const override;
    std::vector<sdk::SignInMethod> methods() const override;
    /// "group/project", or its number.
    QString projectOf(const sdk::AskedEntity &entity) const override;
    /// Scopes of the token; Unsupported where the server does not tell.
    sdk::Result<QStringList> scopes(sdk::PullContext &context) const;

    sdk::KnownPerson<Person> m_person;
};

/// "/projects/group%2Fproject" and what follows.
QString projectRoute(const QString &project, const QString &rest = {});

} // namespace callboard::gitlab
